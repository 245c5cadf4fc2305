"""Where the items of a news digest (【云川发布新品】8月5日，…) begin, each of which tells of other things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import Mention, Span

_ITEM = re.compile(r"【[^】\n]{4,60}】\s*(?=[^\s【])")  # a headline with its text; one alone heads a section
_ITEMS = 2  # from so many on a text is a digest


def item_starts(folded: str, sentences: Sequence[Span]) -> frozenset[int]:
    """Return where the sentences start that open an item of a digest; empty if the text is none."""
    starts = [span.start for span in sentences if folded.startswith("【", span.start) and _opens(folded, span)]
    return frozenset(starts) if len(starts) >= _ITEMS else frozenset()


def _opens(folded: str, span: Span) -> bool:
    return _ITEM.match(folded, span.start, span.end) is not None


def by_item(mentions: Sequence[Mention], starts: frozenset[int]) -> Iterator[list[Mention]]:
    """Yield the mentions of what stands ahead of all items, then those of each item, all in text order."""
    at = 0
    for bound in [*sorted(starts), None]:
        begin = at
        while at < len(mentions) and (bound is None or mentions[at].span.start < bound):
            at += 1
        yield list(mentions[begin:at])
