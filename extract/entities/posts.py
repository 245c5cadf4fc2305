"""Chinese names of people whom only what is said of their posts tells: 任命林远为, 林远将加入, 由林远接任."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from .candidates import Candidate, free
from .segmenting import is_common
from .words import alternatives, groups, table, words

_HAN = "[\u4e00-\u9fff]"
_END = "(?![说称的是和与及也则被都已在于对将向等就所还又曾并便却才再自从即出担接兼继现历离辞任由为系副])"
_BODIES = frozenset({"Organization", "Government"})  # of whom somebody is a professor


def posted(folded: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield people by the words on both sides of their names.

    Args:
        folded: The folded text.
        found: What the lexicon found, in order, which no such name touches.
    """
    ends = [c.end for c in found if c.type in _BODIES]
    for group, frame in _frames():
        for match in frame.finditer(folded):
            if group == "institute" and not _ended(ends, match.start("a")) and match["where"] is None:
                continue
            names = [match.span(part) for part in ("a", "b") if match[part] is not None]
            if all(_is_free_name(folded, found, *span) for span in names):
                yield from (Candidate(*span, "Person", "post", None, 2) for span in names)


@cache
def _frames() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return what stands around names: the rows of ``posted.``, where <> is a name and <&> one or two."""
    surname = "|".join(sorted(words("surnames"), key=lambda word: (-len(word), word)))
    name = f"(?:{surname}){_HAN}?{_END}{_HAN}"
    both = f"(?P<a>{name})(?:[、和与及](?P<b>{name}))?"
    one = f"(?P<a>{name})(?P<b>(?!))?"
    return tuple(
        (group, re.compile(row.replace("<&>", both).replace("<>", one)))
        for group in groups("posted.")
        for row in (alternatives(f"posted.{group}"),)
    )


def _ended(ends: Sequence[int], at: int) -> bool:
    """Tell whether a known body's name ends at *at*."""
    place = bisect_left(ends, at)
    return place < len(ends) and ends[place] == at


def _is_free_name(folded: str, found: Sequence[Candidate], start: int, end: int) -> bool:
    """Tell whether what stands there can be a name, and is neither a word nor part of a known name."""
    name = folded[start:end]
    banned = words("notpeople")
    word = name[:2] in banned or name[:3] in banned or name in table("triggers") or is_common(name)
    return not word and free(found, start, end)
