"""Which firm a text is about: the one that it names most, or whose round it begins with.

云川完成A轮融资，由远山资本领投。... goes on about 公司, the firm, and not about who gave the money.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from extract.model import Mention

_GOT = re.compile(r"[^，。；：！？]{0,20}?(?:完成|获|拿[下到]|斩获)[^，。；！？]{0,30}?(?:融资|轮)")
_LEAD = 3  # sentences, the title among them, in which the round is told
_CHIEFLY = 3  # times as often as one named by the way


class Chief(NamedTuple):
    """How often a text names each entity, the firm that it names most, and the round that it begins with."""

    counts: Counter[str]
    firm: Mention | None
    raised: Mention | None  # the firm that got money
    backers: frozenset[str]  # the entities named with its round

    @classmethod
    def of(cls, folded: str, mentions: Sequence[Mention], named: Sequence[Sequence[Mention]]) -> Chief:
        """
        Read what a text is about.

        Args:
            folded: The folded text.
            mentions: What it names, in order.
            named: What each of its sentences names.
        """
        firms = Counter(m.entity for m in mentions if m.type == "Company")
        most = max(firms, key=lambda firm: firms[firm], default=None)
        firm = next((m for m in mentions if m.entity == most), None)
        return cls(Counter(m.entity for m in mentions), firm, *_round(folded, named))

    def is_by_the_way(self, meant: Mention, history: Sequence[Sequence[Mention]]) -> bool:
        """Tell whether 公司 seems to mean a firm named only late in a sentence, where the text is about another."""
        if self.firm is None or self.counts[self.firm.entity] < _CHIEFLY * self.counts[meant.entity]:
            return False
        return any(m is meant and m is not earlier[0] for earlier in history for m in earlier)

    def backed_by(self, meant: Mention) -> Mention:
        """Return the firm whose round the text began with, if *meant* gave the money, else *meant*."""
        return self.raised if self.raised is not None and meant.entity in self.backers else meant


def _round(folded: str, named: Sequence[Sequence[Mention]]) -> tuple[Mention | None, frozenset[str]]:
    """Return the firm whose round a text begins with, and the entities named behind it."""
    for here in named[:_LEAD]:
        firms = [m for m in here if m.type == "Company"]
        got = _GOT.match(folded, firms[0].span.end) if firms else None
        if got is not None:
            backers = frozenset(m.entity for m in firms if m.span.start >= got.end())
            return firms[0], backers - {firms[0].entity}
    return None, frozenset()
