"""Clauses of a code string: the stretches between commas and stronger marks."""

from __future__ import annotations

import re

BOUND = re.compile(r"[，。；：！？,;!?\n]")


def clause(code: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the clause around ``code[start:end]``."""
    left = 0
    for match in BOUND.finditer(code, 0, start):
        left = match.end()
    after = BOUND.search(code, end)
    return left, after.start() if after else len(code)


def before(code: str, left: int) -> list[str]:
    """Return the clauses of a sentence that end before *left*, nearest first."""
    return [part for part in reversed(BOUND.split(code[: max(0, left - 1)])) if part.strip()]
