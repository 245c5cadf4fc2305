"""Numbers about a graph."""

from __future__ import annotations

import json
from pathlib import Path

from graph.stats import stats
from tests.graph.small_graph import TEXTS, open_small


def test_everything_is_counted(tmp_path: Path) -> None:
    with open_small(tmp_path) as kg:
        found = stats(kg)
        assert found.quads == len(kg)
    assert found.documents == len(TEXTS)
    assert found.characters == sum(map(len, TEXTS.values()))
    assert dict(found.entities) == {"Company": 3, "Person": 1, "Model": 1}
    assert dict(found.relations["investsIn"]) == {"asserted": 2}
    assert dict(found.relations["acquires"]) == {"planned": 1}
    assert dict(found.quantities) == {
        "trainingCost": {"asserted": 1},
        "profit": {"asserted": 1},
        "growth": {"forecast": 1},
    }


def test_facts_are_what_is_asserted(tmp_path: Path) -> None:
    with open_small(tmp_path) as kg:
        facts = stats(kg).facts
    assert facts["investsIn"] == 1
    assert facts["supplies"] == 1
    assert "acquires" not in facts
    assert "sues" not in facts


def test_the_order_is_that_of_the_vocabulary_and_of_importance(tmp_path: Path) -> None:
    with open_small(tmp_path) as kg:
        found = stats(kg, top=2)
    assert list(found.relations)[:2] == ["investsIn", "acquires"]
    assert [top.label for top in found.top] == ["OpenAI", "微软"]
    assert (found.top[0].claims, found.top[0].documents) == (7, 3)


def test_json_is_the_same_every_time(tmp_path: Path) -> None:
    with open_small(tmp_path) as kg:
        text = stats(kg).to_json()
        assert text == stats(kg).to_json()
    assert json.loads(text)["documents"] == 3
