"""Metric frames, compiled to regular expressions over code strings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ontology.frames import MetricFrame
from ontology.lexicon import TWO
from ontology.vocabulary import is_a

from ..model import Quantity
from .patterns import family_set
from .phrase_slots import TWOFOLD
from .scene import ANY_FIGURE, CLASSES, CODE, COUNT, MONEY, PERCENT, TIMES

ANYONE = ("Company", "Model", "Product", "Chip", "Organization", "Technology", "Place", "Report", "Government")
_CONVERTED = rf"(?:[（(][^，。；）){ANY_FIGURE}]{{0,5}}[{MONEY}][）)])?"  # 3亿美元（约21亿元）的融资
_BELOW_NOTHING = frozenset({"growth", "profit", "revenue", "score", "stockChange"})
KINDS = {"money": MONEY, "percent": PERCENT, "times": TIMES, "count": COUNT}


@dataclass(frozen=True, slots=True)
class Rule:
    """A metric frame, compiled."""

    frame: MetricFrame
    kinds: str
    units: frozenset[str]
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    counted: re.Pattern[str] | None
    uncounted: re.Pattern[str] | None
    negate: re.Pattern[str] | None
    exclude: re.Pattern[str] | None
    context: re.Pattern[str] | None
    itself: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    ahead: re.Pattern[str] | None
    afar: re.Pattern[str] | None
    classes: str
    rivals: str

    def measures(self, kind: str, quantity: Quantity) -> bool:
        """Tell whether a figure of this kind may be the metric's."""
        return self.takes(kind, quantity.unit) and self.reached(quantity)

    def takes(self, kind: str, unit: str) -> bool:
        """Tell whether the metric is given in figures of a kind, or in a unit."""
        return kind in self.kinds or unit in self.units

    def reached(self, quantity: Quantity) -> bool:
        """Tell whether a figure is not too small or great for the metric, nor counts what the metric never does."""
        size = abs(float(quantity.value))
        if quantity.value < 0 and self.frame.metric not in _BELOW_NOTHING:
            return False  # 海豚3 -8B也
        if size < self.frame.least or 0 < self.frame.most < size:
            return False
        return self.uncounted is None or self.uncounted.match(quantity.counted) is None


def compile_rules(frames: Sequence[MetricFrame]) -> list[Rule]:
    """Compile metric frames, in their order."""
    return [_rule(frame) for frame in frames]


def codes_of(names: Sequence[str]) -> str:
    """Return the codes of all classes under *names*, in the order given."""
    found: dict[str, None] = {}
    for name in names:
        for each in CLASSES:
            if is_a(each, name):
                found.setdefault(CODE[each])
    return "".join(found)


def rank(classes: str, code: str) -> int:
    """Return how well a name fits a metric that is about *classes*, best first: 0 is best, -1 is not at all."""
    return ranks(classes).get(code, -1)


@lru_cache(maxsize=256)
def ranks(classes: str) -> Mapping[str, int]:
    """Return how well names fit a metric that is about *classes*, by what they are shown as; others do not at all."""
    found = {code: classes.index(code) for code in classes}
    of_both = [found[CODE[each]] for each in TWO if CODE[each] in found]
    return {**found, TWOFOLD: min(of_both)} if of_both else found


def _families(pattern: str) -> str:
    """Fill ``{org}``, ``{thing}``, ``{person}``, ``{place}``, ``{report}`` in a metric's pattern."""
    return re.sub(r"\{([a-z]+)\}", lambda match: family_set(match.group(1)), pattern)


def _pattern(text: str) -> re.Pattern[str] | None:
    return re.compile(_families(text)) if text else None


def _rule(frame: MetricFrame) -> Rule:
    return Rule(
        frame,
        "".join(KINDS[unit] for unit in frame.units if unit in KINDS),
        frozenset(unit for unit in frame.units if unit not in KINDS),
        _pattern("|".join(frame.before)),
        _pattern(
            rf"{_CONVERTED}[^，。；：！？{ANY_FIGURE}]{{0,3}}?(?P<cue>{'|'.join(frame.after)})" if frame.after else ""
        ),
        _pattern(frame.counted),
        _pattern(frame.uncounted),
        _pattern(frame.negate),
        _pattern(frame.exclude),
        _pattern(frame.context),
        _pattern(frame.itself),
        _pattern(f"(?:{frame.behind})$" if frame.behind else ""),
        _pattern(frame.ahead),
        _pattern(frame.afar),
        codes_of(frame.subject or ANYONE),
        codes_of(frame.unless),
    )
