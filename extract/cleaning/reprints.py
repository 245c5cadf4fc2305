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
_NONE = np.uint64(0xFFFFFFFFFFFFFFFF)  # stands behind the hashes of a text that has few
_NONE_BYTE = b"\xff"
_AT_ONCE = 8192  # pairs compared at a time; some 40 MB

Numbers: TypeAlias = NDArray[np.int64]
Hashes: TypeAlias = NDArray[np.uint64]


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
    return float(_similarities(_table([first, second]), np.array([[0, 1]]))[0])


def find_reprints(prints: Iterable[Fingerprint]) -> list[Reprints]:
    """Group the documents that tell one text, by the first id in each group; those that stand alone are in no group.

    What comes out depends on the documents alone, not on their order.
    """
    known = sorted(prints, key=lambda one: one.doc)
    leader = list(range(len(known)))
    for first, second in _same(known):
        one, other = _root(leader, first), _root(leader, second)
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


def _same(known: Sequence[Fingerprint]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that tell one text; those with one sketch are compared with others as one."""
    first_with: dict[bytes, int] = {}
    for index, one in enumerate(known):
        first = first_with.setdefault(one.sketch, index)
        if first != index and one.sketch:
            yield first, index
    first_with.pop(b"", None)
    owners = np.array(list(first_with.values()), dtype=np.int64)
    table = _table([known[index] for index in owners])
    pairs = _candidates(table[:, :_KEYS])
    for start in range(0, len(pairs), _AT_ONCE):
        part = pairs[start : start + _AT_ONCE]
        yield from owners[part[_similarities(table, part) >= _SAME]].tolist()


def _table(prints: Sequence[Fingerprint]) -> Hashes:
    """Return a row of hashes for each sketch, filled up at the end."""
    sketches = b"".join(one.sketch.ljust(_SIZE * _HASH.itemsize, _NONE_BYTE) for one in prints)
    return np.frombuffer(sketches, _HASH).reshape(len(prints), _SIZE)


def _similarities(table: Hashes, pairs: Numbers) -> NDArray[np.float64]:
    """Return how much of the smallest hashes of both rows of each pair stands in both."""
    merged = np.concatenate([table[pairs[:, 0]], table[pairs[:, 1]]], axis=1)
    merged.sort(axis=1)
    twice = np.zeros(merged.shape, dtype=np.bool_)  # what both have stands twice: marked where it comes again
    np.equal(merged[:, 1:], merged[:, :-1], out=twice[:, 1:])
    distinct = np.cumsum(~twice, axis=1, dtype=np.int16)
    counted = (distinct <= _SIZE) & (merged != _NONE)
    both = np.count_nonzero(twice & counted, axis=1)
    shared: NDArray[np.float64] = both / np.count_nonzero(counted & ~twice, axis=1)
    return shared


def _candidates(keys: Hashes) -> Numbers:
    """Return the pairs of rows, ascending, that have several keys in common.

    Of the owners of one key all are paired where they are few, neighbours where they are many.
    """
    hashes, owners = keys.ravel(), np.repeat(np.arange(len(keys)), keys.shape[1])
    order = np.argsort(hashes, kind="stable")  # stable: the owners of one hash stay ascending
    order = order[: np.searchsorted(hashes, _NONE, sorter=order)]
    hashes, owners = hashes[order], owners[order]
    ends = np.flatnonzero(np.append(hashes[1:] != hashes[:-1], True)) + 1 if len(hashes) else np.zeros(0, np.int64)
    sizes = np.diff(ends, prepend=0)
    few = np.repeat(sizes <= _CROWDED, sizes)
    found = [np.zeros(0, np.int64)]
    for apart in range(1, min(_CROWDED, sizes.max(initial=0))):
        paired = hashes[apart:] == hashes[:-apart]
        if apart > 1:
            paired &= few[apart:]
        found.append((owners[:-apart] * len(keys) + owners[apart:])[paired])
    pairs, counts = np.unique(np.concatenate(found), return_counts=True)
    return np.stack(np.divmod(pairs[counts >= _SHARED], max(1, len(keys))), axis=1)


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
