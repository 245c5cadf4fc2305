"""The guide is followed as it stands: its files are written, its commands run, its outputs are the real ones."""

import runpy
import shutil
from pathlib import Path

import pytest

from tests.extract.reading.samples import pdf
from tests.graph.in_process import caller
from tests.guide import blocks, follow, told
from tests.shared import ROOT, needs_checkout

pytestmark = [needs_checkout, pytest.mark.once]

DOCS = ROOT / "docs"
CARS = Path(__file__).parent / "graph" / "electric_cars"
ELSEWHERE = {
    "how-to/add-a-relation.md",
    "how-to/api.md",
    "how-to/notebooks.md",
    "how-to/serve.md",
}  # have tests of their own
PAGES = sorted(
    page.relative_to(DOCS).as_posix()
    for page in DOCS.rglob("*.md")
    if "```sh\n" in page.read_text(encoding="utf-8") or "```python\n" in page.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("page", [page for page in PAGES if page not in ELSEWHERE])
def test_a_page_does_what_it_says(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    if page == "how-to/bring-your-own-domain.md":
        for name in ("articles", "gold"):
            shutil.copytree(CARS / name, tmp_path / name)
    if page == "how-to/read-my-pdfs.md":
        (tmp_path / "reports").mkdir()
        for name, text in (("outlook", "NVIDIA"), ("scan", "")):
            (tmp_path / "reports" / f"{name}.pdf").write_bytes(pdf(text))
    steps = follow(DOCS / page, tmp_path, caller(monkeypatch, capfd))

    assert [(missing, step.said) for step in steps if (missing := told(step))] == []


def test_commands_that_are_only_shown_are_few() -> None:
    """What does not run here opens a port, and is tried on a server (test_guide_serving), or is no guide's command."""
    shown = {
        (page, words[1])
        for page in (path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
        for kind, name, body in blocks(page)
        if not kind and not name and page not in ELSEWHERE
        for words in map(str.split, body.splitlines())
        if words[:1] == ["zhitu"]
    }

    assert {command for _, command in shown} <= {"serve"}


def test_the_domain_of_the_guide_is_the_one_that_is_tested() -> None:
    shown = {name: body for _, name, body in blocks("how-to/bring-your-own-domain.md") if name}
    files = {path.relative_to(CARS / "domain").as_posix(): path for path in (CARS / "domain").rglob("*.*")}

    assert {f"cars/{name}" for name in files} <= shown.keys()
    for name, body in shown.items():
        path = CARS / ("domain/" + name.removeprefix("cars/") if name.startswith("cars/") else name)
        assert body == path.read_text(encoding="utf-8"), name


def test_the_picture_of_the_model_is_that_of_the_ontology() -> None:
    drawn = runpy.run_path(str(DOCS / "tools" / "model.py"))["picture"]()

    assert drawn == (DOCS / "images" / "model.svg").read_text(encoding="utf-8"), "run python docs/tools/model.py"
