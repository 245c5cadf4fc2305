"""Turn what a SPARQL query gives into a table that a person reads, or a format that a program reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import BinaryIO, TypeAlias, TypeVar

import pyoxigraph as ox
from rich.console import Console
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from graph.terms import PREFIXES
from ontology.errors import ZhituError

Result: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

F = TypeVar("F")

TABLE = "table"
ROW_FORMATS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
GRAPH_FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
FORMATS = (TABLE, *ROW_FORMATS, *GRAPH_FORMATS)

XSD = "http://www.w3.org/2001/XMLSchema#"
NUMBERS = {f"{XSD}{kind}" for kind in ("decimal", "integer", "double", "float", "long", "int")}
LOCAL_NAME = re.compile(r"[^\s<>\"{}|^`\\#?]*")


class ResultError(ZhituError):
    """A result cannot be written in the format asked for."""


def write_result(result: Result, name: str, out: BinaryIO, *, width: int | None = None) -> int | None:
    """Write a query's result.

    Args:
        result: What the query gave: rows, yes or no, or triples.
        name: One of ``FORMATS``.
        out: Where to.
        width: Columns of the screen for a table; without it every row takes one line, however long.

    Returns:
        How many rows a table has; ``None`` for other formats, which are streamed.

    Raises:
        ResultError: The format does not exist or does not fit the result.
    """
    check_format(name)
    if name == TABLE:
        table = result_table(result)
        out.write(render(table, width).encode("utf-8"))
        return table.row_count
    if isinstance(result, ox.QueryTriples):
        _write_triples(result, _fitting(name, GRAPH_FORMATS, "this query gives a graph"), out)
    else:
        result.serialize(out, format=_fitting(name, ROW_FORMATS, "this query gives rows"))
    return None


def check_format(name: str) -> None:
    """Make sure that there is a format.

    Raises:
        ResultError: There is none of this name.
    """
    if name not in FORMATS:
        raise ResultError(f"no result format '{name}'; there are {', '.join(FORMATS)}")


def result_table(result: Result) -> Table:
    """Lay a result out as a table."""
    if isinstance(result, ox.QueryBoolean):
        return text_table(["answer"], [["yes" if result else "no"]])
    if isinstance(result, ox.QueryTriples):
        rows = [[term_text(term) for term in triple] for triple in _sorted_triples(result)]
        return text_table(["subject", "predicate", "object"], rows)
    names = [variable.value for variable in result.variables]
    solutions = [[solution[name] for name in names] for solution in result]
    rows = [[term_text(term) for term in solution] for solution in solutions]
    return text_table(names, rows, numeric=_numeric(len(names), solutions))


def text_table(names: Sequence[str], rows: Iterable[Sequence[str]], *, numeric: Iterable[int] = ()) -> Table:
    """Make a plain table of texts; *numeric* columns stand to the right."""
    right = set(numeric)
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for n, name in enumerate(names):
        table.add_column(Text(name), justify="right" if n in right else "left", overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def render(table: Table, width: int | None = None) -> str:
    """Return a table as plain text; without a *width* as wide as it needs to be."""
    console = _console(width or 1 << 20)
    if width is None:
        measured = Measurement.get(console, console.options, table).maximum
        console = _console(max(measured, 1))
    with console.capture() as capture:
        console.print(table)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def _console(width: int) -> Console:
    """Return what lays out plain text, wherever it runs: in a notebook, too."""
    return Console(width=width, color_system=None, force_terminal=False, force_jupyter=False, legacy_windows=False)


def term_text(term: Term | None) -> str:
    """Return a term as a person reads it: a CURIE, a text without its tag, a number with separators."""
    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        return curie(term.value)
    if isinstance(term, ox.Literal):
        return _literal_text(term)
    return str(term)


def curie(iri: str) -> str:
    """Return an IRI shortened by our prefixes, or in angle brackets where none fits."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and LOCAL_NAME.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return f"<{iri}>"


def _literal_text(literal: ox.Literal) -> str:
    if literal.datatype.value not in NUMBERS:
        return literal.value
    try:
        number = Decimal(literal.value)
    except ArithmeticError:
        return literal.value
    if not number.is_finite():
        return literal.value
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _numeric(columns: int, rows: Sequence[Sequence[Term | None]]) -> list[int]:
    return [n for n in range(columns) if any(row[n] for row in rows) and all(_is_number(row[n]) for row in rows)]


def _is_number(term: Term | None) -> bool:
    return term is None or (isinstance(term, ox.Literal) and term.datatype.value in NUMBERS)


def _sorted_triples(triples: Iterable[ox.Triple]) -> list[ox.Triple]:
    return sorted(set(triples), key=str)


def _write_triples(triples: Iterable[ox.Triple], form: ox.RdfFormat, out: BinaryIO) -> None:
    ox.serialize(_sorted_triples(triples), out, format=form, prefixes=PREFIXES)


def _fitting(name: str, formats: dict[str, F], what: str) -> F:
    if name not in formats:
        raise ResultError(f"'{name}' does not fit: {what}; choose {TABLE}, {', '.join(formats)}")
    return formats[name]
