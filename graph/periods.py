"""Stated times as stretches of the calendar: a year, a quarter, a month or a day."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

Period = tuple[str, str]
"""First and last day, as eight digits; months are taken to have 31 days, for they are only compared."""

_TIME: Final = re.compile(r"(\d{4})(?:-Q([1-4])|-(\d{2})(?:-(\d{2}))?)?")


@lru_cache(maxsize=4096)  # the same times are compared again and again
def period(time: str) -> Period | None:
    """Return the stretch that *time* names, ``None`` for what names none (``past``, nothing)."""
    found = _TIME.fullmatch(time)
    if found is None:
        return None
    year, quarter, month, day = found.groups()
    first, last = (3 * int(quarter) - 2, 3 * int(quarter)) if quarter else (int(month or 1), int(month or 12))
    return f"{year}{first:02}{day or '01'}", f"{year}{last:02}{day or '31'}"


def meet(one: Period, other: Period) -> bool:
    """Tell whether two stretches have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def within(inner: Period, outer: Period) -> bool:
    """Tell whether one stretch lies in another."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def month(date: str) -> str:
    """Return the month of a day; a month or a year stays as it is."""
    return date[:7]
