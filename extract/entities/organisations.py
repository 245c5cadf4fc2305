"""Organisations, governments, events and reports whom the lexicon does not have, by the form of their Chinese names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from .candidates import Candidate
from .words import groups, pattern, words

_RUN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9·]+\Z")
_HAN = re.compile(r"[\u4e00-\u9fff]+\Z")
_TITLED = re.compile(r"《([^《》\n]{2,40})》")
_TITLE_ITSELF = re.compile(
    r"(?:报告|白皮书|蓝皮书|法案?|指数|条例|规定|意见|办法|计划|战略|宣言|公约|指南|准则|行动|论|学习|原理|实战)(?:（.*）)?\Z"
)
_TITLE_BEFORE = re.compile(
    r"(?:报告|研报|论文|研究|法案|法|书|发布|发表|题为|名为|根据|出版|的|了|通过|签署|全称)(?:了|的|为|是)?\Z"
)
_TITLE_AFTER = re.compile(r" ?(?:的?报告|的?论文|法案|一文|一书|显示|指出|研究|中)")
_PRESS = re.compile(r" ?(?:杂志|期刊|的?报道|记者|网站|的?专访)")
_ITEM = re.compile(r"(?<=、)([\u4e00-\u9fff]{2,6})(?=、|和|等|及|以及)")
_KINDS = frozenset({"government", "firm", "title", "says", "address"})


def organisations(folded: str, cues: Iterable[tuple[int, int, str]], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield candidates by the last word of their names.

    Args:
        folded: The folded text.
        cues: The trigger words in it.
        found: What the lexicon found, for the places of governments.
    """
    places = {c.end: c for c in found if c.type in ("Place", "Person")}
    for start, end, kind in cues:
        if kind == "government":
            if start in places:
                yield Candidate(places[start].start, end, "Government", "government", None, 2)
        elif kind == "firm":
            yield from _firm(folded, start, end)
        elif kind not in _KINDS:
            yield from _body(folded, start, end, kind)


def _body(folded: str, start: int, end: int, type_: str) -> Iterator[Candidate]:
    """Yield a university, an institute, a committee, a fair or an index."""
    if type_ in groups("not_after.") and pattern(f"not_after.{type_}").match(folded, end):
        return
    left = folded[max(0, start - 14) : start]
    between = pattern(f"between.{type_}", r"<>\Z").search(left) if type_ in groups("between.") else None
    if between is None and type_ in groups("between."):
        return
    tail = len(left) - between.start() if between is not None else 0
    window = _RUN.search(left[: len(left) - tail])
    stem = _stem(window.group()) if window is not None else ""
    if len(stem) >= 2 and not stem[0].isdigit() and not _general(stem, whole=type_ == "Company"):
        yield Candidate(start - tail - len(stem), end, type_, "suffix", None, 2)


def _firm(folded: str, start: int, end: int) -> Iterator[Candidate]:
    """Yield a company by a word that many company names end with: 纵目科技."""
    if not pattern("firm.right", r"<>|\Z").match(folded, end):
        return
    window = _HAN.search(folded[max(0, start - 10) : start])
    stem = pattern("city", r"\A<>(?=[\u4e00-\u9fff]{2})").sub("", _stem(window.group())) if window is not None else ""
    if (
        2 <= len(stem) <= (6 if folded.startswith("集团", start) else 4)
        and not _general(stem)
        and stem + folded[start:end] not in words("stems")
    ):
        yield Candidate(start - len(stem), end, "Company", "firm", None, 2)


@cache
def _general_edges() -> tuple[frozenset[str], int]:
    stems = frozenset(word for word in words("stems") if len(word) > 1)
    return stems, max(len(word) for word in stems)


def _general(stem: str, whole: bool = False) -> bool:
    """Tell whether *stem*, or where not *whole* only its beginning or end, says a kind rather than a name."""
    stems, longest = _general_edges()
    if whole or stem in words("stems"):
        return stem in words("stems")
    return any(stem[:n] in stems or stem[-n:] in stems for n in range(2, min(len(stem), longest) + 1))


def _stem(left: str) -> str:
    """Return the end of *left* that can be a name: what follows the last word that no name holds."""
    cut = 0
    for match in pattern("break").finditer(left):
        cut = match.end()
    return left[cut:]


def enumerated(folded: str, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield short Chinese names that stand in a list between two companies: 纵目科技、蘑菇车联、Momenta."""
    starts = {c.start: c for c in chosen}
    ends = {c.end: c for c in chosen}
    for match in _ITEM.finditer(folded):
        start, end = match.span(1)
        sides = [c for c in (ends.get(start - 1), starts.get(end + 1) or starts.get(end + 2)) if c is not None]
        if not sides or any(c.type != "Company" for c in sides) or (len(sides) < 2 and end - start < 4):
            continue
        if not _general(match.group(1)) and _stem(match.group(1)) == match.group(1):
            yield Candidate(start, end, "Company", "list", None, 2)


def titled(folded: str) -> Iterator[Candidate]:
    """Yield what stands in 《》."""
    for match in _TITLED.finditer(folded):
        start, end = match.span(1)
        if pattern("titled.press", " ?<>").match(folded, match.end()):
            yield Candidate(start, end, "Organization", "titled", None, 2)
        elif (
            pattern("titled.itself", r"<>(?:（.*）)?\Z").search(match.group(1))
            or pattern("titled.before", r"<>[了的为是]?\Z").search(folded, max(0, match.start() - 10), match.start())
            or pattern("titled.after", " ?<>").match(folded, match.end())
        ):
            yield Candidate(start, end, "Report", "titled", None, 1)
