"""Reprints: one text told several times, across scripts, glosses, spinning and boilerplate.

A text's sketch is the smallest hashes of its runs of four letters or characters, taken from the folded, clean text
without what is set aside. Two sketches tell how much two texts share, whatever their order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, TypeAlias

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
_MUCH = 200  # documents that came or went, beyond which all are compared anew
_AT_ONCE = 8192  # pairs compared at a time; some 40 MB

Numbers: TypeAlias = NDArray[np.int64]
Hashes: TypeAlias = NDArray[np.uint64]
Flags: TypeAlias = NDArray[np.bool_]
Pair: TypeAlias = tuple[str, str]
"""Ids of two documents."""
Print: TypeAlias = tuple[str, bytes]
"""Id of a document and its sketch."""


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
    known = by_id(prints)
    return grouped(known, alike(known))


def by_id(prints: Iterable[Fingerprint]) -> list[Fingerprint]:
    """Return fingerprints in the order of their documents."""
    return sorted(prints, key=attrgetter("doc"))


def alike(
    known: Sequence[Fingerprint], former: Iterable[Pair] = (), touched: Collection[Print] | None = None
) -> list[Pair]:
    """Return the pairs of documents whose sketches differ and yet are of one text, sorted.

    Of documents with one sketch, the first stands for all. Given what was found before, only pairs that may be
    others by what came or went since are looked at.

    Args:
        known: The fingerprints of all documents, by id.
        former: What this returned before *touched* came or went.
        touched: Id and sketch of each document that came or went; by default all are new.
    """
    firsts = enumerate(_first_alike(known))
    prints = [known[number] for number, first in firsts if first == number and known[number].sketch]
    table = _table(prints)
    scope = _scope(known, prints, table[:, :_KEYS], touched)
    pairs = _candidates(table[:, :_KEYS], scope)
    parts = (pairs[start : start + _AT_ONCE] for start in range(0, len(pairs), _AT_ONCE))
    found = [pair for part in parts for pair in part[_similarities(table, part) >= _SAME].tolist()]
    places = {one.doc: place for place, one in enumerate(prints)}
    kept = [pair for pair in former if pair[0] in places and pair[1] in places]
    kept = [(one, other) for one, other in kept if not scope.covers(places[one], places[other])]
    return sorted([*kept, *((prints[one].doc, prints[other].doc) for one, other in found)])


def grouped(known: Sequence[Fingerprint], pairs: Iterable[Pair]) -> list[Reprints]:
    """Group documents by who is like whom, and those with one sketch.

    Args:
        known: The fingerprints of all documents, by id.
        pairs: Ids of documents that tell one text.
    """
    leader = _first_alike(known)
    places = {one.doc: place for place, one in enumerate(known)} if pairs else {}
    for first, second in pairs:
        one, other = _root(leader, places[first]), _root(leader, places[second])
        leader[max(one, other)] = min(one, other)
    groups: dict[int, list[Fingerprint]] = {}
    for index in range(len(known)):
        if (first_of := _root(leader, index)) != index:
            groups.setdefault(first_of, [known[first_of]]).append(known[index])
    return [_ranked(groups[first_of]) for first_of in sorted(groups)]


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
    hashes.sort()
    fresh = np.append(True, hashes[1:] != hashes[:-1])
    lowest: Hashes = hashes[fresh][:_SIZE].astype(_HASH)
    return lowest.tobytes()


def _first_alike(known: Sequence[Fingerprint]) -> list[int]:
    """Return for each document the number of the first with its sketch; one without any stands alone."""
    first_with: dict[bytes, int] = {}
    return [first_with.setdefault(one.sketch, number) if one.sketch else number for number, one in enumerate(known)]


@dataclass(frozen=True, slots=True)
class _Scope:
    """Which pairs of rows are looked at: those with a changed one, and of the near ones all.

    Args:
        changed: Rows that came, or took the place of others that went.
        near: These, and rows of which a pair may have begun or ceased to be looked at by what came or went.
        asked: The keys that a near row has, wherever they stand.
    """

    changed: Flags
    near: Flags
    asked: Flags

    def covers(self, one: NDArray[np.int64] | int, other: NDArray[np.int64] | int) -> Any:
        """Tell which pairs of rows are looked at."""
        return self.changed[one] | self.changed[other] | (self.near[one] & self.near[other])


def _scope(
    known: Sequence[Fingerprint], prints: Sequence[Fingerprint], keys: Hashes, touched: Collection[Print] | None
) -> _Scope:
    """Return what has to be looked at when *touched* came or went.

    The owners of a key are all paired while they are few: then a pair depends on nobody else. Where they are many,
    each is paired with its neighbours, which are others when one comes or goes between them. Where they may have
    become many, or few, all of them are looked at.
    """
    if touched is None or len(touched) > _MUCH:
        return _Scope(np.ones(len(keys), np.bool_), np.ones(len(keys), np.bool_), np.ones(keys.shape, np.bool_))
    sketches = {sketch for _, sketch in touched}
    changed = np.array([one.sketch in sketches for one in prints], np.bool_)
    ids = [one.doc for one in prints]
    places = {bisect_left(ids, doc) for doc in (*dict(touched), *(one.doc for one in known if one.sketch in sketches))}
    near = changed.copy()
    for key, number in Counter(key for _, sketch in touched for key in _keys(sketch)).items():
        owners = np.flatnonzero((keys == key).any(axis=1))
        if abs(len(owners) - _CROWDED) <= number:
            near[owners] = True
        elif len(owners) > _CROWDED:
            at = np.searchsorted(owners, sorted(places))
            beside = np.concatenate([at - 1, at, at + 1])
            near[owners[beside[(beside >= 0) & (beside < len(owners))]]] = True
    return _Scope(changed, near, _among(keys, keys[near].ravel()))


def _keys(sketch: bytes) -> list[int]:
    keys: list[int] = np.frombuffer(sketch, _HASH)[:_KEYS].tolist()
    return keys


def _among(keys: Hashes, some: Hashes) -> Flags:
    """Return which of *keys* are among *some*, as np.isin does; it would sort all of them."""
    known = np.sort(some)
    if not len(known):
        return np.zeros(keys.shape, np.bool_)
    found: Flags = known[np.minimum(np.searchsorted(known, keys), len(known) - 1)] == keys
    return found


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


def _candidates(keys: Hashes, scope: _Scope) -> Numbers:
    """Return the pairs of rows in *scope*, ascending, that have several keys in common.

    Of the owners of one key all are paired where they are few, neighbours where they are many.
    """
    hashes, owners = keys[scope.asked], np.nonzero(scope.asked)[0]
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
        one, other = owners[:-apart][paired], owners[apart:][paired]
        found.append((one * len(keys) + other)[scope.covers(one, other)])
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
