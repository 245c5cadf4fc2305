"""Say of which class an unknown name is, by the words around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from ontology.lexicon_versions import THINGS

from .candidates import Candidate
from .latin_words import CODE, kind
from .words import groups, pattern, words

_NUMBERED = re.compile(r"[A-Za-z] \d{1,2}(?:\.\d{1,2})?\Z")
_WINDOW, _AHEAD = 12, 32  # characters before and behind a name
_OPEN = r"[“「『\"《‘ ]*\Z"
_SET_OFF = r"[“「『\"《‘ —]*\Z"  # of a thing: 一款新模型——Lumora
_SHUT = r"[”」』\"》’ ™®]*"
_RANK = r"(?: *（(?:第[\d一二三四五六七八九十]+|\d[^（），。]{0,6}?)[名位年%]?）)?"  # of a member of a list
_ABOUT = 40  # characters around the code of what may be a chip
_FIRM_FORM = re.compile(r"\d+[A-Z][A-Za-z]+|[A-Z][A-Za-z]+\d+|[A-Za-z0-9]+(?:\.ai|AI|Tech|Labs|Bio)")
_SOME = 2  # mentions of a code after which it is hardly that of a room or a gene
_MOST = 8  # mentions looked at
_CUE, _TITLE, _FORM = 2, 3, 3  # points for a word beside the name, for a title before it, and for its own form
_CALLED = 4  # points for what the text says that it is: 名为Lumora的芯片
_HEADED, _TITLED = 6, 3  # points for what has a founder or a chief, as no product has, and for who is said to be one
_ON = ("在", "于", "从", "到", "为")  # before what something runs on
_BODIES = ("Organization", "Government")  # that have a chief, too
_ORDER = (
    *("Company", "Model", "Product", "Person", "Chip", "Organization"),
    *("Technology", "Report", "Event", "Government", "Place"),
)


@cache
def _any_beside(side: str) -> re.Pattern[str]:
    """Return what stands ``left`` or ``right`` of a name and speaks for any class: seldom anything does."""
    return re.compile("|".join(words.pattern for _, words in _beside(side)))


@cache
def _beside(side: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return what stands ``left`` or ``right`` of a name and speaks for a class, class by class."""
    if side == "right":
        return tuple((type_, pattern(f"right.{type_}", _SHUT + "<>")) for type_ in groups("right."))
    frames = ((type_, "<>" + (_SET_OFF if type_ in THINGS else _OPEN)) for type_ in groups("left."))
    return tuple((type_, pattern(f"left.{type_}", frame)) for type_, frame in frames)


def votes_of(folded: str, mentions: Sequence[Candidate]) -> Counter[str]:
    """Count, class by class, what speaks for it: the form of an unknown name, and the words around its mentions."""
    votes: Counter[str] = Counter()
    nobodys = all(_is_nobodys(folded[m.start : m.end]) for m in mentions[:_MOST])
    for mention in mentions[:_MOST]:
        votes.update(_said_beside(folded, mention, nobodys))
    best = _surest(folded, mentions)
    form = _FORM * best.weight
    if best.type and (form or len(mentions) == 1):  # a form without weight speaks for what is named only once
        votes[best.type] += form
    if best.type not in _BODIES and any(pattern("headed", _SHUT + "<>").match(folded, m.end) for m in mentions):
        votes["Company"] += _HEADED
    if any(pattern("titled").match(folded, m.end) and not _is_workplace(folded, m) for m in mentions):
        votes["Person"] += _TITLED
    if votes["Company"] and is_numbered(folded, mentions[0]):
        votes["Company"] -= 1
    return votes


def leading(folded: str, mentions: Sequence[Candidate], types: Sequence[str]) -> str:
    """Return as which of the classes *types* an article speaks of what is a firm and its product in one.

    It is the first of them, unless all that is said beside the name speaks for the other: 估值, or 在云川云上.
    """
    bare = [mention._replace(type="") for mention in mentions]
    votes = votes_of(folded, bare)
    firm, thing = votes["Company"], votes["Product"] + votes["Model"]
    if types[0] != "Company":
        told = "Company" in types and firm > thing and firm >= min(len(bare), _MOST)  # beside every other mention
        return "Company" if told else types[0]
    told = "Product" in types and not firm and not votes["Organization"]
    return "Product" if told and any(_is_used(folded, mention) for mention in bare) else types[0]


