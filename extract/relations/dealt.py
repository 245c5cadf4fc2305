"""Times that a clause deals out to its figures: 2022年和2023年分别为A和B; and to those of the sentences behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from .clauses import clause
from .parallel import last_deal
from .scene import ANY_FIGURE, Scene

_GREW = re.compile("同比|增长|增幅|增速|下降|下滑|年增")
_RANGE = re.compile(r"(\d{4})(?:-(\d\d))?/(\d{4})(?:-(\d\d))?")
_RUN = re.compile(rf"[{ANY_FIGURE}](?:(?:[、和与及/]|以及)[{ANY_FIGURE}])+")
_JOINT = re.compile(r"\s*(?:[、和与及]|以及|还有)\s*")
_REACH = 4  # sentences over which figures go on to be dealt out

Listed = list[tuple[int, str]]
"""Times in order, each with its place in the code string."""


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
    """Return the place of a figure among those that its clause deals out (分别为A、B和C), if it does so to times."""
    code = scene.code
    left, right = clause(code, figure, figure)
    marker = last_deal(code, figure)
    if marker < left:  # 两年为A和B
        run = next((run for run in _RUN.finditer(code, left, right) if run.start() <= figure < run.end()), None)
        marker, right = (run.start() - 1, run.end()) if run else (right, right)
    same = [at for at in scene.slots if marker < at < right and code[at] == code[figure]]
    if figure not in same or _of_names(scene, marker, len(same)):
        return NOT_DEALT
    return Place(same.index(figure), len(same), grew=_GREW.search(code, left, figure) is not None)


def listed(scene: Scene, figure: int, of: Place) -> tuple[int, str] | None:
    """Return the time that a list deals out to a figure, with its place; of several the last before it."""
    found = [each for run in lists(scene) for each in _of_run(run, of)]
    before = [each for each in found if each[0] < figure]
    return before[-1] if before else found[0] if found else None


def _of_run(run: Listed, of: Place) -> Listed:
    values = [value for _, value in run]
    time = of.of(values)
    return [run[values.index(time)]] if time is not None else []


def lists(scene: Scene) -> list[Listed]:
    """Return the lists of two or more times of a scene, in order: 2022年至2024年及2025年上半年 are four."""
    times = [(at, slot.when.value) for at, slot in scene.slots.items() if slot.when is not None]
    runs: list[Listed] = [[]]
    for n, (at, value) in enumerate(times):
        if n and not _JOINT.fullmatch(scene.code, times[n - 1][0] + 1, at):
            runs.append([])
        runs[-1] += [(at, each) for each in members(value)] if value else []
    return [run for run in runs if len(run) > 1]


def members(value: str) -> list[str]:
    """Return the years that a time is the first and the last of, or its two months (7、8月), or the time itself."""
    found = _RANGE.fullmatch(value)
    if found is None or (found[2] is None) != (found[4] is None):
        return [value]
    if found[2] is None:
        return [str(year) for year in range(int(found[1]), int(found[3]) + 1)]
    first, last = value.split("/")
    return [first, last] if first[:4] == last[:4] and 1 < int(found[2]) == int(found[4]) - 1 else [value]


class Dealt:
    """Remembers the times that were dealt out last, for figures that go on: 净利润分别为A、B和C."""

    def __init__(self) -> None:
        self._times: list[str] = []
        self._sentence = 0

    def remember(self, scene: Scene, sentence: int) -> None:
        """Take in a sentence's times."""
        if _is_the_same(scene, self._times, len(scene.code)):
            return
        runs = lists(scene)
        self._times = [value for _, value in runs[-1]] if runs else []
        self._sentence = sentence

    def of(self, scene: Scene, figure: int, sentence: int) -> str | None:
        """Return the time dealt out to a figure whose sentence tells none of its own, or only 同期."""
        if not self._times or sentence - self._sentence > _REACH or not _is_the_same(scene, self._times, figure):
            return None
        return place(scene, figure).of(self._times)


def _of_names(scene: Scene, until: int, count: int) -> bool:
    """Tell whether figures are dealt out to as many names: A和B分别为1和2."""
    return any(len(slot.mentions) == count > 1 for at, slot in scene.slots.items() if at < until)


def _is_the_same(scene: Scene, times: Sequence[str], until: int) -> bool:
    """Tell whether a sentence tells no time up to *until*, or only that of the ones dealt out before: 同期."""
    own = [slot.when for at, slot in scene.slots.items() if slot.when is not None and at < until]
    ends = {times[-1], f"{times[0]}/{times[-1]}"} if times else set()
    return all(when.relative and when.value in ends for when in own)
