"""Characters that nobody reads: marks of width nothing, controls, carriage returns, trade marks within names."""

from __future__ import annotations

import re

from extract.cleaning.edits import Change

INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
TRADE_MARKS = "®™℠"
_TRADE_MARK = re.compile(f"[{TRADE_MARKS}](?<=[A-Za-z0-9].)(?! AI(?![A-Za-z]))(?= [A-Za-z0-9])")
_RETURN = re.compile("\r(?=\n)")
LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
_LINE_END = re.compile(f"[{LINE_ENDS}]")


def invisible(text: str) -> list[Change]:
    """Remove invisible and control characters."""
    return [(*found.span(), "") for found in _INVISIBLE.finditer(text)]


def returns(text: str) -> list[Change]:
    """Remove the carriage return before a line feed."""
    return [(*found.span(), "") for found in _RETURN.finditer(text)] if "\r" in text else []


def line_ends(text: str) -> str:
    """Write every other line end as a line feed, one to one."""
    return _LINE_END.sub("\n", text)


def trade_marks(text: str) -> list[Change]:
    """Remove the sign of a mark where the name goes on behind it: Lumora® Deep™ Ultra."""
    return [(*found.span(), "") for found in _TRADE_MARK.finditer(text)]
