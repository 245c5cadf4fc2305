"""
What is known of a pair: relations that other articles tell, and that are common knowledge.

They never make a claim alone: both names must stand near each other, and all else make it likely enough that this
article says so, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import numpy as np
import numpy.typing as npt

from ontology.vocabulary import RELATIONS

from .candidates import PREDICATES, Candidates
from .passage import Floats, Ints, on_grid

FILE = resources.files(__package__).joinpath("facts.tsv")

Fact = tuple[str, str, str]
"""A subject's id, a predicate, an object's id."""


@dataclass(frozen=True, slots=True)
class Counts:
    """
    How often what is told; what is symmetric, in either order.

    Args:
        of: By subject, predicate and object.
        of_subject: By subject and predicate.
        of_object: By predicate and object.
    """

    of: Mapping[Fact, int]
    of_subject: Mapping[tuple[str, str], int]
    of_object: Mapping[tuple[str, str], int]

    @classmethod
    def counted(cls, times: Mapping[Fact, int]) -> Counts:
        """Return counts from how many *times* each fact is told."""
        of: Counter[Fact] = Counter()
        of_subject: Counter[tuple[str, str]] = Counter()
        of_object: Counter[tuple[str, str]] = Counter()
        for fact, count in times.items():
            for subject, predicate, object_ in either_way(fact):
                of[subject, predicate, object_] += count
                of_subject[subject, predicate] += count
                of_object[predicate, object_] += count
        return cls(of, of_subject, of_object)

    def without(self, facts: Iterable[Fact]) -> Counts:
        """Return counts with each of *facts* told once less."""
        of, of_subject, of_object = dict(self.of), dict(self.of_subject), dict(self.of_object)
        for fact in facts:
            for subject, predicate, object_ in either_way(fact):
                of[subject, predicate, object_] -= 1
                of_subject[subject, predicate] -= 1
                of_object[predicate, object_] -= 1
        return Counts(of, of_subject, of_object)

    def row(self, subject: str, predicate: str, object_: str) -> tuple[int, int, int]:
        """Return how often a relation is told, its object of other subjects, and its subject of others."""
        own = self.of.get((subject, predicate, object_), 0)
        made, makes = self.of_object.get((predicate, object_), 0), self.of_subject.get((subject, predicate), 0)
        return own, made - own, makes - own


@dataclass(frozen=True, slots=True)
class Facts:
    """
    What is known.

    Args:
        told: In how many articles what is told.
        common: What is common knowledge, each once.
        of_pair: Where to look: the numbers of the predicates that may be known of a subject and an object.
    """

    told: Counts
    common: Counts
    of_pair: Mapping[tuple[str, str], tuple[int, ...]]

    @classmethod
    def counted(cls, articles: Mapping[Fact, int], common: Iterable[Fact] = ()) -> Facts:
        """Return facts from how many *articles* say each, and which are *common* knowledge."""
        told, known = Counts.counted(articles), Counts.counted(dict.fromkeys(common, 1))
        of_pair: dict[tuple[str, str], tuple[int, ...]] = {}
        for subject, predicate, object_ in {**told.of, **known.of}:
            of_pair[subject, object_] = (*of_pair.get((subject, object_), ()), PREDICATES.index(predicate))
        return cls(told, known, of_pair)

    def without(self, said: Iterable[Fact]) -> Facts:
        """Return what is known but for one article, which *said* these."""
        return replace(self, told=self.told.without(said))

    def known(self, ids: tuple[str, ...], pairs: Candidates) -> npt.NDArray[np.bool_]:
        """Return which relations of which pairs are known, a row a pair, a column a predicate."""
        known = np.zeros((len(pairs.subject), len(PREDICATES)), dtype=np.bool_)
        for row, (subject, object_) in enumerate(zip(pairs.subject.tolist(), pairs.object.tolist(), strict=True)):
            for number in self.of_pair.get((ids[subject], ids[object_]), ()):
                fact = ids[subject], PREDICATES[number], ids[object_]
                known[row, number] = self.told.of.get(fact, 0) > 0 or fact in self.common.of
        return known

    def traits(self, ids: tuple[str, ...], pairs: Candidates, pair: Ints, predicate: Ints) -> Floats:
        """
        Return what is known of each relation.

        Returns:
            How often it is told elsewhere, its object of other subjects, and its subject of others, and what share the
            first has of it and either of these; the same of common knowledge.
        """
        columns = (pairs.subject[pair].tolist(), pairs.object[pair].tolist(), predicate.tolist())
        relations = [(ids[one], PREDICATES[number], ids[other]) for one, other, number in zip(*columns, strict=True)]
        rows = [(self.told.row(*each), self.common.row(*each)) for each in relations]
        counts = np.array(rows, dtype=np.float64).reshape(-1, 2, 3)
        shares = counts[..., :1] / (1 + counts[..., :1] + counts[..., 1:])
        return on_grid(np.concatenate((np.log1p(counts), shares), axis=2).reshape(-1, 10))


def either_way(fact: Fact) -> tuple[Fact, ...]:
    """Return a fact, and it turned round if its relation is symmetric."""
    subject, predicate, object_ = fact
    turns = RELATIONS[predicate].symmetric and subject != object_
    return (fact, (object_, predicate, subject)) if turns else (fact,)


def read_facts(file: Traversable) -> tuple[dict[Fact, int], list[Fact]]:
    """Return how many articles say each fact of a ``facts.tsv``, and which are common knowledge."""
    told: dict[Fact, int] = {}
    common: list[Fact] = []
    for line in file.read_text(encoding="utf-8").splitlines()[1:]:
        subject, predicate, object_, articles, known = line.split("\t")
        if articles != "0":
            told[subject, predicate, object_] = int(articles)
        if known == "1":
            common.append((subject, predicate, object_))
    return told, common


@cache
def shipped() -> Facts:
    """Return the facts that are shipped; ``benchmarks/train_pairs.py`` gathers them."""
    return Facts.counted(*read_facts(FILE))
