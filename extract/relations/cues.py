"""What a figure measures: the words around it, by the metric frames of a domain."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ontology.frames import MetricFrame

from ..model import Quantity
from .needed_words import WordFilter, needed_words, numbers
from .rules import Rule, compile_rules
from .scene import ANY_FIGURE, ANY_NAME, WHEN, Scene

__all__ = ["CLAUSE", "Cue", "Cues", "Rule", "compile_rules"]

CLAUSE = re.compile(r"[，。；！？,;!?\n]")
_REACH = 18  # characters between a cue and its figure
_FAR = 3  # clauses that a cue is carried over
_BRACKETED = 14  # how much farther a cue counts that stands in brackets which close before the figure

# What may stand between a clause's start and a figure that goes on from the clause before: 达到A; 高于市场预期的A.
_ONLY_HOW_MUCH = re.compile(
    rf"(?:[{ANY_FIGURE}{WHEN}\s（）()]|已经|季度|最终|一举|目前|首次|随后|其后|高达|达到|突破|超过|接近|将近|不到|不足|仅有|只有|升至|增至|增长|成长|上升|增加|下降|减少|"
    r"上涨|下跌|降至|降到|攀升|跃升|飙升|大约|约为|估计|预计|预估|将|有望|略|远|高于|低于|好于|优于|胜过?|逊于|不如|不及|超出|超越|符合|市场|分析师|华尔街|机构|外界|此前|之前|先前|一致|"
    r"普遍|平均|预期|预测|同比|环比|年增|季增|同期|上年|去年|今年|前年|上一季度|上季度|翻倍|翻一番|其|几乎|左右|以上|分别|这一?个?数字|继续|显著|明显|当时|彼时|曾|每[年月周天]|最[高多]时|指引|可能|会|相当于|竟|即|或|至少|最高|最多|高出|多出|"
    r"快速|迅速|大幅|巅峰|峰值|顶峰|大增|大涨|大跌|暴涨|暴跌|跌至|涨至|创下|创|但|虽然?|尽管|[现今]?报|[增减升降在亦也已则仅均都更再还又就并是比约近超逾较比与同由从至到为达的了年])*+"
)


ROW = re.compile(rf"(?<![{ANY_FIGURE}][、/和与及])(?:[{ANY_FIGURE}](?:[、/和与及]|以及))+(?:约|近)?$")
_HEAD = re.compile(rf"(?:而|其中)?(?:在)?(?P<head>[^，。；：{ANY_NAME}{ANY_FIGURE}]{{1,10}}?)方面[，,：:]")
_NAMED = re.compile(rf"(?:而|则)?[{ANY_NAME}](?:的|则|也|为|是|约|近|超过?|达到?|大约|仅|只有|[{WHEN}\s])*")


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


class Cues:
    """The metric frames of a domain, ready to be looked for around figures."""

    def __init__(self, frames: Sequence[MetricFrame]) -> None:
        self._rules = compile_rules(frames)
        self._fitting: dict[tuple[str, str], int] = {}
        self._worded = lru_cache(maxsize=1)(WordFilter([_needs(frame) for frame in frames]))  # for all of a sentence
        self._counting = lru_cache(maxsize=1024)(self._rules_counting)

    def rule_of(self, frame: MetricFrame) -> Rule:
        """Return a frame, compiled."""
        return next(rule for rule in self._rules if rule.frame is frame)

    def heading(self, code: str) -> tuple[Rule, ...]:
        """Return what the lines below a line measure, the likeliest first, such as 各公司第三季营收：of A：1."""
        if not code.endswith(("：", ":")):
            return ()
        found = [(rule, match.end()) for rule in self._rules if rule.before for match in rule.before.finditer(code)]
        return tuple(rule for rule, _ in sorted(found, key=lambda each: -each[1]))

    def allows(self, frame: MetricFrame | None, code: str, position: int) -> bool:
        """Tell whether nothing around a figure shows that it is about something else than a frame's metric."""
        if frame is None:
            return True
        rule = self.rule_of(frame)
        starts, right = _clauses(code, position)
        return not (barred(rule, code, position) or _excluded(rule, code, starts[-1], right))

    def ranked(
        self, raw: Scene, position: int, quantity: Quantity, words: str, ahead: str = ""
    ) -> list[tuple[Cue, Rule]]:
        """
        Return the cues for the figure at *position* of the raw code, the nearest first.

        Args:
            raw: The raw scene of its sentence.
            position: Where the figure stands.
            quantity: The figure.
            words: The figure as the text has it.
            ahead: What goes on in the sentence: the code up to a semicolon before it.
        """
        kind = raw.code[position]
        starts, right = _clauses(raw.code, position)
        carrying = _carrying(raw.code, position, starts)
        found: list[tuple[Cue, Rule]] = []
        speaking, spoken_of = self._worded(raw.code) | self._counting(quantity.counted), ahead + raw.code
        for number in numbers(self._given_in(kind, quantity.unit) & speaking):
            rule = self._rules[number]
            if not rule.reached(quantity):
                continue
            if rule.context is not None and not rule.context.search(spoken_of):
                continue
            if barred(rule, raw.code, position):
                continue
            cue = _in_clause(rule, raw.code, position, quantity, starts[-1], right)
            if cue is None and carrying:
                cue = _carried(rule, raw.code, position, starts, carrying)
            if cue is None:
                cue = _headed(rule, raw.code, position, starts[-1])
            if cue is None and rule.itself is not None and rule.itself.search(words):
                cue = None if _excluded(rule, raw.code, starts[-1], right) else Cue(_REACH, position, position + 1, 0)
            if cue is not None:
                found.append((cue, rule))
        return sorted(found, key=lambda each: each[0].rank)

    def _given_in(self, kind: str, unit: str) -> int:
        """Return the rules of the metrics that are given in figures of this kind and unit, as bits."""
        if (kind, unit) not in self._fitting:
            self._fitting[kind, unit] = sum(1 << n for n, rule in enumerate(self._rules) if rule.takes(kind, unit))
        return self._fitting[kind, unit]

    def _rules_counting(self, counted: str) -> int:
        """Return the rules of the metrics that count such things, as bits."""
        rules = enumerate(self._rules) if counted else ()
        return sum(1 << n for n, rule in rules if rule.counted is not None and rule.counted.search(counted))


