"""Claims and facts over HTTP: every filter, every order, every page, against the claims of the graph itself."""

from typing import Any

import pytest

from graph.knowledge import KnowledgeGraph
from graph.terms import claim_id
from tests.graph.web.api.client import Client


def test_all_claims_of_the_graph_are_there_as_they_were_read(client: Client, graph: KnowledgeGraph) -> None:
    found = {each["id"]: each for each in client.all("/claims")}
    read = {claim_id(claim): claim for claim in graph.claims()}

    assert found.keys() == read.keys()
    for id_, claim in read.items():
        told = found[id_]
        assert (told["subject"]["id"], told["predicate"], told["doc"]) == (claim.subject, claim.predicate, claim.doc)
        assert (told["object"] or {}).get("id") == claim.object
        assert told["value"] == (None if claim.value is None else float(claim.value))
        assert (told["unit"], told["time"], told["role"]) == (claim.unit, claim.time, claim.role)
        assert (told["kind"], told["modality"]) == (claim.kind, claim.modality)
        assert (told["amount"] is None) == (claim.amount is None)
        evidence = claim.evidence
        assert told["evidence"] == {"start": evidence.start, "end": evidence.end, "quote": evidence.quote}


FILTERS: list[tuple[dict[str, Any], Any]] = [
    ({"entity": "OpenAI"}, lambda c: "OpenAI" in (c.subject, c.object)),
    ({"entity": ["OpenAI", "Microsoft"]}, lambda c: {c.subject, c.object} == {"OpenAI", "Microsoft"}),
    ({"subject": "GPT-4", "kind": "quantity"}, lambda c: c.subject == "GPT-4" and c.kind == "quantity"),
    ({"predicate": "trainingCost"}, lambda c: c.predicate == "trainingCost"),
    ({"predicate": ["acquires", "investsIn"]}, lambda c: c.predicate in ("acquires", "investsIn")),
    ({"kind": "quantity"}, lambda c: c.kind == "quantity"),
    ({"kind": "relation"}, lambda c: c.kind == "relation"),
    ({"modality": ["forecast", "planned"]}, lambda c: c.modality in ("forecast", "planned")),
    ({"doc": "01-training-costs.txt"}, lambda c: c.doc == "01-training-costs.txt"),
    ({"minConfidence": "0.9"}, lambda c: round(c.confidence, 4) >= 0.9),
    ({"q": "訓練成本"}, lambda c: "训练成本" in c.evidence.quote or "訓練成本" in c.evidence.quote),
]


@pytest.mark.parametrize(("given", "fits"), FILTERS, ids=[str(given) for given, _ in FILTERS])
def test_a_filter_gives_what_fits_and_nothing_else(
    client: Client, graph: KnowledgeGraph, given: dict[str, Any], fits: Any
) -> None:
    expected = {claim_id(claim) for claim in graph.claims() if fits(claim)}

    assert expected
    assert {each["id"] for each in client.all("/claims", **given)} == expected


def test_a_symmetric_relation_has_either_of_its_ends_as_subject(client: Client) -> None:
    found = client.all("/claims", predicate="partnersWith")

    assert found
    for end in ("subject", "object"):
        for claim in found:
            both = [each["id"] for each in client.all("/claims", subject=claim[end]["id"])]
            assert claim["id"] in both


def test_times_are_kept_that_have_a_day_in_common(client: Client) -> None:
    found = client.all("/claims", since="2024-Q3", until="2024-10")

    assert found
    assert {(each["time"] or each["document"]["date"])[:4] for each in found} == {"2024"}
    assert not [each for each in found if (each["time"] or "").startswith("2024-Q2")]


def test_pages_are_parts_of_one_list(client: Client) -> None:
    whole = [each["id"] for each in client.all("/claims", sort="document")]
    pages = [client.get("/claims", sort="document", offset=offset, limit=100) for offset in range(0, 300, 100)]

    assert [each["id"] for page in pages for each in page["items"]] == whole
    assert [page["cut"] for page in pages] == [True, True, False]
    assert {page["total"] for page in pages} == {len(whole)}


@pytest.mark.parametrize(
    ("sort", "key"),
    [
        ("confidence", lambda claim: -claim["confidence"]),
        ("document", lambda claim: (claim["doc"], claim["evidence"]["start"])),
    ],
)
def test_orders(client: Client, sort: str, key: Any) -> None:
    found = [key(each) for each in client.all("/claims", sort=sort)]

    assert found == sorted(found)


def test_a_claim_comes_with_its_fact_and_with_what_contradicts_it(client: Client) -> None:
    disputed = next(each for each in client.all("/claims") if each["contradicts"])
    alone = client.get(f"/claims/{disputed['id']}")

    assert [each["id"] for each in alone["contradicting"]] == disputed["contradicts"]
    assert alone["id"] in alone["contradicting"][0]["contradicts"]
    assert [each["id"] for each in alone["supports"]] == [disputed["fact"]]
    assert disputed["id"] in alone["supports"][0]["claims"]


def test_facts_are_the_conclusions_of_the_graph(client: Client, graph: KnowledgeGraph) -> None:
    found = {each["id"]: each for each in client.all("/facts")}
    facts = {fact.id: fact for fact in graph.conclusions()}

    assert found.keys() == facts.keys()
    for id_, fact in facts.items():
        told = found[id_]
        assert (told["subject"]["id"], told["predicate"]) == (fact.subject, fact.predicate)
        assert told["support"] == fact.support
        assert told["confidence"] == float(fact.confidence)
        assert (told["firstSaid"] or "", told["lastSaid"] or "") == (fact.first, fact.last)
        assert told["disputed"] == fact.disputed
        assert told["claims"] == list(fact.claims)


def test_facts_that_several_documents_support(client: Client, graph: KnowledgeGraph) -> None:
    found = {each["id"] for each in client.all("/facts", minSupport=2)}

    assert found == {fact.id for fact in graph.conclusions() if fact.support > 1}
    assert found


def test_figures_are_told_in_the_language_asked_for(client: Client) -> None:
    given = {"subject": "GPT-4", "predicate": "trainingCost"}
    told = {
        language: {each["figure"] for each in client.all("/claims", lang=language, **given)}
        for language in ("zh-Hans", "zh-Hant", "en")
    }

    assert "约7800万美元" in told["zh-Hans"]
    assert "約7800萬美元" in told["zh-Hant"]
    assert "about $78 million" in told["en"]
