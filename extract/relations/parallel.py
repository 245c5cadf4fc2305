"""Figures dealt out in order to what they measure: 营收和净利润分别为A和B says 营收为A, and 净利润为B."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ..model import Mention
from .scene import ANY_FIGURE, ANY_NAME, WHEN, Scene

DEALS = re.compile("分别(?![注墅])|依[次序]|各(?=[为达占售])")  # the words that deal out: 分别为A和B, 依序为A、B

_JOINT = re.compile("\\s?(?:[、/]|以及|(?<!参)[和与]|(?<![普涉波提])及(?!时))\\s?")
_MARK = re.compile(r"[，。；：！？,;!?\n]")
_OVER_TIME = "(?:[同环]比|按[年季月]|[年季月](?:对[年季月]|[增减]))"
# What all share behind the list of what is measured: 营收、净利润同比分别增长A和B.
_SHARED = re.compile(
    rf"(?:的|将|预计|则|也|均|已|[{WHEN}]|{_OVER_TIME}|增速|增幅|增长率|[涨降跌]幅|较(?:去年|上年)?同期)+$"
)
# And what stands before its first: 公司实现营收和净利润.
_LED = re.compile(
    rf".*(?:[的（()）{WHEN}{ANY_NAME}]|公司|集团|[当单本]季|当期|同期|期内|实现|录得|取得|报告|方面|其中)(?=.)"
)
_CHANGES = re.compile(rf"{_OVER_TIME}$")
_LONGEST = 14  # characters, more than which no measure has
# A measure by itself; any other shares what the last one ends in: 输入和输出价格, 游戏和广告收入.
_WHOLE = re.compile(
    rf"(?:收入|营收|营业额|利[润益息]?|盈[余利]|获利|溢利|亏损?|EPS|资产|负债|债务?|费用|成本|开支|支出|投[入资]|研发|[率额量数价值幅速比流度性费]|份额|股[价息]|薪酬?"
    rf"|员工|用户|客户|订单|产能|出货|得分|性能|能力|[日月]活|{_OVER_TIME})$"
)
_HEAD = re.compile(
    "(?<=.)(?:(?:业务)?(?:收入|营收|营业额|销售额|利润率?|毛利率|亏损|费用|成本|开支|支出|价格?|售价|定价|估值|市值|[年月]费|订阅费|会员费|用户数?|订单|产能|出货量?|销量|参数量?"
    "|份额|占比|占有率|市占率|准确率|得分|增速|人数))$"
)
_UNNAMED = re.compile(rf"[{ANY_NAME}](?:{_JOINT.pattern})[^，。；：！？{ANY_FIGURE}{ANY_NAME}{WHEN}]{{1,24}}$")
_LEAD = re.compile(rf"[^，。；：、！？（）(){ANY_FIGURE}{ANY_NAME}]{{0,14}}(?P<figure>[{ANY_FIGURE}])")
_NEXT = re.compile(
    rf"(?:{_JOINT.pattern})(?P<own>[^，。；：、！？和与及（）(){ANY_FIGURE}{ANY_NAME}]{{0,8}})(?P<figure>[{ANY_FIGURE}])"
)
_REST = re.compile("(?:以上|左右|多)?(?:[（(][^（）()，。；]{1,24}[）)])?")
_TO = re.compile("[增升降跌减]?[至到达]")
_BOTH = re.compile("(?:双双|[均都皆齐双]|同步|同时)[^，。；：]{1,8}，(?:同比|环比|各)?$")
_VERB = re.compile(r"[^约近超过逾达到至了为是仅高\s]")
_NAME, _TIME = re.compile(f"[{ANY_NAME}]"), re.compile(WHEN)
_WORDED = re.compile(rf"[{ANY_NAME}{WHEN}]?[^{ANY_NAME}{ANY_FIGURE}{WHEN}]+")
_TWO = 2
_TIMES = re.compile(rf"{WHEN}(?:{_JOINT.pattern}){WHEN}")

_Range = tuple[int, int]


class Alone(NamedTuple):
    """A scene in which a figure is said of its own measure alone, and where it stands there."""

    scene: Scene
    position: int


class _Figure(NamedTuple):
    begin: int  # of the words that are its own
    at: int
    end: int  # of what stands in brackets behind it


class _Row(NamedTuple):
    """Figures in a row, and where the word stands that deals them out."""

    deals: _Range
    figures: list[_Figure]

    def number(self, position: int) -> int | None:
        """Return which of the figures one at *position* is, or stands in brackets behind."""
        return next((n for n, each in enumerate(self.figures) if each.at <= position < each.end), None)


def alone(raw: Scene, position: int) -> Alone | None:
    """
    Return the sentence as it would be of one figure alone, if figures are dealt out to what they measure.

    What is dealt out further on is so to the same: 营收和净利润分别为A和B，同比分别增长C和D.

    Args:
        raw: The sentence.
        position: Where the figure stands in its code.
    """
    code = raw.code
    rows = [row for row in _rows(code) if row.figures[0].at <= position]
    number = rows[-1].number(position) if rows else None
    if number is None or len(rows[-1].figures) < _TWO:
        return None
    left_out: list[_Range] = []
    until = position
    for row in reversed(rows):
        if len(row.figures) != len(rows[-1].figures) or _NAME.search(code, row.figures[-1].end, until):
            return None
        left_out += [row.deals, *_other_figures(code, row, number)]
        if measures := _measures(code, row.deals[0], len(row.figures)):
            if _is_of_several(raw, measures[0][0], len(measures)):
                return None
            return _without(raw, [*left_out, *_other_measures(code, measures, number)], position)
        until = row.deals[0]
    return None


def is_of_unnamed(raw: Scene, position: int, holder: Mention) -> bool:
    """Tell whether a figure is dealt out to one beside its *holder* who is no name here: 云川、某厂分别为A和B."""
    row = next((row for row in _rows(raw.code) if row.number(position) is not None), None)
    number, start = (row.number(position), row.deals[0]) if row else (None, 0)
    listed = _UNNAMED.search(raw.code, 0, start) if number else None
    names = raw.slots[listed.start()].mentions if listed else ()
    return len(names) <= (number or 0) and holder in names


def last_deal(code: str, until: int) -> int:
    """Return where the last word that deals out stands before a place; -1 if there is none."""
    return max((start for start, end in _deals(code) if end <= until), default=-1)


@lru_cache(maxsize=64)
def _deals(code: str) -> tuple[_Range, ...]:
    """Return where the words that deal out stand; of one sentence this is asked for every figure."""
    return tuple(match.span() for match in DEALS.finditer(code))


@lru_cache(maxsize=64)
def _rows(code: str) -> tuple[_Row, ...]:
    """Return the rows of figures that are dealt out, in order; of one sentence this is asked for every figure."""
    rows: list[_Row] = []
    for start, end in _deals(code):
        row = _Row((start, end), _row(code, end))
        while row.figures:
            rows.append(row)
            row = _next_row(code, row)
    return tuple(rows)


def _next_row(code: str, row: _Row) -> _Row:
    """Return the row behind another that no word deals out: 分别为A和B，同比增长C和D; 分别增长A和B至C和D."""
    at = row.figures[-1].end
    begin = at + code.startswith("，", at)
    found = _row(code, begin) if begin > at or _TO.match(code, at) else []
    alike = len(found) == len(row.figures) > 1 and code[found[0].at] == code[found[1].at]
    dealt = alike and any(at <= start < found[0].at for start, _ in _deals(code))
    return _Row((begin, begin), found if alike and not dealt else [])


def _row(code: str, start: int) -> list[_Figure]:
    """Return the figures that are dealt out from *start*."""
    row: list[_Figure] = []
    found = _LEAD.match(code, start)
    while found is not None:
        at = found.start("figure")
        rest = _REST.match(code, at + 1)
        row.append(_Figure(found.start("own") if row else start, at, rest.end() if rest else at + 1))
        found = _NEXT.match(code, row[-1].end)
    return row


def _measures(code: str, end: int, count: int) -> list[_Range]:
    """Return where the *count* measures of a list stand that ends before a word that deals out; none if it is none."""
    if both := _BOTH.search(code, 0, end):  # 营收、净利双双下滑，分别为
        end = both.start()
    left = max((mark.end() for mark in _MARK.finditer(code, 0, end)), default=0)
    shared = _SHARED.search(code, left, end)
    for until in (shared.start() if shared else end, end):  # 同比、环比分别 are two
        cuts = [(left, left), *(joint.span() for joint in _JOINT.finditer(code, left, until)), (until, until)]
        found = [(before[1], behind[0]) for before, behind in pairwise(cuts)]
        more, found = len(found) > count, found[-count:]
        first = _first(code, *found[0], code[slice(*found[-1])])
        if len(found) == count and not (more and first == found[0][0]):
            found[0] = first, found[0][1]
            if all(_is_measure(code, *each) for each in found) and any(_WHOLE.search(code, *each) for each in found):
                return found
    return []


def _first(code: str, start: int, end: int, last: str) -> int:
    """Return where the first of a list begins, behind what is said before it; *last* is the last."""
    if _CHANGES.fullmatch(last) and (change := _CHANGES.search(code, start, end)):
        return change.start()  # 营收同比、环比
    for each in (_NAME, _TIME):  # 云川营收和星海营收, 第二季营收与上半年营收
        if each.match(last):
            return max((at for at in range(start, end) if each.match(code, at)), default=end)
    led = _LED.match(code, start, end)
    return led.end() if led else start


def _is_measure(code: str, start: int, end: int) -> bool:
    return 0 < end - start <= _LONGEST and _WORDED.fullmatch(code, start, end) is not None


def _is_of_several(raw: Scene, end: int, count: int) -> bool:
    """Tell whether as many names or times stand before the measures, so that it is not said what is dealt out."""
    names = any(len(slot.mentions) == count for at, slot in raw.slots.items() if at < end)
    return names or _TIMES.search(raw.code, 0, end) is not None


def _other_measures(code: str, measures: list[_Range], number: int) -> Iterator[_Range]:
    """Yield what is left out where only one of the measures is told of; it may share what the last one ends in."""
    start, end = measures[number]
    last, until = measures[-1]
    shared = None if _WHOLE.search(code, start, end) else _HEAD.search(code, last, until)
    yield measures[0][0], start
    if number < len(measures) - 1:
        yield end, shared.start() if shared else until


def _other_figures(code: str, row: _Row, number: int) -> Iterator[_Range]:
    """Yield what is left out where only one figure is told of: the others, and their verb where it has its own."""
    begin, at, end = row.figures[number]
    verb = number > 0 and _VERB.search(code, begin, at) is not None
    yield (row.deals[1] if verb else row.figures[0].at), (begin if verb else at)
    yield end, row.figures[-1].end


def _without(raw: Scene, left_out: list[_Range], position: int) -> Alone:
    """Return a scene without some of its code."""
    cuts = sorted(cut for cut in left_out if cut[0] < cut[1])
    bounds = [0, *(bound for cut in cuts for bound in cut), len(raw.code)]
    before = sum(end - start for start, end in cuts if end <= position)
    return Alone(raw.only(list(zip(bounds[::2], bounds[1::2], strict=True))), position - before)
