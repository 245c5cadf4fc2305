"""Podcasts and programmes by what is said of their episodes: 《Open Lanterns》第12集, Lantern Show 2025年播出."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .candidates import Candidate
from .words import class_of_tail

_L = r"A-Za-z0-9\u00c0-\u024f'’&.:-"
_RUN = rf"[A-Z0-9][{_L}]*(?: [{_L}]+){{0,8}}"
_AIRED = r"[于在]? ?20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日|[底初])?(?:播出|发布的[^，。；「《]{0,3}单集)"
_EPISODE = re.compile(
    rf" ?(?:(?:Podcast|播客|节目) ?)?(?:{_AIRED}|第[\d一二三四五六七八九十百]+集|播出的(?:Podcast|播客|单集|节目))"
)
_BESIDE = re.compile(rf"{_EPISODE.pattern}| ?(?:Podcast|播客)(?![A-Za-z])")
_OF = re.compile(r"(?:(?:Podcast|播客)(?:节目)?|(?<!同)节目|频道)\Z")
_FILM = re.compile(r"(?:剧|电影|片|动画|单集)\Z")
_MARKED = re.compile(r"[《「“]([^《》「」“”。！；\n]{2,60})[》」”]")
_BEFORE = re.compile(rf"(?<![{_L}] )(?<![{_L}])({_RUN})\Z")
_SOURCE = re.compile(
    rf"整理自 ?([A-Z0-9][{_L}]*(?: [{_L}]+){{0,7}}? (?:Podcast|Show)(?: with(?: [A-Z][{_L}]+){{1,3}})?)(?![A-Za-z])"
)
_KINDS = frozenset({"Podcast", "Show", "YouTube"})  # no names alone
_CUE = re.compile("Podcast|播客|播出|[单\\d百十]集|节目|频道")
_LEFT = 70  # characters before an episode in which a name begins


def broadcasts(folded: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield podcasts and programmes; the body that makes one may be called as it is, and is the lexicon's.

    Args:
        folded: The folded text.
        found: What the lexicon found.
    """
    if _CUE.search(folded) is None:
        return
    for match in _MARKED.finditer(folded):
        before = folded[max(0, match.start() - 9) : match.start()]
        told = _OF.search(before) or _BESIDE.match(folded, match.end())
        if told and _FILM.search(before) is None:
            yield Candidate(*match.span(1), "Organization", "titled", None, 2)
    known = {(c.start, c.end) for c in found}
    for start, end in _unmarked(folded):
        if (start, end) not in known and folded[start:end] not in _KINDS:
            type_ = class_of_tail(folded[start:end].rpartition(" ")[2])
            type_ = "Event" if type_ == "Event" else "Organization"
            yield Candidate(start, end, type_, "titled", None, 2)
            yield from _again(folded, folded[start:end])


def _unmarked(folded: str) -> Iterator[tuple[int, int]]:
    """Yield where Latin words stand that name a programme without marks."""
    yield from (match.span(1) for match in _SOURCE.finditer(folded))
    for episode in _EPISODE.finditer(folded):
        run = _BEFORE.search(folded, max(0, episode.start() - _LEFT), episode.start())
        if run is not None:
            yield run.span(1)


def _again(folded: str, name: str) -> Iterator[Candidate]:
    """Yield where a programme of several words is called without what it is: Hills or Lanterns."""
    stem = name.removesuffix(" Podcast").removesuffix(" Show").removeprefix("The ")
    if stem != name and " " in stem:
        for place in re.finditer(rf"(?<![{_L}]){re.escape(stem)}(?![{_L}])", folded):
            yield Candidate(*place.span(), "Organization", "titled", None, 2)
