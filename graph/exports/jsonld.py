"""JSON-LD with prefixes for context, one node a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, BinaryIO, Final

import pyoxigraph as ox

from graph.exports.rdf import dataset
from graph.knowledge import KnowledgeGraph
from graph.terms import PREFIXES

XSD: Final = PREFIXES["xsd"]
RDF_TYPE: Final = PREFIXES["rdf"] + "type"


def jsonld(graph: KnowledgeGraph, out: BinaryIO) -> None:
    """Write the default graph's nodes and then each named graph, as one JSON-LD document."""
    context = json.dumps(PREFIXES, ensure_ascii=False, indent=1)
    out.write(f'{{"@context": {context},\n"@graph": ['.encode())
    before = "\n"
    for line in _lines(graph):
        out.write(f"{before}{line}".encode())
        before = ",\n"
    out.write(b"\n]}\n")


def _lines(graph: KnowledgeGraph) -> Iterator[str]:
    for name, quads in groupby(dataset(graph), key=lambda quad: quad.graph_name):
        nodes = (json.dumps(node, ensure_ascii=False) for node in _nodes(quads))
        if isinstance(name, ox.DefaultGraph):
            yield from nodes
        else:
            inside = ",\n  ".join(nodes)
            yield f'{{"@id": {json.dumps(_reference(name))}, "@graph": [\n  {inside}]}}'


def _nodes(quads: Iterable[ox.Quad]) -> Iterator[dict[str, Any]]:
    for subject, about in groupby(quads, key=lambda quad: quad.subject):
        node: dict[str, Any] = {"@id": _reference(subject)}
        for predicate, same in groupby(about, key=lambda quad: quad.predicate.value):
            key, write = ("@type", _reference) if predicate == RDF_TYPE else (_short(predicate), _value)
            values = [write(quad.object) for quad in same]
            node[key] = values[0] if len(values) == 1 else values
        yield node


def _value(term: object) -> object:
    if not isinstance(term, ox.Literal):
        return {"@id": _reference(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    kind = term.datatype.value
    if kind == XSD + "string":
        return term.value
    if kind == XSD + "boolean" and term.value in {"true", "false"}:
        return term.value == "true"
    return {"@value": term.value, "@type": _short(kind)}


def _reference(term: object) -> str:
    if isinstance(term, ox.NamedNode):
        return _short(term.value)
    if isinstance(term, ox.BlankNode):
        return str(term)
    raise TypeError(f"JSON-LD cannot name {term}")


def _short(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and len(iri) > len(namespace) and not iri.startswith("//", len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
