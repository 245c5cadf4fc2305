"""When a statement holds: the time said in its clause, else one that an earlier clause sets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .clauses import clause
from .scene import ANY_FIGURE, WHEN, Scene

PAST = "past"
"""The time of a post that somebody held before (前首席科学家, 曾任)."""

_COMPARED = re.compile(r"(?:比|较|与|和|同|跟|超过|超|高于|低于|创下?|创了|自|相较于?|相比|不及)[^，。；]{0,2}$")
_OWN = re.compile(rf"[^，。；{ANY_FIGURE}{WHEN}]{{0,5}}[的为]?(?:约|近|超|逾|至|到)?(?P<figure>[{ANY_FIGURE}])")
_COUNTED = re.compile(rf"(?:同期)?的(?:约|近|超|逾)?(?P<figure>[{ANY_FIGURE}])")
_BESIDES = re.compile(rf"(?:同期)?的[^，。]{{0,4}}[{ANY_FIGURE}]|的?(?:预期|指引|业绩指引)")
_FORMER = re.compile(
    r"(?<![以目之此日当年月天周期向提空])[前原](?:任)?(?![所沿景期往进述后提端台文面一两三几身几来则因本版始理创子有生材料油声画])|曾(?:任|在|经|是|为|担任|供职|就职|领导|出任)|离开|离职|卸任|辞去|辞任|前任|"
    r"前(?:员工|高管|首席|总裁|研究|工程)"
)
_PRESENT = re.compile(r"(?:现任|现为|目前担任|加入|就任)")


def time_of(scene: Scene, start: int, end: int, figure: int | None = None) -> str | None:
    """
    Return the time said of the statement at ``code[start:end]``, or ``None``.

    A time that another figure is compared with (较去年同期的A) is that figure's alone. Where the nearest
    time is a relative one that nothing tells the value of, nothing is said.

    Args:
        scene: The raw or phrase scene.
        start: Where the statement starts.
        end: Where it ends.
        figure: Where its figure stands, if it is one.
    """
    left, right = clause(scene.code, start, end)
    at = start if figure is None else figure
    inside: tuple[int, str | None] | None = None
    earlier: str | None = None
    for position, value in _times(scene, figure):
        if position < left:
            earlier = value or earlier
        elif position < right:
            distance = at - position if position < at else 2 * (position - at) + 4
            if inside is None or distance < inside[0]:
                inside = (distance, value)
    return inside[1] if inside else earlier


def quarter_of(scene: Scene) -> str | None:
    """Return the first quarter that a sentence reports on, which the figures of the next may be of."""
    for position, value in _times(scene, None):
        if value and "-Q" in value and not _BESIDES.match(scene.code, position + 1):
            return value
    return None


def is_past(code: str, start: int, end: int) -> bool:
    """Tell whether a post at ``code[start:end]`` was held before and is no more."""
    lead = code[max(0, start - 2) : start]
    text = lead + code[start:end]
    return _FORMER.search(text) is not None and _PRESENT.search(code[start:end]) is None


def _times(scene: Scene, figure: int | None) -> Iterator[tuple[int, str | None]]:
    """Yield the times of a scene that can be said of a figure (or of a relation), in order."""
    for position, slot in scene.slots.items():
        if slot.when is None:
            continue
        compared = _COMPARED.search(scene.code, max(0, position - 6), position)
        owner = (_OWN if compared else _COUNTED).match(scene.code, position + 1)
        if compared and figure is None and compared[0][0] != "自":
            continue
        if (compared or owner) and figure is not None and not (owner and owner.start("figure") == figure):
            continue
        yield position, _plain(slot.when.value) if slot.when.value else None


def _plain(value: str) -> str:
    """Reduce a time to what a claim may carry: of a range its end, of half a year the year."""
    return value.rsplit("/", 1)[-1].split("-H", 1)[0]
