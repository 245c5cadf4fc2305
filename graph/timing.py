"""Whether two figures of one metric are of one time."""

from __future__ import annotations

from typing import Final

from graph.periods import meet, month, period
from graph.statements import Statement

LASTING: Final = frozenset({"trainingCost", "trainingCompute", "parameters"})
"""Metrics that hold once and for all: without a time they are of any time."""

STATES: Final = frozenset(
    {"valuation", "marketCap", "price", "salary", "users", "subscribers", "developers", "employees", "marketShare"}
)
"""Metrics that hold at a moment: one may be given for a year, the other for a month of it."""

EVENTS: Final = frozenset({"growth", "stockChange", "fundingRaised", "investment"})
"""Metrics of something that happens again and again: without a time nobody can tell which."""


def one_time(one: Statement, other: Statement) -> bool:
    """Tell whether two figures of one metric are of one time.

    Other metrics add up over their time: the figure of a year and that of a quarter differ and are both right. A
    figure without a time is of the month of its document, and where that is unknown, comparable with its like only.
    """
    stated = [period(each.time) for each in (one, other)]
    if one.predicate in LASTING:
        return stated[0] is None or stated[1] is None or meet(stated[0], stated[1])
    if one.predicate in EVENTS and None in stated:
        return False
    if one.predicate in STATES:
        first, second = (period(each.time) or period(month(each.date)) for each in (one, other))
        return first is second is None or (first is not None and second is not None and meet(first, second))
    if None in stated:
        return stated[0] is stated[1] and month(one.date) == month(other.date)
    return stated[0] == stated[1]
