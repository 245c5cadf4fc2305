"""People named in a list: after one that is known, 陈大同、武平等人, or before what says that all are people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from .candidates import Candidate
from .person_names import chinese_end, fits, is_allowed, sounding, surname_size
from .segmenting import is_common
from .words import pattern

_MARKS = re.compile("[、和与及]")
_MEMBER = re.compile(r"[^、和与及，。；：！？（）]+\Z")
_LONGEST = 16  # characters of a member of a list
_NAME = 4  # characters of a Chinese name


def listed_people(folded: str, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield names that go on a list of people: 陈大同、武平等人, 王晓东和李海峰都, 科林、马尔克和布伦特."""
    starts = {person.start for person in chosen if person.type == "Person"}
    for person in chosen:
        at = person.end
        while person.type == "Person" and (end := _next_listed(folded, at) or _next_between(folded, at, starts)):
            yield Candidate(at + 1, end, "Person", "list", None, 2)
            at = end
    for close in pattern("list.of_people").finditer(folded):
        yield from _closed(folded, close.start())


def _closed(folded: str, at: int) -> Iterator[Candidate]:
    """Yield the Chinese names of the list that ends at *at*, if most of its members are such: 林远、方文等3位导演."""
    members, names = 0, []
    while member := _MEMBER.search(folded, max(0, at - _LONGEST), at):
        start, members = member.start(), members + 1
        first = _MARKS.match(folded, start - 1) is None
        name = chinese_end(folded[start:at]) if first else folded[start:at]
        size = surname_size(name, 0)
        if size < len(name) <= min(size + 2, _NAME) and size and fits(name, size) and not is_common(name):
            names.append(Candidate(at - len(name), at, "Person", "list", None, 2))
        if first:
            break
        at = start - 1
    if len(names) > 1 and 2 * len(names) > members:
        yield from names


def _next_listed(folded: str, at: int) -> int:
    """Return where the name ends that follows the 、 or 和 at *at*; 0 where none does."""
    mark, start = folded[at : at + 1], at + 1
    size = surname_size(folded, start)
    if not size or not mark or mark not in "、和与及":
        return 0
    for end in (start + size + 1, start + size + 2) if mark == "、" else (start + size + 2, start + size + 1):
        listed = pattern("listed.end").match(folded, end) if mark != "、" else _goes_on(folded, end)
        if listed and folded[end - 1] not in "于在从自":  # 和周舟于2023年创办
            return end if fits(folded[start:end], size) else 0
    return 0


def _goes_on(folded: str, at: int) -> bool:
    """Tell whether a list of names goes on at *at*, or ends there with what all of them do: 陈大同、李海分别."""
    return folded[at : at + 1] in ("、", "等", "和") or pattern("listed.whole").match(folded, at) is not None


def _next_between(folded: str, at: int, starts: AbstractSet[int]) -> int:
    """Return where the foreign name ends that follows the 、 or 和 at *at*; 0 where none does.

    A further person behind it makes it sure, or the end of the list behind a long one.
    """
    mark = folded[at : at + 1]
    match = sounding().match(folded, at + 1) if mark and mark in "、和与及" else None
    for end in range(match.end(), at + 2, -1) if match is not None else ():
        between = mark == "、" and folded[end] in "、和与及" and end + 1 in starts
        last = end - at > 3 and (folded[end : end + 1] in ("和", "与") or pattern("listed.end").match(folded, end))
        if (between or last) and is_allowed(folded[at + 1 : end]):
            return end
    return 0
