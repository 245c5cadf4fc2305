"""The graph for users of rdflib: a Dataset over the same store.

It goes through oxrdflib, a small package of Oxigraph's own author (BSD, pure Python). A copy into rdflib's own memory
would cost a second and ten megabytes for every ten thousand quads; the view costs nothing until it is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyoxigraph as ox
import rdflib
from oxrdflib import OxigraphStore
from rdflib.namespace import XSD
from rdflib.query import Result

from graph.terms import PREFIXES


class _Reading(OxigraphStore):
    """A store that reads; every way to write but one ends in an error of Oxigraph.

    Texts come as rdflib's own readers give them, without ``xsd:string``: rdflib takes the two for different terms.
    """

    def add_graph(self, graph: rdflib.Graph) -> None:
        """Do nothing: rdflib tells the store of every graph that one asks for."""

    def triples(self, triple_pattern: Any, context: rdflib.Graph | None = None) -> Iterator[Any]:
        """Yield the triples that fit, with their graphs."""
        for (subject, predicate, object_), graphs in super().triples(triple_pattern, context):
            yield (subject, predicate, _plain(object_)), graphs

    def query(self, *args: Any, **kwargs: Any) -> Result:
        """Let Oxigraph answer."""
        result: Result = super().query(*args, **kwargs)
        if result.type == "SELECT":
            result.bindings = [{name: _plain(term) for name, term in row.items()} for row in result.bindings]
        return result


def rdflib_view(store: ox.Store) -> rdflib.Dataset:
    """Return a Dataset that reads from *store*; nothing is copied, and nothing can be written.

    Its default graph is the union of all graphs, and its ``query`` is answered by Oxigraph.
    """
    view = rdflib.Dataset(store=_Reading(store=store), default_union=True)
    for prefix, namespace in PREFIXES.items():
        view.bind(prefix, namespace, replace=True)
    return view


def _plain(term: Any) -> Any:
    return rdflib.Literal(str(term)) if isinstance(term, rdflib.Literal) and term.datatype == XSD.string else term
