"""Machine-spun wording (伪原创): tell it, undo the swaps that are safe, point at those that may have turned a meaning.

Swaps are undone only in texts that show several words no author writes (卵白质, 狂言语模子): outside them,
手艺 is a craft and 机械人 is Hong Kong's word for a robot.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.cleaning.data import rows
from extract.cleaning.edits import Change
from extract.model import CleanText, Span
from extract.sentences import sentence_spans

KIND = "spun"
_ENOUGH = 3  # different telling words that make a text spun
# 取 for 与 between names; the characters around it rule out 取得, 获取 and the like.
_AND = re.compile(
    "(?<=[\u4e00-\u9fffA-Za-z0-9）》”])(?<![获争采吸夺抽提索换录听可榨领赚收读存截选爬抓汲进窃谋牟骗套攫博考猎盗支摄智择拔能而要想来去会])"
    "取(?![得代消胜决用自名材向回出下舍证景暖笑缔经款走悉巧信样货钱票件药水])"
)


@dataclass(frozen=True, slots=True)
class _Table:
    telling: tuple[str, ...]
    tells: re.Pattern[str]
    plain: dict[str, str]
    swapped: re.Pattern[str]
    doubtful: re.Pattern[str]


@cache
def _table() -> _Table:
    found = rows(KIND)
    plain = {word: right for word, right, _, use in found if use == "undo"}
    doubtful = [word for word, _, _, use in found if use == "doubt"]
    telling = tuple(word for word, _, tells, _ in found if tells == "yes")
    return _Table(telling, _any_of(list(telling)), plain, _any_of(list(plain)), _any_of(doubtful))


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))))


def telling_words(text: str) -> tuple[str, ...]:
    """Return the words in *text* that only spinning produces."""
    table = _table()
    return tuple(word for word in table.telling if word in text) if table.tells.search(text) else ()


def swaps(text: str) -> list[Change]:
    """Undo the safe swaps where *text* is spun, and change nothing elsewhere."""
    if len(telling_words(text)) < _ENOUGH:
        return []
    table = _table()
    found = [(*match.span(), table.plain[match[0]]) for match in table.swapped.finditer(text)]
    taken = {at for start, end, _ in found for at in range(start, end)}
    found += [(*match.span(), "与") for match in _AND.finditer(text) if match.start() not in taken]
    return sorted(found)


def doubtful_words(clean: CleanText) -> tuple[Span, ...]:
    """Return the words of a spun text whose meaning may be turned around (收入 for 支出), in clean coordinates."""
    return tuple(Span(*match.span()) for match in _table().doubtful.finditer(clean.text))


def doubtful_sentences(clean: CleanText) -> tuple[Span, ...]:
    """Return the sentences of a spun text that hold such a word; what is set aside has none."""
    words = iter(doubtful_words(clean))
    word = next(words, None)
    found: list[Span] = []
    for sentence in sentence_spans(clean):
        while word and word.start < sentence.start:
            word = next(words, None)
        if word and word.start < sentence.end:
            found.append(sentence)
    return tuple(found)
