"""Quantity claims: what a figure measures, and whom it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ontology.frames import MetricFrame

from ..model import Mention, Quantity
from .patterns import class_set
from .scene import ANY_FIGURE, ANY_NAME, COUNT, MONEY, PERCENT, TIMES, Scene
from .topics import Topics, subjects

_KINDS = {"money": MONEY, "percent": PERCENT, "times": TIMES, "count": COUNT}
_CLAUSE = re.compile(r"[，。；：！？,;!?\n]")
_FIGURE = re.compile(f"[{ANY_FIGURE}]")
_REACH = 16  # characters between a cue and its figure
_ANYONE = ("Company", "Model", "Product", "Chip", "Organization", "Technology", "Place", "Report", "Government")


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure with its metric and subject, before it is qualified (positions in the raw code string)."""

    frame: MetricFrame | None  # None: otherMetric
    scene: Scene
    subject: Mention
    quantity: Quantity
    start: int
    end: int
    negative: bool
    change: str | None
    distance: int
    inherited: bool


@dataclass(frozen=True, slots=True)
class _Rule:
    frame: MetricFrame
    kinds: str
    units: frozenset[str]
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    counted: re.Pattern[str] | None
    negate: re.Pattern[str] | None
    exclude: re.Pattern[str] | None
    classes: str


class Measurer:
    """Finds what figures measure with the metric frames of a domain."""

    def __init__(self, frames: Sequence[MetricFrame]) -> None:
        self._rules = [_rule(frame) for frame in frames]
        self._anyone = class_set(_ANYONE)

    def __call__(self, raw: Scene, phrase: Scene, topics: Topics) -> Iterator[Measured]:
        """Yield one reading for every figure of the sentence that has a subject."""
        for position, slot in raw.slots.items():
            if slot.quantity is not None:
                found = self._read(raw, phrase, position, slot.quantity, topics)
                if found is not None:
                    yield found

    def _read(self, raw: Scene, phrase: Scene, position: int, quantity: Quantity, topics: Topics) -> Measured | None:
        best: tuple[int, int, _Rule, int, int] | None = None
        for order, rule in enumerate(self._rules):
            if raw.code[position] not in rule.kinds and quantity.unit not in rule.units:
                continue
            near = _nearest_cue(rule, raw.code, position, quantity)
            if near is not None and (best is None or (near[0], order) < best[:2]):
                best = (near[0], order, rule, near[1], near[2])
        if best is None:
            return self._other(raw, phrase, position, quantity, topics)
        distance, _, rule, start, end = best
        subject = _subject(raw, phrase, start, position, rule.classes, topics)
        if subject is None:
            return None
        left = max((m.end() for m in _CLAUSE.finditer(raw.code, 0, position)), default=0)
        negative = bool(rule.negate and rule.negate.search(raw.code[max(left, start - 8) : end]))
        return Measured(
            rule.frame, raw, subject[0], quantity, start, end, negative, _change(raw, start, position), distance, subject[1]
        )

    def _other(
        self, raw: Scene, phrase: Scene, position: int, quantity: Quantity, topics: Topics
    ) -> Measured | None:
        subject = _subject(raw, phrase, position, position, self._anyone, topics)
        if subject is None:
            return None
        return Measured(
            None, raw, subject[0], quantity, position, position + 1, False, _change(raw, position, position), 0, subject[1]
        )


def _rule(frame: MetricFrame) -> _Rule:
    kinds = "".join(_KINDS[unit] for unit in frame.units if unit in _KINDS)
    before = rf"(?P<cue>{'|'.join(frame.before)})" if frame.before else ""
    after = rf"[^，。；：！？{ANY_FIGURE}]{{0,4}}?(?P<cue>{'|'.join(frame.after)})" if frame.after else ""
    return _Rule(
        frame,
        kinds,
        frozenset(unit for unit in frame.units if unit not in _KINDS),
        re.compile(before) if before else None,
        re.compile(after) if after else None,
        re.compile(frame.counted) if frame.counted else None,
        re.compile(frame.negate) if frame.negate else None,
        re.compile(frame.exclude) if frame.exclude else None,
        class_set(frame.subject or _ANYONE),
    )


def _nearest_cue(rule: _Rule, code: str, position: int, quantity: Quantity) -> tuple[int, int, int] | None:
    """Return (distance, start, end) of the rule's nearest cue around the figure, or ``None``."""
    left = max((m.end() for m in _CLAUSE.finditer(code, 0, position)), default=0)
    right_mark = _CLAUSE.search(code, position + 1)
    right = right_mark.start() if right_mark else len(code)
    if rule.exclude and rule.exclude.search(code, left, right):
        return None
    best: tuple[int, int, int] | None = None
    if rule.counted is not None and quantity.counted and rule.counted.search(quantity.counted):
        best = (1, position, position + 1)
    if rule.before is not None:
        for match in rule.before.finditer(code, left, position):
            distance = position - match.end() + 8 * len(_FIGURE.findall(code, match.end(), position))
            if distance <= _REACH and (best is None or distance < best[0]):
                best = (distance, match.start(), position + 1)
    found = rule.after.match(code, position + 1, right) if rule.after is not None else None
    if found is not None:
        distance = found.start("cue") - position + 1
        if best is None or distance < best[0]:
            best = (distance, position, found.end())
    return best


def _subject(
    raw: Scene, phrase: Scene, start: int, position: int, classes: str, topics: Topics
) -> tuple[Mention, bool] | None:
    """Return whom a figure at *position* is about: nearest fitting name before the cue, else a topic."""
    left = max((m.end() for m in _CLAUSE.finditer(raw.code, 0, position)), default=0)
    for at in range(position - 1, left - 1, -1):
        slot = raw.slots.get(at)
        if slot and slot.mentions and slot.code in classes:
            return slot.mentions[-1], False
    at_clean = raw.clean(position, position + 1).start
    earlier = [slot for _, slot in subjects(phrase) if slot.span.start < at_clean and slot.code in classes]
    if earlier:
        return earlier[-1].mentions[0], False
    nearest = [slot for slot in raw.slots.values() if slot.mentions and slot.code in classes]
    nearest = [slot for slot in nearest if slot.span.start < at_clean] or nearest
    if nearest:
        return nearest[-1].mentions[-1] if nearest[-1].span.start < at_clean else nearest[0].mentions[0], False
    found = topics.recent(classes)
    return (found[0], True) if found else None


def _change(raw: Scene, start: int, position: int) -> str | None:
    """Return the words that say what a figure measures: the clause before it, without names and times."""
    left = max((m.end() for m in _CLAUSE.finditer(raw.code, 0, min(start, position))), default=0)
    words = re.sub(rf"[{ANY_NAME}{ANY_FIGURE}\ue015]", "", raw.code[left:position]).strip(" 的了为达约近超过")
    return words[-24:] or None
