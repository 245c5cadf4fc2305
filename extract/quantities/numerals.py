"""Numbers as they are written: 1,234.5, 2.61万亿, 3亿5千万, 两千零五, 72B, 数十亿.

:func:`parse_number` reads one number. :func:`read_numeral` also reads what
stands for a stretch (两三百) and for an order of magnitude (数十亿 is read as its
lower end, 十亿, as the annotation guideline's gold does).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ontology.errors import ZhituError

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3}
DIGITS |= {"肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9, "数": 1, "几": 1}
SMALL = {c: Decimal(10) ** (i % 3 + 1) for i, c in enumerate("十百千拾佰仟")}
LARGE = {"万": Decimal(10) ** 4, "亿": Decimal(10) ** 8, "兆": Decimal(10) ** 12}
LATIN = {
    "k": Decimal(10) ** 3,
    "thousand": Decimal(10) ** 3,
    "m": Decimal(10) ** 6,
    "mn": Decimal(10) ** 6,
    "mln": Decimal(10) ** 6,
    "million": Decimal(10) ** 6,
    "b": Decimal(10) ** 9,
    "bn": Decimal(10) ** 9,
    "billion": Decimal(10) ** 9,
    "t": Decimal(10) ** 12,
    "tn": Decimal(10) ** 12,
    "trillion": Decimal(10) ** 12,
}

# 兆 before a physical unit is mega (兆瓦), not 10^12.
MEGA = "兆(?!瓦|字节|赫|比特|位元|欧|帕|焦|伏|宽带|带宽|网|光纤|像素|bps|易)"
# Scale characters after Arabic digits, unless they begin a word of their own.
SCALE = f"(?:十|百(?!度|川|分|科|姓)|千(?!问|帆|禧)|万(?!科|达|物|向|维|象)|亿(?!欧(?!元)|纬|航)|{MEGA})"
ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
_WORDS = "million|billion|trillion|thousand|Million|Billion|Trillion|mln|bn|mn|tn"
LATIN_SCALE = rf"(?:\s?(?:{_WORDS})(?![A-Za-z])|[KkMBT](?![A-Za-z0-9]))"
_CHAR = f"(?:[零〇一二两三四五六七八九十百千亿廿卅]|万(?!物|科|达|向|维)|{MEGA})"
_ANY_SCALE = f"(?:[十百千万亿]|{MEGA})"
CHINESE = f"(?:[数几]{_ANY_SCALE}+|{_CHAR}+(?:点[零〇一二三四五六七八九]+{_ANY_SCALE}*)?(?:[多余来几]{_ANY_SCALE}+)?)"
# 1e25, 2.1×10^25, 10的25次方
_TO_THE = r"10\s?(?:\^|的)\s?\d{1,2}(?:次方)?"
POWER = rf"\d+(?:\.\d+)?(?:[eE]\+?\d{{1,2}}(?![A-Za-z\d])|\s?[×xX*]\s?{_TO_THE})|{_TO_THE}"
_MORE = rf"(?:\d,\d{{3}}|\d+(?:\.\d+)?){SCALE}+"  # 35亿2,100万
MIXED = rf"(?:{POWER}|{ARABIC})(?:{LATIN_SCALE}|\s?(?:[多余来几]\s?)?{SCALE}+(?:{_MORE})*)?"
NUMBER = f"(?:{MIXED}|{CHINESE})(?:个亿)?"

_TOKEN = re.compile(
    r"(?P<arabic>\d+(?:\.\d+)?)|(?P<digit>[零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖数几])|(?P<scale>.)"
)
_POINT = re.compile(r"([零〇一二两三四五六七八九十百千]+)点([零〇一二三四五六七八九]+)")
_WIDE = str.maketrans("０１２３４５６７８９．，－＋％", "0123456789.,-+%")
_POWER = re.compile(r"(?:(\d+(?:\.\d+)?)(?:[eE]|[×xX*]10[\^的])\+?|10[\^的])(\d{1,2})(?:次方)?")
_TWO_SCALES = re.compile(r"(\d+(?:\.\d+)?)([十百千])(?=[万亿兆])")  # 3021百万
_LATIN_END = re.compile(r"([\d.]+)([A-Za-z]+)")
_INNER = re.compile(r"(?<=[十百千万亿兆\d])[多余来几](?=[十百千万亿兆])|(?<=[十百千万亿兆])[多余来几]$")
_STRETCH = re.compile(r"(|.*[十百千万亿兆])([一二两三四五六七八])([二两三四五六七八九])([十百千万亿兆]*)")
_SCALE_END = re.compile(
    rf"(?:{ARABIC}|[一二两三四五六七八九]{{1,2}}(?:点[一二三四五六七八九]+)?)\s?([百千万亿兆]+|[A-Za-z]+)"
)
_LATIN_NAMES = frozenset((*LATIN, *(name.capitalize() for name in LATIN)))


class NumeralError(ZhituError):
    """A text is no number that we can read."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number read: ``high`` where it is a stretch; ``vague`` where only its magnitude is said."""

    value: Decimal
    high: Decimal | None = None
    vague: bool = False


