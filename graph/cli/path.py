"""``zhitu path``: how two entities hang together, with the words that every step rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from graph.cli.console import Graph, out, say
from graph.finding import find
from graph.knowledge import KnowledgeGraph
from ontology.vocabulary import MODALITIES

if TYPE_CHECKING:
    from graph.network import Step

SHOWN: Final = 3
QUOTES: Final = 2

EXAMPLES: Final = """\
\b
Examples:
  zhitu path 微软 寒武纪 -g my-graph
  zhitu path 輝達 OpenAI -g my-graph --max 10
  zhitu path SoftBank OpenAI -g my-graph --modality asserted --modality planned
"""

Who = Annotated[str, typer.Argument(metavar="NAME", help="A name in any script and case, or the id.")]


def show_paths(
    start: Who,
    end: Who,
    graph: Graph,
    most: Annotated[int, typer.Option("--max", min=1, metavar="N", help="Show so many paths at most.")] = SHOWN,
    modality: Annotated[
        list[str] | None,
        typer.Option(
            "--modality", metavar="MODALITY", help=f"Go over such claims ({', '.join(MODALITIES)}); may be repeated."
        ),
    ] = None,
) -> None:
    """Show the shortest paths between two entities, with the evidence of every step.

    A path may go along a relation either way. Paths over what more documents say come first.
    Without --modality only what texts assert counts.
    """
    from graph import network  # noqa: PLC0415 - networkx takes a while to load, which other commands need not wait for

    wanted = network.modalities(modality or ["asserted"])
    with KnowledgeGraph.open(graph) as kg:
        ends = [find(kg, name)[0] for name in (start, end)]
        net = network.network(kg)
        found = network.shortest_paths(net, ends[0].id, ends[1].id, modalities=wanted, most=most)
        for number, path in enumerate(found, 1):
            names = [str(net.nodes[id_]["label"]) for id_ in path]
            out(f"{number}. {' — '.join(names)}\n")
            for step in network.steps(kg, net, path, modalities=wanted):
                _show(step)
    if not found:
        say(f"zhitu: no path of {' or '.join(wanted)} claims leads from {ends[0].label} to {ends[1].label}")


def _show(step: Step) -> None:
    put = "" if step.modality == "asserted" else f" ({step.modality})"
    out(f"   {step.subject_label} {step.relation} {step.object_label}{put}\n")
    for claim in step.claims[:QUOTES]:
        at = claim.evidence
        out(f"      {claim.doc}:{at.start}-{at.end}  「{' '.join(at.quote.split())}」\n")
    if len(step.claims) > QUOTES:
        out(f"      … and {len(step.claims) - QUOTES} more claims\n")
