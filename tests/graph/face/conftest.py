"""The small graph with a face."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.face.kg import KnowledgeGraph
from tests.graph.small_graph import build_small


@pytest.fixture(scope="package")
def kg(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph.open(build_small(tmp_path_factory.mktemp("small"))) as opened:
        yield opened
