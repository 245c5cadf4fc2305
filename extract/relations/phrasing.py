"""In a few words, what a figure measures."""

from __future__ import annotations

import re

from .cues import CLAUSE
from .scene import ANY_FIGURE, ANY_NAME, WHEN

_HEAD = re.compile(r"^(?:[的在其也都已还则并且而但和与及、\s，“”*#（）()>|-]|该公司|公司|截至|目前|仅|今年|去年|同比(?=的))+")
_TAIL = re.compile(
    r"(?:[的在了达至到为约近超逾有是和与至、\s，“”：:（(*>|-]|达到|突破|超过|高达|接近|大约|约为|升至|降至|增至|将近|左右|不到|最高|最多|至少|预计|估计|将|可|会|仅)+$"
)
_SLOT = re.compile(f"[{ANY_NAME}{ANY_FIGURE}{WHEN}]")
_LONGEST = 20


def measured_words(code: str, start: int, position: int) -> str | None:
    """
    Return the words of a code string that say what the figure at *position* measures.

    They are the last words of the clause before the figure that hold no name, figure or time; where there are
    none, the words right after it.

    Args:
        code: A code string.
        start: Where the figure's cue starts, which may be in an earlier clause.
        position: The figure's place.
    """
    left = max((match.end() for match in CLAUSE.finditer(code, 0, min(start, position) + 1)), default=0)
    pieces = [_trimmed(piece) for part in CLAUSE.split(code[left:position]) for piece in _SLOT.split(part)]
    for piece in reversed(pieces):
        if len(piece) >= 2:
            return piece[-_LONGEST:]
    after = CLAUSE.split(code[position + 1 : position + 16], maxsplit=1)[0]
    words = _trimmed(_SLOT.split(after)[0])
    return words[:_LONGEST] or next((piece for piece in reversed(pieces) if piece), None)


def _trimmed(text: str) -> str:
    return _HEAD.sub("", _TAIL.sub("", text))
