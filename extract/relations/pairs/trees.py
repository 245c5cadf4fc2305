"""Boosted trees that were trained elsewhere: some hundred small ones, asked all at once."""

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
        roots: The numbers of the nodes that trees begin with, of the deepest first; all nodes are numbered in one row.
        trait: Which trait each node asks about.
        limit: At most which value leads to the left.
        ways: How many nodes to go on, for each node to the right and then to the left.
        value: What a leaf adds to the log odds.
        deep: For each step how many trees have nodes so deep.
    """

    roots: Ints
    trait: npt.NDArray[np.int16]
    limit: npt.NDArray[np.float64]
    ways: npt.NDArray[np.int16]
    value: npt.NDArray[np.float64]
    deep: tuple[int, ...]

    def __call__(self, traits: Floats) -> npt.NDArray[np.float64]:
        """Return the log odds that each row of *traits* is right."""
        values, row = traits.ravel(), np.arange(len(traits)) * traits.shape[1]
        node = self.roots[:, None].repeat(len(traits), axis=1)
        for trees in self.deep:
            here = node[:trees]
            lower = values.take(row + self.trait.take(here)) <= self.limit.take(here)
            here += self.ways.take(2 * here + lower)
        return np.asarray(np.add.reduce(self.value.take(node)))


def from_arrays(held: Mapping[str, npt.NDArray[Any]]) -> Trees:
    """Return the trees that the arrays ``tree_trait``, ``tree_limit``, ``tree_left`` … describe."""
    left, right = held["tree_left"].astype(np.int64), held["tree_right"].astype(np.int64)
    limit, value = held["tree_limit"].astype(np.float64), on_grid(held["tree_value"])
    depths, numbers = _depths(left, right), np.arange(len(left)) * left.shape[1]
    ways = (np.stack((right, left), axis=2) - np.arange(left.shape[1])[:, None]).ravel()
    deep = tuple(int((depths > step).sum()) for step in range(depths.max(initial=0)))
    roots = numbers[np.argsort(-depths, kind="stable")]
    trait = held["tree_trait"].astype(np.int16).ravel()  # small numbers: of large ones little stays at hand
    return Trees(roots, trait, limit.ravel(), ways.astype(np.int16), value, deep)


def _depths(left: Ints, right: Ints) -> Ints:
    """Return how many steps lead from the root of each tree everywhere."""
    splits = left != np.arange(left.shape[1])
    here, depths = np.zeros_like(splits), np.zeros(len(left), dtype=np.int64)
    here[:, 0] = True
    while (here & splits).any():
        depths += (here & splits).any(axis=1)
        trees, nodes = np.nonzero(here & splits)
        here = np.zeros_like(splits)
        here[trees, left[trees, nodes]] = here[trees, right[trees, nodes]] = True
    return depths
