"""Where 国内 and 我国 of a mainland text stand for China: beside the firms that it has, 国内大厂云川."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import CleanText, Mention, Span

from .words import pattern

_NAMES = ("中国", "中國")
_REACH = 8  # characters between a firm and what it is told to be


def homes(clean: CleanText, mentions: Sequence[Mention]) -> list[Mention]:
    """
    Return the places where a text in Simplified characters that names China means it by 国内 or 我国.

    Only where a firm of the land is named beside it: 国内市场 and 国内用户 are left alone.
    """
    if clean.script != "zh-Hans" or "国" not in clean.folded:
        return []
    land = next((m for m in mentions if m.text in _NAMES and m.type == "Place"), None)
    if land is None:
        return []
    firms = [m.span for m in mentions if m.type == "Company"]
    starts, ends = {span.start for span in firms}, {span.end for span in firms}
    found: list[Mention] = []
    for match in pattern("homeland").finditer(clean.folded):
        span = Span(*match.span())
        if _has_firm(clean.folded, span, starts, ends) and not any(m.span.overlaps(span) for m in mentions):
            found.append(replace(land, span=span, text=span.of(clean.text), rule="coreference"))
    return found


def _has_firm(folded: str, span: Span, starts: set[int], ends: set[int]) -> bool:
    """Tell whether a firm is named right behind, or told to be one of the land: 国内的云川, 云川等国内大厂."""
    of = pattern("homeland.of").match(folded, span.end)
    if of and of.end() in starts:
        return True
    kind = pattern("homeland.firms").match(folded, span.end)
    if kind is None:
        return False
    glue = pattern("homeland.glue").match(folded, kind.end())
    if glue and glue.end() in starts:
        return True
    told = pattern("homeland.told")
    return any(told.fullmatch(folded, end, span.start) for end in ends if 0 < span.start - end <= _REACH)
