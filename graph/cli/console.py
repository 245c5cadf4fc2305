"""What all commands share: where results and messages go, progress, and how a run ends."""

from __future__ import annotations

import logging
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, Final, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from graph.results import render

if TYPE_CHECKING:
    from graph.build import Extractor
    from graph.build import Progress as ProgressCall

OK: Final = 0
CHECK_FAILED: Final = 1
BAD_INPUT: Final = 2

Graph = Annotated[Path, typer.Option("--graph", "-g", metavar="GRAPH", help="The folder that the graph is kept in.")]
Lexicons = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicon", metavar="FILE", help="More entities and names, in the lexicon's format; may be repeated."
    ),
]
Frames = Annotated[
    list[Path] | None,
    typer.Option(
        "--frames",
        metavar="DIR",
        help="Frames of your own, and the relations they state: a folder of YAML files, or one; may be repeated.",
    ),
]
Ontology = Annotated[
    Path | None,
    typer.Option(
        "--ontology", metavar="DIR", help="A domain of your own in place of the AI industry (zhitu new-domain)."
    ),
]
Workers = Annotated[int, typer.Option("--workers", min=1, metavar="N", help="Processes that read at the same time.")]
Infer = Annotated[
    bool,
    typer.Option(
        "--infer",
        help="Also show what follows by the ontology: inverse and symmetric relations, superclasses, superproperties.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON instead of a table.")]


def results() -> BinaryIO:
    """Return where results go as bytes."""
    return sys.stdout.buffer


def out(text: str) -> None:
    """Write a result."""
    results().write(text.encode("utf-8"))
    results().flush()


def out_table(table: Table) -> None:
    """Write a table: folded to the screen, or as wide as it needs to be for a file or a pipe."""
    out(render(table, screen_width()))


def screen_width() -> int | None:
    """Return the columns of the screen that results go to, ``None`` where it is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def say(text: str) -> None:
    """Tell the person at the keyboard something that is no result."""
    print(text, file=sys.stderr)


def fail(text: str, code: int = BAD_INPUT) -> NoReturn:
    """End the run with a message."""
    say(f"zhitu: {text}")
    raise SystemExit(code)


def show_warnings() -> None:
    """Send what the library logs as a warning or worse to standard error."""
    logging.basicConfig(level=logging.WARNING, format="zhitu: %(levelname)s: %(message)s", stream=sys.stderr)


@contextmanager
def progress(quiet: bool, what: str) -> Iterator[ProgressCall | None]:
    """Give a function that draws a progress bar on standard error, or ``None`` where nobody would see it."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    columns = (
        TextColumn(what),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[doc]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None, doc="")

        def advance(done: int, total: int, doc: str) -> None:
            bar.update(task, completed=done, total=total, doc=doc)

        yield advance


def make_extractor(
    lexicons: list[Path] | None, frames: list[Path] | None = None, ontology: Path | None = None
) -> Extractor:
    """Load the data of a domain, with additions of a person's own, and return what reads with it.

    Raises:
        DomainError: If the data has mistakes; a domain of a person's own is checked as strictly as the shipped one.
    """
    from extract.checking import check_domain  # noqa: PLC0415 - help and queries need no lexicon
    from extract.pipeline import Extractor as Reading  # noqa: PLC0415
    from ontology.domain import load_domain  # noqa: PLC0415
    from ontology.errors import DomainError  # noqa: PLC0415

    if ontology is not None and (problems := check_domain(load_domain(ontology))):
        raise DomainError(f"{ontology}: the domain has mistakes, please correct:\n  " + "\n  ".join(problems))
    return Reading(load_domain(ontology, tuple(lexicons or ()), tuple(frames or ())))
