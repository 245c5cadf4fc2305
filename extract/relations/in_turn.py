"""Times that figures are dealt out to in order: 2023年和2024年分别为A和B, 2022年至2024年分别为A、B和C."""

from __future__ import annotations

import re

from .clauses import clause
from .parallel import last_deal
from .scene import ANY_FIGURE, Scene

_RANGE = re.compile(r"(\d{4})(?:-(\d\d))?/(\d{4})(?:-(\d\d))?")
_RUN = re.compile(rf"[{ANY_FIGURE}](?:(?:[、和与及/]|以及)[{ANY_FIGURE}])+")
_JOINT = re.compile(r"\s*(?:[、和与及]|以及)\s*")

Times = list[tuple[int, str]]
"""Times in order, each with its place in the code string."""


def turn(scene: Scene, figure: int) -> tuple[int, int]:
    """
    Return the number of a figure among those that its clause deals out (分别为A、B和C), and how many they are.

    None are dealt out to times that are so to as many names.
    """
    code = scene.code
    left, right = clause(code, figure, figure)
    marker = last_deal(code, figure)
    if marker < left:  # 两年为A和B
        run = next((run for run in _RUN.finditer(code, left, right) if run.start() <= figure < run.end()), None)
        marker, right = (run.start() - 1, run.end()) if run else (right, right)
    same = [at for at in scene.slots if marker < at < right and code[at] == code[figure]]
    to_names = any(len(slot.mentions) == len(same) for at, slot in scene.slots.items() if at < marker and slot.mentions)
    return (0, 0) if to_names or figure not in same else (same.index(figure), len(same))


def listed(scene: Scene, figure: int, count: int) -> Times:
    """Return the times that a list deals out to *count* figures: the last before *figure* of as many."""
    found = [times for times in lists(scene) if len(times) == count]
    before = [times for times in found if times[-1][0] < figure]
    return before[-1] if before else found[0] if found else []


def lists(scene: Scene) -> list[Times]:
    """Return the lists of two or more times of a scene, in order: 2022年至2024年及2025年上半年 are four."""
    times = [(at, slot.when.value) for at, slot in scene.slots.items() if slot.when is not None]
    runs: list[Times] = [[]]
    for n, (at, value) in enumerate(times):
        if n and not _JOINT.fullmatch(scene.code, times[n - 1][0] + 1, at):
            runs.append([])
        runs[-1] += [(at, each) for each in _members(value)] if value else []
    return [run for run in runs if len(run) > 1]


def of_range(value: str, number: int, count: int) -> str:
    """Return the time of one of *count* figures that a range is dealt out to: 2022年至2024年分别为A、B和C."""
    times = _members(value)
    return times[number] if len(times) == count else value


def _members(value: str) -> list[str]:
    """Return the years that a time is the first and the last of, or its two months (7、8月), or the time itself."""
    found = _RANGE.fullmatch(value)
    if found is None or (found[2] is None) != (found[4] is None):
        return [value]
    if found[2] is None:
        return [str(year) for year in range(int(found[1]), int(found[3]) + 1)]
    first, last = value.split("/")
    return [first, last] if first[:4] == last[:4] and 1 < int(found[2]) == int(found[4]) - 1 else [value]
