"""Entities are found by any name in any script, by pinyin, by a part, and in spite of a slip."""

import numpy as np
import pytest

from graph.search.names import SLIP, WAYS
from tests.graph.search.indexed import Indexed


def found(indexed: Indexed, text: str, limit: int = 10) -> list[tuple[str, str]]:
    hits = indexed.names.find(text, limit=limit).hits
    return [(indexed.entities.entities[hit.entity].id, hit.how) for hit in hits]


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("智谱", "exact"),
        ("智譜", "exact"),
        ("zhipu", "exact"),
        ("ZHIPU AI", "exact"),
        ("Z.ai", "exact"),
        ("ｚ．ａｉ", "exact"),
        ("Zhipu_AI", "exact"),
        ("智", "prefix"),
        ("zhi", "prefix"),
        ("智普", "pinyin"),
        ("zpai", "pinyin"),
        ("谱华", "within"),
        ("zhipi", "slip"),
        ("zhiqpu", "slip"),
        ("zhipiai", "slip"),
    ],
)
def test_one_entity_is_found_by_all_that_it_is_called(indexed: Indexed, text: str, how: str) -> None:
    assert found(indexed, text)[0] == ("Zhipu_AI", how)


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("英伟达", "NVIDIA"),
        ("輝達", "NVIDIA"),
        ("yingweida", "NVIDIA"),
        ("ywd", "NVIDIA"),
        ("英韦达", "NVIDIA"),
        ("nvdia", "NVIDIA"),
        ("微軟", "Microsoft"),
        ("weiruan", "Microsoft"),
        ("Mircosoft", "Microsoft"),
        ("華為", "Huawei"),
    ],
)
def test_scripts_and_languages_are_crossed(indexed: Indexed, text: str, entity: str) -> None:
    assert found(indexed, text)[0][0] == entity


def test_characters_with_several_readings_are_read_as_in_their_word(indexed: Indexed) -> None:
    assert found(indexed, "chongqingyinhang")[0] == (found(indexed, "重庆银行")[0][0], "pinyin")


def test_an_entity_is_told_once_by_the_best_way_and_these_come_in_order(indexed: Indexed) -> None:
    for text in ("微软", "zhi", "o", "a"):
        told = found(indexed, text)

        assert len({id_ for id_, _ in told}) == len(told)
        assert [WAYS.index(how) for _, how in told] == sorted(WAYS.index(how) for _, how in told)


def test_the_name_that_fitted_is_told_as_it_was_asked_for(indexed: Indexed) -> None:
    told = {text: indexed.names.find(text, limit=1).hits[0].matched for text in ("智谱", "智譜", "zhipu", "z.ai")}

    assert told == {"智谱": "智谱", "智譜": "智譜", "zhipu": "Zhipu", "z.ai": "Z.ai"}


@pytest.mark.parametrize("text", ["", "  ", "-", "没有这样的名字", "x" * 500])
def test_what_is_no_name_finds_nothing(indexed: Indexed, text: str) -> None:
    assert found(indexed, text) == []


@pytest.mark.parametrize("text", ["AL", "开人", "甲骨"])
def test_short_names_are_not_taken_for_slips_of_others(indexed: Indexed, text: str) -> None:
    assert SLIP not in {how for _, how in found(indexed, text)}


def test_all_are_counted_though_few_are_told(indexed: Indexed) -> None:
    whole = indexed.names.find("ai", limit=100)
    part = indexed.names.find("ai", limit=2)

    assert whole.total == len(whole.hits) == part.total
    assert part.hits == whole.hits[:2]


def test_only_some_count(indexed: Indexed) -> None:
    chosen = np.asarray([indexed.entities.numbers["NVIDIA"]])

    assert indexed.names.find("微软", limit=5, only=chosen).total == 0
    assert indexed.names.find("英", limit=5, only=chosen).total == 1
    assert indexed.names.holding("伟", only=chosen).tolist() == chosen.tolist()


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("weiruna", "Microsoft"),
        ("微软云计算公司", "Microsoft"),
        ("NVIDIA Corp of America", "NVIDIA"),
        ("智谱", "Zhipu_AI"),
    ],
)
def test_what_is_meant_by_a_name_that_nobody_has(indexed: Indexed, text: str, entity: str) -> None:
    assert entity in [indexed.entities.entities[each].id for each in indexed.names.nearest(text, limit=5)]
