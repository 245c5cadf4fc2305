"""People named in a list after one that is known: 陈大同、武平等人."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from .candidates import Candidate
from .person_names import fits, is_allowed, sounding, surname_size
from .words import pattern


def listed_people(folded: str, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield names that go on a list of people: 陈大同、武平等人, 王晓东和李海峰都, 科林、马尔克和布伦特."""
    starts = {person.start for person in chosen if person.type == "Person"}
    for person in chosen:
        at = person.end
        while person.type == "Person" and (end := _next_listed(folded, at) or _next_between(folded, at, starts)):
            yield Candidate(at + 1, end, "Person", "list", None, 2)
            at = end


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
