"""What speaks for a relation besides the words between: cues near its names, names in one list, other articles."""

from __future__ import annotations

import csv

import numpy as np
import pytest

from extract.relations.pairs import cues, facts
from extract.relations.pairs.candidates import PREDICATES, Candidates, candidates
from extract.relations.pairs.cues import cue_traits
from extract.relations.pairs.facts import Facts
from extract.relations.pairs.neighbours import neighbour_traits
from extract.relations.pairs.passage import Passage, passage
from extract.relations.pairs.proposals import PROPOSED

from ..reading import scenes

NAMES = {"星海": "Company", "云川": "Company", "远山": "Company", "海豚3": "Model"}
INVESTS = PREDICATES.index("investsIn")


def _read(text: str, found: dict[tuple[str, str, str], float] | None = None) -> tuple[Passage, Candidates]:
    named = [raw for raw, _ in scenes(text, {name: kind for name, kind in NAMES.items() if name in text})]
    laid = passage(list(enumerate(named)))
    return laid, candidates(laid, ({}, {}), found or {})


def _pair(laid: Passage, pairs: Candidates, subject: str, object_: str) -> int:
    names = [(laid.ids[s], laid.ids[o]) for s, o in zip(pairs.subject, pairs.object, strict=True)]
    return names.index((subject, object_))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("星海发布海豚3。", [1, 99, 99, 2]),  # the cue follows the subject, and stands before the object
        ("昨天发布海豚3，星海很高兴。", [99, 4, 99, 2]),
        ("星海遇到海豚3。", [99, 99, 99, 99]),
    ],
)
def test_cues_are_as_near_as_they_stand(text: str, expected: list[int]) -> None:
    laid, pairs = _read(text)
    first = np.searchsorted(pairs.pair, [_pair(laid, pairs, "星海", "海豚3")])

    traits = cue_traits(laid, pairs.one[first], pairs.other[first], ["develops"])

    assert traits.tolist() == [expected]


def _beside(text: str, found: dict[tuple[str, str, str], float]) -> list[float]:
    laid, pairs = _read(text, found)
    pair = np.array([_pair(laid, pairs, "星海", "远山")])
    odds = np.zeros((len(pairs.subject), len(PREDICATES)))
    first = np.searchsorted(pairs.pair, pair)
    (row,) = neighbour_traits(laid, pairs, odds, pair, np.array([INVESTS]), first)
    return [float(each) for each in row]


def test_what_frames_say_of_the_name_beside_counts() -> None:
    """Who invested in a firm probably invested in the next one of the list."""
    said = _beside("星海投资了云川，也投资了远山。", {("星海", "investsIn", "云川"): 0.9})
    unsaid = _beside("星海投资了云川，也投资了远山。", {})

    assert said[1] == pytest.approx(0.9, abs=0.001)
    assert unsaid[1] == 0
    assert (said[4], unsaid[4]) == (1, 0)  # said with the same subject of how many others


def test_a_name_with_no_name_beside_has_none_to_count() -> None:
    assert _beside("星海投资了远山。", {})[:2] == [-1, -1]


def test_other_articles_count_for_the_pair_and_against_its_rivals() -> None:
    laid, pairs = _read("星海投资了远山。")
    pair = np.array([_pair(laid, pairs, "星海", "远山")])
    held = Facts.counted({("星海", "investsIn", "远山"): 3, ("云川", "investsIn", "远山"): 1})

    (row,) = held.traits(laid.ids, pairs, pair, np.array([INVESTS]))

    assert row.tolist() == pytest.approx([np.log(4), np.log(2), 0, 3 / 5, 3 / 4], abs=0.001)


def test_facts_are_sorted_and_of_what_is_proposed() -> None:
    rows = list(csv.reader(facts.FILE.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    keys = [tuple(row[:3]) for row in rows[1:]]

    assert rows[0] == ["subject", "predicate", "object", "articles"]
    assert keys == sorted(set(keys))
    assert {predicate for _, predicate, _ in keys} <= set(PROPOSED)
    assert min(int(row[3]) for row in rows[1:]) > 1


def test_every_relation_that_is_proposed_has_cues_each_but_once() -> None:
    rows = list(csv.DictReader(cues.FILE.read_text(encoding="utf-8").splitlines(), delimiter="\t"))

    assert {row["predicate"] for row in rows} == set(PROPOSED)
    for row in rows:
        words = row["words"].split()
        assert words == sorted(set(words))
