"""The JSON forms of entities, edges, claims and facts: what the columns know, and what the store has the words of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final, TypeAlias

import pyoxigraph as ox

from extract.model import Entity
from graph import concluded, mapping
from graph.exports.jsonlines import number
from graph.mapping import DEFAULT, document_node, term
from graph.search.catalogue import all_names, label
from graph.search.columns import NONE, Ints, day_text
from graph.terms import ZF, claim_iri_of, entity_iri, id_of
from graph.web.api.figures import figure
from graph.web.api.view import Reading
from ontology.vocabulary import MODALITIES

Json: TypeAlias = dict[str, Any]
Told: TypeAlias = dict[ox.NamedNode, list[ox.NamedNode | ox.Literal]]

_ROLE: Final = term("zt:role")
_CHANGE: Final = term("zt:change")
_BOUND: Final = term("zt:bound")


# --- entities ---------------------------------------------------------------------


def ref(reading: Reading, entity: int) -> Json:
    """Return an entity as others refer to it."""
    found = reading.view.entities.entities[entity]
    return {"id": found.id, "label": label(found, reading.language), "type": found.type}


def node(reading: Reading, entity: int) -> Json:
    """Return an entity as a node of the graph."""
    view = reading.view
    found: Entity = view.entities.entities[entity]
    return {
        "id": found.id,
        "iri": entity_iri(found.id),
        "label": label(found, reading.language),
        "type": found.type,
        "names": all_names(found),
        "mentions": int(view.entities.mentions[entity]),
        "documents": int(view.entities.documents[entity]),
        "degree": int(view.bonds.neighbours[entity]),
    }


def nodes(reading: Reading, entities: Iterable[int]) -> list[Json]:
    """Return entities as nodes."""
    return [node(reading, int(each)) for each in entities]


def edge(reading: Reading, number_: int) -> Json:
    """Return an edge."""
    view, bonds = reading.view, reading.view.bonds
    source, target = (view.entities.entities[int(end[number_])].id for end in (bonds.source, bonds.target))
    relation, modality = view.claims.predicates[bonds.relation[number_]], MODALITIES[bonds.modality[number_]]
    return {
        "id": f"{source}|{relation}/{modality}|{target}",
        "source": source,
        "target": target,
        "relation": relation,
        "modality": modality,
        "symmetric": bool(bonds.symmetric[number_]),
        "claims": int(bonds.claims[number_]),
        "sources": int(bonds.sources[number_]),
        "confidence": float(bonds.confidence[number_]),
        "first": day_text(int(bonds.first[number_])),
        "last": day_text(int(bonds.last[number_])),
        "disputed": bool(bonds.disputed[number_]),
    }


# --- documents --------------------------------------------------------------------


def paper_ref(reading: Reading, document: int) -> Json:
    """Return a document as others refer to it."""
    paper = reading.view.library.papers[document]
    return {"id": paper.doc, "title": paper.title, "date": paper.date, "publisher": paper.publisher}


# --- claims -----------------------------------------------------------------------


def claims(reading: Reading, rows: Iterable[int] | Ints) -> list[Json]:
    """Return claims, in the order of *rows*."""
    return [claim(reading, int(row)) for row in rows]


def claim(reading: Reading, row: int) -> Json:
    """Return a claim."""
    columns = reading.view.claims
    id_, document, fact = columns.ids[row], int(columns.document[row]), int(columns.fact[row])
    doc = reading.view.library.papers[document].doc
    iri, graph = claim_iri_of(id_), document_node(doc)
    told = _told(reading, ox.NamedNode(iri), graph)
    return {
        "id": id_,
        "iri": iri,
        "doc": doc,
        "kind": "quantity" if mapping.VALUE in told else "relation",
        "subject": ref(reading, _entity(reading, told[mapping.SUBJECT])),
        "predicate": columns.predicates[columns.predicate[row]],
        "object": ref(reading, _entity(reading, told[mapping.OBJECT])) if mapping.OBJECT in told else None,
        **_figure(reading, told),
        "time": _text(told, mapping.TIME),
        "role": _text(told, _ROLE),
        "amount": _amount(reading, told, graph),
        "change": _text(told, _CHANGE),
        "modality": MODALITIES[columns.modality[row]],
        "attributedTo": _speaker(reading, told),
        "confidence": float(columns.confidence[row]),
        "evidence": _evidence(reading, told, graph, row),
        "document": paper_ref(reading, document),
        "contradicts": sorted(columns.ids[rival] for rival in columns.contradicting(row)),
        "fact": None if fact == NONE else columns.facts[fact],
    }


def _evidence(reading: Reading, told: Told, graph: ox.NamedNode, row: int) -> Json:
    columns = reading.view.claims
    quads = reading.graph.store.quads_for_pattern(_node(told[mapping.DERIVED_FROM]), mapping.EXACT, None, graph)
    quote = next(_value(quad.object) for quad in quads)
    return {"start": int(columns.start[row]), "end": int(columns.end[row]), "quote": quote}


def _amount(reading: Reading, told: Told, graph: ox.NamedNode) -> Json | None:
    if mapping.STATED_AMOUNT not in told:
        return None
    stated = _told(reading, _node(told[mapping.STATED_AMOUNT]), graph)
    return {"value": number(_decimal(stated, mapping.VALUE)), "unit": _text(stated, mapping.UNIT)}


def _figure(reading: Reading, told: Told) -> Json:
    """Return the figure of a claim or a fact, and how a person reads it."""
    value, most = _decimal(told, mapping.VALUE), _decimal(told, mapping.VALUE_MAX)
    unit, bound = _text(told, mapping.UNIT), _text(told, _BOUND)
    return {
        "value": number(value),
        "valueMax": number(most),
        "unit": unit,
        "bound": bound,
        "figure": figure(value, most, unit or "", bound or "", reading.language),
    }


def _speaker(reading: Reading, told: Told) -> str | None:
    """Return who said it: an entity by its name, others by the words of the text."""
    said = told.get(mapping.ATTRIBUTED_TO)
    if said and isinstance(said[0], ox.NamedNode):
        return str(ref(reading, _entity(reading, said))["label"])
    return _text(told, mapping.ATTRIBUTED_TO)


# --- facts ------------------------------------------------------------------------


def fact(reading: Reading, number_: int) -> Json:
    """Return a fact."""
    columns = reading.view.claims
    id_, rows = columns.facts[number_], reading.view.rows_of(number_)
    told = _told(reading, concluded.fact_node(id_), DEFAULT)
    return {
        "id": id_,
        "iri": ZF + id_,
        "subject": ref(reading, _entity(reading, told[concluded.FACT_SUBJECT])),
        "predicate": columns.predicates[columns.predicate[rows[0]]],
        "object": ref(reading, _entity(reading, told[concluded.FACT_OBJECT]))
        if concluded.FACT_OBJECT in told
        else None,
        **_figure(reading, told),
        "time": _text(told, mapping.TIME),
        "change": _text(told, _CHANGE),
        "support": int(columns.sources[rows[0]]),
        "confidence": float(_decimal(told, mapping.CONFIDENCE) or 0),
        "firstSaid": _text(told, concluded.FIRST_SAID),
        "lastSaid": _text(told, concluded.LAST_SAID),
        "disputed": concluded.DISPUTED in told,
        "claims": sorted(columns.ids[row] for row in rows),
    }


# --- what the store says ----------------------------------------------------------


def _told(reading: Reading, node_: ox.NamedNode, graph: ox.NamedNode | ox.DefaultGraph) -> Told:
    """Return all that one graph says of a node."""
    found: Told = {}
    for quad in reading.graph.store.quads_for_pattern(node_, None, None, graph):
        assert isinstance(quad.object, ox.NamedNode | ox.Literal)
        found.setdefault(quad.predicate, []).append(quad.object)
    return found


def _entity(reading: Reading, nodes_: Sequence[ox.NamedNode | ox.Literal]) -> int:
    return reading.view.entities.numbers[id_of(nodes_[0].value)]


def _node(nodes_: Sequence[ox.NamedNode | ox.Literal]) -> ox.NamedNode:
    assert isinstance(nodes_[0], ox.NamedNode)
    return nodes_[0]


def _value(object_: object) -> str:
    assert isinstance(object_, ox.Literal)
    return object_.value


def _text(told: Told, predicate: ox.NamedNode) -> str | None:
    found = told.get(predicate)
    return found[0].value if found else None


def _decimal(told: Told, predicate: ox.NamedNode) -> Decimal | None:
    found = _text(told, predicate)
    return None if found is None else Decimal(found)
