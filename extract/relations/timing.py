"""When a statement holds: the time said in its clause, else one that an earlier clause sets."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ..model import When
from .clauses import clause
from .dealt import NOT_DEALT, Place, listed, members, place
from .elsewhen import is_elsewhen, is_of_founding
from .governing import ATTRIBUTE, THEN, heads, honoured, is_since, lasts, reaches
from .owning import (
    COMPARED,
    COUNTED,
    compared_by,
    in_brackets,
    is_another_s,
    is_base,
    is_before_total,
    is_not_of_shares,
    is_of_old,
    is_telling,
    is_to_date,
)
from .scene import ANY_FIGURE, ANY_NAME, CODE, WHEN, Scene

NEVER = ""
"""The time of what began in one and goes on: none, and none that other sentences say either."""

PAST = "past"
"""The time of a post that somebody held before (前首席科学家, 曾任)."""

_IN_PASSING = re.compile(
    rf"(?:创[立办建]|成立|组建|推出|发布|研发|开发|打造|收购|投资|领投|支持|控股|入股|注资|制裁|封杀|拉黑)[了过]?的[^，。；{ANY_FIGURE}]{{0,12}}[{ANY_NAME}]\Z"
)
_TAKEN_FOR_GRANTED = re.compile(
    rf"(?:创[立办建]|研发|开发|打造|收购|并购|投资)(?:[了过]|[而得]?来)?的[^，。；{ANY_FIGURE}]{{0,12}}[{ANY_NAME}]\Z"
)
_EVENT = re.compile(
    rf"年?度?[^，。；{WHEN}{ANY_FIGURE}]{{0,14}}(?:{CODE['Event']}|大会|峰会|论坛|博览会|展会?|年会|发布会|开发者日|会议|活动)"
)
_TELLS = re.compile(rf"[^，。；{ANY_FIGURE}{WHEN}]{{0,12}}?(?:宣布|表示|透露|披露|证实|报道)")  # 周二宣布P将于8月上任
_WEIGHED = re.compile("[^，。；]{0,6}(?:还|更|都|要|来得|[高低大多贵少])")
_GREW = re.compile("同比|增长|增幅|下降|下滑")
_YEARS = re.compile(r"\d{4}(?:-\d\d)?/\d{4}(?:-\d\d)?")
_PLANNED = re.compile("将|计划|预计|拟")
_YEAR = re.compile(r"\d{4}")
_ONCE_PLANNED = re.compile("(?<![按照据])原(?:本?计划|定)|本应")
_PUT_OFF = re.compile(rf"(?:推迟|延[后期迟]|延至|顺延)[^，。；{WHEN}]{{0,4}}{WHEN}")
_SO_FAR = re.compile(
    r"(\d{4})-(?:Q1/\1-Q[23]|01/\1-(?:0[24-9]|1[0-2]))"
)  # 前三季度, 1至5月; not the months of a quarter
_END = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?")
_LED = re.compile(r"截[至止]\s?\Z")
_QUARTER = re.compile(r"\s?(?:止|为止)?\s?的?(?:上一?个?|该|本|这一?个?|最近一?个?)?(?:季度|财季)")
_ANNOUNCED = re.compile(  # A将收购B，两家公司周一宣布
    rf"[^，。；：{ANY_NAME}{WHEN}]{{0,10}}[，,](?:(?!最[快早迟]|预计|将|可能)[^，。；：{WHEN}]){{0,10}}[于在]?(?P<when>{WHEN})(?:联合|共同|正式)?(?:宣布|公布|表示|称|透露|披露)(?=[，。；]|$)"
)
_BEHIND = {
    "acquires": _ANNOUNCED,
    "investsIn": _ANNOUNCED,
    "partnersWith": _ANNOUNCED,
    "develops": re.compile(
        rf"[^，。；：{ANY_NAME}{ANY_FIGURE}{WHEN}]{{0,10}}[，,](?:并且?|该(?:模型|产品|服务|款)|它|已|将|预计|计划|定|首批)*[于在自]?"
        rf"(?P<when>{WHEN})(?:起|正式|全面|陆续|开始|率先|首先)*(?:上[线市架]|推出|发[布售表]|开[售放源卖]|(?:开启)?预[售购订]|亮相|问世|面世|出货|量产)(?!了?[的新一第其]|[^，。；：]{{0,14}}[{ANY_NAME}]|[^，。；：]{{0,6}}[{ANY_FIGURE}])"
    ),
    "worksFor": re.compile(
        rf"[^，。；：{ANY_NAME}{ANY_FIGURE}{WHEN}]{{0,12}}[，,](?:该?(?:任命|人事案?|任期|此项任命)|并|将|已|预计)*[自于从在]?"
        rf"(?P<when>{WHEN})起?(?:正式)?(?:生效|上任|就任|到任|履新|走马上任|接任)"
    ),
}
_SEVERAL = 3
_MIDDLE = 15  # of a month
_MONTHS = re.compile("/|-Q")
_IN_BRACKETS = re.compile(rf"{WHEN}[（(]{WHEN}[）)]")


def time_of(
    scene: Scene,
    start: int,
    end: int,
    figure: int | None = None,
    predicate: str | None = None,
    names: Collection[int] = (),
) -> str | None:
    """
    Return the time said of the statement at ``code[start:end]``, ``NEVER`` if it has none, or ``None`` if none is said.

    A time that another figure is compared with (较去年同期的A) is that figure's alone. Where the nearest
    time is a relative one that nothing tells the value of, nothing is said.

    Args:
        scene: The raw or phrase scene.
        start: Where the statement starts.
        end: Where it ends.
        figure: Where its figure stands, if it is one.
        predicate: Its relation or metric.
        names: Where the names stand that attributes may tell the time of.
    """
    if figure is not None and is_of_old(scene.code, figure):
        return NEVER
    left, until = _bounds(scene, start, end, figure)
    at = start if figure is None else figure
    last = max(names, default=end - 1)
    own, ends = (left, left) if figure is not None else (clause(scene.code, at, at)[0] for at in (last, end - 1))
    granted = figure is None and _TAKEN_FOR_GRANTED.search(scene.code[start:end])  # 去年，X开发的S热卖
    inside: tuple[bool, bool, int, str | None] | None = None
    earlier: str | None = None
    for position, value in _without_events(scene.code, [*_times(scene, end, figure, predicate)]):
        if is_elsewhen(scene.code, position, (start, end), names, predicate, figure=figure is not None):
            continue
        if value == NEVER and not lasts(scene.code, position):
            earlier = earlier or NEVER
        elif position < left:
            if value and not granted and reaches(scene.code, position, at, figure=figure is not None):
                grew = figure is not None and _GREW.search(scene.code, left, end) is not None
                earlier = earlier if grew and _is_year_before(value, earlier) else value
        elif position < until and not is_of_founding(scene.code, position, ends):
            # in the clause of what came about rather than in that of who: A周三表示，S已于6月发布
            # and of an attribute by its own time: A今年卖掉了去年收购的B
            only_tells = figure is None and predicate != "publishes" and bool(_TELLS.match(scene.code, position + 1))
            distance = (position < own, only_tells, at - position if position < at else 2 * (position - at) + 4)
            distance = (False, False, end - position) if granted else distance
            if inside is None or distance < inside[:3]:
                inside = (*distance, value)
    if inside or earlier is not None or figure is not None:
        return inside[3] if inside else earlier
    return told_behind(scene, end, predicate)


def told_behind(scene: Scene, end: int, predicate: str | None) -> str | None:
    """Return the time that the clause behind a relation tells of it alone: 发布S，并于9月3日上线; 接任，11月1日生效."""
    behind = _BEHIND[predicate].match(scene.code, end) if predicate in _BEHIND else None
    when = scene.slots[behind.start("when")].when if behind else None
    return plain(when.value) if when is not None and when.value else None


def put_off(scene: Scene, start: int, end: int) -> str | None:
    """Return the time that what was planned before was put off to, if it was: 原定于3月发布，推迟到9月."""
    left, right = clause(scene.code, start, end)
    later = _PUT_OFF.search(scene.code, start) if _ONCE_PLANNED.search(scene.code, left, right) else None
    when = scene.slots[later.end() - 1].when if later else None
    return plain(when.value) if when is not None and when.value else None


def _bounds(scene: Scene, start: int, end: int, figure: int | None) -> tuple[int, int]:
    """Return the stretch whose times are those of a statement itself."""
    left, until = clause(scene.code, start if figure is None else figure, end)
    if figure is not None:
        return left, until
    if _IN_PASSING.search(scene.code[start:end]):
        until = end  # X创办的S今年融资: the rest of the clause says when something else happens
    return left, until


def _is_year_before(value: str, earlier: str | None) -> bool:
    """Tell whether a time is a year before the one told first; what grew (去年同期为A，同比增长B) is not of it."""
    return bool(earlier) and value[4:] == (earlier or "")[4:] and int(value[:4]) + 1 == int((earlier or "")[:4])


def _times(scene: Scene, end: int, figure: int | None, predicate: str | None) -> Iterator[tuple[int, str | None]]:
    """Yield the times of a scene that can be said of a figure (or of a relation), in order."""
    dealt = NOT_DEALT if figure is None else place(scene, figure)
    if figure is not None and (told := listed(scene, figure, dealt)):
        yield told[0], plain(told[1])
        return
    for position, slot in scene.slots.items():
        if slot.when is None or honoured(scene.code, position):
            continue
        if _is_gloss(scene, position):
            continue
        compared = compared_by(scene.code, position, slot.when, relation=figure is None)
        until = end if figure is None else figure
        if not is_to_date(slot.when) and is_since(scene.code, position, until, predicate):
            if year := _year_since(scene.code, position, slot.when, dealt):
                yield position, year
            elif heads(scene.code, position):
                yield position, NEVER
            continue
        if figure is None:
            weighed = position < end and _WEIGHED.match(scene.code, end)  # 比2019年收购B还贵
            others = compared is not None and compared[0][0] != "自" and not weighed
            then = THEN.search(scene.code, position, end)  # 是T估值的两倍，当时A领投
            others = others or (not then and is_base(scene.code, position, end))
        else:
            others = _is_not_of(scene, position, slot.when, figure, predicate, compared)
        if not others:
            value = _quarter_told(scene.code, position, slot.when.value)
            yield position, (dealt.of(members(value)) or plain(value)) if value else None


def _is_not_of(
    scene: Scene, position: int, when: When, figure: int, predicate: str | None, compared: re.Match[str] | None
) -> bool:
    """Tell whether a time is that of another figure alone, or of what is told of it."""
    if compared and THEN.search(scene.code, clause(scene.code, position, position + 1)[1], figure):
        return False  # 与去年四季度相比回落，当时为A
    if compared and compared[0][0] in "较比相" and _is_multiple(scene, figure):
        return True  # 较去年同期翻了一番, 较去年的估值翻一番
    return (
        is_another_s(scene.code, position, figure, compared)
        or is_telling(scene.code, position, when, figure, predicate)
        or is_not_of_shares(scene.code, position, predicate)
        or is_before_total(scene.code, position, figure, predicate)
    )


def _is_multiple(scene: Scene, figure: int) -> bool:
    quantity = scene.slots[figure].quantity
    return quantity is not None and quantity.unit == "x"


def _without_events(code: str, times: list[tuple[int, str | None]]) -> list[tuple[int, str | None]]:
    """Drop the years that events are called by where a day of the year is told: 6月11日，在2025云川大会上."""
    told = [value or "" for _, value in times]
    return [
        (position, value)
        for position, value in times
        if not (value and _EVENT.match(code, position + 1) and any(each.startswith(f"{value}-") for each in told))
    ]


def _is_gloss(scene: Scene, position: int) -> bool:
    """Tell whether a time only says in brackets what the one before it is: 第三季（8至10月）."""
    when = scene.slots[position].when
    if when is None or not _MONTHS.search(when.value or ""):
        return False
    return _IN_BRACKETS.match(scene.code, position - 2) is not None


def _year_since(code: str, position: int, when: When, dealt: Place) -> str | None:
    """Return the year of one of three or more figures dealt out to years until now: 2016年至今分别为A、B和C."""
    if dealt.among < _SEVERAL or not lasts(code, position) or not _YEAR.fullmatch(when.value or ""):
        return None
    return str(int(when.value or 0) + dealt.number)


def is_span(scene: Scene, at: int) -> bool:
    """Tell whether the clause at *at* gives years from and to which it held (2010至2014年), and is no plan."""
    left, right = clause(scene.code, at, at + 1)
    return not _PLANNED.search(scene.code, left, right) and any(
        left <= place < right and slot.when is not None and _YEARS.fullmatch(slot.when.value or "") is not None
        for place, slot in scene.slots.items()
    )


def settings(scene: Scene) -> Iterator[tuple[int, str]]:
    """Yield the times that a sentence is set in, in order: neither compared with, nor said of one figure alone."""
    for position, slot in scene.slots.items():
        if slot.when is None or slot.when.value is None:
            continue
        if not (
            COMPARED.search(scene.code, max(0, position - 6), position)
            or COUNTED.match(scene.code, position + 1)
            or ATTRIBUTE.match(scene.code, position + 1)
            or honoured(scene.code, position)
            or in_brackets(scene.code, position)
            or scene.code[max(0, position - 1) : position] == "而"
        ):
            yield position, plain(_quarter_told(scene.code, position, slot.when.value) or "")


def plain(value: str) -> str:
    """Reduce a time to what a claim may carry: of a range its end, of half a year or its first months the year."""
    if so_far := _SO_FAR.fullmatch(value):
        return so_far[1]
    return value.rsplit("/", 1)[-1].split("-H", 1)[0]


def _quarter_told(code: str, position: int, value: str | None) -> str | None:
    """Return the quarter that most of the three months are in that a time is called the end of: 截至4月28日的季度."""
    end = _END.fullmatch(value) if value and _QUARTER.match(code, position + 1) else None
    if end is None or not _LED.search(code, max(0, position - 3), position):
        return value
    half_way = int(end["month"]) - (1 if int(end["day"] or 31) > _MIDDLE else 2)
    year, month = divmod(int(end["year"]) * 12 + half_way - 1, 12)
    return f"{year}-Q{month // 3 + 1}"
