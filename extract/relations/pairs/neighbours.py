"""What is known of the names beside: members of a list, and pairs that vie for the same name."""

from __future__ import annotations

import numpy as np

from .candidates import Candidates
from .passage import FAMILY_OF, Floats, Ints, Passage

_NONE, _NO_ODDS = -1.0, -13.0  # there is no such pair


def neighbour_traits(
    text: Passage, pairs: Candidates, odds: Floats, pair: Ints, predicate: Ints, first: Ints
) -> Floats:
    """
    Return what speaks for relations from the pairs beside, one row each.

    Args:
        text: The document.
        pairs: Its pairs.
        odds: How much the words speak for each relation of each pair.
        pair: The pair of each relation.
        predicate: Its predicate.
        first: The place where it is nearest.

    Returns:
        How surely the frames say it of the subject's neighbours and of the object's, how much more the words do; of
        how many others the frames say it with the same subject, and object; how much more the words say it of the
        best pair with the same object, with the same subject, and of all.
    """
    names, own = np.stack((pairs.one[first], pairs.other[first])), odds[pair, predicate]
    parties, beside = (pairs.subject, pairs.object), _beside(text)[:, names].swapaxes(0, 1)
    entity = np.where((beside >= 0) & (beside != names[::-1, None]), text.entity[beside], -1)
    # The first row has the subject's neighbours in its place, the second the object's; each before and after it.
    subject, object_ = np.empty((2, *entity.shape), dtype=np.int64)
    subject[0], subject[1], object_[0], object_[1] = entity[0], parties[0][pair], parties[1][pair], entity[1]
    row = _rows(pairs, subject, object_)
    traits = np.maximum.reduce(np.where(row >= 0, pairs.told[row, predicate], _NONE), axis=1)
    more = np.maximum.reduce(np.where(row >= 0, odds[row, predicate], _NO_ODDS), axis=1) - own
    asked, column = np.unique(predicate, return_inverse=True)
    said, likely = (pairs.told[:, asked] > 0).astype(np.float64), odds[:, asked]
    counts = [_of_party(np.add, party, said)[party[pair], column] for party in parties]
    best = [_of_party(np.maximum, party, likely)[party[pair], column] - own for party in reversed(parties)]
    return np.stack((*traits, *more, *counts, *best, np.maximum.reduce(likely)[column] - own), axis=1)


def _beside(text: Passage) -> Ints:
    """Return the numbers of the names of one family that stand before and after each name of a sentence; -1 if none."""
    family = FAMILY_OF[text.kind]
    order = np.lexsort((family, text.sentence))
    before, after = order[:-1], order[1:]
    near = (text.sentence[before] == text.sentence[after]) & (family[before] == family[after])
    near &= text.entity[before] != text.entity[after]
    found = np.full((2, len(order)), -1, dtype=np.int64)
    found[0, after[near]], found[1, before[near]] = before[near], after[near]
    return found


def _rows(pairs: Candidates, subject: Ints, object_: Ints) -> Ints:
    """Return the number of each pair of entities; -1 where there is none."""
    size = int(max(pairs.subject.max(), pairs.object.max())) + 1
    keys, wanted = pairs.subject * size + pairs.object, subject * size + object_
    found = np.minimum(keys.searchsorted(wanted), len(keys) - 1)
    return np.where((keys[found] == wanted) & (subject >= 0) & (object_ >= 0) & (object_ < size), found, -1)


def _of_party(combine: np.ufunc, party: Ints, rows: Floats) -> Floats:
    """Return the rows of all pairs with each entity in one place, combined."""
    order = party.argsort(kind="stable")
    sorted_ = party[order]
    (starts,) = np.concatenate(([True], sorted_[1:] != sorted_[:-1])).nonzero()
    combined = np.zeros((int(sorted_[-1]) + 1, rows.shape[1]))
    combined[sorted_[starts]] = combine.reduceat(rows[order], starts, axis=0)
    return combined
