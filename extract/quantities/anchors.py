"""The article's own date, and what 去年, 上月 or 周四 mean seen from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
YEARS = {"大前年": -3, "前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1, "来年": 1, "后年": 2}
_LONG_PAST = 8  # months gone by, after which a month is rather looked for in the next year
DAYS = {"前": -2, "昨": -1, "今": 0, "明": 1, "后": 2}
SHIFTS = {
    "上上": -2,
    "上": -1,
    "前": -1,
    "本": 0,
    "这": 0,
    "当前": 0,
    "": 0,
    "下": 1,
    "下下": 2,
    "最近": -1,
    "最新": -1,
}


@dataclass(frozen=True, slots=True)
class Anchor:
    """A publication date, as far as it is known."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def read(cls, text: str | None) -> Anchor | None:
        """Return the anchor of ``YYYY[-MM[-DD]]``; ``None`` for anything else."""
        found = _ISO.match(text or "")
        if found is None:
            return None
        year, month, day = (int(part) if part else None for part in found.groups())
        if year is None or not 1900 <= year <= 2200:
            return None
        if month is None or not 1 <= month <= 12:
            return cls(year)
        return cls(year, month, day) if is_day(year, month, day) else cls(year, month)

    def __str__(self) -> str:
        """Return the date in ISO form."""
        return iso(self.year, self.month, self.day)

    def months(self, shift: int) -> str | None:
        """Return the month *shift* months away; the year alone where no month is known and none is crossed."""
        if self.month is None:
            return None if shift else str(self.year)
        year, month = divmod(self.year * 12 + self.month - 1 + shift, 12)
        return iso(year, month + 1)

    def days(self, shift: int) -> str:
        """Return the day *shift* days away, or the month or year known where the day is not."""
        if self.month is None or self.day is None:
            return str(self)
        return (date(self.year, self.month, self.day) + timedelta(shift)).isoformat()

    def weeks(self, shift: int) -> str:
        """Return the month of the week *shift* weeks away."""
        return self.days(7 * shift)[:7]

    def weekday(self, shift: int | None, weekday: int) -> str:
        """Return a day of the week *shift* weeks away, or the last such day where *shift* is ``None``."""
        if self.month is None or self.day is None:
            return str(self)
        today = date(self.year, self.month, self.day)
        if shift is None:
            return self.days(-((today.weekday() - weekday) % 7))
        return self.days(7 * shift + weekday - today.weekday())

    def reports(self) -> bool:
        """Tell whether the anchor is in the weeks when the quarter before is reported."""
        return self.month is not None and (self.month % 3 == 1 or (self.month % 3 == 2 and (self.day or 31) <= 20))

    def coming(self, weekday: int) -> str:
        """Return the next such day of the week, the anchor's own among them."""
        if self.month is None or self.day is None:
            return str(self)
        return self.days((weekday - date(self.year, self.month, self.day).weekday()) % 7)

    def quarters(self, shift: int) -> str | None:
        """Return the quarter *shift* quarters away."""
        if self.month is None:
            return None
        year, quarter = divmod(self.year * 4 + (self.month - 1) // 3 + shift, 4)
        return f"{year}-Q{quarter + 1}"

    def year_of_month(self, month: int, future: bool, over: bool = False, coming: bool = False) -> int:
        """Return the year that a bare month is in: 12月 said in January is last year's, as is any that is *over*.

        What is to come in 1月, as December says, comes next year.
        """
        if self.month is not None and coming and self.month - month >= _LONG_PAST:
            return self.year + 1
        if self.month is None or future:
            return self.year
        return self.year - (month - self.month >= (1 if over else 5))

    def year_of_quarter(self, quarter: int, future: bool, coming: bool = False) -> int:
        """Return the year that a bare quarter is in: 四季度 said in May is last year's; it may be *coming*."""
        if self.month is not None and coming and self.month > _LONG_PAST and quarter == 1:
            return self.year + 1
        if self.month is None or future:
            return self.year
        return self.year - (quarter - (self.month - 1) // 3 - 1 >= 2)


def is_day(year: int, month: int, day: int | None) -> bool:
    """Tell whether there is such a day."""
    try:
        date(year, month, day or 0)
    except ValueError:
        return False
    return True


def iso(year: int, month: int | None = None, day: int | None = None) -> str:
    """Return a date in ISO form, as far as it is known."""
    parts = [f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part is not None)]
    return "-".join(parts)


def earlier(value: str) -> str:
    """Return the same time a year before, such as 2023-Q2 for 2024-Q2; of a range of days, its months."""
    if "/" in value:
        return "/".join(f"{int(part[:4]) - 1:04d}{part[4:7]}" for part in value.split("/"))
    return f"{int(value[:4]) - 1:04d}{value[4:]}"
