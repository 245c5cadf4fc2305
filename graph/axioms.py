"""What the ontology says of classes and properties that lets one statement follow from another.

Four kinds of axioms: subclass, subproperty, inverse and symmetric. What a graph declares beyond the ontology (a
relation of a person's own frames) counts like the ontology's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, TypeAlias

import pyoxigraph as ox

from graph.terms import PREFIXES

Turned: TypeAlias = tuple[ox.NamedNode, bool]
"""A property, and whether it holds from object to subject."""


def _term(prefix: str, name: str) -> ox.NamedNode:
    return ox.NamedNode(PREFIXES[prefix] + name)


TYPE: Final = _term("rdf", "type")
SUB_CLASS: Final = _term("rdfs", "subClassOf")
SUB_PROPERTY: Final = _term("rdfs", "subPropertyOf")
INVERSE: Final = _term("owl", "inverseOf")
SYMMETRIC: Final = _term("owl", "SymmetricProperty")
_AXIOMS: Final = (TYPE, SUB_CLASS, SUB_PROPERTY, INVERSE)


@dataclass(frozen=True, slots=True)
class Axioms:
    """What follows from what, closed: a class or property stands with all that it implies, however indirectly.

    Args:
        classes: Classes, each with those that its members belong to as well.
        properties: Properties, each with those that hold as well, and which way.
    """

    classes: Mapping[ox.NamedNode, tuple[ox.NamedNode, ...]]
    properties: Mapping[ox.NamedNode, tuple[Turned, ...]]

    def symmetric(self, relation: ox.NamedNode) -> bool:
        """Tell whether a relation holds both ways."""
        return (relation, True) in self.properties.get(relation, ())


def axioms(store: ox.Store) -> Axioms:
    """Return the axioms of the ontology and of what the graph in *store* declares."""
    declared = (q.triple for each in _AXIOMS[1:] for q in store.quads_for_pattern(None, each, None, None))
    symmetric = (quad.triple for quad in store.quads_for_pattern(None, TYPE, SYMMETRIC, None))
    return _closed([*_ontology(), *declared, *symmetric])


def symmetric_relations(store: ox.Store) -> frozenset[str]:
    """Return the local names of the relations that hold both ways."""
    known, zt = axioms(store), PREFIXES["zt"]
    return frozenset(each.value.removeprefix(zt) for each in known.properties if known.symmetric(each))


@cache
def _ontology() -> tuple[ox.Triple, ...]:
    data = files("ontology").joinpath("zhitu.ttl").read_bytes()
    found = (quad.triple for quad in ox.parse(data, format=ox.RdfFormat.TURTLE))
    return tuple(triple for triple in found if triple.predicate in _AXIOMS)


def _closed(triples: Iterable[ox.Triple]) -> Axioms:
    classes: dict[ox.NamedNode, set[ox.NamedNode]] = {}
    properties: dict[ox.NamedNode, set[Turned]] = {}
    for triple in triples:
        below, above = triple.subject, triple.object
        if not isinstance(below, ox.NamedNode) or not isinstance(above, ox.NamedNode):
            continue  # a class without a name, such as a restriction: nothing that we conclude from
        if triple.predicate == SUB_CLASS:
            classes.setdefault(below, set()).add(above)
        elif triple.predicate == SUB_PROPERTY:
            properties.setdefault(below, set()).add((above, False))
        elif triple.predicate == INVERSE:
            properties.setdefault(below, set()).add((above, True))
            properties.setdefault(above, set()).add((below, True))
        elif above == SYMMETRIC:
            properties.setdefault(below, set()).add((below, True))
    return Axioms(
        {each: tuple(sorted(_above(each, classes) - {each}, key=str)) for each in sorted(classes, key=str)},
        {each: _implied(each, properties) for each in sorted(properties, key=str)},
    )


def _above(start: ox.NamedNode, classes: Mapping[ox.NamedNode, set[ox.NamedNode]]) -> set[ox.NamedNode]:
    found, waiting = set[ox.NamedNode](), [start]
    while waiting:
        fresh = classes.get(waiting.pop(), set()) - found
        found |= fresh
        waiting += fresh
    return found


def _implied(start: ox.NamedNode, properties: Mapping[ox.NamedNode, set[Turned]]) -> tuple[Turned, ...]:
    found, waiting = set[Turned](), [(start, False)]
    while waiting:
        relation, turned = waiting.pop()
        fresh = {(other, turned ^ turns) for other, turns in properties.get(relation, ())} - found
        found |= fresh
        waiting += fresh
    return tuple(sorted(found - {(start, False)}, key=lambda each: (each[0].value, each[1])))
