"""The front door: what it hands on, and that it does so lazily."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import zhitu
from graph.knowledge import KnowledgeGraph
from tests.graph.small_graph import build_small
from tests.shared import run


def test_every_public_name_is_there() -> None:
    assert zhitu.__all__ == sorted(zhitu.__all__, key=lambda name: (name.islower(), name))
    for name in zhitu.__all__:
        assert getattr(zhitu, name) is not None
    assert set(zhitu.__all__) <= set(dir(zhitu))


def test_the_version_is_that_of_the_package() -> None:
    assert zhitu.__version__ == version("zhitu")


def test_a_graph_is_opened_by_the_front_door(tmp_path: Path) -> None:
    with zhitu.open(build_small(tmp_path)) as kg:
        assert isinstance(kg, KnowledgeGraph)
        assert isinstance(kg, zhitu.KnowledgeGraph)


def test_another_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = zhitu.nonsense


def test_importing_loads_no_room() -> None:
    code = "import sys, zhitu; print([n for n in sys.modules if n.split('.')[0] in ('graph', 'extract', 'ontology')])"
    assert run(sys.executable, "-c", code)[1].strip() == "[]"
