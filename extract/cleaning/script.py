"""Simplified and Traditional: a folded copy for matching, and what the text is written in."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from operator import ne

from opencc import OpenCC

from extract.cleaning.characters import HAN
from extract.cleaning.data import rows

_SURROGATE = re.compile("[\ud800-\udfff]")
_HAN = re.compile(f"[{HAN}]+")
_LETTERS = re.compile(r"[A-Za-zÀ-ɏͰ-ϿЀ-ӿ가-힯぀-ヿ]+")
# 著 stays where it means a work, renown or what stands out; elsewhere in Traditional text it is the aspect mark 着.
_ASPECT = re.compile("著(?<![显土原编名专巨合昭卓论遗译拙所主撰创旧近新]著)(?![名作述书称录者于有《「])")
_FOREIGN = 0.05  # less Chinese than this among letters: another language
_CHANGED = 0.06  # share of characters that folding changes from which on a paragraph is Traditional
_SAMPLE = 200  # characters of a paragraph that tell its script
_MINOR = 0.2  # share of text in the other script from which on a document is mixed


def fold(text: str) -> str:
    """Return *text* in Simplified characters, code point for code point, for matching only.

    Names in the table of protected words survive (昇腾 does not become 升腾, nor 升腾 昇腾: 提升腾讯的).
    """
    folded = _converter().convert(_SURROGATE.sub("\ufffd", text) if _SURROGATE.search(text) else text)
    assert len(folded) == len(text), "folding must keep the length"
    if "著" in folded:
        folded = _ASPECT.sub("着", folded)
    return _restored(text, folded)


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


@cache
def _protected() -> tuple[re.Pattern[str], dict[str, str]]:
    plain = {_converter().convert(name): name for (name,) in rows("protected")}
    damaged = {broken: name for broken, name in plain.items() if broken != name}
    return re.compile("|".join(map(re.escape, sorted(damaged, key=lambda key: (-len(key), key)))) or r"(?!)"), damaged


def _restored(text: str, folded: str) -> str:
    """Return *folded* with the protected names that *text* itself has."""
    pattern, names = _protected()

    def name(found: re.Match[str]) -> str:
        kept, written = names[found[0]], text[found.start() : found.end()]
        changed = (i for i, character in enumerate(kept) if character != found[0][i])
        return kept if all(written[i] == kept[i] for i in changed) else found[0]

    return pattern.sub(name, folded)


def script_of(text: str, folded: str) -> str:
    """Return ``zh-Hans``, ``zh-Hant-TW``, ``zh-Hant-HK``, ``zh-Hant``, ``mixed`` or ``other``."""
    if not _is_chinese(text):
        return "other"
    if text == folded:
        return "zh-Hans"
    traditional, simplified = _shares(text, folded)
    if not traditional:
        return "zh-Hans"
    if min(traditional, simplified) > _MINOR * (traditional + simplified):
        return "mixed"
    return _region(folded) if traditional > simplified else "zh-Hans"


def _is_chinese(text: str) -> bool:
    """Tell whether there is enough Chinese among the letters; the first lines of an article decide it."""
    chinese = 0
    for found in _HAN.finditer(text):
        chinese += found.end() - found.start()
        if chinese >= _FOREIGN * len(text):
            return True
    return chinese > 0 and chinese >= _FOREIGN * sum(map(len, _LETTERS.findall(text)))


def _shares(text: str, folded: str) -> tuple[int, int]:
    """Return how many characters stand in Traditional and in Simplified paragraphs."""
    traditional = simplified = 0
    for paragraph, plain in zip(text.split("\n"), folded.split("\n"), strict=True):
        if paragraph != plain and sum(map(ne, paragraph[:_SAMPLE], plain[:_SAMPLE])) > _CHANGED * min(
            len(paragraph), _SAMPLE
        ):
            traditional += len(paragraph)
        else:
            simplified += len(paragraph)
    return traditional, simplified


@cache
def _regional() -> tuple[re.Pattern[str], dict[str, str]]:
    words = {fold(word): region for word, region in rows("regional")}
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda key: (-len(key), key))))), words


def _region(folded: str) -> str:
    pattern, words = _regional()
    counts = Counter(words[found] for found in pattern.findall(folded))
    taiwan, hong_kong = counts["TW"], counts["HK"]
    if max(taiwan, hong_kong) < 2 or taiwan == hong_kong:
        return "zh-Hant"
    return "zh-Hant-TW" if taiwan > hong_kong else "zh-Hant-HK"
