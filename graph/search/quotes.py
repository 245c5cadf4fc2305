"""Find claims by the words of their quotes, in either Chinese script and any case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pyoxigraph as ox

from graph.knowledge import KnowledgeGraph
from graph.search.catalogue import Library
from graph.search.columns import Columns, Flags, Ints
from graph.search.folded import Folded, folded
from graph.terms import document_iri
from ontology.lexicon import name_key

_QUOTES: Final = "SELECT ?evidence ?quote { ?evidence oa:exact ?quote }"


@dataclass(frozen=True, slots=True)
class QuoteIndex:
    """The quotes of a graph, folded; several claims may rest on one.

    Args:
        quotes: The quotes in the order of the claims that first rest on them.
        of: The number of its quote for every claim.
    """

    quotes: Folded
    of: Ints

    def fitting(self, text: str) -> Flags:
        """Tell which claims have *text* in their quotes; all where nothing is left of it after folding."""
        key = name_key(text)
        if not key:
            return np.ones(len(self.of), np.bool_)
        found = np.zeros(len(self.quotes), np.bool_)
        found[self.quotes.holding(key)] = True
        return found[self.of]


def quote_index(graph: KnowledgeGraph, claims: Columns, library: Library) -> QuoteIndex:
    """Return the index of the quotes that *claims* rest on."""
    numbers: dict[str, int] = {}
    of = [numbers.setdefault(iri, len(numbers)) for iri in _evidence(claims, library)]
    texts = _texts(graph, numbers)
    return QuoteIndex(folded(texts), np.asarray(of, np.int64))


def _evidence(claims: Columns, library: Library) -> Iterator[str]:
    """Yield the IRIs of the quotes, claim by claim."""
    iris = [document_iri(paper.doc) for paper in library.papers]
    for document, start, end in zip(claims.document.tolist(), claims.start.tolist(), claims.end.tolist(), strict=True):
        yield f"{iris[document]}#char={start},{end}"


def _texts(graph: KnowledgeGraph, numbers: Mapping[str, int]) -> Sequence[str]:
    """Return the quotes by their numbers."""
    texts = [""] * len(numbers)
    answer = graph.query(_QUOTES)
    assert isinstance(answer, ox.QuerySolutions)
    for solution in answer:
        number = numbers.get(solution["evidence"].value)
        if number is not None:
            texts[number] = solution["quote"].value
    return texts
