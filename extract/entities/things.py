"""Unlisted things and firms by a Chinese name and a code or kind: 发布玉衡X4, 芯片玉衡910, 海豚Chat模型, 玉衡AI宣布."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ontology.lexicon_versions import THINGS

from .candidates import Candidate, free
from .classing import called, votes_of
from .organisations import is_general
from .runs import Runs
from .segmenting import is_common, name_after, name_before, worth
from .words import alternatives, pattern

_HAN = "[\u4e00-\u9fff]"
_EDITION = "(?: ?(?:Pro|Max|Ultra|Plus|Mini|Lite))?"
_LETTERED = rf"[A-Z]{{1,2}}\d{{1,3}}{_EDITION}(?![A-Za-z\d.])"
_CODE = (
    rf"(?:[ -]?(?:[A-Z]{{0,3}}\d{{1,4}}(?:\.\d{{1,2}})?[A-Z]{{0,2}}|\d{{1,3}}B){_EDITION}"
    r"|-?(?:AI|Bot|Chat|Coder?|GPT|LLM|Math|Omni|OS|VL|Voice)(?:[ -]?\d{1,2}(?:\.\d)?)?"
    r"|(?:[一二三四五六七八九]|\d{1,2})号)(?![A-Za-z\d.%号])(?! ?<>)"
)
_MIXED = "(?:AI|Tech|Labs?|Bio)"  # ends of firms: 云川AI
_OPEN = "[“「『]?"
_LIKELY, _NAME, _RUN, _SURE = -2.0, 1.0, 3.0, 4.0  # by how much a name must beat words: before letters and digits,
# between its kind and any code, in a run before a code, and without a code
_NUMBERING = frozenset("约超近达仅共满为第")  # what stands before a mere number
_LISTS = frozenset("、和与及")
_LITTLE = re.compile("小[^\u5c0f]")  # what assistants are called: 小海
_MOST, _AHEAD = 3, 8  # characters of a name without a code, and looked at behind its kind
_WITHIN = frozenset("上下中里内外前后时")  # what goes with the kind before: 大模型上


def coded(folded: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield things by what is brought out and by the kind beside their names, and firms called 玉衡AI.

    Args:
        folded: The folded text.
        found: What the lexicon found, in order, which no such name touches.
    """
    text = Runs(folded, found)
    told = (*_told(folded, text), *_listed(folded, found))
    yield from (c for c in told if free(found, c.start, c.end))


def _told(folded: str, text: Runs) -> Iterator[Candidate]:
    """Yield things and firms whether known names touch them or not."""
    for verb in pattern("launches.coded").finditer(folded):
        name = _brought_out(folded, verb.end())
        if name is not None:
            yield Candidate(*name.span(), "Product", "coded", None, 0)
    for clause in _begun().finditer(folded):
        if _is_name(clause[2]):
            yield Candidate(*clause.span(1), "Product", "coded", None, 0)
    for match in _named().finditer(folded):
        type_ = called(folded[match.start() : match.start(1)], folded, match.end(1))
        if type_ and not is_general(match[2], whole=True):
            yield Candidate(*match.span(1), type_, "coded", None, 1)
    for match in pattern("mixed.right", f"(?<={_HAN}){_MIXED}(?=<>)").finditer(folded):
        yield from _mixed(text, match)
    yield from _of_kind(folded, text)


def _brought_out(folded: str, at: int) -> re.Match[str] | None:
    """Return the name with a code at *at*, where words say that something is brought out."""
    name = _lettered().match(folded, at)
    if name is not None and worth(name[1]) >= _LIKELY and not is_general(name[1]):
        return name
    name = _set_off().match(folded, at)
    return name if name is not None and _is_name(name[1]) else None


def _mixed(text: Runs, match: re.Match[str]) -> Iterator[Candidate]:
    """Yield the firm whose Latin end *match* is, where words beside it speak for one."""
    start = _start(text, match.start())
    firm = Candidate(match.start() if start is None else start, match.end(), "Company", "coded", None, 0)
    if start is not None and votes_of(text.folded, [firm._replace(type="")])["Company"]:
        yield firm


