"""Who is said to have stated what a sentence says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ontology.wording import Wording

from ..model import Mention
from .clauses import BOUND
from .needed_words import WordFilter, needs, numbers
from .scene import Scene


class Speakers:
    """Tells who is said to have stated what a document says."""

    def __init__(self, wording: Wording, mentions: Sequence[Mention]) -> None:
        """
        Take what speakers are told by.

        Args:
            wording: The domain's wording.
            mentions: The document's mentions, pronouns resolved to entities among them.
        """
        self._wording = wording
        self._names: dict[str, str] = {}
        for mention in mentions:
            if mention.rule != "coreference":
                self._names.setdefault(mention.entity, mention.text)

    def __call__(self, scene: Scene, start: int, end: int) -> str | None:
        """
        Return who states what stands at ``code[start:end]``: a name as in the text, else a noun.

        A source governs what follows it in its sentence; one that stands last (…，X表示。) governs all before it.
        Of one who is not named there (他表示) it is the first name that the text has.

        Args:
            scene: The raw or phrase scene.
            start: Where the statement starts.
            end: Where it ends.
        """
        sources = _sources(self._wording, scene.code)
        named = [match for match in sources if match.end() <= end and match.start("who") < start + 1]
        if named:
            return self._spell(scene, max(named, key=lambda match: match.start("who")))
        last = [match for match in sources if match.start() >= end and _closes(scene.code, match.end())]
        return self._spell(scene, last[-1]) if last else None

    def _spell(self, scene: Scene, match: re.Match[str]) -> str:
        """Return the source as the text spells it; of a list of names, all."""
        slot = scene.slots.get(match.start("who"))
        return "、".join(map(self._name, slot.mentions)) if slot else match["who"]

    def _name(self, mention: Mention) -> str:
        return self._names.get(mention.entity, mention.text) if mention.rule == "coreference" else mention.text


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
