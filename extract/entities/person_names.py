"""What a person may be called in Chinese characters, and where such a name ends."""

from __future__ import annotations

import re
from functools import cache

from .words import pattern, table, words

STOP = r"[\s，。、；：！？（）()《》「」『』“”\"',;:!?】\]—-]"


@cache
def sound() -> str:
    """Return a class of the characters that foreign names are spelt with."""
    return "[" + "".join(sorted(words("transliteration"))) + "]"


@cache
def double() -> frozenset[str]:
    """Return the surnames of two characters."""
    return frozenset(word for word in words("surnames") if len(word) == 2)


def surname_size(text: str, at: int) -> int:
    """Return how many characters the surname at *at* has, the longer first; 0 where none stands."""
    if text[at : at + 2] in double():
        return 2
    return 1 if text[at : at + 1] in words("surnames") else 0


@cache
def sounding() -> re.Pattern[str]:
    """Return what matches a part of a foreign name."""
    return re.compile(rf"{sound()}{{2,6}}")


def fits(name: str, size: int) -> bool:
    """Tell whether *name* can be a Chinese name with a surname of *size* characters."""
    han = all("\u3400" <= c <= "\u9fff" for c in name)
    return len(name) > size and han and name[size:] not in words("adverbs") and is_allowed(name)


def is_allowed(name: str) -> bool:
    """Tell whether *name* is no word of another kind."""
    banned = words("notpeople")
    return len(name) > 1 and name[:2] not in banned and name[:3] not in banned and name not in table("triggers")


def is_ended(folded: str, at: int) -> bool:
    """Tell whether a name may end at *at*."""
    if pattern("person.end", rf"<>|{STOP}|\Z").match(folded, at):
        return True
    return says(folded, at)


def says(folded: str, at: int) -> bool:
    """Tell whether a word for saying something stands at *at*."""
    return any(table("triggers").get(folded[at : at + n]) == "says" for n in (1, 2))


def chinese_end(window: str) -> str:
    """Return the Chinese name at the end of *window*, the longer first; empty where none is."""
    for length in (3, 2):
        name = window[-length:]
        if len(name) == length and name[0] in words("surnames") and fits(name, 1):
            return name
    return ""
