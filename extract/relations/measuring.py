"""Quantity claims: what a figure measures, and whom it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ontology.frames import MetricFrame

from ..model import Mention, Quantity
from .patterns import class_set, family_set
from .relating import Related
from .scene import ANY_FIGURE, ANY_NAME, COUNT, MONEY, PERCENT, TIMES, Scene, Slot, kind_of
from .topics import Topics, subjects

_KINDS = {"money": MONEY, "percent": PERCENT, "times": TIMES, "count": COUNT}
_CLAUSE = re.compile(r"[，。；：！？,;!?\n]")
_FIGURE = re.compile(f"[{ANY_FIGURE}]")
_CONVERTED = re.compile(
    rf"(?:[{MONEY}]|\d)[^{ANY_NAME}]{{0,3}}[（(，,]?(?:约合|折合|约等于|相当于|合|约)(?:人民币|美元|港元|新台币)?约?$|(?:约合|折合)(?:人民币|美元|港元|新台币)?$"
)
_AWAY = re.compile(r"(?:从|由|来自|获得|获得了|获|向|对|给|被|与|和|比|较|据|为|超过|超越|高于|低于|落后于|相当于|领先|用于|竞争对手)$")
_DURATIONS = frozenset({"年", "月", "周", "天", "h", "min", "s"})
_GOING_ON = re.compile(r"(?:至|到|高达|需要|则为|仅为|约为|更是高达|也达|增至|升至|降至|达到|达|跌至|涨至|为|和|、|或)(?:约|近|超|逾|了)?$")
_ONLY_HOW_MUCH = re.compile(r"(?:也|已|则|仅|更|首次|最终|一举|目前)?(?:达到?|至|到|为|约|高达|突破|超过?|逾|接近|近|升至|增至|增长至|降至|攀升至|跃升至|飙升至|大约|约为|达到了|超过了|突破了|估计为|预计|将|为期)*[约近超逾]?")
_SPENT = re.compile(r"(?:投资|投入|斥资|出资|花费|耗资|砸下|购买|价值|以)[^，。]{0,4}$")
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

    def __call__(
        self, raw: Scene, phrase: Scene, topics: Topics, related: Sequence[Related] = ()
    ) -> Iterator[Measured]:
        """
        Yield one reading for every figure of the sentence that has a subject.

        *related* are the relations of the sentence: money that an investment names was raised by who got it.
        """
        last: Measured | None = None
        for position, slot in raw.slots.items():
            if slot.quantity is None:
                continue
            found = self._read(raw, phrase, position, slot.quantity, topics)
            if found is not None and found.frame is None and last is not None and _goes_on(last, raw, position):
                found = self._go_on(last, raw, position)
            if found is not None and (found.frame or _worth_telling(found)):
                last = found if found.frame else last
                yield _raised(found, related)

    def _read(self, raw: Scene, phrase: Scene, position: int, quantity: Quantity, topics: Topics) -> Measured | None:
        if _CONVERTED.search(raw.code[max(0, position - 12) : position]):
            return None  # the same amount once more, in another currency
        best: tuple[_Near, _Rule] | None = None
        for rule in self._rules:
            if raw.code[position] not in rule.kinds and quantity.unit not in rule.units:
                continue
            near = _nearest_cue(rule, raw.code, position, quantity) or _cue_before(rule, raw.code, position)
            if near is not None and (best is None or near.rank < best[0].rank):
                best = (near, rule)
        if best is None:
            return self._other(raw, phrase, position, quantity, topics)
        (distance, start, end, _), rule = best
        subject = _subject(raw, phrase, position, rule.classes, topics)
        if subject is None:
            return None
        left = max((m.end() for m in _CLAUSE.finditer(raw.code, 0, position)), default=0)
        negative = bool(rule.negate and rule.negate.search(raw.code[max(left, start - 8) : end]))
        return Measured(
            rule.frame,
            raw,
            subject[0],
            quantity,
            start,
            end,
            negative,
            _change(raw, start, position),
            distance,
            subject[1],
        )

    def _go_on(self, last: Measured, raw: Scene, position: int) -> Measured | None:
        """Read a figure as one more of the last one's metric; a name between the two is its new subject."""
        rule = next(rule for rule in self._rules if rule.frame is last.frame)
        quantity = raw.slots[position].quantity
        since = [slot for at, slot in raw.slots.items() if last.end <= at < position and slot.mentions]
        fitting = [slot for slot in since if slot.code in rule.classes]
        if quantity is None or (since and not fitting):
            return None
        subject = fitting[-1].mentions[-1] if fitting else last.subject
        return replace(last, subject=subject, quantity=quantity, end=position + 1)

    def _other(self, raw: Scene, phrase: Scene, position: int, quantity: Quantity, topics: Topics) -> Measured | None:
        subject = _subject(raw, phrase, position, self._anyone, topics)
        if subject is None:
            return None
        return Measured(
            None,
            raw,
            subject[0],
            quantity,
            position,
            position + 1,
            False,
            _change(raw, position, position),
            0,
            subject[1],
        )


