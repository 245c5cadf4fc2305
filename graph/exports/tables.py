"""Tables: one CSV file of all claims."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO, Final

from extract.model import Claim, Entity
from graph.exports.jsonlines import number
from graph.knowledge import KnowledgeGraph
from graph.record import Record
from graph.terms import entity_iri

COLUMNS: Final = (
    "doc", "title", "date", "publisher", "url", "kind",
    "subject", "subjectLabel", "subjectType", "predicate", "object", "objectLabel", "objectType",
    "value", "valueMax", "unit", "time", "role", "amount", "amountUnit", "change",
    "modality", "attributedTo", "confidence", "start", "end", "quote",
)  # fmt: skip


def csv_claims(graph: KnowledgeGraph, out: BinaryIO) -> None:
    """Write one claim a row, with the names of its entities, its quote, and its document's metadata.

    UTF-8 without a byte order mark, LF line ends, quoted as RFC 4180 says; what is not stated is empty.
    (Excel takes a file without the mark for another encoding: import it there as UTF-8.)
    """
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for record in graph.documents():
        writer.writerows(_rows(record))
    text.detach()


def _rows(record: Record) -> Iterator[list[object]]:
    by_id = {entity.id: entity for entity in record.entities}
    metadata = record.document.metadata
    about = [record.doc, metadata.title, metadata.date, metadata.publisher, metadata.url]
    for claim in record.claims:
        object_ = None if claim.object is None else by_id[claim.object]
        subject = _entity(by_id[claim.subject])
        yield [*about, claim.kind, *subject, claim.predicate, *_entity(object_), *_stated(claim)]


def _entity(entity: Entity | None) -> list[str | None]:
    return [None] * 3 if entity is None else [entity_iri(entity.id), entity.label, entity.type]


def _stated(claim: Claim) -> list[object]:
    amount, unit = claim.amount or (None, None)
    evidence = claim.evidence
    figures = [number(claim.value), number(claim.value_max), claim.unit, claim.time, claim.role]
    said = [number(amount), unit, claim.change, claim.modality, claim.attributed_to, claim.confidence]
    return [*figures, *said, evidence.start, evidence.end, evidence.quote]
