"""Correct a graph by hand: what changes is kept in its folder, and only the documents that it touches are redone."""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import chain
from pathlib import Path

from graph import folder as place
from graph.correcting import corrected
from graph.corrections import (
    WRONG,
    Correction,
    CorrectionError,
    Corrections,
    corrections_text,
    parse_corrections,
    with_correction,
    without_correction,
)
from graph.draft import Draft, Stored, shown
from graph.errors import NoGraphError
from graph.ledger import Ledger
from graph.record import encode
from graph.report import Counts

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Amended:
    """What a change of the corrections came to.

    Args:
        correction: The correction that came or went.
        documents: Ids of the documents that were redone.
        quads: Quads in the graph afterwards.
        notes: What became of claims on the way that a person may want to look at, and how often.
    """

    correction: Correction
    documents: tuple[str, ...]
    quads: int
    notes: Counts = ()


def add(folder: str | Path, make: Callable[[Corrections], Correction]) -> Amended:
    """Carry one more correction out.

    Args:
        folder: The graph folder.
        make: Makes the correction, given those that there are.

    Raises:
        CorrectionError: When the file of corrections has mistakes, or *make* says so.
        GraphError: When there is no graph, or another process writes into it.
    """
    path = Path(folder)
    place.current(path)
    with place.writing(path) as base:
        before, known = _own(path)
        correction = make(known)
        return _amended(path, base, with_correction(before, correction), correction)


def undo(folder: str | Path, number: int) -> Amended:
    """Take a correction back: the graph is the one that it is without it.

    Raises:
        CorrectionError: When there is no such correction, or the file has mistakes.
        GraphError: When there is no graph, or another process writes into it.
    """
    path = Path(folder)
    place.current(path)
    with place.writing(path) as base:
        before, known = _own(path)
        gone = next((each for each in known if each.id == number), None)
        if gone is None:
            there = ", ".join(str(each.id) for each in known) or "none"
            raise CorrectionError(f"{folder}: has no correction {number}; there are: {there}")
        return _amended(path, base, without_correction(before, number), gone)


def corrections_of(folder: str | Path) -> Corrections:
    """Return the corrections that a graph folder keeps, those that the next build has yet to carry out among them.

    Raises:
        CorrectionError: When the file has mistakes.
        GraphError: When there is no graph.
    """
    place.current(Path(folder))
    return _own(Path(folder))[1]


def _own(folder: Path) -> tuple[str, Corrections]:
    """Return the corrections of a graph folder, as text and parsed."""
    path = folder / place.CORRECTIONS
    text = corrections_text(path)
    return text, parse_corrections(text, str(path))


def _amended(folder: Path, base: place.Generation | None, text: str, correction: Correction) -> Amended:
    """Make *text* the corrections of the graph and redo what that touches."""
    if base is None:
        raise NoGraphError(f"{folder}: no graph has been built here yet; build one: zhitu build SOURCE... -g {folder}")
    wanted = parse_corrections(text, str(folder / place.CORRECTIONS))
    with _keeping(folder, text):
        redo = Redo(folder, base, wanted)
        documents = redo.after(())
        first = next(documents, None)
        if first is None and not base.outdated:
            return Amended(correction, (), base.quads)
        with place.drafting(folder) as generation, Draft(folder, generation, base, wanted) as draft:
            draft.change(chain([] if first is None else [first], documents))
            now = draft.commit()
        return Amended(correction, tuple(redo.done), now.quads, tuple(sorted(redo.notes.items())))


@contextmanager
def adopting(folder: Path, given: Path | None) -> Iterator[Corrections]:
    """Give the corrections that a build is to show: those of the folder, or a file that takes their place.

    Where the folder had others, they are kept beside. When the build fails, everything is as it was.

    Raises:
        CorrectionError: When the file is missing or has mistakes.
    """
    text, known = ("", ()) if given is not None else _own(folder)
    if given is None:
        yield known
        return
    if not given.is_file():
        raise CorrectionError(f"{given}: there is no such file of corrections")
    text = corrections_text(given)
    wanted = parse_corrections(text, str(given))
    former = corrections_text(folder / place.CORRECTIONS)
    with _keeping(folder, text):
        if set(former.splitlines()) - set(text.splitlines()):
            _write(folder / place.CORRECTIONS_BEFORE, former)
            _log.warning(
                "%s: %s takes the place of other corrections, kept in %s", folder, given, place.CORRECTIONS_BEFORE
            )
        yield wanted


@contextmanager
def _keeping(folder: Path, text: str) -> Iterator[None]:
    """Make *text* the corrections of the folder, before the graph shows them; on failure put the former ones back.

    A build that is killed in between leaves the file ahead of the graph, and the next build catches up.
    """
    path = folder / place.CORRECTIONS
    former = corrections_text(path)
    _write(path, text)
    try:
        yield
    except BaseException:
        _write(path, former)
        raise


def _write(path: Path, text: str) -> None:
    """Write a file in one step; an empty one is none."""
    if not text.strip():
        path.unlink(missing_ok=True)
    elif corrections_text(path) != text:
        new = path.with_name(path.name + ".new")
        with new.open("wb") as out:
            out.write(text.encode("utf-8"))
            os.fsync(out.fileno())
        new.replace(path)


@dataclass(slots=True)
class Redo:
    """The documents that a change of the corrections touches.

    Args:
        folder: The graph folder.
        base: The generation that shows the former corrections.
        wanted: The corrections that are to be shown.
    """

    folder: Path
    base: place.Generation | None
    wanted: Corrections
    docs: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        former = shown(self.base)
        ids, marked = _touched(former, self.wanted), _marked(former) ^ _marked(self.wanted)
        if self.base is not None and (ids or marked) and not self.base.outdated:  # else all documents are redone
            with closing(Ledger(self.base.ledger)) as ledger:
                told = {doc for doc, _ in marked if ledger.entry(doc) is not None}
                self.docs = sorted({*ledger.touching(ids), *told})

    def after(self, coming: Iterable[Stored]) -> Iterator[Stored]:
        """Yield the documents that come in anyway, then those of the graph that turn out otherwise now."""
        waiting = dict.fromkeys(self.docs)
        for stored in coming:
            waiting.pop(stored[0].doc, None)
            yield stored
        if self.base is None or not waiting:
            return
        former = shown(self.base)
        with closing(Ledger(self.base.ledger)) as ledger:
            for doc in waiting:
                entry = ledger.entry(doc)
                assert entry is not None
                read = place.read_record(self.folder, entry.record)
                old, new = corrected(read, former), corrected(read, self.wanted)
                if old != new:
                    self.done.append(doc)
                    self.notes.update(Counter(dict(new.report.notes)) - Counter(dict(old.report.notes)))
                    yield new, encode(read)


def _marked(corrections: Corrections) -> set[tuple[str, str]]:
    """Return the claims that are marked wrong, with their documents: nothing but that document depends on it."""
    return {(each.doc, each.claim) for each in corrections if each.kind == WRONG}


def _touched(former: Corrections, wanted: Corrections) -> set[str]:
    """Return the ids of all entities that may turn out otherwise.

    These are the entities of the corrections that came or went, and of all others that hang together with them:
    what has no entity in common does not depend on each other's order.
    """
    old, new = ([each.effect for each in both] for both in (former, wanted))
    ids: set[str] = set()
    for what, i, j, m, n in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            ids.update(*(each.ids for each in (*former[i:j], *wanted[m:n])))
    size = -1
    while ids and size != len(ids):
        size = len(ids)
        ids.update(*(each.ids for each in (*former, *wanted) if each.ids & ids))
    return ids
