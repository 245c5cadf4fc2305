"""Tell whether a text is about a technology, or only names its field in passing.

生成式AI公司 names a kind of company; 采用生成式AI and RAG say what is used.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .candidates import Candidate
from .words import alternatives, pattern, words

_OFTEN = 3  # mentions that make a field a topic
_LIST = 30  # characters of a list before one of its members
_LISTED = re.compile("[、和与及]")
_PRAISED = 12  # characters before a technology that say that it is used, and how good it is
_TITLE = re.compile(r"《[^《》\n]*\Z")  # of a book: 《动手学深度学习》
_LATIN = re.compile(r"(?!AI |Gen)[A-Za-z][\x00-\x7f]{2,}")


def _is_listed(folded: str, mention: Candidate) -> bool:
    """Tell whether *mention* stands in a list of what is used: 支持云川协议、蓝牙和红外."""
    return (
        pattern("used.list", rf"<>[^，。；：！？\n的从到在将]{{2,{_LIST}}}\Z").search(
            folded, max(0, mention.start - _LIST - 4), mention.start
        )
        is not None
    )


def _in_title(folded: str, mention: Candidate) -> bool:
    """Tell whether *mention* is a part of a title; the whole of one may be short for a paper."""
    begun = _TITLE.search(folded, max(0, mention.start - _LIST), mention.start)
    return begun is not None and not (
        begun.end() - begun.start() == 1 and folded[mention.end : mention.end + 1] == "》"
    )


def is_topic(folded: str, mentions: Sequence[Candidate]) -> bool:
    """Tell whether the text says something about the technology that *mentions* name."""
    mentions = [c for c in mentions if not _in_title(folded, c)]
    if any(c.rule == "process" for c in mentions):
        return True
    names = {folded[c.start : c.end].lower() for c in mentions}
    measured = pattern("measured")
    if not names.isdisjoint(words("topics")) or any(measured.match(folded, c.end) for c in mentions):
        return True
    if names <= words("passing"):
        return False
    if any(_LATIN.match(folded, c.start, c.end) or folded[c.end - 1].isdigit() for c in mentions):
        return True  # 蓝牙5.2 is no kind
    used = pattern("used", rf"<>(?:{alternatives('used.praised')}的?)?[“「 ]?\Z")
    attribute = pattern("attribute", " ?(?:技术)?的?<>")
    if any(used.search(folded, max(0, c.start - _PRAISED), c.start) for c in mentions):
        return True
    if any(_LISTED.match(folded, c.start - 1) and _is_listed(folded, c) for c in mentions):
        return True
    return len(mentions) >= _OFTEN and not all(attribute.match(folded, c.end) for c in mentions)
