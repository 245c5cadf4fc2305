"""What is said to have happened when."""

from __future__ import annotations

from itertools import groupby
from typing import Final

import numpy as np

from graph.search.columns import NONE, Columns, Ints, day_text
from graph.web.api import shapes
from graph.web.api.filters import fitting
from graph.web.api.parameters import Asked
from graph.web.api.shapes import Json
from graph.web.api.view import Reading

_YEAR: Final = (101, 1231)


def timeline(reading: Reading, asked: Asked) -> Json:
    """Return claims by the time that they are about, the earliest first; of those that say the same, the surest."""
    columns = reading.view.claims
    rows = np.flatnonzero(fitting(reading, asked) & (columns.first > 0))
    rows = rows[np.lexsort((rows, -columns.confidence[rows]))]
    _, first = np.unique(columns.saying[rows], return_index=True)
    rows = _in_time(columns, rows[np.sort(first)])
    shown = rows[: asked.whole("limit")].tolist()
    return {
        "items": [
            {"period": period, "claims": shapes.claims(reading, group)}
            for period, group in groupby(shown, key=lambda row: period_of(columns, row))
        ],
        "total": len(rows),
    }


def period_of(columns: Columns, row: int) -> str:
    """Return the time that a claim is about: a year, a quarter, a month, or a day."""
    first, last = int(columns.first[row]), int(columns.last[row])
    year, begin, end = first // 10000, first % 10000, last % 10000
    if (begin, end) == _YEAR:
        return f"{year:04}"
    if begin % 100 == 1 and end % 100 == 31:
        months = begin // 100, end // 100
        return f"{year:04}-{months[0]:02}" if months[0] == months[1] else f"{year:04}-Q{months[1] // 3}"
    return day_text(first) or ""


def _in_time(columns: Columns, rows: Ints) -> Ints:
    """Return claims in the order of their times; at one time relations come first."""
    figure = columns.object[rows] == NONE
    found: Ints = rows[np.lexsort((rows, figure, columns.last[rows], columns.first[rows]))]
    return found
