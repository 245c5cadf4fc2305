"""``zhitu export``: write a graph in a format that others read."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from graph.cli.console import Graph, Infer, results
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
    infer: Infer = False,
) -> None:
    """Write a graph in a format that others read.

    The same graph gives the same bytes. trig, nquads and jsonld keep the named graphs; turtle, turtle12, ntriples
    and rdfxml hold all triples together, turtle12 with facts annotated by their claims. graphml and gexf are networks
    of entities; csv and parquet are tables of claims, tables and neo4j zip files of several; entities and claims are
    JSON Lines; nanopubs has a nanopublication for each claim; void describes the data set. What --infer adds
    is RDF, so that it shows in the formats of RDF only.
    """
    write = exporter(form)
    with KnowledgeGraph.open(graph, infer=infer) as kg:
        if output == "-":
            write(kg, results())
            results().flush()
        else:
            export(kg, form, output)
