"""Sources in, an open graph out: what a notebook's first cell calls."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from weakref import finalize

from extract.checking import check_domain
from extract.pipeline import Extractor
from graph import build as writing
from graph.errors import BuildError
from graph.face.errors import ChoiceError
from graph.face.kg import KnowledgeGraph
from graph.face.papers import Report
from graph.knowledge import KnowledgeGraph as Reader
from ontology.domain import Domain, load_domain
from ontology.errors import DomainError


def build(
    sources: str | Path | Sequence[str | Path],
    graph: str | Path | None = None,
    *,
    domain: str | Path | Domain | None = None,
    extractor: writing.Extractor | None = None,
    strict: bool = False,
    progress: writing.Progress | None = None,
    workers: int = 1,
    corrections: str | Path | None = None,
    reread: bool = False,
) -> KnowledgeGraph:
    """Read *sources* and return the graph of what they say, open, with a report of the build.

    Args:
        sources: Files and folders to read, one or several.
        graph: The folder to keep the graph in; what is there already is only brought up to date. Without one the graph
            stands in a temporary folder, which goes with it.
        domain: The domain's data, or its folder; by default the AI industry, which is shipped.
        extractor: What reads a source, in the place of the rules of the domain.
        strict: Stop at the first source that fails, and leave the graph as it was.
        progress: Called after every input.
        workers: Processes that read at the same time; the result does not depend on it.
        corrections: A file of corrections that takes the place of those that the graph has.
        reread: Look at the bytes of every file, also of those that the system tells to be the same.

    Raises:
        DomainError: When the domain has mistakes, with all of them.
        BuildError: With *strict*, when a source fails or has bytes that cannot be decoded.
        ReadError: When a source does not exist or holds nothing to read.
    """
    listed = [sources] if isinstance(sources, str | Path) else list(sources)
    if extractor is not None and domain is not None:
        raise ChoiceError("a domain and an extractor were given; an extractor has its domain already: give one of both")
    with ExitStack() as held:
        folder = Path(graph) if graph is not None else _temporary(held)
        report = writing.build(
            listed,
            folder,
            extractor=extractor or Extractor(load_domain() if domain is None else _domain(domain)),
            strict=strict,
            progress=progress,
            workers=workers,
            corrections=corrections,
            reread=reread,
        )
        if not report.documents and report.failed:
            row = report.failed[0]
            raise BuildError(f"none of {len(report.rows)} inputs could be read; {row.doc}: {row.message}")
        reader = Reader.open(folder)
        held.callback(reader.close)
        opened = KnowledgeGraph(reader, Report(report), going := held.pop_all())
        finalize(opened, going.close)
        return opened
    raise AssertionError("unreachable")


def _temporary(held: ExitStack) -> Path:
    """Return a new folder that is removed when *held* is closed."""
    folder = Path(tempfile.mkdtemp(prefix="zhitu-"))
    held.callback(shutil.rmtree, folder, ignore_errors=True)
    return folder / "graph"


def _domain(given: str | Path | Domain) -> Domain:
    """Return a domain; one that a person wrote is checked as strictly as the shipped one."""
    if isinstance(given, Domain):
        return given
    domain = load_domain(Path(given))
    if problems := check_domain(domain):
        raise DomainError(f"{given}: the domain has mistakes, please correct:\n  " + "\n  ".join(problems))
    return domain
