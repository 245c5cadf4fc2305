"""The network view: entities joined by what is said of them."""

from __future__ import annotations

from pathlib import Path

from extract.model import Claim, Evidence
from graph.network import bonds, network
from tests.graph.small_graph import ENTITIES, open_small

QUOTE = Evidence(0, 1, "甲")


def test_nodes_are_all_entities_with_their_names(tmp_path: Path) -> None:
    with open_small(tmp_path) as kg:
        net = network(kg)
    named = {id_ for id_ in ENTITIES if id_ != "US"}
    assert list(net) == sorted(named)
    assert net.nodes["Microsoft"]["label"] == "微软"
    assert net.nodes["Microsoft"]["type"] == "Company"
    assert set(net.nodes["Microsoft"]["names"].split(" | ")) == {"微软", "微軟", "Microsoft"}
    assert net.nodes["GPT-4"]["claims"] == 1


def test_edges_carry_weight_modality_and_times(tmp_path: Path) -> None:
    with open_small(tmp_path) as kg:
        net = network(kg)
    invested = net.edges["Microsoft", "OpenAI", "investsIn/asserted"]
    assert invested == {
        "relation": "investsIn",
        "modality": "asserted",
        "weight": 2,
        "documents": 2,
        "confidence": 0.9,
        "first": "2019",
        "last": "2019",
    }
    assert net.edges["OpenAI", "NVIDIA", "acquires/planned"]["modality"] == "planned"
    assert net.edges["OpenAI", "Microsoft", "sues/denied"]["weight"] == 1


def test_edges_stand_in_one_order(tmp_path: Path) -> None:
    with open_small(tmp_path / "a") as kg, open_small(tmp_path / "b") as other:
        assert list(network(kg).edges(keys=True)) == list(network(other).edges(keys=True))


def test_a_symmetric_relation_has_one_direction() -> None:
    there = Claim("a", "relation", "X", "partnersWith", QUOTE, object="B")
    back = Claim("a", "relation", "B", "partnersWith", QUOTE, object="X")
    (key,) = (found := bonds([there, back]))
    assert key == ("B", "X", "partnersWith", "asserted")
    assert found[key].claims == [there, back]


def test_quantities_join_nobody() -> None:
    assert bonds([Claim("a", "quantity", "X", "revenue", QUOTE, unit="USD")]) == {}
