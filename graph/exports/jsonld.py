"""JSON-LD whose context lets people read it: short names for properties, bare names for words of the vocabulary."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, BinaryIO, Final

import pyoxigraph as ox

from graph.exports.rdf import dataset
from graph.knowledge import KnowledgeGraph
from graph.terms import PREFIXES
from ontology.vocabulary import METRICS, MODALITIES, RELATIONS, ZT

XSD: Final = PREFIXES["xsd"]
RDF_TYPE: Final = PREFIXES["rdf"] + "type"

_TEXTS: Final = (
    "dcterms:identifier dcterms:title dcterms:publisher dcterms:creator dcterms:language schema:encodingFormat "
    "oa:exact zt:unit zt:role zt:change zt:bound zt:rule"
)
_NODES: Final = (
    "owl:sameAs rdf:subject rdf:object prov:wasDerivedFrom prov:wasGeneratedBy oa:hasSource schema:mentions "
    "zt:attributedTo zt:amount zt:reprintOf "
    "zt:contradicts zt:corroborates zt:corrects zt:supportedBy zt:subject zt:object"
)
_WORDS: Final = "rdf:predicate zt:modality zt:predicate"
_TYPED: Final = {
    "zt:value": "xsd:decimal",
    "zt:valueMax": "xsd:decimal",
    "zt:confidence": "xsd:decimal",
    "zt:support": "xsd:integer",
    "zt:firstSaid": "xsd:date",
    "zt:lastSaid": "xsd:date",
    "oa:start": "xsd:integer",
    "oa:end": "xsd:integer",
    "schema:url": "xsd:anyURI",
}
_NAMES: Final = "rdfs:label skos:altLabel"
_BARE: Final = frozenset((*RELATIONS, *METRICS, *MODALITIES))


def _terms() -> dict[str, dict[str, str]]:
    """Return the short names of properties with what the context says of them."""
    found: dict[str, dict[str, str]] = {name: {} for name in _TEXTS.split()}
    found |= {name: {"@type": "@id"} for name in (*_NODES.split(), *(f"zt:{relation}" for relation in RELATIONS))}
    found |= {name: {"@type": "@vocab"} for name in _WORDS.split()}
    found |= {name: {"@type": kind} for name, kind in _TYPED.items()}
    found |= {name: {"@container": "@language"} for name in _NAMES.split()}
    found["dcterms:date"] = found["zt:time"] = {}  # a year, a month or a day: the type stands with the value
    terms: dict[str, dict[str, str]] = {}
    for name, more in found.items():
        local = name.partition(":")[2]
        terms[name if local in terms else local] = {"@id": name, **more}  # zt:subject is not rdf:subject
    return terms


TERMS: Final = _terms()
CONTEXT: Final = {"@version": 1.1, "@vocab": ZT, **PREFIXES, **TERMS}
_KEYS: Final = {definition["@id"]: (term, definition) for term, definition in TERMS.items()}


def jsonld(graph: KnowledgeGraph, out: BinaryIO) -> None:
    """Write the default graph's nodes and then each named graph, as one JSON-LD document, one node a line."""
    context = ",\n ".join(f"{_json(key)}: {_json(value)}" for key, value in CONTEXT.items())
    out.write(f'{{"@context": {{\n {context}\n}},\n"@graph": ['.encode())
    before = "\n"
    for line in _lines(graph):
        out.write(f"{before}{line}".encode())
        before = ",\n"
    out.write(b"\n]}\n")


def _lines(graph: KnowledgeGraph) -> Iterator[str]:
    for name, quads in groupby(dataset(graph), key=lambda quad: quad.graph_name):
        nodes = map(_json, _nodes(quads))
        if isinstance(name, ox.DefaultGraph):
            yield from nodes
        else:
            inside = ",\n  ".join(nodes)
            yield f'{{"@id": {_json(_reference(name))}, "@graph": [\n  {inside}]}}'


def _nodes(quads: Iterable[ox.Quad]) -> Iterator[dict[str, Any]]:
    for subject, about in groupby(quads, key=lambda quad: quad.subject):
        node: dict[str, Any] = {"@id": _reference(subject)}
        for predicate, same in groupby(about, key=lambda quad: quad.predicate.value):
            objects = [quad.object for quad in same]
            if predicate == RDF_TYPE:
                node["@type"] = _one_or_all([_reference(each) for each in objects])
            else:
                key, definition = _KEYS.get(_short(predicate), (_short(predicate), {}))
                node[key] = _values(objects, definition)
        yield node


def _values(objects: list[Any], definition: dict[str, str]) -> object:
    """Return the values of one property, as short as what the context says of it allows."""
    if "@container" in definition and all(isinstance(each, ox.Literal) and each.language for each in objects):
        by_language = groupby(sorted(objects, key=lambda each: (each.language, each.value)), lambda each: each.language)
        return {language: _one_or_all([each.value for each in same]) for language, same in by_language}
    return _one_or_all([_value(each, definition.get("@type")) for each in objects])


def _one_or_all(values: list[Any]) -> object:
    return values[0] if len(values) == 1 else values


def _value(term: object, coerced: str | None) -> object:
    if not isinstance(term, ox.Literal):
        short = _reference(term)
        if coerced == "@vocab":
            bare = short.removeprefix("zt:")
            return bare if bare in _BARE and bare not in TERMS.keys() - RELATIONS.keys() else short
        return short if coerced == "@id" else {"@id": short}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    kind = term.datatype.value
    if kind == XSD + "string":
        return term.value if coerced is None else {"@value": term.value}
    if _short(kind) == coerced:
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


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
