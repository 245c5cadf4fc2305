"""Fill the gaps of the metadata from the document itself, and say where each came from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

from extract.cleaning.edits import Draft
from extract.cleaning.markup import tags
from extract.model import Document, Metadata
from extract.reading.dates import day_of

_HEAD = 4000  # characters of plain text in which a byline may stand
_PAGE_HEAD = 60000  # characters of a page in which its head ends
_DATE = r"(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}"
_WHEN = r"(?:(?:发布|發布|發佈|更新|刊登|撰文)(?:时间|時間|日期|于|於)?[:：|丨]?|(?:时间|時間|日期)[:：|丨])"
_NAMES = ("title", "date", "publisher", "author", "url", "language")

_META = re.compile(r"<meta\b([^<>]{1,1000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_JSON_LD = re.compile(r"<script\b[^<>]{0,200}ld\+json[^<>]{0,200}>([^<]{2,20000})</script", re.IGNORECASE)
_HTML = (
    ("title", "title element", re.compile(r"<title\b[^<>]{0,200}>([^<]{1,300})</title", re.IGNORECASE)),
    ("date", "time element", re.compile(r"""<time\b[^<>]{0,200}datetime\s*=\s*["']([^"']{4,40})""", re.IGNORECASE)),
    ("language", "html element", re.compile(r"""<html\b[^<>]{0,200}\blang\s*=\s*["']([\w-]{2,20})""", re.IGNORECASE)),
    (
        "url",
        "canonical link",
        re.compile(r"""<link\b[^<>]{0,99}canonical[^<>]{0,99}href\s*=\s*["']([^"']+)""", re.IGNORECASE),
    ),
)
_META_NAMES = {
    "og:title": "title",
    "article:published_time": "date",
    "datepublished": "date",
    "pubdate": "date",
    "publishdate": "date",
    "date": "date",
    "og:site_name": "publisher",
    "author": "author",
    "article:author": "author",
    "og:url": "url",
}
# Each pattern has a hint before it, a piece that every match holds and that most texts do not: it is quickly looked up.
_DATED = re.compile(_DATE)
_TEXT = (
    (
        "title",
        "front matter",
        re.compile(":(?:(?<=title:)|(?<=subject:))"),
        re.compile(r"^(?:\[#\]: )?(?:title|subject):[ \t]*[\"']?([^\n\"']{2,200})", re.MULTILINE),
    ),
    (
        "date",
        "front matter",
        re.compile(":(?:(?<=date:)|(?<=pubDate:)|(?<=published:))"),
        re.compile(r"^(?:date|pubDate|published):[ \t]*[\"']?([\d/.:T -]{8,30})", re.MULTILINE),
    ),
    (
        "author",
        "front matter",
        re.compile("author:"),
        re.compile(r"^author:[ \t]*[\"']?([^\n\"']{2,60})", re.MULTILINE),
    ),
    ("title", "heading", re.compile("#"), re.compile(r"\A\s*#[ \t]+([^\n]{2,120})")),
    ("title", "heading", re.compile("==="), re.compile(r"\A\s*([^\n]{2,120})\n={3,}\s*\n")),
    ("date", "byline", _DATED, re.compile(rf"{_WHEN}[ \t]*({_DATE})[^\n。，]{{0,40}}$", re.MULTILINE)),
    ("date", "byline", _DATED, re.compile(rf"^[^\n。，,]{{0,30}}?({_DATE})[^\n。，,]{{0,40}}$", re.MULTILINE)),
    (
        "publisher",
        "byline",
        re.compile(r"源[ \t]*[:：|丨]"),
        re.compile(
            r"(?:^|[\s|丨])(?:文章)?[来來]源[ \t]*[:：|丨][ \t]*\[?([^\s\[\]()（）|丨,，。]{2,30})", re.MULTILINE
        ),
    ),
    (
        "author",
        "byline",
        re.compile(r"[者文][ \t]*[:：|丨]"),
        re.compile(r"(?:^|[\s|丨])(?:作者|文)[ \t]*[:：|丨][ \t]*([^\s|丨,，。()（）:：]{2,20})", re.MULTILINE),
    ),
)
_LINKED = (("headline", "title"), ("datePublished", "date"), ("author", "author"), ("publisher", "publisher"))
_SITE = re.compile(r"(?<=.{6})(?:\s*[_|｜]|\s+[-–—]\s).*$")  # behind the title, pages name channel and site
_FILE_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d[-_.]?[01]\d[-_.]?[0-3]\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of metadata found in a document, and where."""

    field: str
    value: str
    where: str


def fill(document: Document) -> Metadata:
    """Return the document's metadata; what was not given is taken from the document itself.

    Of a date, the document may also tell the month or day of a year that was given.
    """
    values = {found.field: found.value for found in find(document)}
    given = document.metadata
    filled = Metadata(*(getattr(given, name) or values.get(name) for name in _NAMES))
    finer = values.get("date", "")
    return replace(filled, date=finer) if filled.date and finer.startswith(filled.date) else filled


def find(document: Document) -> tuple[Found, ...]:
    """Return the best value for each field that the document itself gives, with its place."""
    best: dict[str, Found] = {}
    for found in _all(document):
        value = " ".join(unescape(found.value).split())
        if found.where == "title element":
            value = _SITE.sub("", value)
        if found.field == "date":
            value = day_of(value.replace("_", "-")) or ""
        if value:
            best.setdefault(found.field, Found(found.field, value, found.where))
    return tuple(best[name] for name in _NAMES if name in best)


def _all(document: Document) -> Iterator[Found]:
    page = document.text[:_PAGE_HEAD]
    if "<" in page and ("html" in document.media or "<meta" in page or "<html" in page):
        yield from _page(page)
        page = _visible(page)
    head = page.lstrip("\ufeff \r\n")[:_HEAD].replace("\r\n", "\n")
    for field, where, hint, pattern in _TEXT:
        if hint.search(head) and (found := pattern.search(head)):
            yield Found(field, found[1], where)
    if found := _FILE_DATE.search(document.doc):
        yield Found("date", found[1], "file name")


def _visible(page: str) -> str:
    """Return the words of a page without its tags."""
    draft = Draft(page, [], [])
    draft.apply("markup", tags(page, page=True).changes)
    return draft.text


def _page(page: str) -> Iterator[Found]:
    for block in _JSON_LD.findall(page):
        yield from _linked_data(block)
    for tag in _META.findall(page):
        attributes = {name.lower(): first or second for name, first, second in _ATTRIBUTE.findall(tag)}
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        if name.lower() in _META_NAMES and attributes.get("content"):
            yield Found(_META_NAMES[name.lower()], attributes["content"], f"meta {name}")
    for field, where, pattern in _HTML:
        if found := pattern.search(page):
            yield Found(field, found[1], where)


def _linked_data(block: str) -> Iterator[Found]:
    try:
        data = json.loads(block)
    except (ValueError, RecursionError):  # a page's own mistake; the other places are still looked at
        return
    for item in _items(data):
        for key, field in (
            ("headline", "title"),
            ("datePublished", "date"),
            ("author", "author"),
            ("publisher", "publisher"),
        ):
            value = item.get(key)
            value = value[0] if isinstance(value, list) and value else value
            value = value.get("name") if isinstance(value, dict) else value
            if isinstance(value, str) and value.strip():
                yield Found(field, value, f"JSON-LD {key}")


def _items(data: Any) -> list[dict[str, Any]]:
    found = data if isinstance(data, list) else data.get("@graph", [data]) if isinstance(data, dict) else []
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []
