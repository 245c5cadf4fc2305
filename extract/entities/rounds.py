"""Whose round a text begins with: 云川完成A轮融资，由远山资本领投。..., which goes on about 公司, the firm."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from extract.model import Mention

_GOT = re.compile(r"[^，。；：！？]{0,20}?(?:完成|获|拿[下到]|斩获)[^，。；！？]{0,30}?(?:融资|轮)")
_LEAD = 3  # sentences, the title among them, in which the round is told


class Round(NamedTuple):
    """The firm that got money, and the entities of those who are named with it."""

    firm: Mention
    backers: frozenset[str]


def round_told(folded: str, named: Sequence[Sequence[Mention]]) -> Round | None:
    """Return the round that a text begins with, if it does.

    Args:
        folded: The folded text.
        named: What each of its sentences names, in order.
    """
    for here in named[:_LEAD]:
        firms = [m for m in here if m.type == "Company"]
        got = _GOT.match(folded, firms[0].span.end) if firms else None
        if got is not None:
            backers = frozenset(m.entity for m in firms if m.span.start >= got.end())
            return Round(firms[0], backers - {firms[0].entity})
    return None
