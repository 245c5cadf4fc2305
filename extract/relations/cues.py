"""What a figure measures: the words around it, by the metric frames of a domain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ontology.frames import MetricFrame
from ontology.vocabulary import is_a

from ..model import Quantity
from .patterns import family_set
from .scene import ANY_FIGURE, CLASSES, CODE, COUNT, MONEY, PERCENT, TIMES, WHEN, Scene

ANYONE = ("Company", "Model", "Product", "Chip", "Organization", "Technology", "Place", "Report", "Government")
CLAUSE = re.compile(r"[，。；！？,;!?\n]")
_KINDS = {"money": MONEY, "percent": PERCENT, "times": TIMES, "count": COUNT}
_REACH = 18  # characters between a cue and its figure
_FAR = 3  # clauses that a cue is carried over

# What may stand between a clause's start and a figure that goes on from the clause before: 达到A; 高于市场预期的A.
_ONLY_HOW_MUCH = re.compile(
    rf"(?:[{ANY_FIGURE}{WHEN}\s（）()]|[也已则仅更再还又并是比约近超逾较比与同由从至到为达的了年]|已经|季度|最终|一举|目前|首次|随后|其后|高达|达到|突破|超过|"
    r"接近|将近|升至|增至|增长|上升|增加|下降|减少|上涨|下跌|降至|降到|攀升|跃升|飙升|大约|约为|估计|预计|预估|将|有望|略|远|高于|低于|好于|"
    r"不及|超出|超越|符合|市场|分析师|华尔街|机构|外界|此前|之前|先前|一致|普遍|预期|预测|同比|环比|年增|季增|同期|上年|去年|今年|前年|上一季度|"
    r"上季度|翻倍|翻一番|其|几乎|左右|以上|可能|会|相当于|竟|即|或|至少|最高|最多|高出|多出|大增|大涨|大跌|暴涨|暴跌|跌至|涨至|创下|创)*+"
)
_LIST = re.compile(r"[和与及或、至到]\s*(?:约|近|超|逾)?$")


@dataclass(frozen=True, slots=True)
class Rule:
    """A metric frame, compiled."""

    frame: MetricFrame
    kinds: str
    units: frozenset[str]
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    counted: re.Pattern[str] | None
    negate: re.Pattern[str] | None
    exclude: re.Pattern[str] | None
    context: re.Pattern[str] | None
    itself: re.Pattern[str] | None
    classes: str
    rivals: str

    def measures(self, kind: str, quantity: Quantity) -> bool:
        """Tell whether a figure of this kind may be the metric's."""
        return (kind in self.kinds or quantity.unit in self.units) and (
            not self.frame.least or abs(float(quantity.value)) >= self.frame.least
        )


class Cue(NamedTuple):
    """A cue near a figure; of two that are equally near, the longer says more (资本支出, not 支出)."""

    distance: int
    start: int
    end: int
    length: int

    @property
    def rank(self) -> tuple[int, int]:
        """Order cues: the smaller, the better."""
        return self.distance, -self.length


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


def best_cue(
    rules: Sequence[Rule], raw: Scene, position: int, quantity: Quantity, words: str
) -> tuple[Cue, Rule] | None:
    """Return the nearest cue for the figure at *position* of the raw code string, *words* in the text, with its frame."""
    spans = _clauses(raw.code, position)
    best: tuple[Cue, Rule] | None = None
    for rule in rules:
        if not rule.measures(raw.code[position], quantity):
            continue
        if rule.context is not None and not rule.context.search(raw.code):
            continue
        cue = _in_clause(rule, raw.code, position, quantity, spans) or _carried(rule, raw.code, position, spans)
        if cue is None and rule.itself is not None and rule.itself.search(words):
            cue = Cue(_REACH, position, position + 1, 0)
        if cue is not None and (best is None or cue.rank < best[0].rank):
            best = (cue, rule)
    return best


def _families(pattern: str) -> str:
    """Fill ``{org}``, ``{thing}``, ``{person}``, ``{place}``, ``{report}`` in a metric's pattern."""
    return re.sub(r"\{([a-z]+)\}", lambda match: family_set(match.group(1)), pattern)


def _pattern(text: str) -> re.Pattern[str] | None:
    return re.compile(_families(text)) if text else None


def _rule(frame: MetricFrame) -> Rule:
    return Rule(
        frame,
        "".join(_KINDS[unit] for unit in frame.units if unit in _KINDS),
        frozenset(unit for unit in frame.units if unit not in _KINDS),
        _pattern("|".join(frame.before)),
        _pattern(rf"[^，。；：！？{ANY_FIGURE}]{{0,3}}?(?P<cue>{'|'.join(frame.after)})" if frame.after else ""),
        _pattern(frame.counted),
        _pattern(frame.negate),
        _pattern(frame.exclude),
        _pattern(frame.context),
        _pattern(frame.itself),
        codes_of(frame.subject or ANYONE),
        codes_of(frame.unless),
    )


def _clauses(code: str, position: int) -> list[int]:
    """Return where the clause of *position* starts and ends, and before that where the clauses before it start."""
    starts = [0, *(match.end() for match in CLAUSE.finditer(code, 0, position))]
    after = CLAUSE.search(code, position + 1)
    return [*starts, after.start() if after else len(code)]


def _in_clause(rule: Rule, code: str, position: int, quantity: Quantity, spans: list[int]) -> Cue | None:
    left, right = spans[-2], spans[-1]
    if rule.exclude is not None and rule.exclude.search(code, left, right):
        return None
    best: Cue | None = None
    if rule.counted is not None and quantity.counted and rule.counted.search(quantity.counted):
        best = Cue(1, position, position + 1, len(quantity.counted))
    if rule.before is not None:
        for match in rule.before.finditer(code, left, position):
            distance = position - match.end() + 6 * code.count(code[position], match.end(), position)
            if distance <= _REACH:
                cue = Cue(distance, match.start(), position + 1, match.end() - match.start())
                best = cue if best is None or cue.rank < best.rank else best
    found = rule.after.match(code, position + 1, right) if rule.after is not None else None
    if found is not None:
        length = found.end() - found.start("cue")
        cue = Cue(max(1, found.end() - position - 4), position, found.end(), length)
        best = cue if best is None or cue.rank < best.rank else best
    return best


def _carried(rule: Rule, code: str, position: int, spans: list[int]) -> Cue | None:
    """Return a cue of a clause before, where what follows it only says how much: 年化收入翻了一番，达到A."""
    if rule.before is None:
        return None
    starts = spans[:-1]
    for back in range(1, min(_FAR, len(starts) - 1) + 1):
        left, until = starts[-back - 1], starts[-back]
        if code[until - 1] not in "，,；;" or not _ONLY_HOW_MUCH.fullmatch(code, until, position if back == 1 else starts[-back + 1] - 1):
            return None
        if rule.exclude is not None and rule.exclude.search(code, left, until):
            return None
        last = None
        for last in rule.before.finditer(code, left, until - 1):
            pass
        if last is not None:
            return Cue(_REACH + until - last.end(), last.start(), position + 1, last.end() - last.start())
    return None
