"""``zhitu query``: ask a graph in SPARQL."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from graph.cli.console import Graph, Infer, results, say, screen_width
from graph.errors import QueryError
from graph.knowledge import KnowledgeGraph
from graph.results import FORMATS, TABLE, check_format, write_result

LONGEST_NAME: Final = 1024
STANDARD_INPUT: Final = "-"

EXAMPLES: Final = """\
\b
Examples:
  zhitu query -g my-graph 'SELECT ?who ?whom { ?who zt:supplies ?whom }'
  zhitu query -g my-graph question.rq -f csv > answer.csv
  echo 'ASK { ze:OpenAI zt:develops ?x }' | zhitu query -g my-graph -
  zhitu query -g my-graph 'DESCRIBE ze:NVIDIA' -f turtle
  zhitu query -g my-graph --infer 'SELECT ?who { ?who a schema:Organization }'
"""


def query_graph(
    query: Annotated[
        str, typer.Argument(metavar="QUERY", help="A query, a file that ends in .rq, or - for standard input.")
    ],
    graph: Graph,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help=f"How to write the answer: {', '.join(FORMATS)}.")
    ] = TABLE,
    infer: Infer = False,
) -> None:
    """Ask a graph in SPARQL 1.1.

    The prefixes of the project need not be declared. Claims stand in the named graph of their document;
    without a GRAPH clause all are searched. With --infer, what follows by the ontology stands in the
    named graph zt:inferred.
    """
    check_format(form)
    text = read_query(query)
    with KnowledgeGraph.open(graph, infer=infer) as kg:
        count = write_result(kg.query(text), form, results(), width=screen_width())
    if count == 0 and form == TABLE:
        say("zhitu: nothing in the graph answers this")


def read_query(given: str) -> str:
    """Return the query that an argument means.

    Raises:
        QueryError: The file is not there, or is not text.
    """
    if given == STANDARD_INPUT:
        return _decoded(sys.stdin.buffer.read(), "standard input")
    if not given.endswith(".rq") or len(given) > LONGEST_NAME or "{" in given:
        return given
    path = Path(given)
    try:
        return _decoded(path.read_bytes(), given)
    except OSError as error:
        raise QueryError(f"{given}: the query cannot be read: {error.strerror}") from error


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"{name}: the query is not UTF-8 (byte {error.start})") from error
