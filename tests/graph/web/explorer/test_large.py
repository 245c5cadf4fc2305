"""A graph of 100,000 claims stays usable."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, expect

from tests.graph.web.explorer.browser import photograph, visit
from tests.graph.web.server import Server


def test_the_graph_shows_its_best_connected(browser: Browser, large: Server) -> None:
    with visit(browser, large.address, language="en-US") as seen:
        page = seen.open("graph")
        expect(page.locator(".counts")).to_contain_text(re.compile(r"^\d{3} of \d,\d{3} entities"))
        photograph(seen, "large-graph-light")
        page.locator(".panel .edge-button").first.click()
        page.get_by_role("button", name="Only this").click()
        seen.settled("graph")
        expect(page.get_by_role("button", name="Collapse")).to_be_visible()


def test_an_entity_with_thousands_of_claims_shows(browser: Browser, large: Server) -> None:
    most = large.send("GET", "/api/entities?sort=mentions&limit=1").json["items"][0]["id"]
    with visit(browser, large.address, language="en-US") as seen:
        page = seen.open("entity", most)
        expect(page.locator(".group").first).to_be_visible()
        photograph(seen, "large-entity-light")


def test_a_long_result_is_shown_in_parts(browser: Browser, large: Server) -> None:
    with visit(browser, large.address, language="en-US") as seen:
        page = seen.open("sparql", query="SELECT ?s ?o { ?s zt:investsIn ?o } LIMIT 5000")
        expect(page.locator(".result tbody tr").first).to_be_visible()
        assert page.locator(".result tbody tr").count() <= 200
