"""Tables: whose a figure in a cell is, and what the words over it or at the head of its row say that it measures.

A table is what Markdown writes as one: rows of cells parted by ``|``, the first row over a rule of dashes. Names are
either over the columns (each column tells of one firm, each row of one thing that is measured) or at the head of the
rows. A figure's cell is read as a sentence of its own, together with the cell that names whom it is about and the cell
that says what it is: OpenAI 月活用户 4亿.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..model import Span
from .phrase_slots import Scene, Slot, assemble

_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*")
_WORDED = re.compile(r"[^\W\d_]")
_CAME_OUT = re.compile("(?:正式|首次)?(?:发布|推出|上市|问世|面世|上线|开源|发售|亮相)(?:时间|日期|年份|年月)?")
_LABEL = 24  # characters, more than which no heading has that says what is measured


class CellScene(NamedTuple):
    """A cell with its headings as one scene, and where in its code what is measured begins to be told."""

    scene: Scene
    told: int


class _Row(NamedTuple):
    line: Span
    cells: list[Span]
    head: list[Span]
    by_column: bool = False  # whether names stand over the columns, not at the head of the row


class Tables:
    """The tables of a text, by the sentences that its scenes are of."""

    def __init__(self, folded: str, raws: Sequence[Scene]) -> None:
        self._folded = folded
        rows = list(_rows(folded)) if "|" in folded else []
        every = (slot for raw in raws for slot in raw.slots.values()) if rows else ()
        self._slots = sorted(every, key=lambda slot: slot.span)
        self._places = [slot.span.start for slot in self._slots]
        sides = ((row, self._by_column(row)) for row in rows)
        self._rows = [row._replace(by_column=side) for row, side in sides if side is not None]
        self._starts = [row.line.start for row in self._rows]

    def cells(self, sentence: Span) -> list[CellScene] | None:
        """Return the cells of a row that have figures, each with its headings; ``None`` for what is no such row."""
        row = self._row(sentence)
        if row is None:
            return None
        found = []
        for whose, what, cell in self._headed(row):
            figures = [slot for slot in self._inside(cell) if not slot.mentions]  # names in a cell are details
            if any(slot.quantity is not None for slot in figures):
                parts = [assemble(self._folded, span, self._inside(span)) for span in (whose, what)]
                parts.append(assemble(self._folded, cell, figures))
                found.append(_joined(sentence, parts, by_column=row.by_column))
        return found

    def dated(self, sentence: Span) -> Iterator[Scene]:
        """Yield, for the cells of a row that say when a thing came out, a scene that says so: 海豚3（2024年5月）."""
        row = self._row(sentence)
        if row is None:
            return
        for whose, what, cell in self._headed(row):
            if _CAME_OUT.fullmatch(self._folded, what.start, what.end):
                names = [slot for slot in self._inside(whose) if slot.mentions]
                times = [slot for slot in self._inside(cell) if slot.when is not None]
                if names and len(times) == 1:
                    slots = {0: names[-1], 2: times[0]}
                    yield Scene(sentence, f"{names[-1].code}（{times[0].code}）", slots, (0,), (whose.start,))

    def _row(self, sentence: Span) -> _Row | None:
        """Return the row that a sentence is; none where its cells hold several, or no names tell whose they are."""
        at = bisect_right(self._starts, sentence.start) - 1
        if at < 0 or self._rows[at].line.end < sentence.end:
            return None
        row = self._rows[at]
        return row if sentence.start <= row.cells[0].start and row.cells[-1].end <= sentence.end else None

    def _by_column(self, row: _Row) -> bool | None:
        """Tell whether names stand over the columns or at the head of the rows; ``None`` where neither holds."""
        over = sum(self._named(cell) for cell in row.head[1:])
        if over > 1:
            return None if self._named(row.head[0]) else True
        return False if self._named(row.cells[0]) else None

    def _headed(self, row: _Row) -> Iterator[tuple[Span, Span, Span]]:
        """Yield the cells of a row, each behind those that name whom it is about and say what it is."""
        for head, cell in zip(row.head[1:], row.cells[1:], strict=False):
            whose, what = (head, row.cells[0]) if row.by_column else (row.cells[0], head)
            worded = _WORDED.search(self._folded, what.start, what.end) is not None
            if worded and what.end - what.start <= _LABEL:
                yield whose, what, cell

    def _named(self, cell: Span) -> bool:
        return any(slot.mentions for slot in self._inside(cell))

    def _inside(self, span: Span) -> list[Slot]:
        first = bisect_left(self._places, span.start)
        return [slot for slot in self._slots[first : bisect_left(self._places, span.end)] if slot.span.end <= span.end]


def _rows(folded: str) -> Iterator[_Row]:
    """Yield the rows of all tables, without their heads."""
    lines = [Span(*line.span()) for line in re.finditer(r"[^\n]+", folded)]
    head: list[Span] | None = None
    for before, line in pairwise(lines):
        if _RULE.fullmatch(folded, line.start, line.end):
            head = _cells(folded, before)
        elif head is not None and "|" in folded[line.start : line.end]:
            cells = _cells(folded, line)
            if len(cells) > 1:
                yield _Row(line, cells, head)
        else:
            head = None


def _cells(folded: str, line: Span) -> list[Span]:
    """Return the cells of a line, without the blanks around them; an empty cell is an empty span."""
    bars = [line.start - 1, *(at for at in range(line.start, line.end) if folded[at] == "|"), line.end]
    cells = []
    for left, right in pairwise(bars):
        text = folded[left + 1 : right]
        start = left + 1 + len(text) - len(text.lstrip())
        cells.append(Span(start, max(start, right - (len(text) - len(text.rstrip())))))
    text = folded[line.start : line.end].strip()
    return cells[text.startswith("|") : len(cells) - text.endswith("|")]


def _joined(sentence: Span, parts: Sequence[Scene], *, by_column: bool) -> CellScene:
    """Return a cell's scene: whose it is, what it measures, a blank, and the cell."""
    code, starts, cleans, begins = "", list[int](), list[int](), list[int]()
    slots: dict[int, Slot] = {}
    for n, part in enumerate(parts):
        if n == len(parts) - 1:
            starts.append(len(code))
            cleans.append(part.span.start)
            code += " "
        begins.append(len(code))
        starts += [len(code) + start for start in part.starts]
        cleans += part.cleans
        slots |= {len(code) + at: slot for at, slot in part.slots.items()}
        code += part.code
    return CellScene(Scene(sentence, code, slots, tuple(starts), tuple(cleans)), begins[1] if by_column else 0)
