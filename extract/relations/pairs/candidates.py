"""Pairs of names that may be related, and what shows of each pair besides its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ontology.vocabulary import RELATIONS, Relation, is_any

from ..phrase_slots import CLASSES
from .passage import FAMILY_OF, Floats, Ints, Passage, on_grid, running_counts

PREDICATES = tuple(RELATIONS)


def _fits(relation: Relation, one: str, other: str) -> bool:
    """Tell whether a relation takes such a pair, whatever words state it."""
    return relation.fits(one, other) and is_any(other, relation.objects)


FITS = np.array(
    [[[_fits(RELATIONS[p], one, other) for p in PREDICATES] for other in CLASSES] for one in CLASSES], dtype=np.bool_
)
"""Which classes (subject, object) each relation takes."""

_FITS_ANY: npt.NDArray[np.bool_] = np.logical_or.reduce(FITS, axis=2)
_NAMES = 24  # names further apart than so many others are no pair
_KEPT = 2  # places where a pair stands together that are looked at
_STOP, _COMMA, _LIST, _FIRST_FAMILY = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Candidates:
    """
    Ordered pairs of entities, and the places where they stand together.

    Args:
        subject: The number of each pair's subject entity.
        object: The number of each pair's object entity.
        kinds: The classes of both, one row a pair.
        shown: What shows of a pair in the whole document, one row a pair.
        told: What the frames say of a pair: a column a predicate, then of it turned round, and of others like it.
        pair: The number of each place's pair.
        one: The number of the subject's name at each place.
        other: The number of the object's name at each place.
        seen: What shows of each place, one row a place.
    """

    subject: Ints
    object: Ints
    kinds: Ints
    shown: Floats
    told: Floats
    pair: Ints
    one: Ints
    other: Ints
    seen: Floats


def candidates(
    text: Passage, links: Sequence[Mapping[str, str]], found: Mapping[tuple[str, str, str], float]
) -> Candidates:
    """
    Return the pairs of a document.

    Args:
        text: The document.
        links: Who makes an entity, and who owns it, by id: what the lexicon knows.
        found: How sure the frames are of what they found, by subject, predicate and object.
    """
    one, other = _near(text)
    size = len(text.ids)
    key = text.entity[one] * size + text.entity[other]
    apart = text.sentence[other] - text.sentence[one]
    far = np.abs(text.place[other] - text.place[one]) + np.where(apart == 0, 0, 1000)
    order = np.lexsort((far, key))
    one, other, key = one[order], other[order], key[order]
    fresh = np.concatenate(([True], key[1:] != key[:-1])) if len(key) else np.zeros(0, dtype=np.bool_)
    rank = np.arange(len(key)) - np.maximum.accumulate(np.where(fresh, np.arange(len(key)), 0))
    together = text.sentence[one] == text.sentence[other]
    number = fresh.cumsum() - 1
    count = np.bincount(number, weights=together).astype(np.int64)
    kept = (rank == 0) | ((rank < _KEPT) & together)
    (first,) = fresh.nonzero()
    subject, object_ = key[first] // max(size, 1), key[first] % max(size, 1)
    kinds = np.array((text.kind[one[first]], text.kind[other[first]])).T
    shown = _shown(text, subject, object_, count, links)
    told = _found(text, subject, object_, found)
    one, other, number = one[kept], other[kept], number[kept]
    return Candidates(subject, object_, kinds, shown, told, number, one, other, _seen(text, one, other))


def _near(text: Passage) -> tuple[Ints, Ints]:
    """Return the numbers of names that stand in one sentence or in neighbouring ones, both ways round."""
    size = len(text.sentence)
    numbers = np.arange(size)
    ends = np.minimum(text.sentence.searchsorted(text.sentence + 1, side="right"), numbers + 1 + _NAMES)
    counts = ends - numbers - 1
    left = numbers.repeat(counts)
    right = left + 1 + np.arange(len(left)) - (counts.cumsum() - counts).repeat(counts)
    one, other = np.concatenate((left, right)), np.concatenate((right, left))
    fit = _FITS_ANY[text.kind[one], text.kind[other]] & (text.entity[one] != text.entity[other])
    return one[fit], other[fit]


def _seen(text: Passage, one: Ints, other: Ints) -> Floats:
    """Return what shows of a place where two names stand together: how far apart, what between, at which end."""
    counts = running_counts(text.points)
    first, last = np.minimum(one, other), np.maximum(one, other)  # names are numbered in the order of the text
    left, right = text.place[first], text.place[last]
    start, end = text.starts[text.part[first]], text.starts[text.part[last] + 1] - 1
    between = counts[:, np.maximum(right, left + 1)] - counts[:, left + 1]
    names, stops, columns = between[_FIRST_FAMILY:], counts[_STOP], np.arange(len(one))
    among = np.add.reduce(names)
    logs = [right - left, between[_STOP], between[_COMMA], between[_LIST], among]
    logs += [names[FAMILY_OF[text.kind[one]], columns], names[FAMILY_OF[text.kind[other]], columns]]
    logs += [left - start, end - right, np.add.reduce(counts[_FIRST_FAMILY:, end] - counts[_FIRST_FAMILY:, start])]
    logs += [text.sentence[one]]
    here, there = text.place[one], text.place[other]
    flags = [text.sentence[other] != text.sentence[one], here < there, here == there, among == 0]
    flags += [(left == start) | (stops[left] > stops[np.maximum(left - 1, 0)])]
    flags += [stops[np.minimum(right + 2, end + 1)] > stops[right + 1]]
    flags += [here == start, there == start, between[_STOP] == 0]
    return _traits(logs, flags)


def _traits(logs: Sequence[npt.NDArray[Any]], flags: Sequence[npt.NDArray[Any]]) -> Floats:
    """Return columns of traits: the logarithms of counts, then what is told as it is."""
    rows = np.array([*logs, *flags], dtype=np.float64)
    np.log1p(rows[: len(logs)], out=rows[: len(logs)])
    return np.ascontiguousarray(on_grid(rows).T)


def _shown(text: Passage, subject: Ints, object_: Ints, count: Ints, links: Sequence[Mapping[str, str]]) -> Floats:
    """Return what shows of pairs in the whole document: how often each is named, and what the lexicon knows."""
    size = len(text.ids)
    often = np.bincount(text.entity, minlength=size)
    first, family = np.zeros((2, size), dtype=np.int64)
    first[text.entity[::-1]] = np.minimum(text.sentence[::-1], len(text.entity))  # what is written last stays
    family[text.entity] = FAMILY_OF[text.kind]
    rank, share = _rank(often, family), often / max(int(often.max(initial=1)), 1)
    logs = [count, often[subject], often[object_], rank[subject], rank[object_], first[subject], first[object_]]
    logs += [np.full(len(subject), size)]
    numbers = {id_: n for n, id_ in enumerate(text.ids)}
    flags = [share[subject], share[object_]]
    families = {mention.entity: mention.family for mention in text.mentions}
    for link in links:
        known = [link.get(id_) or link.get(families[id_], "") for id_ in text.ids]
        target = np.array([numbers.get(id_, -1) for id_ in known], dtype=np.int64)
        has = np.array([id_ != "" for id_ in known], dtype=np.bool_)
        made, makes = target[object_] == subject, target[subject] == object_
        flags += [made, makes, has[object_] & ~made, has[subject] & ~makes]
    return _traits(logs, flags)


def _rank(often: Ints, family: Ints) -> Ints:
    """Return for each entity how many of its family are named more often."""
    most = int(often.max(initial=0)) + 1
    key = family * most - often
    ranked = np.sort(key)
    return ranked.searchsorted(key) - ranked.searchsorted((family - 1) * most + 1)


def _found(text: Passage, subject: Ints, object_: Ints, found: Mapping[tuple[str, str, str], float]) -> Floats:
    """Return how sure the frames are of each pair, either way round, and of others with the same names."""
    width = len(PREDICATES)
    columns = np.zeros((len(subject), width + 4), dtype=np.float64)
    numbers = {id_: n for n, id_ in enumerate(text.ids)}
    rows = {pair: n for n, pair in enumerate(zip(subject.tolist(), object_.tolist(), strict=True))} if found else {}
    says, said, made = (np.zeros(len(text.ids), dtype=np.float64) for _ in range(3))
    told: set[tuple[int, int]] = set()
    for (one, predicate, other), confidence in found.items():
        s, o = numbers.get(one, -1), numbers.get(other, -1)
        if s < 0 or o < 0 or predicate not in PREDICATES:
            continue
        made[o] += predicate == "develops"
        if (s, o) not in told:
            told.add((s, o))
            says[s] += 1
            said[o] += 1
        if (row := rows.get((s, o))) is not None:
            columns[row, PREDICATES.index(predicate)] = confidence
        if (row := rows.get((o, s))) is not None:
            columns[row, width] = max(columns[row, width], confidence)
    own = columns[:, :width].any(axis=1)
    columns[:, width + 1] = np.log1p(says[subject] - own)
    columns[:, width + 2] = np.log1p(said[object_] - own)
    columns[:, width + 3] = np.log1p(made[object_] - (columns[:, PREDICATES.index("develops")] > 0))
    return on_grid(columns)
