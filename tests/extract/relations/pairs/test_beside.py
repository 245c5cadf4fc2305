"""What speaks for a relation besides the words between: cues near its names, names in one list, other articles."""

from __future__ import annotations

import csv

import numpy as np
import pytest

from extract.relations.pairs import cues, facts
from extract.relations.pairs.candidates import FITS, PREDICATES, Candidates, candidates
from extract.relations.pairs.cues import cue_traits
from extract.relations.pairs.facts import Facts
from extract.relations.pairs.neighbours import neighbour_traits
from extract.relations.pairs.passage import Passage, passage
from extract.relations.pairs.proposals import PROPOSED, proposals
from ontology.vocabulary import RELATIONS

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


HELD = Facts.counted(
    {("星海", "investsIn", "远山"): 3, ("云川", "investsIn", "远山"): 1, ("远山", "partnersWith", "云川"): 1},
    common=[("星海", "acquires", "云川")],
)


def _traits(held: Facts, subject: str, predicate: str, object_: str) -> list[float]:
    laid, pairs = _read("星海投资了云川和远山。")
    pair = np.array([_pair(laid, pairs, subject, object_)])
    (row,) = held.traits(laid.ids, pairs, pair, np.array([PREDICATES.index(predicate)]))
    return [float(each) for each in row]


def test_other_articles_count_for_the_pair_and_against_its_rivals() -> None:
    row = _traits(HELD, "星海", "investsIn", "远山")

    assert row == pytest.approx([np.log(4), np.log(2), 0, 3 / 5, 3 / 4, *[0] * 5], abs=0.001)


def test_common_knowledge_counts_without_any_article() -> None:
    told = [0.0] * 5
    assert _traits(HELD, "星海", "acquires", "云川") == [*told, pytest.approx(np.log(2), abs=0.001), 0, 0, 1 / 2, 1 / 2]
    assert _traits(HELD, "云川", "acquires", "星海") == [0] * 10


def test_what_is_symmetric_is_known_in_either_order() -> None:
    assert _traits(HELD, "远山", "partnersWith", "云川") == _traits(HELD, "云川", "partnersWith", "远山")


def test_what_an_article_says_itself_is_no_other_articles_word() -> None:
    left = HELD.without([("星海", "investsIn", "远山"), ("云川", "partnersWith", "远山")])

    assert _traits(left, "星海", "investsIn", "远山") == _traits(
        Facts.counted({("星海", "investsIn", "远山"): 2, ("云川", "investsIn", "远山"): 1}), "星海", "investsIn", "远山"
    )
    assert _known(left) == _known(HELD) - {("云川", "partnersWith", "远山"), ("远山", "partnersWith", "云川")}


def _known(held: Facts) -> set[tuple[str, str, str]]:
    laid, pairs = _read("星海投资了云川和远山。")
    rows, columns = held.known(laid.ids, pairs).nonzero()
    return {
        (laid.ids[pairs.subject[r]], PREDICATES[c], laid.ids[pairs.object[r]])
        for r, c in zip(rows, columns, strict=True)
    }


@pytest.mark.parametrize("predicate", [name for name in PREDICATES if name not in PROPOSED])
def test_other_relations_are_proposed_only_of_pairs_of_which_they_are_known(predicate: str) -> None:
    """However likely the words make them."""
    laid, pairs = _read("星海与云川和远山。")
    odds = np.full((len(pairs.subject), len(PREDICATES)), 5.0)

    unknown = proposals(laid, pairs, odds, Facts.counted({}))
    known = proposals(laid, pairs, odds, Facts.counted({("星海", predicate, "云川"): 1}))

    assert PREDICATES.index(predicate) not in unknown.predicate
    fits = FITS[pairs.kinds[:, 0], pairs.kinds[:, 1], PREDICATES.index(predicate)].any()
    assert list(known.predicate).count(PREDICATES.index(predicate)) == int(fits)


def test_facts_are_sorted_and_each_told_or_common() -> None:
    rows = list(csv.reader(facts.FILE.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    keys = [tuple(row[:3]) for row in rows[1:]]

    assert rows[0] == ["subject", "predicate", "object", "articles", "common"]
    assert keys == sorted(set(keys))
    assert {predicate for _, predicate, _ in keys} <= set(RELATIONS)
    assert all(int(articles) > 0 or common == "1" for *_, articles, common in rows[1:])


def test_every_relation_has_cues_each_but_once() -> None:
    rows = list(csv.DictReader(cues.FILE.read_text(encoding="utf-8").splitlines(), delimiter="\t"))

    assert [row["predicate"] for row in rows] == sorted(RELATIONS)
    for row in rows:
        words = row["words"].split()
        assert words == sorted(set(words))