def _worth_telling(found: Measured) -> bool:
    """
    Tell whether a figure without a metric is worth a claim.

    Measured on annotated articles: counts, shares and physical figures of a subject in the sentence are
    facts in four cases of ten; bare money, durations, multiples and small counts hardly ever.
    """
    unit = found.quantity.unit
    if found.inherited or unit in _DURATIONS or kind_of(found.quantity) in (MONEY, TIMES):
        return False
    return unit != "count" or abs(found.quantity.value) >= 5


def _goes_on(last: Measured, raw: Scene, position: int) -> bool:
    """Tell whether a figure without a cue goes on from the one before: 营收从A增长13%至B."""
    same = kind_of(last.quantity) == raw.code[position]
    return same and _GOING_ON.search(raw.code[max(0, position - 8) : position]) is not None


def _raised(found: Measured, related: Sequence[Related]) -> Measured:
    """Give the money of an investment to the company that it was put into."""
    if found.frame is None or found.frame.metric != "fundingRaised":
        return found
    clauses = _CLAUSE.split(found.scene.code)
    for each in related:
        if each.frame.predicate == "investsIn" and (len(clauses) < 3 or each.amount == found.quantity):
            return replace(found, subject=each.object)
    return found


def _families(pattern: str) -> str:
    """Fill ``{org}``, ``{thing}``, ``{person}``, ``{place}``, ``{report}`` in a metric's pattern."""
    return re.sub(r"\{([a-z]+)\}", lambda match: family_set(match.group(1)), pattern)


def _rule(frame: MetricFrame) -> _Rule:
    kinds = "".join(_KINDS[unit] for unit in frame.units if unit in _KINDS)
    before = rf"(?P<cue>{_families('|'.join(frame.before))})" if frame.before else ""
    after = rf"[^，。；：！？{ANY_FIGURE}]{{0,4}}?(?P<cue>{_families('|'.join(frame.after))})" if frame.after else ""
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


class _Near(NamedTuple):
    """A cue near a figure; of two that are equally near, the longer says more (资本支出, not 支出)."""

    distance: int
    start: int
    end: int
    length: int

    @property
    def rank(self) -> tuple[int, int]:
        return self.distance, -self.length


def _nearest_cue(rule: _Rule, code: str, position: int, quantity: Quantity) -> _Near | None:
    """Return the rule's nearest cue around the figure, or ``None``."""
    left = max((m.end() for m in _CLAUSE.finditer(code, 0, position)), default=0)
    right_mark = _CLAUSE.search(code, position + 1)
    right = right_mark.start() if right_mark else len(code)
    if rule.exclude and rule.exclude.search(code, left, right):
        return None
    best: _Near | None = None
    if rule.counted is not None and quantity.counted and rule.counted.search(quantity.counted):
        best = _Near(1, position, position + 1, len(quantity.counted))
    if rule.before is not None:
        for match in rule.before.finditer(code, left, position):
            distance = position - match.end() + 8 * len(_FIGURE.findall(code, match.end(), position))
            near = _Near(distance, match.start(), position + 1, match.end() - match.start())
            if distance <= _REACH and (best is None or near.rank < best.rank):
                best = near
    found = rule.after.match(code, position + 1, right) if rule.after is not None else None
    if found is not None:
        near = _Near(found.start("cue") - position + 1, position, found.end(), found.end() - found.start("cue"))
        if best is None or near.rank < best.rank:
            best = near
    return best


