"""Nanopublications: each claim as a small publication of its own, with where it comes from.

They follow the guidelines of nanopub.net: a head, an assertion, its provenance and the publication's own description,
each a named graph. The assertion is the claim as a text makes it, and the plain triple only where it stands as a fact.
Its provenance is the quote, the document and who is said to say so. The guidelines would like a time of creation;
there is none, since the same graph must give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from typing import Any, BinaryIO, Final, TypeAlias, cast

import pyoxigraph as ox

from graph.exports.rdf import Paragraphs, reading_order
from graph.knowledge import KnowledgeGraph
from graph.mapping import (
    ATTRIBUTED_TO,
    CLAIM,
    DERIVED_FROM,
    GENERATED_BY,
    MENTIONS,
    OBJECT,
    PREDICATE,
    STATED_AMOUNT,
    SUBJECT,
    TYPE,
)
from graph.terms import PREFIXES
from ontology.vocabulary import ZC

NANOPUBS: Final = "https://w3id.org/zhitu/nanopub/"
NP: Final = "http://www.nanopub.org/nschema#"
_ZHITU: Final = ox.NamedNode("https://w3id.org/zhitu")
_ATTRIBUTED: Final = ox.NamedNode(PREFIXES["prov"] + "wasAttributedTo")
_CREATOR: Final = ox.NamedNode(PREFIXES["dcterms"] + "creator")

_ENDS: Final = (SUBJECT, PREDICATE, OBJECT)

Node: TypeAlias = ox.NamedNode | ox.BlankNode
Described: TypeAlias = Mapping[Any, list[ox.Triple]]
"""The triples of one document by their subjects."""


def nanopubs(graph: KnowledgeGraph, out: BinaryIO) -> None:
    """Write a nanopublication for each claim, document by document, as TriG."""
    prefixes = {**PREFIXES, "np": NP}
    ox.serialize(_all(graph), cast("BinaryIO", Paragraphs(out)), format=ox.RdfFormat.TRIG, prefixes=prefixes)


def _all(graph: KnowledgeGraph) -> Iterator[ox.Quad]:
    for document in sorted(graph.store.named_graphs(), key=attrgetter("value")):
        quads = graph.store.quads_for_pattern(None, None, None, document)
        triples = sorted((quad.triple for quad in quads), key=reading_order)
        described = {subject: list(same) for subject, same in groupby(triples, key=attrgetter("subject"))}
        for claim, about in described.items():
            if any(triple.predicate == TYPE and triple.object == CLAIM for triple in about):
                yield from _nanopub(graph, claim, described, document)


def _nanopub(graph: KnowledgeGraph, claim: ox.NamedNode, described: Described, document: Node) -> Iterator[ox.Quad]:
    """Yield the four graphs of one claim."""
    node = ox.NamedNode(NANOPUBS + claim.value.removeprefix(ZC))
    head, assertion, provenance, info = (
        ox.NamedNode(f"{node.value}#{part}") for part in ("Head", "assertion", "provenance", "pubinfo")
    )
    yield ox.Quad(node, TYPE, ox.NamedNode(NP + "Nanopublication"), head)
    for name, part in (("hasAssertion", assertion), ("hasProvenance", provenance), ("hasPublicationInfo", info)):
        yield ox.Quad(node, ox.NamedNode(NP + name), part, head)
    yield from _in(assertion, _asserted(graph, claim, described))
    yield from _in(provenance, _provenance(assertion, claim, described, document))
    runs = [triple.object for triple in described[claim] if triple.predicate == GENERATED_BY]
    yield ox.Quad(node, _CREATOR, _ZHITU, info)
    for run in runs:
        yield ox.Quad(node, GENERATED_BY, run, info)


def _asserted(graph: KnowledgeGraph, claim: ox.NamedNode, described: Described) -> Iterator[ox.Triple]:
    """Yield the claim without where it comes from, its amount, and its plain triple where that is a fact."""
    stated = {triple.predicate: triple.object for triple in described[claim]}
    if OBJECT in stated:
        ends = cast("tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode]", tuple(stated[each] for each in _ENDS))
        plain = ox.Quad(*ends, ox.DefaultGraph())
        if plain in graph.store:
            yield plain.triple
    yield from (each for each in described[claim] if each.predicate not in {DERIVED_FROM, GENERATED_BY, ATTRIBUTED_TO})
    yield from described.get(stated.get(STATED_AMOUNT), ())


def _provenance(
    assertion: ox.NamedNode, claim: ox.NamedNode, described: Described, document: Node
) -> Iterator[ox.Triple]:
    """Yield the quotes that the assertion is derived from, who says so, and what is known of the document."""
    for triple in described[claim]:
        if triple.predicate in {DERIVED_FROM, GENERATED_BY}:
            yield ox.Triple(assertion, triple.predicate, triple.object)
        elif triple.predicate == ATTRIBUTED_TO:
            relation = _ATTRIBUTED if isinstance(triple.object, ox.NamedNode) else ATTRIBUTED_TO
            yield ox.Triple(assertion, relation, triple.object)
    for triple in described[claim]:
        if triple.predicate == DERIVED_FROM:
            yield from described.get(triple.object, ())
    yield from (each for each in described.get(document, ()) if each.predicate != MENTIONS)


def _in(graph: ox.NamedNode, triples: Iterable[ox.Triple]) -> Iterator[ox.Quad]:
    return (ox.Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples)
