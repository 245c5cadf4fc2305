"""``zhitu build``: read articles into a graph, and say what became of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.table import Table

from graph.build import build
from graph.cli.console import (
    BAD_INPUT,
    Frames,
    Graph,
    Lexicons,
    Ontology,
    Workers,
    make_extractor,
    out,
    out_table,
    progress,
    say,
)
from graph.report import BuildReport, DocumentReport
from graph.results import text_table

ROWS: Final = 40  # a person reads no more; the file of --report has them all
INTERESTING: Final = {"failed": 0, "skipped": 1, "changed": 2, "added": 3, "removed": 4, "unchanged": 5}
NUMBERS: Final = ("characters", "removed", "set aside", "sentences", "mentions", "claims")

EXAMPLES: Final = """\
\b
Examples:
  zhitu build articles/ -g my-graph
  zhitu build a.txt b.html more/*.jsonl -g my-graph --report report.json
  zhitu build articles/ -g my-graph --strict --workers 4
  zhitu build articles/ -g my-graph --frames my-frames/
  zhitu build articles/ -g my-graph --ontology my-domain/
"""


def build_graph(
    *,
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE", help="Files, folders or globs to read; - is standard input.")
    ],
    graph: Graph,
    report: Annotated[
        Path | None, typer.Option("--report", metavar="FILE.json", help="Write the whole report to this file.")
    ] = None,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict", help="Stop at a source that fails or has undecodable bytes; the graph stays as it was."
        ),
    ] = False,
    workers: Workers = 1,
    lexicon: Lexicons = None,
    frames: Frames = None,
    ontology: Ontology = None,
    corrections: Annotated[
        Path | None,
        typer.Option(
            "--corrections", metavar="FILE", help="Corrections that take the place of those that the graph has."
        ),
    ] = None,
    reread: Annotated[
        bool,
        typer.Option("--reread", help="Look at the bytes of every file, also where the system says it is the same."),
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show nothing but errors.")] = False,
) -> None:
    """Read articles and add what they claim to a graph.

    Files are .txt, .md, .html and .jsonl; a metadata.jsonl or metadata.csv beside them may give their dates
    and titles. Building again with the same sources changes nothing.
    """
    with progress(quiet, "reading") as show:
        done = build(
            sources,
            graph,
            extractor=make_extractor(lexicon, frames, ontology),
            strict=strict,
            progress=show,
            workers=workers,
            corrections=corrections,
            reread=reread,
        )
    if report is not None:
        report.write_text(done.to_json(), encoding="utf-8")
    if quiet:
        for row in done.failed:
            say(f"zhitu: {row.doc}: {row.message}")
    else:
        show_report(done)
    if done.failed and len(done.failed) == len(done.rows):
        raise typer.Exit(BAD_INPUT)


def show_report(done: BuildReport) -> None:
    """Show what became of the inputs as a table, with sums below it."""
    rows = sorted(done.rows, key=lambda row: (INTERESTING[row.status], row.doc))
    out_table(report_table(rows[:ROWS]))
    if more := rows[ROWS:]:
        by_status = {status: sum(row.status == status for row in more) for status in INTERESTING}
        out(f"… and {len(more)} more ({_listed(by_status)}); --report FILE.json lists all\n")
    out(f"\n{totals(done)}\n{done.summary()}\n")
    if done.stale:
        say(f"zhitu: {done.stale} other documents in the graph were read with other settings; build them again")


def report_table(rows: Sequence[DocumentReport]) -> Table:
    """Lay out one line per input; columns in which nothing stands are left out."""
    lines = [_line(row) for row in rows]
    names = [name for name in lines[0] if any(line[name] for line in lines)] if lines else ["document"]
    numeric = [n for n, name in enumerate(names) if name in NUMBERS]
    return text_table(names, [[line[name] for name in names] for line in lines], numeric=numeric)


def totals(done: BuildReport) -> str:
    """Say in a few lines what was read in all, and what was left out and why."""
    sums = done.totals()
    names = ("characters", "sentences", "mentions", "entities", "claims")
    told = [f"read:      {', '.join(f'{sums[name]:,} {name}' for name in names)}"]
    for title, name in (("removed:  ", "removed"), ("set aside:", "aside"), ("left out: ", "notes")):
        if listed := _listed(sums[name]):
            told.append(f"{title} {listed}{' characters' if name != 'notes' else ''}")
    if sums["reprints"]:
        told.append(f"reprints:  {sums['reprints']:,} documents tell the text of another")
    if sums["spun"]:
        told.append(f"spun:      {sums['spun']:,} documents, {sums['doubtful']:,} doubtful sentences in them")
    if sums["undecodable"]:
        told.append(f"undecodable: {sums['undecodable']:,} places; --report FILE.json says where")
    return "\n".join(told)


def _line(row: DocumentReport) -> dict[str, str]:
    read = bool(row.encoding)
    return {
        "document": row.doc,
        "status": row.status,
        "encoding": row.encoding,
        "script": row.script,
        "characters": f"{row.characters:,}" if read else "",
        "removed": _sum(row.removed) if read else "",
        "set aside": _sum(row.aside) if read else "",
        "sentences": f"{row.sentences:,}" if read else "",
        "mentions": f"{row.mentions:,}" if read else "",
        "claims": f"{row.claims:,}" if read else "",
        "message": "; ".join(filter(None, [row.message, _undecodable(row), *_findings(row)])),
    }


def _undecodable(row: DocumentReport) -> str:
    if not row.undecodable:
        return ""
    places = ", ".join(f"{place:,}" for place in row.undecodable_at[:3]) + (" …" if row.undecodable > 3 else "")
    return f"{row.undecodable:,} bytes could not be decoded and stand as U+FFFD (at byte {places})"


def _findings(row: DocumentReport) -> Iterator[str]:
    if row.spun:
        yield f"machine-spun wording, {row.doubtful:,} doubtful sentences"
    if row.reprint_of:
        yield f"reprint of {row.reprint_of}"


def _sum(counts: Sequence[tuple[str, int]]) -> str:
    return f"{sum(number for _, number in counts):,}"


def _listed(counts: Mapping[str, int]) -> str:
    ranked = sorted(((number, name) for name, number in counts.items() if number), key=lambda each: (-each[0], each[1]))
    return ", ".join(f"{number:,} {name}" for number, name in ranked)
