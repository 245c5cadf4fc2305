"""The widget in a real browser: it draws, finds, tells the words of what is chosen, and loads nothing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect, sync_playwright

from graph.face.kg import KnowledgeGraph

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine: the widget is not looked at")

HOST = """<!DOCTYPE html><meta charset="utf-8"><div id="here"></div>
<script type="module">
%s
const state = {data: %s, selected: ""}, heard = {};
const model = {
  get: (name) => state[name],
  set(name, value) { state[name] = value; if (heard["change:" + name]) heard["change:" + name](); },
  save_changes() { window.chosen = state.selected; },
  on(event, call) { heard[event] = call; },
};
render({ model, el: document.getElementById("here") });
</script>"""


@pytest.fixture(name="page")
def _page(kg: KnowledgeGraph, tmp_path: Path) -> Iterator[Page]:
    script = files("graph").joinpath("face", "network.js").read_text(encoding="utf-8")
    body = script.replace("export default { render };", "")
    data = json.dumps(kg.plot().data, ensure_ascii=False).replace("<", "\\u003c")
    (tmp_path / "host.html").write_text(HOST % (body, data), encoding="utf-8")
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        wrong: list[str] = []

        def asked(request: Request) -> None:
            if not request.url.endswith("/host.html"):
                wrong.append(request.url)

        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", asked)
        page.goto((tmp_path / "host.html").as_uri())
        yield page
        browser.close()
        assert wrong == []


@needs_browser
def test_the_widget_draws_and_tells(page: Page) -> None:
    nodes = page.locator("g.zhitu-node")
    expect(nodes).to_have_count(4)
    page.get_by_role("button", name="OpenAI (Company)").click()
    expect(page.locator("mark").first).to_be_visible()
    assert page.evaluate("window.chosen") == "OpenAI"
    assert "甲</script>公司" in page.locator("[aria-live]").inner_text()  # hostile text is text


@needs_browser
def test_the_widget_finds_in_any_script_and_by_keyboard(page: Page) -> None:
    page.get_by_role("searchbox").fill("輝達")
    page.get_by_role("searchbox").press("Enter")
    assert page.evaluate("window.chosen") == "NVIDIA"
    page.get_by_role("button", name="微软 (Company)").press("Enter")
    assert page.evaluate("window.chosen") == "Microsoft"
