"""How Chinese names sound: pinyin without tones, in full and by initials, quickly for a hundred thousand names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

HAN: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


_LONGEST: Final = 8  # characters of a phrase that are looked for


@dataclass(frozen=True, slots=True)
class Sound:
    """What a folded name sounds like; what is not Chinese stands for itself.

    Args:
        full: All syllables: ``zhipuai`` for 智谱ai.
        initials: Their first letters: ``zpai``.
    """

    full: str
    initials: str


def sound(key: str) -> Sound | None:
    """Return how a folded name sounds, ``None`` where it has no Chinese character."""
    if not HAN.search(key):
        return None
    syllables, several, phrases = _readings()
    parts = [syllables.get(char, char) for char in key]
    if not several.isdisjoint(key) and not phrases.isdisjoint(_pieces(key)):  # 银行 is no yinxing
        parts = lazy_pinyin(key, style=Style.NORMAL, errors=list)  # type: ignore[arg-type]  # it takes what makes a list, too
    initials = "".join(part[:1] for part in parts)
    return Sound("".join(parts), initials)


def _pieces(key: str) -> Iterator[str]:
    """Yield all pieces of a name that may be a phrase."""
    for start in range(len(key)):
        for end in range(start + 2, min(start + _LONGEST, len(key)) + 1):
            yield key[start:end]


@cache
def _readings() -> tuple[Mapping[str, str], frozenset[str], frozenset[str]]:
    """Return the usual reading of every character, and the characters and phrases that are read otherwise."""
    marked = {chr(point): readings.partition(",")[0] for point, readings in PINYIN_DICT.items()}
    plain = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ", "aaaaeeeeiiiioooouuuuvvvvvnnnm")
    usual = {char: reading.translate(plain) for char, reading in marked.items()}
    several, phrases = set(), set()
    for phrase, readings in PHRASES_DICT.items():
        for char, (reading, *_) in zip(phrase, readings, strict=False):
            if reading.translate(plain) != usual.get(char):
                several.add(char)
                phrases.add(phrase)
    return usual, frozenset(several), frozenset(phrases)