def _of_kind(folded: str, text: Runs) -> Iterator[Candidate]:
    """Yield things with a code behind or before their kind, and those without one right behind it."""
    for match in _behind().finditer(folded):
        if _is_name(match["name"]):
            yield Candidate(match.start("name"), match.end(), _kind(match), "coded", None, 1)
    for match in _before().finditer(folded):
        start = _start(text, match.start("code"))
        if start is not None:
            yield Candidate(start, match.end("code"), _kind(match), "coded", None, 1)
    for type_ in ("Model", "Product"):
        for kind in pattern(f"called_thing.{type_}", f"<>{_OPEN}(?={_HAN})").finditer(folded):
            end = _end(text, kind.end())
            if end is not None:
                yield Candidate(kind.end(), end, type_, "coded", None, 1)


def _kind(match: re.Match[str]) -> str:
    return next(type_ for type_ in THINGS if match[type_] is not None)


def _listed(folded: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield what follows a known thing in a list of such: GPT-4、海豚3和Claude."""
    for hit in found:
        if hit.type in THINGS and folded[hit.end : hit.end + 1] in _LISTS:
            name = _item().match(folded, hit.end + 1)
            if name is not None and _is_name(name[1]):
                yield Candidate(*name.span(), hit.type, "coded", None, 1)


@cache
def _code() -> str:
    return _CODE.replace("<>", alternatives("version.counted"))


@cache
def _kinds() -> str:
    return "(?:" + "|".join(f"(?P<{type_}>{alternatives(f'thing.{type_}')})" for type_ in sorted(THINGS)) + ")"


@cache
def _lettered() -> re.Pattern[str]:
    return re.compile(f"({_HAN}{{2,3}}){_LETTERED}")


@cache
def _set_off() -> re.Pattern[str]:
    """Return a name with a code that ends a clause: 推出玉衡910，."""
    return re.compile(f"({_HAN}{{2,3}}){_code()}(?=[，。；：（])")


@cache
def _begun() -> re.Pattern[str]:
    """Return a name with a code that begins a clause which says what it is: 玉衡910是."""
    return re.compile(f"(?:\\A|[。；\n])(({_HAN}{{2,3}}){_code()})(?=是)")


@cache
def _item() -> re.Pattern[str]:
    return re.compile(f"({_HAN}{{2,3}}){_code()}(?=[、，。；和与及等都的])")


@cache
def _named() -> re.Pattern[str]:
    """Return what something is said to be called, before what it is: 名为海豚的模型."""
    return pattern("calls", f"<>(({_HAN}{{2,4}}?)(?:{_code()})?)(?=的)")


@cache
def _behind() -> re.Pattern[str]:
    """Return the kind of a thing and its name with a code: 芯片玉衡910."""
    return re.compile(f"{_kinds()}{_OPEN}(?!系列)(?P<name>{_HAN}{{2,4}}?){_code()}")


@cache
def _before() -> re.Pattern[str]:
    """Return a code behind a Chinese name and before the kind of a thing: 玉衡910芯片."""
    return re.compile(f"(?<={_HAN})(?P<code>{_code()}) ?(?:系列)?(?:AI)?{_kinds()}")


def _is_name(name: str) -> bool:
    """Tell whether a thing may be called *name*: as nothing else is, or after an animal, a hero or a star."""
    if pattern("thing.eponym").fullmatch(name) is not None:
        return True
    return name[-1] not in _NUMBERING and worth(name) >= _NAME and not is_general(name)


def _start(text: Runs, at: int) -> int | None:
    """Return where the name begins that ends at *at*, before a code; ``None`` where there is none."""
    low = text.run_before(at)
    if at - low < 2 or text.folded[at - 1] in _NUMBERING:
        return None
    if (eponym := pattern("thing.eponym", r"<>\Z").search(text.folded, low, at)) is not None:
        return eponym.start()
    name = name_before(text.folded[low:at], at - low, at - low, text.is_border(low, at), 0)
    if name is None or name.gain < _RUN or is_general(text.folded[low + name.start : at]):
        return None
    return low + name.start


def _end(text: Runs, at: int) -> int | None:
    """Return where the name without a code ends that begins at *at*, behind its kind: AI助手小海."""
    folded = text.folded
    run = folded[at : text.run_after(at, _AHEAD)]
    if len(run) < 2 or run[0] in _WITHIN:
        return None
    name, eponym = name_after(run, 0), pattern("thing.eponym").match(run)
    if eponym is not None:
        end = at + eponym.end()
    elif name is not None and name.gain >= _SURE and name.end <= _MOST and not is_common(run[: name.end]):
        end = at + name.end
    else:
        end = at + 2 if _LITTLE.match(run) else 0
    return end if end and pattern("called_thing.right").match(folded, end) else None
