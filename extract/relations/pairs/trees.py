"""Boosted trees that were trained elsewhere: a few dozen small ones, asked all at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from .passage import Floats, Ints, on_grid


@dataclass(frozen=True, slots=True)
class Trees:
    """
    Trees as rows of nodes; a leaf leads to itself.

    Args:
        roots: The numbers of the nodes that trees begin with; the nodes of all trees are numbered in one row.
        trait: Which trait each node asks about.
        limit: At most which value leads to the left.
        ways: The nodes to go to, for each node the one to the right and then the one to the left.
        value: What a leaf adds to the log odds.
        depth: Steps from a root to the farthest leaf.
    """

    roots: Ints
    trait: Ints
    limit: npt.NDArray[np.float64]
    ways: Ints
    value: npt.NDArray[np.float64]
    depth: int

    def __call__(self, traits: Floats) -> npt.NDArray[np.float64]:
        """Return the log odds that each row of *traits* is right."""
        row = np.arange(len(traits))[:, None] * traits.shape[1]
        values, node = traits.ravel(), np.broadcast_to(self.roots, (len(traits), len(self.roots)))
        for _ in range(self.depth):
            lower = values.take(row + self.trait.take(node)) <= self.limit.take(node)
            node = self.ways.take(2 * node + lower)
        return np.asarray(np.add.reduce(self.value.take(node), axis=1))


def from_arrays(held: Mapping[str, npt.NDArray[Any]]) -> Trees:
    """Return the trees that the arrays ``tree_trait``, ``tree_limit``, ``tree_left`` … describe."""
    left, right = held["tree_left"].astype(np.int64), held["tree_right"].astype(np.int64)
    limit, value = held["tree_limit"].astype(np.float64), on_grid(held["tree_value"])
    roots = np.arange(len(left)) * left.shape[1]
    ways = (np.stack((right, left), axis=2) + roots[:, None, None]).ravel()
    return Trees(roots, held["tree_trait"].astype(np.int64).ravel(), limit.ravel(), ways, value, _depth(left, right))


def _depth(left: Ints, right: Ints) -> int:
    """Return how many steps lead everywhere."""
    trees = np.arange(len(left))[:, None]
    reached, steps = np.zeros((len(left), 1), dtype=np.int64), 0
    while True:
        following = np.concatenate((left[trees, reached], right[trees, reached]), axis=1)
        if (following == np.concatenate((reached, reached), axis=1)).all():
            return steps
        reached, steps = following, steps + 1
