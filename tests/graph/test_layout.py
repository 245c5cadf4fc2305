"""Places of the overview: what is of one group stands together, always at the same place."""

from math import dist
from statistics import mean

from graph.layout import Edge, spread

GROUPS = [0] * 12 + [1] * 9 + [2] * 5


def edges() -> list[Edge]:
    """Return edges between all of a group, and a few between groups."""
    count = len(GROUPS)
    inside = [(a, b, 1.0) for a in range(count) for b in range(a + 1, count) if GROUPS[a] == GROUPS[b]]
    return [*inside, (0, 12, 1.0), (12, 21, 1.0), (1, 21, 1.0)]


def test_a_group_stands_together() -> None:
    places = spread(GROUPS, edges())
    pairs = [(a, b) for a in range(len(GROUPS)) for b in range(a + 1, len(GROUPS))]
    near = mean(dist(places[a], places[b]) for a, b in pairs if GROUPS[a] == GROUPS[b])
    far = mean(dist(places[a], places[b]) for a, b in pairs if GROUPS[a] != GROUPS[b])

    assert near < far / 2


def test_nobody_stands_on_another_or_outside() -> None:
    places = spread(GROUPS, edges())

    assert len(set(places)) == len(places)
    assert max(abs(each) for place in places for each in place) == 1000


def test_the_same_gives_the_same() -> None:
    assert spread(GROUPS, edges()) == spread(GROUPS, edges())


def test_nothing_and_one_alone() -> None:
    assert spread([], []) == []
    assert spread([0], []) == [(0.0, 0.0)]
