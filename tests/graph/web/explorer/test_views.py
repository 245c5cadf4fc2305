"""Each view shows what it is for, in three languages, light and dark, and nothing leaves the machine."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, expect

from tests.graph.web.explorer.browser import photograph, visit
from tests.graph.web.server import Server

SUPPLIES = "SELECT ?supplier ?customer { ?supplier zt:supplies ?customer }"
COSTS = "SELECT ?model ?value { ?c rdf:predicate zt:trainingCost ; rdf:subject/rdfs:label ?model ; zt:value ?value }"
VIEWS: dict[str, tuple[str, str, dict[str, str | list[str]], str]] = {
    "graph": ("graph", "", {}, ".counts"),
    "graph-entity": ("graph", "", {"ids": "OpenAI", "expand": "OpenAI", "select": "OpenAI"}, ".panel h2"),
    "entities": ("entity", "", {}, "table"),
    "entity": ("entity", "OpenAI", {}, "#relations"),
    "documents": ("documents", "", {}, "table"),
    "document": ("document", "01-training-costs.txt", {}, ".original mark"),
    "compare": ("compare", "", {"entity": ["OpenAI", "NVIDIA", "Microsoft"]}, ".compared"),
    "timeline": ("timeline", "", {"entity": "OpenAI"}, ".periods .claim"),
    "conflicts": ("conflicts", "", {}, ".sides .claim"),
    "paths": ("paths", "", {"from": "OpenAI", "to": "NVIDIA"}, ".chain .step"),
    "sparql": ("sparql", "", {"query": SUPPLIES}, ".result td"),
    "sparql-chart": ("sparql", "", {"query": COSTS, "as": "chart"}, ".bar-list .bar"),
    "curate": ("curate", "", {}, "main .notice"),
}
each_view = pytest.mark.parametrize("name", VIEWS)


@each_view
@pytest.mark.parametrize(("scheme", "language"), [("light", "zh-CN"), ("dark", "en-US")])
def test_a_view_shows_and_is_fit_for_people_who_do_not_see_it(
    browser: Browser, server: Server, name: str, scheme: str, language: str
) -> None:
    view, argument, parameters, part = VIEWS[name]
    with visit(browser, server.address, scheme=scheme, language=language) as seen:
        page = seen.open(view, argument, **parameters)
        expect(page.locator(part).first).to_be_visible()
        photograph(seen, f"{name}-{scheme}")
        found = Axe().run(page).response["violations"]

    bad = [
        (each["id"], node["html"][:160], node["failureSummary"][:400])
        for each in found
        if each["impact"] in {"serious", "critical"}
        for node in each["nodes"][:3]
    ]
    assert bad == []


@each_view
def test_a_view_fits_a_phone(browser: Browser, server: Server, name: str) -> None:
    view, argument, parameters, part = VIEWS[name]
    with visit(browser, server.address, size=(390, 844)) as seen:
        page = seen.open(view, argument, **parameters)
        expect(page.locator(part).first).to_be_attached()
        photograph(seen, f"{name}-phone")

        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_language_is_switched_and_kept(browser: Browser, server: Server) -> None:
    with visit(browser, server.address, language="zh-CN") as seen:
        page = seen.open("entity", "NVIDIA")
        expect(page.locator("h1")).to_contain_text("英伟达")
        for language, tab, name in (
            ("zh-Hant", "圖譜", "英偉達"),
            ("en", "Graph", "NVIDIA"),
            ("zh-Hans", "图谱", "英伟达"),
        ):
            page.locator(".top select").select_option(language)
            expect(page.locator(".nav a").first).to_have_text(tab)
            expect(page.locator("h1")).to_contain_text(name)
            expect(page.locator("html")).to_have_attribute("lang", language)
        page.locator(".top select").select_option("en")
        page.reload()
        expect(page.locator(".nav a").first).to_have_text("Graph")


def test_the_theme_is_switched(browser: Browser, server: Server) -> None:
    with visit(browser, server.address, scheme="dark") as seen:
        page = seen.open("documents")
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        page.locator("#theme").click()
        expect(page.locator("html")).to_have_attribute("data-theme", "light")


def test_a_version_leads_to_its_family_and_back(browser: Browser, server: Server) -> None:
    with visit(browser, server.address) as seen:
        page = seen.open("entity", "Ascend_910B")
        page.locator("#names ~ p .entity").click()
        expect(page.locator("#names ~ p .entity", has_text="910B")).to_be_visible()


def test_an_entity_that_is_not_there_is_said_so(browser: Browser, server: Server) -> None:
    with visit(browser, server.address) as seen:
        page = seen.begin("entity", "No_such_entity")
        expect(page.get_by_role("alert")).to_be_visible()
        seen.complaints.clear()  # the browser notes a 404 in the console, as it should


def test_a_path_goes_from_its_start_to_its_end_with_all_that_joins_neighbours(browser: Browser, server: Server) -> None:
    told = server.send("GET", "/api/paths?from=OpenAI&to=NVIDIA&lang=en").json["paths"]
    with visit(browser, server.address, language="en-US") as seen:
        page = seen.open("paths", **{"from": "OpenAI", "to": "NVIDIA"})
        chains = page.locator(".chain")
        assert chains.count() == len(told)
        for n, path in enumerate(told):
            names = chains.nth(n).locator("> .entity").all_inner_texts()
            assert [name.strip() for name in names] == [node["label"] for node in path["nodes"]]
            assert chains.nth(n).locator(".step").count() == len(path["steps"])
