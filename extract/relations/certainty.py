"""How likely a figure's claim is right, as measured on annotated articles; what is hardly ever right is left out."""

from __future__ import annotations

import re

from ontology.frames import MetricFrame

from ..model import Quantity
from .scene import COUNT, MONEY, PERCENT, TIMES, kind_of

_DURATIONS = frozenset({"年", "月", "周", "天", "h", "min", "s"})
_VAGUE = re.compile(r"^(?:[数几上]|[十百千万亿]+(?!分之))")
_OTHER = {PERCENT: 0.46, COUNT: 0.57, MONEY: 0.29, TIMES: 0.46}
_RANK = 0.55
_PHYSICAL = 0.38
_OTHER_AFAR = {PERCENT: 0.7, COUNT: 0.4, MONEY: 0.7, TIMES: 1.0}  # where only an earlier sentence names the subject
_REST_AFAR = 0.3  # of ranks and physical figures
_SLOPE, _LOSS = 1.6, 0.2  # how the chance of being right grows with how sure the subject is
_AFAR = 0.85  # of a named metric, where only an earlier sentence names the subject
_VAGUELY = 0.4
_UNHEARD = 0.6  # where that is said to change which no subject is known to have: 攻击数量增加了1
_UNSEEN_OTHER = 0.94  # articles that no cue was written from are read less well
LEAST = 0.34
LEAST_OTHER = 0.32


def certainty(
    frame: MetricFrame | None, quantity: Quantity, words: str, sure: float, inherited: bool, unheard: bool = False
) -> float | None:
    """
    Return how likely the reading of a figure is right, or ``None`` where it is too unlikely to be told.

    Args:
        frame: The metric frame; ``None`` if the figure measures something else.
        quantity: The figure.
        words: Its words in the text.
        sure: How surely it is about its subject.
        inherited: Whether the subject is named in an earlier sentence only.
        unheard: Whether nothing said of the figure is of a kind that such a subject is known to have.
    """
    base = frame.confidence * (_AFAR if inherited else 1.0) if frame is not None else _other(quantity, inherited)
    if quantity.bound == "atLeast" and _VAGUE.match(words):
        base *= _VAGUELY
    if unheard:
        base *= _UNHEARD
    expected = min(0.97, base * max(0.1, _SLOPE * sure - _LOSS))
    if expected < (LEAST if frame is not None else LEAST_OTHER):
        return None
    return round(expected if frame is not None else expected * _UNSEEN_OTHER, 3)


def hopeless(quantity: Quantity) -> bool:
    """Tell whether a figure without a metric is not worth telling whoever its subject is."""
    return _other(quantity, False) * (_SLOPE - _LOSS) < LEAST_OTHER


def _other(quantity: Quantity, inherited: bool) -> float:
    """Return how often a figure without a metric is worth telling: physical ones, shares and counts often are."""
    if quantity.unit in _DURATIONS:
        return 0.07
    kind = kind_of(quantity)
    if kind == COUNT and abs(quantity.value) < 5:
        return 0.13
    if quantity.unit == "rank" or kind not in _OTHER:
        return (_RANK if quantity.unit == "rank" else _PHYSICAL) * (_REST_AFAR if inherited else 1.0)
    return _OTHER[kind] * (_OTHER_AFAR[kind] if inherited else 1.0)
