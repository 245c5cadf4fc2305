"""Figures that no metric measures: whom they are about, if they are worth telling at all."""

from __future__ import annotations

import re

from ..model import Quantity
from .cues import Cue
from .holders import Stage
from .measured import Measured, measured_at
from .owned import aged, base_of, rival
from .phrasing import measured_words
from .rules import ANYONE, codes_of
from .scene import ANY_FIGURE
from .worth import LEAST, hopeless, market_of, meant, share_of_part, sizes_market, trained_on, worth

_ANYBODY = codes_of(ANYONE)
_PEOPLE, _FIRMS, _FIELDS = codes_of(("Person",)), codes_of(("Company",)), codes_of(("Technology", "Place"))
# What only a person has.
WEALTH = re.compile(rf"(?:身[家价]|净资产|个人财富)[^，。；{ANY_FIGURE}]*$")
_WORTH_OF = 14
_AGE, _AGED_SURE = "岁", 0.6  # of whom an age is told beside it is as good as sure, not that it is worth telling


def without_metric(stage: Stage, position: int, quantity: Quantity) -> Measured | None:
    """Return whom a figure without a metric is about, and how sure it is to be worth telling; ``None`` if it is not."""
    code = stage.raw.code
    if quantity.unit == _AGE:
        at = aged(code, position)
        cue = Cue(0, position, position + 1, 0)
        return measured_at(stage, position, quantity, None, cue, stage.at(at), _AGED_SURE) if at is not None else None
    wealth = WEALTH.search(code, max(0, position - _WORTH_OF), position) is not None
    part = share_of_part(stage.raw, position)
    classes = _PEOPLE if wealth else _FIRMS if part else _ANYBODY
    if sizes_market(code, position):
        classes = _FIELDS
    base = base_of(stage.raw, position)
    holders = stage.holders(base, base, classes)
    if hopeless(quantity, code, position) or (found := meant(code, base, quantity, holders)) is None:
        return None
    at = trained_on(code, position)
    if at is None:
        at = market_of(code, position)
    if at is not None or (at := rival(stage.raw, position)) is not None:
        found = stage.at(at)._replace(score=found[0].score), found[1]
    sure = worth(code, position, quantity, *found)
    if sure < LEAST:
        return None
    one = measured_at(stage, position, quantity, None, Cue(0, position, position + 1, 0), found[0], round(sure, 3))
    what = part or (measured_words(code, base, base, False) if base != position else None)
    return one._replace(change=what) if what else one
