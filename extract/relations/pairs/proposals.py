"""Which relations of which pairs are worth a second look, and what speaks for each besides the words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ontology.vocabulary import RELATIONS

from .candidates import FITS, PREDICATES, Candidates
from .cues import cue_traits
from .facts import Facts
from .neighbours import neighbour_traits
from .passage import Floats, Ints, Passage

LEAST = 0.03  # how likely the words alone must make a relation
PROPOSED = ("develops", "investsIn", "worksFor", "locatedIn")
"""What is proposed by the words alone; the others only where they are known of a pair, else they are mostly wrong."""

_PROPOSED = np.isin(PREDICATES, PROPOSED)
_ODDS = float(np.log(LEAST / (1 - LEAST)))
_NEVER = -12.0
_SYMMETRIC = np.array([RELATIONS[name].symmetric for name in PREDICATES])


@dataclass(frozen=True, slots=True)
class Proposals:
    """
    Relations that words make possible.

    Args:
        pair: The number of each one's pair.
        predicate: The number of each one's predicate.
        found: Whether frames have found it.
        traits: What speaks for and against each, one row each, without what the frames say of it.
    """

    pair: Ints
    predicate: Ints
    found: npt.NDArray[np.bool_]
    traits: Floats


def proposals(text: Passage, pairs: Candidates, odds: Floats, facts: Facts, *, again: bool = False) -> Proposals:
    """
    Return the relations worth a second look.

    Args:
        text: A document.
        pairs: Its pairs.
        odds: How much the words speak for each relation of each pair (log odds).
        facts: What other articles say.
        again: Propose what frames have found as well.
    """
    fits = FITS[pairs.kinds[:, 0], pairs.kinds[:, 1]]
    odds = np.minimum(np.maximum(np.where(fits, odds, _NEVER), _NEVER), 6)
    found = pairs.told[:, : len(PREDICATES)] > 0
    asked = (_PROPOSED & (odds >= _ODDS)) | facts.known(text.ids, pairs)
    once = ~_SYMMETRIC | (pairs.subject < pairs.object)[:, None]
    pair, predicate = np.nonzero(fits & asked & once & (again | ~found))
    first = pairs.pair.searchsorted(pair)
    traits = (
        pairs.seen[first],
        pairs.shown[pair],
        pairs.kinds[pair],
        _told(pairs, pair, predicate),
        _words(pairs, odds, pair, predicate),
        neighbour_traits(text, pairs, odds, pair, predicate, first),
        cue_traits(text, pairs.one[first], pairs.other[first], [PREDICATES[each] for each in predicate.tolist()]),
        facts.traits(text.ids, pairs, pair, predicate),
        predicate[:, None],
    )
    return Proposals(pair, predicate, found[pair, predicate], np.concatenate(traits, axis=1))


def _told(pairs: Candidates, pair: Ints, predicate: Ints) -> Floats:
    """Return what the frames say of each pair besides the proposed relation, and how surely at most."""
    told, rows = pairs.told[pair], np.arange(len(pair))
    told[rows, predicate] = 0
    surest = np.maximum.reduce(told[:, : len(PREDICATES)], axis=1, initial=0)
    return np.concatenate((told, surest[:, None]), axis=1)


def _words(pairs: Candidates, odds: Floats, pair: Ints, predicate: Ints) -> Floats:
    """Return how much the words speak for each relation, for the next best of its pair, and for the pairs beside."""
    own, others = odds[pair, predicate], odds[pair]
    others[np.arange(len(pair)), predicate] = _NEVER
    rival = np.maximum.reduce(others, axis=1, initial=_NEVER)
    best = np.maximum.reduce(odds, axis=1, initial=_NEVER)
    return np.array((*_rivals(pairs, best)[:, pair], own, rival, own - rival)).T


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
    return np.array((of_object[pairs.object] - best, of_subject[pairs.subject] - best, turned))


def _keys(one: Ints, other: Ints, size: int) -> Ints:
    return one * size + other
