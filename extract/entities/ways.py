"""Find methods and architectures by what says that they are used: 采用云边协同架构, 提出双塔交错机制."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .candidates import Candidate, free
from .words import alternatives, pattern

_WORDED = r"[\u4e00-\u9fffA-Za-z0-9-]"
_LEADING = "[A-Za-z\u4e00-\u9fff]"


def ways(folded: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield what is used or brought in, unless it only says of which kind; a known technology may be a part of it.

    Args:
        folded: The folded text.
        found: What the lexicon found, in order.
    """
    if "架构" not in folded and "机制" not in folded:
        return
    begun = {hit.start for hit in found}  # MoE架构 is MoE
    others = [hit for hit in found if hit.type != "Technology"]
    plain, end = alternatives("way.plain"), r"(?:架构(?!师)|(?<=注意|意力|多头|门控|路由|采样|反馈)机制)"
    frame = rf"<>(?!{plain})(?P<way>{_LEADING}(?:(?!{alternatives('way.within')}){_WORDED}){{1,9}}?{end})"
    for match in pattern("way.before", frame).finditer(folded):
        start, stop = match.span("way")
        if start not in begun and free(others, start, stop):
            yield Candidate(start, stop, "Technology", "way", None, 2)
