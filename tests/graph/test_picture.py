"""The picture and the page: well-formed, self-contained, without overlaps, and safe whatever the articles say."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph.knowledge import KnowledgeGraph
from graph.layout import Box, place
from graph.network import Network
from graph.page import html, write_html
from graph.picture import svg, write_svg
from graph.scene import COLOURS, FAMILIES, clipped, room, scene, term_labels
from ontology.vocabulary import CLASSES, MODALITIES, RELATIONS
from tests.graph.small_graph import CLAIMS, open_small

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(name="kg", scope="module")
def _kg(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    with open_small(tmp_path_factory.mktemp("small")) as kg:
        yield kg


def ring(size: int) -> Network:
    """Return a network of *size* companies round a hub."""
    net: Network = nx.MultiDiGraph()
    for n in range(size):
        net.add_node(f"n{n:03}", label=f"公司{n}", type="Company", names="", claims=1)
    for n in range(1, size):
        data = {"relation": "supplies", "modality": "asserted", "weight": 1, "documents": 1, "confidence": 0.5}
        net.add_edge("n000", f"n{n:03}", "supplies/asserted", **data)
        net.add_edge(f"n{n:03}", f"n{n % (size - 1) + 1:03}", "supplies/asserted", **data)
    return net


def test_the_picture_is_well_formed_and_shows_what_is_said(kg: KnowledgeGraph) -> None:
    root = ET.fromstring(svg(kg))
    texts = [text.text for text in root.iter(f"{SVG}text")]
    assert {"OpenAI", "微软", "英伟达", "甲 & <乙>", "投资", "公司 Company"} <= set(texts)
    dashes = {path.get("stroke-dasharray") for path in root.iter(f"{SVG}path") if path.find(f"{SVG}title") is not None}
    assert len(dashes) == 3  # asserted, planned, denied
    assert "GPT-4" not in texts  # nothing joins it to another


def test_the_picture_is_the_same_every_time(kg: KnowledgeGraph, tmp_path: Path) -> None:
    write_svg(kg, tmp_path / "a.svg")
    assert (tmp_path / "a.svg").read_text(encoding="utf-8") == svg(kg)


def test_the_picture_asks_for_nothing_from_outside(kg: KnowledgeGraph) -> None:
    assert not re.search(r"(?:href|src)=|url\((?!#)|@import|<script", svg(kg))


@pytest.mark.parametrize("size", [1, 2, 12, 60])
def test_labels_do_not_cover_each_other(size: int) -> None:
    shown = scene(ring(size) if size > 1 else ring(2), 60, 1370, 936)
    boxes = [room(spot) for spot in shown.spots]
    assert not [(a, b) for a, b in combinations(boxes, 2) if a.hits(b)]
    assert all(0 <= box.x <= 1370 and 0 <= box.y <= 936 for box in boxes)


def test_the_best_connected_are_shown_first() -> None:
    shown = scene(ring(80), 20, 1000, 800)
    assert len(shown.spots) == 20
    assert shown.spots[0].id == "n000"
    assert shown.entities == 80


def test_nothing_is_drawn_of_nothing() -> None:
    assert scene(nx.MultiDiGraph(), 60, 1000, 800).spots == ()
    assert place([], [], 100, 100) == []
    assert place([(20, 10)], [], 100, 100) == [(50, 50)]


def test_places_do_not_depend_on_chance() -> None:
    sizes, edges = [(60.0, 30.0)] * 30, [(n, (n * 7 + 1) % 30, 1.0) for n in range(30)]
    assert place(sizes, edges, 800, 600) == place(sizes, edges, 800, 600)


def test_boxes_that_touch_do_not_hit() -> None:
    assert Box(0, 0, 10, 10).hits(Box(9, 0, 10, 10))
    assert not Box(0, 0, 10, 10).hits(Box(10, 0, 10, 10))


def test_long_labels_are_clipped_by_width() -> None:
    assert clipped("用于长距离序列建模的压缩变换器模型", 10) == "用于长距…"
    assert clipped("OpenAI", 10) == "OpenAI"


def test_every_class_and_relation_has_a_colour_and_labels() -> None:
    assert set(COLOURS) == set(CLASSES)
    assert {name for _, names in FAMILIES.values() for name in names} == set(RELATIONS)
    for language in ("zh-Hans", "en"):
        assert {*CLASSES, *RELATIONS, *MODALITIES} <= term_labels(language).keys()


class Page(HTMLParser):
    """Collects what a browser would load, and the two scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.scripts: list[str] = []
        self.policy = ""
        self._inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.loads += [value or "" for name, value in attrs if name in {"src", "href", "data", "action"}]
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given.get("content") or ""
        self._inside = tag == "script"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.scripts.append(data)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - its name in the base class
        self._inside = False


def page_data(page: Page) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(page.scripts[0])
    return data


def test_the_page_loads_nothing_and_runs_only_its_own_script(kg: KnowledgeGraph) -> None:
    page = Page(html(kg))
    assert page.loads == []
    assert len(page.scripts) == 2
    digest = base64.b64encode(hashlib.sha256(page.scripts[1].encode("utf-8")).digest()).decode("ascii")
    assert f"script-src 'sha256-{digest}'" in page.policy
    assert "default-src 'none'" in page.policy


def test_the_page_has_every_claim_with_its_quote_in_its_place(kg: KnowledgeGraph) -> None:
    data = page_data(Page(html(kg)))
    texts = {record.doc: record.document.text for record in kg.documents()}
    shown = {node["id"] for node in data["nodes"]}
    expected = [s for specs in CLAIMS.values() for s in specs if {s["subject"], s.get("object")} & shown]
    assert len(data["claims"]) == len(expected)
    for claim in data["claims"]:
        assert claim["before"] + claim["quote"] + claim["after"] in texts[data["docs"][claim["doc"]]["id"]]
    plan = next(claim for claim in data["claims"] if claim["predicate"] == "acquires")
    assert "</script>" in plan["quote"]


def test_the_page_finds_names_in_either_script(kg: KnowledgeGraph) -> None:
    nodes = {node["id"]: node for node in page_data(Page(html(kg)))["nodes"]}
    assert {"微软", "微軟", "microsoft"} <= set(nodes["Microsoft"]["keys"])
    assert {"英伟达", "輝達", "辉达", "nvidia"} <= set(nodes["NVIDIA"]["keys"])


def test_the_page_joins_edges_to_their_claims(kg: KnowledgeGraph) -> None:
    data = page_data(Page(html(kg)))
    for edge in data["edges"]:
        assert edge["claims"]
        for n in edge["claims"]:
            claim = data["claims"][n]
            assert (claim["predicate"], claim["modality"]) == (edge["relation"], edge["modality"])
            assert {claim["subject"], claim["object"]} == {edge["source"], edge["target"]}


def test_only_web_addresses_become_links(kg: KnowledgeGraph) -> None:
    assert {doc["url"] for doc in page_data(Page(html(kg)))["docs"]} == {"https://example.org/a?b=1&c=2"}


def test_the_page_is_written(kg: KnowledgeGraph, tmp_path: Path) -> None:
    write_html(kg, tmp_path / "graph.html")
    assert (tmp_path / "graph.html").read_text(encoding="utf-8") == html(kg)
