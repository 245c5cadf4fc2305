"""How likely a named metric is right, as measured on annotated articles; what is hardly ever right is left out."""

from __future__ import annotations

import re

from ontology.frames import MetricFrame

from ..model import Quantity

_VAGUE = re.compile(r"^(?:[数几上]|[十百千万亿]+(?!分之))")
_SLOPE, _LOSS = 1.6, 0.2  # how the chance of being right grows with how sure the subject is
_AFAR = 0.85  # where only an earlier sentence names the subject
_VAGUELY = 0.4
_UNHEARD = 0.6  # where that is said to change which no subject is known to have: 攻击数量增加了1
LEAST = 0.34


def certainty(
    frame: MetricFrame, quantity: Quantity, words: str, sure: float, inherited: bool, unheard: bool = False
) -> float | None:
    """
    Return how likely the reading of a figure is right, or ``None`` where it is too unlikely to be told.

    Args:
        frame: The metric frame.
        quantity: The figure.
        words: Its words in the text.
        sure: How surely it is about its subject.
        inherited: Whether the subject is named in an earlier sentence only.
        unheard: Whether nothing said of the figure is of a kind that such a subject is known to have.
    """
    base = frame.confidence * (_AFAR if inherited else 1.0)
    if quantity.bound == "atLeast" and _VAGUE.match(words):
        base *= _VAGUELY
    if unheard:
        base *= _UNHEARD
    expected = min(0.97, base * max(0.1, _SLOPE * sure - _LOSS))
    return None if expected < LEAST else round(expected, 3)
