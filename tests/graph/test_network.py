"""The network view: entities joined by what is said of them."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest

from extract.model import Claim, Evidence
from graph.network import (
    Network,
    NetworkError,
    bonds,
    brokers,
    centrality,
    communities,
    ego,
    modalities,
    network,
    shortest_paths,
    steps,
)
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


# --- what hangs together -------------------------------------------------------


def net_of(*edges: tuple[str, str, str]) -> Network:
    """Return a network with these asserted relations: subject, relation, object."""
    net: Network = nx.MultiDiGraph()
    for subject, relation, object_ in edges:
        for id_ in (subject, object_):
            net.add_node(id_, label=id_, type="Company", names=id_, claims=1)
        net.add_edge(
            subject, object_, f"{relation}/asserted", relation=relation, modality="asserted", weight=1, documents=1
        )
    return net


def two_rings() -> Network:
    """Two triangles, joined over one node."""
    ring = [("A", "B"), ("B", "C"), ("C", "A"), ("C", "M"), ("M", "X"), ("X", "Y"), ("Y", "Z"), ("Z", "X")]
    return net_of(*((a, "partnersWith", b) for a, b in ring))


def test_shortest_paths_go_either_way_along_a_relation(tmp_path: Path) -> None:
    with open_small(tmp_path) as kg:
        net = network(kg)
        assert shortest_paths(net, "NVIDIA", "OpenAI") == (("NVIDIA", "Microsoft", "OpenAI"),)
        assert shortest_paths(net, "OpenAI", "NVIDIA") == (("OpenAI", "Microsoft", "NVIDIA"),)
        assert shortest_paths(net, "OpenAI", "NVIDIA", modalities=["planned"]) == (("OpenAI", "NVIDIA"),)


def test_every_step_of_a_path_has_its_evidence(tmp_path: Path) -> None:
    with open_small(tmp_path) as kg:
        net = network(kg)
        found = list(steps(kg, net, ["NVIDIA", "Microsoft", "OpenAI"]))
        for step in found:
            for claim in step.claims:
                text = kg.document(claim.doc).document.text
                assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
    assert [(step.subject_label, step.relation, step.object_label, len(step.claims)) for step in found] == [
        ("英伟达", "supplies", "微软", 1),
        ("微软", "investsIn", "OpenAI", 2),
        ("微软", "partnersWith", "OpenAI", 1),
    ]


def test_a_denial_joins_nobody_unless_asked_for(tmp_path: Path) -> None:
    with open_small(tmp_path) as kg:
        net = network(kg)
        relations = [step.relation for step in steps(kg, net, ["OpenAI", "Microsoft"], modalities=["denied"])]
    assert relations == ["sues"]
    assert shortest_paths(net, "GPT-4", "OpenAI") == ()


def test_paths_over_more_documents_come_first() -> None:
    net = net_of(("A", "uses", "P"), ("P", "uses", "B"), ("A", "uses", "Q"), ("Q", "uses", "B"))
    assert shortest_paths(net, "A", "B") == (("A", "P", "B"), ("A", "Q", "B"))
    for edge in (("A", "Q"), ("Q", "B")):
        net.edges[*edge, "uses/asserted"]["documents"] = 5
    assert shortest_paths(net, "A", "B", most=1) == (("A", "Q", "B"),)


def test_who_is_not_there_is_told() -> None:
    with pytest.raises(NetworkError, match="'Nobody'"):
        shortest_paths(two_rings(), "A", "Nobody")
    with pytest.raises(NetworkError, match="'Nobody'"):
        ego(two_rings(), "Nobody")


def test_modalities_are_known_and_in_order() -> None:
    assert modalities(["planned", "asserted"]) == ("asserted", "planned")
    with pytest.raises(NetworkError, match=r"'surely'; there are asserted, planned"):
        modalities(["surely"])


@pytest.mark.parametrize(
    ("kind", "first"), [("degree", "C"), ("strength", "C"), ("closeness", "M"), ("betweenness", "M")]
)
def test_centrality_puts_the_most_central_first(kind: str, first: str) -> None:
    scores = centrality(two_rings(), kind)
    assert next(iter(scores)) == first
    assert list(scores.values()) == sorted(scores.values(), reverse=True)


def test_there_is_no_other_centrality() -> None:
    with pytest.raises(NetworkError, match="there are degree, strength, closeness, betweenness"):
        centrality(two_rings(), "fame")


def test_brokers_join_others() -> None:
    assert list(brokers(two_rings())) == ["M", "C", "X"]
    assert list(brokers(two_rings(), 1)) == ["M"]


def test_communities_are_the_rings() -> None:
    found = communities(two_rings())
    assert {frozenset(group) - {"M"} for group in found} == {frozenset("ABC"), frozenset("XYZ")}
    assert communities(two_rings()) == found
    assert communities(nx.MultiDiGraph()) == ()


def test_an_ego_graph_is_what_is_near() -> None:
    near = ego(two_rings(), "M")
    assert sorted(near) == ["C", "M", "X"]
    assert sorted(near.edges()) == [("C", "M"), ("M", "X")]
    assert sorted(ego(two_rings(), "M", 2)) == ["A", "B", "C", "M", "X", "Y", "Z"]
    assert list(ego(two_rings(), "M", modalities=["denied"])) == ["M"]
