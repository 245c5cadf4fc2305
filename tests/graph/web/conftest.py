"""A graph to serve, built once."""

from pathlib import Path

import pytest

from tests.graph.small_graph import build_small


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the small graph; tests only read it."""
    return build_small(tmp_path_factory.mktemp("small"))
