"""The search crosses scripts, and works by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.graph.web.explorer.browser import visit
from tests.graph.web.server import Server


@pytest.mark.parametrize("typed", ["英伟达", "英偉達", "輝達", "nvidia", "yingweida", "NVDIA"])
def test_one_entity_is_found_in_any_script(browser: Browser, server: Server, typed: str) -> None:
    with visit(browser, server.address) as seen:
        page = seen.open("documents")
        page.keyboard.press("/")
        page.keyboard.type(typed)
        expect(page.get_by_role("option").first).to_contain_text("英伟达")
        page.keyboard.press("Enter")
        seen.settled("entity")

        assert "#/entity/NVIDIA" in seen.shared


def test_a_sentence_is_found_and_opened_at_its_place(browser: Browser, server: Server) -> None:
    with visit(browser, server.address) as seen:
        page = seen.open("documents")
        page.locator("#search").fill("训练成本")
        page.get_by_role("option").filter(has_text="❝").first.click()
        seen.settled("document")

        expect(page.locator("mark.chosen").first).to_be_in_viewport()


def test_what_is_not_there_is_said_so(browser: Browser, server: Server) -> None:
    with visit(browser, server.address) as seen:
        page = seen.open("documents")
        page.locator("#search").fill("qqqqzzzz")
        expect(page.locator(".find .hits[role=status]")).to_be_visible()
