"""The time that earlier sentences set, for figures that name none of their own.

News tells a day or a quarter once and goes on from there. What is told of a period (revenue, growth)
takes the last quarter or year that was reported on, what is told of a day (share prices) the last day.
Lasting properties inherit nothing, and of relations only two kinds do: who invested has the time of the round,
and what a report says of its news further on (此次还发布了S) has the day of the news.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Span
from .clauses import clause
from .governing import THEN, began
from .in_turn import lists, turn
from .owning import TOTAL
from .parallel import last_deal
from .scene import ANY_FIGURE, WHEN, Scene
from .timing import settings

_REPORTED = frozenset(
    {"revenue", "profit", "growth", "marketShare", "capitalExpenditure", "operatingCost", "shipments"}
)
_IN_TURN = _REPORTED | {"employees", "otherMetric", "users"}  # what the times of a list are dealt out to
_SOLD = frozenset({"revenue", "profit", "shipments"})  # in the month told before; what grew since may be anything
_TRADED = frozenset({"stockChange", "marketCap"})
_ROUND = frozenset({"fundingRaised", "valuation", "investsIn"})
_REACH = {
    "period": 6,
    "period told of": 40,  # 季度收入, in the report of some quarter
    "moment": 4,
    "worth": 1,
    "round": 2,
    "going on": 2,
    "in turn": 4,
}  # sentences over which each kind of time is carried
_FIGURE = re.compile(f"[{ANY_FIGURE}]")
_LEAD = 3  # characters before a time that its sentence begins with
_YEAR = re.compile(r"\d{4}")
_PERIOD = re.compile(r"-Q|-\d\d/\d{4}-\d\d-\d\d")
_ACCOUNTED = re.compile(r"的?[^，。；、]{0,6}(?:财报|年报|业绩|账目|财务报告|年度报告)")
_REPORT = re.compile("[^，。；]{1,8}(?<!财务)(?<!业绩)(?:报告|白皮书)")  # 2024年环境报告 is about the years before
_MONTH = re.compile(r"\d{4}-\d\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_AHEAD = re.compile(r"(?:预计|将|计划|目标|有望|预期|可能|到|(?<!截)(?<!截止)至|推迟|未来)[^，。；]{0,4}$")
_SINCE = re.compile(r"(?:以来|至今|起|开始|(?:截[至止]|到)?(?:目前|迄今))")
_BESIDES = re.compile(rf"(?:同期)?的[^，。]{{0,4}}[{ANY_FIGURE}]|的?(?:预期|指引|业绩指引)")
_ELSEWHEN = re.compile(
    "目前|如今|当下|眼下|现阶段|现在|现已|至今|迄今|累计|历史上|此前|之前|以前|更早|曾|过去|多年|每年|每月|预计|将|有望|计划|未来|如果|若"
)
_NOW = re.compile(
    rf"(?:^|[，。；])(?:目前|如今|当下|眼下|现阶段|现在|而?在?(?:过去|最?近)的?(?:[{ANY_FIGURE}]|[一二两三四五六七八九十几数多]+个?(?:年|季度|月)))"
    r"|(?:^|[，。；])后来"
)
_SAME_ROUND = re.compile("[本该此这][一]?(?:轮|笔|次)|投后|融资后|领投|跟投|参投|参与|投资方|投资者|投资人")
_ALL_ROUNDS = re.compile("累计|至今|迄今|过去|总共|共(?:完成|获得?|进行)")
_ROUND_BEFORE = re.compile("才(?!能)|[上前][一]?轮|上次|截[至止]")
_RAISED = re.compile("轮融资|轮投资|完成[^，。；]{0,12}融资|筹集|募资|募集")
_THIS_TIME = re.compile("[此这本今][次番]|[此这本]一?轮")
_NEWS = frozenset({"develops", "investsIn", "partnersWith", "acquires", "publishes"})
_LEAD_SENTENCES = 8  # in which a report tells the day of its news
_GOES_ON = re.compile("[*—–-]*(?:而)?(?:其中|当中|同时|与此同时|当时|彼时|那时)")
_ACCOUNTS = re.compile("毛利|净利|利润|盈余|每股|营收|收入|销售|费用|支出|现金|订单|销量|出货|EPS|ROE")
_LENGTH = re.compile(
    rf"(?P<year>全年|整年|年度|(?<![\d今去本当前后每多近{ANY_FIGURE}{WHEN}])年)"
    r"(?:总|净|经营)?(?:收入|营收|利润|亏损|盈利|销售|支出|成本|费用|出货|销量|毛利)|(?P<quarter>季度?(?:总|净|经营)?(?:收入|营收|利润|亏损|盈利|销售))"
)
_MARKET = re.compile("市值|股价|股票|个股|指数")
_SHARE = re.compile("股价|每股|收盘|报收|盘[前中后]")
_HEADING = re.compile(r"[^，。；！？]{2,40}(?:[：:]|(?<![。！？…，、；：”])$)")
_ITEM = re.compile(r"\s*(?:[-*•·–—]|\d+[.、)）](?!\d))")


@dataclass(frozen=True, slots=True)
class _Set:
    """A time, and the number of the sentence that set it."""

    value: str
    sentence: int


class Timeline:
    """Remembers the quarter or year reported on, and the last day or month told."""

    def __init__(self) -> None:
        self._sentence = 0
        self._open = False  # the sentence goes on behind a semicolon
        self._period: _Set | None = None
        self._moment: _Set | None = None
        self._last: _Set | None = None
        self._round: _Set | None = None  # the last time, if it is not of a round before
        self._raised = False  # whether its sentence tells of money raised
        self._news: str | None = None  # the first day told, if the report begins with it
        self._listed: tuple[list[str], int] = ([], 0)  # the last list of times, and the number of its sentence
        self._heading: str | None = None  # the time of the heading that a list stands under

    def begin(self, folded: str, span: Span) -> None:
        """Begin a sentence of the folded text."""
        self._sentence += not self._open
        self._open = folded[span.end - 1] == "；"
        if self._heading and not _ITEM.match(folded, span.start):
            self._heading = None

    def remember(self, scene: Scene) -> None:
        """Take in the times of the sentence, if it has any, when it has been read."""
        told = [
            (position, value)
            for position, value in settings(scene)
            if not _AHEAD.search(scene.code, max(0, position - 8), position)
            and not _SINCE.match(scene.code, position + 1)
        ]
        if told and not _ITEM.match(scene.code) and _HEADING.fullmatch(scene.code):
            self._heading = told[-1][1]
        if self._news is None and self._sentence <= _LEAD_SENTENCES:
            self._news = next((value for _, value in told if _DAY.fullmatch(value)), None)
        if found := lists(scene):
            self._listed = [value for _, value in found[-1]], self._sentence
        for position, value in told:
            self._last = _Set(value, self._sentence)
            if _MOMENT.fullmatch(value) and not _is_period(scene, position, value):
                self._moment = self._last
        if any(not began(scene.code, position) for position, _ in told):
            self._round = None if _ROUND_BEFORE.search(scene.code) else self._last
            self._raised = _RAISED.search(scene.code) is not None
        if period := _period(scene, told):
            self._period = _Set(period, self._sentence)

    def in_turn(self, predicate: str, scene: Scene, figure: int) -> str | None:
        """Return the time of one of figures dealt out to those that were listed before: 同期分别为A、B和C."""
        times, sentence = self._listed
        deal = last_deal(scene.code, figure)
        if predicate not in _IN_TURN or not times or deal < 0 or self._sentence - sentence > _REACH["in turn"]:
            return None
        number, count = turn(scene, figure)
        own = [slot.when.value for slot in scene.slots.values() if slot.when is not None]  # of 同期
        others = _FIGURE.search(scene.code, 0, deal) or any(len(slot.mentions) > 1 for slot in scene.slots.values())
        return times[number] if count == len(times) and not others and set(own) <= {times[-1]} else None

    def of(
        self, predicate: str, scene: Scene, start: int, end: int, figure: bool = False, change: str | None = None
    ) -> str | None:
        """
        Return the time that a statement without one takes over, or ``None``.

        Args:
            predicate: Its relation or metric.
            scene: Its sentence.
            start: Where it starts in the sentence's code.
            end: Where it ends.
            figure: Whether it is told of a figure.
            change: What the figure measures, in the sentence's words.
        """
        left, right = clause(scene.code, start, end)
        if (
            _NOW.search(scene.code, 0, left)
            or _ELSEWHEN.search(scene.code, left, right)
            or any(slot.when is not None and slot.when.value is None for slot in scene.slots.values())
        ):
            return None
        traded = predicate in _TRADED or (predicate == "price" and _SHARE.search(scene.code, left, right) is not None)
        goes_on = figure and (_GOES_ON.match(scene.code) or THEN.search(scene.code, left, right))
        held = self._moment if traded and not THEN.search(scene.code, 0, right) else self._last
        if near := self._near(held, _REACH["going on"] if goes_on else 0):
            return _of_length(near, scene.code[:right])
        if figure and self._heading and _ITEM.match(scene.code):
            return self._heading
        other = (change or "") if predicate == "otherMetric" else ""
        if predicate in _REPORTED or _ACCOUNTS.search(other):
            telling = _LENGTH.search(scene.code[:right]) is not None
            period = self._near(self._period, _REACH["period told of" if telling else "period"])
            if period:
                return _of_length(period, scene.code[:right])
            return self._month() if predicate in _SOLD else None
        if traded or _MARKET.search(other):
            return self._near(self._moment, _REACH["worth" if predicate == "marketCap" else "moment"])
        if predicate == "fundingRaised" and TOTAL.search(scene.code, left, end):
            return None  # what was raised so far is not of the last round
        if (
            predicate in _ROUND
            and (_SAME_ROUND.search(scene.code, 0, right) or (self._raised and predicate == "investsIn"))
            and not _ALL_ROUNDS.search(scene.code, 0, right)
        ):
            return self._near(self._round, _REACH["round"]) or self._this_time(predicate, scene, right)
        return self._this_time(predicate, scene, right)

    def _this_time(self, predicate: str, scene: Scene, until: int) -> str | None:
        """Return the day of the news for what the report says of it further on: 此次还发布了S."""
        return self._news if predicate in _NEWS and _THIS_TIME.search(scene.code, 0, until) else None

    def _month(self) -> str | None:
        """Return the month that the sentence before tells; the day of a report is not what it reports on."""
        month = self._near(self._moment, 1)
        return month if month and _MONTH.fullmatch(month) else None

    def _near(self, held: _Set | None, reach: int) -> str | None:
        return held.value if held is not None and self._sentence - held.sentence <= reach else None


def _of_length(period: str, told: str) -> str | None:
    """Return the period of a figure that is told as one of a year or of a quarter: 年度收入 is of no quarter."""
    lengths = list(_LENGTH.finditer(told))
    if not lengths or _MONTH.match(period):
        return period
    if lengths[-1]["year"]:
        return period[:4]
    return None if _YEAR.fullmatch(period) else period


def _period(scene: Scene, told: Sequence[tuple[int, str]]) -> str | None:
    """Return the quarter or year that a sentence reports on, or the year where it reports figures."""
    periods = [value for at, value in told if _is_reported(scene, at, value) and not _BESIDES.match(scene.code, at + 1)]
    if periods:
        return periods[0]
    leading = [
        value for at, value in told if at <= _LEAD and _YEAR.fullmatch(value) and not _REPORT.match(scene.code, at + 1)
    ]
    return leading[0] if leading and _FIGURE.search(scene.code) else None


def _is_reported(scene: Scene, position: int, value: str) -> bool:
    """Tell whether the time at a position is a quarter, or a year whose accounts are told of: 2023年的财报."""
    year = _YEAR.fullmatch(value) is not None and _ACCOUNTED.match(scene.code, position + 1) is not None
    return year or _is_period(scene, position, value)


def _is_period(scene: Scene, position: int, value: str) -> bool:
    """Tell whether the time at a position is a quarter, as such or as the range of its months."""
    when = scene.slots[position].when
    told = when.value if when is not None else None
    return any(_PERIOD.search(each) for each in (value, told or ""))
