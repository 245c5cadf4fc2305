"""What the graph is, and in which words it speaks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import Final

import pyoxigraph as ox

from graph.scene import COLOURS, FAINT, FAMILIES, colour_of
from graph.terms import PREFIXES
from graph.web.api.parameters import Asked, metrics, relations
from graph.web.api.shapes import Json
from graph.web.api.view import Reading
from ontology.vocabulary import CLASSES, LANGUAGES, METRICS, MODALITIES, RELATIONS, ZT

_LABEL: Final = PREFIXES["rdfs"] + "label"
_COMMENT: Final = PREFIXES["skos"] + "definition"

_FAMILIES: Final[Mapping[str, tuple[str, str, str]]] = {
    "making": ("研制", "研製", "Making"),
    "money": ("资本", "資本", "Money"),
    "people": ("人物", "人物", "People"),
    "dealing": ("往来", "往來", "Dealing"),
    "rivalry": ("竞争", "競爭", "Rivalry"),
    "building": ("构建", "構建", "Building on"),
    "place": ("地点", "地點", "Place"),
}


def about(reading: Reading, _: Asked) -> Json:
    """Return what the graph is, and how large."""
    graph, view = reading.graph, reading.view
    return {
        "name": "zhitu",
        "version": version("zhitu"),
        "graph": {
            "documents": len(view.library),
            "entities": len(view.entities),
            "claims": len(view.claims),
            "facts": len(view.claims.facts),
            "quads": len(graph),
            "built": graph.built or None,
        },
        "writable": reading.writable,
        "curation": reading.curation,
        "languages": list(LANGUAGES),
    }


def vocabulary(reading: Reading, _: Asked) -> Json:
    """Return the classes, relations, metrics and modalities with their names and meanings."""
    told: Json = reading.view.kept("vocabulary", lambda: _vocabulary(reading))
    return told


def _vocabulary(reading: Reading) -> Json:
    own = [name for name in relations(reading) if name not in RELATIONS]
    return {
        "classes": [{**_term(name), "colour": COLOURS.get(name, FAINT), "parent": CLASSES[name]} for name in CLASSES],
        "relations": [*(_relation(name) for name in RELATIONS), *(_declared(reading, name) for name in own)],
        "metrics": [_term(name, () if name in METRICS else _told(reading, name)) for name in metrics(reading)],
        "modalities": [_term(name) for name in MODALITIES],
        "families": [
            {
                "name": name,
                "labels": dict(zip(LANGUAGES, _FAMILIES[name], strict=True)),
                "colour": colour,
                "relations": list(relations),
            }
            for name, (colour, relations) in FAMILIES.items()
        ],
    }


def _relation(name: str) -> Json:
    relation = RELATIONS[name]
    return {
        **_term(name),
        "domain": list(relation.domain),
        "range": list(relation.range),
        "symmetric": relation.symmetric,
        "family": next((family for family, (_, names) in FAMILIES.items() if name in names), None),
        "colour": colour_of(name),
    }


def _declared(reading: Reading, name: str) -> Json:
    """Return a relation of the graph's own frames, as far as the graph tells it."""
    symmetric = reading.view.claims.both[reading.view.claims.predicate == reading.view.claims.predicates.index(name)]
    quads, node = _told(reading, name), ox.NamedNode(ZT + name)
    ends = {end: _classes(quads, node, end) for end in ("domain", "range")}
    return {**_term(name, quads), **ends, "symmetric": bool(symmetric.any()), "family": None, "colour": FAINT}


def _told(reading: Reading, name: str) -> list[ox.Quad]:
    """Return what the graph tells of a term of its own."""
    return list(reading.graph.store.quads_for_pattern(ox.NamedNode(ZT + name), None, None, ox.DefaultGraph()))


def _classes(quads: Iterable[ox.Quad], node: ox.NamedNode, end: str) -> list[str]:
    """Return the classes of an end of a relation; several of them are a class named after the relation and them."""
    told = [quad.object.value for quad in quads if quad.predicate.value == PREFIXES["rdfs"] + end]  # type: ignore[union-attr]  # a class has a name
    return [name for iri in told for name in iri.removeprefix(f"{node.value}-{end}-").removeprefix(ZT).split("-")]


def _term(name: str, quads: Iterable[ox.Quad] = ()) -> Json:
    told = [*_ontology().get(ZT + name, ()), *((quad.predicate.value, quad.object) for quad in quads)]
    texts = [(what, text) for what, text in told if isinstance(text, ox.Literal)]
    return {"name": name, "iri": ZT + name, "labels": _said(texts, _LABEL), "comment": _said(texts, _COMMENT)}


def _said(texts: Iterable[tuple[str, ox.Literal]], what: str) -> Json:
    found = {(text.language or "").lower(): text.value for predicate, text in texts if predicate == what}
    return {language: found.get(language.lower()) for language in LANGUAGES}


@cache
def _ontology() -> Mapping[str, list[tuple[str, object]]]:
    """Return what the ontology says of its terms."""
    found: dict[str, list[tuple[str, object]]] = {}
    data = files("ontology").joinpath("zhitu.ttl").read_bytes()
    for quad in ox.parse(data, format=ox.RdfFormat.TURTLE):
        if isinstance(quad.subject, ox.NamedNode):
            found.setdefault(quad.subject.value, []).append((quad.predicate.value, quad.object))
    return found
