"""Where the things of a picture stand: a force layout without chance, and labels that do not cover each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Points: TypeAlias = NDArray[np.float64]
Edge: TypeAlias = tuple[int, int, float]  # source, target, how strongly they are bound

ROUNDS: Final = 400
SPREADING: Final = 200
SEPARATING: Final = 400
GRAVITY: Final = 0.09
GOLDEN: Final = np.pi * (3 - sqrt(5))


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its middle and size."""

    x: float
    y: float
    width: float
    height: float

    def hits(self, other: Box) -> bool:
        """Tell whether the two cover a common place."""
        across = abs(self.x - other.x) * 2 < self.width + other.width
        return across and abs(self.y - other.y) * 2 < self.height + other.height


def place(
    sizes: Sequence[tuple[float, float]], edges: Sequence[Edge], width: float, height: float
) -> list[tuple[float, float]]:
    """Spread boxes over a page: what is joined stands together, and no box covers another if there is room.

    Args:
        sizes: Width and height of each box, the most important first.
        edges: Which belong together.
        width: Of the page.
        height: Of the page.

    Returns:
        The middle of each box; the same input gives the same places.
    """
    if not sizes:
        return []
    boxes = np.asarray(sizes, dtype=np.float64)
    points = _fit(_forces(_spiral(np.arange(len(sizes))), edges, width / height, ROUNDS), boxes, width, height)
    points = _separate(points, boxes, width, height)
    return [(round(float(x), 1), round(float(y), 1)) for x, y in points]


def spread(groups: Sequence[int], edges: Sequence[Edge]) -> list[tuple[float, float]]:
    """Spread points over a square around 0: what is joined stands together, and so does what is of one group.

    Args:
        groups: The group of each point; the largest group has the number 0.
        edges: Which belong together.

    Returns:
        The places, from -1000 to 1000; the same input gives the same places.
    """
    if not groups:
        return []
    number = np.asarray(groups)
    start = _spiral(number) * sqrt(len(groups)) / 3 + _spiral(np.arange(len(groups))) / 4
    near = [(a, b, weight if groups[a] == groups[b] else weight / 4) for a, b, weight in edges]
    points = _forces(start, near, 1.0, SPREADING)
    points -= points.mean(axis=0)
    far = float(np.abs(points).max()) or 1.0
    return [(round(float(x), 1), round(float(y), 1)) for x, y in points / far * 1000]


def _spiral(rank: NDArray[np.int64]) -> Points:
    """Return places around the middle, the first innermost, as the seeds of a sunflower stand."""
    x, y = np.sqrt(rank + 0.5) * np.cos(rank * GOLDEN), np.sqrt(rank + 0.5) * np.sin(rank * GOLDEN)
    return np.stack([x, y], axis=1)


def _forces(start: Points, edges: Sequence[Edge], aspect: float, rounds: int) -> Points:
    """Let everything push off everything, edges pull, and gravity hold the loose parts near."""
    x, y = start.T
    pull = _pull(len(start), edges)
    for step in range(rounds):
        dx, dy = x[:, None] - x, y[:, None] - y
        distance = np.sqrt(dx * dx + dy * dy) + 0.01
        force = 1.5 / (distance * distance) - pull * distance
        across = (dx * force).sum(axis=1) - x * (GRAVITY / aspect)
        down = (dy * force).sum(axis=1) - y * (GRAVITY * aspect)
        length = np.sqrt(across * across + down * down) + 1e-9
        stride = np.minimum(length, 1.2 * (1 - step / rounds) + 0.02) / length
        x, y = x + across * stride, y + down * stride
    return np.stack([x, y], axis=1)


def _pull(count: int, edges: Sequence[Edge]) -> Points:
    """Return how strongly each pair is drawn together; what has many bonds is drawn less by each."""
    pull = np.zeros((count, count))
    for a, b, strength in edges:
        if a != b:
            pull[a, b] += strength
            pull[b, a] += strength
    degree = np.maximum((pull > 0).sum(axis=1), 1)
    shared = np.minimum(degree[:, None], degree[None, :])
    return np.asarray(np.minimum(pull, 3) * 0.5 / np.sqrt(shared), dtype=np.float64)


def _fit(points: Points, boxes: Points, width: float, height: float) -> Points:
    """Stretch the points over the page, sorted rather than far: outliers do not squeeze the rest."""
    page = np.array([width, height])
    low, high = points.min(axis=0), points.max(axis=0)
    even = (points - low) / np.maximum(high - low, 1e-9)
    ranks = np.argsort(np.argsort(points, axis=0), axis=0) / max(len(points) - 1, 1)
    margin = boxes.max(axis=0) / 2
    if len(points) == 1:
        even, ranks = np.full_like(points, 0.5), np.full_like(points, 0.5)
    return np.asarray(margin + (0.45 * even + 0.55 * ranks) * (page - 2 * margin), dtype=np.float64)


def _separate(points: Points, boxes: Points, width: float, height: float) -> Points:
    """Push boxes that cover each other apart, along the axis where less is to do."""
    (x, y), (w, h) = points.T, boxes.T
    room_x, room_y = (w[:, None] + w) / 2, (h[:, None] + h) / 2
    order = np.sign(np.arange(len(x))[:, None] - np.arange(len(x)))
    for _ in range(SEPARATING):
        dx, dy = x[:, None] - x, y[:, None] - y
        over_x, over_y = room_x - np.abs(dx), room_y - np.abs(dy)
        covering = (over_x > 0) & (over_y > 0) & (order != 0)
        if not covering.any():
            break
        sideways = covering & (over_x <= over_y)
        push_x = np.where(sideways, over_x * np.where(dx == 0, order, np.sign(dx)), 0.0)
        push_y = np.where(covering & ~sideways, over_y * np.where(dy == 0, order, np.sign(dy)), 0.0)
        x = np.clip(x + 0.3 * push_x.sum(axis=1), w / 2, width - w / 2)
        y = np.clip(y + 0.3 * push_y.sum(axis=1), h / 2, height - h / 2)
    return np.stack([x, y], axis=1)
