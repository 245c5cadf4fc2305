"""``zhitu conflicts``: what sources disagree on, side by side."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from graph.cli.console import Graph, out, out_table, say
from graph.conflicts import FORMATS, Conflict, Side, conflicts, write_csv, write_json
from graph.errors import GraphError
from graph.finding import find
from graph.knowledge import KnowledgeGraph
from graph.results import TABLE, text_table

EXAMPLES: Final = """\
\b
Examples:
  zhitu conflicts -g my-graph
  zhitu conflicts GPT-4 -g my-graph
  zhitu conflicts 微软 -g my-graph -f csv
"""


def show_conflicts(
    graph: Graph,
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Only conflicts about this entity, by any of its names.")
    ] = None,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help=f"How to write them: {', '.join(FORMATS)}.")
    ] = TABLE,
) -> None:
    """List what sources disagree on, side by side, with source, date and quote.

    Figures that no rounding brings together, denials, two owners, two lists of founders, two dates of one event.
    What most sources say comes first; JSON lists all claims of each side.
    """
    if form not in FORMATS:
        raise GraphError(f"no format {form!r}; there are {', '.join(FORMATS)}")
    with KnowledgeGraph.open(graph) as kg:
        found = conflicts(kg, find(kg, name)[0].id if name else None)
    if form != TABLE:
        out(write_csv(found) if form == "csv" else write_json(found))
    elif found:
        out_table(text_table(["about", "one side", "the other side"], [_row(each) for each in found]))
    else:
        say("zhitu: nothing in the graph contradicts anything else" + (f" about {name}" if name else ""))


def _row(conflict: Conflict) -> list[str]:
    names = " / ".join(dict.fromkeys((conflict.one.name, conflict.other.name)))
    sides = [_cell(conflict.one, conflict.corrected == "one"), _cell(conflict.other, conflict.corrected == "other")]
    return [f"{names}\n{conflict.predicate}\n({conflict.kind})", *sides]


def _cell(side: Side, corrected: bool) -> str:
    sources = f"{side.sources} source" + ("s" if side.sources != 1 else "")
    says = f"{side.name}: {side.says}" + (f", {side.time}" if side.time else "")
    where = " ".join(filter(None, [side.date, side.publisher, side.document]))
    mark = ["corrected by the other"] if corrected else []
    return "\n".join([f"{says} ({sources})", *mark, where, f"「{' '.join(side.quote.split())}」", ""])
