"""Oxigraph as the store: embedded, on disk or in memory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, islice
from pathlib import Path
from typing import Final
from unicodedata import east_asian_width

import pyoxigraph as ox

from graph.errors import FormatError, GraphError, LockedError, QueryError
from graph.stores.base import GraphName, Node, Results
from graph.terms import PREFIXES

_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_CLASSES = re.compile(r"\[(?:'[^']*'|[^\]'])*\]")  # such as ['a' ..= 'z' | '\u{00B7}']
_FEW: Final = 8
_FEW_QUADS: Final = 10_000
_BATCH: Final = 100_000  # quads per bulk load: it keeps a batch in memory, about a kilobyte a quad while it sorts them
_ITEM = re.compile(r"\"[^\"]+\"|[A-Za-z][A-Za-z ]+")


class OxigraphStore:
    """An Oxigraph store behind the protocol.

    Args:
        raw: The Oxigraph store itself, for what the protocol does not offer.
    """

    def __init__(self, raw: ox.Store) -> None:
        self._raw: ox.Store | None = raw

    @property
    def raw(self) -> ox.Store:
        """The Oxigraph store itself."""
        if self._raw is None:
            raise GraphError("the store is closed")
        return self._raw

    def __len__(self) -> int:
        return len(self.raw)

    def load(self, quads: Iterable[ox.Quad]) -> None:
        """Add many quads, streaming; not atomic."""
        rest = iter(quads)
        while first := list(islice(rest, _FEW_QUADS)):
            if len(first) < _FEW_QUADS:
                self.raw.extend(first)  # for a handful, setting up the bulk loader would take longer than all the rest
            else:
                self.raw.bulk_extend(chain(first, islice(rest, _BATCH)))

    def load_lines(self, texts: Iterable[str]) -> None:
        """Add many quads given as lines of N-Quads, streaming; not atomic.

        While the store takes one batch in, which leaves Python to others, the next one is made.
        """
        with ThreadPoolExecutor(1) as aside:
            waiting: Future[None] | None = None
            for number, text in _batches(texts):
                if waiting is not None:
                    waiting.result()
                waiting = aside.submit(self._take, number, text)
            if waiting is not None:
                waiting.result()

    def _take(self, number: int, text: bytes) -> None:
        """Add a batch; for a handful, setting up the bulk loader would take longer than all the rest."""
        load = self.raw.load if number < _FEW_QUADS else self.raw.bulk_load
        load(text, format=ox.RdfFormat.N_QUADS, lenient=True)

    def replace(self, old: Iterable[ox.Quad], new: Iterable[ox.Quad]) -> int:
        """Take out the quads *old* and put in *new*; what stands in both stays untouched."""
        before, after = dict.fromkeys(old), dict.fromkeys(new)
        for quad in before:
            if quad not in after:
                self.raw.remove(quad)
        added = [quad for quad in after if quad not in before]
        if added:
            self.raw.extend(added)
        return len(after) - len(before)

    def match(
        self,
        subject: Node | None = None,
        predicate: ox.NamedNode | None = None,
        object_: ox.NamedNode | ox.BlankNode | ox.Literal | None = None,
        graph: GraphName | None = None,
    ) -> Iterator[ox.Quad]:
        """Yield the quads that fit; ``None`` fits everything."""
        return iter(self.raw.quads_for_pattern(subject, predicate, object_, graph))

    def query(self, sparql: str) -> Results:
        """Answer a SPARQL query over all graphs at once.

        Raises:
            QueryError: When the query is malformed or cannot be answered.
        """
        try:
            return self.raw.query(sparql, prefixes=dict(PREFIXES), use_default_graph_as_union=True)
        except SyntaxError as error:
            raise malformed(sparql, str(error)) from error
        except (OSError, ValueError, RuntimeError) as error:
            raise QueryError(f"the query cannot be answered: {error}") from error

    def finish(self) -> None:
        """Bring everything to disk, ready to be copied or opened by others."""
        self.raw.flush()

    def close(self) -> None:
        """Let go of the files; the store cannot be used afterwards."""
        self._raw = None


def _batches(texts: Iterable[str]) -> Iterator[tuple[int, bytes]]:
    """Join texts to batches for the bulk loader; yield each with how many lines it has."""
    batch: list[bytes] = []
    number = 0
    for text in texts:
        batch.append(text.encode("utf-8"))  # which is half the size
        number += text.count("\n")
        if number >= _BATCH:
            yield number, _joined(batch)
            number = 0
    if batch:
        yield number, _joined(batch)


def _joined(batch: list[bytes]) -> bytes:
    """Join a batch, and empty it."""
    whole = b"".join(batch)
    batch.clear()
    return whole


def in_memory() -> OxigraphStore:
    """Open an empty store in memory."""
    return OxigraphStore(ox.Store())


def on_disk(path: Path) -> OxigraphStore:
    """Open the store in folder *path* for writing; it is made where it is missing.

    Raises:
        LockedError: When it is open for writing already.
        FormatError: When the folder holds something else.
    """
    try:
        return OxigraphStore(ox.Store(path))
    except OSError as error:
        if "lock" in str(error).lower():
            raise LockedError(f"{path}: open for writing elsewhere; close it there first") from error
        raise FormatError(f"{path}: cannot be opened as an Oxigraph store ({error})") from error


def read_only(path: Path) -> OxigraphStore:
    """Open the store in folder *path* for reading; many may, as long as nobody writes into it.

    Raises:
        FormatError: When there is no store.
    """
    try:
        return OxigraphStore(ox.Store.read_only(str(path)))
    except OSError as error:
        raise FormatError(f"{path}: cannot be read as an Oxigraph store ({error})") from error


_FIRST_WORD = re.compile(r"(?:\s|#[^\n]*\n)*(?P<word>[A-Za-z]+)(?=\s|[{*(<])")
_STARTS = frozenset(
    "SELECT ASK CONSTRUCT DESCRIBE PREFIX BASE VERSION INSERT DELETE LOAD CLEAR CREATE DROP COPY MOVE ADD WITH".split()
)


def malformed(sparql: str, message: str) -> QueryError:
    """Return what is wrong with a query: line, column, what was expected, and the line with a mark under the place."""
    if not sparql.strip():
        return QueryError("malformed SPARQL: the query is empty", 1, 1)
    found = _POSITION.match(message)
    if not found:
        return QueryError(f"malformed SPARQL: {message}")
    line, column = _place(sparql, (int(found.group(1)), int(found.group(2))))
    lines = sparql.split("\n")
    shown = lines[line - 1] if line <= len(lines) else ""
    told = ": ".join(filter(None, [f"malformed SPARQL at line {line}, column {column}", _reason(found.group(3))]))
    return QueryError(f"{told}\n  {shown}\n  {' ' * _width(shown[: column - 1])}^", line, column)


def _place(sparql: str, furthest: tuple[int, int]) -> tuple[int, int]:
    """Return line and column of what is wrong.

    Oxigraph tells the furthest point that any alternative of its grammar reached, which misleads where the very
    first word is none of SPARQL's (SELCT): then that word is the place.
    """
    first = _FIRST_WORD.match(sparql)
    if first is None or first.group("word").upper() in _STARTS:
        return furthest
    before = sparql[: first.start("word")]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _reason(message: str) -> str:
    """Return what people can use of the parser's message.

    That is a sentence, or a few signs that were expected. Its lists of keywords and character classes tell how
    the parser works, not what is wrong.
    """
    rest = _CLASSES.sub("", message.removeprefix("expected ").removeprefix("one of "))
    items = list(dict.fromkeys(item.strip() for item in _ITEM.findall(rest)))
    sentences = [item for item in items if " " in item and not item.startswith('"')]
    signs = [item for item in items if item.startswith('"')]
    if sentences:
        return ", ".join(sentences)
    return f"expected {' or '.join(signs)}" if 0 < len(signs) <= _FEW else ""


def _width(text: str) -> int:
    """Return how many columns of a terminal *text* takes: Chinese characters take two."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
