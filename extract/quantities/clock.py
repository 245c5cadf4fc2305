"""What reading times in text order remembers: the anchor, and the times named before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from .anchors import Anchor, is_day, iso
from .numerals import parse_number

Match: TypeAlias = re.Match[str]
Value: TypeAlias = tuple[str | None, bool]  # a time as ISO 8601 or as stated, and whether it was anchored

_THAN = frozenset("于比较与和同跟")  # words before a time that something is compared with
_DAY = 10  # characters of a date with its day
_QUARTER = re.compile(r"\d{4}-Q[1-4]")
_FISCAL = re.compile(r"\d{4}-\d\d/(\d{4})-(\d\d)-\d\d")  # the months up to the last day of a fiscal quarter
_PERIOD = re.compile(f"{_QUARTER.pattern}|{_FISCAL.pattern}")
_FUTURE = re.compile("将|预计|有望|可望|上看|计划|拟|预期|展望|指引|定[于在]|准备|可能|最[快早迟]|日期为")


def number(text: str | None) -> int | None:
    """Return a small number in either script; ``None`` for none."""
    return int(parse_number(text)) if text else None


def fiscal_quarter(year: int, quarter: int, last_month: int | None) -> str:
    """Return a fiscal quarter as stated, or the calendar quarter that ends with *last_month* where it is known.

    A fiscal year bears the number of the calendar year in which it ends.
    """
    if last_month is None or not 1 <= last_month <= 12:
        return f"{year}-Q{quarter}"
    end = last_month + 3 * (4 - quarter)
    return f"{year - (end > 12)}-Q{(last_month + 2) // 3}"


@dataclass(slots=True)
class Clock:
    """The anchor and the last time named: ``last`` in the document, ``here`` in this sentence.

    ``last_quarter`` is the last quarter named, ``told_quarter`` the last that is not only looked ahead to.
    """

    text: str
    anchor: Anchor | None
    last: str | None = None
    last_day: str | None = None
    last_quarter: str | None = None
    told_quarter: str | None = None
    here: str | None = None
    here_relative: bool = False
    here_fiscal: bool = False
    last_end: int = -9

    def begin(self) -> None:
        """Begin a sentence."""
        self.here = None

    def remember(self, value: str | None, relative: bool, m: Match, leads: bool) -> None:
        """Remember a time that was read; *leads* tells that its sentence begins with it.

        A bare year in mid-sentence is often some founding year, and says nothing of the months after it.
        """
        if value is None:
            return
        self.last, self.last_end = value, m.end()
        than = self.text[max(0, m.start() - 1) : m.start()] in _THAN
        if len(value) == _DAY:
            self.last_day = value
        elif _PERIOD.fullmatch(value) and not than:
            self.last_quarter = value
            if not _FUTURE.search(self.text, max(0, m.start() - 8), m.start()):
                self.told_quarter = value
        if than and self.here is not None:
            return  # 今年…，较2022年四季度…，二季度: what follows is of this year
        if leads or len(value) > 4 or self.anchor is None:
            self.here, self.here_relative = value, relative

    def last_year(self) -> int | None:
        """Return the year of the last time named."""
        return int(self.last[:4]) if self.last else None

    def year_for(self, m: re.Match[str], month: int | None, quarter: int | None) -> tuple[int | None, bool]:
        """Return the year of a bare month, quarter or part, and whether it was anchored.

        The year is that of the time before it in its sentence (no fiscal one), else it is seen from the anchor.
        """
        if self.here is not None and not self.here_fiscal:
            return int(self.here.rpartition("/")[2][:4]), self.here_relative
        if self.anchor is None:
            return None, True
        if self.last and m.start() - self.last_end <= 2:  # 去年（2024年）6月
            return int(self.last[:4]), self.here_relative
        future = self.future(m)
        if month is not None:
            return self.anchor.year_of_month(month, future), True
        if quarter is not None:
            return self.anchor.year_of_quarter(quarter, future), True
        return self.anchor.year, True

    def future(self, m: re.Match[str]) -> bool:
        """Tell whether the words around a match look ahead."""
        return _FUTURE.search(self.text, max(0, m.start() - 8), m.end() + 6) is not None

    def same_quarter(self, word: str) -> str | None:
        """Return the quarter meant by 该季度 or 当季; 当季 alone in its sentence is one whose figures are out."""
        if word[0] == "当" and not (self.here and _PERIOD.fullmatch(self.here)):
            return self.told_quarter or self.last_quarter
        return self.last_quarter

    @property
    def fiscal(self) -> str | None:
        """Return the months of the fiscal quarter that the document reports on."""
        return self.told_quarter if self.told_quarter and _FISCAL.fullmatch(self.told_quarter) else None

    def quarter_before(self) -> str | None:
        """Return the quarter before the one that this sentence names, or that a fiscal report is about."""
        now = self.here if self.here and _QUARTER.fullmatch(self.here) else self.fiscal
        if now is None:
            return None
        if found := _FISCAL.fullmatch(now):
            end = Anchor(int(found[1]), int(found[2]))
            return f"{end.months(-5)}/{end.months(-3)}"
        return Anchor(int(now[:4]), int(now[-1]) * 3).quarters(-1)

    def day_for(self, day: int) -> str | None:
        """Return a bare day: of this sentence's month, else the last such day before the anchor."""
        if self.here is not None and re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", self.here):
            return iso(int(self.here[:4]), int(self.here[5:7]), day)
        if self.anchor is None or self.anchor.month is None:
            return None
        month = str(self.anchor)[:7]
        if self.anchor.day is not None and day > self.anchor.day:
            month = self.anchor.months(-1) or month
        year, number_ = int(month[:4]), int(month[5:7])
        return iso(year, number_, day) if is_day(year, number_, day) else None
