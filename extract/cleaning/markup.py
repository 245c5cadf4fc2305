"""HTML: whole pages and fragments in other text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from html.entities import html5

from extract.cleaning.edits import Change
from extract.model import Span

_TAG = re.compile(r"<!--|<(?:(/?)([A-Za-z][A-Za-z0-9:-]{0,30})(?=[\s/>])([^<>]*)>|[!?][A-Za-z\[][^<>]*>)")
_ENTITY = re.compile(r"&(?:amp;)*(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BLANKS = re.compile(r"[ \t\r\n]*\n[ \t\r\n]*")
_CLASS = re.compile(r"""\b(?:class|id|role)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_HIDDEN = frozenset("script style noscript template svg math iframe object head rp select textarea button".split())
_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section summary table tbody td "
    "tfoot th thead tr ul".split()
)
_INLINE = frozenset(
    "a abbr acronym audio b base bdi bdo big canvas cite code col colgroup data del dfn em embed font i img input ins "
    "kbd label link map mark meta meter picture progress q rb rt rtc ruby s samp small source span strike strong sub "
    "sup time title track tt u var video wbr".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_KNOWN = _HIDDEN | _BLOCKS | _INLINE
_KINDS = {
    "nav": "navigation",
    "footer": "navigation",
    "form": "navigation",
    "figcaption": "caption",
    "aside": "related",
}
_CLASS_KINDS = (
    (
        "navigation",
        re.compile(r"\b(?:nav|navbar|navigation|menu|breadcrumbs?|crumb|topbar|sidebar|footer|pag(?:er|ination))\b"),
    ),
    ("share", re.compile(r"\b(?:share|sharing|social|toolbar)\b")),
    ("related", re.compile(r"\b(?:related|recommend(?:ed|ation)?s?|hot-?news|hot-?list|more-?news|read-?more)\b")),
    ("comments", re.compile(r"\b(?:comments?|comment-list)\b")),
    ("ad", re.compile(r"\b(?:ads?|advert|advertisement|sponsor|promo|banner)\b")),
    ("copyright", re.compile(r"\b(?:copyright|disclaimer|statement)\b")),
)


@dataclass(slots=True)
class Page:
    """What reading the tags of a text gives: changes, and the ranges that the page itself marks as apart."""

    changes: list[Change] = field(default_factory=list)
    asides: list[tuple[Span, str]] = field(default_factory=list)


def is_page(text: str, media: str) -> bool:
    """Tell whether *text* is HTML throughout, so that its line breaks mean nothing."""
    if "html" in media or "xml" in media:
        return "<" in text
    head = text[:5000].lstrip("\ufeff \t\r\n")
    return (
        head[:1] == "<" and text.count("</") > 5 and len(re.findall(r"</(?:p|div|li|h\d)>", text, re.IGNORECASE)) >= 5
    )


def tags(text: str, page: bool) -> Page:
    """Find the tags of a whole page, or of the HTML fragments in other text.

    Block tags become line breaks, other tags nothing; what scripts, styles and comments hold goes too.
    """
    return _Walk(text, page).walk()


class _Walk:
    """One pass over the tags; every step goes forward, so that time grows with length alone."""

    def __init__(self, text: str, page: bool) -> None:
        self.text, self.page = text, page
        self.out = Page()
        self.open: list[tuple[str, int, str]] = []
        self.no_end: set[str] = set()

    def walk(self) -> Page:
        at = 0
        while found := _TAG.search(self.text, at):
            start, end = found.span()
            name = (found[2] or "").lower()
            if found[0] == "<!--":
                end = self._behind("-->", end)
                self._change(start, end, "")
            elif not name:
                self._change(start, end, "")
            elif name in _KNOWN or self.page:
                end = self._tag(found, name, start, end)
            at = end
        if self.page:
            self.out.changes = _with_blanks(self.text, self.out.changes)
        return self.out

    def _tag(self, found: re.Match[str], name: str, start: int, end: int) -> int:
        closing = bool(found[1])
        if name in _HIDDEN and not closing and not found[3].endswith("/") and (name != "head" or self.page):
            close = self._close_of(name, end)
            if close:
                self._change(start, close, "\n" if name == "head" else "")
                return close
        self._aside(name, closing, found[3], start, end)
        self._change(start, end, _replacement(name, closing))
        return end

    def _close_of(self, name: str, at: int) -> int:
        if name in self.no_end:
            return 0
        close = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(self.text, at)
        if not close:
            self.no_end.add(name)
            return 0
        return close.end()

    def _behind(self, mark: str, at: int) -> int:
        if mark in self.no_end:
            return at
        place = self.text.find(mark, at)
        if place < 0:
            self.no_end.add(mark)
            return at
        return place + len(mark)

    def _aside(self, name: str, closing: bool, attributes: str, start: int, end: int) -> None:
        if name in _VOID or attributes.endswith("/"):
            return
        if not closing:
            kind = _KINDS.get(name) or (_kind_of_class(attributes) if name in _BLOCKS and self.page else "")
            if kind or any(opened[0] == name for opened in self.open[-50:]):
                self.open.append((name, start, kind))
            return
        for index in range(len(self.open) - 1, max(len(self.open) - 50, -1), -1):
            if self.open[index][0] == name:
                _, begun, kind = self.open[index]
                del self.open[index:]
                if kind:
                    self.out.asides.append((Span(begun, end), kind))
                return

    def _change(self, start: int, end: int, replacement: str) -> None:
        self.out.changes.append((start, end, replacement))


def _replacement(name: str, closing: bool) -> str:
    if name == "rt":
        return "）" if closing else "（"
    return "\n" if name in _BLOCKS else ""


def _kind_of_class(attributes: str) -> str:
    words = " ".join(first or second for first, second in _CLASS.findall(attributes)).lower().replace("_", "-")
    if not words:
        return ""
    return next((kind for kind, pattern in _CLASS_KINDS if pattern.search(words)), "")


def _with_blanks(text: str, changes: list[Change]) -> list[Change]:
    """Add the line breaks between tags, which mean a space at most."""
    out: list[Change] = []
    at = 0
    for change in [*changes, (len(text), len(text), "")]:
        out += [(*found.span(), " ") for found in _BLANKS.finditer(text, at, change[0])]
        if change[1] > change[0]:
            out.append(change)
        at = change[1]
    return out


def entities(text: str) -> list[Change]:
    """Write character references as the characters they stand for."""
    if "&" not in text or ";" not in text:
        return []
    changes = []
    for found in _ENTITY.finditer(text):
        name = found[1]
        if name[0] == "#" or f"{name};" in html5:
            changes.append((*found.span(), unescape(f"&{name};")))
    return changes
