"""Tell a name from common words in unsegmented Chinese: a row of characters that costs less as a name is one.

What a word or a character costs is the negative logarithm of its frequency, among the words of the trade press or among
the characters of names; a reading of a stretch of text costs the sum, and the cheapest reading is taken.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from .words import table, words

_RARE = 14.0  # what a character costs that is no common word
_ALONE = 9.0  # what a noun of one character costs at least
_STRANGE = 12.0  # what a character costs in a name that no listed name has
_NAME, _TRADE = 3.0, 3.0  # what any name costs, and the trade at its end
_LONG = 2.0  # what each character of its stem beyond four costs more
_SEEN = 12.0  # up to what cost a word is no rare one
_USUAL, _PART = 9.0, 4.0  # up to what cost a word is usual, and what a stem costs more that begins or ends with one
_CUE = 8.0  # what a cue costs that is no common word
_KNOWN = 10.0  # what a name costs that is known
_WORD, _STEM, _MOST = 4, 4, 8  # characters of the longest word, of a usual stem, of the longest name
_NEVER = frozenset("与及的了在是被把将对兼等暨厂获从")  # characters that no name holds
_OPENS = frozenset("据向由从为给让跟以等任该各每另此这那本某都均今")  # characters that begin none
_SHUTS = frozenset("前原任现曾为昨今")  # characters that end none
# what is said of a name before it, and what parts two
_BESIDE = re.compile(
    r"\A(?:[车台陆港药]企|[美日韩荷英法德港]商(?!汤))|现任|加盟|起诉|加注|任命|如今|旗下|子公司"
    r"|.(?:自(?!由)|(?<!自)由)|..为"
)
_COUNTS = frozenset(
    a + b for a in "一二三四五六七八九十百千万两几数多" for b in "个家间款位名次年月日项种条部台只代期轮季"
)
_NONE = float("inf")
_UNKNOWN = (_RARE, False)
_Arc = tuple[int, int, float, bool]  # a word: where, what it costs, and whether a name may stand right beside it
_BEFORE, _AFTER = re.compile(r"[\u4e00-\u9fff]*\Z"), re.compile(r"[\u4e00-\u9fff]*")


class Found(NamedTuple):
    """The best name in a stretch of text, by how much it beats common words, and where its trade begins, if at all."""

    start: int
    end: int
    gain: float
    stem: int


class _Costs(NamedTuple):
    """What a stretch of text costs as a row of words: up to each place and from it on, at all and beside a name."""

    until: list[float]
    opened: list[float]
    beyond: list[float]
    shut: list[float]


@cache
def _common() -> dict[str, tuple[float, bool]]:
    """Return what each common word costs, and whether a name may stand right beside it."""
    return {word: (float(key[1:]), key[0] == "e") for key, row in table("common").items() for word in row.split(" ")}


@cache
def _alone() -> dict[str, tuple[float, bool]]:
    """Return the same of words of one character, which cost the more where no name may stand beside them."""
    words = {word: each for word, each in _common().items() if len(word) == 1}
    return {word: (cost if edge else max(cost, _ALONE), edge) for word, (cost, edge) in words.items()}


@cache
def _longer() -> dict[str, list[tuple[str, float, bool]]]:
    """Return the same of longer words by their first two characters, the shortest first."""
    longer: dict[str, list[tuple[str, float, bool]]] = {}
    for word in sorted(_common(), key=len):
        if 1 < len(word) <= _WORD:
            longer.setdefault(word[:2], []).append((word, *_common()[word]))
    return longer


@cache
def _characters() -> dict[str, float]:
    """Return what each character costs in a name."""
    return {character: float(cost) for cost, row in table("name_characters").items() for character in row}


def _arcs(text: str) -> list[_Arc]:
    """Return the words of *text*, overlapping, in order."""
    alone, longer = _alone(), _longer()
    arcs: list[_Arc] = []
    for start, character in enumerate(text):
        arcs.append((start, start + 1, *alone.get(character, _UNKNOWN)))
        for word, cost, edge in longer.get(text[start : start + 2], ()):
            if text.startswith(word, start):
                arcs.append((start, start + len(word), cost, edge))
    return arcs


def _costs(arcs: list[_Arc], size: int, border: bool) -> _Costs:
    """Add up what the words cost.

    Args:
        arcs: The words, in order.
        size: How long the text is.
        border: Whether a name may begin where the text does.
    """
    until, opened = [0.0] + [_NONE] * size, [0.0 if border else _NONE] + [_NONE] * size
    beyond, shut = [_NONE] * size + [0.0], [_NONE] * size + [0.0]
    for start, end, cost, edge in arcs:
        reached = until[start] + cost
        if reached < until[end]:  # noqa: PLR1730, a call would cost more than all else here
            until[end] = reached
        if edge and reached < opened[end]:
            opened[end] = reached
    for start, end, cost, edge in reversed(arcs):
        reached = beyond[end] + cost
        if reached < beyond[start]:  # noqa: PLR1730, likewise
            beyond[start] = reached
        if edge and reached < shut[start]:
            shut[start] = reached
    return _Costs(until, opened, beyond, shut)


def _price(text: str) -> tuple[float, int]:
    """Return what *text* costs as a name, and how much of it stands before its trade."""
    if (
        text[0] in _OPENS
        or not _NEVER.isdisjoint(text)
        or text[-1] in _SHUTS
        or "和" in text[1:]
        or text[:2] in _COUNTS
        or _BESIDE.search(text) is not None
    ):
        return _NONE, 0
    trades, size, characters = words("trades"), len(text), _characters()
    stem = next((at for at in range(2, size) if text[at:] in trades), size)
    if stem < size and text[:stem] in words("stems"):
        return _NONE, 0  # 国有电信
    cost = _NAME + sum([characters.get(c, _STRANGE) for c in text[:stem]]) + _LONG * max(0, stem - _STEM)
    if stem > 2 and min(_common().get(part, (_RARE,))[0] for part in (text[:2], text[stem - 2 : stem])) <= _USUAL:
        cost += _PART
    return cost + _TRADE * (stem < size), stem


def run_before(text: str, at: int, low: int) -> int:
    """Return where the run of Chinese characters begins that ends at *at*, not before *low*."""
    found = _BEFORE.search(text, low, at)
    return found.start() if found is not None else at


def run_after(text: str, at: int, stop: int) -> int:
    """Return where the run of Chinese characters ends that begins at *at*, not behind *stop*."""
    found = _AFTER.match(text, at, stop)
    return found.end() if found is not None else at


def begins_plainly(text: str, at: int, most: float = _USUAL) -> bool:
    """Tell whether a usual word stands at *at*, so that hardly a name begins there."""
    return _common().get(text[at : at + 2], (_RARE,))[0] <= most


def ends_plainly(text: str, low: int, at: int, reach: int) -> bool:
    """Tell whether *low*..*at* has no room for a name, or a common word at its end that no name stands in.

    Args:
        text: The text.
        low: Where the run of Chinese characters begins.
        at: Where it ends.
        reach: How many characters of words that stand beside names may come after one.
    """
    if at - low < 2 or (not reach and text[at - 1] in _NEVER):
        return True
    cost, edge = _common().get(text[at - 2 : at], (_RARE, True))
    if cost >= _RARE - 1 or ends_with_trade(text, at):
        return False
    return not edge or reach < 2 or ends_plainly(text, low, at - 2, reach - 2)


def ends_with_trade(text: str, at: int) -> bool:
    """Tell whether a word for a trade ends at *at*."""
    return not words("trades").isdisjoint([text[at - size : at] for size in (1, 2, 3, 4)])


def worth(text: str) -> float:
    """Return by how much the whole of *text*, a run of Chinese characters, beats common words as a name."""
    return _costs(_arcs(text), len(text), border=True).until[-1] - _price(text)[0]


def stands(text: str, start: int, end: int) -> bool:
    """Tell whether a short Chinese name that stands at *start* is one, not a piece of other words: 元象 of 多元象征."""
    beside, whole = _beside(text, start, end, _WORD)
    price, _ = _price(text[start:end])
    return beside[0] + price + beside[1] <= whole


def _beside(text: str, start: int, end: int, reach: int) -> tuple[tuple[float, float], float]:
    """Return what words within *reach* cost before and behind *start*..*end*, and what all cost as words alone."""
    low, high = run_before(text, start, max(0, start - reach)), run_after(text, end, end + reach)
    costs = _costs(_arcs(text[low:high]), high - low, border=True)
    return (costs.until[start - low], costs.beyond[end - low]), costs.until[-1]


def is_common(text: str) -> bool:
    """Tell whether *text* is a common word."""
    return text in _common()


def _is_crossed(text: str, at: int) -> bool:
    """Tell whether a common word stands on both sides of *at*."""
    longer = _longer()
    for start in range(max(0, at - _WORD + 1), at):
        for word, _, _ in longer.get(text[start : start + 2], ()):
            if start + len(word) > at and text.startswith(word, start):
                return True
    return False


def is_piece(text: str, start: int, end: int) -> bool:
    """Tell whether a known name that stands at *start* is but a piece of common words: 云川 of 多云川流."""
    if not (_is_crossed(text, start) or _is_crossed(text, end)):
        return False
    beside, whole = _beside(text, start, end, _WORD - 1)
    return beside[0] + _KNOWN + beside[1] > whole


def is_worded(text: str) -> bool:
    """Tell whether *text* is a row of words, none of them rare or a single character."""
    whole = {0}
    for end in range(2, len(text) + 1):
        words_here = ((start, text[start:end]) for start in range(max(0, end - _WORD), end - 1) if start in whole)
        if any(_common().get(word, (_RARE,))[0] <= _SEEN for _, word in words_here):
            whole.add(end)
    return len(text) in whole


def name_after(text: str, at: int) -> Found | None:
    """Return the name that begins at *at* in *text*, a run of Chinese characters, whatever it is worth."""
    costs = _costs(_arcs(text), len(text), border=True)
    best = (_NONE, 0, 0)
    for end in range(at + 2, min(len(text), at + _MOST) + 1):
        if costs.shut[end] < _NONE:
            price, stem = _price(text[at:end])
            best = min(best, (costs.until[at] + price + costs.shut[end], end, at + stem))
    return Found(at, best[1], costs.until[-1] - best[0], best[2]) if best[0] < _NONE else None


def name_before(text: str, cue: int, end: int, border: bool, reach: int = 8) -> Found | None:
    """Return the name that a cue follows, but for words that belong to the cue: 云川近日宣布.

    Args:
        text: A run of Chinese characters.
        cue: Where the cue begins.
        end: Where it ends.
        border: Whether a name may begin where *text* does.
        reach: How many characters may stand between the name and the cue.
    """
    arcs = _arcs(text)
    costs = _costs(arcs, len(text), border)
    gaps = _gaps(arcs, cue)
    rest = _common().get(text[cue:end], (_CUE, True))[0] + costs.beyond[end] if cue < end else costs.shut[end]
    best = (_NONE, 0, 0, 0)
    for stop, gap in gaps.items():
        if cue - stop > reach:
            continue
        for start in range(max(0, stop - _MOST), stop - 1):
            if costs.opened[start] < _NONE and (not start or text[start] != "和"):
                price, stem = _price(text[start:stop])
                best = min(best, (costs.opened[start] + price + gap + rest, start, stop, start + stem))
    return Found(best[1], best[2], costs.until[-1] - best[0], best[3]) if best[0] < _NONE else None


def _gaps(arcs: list[_Arc], cue: int) -> dict[int, float]:
    """Return where words begin that lead to the cue and stand beside names, and what they cost."""
    gaps = {cue: 0.0}
    for start, end, cost, edge in reversed(arcs):
        if edge and end in gaps:
            gaps[start] = min(gaps.get(start, _NONE), gaps[end] + cost)
    return gaps
