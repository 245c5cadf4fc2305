"""What a number is per: money per million tokens, tokens per second, bytes per second."""

from __future__ import annotations

import re
from decimal import Decimal

from extract.model import Span

from .drafts import Draft
from .numerals import parse_number

_TOKENS = r"(?:个|條|条)?\s?(?:输入|输出|缓存|推理|input|output)?\s?(?:[Tt]okens?|TOKENS?|词元|(?<=[入出万个])标记)"
_SIZE = r"(?P<size>(?:\d+(?:,\d{3})*\s?)?(?:million|billion|百万|十万|[百千万亿MKkmB])|\d+(?:,\d{3})*)?"
_PER_AFTER = re.compile(rf"\s?(?:/|／|每|per\s)\s?{_SIZE}\s?{_TOKENS}")
_PER_BEFORE = re.compile(rf"(?:每|一|1\s?)\s?{_SIZE}\s?{_TOKENS}(?:（[^（）。；]{{1,18}}）)?[^，。；、！？\d]{{0,12}}$")
# The price before may say what this one is per, too: 每百万输入token 2元, 输出价格为8元; 每百万token 2元、4元和9元.
_PER = rf"(?:(?:每|一|1\s?)\s?{_SIZE}\s?{_TOKENS}|(?:/|／)\s?{_SIZE.replace('size', 'other')}\s?{_TOKENS})"
_PER_CARRIED = re.compile(
    rf"{_PER}[^。；！？]{{0,24}}?[，、和与及](?:而|每次|其)?(?:输出|输入|缓存|未命中)[^，。；！？\d元]{{0,8}}\s?$"
)
_PER_LISTED = re.compile(rf"{_PER}[^，。；！？]{{0,24}}?元(?:、|和|与)(?:约|仅)?\s?$")
_SECOND_AFTER = re.compile(r"\s?(?:/\s?(?:秒|s(?![A-Za-z])|sec)|每秒|per second)")
_SECOND_BEFORE = re.compile(r"每秒钟?[^，。；！？]{0,14}$")
_DAY_AFTER = re.compile(r"\s?(?:/\s?(?:天|日)|每[天日])")
_DAY_BEFORE = re.compile(r"(?:日均|每[天日]|单日)[^，。；！？]{0,14}$")
_SECOND = (_SECOND_AFTER, _SECOND_BEFORE)
_DAY = (_DAY_AFTER, _DAY_BEFORE)
_MILLION = Decimal(1_000_000)


def settle_rate(draft: Draft, text: str, low: int, high: int) -> None:
    """Turn money into a price per million tokens, and tokens, bytes or operations into a rate, where said so."""
    if draft.kind == "money":
        _price(draft, text, low, high)
    elif draft.unit == "token" or draft.counted.endswith(("token", "tokens", "Token", "Tokens", "词元")):
        if _reach(draft, _SECOND, text, Span(low, high)):
            draft.unit = "token/s"
        elif _reach(draft, _DAY, text, Span(low, high)):
            draft.unit = "token/day"
    elif _may_be_rate(draft) and _reach(draft, _SECOND, text, Span(low, high)):
        draft.unit, draft.counted = "OP/s" if draft.counted else draft.unit + "/s", ""


def _may_be_rate(draft: Draft) -> bool:
    """Tell whether a draft per second is a rate: bytes, metres, millions of operations."""
    return draft.unit in ("B", "m") or (draft.counted == "次" and draft.value >= _MILLION)


def _reach(draft: Draft, per: tuple[re.Pattern[str], re.Pattern[str]], text: str, within: Span) -> bool:
    """Tell whether *per* follows the draft, which is then taken in, or stands before it in its clause."""
    after, before = per
    found = after.match(text, draft.end, within.end)
    if found:
        draft.end = found.end()
        return True
    return before.search(text, max(within.start, draft.start - 24), draft.start) is not None


def _price(draft: Draft, text: str, low: int, high: int) -> None:
    """Bring money per any number of tokens to money per million tokens."""
    after = _PER_AFTER.match(text, draft.end, high)
    found = after or _PER_BEFORE.search(text, max(low, draft.start - 36), draft.start)
    for carried in (_PER_CARRIED, _PER_LISTED):
        found = found or carried.search(text, max(low, draft.start - 60), draft.start)
    if found is None:
        return
    size = found["size"] or found.groupdict().get("other") or "1"
    tokens = parse_number(size if size[0].isdigit() or not size.isascii() else "1" + size)
    if not tokens:
        return  # per none is no price
    if after:
        draft.end = draft.unit_end = after.end()
    factor = _MILLION / tokens
    draft.value *= factor
    draft.high = None if draft.high is None else draft.high * factor
    draft.unit += "/1Mtoken"
