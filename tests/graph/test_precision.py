"""How exact figures are meant to be: 7800万 and 约7800万 agree, 近八倍 and 九倍 do not."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.precision import agree, apart, step
from tests.graph.said import figure

ABOUT, OVER, UNDER, LEAST, MOST = ({"bound": each} for each in ("about", "over", "under", "atLeast", "atMost"))
FIGURES = st.builds(
    lambda value, bound: figure(value, bound=bound),
    st.decimals(-(10**6), 10**6, places=2),
    st.sampled_from(["", "about", "over", "under", "atLeast", "atMost"]),
)

AGREE: list[tuple[str | int, dict[str, Any], str | int, dict[str, Any]]] = [
    (78_000_000, {}, 78_000_000, ABOUT),
    (78_000_000, {}, 78_000_000, OVER),
    (78_000_000, {}, 78_300_000, {}),  # rounds to it
    (8_470_000_000, {}, 8_500_000_000, {}),
    (4_000_000_000, {}, 3_960_000_000, {}),
    (9, {}, "8.9", {}),
    (100_000_000, OVER, 110_000_000, {}),
    (100_000_000, MOST, 95_000_000, {}),
    (10, {"upto": 20}, 15, {}),
    (-5_000_000_000, OVER, -5_400_000_000, {}),  # a loss of over 5 billion
    (0, {}, 0, ABOUT),
]
APART: list[tuple[str | int, dict[str, Any], str | int, dict[str, Any]]] = [
    (8, ABOUT, 9, {}),
    (78_000_000, ABOUT, 63_000_000, ABOUT),
    (4_000_000_000, {}, 4_100_000_000, {}),
    (100_000_000, OVER, 78_000_000, ABOUT),
    (100_000_000, UNDER, 120_000_000, {}),
    (100_000_000, OVER, 90_000_000, UNDER),
    (10, {"upto": 20}, 25, {"upto": 30}),
    (-5_000_000_000, {}, 5_000_000_000, {}),
    (-5_000_000_000, OVER, -4_000_000_000, {}),
    ("3.43", {}, "3.5", {}),
]
OPEN: list[tuple[str | int, dict[str, Any], str | int, dict[str, Any]]] = [
    (100_000_000, OVER, 600_000_000, {}),
    (100_000_000, LEAST, 600_000_000, {}),
    (100_000_000, UNDER, 1_000_000, {}),
]


@pytest.mark.parametrize(("one", "how", "other", "how_other"), AGREE)
def test_figures_that_agree(one: str, how: dict[str, Any], other: str, how_other: dict[str, Any]) -> None:
    first, second = figure(one, **how), figure(other, **how_other)

    assert (agree(first, second), agree(second, first), apart(first, second)) == (True, True, False)


@pytest.mark.parametrize(("one", "how", "other", "how_other"), APART)
def test_figures_that_cannot_both_be_so(one: str, how: dict[str, Any], other: str, how_other: dict[str, Any]) -> None:
    first, second = figure(one, **how), figure(other, **how_other)

    assert (apart(first, second), apart(second, first), agree(first, second)) == (True, True, False)


@pytest.mark.parametrize(("one", "how", "other", "how_other"), OPEN)
def test_figures_of_which_neither_can_be_told(
    one: str, how: dict[str, Any], other: str, how_other: dict[str, Any]
) -> None:
    first, second = figure(one, **how), figure(other, **how_other)

    assert (agree(first, second), apart(first, second)) == (False, False)


@pytest.mark.parametrize(
    ("value", "unit"),
    [("78000000", "1E+6"), ("4E+9", "1E+8"), ("9", "1"), ("10", "1"), ("100", "10"), ("0.5", "0.1"), ("0", "1")],
)
def test_the_last_digit_that_counts_as_written(value: str, unit: str) -> None:
    assert step(Decimal(value)) == Decimal(unit)


@given(FIGURES, FIGURES)
def test_what_agrees_is_not_apart_and_the_order_does_not_matter(one: Any, other: Any) -> None:
    assert not (agree(one, other) and apart(one, other))
    assert (agree(one, other), apart(one, other)) == (agree(other, one), apart(other, one))
    assert agree(one, one)
