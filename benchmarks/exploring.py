"""The explorer on a large graph: how soon is there something to see, and how smoothly does it move?

usage: python benchmarks/exploring.py GRAPH [--runs N]

GRAPH is a graph of 100,000 claims, such as benchmarks/rebuilding.py leaves. A real server and a real Chromium without
a graphics card; the first view is timed from the first request until the overview is drawn, once with a server that has
answered nothing yet and then with one that has; frames are counted while the view is dragged about for two seconds.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402

from tests.graph.web.explorer.browser import CHROMIUM, launch  # noqa: E402
from tests.graph.web.server import serving  # noqa: E402

DRAWN = '.stage[data-ready="yes"]'
SECONDS = 2
COUNT = """(seconds) => new Promise((done) => {
  const start = performance.now(); let frames = 0;
  const next = () => { frames += 1; const now = performance.now();
    now - start < seconds * 1000 ? requestAnimationFrame(next) : done(frames * 1000 / (now - start)); };
  requestAnimationFrame(next);
})"""


def first_view(browser: Browser, address: str) -> tuple[float, Page]:
    """Return the seconds until the overview is drawn, and the page."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    start = time.perf_counter()
    page.goto(f"{address}/#/graph")
    page.wait_for_selector(DRAWN, timeout=120_000)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return time.perf_counter() - start, page


def panning(page: Page) -> float:
    """Return the frames per second while the view is dragged about."""
    box = page.locator(".canvas").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] * 0.5, box["y"] + box["height"] * 0.04
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(f"() => {{ window.counted = ({COUNT})({SECONDS}) }}")
    end = time.perf_counter() + SECONDS
    step = 0
    while time.perf_counter() < end:
        step += 1
        page.mouse.move(x + (step % 40 - 20) * 8, y + (step % 30) * 6)
    page.mouse.up()
    return float(page.evaluate("() => window.counted"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    if CHROMIUM is None:
        sys.exit("no chromium on this machine")
    with serving(arguments.graph) as server, sync_playwright() as playwright:
        browser = launch(playwright)
        cold, page = first_view(browser, server.address)
        print(page.locator(".counts").inner_text())
        page.close()
        views = [first_view(browser, server.address) for _ in range(arguments.runs)]
        rates = [panning(page) for _, page in views]
        browser.close()
    warm = [seconds for seconds, _ in views]
    print(f"first view: {cold:.1f} s from a server just started")
    print(f"first view after that: {statistics.median(warm):.2f} s ({min(warm):.2f} at best)")
    print(f"panning: {statistics.median(rates):.0f} frames a second ({max(rates):.0f} at best)")


if __name__ == "__main__":
    main()
