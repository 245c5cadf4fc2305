"""Word lists, tables and patterns that the rules read, all folded to Simplified characters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_REFERENCE = re.compile(r"\{([a-z_][a-z_.]*)\}")


@cache
def _lines(name: str) -> tuple[str, ...]:
    text = (files("extract.entities") / "words" / name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """Return the list *name* of this package's ``words`` folder: one word a line."""
    return frozenset(_lines(f"{name}.txt"))


@cache
def table(name: str) -> Mapping[str, str]:
    """Return the table *name*: a word and what it is, parted by a tab."""
    return dict(_pairs(name))


@cache
def _pairs(name: str) -> tuple[tuple[str, str], ...]:
    rows = (line.partition("\t") for line in _lines(f"{name}.tsv")[1:])
    return tuple((first, second) for first, _, second in rows)


@cache
def alternatives(name: str) -> str:
    """Return the rows of group *name* in ``patterns.tsv`` as one regular expression.

    Raises:
        KeyError: If there is no such group.
    """
    rows = [row for group, row in _pairs("patterns") if group == name]
    if not rows:
        raise KeyError(f"patterns.tsv has no group {name!r}")
    return "(?:" + "|".join(_REFERENCE.sub(lambda match: alternatives(match[1]), row) for row in rows) + ")"


@cache
def pattern(name: str, frame: str = "<>") -> re.Pattern[str]:
    """Compile group *name*, put where ``<>`` stands in *frame*."""
    return re.compile(frame.replace("<>", alternatives(name)))


_TAILS = (("Company", "company_tails"), ("Organization", "organisation_tails"), ("Event", "event_tails"))


def class_of_tail(word: str) -> str:
    """Return the class of names in Latin letters that end with *word* (Capital, Institute, Summit); empty if none."""
    return next((type_ for type_, tails in _TAILS if word.lower() in words(tails)), "")


_THINGS = (("Product", "product_tails"), ("Report", "report_tails"), ("Technology", "technology_tails"))


def thing_of_tail(word: str) -> str:
    """Return the class of things whose names often end with *word* (Studio, Learning), as some companies' do."""
    return next((type_ for type_, tails in _THINGS if word.lower() in words(tails)), "")


@cache
def groups(prefix: str) -> tuple[str, ...]:
    """Return what follows *prefix* in the names of groups, each once, in order."""
    names = dict.fromkeys(group for group, _ in _pairs("patterns"))
    return tuple(name.removeprefix(prefix) for name in names if name.startswith(prefix))
