"""Turtle of RDF 1.2: plain triples annotated with the claims that state them.

``ze:Microsoft zt:investsIn ze:OpenAI ~ zc:…`` says the triple and names a claim that reifies it. A claim whose triple
is no fact reifies it all the same (``zc:… rdf:reifies <<( … )>>``), and that does not say it. Otherwise the file
has what ``turtle`` has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import BinaryIO, Final

import pyoxigraph as ox

from graph.axioms import axioms
from graph.exports.rdf import union
from graph.knowledge import KnowledgeGraph
from graph.terms import PREFIXES

_TYPE: Final = ox.NamedNode(PREFIXES["rdf"] + "type")
_STATED: Final = """
SELECT ?claim ?subject ?relation ?object { ?claim rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object }
"""
_CHAR: Final = r"(?:[A-Za-z0-9_\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u3001-\uD7FF]|%[0-9A-F]{2})"
_LOCAL = re.compile(rf"{_CHAR}(?:[-.]*{_CHAR})*")  # of what Turtle allows, what needs no escapes


def turtle12(graph: KnowledgeGraph, out: BinaryIO) -> None:
    """Write the triples of all graphs together, by subject, each fact with the claims that state it."""
    out.writelines(f"@prefix {prefix}: <{iri}> .\n".encode() for prefix, iri in PREFIXES.items())
    claims = _claims(graph)
    triples: dict[str, list[ox.Triple]] = {}
    for triple, stating in claims.items():
        for claim in stating:
            triples.setdefault(claim, []).append(triple)
    for subject, about in groupby(union(graph), key=attrgetter("subject")):
        lines = list(_facts(about, claims))
        lines += (f"rdf:reifies {_quoted(each)}" for each in triples.get(str(subject), ()) if not _plain(graph, each))
        out.write("\n{} {} .\n".format(_term(subject), " ;\n\t".join(lines)).encode())


def _claims(graph: KnowledgeGraph) -> dict[ox.Triple, list[str]]:
    """Return what claims state, each with the claims that do, sorted; a symmetric relation is stated both ways."""
    known, found = axioms(graph.store), dict[ox.Triple, list[str]]()
    rows = graph.query(_STATED)
    assert isinstance(rows, ox.QuerySolutions)
    for claim, subject, relation, object_ in rows:
        found.setdefault(ox.Triple(subject, relation, object_), []).append(str(claim))
        if known.symmetric(relation) and subject != object_:
            found.setdefault(ox.Triple(object_, relation, subject), []).append(str(claim))
    return {triple: sorted(found[triple]) for triple in sorted(found, key=str)}


def _facts(about: Iterable[ox.Triple], claims: dict[ox.Triple, list[str]]) -> Iterator[str]:
    """Yield the predicates of one subject with their objects, and behind a fact the claims that state it."""
    for predicate, same in groupby(about, key=attrgetter("predicate")):
        objects = (" ~ ".join([_term(each.object), *map(_named, claims.get(each, ()))]) for each in same)
        yield f"{'a' if predicate == _TYPE else _term(predicate)} {' , '.join(objects)}"


def _plain(graph: KnowledgeGraph, triple: ox.Triple) -> bool:
    return ox.Quad(triple.subject, triple.predicate, triple.object, ox.DefaultGraph()) in graph.store


def _quoted(triple: ox.Triple) -> str:
    return f"<<( {_term(triple.subject)} {_term(triple.predicate)} {_term(triple.object)} )>>"


def _term(term: object) -> str:
    """Return a term as Turtle writes it."""
    if isinstance(term, ox.Literal) and str(term).endswith(">"):
        text, _, kind = str(term).rpartition("^^")
        return f"{text}^^{_named(kind)}"
    return str(term) if isinstance(term, ox.Literal) else _named(str(term))


@lru_cache(maxsize=65536)
def _named(node: str) -> str:
    """Return ``<IRI>`` with its prefix, where it has one."""
    for prefix, namespace in PREFIXES.items():
        if node.startswith(f"<{namespace}") and _LOCAL.fullmatch(node, len(namespace) + 1, len(node) - 1):
            return f"{prefix}:{node[len(namespace) + 1 : -1]}"
    return node
