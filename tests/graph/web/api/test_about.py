"""What the API tells of the graph, of its words, and of the query library."""

from graph.asking import questions
from graph.knowledge import KnowledgeGraph
from graph.scene import COLOURS
from ontology.vocabulary import CLASSES, METRICS, MODALITIES, RELATIONS
from tests.graph.web.api.client import Client


def test_the_graph_is_counted(client: Client, graph: KnowledgeGraph) -> None:
    about = client.get("/")

    assert about["graph"] == {
        "documents": len(list(graph.reports())),
        "entities": len(list(graph.fused())),
        "claims": len(list(graph.claims())),
        "facts": len(list(graph.conclusions())),
        "quads": len(graph),
        "built": graph.built,
    }
    assert (about["name"], about["writable"], about["curation"]) == ("zhitu", False, False)


def test_the_vocabulary_has_every_word_in_three_languages(client: Client) -> None:
    told = client.get("/vocabulary")

    for kind, names in (
        ("classes", CLASSES),
        ("relations", RELATIONS),
        ("metrics", METRICS),
        ("modalities", MODALITIES),
    ):
        assert [each["name"] for each in told[kind]] == list(names)
        assert all(all(each["labels"].values()) and all(each["comment"].values()) for each in told[kind])
    assert {each["name"]: each["colour"] for each in told["classes"]} == dict(COLOURS)
    families = {name: each["name"] for each in told["families"] for name in each["relations"]}
    assert {each["name"]: each["family"] for each in told["relations"]} == families


def test_questions_can_be_asked_with_what_their_sparql_becomes(client: Client, graph: KnowledgeGraph) -> None:
    assert [each["name"] for each in client.get("/questions")] == [each.name for each in questions()]
    sparql = client.get("/questions/training-costs", model="GPT-4")["sparql"]

    assert "https://w3id.org/zhitu/entity/GPT-4" in sparql
    assert list(graph.query(sparql))  # type: ignore[arg-type]


def test_a_question_that_cannot_be_asked_so_says_why(client: Client) -> None:
    for given, parameter in (({"modl": "GPT-4"}, "modl"), ({"model": "没有的模型"}, "model")):
        problem = client.refused("/questions/training-costs", **given)
        assert (problem["status"], problem["parameter"]) == (400, parameter)
    assert "training-costs" in client.refused("/questions/trainig-costs")["choices"]
