"""Who speaks in a quotation that goes on over two sentences or more: 林远说：“A。B。C。”, “A。B。”林远说."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from .scene import Scene

_OPENS, _CLOSES = "“「", "”」"
_MARK = re.compile(f"[{_OPENS}{_CLOSES}]")
_LED = re.compile(r"[：:，, ]{0,2}")  # 林远说：“
_SHORT = 40  # characters of a sentence that says no more than who spoke
_MOST = 8  # sentences that a quotation takes; one that is longer was never closed

Sources = Callable[[str], Sequence[re.Match[str]]]


class Quoted(NamedTuple):
    """A quotation in a sentence: who speaks, and whether it opens and closes there."""

    by: tuple[Scene, re.Match[str]]
    opens: bool
    closes: bool

    def holds(self, code: str, start: int) -> bool:
        """Tell whether what begins at *start* is quoted."""
        after = max(map(code.rfind, _OPENS)) if self.opens else -1
        marks = [at for at in map(code.find, _CLOSES) if at >= 0]
        return after < start and not (self.closes and marks and start > min(marks))


def quotations(scenes: Sequence[Scene], sources: Sources) -> dict[int, Quoted]:
    """Return the quotations over several sentences of a document, by where each of their sentences starts."""
    found: dict[int, Quoted] = {}
    opened: tuple[int, int] | None = None  # the sentence and the place
    for number, scene in enumerate(scenes):
        for mark in _MARK.finditer(scene.code):
            if mark[0] in _OPENS:
                opened = number, mark.start()
                continue
            if opened is not None and 0 < number - opened[0] < _MOST:
                found |= _spread(scenes, opened, (number, mark.end()), sources)
            opened = None
    return found


def _spread(
    scenes: Sequence[Scene], opened: tuple[int, int], closed: tuple[int, int], sources: Sources
) -> dict[int, Quoted]:
    first, last = opened[0], closed[0]
    before = [each for each in sources(scenes[first].code) if each.end() <= opened[1]]
    after = [each for each in sources(scenes[last].code) if each.start("who") >= closed[1]]
    if before and _LED.fullmatch(scenes[first].code, before[-1].end(), opened[1]):
        by = scenes[first], before[-1]
    elif after:
        by = scenes[last], after[0]
    elif behind := _told_behind(scenes[last:], closed[1], sources):
        by = behind
    else:
        return {}
    return {scenes[number].span.start: Quoted(by, number == first, number == last) for number in range(first, last + 1)}


def _told_behind(scenes: Sequence[Scene], closed: int, sources: Sources) -> tuple[Scene, re.Match[str]] | None:
    """Return who is told to speak by the sentence behind the one that closes a quotation, and by nothing else there."""
    if len(scenes) < 2 or scenes[0].code[closed:].strip():
        return None
    code = scenes[1].code
    found = [each for each in sources(code) if not code[each.end() :].strip(_CLOSES + "道。 ")]
    return (scenes[1], found[-1]) if found and len(code) < _SHORT else None
