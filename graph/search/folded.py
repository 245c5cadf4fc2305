"""Many texts, folded as names are, in one: a part of them is found as quickly as the processor reads memory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from graph.search.columns import Ints
from ontology.lexicon import name_key

_BETWEEN: Final = "\n"  # no folded text has white space
_MARK: Final = "\x01"  # ... but folding leaves this alone, so that many texts can be folded at once
_BATCH: Final = 4096


@dataclass(frozen=True, slots=True)
class Folded:
    """Texts in a row.

    Args:
        joined: All of them.
        begin: Where each begins.
    """

    joined: str
    begin: Ints

    def __len__(self) -> int:
        return len(self.begin)

    def holding(self, key: str) -> Ints:
        """Return the numbers of the texts that hold the folded text *key*."""
        at = np.fromiter((found.start() for found in re.finditer(re.escape(key), self.joined)), np.int64)
        return np.unique(np.searchsorted(self.begin, at, side="right") - 1)


def folded(texts: Sequence[str]) -> Folded:
    """Return *texts* folded."""
    keys = list(_keys(texts))
    return joined(keys)


def joined(keys: Sequence[str]) -> Folded:
    """Return texts that are folded already."""
    sizes = (len(key) + len(_BETWEEN) for key in keys)
    return Folded(_BETWEEN.join(keys), starts(sizes)[:-1])


def starts(sizes: Iterable[int]) -> Ints:
    """Return where each piece begins when they stand in a row, and where the row ends."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(np.fromiter(sizes, np.int64))])


def _keys(texts: Sequence[str]) -> Iterator[str]:
    """Yield the folded texts; a batch at once, for folding one takes longer than folding a character."""
    for at in range(0, len(texts), _BATCH):
        batch = [text.replace(_MARK, " ") for text in texts[at : at + _BATCH]]
        yield from name_key(_MARK.join(batch)).split(_MARK)
