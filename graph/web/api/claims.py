"""Claims and facts, filtered and in pages."""

from __future__ import annotations

import numpy as np

from graph.search.columns import NONE
from graph.web.api import shapes
from graph.web.api.filters import cut, fitting, ordered, page
from graph.web.api.parameters import Asked
from graph.web.api.shapes import Json
from graph.web.api.view import Reading


def claims(reading: Reading, asked: Asked) -> Json:
    """Return the claims that fit, a page of them."""
    found = ordered(reading, fitting(reading, asked), asked.text("sort"))
    return page(len(found), asked, shapes.claims(reading, cut(found, asked)))


def claim(reading: Reading, asked: Asked) -> Json:
    """Return one claim with the fact that it supports and the claims that contradict it."""
    row, columns = asked.whole("id"), reading.view.claims
    fact = int(columns.fact[row])
    rivals = sorted(columns.contradicting(row).tolist(), key=lambda rival: columns.ids[rival])
    return {
        **shapes.claim(reading, row),
        "supports": [] if fact == NONE else [shapes.fact(reading, fact)],
        "contradicting": shapes.claims(reading, rivals),
    }


def facts(reading: Reading, asked: Asked) -> Json:
    """Return the facts that rest on claims that fit, in the order of these claims, a page of them."""
    columns = reading.view.claims
    kept = fitting(reading, asked) & (columns.fact != NONE)
    if asked.has("minSupport"):
        kept &= columns.sources >= asked.whole("minSupport")
    found = columns.fact[ordered(reading, kept, asked.text("sort"))]
    _, first = np.unique(found, return_index=True)
    found = found[np.sort(first)]
    return page(len(found), asked, [shapes.fact(reading, int(each)) for each in cut(found, asked)])
