"""Documents with their texts: every place that is told is the place of what it says, in code points."""

import pytest

from graph.knowledge import KnowledgeGraph
from tests.graph.web.api.client import Client


def test_every_claim_and_every_mention_stands_where_it_says(client: Client, graph: KnowledgeGraph) -> None:
    for record in graph.documents():
        told = client.get("/document", id=record.doc)
        text = told["text"]

        assert text == record.document.text
        assert len(text) == told["characters"]
        assert len(told["claims"]) == len(record.claims)
        for claim in told["claims"]:
            evidence = claim["evidence"]
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
        places = {entity.id: [[m.start, m.end] for m in entity.mentions] for entity in record.entities}
        assert {entity["id"]: entity["mentions"] for entity in told["entities"]} == places


def test_documents_are_listed_the_newest_first(client: Client, graph: KnowledgeGraph) -> None:
    dates = [each["date"] or "" for each in client.all("/documents")]

    assert dates == sorted(dates, reverse=True)
    assert len(dates) == len(list(graph.reports()))


@pytest.mark.parametrize(
    ("given", "fits"),
    [
        ({"since": "2025"}, lambda each: (each["date"] or "") >= "2025"),
        ({"until": "2024-06"}, lambda each: "" < (each["date"] or "") < "2024-07"),
        ({"publisher": "潮汐"}, lambda each: "潮汐" in (each["publisher"] or "")),
        ({"q": "gpt-4"}, lambda each: "gpt-4" in f"{each['title']} {each['id']}".lower()),
    ],
)
def test_documents_are_filtered(client: Client, given: dict[str, str], fits: object) -> None:
    assert callable(fits)
    expected = [each["id"] for each in client.all("/documents") if fits(each)]

    assert [each["id"] for each in client.all("/documents", **given)] == expected
    assert expected


def test_a_reprint_names_its_original(client: Client, graph: KnowledgeGraph) -> None:
    told = {each["id"]: each["reprintOf"] for each in client.all("/documents") if each["reprintOf"]}

    assert told == graph.reprints()
