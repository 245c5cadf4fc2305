"""The sample articles as a graph behind the read API, built once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.pipeline import Extractor
from extract.samples import sample_folder
from graph.build import build
from graph.knowledge import KnowledgeGraph
from graph.web.app import application
from graph.web.served import Served
from graph.web.settings import Settings
from ontology.domain import load_domain
from tests.graph.web.api.client import Client


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the graph of the sample articles; tests only read it."""
    folder = tmp_path_factory.mktemp("samples") / "graph"
    build([sample_folder()], folder, extractor=Extractor(load_domain()))
    return folder


@pytest.fixture(scope="session")
def graph(samples: Path) -> Iterator[KnowledgeGraph]:
    """Return the graph itself, to compare with."""
    with KnowledgeGraph.open(samples) as opened:
        yield opened


@pytest.fixture(scope="session")
def client(samples: Path) -> Iterator[Client]:
    """Return a client of a server of that graph."""
    served = Served(samples)
    yield Client(application(served, Settings()))
    served.close()
