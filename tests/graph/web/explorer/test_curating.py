"""With the token a person corrects the graph, and takes it back."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.graph.web.explorer.browser import photograph, visit
from tests.graph.web.server import TOKEN, Server


def give_token(page: Page, token: str) -> None:
    page.get_by_label("Token").fill(token)
    page.get_by_role("button", name="Add").click()


def pick(page: Page, label: str, name: str) -> None:
    page.locator("form").get_by_role("combobox", name=label).fill(name)
    page.locator(".find [role=option]").first.click()


def test_a_rename_is_written_down_shown_and_undone(browser: Browser, curated: Server) -> None:
    with visit(browser, curated.address, language="en-US") as seen:
        page = seen.open("curate", kind="rename")
        give_token(page, TOKEN)
        pick(page, "Entity", "OpenAI")
        page.get_by_label("New label").fill("OpenAI Incorporated")
        page.get_by_role("button", name="Send").click()
        expect(page.locator(".correction")).to_contain_text("OpenAI Incorporated")
        assert curated.send("GET", "/api/entities/OpenAI").json["label"] == "OpenAI Incorporated"
        photograph(seen, "curate-done-light")
        page.locator(".correction").get_by_role("button", name="Undo").click()
        expect(page.locator(".correction")).to_have_count(0)


def test_two_entities_are_merged_where_a_person_insists(browser: Browser, curated: Server) -> None:
    with visit(browser, curated.address, language="en-US") as seen:
        page = seen.open("curate", kind="merge", entity="DeepMind", into="Google")
        give_token(page, TOKEN)
        page.get_by_role("button", name="Send").click()
        expect(page.get_by_role("alert")).to_contain_text("tells DeepMind and Google apart")
        seen.complaints.clear()  # the browser notes a 400 in the console, as it should
        page.get_by_label("All the same").check()
        page.get_by_role("button", name="Send").click()
        expect(page.locator(".correction")).to_contain_text("Google")


def test_a_claim_is_marked_wrong_from_its_document(browser: Browser, curated: Server) -> None:
    with visit(browser, curated.address, language="en-US") as seen:
        page = seen.open("document", "01-training-costs.txt")
        before = page.locator(".side .claim").count()
        page.locator(".side .claim").first.get_by_role("link", name="Mark wrong").click()
        seen.settled("curate")
        give_token(page, TOKEN)
        expect(page.locator("form .claim")).to_be_visible()
        page.get_by_role("button", name="Send").click()
        expect(page.locator(".correction")).to_be_visible()
        seen.open("document", "01-training-costs.txt")

        assert page.locator(".side .claim").count() == before - 1


def test_a_wrong_token_is_refused_and_forgotten(browser: Browser, curated: Server) -> None:
    with visit(browser, curated.address, language="en-US") as seen:
        page = seen.open("curate", kind="rename", entity="OpenAI", label="Something")
        give_token(page, "not-the-token")
        page.get_by_role("button", name="Send").click()
        expect(page.get_by_role("alert")).to_be_visible()
        expect(page.get_by_label("Token")).to_be_visible()
        seen.complaints.clear()  # the browser notes a 401 in the console, as it should


def test_without_curation_the_page_says_so(browser: Browser, server: Server) -> None:
    with visit(browser, server.address, language="en-US") as seen:
        page = seen.open("curate")

        expect(page.locator("main .notice.warn")).to_be_visible()
