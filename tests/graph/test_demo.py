"""The demo: from the bundled samples to answers and a picture, offline."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph import demo
from graph.knowledge import KnowledgeGraph
from tests.shared import zhitu


@pytest.fixture(name="shown", scope="module")
def _shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("demo")
    _, out, _ = zhitu("demo", "-o", folder / "demo", cwd=folder)
    return folder / "demo", out


def test_it_asks_three_questions_and_shows_quotes(shown: tuple[Path, str]) -> None:
    folder, out = shown
    with KnowledgeGraph.open(folder / "graph") as kg:
        quotes = {claim.evidence.quote for claim in kg.claims()}
        for answer in demo.answers(kg):
            assert answer.title
            assert answer.title in out
            assert isinstance(answer.result, ox.QuerySolutions)
            rows = list(answer.result)
            assert rows, answer.name
    assert sum(quote in out for quote in quotes) >= 3


def test_it_writes_a_picture_a_page_and_the_quads(shown: tuple[Path, str]) -> None:
    folder, out = shown
    ET.parse(folder / "graph.svg")
    assert (folder / "graph.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert list(ox.parse(path=folder / "graph.nq"))
    for name in ("graph.svg", "graph.html", "graph.nq"):
        assert str(folder / name) in out


def test_it_says_what_to_try_next(shown: tuple[Path, str]) -> None:
    folder, out = shown
    assert f"zhitu query -g {folder / 'graph'}" in out.split("Try next:")[1]


def test_it_can_be_shown_twice(shown: tuple[Path, str]) -> None:
    folder, _ = shown
    before = (folder / "graph.svg").read_bytes(), (folder / "graph.nq").read_bytes()
    _, out, _ = zhitu("demo", "-o", folder, cwd=folder.parent)
    assert "nothing changed" in out
    assert ((folder / "graph.svg").read_bytes(), (folder / "graph.nq").read_bytes()) == before


@pytest.mark.parametrize("name", demo.QUESTIONS)
def test_questions_have_titles(name: str) -> None:
    assert demo.title(demo.question(name))


def test_a_title_is_in_both_languages() -> None:
    head = "# title@en: Who supplies whom?\n# title@zh-Hans: 谁供应谁？\n# description@en: more\nSELECT * {}"
    assert demo.title(head) == "谁供应谁？ Who supplies whom?"
    assert demo.title("SELECT * {}") == ""
