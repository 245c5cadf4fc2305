"""Search: entities by any name in any script, and claims by the words of their quotes."""

from __future__ import annotations

import time

import numpy as np

from graph.search.columns import Ints
from graph.web.api import shapes
from graph.web.api.filters import ordered, page
from graph.web.api.parameters import Asked
from graph.web.api.shapes import Json
from graph.web.api.view import Reading
from ontology.vocabulary import is_a


def search(reading: Reading, asked: Asked) -> Json:
    """Return the entities that a text may mean, the best first, and the quotes with it, the surest first."""
    start = time.perf_counter()
    text, limit = asked.text("q").strip(), asked.whole("limit")
    found = reading.view.names.find(text, limit=limit, only=of_class(reading, asked.text("type")))
    entities = [{**shapes.node(reading, hit.entity), "matched": hit.matched, "how": hit.how} for hit in found.hits]
    quotes = []
    if text:
        index = reading.view.quotes(reading.graph)
        rows = ordered(reading, index.fitting(text), "confidence")
        _, first = np.unique(index.of[rows], return_index=True)  # of the claims that one quote makes, the surest
        quotes = shapes.claims(reading, rows[np.sort(first)[:limit]])
    took = round((time.perf_counter() - start) * 1000, 1)
    return {"query": text, "total": found.total, "entities": entities, "quotes": quotes, "tookMs": took}


def entities(reading: Reading, asked: Asked) -> Json:
    """Return the entities that fit, a page of them."""
    view = reading.view
    kept = of_class(reading, asked.text("type"))
    if (unknown := asked.flag("unknown")) is not None:
        fitting = np.flatnonzero([each.known != unknown for each in view.entities.entities])
        kept = fitting if kept is None else np.intersect1d(kept, fitting)
    if asked.text("q"):
        kept = view.names.holding(asked.text("q"), only=kept)
    order = _ordered(reading, asked.text("sort"))
    found = order if kept is None else order[np.isin(order, kept)]
    offset = asked.whole("offset")
    return page(len(found), asked, shapes.nodes(reading, found[offset : offset + asked.whole("limit")]))


def of_class(reading: Reading, name: str) -> Ints | None:
    """Return the entities of a class and of those below it, ``None`` where none is named."""
    if not name:
        return None
    entities_ = reading.view.entities.entities
    found: Ints = reading.view.kept(
        "class", lambda: np.flatnonzero([any(is_a(of, name) for of in each.types) for each in entities_]), name
    )
    return found


def _ordered(reading: Reading, sort: str) -> Ints:
    """Return all entities in an order: most first, or by their labels."""
    view = reading.view
    columns = {
        "mentions": view.entities.mentions,
        "documents": view.entities.documents,
        "degree": view.bonds.neighbours,
    }

    def make() -> Ints:
        if sort == "label":
            labels = [(each.label.casefold(), each.id) for each in view.entities.entities]
            return np.asarray(sorted(range(len(labels)), key=labels.__getitem__), np.int64)
        return np.argsort(-columns[sort], kind="stable")

    found: Ints = view.kept("entities", make, sort)
    return found
