"""Who said what, in a form that can be asked quickly: which documents are in, and what each adds to the facts.

One SQLite file per generation. It answers three questions: has this source been read
already, which documents tell one text, and what do all documents together say about this
entity or topic. The last makes a change to one document cost what that document touches, not what
the graph holds. Reprints are grouped anew, for a document may join two groups or part one, but only
documents that have something in common with one that came or went are compared.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from extract.cleaning.reprints import Fingerprint, alike, by_id, grouped
from extract.model import Entity, Name
from graph.claimed import CLAIMS, ClaimTable
from graph.errors import FormatError
from graph.fusion import Profile, fuse_entity
from graph.mapping import language_of
from graph.record import Record
from graph.report import DocumentReport, Unchanged, row_from_json, row_to_json
from ontology.declared import Declared, declared_from_json, declared_to_json

_SCHEMA = """
CREATE TABLE documents (
    id INTEGER PRIMARY KEY, doc TEXT NOT NULL UNIQUE, digest TEXT NOT NULL, fingerprint TEXT NOT NULL,
    record TEXT NOT NULL, report TEXT NOT NULL
);
CREATE TABLE sketches (
    document INTEGER PRIMARY KEY, sketch BLOB NOT NULL, date TEXT, reprinted INTEGER NOT NULL, spun INTEGER NOT NULL,
    length INTEGER NOT NULL
);
CREATE TABLE reprints (doc TEXT PRIMARY KEY, original TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE profiles (id INTEGER PRIMARY KEY, body TEXT NOT NULL UNIQUE);
CREATE TABLE mentions (
    entity TEXT NOT NULL, document INTEGER NOT NULL, profile INTEGER NOT NULL, number INTEGER NOT NULL,
    PRIMARY KEY (entity, document)
) WITHOUT ROWID;
CREATE INDEX mentions_by_document ON mentions (document);
"""

_LATER = """
CREATE TABLE IF NOT EXISTS declared (
    document INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (document, body)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (document INTEGER PRIMARY KEY, state TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS alike (one TEXT NOT NULL, other TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS versions (
    entity TEXT NOT NULL, family TEXT NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (entity, family, document)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS versions_by_family ON versions (family);
CREATE INDEX IF NOT EXISTS versions_by_document ON versions (document);
"""  # made where it is missing: older ledgers have none

_ENTRY = "SELECT doc, digest, fingerprint, record, report FROM documents"
_SKETCHES = "SELECT doc, sketch, date, reprinted, spun, length FROM sketches JOIN documents ON documents.id = document"
_TOLD = "SELECT entity, body, SUM(number) FROM mentions JOIN profiles ON profiles.id = profile"
_VERSIONS = (
    "SELECT DISTINCT entity, family FROM versions"
    " WHERE EXISTS (SELECT 1 FROM mentions WHERE mentions.entity = versions.family)"
)
_JSON = json.JSONEncoder(ensure_ascii=False)  # json.dumps would make one each time
_CACHE = 32_768  # kilobytes of the file at hand while it is written: claims come in no order
_GROUPED = 1  # says in the file that the table of documents that are alike is whole
_REMEMBERED = 8192  # entities of which it is known how they were told last


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in the ledger.

    Args:
        doc: Its id.
        digest: Hash of what it was read from.
        fingerprint: Version and settings it was read with.
        record: Name of its record.
        told: What reading it came to, as JSON.
    """

    doc: str
    digest: str
    fingerprint: str
    record: str
    told: str

    @property
    def report(self) -> DocumentReport:
        """What reading it came to."""
        return row_from_json(json.loads(self.told))

    def unchanged(self, origin: str) -> Unchanged:
        """Return the row about a source at *origin* that is as it was."""
        return Unchanged(self.doc, origin, self.told)


class Ledger:
    """The ledger of one generation.

    ``claims`` is the table of all claims: what is said about which topic, and what follows from it.

    Args:
        path: The file.
        write: Whether to write; a new file is made where it is missing. Nothing is kept before :meth:`commit`.
    """

    def __init__(self, path: Path, *, write: bool = False) -> None:
        self._path = path
        try:
            self._db = _open(path, write)
        except sqlite3.Error as error:
            raise FormatError(f"{path}: cannot be read ({error}); the folder is damaged, build it anew") from error
        self.claims = ClaimTable(self._db, path)
        self._told: dict[str, tuple[tuple[object, ...], int]] = {}  # how entities were told last, and its number
        # Documents that came or went, with their sketches, since reprints were grouped; None where they never were.
        self._touched: list[tuple[str, bytes]] | None = [] if self._one("PRAGMA user_version") == _GROUPED else None

    def close(self) -> None:
        """Close the file; what was not committed is gone."""
        self._db.close()

    def commit(self) -> None:
        """Write everything to disk."""
        self._db.execute("COMMIT")

    # --- documents ---

    def __len__(self) -> int:
        return int(self._one("SELECT COUNT(*) FROM documents"))

    def entry(self, doc: str) -> Entry | None:
        """Return the entry of a document, or ``None``."""
        row = self._db.execute(f"{_ENTRY} WHERE doc = ?", (doc,)).fetchone()
        return Entry(*row) if row else None

    def entries(self) -> Iterator[Entry]:
        """Yield all entries by document id."""
        for row in self._db.execute(f"{_ENTRY} ORDER BY doc"):
            yield Entry(*row)

    def files(self, fingerprint: str) -> dict[str, tuple[str, str]]:
        """Return the documents read with *fingerprint* whose file tells whether it is as it was.

        Returns:
            By id: the state of the file, and what reading it came to, as JSON.
        """
        sql = "SELECT doc, state, report FROM documents JOIN files ON document = id WHERE fingerprint = ?"
        try:
            return {doc: (state, told) for doc, state, told in self._db.execute(sql, (fingerprint,))}
        except sqlite3.OperationalError:  # the ledger of an earlier version has none
            return {}

    def remember(self, files: Mapping[str, tuple[str, str]]) -> None:
        """Note the states of files.

        Args:
            files: By document id: its digest and the state of its file. What has another digest by now is left out.
        """
        sql = "INSERT OR REPLACE INTO files SELECT id, ? FROM documents WHERE doc = ? AND digest = ?"
        self._db.executemany(sql, [(state, doc, digest) for doc, (digest, state) in files.items()])

    def records(self) -> Iterator[str]:
        """Yield the names of all records."""
        for row in self._db.execute("SELECT record FROM documents ORDER BY doc"):
            yield row[0]

    def fingerprints(self) -> list[str]:
        """Return the fingerprints of all runs that the documents come from."""
        return [row[0] for row in self._db.execute("SELECT DISTINCT fingerprint FROM documents ORDER BY 1")]

    def stale(self, fingerprint: str) -> int:
        """Return how many documents were read with other settings."""
        return int(self._one("SELECT COUNT(*) FROM documents WHERE fingerprint <> ?", fingerprint))

    def put(self, record: Record, stored: str, ids: Sequence[str]) -> None:
        """Enter a document that is not in the ledger.

        Args:
            record: What was read from it.
            stored: The name of its record.
            ids: The ids of its claims.
        """
        report = _JSON.encode(row_to_json(record.report))
        row = (record.doc, record.document.digest, record.fingerprint, stored, report)
        document = self._db.execute(
            "INSERT INTO documents (doc, digest, fingerprint, record, report) VALUES (?, ?, ?, ?, ?)", row
        ).lastrowid
        print_ = record.sketch
        self._touch(record.doc, print_.sketch)
        self._db.execute(
            "INSERT INTO sketches VALUES (?, ?, ?, ?, ?, ?)",
            (document, print_.sketch, print_.date, print_.reprinted, print_.spun, print_.length),
        )
        self._db.executemany(
            "INSERT INTO mentions VALUES (?, ?, ?, ?)",
            [
                (e.id, document, self._profile(e, record.script, e.id in record.absorbed), max(1, len(e.mentions)))
                for e in record.entities
            ],
        )
        assert document is not None  # a row was inserted
        self.claims.put(document, record, ids)
        versions = [(e.id, e.family, document) for e in record.entities if e.family and e.family != e.id]
        self._db.executemany("INSERT INTO versions VALUES (?, ?, ?)", versions)
        own = [(document, _JSON.encode(declared_to_json(each))) for each in record.declared]
        self._db.executemany("INSERT INTO declared VALUES (?, ?)", own)

    def remove(self, doc: str) -> None:
        """Take out a document; one that is not there is no error."""
        row = self._db.execute("SELECT id FROM documents WHERE doc = ?", (doc,)).fetchone()
        if row:
            self._touch(doc, self._one("SELECT sketch FROM sketches WHERE document = ?", *row))
            self._db.execute("DELETE FROM mentions WHERE document = ?", row)
            self._db.execute("DELETE FROM versions WHERE document = ?", row)
            self.claims.remove(row[0])
            self._db.execute("DELETE FROM declared WHERE document = ?", row)
            self._db.execute("DELETE FROM files WHERE document = ?", row)
            self._db.execute("DELETE FROM sketches WHERE document = ?", row)
            self._db.execute("DELETE FROM documents WHERE id = ?", row)

    def touched(self, doc: str) -> set[str]:
        """Return the ids of all entities that a document speaks of."""
        rows = self._db.execute("SELECT entity FROM mentions JOIN documents ON document = id WHERE doc = ?", (doc,))
        return {row[0] for row in rows}

    def documents_of(self, entities: Iterable[str]) -> list[str]:
        """Return the ids of all documents that speak of one of *entities*, sorted."""
        sql = "SELECT doc FROM mentions JOIN documents ON document = id WHERE entity = ?"
        return sorted({row[0] for id_ in entities for row in self._db.execute(sql, (id_,))})

    def touching(self, entities: Iterable[str]) -> set[str]:
        """Return the ids of all documents that speak of one of *entities*, or of a version of one."""
        ids = sorted(entities)
        sql = "SELECT doc FROM versions JOIN documents ON document = id WHERE family = ?"
        return {*self.documents_of(ids), *(row[0] for id_ in ids for row in self._db.execute(sql, (id_,)))}

    def dates(self) -> Iterator[tuple[str, str]]:
        """Yield every document's id with its date, ``""`` where none is known, by id."""
        sql = "SELECT doc, COALESCE(date, '') FROM documents JOIN sketches ON document = id ORDER BY doc"
        yield from self._db.execute(sql)

    def mentions_of(self, entity: str) -> list[tuple[str, int]]:
        """Return the documents that speak of an entity, with how often each does, by document id."""
        sql = "SELECT doc, number FROM mentions JOIN documents ON document = id WHERE entity = ? ORDER BY doc"
        return self._db.execute(sql, (entity,)).fetchall()

    def mentioned(self) -> Iterator[tuple[str, int, int]]:
        """Yield every entity with how many mentions and how many documents speak of it, by id."""
        sql = "SELECT entity, SUM(number), COUNT(*) FROM mentions GROUP BY entity ORDER BY entity"
        yield from self._db.execute(sql)

    def declared(self) -> list[Declared]:
        """Return the relations and metrics beyond the vocabulary that documents use, in the order of their JSON."""
        rows = self._db.execute("SELECT DISTINCT body FROM declared ORDER BY body")
        return [declared_from_json(json.loads(body)) for (body,) in rows]

    # --- reprints ---

    def regroup(self) -> None:
        """Group the documents that tell one text; to be called once after all that came in or went out."""
        rows = self._db.execute(f"{_SKETCHES} ORDER BY doc")
        known = by_id(
            Fingerprint(doc, data, date, bool(taken), bool(spun), n) for doc, data, date, taken, spun, n in rows
        )
        former = self._db.execute("SELECT one, other FROM alike").fetchall()
        pairs = alike(known, former, self._touched)
        copies = [(doc, found.original) for found in grouped(known, pairs) for doc in found.copies]
        self._db.execute("DELETE FROM alike")
        self._db.executemany("INSERT INTO alike VALUES (?, ?)", pairs)
        self._db.execute("DELETE FROM reprints")
        self._db.executemany("INSERT INTO reprints VALUES (?, ?)", sorted(copies))
        self._db.execute(f"PRAGMA user_version = {_GROUPED}")
        self._touched = []

    def reprints(self) -> dict[str, str]:
        """Return the likely original of every document that tells the text of another, by document id."""
        return dict(self._db.execute("SELECT doc, original FROM reprints ORDER BY doc"))

    # --- what all documents together say ---

    def entity(self, id_: str) -> Entity | None:
        """Return one entity as all documents tell it, or ``None``."""
        rows = self._db.execute(f"{_TOLD} WHERE entity = ? GROUP BY profile", (id_,)).fetchall()
        return _fused(id_, rows) if rows else None

    def entities(self) -> Iterator[Entity]:
        """Yield all entities by id."""
        rows = self._db.execute(f"{_TOLD} GROUP BY entity, profile ORDER BY entity")
        for id_, group in groupby(rows, key=itemgetter(0)):
            yield _fused(id_, list(group))

    def families(self, entity: str) -> list[str]:
        """Return what an entity is a version of, as far as documents speak of that, too, by id."""
        return [family for _, family in self._linked("AND entity = ?", entity)]

    def versions(self) -> Iterator[tuple[str, str]]:
        """Yield every entity with what it is a version of, as far as documents speak of that, too, by id."""
        yield from self._linked("")

    def versions_of(self, entities: Iterable[str]) -> set[str]:
        """Return the ids of all versions of *entities*."""
        return {version for id_ in entities for version, _ in self._linked("AND family = ?", id_)}

    # --- inside ---

    def _linked(self, condition: str, *values: str) -> list[tuple[str, str]]:
        """Return versions and their families, by id."""
        try:
            return self._db.execute(f"{_VERSIONS} {condition} ORDER BY entity, family", values).fetchall()
        except sqlite3.OperationalError:  # the ledger of an earlier version has none
            return []

    def _touch(self, doc: str, sketch: bytes) -> None:
        """Note a document that comes or goes."""
        if self._touched is not None:
            self._touched.append((doc, sketch))

    def _profile(self, entity: Entity, script: str, absorbed: bool) -> int:
        """Return the number of the profile of *entity*, which is mostly told as it was told last."""
        names = entity.label, entity.type, entity.also, entity.names, entity.known, entity.wikidata
        told = (*names, script, absorbed)
        last = self._told.get(entity.id)
        if last is not None and last[0] == told:
            return last[1]
        if len(self._told) > _REMEMBERED:
            self._told.clear()
        number = self._numbered(_body(entity, script, absorbed))
        self._told[entity.id] = told, number
        return number

    def _numbered(self, body: str) -> int:
        """Return the number of a profile, entering it where it is new."""
        entered = self._db.execute("INSERT OR IGNORE INTO profiles (body) VALUES (?)", (body,))
        if entered.rowcount and entered.lastrowid is not None:
            return entered.lastrowid
        return int(self._one("SELECT id FROM profiles WHERE body = ?", body))

    def _one(self, sql: str, *values: Any) -> Any:
        return self._db.execute(sql, values).fetchone()[0]


def _open(path: Path, write: bool) -> sqlite3.Connection:
    """Open the file; for writing without a journal, because an unfinished generation is thrown away whole."""
    if not write:
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        # Threads share it; a statement that two of them took from its cache at once would be misused.
        db = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False, cached_statements=0)
        db.execute("SELECT COUNT(*) FROM documents WHERE id = 0")
        return db
    new = not path.exists()
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = OFF")
    db.execute("PRAGMA synchronous = OFF")
    db.execute(f"PRAGMA cache_size = -{_CACHE}")
    if new:
        db.executescript(_SCHEMA + CLAIMS)
    db.executescript(_LATER)
    db.execute("BEGIN EXCLUSIVE")
    return db


def _body(entity: Entity, script: str, absorbed: bool) -> str:
    """Return a profile as JSON: what one document tells of an entity."""
    label = entity.label
    found = {name if name.language else Name(name.text, language_of(name.text, script)) for name in entity.names}
    if label not in {name.text for name in found}:
        found.add(Name(label, language_of(label, script)))
    told = sorted([name.text, name.language] for name in found)
    more = [absorbed, *entity.also] if entity.also else [absorbed] if absorbed else []
    return _JSON.encode([label, entity.type, told, entity.known, entity.wikidata, *more])


def _fused(id_: str, rows: list[tuple[str, str, int]]) -> Entity:
    return fuse_entity(id_, [(_profile_of(body), number) for _, body, number in rows])


def _profile_of(body: str) -> Profile:
    label, type_, names, known, wikidata, *more = json.loads(body)
    told = tuple(Name(text, language) for text, language in names)
    absorbed, also = (more[0], tuple(more[1:])) if more else (False, ())
    return Profile(label, type_, told, known, wikidata, absorbed, also)
