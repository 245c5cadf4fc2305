"""Tell a misspelt name from another name: typing slips in Latin names, characters of the same sound in Chinese ones.

Near spelling alone is no evidence: it also parts GPT-4 from GPT-4o and Daniel from Daniela. So a difference counts
only where a typist makes it, within long words, never in digits; whoever calls this asks for more (one article,
one class, a name that hardly occurs).
"""

from __future__ import annotations

import re
from functools import cache

from .words import table, words

_HAN = re.compile(r"[\u3400-\u9fff]+")
_DOT = re.compile(r"[·・•‧∙]")
_LONG, _SHORT = 6, 4  # letters of a word on its own, and of one within a name that is the same otherwise
_INITIALS = ("bp", "dt", "gk", "jqx", "zcs", "fh", "nl")  # what one hears alike at the start of a foreign syllable


def misspelt(name: str, other: str) -> bool:
    """Tell whether the Latin *name* may be a misspelt *other*: Mustafa Surleyman and Mustafa Suleyman."""
    if abs(len(name) - len(other)) > 1 or not (name.isascii() and other.isascii()):
        return False
    ours, theirs = name.split(), other.split()
    if len(ours) != len(theirs):
        return False
    apart = [(a.lower(), b.lower()) for a, b in zip(ours, theirs, strict=True) if a.lower() != b.lower()]
    if len(apart) != 1:
        return False
    (a, b), alone = apart[0], len(ours) == 1
    if not (a.isalpha() and b.isalpha()) or min(len(a), len(b)) < (_LONG - 1 if alone else _SHORT) or a[0] != b[0]:
        return False
    if {a, b} & words("english") and alone:
        return False
    slip = _slip(a, b)
    return slip in ("left out", "swapped") or (slip == "another" and not alone)


def _slip(a: str, b: str) -> str:
    """Say by which slip *a* becomes *b* (``left out``, ``swapped``, ``another``); empty where one is not enough."""
    if len(a) == len(b):
        places = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        if len(places) == 1:
            return "another"
        swapped = len(places) == 2 and places[1] == places[0] + 1 and a[places[0]] == b[places[1]]
        return "swapped" if swapped and a[places[1]] == b[places[0]] else ""
    short, long = sorted((a, b), key=len)
    if len(long) - len(short) > 1:
        return ""
    at = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return "left out" if short[at:] == long[at + 1 :] else ""


def sounds_like(name: str, other: str, foreign: bool) -> bool:
    """Tell whether two Chinese names are written for one sound: 金正浩 and 金正镐.

    Args:
        name: A name.
        other: Another.
        foreign: Whether they spell a foreign name, whose spelling is free: 穆斯克 and 马斯克.
    """
    if len(name) != len(other) or name == other:
        return False
    ours, theirs = _DOT.split(name), _DOT.split(other)
    if len(ours) != len(theirs):
        return False
    pairs = list(zip(ours, theirs, strict=True))
    if len(pairs) > 1:
        return sum(a != b for a, b in pairs) == 1 and all(_alike(a, b, True) for a, b in pairs)
    return len(name) > 2 and _alike(name, other, foreign)


def _alike(a: str, b: str, foreign: bool) -> bool:
    """Tell whether two words of one length differ at most in one character, by nothing that one hears."""
    if a == b:
        return True
    if len(a) != len(b) or not (_HAN.fullmatch(a) and _HAN.fullmatch(b)):
        return False
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(apart) == 1 and _same_sound(*apart[0], foreign)


def _same_sound(x: str, y: str, foreign: bool) -> bool:
    ours, theirs = _readings().get(x, ()), _readings().get(y, ())
    if set(ours) & set(theirs):
        return True
    return foreign and any(_initial(a) == _initial(b) for a in ours for b in theirs)


def _initial(syllable: str) -> str:
    """Return the class of the first consonant of *syllable*; empty where it begins with a vowel."""
    first = syllable[0]
    if first in "aoe":
        return ""
    return next((group for group in _INITIALS if first in group), first)


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    """Return the syllables of each character."""
    readings: dict[str, tuple[str, ...]] = {}
    for syllable, characters in table("syllables").items():
        for character in characters:
            readings[character] = (*readings.get(character, ()), syllable)
    return readings
