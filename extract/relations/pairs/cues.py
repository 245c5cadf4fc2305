"""Words that a relation is often told with: many more than frames know, as none of them says enough alone."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from importlib import resources

import numpy as np
from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from .passage import Floats, Ints, Passage

FILE = resources.files(__package__).joinpath("cues.tsv")
_FAR = 99  # characters from a name at which a cue counts no more


@cache
def _finders() -> dict[str, CharwiseDoubleArrayAhoCorasick]:
    """Return what finds the cues of each predicate; of two that start in one place, the longer is found."""
    lines = csv.DictReader(FILE.read_text(encoding="utf-8").splitlines(), delimiter="\t")
    rows = {row["predicate"]: sorted(set(row["words"].split())) for row in lines}
    return {name: CharwiseDoubleArrayAhoCorasick(words, MATCH_KIND_LEFTMOST_LONGEST) for name, words in rows.items()}


def cue_traits(text: Passage, one: Ints, other: Ints, predicates: Sequence[str]) -> Floats:
    """
    Return how near the cues of relations stand to their names, one row each.

    Args:
        text: The document.
        one: The number of each one's subject.
        other: The number of its object.
        predicates: The name of each one's predicate.

    Returns:
        How far the next cue after the subject is and the last before it; then likewise of the object.
    """
    written = text.points.astype("<u4").tobytes().decode("utf-32-le", "replace")
    traits = np.empty((len(one), 4))
    places = text.place[np.stack((one, other), axis=1)]
    names = np.array(predicates)
    for name in sorted(set(predicates)):
        cues = [start for start, _, _ in _finders()[name].find(written)]
        mine = names == name
        traits[mine] = _distances(cues, places[mine])
    return traits


def _distances(cues: Sequence[int], places: Ints) -> Ints:
    """Return how far the next cue after each place of a row is, and the last before it."""
    edged = np.array([-_FAR, *cues, int(places.max(initial=0)) + _FAR], dtype=np.int64)
    after = edged[edged.searchsorted(places, side="right")] - places
    before = places - edged[edged.searchsorted(places) - 1]
    return np.minimum(np.stack((after, before), axis=2), _FAR).reshape(len(places), -1)