def _cue_before(rule: _Rule, code: str, position: int) -> _Near | None:
    """Return a cue of the clause before, where this clause only says how much: 年化收入翻了一番，达到A."""
    left = max((m.end() for m in _CLAUSE.finditer(code, 0, position)), default=0)
    if rule.before is None or left < 2 or code[left - 1] not in "，," or not _ONLY_HOW_MUCH.fullmatch(code, left, position):
        return None
    start = max((m.end() for m in _CLAUSE.finditer(code, 0, left - 1)), default=0)
    found = [match for match in rule.before.finditer(code, start, left - 1)]
    if not found or (rule.exclude and rule.exclude.search(code, start, left)):
        return None
    last = found[-1]
    return _Near(_REACH + left - last.end(), last.start(), position + 1, last.end() - last.start())


def _subject(
    raw: Scene, phrase: Scene, position: int, classes: str, topics: Topics
) -> tuple[Mention, bool] | None:
    """
    Return whom the figure at *position* is about, and whether that was inherited from an earlier sentence.

    First a name of the clause that can be a subject there, the nearest first; then the last subject of
    an earlier clause; then any name before the figure; then the topic of the sentences before.
    """
    described = re.compile(rf"(?:(?:左右|以上)?的|(?:来|用于|用来)训练(?:其|了)?)[^，。；：{ANY_NAME}]{{0,10}}?[{ANY_NAME}]?(?P<name>{classes})").match(raw.code, position + 1)
    if described and ("训练" in described.group() or not _SPENT.search(raw.code[max(0, position - 8) : position])):
        return raw.slots[described.start("name")].mentions[0], False
    left = max((m.end() for m in _CLAUSE.finditer(raw.code, 0, position)), default=0)
    names = [(at, slot) for at, slot in raw.slots.items() if at < position and slot.mentions and slot.code in classes]
    for at, slot in reversed(names):
        if at >= left and not _AWAY.search(raw.code[max(0, at - 4) : at]):
            return _share(raw, slot, position), False
    here = raw.clean(position, position + 1).start
    earlier = [slot for _, slot in subjects(phrase) if slot.span.start < here and slot.code in classes]
    if earlier:
        return _share(raw, earlier[-1], position), False
    if names:
        return names[-1][1].mentions[-1], False
    found = topics.recent(classes)
    return (found[0], True) if found else None


def _share(raw: Scene, slot: Slot, position: int) -> Mention:
    """Return the member of a list that a figure belongs to: A和B分别为1和2 deals them out in order."""
    if len(slot.mentions) == 1 or "分别" not in raw.code:
        return slot.mentions[0] if len(slot.mentions) == 1 else slot.mentions[-1]
    start = raw.code.index("分别")
    dealt = [at for at in sorted(raw.slots) if at > start and raw.slots[at].code == raw.code[position]]
    if position in dealt and len(dealt) >= len(slot.mentions):
        return slot.mentions[dealt.index(position) % len(slot.mentions)]
    return slot.mentions[-1]


def _change(raw: Scene, start: int, position: int) -> str | None:
    """Return the words that say what a figure measures: the clause before it, without names and times."""
    left = max((m.end() for m in _CLAUSE.finditer(raw.code, 0, min(start, position))), default=0)
    words = re.sub(rf"[{ANY_NAME}{ANY_FIGURE}\ue015]", "", raw.code[left:position]).strip(" 的了为达约近超过")
    return words[-24:] or None
