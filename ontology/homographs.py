"""Names of entities that are also ordinary words, and how to tell which is meant.

A homographs file is a YAML list, sorted by name, of rows such as::

    - name: 甲骨文              # a name of the lexicon
      entity: Oracle            # whose name it is, where it is kept
      keep_if:                  # all optional; lists of regular expressions
        before: ["美国"]        #   the text right before the name ends with a match
        after: ["公司", "的云"] #   the text right after the name begins with a match
        near: ["数据库"]        #   a match within NEAR characters on either side
      drop_if:                  # the same keys
        before: ["研究"]
        after: ["字", "残片"]
        near: ["商代"]
      exact: false              # true: keep only in the very case as written here (Edge, not edge)
      otherwise: drop           # keep or drop, where no pattern tells
      examples:                 # run as tests; the name in brackets
        keep: ["与[甲骨文]公司签约"]
        drop: ["破译[甲骨文]残片"]

The nearest evidence wins: first ``before`` and ``after``, then ``near``; of two at the same
distance, ``drop_if`` wins. A space beside the name may be there or not. Patterns are matched on
text folded to Simplified characters, and may be written in either script. Latin letters in
patterns ignore case.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from opencc import OpenCC

from ontology.errors import DomainError

HOMOGRAPHS = "homographs.yaml"
NEAR = 20  # characters looked at on either side
_KEYS = frozenset({"name", "entity", "keep_if", "drop_if", "exact", "otherwise", "examples"})
_SIDES = ("before", "after", "near")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one is ten times faster, where it is built


@dataclass(frozen=True, slots=True)
class Context:
    """Patterns around a name; ``None`` where there are none."""

    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    near: re.Pattern[str] | None = None

    def touches(self, text: str, start: int, end: int) -> bool:
        """Tell whether the text right before or right after ``text[start:end]`` matches."""
        left, right = text[max(0, start - NEAR) : start], text[end : end + NEAR]
        if self.before is not None and (self.before.search(left) or self.before.search(left.rstrip())):
            return True
        return self.after is not None and bool(self.after.match(right) or self.after.match(right.lstrip()))

    def surrounds(self, text: str, start: int, end: int) -> bool:
        """Tell whether a ``near`` pattern matches on either side of ``text[start:end]``."""
        if self.near is None:
            return False
        left, right = text[max(0, start - NEAR) : start], text[end : end + NEAR]
        return self.near.search(left) is not None or self.near.search(right) is not None


@dataclass(frozen=True, slots=True)
class Homograph:
    """A risky name, the entity that it may name, and when it does."""

    name: str
    entity: str
    keep_if: Context = Context()
    drop_if: Context = Context()
    exact: bool = False
    otherwise: bool = True
    examples: tuple[tuple[str, bool], ...] = ()

    def keeps(self, text: str, start: int, end: int) -> bool:
        """Tell whether ``text[start:end]`` means the entity.

        Args:
            text: Text in Simplified characters (folded), in its original case.
            start: Where the name begins.
            end: Where it ends.
        """
        if self.exact and text[start:end] != fold(self.name):
            return False
        if self.drop_if.touches(text, start, end):
            return False
        if self.keep_if.touches(text, start, end):
            return True
        if self.drop_if.surrounds(text, start, end):
            return False
        return self.otherwise or self.keep_if.surrounds(text, start, end)


@cache
def _to_simplified() -> OpenCC:
    return OpenCC("t2s")


def fold(text: str) -> str:
    """Return *text* in Simplified characters, code point for code point."""
    folded: str = _to_simplified().convert(text)
    return folded


def homograph_key(name: str) -> str:
    """Return the key of *name* in the mapping of :func:`load_homographs`: Simplified and lower case."""
    return fold(name).lower()


def load_homographs(path: Path) -> Mapping[str, Homograph]:
    """Read a homographs file.

    Returns:
        The rows by :func:`homograph_key` of their names, in the order of the file.

    Raises:
        DomainError: With every mistake found, each with the file and line.
    """
    problems: list[str] = []
    found: dict[str, Homograph] = {}
    previous = ""
    for line, row in _rows(path):
        wrong = _bad_row(row) or _add(found, row, previous)
        previous = previous if wrong else row["name"]
        problems += [f"{path}:{line}: {what}" for what in wrong]
    if problems:
        raise DomainError("the homographs have mistakes, please correct:\n" + "\n".join(problems))
    return found


def _add(found: dict[str, Homograph], row: Mapping[str, Any], previous: str) -> list[str]:
    """Add a well-shaped *row*, or say why it cannot be added."""
    name, key = row["name"], homograph_key(row["name"])
    if key in found:
        return [f"{name!r} stands already above"]
    if name < previous:
        return [f"{name!r} must stand before {previous!r}; rows are sorted by name"]
    try:
        found[key] = _homograph(row)
    except re.error as error:
        return [f"{name!r} has a malformed pattern {error.pattern!r}: {error}"]
    return []


def _rows(path: Path) -> list[tuple[int, Any]]:
    """Return the items of the list in the file, each with its line."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise DomainError(f"{path}: cannot be read as YAML: {error}") from error
    if not isinstance(node, yaml.SequenceNode):
        raise DomainError(f"{path}:1: a homographs file is a list of rows")
    build = yaml.SafeLoader("")
    return [(item.start_mark.line + 1, build.construct_object(item, deep=True)) for item in node.value]


