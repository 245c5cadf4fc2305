"""What follows from a graph by the ontology, beside what the graph says: for those who ask for it.

A graph holds what texts say and what the ontology makes of that is no part of it. Here a copy of the store is made
in a temporary folder, what follows is put into one named graph of the copy, and queries and exports see both.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, TypeVar

import pyoxigraph as ox

from graph.axioms import TYPE, axioms
from graph.stores import OxigraphStore, on_disk
from graph.terms import PREFIXES

INFERRED: Final = ox.NamedNode(PREFIXES["zt"] + "inferred")
"""The named graph of what follows."""

_Source = TypeVar("_Source", bound=Hashable)


@contextmanager
def with_inferences(store: OxigraphStore) -> Iterator[OxigraphStore]:
    """Give a copy of *store* with all that follows from it; it is gone afterwards."""
    with TemporaryDirectory(prefix="zhitu-") as place:
        store.raw.backup(Path(place) / "store")
        copy = on_disk(Path(place) / "store")
        try:
            copy.load(inferences(store.raw))
            yield copy
        finally:
            copy.close()


def inferences(store: ox.Store) -> Iterator[ox.Quad]:
    """Yield what follows from a graph and does not stand in it: by subclass, subproperty, inverse and symmetry."""
    known = axioms(store)
    for above, below in _turned({name: [(each, None) for each in all_] for name, all_ in known.classes.items()}):
        members = {quad.subject for name, _ in below for quad in store.quads_for_pattern(None, TYPE, name, None)}
        members -= {quad.subject for quad in store.quads_for_pattern(None, TYPE, above, None)}
        yield from (ox.Quad(member, TYPE, above, INFERRED) for member in members)
    for relation, sources in _turned(known.properties):
        pairs = {pair for name, turned in sources for pair in _pairs(store, name, turned)}
        pairs -= set(_pairs(store, relation, turned=False))
        yield from (ox.Quad(subject, relation, object_, INFERRED) for subject, object_ in pairs)


def _turned(
    implied: Mapping[ox.NamedNode, Sequence[tuple[ox.NamedNode, _Source]]],
) -> Iterator[tuple[ox.NamedNode, list[tuple[ox.NamedNode, _Source]]]]:
    """Yield what is implied, each with all that implies it, in the order of their names."""
    found: dict[ox.NamedNode, list[tuple[ox.NamedNode, _Source]]] = {}
    for source, targets in implied.items():
        for target, how in targets:
            found.setdefault(target, []).append((source, how))
    yield from sorted(found.items(), key=lambda item: item[0].value)


def _pairs(store: ox.Store, relation: ox.NamedNode, turned: bool) -> Iterator[tuple[Any, Any]]:
    """Yield who is joined by a relation, turned around where wanted; a text can be no subject."""
    for quad in store.quads_for_pattern(None, relation, None, None):
        if not turned:
            yield quad.subject, quad.object
        elif isinstance(quad.object, ox.NamedNode):
            yield quad.object, quad.subject
