"""Who is joined with whom: the neighbours of an entity, what joins some entities, and the overview of all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np

from graph.search.columns import Flags, Ints
from graph.web.api import shapes
from graph.web.api.parameters import Asked
from graph.web.api.shapes import Json
from graph.web.api.view import Reading
from ontology.vocabulary import MODALITIES


def neighbours(reading: Reading, asked: Asked) -> Json:
    """Return the entities that an entity is joined with, those by most sources first, and how."""
    number, bonds = asked.whole("id"), reading.view.bonds
    edges = bonds.of(number)
    edges = edges[wanted(reading, asked)[edges]]
    others = np.where(bonds.source[edges] == number, bonds.target[edges], bonds.source[edges])
    near = _strongest(reading, others[others != number], edges[others != number])
    shown = near[: asked.whole("limit")]
    edges = edges[np.isin(others, np.append(shown, number))]
    return {
        "nodes": shapes.nodes(reading, [number, *shown.tolist()]),
        "edges": [shapes.edge(reading, each) for each in edges.tolist()],
        "total": len(near),
    }


def joining(reading: Reading, asked: Asked) -> Json:
    """Return some entities and what joins them."""
    numbers = list(dict.fromkeys(chain.from_iterable(asked.many("ids"))))
    edges = reading.view.bonds.among(numbers, modalities(asked))
    return {
        "nodes": shapes.nodes(reading, numbers),
        "edges": [shapes.edge(reading, each) for each in edges.tolist()],
    }


def wanted(reading: Reading, asked: Asked) -> Flags:
    """Tell which edges are of the relations and modalities asked for."""
    bonds = reading.view.bonds
    kept = bonds.put(modalities(asked))
    if names := asked.many("relation"):
        known = reading.view.claims.predicates
        kept &= np.isin(bonds.relation, [number for number, name in enumerate(known) if name in names])
    return kept


def modalities(asked: Asked, usual: Sequence[str] = MODALITIES) -> list[int]:
    """Return the numbers of the modalities asked for, all where none is named."""
    names = asked.many("modality") or usual
    return [number for number, name in enumerate(MODALITIES) if name in names]


def _strongest(reading: Reading, others: Ints, edges: Ints) -> Ints:
    """Return the entities at the other end of edges, each once: first those by most sources, then the best known."""
    found, which = np.unique(others, return_inverse=True)
    sources = np.zeros(len(found), np.int64)
    np.maximum.at(sources, which, reading.view.bonds.sources[edges])
    order: Ints = found[np.lexsort((found, -reading.view.entities.mentions[found], -sources))]
    return order
