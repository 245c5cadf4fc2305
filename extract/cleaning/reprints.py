"""Reprints: one text told several times, across scripts, glosses, spinning and boilerplate.

A text's sketch is the smallest hashes of its runs of four letters or characters, taken from the folded, clean text
without what is set aside. Two sketches tell how much two texts share, whatever their order.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from extract.model import CleanText

_SIZE = 256  # hashes of a sketch
_KEYS = 24  # of them, how many are looked up to find candidates
_RUN = 4  # characters hashed together
_SAME = 0.5  # shared part from which on two texts are one
_CROWDED = 200  # texts with one hash in common beyond which it tells nothing
_REST = re.compile(r"[\W_]+")
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What tells a document from others, and what tells which of several is the original.

    Args:
        doc: Document id.
        sketch: The smallest hashes of its text, ascending.
        date: Publication day, month or year, if known.
        reprinted: Whether it says itself that it is taken from elsewhere.
        length: Characters of its text.
    """

    doc: str
    sketch: tuple[int, ...]
    date: str | None = None
    reprinted: bool = False
    length: int = 0


@dataclass(frozen=True, slots=True)
class Reprints:
    """Documents that tell one text; the likely original first."""

    original: str
    copies: tuple[str, ...]


def fingerprint(doc: str, clean: CleanText, date: str | None = None) -> Fingerprint:
    """Return the fingerprint of a cleaned document."""
    body = _REST.sub("", _body(clean)).casefold()
    reprinted = any(aside.kind == "repost" for aside in clean.asides)
    return Fingerprint(doc, _sketch(body), date, reprinted, len(body))


def similarity(first: Fingerprint, second: Fingerprint) -> float:
    """Return the part of their text that two documents share, estimated from the sketches, from 0 to 1."""
    if not first.sketch or not second.sketch:
        return 0.0
    smallest = sorted({*first.sketch, *second.sketch})[: max(len(first.sketch), len(second.sketch))]
    both = set(first.sketch) & set(second.sketch)
    return sum(value in both for value in smallest) / len(smallest)


def find_reprints(prints: Iterable[Fingerprint]) -> list[Reprints]:
    """Group the documents that tell one text; documents that stand alone are in no group."""
    known = sorted(prints, key=lambda one: one.doc)
    leader = list(range(len(known)))
    for first, second in _candidates(known):
        one, other = _root(leader, first), _root(leader, second)
        if one != other and similarity(known[first], known[second]) >= _SAME:
            leader[max(one, other)] = min(one, other)
    groups: dict[int, list[Fingerprint]] = defaultdict(list)
    for index, member in enumerate(known):
        groups[_root(leader, index)].append(member)
    return [_ranked(group) for group in groups.values() if len(group) > 1]


def _body(clean: CleanText) -> str:
    parts: list[str] = []
    at = 0
    for aside in clean.asides:
        parts.append(clean.folded[at : aside.span.start])
        at = aside.span.end
    return "".join([*parts, clean.folded[at:]])


def _sketch(body: str) -> tuple[int, ...]:
    codes = np.frombuffer(body.encode("utf-32-le", "replace"), dtype=np.uint32).astype(np.uint64)
    if len(codes) < _RUN:
        return ()
    hashes = np.zeros(len(codes) - _RUN + 1, dtype=np.uint64)
    for offset in range(_RUN):
        hashes = hashes * _FACTOR + codes[offset : offset + len(hashes)]
    hashes ^= hashes >> np.uint64(31)  # the low bits must depend on all characters
    hashes *= _FACTOR
    hashes ^= hashes >> np.uint64(29)
    return tuple(int(value) for value in np.unique(hashes)[:_SIZE])


def _candidates(known: Sequence[Fingerprint]) -> list[tuple[int, int]]:
    """Return the pairs that share at least two of their smallest hashes."""
    places: dict[int, list[int]] = defaultdict(list)
    for index, one in enumerate(known):
        for value in one.sketch[:_KEYS]:
            places[value].append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for indexes in places.values():
        if len(indexes) <= _CROWDED:
            shared.update((first, second) for n, first in enumerate(indexes) for second in indexes[n + 1 :])
    return sorted(pair for pair, count in shared.items() if count > 1)


def _root(leader: list[int], index: int) -> int:
    while leader[index] != index:
        leader[index] = leader[leader[index]]
        index = leader[index]
    return index


def _ranked(group: list[Fingerprint]) -> Reprints:
    """Put the likely original first: not reprinted by its own words, the earliest, the longest."""
    ranked = sorted(group, key=lambda one: (one.reprinted, one.date or "9999", -one.length, one.doc))
    return Reprints(ranked[0].doc, tuple(one.doc for one in ranked[1:]))
