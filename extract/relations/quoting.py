"""Who speaks where other sentences tell it of a quotation: 林远说：“A。B。”, “A。B。”林远说, “A，”林远说。“B。”."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from .scene import Scene

_OPENS, _CLOSES = "“「", "”」"
_MARK = re.compile(f"[{_OPENS}{_CLOSES}]")
_LED = re.compile(r"[：:，, ]{0,2}")  # 林远说：“
_ENDS = "道。 "
_MOST = 8  # sentences that a quotation takes; one that is longer was never closed

Sources = Callable[[str], Sequence[re.Match[str]]]
Speaker = tuple[Scene, re.Match[str]]


class Quoted(NamedTuple):
    """A quotation in a sentence: who speaks, and whether it opens and closes there."""

    by: Speaker
    opens: bool
    closes: bool

    def holds(self, code: str, start: int) -> bool:
        """Tell whether what begins at *start* is quoted."""
        after = max(map(code.rfind, _OPENS)) if self.opens else -1
        marks = [at for at in map(code.find, _CLOSES) if at >= 0]
        return after < start and not (self.closes and marks and start > min(marks))


def quotations(scenes: Sequence[Scene], sources: Sources) -> dict[int, Quoted]:
    """Return the quotations of a document whose speakers other sentences tell, by where each of theirs starts."""
    found: dict[int, Quoted] = {}
    opened: tuple[int, int] | None = None  # the sentence and the place
    for number, scene in enumerate(scenes):
        for mark in _MARK.finditer(scene.code):
            if mark[0] in _OPENS:
                opened = number, mark.start()
                continue
            if opened is not None and number - opened[0] < _MOST:
                found |= _spread(scenes, opened, (number, mark.end()), sources)
            opened = None
    return found


def _spread(
    scenes: Sequence[Scene], opened: tuple[int, int], closed: tuple[int, int], sources: Sources
) -> dict[int, Quoted]:
    first, last = opened[0], closed[0]
    by = _told_before(scenes, opened, sources) or _told_after(scenes, closed, sources)
    by = by or _told_first(scenes, opened, sources)
    if by is None:
        return {}
    return {scenes[number].span.start: Quoted(by, number == first, number == last) for number in range(first, last + 1)}


def _told_before(scenes: Sequence[Scene], opened: tuple[int, int], sources: Sources) -> Speaker | None:
    """Return who is said to speak right before a quotation opens: 林远说：“A."""
    scene = scenes[opened[0]]
    told = [each for each in sources(scene.code) if each.end() <= opened[1]]
    return (scene, told[-1]) if told and _LED.fullmatch(scene.code, told[-1].end(), opened[1]) else None


def _told_after(scenes: Sequence[Scene], closed: tuple[int, int], sources: Sources) -> Speaker | None:
    """Return who is said to speak behind a quotation, in its last sentence or in the next: B。”林远说."""
    number, end = closed
    scene = scenes[number]
    if told := [each for each in sources(scene.code) if each.start("who") >= end]:
        return scene, told[0]
    if scene.code[end:].strip() or number + 1 == len(scenes):
        return None
    return _told_alone(scenes[number + 1], sources, quoted=False)


def _told_first(scenes: Sequence[Scene], opened: tuple[int, int], sources: Sources) -> Speaker | None:
    """Return who spoke in the sentence before a quotation, and goes on: “A，”林远说。“B."""
    number, at = opened
    if not number or scenes[number].code[:at].strip():
        return None
    return _told_alone(scenes[number - 1], sources, quoted=True)


def _told_alone(scene: Scene, sources: Sources, *, quoted: bool) -> Speaker | None:
    """Return who is said to speak by a sentence that ends with it, and does or does not quote something itself."""
    if (_MARK.search(scene.code) is not None) is not quoted:
        return None
    told = [each for each in sources(scene.code) if not scene.code[each.end() :].strip(_ENDS)]
    return (scene, told[-1]) if told else None
