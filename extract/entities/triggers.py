"""Words that make it worth looking for a name beside them, all found in one pass."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from .words import table


@cache
def _compiled() -> tuple[CharwiseDoubleArrayAhoCorasick, tuple[str, ...]]:
    """Return the automaton over all trigger words and the kind of each."""
    rows = table("triggers")
    return CharwiseDoubleArrayAhoCorasick(list(rows), MATCH_KIND_LEFTMOST_LONGEST), tuple(rows.values())


def triggers(folded: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and kind of each trigger word (a class for the last word of a name, ``firm``, ``title`` ...)."""
    automaton, kinds = _compiled()
    for start, end, index in automaton.find(folded):
        yield start, end, kinds[index]
        if kinds[index] == "government" and folded.startswith("部长", end - 1):
            yield end - 1, end + 1, "title"  # 司法部长, where 司法部 is found first
