"""The browser, and servers of the sample graph and of a large one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from graph.cli.console import make_extractor
from graph.demo import build_samples
from tests.graph.web.explorer.browser import CHROMIUM, WAIT, launch
from tests.graph.web.server import Server, serving, writable


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.once)


@pytest.fixture(scope="package")  # it keeps an event loop running, which other tests have no room for
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine: the explorer is not looked at in a browser")
    expect.set_options(timeout=WAIT)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explorer") / "graph"
    build_samples(folder, make_extractor(None))
    return folder


@pytest.fixture(scope="session")
def server(samples: Path) -> Iterator[Server]:
    with serving(samples) as running:
        yield running


@pytest.fixture
def curated(samples: Path, tmp_path: Path) -> Iterator[Server]:
    """A server whose graph may be changed by the test."""
    folder = tmp_path / "graph"
    shutil.copytree(samples, folder)
    with writable(folder) as running:
        yield running


@pytest.fixture(scope="session")
def large() -> Iterator[Server]:
    """A server of a graph of 100,000 claims, where one was built of the articles of benchmarks/articles.py."""
    folder = os.environ.get("ZHITU_LARGE_GRAPH")
    if not folder:
        pytest.skip("ZHITU_LARGE_GRAPH names no graph of 100,000 claims")
    with serving(Path(folder)) as running:
        yield running
