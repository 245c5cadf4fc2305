"""The network that judges pairs: windows of characters, the highest of each kind counts, then two layers.

It is small on purpose: what a window of five characters gives is looked up, not computed, and the highest value
of a stretch of text comes from a table of doubling spans (a sparse table for range maximum queries), so that a pair
costs the same however far its names stand apart.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..phrase_slots import CLASSES
from .candidates import Candidates
from .passage import Floats, Ints, Passage, on_grid

REACH = 2  # characters on either side that a window sees
LEFT, RIGHT = 10, 16  # characters looked at before the first name and after the second
_BMP = 0x10000
_SMALL = 200_000  # multiplications that OpenBLAS leaves to one thread


@dataclass(frozen=True)
class Network:
    """
    Weights, ready to use.

    Args:
        rows: The row of ``windows`` of each code point of the basic plane.
        windows: What each character adds to a window, by its place in it: ``(2 * REACH + 1, characters, width)``.
        bias: What every window starts from.
        subject: What a subject's class adds to the hidden layer; ``object`` likewise.
        words: From the five stretches of text to the hidden layer.
        seen: From what shows of a place to the hidden layer.
        shown: From what shows of a pair to the hidden layer.
        hidden: The hidden layer's bias.
        out: From the hidden layer to the predicates.
        last: The predicates' bias.
    """

    rows: npt.NDArray[np.int64]
    windows: npt.NDArray[np.float32]
    bias: npt.NDArray[np.float32]
    subject: Floats
    object: Floats
    words: Floats
    seen: Floats
    shown: Floats
    hidden: Floats
    out: Floats
    last: Floats

    def __call__(self, text: Passage, pairs: Candidates) -> tuple[Floats, Ints]:
        """
        Judge the pairs of a document.

        Returns:
            How much the words speak for each relation of each pair (log odds), and the place that speaks most for it.
        """
        logits = self._places(text, pairs)
        starts = np.searchsorted(pairs.pair, np.arange(len(pairs.subject)))
        best = np.maximum.reduceat(logits, starts, axis=0)
        second = np.minimum(starts + 1, len(logits) - 1)
        twice = (pairs.pair[second] == np.arange(len(starts)))[:, None] & (logits[second] == best)
        where = starts[:, None] + (twice & (logits[starts] < best))
        return best, where

    def _places(self, text: Passage, pairs: Candidates) -> Floats:
        """Return what each place says for each relation."""
        spans = _Spans(self._characters(text.points))
        words = [spans.highest(start, end) for start, end in stretches(text, pairs)]
        words += [spans.levels[0][text.place[names]] for names in (pairs.one, pairs.other)]
        hidden = _product(np.concatenate(words, axis=1).astype(np.float64), self.words)
        hidden += _product(pairs.seen, self.seen)
        kinds = pairs.kinds[pairs.pair]
        hidden += _product(pairs.shown, self.shown)[pairs.pair] + self.subject[kinds[:, 0]] + self.object[kinds[:, 1]]
        return _product(on_grid(np.maximum(hidden + self.hidden, 0)), self.out) + self.last

    def _characters(self, points: Ints) -> npt.NDArray[np.float32]:
        """Return what the window around each character gives."""
        rows = np.zeros(len(points) + 2 * REACH, dtype=np.int64)
        rows[REACH : REACH + len(points)] = self.rows[np.minimum(points, _BMP - 1)]
        given = np.repeat(self.bias[None], len(points), axis=0)  # of 32 bits: sums of five on the grid are exact
        for n, window in enumerate(self.windows):
            given += window.take(rows[n : n + len(points)], axis=0)
        return np.maximum(given, 0, out=given)


def stretches(text: Passage, pairs: Candidates) -> tuple[tuple[Ints, Ints], ...]:
    """Return where the text between, before and after the two names of each place starts and ends."""
    here, there = text.place[pairs.one], text.place[pairs.other]
    left, right = np.minimum(here, there), np.maximum(here, there)
    start = text.starts[np.minimum(text.part[pairs.one], text.part[pairs.other])]
    end = text.starts[np.maximum(text.part[pairs.one], text.part[pairs.other]) + 1] - 1
    return (
        (left + 1, np.maximum(right, left + 1)),
        (np.maximum(left - LEFT, start), left),
        (right + 1, np.maximum(np.minimum(right + 1 + RIGHT, end), right + 1)),
    )


def _product(rows: Floats, weights: Floats) -> Floats:
    """Multiply a few rows at a time: a larger product wakes threads that cost here more than they save."""
    step = max(1, _SMALL // weights.size)
    parts = [rows[start : start + step] @ weights for start in range(0, len(rows), step)]
    return np.concatenate(parts) if parts else np.zeros((0, weights.shape[1]))


class _Spans:
    """The highest values of any stretch of rows, from tables of spans of 1, 2, 4, … rows."""

    def __init__(self, rows: npt.NDArray[np.floating]) -> None:
        self.levels = [rows]

    def highest(self, start: Ints, end: Ints) -> npt.NDArray[np.floating]:
        """Return the highest value of each column in ``rows[start:end]``; zeros where that is empty."""
        power = np.log2(np.maximum(end - start, 1)).astype(np.int64)
        while len(self.levels) <= int(power.max(initial=0)):
            last, step = self.levels[-1], 1 << (len(self.levels) - 1)
            self.levels.append(np.maximum(last[: max(len(last) - step, 0)], last[step:]))
        found = np.zeros((len(start), self.levels[0].shape[1]), dtype=self.levels[0].dtype)
        filled = end > start
        for level in range(len(self.levels)):
            mine = np.flatnonzero((power == level) & filled)
            if len(mine):
                table = self.levels[level]
                found[mine] = np.maximum(table[start[mine]], table[end[mine] - (1 << level)])
        return found


def from_arrays(held: dict[str, npt.NDArray[np.generic]]) -> Network:
    """
    Return a network from what training keeps.

    Args:
        held: ``characters`` (code points), and the arrays of :class:`torch` layers under their own names.
    """
    rows = np.zeros(_BMP, dtype=np.int64)
    rows[held["characters"].astype(np.int64)] = np.arange(1, len(held["characters"]) + 1)
    for upper, lower in zip(range(ord("A"), ord("Z") + 1), range(ord("a"), ord("z") + 1), strict=True):
        rows[upper] = rows[lower]
    for digit in range(ord("1"), ord("9") + 1):
        rows[digit] = rows[ord("0")]
    weights = {name: array.astype(np.float64) for name, array in held.items() if name != "characters"}
    windows = np.einsum("vd,hdk->kvh", weights["letters"], weights["window"])
    width, classes = windows.shape[2], len(CLASSES)
    first = weights["first"].T
    cuts = np.cumsum([5 * width, weights["seen_mean"].size, weights["shown_mean"].size])
    words, seen, shown, kinds = np.split(first, cuts)
    seen, shown = seen / weights["seen_spread"][:, None], shown / weights["shown_spread"][:, None]
    hidden = weights["first_bias"] - weights["seen_mean"] @ seen - weights["shown_mean"] @ shown
    return Network(
        rows,
        on_grid(windows).astype(np.float32),
        on_grid(weights["window_bias"]).astype(np.float32),
        *(on_grid(each) for each in (kinds[:classes], kinds[classes:], words, seen, shown)),
        *(on_grid(each) for each in (hidden, weights["second"].T, weights["second_bias"])),
    )
