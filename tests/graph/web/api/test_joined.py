"""Who is joined with whom: neighbours, overview, shared views, paths, comparison and timeline."""

import itertools
from typing import Any

import pytest

from graph.knowledge import KnowledgeGraph
from graph.network import network, shortest_paths
from graph.web.api.addresses import ADDRESSES
from graph.web.api.routes import answer
from ontology.vocabulary import MODALITIES
from tests.graph.web.api.client import Client


def test_neighbours_are_those_of_the_network(client: Client, graph: KnowledgeGraph) -> None:
    net, found = network(graph), client.get("/entities/OpenAI/neighbours", limit=500)
    near = (set(net.successors("OpenAI")) | set(net.predecessors("OpenAI"))) - {"OpenAI"}

    assert found["total"] == len(near) == client.get("/entities/OpenAI")["degree"]
    assert found["nodes"][0]["id"] == "OpenAI"
    assert {each["id"] for each in found["nodes"][1:]} == near
    expected = {
        f"{a}|{key}|{b}" for a, b, key in [*net.in_edges("OpenAI", keys=True), *net.out_edges("OpenAI", keys=True)]
    }
    assert {each["id"] for each in found["edges"]} == expected


def test_few_neighbours_are_those_of_most_sources_and_edges_join_only_them(client: Client) -> None:
    found = client.get("/entities/OpenAI/neighbours", limit=3)
    whole = client.get("/entities/OpenAI/neighbours", limit=500)

    assert [each["id"] for each in found["nodes"]] == [each["id"] for each in whole["nodes"]][:4]
    assert found["total"] == whole["total"]
    shown = {each["id"] for each in found["nodes"]}
    assert all({edge["source"], edge["target"]} <= shown for edge in found["edges"])


def test_neighbours_over_one_relation_in_one_modality(client: Client) -> None:
    found = client.get("/entities/Microsoft/neighbours", relation=["investsIn", "supplies"], modality="asserted")

    assert found["edges"]
    assert {each["relation"] for each in found["edges"]} <= {"investsIn", "supplies"}
    assert {each["modality"] for each in found["edges"]} == {"asserted"}


def test_edges_lead_to_their_claims(client: Client) -> None:
    for edge in client.get("/overview")["edges"]:
        claims = client.all(
            "/claims",
            entity=[edge["source"], edge["target"]],
            predicate=edge["relation"],
            modality=edge["modality"],
        )
        ends = {(claim["subject"]["id"], claim["object"]["id"]) for claim in claims}
        fitting = [claim for claim in claims if edge["symmetric"] or claim["subject"]["id"] == edge["source"]]
        assert (edge["source"], edge["target"]) in ends or edge["symmetric"]
        assert len(fitting) == edge["claims"]
        assert max(claim["confidence"] for claim in fitting) == edge["confidence"]
        assert any(claim["contradicts"] for claim in fitting) == edge["disputed"]


def test_the_overview_groups_and_places_every_node_once(client: Client) -> None:
    found = client.get("/overview", limit=40)
    groups = {each["id"]: each for each in found["communities"]}

    assert 0 < len(found["nodes"]) <= 40
    assert len({each["id"] for each in found["nodes"]}) == len(found["nodes"])
    sizes: dict[int, int] = {}
    for node in found["nodes"]:
        sizes[node["community"]] = sizes.get(node["community"], 0) + 1
        assert -1000 <= node["x"] <= 1000
        assert -1000 <= node["y"] <= 1000
    assert sizes == {id_: each["size"] for id_, each in groups.items()}
    assert len({(node["x"], node["y"]) for node in found["nodes"]}) == len(found["nodes"])
    shown = {each["id"] for each in found["nodes"]}
    assert all({edge["source"], edge["target"]} <= shown for edge in found["edges"])
    assert all(set(each["members"]) <= shown for each in groups.values())


