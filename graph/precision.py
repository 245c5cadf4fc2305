"""How exact figures are meant to be: when two of them agree, when both cannot be so, and when neither can be told.

A figure stands for a stretch of numbers. Written digits count as rounded: 7800万 is anything that rounds to it, and
zeros at the end of a round number count as digits up to the second (40亿 is 39.5亿 to 40.5亿). 约 and 近 widen the
stretch, 超 and 不足 open one end. Two figures are *apart* where their stretches share nothing: both cannot be so.
They *agree* where their stretches still meet when an open end is cut at what such words usually mean: 超1亿 and
1.1亿 agree, 超1亿 and 6亿 neither agree nor are they apart.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Final

from graph.statements import Statement

Stretch = tuple[Decimal, Decimal]

_ABOUT: Final = Decimal("0.05")  # how far from the truth 约 and 近 may be
_OPEN: Final = Decimal("0.2")  # how far beyond its number 超 usually reaches
_WITHOUT_END: Final = Decimal("Infinity")
_MORE: Final = frozenset({"over", "atLeast"})
_LESS: Final = frozenset({"under", "atMost"})


def apart(one: Statement, other: Statement) -> bool:
    """Tell whether two figures cannot both be so."""
    return not _meet(_stretch(one, None), _stretch(other, None))


def agree(one: Statement, other: Statement) -> bool:
    """Tell whether two figures say the same within rounding and bounds."""
    return _meet(_stretch(one, _OPEN), _stretch(other, _OPEN))


def side(bound: str) -> str:
    """Return to which side a bound leaves the figure open: ``over``, ``under``, or ``""`` for neither."""
    return bound if bound in {"over", "under"} else ""


def step(value: Decimal) -> Decimal:
    """Return the unit of the last digit that counts as written."""
    plain = value.normalize()
    last = int(plain.as_tuple().exponent)
    if last > 0:
        last = min(last, max(plain.adjusted() - 1, 0))
    return Decimal(1).scaleb(last)


def _stretch(said: Statement, reach: Decimal | None) -> Stretch:
    """Return the numbers that a figure stands for; without *reach* an open end has no end."""
    low = said.figure
    return _reached(low, low if said.value_max is None else said.value_max, said.bound, reach)


@lru_cache(maxsize=4096)  # every figure is compared with all others of its topic
def _reached(low: Decimal, high: Decimal, bound: str, reach: Decimal | None) -> Stretch:
    if bound in _MORE | _LESS:
        away = bound in _MORE  # from zero: a loss of over 5 is below -5
        size = max(abs(low), abs(high))
        far = _WITHOUT_END if reach is None else size * reach
        return (low, high + far) if away == (low >= 0) else (low - far, high)
    slack = [step(each) / 2 for each in (low, high)]
    if bound == "about":
        slack = [max(each, abs(number) * _ABOUT) for each, number in zip(slack, (low, high), strict=True)]
    return low - slack[0], high + slack[1]


def _meet(one: Stretch, other: Stretch) -> bool:
    """Tell whether two stretches share more than an end; what is but one number lies in what holds it."""
    if one[0] == one[1] or other[0] == other[1]:
        return one[0] <= other[1] and other[0] <= one[1]
    return one[0] < other[1] and other[0] < one[1]
