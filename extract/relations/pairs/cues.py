"""Words that a relation is often told with: many more than frames know, as none of them says enough alone."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import cache
from importlib import resources

import numpy as np

from .passage import Floats, Ints, Passage

FILE = resources.files(__package__).joinpath("cues.tsv")
_FAR = 99  # characters from a name at which a cue counts no more


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return the cues of each predicate as one pattern; of two that start in one place, the longer is found."""
    lines = csv.DictReader(FILE.read_text(encoding="utf-8").splitlines(), delimiter="\t")
    rows = {row["predicate"]: row["words"].split() for row in lines}
    ordered = {name: sorted(words, key=lambda word: (-len(word), word)) for name, words in rows.items()}
    return {name: re.compile("|".join(map(re.escape, words))) for name, words in ordered.items()}


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
    written = text.points.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")
    traits = np.empty((len(one), 4))
    for name in sorted(set(predicates)):
        cues = np.array([match.start() for match in _patterns()[name].finditer(written)], dtype=np.int64)
        mine = np.array([each == name for each in predicates])
        traits[mine] = np.concatenate([_distances(cues, text.place[names[mine]]) for names in (one, other)], axis=1)
    return traits


def _distances(cues: Ints, places: Ints) -> Ints:
    """Return how far the next cue after each place is, and the last before it."""
    edged = np.concatenate(([-_FAR], cues, [places.max(initial=0) + _FAR]))
    after = edged[np.searchsorted(edged, places, side="right")] - places
    before = places - edged[np.searchsorted(edged, places) - 1]
    return np.minimum(np.stack((after, before), axis=1), _FAR)
