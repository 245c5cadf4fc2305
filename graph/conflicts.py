"""What sources disagree on, side by side: who says what, since when, in which words.

Claims that say the same thing are one side, so that twenty sources against one are one row.
"""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Final, TypeVar

import pyoxigraph as ox

from graph.knowledge import KnowledgeGraph
from graph.results import term_text
from graph.terms import id_of
from ontology.vocabulary import ZT

T = TypeVar("T")
Row = Mapping[str, "ox.NamedNode | ox.Literal"]

FORMATS: Final = ("table", "csv", "json")
KINDS: Final = ("figures", "denial", "owners", "founders", "dates")

_CLAIMS: Final = """
SELECT DISTINCT ?claim ?subject ?name ?predicate ?object ?value ?valueMax ?unit ?bound ?change ?time ?modality
    ?confidence ?document ?title ?publisher ?date ?quote ?start ?fact ?sources
WHERE {
    { SELECT DISTINCT ?claim WHERE { ?claim zt:contradicts ?rival } }
    ?claim rdf:subject ?subject ; rdf:predicate ?predicate ; zt:modality ?modality ; zt:confidence ?confidence ;
        prov:wasDerivedFrom ?evidence .
    ?evidence oa:hasSource ?source ; oa:exact ?quote ; oa:start ?start .
    ?source dcterms:identifier ?document .
    ?subject rdfs:label ?name .
    OPTIONAL { ?claim rdf:object ?object }
    OPTIONAL { ?claim zt:value ?value ; zt:unit ?unit }
    OPTIONAL { ?claim zt:valueMax ?valueMax }
    OPTIONAL { ?claim zt:bound ?bound }
    OPTIONAL { ?claim zt:change ?change }
    OPTIONAL { ?claim zt:time ?time }
    OPTIONAL { ?source dcterms:title ?title }
    OPTIONAL { ?source dcterms:publisher ?publisher }
    OPTIONAL { ?source dcterms:date ?date }
    OPTIONAL { ?fact zt:supportedBy ?claim ; zt:support ?sources }
}
"""
_LINKS: Final = "SELECT ?one ?other WHERE { ?one zt:contradicts ?other FILTER ( STR(?one) < STR(?other) ) }"
_CORRECTIONS: Final = "SELECT ?one ?other WHERE { ?one zt:corrects ?other }"


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
    claims = {each.iri: each for each in _claims(graph)}
    pairs: dict[tuple[str, str], list[tuple[_Claim, _Claim]]] = defaultdict(list)
    for one, other in _links(graph, _LINKS):
        first, second = sorted(_parted(claims[one], claims[other]), key=_order)
        if entity is None or entity in {first.side.subject, first.object, second.side.subject, second.object}:
            pairs[first.holder, second.holder].append((first, second))
    corrections = set(_links(graph, _CORRECTIONS))
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


def _claims(graph: KnowledgeGraph) -> Iterator[_Claim]:
    """Yield all claims that another contradicts."""
    for row in _rows(graph, _CLAIMS):
        told = {name: term_text(term) for name, term in row.items()}
        to = row.get("object")
        object_ = id_of(to.value) if isinstance(to, ox.NamedNode) else ""
        label = graph.entity(object_).label if object_ else _figure(told)
        side = _alone(row, told, f"not {label}" if told["modality"] == "zt:denied" else label)
        alike = "|".join((told["subject"], told["predicate"], side.says, side.time))
        predicate = row["predicate"].value.removeprefix(ZT)
        confidence = float(row["confidence"].value)
        yield _Claim(row["claim"].value, predicate, object_, told.get("fact", alike), confidence, side)


def _alone(row: Row, told: Mapping[str, str], says: str) -> Side:
    """Return the side that a claim makes alone."""
    return Side(
        subject=id_of(row["subject"].value),
        name=told["name"],
        says=says,
        time=told.get("time", ""),
        modality=told["modality"].removeprefix("zt:"),
        change=told.get("change", ""),
        sources=int(row["sources"].value) if "sources" in row else 1,
        document=told["document"],
        title=told.get("title", ""),
        publisher=told.get("publisher", ""),
        date=told.get("date", ""),
        start=int(row["start"].value),
        quote=row["quote"].value,
    )


def _parted(one: _Claim, other: _Claim) -> Iterator[_Claim]:
    """Yield two claims; those of one fact are parted by their times, for two dates are two sides of it."""
    for each in (one, other):
        if one.holder == other.holder:
            side = replace(each.side, sources=1)
            yield replace(each, holder=f"{each.holder} {side.time}", side=side, dated=True)
        else:
            yield each


def _figure(told: Mapping[str, str]) -> str:
    """Return a figure as a person reads it."""
    upper = f" to {told['valueMax']}" if told.get("valueMax") else ""
    bound = f" ({told['bound']})" if told.get("bound") else ""
    return f"{told['value']}{upper} {told['unit']}{bound}"


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


def _links(graph: KnowledgeGraph, query: str) -> Iterator[tuple[str, str]]:
    for row in _rows(graph, query):
        yield row["one"].value, row["other"].value


def _rows(graph: KnowledgeGraph, query: str) -> Iterator[Row]:
    """Yield the answers to a query, without what they leave open."""
    answer = graph.query(query)
    assert isinstance(answer, ox.QuerySolutions)
    names = [variable.value for variable in answer.variables]
    for solution in answer:
        row = {name: solution[name] for name in names}
        yield {name: term for name, term in row.items() if isinstance(term, ox.NamedNode | ox.Literal)}
