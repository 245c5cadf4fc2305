"""A graph and all that is worked out of it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.knowledge import KnowledgeGraph
from graph.search.bonds import Bonds, bonds
from graph.search.catalogue import Catalogue, Library, catalogue, library
from graph.search.columns import Columns, columns
from graph.search.names import NameIndex, name_index
from graph.search.quotes import QuoteIndex, quote_index


@dataclass(frozen=True)
class Indexed:
    """A graph and all that is worked out of it."""

    graph: KnowledgeGraph
    entities: Catalogue
    library: Library
    claims: Columns
    bonds: Bonds
    names: NameIndex
    quotes: QuoteIndex


def indexes(graph: KnowledgeGraph) -> Indexed:
    """Return all indexes of a graph."""
    entities, papers = catalogue(graph), library(graph)
    claims = columns(graph, entities.numbers, papers.numbers, papers.originals)
    return Indexed(
        graph,
        entities,
        papers,
        claims,
        bonds(claims, len(entities)),
        name_index(entities),
        quote_index(graph, claims, papers),
    )
