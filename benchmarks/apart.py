"""Articles that take over others: what is set aside to judge by must not be learned from, whatever stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extract.cleaning import clean
from extract.model import Source
from extract.reading import decode

_RUN = 12  # Chinese characters in a row
_SHARED = 40  # runs that two texts have in common by chance, or as they quote the same words: some sentences
_OTHER = re.compile("[^\u4e00-\u9fff]+")


def apart(sources: Iterable[Source], aside: Sequence[Source]) -> Iterator[Source]:
    """
    Yield the articles that take over nothing from those that are set aside, not even a part among much else.

    Both are compared clean and folded: by what a reader would see, whatever the script.
    """
    told = frozenset[str]().union(*map(_runs, aside))
    return (source for source in sources if len(_runs(source) & told) < _SHARED)


def _runs(source: Source) -> frozenset[str]:
    text = _OTHER.sub("", clean(decode(source)).folded)
    return frozenset(text[start : start + _RUN] for start in range(len(text) - _RUN + 1))
