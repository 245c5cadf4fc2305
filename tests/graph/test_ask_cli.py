"""``zhitu ask`` and ``zhitu path`` as a person and a script meet them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from graph.asking import questions
from tests.graph.in_process import Zhitu, caller
from tests.graph.small_graph import build_small
from tests.shared import zhitu as zhitu_process


@pytest.fixture(name="zhitu")
def _zhitu(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Zhitu:
    """Run the command line in this process."""
    return caller(monkeypatch, capfd)


@pytest.fixture(name="small", scope="module")
def _small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_small(tmp_path_factory.mktemp("small"))


# --- ask --------------------------------------------------------------------------


def test_it_lists_every_question_with_its_parameters(zhitu: Zhitu) -> None:
    code, out, _ = zhitu("ask")
    lines = out.splitlines()
    assert code == 0
    assert len(lines) == len(questions()) + 1
    (line,) = (line for line in lines if line.startswith("training-costs "))
    assert "训练一个模型要花多少钱？" in line
    assert "What does it cost to train a model?" in line
    assert "[--model ENTITY]" in line


def test_it_tells_about_one_question(zhitu: Zhitu) -> None:
    code, out, _ = zhitu("ask", "ranking")
    assert code == 0
    assert "谁最多？" in out
    assert [line.split()[:2] for line in out.splitlines() if line.startswith("--")] == [
        ["--metric", "metric"],
        ["--class", "class"],
        ["--year", "year"],
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ("training-cost", "--model", "gpt-4"),
        ("--model", "GPT-4", "training-costs"),
        ("training-costs", "--model=GPT-4", "--modality=断言"),
    ],
)
def test_it_answers(zhitu: Zhitu, small: Path, arguments: tuple[str, ...]) -> None:
    code, out, _ = zhitu("ask", *arguments, "-g", small, "-f", "csv")
    (row,) = csv.DictReader(io.StringIO(out, newline=""))
    assert code == 0
    assert (row["model"], row["cost"], row["unit"]) == ("GPT-4", "78000000", "USD")


def test_a_table_is_for_people(zhitu: Zhitu, small: Path) -> None:
    code, out, err = zhitu("ask", "investments", "-g", small, "--company", "openai")
    assert (code, err) == (0, "")
    assert "10,000,000,000" in out


def test_an_empty_answer_is_told(zhitu: Zhitu, small: Path) -> None:
    code, _, err = zhitu("ask", "lawsuits", "--party", "NVIDIA", "-g", small)
    assert code == 0
    assert "nothing in the graph answers this" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("trainig-costs",), "no question is called 'trainig-costs'; the nearest: training-costs"),
        (("training-costs", "--modell", "x"), "no parameter 'modell'; it has --model, --modality"),
        (("training-costs", "--model", "GPT-44"), "--model: no entity is called 'GPT-44'; the nearest:\n  GPT-4 "),
        (("ranking", "--metric", "revenu"), "--metric: no metric is called 'revenu'; the nearest: revenue"),
        (("ranking",), "the question 'ranking' needs --metric METRIC"),
        (("ranking", "--metric"), "--metric needs a value"),
        (("ranking", "--metric", "revenue", "--metric=profit"), "--metric is given twice"),
        (("ranking", "--metric", "market", "cap"), "one question at a time: 'ranking' or 'cap'"),
        (("--metric", "revenue"), "give the name of a question"),
        (("ranking", "--metric", "revenue", "-f", "turtle"), "'turtle' does not fit"),
        (("ranking", "--metric", "revenue", "-f", "excel"), "no result format 'excel'"),
    ],
)
def test_mistakes_are_told(zhitu: Zhitu, small: Path, arguments: tuple[str, ...], told: str) -> None:
    code, out, err = zhitu("ask", *arguments, "-g", small)
    assert (code, out) == (2, "")
    assert told in err


# --- path -------------------------------------------------------------------------


def test_a_path_comes_with_the_evidence_of_every_step(zhitu: Zhitu, small: Path) -> None:
    code, out, _ = zhitu("path", "輝達", "openai", "-g", small)
    assert code == 0
    assert out.splitlines()[0] == "1. 英伟达 — 微软 — OpenAI"
    assert "英伟达 supplies 微软" in out
    assert "「英伟达向微软供应芯片」" in out
    assert "微软 investsIn OpenAI" in out
    assert "costs.txt:0-18  「微軟斥資100億美元投資OpenAI」" in out


def test_other_modalities_count_only_when_asked_for(zhitu: Zhitu, small: Path) -> None:
    _, out, _ = zhitu("path", "OpenAI", "NVIDIA", "-g", small, "--modality", "asserted", "--modality", "planned")
    assert out.splitlines()[:2] == ["1. OpenAI — 英伟达", "   OpenAI acquires 英伟达 (planned)"]
    assert len([line for line in out.splitlines() if line[:1].isdigit()]) == 1


def test_no_path_is_told(zhitu: Zhitu, small: Path) -> None:
    code, out, err = zhitu("path", "GPT-4", "OpenAI", "-g", small)
    assert (code, out) == (0, "")
    assert "no path of asserted claims leads from GPT-4 to OpenAI" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("微软", "微硬"), "no entity is called '微硬'"),
        (("微软", "OpenAI", "--modality", "surely"), "no modality is called 'surely'"),
        (("微软", "OpenAI", "--max", "0"), "--max"),
    ],
)
def test_wrong_ends_are_told(zhitu: Zhitu, small: Path, arguments: tuple[str, ...], told: str) -> None:
    code, _, err = zhitu("path", *arguments, "-g", small)
    assert code == 2
    assert told in err


# --- both -------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["ask", "path"])
def test_help_shows_examples(zhitu: Zhitu, command: str) -> None:
    code, out, _ = zhitu(command, "--help")
    assert code == 0
    assert f"zhitu {command}" in out.split("Examples:")[1]


def test_it_works_in_a_process_of_its_own(small: Path) -> None:
    _, out, _ = zhitu_process("ask", "training-costs", "--model", "GPT-4", "-g", small, "-f", "tsv")
    assert out.startswith("?model\t?cost")
    _, out, _ = zhitu_process("path", "微软", "OpenAI", "-g", small, "--max", "1")
    assert out.startswith("1. 微软 — OpenAI")
