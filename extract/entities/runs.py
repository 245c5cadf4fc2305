"""A text and where in it known names stand, for rules that look for unknown ones between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from .candidates import ALNUM, Candidate
from .segmenting import run_after, run_before
from .words import pattern

BEFORE = 12  # characters looked at before a cue
_GLUED = ALNUM | frozenset("·・•‧∙-")


class Runs:
    """A folded text and what the lexicon found there, which no other name cuts."""

    def __init__(self, folded: str, found: Sequence[Candidate]) -> None:
        self.folded = folded
        self._starts = [c.start for c in found]
        self._ends = [c.end for c in found]
        self._places = {c.end for c in found if c.type == "Place"}
        self._firms = {c.start for c in found if c.type == "Company"}

    def run_before(self, at: int) -> int:
        """Return where the run of Chinese characters begins that ends at *at* and that no known name is part of."""
        known = bisect_left(self._starts, at)
        low = max(self._ends[known - 1] if known else 0, at - BEFORE)
        low = run_before(self.folded, at, min(low, at))
        labels = [label.end() for label in pattern("firm.label").finditer(self.folded, low, at)]
        return labels[-1] if labels and at - labels[-1] > 1 else low

    def run_after(self, at: int, most: int) -> int:
        """Return where the run of Chinese characters ends that begins at *at*, before a known name."""
        known = bisect_left(self._starts, at)
        stop = min(self._starts[known] if known < len(self._starts) else len(self.folded), at + most)
        return run_after(self.folded, at, stop)

    def is_border(self, low: int, at: int, placed: bool = False) -> bool:
        """Tell whether a name may begin at *low*, where the run before *at* begins; or *placed* behind a place."""
        if low == 0:
            return True
        known = bisect_left(self._starts, at)
        cut = known > 0 and self._ends[known - 1] == low and not (placed and low in self._places)
        return low > at - BEFORE and not cut and self.folded[low - 1] not in _GLUED

    def is_placed(self, at: int) -> bool:
        """Tell whether a known place ends at *at*."""
        return at in self._places

    def is_firm(self, at: int) -> bool:
        """Tell whether a known company begins at *at*."""
        return at in self._firms

    def is_covered(self, at: int) -> bool:
        """Tell whether *at* is within a known name."""
        known = bisect_left(self._starts, at + 1)
        return known > 0 and self._ends[known - 1] > at
