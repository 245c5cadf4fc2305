"""
Passages that were read: which relations a language model that read them found there between the names that we find.

``read_passages.tsv`` has a row a passage: the article, where the passage starts and ends in it (characters of the
original), the names that were shown, and ``subject predicate object`` of each relation, parted by semicolons. It holds
ids and no text.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from extract.relations.pairs.candidates import Candidates
from extract.relations.pairs.facts import Fact
from extract.relations.pairs.passage import Ints, Passage


@dataclass(frozen=True)
class Read:
    """A passage that was read, in characters of the original, whom it was shown to name, and what it says."""

    start: int
    end: int
    names: frozenset[str]
    says: tuple[Fact, ...]


def passages(file: Path) -> Mapping[str, Sequence[Read]]:
    """Return the passages that were read, by article, in their order."""
    found: dict[str, list[Read]] = defaultdict(list)
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            says = [tuple(each.split(" ")) for each in row["says"].split(";") if each]
            names = frozenset(row["names"].split(" "))
            read = Read(int(row["start"]), int(row["end"]), names, tuple((s, p, o) for s, p, o in says))
            found[row["article"]].append(read)
    return {article: sorted(read, key=lambda each: each.start) for article, read in found.items()}


def shown(text: Passage, pairs: Candidates, places: Ints, read: Sequence[Read]) -> npt.NDArray[np.bool_]:
    """
    Return which pairs of an article readers could judge: those of which each place was shown in one passage.

    Args:
        text: The article.
        pairs: Its pairs.
        places: Where each name stands in the original.
        read: The passages that were read.
    """
    passage = _passage(text, places, read)
    judged = np.ones(len(pairs.subject), dtype=np.bool_)
    np.logical_and.at(judged, pairs.pair, passage[pairs.one] == passage[pairs.other])
    return judged


def _passage(text: Passage, places: Ints, read: Sequence[Read]) -> Ints:
    """Return the number of the passage that shows each name; a number of its own for a name that none shows."""
    starts, ends = (np.array([getattr(each, name) for each in read], dtype=np.int64) for name in ("start", "end"))
    passage = starts.searchsorted(places, side="right") - 1
    shown = [
        number >= 0 and place < ends[number] and text.ids[entity] in read[number].names
        for number, place, entity in zip(passage.tolist(), places.tolist(), text.entity.tolist(), strict=True)
    ]
    return np.where(shown, passage, -1 - np.arange(len(places)))
