"""A new generation in the making: documents in, documents out, and the facts that follow from them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from graph import folder as place
from graph.corrections import Corrections, read_corrections, to_line
from graph.ledger import Ledger
from graph.mapping import (
    DEFAULT,
    REPRINT_OF,
    document_node,
    document_quads,
    entity_node,
    entity_quads,
    fact_quad,
    relation_quads,
    reprint_quad,
    run_node,
    run_quads,
)
from graph.record import Record
from graph.stores import OxigraphStore, on_disk, read_only

Stored = tuple[Record, bytes]
"""A record as the graph shows it, corrections carried out, with the encoded form of what was read."""


def shown(generation: place.Generation | None) -> Corrections:
    """Return the corrections that a generation shows."""
    return () if generation is None else read_corrections(generation.corrections)


class Draft:
    """A generation that is not current yet; use it as a context manager.

    The default graph falls into slices, one per entity and run, one of reprints and one of relations beyond the
    vocabulary: what stands there follows from
    what the ledger has about that subject (all sketches, for reprints) and from nothing else. So a change redoes the
    slices of what it touches, and a clean build does all of them, with the same result.

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
        if base is not None:
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

    def load(self, documents: Iterable[Stored]) -> None:
        """Put *documents* in, streaming them and everything that stays into a new store: best when much changes."""
        store = self._store = on_disk(self._generation.store)
        store.load(chain(self._coming(documents), self._staying(), self._everything()))
        self._quads = len(store)

    def change(self, documents: Iterable[Stored], removed: Iterable[str] = ()) -> None:
        """Put *documents* in and take *removed* out of a copy of the store: best when little changes."""
        store = self._store = self._copy()
        self._quads = self._base.quads if self._base else 0
        touched: set[str] = set()
        runs: set[str] = set()
        declared = set(relation_slice(self._ledger))
        for record, data in documents:
            touched |= self._enter(record, data, runs)
            self._quads += store.replace(store.match(graph=document_node(record.doc)), document_quads(record))
        for doc in removed:
            touched |= self._leave(doc, runs)
            self._quads += store.replace(store.match(graph=document_node(doc)), ())
        self._quads += self._redo(store, sorted(touched), sorted(runs))
        self._ledger.regroup()
        old = store.match(predicate=REPRINT_OF, graph=DEFAULT)
        self._quads += store.replace(old, reprint_slice(self._ledger))
        self._quads += store.replace(sorted(declared, key=str), relation_slice(self._ledger))

    def commit(self) -> place.Generation:
        """Make this the current generation, and return it."""
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

    def _coming(self, documents: Iterable[Stored]) -> Iterator[ox.Quad]:
        """Enter *documents* one by one and yield their quads."""
        for record, data in documents:
            self._enter(record, data, set())
            self._entered.add(record.doc)
            yield from document_quads(record)

    def _staying(self) -> Iterator[ox.Quad]:
        """Yield the quads of the documents that stay as they were."""
        if self._base is None:
            return
        old = read_only(self._base.store)
        for entry in self._ledger.entries():
            if entry.doc not in self._entered:
                yield from old.match(graph=document_node(entry.doc))
        old.close()

    def _enter(self, record: Record, data: bytes, runs: set[str]) -> set[str]:
        """Enter a document, in place of its former version; return the entities that either speaks of."""
        touched = self._leave(record.doc, runs)
        self._ledger.put(record, place.write_record(self._folder, data))
        runs.add(record.fingerprint)
        return touched | self._ledger.touched(record.doc)

    def _leave(self, doc: str, runs: set[str]) -> set[str]:
        """Take a document out of the ledger; return the entities that it speaks of."""
        entry = self._ledger.entry(doc)
        if entry is None:
            return set()
        runs.add(entry.fingerprint)
        touched = self._ledger.touched(doc)
        self._ledger.remove(doc)
        return touched

    # --- the default graph ---

    def _everything(self) -> Iterator[ox.Quad]:
        """Yield the whole default graph, once all documents are in the ledger."""
        self._ledger.regroup()
        yield from all_slices(self._ledger)

    def _copy(self) -> OxigraphStore:
        """Return a copy of the base's store; unchanged files are shared by hard links."""
        if self._base is not None:
            base = read_only(self._base.store)
            base.raw.backup(self._generation.store)
            base.close()
        return on_disk(self._generation.store)

    def _redo(self, store: OxigraphStore, entities: list[str], runs: list[str]) -> int:
        """Bring the slices of *entities* and *runs* up to date; return how many quads that adds."""
        nodes = [*map(entity_node, entities), *map(run_node, runs)]
        old = chain.from_iterable(store.match(subject=node, graph=DEFAULT) for node in nodes)
        known = set(self._ledger.fingerprints())
        new = chain(
            chain.from_iterable(entity_slice(self._ledger, id_) for id_ in entities),
            chain.from_iterable(run_quads(run) for run in runs if run in known),
        )
        return store.replace(old, new)


def entity_slice(ledger: Ledger, id_: str) -> Iterator[ox.Quad]:
    """Yield what the default graph says about one entity: its description and the facts it is the subject of."""
    entity = ledger.entity(id_)
    if entity is not None:
        yield from entity_quads(entity)
    for triple in ledger.facts(id_):
        yield fact_quad(*triple)


def reprint_slice(ledger: Ledger) -> Iterator[ox.Quad]:
    """Yield which documents tell the text of another."""
    for doc, original in ledger.reprints().items():
        yield reprint_quad(doc, original)


def relation_slice(ledger: Ledger) -> Iterator[ox.Quad]:
    """Yield what the default graph says about the relations beyond the vocabulary, each quad once."""
    found = (quad for declared in ledger.declared() for quad in relation_quads(declared))
    yield from dict.fromkeys(found)


def all_slices(ledger: Ledger) -> Iterator[ox.Quad]:
    """Yield the whole default graph."""
    for run in ledger.fingerprints():
        yield from run_quads(run)
    yield from reprint_slice(ledger)
    yield from relation_slice(ledger)
    for entity in ledger.entities():
        yield from entity_quads(entity)
    for triple in ledger.facts():
        yield fact_quad(*triple)
