"""Reprints: one text told several times, across scripts, glosses, spinning and boilerplate.

A text's sketch is the smallest hashes of its runs of four letters or characters, taken from the folded, clean text
without what is set aside. Two sketches tell how much two texts share, whatever their order.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from extract.model import CleanText

_SIZE = 128  # hashes of a sketch
_KEYS = 24  # of them, how many are looked up to find candidates
_SHARED = 2  # of those, how many two texts must have in common to be compared
_RUN = 4  # characters hashed together
_SAME = 0.5  # shared part from which on two texts are one
_CROWDED = 50  # texts with one hash in common beyond which each is compared with its neighbours alone
_REST = re.compile(r"[\W_]+")
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_HASH = np.dtype("<u8")

Numbers: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What tells a document from others, and what tells which of several is the original.

    Args:
        doc: Document id.
        sketch: The smallest hashes of its text, ascending, eight bytes each, the lowest first.
        date: Publication day, month or year, if known.
        reprinted: Whether it says itself that it is taken from elsewhere.
        spun: Whether its wording was changed by a machine.
        length: Characters of its text.
    """

    doc: str
    sketch: bytes
    date: str | None = None
    reprinted: bool = False
    spun: bool = False
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
    return Fingerprint(doc, _sketch(body), date, reprinted, clean.spun, len(body))


def similarity(first: Fingerprint, second: Fingerprint) -> float:
    """Return the part of their text that two documents share, estimated from the sketches, from 0 to 1."""
    if not first.sketch or not second.sketch:
        return 0.0
    merged = np.concatenate([_hashes(first), _hashes(second)])
    merged.sort()
    twice = merged[1:] == merged[:-1]  # what both have stands twice
    distinct = np.flatnonzero(~np.append(False, twice))[:_SIZE]
    return float(np.count_nonzero(np.append(twice, False)[distinct])) / len(distinct)


def find_reprints(prints: Iterable[Fingerprint]) -> list[Reprints]:
    """Group the documents that tell one text, by the first id in each group; those that stand alone are in no group.

    What comes out depends on the documents alone, not on their order.
    """
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


def _sketch(body: str) -> bytes:
    codes = np.frombuffer(body.encode("utf-32-le", "replace"), dtype=np.uint32).astype(np.uint64)
    if len(codes) < _RUN:
        return b""
    hashes = np.zeros(len(codes) - _RUN + 1, dtype=np.uint64)
    for offset in range(_RUN):
        hashes = hashes * _FACTOR + codes[offset : offset + len(hashes)]
    hashes ^= hashes >> np.uint64(31)  # the low bits must depend on all characters
    hashes *= _FACTOR
    hashes ^= hashes >> np.uint64(29)
    return np.unique(hashes)[:_SIZE].astype(_HASH).tobytes()


def _hashes(one: Fingerprint) -> NDArray[np.uint64]:
    return np.frombuffer(one.sketch, dtype=_HASH)


def _candidates(known: Sequence[Fingerprint]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share some of their smallest hashes; texts with one sketch count as one."""
    first_with: dict[bytes, int] = {}
    for index, one in enumerate(known):
        first = first_with.setdefault(one.sketch, index)
        if first != index:
            yield first, index
    yield from _sharing([(index, np.frombuffer(sketch, _HASH)[:_KEYS]) for sketch, index in first_with.items()])


def _sharing(keys: list[tuple[int, NDArray[np.uint64]]]) -> list[tuple[int, int]]:
    """Return the pairs of numbers, ascending, whose *keys* have several in common."""
    hashes = np.concatenate([each for _, each in keys]) if keys else np.zeros(0, np.uint64)
    owners = np.repeat([index for index, _ in keys], [len(each) for _, each in keys]).astype(np.int64)
    order = np.argsort(hashes, kind="stable")  # stable: the owners of one hash stay ascending
    hashes, owners = hashes[order], owners[order]
    starts = np.flatnonzero(np.append(True, hashes[1:] != hashes[:-1])[: len(hashes)])  # nothing starts in nothing
    ends = np.append(starts[1:], len(hashes))[: len(starts)]
    pairs = [_pairs(owners[start:end]) for start, end in zip(starts, ends, strict=True) if end - start > 1]
    if not pairs:
        return []
    found, counts = np.unique(np.concatenate(pairs), axis=0, return_counts=True)
    first, second = found[counts >= _SHARED].T.tolist()
    return list(zip(first, second, strict=True))


def _pairs(owners: Numbers) -> Numbers:
    """Return the pairs among *owners* of one hash: all of a few, neighbours of many."""
    if len(owners) > _CROWDED:
        return np.stack([owners[:-1], owners[1:]], axis=1)
    first, second = np.triu_indices(len(owners), 1)
    return np.stack([owners[first], owners[second]], axis=1)


def _root(leader: list[int], index: int) -> int:
    while leader[index] != index:
        leader[index] = leader[leader[index]]
        index = leader[index]
    return index


def _ranked(group: list[Fingerprint]) -> Reprints:
    """Put the likely original first: not spun, not reprinted by its own words, the earliest, the longest."""
    ranked = sorted(group, key=lambda one: (one.spun, one.reprinted, _day(one.date), -one.length, one.doc))
    return Reprints(ranked[0].doc, tuple(one.doc for one in ranked[1:]))


def _day(date: str | None) -> str:
    """Return what sorts by date, a mere month or year behind all its days."""
    return (date or "9999") + "~"
