"""The text of a frame's pattern taken apart, without compiling it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

GAP: Final = re.compile(r"\{([-+~*=])(\d+)\}")
"""A gap: its kind and its size."""
PARTY: Final = re.compile(r"\{(s|o|pair)(!?)(?::([A-Za-z,]+))?\}")
"""A party: which, whether only the nearest, its classes."""


def looks(pattern: str) -> Iterator[tuple[int, int]]:
    """Yield where the negative look-arounds of a pattern stand, outermost only."""
    opened: list[int] = []
    skip, inside = -1, False
    for at, char in enumerate(pattern):
        if at == skip:
            continue
        if char == "\\":
            skip = at + 1
        elif inside or char == "[":
            inside = char != "]"
        elif char == "(":
            opened.append(at)
        elif char == ")" and opened:
            start = opened.pop()
            if pattern.startswith(("(?!", "(?<!"), start) and not any(_is_look(pattern, each) for each in opened):
                yield start, at + 1


def _is_look(pattern: str, start: int) -> bool:
    return pattern.startswith(("(?!", "(?<!"), start)


def cuts(pattern: str) -> Iterator[int]:
    """Yield where a pattern can be cut: behind each of its parts, outside brackets of any kind."""
    depth, skip, inside = 0, -1, False
    for at, char in enumerate(pattern):
        if at == skip:
            continue
        if char == "\\":
            skip = at + 1
        elif inside or char == "[":
            inside = char != "]"
        elif char in "({":
            depth += 1
        elif char in ")}":
            depth -= 1
        whole = depth == 0 and not inside and at != skip - 1
        if whole and at + 1 < len(pattern) and pattern[at + 1] not in "?*+":
            yield at + 1
