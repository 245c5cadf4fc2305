"""All claims of a graph as columns of numbers: filtered, sorted and counted in a millisecond, whatever the filters.

A claim takes some 150 bytes, its words stay in the store. Claims, facts and edges are told by their number here.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

import numpy as np
import pyoxigraph as ox
from numpy.typing import NDArray

from graph.claimed import Told
from graph.concluded import CONTRADICTS, SUPPORTED_BY
from graph.knowledge import KnowledgeGraph
from graph.mapping import DEFAULT
from graph.periods import period
from graph.terms import PREFIXES, ZF
from ontology.vocabulary import MODALITIES

Ints: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]

NONE: Final = -1
NEVER: Final = (0, 0)
_CLAIM: Final = PREFIXES["zc"]


@dataclass(frozen=True, slots=True)
class Columns:
    """The claims, by document and place in the text.

    Args:
        ids: Their ids.
        predicates: The predicates that there are, sorted; ``predicate`` counts in them.
        facts: Ids of the facts, sorted; ``fact`` counts in them.
        times: The times that texts state, sorted.
        subject: Numbers of the entities, as the catalogue counts them.
        object: The same, :data:`NONE` where a figure is told.
        both: Whether the relation holds both ways.
        predicate: Number of the relation or metric.
        modality: Number of the modality in the vocabulary's order.
        confidence: From 0 to 1.
        document: Number of the document, as the library counts them.
        source: Number of the document that it was first printed in.
        start: Where the quote starts in the original text.
        end: Where it ends.
        first: First day that it is about as eight digits, the time stated or else the document's date; 0 for none.
        last: The last one.
        time: Number of the time that the text states, among ``times``; the first of them is none.
        fact: Number of the fact that it supports, :data:`NONE` for none.
        saying: Claims with one number say quite the same, in one modality.
        sources: How many independent sources say the same.
        rivals: The claims that contradict others, claim by claim.
        rivals_of: Where those of a claim begin in ``rivals``.
    """

    ids: Sequence[str]
    predicates: Sequence[str]
    facts: Sequence[str]
    times: Sequence[str]
    subject: Ints
    object: Ints
    both: Flags
    predicate: Ints
    modality: Ints
    confidence: Floats
    document: Ints
    source: Ints
    start: Ints
    end: Ints
    first: Ints
    last: Ints
    time: Ints
    fact: Ints
    saying: Ints
    sources: Ints
    rivals: Ints
    rivals_of: Ints
    rows: Mapping[str, int]

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def disputed(self) -> Flags:
        """Tell which claims another one contradicts."""
        return np.diff(self.rivals_of) > 0

    def contradicting(self, row: int) -> Ints:
        """Return the claims that contradict a claim."""
        return self.rivals[self.rivals_of[row] : self.rivals_of[row + 1]]

    def about(self, entity: int) -> Flags:
        """Tell which claims name an entity."""
        found: Flags = (self.subject == entity) | (self.object == entity)
        return found


def columns(
    graph: KnowledgeGraph, entities: Mapping[str, int], documents: Mapping[str, int], originals: Sequence[int]
) -> Columns:
    """Return the claims of *graph* as columns.

    Args:
        graph: The graph.
        entities: Number of every entity.
        documents: Number of every document.
        originals: For every document the number of the one whose text it tells, its own where it is no reprint.
    """
    dates = _dates(graph)
    told = sorted(graph.told(), key=lambda row: (documents[row.doc], *_place(row), row.claim))
    rows = {row.claim: number for number, row in enumerate(told)}
    facts, fact = _facts(graph, rows)
    rivals, rivals_of = _rivals(graph, rows)
    predicates = sorted({row.predicate for row in told})
    number_of = {name: number for number, name in enumerate(predicates)}
    times = sorted({"", *(row.time for row in told)})
    time_of = {time: number for number, time in enumerate(times)}
    modality_of = {name: number for number, name in enumerate(MODALITIES)}
    document = _ints(documents[row.doc] for row in told)
    source = np.asarray(originals, np.int64)[document] if told else document
    moments = [moment(row.time) or _day(dates.get(row.doc, "")) for row in told]
    saying = _sayings(told, fact)
    places = [_place(row) for row in told]
    return Columns(
        ids=[row.claim for row in told],
        predicates=predicates,
        facts=facts,
        times=times,
        subject=_ints(entities[row.subject] for row in told),
        object=_ints(entities[row.object] if row.object else NONE for row in told),
        both=_flags(row.both for row in told),
        predicate=_ints(number_of[row.predicate] for row in told),
        modality=_ints(modality_of[row.modality] for row in told),
        confidence=np.fromiter((float(row.confidence) for row in told), np.float64),
        document=document,
        source=source,
        start=_ints(start for start, _ in places),
        end=_ints(end for _, end in places),
        first=_ints(first for first, _ in moments),
        last=_ints(last for _, last in moments),
        time=_ints(time_of[row.time] for row in told),
        fact=fact,
        saying=saying,
        sources=distinct(saying, source)[saying] if told else saying,
        rivals=rivals,
        rivals_of=rivals_of,
        rows=rows,
    )


def distinct(groups: Ints, values: Ints) -> Ints:
    """Return for every group, counted from 0, how many different values it has."""
    pairs = np.unique(np.stack([groups, values], axis=1), axis=0)
    return np.bincount(pairs[:, 0], minlength=int(groups.max(initial=-1)) + 1).astype(np.int64)


@lru_cache(maxsize=65536)
def moment(time: str) -> tuple[int, int] | None:
    """Return the first and last day of a stated time as eight digits, ``None`` for what the calendar does not have."""
    span = period(time)
    return span and (int(span[0]), int(span[1]))


def day_text(day: int) -> str | None:
    """Return a day that exists, ``2024-06-30`` for 20240631, and ``None`` for none."""
    if not day:
        return None
    year, month, number = day // 10000, day // 100 % 100, day % 100
    if not 1 <= month <= 12:
        return f"{year:04}"
    most = calendar.monthrange(max(year, 1), month)[1]
    return f"{year:04}-{month:02}-{min(max(number, 1), most):02}"


def _day(date: str) -> tuple[int, int]:
    return moment(date) or NEVER


def _place(row: Told) -> tuple[int, int]:
    start, _, end = row.place.partition(",")
    return int(start), int(end)


def _dates(graph: KnowledgeGraph) -> dict[str, str]:
    return {doc: date for doc, date in graph.dates() if date}


def _facts(graph: KnowledgeGraph, rows: Mapping[str, int]) -> tuple[list[str], Ints]:
    """Return the ids of the facts, and for every claim the number of the one that it supports."""
    found = np.full(len(rows), NONE, np.int64)
    links = graph.store.quads_for_pattern(None, SUPPORTED_BY, None, DEFAULT)
    supports = [(_after(quad.subject, ZF), rows[_after(quad.object, _CLAIM)]) for quad in links]
    facts = sorted({fact for fact, _ in supports})
    number_of = {fact: number for number, fact in enumerate(facts)}
    for fact, row in supports:
        found[row] = number_of[fact]
    return facts, found


def _sayings(told: Sequence[Told], fact: Ints) -> Ints:
    """Return numbers that claims saying the same have in common: of their fact, or of what they say where none is."""
    numbers: dict[object, int] = {}
    found = []
    for row, number in zip(told, fact.tolist(), strict=True):
        figure = (row.value, row.value_max, row.unit, row.bound, row.time) if row.value is not None else ()
        key = number if number != NONE else (row.subject, row.predicate, row.object, row.modality, *figure)
        found.append(numbers.setdefault(key, len(numbers)))
    return np.asarray(found, np.int64)


def _rivals(graph: KnowledgeGraph, rows: Mapping[str, int]) -> tuple[Ints, Ints]:
    """Return the claims that others contradict, claim by claim, and where those of each begin."""
    links = graph.store.quads_for_pattern(None, CONTRADICTS, None, DEFAULT)
    pairs = sorted((rows[_after(quad.subject, _CLAIM)], rows[_after(quad.object, _CLAIM)]) for quad in links)
    begin = np.searchsorted(_ints(one for one, _ in pairs), np.arange(len(rows) + 1))
    return _ints(other for _, other in pairs), begin.astype(np.int64)


def _after(node: object, base: str) -> str:
    assert isinstance(node, ox.NamedNode)
    return node.value[len(base) :]


def _ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, np.int64)


def _flags(values: Iterable[object]) -> Flags:
    return np.fromiter((bool(value) for value in values), np.bool_)
