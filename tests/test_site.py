"""The guide as a site: it builds strictly, holds every page, and loads nothing from elsewhere."""

import os
import re
from pathlib import Path

import pytest

import zhitu
from tests.shared import ROOT, needs_checkout, run

pytestmark = [needs_checkout, pytest.mark.once]

# What a page loads by itself, other than a link that a reader follows.
LOADED = re.compile(
    r'<(?:script|img|iframe|link rel="(?:stylesheet|icon|preload)")[^>]*(?:src|href)="((?:https?:)?//[^"]+)"'
)


@pytest.fixture(scope="module", name="site")
def _site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    os.environ["NO_MKDOCS_2_WARNING"] = "true"  # an advertisement
    folder = tmp_path_factory.mktemp("site")
    run("python", "-m", "mkdocs", "build", "--strict", "--quiet", "-d", folder, cwd=ROOT)
    return folder


def test_every_page_is_there(site: Path) -> None:
    pages = {page.relative_to(ROOT / "docs").with_suffix(".html") for page in (ROOT / "docs").rglob("*.md")}

    assert {page for page in pages if not (site / page).is_file()} == set()


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    loaded = {address for page in site.rglob("*.html") for address in LOADED.findall(page.read_text(encoding="utf-8"))}
    styled = [
        sheet.name for sheet in site.rglob("*.css") if re.search(r"url\(.?https?:|@import", sheet.read_text("utf-8"))
    ]

    assert (loaded, styled) == (set(), [])


def test_what_is_made_from_the_code_is_whole(site: Path) -> None:
    python, commands = ((site / name).read_text(encoding="utf-8") for name in ("python.html", "commands.html"))

    names = [*zhitu.__all__]
    names.remove("__version__")
    assert [name for name in names if f">{name}<" not in python and f"zhitu.{name}" not in python] == []
    assert "zhitu new-domain" in commands
    assert "zhitu entities merge" in commands


def test_the_file_of_a_block_is_its_title(site: Path) -> None:
    page = (site / "how-to" / "add-a-relation.html").read_text(encoding="utf-8")

    assert '<span class="filename">my-frames/advises.yaml</span>' in page
    assert "Lin_Yuan\tPerson\t林远" in page  # a lexicon can be copied from it
