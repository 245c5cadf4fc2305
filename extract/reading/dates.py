"""Publication dates as people write them, in the form that the rest works with."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_DIGITS = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)")
_PARTS = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:\s*[-/.年]\s*(?P<month>\d{1,2})(?!\d)(?:\s*[-/.月]\s*(?P<day>\d{1,2})(?!\d))?)?"
)


@lru_cache(maxsize=4096)  # articles of one day are many
def day_of(text: str | None) -> str | None:
    """Return ``2024-07-28``, ``2024-07`` or ``2024`` for a written date, ``None`` when there is none.

    Takes ISO dates and times, ``2024/7/28``, ``2024年7月28日``, ``2024.07`` and ``20240728``.
    """
    found = (_DIGITS.match(text.strip()) or _PARTS.match(text.strip())) if text else None
    return _checked(found) if found else None


def _checked(found: re.Match[str]) -> str | None:
    year, month, day = (int(found[name]) if found[name] else None for name in ("year", "month", "day"))
    try:
        date(year or 1, month or 1, day or 1)
    except ValueError:
        return None
    return "-".join(f"{part:02d}" for part in (year, month, day) if part is not None)
