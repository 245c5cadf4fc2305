"""Which claims fit what is asked, in which order: on columns, so that no record is read for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np

from graph.search.columns import NONE, Columns, Flags, Ints
from graph.web.api.parameters import (
    LIMIT,
    MODALITY,
    OFFSET,
    SINCE,
    UNTIL,
    Asked,
    Parameter,
    one_of,
    predicates,
)
from graph.web.api.view import Reading
from ontology.vocabulary import MODALITIES

PREDICATE: Final = Parameter("predicate", "word", "Relations or metrics.", predicates, repeated=True)

FILTERS: Final = (
    Parameter("entity", "entity", "Entities, of which each must be named.", repeated=True),
    Parameter("subject", "entity", "Who or what it is said of."),
    Parameter("object", "entity", "To whom or what a relation goes."),
    PREDICATE,
    Parameter("kind", "word", "Relations only, or quantities only.", one_of("relation", "quantity")),
    MODALITY,
    Parameter("doc", "document", "The document that says it."),
    SINCE,
    UNTIL,
    Parameter("minConfidence", "number", "How surely it was read, at least.", least=0, most=1),
    Parameter("minSources", "whole", "How many independent documents say the same, at least."),
    Parameter("q", "text", "Words of the quote, in either Chinese script."),
    Parameter("sort", "word", "Newest, surest, or by document and place.", one_of("time", "confidence", "document"),
              default="time"),
    OFFSET,
    LIMIT,
)  # fmt: skip


def fitting(reading: Reading, asked: Asked) -> Flags:
    """Tell which claims fit the filters."""
    claims = reading.view.claims
    kept = np.ones(len(claims), np.bool_)
    for entity in asked.many("entity"):
        kept &= claims.about(entity)
    for test in (_ends, _words, _numbers):
        test(claims, asked, kept)
    _time(claims, asked, kept)
    if asked.text("q"):
        kept &= reading.view.quotes(reading.graph).fitting(asked.text("q"))
    return kept


def ordered(reading: Reading, kept: Flags, sort: str) -> Ints:
    """Return the numbers of the claims that are *kept*, in the order *sort*."""
    order: Ints = reading.view.kept("order", lambda: _ORDERS[sort](reading.view.claims), sort)
    return order[kept[order]]


def page(total: int, asked: Asked, items: Sequence[Any]) -> dict[str, Any]:
    """Return a page of a list."""
    offset, limit = asked.whole("offset"), asked.whole("limit")
    return {
        "total": total,
        "offset": offset,
        "limit": limit,
        "items": list(items),
        "cut": offset + len(items) < total,
    }


def cut(found: Ints, asked: Asked) -> Ints:
    """Return the part of a list that is on the page."""
    return found[asked.whole("offset") : asked.whole("offset") + asked.whole("limit")]


def _ends(claims: Columns, asked: Asked, kept: Flags) -> None:
    """Keep the claims with the subject and the object asked for; a symmetric relation has either at either end."""
    for name, one, other in (
        ("subject", claims.subject, claims.object),
        ("object", claims.object, claims.subject),
    ):
        if asked.has(name):
            kept &= (one == asked.whole(name)) | (claims.both & (other == asked.whole(name)))


def _words(claims: Columns, asked: Asked, kept: Flags) -> None:
    for name, column, known in (
        ("predicate", claims.predicate, claims.predicates),
        ("modality", claims.modality, MODALITIES),
    ):
        if wanted := asked.many(name):
            kept &= np.isin(column, [number for number, word in enumerate(known) if word in wanted])
    if asked.text("kind"):
        kept &= (claims.object == NONE) == (asked.text("kind") == "quantity")


def _numbers(claims: Columns, asked: Asked, kept: Flags) -> None:
    if asked.has("doc"):
        kept &= claims.document == asked.whole("doc")
    if (least := asked.number("minConfidence")) is not None:
        kept &= claims.confidence >= least
    if asked.has("minSources"):
        kept &= claims.sources >= asked.whole("minSources")


def _time(claims: Columns, asked: Asked, kept: Flags) -> None:
    """Keep the claims about a time that has a day in common with the one asked for; no time at all never has."""
    if since := asked.span("since"):
        kept &= claims.last >= since[0]
    if until := asked.span("until"):
        kept &= (claims.first <= until[1]) & (claims.first > 0)


def _newest(claims: Columns) -> Ints:
    return np.lexsort((np.arange(len(claims)), -claims.first, -claims.last))


def _surest(claims: Columns) -> Ints:
    return np.lexsort((np.arange(len(claims)), -claims.sources, -claims.confidence))


_ORDERS: Final[dict[str, Callable[[Columns], Ints]]] = {
    "time": _newest,
    "confidence": _surest,
    "document": lambda claims: np.arange(len(claims)),
}
