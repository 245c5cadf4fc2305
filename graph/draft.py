"""A new generation in the making: documents in, documents out, and the facts that follow from them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from itertools import chain, starmap
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

import pyoxigraph as ox

from graph import folder as place
from graph.concluded import conclusion_lines
from graph.correcting import corrected
from graph.corrections import Corrections, read_corrections, to_line
from graph.ledger import Ledger
from graph.mapping import (
    declared_quads,
    document_lines,
    document_node,
    entity_lines,
    reprint_lines,
    version_lines,
)
from graph.nquads import lines_of_quads, quads_of
from graph.record import Record, encode
from graph.runs import runs_quads
from graph.statements import OWNED, Topic
from graph.stores import OxigraphStore, on_disk, read_only
from graph.terms import claim_id

Stored = tuple[Record, bytes]
"""A record as the graph shows it, corrections carried out, with the encoded form of what was read."""


def shown(generation: place.Generation | None) -> Corrections:
    """Return the corrections that a generation shows."""
    return () if generation is None else read_corrections(generation.corrections)


class Draft:
    """A generation that is not current yet; use it as a context manager.

    The default graph falls into slices: one per entity, one per topic (what is said about a predicate of an entity),
    and one each of runs, of reprints and of terms beyond the vocabulary. What stands in a slice follows from what
    the ledger has about it and from nothing else. So a change takes out the slices of what it touches as they follow
    from the ledger before, and puts in what follows from the ledger after; a clean build does all slices, with the
    same result. A base that was made by other rules is done anew as a whole, from its records.

    Args:
        folder: The graph folder.
        generation: Where the new generation goes.
        base: The generation it starts from.
        corrections: What a person corrected, which the documents that come in show already; by default that of *base*.
    """

    def __init__(
        self,
        folder: Path,
        generation: place.Generation,
        base: place.Generation | None,
        corrections: Corrections | None = None,
    ) -> None:
        self._folder = folder
        self._generation = generation
        self._base = base
        self._corrections = shown(base) if corrections is None else corrections
        if base is not None and not base.outdated:
            shutil.copyfile(base.ledger, generation.ledger)
        self._ledger = Ledger(generation.ledger, write=True)
        self._store: OxigraphStore | None = None
        self._quads = 0
        self._entered: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ledger.close()
        if self._store is not None:
            self._store.close()

    def load(self, documents: Iterable[Stored], removed: Iterable[str] = ()) -> None:
        """Stream *documents*, and all that stay but for *removed*, into a new store: best when much changes."""
        store = self._store = on_disk(self._generation.store)
        store.load_lines(chain(self._coming(documents), self._staying(set(removed)), self._everything()))
        self._quads = len(store)

    def change(self, documents: Iterable[Stored], removed: Iterable[str] = ()) -> None:
        """Put *documents* in and take *removed* out of a copy of the store: best when little changes."""
        if self._base is None or self._base.outdated:
            self.load(documents, removed)
            return
        store = self._store = self._copy(self._base)
        self._quads = self._base.quads
        with closing(Ledger(self._base.ledger)) as before:
            changes = Changes(before, self._ledger)
            for record, data in documents:
                coming = quads_of(document_lines(record, self._enter(record, data, changes)))
                self._quads += store.replace(store.match(graph=document_node(record.doc)), coming)
            for doc in removed:
                self._leave(doc, changes)
                self._quads += store.replace(store.match(graph=document_node(doc)), ())
            self._ledger.regroup()
            changes.settle()
            self._quads += store.replace(changes.quads(before), changes.quads(self._ledger))

    def commit(self, files: Mapping[str, tuple[str, str]] = MappingProxyType({})) -> place.Generation:
        """Make this the current generation, and return it.

        Args:
            files: Digest and state of files that were read, by document id.
        """
        self._ledger.remember(files)
        assert self._store is not None
        self._store.finish()
        if self._corrections:
            lines = "".join(to_line(each) + "\n" for each in self._corrections)
            self._generation.corrections.write_text(lines, encoding="utf-8")
        done = replace(self._generation, quads=self._quads, documents=len(self._ledger))
        self._ledger.commit()
        self._store.close()
        self._ledger.close()
        place.commit(self._folder, done)
        return done

    # --- documents ---

    def _coming(self, documents: Iterable[Stored]) -> Iterator[str]:
        """Enter *documents* one by one and yield their lines."""
        for record, data in documents:
            ids = self._enter(record, data)
            self._entered.add(record.doc)
            yield document_lines(record, ids)

    def _staying(self, removed: set[str]) -> Iterator[str]:
        """Yield the lines of the documents that stay as they were."""
        if self._base is None:
            return
        if self._base.outdated:
            yield from self._coming(self._again(self._base, removed))
            return
        for doc in removed:
            self._leave(doc)
        old = read_only(self._base.store)
        for entry in self._ledger.entries():
            if entry.doc not in self._entered:
                yield lines_of_quads(old.match(graph=document_node(entry.doc)))
        old.close()

    def _again(self, base: place.Generation, removed: set[str]) -> Iterator[Stored]:
        """Yield the documents of a base that was made by other rules, as its records keep them."""
        with closing(Ledger(base.ledger)) as before:
            for entry in before.entries():
                if entry.doc not in self._entered | removed:
                    read = place.read_record(self._folder, entry.record)
                    yield corrected(read, self._corrections), encode(read)

    def _enter(self, record: Record, data: bytes, changes: Changes | None = None) -> list[str]:
        """Enter a document, in place of its former version; return the ids of its claims."""
        ids = [claim_id(claim) for claim in record.claims]
        self._leave(record.doc, changes)
        self._ledger.put(record, place.write_record(self._folder, data), ids)
        if changes is not None:
            changes.touch(record.doc, self._ledger)
        return ids

    def _leave(self, doc: str, changes: Changes | None = None) -> None:
        """Take a document out of the ledger."""
        if changes is not None:
            changes.touch(doc, self._ledger)
        self._ledger.remove(doc)

    def _everything(self) -> Iterator[str]:
        """Yield the whole default graph, once all documents are in the ledger."""
        self._ledger.regroup()
        yield from all_slices(self._ledger)

    def _copy(self, base: place.Generation) -> OxigraphStore:
        """Return a copy of the base's store; unchanged files are shared by hard links."""
        old = read_only(base.store)
        old.raw.backup(self._generation.store)
        old.close()
        return on_disk(self._generation.store)


