"""What an article calls the firms by that it has named in full: 云川 of 云川科技, 哈尔默 of Halmor（哈尔默）."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .candidates import Candidate
from .organisations import core
from .resolution import compatible
from .segmenting import is_common, worth
from .words import pattern, table

_LEAST = 4.0  # by how much the name of a firm without its trade must beat words
_BRACKET = re.compile("[（(]")
_NEAR = 8  # characters between a name and another one in brackets
_WITHIN = ("firm", "fund", "trade", "field")  # kinds of words that end names


def short_firms(folded: str, kept: Sequence[Candidate]) -> dict[str, Candidate]:
    """Return what unlisted firms are called without their trade, where only one is: 云川 of 云川科技."""
    owners: dict[str, dict[str, Candidate]] = {}
    for candidate in kept:
        if candidate.type == "Company" and candidate.entry is None and not folded[candidate.start].isascii():
            name = folded[candidate.start : candidate.end]
            stem = core(name)
            if stem != name and not is_common(stem) and worth(stem) >= _LEAST:
                owners.setdefault(stem, {}).setdefault(name, candidate)
    return {stem: next(iter(firms.values())) for stem, firms in owners.items() if len(firms) == 1}


def goes_on(folded: str, at: int) -> bool:
    """Tell whether a word at *at* makes a longer name of what ends there: 云川智驾, 云川大学."""
    kinds = (table("triggers").get(folded[at : at + size], "") for size in (2, 3, 4))
    return any(kind in _WITHIN or kind[:1].isupper() for kind in kinds)


def glossed(folded: str, found: Candidate, kept: Sequence[Candidate]) -> Candidate | None:
    """Return the unlisted firm in Latin letters behind which *found* stands in brackets."""
    if _BRACKET.search(folded, max(0, found.start - _NEAR), found.start) is None:
        return None
    if pattern("alias.closing").match(folded, found.end) is None:
        return None
    near = (c for c in kept if 0 < found.start - c.end <= _NEAR)
    other = next((c for c in near if pattern("alias.opening").fullmatch(folded, c.end, found.start)), None)
    same = other is not None and other.entry is None and compatible(other.type, found.type)
    return other if same and other is not None and folded[other.start].isascii() else None
