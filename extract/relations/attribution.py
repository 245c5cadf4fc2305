"""Who is said to have stated what a sentence says."""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.wording import Wording

from .clauses import BOUND
from .needed_words import WordFilter, needs, numbers
from .scene import Scene


def attributed_to(wording: Wording, scene: Scene, start: int, end: int) -> str | None:
    """
    Return who is said to have stated what stands at ``code[start:end]``: a name as in the text, else a noun.

    A source governs what follows it in its sentence; one that stands last (…，X表示。) governs all before it.

    Args:
        wording: The domain's wording.
        scene: The raw or phrase scene.
        start: Where the statement starts.
        end: Where it ends.
    """
    sources = _sources(wording, scene.code)
    named = [match for match in sources if match.end() <= end and match.start("who") < start + 1]
    if named:
        return _spell(scene, max(named, key=lambda match: match.start("who")))
    last = [match for match in sources if match.start() >= end and _closes(scene.code, match.end())]
    return _spell(scene, last[-1]) if last else None


@lru_cache(maxsize=64)
def _sources(wording: Wording, code: str) -> tuple[re.Match[str], ...]:
    """Return what names a source in a code string; every claim of a sentence asks for it."""
    patterns = (wording.attribution[number] for number in numbers(_worded(wording)(code)))
    return tuple(match for pattern in patterns for match in pattern.finditer(code))


@lru_cache(maxsize=8)
def _worded(wording: Wording) -> WordFilter:
    """Return what tells which of the patterns of sources have the words that they need."""
    return WordFilter([needs(pattern.pattern) for pattern in wording.attribution])


def _closes(code: str, at: int) -> bool:
    """Tell whether nothing is said after *at*."""
    return BOUND.sub("", code[at:]).strip(" ”」』）)") == ""


def _spell(scene: Scene, match: re.Match[str]) -> str:
    """Return the source as the text spells it; of a list of names, all."""
    slot = scene.slots.get(match.start("who"))
    return "、".join(mention.text for mention in slot.mentions) if slot else match["who"]
