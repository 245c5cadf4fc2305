"""Why a node of the graph holds what it holds: its names, where they stand, and by which rules they came to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final, TypeAlias

from extract.model import Entity, Evidence
from graph.corrections import Correction
from graph.found import Found
from graph.knowledge import KnowledgeGraph
from graph.record import Record
from graph.terms import entity_iri
from ontology.lexicon import Entry, Lexicon

_AROUND: Final = 16  # characters of the text shown on either side
_Rule: TypeAlias = tuple[str, str, Evidence]  # a rule, the other name or the correction behind it, and where
_Told: TypeAlias = tuple[Record, Found, tuple[_Rule, ...]]
CORRECTION: Final = "correction"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands for the first time in a document.

    Args:
        doc: The document's id.
        start: Offset in its original text.
        end: Offset of what follows.
        quote: The words themselves.
        context: They with some words around them, line breaks as spaces.
    """

    doc: str
    start: int
    end: int
    quote: str
    context: str


@dataclass(frozen=True, slots=True)
class Reason:
    """By which rule a name came to an entity.

    Args:
        rule: How its mentions were found; how they were joined with another name; or ``correction``.
        mentions: How many mentions came so.
        documents: In how many documents.
        place: The first of them, by document id.
        other: The name it was joined with, or what the correction says.
    """

    rule: str
    mentions: int
    documents: int
    place: Place
    other: str = ""


@dataclass(frozen=True, slots=True)
class Called:
    """A name by which texts call an entity, with all reasons why it means that entity."""

    text: str
    mentions: int
    documents: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """Why a node holds what it holds.

    Args:
        entity: The entity.
        called: The names that texts give it, the most frequent first.
        documents: Ids of the documents that speak of it.
        entry: The lexicon's row, where the lexicon at hand has one.
        corrections: The corrections that it comes from.
        silent: Names that no text in the graph gives it: the lexicon says them.
    """

    entity: Entity
    called: tuple[Called, ...]
    documents: tuple[str, ...]
    entry: Entry | None
    corrections: tuple[Correction, ...]
    silent: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Return all of it as plain JSON data."""
        entity = {
            "id": self.entity.id,
            "iri": entity_iri(self.entity.id),
            "label": self.entity.label,
            "type": self.entity.type,
            "known": self.entity.known,
            "wikidata": self.entity.wikidata,
        }
        return {
            "entity": entity,
            "names": [asdict(each) for each in self.called],
            "other_names": list(self.silent),
            "documents": list(self.documents),
            "lexicon": asdict(self.entry) if self.entry else None,
            "corrections": [{key: value for key, value in asdict(each).items() if value} for each in self.corrections],
        }


def why(graph: KnowledgeGraph, entity: Entity, lexicon: Lexicon | None = None) -> Why:
    """Return why the node of *entity* holds what it holds.

    Args:
        graph: The graph.
        entity: One of its entities.
        lexicon: Where to look the entity up.
    """
    names: dict[str, list[_Told]] = {}
    documents = []
    for record in graph.documents_of(entity.id):
        documents.append(record.doc)
        own = {place for each in _as_read(graph, record) if each.entity == entity.id for place in each.places}
        for each in record.found:
            if each.entity == entity.id:
                names.setdefault(each.text, []).append((record, each, tuple(_rules(each, own, graph.corrections))))
    called = [_called(text, told) for text, told in names.items()]
    told = {each.text for each in called}
    silent = tuple(dict.fromkeys(name.text for name in entity.names if name.text not in told))
    return Why(
        entity=entity,
        called=tuple(sorted(called, key=lambda each: (-each.mentions, each.text))),
        documents=tuple(documents),
        entry=lexicon.entries.get(entity.id) if lexicon else None,
        corrections=_chain(graph.corrections, entity.id),
        silent=silent,
    )


def _as_read(graph: KnowledgeGraph, record: Record) -> tuple[Found, ...]:
    """Return how the mentions of a document were found, before any correction."""
    return graph.as_read(record.doc).found if graph.corrections else record.found


def _rules(each: Found, own: Collection[Evidence], corrections: Iterable[Correction]) -> Iterator[_Rule]:
    """Yield by which rules a name came to the entity, each with what is behind it and where it shows."""
    yield each.rule or "unknown", "", each.places[0]
    if each.joined is not None:
        yield each.joined.rule, each.joined.other, each.joined.evidence
    moved = [place for place in each.places if place not in own]
    if moved:
        yield CORRECTION, "; ".join(one.told() for one in corrections if one.into == each.entity), moved[0]


def _called(text: str, told: Sequence[_Told]) -> Called:
    """Return a name with its reasons, in the order in which they are met."""
    by_rule: dict[tuple[str, str], list[tuple[Record, Found, Evidence]]] = {}
    for record, found, rules in told:
        for rule, other, at in rules:
            by_rule.setdefault((rule, other), []).append((record, found, at))
    reasons = tuple(
        Reason(
            rule,
            mentions=sum(len(found.places) for _, found, _ in each),
            documents=len({record.doc for record, _, _ in each}),
            place=_place(each[0][0], each[0][2]),
            other=other,
        )
        for (rule, other), each in by_rule.items()
    )
    documents = {record.doc for record, _, _ in told}
    return Called(text, sum(len(found.places) for _, found, _ in told), len(documents), reasons)


def _place(record: Record, at: Evidence) -> Place:
    text = record.document.text
    around = text[max(0, at.start - _AROUND) : at.end + _AROUND]
    return Place(record.doc, at.start, at.end, at.quote, " ".join(around.split()))


def _chain(corrections: Iterable[Correction], id_: str) -> tuple[Correction, ...]:
    """Return the corrections that made an entity what it is, those of the entities merged into it among them."""
    ids, found = {id_}, []
    for each in reversed(tuple(corrections)):
        if each.ids & ids:
            ids |= {each.entity} if each.kind == "merge" and each.into in ids else set()
            found.append(each)
    return tuple(reversed(found))
