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
        trait: Which trait each node asks about, ``(trees, nodes)``.
        limit: At most which value leads to the left.
        left: The node to go to then.
        right: The node to go to otherwise.
        value: What a leaf adds to the log odds.
        depth: Steps from a root to the farthest leaf.
    """

    trait: Ints
    limit: npt.NDArray[np.float64]
    left: Ints
    right: Ints
    value: npt.NDArray[np.float64]
    depth: int

    def __call__(self, traits: Floats) -> npt.NDArray[np.float64]:
        """Return the log odds that each row of *traits* is right."""
        roots = np.arange(len(self.trait)) * self.trait.shape[1]
        row = np.arange(len(traits))[:, None] * traits.shape[1]
        values, node = traits.ravel(), np.tile(roots, (len(traits), 1))
        for _ in range(self.depth):
            lower = values.take(row + self.trait.take(node)) <= self.limit.take(node)
            node = np.where(lower, self.left.take(node), self.right.take(node)) + roots
        return np.asarray(self.value.take(node).sum(axis=1))


def from_arrays(held: Mapping[str, npt.NDArray[Any]]) -> Trees:
    """Return the trees that the arrays ``tree_trait``, ``tree_limit``, ``tree_left`` … describe."""
    left, right = held["tree_left"].astype(np.int64), held["tree_right"].astype(np.int64)
    limit, value = held["tree_limit"].astype(np.float64), on_grid(held["tree_value"])
    return Trees(held["tree_trait"].astype(np.int64), limit, left, right, value, _depth(left, right))


def _depth(left: Ints, right: Ints) -> int:
    """Return how many steps lead everywhere."""
    trees = np.arange(len(left))[:, None]
    reached, steps = np.zeros((len(left), 1), dtype=np.int64), 0
    while True:
        following = np.concatenate((left[trees, reached], right[trees, reached]), axis=1)
        if (following == np.concatenate((reached, reached), axis=1)).all():
            return steps
        reached, steps = following, steps + 1
