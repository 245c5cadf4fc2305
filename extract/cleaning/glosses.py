"""Readings printed after characters: 復(fù)蘇, 戰（ㄓㄢˋ）, 复fù苏."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache

from extract.cleaning.characters import HAN
from extract.cleaning.edits import Change, disjoint

_TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜêńňǹḿɡɑ", "aaaaeeeeiiiioooouuuuvvvvennnmga")
_MARKED = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ\u0300\u0301\u0304\u030c]")
_LETTERS = "a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜêńňǹḿɡɑ\u0300\u0301\u0304\u0308\u030c"
_BRACKETED = re.compile(rf"[(（\[【][ ]?([{_LETTERS}][{_LETTERS} '’]{{0,23}}[1-5]?)[ ]?[)）\]】]")
_BARE = re.compile(rf"(?<=[{HAN}])[{_LETTERS}]{{1,6}}(?=[{HAN}])")
_STRAY = re.compile(rf"[(（]([{_LETTERS}]{{1,7}})[)）]|(?<![(（{_LETTERS}])([{_LETTERS}]{{1,7}})[)）]")
_ZHUYIN = re.compile(r"[(（\[【] ?[˙ㄅ-ㄯㆠ-ㆺˊˇˋ˙ ]{1,12} ?[)）\]】]|[ㄅ-ㄩ]{1,3}[ˊˇˋ˙]|˙[ㄅ-ㄩ]{1,3}")
_BOPOMOFO = re.compile("[ㄅ-ㄯ]")
_SYLLABLE = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iong|iang|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|van|"
    r"ai|ei|ao|ou|an|en|in|un|vn|ia|ie|iu|ua|uo|ui|ue|ve|er|[aoeiuv])|ng|hm|[mn])"
)
_NO_SYLLABLE = re.compile(
    r"[bpmf](?:ong|u[aoe]|un|iang|iong|ue)|[gkh]i|[jqx][aoe]|[dtnl]uang|f(?:i|ao|ai(?!$))|fe$|r[ai]$|ro$|l[o]$|c[ei]n$"
)
_HAN = re.compile(f"[{HAN}]")
_ALL_HAN = re.compile(f"[{HAN}]+")
_LONGEST = 8  # characters that one reading may stand for
_TONED = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ\u0300\u0301\u0304\u030cㄅ-ㄯ]")
_ENOUGH = 5  # readings with tone marks that make unmarked ones believable


def glosses(text: str) -> list[Change]:
    """Remove pinyin and zhuyin readings after Chinese characters.

    Readings without tone marks go only where the text has several with them: (wafer) and (he) may be words.
    """
    toned = _TONED.search(text) is not None
    found: list[Change] = []
    if toned and _BOPOMOFO.search(text):
        found = [(*match.span(), "") for match in _ZHUYIN.finditer(text) if _after_han(text, match.start())]
    marked, plain = _pinyin(text, toned)
    if len(marked) >= _ENOUGH or len(plain) >= 4 * _ENOUGH:
        marked += plain + _strays(text, {start for start, _, _ in marked})
    return disjoint([*found, *marked])


def _pinyin(text: str, toned: bool) -> tuple[list[Change], list[Change]]:
    """Return the readings after Chinese characters, with tone marks and without."""
    marked: list[Change] = []
    plain: list[Change] = []
    for match in _BRACKETED.finditer(text):
        if _reads(match[1], text, match.start()):
            (marked if _MARKED.search(match[1]) else plain).append((*match.span(), ""))
    if toned:
        marked += [(*match.span(), "") for match in _BARE.finditer(text) if _is_marked(match[0])]
    return marked, plain


def _strays(text: str, found: Container[int]) -> list[Change]:
    """Return readings whose character was damaged (M(jìn)) or that lost a bracket (nèi)), but for those *found*."""
    others = (match for match in _STRAY.finditer(text) if match.start() not in found)
    return [(*match.span(), "") for match in others if _is_marked(match[1] or match[2])]


def _is_marked(gloss: str) -> bool:
    return _MARKED.search(gloss) is not None and _syllables(gloss) == 1


def _reads(gloss: str, text: str, at: int) -> bool:
    """Tell whether *gloss* is made of Chinese syllables, at most one for each character right before *at*."""
    count = _syllables(gloss)
    return 0 < count <= min(at, _LONGEST) and _ALL_HAN.fullmatch(text, at - count, at) is not None


@lru_cache(maxsize=8192)
def _syllables(gloss: str) -> int:
    """Return how many Chinese syllables *gloss* is made of, 0 when it is something else."""
    syllables = 0
    for word in _plain(gloss).split():
        at = 0
        while at < len(word):
            match = _SYLLABLE.match(word, at)
            if not match or _NO_SYLLABLE.match(match[0]):
                return 0
            syllables, at = syllables + 1, match.end()
    return syllables


def _plain(gloss: str) -> str:
    text = gloss.translate(_TONES).replace("'", " ").replace("’", " ").replace("ü", "v").replace("u\u0308", "v")
    return re.sub("[\u0300\u0301\u0304\u0308\u030c1-5]", "", text)


def _after_han(text: str, at: int) -> bool:
    return at > 0 and _HAN.match(text, at - 1) is not None
