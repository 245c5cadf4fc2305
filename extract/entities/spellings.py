"""The usual spellings of a name: GPT-4, GPT 4 and GPT4 are one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise, product

_PIECES = re.compile(
    r"[ \-‐‑–·・]+|(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])|(?<=[a-z\d])(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])(?=[a-z\d])"
)
_HAN = re.compile(r"[\u3400-\u9fff]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z][A-Za-z])")
_MOST_JOINTS = 3
_ANY: tuple[str, ...] = ("", " ", "-")
_APART: tuple[str, ...] = (" ", "-")
_SHORT = 5


@lru_cache(maxsize=16384)
def bare(name: str) -> str:
    """Return a Latin name without what writers leave out: punctuation, and the plural within longer names."""
    parts = re.findall(r"[a-z0-9]+", name.lower())
    return "".join(part.rstrip("s") or part for part in parts) if len(parts) > 2 else "".join(parts)


def spellings(name: str) -> Iterable[str]:
    """Return the lower-case spellings of a folded *name*: GPT-4, GPT 4 and GPT4 are one."""
    if _HAN.fullmatch(name):
        return (name,)
    lowered = name.lower()
    pieces = [piece for piece in _PIECES.split(lowered) if piece]
    found = {lowered: None}
    if len(pieces) > 1:
        for way in _ways(_joints(pieces)):
            found[pieces[0] + "".join([joint + piece for joint, piece in zip(way, pieces[1:], strict=True)])] = None
    if name.isascii() and _HUMP.search(name) is not None:
        between = (" ", "-") if len(name) > _SHORT else (" ",)  # go-to is no GoTo
        found |= {_HUMP.sub(joint, name).lower(): None for joint in between}
    return found


def _joints(pieces: Sequence[str]) -> list[tuple[str, ...]]:
    """Return what may stand between each two of *pieces*: nothing where it would read as something else.

    Two numbers would run into one, Model S would be models, and F1 is no F-1, 1X no 1 x.
    """
    if sum(map(len, pieces)) == 2:
        return [("",) if not (pieces[0].isdigit() and pieces[1].isdigit()) else ()]
    joints = [_APART if a[-1].isdigit() and b[0].isdigit() else _ANY for a, b in pairwise(pieces)]
    last = pieces[-1]
    if len(last) == 1 and last.isascii() and last.isalpha() and pieces[-2][-1].isalpha():
        joints[-1] = _APART
    return joints


def _ways(joints: Sequence[tuple[str, ...]]) -> Iterable[tuple[str, ...]]:
    """Return the ways to join pieces: all of them, or where there are many the even ones."""
    if len(joints) <= _MOST_JOINTS:
        return product(*joints)
    return [(joint,) * len(joints) for joint in _ANY if all(joint in each for each in joints)]
