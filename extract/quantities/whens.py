"""Find time expressions and say which time they mean.

Absolute ones (2024年6月5日, Q2 2024, 二〇二四年) have a value of their own. Relative ones are
anchored on the article's date; a bare month or quarter takes the year of the time before it in its
sentence. A range such as 2016至2019年 has the value ``2016/2019``; a half year is ``2024-H1``;
quarters of a fiscal year are given as stated, unless the text tells their months (``fiscal.py``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from extract.model import Span, When

from .anchors import DAYS, SHIFTS, YEARS, Anchor, earlier, iso
from .clock import Clock, fiscal_quarter, number
from .fiscal import Fiscal
from .timewords import TRIGGER, WHEN

_Match = re.Match[str]
_WEEKDAYS = {c: min(i, 6) for i, c in enumerate("一二三四五六日")} | {"天": 6, "末": 5}
_MONTH = re.compile(r"\d{4}-\d\d")
_EVENT = frozenset("布会市盘束讲议开报后幕演")  # ends of what a day may be named after
_TILL_NOW = re.compile("以来|至今|迄今")
_YEARLY = re.compile(r"\d{4}(?:-[QH]\d)?")
_GUIDED = re.compile("[上下]调|调[高低]|维持|重申")
_SOON = 3  # the month until which 全年 is the year before
_YEAR = 4  # characters of a year
_AFTER = {"次": 1, "翌": 1, "前": -1}  # years after the one named last
_Value = tuple[str | None, bool]


def find_whens(folded: str, spans: Sequence[Span], anchor: str | None) -> list[When]:
    """
    Find the time expressions of a text.

    Args:
        folded: The clean text in Simplified characters.
        spans: The stretches to search, usually its sentences; no expression crosses their borders.
        anchor: The publication date, ``YYYY[-MM[-DD]]``, or ``None``: then relative times have no value.

    Returns:
        The expressions in text order; none overlap.
    """
    clock = Clock(folded, Anchor.read(anchor))
    fiscal = Fiscal(folded, clock.anchor)
    found: list[When] = []
    for span in spans:
        clock.begin()
        at = span.start
        while (trigger := TRIGGER.search(folded, at, span.end)) is not None:
            m = WHEN.match(folded, trigger.start(), span.end)
            at = m.end() if m else trigger.end() if trigger[0].isdigit() else trigger.start() + 1
            read = _read(m, clock) if m else None
            if m is None or read is None:
                continue
            value, relative = read
            if value is not None:
                relative = _counted(clock, value, m.end(), relative)
                value = _fiscally(fiscal, found, clock.here, value, relative, m)
            if m["same"] is None and m["ry"] != "前一年":
                clock.remember(value, relative, m.start() <= span.start + 2, m.span())
                clock.here_fiscal = bool(m["fy"] or m["fz"] or m["rf"])
            found.append(When(Span(*m.span()), value, relative))
    return found


def _counted(clock: Clock, value: str, end: int, relative: bool) -> bool:
    """Tell whether a time is counted from the article: of years until now (2023年以来) only its own is."""
    if clock.anchor is None or len(value) != _YEAR or not _TILL_NOW.match(clock.text, end):
        return relative
    return int(value) == clock.anchor.year


def _fiscally(fiscal: Fiscal, found: list[When], day: str | None, value: str, relative: bool, m: _Match) -> str:
    """Return a time with a quarter placed where the text says that it ended; the quarter before may be placed too."""
    last = found[-1] if found else None
    if last is not None:
        if months := fiscal.told_before(last.value, last.span, value, m.start()):
            return months
        if months := fiscal.told_after(last.value, last.span.end, value, m.start()):
            found[-1] = replace(last, value=months)
    if quarter := fiscal.ended(value, *m.span()):
        return quarter
    if m["fb"]:
        return fiscal.learn(f"{m['fy']}-Q{number(m['fq'] or m['fl'])}", value)
    if ended := fiscal.reported(value, *m.span(), day):
        return ended
    bare = not (m["y"] or m["cy"] or m["ry"] or m["sy"] or m["rq"] or m["same"])
    return fiscal.placed(value, relative and bare)


def _read(m: _Match, clock: Clock) -> _Value | None:
    """Return value and relativity of a match, or ``None`` where it is no time."""
    for group, reader in _READERS:
        if m[group] is not None:
            return reader(m, clock)
    return _calendar(m, clock)


def _calendar(m: _Match, clock: Clock) -> _Value | None:
    """Read a year, a part of one, or a bare month, quarter or half."""
    year, relative = _year(m, clock)
    named = m["y"] or m["cy"] or m["ry"] or m["sy"]

    def rest(name: str) -> str | None:
        return m[f"{name}1"] or m[f"{name}2"]

    if not named:
        year, relative = clock.year_for(m, number(rest("m") or rest("u")), number(rest("q") or m["q3"] or rest("l")))
    if rest("m"):
        return _month(year, relative, rest)
    if year is None:
        return None, relative
    if months := number(rest("u")):
        return (_months(year, 1, months), relative) if months <= 12 else None
    if clock.last and clock.text.startswith("同期", m.end()):
        return f"{year}{clock.last[4:]}" if "/" not in clock.last else str(year), relative  # 今年同期
    if quarter := rest("f") or rest("q") or m["q3"] or rest("l"):
        return f"{year}-Q{1 if rest('f') else number(quarter)}", relative
    if half := rest("h"):
        return f"{year}-H{1 if half[0] == '上' or half[-1] == '1' else 2}", relative
    if rest("n"):
        return f"{year}-Q1/{year}-Q3", relative
    part = rest("p") or ""
    return (f"{year}-12" if part[-1:] in ("底", "末") else str(year)), relative


def _month(year: int | None, relative: bool, rest: Callable[[str], str | None]) -> _Value | None:
    """Read a month, a day in it, or a range of either."""
    month, day = number(rest("m")), number(rest("d"))
    to_month, to_day = number(rest("mt")), number(rest("ed"))
    if not 1 <= (month or 0) <= 12 or (day is not None and not 1 <= day <= 31) or (to_month or 1) > 12:
        return None
    if year is None:
        return None, relative
    if rest("mq"):
        return f"{year}-Q{((month or 1) + 2) // 3}", relative
    first = iso(year, month, day)
    if to_month is not None:
        return _months(year, month or 1, to_month), relative
    if to_day is not None:
        return f"{first}/{iso(year, number(rest('em')) or month, to_day)}", relative
    return first, relative


def _months(year: int, first: int, last: int) -> str:
    """Return the months from one to another: a quarter, if they are one."""
    if first % 3 == 1 and last == first + 2:
        return f"{year}-Q{last // 3}"
    return f"{iso(year, first)}/{iso(year, last)}"


def _year(m: _Match, clock: Clock) -> tuple[int | None, bool]:
    """Return the year that a match names, and whether it was anchored."""
    if m["y"]:
        return int(m["y"]), False
    if m["cy"]:
        return number(m["cy"]), False
    if m["sy"]:
        return 2000 + int(m["sy"]), False
    if m["ry"] in YEARS:
        return (clock.anchor.year + YEARS[m["ry"]] if clock.anchor else None), True
    if m["ry"]:  # 同年, 次年, 前一年: seen from the last time named
        last = clock.last_year()
        return (None if last is None else last + _AFTER.get(m["ry"][0], 0)), True
    return None, True


def _fiscal(m: _Match, _clock: Clock) -> _Value:
    """Read a fiscal year or its quarter; with the quarter's months beside it, as a calendar quarter."""
    year = int(m["fy"] or m["fz"])
    year += 2000 if year < 100 else 0
    quarter = number(m["fq"] or m["fl"] or m["fzq"])
    if quarter is None:
        return str(year), False
    return fiscal_quarter(year, quarter, number(m["fb"])), False


