"""Times that are seen from the article's date or from the time named last: 去年同期, 上季度, 三年前, 周四, 当天."""

from __future__ import annotations

import re

from .anchors import DAYS, SHIFTS, YEARS, Anchor, earlier, is_day, iso
from .clock import Clock, Match, Value, number

_WEEKDAYS = {c: min(i, 6) for i, c in enumerate("一二三四五六日")} | {"天": 6, "末": 5}
_SENT = re.compile(r"\s?(?:消息|讯(?!息)|电(?!话|脑|视)|报道)[，,：:）) ]")
_DAY = 10  # characters of a date with its day
_BESIDE = re.compile(r"\s?[（(，]?\s?")
_NAMED = re.compile(r"\s?[（(，]\s?(\d{1,2})月(\d{1,2})日")
_COMING = re.compile("(?:将会?[在于]|(?<!原)定[在于]|(?:预计|计划)(?:会|将)?[在于到]?)$")  # 将于周四公布
_WILL = re.compile("[早中下午晚间]{0,2}将(?=[公发宣召开举推出在于与向对会])")
_MONTH = re.compile(r"\d{4}-\d\d")
_IN_MONTH = re.compile(r"\d{4}-\d\d(?:-|\Z)")
_EVENT = frozenset("布会市盘束讲议开报后幕演的")  # ends of what a day may be named after
_YEARLY = re.compile(r"\d{4}(?:-[QH]\d)?")
_WHILE = re.compile("在[^，。；年月日季度周]{2,12}(?<!的)$")
_GUIDED = re.compile("[上下]调|调[高低]|维持|重申")
_ABOUT = re.compile("[一二两三四五六七八九]{2}")  # five or six, not fifty-six
_NEAR = 120  # characters from a time within which what comes so much later is told
_FEW = 5  # years later that are hardly rounded
_SOON = 3  # the month until which 全年 is the year before


def same(m: Match, clock: Clock) -> Value | None:
    """Read 去年同期: the last time named, a year before; a bare 同期 only with such a time."""
    if m["same"] == "同期":
        if _WHILE.search(clock.text, max(0, m.start() - 14), m.start()):
            return None  # 在A大跌同期: not of the time named last
        return (clock.last, True) if clock.last else None
    if clock.last is not None:
        now = clock.here if clock.here and clock.quarter_before() == clock.last else None
        return earlier(now or clock.last), True  # 第一季营收…，高于上季的A，较去年同期的B: of the first
    return (str(clock.anchor.year - 1) if clock.anchor else None), True


def relative_fiscal(m: Match, clock: Clock) -> Value:
    """Read 上财年, 本财年 and the like."""
    shift = SHIFTS[m["rf"].rstrip("一个")]
    year = clock.fiscal_year or (clock.anchor.year if clock.anchor else None)  # 2024财年…，上一财年: 2023
    return (str(year + shift) if year else None), True


def whole_year(m: Match, clock: Clock) -> Value | None:
    """
    Read 全年 without a year: that of the period before it in its sentence, the one foreseen, or the last one.

    The last one only soon after its end, in an article that has spoken of no other year: it may report on that.
    """
    if clock.here is not None and _YEARLY.fullmatch(clock.here):
        return clock.here[:4], clock.here_relative
    if clock.here_fiscal and clock.fiscal_ahead and clock.fiscal_year:
        return str(clock.fiscal_year), True  # 预计2026财年…。全年营收至少A
    if clock.anchor is None or clock.anchor.month is None or clock.last_quarter is not None or clock.here_fiscal:
        return None
    if clock.last_year() not in (None, clock.anchor.year):
        return None
    if clock.future(m) or _GUIDED.search(clock.text, max(0, m.start() - 6), m.start()):
        return str(clock.anchor.year), True
    return (str(clock.anchor.year - 1), True) if clock.anchor.month <= _SOON else None


def relative_month(m: Match, clock: Clock) -> Value:
    """Read 上月, 本月5日 and the like."""
    month = clock.anchor.months(SHIFTS[m["rm"]]) if clock.anchor else None
    return _on_day(month, number(m["rd"])), True


def relative_quarter(m: Match, clock: Clock) -> Value:
    """Read 上季度, 本季度 and the like."""
    word = m["rq"]
    if word[0] == "这" and clock.last_quarter:
        return clock.last_quarter, True
    if word[0] == "上" and (before := clock.quarter_before()):
        return before, True
    if clock.anchor is None:
        return None, True
    if word == "本" and clock.fiscal and not clock.future(m):
        return clock.fiscal, True
    if word == "本" and not clock.future(m) and clock.anchor.reports():
        return clock.anchor.quarters(-1), True  # in the reporting season, 本季度 is the one reported
    return clock.anchor.quarters(SHIFTS[word.rstrip("的一个") or word]), True


def until(m: Match, clock: Clock) -> Value:
    """Read 过去一周: of the article's month; 过去24小时 of its day."""
    written = str(clock.anchor) if clock.anchor else None
    return (written if written is None or m["ud"] else written[:7]), True


def same_month(m: Match, clock: Clock) -> Value:
    """Read 当月 and 次月: seen from the time named last."""
    last = clock.last if clock.last and len(clock.last) >= 7 and clock.last[5].isdigit() else None
    month = last[:7] if last else None
    if last and m["sm"] == "次月":
        month = Anchor(int(last[:4]), int(last[5:7])).months(1)
    return _on_day(month, number(m["smd"])), True


