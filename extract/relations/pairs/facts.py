"""What other articles say of a pair: relations that the frames found in two or more of many articles.

They never make a claim alone: both names must stand near each other, and the words be likely enough.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np

from .candidates import PREDICATES, Candidates
from .passage import Floats, Ints, on_grid

FILE = resources.files(__package__).joinpath("facts.tsv")

Fact = tuple[str, str, str]
"""A subject's id, a predicate, an object's id."""


@dataclass(frozen=True, slots=True)
class Facts:
    """
    How many articles say what.

    Args:
        of: By subject, predicate and object.
        of_subject: By subject and predicate.
        of_object: By predicate and object.
    """

    of: Mapping[Fact, int]
    of_subject: Mapping[tuple[str, str], int]
    of_object: Mapping[tuple[str, str], int]

    @classmethod
    def counted(cls, articles: Mapping[Fact, int]) -> Facts:
        """Return facts from how many *articles* say each."""
        of_subject: Counter[tuple[str, str]] = Counter()
        of_object: Counter[tuple[str, str]] = Counter()
        for (subject, predicate, object_), count in articles.items():
            of_subject[subject, predicate] += count
            of_object[predicate, object_] += count
        return cls(articles, of_subject, of_object)

    def traits(self, ids: tuple[str, ...], pairs: Candidates, pair: Ints, predicate: Ints) -> Floats:
        """Return how often each relation is told elsewhere, its object of other subjects, and its subject of others."""
        rows = []
        columns = (pairs.subject[pair].tolist(), pairs.object[pair].tolist(), predicate.tolist())
        for subject, object_, number in zip(*columns, strict=True):
            one, name, other = ids[subject], PREDICATES[number], ids[object_]
            own = self.of.get((one, name, other), 0)
            made, makes = self.of_object.get((name, other), 0), self.of_subject.get((one, name), 0)
            rows.append((own, made - own, makes - own))
        counts = np.array(rows, dtype=np.float64).reshape(-1, 3)
        shares = counts[:, :1] / (1 + counts[:, :1] + counts[:, 1:])
        return on_grid(np.concatenate((np.log1p(counts), shares), axis=1))


@cache
def shipped() -> Facts:
    """Return the facts that are shipped; ``benchmarks/train_pairs.py`` gathers them."""
    rows = csv.DictReader(FILE.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return Facts.counted({(row["subject"], row["predicate"], row["object"]): int(row["articles"]) for row in rows})
