"""Words in Latin letters that no word around speaks for: which name nobody, and what a single one of them is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .candidates import Candidate
from .segmenting import is_worded
from .words import class_of_tail, pattern, words

_SHORT = 2  # letters of what is a symbol, a syllable or a unit rather than a name: Si
_INITIALS = re.compile(r"[A-Z]{1,2}&[A-Z]{1,2}|[A-Z]\.[A-Z]")
_IN_WORDS = re.compile(r" ?[（(]([\u4e00-\u9fff]{2,6})[）)]")


def is_nobody(folded: str, group: Sequence[Candidate]) -> bool:
    """Tell whether a Latin word of no class names nobody and nothing here.

    Symbols (Si) and initials (R&B, T.R) do not, nor what a law or a measure is called after, what Chinese words in
    brackets say as well, Spike（尖峰）, and what only titles of works hold.
    """
    first = group[0]
    if first.type or not folded[first.start : first.end].isascii():
        return False
    short = first.end - first.start <= _SHORT or _INITIALS.fullmatch(folded, first.start, first.end) is not None
    return short or all(_is_word(folded, candidate) for candidate in group)


def _is_word(folded: str, candidate: Candidate) -> bool:
    """Tell whether a Latin name stands within a title alone, before a law called so, or before its translation."""
    start, end = candidate.start, candidate.end
    if folded[start - 1 : start] == "《" and folded[end : end + 1] == "》":
        return True
    if pattern("eponym").match(folded, end):
        return True
    same = _IN_WORDS.match(folded, end) if candidate.rule == "shape-word" else None
    return same is not None and is_worded(same[1])


def class_of_word(name: str) -> str:
    """Return the class of a single word: what is put together with hyphens is hardly a company, but T-Systems."""
    parts = name.split("-")
    if len(parts) == 1 or parts[-1] == "AI" or class_of_tail(parts[-1]) == "Company":
        return "Company"
    nothing = any(part.lower() in words("generic") or len(part) == 1 for part in parts) or name.isupper()
    return "" if nothing else "Technology"