def numbered_month(m: Match, clock: Clock) -> Value | None:
    """Read 本（10）月 and 上（9）月28日: the last such month, seen from the article."""
    if clock.anchor is None or clock.anchor.month is None:
        return None, True
    month = int(m["bmn"])
    if not 1 <= month <= 12:
        return None
    return _on_day(iso(clock.anchor.year - (month > clock.anchor.month), month), number(m["bmd"])), True


def part_of_month(_m: Match, clock: Clock) -> Value:
    """Read 月底 and 月初: of the month that its sentence names, else of the article's."""
    if clock.here is not None and _IN_MONTH.match(clock.here):
        return clock.here[:7], True
    return (clock.anchor.months(0) if clock.anchor and clock.anchor.month else None), True


def season(m: Match, clock: Clock) -> Value:
    """Read 今夏 and the like: their year."""
    return (str(clock.anchor.year + YEARS[f"{m['sew']}年"]) if clock.anchor else None), True


def _on_day(month: str | None, day: int | None) -> str | None:
    return (
        f"{month}-{day:02d}"
        if month and len(month) == 7 and day and is_day(int(month[:4]), int(month[5:]), day)
        else month
    )


def day(m: Match, clock: Clock) -> Value:
    """Read 昨天 and the like: seen from the day that its message bears (5月24日消息，…今早), else the article's."""
    told = clock.here if clock.here and _SENT.match(clock.text, clock.last_end) else None
    today = Anchor.read(told) or clock.anchor
    return (today.days(DAYS[m["day"]]) if today else None), True


def same_day(m: Match, clock: Clock) -> Value:
    """Read 当天, 同日 and 次日: seen from the day named last."""
    if m["sd"][0] in "当同" and clock.text[m.start() - 1 : m.start()] in _EVENT:
        return None, True  # 财报公布当天: a day that nothing tells
    last = clock.last_day
    if clock.last and _MONTH.fullmatch(clock.last):
        return (clock.last if m["sd"][0] in "当同" else None), True  # 2月底……同日: of that month, whatever the day
    if last and m["sd"][0] in "次翌隔":
        return Anchor(*(int(part) for part in last.split("-"))).days(1), True
    return last, True


def ago(m: Match, clock: Clock) -> Value | None:
    """Read 三年前 and the like."""
    anchor, unit = clock.anchor, m["au"]
    if anchor is None or _ABOUT.match(m["ago"]):
        return None, True  # 五六年前
    if m["ago"] == "半":
        return (anchor.months(-6) if unit == "年" else anchor.weeks(-2)), True
    amount = number(m["ago"])
    if amount is None or amount > anchor.year - 1900:
        return None, True
    if unit == "年":
        return str(anchor.year - amount), True
    if unit[-1] == "月":
        return anchor.months(-amount), True
    return (anchor.days(-amount) if unit == "天" else anchor.weeks(-amount)), True


def later(m: Match, clock: Clock) -> Value:
    """Read 两天后 and the like: seen from the time named last, as far as that is told."""
    since, amount = Anchor.read(clock.last if "/" not in (clock.last or "/") else None), number(m["later"])
    if since is None or amount is None or m.start() - clock.last_end > _NEAR:
        return None, True
    if m["lu"] == "年":
        return (str(since.year + amount) if amount <= _FEW else None), True
    if m["lu"] == "个月":
        return (since.months(amount) if since.month else None), True
    return (since.days(amount * (1 if m["lu"] == "天" else 7)) if since.day else None), True


def weekday(m: Match, clock: Clock) -> Value:
    """Read 周四, 上周五 and the like; beside a day (周四（6月5日）, 6月5日周四) it is that day."""
    if clock.last and len(clock.last) == _DAY and _BESIDE.fullmatch(clock.text, clock.last_end, m.start()):
        return clock.last, True
    if clock.anchor is None:
        return None, True
    shift, day = None if m["wk"] in (None, "当") else SHIFTS[m["wk"]], _WEEKDAYS[m["wd"]]
    if named := _NAMED.match(clock.text, m.end()):
        month = int(named[1])
        return iso(clock.anchor.year_of_month(month, clock.future(m)), month, int(named[2])), True
    if shift is None and (_COMING.search(clock.text, 0, m.start()) or _WILL.match(clock.text, m.end())):
        return clock.anchor.coming(day), True
    return clock.anchor.weekday(shift, day), True


def years_around(m: Match, clock: Clock) -> Value | None:
    """Read 今明两年 and 今、明年, years in a row."""
    shifts = [YEARS[f"{each}年"] for each in m["yw"].replace("、", "")]
    if shifts != list(range(shifts[0], shifts[-1] + 1)):
        return None
    return (f"{clock.anchor.year + shifts[0]}/{clock.anchor.year + shifts[-1]}" if clock.anchor else None), True


def bare_day(m: Match, clock: Clock) -> Value | None:
    """Read 15日: of the month named before, or the last such day before the article."""
    day = int(m["bd"])
    if not 1 <= day <= 31:
        return None
    return clock.day_for(day), True
