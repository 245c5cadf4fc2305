"""``zhitu new-domain``: lay out a domain to fill in."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated, Final

import typer

from graph.cli.console import fail, out

EXAMPLES: Final = """\
\b
Examples:
  zhitu new-domain my-domain
  zhitu build my-domain/articles -g my-graph --ontology my-domain
"""

NEXT: Final = """\
It is a small domain that works: names, a relation and a metric of the coffee trade. Change it file by file, and
check after every change:
  zhitu lexicon check --ontology {folder}
  zhitu explain {folder}/articles/example.txt --ontology {folder}
  zhitu build {folder}/articles -g my-graph --ontology {folder}
  zhitu validate -g my-graph --ontology {folder}
"""


def new_domain(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make; it must be new or empty.")],
) -> None:
    """Lay out a domain of your own: lexicon, homographs, frames, wording, units and shapes, to fill in.

    What it holds is small, explained by comments, and builds at once.
    """
    from ontology.domain import TEMPLATE  # noqa: PLC0415 - help needs no domain

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        fail(f"{folder}: is there already, and not empty; give the name of a new folder")
    shutil.copytree(TEMPLATE, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    written = sorted(path for path in folder.rglob("*") if path.is_file())
    out("Written:\n" + "".join(f"  {path}\n" for path in written) + "\n" + NEXT.format(folder=folder))
