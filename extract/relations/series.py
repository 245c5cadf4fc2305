"""What is measured of one after another in sentences that follow each other: 5月，A销量为1。B销量为2.

The first tells when it was so, and the others are of the same time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

TRADED = "traded"  # what shares did in one session and were worth then, whosever they are

_GO_ON = frozenset(
    {
        TRADED,
        "developers",
        "employees",
        "marketShare",
        "operatingCost",
        "profit",
        "rank",
        "revenue",
        "shipments",
        "subscribers",
        "users",
        "visits",
    }
)

_DAY = re.compile(r"\d{4}-\d\d-\d\d")

_Told = tuple[str, str, str]  # measure, of whom, when


class Series:
    """Remembers the figures of the sentence before, with their times, their own or taken over."""

    def __init__(self) -> None:
        self._before: list[_Told] = []
        self._here: list[_Told] = []

    def begin(self) -> None:
        """Begin a sentence."""
        self._before, self._here = self._here, []

    def remember(self, measure: str, subject: str, time: str | None) -> None:
        """Take in a figure with its time, if it has one."""
        if time and measure in _GO_ON and (measure != TRADED or _DAY.fullmatch(time)):
            self._here.append((measure, subject, time))

    def of(self, measure: str, subject: str) -> str | None:
        """Return the one time of such figures of others in the sentence before."""
        told = [each for each in self._before if each[0] == measure]
        times = {time for _, _, time in told}
        again = measure != TRADED and subject in _subjects(told)
        return next(iter(times)) if len(times) == 1 and not again else None


def _subjects(told: Iterable[_Told]) -> set[str]:
    return {subject for _, subject, _ in told}
