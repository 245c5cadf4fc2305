"""What the graph keeps of a document: enough to rebuild its part of the graph, and to show it.

A record is written as compressed JSON and named by the hash of its content, so that
generations of the graph share it.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from extract.cleaning.reprints import Fingerprint
from extract.cleaning.reprints import fingerprint as sketch_of
from extract.model import Analysis, Claim, Document, Encoding, Entity, Evidence, Metadata, Name
from graph.found import Found, found_from_json, found_of, found_to_json
from graph.report import DocumentReport, row_from_json, row_of, row_to_json
from graph.terms import claim_id, plain
from ontology.declared import Declared, declared_from_json, declared_to_json

_METADATA = ("title", "date", "publisher", "author", "url", "language")
_CLAIM_TEXTS = ("object", "unit", "time", "role", "change", "attributed_to")


@dataclass(frozen=True, slots=True)
class Record:
    """All that the graph keeps of one document.

    Args:
        document: The document with its original text, metadata and encoding.
        script: ``zh-Hans``, ``zh-Hant-TW`` and the like.
        fingerprint: Version and settings of the run that read it.
        entities: Its entities with their mentions (evidence in the original), by id.
        claims: Its claims, by place in the text; no two with the same id.
        report: What reading it came to; without status and origin.
        sketch: What tells reprints of it.
        found: By which rule each mention came to its entity: every mention of every entity once.
        absorbed: Ids of entities of which this document speaks only because a correction says so; never stored.
        declared: The relations and metrics of its claims that are not of the vocabulary, by name.
    """

    document: Document
    script: str
    fingerprint: str
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    report: DocumentReport
    sketch: Fingerprint
    found: tuple[Found, ...] = ()
    absorbed: tuple[str, ...] = ()
    declared: tuple[Declared, ...] = ()

    @property
    def doc(self) -> str:
        """The document's id."""
        return self.document.doc


def record_of(analysis: Analysis, fingerprint: str, doc: str, digest: str, declared: Iterable[Declared] = ()) -> Record:
    """Return what to keep of *analysis*, in an order that does not depend on how it was found.

    Args:
        analysis: What was read.
        fingerprint: Version and settings of the run.
        doc: The document's id, as the source gives it.
        digest: The source's digest.
        declared: The relations and metrics that a person added to the vocabulary.
    """
    entities = tuple(sorted(analysis.entities, key=lambda entity: entity.id))
    claims = distinct(analysis.claims)
    row = replace(row_of(analysis, status="unchanged"), doc=doc, entities=len(entities), claims=len(claims))
    document = replace(analysis.document, doc=doc, digest=digest)
    sketch = sketch_of(doc, analysis.clean, document.metadata.date)
    found = found_of(analysis)
    used = {claim.predicate for claim in claims}
    own = tuple(sorted((each for each in declared if each.name in used), key=lambda each: each.name))
    script = analysis.clean.script
    return Record(document, script, fingerprint, entities, claims, row, sketch, found, declared=own)


