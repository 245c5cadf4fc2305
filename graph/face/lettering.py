"""Letters and colours for matplotlib: a font that has Chinese, and colours that everybody can tell apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from graph.face.cards import Card
from graph.face.errors import needed

FONTS: Final = (
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",  # all of them have the characters of all: of a collection matplotlib knows the first
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
    "SimHei",
    "Noto Serif CJK SC",
    "Noto Serif CJK JP",
)
COLOURS: Final = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000")
"""The palette of Okabe and Ito."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """Writes labels in English and Chinese where there is a font for both, and in English elsewhere.

    Args:
        font: The font that has Chinese, ``None`` where there is none.
    """

    font: str | None

    def __call__(self, english: str, chinese: str) -> str:
        """Return a label: ``Training cost 训练成本``."""
        return f"{english} {chinese}" if self.font else english

    def of(self, card: Card) -> str:
        """Return what an entity is called; without a font for Chinese by an English name, or its id."""
        if self.font or card.label.isascii():
            return card.label
        return next(iter(card.names.get("en", ())), card.id)


def lettering() -> Lettering:
    """Set matplotlib up for labels in English and Chinese, and return what writes them.

    Raises:
        MissingExtraError: matplotlib, of the extra ``[notebook]``, is not installed.
    """
    pyplot = needed("matplotlib.pyplot", "notebook", "lettering()")
    fonts, cycler = (
        needed("matplotlib.font_manager", "notebook", "lettering()"),
        needed("cycler", "notebook", "colours"),
    )
    known = {each.name for each in fonts.fontManager.ttflist}
    font = next((name for name in FONTS if name in known), None)
    families = [*([font] if font else []), "DejaVu Sans"]
    pyplot.rcParams.update(
        {
            "font.sans-serif": families,
            "font.family": "sans-serif",
            "axes.unicode_minus": False,
            "axes.prop_cycle": cycler.cycler(color=COLOURS),
            "axes.spines.top": False,
            "axes.spines.right": False,
            "figure.figsize": (7, 3.6),
            "figure.dpi": 80,
        }
    )
    return Lettering(font)
