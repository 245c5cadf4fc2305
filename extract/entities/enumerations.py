"""Companies whom the lexicon does not have, in lists of companies: 纵目科技、蘑菇车联、Momenta."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from .candidates import Candidate
from .firms import is_human
from .organisations import core, is_general, stem_of
from .segmenting import is_worded, name_after, name_before, run_after, run_before, worth
from .words import pattern

_MARK = re.compile("[、和与及]")
_ITEM = re.compile(
    r"[\u4e00-\u9fff]{2,6}?(?=[、，。；）]|和|等|及|以及|之间|也|均|都|则|已|将|这?[两三四五六七八九十]家|[领跟参]投)"
)
_BEFORE = 12  # characters within which the first of a list begins
_SURE = 3.0  # by how much what one neighbour makes a company is more of a name than of common words


def enumerated(folded: str, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield Chinese names that stand in a list of companies, and the one that it begins with."""
    items = list(_items(folded, chosen))
    ends = {c.end for c in (*chosen, *items)}
    yield from items
    for company in (*chosen, *items):
        at = company.start - 1
        if company.type == "Company" and folded[at : at + 1] == "、" and at not in ends:
            yield from _first(folded, at)
        if company.type == "Company" and folded[company.end : company.end + 1] in ("和", "与"):
            yield from _last(folded, company.end + 1)


def _items(folded: str, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the members of lists but for the first."""
    starts = {c.start: c for c in chosen}
    ends = {c.end: c for c in chosen}
    before: dict[int, int] = {}  # how many companies of a list end here
    for start, end in _spans(folded):
        left = ends.get(start - 1)
        right = (starts.get(end + 1) or starts.get(end + 2)) if folded[end] in "、和与及" else None
        count = before.get(start - 1, 0) + _preceding(folded, ends, left)
        closed = pattern("list.of_firms").match(folded, end) is not None
        if left is None and start - 1 not in before and folded[start - 1] != "、":
            continue  # 必和必拓 is one name
        firms = all(c.type == "Company" for c in (left, right) if c is not None)
        if firms and _is_told(folded, start, end, count + (right is not None), closed):
            before[end] = count + 1
            yield Candidate(start, end, "Company", "list", None, 2)


def _spans(folded: str) -> Iterator[tuple[int, int]]:
    """Yield where short Chinese words stand that may be members of a list."""
    at = 0
    while mark := _MARK.search(folded, at):
        at = mark.end()
        if item := _ITEM.match(folded, at):
            yield item.span()
            at = item.end() - 1  # it may end with the mark before the next one


def _is_told(folded: str, start: int, end: int, firms: int, closed: bool) -> bool:
    """Tell whether a member of a list is a company, by how many stand beside it or by how the list is *closed*."""
    name = folded[start:end]
    if not firms + (closed and folded[start - 1] == "、") or is_general(name, whole=True):
        return False
    if worth(name) >= _SURE:
        return True
    needed = 1 if end - start > 3 and folded[start - 1] == "、" and not is_worded(name) else 2
    whole = stem_of(name) == name or stem_of(core(name)) == core(name) != name
    return firms >= needed and whole and not is_general(name)


def _first(folded: str, at: int) -> Iterator[Candidate]:
    """Yield the name that begins a list, before the 、 at *at*."""
    low = run_before(folded, at, max(0, at - _BEFORE))
    border = 0 < at - low < _BEFORE and (not low or not folded[low - 1].isalnum())
    name = name_before(folded[low:at], at - low, at - low, border, reach=0) if at - low > 1 else None
    if name is None or (name.start and folded[low + name.start - 1] in "和与及"):
        return  # 必和必拓 is one name
    if name.gain >= _SURE and not is_general(folded[low + name.start : at], whole=True):
        yield Candidate(low + name.start, at, "Company", "list", None, 2)


def _last(folded: str, at: int) -> Iterator[Candidate]:
    """Yield the name that ends a list, at *at* after its 和: 由英伟达和云川主导."""
    run = folded[at : run_after(folded, at, at + _BEFORE)]
    name = name_after(run, 0) if len(run) > 1 else None
    if name is None or name.gain < _SURE or is_human(folded[at : at + name.end]):
        return
    if not is_general(folded[at : at + name.stem], whole=True) and not is_worded(folded[at : at + name.stem]):
        yield Candidate(at, at + name.end, "Company", "list", None, 2)


def _preceding(folded: str, ends: Mapping[int, Candidate], last: Candidate | None) -> int:
    """Count the companies of the list that *last* ends."""
    count = 0
    while last is not None and last.type == "Company":
        count += 1
        last = ends.get(last.start - 1) if folded[last.start - 1] == "、" else None
    return count
