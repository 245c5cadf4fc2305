"""What Taiwan and Hong Kong call things, put as the mainland does: 晶片 is 芯片, 透過 is 通过.

Only for matching, and character for character, so that every offset stays: words that differ in length
(執行長, 使用者) are for the frames to know.
"""

from __future__ import annotations

import re
from functools import cache

from extract.cleaning.data import rows

REGIONAL = ("zh-Hant", "zh-Hant-TW", "zh-Hant-HK", "mixed")
"""Scripts of the texts that have such words."""


def in_common_words(folded: str) -> str:
    """Return a folded text with the words of the mainland, of the same length."""
    pattern, words = _table()
    return pattern.sub(lambda found: words[found[0]], folded)


@cache
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    words = {row[0]: row[1] for row in rows("vocabulary")}
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))), words
