"""A few sentences in both scripts as a graph, and its indexes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.pipeline import Extractor
from graph.build import build
from graph.knowledge import KnowledgeGraph
from ontology.domain import load_domain
from tests.graph.fixtures import write
from tests.graph.search.indexed import Indexed, indexes

ARTICLES = {
    "a.txt": "智谱与微软达成合作。英伟达向微软供应芯片。2024年，微软向OpenAI投资100亿美元。\n",
    "b.txt": "智譜與微軟達成合作。輝達向微軟供應晶片。華為計劃在2025年收購重慶銀行。\n",
    "c.txt": "Zhipu与Microsoft达成合作。据报道，智谱的估值达到20亿美元。\n",
    "d.txt": "Z.ai发布了模型GLM。微软与OpenAI达成合作。\n",
}


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Indexed]:
    """Return the graph of the articles with its indexes."""
    place = tmp_path_factory.mktemp("searched")
    folder: Path = place / "graph"
    build([write(place / "articles", ARTICLES)], folder, extractor=Extractor(load_domain()))
    with KnowledgeGraph.open(folder) as graph:
        yield indexes(graph)
