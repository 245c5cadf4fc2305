"""What is worked out once for a generation of the graph and kept as long as the graph is open."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar
from weakref import WeakKeyDictionary

import numpy as np

from graph.knowledge import KnowledgeGraph
from graph.search.bonds import Bonds, bonds
from graph.search.catalogue import Catalogue, Library, catalogue, library
from graph.search.columns import Columns, Ints, columns
from graph.search.names import NameIndex, name_index
from graph.search.quotes import QuoteIndex, quote_index

T = TypeVar("T")


@dataclass(slots=True)
class _Shelf:
    """What is kept of one kind, that asked for last at the end."""

    held: OrderedDict[object, Any] = field(default_factory=OrderedDict)
    lock: threading.RLock = field(default_factory=threading.RLock)


@dataclass(slots=True)
class View:
    """A generation of the graph in a form that is read quickly; it holds numbers and names, no texts.

    Args:
        entities: Who is in it.
        library: The documents.
        claims: The claims as columns.
        bonds: The edges that they make.
    """

    entities: Catalogue
    library: Library
    claims: Columns
    bonds: Bonds
    _shelves: dict[str, _Shelf] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def kept(self, kind: str, make: Callable[[], T], key: object = None, *, most: int = 12) -> T:
        """Return what *make* made, making it only once, whoever asks at the same time.

        Args:
            kind: What is made.
            make: Makes it.
            key: Which of its kind.
            most: So many of the kind are kept, those asked for last.
        """
        with self._lock:
            shelf = self._shelves.setdefault(kind, _Shelf())
        with shelf.lock:
            if key not in shelf.held:
                shelf.held[key] = make()
            shelf.held.move_to_end(key)
            while len(shelf.held) > most:
                shelf.held.popitem(last=False)
            found: T = shelf.held[key]
            return found

    def rows_of(self, fact: int) -> Ints:
        """Return the claims that a fact rests on, by document and place."""
        order, begin = self.kept("facts", lambda: _by_fact(self.claims))
        return order[begin[fact] : begin[fact + 1]]

    @property
    def names(self) -> NameIndex:
        """The index of names."""
        return self.kept("names", lambda: name_index(self.entities))

    def quotes(self, graph: KnowledgeGraph) -> QuoteIndex:
        """Return the index of quotes; *graph* is the one that this is a view of."""
        return self.kept("quotes", lambda: quote_index(graph, self.claims, self.library))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a request reads.

    Args:
        graph: The graph.
        view: What is known about it.
        language: In which language to name entities, ``None`` for their labels.
        writable: Whether clients with a token may change the store.
        curation: Whether clients with a token may correct the graph.
    """

    graph: KnowledgeGraph
    view: View
    language: str | None = None
    writable: bool = False
    curation: bool = False


_VIEWS: Final[WeakKeyDictionary[KnowledgeGraph, View]] = WeakKeyDictionary()
"""The views of graphs that are open; an open graph shows one state and never changes."""
_MAKING: Final = threading.Lock()


def view_of(graph: KnowledgeGraph) -> View:
    """Return the view of a graph."""
    with _MAKING:
        found = _VIEWS.get(graph)
        if found is None:
            found = _VIEWS[graph] = _view(graph)
        return found


def _view(graph: KnowledgeGraph) -> View:
    entities, papers = catalogue(graph), library(graph)
    claims = columns(graph, entities.numbers, papers.numbers, papers.originals)
    return View(entities, papers, claims, bonds(claims, len(entities)))


def _by_fact(claims: Columns) -> tuple[Ints, Ints]:
    """Return the claims fact by fact, and where those of each begin."""
    order = np.argsort(claims.fact, kind="stable")
    return order, np.searchsorted(claims.fact[order], np.arange(len(claims.facts) + 1))
