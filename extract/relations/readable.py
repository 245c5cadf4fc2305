"""Code strings as a person reads them: ⟨Company 微软⟩向⟨Company OpenAI⟩投资⟨money 100亿美元⟩."""

from __future__ import annotations

from typing import Final

from ontology.lexicon import TWO

from .phrase_slots import TWOFOLD
from .scene import CODE, COUNT, MONEY, OTHER, PERCENT, TIMES, WHEN, Scene

KINDS: Final = {
    **{code: name for name, code in CODE.items()},
    TWOFOLD: "/".join(TWO),
    MONEY: "money",
    PERCENT: "percent",
    TIMES: "times",
    COUNT: "count",
    OTHER: "figure",
    WHEN: "time",
}
"""What each character of a code string that stands for something is called."""


def readable(scene: Scene, text: str, start: int = 0, end: int | None = None) -> str:
    """
    Return ``scene.code[start:end]`` with every slot written as its kind and its words.

    Args:
        scene: A sentence, encoded.
        text: The clean text that the scene's slots point into.
        start: First place of the code string.
        end: The place behind the last; by default the whole rest.
    """
    places = range(start, len(scene.code) if end is None else end)
    return "".join(_shown(scene, text, place) for place in places).strip()


def _shown(scene: Scene, text: str, place: int) -> str:
    slot = scene.slots.get(place)
    if slot is None:
        return scene.code[place]
    return f"⟨{KINDS[slot.code]} {slot.span.of(text).strip()}⟩"
