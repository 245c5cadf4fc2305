"""The export formats: a table of lazy names, open to other packages through an entry point group."""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Final, Protocol, cast

from graph.errors import GraphError
from graph.knowledge import KnowledgeGraph

GROUP: Final = "zhitu.exporters"

EXPORTERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "turtle": "graph.exports.rdf:turtle",
        "trig": "graph.exports.rdf:trig",
        "ntriples": "graph.exports.rdf:ntriples",
        "nquads": "graph.exports.rdf:nquads",
        "jsonld": "graph.exports.jsonld:jsonld",
        "rdfxml": "graph.exports.rdf:rdfxml",
        "graphml": "graph.exports.networks:graphml",
        "gexf": "graph.exports.networks:gexf",
        "csv": "graph.exports.tables:csv_claims",
        "entities": "graph.exports.jsonlines:entities",
        "claims": "graph.exports.jsonlines:claims",
        "turtle12": "graph.exports.annotated:turtle12",
        "parquet": "graph.exports.parquet:parquet",
        "tables": "graph.exports.tables:csv_tables",
        "neo4j": "graph.exports.neo4j:neo4j",
        "nanopubs": "graph.exports.nanopubs:nanopubs",
        "void": "graph.exports.void:void",
    }
)
"""Formats by name, each with the place of its function; nothing is imported before it is used."""


class Exporter(Protocol):
    """What writes a graph in one format: the same bytes for the same content, as a stream where it can."""

    def __call__(self, graph: KnowledgeGraph, out: BinaryIO, /) -> None:
        """Write *graph* to *out*."""


class ExportError(GraphError):
    """An export is not possible: no such format, or the file cannot be written."""


def formats() -> tuple[str, ...]:
    """Return the names of all formats, ours first."""
    others = sorted({point.name for point in entry_points(group=GROUP)} - EXPORTERS.keys())
    return (*EXPORTERS, *others)


def exporter(name: str) -> Exporter:
    """Return what writes the format *name*.

    Raises:
        ExportError: There is no such format.
    """
    if name in EXPORTERS:
        module, _, function = EXPORTERS[name].partition(":")
        return cast("Exporter", getattr(import_module(module), function))
    for point in entry_points(group=GROUP, name=name):
        return cast("Exporter", point.load())
    raise ExportError(f"no export format '{name}'; there are {', '.join(formats())}")


def export(graph: KnowledgeGraph, name: str, path: str | Path) -> None:
    """Write *graph* to a file, which appears whole or not at all.

    Args:
        graph: What to write.
        name: The format.
        path: The file; one that exists is replaced. Its folder must exist.

    Raises:
        ExportError: There is no such format, or the file cannot be written.
    """
    write = exporter(name)
    target = Path(path).resolve()
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            with target.open("wb") as out:  # a pipe or a device has no half-written state to hide
                write(graph, out)
        else:
            _write_whole(graph, write, target)
    except OSError as error:
        raise ExportError(f"{path}: cannot be written: {error.strerror or error}") from error


def _write_whole(graph: KnowledgeGraph, write: Exporter, target: Path) -> None:
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as out:
            write(graph, out)
            out.flush()
            os.fsync(out.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
