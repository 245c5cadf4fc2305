"""From sources to a graph folder: read what changed, redo what depends on it, switch over in one step."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Final

from extract.model import Source
from extract.reading import Failure, Located, Skipped, find_sources, read_located, settled
from extract.reading.decoding import digest
from extract.reading.finding import Place
from graph import folder as place
from graph.correcting import corrected
from graph.corrections import Corrections
from graph.curation import Redo, adopting
from graph.draft import Draft, Stored
from graph.errors import BuildError, NoGraphError
from graph.ledger import Ledger
from graph.pool import Extractor, read_all
from graph.report import BuildReport, DocumentReport, Rows, Unchanged
from graph.spool import Spool

__all__ = ["Extractor", "Progress", "build", "forget"]

_MUCH: Final = 0.25  # share of the documents above which a new store is quicker than changing a copy

Progress = Callable[[int, int, str], None]
"""Called with how many inputs are done, how many there are, and the id of the last one."""


def build(
    sources: Sequence[str | Path],
    folder: str | Path,
    *,
    extractor: Extractor,
    strict: bool = False,
    progress: Progress | None = None,
    workers: int = 1,
    corrections: str | Path | None = None,
    reread: bool = False,
) -> BuildReport:
    """Add what *sources* say to the graph kept in *folder*.

    Documents that are in it already are read again only when they or the extractor's settings changed; a
    document that changed but cannot be read any more stays as it was. The graph is the same, quad for quad,
    as one built at once from the same documents. Of a file that the system tells to be the very same since it was
    read, the bytes are not looked at.

    Args:
        sources: Files and folders to read.
        folder: The graph folder; it is made where it is missing.
        extractor: What reads a source. With several *workers* it must be picklable.
        strict: Stop at the first source that fails, or that has bytes that cannot be decoded, and leave the graph
            as it was.
        progress: Called after every input.
        workers: Processes that extract at the same time; the result does not depend on it.
        corrections: A file of corrections that takes the place of those that the graph has.
        reread: Look at the bytes of every file, whatever the system tells of it.

    Returns:
        What was done, with one row per input.

    Raises:
        BuildError: With *strict*, when a source fails or has bytes that cannot be decoded.
        GraphError: When *folder* is not a graph folder, another process writes into it, or the file of
            corrections has mistakes.
        ReadError: When a source does not exist or holds nothing to read.
    """
    path = Path(folder)
    places = _outside(path, find_sources(sources))
    tally = _Tally(strict, progress or _silent)
    given = None if corrections is None else Path(corrections)
    with place.writing(path) as base, Spool() as changed, adopting(path, given) as wanted:
        files = _look(places, base, extractor.fingerprint, changed, tally, reread)
        redo = Redo(path, base, wanted)
        with closing(_read(extractor, changed, tally, workers, wanted)) as documents:
            now = _update(path, base, redo.after(documents), len(changed) + len(redo.docs), wanted, files)
        tally.changed, tally.corrected = now is not base, len(redo.done)
        return _report(folder, now, extractor.fingerprint, tally)


def forget(docs: Iterable[str], folder: str | Path) -> BuildReport:
    """Remove documents from the graph, and all that only they say.

    Args:
        docs: Ids of the documents.
        folder: The graph folder.

    Raises:
        NoGraphError: When there is no graph, or a document is not in it; nothing is removed then.
    """
    path = Path(folder)
    place.current(path)
    going = sorted(set(docs))
    with place.writing(path) as base:
        if base is None:  # removed in between
            raise NoGraphError(f"{folder}: there is no graph any more")
        with closing(Ledger(base.ledger)) as ledger:
            missing = [doc for doc in going if ledger.entry(doc) is None]
        if missing:
            raise NoGraphError(f"{folder}: holds no document {', '.join(map(repr, missing))}; nothing was removed")
        now = _forgotten(path, base, going) if going else base
        rows = Rows(DocumentReport(doc, "removed") for doc in going)
        return BuildReport(str(folder), bool(going), now.quads, now.documents, rows=rows)


@dataclass(slots=True)
class _Tally:
    """Rows of the report as they come in, and the progress they mean."""

    strict: bool
    progress: Progress
    rows: list[DocumentReport | Unchanged] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    total: int = 0
    changed: bool = False
    corrected: int = 0

    def same(self, row: Unchanged) -> None:
        """Enter a row about a source that is as it was; with *strict*, look whether it lost bytes."""
        if self.strict:
            self._refuse(row.row())
        self.rows.append(row)

    def add(self, row: DocumentReport) -> None:
        """Enter a row; with *strict*, stop at one that failed or lost bytes."""
        if self.strict:
            self._refuse(row)
        self.rows.append(row)
        if self.total:
            self.progress(len(self.rows), self.total, row.doc)

    def _refuse(self, row: DocumentReport) -> None:
        """Stop at a row that failed or lost bytes."""
        if row.status == "failed":
            raise BuildError(f"{row.origin or row.doc}: {row.message} (strict: the graph is as it was)")
        if row.undecodable:
            raise BuildError(f"{row.origin or row.doc}: {_damage(row)} (strict: the graph is as it was)")


def _damage(row: DocumentReport) -> str:
    places = ", ".join(map(str, row.undecodable_at[:5]))
    return f"read as {row.encoding} ({row.encoding_reason}), {row.undecodable} places are no text: at byte {places}"


def _silent(done: int, total: int, doc: str) -> None:
    """Show no progress."""


def _outside(folder: Path, places: Iterable[Place]) -> list[Place]:
    """Leave out what lies in the graph folder, which may stand beside the sources: it holds no articles."""
    inside = os.path.join(os.path.abspath(folder), "")  # noqa: PTH100, PTH118

    @cache  # there may be a million places in a few folders
    def apart(parent: str) -> bool:
        return not os.path.join(os.path.abspath(parent), "").startswith(inside)  # noqa: PTH100, PTH118

    return [found for found in places if apart(os.path.dirname(found.origin))]  # noqa: PTH120


def _look(
    places: Sequence[Place],
    current: place.Generation | None,
    fingerprint: str,
    changed: Spool,
    tally: _Tally,
    reread: bool,
) -> dict[str, tuple[str, str]]:
    """Go through all sources once; put those aside that have to be read.

    Returns:
        Of files that were read and may be told by their state from now on: digest and state, by document id.
    """
    now = time.time_ns()  # before anything is read: what changes from here on is younger
    ledger = Ledger(current.ledger) if current else None
    try:
        watch = _Watch(now, {} if ledger is None or reread else ledger.files(fingerprint))
        for found in read_located(places, watch.unchanged):
            if isinstance(found, Failure):
                tally.add(DocumentReport(found.origin, "failed", found.message, found.origin))
            elif isinstance(found, Skipped):
                tally.add(DocumentReport(found.origin, "skipped", found.reason, found.origin))
            elif isinstance(found, Located):
                tally.same(Unchanged(found.doc, found.origin, watch.told(found.doc)))
            else:
                read = digest(found)
                watch.noted(found, read)
                entry = None if ledger is None else ledger.entry(found.doc)  # its truth would count rows
                if entry and (entry.digest, entry.fingerprint) == (read, fingerprint):
                    tally.same(entry.unchanged(found.origin))
                    continue
                if entry:
                    tally.known.add(found.doc)
                changed.put(found)
    finally:
        if ledger:
            ledger.close()
    tally.total = len(tally.rows) + len(changed)
    tally.progress(len(tally.rows), tally.total, "")
    return watch.files


class _Watch:
    """What is known of files by their state, and what comes to be known.

    Args:
        now: The time before any is read, in nanoseconds.
        known: The state of each file when it was read, and what reading it came to, by document id.
    """

    def __init__(self, now: int, known: Mapping[str, tuple[str, str]]) -> None:
        self._now = now
        self._known = known
        self._state: dict[str, str] = {}
        self.files: dict[str, tuple[str, str]] = {}

    def unchanged(self, located: Located) -> bool:
        """Tell whether a file is as it was when it was read."""
        state = settled(located, self._now)
        if state is None:
            return False
        if located.doc in self._known and self._known[located.doc][0] == state:
            return True
        self._state[located.origin] = state
        return False

    def told(self, doc: str) -> str:
        """Return what reading an unchanged file came to."""
        return self._known[doc][1]

    def noted(self, source: Source, digest: str) -> None:
        """Note the digest of what was read; a file's state was looked at before, a line of a file has none."""
        if (state := self._state.pop(source.origin, None)) is not None:
            self.files[source.doc] = digest, state


