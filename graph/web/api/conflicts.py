"""What sources disagree on, side by side."""

from __future__ import annotations

from typing import Final

import numpy as np

from graph.conflicts import Conflict, Side, conflicts
from graph.search.columns import NONE, Columns
from graph.terms import PREFIXES
from graph.web.api import shapes
from graph.web.api.filters import page
from graph.web.api.parameters import Asked
from graph.web.api.shapes import Json
from graph.web.api.view import Reading

SHOWN: Final = 10  # claims of a side


def disputes(reading: Reading, asked: Asked) -> Json:
    """Return the conflicts, those that most sources are part of first, a page of them."""
    found = _conflicts(reading, asked.whole("entity") if asked.has("entity") else None)
    offset = asked.whole("offset")
    return page(len(found), asked, [_conflict(reading, each) for each in found[offset : offset + asked.whole("limit")]])


def counted(reading: Reading, entity: int) -> int:
    """Return how many conflicts an entity is part of, without working out what they are."""
    columns = reading.view.claims
    own = np.flatnonzero(columns.about(entity) & columns.disputed).tolist()
    pairs = {(row, rival) for row in own for rival in columns.contradicting(row).tolist()}
    return len({frozenset(_sides(columns, *pair)) for pair in pairs})


def _sides(columns: Columns, one: int, other: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return what two claims are sides of: those of one saying are parted by their times."""
    same = columns.saying[one] == columns.saying[other]
    told = [(row, same or columns.fact[row] == NONE) for row in (one, other)]
    first, second = ((int(columns.saying[row]), int(columns.time[row]) if timed else NONE) for row, timed in told)
    return first, second


def _conflicts(reading: Reading, entity: int | None) -> list[Conflict]:
    """Return the conflicts of an entity; worked out once while one turns its pages."""
    if entity is None:
        return reading.view.kept("conflicts", lambda: conflicts(reading.graph))
    id_ = reading.view.entities.entities[entity].id
    return reading.view.kept("conflicts of one", lambda: conflicts(reading.graph, id_), id_)


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
