"""Read one number with its unit, and the range that two of them make."""

from __future__ import annotations

import re
from decimal import Decimal

from extract.model import Span

from .bounds import INNER
from .drafts import Draft
from .numerals import LATIN, NUMBER, read_numeral, scale_of
from .ratios import read_part
from .units import Units

_NUMBER = re.compile(NUMBER)
_RANGE = re.compile(r"\s?(?:--?|–|—|~|～|〜|至|到|或者?|甚至|乃至|、|和|与)\s?(?:约|超过|是|上看)?")
_HALF = re.compile("个半(小时|钟头|月|星期)")
_HALF_UNITS = {"小时": "h", "钟头": "h", "月": "月", "星期": "周"}
_MONEY_SCALE = re.compile(r"\s?([kKmMbBtT])(?![A-Za-z])")
_SCALES = frozenset("百千万亿兆")
_SIGN = re.compile(r"(?<![A-Za-z\d年月日元亿万%％\-])[-−]$|(?<![抱肩胜担])负$")
_CHANGE = re.compile(
    r"(?:从|由|缩水|[下上][跌涨升降调滑]|[增加减缩][长加少水至]|扩大|提[高升]|[升降跌涨增减])了?\s?(?:约|近|超过?)?\s?$"
)
_RATE, _RATE_FAR = re.compile("(?:占|比例|比重|份额|率)[^，。；]*$"), 20  # what rises by 1 % to 3 % of something
_SPREAD = ("之间", "不等", "区间")
_LATIN_TAIL = re.compile("[A-Za-z]$")


def read_amount(text: str, start: int, end: int, low: int, high: int, units: Units) -> Draft | None:
    """Read the number at *start* to *end*, with the number after it where both make a range."""
    first = _one(text, start, end, low, high, units)
    second = _second(text, first, high, units)
    if second is not None:
        _join(first, second)
    return first


def _one(text: str, start: int, end: int, low: int, high: int, units: Units) -> Draft:
    """Read one number with the unit before or behind it."""
    written = text[start:end]
    numeral = read_numeral(written)
    if end < high and text[end] in "分个成折/":
        part = read_part(text, Span(start, end), numeral, low, high)
        if part is not None:
            return part
    draft = Draft(start, end, end, numeral.value, numeral.high, vague=numeral.vague, scale=scale_of(written))
    draft.scaled = draft.scale > 1 or not _SCALES.isdisjoint(written)
    if "多" in written or "余" in written:
        draft.bound = "over"
    before = units.currency_before(text, start, low)
    if before is not None:
        _take_currency(draft, before[0].code, before[1], text, high)
    _take_sign(draft, text, low)
    _take_unit(draft, text, high, units)
    return draft


def _take_sign(draft: Draft, text: str, low: int) -> None:
    """Take in a minus sign, which a dash of a range or of a name is not."""
    start = draft.start
    if start > low and text[start - 1] in "-−负" and _SIGN.search(text, max(low, start - 2), start):
        draft.value, draft.start = -draft.value, start - 1


def _take_currency(draft: Draft, code: str, begin: int, text: str, high: int) -> None:
    """Take in a currency that stands before the number, and a scale such as the M of $5 M."""
    draft.start, draft.unit, draft.kind = begin, code, "money"
    scale = None if draft.scaled else _MONEY_SCALE.match(text, draft.end, high)
    if scale:
        draft.scale, draft.scaled = LATIN[scale[1].lower()], True
        draft.value *= draft.scale
        draft.end = draft.unit_end = scale.end()


def _take_unit(draft: Draft, text: str, high: int, units: Units) -> None:
    """Take in what follows the number: 多, 个半, its unit, 半, and the noun counted."""
    half = _HALF.match(text, draft.end, high)
    if half:
        draft.value += Decimal("0.5")
        draft.unit, draft.kind, draft.end = _HALF_UNITS[half[1]], "time", half.end()
        draft.unit_end = draft.end
        return
    at = _inner(draft, text, high, units)
    unit = units.at(text, at, high)
    if unit is None or (draft.kind == "money" and unit.kind != "money"):
        return
    end = at + len(unit.surface)
    if draft.kind != "money":
        draft.unit, draft.kind, draft.factor = unit.code, unit.kind, unit.factor
    if unit.kind in ("measure", "noun"):
        draft.end = units.noun_at(text, end, high) if unit.kind == "measure" else end
        draft.counted = text[at : draft.end]
        draft.unit_end = end if unit.kind == "measure" else draft.unit_end
        return
    if unit.kind == "time" and text.startswith("半", end, high) and text[end + 1 : end + 2] not in ("导", "年"):
        draft.value += Decimal("0.5")
        end += 1
    draft.end = draft.unit_end = end


