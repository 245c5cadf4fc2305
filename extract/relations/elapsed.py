"""Which figures that 将 seems to foresee are of a time that was over when they were told.

News turned out by machine, and history told as it went, put 将 before what came about: 资金将增加八倍，到2023年达到A,
in an article of 2024. What others had foreseen (预计, 曾说) stays foreseen, whatever came of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ontology.wording import Wording

from .clauses import clause
from .governing import ATTRIBUTE
from .scene import ANY_FIGURE, WHEN, Scene
from .timing import plain

AHEAD = chr(ord(WHEN) + 1)
_AHEAD = re.compile("明年|后年|来年|下(?:个)?(?:月|周|星期|季度|半年)")
_LED = re.compile(r"[到至在于](?:了)?$")
_THEN = re.compile(r"[，,；;](?:并|而|且)?(?:将)?[到至在于]$")
_UNTIL = re.compile(r"[到至截自从]$")
_MOVES = re.compile("增|减|涨|跌|升|降|飙|翻|达到|下滑|萎缩")
_SO_FAR = re.compile("已|目前|至今|以来|上半年|下半年|季度|月|初|预算|目标|规划")
_OF_OLD = re.compile("曾|当时|当年|此前|之前|早前|年前|[时那]候|一度|原[先本定]?(?:预|计|将)")
_FORESEEN = re.compile("预[计期测估]|指引|展望|将|有望|可能|计划|目标|[寻谋]求|洽谈|谈判|打算")
_CAME_ABOUT = re.compile(f"(?<!早)已|[^为除]了[约近超逾]?[{ANY_FIGURE}]")
_COUNTED = re.compile(f"[{ANY_FIGURE}]")
_FISCAL = re.compile("财|会计年|FY|fy")  # fiscal years end before the years that they are called by
_YEAR = re.compile(r"\d{4}")
_QUARTER = re.compile(r"-Q(\d)")
_MONTH = re.compile(r"-(\d\d)")


def outlook(folded: str, scene: Scene) -> str:
    """Return a scene's code with a time that lies ahead of the article (明年, 下周) as a character of its own."""
    code = scene.code
    if WHEN in code:
        for position, slot in scene.slots.items():
            if slot.when is not None and _AHEAD.match(folded, slot.when.span.start):
                code = f"{code[:position]}{AHEAD}{code[position + 1 :]}"
    return code


class Elapsed:
    """Tells which times are over in an article: those before its date; of one without a date, years told of as done."""

    def __init__(self, written: str | None, wording: Wording, folded: str, scenes: Iterable[Scene]) -> None:
        """
        Look through an article.

        Args:
            written: Its date, ``YYYY[-MM[-DD]]``, if it is known.
            wording: The wording of modality.
            folded: Its folded text.
            scenes: Its sentences that tell of times.
        """
        self._written = written
        scenes = list(scenes)
        self._done = set() if written else {year for scene in scenes for year in _done(wording, scene)}
        self._fiscal = {time for scene in scenes for time in _reported(folded, scene)}

    def governs(self, scene: Scene, start: int, end: int) -> bool:
        """Tell whether a figure at ``code[start:end]`` is of a time that is over, and was not foreseen of old."""
        left, right = clause(scene.code, start, end)
        return not _OF_OLD.search(scene.code, 0, right) and any(
            self._over(plain(slot.when.value))
            for position, slot in scene.slots.items()
            if slot.when is not None and slot.when.value and not slot.when.relative
            if _sets(scene.code, position, left, right)
        )

    def is_ahead(self, scene: Scene, position: int, time: str | None) -> bool:
        """Tell whether a figure's time ends in a year after the article's, and nobody tells of it as done."""
        if time is None or self._written is None or time.rpartition("/")[2][:4] <= self._written[:4]:
            return False
        left, right = clause(scene.code, position, position)
        if _CAME_ABOUT.search(scene.code, left, right):
            return False  # the article bears a wrong date: 到了2026年，…已达A
        return time not in self._fiscal

    def looks_back(self, scene: Scene, position: int, time: str | None) -> bool:
        """Tell whether a figure is of the past, beside one that is foreseen: 预计为A，去年为B; 预计A，高于去年的B."""
        left, _ = clause(scene.code, position, position)
        if time is None or self._written is None or not self._over(time) or not _COUNTED.search(scene.code, 0, left):
            return False
        own = [slot.when for at, slot in scene.slots.items() if left <= at < position and slot.when is not None]
        dated = any(when.value is not None and plain(when.value) == time for when in own)
        return (
            dated and not _FORESEEN.search(scene.code, left, position) and not _OF_OLD.search(scene.code, 0, position)
        )

    def _over(self, time: str) -> bool:
        if self._written is None:
            return time in self._done
        return _last_month(time) < self._written[:7] and not self._written.startswith(time)


def _sets(code: str, position: int, left: int, right: int) -> bool:
    """Tell whether the time at *position* is when something comes about: 在T将, 将…，到T…; not T推出的."""
    here = left <= position < right and _LED.search(code, left, position)
    next_ = position > right and _THEN.fullmatch(code, right, position)
    return bool(here or next_) and not ATTRIBUTE.match(code, position + 1)


def _done(wording: Wording, scene: Scene) -> Iterable[str]:
    """Yield the whole years that a sentence tells of as done: what grew in one, and is not said to go on."""
    words = wording.modality
    for position, slot in scene.slots.items():
        if slot.when is None or slot.when.relative or not _YEAR.fullmatch(slot.when.value or ""):
            continue
        left, right = clause(scene.code, position, position + 1)
        text = scene.code[left:right]
        outlook = any(
            words[kind].search(text) for kind in ("will", "planned", "forecast", "likely", "doubt", "condition")
        )
        if (
            _MOVES.search(text)
            and not outlook
            and not _SO_FAR.search(text)
            and not _UNTIL.search(text[: position - left])
        ):
            yield slot.when.value or ""


def _reported(folded: str, scene: Scene) -> Iterable[str]:
    """Yield the fiscal years and quarters of a sentence, but those that it only looks ahead to."""
    for position, slot in scene.slots.items():
        if slot.when is None or not slot.when.value or not _FISCAL.search(slot.when.span.of(folded)):
            continue
        left, _ = clause(scene.code, position, position)
        if not _FORESEEN.search(scene.code, left, position):
            yield plain(slot.when.value)


def _last_month(time: str) -> str:
    """Return the last month of a time, as ``YYYY-MM``."""
    if quarter := _QUARTER.search(time):
        return f"{time[:4]}-{3 * int(quarter[1]):02}"
    month = _MONTH.search(time)
    return f"{time[:4]}-{month[1] if month else 12}"