def parse_number(text: str) -> Decimal:
    """Return the value of one number in Arabic, Chinese or mixed numerals.

    Raises:
        NumeralError: If *text* is no number that we can read.
    """
    plain = text.strip().translate(_WIDE).replace(",", "").replace(" ", "")
    if plain[:1] in ("-", "−", "负"):
        return -parse_number(plain[1:])
    if power := _POWER.fullmatch(plain):
        return Decimal(power[1] or 1) * Decimal(10) ** int(power[2])
    if plain.isascii():
        return _ascii(plain, text)
    plain = _INNER.sub("", plain.replace("廿", "二十").replace("卅", "三十").replace("个亿", "亿"))
    plain = _POINT.sub(lambda m: f"{_chinese(m[1], text)}.{''.join(str(DIGITS[c]) for c in m[2])}", plain)
    plain = _TWO_SCALES.sub(lambda m: str(Decimal(m[1]) * SMALL[m[2]]), plain)
    return _chinese(plain, text)


def tidy(value: Decimal) -> Decimal:
    """Return the same number without trailing zeros or an exponent, so that it prints alike however it was written."""
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()


@lru_cache(maxsize=4096)
def scale_of(text: str) -> Decimal:
    """Return the 万, 亿, billion or the like that a simple number ends with, or 1."""
    found = _SCALE_END.fullmatch(text)
    if found is None:
        return Decimal(1)
    return LATIN[found[1].lower()] if found[1] in _LATIN_NAMES else parse_number(found[1])


@lru_cache(maxsize=4096)
def read_numeral(text: str) -> Numeral:
    """Return the value of a number, with the upper end of a stretch such as 两三百 or 十七八."""
    if text.isdigit():
        return Numeral(Decimal(text))
    if text[0] in "数几":
        return Numeral(parse_number(text), None, True)
    found = _STRETCH.fullmatch(text)
    if found and 0 < DIGITS[found[3]] - DIGITS[found[2]] <= 2:
        low, high = (parse_number(found[1] + found[n] + found[4]) for n in (2, 3))
        return Numeral(low, high)
    return Numeral(parse_number(text))


def _ascii(plain: str, text: str) -> Decimal:
    """Read digits, with a Latin scale behind or without."""
    found = _LATIN_END.fullmatch(plain)
    scale = LATIN.get(found[2].lower()) if found else Decimal(1)
    digits = found[1] if found else plain
    if scale is None or not re.fullmatch(r"\d+(?:\.\d+)?", digits):
        raise NumeralError(f"{text!r} is no number: write it as 1,234.5, 2.6万亿, 三亿五千万 or 72B")
    return Decimal(digits) * scale


def _chinese(plain: str, text: str) -> Decimal:
    """Read Chinese numerals, or Arabic ones with Chinese scales.

    ``parts`` holds what was said so far, biggest first; 万 and the like multiply all that is smaller.
    """
    parts: list[Decimal] = []
    pending: Decimal | None = None
    large = False  # whether the last token was 万 or larger
    unit = Decimal(1)  # the place of a last bare digit: 三万五 is 35000, but 三万零五 is 30005
    for token in _TOKEN.finditer(plain):
        if token["arabic"]:
            pending, unit = Decimal(token["arabic"]), unit if len(token["arabic"]) == 1 else Decimal(1)
        elif token["digit"]:
            digit = Decimal(DIGITS[token["digit"]])
            unit = Decimal(1) if token["digit"] in "零〇" else unit
            pending = digit if pending is None else pending * 10 + digit
            if pending >= 10:
                unit = Decimal(1)
        elif token["scale"] in SMALL and pending is None and large:
            parts[-1] *= SMALL[token["scale"]]  # 20万千瓦
        elif token["scale"] in SMALL:
            unit = SMALL[token["scale"]] / 10
            parts.append((Decimal(1) if pending is None else pending) * SMALL[token["scale"]])
            pending = None
        elif token["scale"] in LARGE:
            unit = LARGE[token["scale"]]
            parts = _multiplied(parts, pending, unit)
            unit, pending = unit / 10, None
        else:
            raise NumeralError(f"{text!r} is no number: {token['scale']!r} is no numeral")
        large = token["scale"] in LARGE
    if pending is None and not parts:
        raise NumeralError("an empty text is no number")
    if pending is not None:
        parts.append(pending * unit if parts and unit > 1 and pending < 10 else pending)
    return sum(parts, Decimal(0))


def _multiplied(parts: list[Decimal], last: Decimal | None, scale: Decimal) -> list[Decimal]:
    """Multiply by *scale* the digits right before it and all parts below it; with nothing before it, it counts once."""
    small = [part for part in parts if part < scale] + ([] if last is None else [last])
    return [*(part for part in parts if part >= scale), sum(small, Decimal(0)) * scale if small else scale]
