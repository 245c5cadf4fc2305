"""Spaces inside Chinese, and line breaks inside sentences."""

from __future__ import annotations

import re
from itertools import pairwise

from extract.cleaning.characters import BLANK, HAN, WIDE
from extract.cleaning.edits import Change

_SPACE = re.compile(
    rf"[{BLANK}](?<!\n[-+*•●][{BLANK}])(?:((?<=[{HAN}][{BLANK}])[{BLANK}]*(?=[{HAN}]))"
    rf"|(?:(?<=[\n{WIDE}][{BLANK}])|(?<![\s\S][{BLANK}]))[{BLANK}]*"
    rf"|[{BLANK}]*(?=[\n{WIDE}]|\Z)|([{BLANK}]+))"
)
ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_SPACE = re.compile(f"[{ODD_SPACES}]")
_HAN = re.compile(f"[{HAN}]")
_GLUED = re.compile(  # OpenAI9日宣布, OpenAICEO表示
    r"[1-9](?<=[A-Za-z]{3}.)(?:(?<=[12])\d|(?<=3)[01])?日(?![均活本元语語益常志前])"
    r"|C[ETFO]O(?<=[A-Za-z]{2}...)(?=[^A-Za-z0-9]|[A-Z][a-z]|\Z)"
)
_CLAUSE = re.compile("[，。；,;]")
_FINAL = re.compile(r"[。！？!?；;：:….」』”）)】》]$")
_GOES_ON = re.compile(rf"[{HAN}A-Za-z0-9“「『《（(，。、；]")
_BULLET = re.compile(r"[-*+•·●◆■▲]|\d{1,2}[.、)）]|[（(]?[一二三四五六七八九十]+[、）)]")
_WIDEST, _NARROWEST, _FEWEST = 100, 16, 4


def spaces(text: str) -> list[Change]:
    """Remove spaces beside Chinese characters and at line ends, and leave one of several elsewhere.

    A space between two Chinese characters in a line without punctuation, as in headlines, separates clauses and stays.
    Several there become the wide space of headlines. A date or a post right behind Latin letters is parted from them.
    """
    changes: list[Change] = []
    for found in _SPACE.finditer(text):
        start, end = found.span()
        if found.lastindex == 1 and not _in_prose(text, start):
            if end - start > 1:
                changes.append((start, end, "\u3000"))
            continue
        changes.append((start, end, " " if found.lastindex == 2 else ""))
    apart = [(at - 1, at, text[at - 1] + " ") for at in (glued.start() for glued in _GLUED.finditer(text))]
    return sorted(changes + apart) if apart else changes


def plain_spaces(text: str) -> str:
    """Write unusual spaces as plain ones, one to one; the wide space that separates headlines stays."""
    return _ODD_SPACE.sub(_plain, text)


def _plain(found: re.Match[str]) -> str:
    at = found.start()
    whole = found.string
    headline = found[0] == "\u3000" and _HAN.match(whole[at - 1 : at]) and _HAN.match(whole[at + 1 : at + 2])
    return "\u3000" if headline else " "


def _in_prose(text: str, at: int) -> bool:
    start = text.rfind("\n", max(at - 200, 0), at) + 1 or max(at - 200, 0)
    end = text.find("\n", at, at + 200)
    return _CLAUSE.search(text, start, end if end >= 0 else at + 200) is not None


def soft_breaks(text: str) -> list[Change]:
    """Join lines that were wrapped at a fixed width inside sentences."""
    lines = text.split("\n")
    width = _wrapped_at(lines)
    if not width:
        return []
    changes = []
    at = -1
    for line, following in pairwise(lines):
        at += len(line) + 1
        if (
            len(line) >= width - 3
            and not _FINAL.search(line)
            and _GOES_ON.match(following)
            and not _BULLET.match(following)
        ):
            changes.append((at, at + 1, "" if _HAN.match(line[-1]) or _HAN.match(following) else " "))
    return changes


def _wrapped_at(lines: list[str]) -> int:
    """Return the width that most lines fill, or 0 where lines are paragraphs."""
    lengths = [len(line) for line in lines if line]
    widest = max(lengths, default=0)
    if len(lengths) < _FEWEST or not _NARROWEST <= widest <= _WIDEST:
        return 0
    full = sum(length >= widest - 3 for length in lengths)
    return widest if 2 * full > len(lengths) else 0
