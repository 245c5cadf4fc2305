"""The graph as its readers see it: SPARQL, quads, and the typed records behind them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import TYPE_CHECKING, Self

import pyoxigraph as ox

from extract.model import Claim, Entity
from graph import folder as place
from graph.claimed import Told
from graph.correcting import corrected
from graph.corrections import Corrections
from graph.draft import shown
from graph.facts import Fact
from graph.inferring import with_inferences
from graph.ledger import Ledger
from graph.lines import sorted_lines
from graph.record import Record
from graph.report import DocumentReport
from graph.runs import build_quads
from graph.stores import OxigraphStore, read_only
from graph.stores.base import Results

if TYPE_CHECKING:
    import rdflib

    from graph.network import Network

__all__ = ["KnowledgeGraph", "Results"]


class KnowledgeGraph:
    """A graph folder opened for reading; a build beside it does not disturb it.

    Open it with :meth:`open`; use it as a context manager, or call :meth:`close`. It shows the graph as it was
    when it was opened.
    """

    def __init__(self, folder: Path, generation: place.Generation, store: OxigraphStore, held: ExitStack) -> None:
        self._folder = folder
        self._generation = generation
        self._store = store
        self._ledger = Ledger(generation.ledger)
        self._corrections = shown(generation)
        self._held = held
        held.callback(self._ledger.close)

    @classmethod
    def open(cls, folder: str | Path, *, infer: bool = False) -> KnowledgeGraph:
        """Open the graph kept in *folder*.

        Args:
            folder: The graph folder.
            infer: Whether to show, in the named graph ``zt:inferred``, what follows by the ontology: inverse and
                symmetric relations, superclasses and superproperties. The folder stays as it is.

        Raises:
            NoGraphError: When there is no graph in it.
            FormatError: When a newer version wrote it, or it is damaged.
        """
        path = Path(folder)
        with ExitStack() as held:
            generation = held.enter_context(place.reading(path))
            store = read_only(generation.store)
            held.callback(store.close)
            if infer:
                store = held.enter_context(with_inferences(store))
                generation = replace(generation, quads=len(store))
            return cls(path, generation, store, held.pop_all())
        raise AssertionError("unreachable")

    def close(self) -> None:
        """Let go of the folder."""
        self._held.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        """Return the number of quads."""
        return self._generation.quads

    def __bool__(self) -> bool:
        """A graph is true even when it is empty."""
        return True

    @property
    def folder(self) -> Path:
        """The graph folder."""
        return self._folder

    @property
    def built(self) -> str:
        """When this state of the graph was made, in UTC, ``""`` where an early version made it."""
        return self._generation.built

    @property
    def store(self) -> ox.Store:
        """The Oxigraph store, read-only."""
        return self._store.raw

    # --- RDF ---

    def query(self, sparql: str) -> Results:
        """Answer a SPARQL query over all graphs at once.

        Claims stand in the named graph of their document; without ``GRAPH`` clauses every graph is searched.
        The prefixes of the project are known and need not be declared.

        Raises:
            QueryError: When the query is malformed, with line and column.
        """
        return self._store.query(sparql)

    def quads(self) -> Iterator[ox.Quad]:
        """Yield all quads in the store's order (it may differ between graphs with the same content)."""
        return self._store.match()

    def nquads(self) -> Iterator[str]:
        """Yield the lines of the N-Quads dump, each with its newline, in code point order.

        The same content gives the same lines, whatever way it was built up.
        """
        with TemporaryFile() as dump:
            self.store.dump(dump, format=ox.RdfFormat.N_QUADS)
            dump.seek(0)
            for line in sorted_lines(dump):
                yield line.decode("utf-8")

    def rdflib(self) -> rdflib.Dataset:
        """Return the graph as a Dataset of rdflib that reads from the same store, as long as this graph is open."""
        from graph.rdflib_view import rdflib_view  # noqa: PLC0415 - rdflib is slow to import

        return rdflib_view(self.store)

    def network(self) -> Network:
        """Return the entities and their relations as a networkx ``MultiDiGraph``; see :mod:`graph.network`."""
        from graph.network import network  # noqa: PLC0415 - networkx takes a while to load

        return network(self)

    def provenance(self) -> Iterator[ox.Quad]:
        """Yield who made this state of the graph when, with which version, from which runs, as PROV-O.

        It is no part of the graph: the same sources give the same graph at any time.
        """
        made = self._generation
        yield from build_quads(made.built, made.version, self._ledger.fingerprints())

    # --- records ---

    def documents(self) -> Iterator[Record]:
        """Yield all documents by id; each record has its text, metadata, entities and claims."""
        for name in self._ledger.records():
            yield corrected(place.read_record(self._folder, name), self._corrections)

    def document(self, doc: str) -> Record:
        """Return the document with the id *doc*; raise ``KeyError`` where there is none."""
        return corrected(self.as_read(doc), self._corrections)

    def as_read(self, doc: str) -> Record:
        """Return the document with the id *doc* as it was read, before any correction; raise ``KeyError``."""
        entry = self._ledger.entry(doc)
        if entry is None:
            raise KeyError(doc)
        return place.read_record(self._folder, entry.record)

    def reports(self) -> Iterator[DocumentReport]:
        """Yield what reading each document came to, by document id; quicker than going through the records."""
        for entry in self._ledger.entries():
            yield entry.report

    def dates(self) -> Iterator[tuple[str, str]]:
        """Yield every document's id with its date, ``""`` where none is known, by id."""
        return self._ledger.dates()

    def reprints(self) -> dict[str, str]:
        """Return the likely original of every document that tells the text of another, by document id."""
        return self._ledger.reprints()

    def entities(self) -> Iterator[tuple[str, Entity]]:
        """Yield every entity of every document with the document's id, by document and entity id."""
        for record in self.documents():
            for entity in record.entities:
                yield record.doc, entity

    def fused(self) -> Iterator[Entity]:
        """Yield every entity once, as all documents together tell it (label, class, names; no mentions), by id."""
        return self._ledger.entities()

    def entity(self, id_: str) -> Entity:
        """Return one fused entity; raise ``KeyError`` where there is none."""
        entity = self._ledger.entity(id_)
        if entity is None:
            raise KeyError(id_)
        return entity

    def documents_of(self, entity: str) -> Iterator[Record]:
        """Yield the documents that speak of an entity, by document id."""
        for doc in self._ledger.documents_of([entity]):
            yield self.document(doc)

    def mentions_of(self, entity: str) -> list[tuple[str, int]]:
        """Return the documents that speak of an entity, with how often each does, by document id."""
        return self._ledger.mentions_of(entity)

    def mentioned(self) -> Iterator[tuple[str, int, int]]:
        """Yield every entity's id with how many mentions and how many documents speak of it, by id."""
        return self._ledger.mentioned()

    @property
    def corrections(self) -> Corrections:
        """What a person corrected, as far as this state of the graph shows it."""
        return self._corrections

    def claims(self) -> Iterator[Claim]:
        """Yield every claim, by document and place in the text (``claim.doc`` names the document)."""
        for record in self.documents():
            yield from record.claims

    def told(self) -> Iterator[Told]:
        """Yield the rows of the table of claims, in no order that counts: much quicker than the claims themselves."""
        yield from self._ledger.claims.told()

    def facts(self) -> Iterator[tuple[str, str, str]]:
        """Yield the plain triples between entities as ids and local names, sorted."""
        yield from self._ledger.claims.triples()

    def versions(self) -> Iterator[tuple[str, str]]:
        """Yield every model, chip or product with what it is a version of, as ids, as far as that is spoken of, too."""
        yield from self._ledger.versions()

    def families(self, entity: str) -> list[str]:
        """Return the ids of what an entity is a version of."""
        return self._ledger.families(entity)

    def versions_of(self, entity: str) -> list[str]:
        """Return the ids of the versions of an entity, sorted."""
        return sorted(self._ledger.versions_of([entity]))

    def conclusions(self) -> Iterator[Fact]:
        """Yield every fact with its support, its dates and the ids of its claims, by what it is about.

        Raises:
            FormatError: When an earlier version, which kept no facts, made the graph.
        """
        for conclusion in self._ledger.claims.conclusions():
            yield from conclusion.facts
