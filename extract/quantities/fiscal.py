"""Fiscal quarters in the calendar: 截至7月28日的第二季度.

A fiscal quarter bears a number that says little of its months. Where a text tells the day on which it
ended, it is the months up to that day, there and wherever else the text names the quarter. Where no
text tells it, the quarter is called as the text calls it, like a fiscal year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.model import Span

from .anchors import Anchor, iso

_LED = re.compile(r"截[至止]\s?$")
_BETWEEN = re.compile(r"\s?(?:止|为止)?\s?的?[^，。；、\d]{0,6}$")
_BRACKETED = re.compile(r"\s?[（(，]\s?(?:即|该季度)?截[至止]\s?$")
_QUARTER = re.compile(r"\d{4}-Q[1-4]")
_DAY = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")  # or the month
_LAST = re.compile(r"\d{4}-(?:0[369]|12|03-31|06-30|09-30|12-31)")
_UNNUMBERED = re.compile(r"\s?(?:止|为止)?\s?的?(?:上一?个?|该|本|这一?个?|最近一?个?)?(?:季度|财季|三个月|3\s?个月)")
_TO = r"\s?(?:止|为止)?\s?的?(?:该|上一?个?|本|整个)?"
_FISCAL_YEAR = re.compile(_TO + "(?:财[政务]?年度?|会计年度|年度|全年)(?!第|[一二三四])")
_HALVES = {"06": 1, "12": 2}
_HALF = re.compile(_TO + r"(?:中期|半年|六个月|6\s?个月)")
_NINE = re.compile(_TO + r"(?:九个月|9\s?个月)")
_ENDS = {"03-31", "06-30", "09-30", "12-31", "03", "06", "09", "12"}  # of calendar quarters


def months_to(day: str) -> str:
    """Return the quarter that ends on a day or with a month: a calendar quarter, or three months as a range."""
    year, month = int(day[:4]), int(day[5:7])
    if day[5:] in _ENDS:
        return f"{year}-Q{month // 3}"
    return f"{Anchor(year, month).months(-2) or iso(year, month)}/{day}"


@dataclass(slots=True)
class Fiscal:
    """What a text has told of the ends of its quarters."""

    text: str
    ends: dict[str, str] = field(default_factory=dict)

    def placed(self, value: str, relative: bool) -> str:
        """Return the months of a quarter whose end was told, else the quarter as it is."""
        return self.ends.get(value) or (self.ends.get(value[4:]) if relative else None) or value

    def told_before(self, day: str | None, span: Span, quarter: str, start: int) -> str | None:
        """Learn from a day and a quarter after it (截至7月28日的第二季度); return the quarter's months."""
        if day is None or not _DAY.fullmatch(day) or not _QUARTER.fullmatch(quarter):
            return None
        if not _LED.search(self.text, max(0, span.start - 3), span.start) or not _BETWEEN.match(
            self.text[span.end : start]
        ):
            return None
        return self.learn(quarter, months_to(day))

    def told_after(self, quarter: str | None, end: int, day: str, start: int) -> str | None:
        """Learn from a quarter and a day behind it (第二季度（截至7月28日）); return the quarter's months."""
        if quarter is None or not _QUARTER.fullmatch(quarter) or not _DAY.fullmatch(day):
            return None
        return self.learn(quarter, months_to(day)) if _BRACKETED.match(self.text[end:start]) else None

    def ended(self, value: str, start: int, end: int) -> str | None:
        """Return the time called by its last month or day: 截至3月31日的季度, 截至6月的三个月, 截至3月31日止年度."""
        if not _DAY.fullmatch(value) or not _LED.search(self.text, max(0, start - 3), start):
            return None
        if _FISCAL_YEAR.match(self.text, end):
            return value[:4]
        if not _LAST.fullmatch(value):
            return None
        if value[5:7] in _HALVES and _HALF.match(self.text, end):
            return f"{value[:4]}-H{_HALVES[value[5:7]]}"
        if value[5:7] == "09" and _NINE.match(self.text, end):
            return f"{value[:4]}-Q1/{value[:4]}-Q3"
        return f"{value[:4]}-Q{int(value[5:7]) // 3}" if _UNNUMBERED.match(self.text, end) else None

    def learn(self, quarter: str, months: str) -> str:
        """Remember the months of a fiscal quarter, and return them."""
        self.ends[quarter] = self.ends[quarter[4:]] = months
        return months
