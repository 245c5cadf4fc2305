"""Edits and the map they compose to.

A step looks at a text and says which pieces to replace. Its changes are applied by slicing and composed with
those of the steps before, so that one list of pieces leads from the clean text to the original.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import repeat, starmap

from extract.model import Edit, OffsetMap, Span

# Replace text[start:end] (not empty) with a string: (start, end, replacement), in the coordinates of the text at hand.
# Plain tuples: there are hundreds in every article, and named ones cost several times as much.
Change = tuple[int, int, str]
# Original start..end became clean clean_start..clean_end: (start, end, clean_start, clean_end); the rest is untouched.
Piece = tuple[int, int, int, int]


@dataclass(slots=True)
class Draft:
    """A text on its way from original to clean."""

    text: str
    pieces: list[Piece]
    edits: list[Edit]

    def apply(self, kind: str, changes: list[Change]) -> None:
        """Apply sorted, disjoint *changes* and remember them as edits of *kind*."""
        if not changes:
            return
        self.pieces, ranges = compose(self.pieces, changes)
        written = (replacement for _, _, replacement in changes)
        self.edits += map(Edit, starmap(Span, ranges), repeat(kind), written)
        self.text = _replaced(self.text, changes)

    def map(self) -> OffsetMap:
        """Return the map from the text as it is now to the original."""
        return offset_map(self.pieces, len(self.text))


def _replaced(text: str, changes: list[Change]) -> str:
    parts: list[str] = []
    done = 0
    for start, end, replacement in changes:
        parts.append(text[done:start])
        if replacement:
            parts.append(replacement)
        done = end
    parts.append(text[done:])
    return "".join(parts)


def compose(pieces: list[Piece], changes: list[Change]) -> tuple[list[Piece], list[tuple[int, int]]]:
    """Return the pieces that lead from the text after *changes* to the original, and each change's original range.

    Args:
        pieces: Lead from the text before the changes to the original.
        changes: Sorted and disjoint, in coordinates of the text before the changes.
    """
    out: list[Piece] = []
    ranges: list[tuple[int, int]] = []
    index, count = 0, len(pieces)
    shift = 0  # original minus current, behind the pieces passed so far
    grown = 0  # new minus current, behind the changes passed so far
    reach = 0  # current end of the last piece put out
    for start, end, replacement in changes:
        while index < count and pieces[index][3] <= start:
            first, last, clean_start, clean_end = pieces[index]
            out.append((first, last, clean_start + grown, clean_end + grown))
            shift, reach, index = last - clean_end, clean_end, index + 1
        if start < reach:  # reaches into the piece that the last change joined
            first, _, new_start, _ = out.pop()
        elif index < count and pieces[index][2] < start:
            first, new_start = pieces[index][0], pieces[index][2] + grown
        else:
            first, new_start = start + shift, start + grown
        while index < count and pieces[index][2] < end:
            _, last, _, clean_end = pieces[index]
            shift, reach, index = last - clean_end, max(reach, clean_end), index + 1
        reach = max(reach, end)
        grown += len(replacement) - (end - start)
        out.append((first, reach + shift, new_start, reach + grown))
        ranges.append((first, reach + shift))
    out += [
        (first, last, clean_start + grown, clean_end + grown) for first, last, clean_start, clean_end in pieces[index:]
    ]
    return out, ranges


def disjoint(changes: list[Change]) -> list[Change]:
    """Return *changes* in order, without those that overlap an earlier or longer one."""
    kept: list[Change] = []
    reach = 0
    for change in sorted(changes, key=lambda change: (change[0], -change[1])):
        if change[0] >= reach and change[1] > change[0]:
            kept.append(change)
            reach = change[1]
    return kept


def offset_map(pieces: list[Piece], length: int) -> OffsetMap:
    """Return the map of a clean text of *length* characters that *pieces* lead back from."""
    runs: list[tuple[int, int, int, bool]] = []
    at = source = 0
    for start, end, clean_start, clean_end in pieces:
        if clean_start > at:
            runs.append((at, source, start, True))
        if clean_end > clean_start:
            runs.append((clean_start, start, end, False))
        at, source = clean_end, end
    if length > at or not runs:
        runs.append((at, source, source + max(length - at, 0), True))
    clean, original, ends, rigid = zip(*runs, strict=True)
    return OffsetMap(clean, original, ends, rigid)


def to_clean(pieces: list[Piece], offset: int) -> int:
    """Return the clean offset of an original one; inside a replaced piece that is the piece's clean start."""
    index = bisect_right(pieces, offset, key=lambda piece: piece[1])
    if index < len(pieces) and pieces[index][0] <= offset:
        return pieces[index][2]
    if index == 0:
        return offset
    _, end, _, clean_end = pieces[index - 1]
    return offset - end + clean_end
