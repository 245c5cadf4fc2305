"""``zhitu export``: write a graph in a format that others read."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from graph.cli.console import Graph, results
from graph.exports.registry import EXPORTERS, export, exporter
from graph.knowledge import KnowledgeGraph

EXAMPLES: Final = """\
\b
Examples:
  zhitu export -g my-graph -f turtle -o graph.ttl
  zhitu export -g my-graph -f gexf -o graph.gexf
  zhitu export -g my-graph -f claims -o - | head
"""


def export_graph(
    graph: Graph,
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help=f"One of {', '.join(EXPORTERS)}.")],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The file to write; - is standard output.")
    ] = "-",
) -> None:
    """Write a graph in a format that others read.

    The same graph gives the same bytes. trig, nquads and jsonld keep the named graphs; turtle, ntriples and
    rdfxml hold all triples together. graphml and gexf are networks of entities; csv is a table of claims;
    entities and claims are JSON Lines.
    """
    write = exporter(form)
    with KnowledgeGraph.open(graph) as kg:
        if output == "-":
            write(kg, results())
            results().flush()
        else:
            export(kg, form, output)
