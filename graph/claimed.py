"""The ledger's table of claims: what all documents say, topic by topic, and what follows from it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Final, NamedTuple

from graph.errors import FormatError
from graph.facts import Conclusion, conclude
from graph.notices import corrects, is_notice
from graph.record import Record
from graph.statements import Statement, Topic, Triple, statement_of
from graph.terms import plain

CLAIMS: Final = """
CREATE TABLE claims (
    predicate TEXT NOT NULL, about TEXT NOT NULL, claim TEXT NOT NULL, subject TEXT NOT NULL, object TEXT NOT NULL,
    both INTEGER NOT NULL, modality TEXT NOT NULL, confidence TEXT NOT NULL, time TEXT NOT NULL, value TEXT,
    value_max TEXT, unit TEXT NOT NULL, bound TEXT NOT NULL, telling TEXT NOT NULL, rest TEXT NOT NULL,
    change TEXT NOT NULL, place TEXT NOT NULL, notice INTEGER NOT NULL, document INTEGER NOT NULL,
    PRIMARY KEY (predicate, about, claim)
) WITHOUT ROWID;
CREATE INDEX claims_by_document ON claims (document);
CREATE INDEX claims_of_parts ON claims (object, subject) WHERE predicate = 'subsidiaryOf' AND modality = 'asserted';
"""

_PUT: Final = "INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ROWS: Final = (
    "SELECT predicate, about, claim, subject, object, both, modality, confidence, time, value, value_max, unit, bound,"
    " telling, rest, change, place, notice, COALESCE(original, doc), COALESCE(date, '') FROM claims"
    " JOIN documents ON documents.id = claims.document JOIN sketches USING (document) LEFT JOIN reprints USING (doc)"
)
_TOLD: Final = (
    "SELECT doc, claim, predicate, subject, object, both, modality, confidence, time, value, value_max, unit, bound,"
    " place FROM claims JOIN documents ON documents.id = claims.document"
)
_UP: Final = "SELECT object FROM claims WHERE predicate = 'subsidiaryOf' AND modality = 'asserted' AND about = ?"
_DOWN: Final = "SELECT subject FROM claims WHERE predicate = 'subsidiaryOf' AND modality = 'asserted' AND object = ?"


class Told(NamedTuple):  # a graph has 100,000 of them, and who wants all wants them quickly
    """A row of the table as it stands there: figures, confidence and place are texts, what is not stated is empty."""

    doc: str
    claim: str
    predicate: str
    subject: str
    object: str
    both: int
    modality: str
    confidence: str
    time: str
    value: str | None
    value_max: str | None
    unit: str
    bound: str
    place: str


class ClaimTable:
    """All claims of a ledger.

    Args:
        db: The ledger's database.
        path: Its file, for messages.
    """

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self._db, self._path = db, path

    def put(self, document: int, record: Record, ids: Sequence[str]) -> None:
        """Enter the claims of a document, which have the ids *ids*."""
        notice = is_notice(record.document)
        rows = []
        for claim, id_ in zip(record.claims, ids, strict=True):
            said = statement_of(claim, record.declared, notice or corrects(record.document, claim), id_)
            rows.append((*_row(said), document))
        self._db.executemany(_PUT, rows)

    def remove(self, document: int) -> None:
        """Take out the claims of a document."""
        self._db.execute("DELETE FROM claims WHERE document = ?", (document,))

    def topics(self, doc: str) -> set[Topic]:
        """Return the topics that a document says something about."""
        sql = "SELECT DISTINCT predicate, about FROM documents JOIN claims ON document = id WHERE doc = ?"
        return {Topic(*row) for row in self._db.execute(sql, (doc,))}

    def statements(self, topic: Topic) -> list[Statement]:
        """Return all that is said about one topic, by claim."""
        where = "WHERE predicate = ? AND about = ? ORDER BY claim"
        return [_statement(row) for row in self._select(f"{_ROWS} {where}", (topic.predicate, topic.about))]

    def conclusion(self, topic: Topic) -> Conclusion:
        """Return what follows from all that is said about one topic."""
        return conclude(self.statements(topic), self.above)

    def conclusions(self) -> Iterator[Conclusion]:
        """Yield what follows from all that is said, topic by topic."""
        rows = self._select(f"{_ROWS} ORDER BY predicate, about, claim")
        for _, group in groupby(rows, key=itemgetter(0, 1)):
            yield conclude([_statement(row) for row in group], self.above)

    def told(self) -> Iterator[Told]:
        """Yield all claims, in no order that counts."""
        yield from map(Told._make, self._select(_TOLD))

    def triples(self) -> list[Triple]:
        """Return the relations that stand, sorted."""
        return sorted({triple for each in self.conclusions() for fact in each.facts for triple in fact.triples()})

    def above(self, entity: str) -> frozenset[str]:
        """Return all that an organization is asserted to belong to, directly and not."""
        return self._reach(entity, _UP)

    def below(self, entity: str) -> frozenset[str]:
        """Return all that is asserted to belong to an organization, directly and not."""
        return self._reach(entity, _DOWN)

    def _reach(self, entity: str, step: str) -> frozenset[str]:
        found, waiting = {entity}, [entity]
        while waiting:
            for (other,) in self._select(step, (waiting.pop(),)):
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        return frozenset(found - {entity})

    def _select(self, sql: str, values: Iterable[str] = ()) -> sqlite3.Cursor:
        """Return rows; the ledger of an earlier version has none."""
        try:
            return self._db.execute(sql, tuple(values))
        except sqlite3.OperationalError as error:
            raise FormatError(
                f"{self._path}: made by an earlier version, which kept no facts; build again from any of its sources"
            ) from error


def _row(said: Statement) -> tuple[Any, ...]:
    """Return a row without its document, in the order of the columns."""
    topic, figures = said.topic, (plain(said.value), plain(said.value_max), said.unit, said.bound)
    ends = (said.subject, said.object, said.both, said.modality, str(said.confidence), said.time)
    words = (said.telling, said.rest, said.change, said.place, said.notice)
    return topic.predicate, topic.about, said.claim, *ends, *figures, *words


def _statement(row: tuple[Any, ...]) -> Statement:
    predicate, _, claim, subject, object_, both, modality, confidence, time, value, value_max, *words = row
    unit, bound, telling, rest, change, place, notice, source, date = words
    return Statement(
        claim=claim,
        predicate=predicate,
        subject=subject,
        object=object_,
        both=bool(both),
        modality=modality,
        confidence=Decimal(confidence),
        time=time,
        value=None if value is None else Decimal(value),
        value_max=None if value_max is None else Decimal(value_max),
        unit=unit,
        bound=bound,
        telling=telling,
        rest=rest,
        change=change,
        place=place,
        notice=bool(notice),
        source=source,
        date=date,
    )
