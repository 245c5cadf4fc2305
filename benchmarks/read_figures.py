"""
Figures and relations of whole articles that were read: what each figure says of whom, and when each relation was.

``read_figures.tsv`` has a row a figure and a row a relation that we had found: the article, where the figure or the
evidence starts and ends in it (characters of the original), and what a language model that read the article wrote down:
``subject metric time modality`` of each fact that a figure states, parted by semicolons (empty: it states none), or
``subject predicate object time modality``, with ``wrong`` where the article does not say so. A time that the article
does not tell is ``-``. It holds ids and no text.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

UNTOLD = "-"
_OF_FIGURE = 4  # words of what a figure states


@dataclass(frozen=True)
class Said:
    """When something holds, ``-`` where that is not told, and how it is meant; both empty where it is wrong."""

    time: str = ""
    modality: str = ""


@dataclass
class Article:
    """What was read of an article.

    Args:
        figures: What each figure states of whom, by its place: subject and metric, when and how.
        relations: What was judged of each relation, by subject, predicate and object.
    """

    figures: dict[tuple[int, int], dict[tuple[str, str], Said]] = field(default_factory=dict)
    relations: dict[tuple[str, str, str], Said] = field(default_factory=dict)


def figures(file: Path) -> Mapping[str, Article]:
    """Return what was read, by article."""
    found: dict[str, Article] = defaultdict(Article)
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            _enter(found[row["article"]], (int(row["start"]), int(row["end"])), row["says"])
    return found


def _enter(article: Article, place: tuple[int, int], says: str) -> None:
    """Enter a row."""
    facts = [each.split(" ") for each in says.split(";") if each]
    if says.endswith(" wrong") or (facts and len(facts[0]) > _OF_FIGURE):
        subject, predicate, object_, *said = facts[0]
        article.relations[subject, predicate, object_] = Said() if said == ["wrong"] else Said(*said)
        return
    article.figures[place] = {(subject, metric): Said(*said) for subject, metric, *said in facts}
