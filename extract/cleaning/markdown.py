"""Markdown leftovers: pictures, links, headings, emphasis, quotes, rules, short codes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.cleaning.edits import Change, disjoint

_PICTURE = re.compile(
    r"!\[[^\]\n]{0,300}\](?:\([^()\n]{0,600}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)|\[[^\]\n]{0,60}\])(?:\{[^{}\n]{0,80}\})?"
)
_LINK = re.compile(
    r"\[([^\[\]\n]{1,300})"
    r"(\](?:\([^()\s]{0,600}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?(?:[ ]\"[^\"\n]{0,200}\")?\)|\[[^\]\n]{0,60}\]))"
)
_BLOCK = re.compile(r"\n(?:(#{1,6}[ \t]+)|((?:>[ \t]?)+)|([-=*_][-=*_ \t]{2,}(?=\n|\Z))|(```[^\n]{0,40}(?=\n|\Z)))")
# What stands before a mark is looked at behind its first character: patterns that begin with a look are much slower.
_STARS = re.compile(r"\*(?<![\\*\d]\*)\*{1,2}(?!\*)|\*(?<!\*\*)\*{1,2}(?![*\d])")
_LINES = re.compile(r"_(?<![\w\\_]_)_(?=[^\s_])|_(?<=[^\s_]_)_(?![\w_])")
_EMPHASIS = re.compile(r"\*(?<![*\w\\]\*)([^\s*](?:[^*\n]{0,80}[^\s*])?)(\*)(?![*\d])")
_CODE = re.compile(r"`+")
_STRUCK = re.compile(r"~~")
_SHORTCODE = re.compile(r"\{\{[<%][^{}\n]{0,200}[>%]\}\}|\{[#.][A-Za-z][^{}\n]{0,80}\}")
_ESCAPE = re.compile(r"\\(?=[*_#\[\]()>~`.!+-])")
_URL = re.compile(r"(?:<https?|<ftp|https?|ftp)://[!-;=?-~]{3,}>?")
_URL_END = ".,;:!?)]>*_'\"`"


def markdown(text: str) -> list[Change]:
    """Drop pictures, short codes and the marks of headings, quotes and emphasis; keep the words of links."""
    changes: list[Change] = []
    for found in _all(text):
        changes += found
    return disjoint(changes)


def _all(text: str) -> Iterator[list[Change]]:
    if "![" in text:
        yield _whole(_PICTURE, text)
    if "](" in text or "][" in text:
        yield [change for found in _LINK.finditer(text) for change in _around(found)]
    for found in _BLOCK.finditer(text):
        yield [(found.start() + 1, found.end(), "")]
    if text[:1] in "#>-=*_`":
        first = _BLOCK.match("\n" + text[:200])
        if first:
            yield [(0, first.end() - 1, "")]
    for mark, pattern in (
        ("**", _STARS),
        ("__", _LINES),
        ("`", _CODE),
        ("~~", _STRUCK),
        ("{", _SHORTCODE),
        ("\\", _ESCAPE),
    ):
        if mark in text:
            yield _whole(pattern, text)
    if "*" in text:
        yield [change for found in _EMPHASIS.finditer(text) for change in _around(found)]


def _around(found: re.Match[str]) -> tuple[Change, Change]:
    """Take away what stands before and behind the words of a link or an emphasis."""
    return (found.start(), found.start(1), ""), (found.start(2), found.end(), "")


def addresses(text: str) -> list[Change]:
    """Remove web addresses: names inside them are no mentions."""
    if "://" not in text:
        return []
    changes = []
    for found in _URL.finditer(text):
        end = found.end() if found[0][0] == "<" else found.start() + len(found[0].rstrip(_URL_END))
        changes.append((found.start(), end, ""))
    return changes


def _whole(pattern: re.Pattern[str], text: str) -> list[Change]:
    return [(*found.span(), "") for found in pattern.finditer(text)]