def _is_used(folded: str, mention: Candidate) -> bool:
    """Tell whether a name is that of something which one uses: 在云川云上, 云川是一款绘图工具."""
    if pattern("two.thing", _SHUT + "<>").match(folded, mention.end):
        return True
    on = folded[mention.start - 1 : mention.start] in _ON
    return on and pattern("two.on", _SHUT + "<>").match(folded, mention.end) is not None


def is_numbered(folded: str, mention: Candidate) -> bool:
    """Tell whether a name of no known form ends with a number: Lumora 3 is rather one of several things than a firm."""
    return mention.rule == "shape" and _NUMBERED.search(folded, mention.start, mention.end) is not None


def _said_beside(folded: str, mention: Candidate, nobodys: bool) -> Iterator[str]:
    """Yield the classes that the words beside a mention speak for, each once for every point; firms say things, too."""
    left = folded[max(0, mention.start - _WINDOW) : mention.start]
    right = folded[mention.end : mention.end + _AHEAD]
    for type_, before in _beside("left") if _any_beside("left").search(left) else ():
        if before.search(left):
            yield from [type_] * (_TITLE if type_ == "Person" else _CUE)
    if mention.rule != "titled" and (said := called(left, folded, mention.end)):
        yield from [said] * _CALLED
    for type_, after in _beside("right") if _any_beside("right").match(right) else ():
        if after.match(right):
            nobody = type_ == "Person" and (nobodys or _is_workplace(folded, mention))
            told = "Company" if nobody else type_
            sure = (type_ == "Chip" and _has_number(folded, mention)) or folded.startswith("法案", mention.end)
            yield from [told] * (_CUE + sure)  # 推出的ZX-9芯片


def _is_workplace(folded: str, mention: Candidate) -> bool:
    """Tell whether *mention* is where somebody has a post: 她曾在Lumora担任总监."""
    return folded[mention.start - 1 : mention.start] in ("在", "于") and folded.startswith("担任", mention.end)


def _is_nobodys(name: str) -> bool:
    """Tell whether nobody is called so: Halmor Space, 2Halmor, HalmorAI, Halmor & Sons."""
    if not name.isascii():
        return False
    parts = name.split(" ")
    if len(parts) == 1:
        return _FIRM_FORM.fullmatch(name) is not None and kind(name) != "acronym"
    return "&" in parts or (parts[0].lower() not in words("given") and kind(parts[-1]) == "common")


def _surest(folded: str, mentions: Sequence[Candidate]) -> Candidate:
    """Return the first of the mentions whose form says most of the class, which it may not say here."""
    best = max(mentions[:_MOST], key=lambda mention: mention.weight if mention.type else -1)
    if best.type == "Chip" and best.rule == "shape" and not _among_chips(folded, mentions):
        return best._replace(type="Product" if best.family or len(mentions) > _SOME else "")
    return best


def _among_chips(folded: str, mentions: Sequence[Candidate]) -> bool:
    """Tell whether a name is more than a code, or stands where chips are spoken of: 残基D79 and 展位A43 are none."""
    return any(
        CODE.fullmatch(folded, m.start, m.end) is None
        or pattern("chips", r"<>[^。！？\n]*\Z").search(folded, max(0, m.start - _ABOUT), m.start)
        or pattern("chips", r"[^。！？\n]*?<>").match(folded, m.end, m.end + _ABOUT)
        for m in mentions
    )


def called(left: str, folded: str, end: int) -> str:
    """Return the class of what a name at *end* is said to be, if *left*, before it, says so: 名为Lumora的芯片."""
    if pattern("calls", "<>" + _OPEN).search(left) is None:
        return ""
    return next(
        (type_ for type_ in groups("called.") if pattern(f"called.{type_}", _SHUT + "<>").match(folded, end)), ""
    )


def _has_number(folded: str, mention: Candidate) -> bool:
    return any(character.isdigit() for character in folded[mention.start : mention.end])


def class_of(own: Counter[str], beside: Counter[str] | None) -> tuple[str, int]:
    """Return the class of an unknown name and how many points speak for it; ``""`` and 0 where none does.

    Args:
        own: Points from its form and the words around it.
        beside: Points from the names beside it.
    """
    votes = own + beside if beside else own
    if not votes:
        return "", 0
    best = min(votes, key=lambda type_: (-votes[type_], _ORDER.index(type_)))
    return best, votes[best]


def listed(folded: str, a: Candidate, b: Candidate) -> bool:
    """Tell whether *b* follows *a* in an enumeration."""
    return pattern("list.between", _RANK + " *<> *").fullmatch(folded, a.end, b.start) is not None