class Changes:
    """Which slices of the default graph a change touches.

    Args:
        before: The ledger of the base.
        after: The ledger that changes.
    """

    def __init__(self, before: Ledger, after: Ledger) -> None:
        self._before, self._after = before, after
        self._entities: set[str] = set()
        self._topics: set[Topic] = set()

    def touch(self, doc: str, ledger: Ledger) -> None:
        """Note what a document speaks of, as *ledger* has it."""
        self._entities |= ledger.touched(doc)
        self._topics |= ledger.claims.topics(doc)

    def settle(self) -> None:
        """Note what follows once all documents are in and out and reprints are grouped.

        A document that became a reprint of another, or ceased to be one, is another source of all that it says.
        Whether two owners exclude each other depends on who owns them, and whether a version is linked on whether
        its family is spoken of.
        """
        old, new = self._before.reprints(), self._after.reprints()
        for doc in sorted(old.keys() | new.keys()):
            if old.get(doc) != new.get(doc):
                self._topics |= self._after.claims.topics(doc)
        for ledger in (self._before, self._after):
            self._entities |= ledger.versions_of(sorted(self._entities))
            owned = [topic.about for topic in self._topics if topic.predicate == OWNED]
            self._topics |= {Topic(OWNED, part) for owner in owned for part in ledger.claims.below(owner)}

    def quads(self, ledger: Ledger) -> Iterator[ox.Quad]:
        """Yield the slices as they follow from one of the ledgers."""
        return quads_of("".join(self._lines(ledger)))

    def _lines(self, ledger: Ledger) -> Iterator[str]:
        for id_ in sorted(self._entities):
            if (entity := ledger.entity(id_)) is not None:
                yield entity_lines(entity)
                yield from (version_lines(id_, family) for family in ledger.families(id_))
        for topic in sorted(self._topics):
            yield conclusion_lines(ledger.claims.conclusion(topic))
        yield small_slices(ledger)


def small_slices(ledger: Ledger) -> str:
    """Return what is known about runs, which documents tell the text of another, and terms beyond the vocabulary."""
    runs = lines_of_quads(runs_quads(ledger.fingerprints()))
    reprints = [reprint_lines(doc, original) for doc, original in ledger.reprints().items()]
    declared = dict.fromkeys(quad for each in ledger.declared() for quad in declared_quads(each))
    return "".join([runs, *reprints, lines_of_quads(declared)])


def all_slices(ledger: Ledger) -> Iterator[str]:
    """Yield the whole default graph, as lines."""
    yield small_slices(ledger)
    yield from map(entity_lines, ledger.entities())
    yield from starmap(version_lines, ledger.versions())
    yield from map(conclusion_lines, ledger.claims.conclusions())
