"""Bodies whose short name in Latin letters follows in brackets: 海洋数据治理协会（MDGA）, whatever their names hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .candidates import Candidate
from .words import pattern

_LETTERS = re.compile(r"[（(] ?[A-Z][A-Za-z]{1,8} ?[）)]")
_HAN = re.compile(r"[\u4e00-\u9fff]{3,16}\Z")
# 中心 and 组织 are anybody's: 运营中心（SOC）
_TAILS = frozenset("协会 基金会 委员会 学会 研究所 研究院 联盟 联合会 办公室".split())
# what a name may hold here, though it parts others
_FIELDS = re.compile(r"人工智能|(?<=[\u4e00-\u9fff]{2})[与和及](?=[\u4e00-\u9fff]{2})")
_NOBODYS = re.compile("(?:顾问|咨询|行动|审计|薪酬|提名|评审|编辑|自治|产业|行业)\\Z")  # what any company or trade has
_AND = "与和及或"
_REACH, _LEAST = 16, 3  # characters before the last word


def abbreviated(folded: str, start: int, end: int, near: Sequence[Candidate]) -> Candidate | None:
    """Return the body that ends with the word from *start* to *end*, if its short name follows; else ``None``.

    Args:
        folded: The folded text.
        start: Where the last word of the name begins.
        end: Where it ends.
        near: Known bodies and places before it: 云川和海洋数据协会 is two.
    """
    if folded[start:end] not in _TAILS or _LETTERS.match(folded, end) is None:
        return None
    window = _HAN.search(folded, max(0, start - _REACH), start)
    if window is None or _NOBODYS.search(window[0]) is not None:
        return None
    blind = _FIELDS.sub(lambda field: "〇" * len(field[0]), window[0])
    at = window.start() + max((m.end() for m in pattern("break").finditer(blind)), default=0)
    for owner in near:
        if at <= owner.start and owner.type != "Place":
            at = owner.end if folded[owner.end] in _AND else owner.start  # 微软海洋研究院（MMR）
    at += folded[at] in _AND
    return Candidate(at, end, "Organization", "suffix", None, 2) if start - at >= _LEAST else None
