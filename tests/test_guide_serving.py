"""What the pages about serving show is tried: their commands, their requests and their Python, on a real server."""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.samples import sample_folder
from tests.graph.web.server import TOKEN, Server, writable
from tests.guide import blocks, commands
from tests.shared import needs_checkout, run, zhitu

pytestmark = [needs_checkout, pytest.mark.once]

PAGES = ("how-to/serve.md", "how-to/api.md", "how-to/explore.md")
ADDRESS = "http://127.0.0.1:7878"
SHOWN = [
    (page, command)
    for page in PAGES
    for kind, _, body in blocks(page)
    if kind != "python"
    for command in commands(body)
]
ASKED = [(page, body) for page in PAGES for kind, _, body in blocks(page) if kind == "python"]


@pytest.fixture(scope="module", name="place")
def _place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("guide")
    zhitu("build", str(sample_folder()), "-g", "my-graph", "-q", cwd=folder)
    return folder


@pytest.fixture(scope="module", name="server")
def _server(place: Path) -> Iterator[Server]:
    with writable(place / "my-graph") as server:
        yield server


@pytest.mark.parametrize(("page", "command"), [each for each in SHOWN if each[1][:2] == ["zhitu", "get"]])
def test_what_is_got_is_there(page: str, command: list[str], place: Path) -> None:  # noqa: ARG001
    assert zhitu(*command[1:], cwd=place)[1]


@pytest.mark.parametrize(("page", "command"), [each for each in SHOWN if each[1][0] == "curl"])
def test_a_request_is_answered(page: str, command: list[str], place: Path, server: Server) -> None:  # noqa: ARG001
    if not shutil.which("curl"):
        pytest.skip("no curl here")
    claim = re.findall(
        r"claim/(\w+)",
        zhitu("query", "-g", "my-graph", "SELECT ?c { ?c a zt:Claim } LIMIT 1", "-f", "csv", cwd=place)[1],
    )
    filled = [re.sub(r'"claim": "\w+"', f'"claim": "{claim[0]}"', word) for word in command[1:]]
    words = [word.replace(ADDRESS, server.address).replace("$ZHITU_TOKEN", TOKEN) for word in filled]
    _, status, _ = run("curl", "-sS", "-o", "answer", "-w", "%{http_code}", *words, cwd=place)

    assert status in {"200", "201", "204"}, (place / "answer").read_text(encoding="utf-8")


@pytest.mark.parametrize(("page", "code"), ASKED)
def test_the_python_runs(page: str, code: str, place: Path, server: Server) -> None:  # noqa: ARG001
    run(sys.executable, "-c", code.replace(ADDRESS, server.address), cwd=place)


def test_every_block_is_tried_or_serves() -> None:
    left = [
        command
        for _, command in SHOWN
        if command[0] != "curl" and command[:2] not in (["zhitu", "get"], ["zhitu", "serve"])
    ]

    assert [
        command for command in left if command[:2] != ["make", "explorer"] and command[0] not in {"npm", "cd"}
    ] == []
