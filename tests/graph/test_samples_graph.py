"""What the sample articles must come to, whatever else the extractor learns."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.pipeline import Extractor
from extract.samples import sample_folder
from graph.build import build
from graph.knowledge import KnowledgeGraph
from ontology.domain import load_domain


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    folder = tmp_path_factory.mktemp("samples") / "graph"
    build([sample_folder()], folder, extractor=Extractor(load_domain()))
    with KnowledgeGraph.open(folder) as opened:
        yield opened


def _asserted(graph: KnowledgeGraph, doc: str) -> list[tuple[str, str, str | None]]:
    return [
        (claim.subject, claim.predicate, claim.object)
        for claim in graph.claims()
        if claim.doc == doc and claim.kind == "relation" and claim.modality == "asserted"
    ]


def test_an_article_that_only_forecasts_asserts_no_relation(graph: KnowledgeGraph) -> None:
    assert not _asserted(graph, "10-outlook-2025.txt")


def test_two_articles_that_differ_on_a_figure_keep_both(graph: KnowledgeGraph) -> None:
    told = {
        (claim.doc, int(claim.value))
        for claim in graph.claims()
        if claim.subject == "GPT-4" and claim.predicate == "trainingCost" and claim.value is not None
    }
    assert {("01-training-costs.txt", 78_000_000), ("02-gpt4-cost-disputed.txt", 63_000_000)} <= told


def test_every_quote_stands_where_it_says(graph: KnowledgeGraph) -> None:
    texts = {record.doc: record.document.text for record in graph.documents()}
    quotes = [(claim.doc, claim.evidence) for claim in graph.claims()]
    assert quotes
    assert [texts[doc][e.start : e.end] for doc, e in quotes] == [e.quote for _, e in quotes]


@pytest.mark.parametrize("name", ["英伟达", "輝達", "英偉達", "NVIDIA"])
def test_all_names_of_nvidia_are_one_entity(graph: KnowledgeGraph, name: str) -> None:
    holders = {entity.id for _, entity in graph.entities() if name in {each.text for each in entity.names}}
    assert {"NVIDIA"} == holders


def test_samples_are_where_they_are_said_to_be() -> None:
    assert Path(sample_folder(), "metadata.jsonl").is_file()
