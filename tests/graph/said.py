"""Statements for the tests of what is concluded."""

from __future__ import annotations

from decimal import Decimal
from itertools import count
from typing import Any

from graph.statements import Statement

_numbers = count(1)


def figure(value: str | int, source: str = "a", **more: Any) -> Statement:
    """Return a training cost of GPT-4 in USD, unless told otherwise."""
    told = {"predicate": "trainingCost", "subject": "GPT-4", "unit": "USD", **more}
    upper = told.pop("upto", None)
    upper = None if upper is None else Decimal(upper)
    return Statement(claim=_claim(), source=source, value=Decimal(value), value_max=upper, **told)


def relation(subject: str, predicate: str, object_: str, source: str = "a", **more: Any) -> Statement:
    """Return a relation, asserted unless told otherwise."""
    return Statement(claim=_claim(), source=source, predicate=predicate, subject=subject, object=object_, **more)


def nobody(_: str) -> frozenset[str]:
    """Say that nothing belongs to anything."""
    return frozenset()


def _claim() -> str:
    return f"{next(_numbers):024x}"
