"""A stretch of text that may name an entity, and the choice among overlapping ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from ontology.homographs import fold

ALNUM = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
HAN = "\u3400-\u9fff"
_LOOSE = re.compile(r"[\W_]+")


class Candidate(NamedTuple):
    """A possible mention in clean coordinates.

    ``entry`` is the lexicon's id where the name is known; ``type`` is empty where the
    shape does not tell it; ``weight`` says how sure the class is (2: the form settles it).
    """

    start: int
    end: int
    type: str
    rule: str
    entry: str | None = None
    weight: int = 1
    family: str | None = None  # the lexicon's id of what this is a version or a unit of


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """
    Return what the spellings of one name share: width, script, case, spaces and punctuation are ignored.

    A city's 人民政府 is its 政府.
    """
    return _LOOSE.sub("", fold(unicodedata.normalize("NFKC", name)).casefold()).replace("人民政府", "政府")


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return candidates that do not overlap, in text order; the longest wins, then the lexicon."""
    ordered = sorted(candidates, key=lambda c: (c.start, -c.end, c.entry is None, -c.weight))
    chosen: list[Candidate] = []
    for candidate in ordered:
        if not chosen or candidate.start >= chosen[-1].end:
            chosen.append(candidate)
        elif _longer(candidate, chosen[-1]):
            chosen[-1] = candidate
    return chosen


def _longer(candidate: Candidate, before: Candidate) -> bool:
    """Tell whether *candidate* wins over the one *before* it, which it overlaps; a form never cuts a known name."""
    if before.entry is not None and candidate.entry is None and candidate.start > before.start:
        return False
    return candidate.end - candidate.start > before.end - before.start


def free(candidates: Sequence[Candidate], start: int, end: int) -> bool:
    """Tell whether nothing of the sorted, disjoint *candidates* touches ``start..end``."""
    low, high = 0, len(candidates)
    while low < high:
        middle = (low + high) // 2
        if candidates[middle].end <= start:
            low = middle + 1
        else:
            high = middle
    return low == len(candidates) or candidates[low].start >= end
