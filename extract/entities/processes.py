"""Find the processes that chips are made by: 第二代3纳米制程工艺, 14nm工艺."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .candidates import Candidate
from .lookup import Lookup

_PROCESS = re.compile(
    r"(?P<generation>第[一二三四五]代\s?)?(?<![\d.])(?P<size>\d{1,3}(?:\.\d)?)\s?(?:纳米|奈米|nm)\s?"
    r"(?:级|EUV)?(?:制程工艺|工艺制程|制程技术|工艺技术|制程节点|工艺节点|制程|工艺)",
    re.IGNORECASE,
)


def processes(folded: str, lookup: Lookup) -> Iterator[Candidate]:
    """Yield the processes that *folded* names: a certain generation of one, and those that the lexicon knows."""
    if "制程" not in folded and "工艺" not in folded:
        return
    for match in _PROCESS.finditer(folded):
        entry = None if match["generation"] else lookup.owner(f"{match['size']}纳米制程")
        if entry is not None or match["generation"]:
            yield Candidate(*match.span(), "Technology", "process", entry.id if entry else None, 2)
