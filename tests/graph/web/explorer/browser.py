"""A real Chromium, what it is started with, and what a page of it did."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, Playwright, Request, expect

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--no-sandbox",  # CI is root
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-unsafe-swiftshader",  # WebGL without a graphics card
]
SCREENSHOTS = Path(os.environ.get("ZHITU_SCREENSHOTS") or ".ci-out/screenshots")
WAIT = 20_000  # milliseconds: CI may be busy


def launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)


@dataclass(slots=True)
class Visit:
    """A page of the explorer and all that it asked for and complained of."""

    page: Page
    address: str
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, view: str, argument: str = "", /, **parameters: str | list[str]) -> Page:
        """Go to a view, as a link does, and wait until it shows something."""
        self.begin(view, argument, **parameters)
        self.settled(view)
        return self.page

    def begin(self, view: str, argument: str = "", /, **parameters: str | list[str]) -> Page:
        """Go to a view without waiting for it."""
        query = urlencode(parameters, doseq=True)
        hash_ = f"#/{view}" + (f"/{argument}" if argument else "") + (f"?{query}" if query else "")
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}/{hash_}")
        return self.page

    def settled(self, view: str) -> None:
        """Wait until a view is there and nothing is being loaded."""
        expect(self.page.locator(f'main[data-view="{view}"] h1').first).to_be_attached()
        expect(self.page.locator(".bar-loading")).to_have_count(0)
        if view == "graph":
            expect(self.page.locator('.stage[data-ready="yes"]')).to_be_attached()

    @property
    def shared(self) -> str:
        """The address that a person would pass on."""
        return self.page.url


@contextmanager
def visit(
    browser: Browser,
    address: str,
    *,
    language: str = "zh-CN",
    scheme: str = "light",
    size: tuple[int, int] = (1440, 900),
) -> Iterator[Visit]:
    """Open a window of a person who has never been here; what goes wrong in it fails the test."""
    width, height = size
    context = browser.new_context(
        locale=language,
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": width, "height": height},
        accept_downloads=True,
    )
    page = context.new_page()
    page.set_default_timeout(WAIT)
    seen = Visit(page, address)

    def asked(request: Request) -> None:
        seen.asked.append(request.url)

    page.on("request", asked)
    page.on("console", lambda message: seen.complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    try:
        yield seen
        assert not seen.complaints, seen.complaints
        strangers = [url for url in seen.asked if not url.startswith((address, "blob:", "data:", "about:"))]
        assert not strangers, strangers
    finally:
        context.close()


def photograph(seen: Visit, name: str) -> None:
    """Keep a picture of what is seen."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    seen.page.wait_for_timeout(400)  # the drawing comes to rest
    seen.page.screenshot(path=SCREENSHOTS / f"{name}.png")