def _update(
    path: Path,
    base: place.Generation | None,
    documents: Iterator[Stored],
    number: int,
    corrections: Corrections,
    files: Mapping[str, tuple[str, str]],
) -> place.Generation | None:
    """Put *documents*, about *number* of them, into a new generation; return the one that is current afterwards."""
    first = next(documents, None)
    if first is None and (base is None or not base.outdated):  # nothing changed, or nothing that did can be read
        return base
    found = chain([] if first is None else [first], documents)
    with place.drafting(path) as generation, Draft(path, generation, base, corrections) as draft:
        if base is None or number > base.documents * _MUCH:
            draft.load(found)
        else:
            draft.change(found)
        return draft.commit(files)


def _forgotten(path: Path, base: place.Generation, docs: Sequence[str]) -> place.Generation:
    """Make a generation without *docs* and return it."""
    with place.drafting(path) as generation, Draft(path, generation, base) as draft:
        draft.change((), docs)
        return draft.commit()


def _read(
    extractor: Extractor, changed: Spool, tally: _Tally, workers: int, corrections: Corrections
) -> Generator[Stored, None, None]:
    """Yield what could be read of the sources that changed; enter all of them in the report."""
    with closing(read_all(extractor, changed, workers)) as outcomes:
        for outcome in outcomes:
            again = outcome.doc in tally.known
            if outcome.record is None:
                kept = "; what was read from it before stays in the graph" if again else ""
                tally.add(DocumentReport(outcome.doc, "failed", outcome.message + kept, outcome.origin))
                continue
            status = "changed" if again else "added"
            record = corrected(outcome.record, corrections)
            tally.add(replace(record.report, status=status, origin=outcome.origin))
            yield record, outcome.data


def _report(folder: str | Path, current: place.Generation | None, fingerprint: str, tally: _Tally) -> BuildReport:
    rows = sorted(tally.rows, key=attrgetter("doc", "origin"))
    if current is None:
        return BuildReport(str(folder), changed=False, quads=0, documents=0, rows=Rows(rows))
    with closing(Ledger(current.ledger)) as ledger:
        stale, reprints = ledger.stale(fingerprint), ledger.reprints()
    known = Rows(_with_original(row, reprints.get(row.doc, "")) for row in rows)
    return BuildReport(
        str(folder), tally.changed, current.quads, current.documents, stale, known, corrected=tally.corrected
    )


def _with_original(row: DocumentReport | Unchanged, original: str) -> DocumentReport | Unchanged:
    """Return *row* with the document whose text it tells, where it was read at all."""
    if isinstance(row, Unchanged):
        return row._replace(reprint_of=original) if original else row
    return replace(row, reprint_of=original) if row.encoding and row.reprint_of != original else row
