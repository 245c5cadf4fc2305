"""The network that judges pairs: windows of characters, the highest of each kind counts, then two layers.

It is small on purpose: what a window of five characters gives is looked up, not computed, and the highest value
of a stretch of text comes from a table of doubling spans (a sparse table for range maximum queries), so that a pair
costs the same however far its names stand apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from ..phrase_slots import CLASSES
from .candidates import Candidates
from .passage import GRID, Floats, Ints, Passage, on_grid

Whole = npt.NDArray[np.integer[Any]]
_Number = TypeVar("_Number", bound=np.number)

REACH = 2  # characters on either side that a window sees
LEFT, RIGHT = 10, 16  # characters looked at before the first name and after the second
_BMP = 0x10000
_SMALL = 200_000  # multiplications that OpenBLAS leaves to one thread


@dataclass(frozen=True)
class Network:
    """
    Weights, ready to use; all are whole multiples of 1/1024, and those of the windows are kept times 1024.

    Args:
        rows: The row of ``windows`` of each code point of the basic plane.
        windows: What each character adds to a window, one after the other for each of its places in it.
        bias: What every window starts from.
        subject: What a subject's class adds to the hidden layer; ``object`` likewise.
        words: From the five stretches of text to the hidden layer.
        seen: From what shows of a place to the hidden layer.
        shown: From what shows of a pair to the hidden layer.
        hidden: The hidden layer's bias.
        out: From the hidden layer to the predicates.
        last: The predicates' bias.
    """

    rows: npt.NDArray[np.uint16]
    windows: Whole
    bias: Whole
    subject: Floats
    object: Floats
    words: tuple[Floats, ...]
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
        starts = pairs.pair.searchsorted(np.arange(len(pairs.subject)))
        best = np.maximum.reduceat(logits, starts, axis=0)
        second = np.minimum(starts + 1, len(logits) - 1)
        twice = (pairs.pair[second] == np.arange(len(starts)))[:, None] & (logits[second] == best)
        where = starts[:, None] + (twice & (logits[starts] < best))
        return best, where

    def _places(self, text: Passage, pairs: Candidates) -> Floats:
        """Return what each place says for each relation."""
        hidden = self._words(text, pairs) + _product(pairs.seen, self.seen)
        of_pair = _product(pairs.shown, self.shown)
        of_pair += self.subject[pairs.kinds[:, 0]] + self.object[pairs.kinds[:, 1]] + self.hidden
        hidden += of_pair[pairs.pair]
        return _product(on_grid(np.maximum(hidden, 0, out=hidden)), self.out) + self.last

    def _words(self, text: Passage, pairs: Candidates) -> Floats:
        """Return what the text between, before and after the names of each place adds to the hidden layer.

        What stands before and after a name is the same for all of its pairs.
        """
        characters = self._characters(text.points)
        left, right = np.minimum(pairs.one, pairs.other), np.maximum(pairs.one, pairs.other)
        parts = (between(text, left, right), before(text), after(text))
        starts, ends = (np.concatenate(each) for each in zip(*parts, strict=True))
        found = highest(characters, starts, ends).astype(np.float64)
        pairs_end, names_end = len(left), len(left) + len(text.place)
        told, led, followed = found[:pairs_end], found[pairs_end:names_end], found[names_end:]
        names = characters[text.place].astype(np.float64)
        inside, lead, follow, subject, object_ = self.words
        hidden = _product(told, inside)
        hidden += _product(led, lead)[left] + _product(followed, follow)[right]
        return hidden + _product(names, subject)[pairs.one] + _product(names, object_)[pairs.other]

    def _characters(self, points: Ints) -> Whole:
        """Return what the window around each character gives, times 1024."""
        rows = np.zeros(len(points) + 2 * REACH, dtype=np.int64)
        rows[REACH : REACH + len(points)] = self.rows[np.minimum(points, _BMP - 1)]
        added, width = self.windows[rows], len(self.bias)
        given: Whole = added[: len(points), :width] + self.bias
        for n in range(1, 2 * REACH + 1):
            given += added[n : n + len(points), n * width : (n + 1) * width]
        np.maximum(given, 0, out=given)
        return given


def stretches(text: Passage, pairs: Candidates) -> tuple[tuple[Ints, Ints], ...]:
    """Return where the text between, before and after the two names of each place starts and ends."""
    left, right = np.minimum(pairs.one, pairs.other), np.maximum(pairs.one, pairs.other)
    led, followed = before(text), after(text)
    return between(text, left, right), (led[0][left], led[1][left]), (followed[0][right], followed[1][right])


def between(text: Passage, left: Ints, right: Ints) -> tuple[Ints, Ints]:
    """Return where the text between two names starts and ends, for each two of them."""
    start = text.place[left] + 1
    return start, np.maximum(text.place[right], start)


def before(text: Passage) -> tuple[Ints, Ints]:
    """Return where the text before each name starts and ends."""
    return np.maximum(text.place - LEFT, text.starts[text.part]), text.place


def after(text: Passage) -> tuple[Ints, Ints]:
    """Return where the text after each name starts and ends."""
    start = text.place + 1
    return start, np.minimum(start + RIGHT, text.starts[text.part + 1] - 1)


def _product(rows: Floats, weights: Floats) -> Floats:
    """Multiply a few rows at a time: a larger product wakes threads that cost here more than they save."""
    made = np.empty((len(rows), weights.shape[1]))
    step = max(1, _SMALL // weights.size)
    for start in range(0, len(rows), step):
        np.matmul(rows[start : start + step], weights, out=made[start : start + step])
    return made


def highest(rows: npt.NDArray[_Number], start: Ints, end: Ints) -> npt.NDArray[_Number]:
    """Return the highest value of each column in each ``rows[start:end]``; zeros where that is empty."""
    size = np.maximum(end - start, 1)
    power = np.frexp(size)[1] - 1  # of two that is at most the size: two such spans cover the stretch
    levels = np.empty((int(power.max(initial=0)) + 1, *rows.shape), dtype=rows.dtype)
    levels[0] = rows
    for level in range(1, len(levels)):
        step = 1 << (level - 1)
        np.maximum(levels[level - 1, :-step], levels[level - 1, step:], out=levels[level, :-step])
    last = len(rows) - 1
    found: npt.NDArray[_Number] = levels[power, np.minimum(start, last)]
    np.maximum(found, levels[power, np.minimum(start + size, last + 1) - (1 << power)], out=found)
    found[end <= start] = 0
    return found


def from_arrays(held: dict[str, npt.NDArray[np.generic]]) -> Network:
    """
    Return a network from what training keeps.

    Args:
        held: ``characters`` (code points), and the arrays of :class:`torch` layers under their own names.
    """
    rows = np.zeros(_BMP, dtype=np.uint16)
    rows[held["characters"].astype(np.int64)] = np.arange(1, len(held["characters"]) + 1)
    for upper, lower in zip(range(ord("A"), ord("Z") + 1), range(ord("a"), ord("z") + 1), strict=True):
        rows[upper] = rows[lower]
    for digit in range(ord("1"), ord("9") + 1):
        rows[digit] = rows[ord("0")]
    weights = {name: np.asarray(array, dtype=np.float64) for name, array in held.items() if name != "characters"}
    windows, bias = _windows(weights)
    width, classes = len(bias), len(CLASSES)
    first = weights["first"].T
    cuts = np.cumsum([5 * width, weights["seen_mean"].size, weights["shown_mean"].size])
    words, seen, shown, kinds = np.split(first, cuts)
    seen, shown = seen / weights["seen_spread"][:, None], shown / weights["shown_spread"][:, None]
    hidden = weights["first_bias"] - weights["seen_mean"] @ seen - weights["shown_mean"] @ shown
    return Network(
        rows,
        windows,
        bias,
        on_grid(kinds[:classes]),
        on_grid(kinds[classes:]),
        tuple(part / GRID for part in np.split(on_grid(words), 5)),
        *(on_grid(each) for each in (seen, shown, hidden, weights["second"].T, weights["second_bias"])),
    )


def _windows(weights: Mapping[str, Floats]) -> tuple[Whole, Whole]:
    """Return what characters add to windows, and the bias, in whole numbers: of 16 bits, if none can grow too large."""
    added, bias = np.einsum("vd,hdk->vkh", weights["letters"], weights["window"]), weights["window_bias"]
    largest = GRID * (np.abs(added).max(axis=0).sum(axis=0) + np.abs(bias)).max()
    kind = np.int16 if largest < np.iinfo(np.int16).max - REACH else np.int32
    added, bias = np.round(GRID * added.reshape(len(added), -1)), np.round(GRID * bias)
    return added.astype(kind), bias.astype(kind)
