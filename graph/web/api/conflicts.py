"""What sources disagree on, side by side."""

from __future__ import annotations

from graph.conflicts import Conflict, Side, conflicts
from graph.terms import PREFIXES
from graph.web.api import shapes
from graph.web.api.filters import page
from graph.web.api.parameters import Asked
from graph.web.api.shapes import Json
from graph.web.api.view import Reading

SHOWN = 20  # claims of a side


def disputes(reading: Reading, asked: Asked) -> Json:
    """Return the conflicts, those that most sources are part of first, a page of them."""
    found = _conflicts(reading, asked.whole("entity") if asked.has("entity") else None)
    offset = asked.whole("offset")
    return page(len(found), asked, [_conflict(reading, each) for each in found[offset : offset + asked.whole("limit")]])


def count_conflicts(reading: Reading, entity: int) -> int:
    """Return how many conflicts an entity is part of."""
    claims = reading.view.claims
    if not (claims.about(entity) & claims.disputed).any():
        return 0
    return len(_conflicts(reading, entity))


def _conflicts(reading: Reading, entity: int | None) -> list[Conflict]:
    id_ = None if entity is None else reading.view.entities.entities[entity].id
    return reading.view.kept(("conflicts", id_), lambda: conflicts(reading.graph, id_))


def _conflict(reading: Reading, conflict: Conflict) -> Json:
    subject = reading.view.entities.numbers[conflict.one.subject]
    return {
        "kind": conflict.kind,
        "subject": shapes.ref(reading, subject),
        "predicate": conflict.predicate,
        "sides": [_side(reading, side) for side in (conflict.one, conflict.other)],
        "corrected": {"one": 0, "other": 1}.get(conflict.corrected),
    }


def _side(reading: Reading, side: Side) -> Json:
    """Return a side with its surest claims; what it says is told in the language asked for."""
    rows = [reading.view.claims.rows[iri.removeprefix(PREFIXES["zc"])] for iri in side.claims[:SHOWN]]
    told = shapes.claims(reading, rows)
    best = told[0]
    says = best["figure"] or best["object"]["label"]
    return {
        "says": f"¬ {says}" if best["modality"] == "denied" else says,
        "subject": best["subject"],
        "modality": best["modality"],
        "time": best["time"],
        "sources": side.sources,
        "claims": told,
    }
