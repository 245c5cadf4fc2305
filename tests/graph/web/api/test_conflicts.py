"""Conflicts over HTTP are those of the graph, and cards count them alike."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.build import build
from graph.conflicts import conflicts
from graph.knowledge import KnowledgeGraph
from graph.web.app import application
from graph.web.served import Served
from graph.web.settings import Settings
from tests.graph.fixtures import LineExtractor, write
from tests.graph.web.api.client import Client

TEXTS = {
    "one.txt": [
        "date|2024-05-01",
        "quantity|GPT-4:Model|trainingCost|78000000|USD|2023|asserted|about",
        "relation|Microsoft:Company|acquires|OpenAI:Company|asserted|2019",
        "relation|YouTube:Company|subsidiaryOf|Google:Company|asserted",
    ],
    "two.txt": [
        "date|2024-06-01",
        "quantity|GPT-4:Model|trainingCost|63000000|USD|2023|asserted",
        "relation|Microsoft:Company|acquires|OpenAI:Company|asserted|2020",
    ],
    "three.txt": [
        "quantity|GPT-4:Model|trainingCost|63000000|USD|2023|denied",
        "quantity|GPT-4:Model|trainingCost|78000000|USD|2023|denied",
        "relation|Microsoft:Company|acquires|OpenAI:Company|denied|2019",
        "relation|OpenAI:Company|partnersWith|Microsoft:Company|asserted",
        "relation|YouTube:Company|subsidiaryOf|Microsoft:Company|asserted",
    ],
    "four.txt": [
        "quantity|GPT-4:Model|trainingCost|63000000|USD||asserted",
        "relation|Microsoft:Company|partnersWith|OpenAI:Company|denied",
        "relation|Microsoft:Company|acquires|OpenAI:Company|asserted|2021-03",
    ],
}


def alone(name: str) -> list[str]:
    """Return lines that only one text has, so that none is taken for a reprint of another."""
    return [f"entity|{name.removesuffix('.txt')}{number}:Person" for number in range(40)]


@pytest.fixture(name="folder", scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("conflicts")
    texts = {name: "".join(f"{line}\n" for line in [*lines, *alone(name)]) for name, lines in TEXTS.items()}
    build([write(place / "in", texts)], place / "graph", extractor=LineExtractor())
    return place / "graph"


@pytest.fixture(name="disputed", scope="module")
def _disputed(folder: Path) -> Iterator[Client]:
    served = Served(folder)
    yield Client(application(served, Settings()))
    served.close()


def test_all_conflicts_are_told_in_the_order_of_the_graph(disputed: Client, folder: Path) -> None:
    told = disputed.all("/conflicts")
    with KnowledgeGraph.open(folder) as kg:
        found = conflicts(kg)

    assert {each.kind for each in found} == {"figures", "denial", "dates"}
    assert [(each["kind"], each["predicate"]) for each in told] == [(each.kind, each.predicate) for each in found]
    for shown, each in zip(told, found, strict=True):
        assert [side["sources"] for side in shown["sides"]] == [each.one.sources, each.other.sources]
        iris = [[claim["iri"] for claim in side["claims"]] for side in shown["sides"]]
        assert iris == [list(each.one.claims), list(each.other.claims)]


@pytest.mark.parametrize("entity", ["GPT-4", "Microsoft", "OpenAI", "YouTube", "Google"])
def test_cards_count_the_conflicts_that_are_listed(disputed: Client, folder: Path, entity: str) -> None:
    with KnowledgeGraph.open(folder) as kg:
        found = conflicts(kg, entity)

    assert disputed.get("/conflicts", entity=entity)["total"] == len(found)
    assert disputed.get(f"/entities/{entity}")["conflicts"] == len(found)


def test_sides_are_told_in_the_language_asked_for(disputed: Client) -> None:
    told = disputed.all("/conflicts", entity="GPT-4", lang="en")
    says = {side["says"] for each in told for side in each["sides"]}

    assert {"about $78 million", "$63 million", "¬ $63 million"} <= says
