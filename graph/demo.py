"""What the project can do, on the sample articles that come with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final

from extract.samples import sample_folder
from graph.build import Extractor, Progress, build
from graph.exports.registry import export
from graph.knowledge import KnowledgeGraph, Results
from graph.page import write_html
from graph.picture import write_svg
from graph.report import BuildReport

QUESTIONS: Final = ("training-costs", "who-supplies-whom", "investments")


@dataclass(frozen=True, slots=True)
class Answer:
    """A question of the query library and what the graph answers."""

    name: str
    title: str
    result: Results


def build_samples(folder: Path, extractor: Extractor, progress: Progress | None = None) -> BuildReport:
    """Build the graph of the sample articles in *folder*."""
    return build([sample_folder()], folder, extractor=extractor, progress=progress)


def answers(graph: KnowledgeGraph) -> Iterator[Answer]:
    """Yield the answers to three questions."""
    for name in QUESTIONS:
        sparql = question(name)
        yield Answer(name, title(sparql), graph.query(sparql))


def question(name: str) -> str:
    """Return a query of the library by its file name without ending."""
    return files("graph").joinpath("queries", f"{name}.rq").read_text(encoding="utf-8")


def title(sparql: str) -> str:
    """Return what a query of the library asks, in Chinese and English, from the comments at its head."""
    return " ".join(
        match[1]
        for language in ("zh-Hans", "en")
        if (match := re.search(f"^# title@{language}: *(.+)$", sparql, re.MULTILINE))
    )


def write_files(graph: KnowledgeGraph, folder: Path) -> tuple[Path, ...]:
    """Write the picture, the page and the N-Quads of a graph; return where they are."""
    picture, page, quads = (folder / f"graph.{ending}" for ending in ("svg", "html", "nq"))
    write_svg(graph, picture)
    write_html(graph, page)
    export(graph, "nquads", quads)
    return picture, page, quads
