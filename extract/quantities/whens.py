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

from . import calendars, relatives
from .anchors import SHIFTS, Anchor
from .clock import Clock, Match, Value, number
from .fiscal import Fiscal
from .timewords import TRIGGER, WHEN

_TILL_NOW = re.compile("以来|至今|迄今")
_YEAR = 4  # characters of a year


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
    fiscal = Fiscal(folded)
    found: list[When] = []
    for span in spans:
        clock.begin(span.start)
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
                value = _fiscally(fiscal, found, value, relative, m)
            if not (m["same"] or m["until"] or m["near"] or m["ry"] == "前一年"):
                clock.remember(value, relative, m, m.start() <= span.start + 2)
                clock.here_fiscal = bool(m["fy"] or m["fz"] or m["rf"])
                clock.told_fiscal(value if m["fy"] or m["fz"] else None, clock.future(m))
            found.append(When(Span(*m.span()), value, relative))
    return found


def _counted(clock: Clock, value: str, end: int, relative: bool) -> bool:
    """Tell whether a time is counted from the article: of years until now (2023年以来) only its own is."""
    if clock.anchor is None or len(value) != _YEAR or not _TILL_NOW.match(clock.text, end):
        return relative
    return int(value) == clock.anchor.year


def _fiscally(fiscal: Fiscal, found: list[When], value: str, relative: bool, m: Match) -> str:
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
    bare = not (calendars.is_yearly(m) or m["rq"] or m["same"])
    return fiscal.placed(value, relative and bare)


def _read(m: Match, clock: Clock) -> Value | None:
    """Return value and relativity of a match, or ``None`` where it is no time."""
    for group, reader in _READERS:
        if m[group] is not None:
            return reader(m, clock)
    return calendars.calendar(m, clock)


_READERS: tuple[tuple[str, Callable[[Match, Clock], Value | None]], ...] = (
    ("iy", calendars.written_out),
    ("fy", calendars.fiscal_year),
    ("fz", calendars.fiscal_year),
    ("rf", relatives.relative_fiscal),
    ("yc", lambda m, _clock: (f"{m['yc']}/{m['yc'][:2]}{m['yd']}", False) if m["yc"][2:] < m["yd"] else None),
    ("ys", calendars.listed_years),
    ("yw", relatives.years_around),
    ("ya", lambda m, _clock: (f"{m['ya']}/{m['yb']}", False) if m["ya"] < m["yb"] else None),
    ("qay", calendars.quarter_of_year),
    ("qaz", calendars.quarter_of_year),
    ("qby", calendars.quarter_of_year),
    ("qcy", calendars.quarter_of_year),
    ("hy", calendars.half_year),
    ("hay", calendars.half_year),
    ("same", relatives.same),
    ("whole", relatives.whole_year),
    ("rm", relatives.relative_month),
    ("bm", relatives.numbered_month),
    ("sm", relatives.same_month),
    ("sew", relatives.season),
    ("mp", relatives.part_of_month),
    ("day", relatives.day),
    ("sd", relatives.same_day),
    ("wd", relatives.weekday),
    ("week", lambda m, clock: (clock.anchor.weeks(SHIFTS[m["week"]]) if clock.anchor else None, True)),
    ("until", relatives.until),
    ("near", lambda _m, clock: (str(clock.anchor)[:7] if clock.anchor else None, True)),
    ("rq", relatives.relative_quarter),
    ("sq", lambda m, clock: (clock.same_quarter(m["sq"]), True)),
    ("ago", relatives.ago),
    ("later", relatives.later),
    ("ly", lambda m, _clock: (m["ly"], False)),
    ("ll", lambda m, _clock: (m["ll"], False)),
    ("lf", lambda m, _clock: (m["lf"], False)),
    ("bd", relatives.bare_day),
)
