"""Offsets are code points and JavaScript counts UTF-16 units: rare characters and emoji must not move a highlight."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from graph.build import build
from graph.cli.console import make_extractor
from tests.graph.web.explorer.browser import visit
from tests.graph.web.server import Server, serving

TEXT = "😀😀 𠮷田记者 🧑🏽‍💻 报道\n\n英伟达向微软供应芯片。👍 𠮟 GPT-4的训练成本约为6300万美元。🎉\n"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "emoji.txt").write_text(TEXT, encoding="utf-8")
    build([tmp_path / "texts"], tmp_path / "graph", extractor=make_extractor(None))
    with serving(tmp_path / "graph") as running:
        yield running


def test_claims_behind_characters_of_two_units_are_highlighted_exactly(browser: Browser, server: Server) -> None:
    told = server.send("GET", "/api/document?id=emoji.txt").json
    assert {claim["predicate"] for claim in told["claims"]} >= {"supplies", "trainingCost"}
    with visit(browser, server.address) as seen:
        page = seen.open("document", "emoji.txt")
        for claim in told["claims"]:
            marked = page.locator(f'mark[data-claims~="{claim["id"]}"]')
            assert "".join(marked.all_inner_texts()) == claim["evidence"]["quote"]
        expect(page.locator(".mention").first).to_be_visible()
        names = {name for entity in told["entities"] for name in [TEXT[a:b] for a, b in entity["mentions"]]}
        assert set(page.locator(".mention").all_inner_texts()) == names
