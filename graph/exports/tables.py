"""Tables of documents, entities, claims and facts: as CSV, as Parquet, and in a zip file."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, BinaryIO, Final, TypeAlias

from extract.model import Claim, Entity
from graph.exports.jsonlines import number
from graph.exports.zipped import zipped
from graph.knowledge import KnowledgeGraph
from graph.record import Record
from graph.terms import claim_iri, document_iri, entity_iri

Row: TypeAlias = Sequence[Any]

TEXT: Final = "text"
WHOLE: Final = "whole"
REAL: Final = "real"


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a graph.

    Args:
        columns: Names of its columns with what they hold: texts, whole or real numbers; nothing where nothing is said.
        rows: What yields its rows.
    """

    columns: tuple[tuple[str, str], ...]
    rows: Callable[[KnowledgeGraph], Iterator[Row]]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(name for name, _ in self.columns)


def csv_claims(graph: KnowledgeGraph, out: BinaryIO) -> None:
    """Write one claim a row, with the names of its entities, its quote, and its document's metadata.

    UTF-8 without a byte order mark, LF line ends, quoted as RFC 4180 says; what is not stated is empty.
    (Excel takes a file without the mark for another encoding: import it there as UTF-8.)
    """
    write_csv(CLAIMS.names, CLAIMS.rows(graph), out)


def csv_tables(graph: KnowledgeGraph, out: BinaryIO) -> None:
    """Write a zip file with a CSV file for each table."""
    files = {f"{name}.csv": partial(write_csv, table.names, table.rows(graph)) for name, table in TABLES.items()}
    zipped(files, out)


def write_csv(names: Row, rows: Iterable[Row], out: BinaryIO) -> None:
    """Write rows under the names of their columns."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows(rows)
    text.detach()


# --- claims --------------------------------------------------------------------


def _claims(graph: KnowledgeGraph) -> Iterator[Row]:
    for record in graph.documents():
        by_id = {entity.id: entity for entity in record.entities}
        metadata = record.document.metadata
        about = [record.doc, metadata.title, metadata.date, metadata.publisher, metadata.url]
        for claim in record.claims:
            object_ = None if claim.object is None else by_id[claim.object]
            ends = [*_entity(by_id[claim.subject]), claim.predicate, *_entity(object_)]
            yield [*about, claim.kind, *ends, *_stated(claim), claim_iri(claim)]


def _entity(entity: Entity | None) -> list[str | None]:
    return [None] * 3 if entity is None else [entity_iri(entity.id), entity.label, entity.type]


def _stated(claim: Claim) -> list[object]:
    amount, unit = claim.amount or (None, None)
    evidence = claim.evidence
    figures = [number(claim.value), number(claim.value_max), claim.unit, claim.time, claim.role]
    said = [number(amount), unit, claim.change, claim.modality, claim.attributed_to, claim.confidence]
    return [*figures, *said, evidence.start, evidence.end, evidence.quote]


_NUMBERS: Final = {"value": REAL, "valueMax": REAL, "amount": REAL, "confidence": REAL, "start": WHOLE, "end": WHOLE}
COLUMNS: Final = (
    "doc", "title", "date", "publisher", "url", "kind",
    "subject", "subjectLabel", "subjectType", "predicate", "object", "objectLabel", "objectType",
    "value", "valueMax", "unit", "time", "role", "amount", "amountUnit", "change",
    "modality", "attributedTo", "confidence", "start", "end", "quote", "claim",
)  # fmt: skip
CLAIMS: Final = Table(tuple((name, _NUMBERS.get(name, TEXT)) for name in COLUMNS), _claims)


# --- the other tables ----------------------------------------------------------


def _documents(graph: KnowledgeGraph) -> Iterator[Row]:
    reprints = graph.reprints()
    for record in graph.documents():
        yield _document(record, reprints.get(record.doc))


def _document(record: Record, original: str | None) -> Row:
    told = record.document.metadata
    own = [document_iri(record.doc), record.doc, told.title, told.date, told.publisher, told.author, told.url]
    return [*own, record.script, original, len(record.document.text), len(record.entities), len(record.claims)]


def _entities(graph: KnowledgeGraph) -> Iterator[Row]:
    counts = {id_: numbers for id_, *numbers in graph.mentioned()}
    for entity in graph.fused():
        names = " | ".join(dict.fromkeys(name.text for name in entity.names if name.text != entity.label))
        known = "true" if entity.known else "false"
        mentions = counts.get(entity.id, [0, 0])
        yield [entity_iri(entity.id), entity.label, entity.type, names, known, entity.wikidata, *mentions]


def _facts(graph: KnowledgeGraph) -> Iterator[Row]:
    for subject, predicate, object_ in graph.facts():
        yield entity_iri(subject), predicate, entity_iri(object_)


_ABOUT_DOCUMENTS: Final = ("document", "doc", "title", "date", "publisher", "author", "url", "script", "reprintOf")

TABLES: Final = {
    "documents": Table(
        (*((name, TEXT) for name in _ABOUT_DOCUMENTS), ("characters", WHOLE), ("entities", WHOLE), ("claims", WHOLE)),
        _documents,
    ),
    "entities": Table(
        (
            *((name, TEXT) for name in ("entity", "label", "type", "names", "known", "wikidata")),
            ("mentions", WHOLE),
            ("documents", WHOLE),
        ),
        _entities,
    ),
    "claims": CLAIMS,
    "facts": Table((("subject", TEXT), ("predicate", TEXT), ("object", TEXT)), _facts),
}
"""All tables by name; claims and facts refer to entities and documents by their IRIs."""