def _relative_fiscal(m: _Match, clock: Clock) -> _Value:
    shift = SHIFTS[m["rf"].rstrip("一个")]
    return (str(clock.anchor.year + shift) if clock.anchor else None), True


def _iso(m: _Match, _clock: Clock) -> _Value | None:
    """Read 2024-06-05, 2024/6 and the like; 2024.6 alone may be a number and is left."""
    month, day = int(m["im"]), number(m["id"])
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31) or (day is None and m["sep"] == "."):
        return None
    return iso(int(m["iy"]), month, day), False


def _quarter_of_year(m: _Match, _clock: Clock) -> _Value:
    year = int(m["qay"] or m["qby"] or m["qcy"])
    return f"{year + 2000 if year < 100 else year}-Q{m['qa'] or m['qb'] or m['qc']}", False


def _same(m: _Match, clock: Clock) -> _Value | None:
    """Read 去年同期: the last time named, a year before; a bare 同期 only with such a time."""
    if m["same"] == "同期":
        return (clock.last, True) if clock.last else None
    if clock.last is not None:
        return earlier(clock.last), True
    return (str(clock.anchor.year - 1) if clock.anchor else None), True


def _whole_year(m: _Match, clock: Clock) -> _Value | None:
    """
    Read 全年 without a year: that of the period before it in its sentence, the one foreseen, or the last one.

    The last one only soon after its end, in an article that has spoken of no other year: it may report on that.
    """
    if clock.here is not None and _YEARLY.fullmatch(clock.here):
        return clock.here[:4], clock.here_relative
    if clock.anchor is None or clock.anchor.month is None or clock.last_quarter is not None or clock.here_fiscal:
        return None
    if clock.last_year() not in (None, clock.anchor.year):
        return None
    if clock.future(m) or _GUIDED.search(clock.text, max(0, m.start() - 6), m.start()):
        return str(clock.anchor.year), True
    return (str(clock.anchor.year - 1), True) if clock.anchor.month <= _SOON else None


