"""Search, lists and cards of entities on the sample graph."""

import pytest

from graph.finding import search as listed
from graph.knowledge import KnowledgeGraph
from tests.graph.web.api.client import Client


@pytest.mark.parametrize("text", ["英伟达", "輝達", "英偉達", "nvidia", "ywd", "yingweida", "nvdia"])
def test_one_entity_is_found_by_all_its_names(client: Client, text: str) -> None:
    assert client.get("/search", q=text)["entities"][0]["id"] == "NVIDIA"


def test_search_finds_quotes_in_the_other_script_the_surest_first(client: Client) -> None:
    found = client.get("/search", q="訓練成本")["quotes"]

    assert found
    assert all("训练成本" in each["evidence"]["quote"] or "訓練成本" in each["evidence"]["quote"] for each in found)
    assert [each["confidence"] for each in found] == sorted((each["confidence"] for each in found), reverse=True)
    assert len({(each["doc"], each["evidence"]["start"], each["evidence"]["end"]) for each in found}) == len(found)


def test_search_in_one_class(client: Client) -> None:
    found = client.get("/search", q="a", type="Organization")["entities"]

    assert found
    assert {each["type"] for each in found} <= {"Organization", "Company", "Government"}


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({}, {}),
        ({"type": "Model"}, {"type_": "Model"}),
        ({"unknown": "true"}, {"unknown": True}),
        ({"q": "微"}, {"text": "微"}),
    ],
)
def test_lists_are_those_of_the_command_line(
    client: Client, graph: KnowledgeGraph, given: dict[str, str], wanted: dict[str, object]
) -> None:
    expected = [each.entity.id for each in listed(graph, **wanted)]  # type: ignore[arg-type]

    assert [each["id"] for each in client.all("/entities", **given)] == expected
    assert expected


def test_lists_are_sorted_as_asked(client: Client) -> None:
    for sort in ("mentions", "degree", "documents"):
        found = [each[sort] for each in client.all("/entities", sort=sort)]
        assert found == sorted(found, reverse=True)
    labels = [each["label"].casefold() for each in client.all("/entities", sort="label")]
    assert labels == sorted(labels)


@pytest.mark.parametrize(
    ("language", "label"), [("zh-Hans", "英伟达"), ("zh-Hant", "英偉達"), ("en", "NVIDIA"), ("", "英伟达")]
)
def test_entities_are_called_as_in_the_language_asked_for(client: Client, language: str, label: str) -> None:
    assert client.get("/entities/NVIDIA", lang=language)["label"] == label


def test_a_card_tells_what_the_graph_says_of_an_entity(client: Client, graph: KnowledgeGraph) -> None:
    card = client.get("/entities/OpenAI")
    claims = [claim for claim in graph.claims() if "OpenAI" in (claim.subject, claim.object)]
    facts = [fact for fact in graph.conclusions() if fact.object and "OpenAI" in (fact.subject, fact.object)]

    assert sum(card["counts"].values()) == len(claims)
    assert sum(group["total"] for group in card["relations"]) == len(facts)
    assert {fact["id"] for group in card["relations"] for fact in group["facts"]} == {fact.id for fact in facts}
    points = [point["id"] for figure in card["figures"] for point in figure["points"]]
    assert len(points) == len([claim for claim in claims if claim.kind == "quantity"])
    assert sum(each["mentions"] for each in card["mentionsOverTime"]) == card["mentions"]
    assert sum(each["mentions"] for each in card["documents"]) == card["mentions"]
    assert len(card["documents"]) == card["documentsTotal"] == len(list(graph.documents_of("OpenAI")))


def test_a_card_tells_family_and_versions(client: Client) -> None:
    version, family = client.get("/entities/Ascend_910B"), client.get("/entities/Ascend")

    assert [each["id"] for each in version["versionOf"]] == ["Ascend"]
    assert version["versions"] == []
    assert family["versionOf"] == []
    assert "Ascend_910B" in [each["id"] for each in family["versions"]]


def test_relations_of_a_card_have_their_direction(client: Client) -> None:
    for group in client.get("/entities/OpenAI")["relations"]:
        ends = {(fact["subject"]["id"] == "OpenAI", fact["object"]["id"] == "OpenAI") for fact in group["facts"]}
        symmetric = group["relation"] in ("partnersWith", "competesWith")
        assert ends <= (
            {(True, False), (False, True)} if symmetric else {(group["direction"] == "out", group["direction"] == "in")}
        )


def test_figures_of_a_card_are_in_the_order_of_time(client: Client) -> None:
    for figure in client.get("/entities/Tencent")["figures"]:
        times = [(point["time"] or point["document"]["date"])[:4] for point in figure["points"]]
        assert times == sorted(times)
        assert {point["unit"] for point in figure["points"]} == {figure["unit"]}


def test_an_entity_tells_by_which_rules_it_is_one(client: Client) -> None:
    why = client.get("/entities/NVIDIA/why")

    assert why["entity"]["id"] == "NVIDIA"
    assert {reason["rule"] for name in why["names"] for reason in name["reasons"]} >= {"lexicon"}
