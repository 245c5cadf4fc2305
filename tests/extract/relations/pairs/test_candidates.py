"""Which names are judged as a pair, and what is told of a pair."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from extract.relations.pairs.candidates import PREDICATES, Candidates, candidates
from extract.relations.pairs.passage import Passage, passage

from ..reading import scenes

NAMES = {"星海": "Company", "云川": "Company", "林远": "Person", "海豚3": "Model", "海豚9": "Model", "里昂": "Place"}


def _pairs(text: str, found: dict[tuple[str, str, str], float] | None = None) -> tuple[Passage, Candidates]:
    named = [raw for raw, _ in scenes(text, {name: kind for name, kind in NAMES.items() if name in text})]
    laid = passage(list(enumerate(named)))
    return laid, candidates(laid, ({"海豚3": "星海"}, {}), found or {})


def _names(text: str) -> set[tuple[str, str]]:
    laid, pairs = _pairs(text)
    return {(laid.ids[s], laid.ids[o]) for s, o in zip(pairs.subject, pairs.object, strict=True)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("星海发布海豚3。", {("星海", "海豚3")}),
        ("星海与云川签约。", {("星海", "云川"), ("云川", "星海")}),
        ("星海很忙。林远也来了。", {("林远", "星海"), ("星海", "林远")}),
        ("星海很忙。天气很好。林远也来了。", set()),
        ("海豚3在里昂亮相。", set()),
    ],
)
def test_pairs_stand_near_and_are_of_classes_that_some_relation_takes(
    text: str, expected: set[tuple[str, str]]
) -> None:
    assert _names(text) == expected


def test_a_text_with_one_name_has_no_pair() -> None:
    assert _names("星海很忙。") == set()
    assert len(_pairs("星海很忙。")[1].told) == 0


def test_members_of_a_list_stand_in_one_place() -> None:
    laid, pairs = _pairs("星海、云川推出海豚3。")
    makers = [
        n for n, kind in enumerate(pairs.kinds[pairs.pair][:, 1]) if laid.ids[pairs.object[pairs.pair[n]]] == "海豚3"
    ]

    assert len({int(laid.place[pairs.one[n]]) for n in makers}) == 1


def test_what_frames_found_stands_in_the_column_of_its_predicate_and_of_the_pair_turned_round() -> None:
    laid, pairs = _pairs("星海投资了云川。", {("星海", "investsIn", "云川"): 0.9})
    rows = {(laid.ids[s], laid.ids[o]): n for n, (s, o) in enumerate(zip(pairs.subject, pairs.object, strict=True))}
    column = PREDICATES.index("investsIn")

    assert pairs.told[rows["星海", "云川"], column] == pytest.approx(0.9, abs=0.001)
    assert pairs.told[rows["云川", "星海"], column] == 0
    assert pairs.told[rows["云川", "星海"], len(PREDICATES)] == pytest.approx(0.9, abs=0.001)


def test_a_version_is_known_to_be_of_the_maker_of_its_family() -> None:
    listed, pairs = _pairs("星海与云川谈到海豚3。")
    laid, unknown = _pairs("星海与云川谈到海豚9。")
    mentions = (replace(each, family="海豚3" if each.entity == "海豚9" else "") for each in laid.mentions)
    known = candidates(replace(laid, mentions=tuple(mentions)), ({"海豚3": "星海"}, {}), {})

    assert len(listed.ids) == len(laid.ids)
    assert np.array_equal(known.shown, pairs.shown)
    assert not np.array_equal(unknown.shown, pairs.shown)
