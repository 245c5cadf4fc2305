"""Which relations of which pairs are worth a second look, and what speaks for each besides the words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .candidates import FITS, PREDICATES, Candidates
from .passage import Floats, Ints

LEAST = 0.03  # how likely the words alone must make a relation
PROPOSED = ("develops", "investsIn", "worksFor", "locatedIn")
"""What is proposed: by cross-validation the others are wrong more often than they are worth."""

_PROPOSED = np.isin(PREDICATES, PROPOSED)
_EACH = np.eye(len(PREDICATES))
_ODDS = float(np.log(LEAST / (1 - LEAST)))
_NEVER = -12.0


@dataclass(frozen=True, slots=True)
class Proposals:
    """
    Relations that frames have not found and that words make possible.

    Args:
        pair: The number of each one's pair.
        predicate: The number of each one's predicate.
        traits: What speaks for and against each, one row each.
    """

    pair: Ints
    predicate: Ints
    traits: Floats


def proposals(pairs: Candidates, odds: Floats) -> Proposals:
    """
    Return the relations worth a second look.

    Args:
        pairs: The pairs of a document.
        odds: How much the words speak for each relation of each pair (log odds).
    """
    width = len(PREDICATES)
    fits = FITS[pairs.kinds[:, 0], pairs.kinds[:, 1]]
    odds = np.minimum(np.maximum(np.where(fits, odds, _NEVER), _NEVER), 6)
    frames = pairs.told[:, :width]
    pair, predicate = np.nonzero(fits & _PROPOSED & (odds >= _ODDS) & (frames == 0))
    best = np.maximum.reduce(odds, axis=1, initial=_NEVER)
    own = odds[pair, predicate]
    others = odds[pair]
    others[np.arange(len(pair)), predicate] = _NEVER
    rival = np.maximum.reduce(others, axis=1, initial=_NEVER)
    first = pairs.pair.searchsorted(pair)
    traits = (
        pairs.seen[first],
        pairs.shown[pair],
        pairs.told[pair],
        pairs.kinds[pair],
        _rivals(pairs, best)[pair],
        np.array((own, rival, own - rival, np.maximum.reduce(frames[pair], axis=1, initial=0))).T,
        _EACH[predicate],
    )
    return Proposals(pair, predicate, np.concatenate(traits, axis=1))


def _rivals(pairs: Candidates, best: Floats) -> Floats:
    """Return how far each pair is behind the best one with its object, with its subject, and turned round."""
    size = int(max(pairs.subject.max(initial=0), pairs.object.max(initial=0))) + 1
    of_object, of_subject = np.full(size, _NEVER), np.full(size, _NEVER)
    np.maximum.at(of_object, pairs.object, best)
    np.maximum.at(of_subject, pairs.subject, best)
    places = _keys(pairs.subject, pairs.object, size).searchsorted(_keys(pairs.object, pairs.subject, size))
    places = np.minimum(places, len(best) - 1)
    turned = np.where(
        (pairs.subject[places] == pairs.object) & (pairs.object[places] == pairs.subject), best[places], _NEVER
    )
    return np.array((of_object[pairs.object] - best, of_subject[pairs.subject] - best, turned)).T


def _keys(one: Ints, other: Ints, size: int) -> Ints:
    return one * size + other
