"""The network's shortcuts give what the plain way gives; trees lead where their nodes say."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.relations.pairs.network import highest
from extract.relations.pairs.trees import from_arrays


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 70), st.data())
def test_the_highest_of_a_stretch_is_that_of_its_rows(size: int, data: st.DataObject) -> None:
    rows = np.random.default_rng(size).random((size, 3))
    start = data.draw(st.integers(0, size))
    end = data.draw(st.integers(start, size))

    (found,) = highest(rows, np.array([start]), np.array([end]))

    assert found.tolist() == (rows[start:end].max(axis=0).tolist() if end > start else [0, 0, 0])


def test_many_stretches_are_looked_up_at_once() -> None:
    rows = np.arange(40.0)[:, None]

    found = highest(rows, np.array([0, 5, 7, 39]), np.array([40, 5, 10, 40]))

    assert found[:, 0].tolist() == [39, 0, 9, 39]


def test_trees_add_up_their_leaves() -> None:
    """The first tree asks about trait 1, then about trait 0; the second has one leaf only."""
    trees = from_arrays(
        {
            "tree_trait": np.array([[1, 0, 0, 0, 0], [0, 0, 0, 0, 0]]),
            "tree_limit": np.array([[0.5, 2.0, 0, 0, 0], [0, 0, 0, 0, 0]]),
            "tree_left": np.array([[1, 2, 2, 3, 4], [0, 1, 2, 3, 4]]),
            "tree_right": np.array([[4, 3, 2, 3, 4], [0, 1, 2, 3, 4]]),
            "tree_value": np.array([[0, 0, 1.0, -1.0, 3.0], [0.25, 0, 0, 0, 0]]),
        }
    )

    assert trees(np.array([[2.0, 0.5], [2.1, 0.4], [0.0, 0.6]])).tolist() == [1.25, -0.75, 3.25]
