"""The graph view: from an edge to its sentences, through time, and back again by a shared link."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.graph.web.explorer.browser import Visit, visit
from tests.graph.web.server import Server

INVESTS = "Microsoft|investsIn/asserted|OpenAI"


def shown(page: Page) -> tuple[int, int]:
    """Return how many entities and relations are seen, as the page says it."""
    text = page.locator(".counts").inner_text().replace(",", "")
    numbers = [int(each) for each in re.findall(r"\d+", text)]
    return numbers[0], numbers[2]


def alone(seen: Visit) -> Page:
    return seen.open("graph", ids="OpenAI", expand="OpenAI")


def test_from_an_edge_to_its_sentence_with_the_right_characters(browser: Browser, server: Server) -> None:
    with visit(browser, server.address, language="en-US") as seen:
        page = seen.open("graph", select="OpenAI")
        page.locator(".panel .edge-button", has_text="invests in").first.click()
        card = page.locator(".panel .claim").first
        quote = card.locator("blockquote").inner_text()
        id_ = card.get_attribute("data-claim")
        card.locator("footer a").click()
        seen.settled("document")
        marked = page.locator(f'mark[data-claims~="{id_}"]')
        expect(marked.first).to_be_in_viewport()

        assert "".join(marked.all_inner_texts()) == quote
        told = server.send("GET", f"/api/claims/{id_}").json
        assert quote == told["evidence"]["quote"]


def test_all_claims_of_all_documents_are_highlighted_exactly(browser: Browser, server: Server) -> None:
    rows = server.send("GET", "/api/documents?limit=100").json["items"]
    with visit(browser, server.address) as seen:
        for row in rows:
            page = seen.open("document", row["id"])
            text = server.send("GET", f"/api/document?id={row['id']}").json
            marks = page.evaluate(
                "() => [...document.querySelectorAll('mark')].map((m) => [m.dataset.claims.split(' '), m.textContent])"
            )
            for claim in text["claims"]:
                joined = "".join(part for ids, part in marks if claim["id"] in ids)
                assert joined == claim["evidence"]["quote"], claim["id"]
            assert page.evaluate("() => document.querySelector('.original').textContent") == text["text"]


def test_from_a_sentence_to_its_edge(browser: Browser, server: Server) -> None:
    with visit(browser, server.address, language="en-US") as seen:
        page = seen.open("document", "14-users-and-prices.txt")
        card = page.locator(".claim").filter(has=page.locator("a.button")).first
        card.locator("a.button").click()
        seen.settled("graph")

        expect(page.locator(".panel .claim").first).to_be_visible()


def test_an_entity_is_expanded_collapsed_pinned_and_hidden(browser: Browser, server: Server) -> None:
    with visit(browser, server.address, language="en-US") as seen:
        page = seen.open("graph", ids="OpenAI", select="OpenAI")
        assert shown(page)[0] == 1
        page.get_by_role("button", name="Expand").click()
        expect(page.get_by_role("button", name="Collapse")).to_be_visible()
        seen.settled("graph")
        many = shown(page)[0]
        assert many > 5
        page.get_by_role("button", name="Pin", exact=True).click()
        expect(page.get_by_role("button", name="Unpin")).to_be_visible()
        page.get_by_role("button", name="List").click()
        page.locator(".panel .edge-button", has_text="Mistral").first.click()
        page.get_by_role("button", name="Hide").click()
        expect(page.locator(".counts")).to_contain_text(str(many - 1))
        page.go_back()
        expect(page.locator(".counts")).to_contain_text(str(many))


def test_the_slider_of_time_leaves_out_what_was_at_other_times(browser: Browser, server: Server) -> None:
    with visit(browser, server.address, language="en-US") as seen:
        page = seen.open("graph")
        _, before = shown(page)
        slider = page.get_by_role("slider", name="From")
        slider.focus()
        slider.press("End")
        _, after = shown(page)

        assert 0 <= after < before
        assert "since=" in seen.shared
        slider.press("Home")
        expect(page.locator(".counts")).to_contain_text(str(before))


@pytest.mark.parametrize(("name", "says"), [("asserted", "nomodality=asserted"), ("Company", "noclass=Company")])
def test_a_filter_leaves_out_and_lets_back_in(browser: Browser, server: Server, name: str, says: str) -> None:
    with visit(browser, server.address, language="en-US") as seen:
        page = seen.open("graph")
        before = shown(page)
        box = page.locator(".filters").get_by_label(re.compile(rf"^{name}"))
        box.uncheck()
        assert shown(page)[1] < before[1]
        assert says in seen.shared
        box.check()
        assert shown(page) == before


def test_a_shared_link_opens_the_same_view(browser: Browser, server: Server) -> None:
    with visit(browser, server.address) as seen:
        page = alone(seen)
        page.locator(".filters input[type=checkbox]").first.uncheck()
        page.get_by_role("button", name="+", exact=True).or_(page.get_by_label("放大")).first.click()
        page.wait_for_url(re.compile("camera="))
        link, numbers = seen.shared, shown(page)
    with visit(browser, server.address) as other:
        other.page.goto(link)
        other.settled("graph")

        assert shown(other.page) == numbers
        assert other.shared == link


def test_what_is_seen_is_exported(browser: Browser, server: Server, tmp_path: Path) -> None:
    with visit(browser, server.address, language="en-US") as seen:
        page = alone(seen)
        nodes, edges = shown(page)
        files = {}
        for kind in ("png", "svg", "gexf"):
            with page.expect_download() as saving:
                page.get_by_label("Export").select_option(kind)
            files[kind] = tmp_path / f"graph.{kind}"
            saving.value.save_as(files[kind])

        assert files["png"].read_bytes().startswith(b"\x89PNG")
        assert files["png"].stat().st_size > 5_000
        svg = ET.parse(files["svg"]).getroot()
        assert len(svg.findall(".//{http://www.w3.org/2000/svg}circle")) == nodes
        gexf = ET.parse(files["gexf"]).getroot()
        assert len(gexf.findall(".//{http://gexf.net/1.3}node")) == nodes
        assert len(gexf.findall(".//{http://gexf.net/1.3}edge")) == edges


def test_the_graph_is_used_by_keyboard(browser: Browser, server: Server) -> None:
    with visit(browser, server.address, language="en-US") as seen:
        page = seen.open("graph")
        page.locator(".canvas").focus()
        page.keyboard.press("+")
        page.keyboard.press("ArrowLeft")
        page.wait_for_url(re.compile("camera="))
        first = page.locator(".panel .edge-button").first
        first.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Expand")).to_be_visible()
        page.locator(".canvas").focus()
        page.keyboard.press("Escape")
        expect(page.get_by_role("button", name="Expand")).to_have_count(0)


def middle(page: Page) -> tuple[float, float]:
    """Return the middle of the drawing, once it has come to rest."""
    page.wait_for_timeout(600)
    box = page.locator(".canvas").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_click_on_the_drawing_chooses_an_entity_and_a_double_click_expands_it(
    browser: Browser, server: Server
) -> None:
    with visit(browser, server.address, language="en-US") as seen:
        page = seen.open("graph", ids="OpenAI")
        page.mouse.click(*middle(page))
        expect(page.locator(".panel h2.title")).to_contain_text("OpenAI")
        page.mouse.dblclick(*middle(page))
        expect(page.get_by_role("button", name="Collapse")).to_be_visible()
        assert "select=OpenAI" in seen.shared


def test_a_click_on_a_line_shows_its_sentences(browser: Browser, server: Server) -> None:
    with visit(browser, server.address, language="en-US") as seen:
        page = seen.open("graph", ids=["Baidu", "Huawei"])
        page.mouse.click(*middle(page))
        expect(page.locator(".panel .claim").first).to_be_visible()


def test_an_entity_that_is_dragged_stays_where_it_was_put(browser: Browser, server: Server) -> None:
    with visit(browser, server.address, language="en-US") as seen:
        page = seen.open("graph", ids="OpenAI")
        x, y = middle(page)
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 60, y + 40, steps=6)
        page.mouse.up()
        page.wait_for_url(re.compile("pin=OpenAI_"))
        page.mouse.click(x + 60, y + 40)
        expect(page.get_by_role("button", name="Unpin")).to_be_visible()
