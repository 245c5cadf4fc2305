"""From judged pairs to relations: what is likely enough and not yet found."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

import numpy as np

from ontology.frames import RelationFrame

from ...entities.voices import is_us
from ...model import Span
from ..clauses import clause
from ..related import Related
from ..scene import Scene
from ..weighing import mended
from .candidates import PREDICATES, Candidates, candidates
from .facts import Facts
from .network import Network
from .passage import Passage, passage
from .proposals import PROPOSED, proposals
from .trees import Trees

# What tells of the making or coming out of a thing, and so how sure it is; whose it is is else taken for granted.
_MAKING = re.compile(
    "发[布售表]|[推做造]出|上[线市]|[亮登]相|登场|[面问]世|公布|[开研]发(?![者商人])|研制|开[源放售]|打造|[构创]建|建[造设立]|设计"
    "|训练|量产|生产|制造|销售|出货|启动|测试"
)
_AT_ONCE = 4_000  # names; an article has a few hundred

Judges = tuple[Network, Trees, Facts]
"""What the words say of a pair, how likely it is right given all else, and what other articles say."""

LEAST = 0.3  # how likely a relation must be to be told: half of F1, below which one more lowers it
LEAST_KNOWN = 0.4  # likewise one that is proposed for being known: annotators find fewer of these told than readers do
_LEAST = np.array([LEAST if name in PROPOSED else LEAST_KNOWN for name in PREDICATES])
_ODDS = np.log(_LEAST / (1 - _LEAST))


class _Reading(Protocol):
    """What is read of a sentence."""

    @property
    def raw(self) -> Scene: ...
    @property
    def related(self) -> list[Related]: ...


class Completer:
    """Finds the relations of a document that no frame states."""

    def __init__(self, judges: Judges, links: Sequence[Mapping[str, str]]) -> None:
        """
        Take what pairs are judged with.

        Args:
            judges: The network, the trees and the facts.
            links: Who makes an entity, and who owns it, by id.
        """
        self._network, self._trees, self._facts = judges
        self._links = links

    def __call__(self, readings: Sequence[_Reading]) -> list[tuple[int, Related]]:
        """Return relations that the frames left out, each with the index of the sentence it is told in."""
        return [
            (start + n, related) for start, stretch in _stretches(readings) for n, related in self._complete(stretch)
        ]

    def _complete(self, readings: Sequence[_Reading]) -> list[tuple[int, Related]]:
        text, pairs = pairs_of(readings, self._links)
        if not len(pairs.subject):
            return []
        words, where = self._network(text, pairs)
        listed = proposals(text, pairs, words, self._facts)
        if not len(listed.pair):
            return []
        sure = self._trees(listed.traits)
        likely = np.flatnonzero(sure >= _ODDS[listed.predicate])
        told = (
            _related(readings, text, pairs, int(where[pair, predicate]), int(predicate), float(odds))
            for pair, predicate, odds in zip(listed.pair[likely], listed.predicate[likely], sure[likely], strict=True)
        )
        return [each for each in told if not _is_of_us(each[1])]


def _is_of_us(related: Related) -> bool:
    """Tell whether a party is only 我们, which the judges have not learned from: half of such pairs were right."""
    return is_us(related.subject) or is_us(related.object)


def _stretches(readings: Sequence[_Reading]) -> Iterator[tuple[int, Sequence[_Reading]]]:
    """Yield the sentences in stretches of bounded size, with the index of the first: a dump of names costs no more."""
    start, names = 0, 0
    for n, reading in enumerate(readings):
        more = sum(len(slot.mentions) for slot in reading.raw.slots.values())
        if names and names + more > _AT_ONCE:
            yield start, readings[start:n]
            start, names = n, 0
        names += more
    yield start, readings[start:]


def pairs_of(readings: Sequence[_Reading], links: Sequence[Mapping[str, str]]) -> tuple[Passage, Candidates]:
    """Return a document as arrays, and its pairs with what the frames found of them."""
    named = [(n, each.raw) for n, each in enumerate(readings) if any(slot.mentions for slot in each.raw.slots.values())]
    text = passage(named)
    return text, candidates(text, links, found_in(readings))


def found_in(readings: Sequence[_Reading]) -> dict[tuple[str, str, str], float]:
    """Return how sure the frames are of what they found, by subject, predicate and object."""
    found: dict[tuple[str, str, str], float] = {}
    for reading in readings:
        for each in reading.related:
            key = (each.subject.entity, each.frame.predicate, each.object.entity)
            found[key] = max(found.get(key, 0.0), each.frame.confidence)
            if each.frame.relation.symmetric:
                found[key[2], key[1], key[0]] = found[key]
    return found


def _related(
    readings: Sequence[_Reading], text: Passage, pairs: Candidates, place: int, predicate: int, odds: float
) -> tuple[int, Related]:
    """Return the relation of two names, told in the sentence of the later one."""
    names = int(pairs.one[place]), int(pairs.other[place])
    number = max(int(text.sentence[name]) for name in names)
    scene = readings[number].raw
    here = [int(text.place[name] - text.starts[text.part[name]]) for name in names if text.sentence[name] == number]
    start, end = min(here), max(here) + 1
    if len(here) == 1:  # what its clause says ahead of the later name is said of both; what comes after is its own
        start, _ = clause(scene.code, start, end)
    name = PREDICATES[predicate]
    granted = name == "develops" and not _MAKING.search(scene.code, start, clause(scene.code, end - 1, end)[1])
    modality = "asserted" if granted else None
    frame = RelationFrame(f"pair.{name}", name, (), confidence=mended(1 / (1 + math.exp(-odds))), modality=modality)
    subject, object_ = (text.mentions[each] for each in names)
    first, last = sorted((subject.span, object_.span))
    return number, Related(
        frame, scene, subject, object_, start, end, None, None, False, Span(first.start, max(first.end, last.end))
    )
