"""A quantity being read, before bounds, shared units and checks are settled."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from extract.model import Quantity, Span

from .numerals import tidy


@dataclass(slots=True)
class Draft:
    """What was read so far.

    ``value`` and ``high`` are as said; ``factor`` takes them to ``unit``. ``scale`` is the 万, 亿 or billion that
    the number ends with (a number joined to it may share it), ``scaled`` tells that it has any scale at all.
    ``kind`` is a unit's kind, or ``""`` for a bare number; ``unit_end`` is where number and unit end, ``end``
    where reading goes on.
    """

    start: int
    unit_end: int
    end: int
    value: Decimal
    high: Decimal | None = None
    unit: str = "count"
    kind: str = ""
    bound: str = ""
    counted: str = ""
    factor: Decimal = Decimal(1)
    scale: Decimal = Decimal(1)
    scaled: bool = False
    vague: bool = False

    def take_unit(self, other: Draft) -> None:
        """Take over the unit of *other*."""
        self.unit, self.kind, self.factor, self.counted = other.unit, other.kind, other.factor, other.counted

    def quantity(self) -> Quantity:
        """Return the finished quantity."""
        return Quantity(
            Span(self.start, self.unit_end),
            tidy(self.value * self.factor),
            self.unit,
            None if self.high is None else tidy(self.high * self.factor),
            self.bound,
            self.counted,
        )