def test_the_same_graph_gives_the_same_overview(client: Client, graph: KnowledgeGraph) -> None:
    address = next(each for each in ADDRESSES if each.path == "/overview")
    with KnowledgeGraph.open(graph.folder) as again:
        assert answer(again, address, []) == client.get("/overview")


def test_a_shared_view_has_what_joins_its_entities(client: Client, graph: KnowledgeGraph) -> None:
    net, ids = network(graph), ["OpenAI", "Microsoft", "NVIDIA"]
    found = client.get("/graph", ids=",".join(ids))

    assert [each["id"] for each in found["nodes"]] == ids
    expected = {f"{a}|{key}|{b}" for a, b, key in net.subgraph(ids).edges(keys=True)}
    assert {each["id"] for each in found["edges"]} == expected


@pytest.mark.parametrize("modality", [None, list(MODALITIES)])
def test_paths_are_those_of_the_network(client: Client, graph: KnowledgeGraph, modality: Any) -> None:
    net, given = network(graph), {"modality": modality} if modality else {}
    expected = shortest_paths(net, "Microsoft", "GPT-4", modalities=modality or ("asserted",))
    found = client.get("/paths", **{"from": "Microsoft", "to": "GPT-4"}, **given)["paths"]

    assert [len(path["nodes"]) for path in found] == [len(path) for path in expected]
    assert found
    for path in found:
        nodes = [each["id"] for each in path["nodes"]]
        assert (nodes[0], nodes[-1]) == ("Microsoft", "GPT-4")
        joined = {frozenset((step["edge"]["source"], step["edge"]["target"])) for step in path["steps"]}
        assert joined == {frozenset(pair) for pair in itertools.pairwise(nodes)}
        assert all(1 <= len(step["claims"]) <= 3 for step in path["steps"])


def test_no_path_leads_to_oneself(client: Client) -> None:
    assert client.get("/paths", **{"from": "OpenAI", "to": "OpenAI"}) == {"paths": []}


def test_a_comparison_parts_what_is_shared_from_what_is_not(client: Client) -> None:
    found = client.get("/compare", entity=["OpenAI", "Anthropic"])

    assert [each["id"] for each in found["entities"]] == ["OpenAI", "Anthropic"]
    for metric in found["metrics"]:
        for row in metric["rows"]:
            assert {(claim["subject"]["id"], claim["predicate"]) for claim in row["claims"]} == {
                (row["entity"], metric["metric"])
            }
    for relation in found["relations"]:
        shared = {each["id"] for each in relation["shared"]}
        own = [{each["id"] for each in relation["own"][id_]} for id_ in ("OpenAI", "Anthropic")]
        assert not (own[0] & own[1])
        assert not (shared & (own[0] | own[1]))
        for id_, others in zip(("OpenAI", "Anthropic"), own, strict=True):
            near = client.get(f"/entities/{id_}/neighbours", relation=relation["relation"], modality="asserted")
            assert {each["id"] for each in near["nodes"][1:]} == others | shared


def test_a_timeline_goes_forward_and_says_each_thing_once(client: Client) -> None:
    found = client.get("/timeline", entity="OpenAI", limit=500)
    claims = [claim for item in found["items"] for claim in item["claims"]]

    assert found["total"] == len(claims)
    assert len({each["period"] for each in found["items"]}) == len(found["items"])
    years = [item["period"][:4] for item in found["items"]]
    assert years == sorted(years)
    facts = [claim["fact"] for claim in claims if claim["fact"]]
    assert len(set(facts)) == len(facts)
    for item in found["items"]:
        for claim in item["claims"]:
            assert item["period"] == (
                claim["time"] if claim["time"] not in (None, "past") else claim["document"]["date"]
            )


def test_a_timeline_is_cut_where_asked(client: Client) -> None:
    found = client.get("/timeline", since="2024", until="2024-Q2", predicate="investsIn")

    assert found["items"]
    assert {item["period"][:4] for item in found["items"]} == {"2024"}
