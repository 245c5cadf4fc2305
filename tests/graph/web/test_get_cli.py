"""``zhitu get``: the server's answers without a server."""

import json
from pathlib import Path

import pytest

from tests.graph.in_process import Zhitu, caller


@pytest.fixture
def zhitu(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Zhitu:
    return caller(monkeypatch, capfd)


def test_a_query_is_answered_without_a_port(zhitu: Zhitu, small: Path) -> None:
    code, out, _ = zhitu("get", "/sparql?query=ASK%20{?s%20zt:supplies%20?o}", "-g", small)

    assert code == 0
    assert json.loads(out)["boolean"] is True


def test_the_explorer_is_there(zhitu: Zhitu, small: Path) -> None:
    code, out, _ = zhitu("get", "/", "-g", small)

    assert code == 0
    assert "<!doctype html>" in out.lower()


@pytest.mark.parametrize("path", ["/api/there-is-no-such-thing", "/nothing.js", "/../app.py"])
def test_what_is_not_there_is_a_problem_and_exit_code_1(zhitu: Zhitu, small: Path, path: str) -> None:
    code, out, _ = zhitu("get", path, "-g", small)

    assert code == 1
    assert json.loads(out)["status"] == 404


def test_an_address_begins_with_a_slash(zhitu: Zhitu, small: Path) -> None:
    code, _, err = zhitu("get", "api/", "-g", small)

    assert code == 2
    assert "starts with /" in err


def test_a_folder_without_a_graph_is_told(zhitu: Zhitu, tmp_path: Path) -> None:
    code, _, err = zhitu("get", "/api/", "-g", tmp_path)

    assert code == 2
    assert "no graph has been built here yet" in err
