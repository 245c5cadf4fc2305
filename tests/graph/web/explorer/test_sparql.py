"""The SPARQL view: asked, told of mistakes, drawn, taken away, and helped along."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.graph.web.explorer.browser import visit
from tests.graph.web.server import Server

SUPPLIES = "SELECT ?supplier ?customer { ?supplier zt:supplies ?customer }"


def write(page: Page, query: str) -> None:
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(query)


def test_a_result_becomes_a_table_and_a_graph_and_opens_in_the_graph_view(browser: Browser, server: Server) -> None:
    rows = len(server.query(SUPPLIES).json["results"]["bindings"])
    with visit(browser, server.address, language="en-US") as seen:
        page = seen.open("sparql")
        write(page, SUPPLIES)
        page.keyboard.press("Control+Enter")
        expect(page.locator(".result tbody tr")).to_have_count(rows)
        page.get_by_role("button", name="Graph").click()
        expect(page.locator(".small-stage canvas").first).to_be_visible()
        page.get_by_role("link", name="Open in the graph").click()
        seen.settled("graph")

        expect(page.locator(".counts")).to_contain_text("entities")
        assert "ids=NVIDIA" in seen.shared


def test_a_link_to_a_query_asks_it(browser: Browser, server: Server) -> None:
    with visit(browser, server.address, language="en-US") as seen:
        page = seen.open("sparql", query="ASK { ?s zt:supplies ?o }")

        expect(page.locator(".boolean")).to_have_text("Yes")


def test_triples_are_a_graph_too(browser: Browser, server: Server) -> None:
    query = "CONSTRUCT { ?s zt:supplies ?o } WHERE { ?s zt:supplies ?o }"
    with visit(browser, server.address, language="en-US") as seen:
        page = seen.open("sparql", query=query, **{"as": "graph"})

        expect(page.locator(".small-stage canvas").first).to_be_visible()


def test_a_mistake_is_shown_with_its_place(browser: Browser, server: Server) -> None:
    with visit(browser, server.address, language="en-US") as seen:
        page = seen.open("sparql")
        write(page, "SELECT ?s\nWHERE { ?s ?p }")
        page.get_by_role("button", name="Run", exact=True).click()
        expect(page.get_by_role("alert")).to_contain_text("line 2")
        seen.complaints.clear()  # the browser notes a 400 in the console, as it should


def test_relations_and_entities_are_completed(browser: Browser, server: Server) -> None:
    with visit(browser, server.address, language="en-US") as seen:
        page = seen.open("sparql")
        write(page, "SELECT * { ?s zt:suppl")
        page.keyboard.press("Control+Space")
        expect(page.locator(".cm-tooltip-autocomplete li").first).to_contain_text("zt:supplies")
        page.locator(".cm-tooltip-autocomplete li").first.click()
        page.keyboard.insert_text(" ze:英伟")
        page.keyboard.press("Control+Space")
        page.locator(".cm-tooltip-autocomplete li").first.click()

        expect(page.locator(".cm-content")).to_contain_text("zt:supplies ze:NVIDIA")


def test_a_question_of_the_library_is_asked(browser: Browser, server: Server) -> None:
    with visit(browser, server.address, language="en-US") as seen:
        page = seen.open("sparql")
        page.get_by_label("Find a question").fill("invests in whom")
        page.locator(".questions .edge-button").first.click()
        page.locator(".fill button.primary").click()

        expect(page.locator(".result tbody tr").first).to_be_visible()
        assert "investsIn" in page.locator(".cm-content").inner_text()


def test_a_result_is_taken_away(browser: Browser, server: Server) -> None:
    with visit(browser, server.address, language="en-US") as seen:
        page = seen.open("sparql", query=SUPPLIES)
        with page.expect_download() as saving:
            page.get_by_label("Download CSV").click()

        assert saving.value.path().read_text(encoding="utf-8").startswith("supplier,customer")
