"""A graph of 100,000 claims stays usable."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.graph.web.explorer.browser import photograph, visit
from tests.graph.web.explorer.test_views import VIEWS
from tests.graph.web.server import Server


def test_the_graph_shows_its_best_connected(browser: Browser, large: Server) -> None:
    with visit(browser, large.address, language="en-US") as seen:
        page = seen.open("graph")
        expect(page.locator(".counts")).to_contain_text(re.compile(r"^\d{3} of \d{2},\d{3} entities"))
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


@pytest.mark.parametrize("name", VIEWS)
def test_each_view_shows(browser: Browser, large: Server, name: str) -> None:
    most = large.send("GET", "/api/entities?sort=degree&limit=3").json["items"]
    document = large.send("GET", "/api/documents?limit=1").json["items"][0]["id"]
    there = {**dict(zip(("OpenAI", "NVIDIA", "Microsoft"), (each["id"] for each in most), strict=True))}
    view, argument, parameters, part = VIEWS[name]
    if view == "conflicts":
        large.send("GET", "/api/conflicts?limit=1")  # tens of thousands are found once
    told = {
        key: [there.get(each, each) for each in value] if isinstance(value, list) else there.get(value, value)
        for key, value in parameters.items()
    }
    with visit(browser, large.address, language="en-US") as seen:
        page = seen.open(view, document if view == "document" else there.get(argument, argument), **told)
        expect(page.locator(part).first).to_be_visible()
        photograph(seen, f"large-{name}")