def barred(rule: Rule, code: str, position: int) -> bool:
    """Tell whether the words right before or behind a figure show that it is about something else."""
    if rule.behind is not None and any(
        rule.behind.search(code, max(0, at - _REACH), at) for at in _firsts(code, position)
    ):
        return True
    return rule.ahead is not None and rule.ahead.match(code, position + 1) is not None


@lru_cache(maxsize=64)
def _firsts(code: str, position: int) -> tuple[int, ...]:
    """Return where a figure stands, and the first of its row: 分别涨1、2和3 bars all that it bars the first from."""
    row = ROW.search(code, max(0, position - _REACH), position)
    return (position, row.start()) if row else (position,)


def _needs(frame: MetricFrame) -> list[tuple[str, ...]]:
    """Return the words without which a sentence holds no cue of a metric, unless a figure's own words are one."""
    words = [needed_words("|".join(cues)) for cues in (frame.before, frame.after) if cues]
    if frame.itself or not all(words):
        return []
    return [tuple(word for each in words for word in each)]


def _clauses(code: str, position: int) -> tuple[list[int], int]:
    """Return where the clauses up to that of *position* start, and where that one ends."""
    marks = _marks(code)
    after = bisect_left(marks, position)
    return [0, *[mark + 1 for mark in marks[:after]]], marks[after] if after < len(marks) else len(code)


@lru_cache(maxsize=64)
def _marks(code: str) -> tuple[int, ...]:
    """Return where the marks between clauses stand; a sentence may have several figures."""
    return tuple(match.start() for match in CLAUSE.finditer(code))


def _carrying(code: str, position: int, starts: list[int]) -> int:
    """Return how many clauses before a figure's own may lend it their cue, as all after them only say how much."""
    until = position
    for back in range(1, min(_FAR, len(starts) - 1) + 1):
        start = starts[-back]
        if code[start - 1] not in "，,；;" or not _ONLY_HOW_MUCH.fullmatch(code, start, until):
            return back - 1
        until = start - 1
    return min(_FAR, len(starts) - 1)


def _in_clause(rule: Rule, code: str, position: int, quantity: Quantity, left: int, right: int) -> Cue | None:
    best: Cue | None = None
    if rule.counted is not None and quantity.counted and rule.counted.search(quantity.counted):
        best = Cue(1, position, position + 1, len(quantity.counted))
    if rule.before is not None:
        for match in rule.before.finditer(code, left, position):
            distance = _apart(code, match.end(), position) + 6 * _others(code, match, position)
            if distance <= _REACH:
                cue = Cue(distance, match.start(), position + 1, match.end() - match.start())
                best = cue if best is None or cue.rank < best.rank else best
    found = rule.after.match(code, position + 1, right) if rule.after is not None else None
    if found is not None:
        length = found.end() - found.start("cue")
        cue = Cue(max(1, found.end() - position - 4), position, found.end(), length)
        best = cue if best is None or cue.rank < best.rank else best
    return None if best is not None and _excluded(rule, code, left, right) else best


def _excluded(rule: Rule, code: str, left: int, right: int) -> bool:
    """Tell whether a clause is about something else than what the rule's metric measures."""
    return rule.exclude is not None and rule.exclude.search(code, left, right) is not None


def _others(code: str, match: re.Match[str], position: int) -> int:
    """Count the figures of the same kind that a cue rather belongs to than the one at *position* after it."""
    kind = code[position]
    listed = position - match.end() > 1 and code[position - 2 : position] in (f"{kind}、", f"{kind}和", f"{kind}与")
    follows = match.start() > 0 and code[match.start() - 1] == kind
    return code.count(kind, match.end(), position) - listed + follows


def _apart(code: str, end: int, position: int) -> int:
    """Return how far a cue that ends at *end* is from a figure: 营业利润（包括出租的收入）为1 is of the profit."""
    apart = position - end
    closing = code.find("）", end, position)
    if closing < 0:
        return apart
    opening = code.find("（", end, closing)
    return apart + _BRACKETED if opening < 0 else apart - (closing + 1 - opening)


def _carried(rule: Rule, code: str, position: int, starts: list[int], carrying: int) -> Cue | None:
    """Return a cue of a clause before, where what follows it only says how much: 年化收入翻了一番，达到A."""
    if rule.before is None:
        return None
    for back in range(1, carrying + 1):
        left, until = starts[-back - 1], starts[-back]
        if _excluded(rule, code, left, until):
            return None
        matches = list(rule.before.finditer(code, left, until - 1))
        if matches:
            last = matches[-1]
            distance = _REACH + _apart(code, last.end(), until)
            return Cue(distance, last.start(), position + 1, last.end() - last.start())
    return None


def _headed(rule: Rule, code: str, position: int, start: int) -> Cue | None:
    """Return a cue that heads the sentence, and names with their figures follow: 营收方面，A为1，B为2."""
    head = _HEAD.match(code) if rule.before is not None and _NAMED.fullmatch(code, start, position) else None
    if head is None or rule.before is None:
        return None
    found = rule.before.search(code, head.start("head"), head.end("head"))
    return Cue(2 * _REACH, start, position + 1, found.end() - found.start()) if found else None
