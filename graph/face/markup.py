"""Small pieces of HTML for notebooks: everything that comes from an article is escaped, and nothing is loaded.

Styles stand in the elements themselves, since notebooks share one page and GitHub drops style sheets. Colours leave
the ground as it is, light or dark.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any, Final

from graph.scene import COLOURS, FAINT

MODALITIES: Final = {
    "asserted": ("●", "#0072b2"),
    "planned": ("▷", "#009e73"),
    "forecast": ("◇", "#d55e00"),
    "denied": ("✕", "#a4478a"),
    "hypothetical": ("?", "#6b6b6b"),
}
"""A sign and a colour each, of the palette of Okabe and Ito: told apart without colours, too."""

_LINE: Final = "border-bottom:1px solid rgba(128,128,128,.35);"
_CELL: Final = f"text-align:left;vertical-align:top;padding:3px 12px 3px 0;{_LINE}"
_CARD: Final = "border:1px solid rgba(128,128,128,.45);border-radius:6px;padding:8px 14px;margin:4px 0;max-width:60em"


def element(name: str, inside: str, style: str = "", **attributes: str) -> str:
    """Return an element around HTML that is safe already; its attributes are escaped here."""
    given = ({"style": style} if style else {}) | attributes
    told = "".join(f' {key.rstrip("_")}="{escape(value)}"' for key, value in given.items())
    return f"<{name}{told}>{inside}</{name}>"


def text(value: object) -> str:
    """Return text of any origin, escaped."""
    return escape(str(value))


def faint(value: object, size: str = ".9em") -> str:
    """Return text of less weight."""
    return element("span", text(value), f"opacity:.7;font-size:{size}")


def card(*parts: str) -> str:
    """Return a framed block."""
    return element("div", "".join(parts), _CARD)


def heading(value: str) -> str:
    """Return a small heading."""
    return element("div", text(value), "font-weight:600;margin:8px 0 2px")


def badge(kind: str) -> str:
    """Return the name of a class on its colour."""
    dot = element("span", "■", f"color:{COLOURS.get(kind, FAINT)}")
    return f"{dot} {text(kind)}"


def modality(name: str) -> str:
    """Return a modality with its sign."""
    sign, colour = MODALITIES.get(name, ("·", FAINT))
    return element("span", f"{sign} {text(name)}", f"color:{colour};white-space:nowrap;font-size:.85em")


def quote(before: str, words: str, after: str) -> str:
    """Return a quote, marked, in the words around it."""
    marked = element("mark", text(words), "background:#fff3b0;color:#111;padding:0 1px")
    return element("span", f"…{text(before)}{marked}{text(after)}…", "font-size:.95em")


def table(
    columns: Sequence[str], rows: Iterable[Sequence[Any]], numeric: Iterable[int] = (), narrow: Iterable[int] = ()
) -> str:
    """Return a table of cells that are HTML already; *numeric* columns stand right, *narrow* ones on one line."""
    right = dict.fromkeys(numeric, "text-align:right;font-variant-numeric:tabular-nums;")
    whole = dict.fromkeys(narrow, "white-space:nowrap;")
    style = [_CELL + right.get(n, "") + whole.get(n, "") for n in range(len(columns))]
    head = "".join(element("th", text(name), style[n]) for n, name in enumerate(columns))
    body = "".join(element("tr", "".join(element("td", cell, style[n]) for n, cell in enumerate(row))) for row in rows)
    return element("table", f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>", "border-collapse:collapse")
