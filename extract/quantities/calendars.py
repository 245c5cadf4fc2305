"""Times that the calendar names: a year, a part of one, a month, a day, a quarter or a fiscal year."""

from __future__ import annotations

from collections.abc import Callable

from .anchors import YEARS, iso
from .clock import Clock, Match, Value, fiscal_quarter, number

_REPUBLIC = 1911  # years from ours to those of the Republic of China
_NEAR = 120  # characters from a year to the 当年 that means it
_AFTER = {"次": 1, "翌": 1, "隔": 1, "前": -1}  # years after the one named last
_LAST_MONTH = {"上半年": 6, "下半年": 12}
_QUARTERS = {"首": 1, "次": 2, "末": 4}


def calendar(m: Match, clock: Clock) -> Value | None:
    """Read a year, a part of one, or a bare month, quarter or half."""
    year, relative = _year(m, clock)

    def rest(name: str) -> str | None:
        return m[f"{name}1"] or m[f"{name}2"]

    summed = number(rest("u") or m["u3"])
    if not is_yearly(m):
        of_year = number(rest("q") or m["q3"] or rest("l"))
        year, relative = clock.year_for(m, number(rest("m")) or summed, of_year)
        year = clock.year_told(m, year, of_year * 3 if of_year else _LAST_MONTH.get(rest("h") or ""))
    if rest("m"):
        return _month(year, relative, rest)
    if year is None:
        return None, relative
    if summed:
        return (_months(year, 1, summed), relative) if summed <= 12 else None
    if clock.last and clock.text.startswith("同期", m.end()):
        return f"{year}{clock.last[4:]}" if "/" not in clock.last else str(year), relative  # 今年同期
    if quarter := rest("f") or rest("q") or m["q3"] or rest("l"):
        first = _QUARTERS.get(quarter[0]) or number(quarter) or 1
        return _quarters(year, first, number(rest("qt") or rest("lt")) or first), relative
    if half := rest("h"):
        return f"{year}-{_half(half, clock.text[m.end() : m.end() + 1])}", relative
    if rest("n"):
        return f"{year}-Q1/{year}-Q3", relative
    part = rest("p") or ""
    return (f"{year}-12" if part[-1:] in ("底", "末", "尾") else str(year)), relative


def _half(half: str, after: str) -> str:
    """Return a half of a year, or the month in which it ends: 上半年末."""
    first = half[0] == "上" or half[-1] == "1"
    if after in ("末", "底"):
        return "06" if first else "12"
    return "H1" if first else "H2"


def is_yearly(m: Match) -> bool:
    """Tell whether a match names a year."""
    return any(m[name] for name in ("y", "cy", "ry", "sy", "my", "mb", "by"))


def _month(year: int | None, relative: bool, rest: Callable[[str], str | None]) -> Value | None:
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


def _quarters(year: int, first: int, last: int) -> str:
    """Return a quarter, or the quarters from one to another: a half year or a year, if they are one."""
    if last <= first:
        return f"{year}-Q{first}"
    if last - first == 3:
        return str(year)
    if first % 2 and last == first + 1:
        return f"{year}-H{last // 2}"
    return f"{year}-Q{first}/{year}-Q{last}"


def _year(m: Match, clock: Clock) -> tuple[int | None, bool]:
    """Return the year that a match names, and whether it was anchored."""
    if m["y"]:
        return int(m["y"]), False
    if m["cy"]:
        return number(m["cy"]), False
    if m["sy"]:
        return 2000 + int(m["sy"]), False
    if republic := m["my"] or m["mb"] or m["by"]:
        return int(republic) + (_REPUBLIC if len(republic) < 4 else 0), False
    if m["ry"] in YEARS:
        return (clock.anchor.year + YEARS[m["ry"]] if clock.anchor else None), True
    if m["ry"]:  # 同年, 次年, 前一年: seen from the last time named
        last = clock.last_year() if m["ry"] != "当年" or m.start() - clock.last_end <= _NEAR else None
        return (None if last is None else last + _AFTER.get(m["ry"][0], 0)), True
    return None, True


def half_year(m: Match, _clock: Clock) -> Value:
    """Read 2024H1, 24H1 and 1H24."""
    year = int(m["hy"] or m["hay"])
    return f"{year + 2000 if year < 100 else year}-H{m['hh'] or m['ha']}", False


def fiscal_year(m: Match, _clock: Clock) -> Value:
    """Read a fiscal year or its quarter; with the quarter's months beside it, as a calendar quarter."""
    year = int((m["fy"] or m["fz"])[-2:])  # 2024/25财年 is called by its end
    year += int((m["fy"] or m["fz"])[:2]) * 100 if len(m["fy"] or m["fz"]) > 2 else 2000
    quarter = number(m["fq"] or m["fl"] or m["fzq"])
    if quarter is None:
        return str(year), False
    return fiscal_quarter(year, quarter, number(m["fb"])), False


def written_out(m: Match, _clock: Clock) -> Value | None:
    """Read 2024-06-05, 2024/6 and the like; 2024.6 alone may be a number and is left."""
    month, day = int(m["im"]), number(m["id"])
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31) or (day is None and m["sep"] == "."):
        return None
    return iso(int(m["iy"]), month, day), False


def listed_years(m: Match, _clock: Clock) -> Value | None:
    """Read 2025/2026年 and 2025/26/27年, years in a row."""
    first, *others = m["ys"].split("/")
    years = [int(first), *(int(first[:2] + other[-2:]) for other in others)]
    return (f"{first}/{years[-1]}", False) if years == list(range(years[0], years[-1] + 1)) else None


def quarter_of_year(m: Match, _clock: Clock) -> Value:
    """Read Q2 2024, 2024Q2 and the like."""
    year = int(m["qay"] or m["qaz"] or m["qby"] or m["qcy"])
    return f"{year + 2000 if year < 100 else year}-Q{m['qa'] or m['qb'] or m['qc']}", False
