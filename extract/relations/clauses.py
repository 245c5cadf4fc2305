"""Clauses of a code string: the stretches between commas and stronger marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

BOUND = re.compile(r"[，。；：！？,;!?\n]")


@lru_cache(maxsize=64)
def bounds(code: str) -> tuple[int, ...]:
    """Return where the marks between clauses stand; of one sentence this is asked many times in a row."""
    return tuple(match.start() for match in BOUND.finditer(code))


def clause(code: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the clause around ``code[start:end]``."""
    marks = bounds(code)
    first, last = bisect_left(marks, start), bisect_left(marks, end)
    return marks[first - 1] + 1 if first else 0, marks[last] if last < len(marks) else len(code)


def before(code: str, left: int) -> list[str]:
    """Return the clauses of a sentence that end before *left*, nearest first."""
    return [part for part in reversed(BOUND.split(code[: max(0, left - 1)])) if part.strip()]
