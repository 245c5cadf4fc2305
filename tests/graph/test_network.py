"""The network view: entities joined by what is said of them."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import networkx as nx
import numpy as np
import pytest

from extract.model import Claim, Evidence
from graph.build import build
from graph.centrality import brokers, centrality, communities
from graph.knowledge import KnowledgeGraph
from graph.network import (
    SYMMETRIC,
    Network,
    NetworkError,
    bonds,
    directed,
    ego,
    modalities,
    network,
    shortest_paths,
    steps,
)
from ontology.declared import DeclaredRelation
from ontology.vocabulary import Relation
from tests.graph.fixtures import LineExtractor, write
from tests.graph.small_graph import ENTITIES, open_small
from tests.shared import ROOT

QUOTE = Evidence(0, 1, "甲")
ALLIED = "relation|B:Company|alliedWith|A:Company|asserted\n"
ALLIED_BACK = "relation|A:Company|alliedWith|B:Company|asserted\n"


@dataclass(frozen=True)
class Allying(LineExtractor):
    """Knows one relation beyond the vocabulary."""

    declared: tuple[DeclaredRelation, ...] = (
        DeclaredRelation(Relation("alliedWith", ("Company",), ("Company",), symmetric=True)),
    )


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


def test_a_relation_that_a_graph_declares_symmetric_has_one_direction_too(tmp_path: Path) -> None:
    texts = write(tmp_path / "texts", {"a.txt": ALLIED, "b.txt": ALLIED_BACK})
    build([texts], tmp_path / "graph", extractor=Allying())
    with KnowledgeGraph.open(tmp_path / "graph") as kg:
        net = kg.network()
        assert [(a, b, data["relation"], data["weight"], data["symmetric"]) for a, b, data in net.edges(data=True)] == [
            ("A", "B", "alliedWith", 2, True)
        ]
        (step,) = steps(kg, net, ["B", "A"])
        assert len(step.claims) == 2


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
            subject,
            object_,
            f"{relation}/asserted",
            relation=relation,
            modality="asserted",
            weight=1,
            documents=1,
            symmetric=relation in SYMMETRIC,
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
    ("kind", "first"),
    [("degree", "C"), ("strength", "C"), ("closeness", "M"), ("betweenness", "M"), ("pagerank", "C")],
)
def test_centrality_puts_the_most_central_first(kind: str, first: str) -> None:
    scores = centrality(two_rings(), kind)
    assert next(iter(scores)) == first
    assert list(scores.values()) == sorted(scores.values(), reverse=True)


def test_there_is_no_other_centrality() -> None:
    with pytest.raises(NetworkError, match="there are degree, strength, closeness, betweenness, pagerank"):
        centrality(two_rings(), "fame")


@pytest.mark.parametrize(
    "edges", [[], [("A", "uses", "B")], [("A", "uses", "B"), ("B", "uses", "C"), ("A", "partnersWith", "D")]]
)
def test_pagerank_is_the_eigenvector_of_the_google_matrix(edges: list[tuple[str, str, str]]) -> None:
    """The same by another way, which needs a matrix of all pairs."""
    net = net_of(*edges)
    scores = centrality(net, "pagerank")
    if not edges:
        assert scores == {}
        return
    told = directed(net)
    values, vectors = np.linalg.eig(np.asarray(nx.google_matrix(told, alpha=0.85)).T)
    vector = np.real(vectors[:, np.argmax(np.real(values))])
    expected = dict(zip(told, vector / vector.sum(), strict=True))
    assert scores == pytest.approx(expected)
    assert sum(scores.values()) == pytest.approx(1)
    assert centrality(nx.MultiDiGraph(), "pagerank") == {}


def test_a_symmetric_relation_is_followed_both_ways() -> None:
    assert sorted(directed(net_of(("A", "partnersWith", "B"), ("B", "uses", "C"))).edges()) == [
        ("A", "B"),
        ("B", "A"),
        ("B", "C"),
    ]


def test_brokers_join_others() -> None:
    assert list(brokers(two_rings())) == ["M", "C", "X"]
    assert list(brokers(two_rings(), 1)) == ["M"]


def test_communities_are_the_rings() -> None:
    found = communities(two_rings())
    assert {frozenset(group) - {"M"} for group in found} == {frozenset("ABC"), frozenset("XYZ")}
    assert communities(two_rings()) == found
    assert communities(nx.MultiDiGraph()) == ()


SCRIPT = """
import networkx as nx
from graph.centrality import CENTRALITIES, brokers, centrality, communities
net = nx.MultiDiGraph()
for n in range(200):
    for other in (n * n % 199, n * 7 % 200, n // 2):
        data = dict(relation="uses", modality="asserted", weight=1 + n % 3, documents=1)
        net.add_edge(f"n{n}", f"n{other}", "uses/asserted", **data)
print([centrality(net, kind) for kind in CENTRALITIES], brokers(net), communities(net))
"""


def test_the_order_of_sets_counts_for_nothing() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]


def test_an_ego_graph_is_what_is_near() -> None:
    near = ego(two_rings(), "M")
    assert sorted(near) == ["C", "M", "X"]
    assert sorted(near.edges()) == [("C", "M"), ("M", "X")]
    assert sorted(ego(two_rings(), "M", 2)) == ["A", "B", "C", "M", "X", "Y", "Z"]
    assert list(ego(two_rings(), "M", modalities=["denied"])) == ["M"]
