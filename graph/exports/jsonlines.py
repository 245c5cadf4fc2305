"""The two JSON Lines forms of the contract: entities by document, and claims."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, BinaryIO

from extract.model import Claim, Entity
from graph.knowledge import KnowledgeGraph
from graph.record import Record
from graph.terms import entity_iri


def entities(graph: KnowledgeGraph, out: BinaryIO) -> None:
    """Write one entity per document and line."""
    _write(entity_records(graph), out)


def claims(graph: KnowledgeGraph, out: BinaryIO) -> None:
    """Write one claim per line."""
    _write(claim_records(graph), out)


def entity_records(graph: KnowledgeGraph) -> Iterator[dict[str, Any]]:
    """Yield one record per document and entity, by document and entity id."""
    for doc, entity in graph.entities():
        mentions = [{"start": m.start, "end": m.end, "text": m.quote} for m in entity.mentions]
        yield {"doc": doc, **reference(entity, "type"), "mentions": mentions}


def claim_records(graph: KnowledgeGraph) -> Iterator[dict[str, Any]]:
    """Yield one record per claim, by document and place in the text."""
    for record in graph.documents():
        yield from _claims_of(record)


def reference(entity: Entity, *more: str) -> dict[str, Any]:
    """Return how a record names an entity; *more* adds ``type``."""
    names = dict.fromkeys(name.text for name in entity.names)
    aliases = [name for name in names if name != entity.label]
    kind = {"type": entity.type} if "type" in more else {}
    return {"iri": entity_iri(entity.id), "label": entity.label, **kind, "aliases": aliases}


def number(value: Decimal | None) -> int | float | None:
    """Return a value as JSON writes it: a whole number stays whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _claims_of(record: Record) -> Iterator[dict[str, Any]]:
    by_id = {entity.id: reference(entity) for entity in record.entities}
    for claim in record.claims:
        yield _claim(claim, by_id)


def _claim(claim: Claim, by_id: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    evidence = claim.evidence
    return {
        "doc": claim.doc,
        "kind": claim.kind,
        "subject": by_id[claim.subject],
        "predicate": claim.predicate,
        "object": None if claim.object is None else by_id[claim.object],
        "value": number(claim.value),
        "valueMax": number(claim.value_max),
        "unit": claim.unit,
        "time": claim.time,
        "role": claim.role,
        "amount": None if claim.amount is None else {"value": number(claim.amount[0]), "unit": claim.amount[1]},
        "change": claim.change,
        "modality": claim.modality,
        "attributedTo": claim.attributed_to,
        "confidence": claim.confidence,
        "evidence": {"start": evidence.start, "end": evidence.end, "quote": evidence.quote},
    }


def _write(records: Iterable[Mapping[str, Any]], out: BinaryIO) -> None:
    out.writelines(json.dumps(record, ensure_ascii=False).encode("utf-8") + b"\n" for record in records)