def _relative_month(m: _Match, clock: Clock) -> _Value:
    month = clock.anchor.months(SHIFTS[m["rm"]]) if clock.anchor else None
    day = number(m["rd"])
    return (f"{month}-{day:02d}" if month and len(month) == 7 and day else month), True


def _relative_quarter(m: _Match, clock: Clock) -> _Value:
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


def _same_month(m: _Match, clock: Clock) -> _Value:
    last = clock.last if clock.last and len(clock.last) >= 7 and clock.last[5].isdigit() else None
    if last and m["sm"] == "次月":
        return Anchor(int(last[:4]), int(last[5:7])).months(1), True
    return (last[:7] if last else None), True


def _same_day(m: _Match, clock: Clock) -> _Value:
    if m["sd"][0] in "当同" and clock.text[m.start() - 1 : m.start()] in _EVENT:
        return None, True  # 财报公布当天: a day that nothing tells
    last = clock.last_day
    if clock.last and _MONTH.fullmatch(clock.last):
        return (clock.last if m["sd"][0] in "当同" else None), True  # 2月底……同日: of that month, whatever the day
    if last and m["sd"][0] in "次翌":
        return Anchor(*(int(part) for part in last.split("-"))).days(1), True
    return last, True


def _ago(m: _Match, clock: Clock) -> _Value | None:
    """Read 三年前 and the like."""
    anchor, amount = clock.anchor, number(m["ago"])
    if anchor is None or amount is None or amount > anchor.year - 1900:
        return None, True
    unit = m["au"]
    if unit == "年":
        return str(anchor.year - amount), True
    if unit == "个月":
        return anchor.months(-amount), True
    return (anchor.days(-amount) if unit == "天" else anchor.weeks(-amount)), True


def _weekday(m: _Match, clock: Clock) -> _Value:
    shift = None if m["wk"] in (None, "当") else SHIFTS[m["wk"]]
    return (clock.anchor.weekday(shift, _WEEKDAYS[m["wd"]]) if clock.anchor else None), True


def _bare_day(m: _Match, clock: Clock) -> _Value | None:
    """Read 15日: of the month named before, or the last such day before the article."""
    day = int(m["bd"])
    if not 1 <= day <= 31:
        return None
    return clock.day_for(day), True


_READERS: tuple[tuple[str, Callable[[_Match, Clock], _Value | None]], ...] = (
    ("iy", _iso),
    ("fy", _fiscal),
    ("fz", _fiscal),
    ("rf", _relative_fiscal),
    ("ya", lambda m, _clock: (f"{m['ya']}/{m['yb']}", False) if m["ya"] < m["yb"] else None),
    ("qay", _quarter_of_year),
    ("qby", _quarter_of_year),
    ("qcy", _quarter_of_year),
    ("hy", lambda m, _clock: (f"{m['hy']}-H{m['hh']}", False)),
    ("same", _same),
    ("whole", _whole_year),
    ("rm", _relative_month),
    ("sm", _same_month),
    ("day", lambda m, clock: (clock.anchor.days(DAYS[m["day"]]) if clock.anchor else None, True)),
    ("sd", _same_day),
    ("wd", _weekday),
    ("week", lambda m, clock: (clock.anchor.weeks(SHIFTS[m["week"]]) if clock.anchor else None, True)),
    ("until", lambda _m, clock: (str(clock.anchor)[:7] if clock.anchor else None, True)),
    ("near", lambda _m, clock: (str(clock.anchor)[:7] if clock.anchor else None, True)),
    ("rq", _relative_quarter),
    ("sq", lambda _m, clock: (clock.last_quarter, True)),
    ("ago", _ago),
    ("ly", lambda m, _clock: (m["ly"], False)),
    ("ll", lambda m, _clock: (m["ll"], False)),
    ("lf", lambda m, _clock: (m["lf"], False)),
    ("bd", _bare_day),
)