def _bad_row(row: Any) -> list[str]:
    """Say what is wrong with the shape of a row."""
    if not isinstance(row, dict):
        return [f"a row is a mapping, got {row!r}"]
    wrong = [f"unknown key {key!r}; one of {', '.join(sorted(_KEYS))}" for key in row if key not in _KEYS]
    wrong += [f"{key!r} must be text" for key in ("name", "entity") if not isinstance(row.get(key), str)]
    if row.get("otherwise") not in ("keep", "drop"):
        wrong.append(f"'otherwise' must be keep or drop, got {row.get('otherwise')!r}")
    if not isinstance(row.get("exact", False), bool):
        wrong.append(f"'exact' must be true or false, got {row['exact']!r}")
    for key, sides in (("keep_if", _SIDES), ("drop_if", _SIDES), ("examples", ("keep", "drop"))):
        wrong += _bad_lists(key, row.get(key, {}), sides)
    return wrong


def _bad_lists(key: str, value: Any, sides: tuple[str, ...]) -> list[str]:
    """Say what is wrong with a mapping from *sides* to lists of texts."""
    if not isinstance(value, dict) or any(side not in sides for side in value):
        return [f"{key!r} must be a mapping with keys of {', '.join(sides)}, got {value!r}"]
    return [
        f"{key}.{side} must be a list of texts, got {items!r}"
        for side, items in value.items()
        if not isinstance(items, list) or not items or any(not isinstance(item, str) or not item for item in items)
    ]


def _homograph(row: Mapping[str, Any]) -> Homograph:
    """Build the homograph of a well-shaped row."""
    examples = row.get("examples", {})
    return Homograph(
        row["name"],
        row["entity"],
        _context(row.get("keep_if", {})),
        _context(row.get("drop_if", {})),
        row.get("exact", False),
        row["otherwise"] == "keep",
        tuple((text, verdict == "keep") for verdict in ("keep", "drop") for text in examples.get(verdict, ())),
    )


def _context(sides: Mapping[str, list[str]]) -> Context:
    """Compile the patterns of one context."""
    return Context(
        _pattern(sides.get("before", []), r"(?:{})\Z"),
        _pattern(sides.get("after", []), "{}"),
        _pattern(sides.get("near", []), "{}"),
    )


def _pattern(patterns: list[str], frame: str) -> re.Pattern[str] | None:
    """Compile alternatives into one expression within *frame*."""
    if not patterns:
        return None
    joined = "|".join(f"(?:{fold(pattern)})" for pattern in patterns)
    whole = re.compile(frame.replace("{}", joined), re.IGNORECASE)
    if whole.search(""):
        raise re.error("it matches the empty text, so it would match always", joined)
    return whole
