"""Tell which short Latin word stands for which long name: IPU for Intelligence Processing Units, ChatML."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .words import words

_PIECES = re.compile(r"[A-Za-z]+")
_LONGEST = 6  # letters
_LEAST = 3  # letters, and words of the long name, small ones among them


def stands_for(short: str, long: str) -> bool:
    """Tell whether *short* takes a first letter, or the whole first word, of each word of *long*, in order."""
    letters = short.removesuffix("s") if short[-1:] == "s" and short[:-1].isupper() else short
    if len(letters) < _LEAST or not letters.isalpha() or not letters[-2:].isupper():
        return False
    pieces = _PIECES.findall(long)
    strong = [piece for piece in pieces if piece.lower() not in words("small")]
    if len(pieces) < _LEAST or any(piece.islower() for piece in strong):
        return False
    return _spelt(letters.lower(), strong) or _spelt(letters.lower(), pieces)


def are_initials(short: str, long: str) -> bool:
    """Tell whether *short* is made of the first letters of *long*, whatever their case: Long-haul link, LHL."""
    return is_initials(short) and _spelt(short.lower(), _PIECES.findall(long) or [long])


def is_initials(name: str) -> bool:
    """Tell whether *name* looks like first letters, or like what a share is called by."""
    return name.isalpha() and name.isupper() and len(name) <= _LONGEST


def are_alike(one: str, other: str) -> bool:
    """Tell whether of two Latin names one may shorten the other, by its first letters: Cypher BFT, WiCyS."""
    if one.lower() in other.lower() or other.lower() in one.lower():
        return True
    return not _initials_of(one).isdisjoint(other[0].lower()) or one[0].lower() in _initials_of(other)


def _initials_of(name: str) -> frozenset[str]:
    """Return the letters that a name begins with, and that acronyms within it do."""
    return frozenset(word[0].lower() for n, word in enumerate(name.split()) if not n or is_initials(word))


def _spelt(letters: str, pieces: Sequence[str]) -> bool:
    """Tell whether *letters* are the first ones of *pieces*, or the first piece and those of the others."""
    initials = "".join(piece[0] for piece in pieces).lower()
    return letters in (initials, pieces[0].lower() + initials[1:])
