"""``zhitu lexicon``: check files of known entities and their names."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from graph.cli.console import CHECK_FAILED, Ontology, fail, out, say

EXAMPLES: Final = """\
\b
Examples:
  zhitu lexicon check
  zhitu lexicon check my-names.tsv
  zhitu lexicon check my-names.tsv --write
  zhitu lexicon check --ontology my-domain/
  zhitu build articles/ -g my-graph --lexicon my-names.tsv
"""

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Check the files of known entities and their names.",
    epilog=EXAMPLES,
)


@app.callback()
def _lexicon() -> None:
    """Keep ``check`` a command of its own: without a callback, typer would do without its name."""


@app.command("check", epilog=EXAMPLES)
def check_files(
    path: Annotated[
        Path | None,
        typer.Argument(metavar="FILE|FOLDER", help="A file of your own, or a whole lexicon; else the shipped one."),
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Sort the rows by id first.")] = False,
    ontology: Ontology = None,
) -> None:
    """Check a lexicon: its form, its references, its order, and names that two entities share.

    A file is checked together with the shipped lexicon, which it adds to. With --ontology the whole domain is
    checked: its lexicon, its homographs, its frames and all examples. Exits with 1 on problems.
    """
    from extract.checking import check_domain  # noqa: PLC0415 - help needs no lexicon
    from ontology.domain import SHIPPED, load_domain  # noqa: PLC0415
    from ontology.lexicon_files import check, lexicon_files, sort_file  # noqa: PLC0415

    if path is not None and ontology is not None:
        fail("give a file, a folder or --ontology, not both")
    shipped = SHIPPED / "lexicon"
    files = lexicon_files(path or (ontology / "lexicon" if ontology else shipped))
    for file in files:
        if write and sort_file(file):
            say(f"zhitu: {file}: sorted")
    problems = check_domain(load_domain(ontology)) if ontology else check(path or shipped, shipped)
    out("".join(f"{problem}\n" for problem in problems))
    if problems:
        say(f"zhitu: {len(problems)} problems")
        raise typer.Exit(CHECK_FAILED)
    entities = sum(len(file.read_text(encoding="utf-8").splitlines()) - 1 for file in files)
    out(f"{entities:,} entities in {len(files)} files, no problem\n")
