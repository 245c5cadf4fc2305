"""``zhitu eval``: how much is found, and how much of it is right."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.table import Table

from graph.build import build
from graph.cli.console import AsJson, Lexicons, Ontology, Workers, make_extractor, out, out_table, progress, say
from graph.evaluation import Evaluation, Miss, document_key, evaluate, load_gold, load_texts
from graph.exports.jsonlines import claim_records, entity_records
from graph.knowledge import KnowledgeGraph
from graph.results import text_table

EXAMPLES: Final = """\
\b
Examples:
  zhitu eval --gold gold/ --texts texts/
  zhitu eval --gold gold/ --texts texts/ --errors 40
  zhitu eval --gold gold/ --texts texts/ --json > figures.json
"""


def evaluate_texts(
    *,
    gold: Annotated[
        Path, typer.Option("--gold", metavar="DIR", help="Folder of gold annotations, one JSON file an article.")
    ],
    texts: Annotated[Path, typer.Option("--texts", metavar="DIR", help="Folder of the articles.")],
    as_json: AsJson = False,
    errors: Annotated[
        int, typer.Option("--errors", min=0, metavar="N", help="Show this many misses and wrong results, too.")
    ] = 0,
    workers: Workers = 1,
    lexicon: Lexicons = None,
    ontology: Ontology = None,
) -> None:
    """Measure what is found against gold annotations.

    Reads the articles and shows precision, recall and F1 by task, relation and metric.
    """
    annotations = load_gold(gold)
    with tempfile.TemporaryDirectory(prefix="zhitu-eval-") as folder:
        with progress(as_json, "reading") as show:
            extractor = make_extractor(lexicon, ontology=ontology)
            done = build([texts], folder, extractor=extractor, progress=show, workers=workers)
        for row in done.failed:
            say(f"zhitu: {row.doc}: {row.message}")
        with KnowledgeGraph.open(folder) as kg:
            read = {document_key(record.doc): record.document.text for record in kg.documents()}
            originals = {**read, **load_texts(texts)}
            result = evaluate(annotations, entity_records(kg), claim_records(kg), originals)
    if as_json:
        out(json.dumps(result.rows(), ensure_ascii=False, indent=1) + "\n")
    else:
        show_figures(result, errors)


def show_figures(result: Evaluation, errors: int) -> None:
    """Show the figures as a table, then what was missed and what was wrong."""
    out(f"{result.articles} articles\n")
    out_table(figures_table(result))
    for name, figure in result.rows().items():
        if not isinstance(figure, dict):
            out(f"{name}: {figure:.3f}\n" if "accuracy" in name else f"{name}: {figure}\n")
    for title, misses in (("missed", result.missed), ("wrong", result.spurious)):
        if errors and misses:
            out(f"\n{title}: {min(errors, len(misses))} of {len(misses)}\n")
            out_table(text_table(["kind", "document", "what", "quote"], [_cells(miss) for miss in misses[:errors]]))


def figures_table(result: Evaluation) -> Table:
    """Lay out precision, recall and F1 by task and predicate."""
    rows = [
        [
            name,
            *(f"{row[key]:.3f}" for key in ("precision", "recall", "f1")),
            *(f"{row[key]}" for key in ("predicted", "gold")),
        ]
        for name, row in result.rows().items()
        if isinstance(row, dict)
    ]
    return text_table(["", "P", "R", "F1", "found", "gold"], rows, numeric=range(1, 6))


def _cells(miss: Miss) -> list[str]:
    return [miss.kind, miss.doc, " · ".join(miss.what), miss.quote]
