"""A VoID description of the data set: what is in it, how much, by which vocabularies, and where it comes from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO, Final, cast

import pyoxigraph as ox

from graph.exports.rdf import Paragraphs, reading_order
from graph.knowledge import KnowledgeGraph
from graph.mapping import CLAIM, DOCUMENT, GENERATED_BY, TYPE
from graph.terms import PREFIXES, local_name
from ontology.vocabulary import LANGUAGES, ZD, ZE

DATASETS: Final = "https://w3id.org/zhitu/dataset/"
VOID: Final = "http://rdfs.org/ns/void#"
_FORMATS: Final = "http://www.w3.org/ns/formats/"
_FEATURES: Final = ("JSON-LD", "N-Quads", "N-Triples", "RDF_XML", "TriG", "Turtle")
_DIGITS: Final = 24

_COUNTS: Final = (
    ("triples", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"),
    ("entities", "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s schema:mentions ?o }"),
    ("classes", "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?s a ?c }"),
    ("properties", "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }"),
    ("distinctSubjects", "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }"),
    ("distinctObjects", "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }"),
    ("documents", "SELECT (COUNT(DISTINCT ?d) AS ?n) { ?d a zt:Document }"),
)
_PARTITIONS: Final = (
    ("class", "classPartition", "entities", "SELECT ?name (COUNT(DISTINCT ?s) AS ?n) { ?s a ?name } GROUP BY ?name"),
    ("property", "propertyPartition", "triples", "SELECT ?name (COUNT(*) AS ?n) { ?s ?name ?o } GROUP BY ?name"),
)

Object = ox.NamedNode | ox.Literal


def void(graph: KnowledgeGraph, out: BinaryIO) -> None:
    """Write the description as Turtle; the data set is named by the hash of its canonical N-Quads."""
    digest = hashlib.sha256()
    for line in graph.nquads():
        digest.update(line.encode("utf-8"))
    dataset = ox.NamedNode(DATASETS + digest.hexdigest()[:_DIGITS])
    triples = [*_described(graph, dataset, digest.hexdigest()), *_partitions(graph, dataset)]
    prefixes = {**PREFIXES, "void": VOID, "formats": _FORMATS}
    ordered = sorted(triples, key=reading_order)
    ox.serialize(ordered, cast("BinaryIO", Paragraphs(out)), format=ox.RdfFormat.TURTLE, prefixes=prefixes)


def _described(graph: KnowledgeGraph, dataset: ox.NamedNode, digest: str) -> Iterator[ox.Triple]:
    """Yield what holds of the data set as a whole."""
    for predicate, value in chain(_names(digest), _counts(graph), _links(graph)):
        yield ox.Triple(dataset, predicate, value)


def _names(digest: str) -> Iterator[tuple[ox.NamedNode, Object]]:
    yield TYPE, _void("Dataset")
    yield _term("dcterms", "title"), ox.Literal("zhitu knowledge graph of AI-industry news", language="en")
    yield _term("dcterms", "title"), ox.Literal("知图：人工智能产业新闻知识图谱", language="zh-Hans")
    yield (
        _term("dcterms", "description"),
        ox.Literal("What articles claim of companies, models and people, each claim with its quote.", language="en"),
    )
    yield _term("dcterms", "identifier"), ox.Literal(f"sha256:{digest}")
    for language in LANGUAGES:
        yield _term("dcterms", "language"), ox.Literal(language)


def _counts(graph: KnowledgeGraph) -> Iterator[tuple[ox.NamedNode, Object]]:
    for name, query in _COUNTS:
        ((number,),) = _rows(graph, query)
        yield _void(name), _number(number.value)


def _links(graph: KnowledgeGraph) -> Iterator[tuple[ox.NamedNode, Object]]:
    """Yield vocabularies, name spaces, formats, and the runs that made the data."""
    used = [row[0].value for row in _rows(graph, "SELECT DISTINCT ?p { { ?s ?p ?o } UNION { ?s a ?p } } ORDER BY ?p")]
    for namespace in PREFIXES.values():
        if any(iri.startswith(namespace) for iri in used):
            yield _void("vocabulary"), ox.NamedNode(namespace)
    for namespace in (ZE, ZD):
        yield _void("uriSpace"), ox.Literal(namespace)
    for name in _FEATURES:
        yield _void("feature"), ox.NamedNode(_FORMATS + name)
    for (run,) in _rows(graph, "SELECT ?run { ?run a prov:Activity } ORDER BY ?run"):
        yield GENERATED_BY, run
    for kind in (CLAIM, DOCUMENT):
        for (example,) in _rows(graph, f"SELECT ?x {{ ?x a {kind} }} ORDER BY ?x LIMIT 1"):
            yield _void("exampleResource"), example


def _partitions(graph: KnowledgeGraph, dataset: ox.NamedNode) -> Iterator[ox.Triple]:
    """Yield how many members each class has, and how many triples each property."""
    for kind, partition, count, query in _PARTITIONS:
        for name, number in _rows(graph, f"{query} ORDER BY ?name"):
            part = ox.NamedNode(f"{dataset.value}#{kind}={local_name(name.value)}")
            yield ox.Triple(dataset, _void(partition), part)
            yield ox.Triple(part, _void(kind), name)
            yield ox.Triple(part, _void(count), _number(number.value))


def _rows(graph: KnowledgeGraph, query: str) -> Iterator[ox.QuerySolution]:
    found = graph.query(query)
    assert isinstance(found, ox.QuerySolutions)
    return found


def _void(name: str) -> ox.NamedNode:
    return ox.NamedNode(VOID + name)


def _term(prefix: str, name: str) -> ox.NamedNode:
    return ox.NamedNode(PREFIXES[prefix] + name)


def _number(value: str) -> ox.Literal:
    return ox.Literal(value, datatype=_term("xsd", "integer"))