def _inner(draft: Draft, text: str, high: int, units: Units) -> int:
    """Take in 多, 余, 几, 来 or + behind the number; return where its unit would begin."""
    at = draft.end + 1 if draft.end < high and text[draft.end] == " " else draft.end
    if at < high and text[at] in INNER and (text[at] not in "来几" or units.at(text, at + 1, high)):
        draft.bound = draft.bound or INNER[text[at]]
        draft.end = draft.unit_end = at + 1
        at += 2 if text.startswith(" ", at + 1) else 1
    return at


def _second(text: str, first: Draft, high: int, units: Units) -> Draft | None:
    """Read the second number of a range, if one follows."""
    dash = _RANGE.match(text, first.end, high) if first.high is None and first.kind != "rank" else None
    if dash is None:
        return None
    at = dash.end()
    prefix = next((n for n in (3, 2, 1) if at + n < high and units.currency_before(text, at + n, at)), 0)
    m = _NUMBER.match(text, at + prefix, high)
    if m is None:
        return None
    second = _one(text, m.start(), m.end(), at, high, units)
    return second if _ranges(first, second, text, dash[0].strip()) else None


def _ranges(first: Draft, second: Draft, text: str, dash: str) -> bool:
    """Tell whether two numbers joined by a dash or 到 make a range."""
    if second.high is not None or second.kind == "rank":
        return False
    if first.kind and second.kind and first.unit != second.unit:
        return False
    if first.kind and not second.kind and first.kind not in ("money", "ratio"):
        return False
    if not first.kind and not second.kind:
        follows = text[second.end : second.end + 1]
        if (dash[0] not in "到至" and not second.scaled) or (follows.isascii() and follows.isalnum()):
            return False
    if dash[0] in "、和与" and not _paired(first, second, text, dash):
        return False
    spread = dash not in ("至", "到") or text.startswith(_SPREAD, second.end)
    if not spread and _is_a_move(text, first, second):
        return False
    factor = first.factor if first.kind else second.factor
    upper = second.factor if second.kind else first.factor
    return _lower(first, second) * factor < second.value * upper


def _is_a_move(text: str, first: Draft, second: Draft) -> bool:
    """Tell whether the second number is what a change led to: 增长1至3, 份额增长1%至3%; 价格增长1%至3% is a range."""
    moved = _CHANGE.search(text, max(0, first.start - 8), first.start)
    if moved is None or first.unit != "%" or second.unit != "%":
        return moved is not None
    return moved[0][0] in "从由" or _RATE.search(text, max(0, first.start - _RATE_FAR), first.start) is not None


def _paired(first: Draft, second: Draft, text: str, dash: str) -> bool:
    """Tell whether a list of two is a range: 6、7亿, 在3万和4万之间."""
    if dash == "、":
        bare = not first.kind and not first.scaled and first.value < 10
        return bare and second.value == (first.value + 1) * second.scale
    return text.startswith(("之间", "间"), second.end)


def _lower(first: Draft, second: Draft) -> Decimal:
    """Return the lower number, with the scale of the upper where it has none of its own."""
    shared = first.value * second.scale
    own = first.scaled or first.kind in ("ratio", "measure") or shared >= second.value
    return first.value if own else shared


def _join(first: Draft, second: Draft) -> None:
    """Make the first draft a range up to the second."""
    lower = _lower(first, second)
    if second.kind == "":
        second.take_unit(first)
    elif first.kind == "":
        first.take_unit(second)
    first.value = lower
    first.high = second.value * second.factor / first.factor
    first.counted = second.counted or first.counted
    first.bound = first.bound or second.bound
    first.scaled = first.scaled or second.scaled
    first.end, first.unit_end = second.end, second.unit_end


def ends_in_latin(text: str, end: int) -> bool:
    """Tell whether a number ends with a Latin scale such as the B of 72B."""
    return _LATIN_TAIL.search(text, end - 1, end) is not None
