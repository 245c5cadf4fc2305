"""What sources disagree on, side by side: who says what, since when, in which words.

Claims that say the same thing are one side, so that twenty sources against one are one row.
"""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from itertools import chain
from typing import Any, Final, TypeAlias, TypeVar

import pyoxigraph as ox

from graph import concluded, mapping
from graph.knowledge import KnowledgeGraph
from graph.mapping import entity_node, term, vocabulary_node
from graph.results import term_text
from graph.terms import id_of
from ontology.vocabulary import ZT

T = TypeVar("T")
FORMATS: Final = ("table", "csv", "json")
KINDS: Final = ("figures", "denial", "owners", "founders", "dates")

_DENIED: Final = vocabulary_node("denied")
_RIVAL: Final = concluded.CONTRADICTS
_TITLE, _PUBLISHER, _DATE = (term(f"dcterms:{name}") for name in ("title", "publisher", "date"))
_CHANGE, _BOUND = term("zt:change"), term("zt:bound")

Told: TypeAlias = Mapping[ox.NamedNode, "ox.NamedNode | ox.Literal"]
"""What one graph says of a node."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict, told by its surest claim.

    Args:
        subject: Id of the entity that it is about.
        name: Its label.
        says: The object's label or the figure; ``not`` before what is denied.
        time: The time stated, or ``""``.
        modality: ``asserted`` or ``denied``.
        change: What a figure measures, in the words of the text.
        sources: How many independent sources say so.
        document: Id of the document.
        title: Its title, or ``""``.
        publisher: Its publisher, or ``""``.
        date: Its date, or ``""``.
        start: Where the quote starts in the original text.
        quote: The words.
        claims: IRIs of all claims of this side that contradict the other, the surest first.
    """

    subject: str
    name: str
    says: str
    time: str
    modality: str
    change: str
    sources: int
    document: str
    title: str
    publisher: str
    date: str
    start: int
    quote: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sides that cannot both be right.

    Args:
        kind: One of :data:`KINDS`.
        predicate: Local name of the relation or metric.
        one: The side with more sources; among equals, the earlier one.
        other: The other side.
        corrected: Which side a correction notice of the other corrects: ``one``, ``other`` or ``""``.
    """

    kind: str
    predicate: str
    one: Side
    other: Side
    corrected: str = ""


@dataclass(slots=True)
class _Claim:
    """A contradicted claim: the side that it makes alone, what that side is known by, and whether by its date."""

    iri: str
    predicate: str
    object: str
    holder: str
    confidence: float
    side: Side
    dated: bool = False


def conflicts(graph: KnowledgeGraph, entity: str | None = None) -> list[Conflict]:
    """Return what sources disagree on, what most of them say first.

    Args:
        graph: The graph.
        entity: Id of an entity: only what is said of it, or in which it is named.
    """
    reader, links = _Reader(graph), sorted(set(_links(graph, entity)))
    claims = {node: reader.claim(node) for node in dict.fromkeys(chain.from_iterable(links))}
    pairs: dict[tuple[str, str], list[tuple[_Claim, _Claim]]] = defaultdict(list)
    for one, other in links:
        first, second = sorted(_parted(claims[one], claims[other]), key=_order)
        pairs[first.holder, second.holder].append((first, second))
    corrections = {(quad.subject.value, quad.object.value) for quad in _quads(graph, None, concluded.CORRECTS)}
    found = [_conflict(each, corrections) for each in pairs.values()]
    return sorted(found, key=_weight)


def write_csv(found: Iterable[Conflict]) -> str:
    """Return conflicts as CSV, one a row: what is told of the one side, then of the other."""
    out = io.StringIO()
    sides = [name for name in Side.__slots__ if name != "claims"]
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(
        ["kind", "predicate", "corrected", *sides, "claim", *(f"{name}Other" for name in sides), "claimOther"]
    )
    for each in found:
        cells = [[*(getattr(side, name) for name in sides), side.claims[0]] for side in (each.one, each.other)]
        writer.writerow([each.kind, each.predicate, each.corrected, *cells[0], *cells[1]])
    return out.getvalue()


def write_json(found: Iterable[Conflict]) -> str:
    """Return conflicts as JSON, with all claims of each side."""
    return json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=2) + "\n"


@dataclass(slots=True)
class _Reader:
    """Reads contradicted claims, and what they share only once."""

    graph: KnowledgeGraph
    documents: dict[str, Told] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    facts: dict[str, int] = field(default_factory=dict)

    def claim(self, iri: str) -> _Claim:
        """Return the claim with an IRI."""
        node = ox.NamedNode(iri)
        quads = list(self.graph.store.quads_for_pattern(node, None, None, None))
        home = next(quad.graph_name for quad in quads if quad.predicate == mapping.DERIVED_FROM)
        told = _told(quads)
        object_ = id_of(told[mapping.OBJECT].value) if mapping.OBJECT in told else ""
        label = self._label(object_) if object_ else _figure(told)
        assert isinstance(home, ox.NamedNode)
        fact, sources = self._fact(node)
        denied = told[mapping.MODALITY] == _DENIED
        side = self._alone(home, told, f"not {label}" if denied else label, sources)
        predicate = told[mapping.PREDICATE].value.removeprefix(ZT)
        alike = f"{told[mapping.SUBJECT].value}|{predicate}|{side.says}|{side.time}"
        return _Claim(iri, predicate, object_, fact or alike, float(told[mapping.CONFIDENCE].value), side)

    def _alone(self, home: ox.NamedNode, told: Told, says: str, sources: int) -> Side:
        """Return the side that a claim makes alone."""
        if home.value not in self.documents:
            self.documents[home.value] = _told(self.graph.store.quads_for_pattern(home, None, None, home))
        document, subject = self.documents[home.value], id_of(told[mapping.SUBJECT].value)
        evidence = told[mapping.DERIVED_FROM]
        assert isinstance(evidence, ox.NamedNode)
        quote = _told(self.graph.store.quads_for_pattern(evidence, None, None, home))
        return Side(
            subject=subject,
            name=self._label(subject),
            says=says,
            time=_text(told, mapping.TIME),
            modality=told[mapping.MODALITY].value.removeprefix(ZT),
            change=_text(told, _CHANGE),
            sources=sources,
            document=id_of(home.value),
            title=_text(document, _TITLE),
            publisher=_text(document, _PUBLISHER),
            date=_text(document, _DATE),
            start=int(quote[mapping.START].value),
            quote=quote[mapping.EXACT].value,
        )

    def _label(self, entity: str) -> str:
        if entity not in self.labels:
            self.labels[entity] = self.graph.entity(entity).label
        return self.labels[entity]

    def _fact(self, claim: ox.NamedNode) -> tuple[str, int]:
        """Return the fact that a claim supports, ``""`` for none, and how many sources say the same."""
        quad = next(_quads(self.graph, None, concluded.SUPPORTED_BY, claim), None)
        if quad is None:
            return "", 1
        fact = quad.subject
        assert isinstance(fact, ox.NamedNode)
        if fact.value not in self.facts:
            support = next(_quads(self.graph, fact, concluded.SUPPORT)).object
            self.facts[fact.value] = int(support.value)
        return fact.value, self.facts[fact.value]


def _parted(one: _Claim, other: _Claim) -> Iterator[_Claim]:
    """Yield two claims; those of one fact are parted by their times, for two dates are two sides of it."""
    for each in (one, other):
        if one.holder == other.holder:
            side = replace(each.side, sources=1)
            yield replace(each, holder=f"{each.holder} {side.time}", side=side, dated=True)
        else:
            yield each


def _figure(told: Told) -> str:
    """Return a figure as a person reads it."""
    upper = f" to {term_text(told[mapping.VALUE_MAX])}" if mapping.VALUE_MAX in told else ""
    bound = f" ({told[_BOUND].value})" if _BOUND in told else ""
    return f"{term_text(told[mapping.VALUE])}{upper} {_text(told, mapping.UNIT)}{bound}"


def _conflict(pairs: Sequence[tuple[_Claim, _Claim]], corrections: Collection[tuple[str, str]]) -> Conflict:
    """Return the conflict of two sides, given all their claims that contradict each other."""
    first, second = pairs[0]
    one, other = _side(pair[0] for pair in pairs), _side(pair[1] for pair in pairs)
    notices = [
        any((a, b) in corrections for a in here for b in there) for here, there in _both(one.claims, other.claims)
    ]
    corrected = "other" if notices[0] else "one" if notices[1] else ""
    if (one.modality, one.sources) == (other.modality, other.sources) and (other.date or "9") < (one.date or "9"):
        one, other = other, one
        corrected = {"one": "other", "other": "one"}.get(corrected, "")
    return Conflict(_kind(first, second), first.predicate, one, other, corrected)


def _both(one: T, other: T) -> tuple[tuple[T, T], tuple[T, T]]:
    return (one, other), (other, one)


def _side(claims: Iterable[_Claim]) -> Side:
    """Return the side that claims make together."""
    distinct = sorted({each.iri: each for each in claims}.values(), key=lambda each: (-each.confidence, each.iri))
    best = distinct[0].side
    counted = best.modality == "asserted" and not distinct[0].dated  # a fact knows its sources
    sources = best.sources if counted else len({each.side.document for each in distinct})
    return replace(best, sources=sources, claims=tuple(each.iri for each in distinct))


def _kind(one: _Claim, other: _Claim) -> str:
    if one.side.modality != other.side.modality:
        return "denial"
    if not one.object:
        return "figures"
    if one.side.subject != other.side.subject:
        return "founders"
    return "owners" if one.object != other.object else "dates"


def _order(claim: _Claim) -> tuple[bool, int, str]:
    """Order the sides of a conflict: an assertion before its denial, then by sources."""
    return claim.side.modality == "denied", -claim.side.sources, claim.holder


def _weight(conflict: Conflict) -> tuple[object, ...]:
    """Order conflicts: what both sides say most first, then by name."""
    least, most = sorted((conflict.one.sources, conflict.other.sources))
    names = (conflict.one.name, conflict.predicate, conflict.one.says, conflict.other.says)
    return -least, -most, *names, conflict.one.claims, conflict.other.claims


def _links(graph: KnowledgeGraph, entity: str | None) -> Iterator[tuple[str, str]]:
    """Yield the claims that contradict each other, each pair once; with an *entity*, those that name it."""
    quads = _quads(graph, None, _RIVAL) if entity is None else _about(graph, entity)
    for quad in quads:
        one, other = quad.subject.value, quad.object.value
        if one < other or entity is not None:
            yield (one, other) if one < other else (other, one)


def _about(graph: KnowledgeGraph, entity: str) -> Iterator[Any]:
    for predicate in (mapping.SUBJECT, mapping.OBJECT):
        for quad in graph.store.quads_for_pattern(None, predicate, entity_node(entity), None):
            yield from _quads(graph, quad.subject, _RIVAL)


def _quads(
    graph: KnowledgeGraph, subject: Any, predicate: ox.NamedNode, object_: ox.NamedNode | None = None
) -> Iterator[Any]:
    return graph.store.quads_for_pattern(subject, predicate, object_, mapping.DEFAULT)


def _told(quads: Iterable[ox.Quad]) -> Told:
    return {quad.predicate: quad.object for quad in quads if isinstance(quad.object, ox.NamedNode | ox.Literal)}


def _text(told: Told, predicate: ox.NamedNode) -> str:
    return term_text(told.get(predicate))