def distinct(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Return *claims* by place in the text; of those that say the same there, the surest."""
    best: dict[str, Claim] = {}
    for claim in claims:
        id_ = claim_id(claim)
        other = best.get(id_)
        if other is None or (-claim.confidence, claim.rule) < (-other.confidence, other.rule):
            best[id_] = claim
    keyed = sorted(best.items(), key=lambda item: (item[1].evidence.start, item[1].evidence.end, item[0]))
    return tuple(claim for _, claim in keyed)


def encode(record: Record) -> bytes:
    """Return *record* as JSON bytes, the same for the same record."""
    document = record.document
    body = {
        "doc": document.doc,
        "digest": document.digest,
        "media": document.media,
        "metadata": {key: getattr(document.metadata, key) for key in _METADATA},
        "encoding": [document.encoding.name, document.encoding.reason, list(document.encoding.undecodable)],
        "script": record.script,
        "fingerprint": record.fingerprint,
        "report": row_to_json(record.report),
        "sketch": _sketch_out(record.sketch),
        "entities": [_entity_out(entity) for entity in record.entities],
        "found": found_to_json(record.found, record.entities),
        "claims": [_claim_out(claim) for claim in record.claims],
        "text": document.text,
    }
    if record.declared:
        body["declared"] = [declared_to_json(each) for each in record.declared]
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def decode(data: bytes) -> Record:
    """Return the record that :func:`encode` wrote as *data*."""
    body = json.loads(data)
    name, reason, undecodable = body["encoding"]
    document = Document(
        doc=body["doc"],
        text=body["text"],
        encoding=Encoding(name, reason, tuple(undecodable)),
        media=body["media"],
        metadata=Metadata(**body["metadata"]),
        digest=body["digest"],
    )
    entities = tuple(_entity_in(each) for each in body["entities"])
    return Record(
        document=document,
        script=body["script"],
        fingerprint=body["fingerprint"],
        entities=entities,
        claims=tuple(_claim_in(document.doc, each) for each in body["claims"]),
        report=row_from_json(body["report"]),
        sketch=_sketch_in(document, body["sketch"]),
        found=found_from_json(body.get("found"), entities),
        declared=tuple(map(declared_from_json, body.get("declared", ()))),
    )


def compress(data: bytes) -> bytes:
    """Return *data* compressed; the level is the cheap one, the texts are small."""
    return zlib.compress(data, 3)


def decompress(data: bytes) -> bytes:
    """Return what :func:`compress` compressed; raise ``zlib.error`` where *data* is damaged."""
    return zlib.decompress(data)


def _sketch_out(sketch: Fingerprint) -> dict[str, Any]:
    hashes = base64.b64encode(sketch.sketch).decode("ascii")
    return {"hashes": hashes, "reprinted": sketch.reprinted, "spun": sketch.spun, "length": sketch.length}


def _sketch_in(document: Document, data: dict[str, Any]) -> Fingerprint:
    hashes, date = base64.b64decode(data["hashes"]), document.metadata.date
    return Fingerprint(document.doc, hashes, date, data["reprinted"], data["spun"], data["length"])


def _entity_out(entity: Entity) -> dict[str, Any]:
    more: dict[str, Any] = {"also": list(entity.also)} if entity.also else {}
    if entity.family:
        more["family"] = entity.family
    return {
        "id": entity.id,
        "label": entity.label,
        "type": entity.type,
        "names": [[name.text, name.language] for name in entity.names],
        "known": entity.known,
        "wikidata": entity.wikidata,
        "mentions": [[each.start, each.end, each.quote] for each in entity.mentions],
        **more,
    }


def _entity_in(data: dict[str, Any]) -> Entity:
    return Entity(
        id=data["id"],
        label=data["label"],
        type=data["type"],
        names=tuple(Name(text, language) for text, language in data["names"]),
        known=data["known"],
        wikidata=data["wikidata"],
        mentions=tuple(Evidence(start, end, quote) for start, end, quote in data["mentions"]),
        also=tuple(data.get("also", ())),
        family=data.get("family", ""),
    )


def _claim_out(claim: Claim) -> dict[str, Any]:
    out: dict[str, Any] = {
        "kind": claim.kind,
        "subject": claim.subject,
        "predicate": claim.predicate,
        "evidence": [claim.evidence.start, claim.evidence.end, claim.evidence.quote],
        "modality": claim.modality,
        "confidence": claim.confidence,
        "rule": claim.rule,
        "bound": claim.bound or None,
        "value": plain(claim.value),
        "value_max": plain(claim.value_max),
        "amount": claim.amount and [plain(claim.amount[0]), claim.amount[1]],
    }
    out.update((key, getattr(claim, key)) for key in _CLAIM_TEXTS)
    return {key: value for key, value in out.items() if value is not None}


def _claim_in(doc: str, data: dict[str, Any]) -> Claim:
    start, end, quote = data["evidence"]
    amount = data.get("amount")
    return Claim(
        doc=doc,
        kind=data["kind"],
        subject=data["subject"],
        predicate=data["predicate"],
        evidence=Evidence(start, end, quote),
        value=_number(data.get("value")),
        value_max=_number(data.get("value_max")),
        amount=(Decimal(amount[0]), amount[1]) if amount else None,
        modality=data["modality"],
        confidence=data["confidence"],
        rule=data["rule"],
        bound=data.get("bound", ""),
        **{key: data.get(key) for key in _CLAIM_TEXTS},
    )


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
