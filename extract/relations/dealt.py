"""Times that a clause deals out to its figures: 2022年和2023年分别为A和B; and to those of the sentences behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from .clauses import clause
from .scene import ANY_FIGURE, Scene

_GREW = re.compile("同比|增长|增幅|增速|下降|下滑|年增")
_EACH_YEAR = re.compile(r"(\d{4})/(\d{4})")
_RUN = re.compile(rf"[{ANY_FIGURE}](?:(?:[、和与及]|以及)[{ANY_FIGURE}])+")
_JOINT = re.compile(r"\s*(?:[、和与及]|以及|还有)\s*")
_REACH = 4  # sentences over which figures go on to be dealt out

_Listed = list[tuple[int, str]]


class Place(NamedTuple):
    """Which of how many figures one is that a clause deals out, and whether they tell how much something grew."""

    number: int
    among: int
    grew: bool

    def of(self, times: Sequence[str]) -> str | None:
        """Return the figure's time among as many; how much something grew is told of each year but the first."""
        if self.among < 2:
            return None
        if len(times) == self.among:
            return times[self.number]
        return times[self.number + 1] if self.grew and len(times) == self.among + 1 else None


NOT_DEALT = Place(0, 0, grew=False)


def place(scene: Scene, figure: int) -> Place:
    """Return the place of a figure among those that its clause deals out (分别为A、B和C)."""
    code = scene.code
    left, right = clause(code, figure, figure)
    marker = code.rfind("分别", left, figure)
    if marker < 0:  # 两年为A和B
        run = next((run for run in _RUN.finditer(code, left, right) if run.start() <= figure < run.end()), None)
        marker, right = (run.start() - 1, run.end()) if run else (right, right)
    same = [at for at in scene.slots if marker < at < right and code[at] == code[figure]]
    if figure not in same or _of_names(scene, left, marker, len(same)):
        return NOT_DEALT
    return Place(same.index(figure), len(same), grew=_GREW.search(code, left, figure) is not None)


def listed(scene: Scene, of: Place) -> tuple[int, str] | None:
    """Return the time that a list of its sentence deals out to a figure, with its place: 2023年和2024年分别为A和B."""
    for run in _runs(scene):
        if time := of.of([value for _, value in run]):
            return next(each for each in run if each[1] == time)
    return None


def years(value: str) -> list[str]:
    """Return each year of a range, else nothing."""
    found = _EACH_YEAR.fullmatch(value)
    return [str(year) for year in range(int(found[1]), int(found[2]) + 1)] if found else []


class Dealt:
    """Remembers the times that were dealt out last, for figures that go on: 净利润分别为A、B和C."""

    def __init__(self) -> None:
        self._times: list[str] = []
        self._sentence = 0

    def remember(self, scene: Scene, sentence: int) -> None:
        """Take in a sentence's times."""
        if _is_the_same(scene, self._times):
            return
        runs = [[value for _, value in run] for run in _runs(scene)]
        ranges = [years(slot.when.value) for slot in scene.slots.values() if slot.when and slot.when.value]
        self._times = next((times for times in (*runs, *ranges) if times), [])
        self._sentence = sentence

    def of(self, scene: Scene, figure: int, sentence: int) -> str | None:
        """Return the time dealt out to a figure whose sentence tells none of its own, or only 同期."""
        if not self._times or sentence - self._sentence > _REACH or not _is_the_same(scene, self._times):
            return None
        return place(scene, figure).of(self._times)


def _of_names(scene: Scene, left: int, right: int, count: int) -> bool:
    """Tell whether figures are dealt out to as many names: A和B分别为1和2."""
    return any(len(slot.mentions) == count > 1 for at, slot in scene.slots.items() if left <= at < right)


def _is_the_same(scene: Scene, times: Sequence[str]) -> bool:
    """Tell whether a sentence tells no time, or only that of the ones dealt out before: 同期."""
    own = [slot.when for slot in scene.slots.values() if slot.when is not None]
    ends = {times[-1], f"{times[0]}/{times[-1]}"} if times else set()
    return all(when.relative and when.value in ends for when in own)


def _runs(scene: Scene) -> list[_Listed]:
    """Return the lists of times of a sentence, two or more."""
    runs: list[_Listed] = []
    times = [(at, slot.when.value) for at, slot in scene.slots.items() if slot.when is not None]
    for (a, first), (b, value) in pairwise(times):
        if not first or not value or not _JOINT.fullmatch(scene.code, a + 1, b):
            continue
        if runs and runs[-1][-1][0] == a:
            runs[-1].append((b, value))
        else:
            runs.append([(a, first), (b, value)])
    return runs
