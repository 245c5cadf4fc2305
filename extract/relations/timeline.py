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

from ..model import Span, When
from .clauses import clause
from .dealt import Dealt
from .governing import SINCE_BEGUN, THEN, began
from .owning import TOTAL
from .periods import ACCOUNTS, LENGTH, MONTH, MOVED, YEAR, is_period, of_length, period_told
from .scene import ANY_FIGURE, ANY_NAME, WHEN, Scene
from .series import Series
from .timing import plain, settings

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
    "consensus": 2,
    "event": 3,
    "going on": 1,
    "going on far": 2,
}  # sentences over which each kind of time is carried
_FORESEEN = re.compile("预[计测期估]|有望|将(?:会|达|超|增|从|由|升|占|为|是|有|突破|继续|以)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
# The last day of accounts is no day on which shares rise: 截至10月26日的第三季度，…。股价上涨1.
_UP_TO = re.compile("截[至止]$")
_OF_ACCOUNTS = re.compile(rf"止?的?(?:[{WHEN}]|[^，。；]{{0,8}}?(?:季度?|[财年]度|三个月)[，的])")
_AHEAD = re.compile(r"(?:预计|将|计划|目标|有望|预期|可能|到|(?<!截)(?<!截止)至|推迟|未来)[^，。；]{0,4}$")
# No day of trade: 今年年底，我们将推出S; not 周四，公司称将推出S.
_TO_COME = re.compile("[，,]?(?![^，。；]{0,6}(?:表示|称|宣布|透露|说))[^，。；]{0,6}(?:将|计划|预计|拟)")
_SINCE = re.compile(r"(?:以来|至今|起|开始|(?:截[至止]|到)?(?:目前|迄今))")
# What had been expected of the quarter that is reported on: 分析师此前预计为A.
_CONSENSUS = re.compile("(?:此前|之前|曾|原先?|平均|普遍|一致)[^，。；]{0,4}预[期计测估](?!将)")
# What is compared with a year before is of a period reported on, whatever it is: 月活用户达1，同比增长2.
_GREW_SINCE = re.compile("[，,](?:较?[去上]年同期|同比|环比|年增|季增|按[年季])")
_SOLD_IN = re.compile("(?:的)?(?:交付|销[量售]|营收|产[量销]|出货|业绩|批发|零售)")  # 11月1日公布10月交付量
_SINCE_YEAR = re.compile("同比|环比|[年月][增减]")
_SINCE_THEN = re.compile("(?:^|[，。；])自从?[^，。；]{1,24}以来")
_ELSEWHEN = re.compile(
    rf"目前|如今|当下|当前|眼下|现阶段|现在|现已|至今|迄今|累计|历史上|此前|之前|以前|更早|曾|过去|多年|每年|每月|预计|将(?![其{ANY_NAME}][^，。；]{{0,8}}(?:增加|提高|提升|降低|减少|扩大|推高)[了到至])|有望|计划|未来|潜在|如果|若"
)
_NOW = re.compile(
    rf"(?:^|[，。；])(?:目前|如今|当下|当前|眼下|现阶段|现在|而?在?(?:过去|最?近)的?(?:[{ANY_FIGURE}]|[一二两三四五六七八九十几数多]+个?(?:年|季度|月)))"
    r"|(?:^|[，。；])后来|^(?:而?此前|早前|先前|在此之前)[，,]"
)
_SAME_ROUND = re.compile("[本该此这][一]?(?:轮|笔|次)|投后|融资后|领投|跟投|参投|参与|投资方|投资者|投资人")
_ALL_ROUNDS = re.compile("累计|以来|至[今此]|迄今|过去|总共|共(?:完成|获得?|进行)|早期投资|现有投资|投资[者方人]还")
_ROUND_BEFORE = re.compile("才(?!能)|[上前][一]?轮|上次|截[至止]")
_NEW_ROUND = re.compile("[新下]一轮")
_OWN_ROUND = re.compile(  # of a firm that the sentence begins with: 星海完成A轮融资
    rf"[^，。；：{ANY_NAME}{WHEN}]{{0,8}}(?P<firm>[{ANY_NAME}])[^，。；：的{ANY_NAME}]{{0,8}}?(?:完成|获|拿[下到])(?![^，。；]{{0,3}}的)[^，。；]{{0,14}}(?:融资|轮)"
)
_MONEY_RAISED = re.compile("融资|投资|[注筹募]资|估值|轮")
_RAISED = re.compile("轮融资|轮投资|完成[^，。；]{0,12}融资|筹集|募资|募集")
_THIS_TIME = re.compile("[此这本今][次番]|[此这本]一?轮")
_THIS_EVENT = re.compile(
    "(?:^|[，,])在?[这本该][场次届]?(?:新品)?(?:发布会|大会|峰会|活动)[上中]"
)  # of whose day was just told
# An item that opens with what was done is of the news: 3.推出S
_RELEASED = re.compile(
    rf"\s*(?:[-*•·▪●—]+\s*|[（(]?\d{{1,2}}[.、)）]\s*)(?:[^，。；：！？将{ANY_NAME}{WHEN}]{{0,16}}[，：])?"
    "(?:正式|重磅|首次|宣布|还|也|又|并|再)*(?:发[布表]|推出|公布|揭晓|上线|开源)"
)
_NEWS = frozenset({"develops", "investsIn", "partnersWith", "acquires", "publishes"})
_LEAD_SENTENCES = 8  # in which a report tells the day of its news
_HEAD_SENTENCES = 3  # in which a report of trade tells its day
_GOES_ON = re.compile("[*—–-]*(?:而)?(?:其中|当中|同时|与此同时|当时|彼时|那时)")
_AMONG = re.compile("[*—–-]*(?:其|当)中(?!一)")
_AT_IT = re.compile("(?:^|[，。；：])[在于]?(?:发布|大|听证|年|电话|记者|股东|活动)?会(?:议)?上")  # that was just told
_MARKET = re.compile("市值|股价|股票|个股|指数")
_SHARE = re.compile("股价|每股|收盘|报收|盘[前中后]")
_FIRST_DAY = re.compile("首日|上市")  # on which a firm went public, whenever that was
_AT = re.compile("(?:报收|[至报收])于?")
_HEADING = re.compile(r"[^，。；！？]{2,40}(?:[：:]|(?<![。！？…，、；：”])$)")
_ITEM = re.compile(r"\s*(?:[-*•·–—|]|\d+[.、)）](?!\d))")


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
        self._counted: _Set | None = None  # the last month whose sales or output were told of
        self._last: _Set | None = None
        self._round: _Set | None = None  # the last time, if it is not of a round before
        self._raised = False  # whether its sentence tells of money raised
        self._whose: str | None = None  # the firm whose round it tells of
        self._news: str | None = None  # the first day told, if the report begins with it
        self._session: str | None = None  # the day of trade that the report begins with
        self._outlook: _Set | None = None  # the last time that something is foreseen for
        self.dealt = Dealt()
        self.series = Series()
        self._item = False
        self._heading: str | None = None  # the time of the heading that a list stands under

    def begin(self, folded: str, span: Span) -> None:
        """Begin a sentence of the folded text."""
        self._sentence += not self._open
        if not self._open:
            self.series.begin()
        self._open = folded[span.end - 1] == "；"
        self._item = _ITEM.match(folded, span.start) is not None  # or a row of a table
        if not self._item:
            self._heading = None

    def remember(self, scene: Scene) -> None:
        """Take in the times of the sentence, if it has any, when it has been read."""
        self.dealt.remember(scene, self._sentence)
        told = [
            (position, value)
            for position, value in settings(scene)
            if not _AHEAD.search(scene.code, max(0, position - 8), position)
            and not _SINCE.match(scene.code, position + 1)
        ]
        if _FORESEEN.search(scene.code):
            ahead = [value for at, value in settings(scene) if not _SINCE.match(scene.code, at + 1)]
            self._outlook = _Set(ahead[-1], self._sentence) if ahead else None
        if told and not self._item and _HEADING.fullmatch(scene.code):
            self._heading = told[-1][1]
        if self._news is None and self._sentence <= _LEAD_SENTENCES:
            self._news = next((value for _, value in told if _DAY.fullmatch(value)), None)
        if told:
            self._last = _Set(told[-1][1], self._sentence)
        if self._session is None and self._sentence <= _HEAD_SENTENCES and MOVED.search(scene.code):
            self._session = next((value for _, value in told if _DAY.fullmatch(value)), None)
        if moments := [
            value for at, value in told if _is_moment(scene, at, value) and not _TO_COME.match(scene.code, at + 1)
        ]:
            self._take_moment(moments, MOVED.search(scene.code) is not None)
        if months := [value for at, value in told if MONTH.fullmatch(value) and _SOLD_IN.match(scene.code, at + 1)]:
            self._counted = _Set(months[-1], self._sentence)
        elsewhere = ACCOUNTS.search(scene.code) and not _MONEY_RAISED.search(scene.code)
        if not elsewhere and any(not began(scene.code, position) for position, _ in told):
            self._round = None if _ROUND_BEFORE.search(scene.code) else self._last
            self._raised, self._whose = _RAISED.search(scene.code) is not None, _got_a_round(scene)
        if period := period_told(scene, told):
            self._period = _Set(period, self._sentence)

    def _take_moment(self, told: Sequence[str], traded: bool) -> None:
        """Take in the days and months of a sentence; a month told between days is not the one of trade."""
        days = [value for value in told if _DAY.fullmatch(value)]  # 周四, …去年11月推出的S: of the day
        held = self._near(self._moment, _REACH["moment"])
        if days or traded or held is None or not _DAY.fullmatch(held):
            self._moment = _Set((days or told)[-1], self._sentence)

    def _held(self, code: str, left: int, right: int, *, figure: bool, traded: bool) -> _Set | None:
        """Return the time last told that a statement of a clause may go on with."""
        if not figure and _ELSEWHEN.search(code, 0, left):
            return None  # 8月上市；即将上市的是B，在A挂牌
        return self._moment if traded and not THEN.search(code, 0, right) else self._last

    def dealt_out(self, predicate: str, scene: Scene, figure: int) -> str | None:
        """Return the time that an earlier sentence deals out to a figure, if it does."""
        if predicate not in _IN_TURN:
            return None
        time = self.dealt.of(scene, figure, self._sentence)
        return time and plain(time)

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
        if self.leads_elsewhere(scene, left, right, figure) or (predicate in _ROUND and self._is_another_s(scene)):
            ahead = figure and predicate in _REPORTED and WHEN not in scene.code[:right]
            return self._foreseen_too(scene, left, right) if ahead else None
        traded = predicate in _TRADED or (predicate == "price" and _is_of_share(scene.code, left, right))
        held = self._held(scene.code, left, right, figure=figure, traded=traded)
        if predicate in _REPORTED and held and YEAR.fullmatch(held.value) and self._told_with(self._period, held):
            held = self._period  # 第三季…，来到今年最高。其中…: of the quarter
        if near := self._near(held, _going_on(predicate, scene.code, left, right) if figure else 0):
            return of_length(near, scene.code[:right])
        if figure and self._heading:
            return self._heading
        other = (change or "") if predicate == "otherMetric" else ""
        if predicate in _REPORTED or ACCOUNTS.search(other) or _GREW_SINCE.match(scene.code, right):
            telling = LENGTH.search(scene.code[:right]) is not None
            period = self._near(self._period, _REACH["period told of" if telling else "period"])
            if period:
                return of_length(period, scene.code[:right])
            since = _SINCE_YEAR.search(scene.code, left, right) and "累计" not in scene.code[:left]
            return self._month() if predicate in _SOLD or since else None
        if traded or _MARKET.search(other):
            worth = predicate == "marketCap" and not MOVED.search(scene.code, 0, right)
            moment = self._near(self._moment, _REACH["worth" if worth else "moment"])
            of_the_news = predicate == "stockChange" and not _FIRST_DAY.search(scene.code, 0, right)
            return moment or (self._session if of_the_news else None)
        if predicate == "fundingRaised" and TOTAL.search(scene.code, left, end):
            return None  # what was raised so far is not of the last round
        if (
            predicate in _ROUND
            and (_SAME_ROUND.search(scene.code, 0, right) or (self._raised and predicate == "investsIn"))
            and not _ALL_ROUNDS.search(scene.code, 0, right)
            and (self._raised or not _NEW_ROUND.search(scene.code, 0, right))
        ):
            return self._near(self._round, _REACH["round"]) or self._this_time(predicate, scene, right)
        return self._this_time(predicate, scene, right)

    def _foreseen_too(self, scene: Scene, left: int, right: int) -> str | None:
        """Return the time of what the sentence before foresees, for what is foreseen besides, or was before."""
        if _CONSENSUS.search(scene.code, left, right) and "未来" not in scene.code[:right]:
            return self._near(self._period, _REACH["consensus"])
        if not _FORESEEN.search(scene.code, left, right):
            return None
        rest = _FORESEEN.sub("", scene.code[:right])
        return None if _NOW.search(rest) or _ELSEWHEN.search(rest) else self._near(self._outlook, 1)

    def leads_elsewhere(self, scene: Scene, left: int, right: int, figure: bool = False) -> bool:
        """Tell whether words of a clause, or of those before it, say that it is of another time than the rest."""
        return (
            _NOW.search(scene.code, 0, left) is not None
            or _ELSEWHEN.search(scene.code, left, right) is not None
            or (figure and SINCE_BEGUN.search(scene.code, left, right) is not None)
            or (figure and _SINCE_THEN.search(scene.code, 0, right) is not None)
            or any(at < right and _is_unknown(slot.when) for at, slot in scene.slots.items())
        )

    def _is_another_s(self, scene: Scene) -> bool:
        """Tell whether a sentence tells of another firm's round than the one before: 云川6月完成融资；星海完成融资."""
        firm = _got_a_round(scene)
        return firm is not None and self._whose not in (None, firm)

    def _this_time(self, predicate: str, scene: Scene, until: int) -> str | None:
        """Return the day of the news, or of its heading, for what is said of it further on: 此次还发布了S; 3.推出S."""
        if predicate == "develops" and _RELEASED.match(scene.code):
            return self._heading or self._news
        if predicate == "develops" and self._last and _THIS_EVENT.search(scene.code, 0, until):
            told = self._near(self._last, _REACH["event"])
            return told if told and _DAY.fullmatch(told) else self._news
        return self._news if predicate in _NEWS and _THIS_TIME.search(scene.code, 0, until) else None

    def _month(self) -> str | None:
        """Return the month that the sentence before tells; the day of a report is not what it reports on."""
        month = self._near(self._counted, 1) or self._near(self._moment, 1)
        return month if month and MONTH.fullmatch(month) else None

    def _told_with(self, period: _Set | None, other: _Set) -> bool:
        return period is not None and period.sentence == other.sentence

    def _near(self, held: _Set | None, reach: int) -> str | None:
        return held.value if held is not None and self._sentence - held.sentence <= reach else None


def _got_a_round(scene: Scene) -> str | None:
    """Return the firm that a sentence begins with and tells of a round of."""
    found = _OWN_ROUND.match(scene.code)
    mentions = scene.slots[found.start("firm")].mentions if found is not None else ()
    return mentions[0].entity if mentions else None


def _is_moment(scene: Scene, position: int, value: str) -> bool:
    """Tell whether a time is a day or month on which something was so: no quarter, founding or last day of accounts."""
    if not _MOMENT.fullmatch(value) or is_period(scene, position, value) or began(scene.code, position):
        return False
    ends = _UP_TO.search(scene.code, max(0, position - 2), position)
    return not (ends and _OF_ACCOUNTS.match(scene.code, position + 1))


def _going_on(predicate: str, code: str, left: int, right: int) -> int:
    """Return over how many sentences a time is taken over by a figure of a sentence that goes on: 其中, 当时, 会上."""
    if not (_GOES_ON.match(code) or _AT_IT.search(code, 0, right) or THEN.search(code, left, right)):
        return 0
    far = predicate in _REPORTED | _ROUND or _AMONG.match(code)
    return _REACH["going on far" if far else "going on"]


def _is_unknown(when: When | None) -> bool:
    return when is not None and when.value is None


def _is_of_share(code: str, left: int, right: int) -> bool:
    """Tell whether a price is that of a share: 股价为A; 上涨3%，至A."""
    if _SHARE.search(code, left, right):
        return True
    return _AT.match(code, left) is not None and MOVED.search(code, 0, left) is not None
