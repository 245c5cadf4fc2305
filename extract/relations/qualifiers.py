"""What qualifies a statement: its clause, how surely it is made, when, and by whom."""

from __future__ import annotations

import re

from ontology.wording import Wording

from .clauses import clause
from .modality import modality
from .scene import WHEN, Scene

__all__ = ["attributed_to", "modality", "time_of"]

def time_of(scene: Scene, start: int, end: int) -> str | None:
    """Return the time said of the statement: in its clause, else the last one before it in the sentence."""
    left, right = clause(scene.code, start, end)
    inside, before = None, None
    for position, slot in scene.slots.items():
        if slot.when is None or slot.when.value is None:
            continue
        if left <= position < right:
            near = min(abs(position - start), abs(position - end))
            if inside is None or near < inside[0]:
                inside = (near, slot.when.value)
        elif position < left:
            before = slot.when.value
    return _plain(inside[1] if inside else before)


def _plain(value: str | None) -> str | None:
    """Reduce a time to what a claim may carry: of a range its end, of half a year the year."""
    return value.rsplit("/", 1)[-1].split("-H", 1)[0] if value else None


def attributed_to(wording: Wording, scene: Scene, position: int) -> str | None:
    """Return who is said to have stated it, in the text's own words, or ``None``."""
    head = scene.code[: max(position, 0)]
    for pattern in wording.attribution:
        match = pattern.search(head)
        if match:
            return _spell(scene, *match.span("who"))
    return None


def _spell(scene: Scene, start: int, end: int) -> str | None:
    """Return a piece of the code string with its slots written out; times and figures left out."""
    out: list[str] = []
    for position in range(start, end):
        slot = scene.slots.get(position)
        if slot is None:
            out.append(scene.code[position])
        elif slot.mentions:
            out.append("、".join(mention.text for mention in slot.mentions))
        elif slot.code == WHEN:
            continue
        else:
            return None
    return "".join(out).strip() or None
