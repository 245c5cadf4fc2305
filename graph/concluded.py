"""From facts to RDF: what is concluded from the claims of all documents, in the default graph.

A fact says what it says in properties of its own (``zt:subject``, not ``rdf:subject``): a query for claims
never meets a fact.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from graph import spelled, terms
from graph.facts import Conclusion, Fact
from graph.mapping import (
    CONFIDENCE,
    DEFAULT,
    TEXTS,
    TIME,
    TYPE,
    VALUE,
    VALUE_MAX,
    entity_node,
    term,
    vocabulary_node,
)
from graph.nquads import Row, Term, lines_of, string

_FACT: Final = term("zt:Fact")
SUPPORT: Final = term("zt:support")
SUPPORTED_BY: Final = term("zt:supportedBy")
FIRST_SAID: Final = term("zt:firstSaid")
LAST_SAID: Final = term("zt:lastSaid")
DISPUTED: Final = term("zt:disputed")
CONTRADICTS: Final = term("zt:contradicts")
CORROBORATES: Final = term("zt:corroborates")
CORRECTS: Final = term("zt:corrects")
FACT_SUBJECT: Final = term("zt:subject")  # not rdf:subject: a query for claims must not meet facts
FACT_PREDICATE: Final = term("zt:predicate")
FACT_OBJECT: Final = term("zt:object")


def fact_quad(subject: str, predicate: str, object_: str) -> ox.Quad:
    """Return a relation as a plain triple."""
    return ox.Quad(entity_node(subject), vocabulary_node(predicate), entity_node(object_), DEFAULT)


def conclusion_lines(conclusion: Conclusion) -> str:
    """Return what follows from the claims of a topic: facts, plain triples, and how claims stand to each other."""
    return lines_of(_rows(conclusion))


def _rows(conclusion: Conclusion) -> Iterator[Row]:
    for fact in conclusion.facts:
        node = spelled.fact(fact.id)
        yield from [(node, predicate, value) for predicate, value in _fact(fact)]
        for subject, predicate, object_ in fact.triples():
            yield spelled.entity(subject), spelled.vocabulary(predicate), spelled.entity(object_)
    for relation, links in ((CONTRADICTS, conclusion.contradicts), (CORRECTS, conclusion.corrects)):
        for one, other in links:
            yield spelled.claim(one), relation, spelled.claim(other)
    for one, other in conclusion.corroborates:
        yield spelled.fact(one), CORROBORATES, spelled.fact(other)


def _fact(fact: Fact) -> Iterator[tuple[ox.NamedNode, Term]]:
    """Yield what a fact states and what it rests on."""
    yield TYPE, _FACT
    yield FACT_SUBJECT, spelled.entity(fact.subject)
    yield FACT_PREDICATE, spelled.vocabulary(fact.predicate)
    if fact.object:
        yield FACT_OBJECT, spelled.entity(fact.object)
    for predicate, number in ((VALUE, fact.value), (VALUE_MAX, fact.value_max)):
        if number is not None:
            yield predicate, spelled.number(number)
    for field, predicate in TEXTS[1:]:
        if text := getattr(fact, field):
            yield predicate, string(text)
    for predicate, time in ((TIME, fact.time), (FIRST_SAID, fact.first), (LAST_SAID, fact.last)):
        if time:
            yield predicate, spelled.time(time)
    yield SUPPORT, spelled.count(fact.support)
    yield CONFIDENCE, spelled.number(fact.confidence)
    if fact.disputed:
        yield DISPUTED, spelled.TRUE
    for claim in fact.claims:
        yield SUPPORTED_BY, spelled.claim(claim)


def fact_node(id_: str) -> ox.NamedNode:
    """Return the node of a fact, by its id."""
    return ox.NamedNode(terms.ZF + id_)
