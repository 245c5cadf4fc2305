"""The command line as a person and a script meet it: real files, exit codes, and what goes where."""

from __future__ import annotations

import csv
import fcntl
import io
import json
import os
import re
from pathlib import Path

import pytest
import rdflib

from graph.cli.build import ROWS, report_table, show_report
from graph.report import BuildReport, DocumentReport, Rows
from graph.results import render
from tests.graph.in_process import Zhitu, caller
from tests.graph.small_graph import build_small
from tests.shared import run as run_process
from tests.shared import zhitu as zhitu_process

ARTICLE = "微软向OpenAI投资100亿美元。英伟达发布了H100芯片。GPT-4的训练成本约为7800万美元。\n"
OTHER = "輝達執行長黃仁勳表示，台積電為輝達供應晶片。\n"


@pytest.fixture(name="zhitu")
def _zhitu(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Zhitu:
    """Run the command line in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return caller(monkeypatch, capfd)


@pytest.fixture(name="small", scope="module")
def _small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph made by hand."""
    return build_small(tmp_path_factory.mktemp("small"))


def write(folder: Path, **files: str | bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        data = content.encode("utf-8") if isinstance(content, str) else content
        (folder / name.replace("_", ".")).write_bytes(data)
    return folder


# --- help and usage -------------------------------------------------------------


@pytest.mark.parametrize("command", ["build", "query", "export", "validate", "eval", "stats", "demo"])
def test_help_shows_examples(zhitu: Zhitu, command: str) -> None:
    code, out, _ = zhitu(command, "--help")
    assert code == 0
    assert f"zhitu {command}" in out.split("Examples:")[1]


def test_every_option_has_help(zhitu: Zhitu) -> None:
    for command in ("build", "query", "export", "validate", "eval", "stats", "demo"):
        _, out, _ = zhitu(command, "--help")
        options = out.split("Options:")[1].split("Examples:")[0]
        for block in re.split(r"\n(?=  -)", options.strip("\n")):
            assert re.search(r"\s{2}[A-Z]", block.strip()), block


def test_version(zhitu: Zhitu) -> None:
    code, out, _ = zhitu("--version")
    assert code == 0
    assert re.fullmatch(r"zhitu \d+\.\d+\S*\n", out)


@pytest.mark.parametrize(
    "arguments",
    [["build"], ["build", "x"], ["query", "-g", "g"], ["nonsense"], ["export", "-g", "g"], ["stats", "--wat"]],
)
def test_wrong_usage_ends_with_2(zhitu: Zhitu, arguments: list[str]) -> None:
    code, out, err = zhitu(*arguments)
    assert code == 2
    assert not out
    assert err


# --- build ------------------------------------------------------------------------


def test_build_reads_and_reports(zhitu: Zhitu, tmp_path: Path) -> None:
    write(tmp_path / "articles", a_txt=ARTICLE, b_txt=OTHER.encode("big5"))
    code, out, err = zhitu("build", "articles", "-g", "graph", "--report", "report.json")
    assert (code, err) == (0, "")
    header, first, second = out.splitlines()[:3]
    assert header.split()[:4] == ["document", "status", "encoding", "script"]
    assert first.split()[:2] == ["a.txt", "added"]
    assert "big5" in second.lower()
    assert "claims" in out
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert [row["doc"] for row in report["rows"]] == ["a.txt", "b.txt"]
    assert report["rows"][0]["claims"] > 0


def test_a_second_build_changes_nothing_and_says_so(zhitu: Zhitu, tmp_path: Path) -> None:
    write(tmp_path / "articles", a_txt=ARTICLE, b_txt=OTHER)
    zhitu("build", "articles", "-g", "graph")
    _, before, _ = zhitu("export", "-g", "graph", "-f", "nquads")
    code, out, _ = zhitu("build", "articles", "-g", "graph")
    assert code == 0
    assert "nothing changed" in out
    assert zhitu("export", "-g", "graph", "-f", "nquads")[1] == before


def test_quiet_says_nothing_but_errors(zhitu: Zhitu, tmp_path: Path) -> None:
    write(tmp_path / "articles", a_txt=ARTICLE)
    assert zhitu("build", "articles", "-g", "graph", "-q") == (0, "", "")
    write(tmp_path / "articles", empty_txt="")
    code, out, err = zhitu("build", "articles", "-g", "graph", "-q")
    assert (code, out) == (0, "")
    assert "empty.txt" in err


def test_standard_input_is_read(tmp_path: Path) -> None:
    code, out, _ = zhitu_process("build", "-", "-g", "graph", cwd=tmp_path, stdin=ARTICLE)
    assert code == 0
    assert "added" in out


def test_one_lexicon_more_is_used_and_a_wrong_one_is_named(zhitu: Zhitu, tmp_path: Path) -> None:
    write(tmp_path / "articles", a_txt=ARTICLE)
    code, _, err = zhitu("build", "articles", "-g", "graph", "--lexicon", "nowhere.tsv")
    assert code == 2
    assert "nowhere.tsv" in err


@pytest.mark.parametrize("workers", ["1", "2"])
def test_workers_change_nothing(zhitu: Zhitu, tmp_path: Path, workers: str) -> None:
    write(tmp_path / "articles", a_txt=ARTICLE, b_txt=OTHER)
    zhitu("build", "articles", "-g", "one")
    zhitu("build", "articles", "-g", "other", "--workers", workers)
    assert zhitu("export", "-g", "one", "-f", "nquads") == zhitu("export", "-g", "other", "-f", "nquads")


def rows(count: int, status: str = "added") -> tuple[DocumentReport, ...]:
    return tuple(
        DocumentReport(f"{status}{n:03}.txt", status, encoding="utf-8", script="zh-Hans") for n in range(count)
    )


def test_a_long_report_is_shortened_with_a_count(capfd: pytest.CaptureFixture[str]) -> None:
    failed = DocumentReport("broken.txt", "failed", "is binary")
    show_report(
        BuildReport("g", changed=True, quads=9, documents=100, rows=Rows([*rows(50), *rows(49, "unchanged"), failed]))
    )
    lines = capfd.readouterr().out.splitlines()
    assert lines[1].split()[:2] == ["broken.txt", "failed"]
    assert lines[ROWS + 1] == "… and 60 more (49 unchanged, 11 added); --report FILE.json lists all"


def test_the_report_leaves_out_empty_columns() -> None:
    header = render(report_table(rows(1))).splitlines()[0]
    assert "message" not in header
    assert render(report_table([])) == "document\n"


# --- bad input ------------------------------------------------------------------------


def test_a_missing_folder(zhitu: Zhitu) -> None:
    code, out, err = zhitu("build", "nowhere", "-g", "graph")
    assert (code, out) == (2, "")
    assert "nowhere" in err
    assert not Path("graph").exists() or not any(Path("graph").iterdir())


def test_an_empty_folder(zhitu: Zhitu, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    code, _, err = zhitu("build", "empty", "-g", "graph")
    assert code == 2
    assert "empty" in err


def test_an_unreadable_file(zhitu: Zhitu, tmp_path: Path) -> None:
    write(tmp_path / "articles", a_txt=ARTICLE, b_txt=OTHER)
    unreadable = tmp_path / "articles" / "b.txt"
    if os.geteuid() == 0:  # root may read every file, but not this one
        unreadable.unlink()
        unreadable.symlink_to("/proc/self/mem")
    else:
        unreadable.chmod(0)
    code, out, _ = zhitu("build", "articles", "-g", "graph")
    assert code == 0
    assert re.search(r"b\.txt +failed .*cannot be read: (?:Permission denied|Input/output error)", out)


def test_a_link_that_leads_nowhere(zhitu: Zhitu, tmp_path: Path) -> None:
    write(tmp_path / "articles", a_txt=ARTICLE)
    (tmp_path / "articles" / "b.txt").symlink_to("gone")
    code, out, _ = zhitu("build", "articles", "-g", "graph")
    assert code == 0
    assert re.search(r"b\.txt +skipped ", out)


def test_a_binary_file(zhitu: Zhitu, tmp_path: Path) -> None:
    write(tmp_path / "articles", a_txt=ARTICLE, b_txt=bytes(range(256)) * 20)
    code, out, _ = zhitu("build", "articles", "-g", "graph")
    assert code == 0
    assert re.search(r"b\.txt +failed ", out)
    assert "1 failed" in out


def test_a_build_of_which_nothing_can_be_read(zhitu: Zhitu, tmp_path: Path) -> None:
    write(tmp_path / "articles", b_txt=bytes(range(256)) * 20)
    code, out, _ = zhitu("build", "articles", "-g", "graph")
    assert code == 2
    assert "failed" in out


def test_undecodable_bytes_are_counted(zhitu: Zhitu, tmp_path: Path) -> None:
    data = (ARTICLE * 20).encode("utf-8")
    write(tmp_path / "articles", a_txt=data + b"\xff\xfe\xff" + data)
    code, out, _ = zhitu("build", "articles", "-g", "graph", "--report", "report.json")
    assert code == 0
    row = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["rows"][0]
    assert row["undecodable"] == 3
    assert "3 bytes could not be decoded" in out


def test_a_malformed_line_is_named_by_its_number(zhitu: Zhitu, tmp_path: Path) -> None:
    good = json.dumps({"id": "one", "text": ARTICLE}, ensure_ascii=False)
    write(tmp_path / "articles", news_jsonl=f'{good}\n{{"id": "two", "text": \n')
    code, out, _ = zhitu("build", "articles", "-g", "graph")
    assert code == 0
    assert re.search(r"news\.jsonl:2 +failed .*line 2", out)
    assert re.search(r"^one +added", out, re.MULTILINE)


def test_strict_stops_at_the_first_and_keeps_the_graph(zhitu: Zhitu, tmp_path: Path) -> None:
    write(tmp_path / "articles", b_txt=ARTICLE)
    zhitu("build", "articles", "-g", "graph")
    before = zhitu("export", "-g", "graph", "-f", "nquads")
    write(tmp_path / "articles", a_txt=bytes(range(256)) * 20, c_txt=OTHER)
    code, _, err = zhitu("build", "articles", "-g", "graph", "--strict")
    assert code == 1
    assert "a.txt" in err
    assert zhitu("export", "-g", "graph", "-f", "nquads") == before


def test_what_is_in_the_graph_survives_bad_input(zhitu: Zhitu, tmp_path: Path) -> None:
    write(tmp_path / "articles", a_txt=ARTICLE)
    zhitu("build", "articles", "-g", "graph")
    before = zhitu("export", "-g", "graph", "-f", "nquads")
    write(tmp_path / "articles", a_txt=bytes(range(256)) * 20)
    zhitu("build", "articles", "-g", "graph")
    assert zhitu("export", "-g", "graph", "-f", "nquads") == before


@pytest.mark.parametrize(
    "command",
    [
        ["query", "ASK {}"],
        ["export", "-f", "turtle"],
        ["stats"],
        ["validate"],
    ],
)
def test_a_folder_that_is_no_graph(zhitu: Zhitu, tmp_path: Path, command: list[str]) -> None:
    write(tmp_path / "letters", a_txt="no graph")
    code, out, err = zhitu(*command, "-g", "letters")
    assert (code, out) == (2, "")
    assert "letters: is not a graph folder" in err
    code, _, err = zhitu(*command, "-g", "nowhere")
    assert code == 2
    assert "zhitu build" in err


def test_building_into_a_folder_of_something_else(zhitu: Zhitu, tmp_path: Path) -> None:
    write(tmp_path / "letters", a_txt="no graph")
    write(tmp_path / "articles", a_txt=ARTICLE)
    code, _, err = zhitu("build", "articles", "-g", "letters")
    assert code == 2
    assert "letters" in err
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["a.txt"]


def test_a_graph_that_another_process_writes(zhitu: Zhitu, tmp_path: Path) -> None:
    write(tmp_path / "articles", a_txt=ARTICLE)
    zhitu("build", "articles", "-g", "graph")
    with (tmp_path / "graph" / "lock").open("r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        code, _, err = zhitu("build", "articles", "-g", "graph")
        assert code == 2
        assert "another process" in err
        assert zhitu("stats", "-g", "graph")[0] == 0  # readers are not disturbed
    assert zhitu("build", "articles", "-g", "graph")[0] == 0


def test_a_report_that_cannot_be_written(zhitu: Zhitu, tmp_path: Path) -> None:
    write(tmp_path / "articles", a_txt=ARTICLE)
    code, _, err = zhitu("build", "articles", "-g", "graph", "--report", "no/such/folder.json")
    assert code == 2
    assert "no/such/folder.json" in err


# --- query ------------------------------------------------------------------------------


def test_a_query_is_answered_as_a_table(zhitu: Zhitu, small: Path) -> None:
    query = "SELECT ?who ?whom { ?who zt:investsIn ?whom }"
    code, out, err = zhitu("query", "-g", small, query)
    assert (code, err) == (0, "")
    assert [line.split() for line in out.splitlines()] == [["who", "whom"], ["ze:Microsoft", "ze:OpenAI"]]


def test_a_query_comes_from_a_file_or_standard_input(zhitu: Zhitu, small: Path, tmp_path: Path) -> None:
    query = "# 谁投资了谁\nASK { ze:Microsoft zt:investsIn ze:OpenAI }"
    (tmp_path / "question.rq").write_text(query, encoding="utf-8-sig")
    assert zhitu("query", "-g", small, "question.rq")[1].split() == ["answer", "yes"]
    assert zhitu("query", "-g", small, "-", stdin=query.encode("utf-8"))[1].split() == ["answer", "yes"]


def test_formats_for_programs(zhitu: Zhitu, small: Path) -> None:
    query = 'SELECT ?quote { ?e oa:exact ?quote FILTER(CONTAINS(?quote, "7800")) }'
    _, out, _ = zhitu("query", "-g", small, query, "-f", "csv")
    assert [row["quote"][:5] for row in csv.DictReader(io.StringIO(out, newline=""))] == ["GPT-4"]
    _, out, _ = zhitu("query", "-g", small, query, "-f", "json")
    assert len(json.loads(out)["results"]["bindings"]) == 1
    _, out, _ = zhitu("query", "-g", small, "DESCRIBE ze:NVIDIA", "-f", "turtle")
    assert len(rdflib.Graph().parse(data=out, format="turtle")) > 3


def test_no_answer_is_said_on_standard_error(zhitu: Zhitu, small: Path) -> None:
    code, out, err = zhitu("query", "-g", small, "SELECT ?x { ?x zt:restricts ?y }")
    assert (code, out) == (0, "x\n")
    assert "nothing" in err


@pytest.mark.parametrize(
    ("query", "place"),
    [("SELECT * {\n  ?s 训练 ?o }", "line 2"), ("SELECT ?x { ?x nope:y ?z }", "line 1"), ("", "empty")],
)
def test_a_malformed_query_is_named_with_its_place(zhitu: Zhitu, small: Path, query: str, place: str) -> None:
    code, out, err = zhitu("query", "-g", small, query)
    assert (code, out) == (2, "")
    assert place in err
    assert query.splitlines()[-1:] == [] or "^" in err


def test_a_query_file_that_cannot_be_read(zhitu: Zhitu, small: Path, tmp_path: Path) -> None:
    code, _, err = zhitu("query", "-g", small, "nowhere.rq")
    assert code == 2
    assert "nowhere.rq" in err
    (tmp_path / "bad.rq").write_bytes("ASK { ?英伟达 ?p ?o }".encode("gb18030"))
    code, _, err = zhitu("query", "-g", small, "bad.rq")
    assert code == 2
    assert "bad.rq: the query is not UTF-8" in err


def test_a_format_that_does_not_exist_or_fit(zhitu: Zhitu, small: Path) -> None:
    assert zhitu("query", "-g", small, "ASK {}", "-f", "pdf")[0] == 2
    code, _, err = zhitu("query", "-g", small, "ASK {}", "-f", "turtle")
    assert code == 2
    assert "choose table" in err
    code, _, err = zhitu("export", "-g", small, "-f", "pdf")
    assert code == 2
    assert "there are turtle" in err


def test_a_reader_that_stops_early_is_no_error(small: Path, tmp_path: Path) -> None:
    command = (
        f"zhitu export -g '{small}' -f nquads | head -n 1; zhitu query -g '{small}' 'SELECT * {{?s ?p ?o}}' | head -n 1"
    )
    _, out, err = run_process("sh", "-c", command, cwd=tmp_path)
    assert len(out.splitlines()) == 2
    assert "Traceback" not in err


# --- export, stats, validate, eval -----------------------------------------------------------


def test_export_to_a_file_and_to_standard_output(zhitu: Zhitu, small: Path, tmp_path: Path) -> None:
    assert zhitu("export", "-g", small, "-f", "nquads", "-o", "graph.nq") == (0, "", "")
    _, out, _ = zhitu("export", "-g", small, "-f", "nquads", "-o", "-")
    assert (tmp_path / "graph.nq").read_text(encoding="utf-8") == out


def test_an_export_that_cannot_be_written(zhitu: Zhitu, small: Path) -> None:
    code, _, err = zhitu("export", "-g", small, "-f", "turtle", "-o", "no/such/graph.ttl")
    assert code == 2
    assert "no/such/graph.ttl: cannot be written" in err


def test_stats_for_people_and_programs(zhitu: Zhitu, small: Path) -> None:
    code, out, _ = zhitu("stats", "-g", small)
    assert code == 0
    assert re.search(r"investsIn +2", out)
    assert re.search(r"OpenAI +Company +7 +3", out)
    _, out, _ = zhitu("stats", "-g", small, "--json")
    assert json.loads(out)["documents"] == 3


def test_eval_shows_figures_and_errors(zhitu: Zhitu, tmp_path: Path) -> None:
    write(tmp_path / "texts", a_txt=ARTICLE)
    gold = {
        "doc": "a",
        "entities": [
            {"id": "e1", "name": "GPT-4", "type": "Model", "aliases": []},
            {"id": "e2", "name": "没有人知道的公司", "type": "Company", "aliases": []},
        ],
        "relations": [],
        "quantities": [
            {"s": "e1", "metric": "trainingCost", "value": 78e6, "value_max": None, "unit": "USD", "time": None,
             "change": None, "modality": "asserted", "evidence": "GPT-4的训练成本约为7800万美元"},
        ],
    }  # fmt: skip
    write(tmp_path / "gold", a_json=json.dumps(gold, ensure_ascii=False))
    code, out, _ = zhitu("eval", "--gold", "gold", "--texts", "texts", "--errors", "5")
    assert code == 0
    assert re.search(r"quantity:trainingCost +1\.000 +1\.000 +1\.000", out)
    assert "evidence accuracy: 1.000" in out
    assert "没有人知道的公司" in out
    _, out, _ = zhitu("eval", "--gold", "gold", "--texts", "texts", "--json")
    assert json.loads(out)["quantity:trainingCost"]["f1"] == 1.0


def test_eval_without_gold(zhitu: Zhitu, tmp_path: Path) -> None:
    write(tmp_path / "texts", a_txt=ARTICLE)
    code, _, err = zhitu("eval", "--gold", "nowhere", "--texts", "texts")
    assert code == 2
    assert "nowhere" in err


def test_validate_passes_what_is_sound_and_shows_what_is_not(zhitu: Zhitu, tmp_path: Path) -> None:
    write(tmp_path / "articles", a_txt=ARTICLE, b_txt=OTHER)
    zhitu("build", "articles", "-g", "graph")
    code, out, _ = zhitu("validate", "-g", "graph")
    assert code == 0
    assert "satisfies" in out
    _, out, _ = zhitu("validate", "-g", "graph", "--json")
    assert json.loads(out)["conforms"] is True
