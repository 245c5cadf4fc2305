"""What a figure measures beyond its metric: the words that part one figure from another, as reviewed data.

``qualifiers.tsv`` stands in the domain's folder: a header line, sorted by word, every word once. The words of a
``change`` are of three kinds. ``telling`` ones part figures of one metric (月活跃, 日活跃); ``metric`` ones name
a metric, and tell something only where the metric itself does not (what grew); ``filler`` ones tell nothing
(高达, 估计). ``notices.tsv`` lists the words by which a text says that it corrects another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from ontology.errors import DomainError

QUALIFIERS: Final = "qualifiers.tsv"
NOTICES: Final = "notices.tsv"
KINDS: Final = ("filler", "metric", "telling")
OPEN_METRICS: Final = frozenset({"growth", "otherMetric", "score"})
"""Metrics that say little without what they measure."""

_FOLDER: Final = Path(__file__).parent / "ai"


@dataclass(frozen=True, slots=True)
class Qualifier:
    """What a figure measures beyond its metric.

    Args:
        telling: The words that part it from other figures of the metric, sorted, joined by ``|``.
        rest: What no word of the data explains, in its order; it may tell something or nothing.
    """

    telling: str = ""
    rest: str = ""


def qualifier(metric: str, change: str | None, own: Sequence[str] = ()) -> Qualifier:
    """Return what *change*, the words of a text for what is measured, adds to *metric*.

    Args:
        metric: The metric.
        change: The words.
        own: Words that are telling beside those of the data: a metric that is declared brings its own.
    """
    words, longest = load_qualifiers(), max(_longest(), *map(len, own), 0)
    if own:
        words = {**words, **dict.fromkeys(own, "telling")}
    tells = {"telling", "metric"} if metric in OPEN_METRICS else {"telling"}
    telling: set[str] = set()
    rest: list[str] = []
    text, at = (change or "").strip(), 0
    while at < len(text):
        word = next((text[at : at + n] for n in range(longest, 0, -1) if text[at : at + n] in words), "")
        if not word:
            rest.append(text[at])
        elif words[word] in tells:
            telling.add(word)
        at += len(word) or 1
    return Qualifier("|".join(sorted(telling)), "".join(rest).strip())


@cache
def load_qualifiers(folder: Path = _FOLDER) -> Mapping[str, str]:
    """Return the kind of every word.

    Raises:
        DomainError: With every mistake found, each with its file and line.
    """
    rows = _read(folder / QUALIFIERS, ("word", "kind"))
    if wrong := [
        f"{word}: {kind!r} is no kind, there are {', '.join(KINDS)}" for word, kind in rows if kind not in KINDS
    ]:
        raise DomainError(f"{folder / QUALIFIERS} has mistakes, please correct:\n" + "\n".join(wrong))
    return {row[0]: row[1] for row in rows}


@cache
def load_notices(folder: Path = _FOLDER) -> tuple[str, ...]:
    """Return the words by which a text says that it corrects another.

    Raises:
        DomainError: With every mistake found, each with its file and line.
    """
    return tuple(row[0] for row in _read(folder / NOTICES, ("word",)))


@cache
def _longest() -> int:
    return max(map(len, load_qualifiers()))


def _read(path: Path, columns: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the rows of a file of words: with a header, sorted, every word once."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [tuple(line.split("\t")) for line in lines]
    problems = [
        f"{path}:{n}: needs {len(columns)} columns" for n, row in enumerate(rows, 1) if len(row) != len(columns)
    ]
    words = [row[0] for row in rows[1:]]
    if rows[:1] != [columns]:
        problems.append(f"{path}:1: the header must be {' '.join(columns)!r}")
    problems += [f"{path}:{n}: {b!r} must come after {a!r}" for n, (a, b) in enumerate(pairwise(words), 3) if a >= b]
    if problems:
        raise DomainError("the words of qualifiers have mistakes, please correct:\n" + "\n".join(problems))
    return rows[1:]
