"""The usual spellings of a name: GPT-4, GPT 4 and GPT4 are one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise, product

_PIECES = re.compile(
    r"[ \-‐‑–·・]+|(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])|(?<=[a-z\d])(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])(?=[a-z\d])"
)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z][A-Za-z])")
_MOST_JOINTS = 3
_SHORT = 5


@lru_cache(maxsize=16384)
def bare(name: str) -> str:
    """Return a Latin name without what writers leave out: punctuation, and the plural within longer names."""
    parts = re.findall(r"[a-z0-9]+", name.lower())
    return "".join(part.rstrip("s") or part for part in parts) if len(parts) > 2 else "".join(parts)


def spellings(name: str) -> Iterable[str]:
    """Return the lower-case spellings of a folded *name*: GPT-4, GPT 4 and GPT4 are one."""
    lowered = name.lower()
    pieces = [piece for piece in _PIECES.split(lowered) if piece]
    found = {lowered: None}
    if len(pieces) > 1:
        joints = len(pieces) - 1
        ways = (
            product(("", " ", "-"), repeat=joints)
            if joints <= _MOST_JOINTS
            else [(j,) * joints for j in ("", " ", "-")]
        )
        for way in ways:
            if not _runs_digits(pieces, way) and not _misread(pieces, way):
                found[pieces[0] + "".join(j + piece for j, piece in zip(way, pieces[1:], strict=True))] = None
    if name.isascii() and _HUMP.search(name) is not None:
        between = (" ", "-") if len(name) > _SHORT else (" ",)  # go-to is no GoTo
        found |= {_HUMP.sub(joint, name).lower(): None for joint in between}
    return found


def _runs_digits(pieces: Sequence[str], way: Sequence[str]) -> bool:
    """Tell whether joining *pieces* in this *way* lets two numbers run into one."""
    return any(
        not joint and a[-1].isdigit() and b[0].isdigit() for joint, (a, b) in zip(way, pairwise(pieces), strict=True)
    )


def _misread(pieces: Sequence[str], way: Sequence[str]) -> bool:
    """Tell whether a spelling would be read as something else: Model S as models, F1 as F-1, 1X as 1 x."""
    if sum(map(len, pieces)) == 2:
        return any(way)
    last, before = pieces[-1], pieces[-2]
    return last.isascii() and last.isalpha() and len(last) == 1 and before[-1:].isalpha() and not way[-1]
