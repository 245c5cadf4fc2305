"""Boilerplate, set aside by kind: found line by line in the clean, folded text."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from extract.cleaning.data import rows
from extract.model import Aside, Span

_SENTENCE = re.compile("[。！？；，“”「」『』]")  # no label of a menu stops or quotes
_BULLET = re.compile(r"(?:[-*+•·●◆■▲>]|\d{1,2}[.、)）])\s*\S")
_PROSE = 40  # characters from which on a line with a full stop is prose and ends a list; twice as many without
_LONG = 120  # characters from which on rules for a whole line (ending in $) need no trying
_SHORT = 14  # characters of a line in a menu
_MENU = 8  # short lines in a row that make a menu
_MENU_KINDS = ("navigation", "share")
_HEADLINES = 5  # headlines in a row, before other boilerplate, that make a list of articles
_HEADLINE = 45  # characters of a headline at most
_TAIL = 0.4  # share of a text that a list at its end may have
Matcher = tuple[re.Pattern[str], re.Pattern[str]]
_REACH = {"line": 0, "edge": 0, "next": 3, "list": 60, "rest": 10**9}


class Rule(NamedTuple):
    """How one kind of boilerplate begins and how far it reaches.

    ``line`` is one line; ``edge`` too, but not between lines of prose; ``next`` goes on to the next paragraph,
    ``list`` to the next prose, ``rest`` to the end.
    """

    kind: str
    reach: str
    pattern: str


class Line(NamedTuple):
    """A line that is not blank."""

    start: int
    end: int
    text: str


def find_asides(folded: str) -> list[Aside]:
    """Return the boilerplate of a clean, folded text; ranges may overlap."""
    lines = _lines(folded)
    marked: dict[int, str] = {}
    (short, long), rules = _rules()
    prose = [index for index, line in enumerate(lines) if _is_prose(line)]
    body = range(prose[0], prose[-1]) if prose else range(0)
    for index, line in enumerate(lines):
        plain, naming = short if len(line.text) <= _LONG else long
        if index not in marked and plain.match(line.text) and (named := naming.match(line.text)):
            rule = rules[str(named.lastgroup)]
            if rule.reach != "edge" or index not in body:
                _mark(lines, index, rule, marked)
    _mark_menus(lines, marked)
    _mark_headlines(lines, marked)
    _mark_tail(lines, marked)
    found = [Aside(Span(lines[index].start, lines[index].end), kind) for index, kind in sorted(marked.items())]
    return found + _inline(folded)


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    at = 0
    for text_of_line in text.split("\n"):
        if text_of_line and not text_of_line.isspace():
            lines.append(Line(at, at + len(text_of_line), text_of_line))
        at += len(text_of_line) + 1
    return lines


@cache
def _rules() -> tuple[tuple[Matcher, Matcher], dict[str, Rule]]:
    """Return what tells which rule a short and a long line begins with, and the rules by group."""
    rules = {f"r{number}": Rule(kind, reach, pattern) for number, (pattern, kind, reach) in enumerate(rows("asides"))}
    unbounded = {name: rule for name, rule in rules.items() if not rule.pattern.endswith("$")}
    return (_any_of(rules), _any_of(unbounded)), rules


def _any_of(rules: dict[str, Rule]) -> Matcher:
    """Return a pattern without groups, which passes over lines several times faster, and one that names the rule."""
    plain = re.compile("|".join(rule.pattern for rule in rules.values()))
    return plain, re.compile("|".join(f"(?P<{name}>{rule.pattern})" for name, rule in rules.items()))


def _mark(lines: list[Line], index: int, rule: Rule, marked: dict[int, str]) -> None:
    marked[index] = rule.kind
    for following in range(index + 1, min(index + 1 + _REACH[rule.reach], len(lines))):
        if rule.reach != "rest" and _ends(lines, following, rule.reach):
            break
        marked.setdefault(following, rule.kind)


def _ends(lines: list[Line], index: int, reach: str) -> bool:
    """Tell whether the boilerplate before line *index* ends there."""
    line = lines[index]
    if reach == "next":
        return line.start - lines[index - 1].end > 1 and index > 0 and _is_prose(line)
    return _is_prose(line) and not _BULLET.match(line.text)


def _is_prose(line: Line) -> bool:
    return len(line.text) >= _PROSE and ("。" in line.text or len(line.text) >= 2 * _PROSE)


def _mark_menus(lines: list[Line], marked: dict[int, str]) -> None:
    run: list[int] = []
    for index, line in enumerate(lines):
        if index in marked or (len(line.text) <= 2 * _SHORT and _is_label(line.text)):
            run.append(index)
        elif run:
            _mark_menu(run, marked)
            run = []
    _mark_menu(run, marked)


def _mark_menu(run: list[int], marked: dict[int, str]) -> None:
    if len(run) >= _MENU and sum(marked.get(place, "navigation") in _MENU_KINDS for place in run) >= _MENU:
        for place in run:
            marked.setdefault(place, "navigation")


def _is_label(text: str) -> bool:
    return len(text) <= (2 * _SHORT if text.isascii() else _SHORT) and not _SENTENCE.search(text)


def _mark_headlines(lines: list[Line], marked: dict[int, str]) -> None:
    """Mark a list of headlines that stands right before other boilerplate at the end."""
    index = len(lines) - 1
    while index >= 0 and index in marked:
        index -= 1
    last = index
    while (
        index >= 0
        and _BULLET.match(lines[index].text)
        and lines[index].text[-1] not in "。；;，："
        and len(lines[index].text) < 80
    ):
        index -= 1
    if last < len(lines) - 1 and last - index >= _HEADLINES:
        for place in range(index + 1, last + 1):
            marked[place] = "related"


def _mark_tail(lines: list[Line], marked: dict[int, str]) -> None:
    """Mark a run of lines without stops at the end, as long as most of the text is something else."""
    index = len(lines)
    while index and (index - 1 in marked or _is_headline(lines[index - 1].text)):
        index -= 1
    places = [place for place in range(index, len(lines)) if place not in marked]
    if len(places) > _HEADLINES and sum(len(line.text) for line in lines[index:]) < _TAIL * lines[-1].end:
        marked.update(dict.fromkeys(places, "related"))


def _is_headline(text: str) -> bool:
    return len(text) <= _HEADLINE and "。" not in text and text[-1] not in "；;，：" and not _BULLET.match(text)


@cache
def _inline_rules() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple((trigger, kind, re.compile(pattern)) for trigger, kind, pattern in rows("asides_inline"))


def _inline(folded: str) -> list[Aside]:
    found = []
    for trigger, kind, pattern in _inline_rules():
        if trigger in folded:
            found += [Aside(Span(*match.span()), kind) for match in pattern.finditer(folded)]
    return found


def merge(asides: list[Aside]) -> tuple[Aside, ...]:
    """Return *asides* sorted and disjoint; of two that overlap, the first gives the kind."""
    out: list[Aside] = []
    for aside in sorted(asides, key=lambda aside: (aside.span.start, -aside.span.end, aside.kind)):
        last = out[-1] if out else None
        if last and aside.span.start <= last.span.end:
            if aside.span.end > last.span.end:
                out[-1] = Aside(Span(last.span.start, aside.span.end), last.kind)
        else:
            out.append(aside)
    return tuple(out)


def is_aside(asides: tuple[Aside, ...], span: Span) -> bool:
    """Tell whether *span* touches an aside."""
    index = bisect_left(asides, span.start, key=lambda aside: aside.span.end)
    while index < len(asides) and asides[index].span.start < span.end:
        if asides[index].span.overlaps(span):
            return True
        index += 1
    return False
