"""Figures as people read them: 7800万美元, 7800萬美元, $78 million."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

_HANS: Final = ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))
_ENGLISH: Final = ((Decimal(10) ** 12, " trillion"), (Decimal(10) ** 9, " billion"), (Decimal(10) ** 6, " million"))

_UNITS: Final[Mapping[str, tuple[str, str]]] = {
    "USD": ("美元", "美元"),
    "CNY": ("元", "元"),
    "HKD": ("港元", "港元"),
    "TWD": ("新台币", "新臺幣"),
    "EUR": ("欧元", "歐元"),
    "GBP": ("英镑", "英鎊"),
    "JPY": ("日元", "日圓"),
    "KRW": ("韩元", "韓元"),
    "INR": ("卢比", "盧比"),
    "SGD": ("新加坡元", "新加坡元"),
    "AUD": ("澳元", "澳元"),
    "CAD": ("加元", "加元"),
    "CHF": ("瑞士法郎", "瑞士法郎"),
    "x": ("倍", "倍"),
    "pp": ("个百分点", "個百分點"),
    "1Mtoken": ("百万token", "百萬token"),
}
"""Units as they are written behind a figure, Simplified and Traditional; others stand as they are."""

_BOUNDS: Final[Mapping[str, tuple[str, str, str]]] = {
    "about": ("约", "約", "about "),
    "over": ("超过", "超過", "over "),
    "under": ("不到", "不到", "under "),
    "atLeast": ("至少", "至少", "at least "),
    "atMost": ("最高", "最高", "up to "),  # 高达 and 最多 alike
}
_SIGNS: Final[Mapping[str, str]] = {"USD": "$", "EUR": "€", "GBP": "£"}
_TRADITIONAL: Final = str.maketrans({"万": "萬", "亿": "億"})
_DIGITS: Final = 4


def figure(
    value: Decimal | None, most: Decimal | None, unit: str, bound: str = "", language: str | None = None
) -> str | None:
    """Return a figure in words, ``None`` where there is none.

    Args:
        value: The value, in base units.
        most: The upper end of a range.
        unit: The unit.
        bound: How exact it is meant to be, as in :class:`extract.model.Quantity`.
        language: ``zh-Hans``, ``zh-Hant`` or ``en``; Simplified Chinese where none is given.
    """
    if value is None:
        return None
    if language == "en":
        return _in_english(value, most, unit, bound)
    return _in_chinese(value, most, unit, bound, traditional=language == "zh-Hant")


def _in_chinese(value: Decimal, most: Decimal | None, unit: str, bound: str, *, traditional: bool) -> str:
    numbers = "–".join(_scaled(each, _HANS) for each in (value, most) if each is not None)
    numbers = numbers.translate(_TRADITIONAL) if traditional else numbers
    before = _BOUNDS[bound][int(traditional)] if bound in _BOUNDS else ""
    names = [_UNITS[part][int(traditional)] if part in _UNITS else part for part in unit.split("/")]
    name = "/".join(names)
    return f"{before}{numbers}{_behind(name)}"


def _in_english(value: Decimal, most: Decimal | None, unit: str, bound: str) -> str:
    money, _, per = unit.partition("/")
    sign = _SIGNS.get(money, "")
    ends = [each for each in (value, most) if each is not None]
    numbers = "–".join(("−" if each < 0 else "") + sign + _scaled(abs(each), _ENGLISH) for each in ends)
    before = _BOUNDS[bound][2] if bound in _BOUNDS else ""
    rest = "/".join(filter(None, ("" if sign else money, per)))
    if sign:
        return f"{before}{numbers}{'/' + rest if rest else ''}"
    return f"{before}{numbers}{_behind(rest)}"


def _behind(unit: str) -> str:
    """Return a unit as it stands behind a number; people and pieces are not named."""
    if unit in ("", "count"):
        return ""
    return unit if unit[0] in "%×" or ord(unit[0]) > 0x2E80 else f" {unit}"


def _scaled(value: Decimal, scales: tuple[tuple[Decimal, str], ...]) -> str:
    """Return a number by the greatest scale that it reaches, with no more digits behind the point than one reads."""
    size, name = next((scale for scale in scales if abs(value) >= scale[0]), (Decimal(1), ""))
    text = f"{round(value / size, _DIGITS):{',' if scales is _ENGLISH else ''}f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) + name
