"""What a store of quads can do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

import pyoxigraph as ox

Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
Node = ox.NamedNode | ox.BlankNode
GraphName = ox.NamedNode | ox.BlankNode | ox.DefaultGraph


class Store(Protocol):
    """A set of quads that answers SPARQL."""

    def __len__(self) -> int:
        """Return the number of quads."""

    def load(self, quads: Iterable[ox.Quad]) -> None:
        """Add many quads, streaming; not atomic."""

    def load_lines(self, texts: Iterable[str]) -> None:
        """Add many quads given as lines of N-Quads, streaming; not atomic.

        Args:
            texts: Whole lines, some or many each.
        """

    def replace(self, old: Iterable[ox.Quad], new: Iterable[ox.Quad]) -> int:
        """Take out the quads *old* and put in *new*; what stands in both stays untouched.

        Args:
            old: Quads of the store.
            new: Quads that are in *old* or not in the store.

        Returns:
            How many quads the store has more than before (or fewer, below zero).
        """

    def match(
        self,
        subject: Node | None = None,
        predicate: ox.NamedNode | None = None,
        object_: ox.NamedNode | ox.BlankNode | ox.Literal | None = None,
        graph: GraphName | None = None,
    ) -> Iterator[ox.Quad]:
        """Yield the quads that fit; ``None`` fits everything."""

    def query(self, sparql: str) -> Results:
        """Answer a SPARQL query over all graphs at once.

        Raises:
            QueryError: When the query is malformed or cannot be answered.
        """

    def finish(self) -> None:
        """Bring everything to disk, ready to be copied or opened by others."""

    def close(self) -> None:
        """Let go of the files; the store cannot be used afterwards."""
