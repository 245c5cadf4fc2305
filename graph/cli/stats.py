"""``zhitu stats``: what is in a graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from rich.table import Table

from graph.cli.console import AsJson, Graph, out, out_table
from graph.knowledge import KnowledgeGraph
from graph.results import text_table
from graph.stats import Stats, stats
from ontology.vocabulary import MODALITIES

EXAMPLES: Final = """\
\b
Examples:
  zhitu stats -g my-graph
  zhitu stats -g my-graph --json
"""


def graph_stats(graph: Graph, as_json: AsJson = False) -> None:
    """Show what is in a graph, in numbers.

    Documents, entities, claims, facts, and what most is said about.
    """
    with KnowledgeGraph.open(graph) as kg:
        found = stats(kg)
    if as_json:
        out(found.to_json())
        return
    scripts = ", ".join(f"{number} {script or 'unknown'}" for script, number in found.scripts.items())
    out(f"{found.documents:,} documents ({scripts}), {found.characters:,} characters, {found.quads:,} quads\n")
    if found.texts < found.documents or found.spun:
        out(f"{found.texts:,} different texts (reprints count as one), {found.spun:,} machine-spun documents\n")
    for title, table in _tables(found):
        out(f"\n{title}\n")
        if table.row_count:
            out_table(table)


def _tables(found: Stats) -> Iterator[tuple[str, Table]]:
    yield f"{_total(found.entities)} entities", _counts("class", found.entities)
    for what, said in (("relation", found.relations), ("quantity", found.quantities)):
        total = sum(sum(by.values()) for by in said.values())
        yield f"{total:,} {what} claims", _modalities(what, said)
    yield f"{_total(found.facts)} facts (plain triples between entities)", _counts("relation", found.facts)
    rows = [[top.label, top.type, f"{top.claims:,}", f"{top.documents:,}"] for top in found.top]
    yield "said most about", text_table(["entity", "class", "claims", "documents"], rows, numeric=(2, 3))


def _total(counts: Mapping[str, int]) -> str:
    return f"{sum(counts.values()):,}"


def _counts(name: str, counts: Mapping[str, int]) -> Table:
    return text_table([name, "number"], [[key, f"{number:,}"] for key, number in counts.items()], numeric=(1,))


def _modalities(name: str, said: Mapping[str, Mapping[str, int]]) -> Table:
    shown = [modality for modality in MODALITIES if any(modality in by for by in said.values())]
    rows = [[key, *(f"{by[modality]:,}" if modality in by else "" for modality in shown)] for key, by in said.items()]
    return text_table([name, *shown], rows, numeric=range(1, len(shown) + 1))
