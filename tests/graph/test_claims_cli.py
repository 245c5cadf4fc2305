"""``zhitu claims`` as a person meets it."""

import json
from pathlib import Path

import pytest

from graph.build import build
from tests.graph.fixtures import COSTS, MONEY, LineExtractor, write
from tests.graph.in_process import Zhitu, caller


@pytest.fixture(name="zhitu")
def _zhitu(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Zhitu:
    """Run the command line in this process, in a folder with the graph ``g``."""
    build([write(tmp_path / "sources", {"a.txt": COSTS, "b.txt": MONEY})], tmp_path / "g", extractor=LineExtractor())
    monkeypatch.chdir(tmp_path)
    zhitu = caller(monkeypatch, capfd)
    return lambda *arguments: zhitu(*arguments, "-g", "g")


def test_claims_are_listed_with_their_ids_and_marked_and_taken_back(zhitu: Zhitu) -> None:
    _, out, _ = zhitu("claims", "list", "GPT-4", "--json")
    told = [json.loads(line) for line in out.splitlines()]
    assert [(each["subject"], each["predicate"]) for each in told] == [
        ("OpenAI", "develops"),
        ("GPT-4", "trainingCost"),
    ]

    code, out, _ = zhitu("claims", "wrong", told[1]["id"], "--reason", "of another model")
    assert code == 0
    assert f"a.txt does not say {told[1]['id']} of GPT-4" in out
    _, out, _ = zhitu("claims", "list", "GPT-4")
    assert told[0]["id"] in out
    assert told[1]["id"] not in out
    _, out, _ = zhitu("entities", "corrections")
    assert "of another model" in out
    assert zhitu("entities", "undo", "1")[0] == 0
    _, out, _ = zhitu("claims", "list", "GPT-4")
    assert told[1]["id"] in out


def test_few_of_many_are_listed(zhitu: Zhitu) -> None:
    _, out, err = zhitu("claims", "list", "微軟", "--limit", "1")

    assert len(out.splitlines()) == 2
    assert "1 of 2 claims; --limit 0 shows all" in err


def test_what_is_no_claim_is_refused(zhitu: Zhitu) -> None:
    code, _, err = zhitu("claims", "wrong", "GPT-4")

    assert (code, "no claim of the graph has the id 'GPT-4'" in err) == (2, True)


@pytest.mark.parametrize("command", ["list", "wrong"])
def test_every_command_has_help(zhitu: Zhitu, command: str) -> None:
    assert zhitu("claims", command, "--help")[0] == 0
