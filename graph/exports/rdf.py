"""The RDF formats, sorted: the same graph gives the same bytes."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from tempfile import TemporaryFile
from typing import BinaryIO, Final, cast

import pyoxigraph as ox

from graph.knowledge import KnowledgeGraph
from graph.terms import PREFIXES

logger = logging.getLogger(__name__)

NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

FIRST: Final = {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": 0,
    "http://www.w3.org/2000/01/rdf-schema#label": 1,
}
"""What one wants to read first about a subject."""


def nquads(graph: KnowledgeGraph, out: BinaryIO) -> None:
    """Write every quad with its named graph, one a line, in code point order."""
    out.writelines(line.encode("utf-8") for line in graph.nquads())


def ntriples(graph: KnowledgeGraph, out: BinaryIO) -> None:
    """Write the triples of all graphs together, one a line, in code point order."""
    for _, triples in by_subject(graph):
        out.writelines(f"{line} .\n".encode() for line in sorted(map(str, triples)))


def turtle(graph: KnowledgeGraph, out: BinaryIO) -> None:
    """Write the triples of all graphs together, by subject, with prefixes."""
    ox.serialize(union(graph), cast("BinaryIO", Paragraphs(out)), format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)


def trig(graph: KnowledgeGraph, out: BinaryIO) -> None:
    """Write the default graph and then each named graph, by subject, with prefixes."""
    ox.serialize(dataset(graph), cast("BinaryIO", Paragraphs(out)), format=ox.RdfFormat.TRIG, prefixes=PREFIXES)


def rdfxml(graph: KnowledgeGraph, out: BinaryIO) -> None:
    """Write the triples of all graphs together as RDF/XML.

    XML has no way to write most control characters; one in a text becomes U+FFFD, with a warning.
    """
    changed = 0

    def safe() -> Iterator[ox.Triple]:
        nonlocal changed
        for triple in union(graph):
            yield (without := _without_controls(triple))
            changed += without is not triple

    ox.serialize(safe(), cast("BinaryIO", _CarriageReturns(out)), format=ox.RdfFormat.RDF_XML, prefixes=PREFIXES)
    if changed:
        logger.warning("%d texts hold control characters that RDF/XML cannot carry: U+FFFD stands for them", changed)


def union(graph: KnowledgeGraph) -> Iterator[ox.Triple]:
    """Yield the triples of all graphs, each once, by subject; types and labels first."""
    for _, triples in by_subject(graph):
        yield from sorted(triples, key=reading_order)


def by_subject(graph: KnowledgeGraph) -> Iterator[tuple[ox.NamedNode, set[ox.Triple]]]:
    """Yield the subjects of all graphs in code point order, each with its triples."""
    with TemporaryFile() as lines:
        lines.writelines(line.encode("utf-8") for line in graph.nquads())
        lines.seek(0)
        for subject, quads in groupby(ox.parse(lines, format=ox.RdfFormat.N_QUADS), key=attrgetter("subject")):
            yield subject, {quad.triple for quad in quads}


def dataset(graph: KnowledgeGraph) -> Iterator[ox.Quad]:
    """Yield all quads graph by graph, the default graph first, each by subject; types and labels first."""
    for name in (ox.DefaultGraph(), *sorted(graph.store.named_graphs(), key=attrgetter("value"))):
        yield from sorted(graph.store.quads_for_pattern(None, None, None, name), key=lambda q: reading_order(q.triple))


def reading_order(triple: ox.Triple) -> tuple[str, int, str, str]:
    """Return the key that sorts triples by subject, with its types and labels first."""
    predicate = triple.predicate.value
    return str(triple.subject), FIRST.get(predicate, 2), predicate, str(triple.object)


def _without_controls(triple: ox.Triple) -> ox.Triple:
    text = triple.object
    if not isinstance(text, ox.Literal) or NOT_IN_XML.search(text.value) is None:
        return triple
    value = NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text.value)
    if text.language:
        return ox.Triple(triple.subject, triple.predicate, ox.Literal(value, language=text.language))
    return ox.Triple(triple.subject, triple.predicate, ox.Literal(value, datatype=text.datatype))


class _CarriageReturns:
    """Write carriage returns as references: a reader of XML takes a bare one for a line feed."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def write(self, data: bytes) -> int:
        self._out.write(data.replace(b"\r", b"&#13;"))
        return len(data)

    def flush(self) -> None:
        """Leave it to the file."""


class Paragraphs:
    """Set subjects and graphs apart by an empty line on the way to a file.

    The serializer keeps line ends out of literals, so a line that is not indented begins something new.
    """

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._rest = b""
        self._before = b"\n"

    def write(self, data: bytes) -> int:
        """Pass on whole lines; keep the last, which may go on."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        self._out.writelines(self._spaced(lines))
        return len(data)

    def flush(self) -> None:
        """Pass on what is left."""
        self._out.write(self._rest)
        self._rest = b""

    def _spaced(self, lines: Iterable[bytes]) -> Iterator[bytes]:
        for line in lines:
            if self._apart(line):
                yield b"\n"
            yield line + b"\n"
            self._before = line

    def _apart(self, line: bytes) -> bool:
        if line.startswith((b"\t", b"}")) or (line.startswith(b"@prefix") and self._before.startswith(b"@prefix")):
            return False
        return self._before != b"\n"
