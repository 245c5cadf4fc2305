"""Chinese people by their names in pinyin: Wenlong Huang, Huang Wenlong."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from .words import table, words

_WORD = re.compile("[A-Z][a-z]+")


@cache
def _surnames() -> frozenset[str]:
    """Return the syllables that are surnames, but Ai, which is rather AI."""
    known = words("surnames")
    return frozenset(
        s for s, characters in table("syllables").items() if s != "ai" and not known.isdisjoint(characters)
    )


@cache
def _given() -> re.Pattern[str]:
    """Return what two syllables or three look like."""
    syllables = "|".join(sorted(table("syllables"), key=len, reverse=True))
    return re.compile(f"(?:{syllables}){{2,3}}")


@lru_cache(maxsize=4096)
def is_chinese(first: str, last: str) -> bool:
    """Tell whether two words are a surname and a given name, in either order, by their syllables."""
    if _WORD.fullmatch(first) is None or _WORD.fullmatch(last) is None:
        return False
    pair = first.lower(), last.lower()
    return any(
        surname in _surnames() and given not in words("english") and _given().fullmatch(given)
        for surname, given in (pair, pair[::-1])
    )
