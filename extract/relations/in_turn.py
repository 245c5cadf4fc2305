"""Times that figures are dealt out to in order: 2023年和2024年分别为A和B, 2022年至2024年分别为A、B和C."""

from __future__ import annotations

import re

from .clauses import clause
from .parallel import last_deal
from .scene import ANY_FIGURE, Scene

_EACH_YEAR = re.compile(r"(\d{4})/(\d{4})")
_RUN = re.compile(rf"[{ANY_FIGURE}](?:(?:[、和与及/]|以及)[{ANY_FIGURE}])+")
_JOINT = re.compile(r"\s*(?:[、和与及]|以及)\s*")

Times = list[tuple[int, str]]
"""Times in order, each with its place in the code string."""


def turn(scene: Scene, figure: int) -> tuple[int, int]:
    """Return the number of a figure among those that its clause deals out (分别为A、B和C), and how many they are."""
    code = scene.code
    left, right = clause(code, figure, figure)
    marker = last_deal(code, figure)
    if marker < left:  # 两年为A和B
        run = next((run for run in _RUN.finditer(code, left, right) if run.start() <= figure < run.end()), None)
        marker, right = (run.start() - 1, run.end()) if run else (right, right)
    same = [at for at in scene.slots if marker < at < right and code[at] == code[figure]]
    return (same.index(figure), len(same)) if figure in same else (0, 0)


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
        runs[-1] += [(at, each) for each in _years(value)] if value else []
    return [run for run in runs if len(run) > 1]


def of_years(value: str, number: int, count: int) -> str:
    """Return the year of one of *count* figures that several years are dealt out to: 2022年至2024年分别为A、B和C."""
    years = _years(value)
    return years[number] if len(years) == count else value


def _years(value: str) -> list[str]:
    """Return the years that a time is the first and the last of, or the time itself."""
    years = _EACH_YEAR.fullmatch(value)
    return [str(year) for year in range(int(years[1]), int(years[2]) + 1)] if years else [value]
