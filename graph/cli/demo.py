"""``zhitu demo``: the whole way on the sample articles, from files to answers and a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from graph.cli.build import show_report
from graph.cli.console import make_extractor, out, out_table, progress
from graph.knowledge import KnowledgeGraph
from graph.results import result_table

NEXT = """\
Try next:
  zhitu query -g {graph} 'SELECT ?who ?what {{ ?who zt:develops ?what }}'
  zhitu stats -g {graph}
  zhitu validate -g {graph}
  zhitu build YOUR-ARTICLES/ -g my-graph
"""

EXAMPLES: Final = """\
\b
Examples:
  zhitu demo
  zhitu demo -o /tmp/demo
"""


def demonstrate(
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="Folder for the graph, the picture and the page.")
    ] = Path("demo"),
) -> None:
    """Build, ask and draw the sample articles.

    Needs no network and no articles of your own.
    """
    from graph import demo  # noqa: PLC0415 - drawing needs numpy and networkx, which other commands need not wait for

    folder = output / "graph"
    out("Reading the sample articles …\n\n")
    with progress(quiet=False, what="reading") as show:
        done = demo.build_samples(folder, make_extractor(None), show)
    show_report(done)
    with KnowledgeGraph.open(folder) as kg:
        for answer in demo.answers(kg):
            out(f"\n{answer.title}\n\n")
            out_table(result_table(answer.result))
        written = demo.write_files(kg, output)
    out("\nWritten:\n" + "".join(f"  {path}\n" for path in written))
    out("Open the .html file in a browser: it needs no network.\n\n" + NEXT.format(graph=folder))
