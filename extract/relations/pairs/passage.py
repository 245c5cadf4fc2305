"""A document as arrays: its code strings as numbers, and its names in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...model import Mention
from ..phrase_slots import CLASSES, CODE, FAMILY, TWOFOLD
from ..scene import Scene

Ints = npt.NDArray[np.int64]
Counts = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]

FAMILIES = tuple(dict.fromkeys(FAMILY.values()))
FAMILY_OF = np.array([FAMILIES.index(FAMILY[name]) for name in CLASSES], dtype=np.int64)
GRID = 1024
BREAK = "\n"  # parts the sentences, so that no window reaches from one into the next
_BMP = 0x10000
_STOPS, _COMMAS, _LISTS = "，。；：！？、（）()“”,;:!?《》\n", "，,", "、"
_FIRST_NAME = ord("\ue000")
_NUMBERS = {name: n for n, name in enumerate(CLASSES)}


@dataclass(frozen=True, slots=True)
class Passage:
    """
    The sentences of a document that name somebody, and their names.

    Args:
        points: Code points of all code strings, each followed by a break.
        starts: Where each sentence starts in ``points``, and where the last one ends.
        sentence: The number of each name's sentence, in the document.
        part: The number of each name's scene, among the scenes given.
        place: Where each name stands in ``points``; the members of a list stand in one place.
        entity: The number of each name's entity.
        kind: The number of each name's main class.
        mentions: The names.
        ids: The entities' ids by number.
    """

    points: Ints
    starts: Ints
    sentence: Ints
    part: Ints
    place: Ints
    entity: Ints
    kind: Ints
    mentions: tuple[Mention, ...]
    ids: tuple[str, ...]


def passage(scenes: Sequence[tuple[int, Scene]]) -> Passage:
    """
    Lay out the raw scenes of a document.

    Args:
        scenes: Scenes with the numbers of their sentences, in order.
    """
    text = BREAK.join(_plain(scene) for _, scene in scenes) + BREAK
    lengths = [len(scene.code) + 1 for _, scene in scenes]
    starts = np.concatenate(([0], np.cumsum(np.array(lengths, dtype=np.int64))))
    rows = [
        (number, part, int(starts[part]) + at, mention)
        for part, (number, scene) in enumerate(scenes)
        for at, slot in scene.slots.items()
        for mention in slot.mentions
    ]
    numbers: dict[str, int] = {}
    entity = [numbers.setdefault(row[3].entity, len(numbers)) for row in rows]
    kind = [_NUMBERS[row[3].type] for row in rows]
    columns = [[row[n] for row in rows] for n in range(3)]
    sentence, part, place, entities, kinds = np.array([*columns, entity, kind], dtype=np.int64)
    return Passage(
        np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64),
        starts,
        sentence,
        part,
        place,
        entities,
        kinds,
        tuple(row[3] for row in rows),
        tuple(numbers),
    )


def _plain(scene: Scene) -> str:
    """Return a code string in which every name is shown as its main class."""
    if TWOFOLD not in scene.code:
        return scene.code
    kinds = {at: CODE[slot.mentions[0].type] for at, slot in scene.slots.items() if slot.code == TWOFOLD}
    return "".join(kinds.get(at, character) for at, character in enumerate(scene.code))


def on_grid(values: npt.NDArray[np.floating]) -> Floats:
    """
    Round to multiples of 1/1024.

    Sums and products of a few such numbers are exact in 64 bits, in whatever order a processor adds them up, so that
    every machine comes to the same judgement.
    """
    return np.asarray(np.rint(np.asarray(values, dtype=np.float64) * GRID) / GRID)


def _marks() -> tuple[npt.NDArray[np.uint8], Counts]:
    """Return what sort of mark each code point of the basic plane is, and what each sort counts as."""
    sorts = np.zeros(_BMP, dtype=np.uint8)
    counted = np.zeros((3 + len(FAMILIES), 4 + len(FAMILIES)), dtype=np.int32)
    for sort, (characters, rows) in enumerate(((_STOPS, [0]), (_COMMAS, [0, 1]), (_LISTS, [0, 2])), start=1):
        sorts[[ord(character) for character in characters]] = sort
        counted[rows, sort] = 1
    sorts[_FIRST_NAME : _FIRST_NAME + len(CLASSES)] = 4 + FAMILY_OF
    counted[3:, 4:] = np.eye(len(FAMILIES))
    return sorts, counted


_SORTS, _COUNTED = _marks()


def running_counts(points: Ints) -> Counts:
    """
    Count, up to every place, what a reader would count between two names.

    Returns:
        An array of ``len(points) + 1`` columns: stops, commas, list marks, then the names of each family.
    """
    counts = np.zeros((len(_COUNTED), len(points) + 1), dtype=np.int32)
    _COUNTED.take(_SORTS[np.minimum(points, _BMP - 1)], axis=1).cumsum(axis=1, out=counts[:, 1:])
    return counts
