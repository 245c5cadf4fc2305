"""What SPARQL answers, as values of Python: rows, yes or no, or triples."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Final, Self

import pyoxigraph as ox

from graph.face.listing import Table, number
from graph.knowledge import Results
from graph.results import NUMBERS, XSD, Term, curie

Value = str | int | float | bool | None

_TRUTH: Final = f"{XSD}boolean"
_TRIPLE: Final = ("subject", "predicate", "object")


class Rows(Table):
    """The rows of a ``SELECT``.

    A row is a dictionary by the names of the variables: numbers are numbers, IRIs are short (``zt:asserted``), what
    is unbound is ``None``. The RDF terms themselves stand in :attr:`terms`.

    Args:
        names: The variables.
        terms: The terms of each row.
    """

    def __init__(self, names: Sequence[str], terms: Sequence[Sequence[Term | None]]) -> None:
        super().__init__(names, ([value_of(term) for term in row] for row in terms))
        self.terms = tuple(dict(zip(names, row, strict=True)) for row in terms)

    def _part(self, index: slice) -> Self:
        part = super()._part(index)
        part.terms = self.terms[index]
        return part


def answer(result: Results) -> Rows | bool:
    """Return what pyoxigraph answers as rows (of a ``CONSTRUCT``: the triples), or as yes or no."""
    if isinstance(result, ox.QueryBoolean):
        return bool(result)
    if isinstance(result, ox.QueryTriples):
        triples = sorted(set(result), key=str)
        return Rows(_TRIPLE, [(each.subject, each.predicate, each.object) for each in triples])
    names = [variable.value for variable in result.variables]
    return Rows(names, [[solution[name] for name in names] for solution in result])


def value_of(term: Term | None) -> Value:
    """Return a term as a value of Python."""
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return curie(term.value).removeprefix("<").removesuffix(">")
    if not isinstance(term, ox.Literal):
        return str(term)
    if term.datatype.value == _TRUTH:
        return term.value in ("true", "1")
    return _figure(term.value) if term.datatype.value in NUMBERS else term.value


def _figure(text: str) -> Value:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return text
    return number(value) if value.is_finite() else float(value)
