"""What reading times in text order remembers: the anchor, and the times named before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from .anchors import Anchor, is_day, iso
from .numerals import parse_number

Match: TypeAlias = re.Match[str]
Value: TypeAlias = tuple[str | None, bool]  # a time as ISO 8601 or as stated, and whether it was anchored

_THAN = frozenset("于比较与和同跟继")  # words before a time that something is compared with
_UP_TO = ("截至", "截止")  # before a month or day that is over
_YEAR = re.compile(r"\d{4}")
_AMONG = re.compile("[*—–-]*(?:其|当)中")
_NEAR = 60  # characters behind a year within which a part of it is told of
_LAST = 4  # quarter of a year
_DAY = 10  # characters of a date with its day
_QUARTER = re.compile(r"\d{4}-Q[1-4]")
_FISCAL = re.compile(r"\d{4}-\d\d/(\d{4})-(\d\d)(?:-\d\d)?")  # the months up to the end of a fiscal quarter
_PERIOD = re.compile(f"{_QUARTER.pattern}|{_FISCAL.pattern}")
_FUTURE = re.compile("将|预计|有望|可望|上看|计划|拟|预期|展望|指引|定[于在]|准备|可能|最[快早迟]|日期为|要[在于]")
_COMING = re.compile(
    "(?:将|预[计期定]|计划|有望|可望|拟|[推延]迟)(?:会|要|在|于|至|到)*$"
)  # right before a time to come

# A year only of a founding sets none: 2019年成立的云川，6月…
_FOUNDED = re.compile("[^，。；]{0,8}(?:成立|创[立办]|诞生|孵化)[^，。；]{0,3}的")
_CALLED = re.compile(r"\d{4}(?:-Q\d)?")
_BESIDE = re.compile("[（( ）)的]{0,2}")
# A time in which a sentence or a clause is set: 2019年，…; 在2019年7月，…; 回到2019年.
_LEADS = re.compile("(?:^|[，。；！？\\n])[在于到]?$|(?:回到|时间来到|从|早在)$")
# A month later than the article's in which something has come about: 11月发布了A, told in October.
_GONE = re.compile(
    "[，,]?(?![^，。；！？]*(?:将|预计|计划))[^，。；！？]{0,16}?"
    "(?:发布|推出|上线|完成|宣布|成立|收购|开源|举行|获得|登陆|签署)了"
)


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

    ``leading`` is a year before the article's in which this sentence is set, ``led`` that of the sentence before.
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
    leading: str | None = None
    led: str | None = None
    fiscal_year: int | None = None
    fiscal_ahead: bool = False  # whether that year is only looked ahead to
    start: int = 0

    def begin(self, start: int) -> None:
        """Begin a sentence at *start*; a story of an earlier year goes on over those of its paragraph with no time."""
        goes_on = self.led is not None and (self.here or self.led)[:4] == self.led[:4]
        same = self.led if goes_on and self.text[start - 1 : start] != "\n" else None
        self.led, self.leading = self.leading or same, None
        self.here, self.start = None, start

    def remember(self, value: str | None, relative: bool, m: Match, leads: bool) -> None:
        """Remember a time that was read; *leads* tells that its sentence begins with it.

        A bare year in mid-sentence is often some founding year, and says nothing of the months after it.
        """
        if value is None:
            return
        self.last, self.last_end = value, m.end()
        than = self.text[max(0, m.start() - 1) : m.start()] in _THAN
        if len(value) == _DAY:
            if not self._ends(m):  # 当天 is no day on which accounts end
                self.last_day = value
        elif _PERIOD.fullmatch(value) and not than and not (m["rq"] or "").startswith("上"):
            self.last_quarter = value
            if not _FUTURE.search(self.text, max(0, m.start() - 8), m.start()):
                self.told_quarter = value
        if than and self.here is not None:
            return  # 今年…，较2022年四季度…，二季度: what follows is of this year
        if (m["rq"] or "").startswith("上") and self.here is not None and _PERIOD.fullmatch(self.here):
            return  # 第三季A，上季B，去年同期C
        if not than and _LEADS.search(self.text, max(0, m.start() - 3), m.start()) and not relative:
            self.leading = value if self.anchor is None or int(value[:4]) < self.anchor.year else None
        leads = leads and not than and not _FOUNDED.match(self.text, m.end())
        if leads or len(value) > 4 or self.anchor is None:
            self.here, self.here_relative = value, relative

    def told_fiscal(self, value: str | None, ahead: bool) -> None:
        """Remember the fiscal year of a time: 2025财年第二财季…，第三财季."""
        if value is not None and _CALLED.fullmatch(value):
            self.fiscal_year, self.fiscal_ahead = int(value[:4]), ahead

    def last_year(self) -> int | None:
        """Return the year of the last time named."""
        return int(self.last[:4]) if self.last else None

    def year_for(self, m: re.Match[str], month: int | None, quarter: int | None) -> tuple[int | None, bool]:
        """Return the year of a bare month, quarter or part, and whether it was anchored.

        The year is that of the time before it in its sentence (no fiscal one), else it is seen from the anchor.
        """
        if self.here is not None and not self.here_fiscal:
            return int(self.here.rpartition("/")[2][:4]), self.here_relative
        if quarter is not None and self.fiscal_year and (self._is_fiscal() or "财" in m[0]):
            return self.fiscal_year - (
                self.fiscal_ahead and quarter == _LAST
            ), True  # 预计2026财年…，第四财季 was 2025's
        if self.anchor is None:
            return None, True
        if self.last and _BESIDE.fullmatch(self.text, self.last_end, m.start()):  # 去年（2024年）6月
            return int(self.last[:4]), self.here_relative
        future = self.future(m)
        coming = future and _COMING.search(self.text, max(0, m.start() - 8), m.start()) is not None
        if self.led is not None and not future and m["p2"] and m["p2"] != "年内":
            return int(self.led[:4]), True
        if month is not None and not future and self._goes_on(m, month):
            return int((self.led or "")[:4]), False
        if month is not None:
            over = not future and (self._ends(m) or _GONE.match(self.text, m.end()) is not None)
            return self.anchor.year_of_month(month, future, over, coming), True
        if quarter is not None:
            return self.anchor.year_of_quarter(quarter, future, coming), True
        return self.anchor.year, True

    def _is_fiscal(self) -> bool:
        """Tell whether a bare quarter is fiscal: beside one that is, or where one is over that lies ahead otherwise."""
        if self.here_fiscal and self.here:
            return True
        now = self.anchor
        return (
            now is not None and not self.fiscal_ahead and self.fiscal_year is not None and self.fiscal_year > now.year
        )

    def year_told(self, m: Match, year: int | None, last_month: int | None) -> int | None:
        """Return the year of a part of a year: the one told just before, behind 其中 or if it is not over this year."""
        told = self.last if self.last and m.start() - self.last_end <= _NEAR else None
        if self.here is not None or last_month is None or told is None or not _YEAR.fullmatch(told) or self.future(m):
            return year
        if _AMONG.match(self.text, self.start):
            return int(told)
        now = self.anchor
        if now is None or now.month is None or year != now.year or int(told) != year - 1:
            return year
        return int(told) if last_month >= now.month else year

    def _goes_on(self, m: Match, month: int) -> bool:
        """Tell whether a month goes on with the story of the sentence before: 2023年2月，…。3月，…."""
        told = self.led is not None and len(self.led) > 4 and self.led[5:7].isdigit() and month >= int(self.led[5:7])
        return told and _LEADS.search(self.text, max(0, m.start() - 3), m.start()) is not None

    def _ends(self, m: Match) -> bool:
        """Tell whether a time is that up to which something is told: 截至4月27日."""
        return self.text[max(0, m.start() - 2) : m.start()] in _UP_TO

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
