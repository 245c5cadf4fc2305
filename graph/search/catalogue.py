"""Who is in a graph, and which documents: small tables that everything else counts in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pyoxigraph as ox

from extract.model import Entity, Name
from graph.knowledge import KnowledgeGraph
from graph.mapping import term
from graph.report import DocumentReport
from graph.search.columns import Ints
from graph.terms import id_of
from ontology.lexicon import name_key

_TITLE: Final = term("dcterms:title")
_PUBLISHER: Final = term("dcterms:publisher")
_URL: Final = term("schema:url")
_LANGUAGE: Final = term("dcterms:language")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The entities, by id.

    Args:
        entities: What is known about each.
        numbers: Number of each, by id.
        mentions: How often texts name it.
        documents: How many documents do.
    """

    entities: Sequence[Entity]
    numbers: Mapping[str, int]
    mentions: Ints
    documents: Ints

    def __len__(self) -> int:
        return len(self.entities)


@dataclass(frozen=True, slots=True)
class Paper:
    """A document without its text.

    Args:
        doc: Its id.
        title: Its title, or ``None``.
        date: Its date, or ``None``.
        publisher: Who published it, or ``None``.
        url: Where it stands in the web, or ``None``.
        language: Its script, or the language that it says it is in.
        original: Id of the document whose text it tells, or ``None``.
        report: What reading it came to.
    """

    doc: str
    title: str | None
    date: str | None
    publisher: str | None
    url: str | None
    language: str | None
    original: str | None
    report: DocumentReport


@dataclass(frozen=True, slots=True)
class Library:
    """The documents, by id."""

    papers: Sequence[Paper]
    numbers: Mapping[str, int]

    def __len__(self) -> int:
        return len(self.papers)

    @property
    def originals(self) -> list[int]:
        """For every document the number of the one whose text it tells, its own where it is no reprint."""
        return [self.numbers[paper.original or paper.doc] for paper in self.papers]


def catalogue(graph: KnowledgeGraph) -> Catalogue:
    """Return the entities of *graph*."""
    entities = list(graph.fused())
    numbers = {entity.id: number for number, entity in enumerate(entities)}
    mentions, documents = np.zeros(len(entities), np.int64), np.zeros(len(entities), np.int64)
    for id_, often, where in graph.mentioned():
        mentions[numbers[id_]], documents[numbers[id_]] = often, where
    return Catalogue(entities, numbers, mentions, documents)


def library(graph: KnowledgeGraph) -> Library:
    """Return the documents of *graph*."""
    titles, publishers, urls, languages = (_told(graph, each) for each in (_TITLE, _PUBLISHER, _URL, _LANGUAGE))
    dates, originals = dict(graph.dates()), graph.reprints()
    papers = [
        Paper(
            doc=(doc := report.doc),
            title=titles.get(doc),
            date=dates.get(doc) or None,
            publisher=publishers.get(doc),
            url=urls.get(doc),
            language=languages.get(doc),
            original=originals.get(doc),
            report=report,
        )
        for report in graph.reports()
    ]
    return Library(papers, {paper.doc: number for number, paper in enumerate(papers)})


def _told(graph: KnowledgeGraph, predicate: ox.NamedNode) -> dict[str, str]:
    """Return what documents say of themselves, by document id."""
    quads = graph.store.quads_for_pattern(None, predicate, None, None)
    return {
        id_of(quad.subject.value): quad.object.value
        for quad in quads
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal)
    }


def label(entity: Entity, language: str | None) -> str:
    """Return what an entity is called in *language*: its label where that will do, or where it has no name there.

    A label in Latin letters does in Chinese too: the press calls it so (OpenAI, not 开放人工智能研究中心).
    """
    names = [name.text for name in entity.names if name.language == language]
    if language is None or not names or entity.label in names or entity.label.isascii():
        return entity.label
    return min(names, key=lambda text: _fit(text, entity))


def all_names(entity: Entity) -> list[str]:
    """Return all names of an entity, its label first, none twice."""
    return list(dict.fromkeys([entity.label, *(name.text for name in entity.names)]))


def told_names(entity: Entity) -> Iterable[Name]:
    """Yield the names of an entity with their languages, its label among them, none twice."""
    if entity.label not in {name.text for name in entity.names}:
        yield Name(entity.label)
    yield from entity.names


def _fit(text: str, entity: Entity) -> tuple[object, ...]:
    """Order names by how well they stand for the label: its other spelling, then a readable id, then short ones."""
    key = name_key(text)
    spelled = key == name_key(entity.label), key == name_key(entity.id.replace("_", " "))
    return not spelled[0], not spelled[1], len(text) < 2, len(text), text
