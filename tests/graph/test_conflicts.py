"""What sources disagree on, as a person and a script meet it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.asking import ask
from graph.build import build
from graph.conflicts import Conflict, conflicts
from graph.knowledge import KnowledgeGraph
from graph.results import term_text
from graph.validation import validate
from tests.graph.fixtures import LineExtractor, write
from tests.graph.in_process import Zhitu, caller
from tests.graph.test_histories import text

LINES = {
    "old.txt": ["quantity|GPT-4:Model|trainingCost|63000000|USD||asserted", "date|2024-05-01"],
    "report.txt": ["quantity|GPT-4:Model|trainingCost|78000000|USD||asserted|about", "date|2024-04-16"],
    "again.txt": ["quantity|GPT-4:Model|trainingCost|78000000|USD||asserted", "date|2024-06-02"],
    "rumour.txt": ["relation|Google:Company|acquires|Character.AI:Company|asserted", "date|2024-07-01"],
    "notice.txt": ["title|辟谣", "relation|Google:Company|acquires|Character.AI:Company|denied", "date|2024-07-02"],
    "one.txt": ["relation|GitHub:Company|subsidiaryOf|Microsoft:Company|asserted"],
    "two.txt": ["relation|GitHub:Company|subsidiaryOf|OpenAI:Company|asserted"],
    "three.txt": ["relation|GM:Company|acquires|Cruise:Company|asserted|2016"],
    "four.txt": ["relation|GM:Company|acquires|Cruise:Company|asserted|2018"],
    "five.txt": ["quantity|OpenAI:Company|revenue|3700000000|USD|2024|asserted"],
    "seven.txt": ["quantity|Waymo:Company|employees|8|count|2024|asserted"],
    "eight.txt": ["quantity|Waymo:Company|employees|8.2|count|2024|asserted"],
    "six.txt": ["quantity|OpenAI:Company|revenue|1000000000|USD|2024-Q2|asserted"],
}


@pytest.fixture(name="folder", scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("conflicts")
    files = {name: text(lines, n) for n, (name, lines) in enumerate(LINES.items())}
    build([write(place / "sources", files)], place / "graph", extractor=LineExtractor())
    return place / "graph"


@pytest.fixture(name="kg", scope="module")
def _kg(folder: Path) -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph.open(folder) as kg:
        yield kg


@pytest.fixture(name="zhitu")
def _zhitu(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Zhitu:
    return caller(monkeypatch, capfd)


def of_kind(kg: KnowledgeGraph, kind: str, predicate: str) -> Conflict:
    (found,) = (each for each in conflicts(kg) if (each.kind, each.predicate) == (kind, predicate))
    return found


def test_what_more_sources_say_is_the_one_side(kg: KnowledgeGraph) -> None:
    found = of_kind(kg, "figures", "trainingCost")

    assert (found.one.says, found.one.sources, len(found.one.claims)) == ("78,000,000 USD", 2, 2)
    assert (found.other.says, found.other.date, found.other.document) == ("63,000,000 USD", "2024-05-01", "old.txt")
    assert found.other.quote == LINES["old.txt"][0]
    assert conflicts(kg)[0] == found  # and stands first


def test_a_denial_in_a_notice_corrects(kg: KnowledgeGraph) -> None:
    found = of_kind(kg, "denial", "acquires")

    assert (found.one.says, found.other.says, found.corrected) == ("Character.AI", "not Character.AI", "one")


def test_two_owners_and_two_dates(kg: KnowledgeGraph) -> None:
    owners, dates = of_kind(kg, "owners", "subsidiaryOf"), of_kind(kg, "dates", "acquires")

    assert {owners.one.says, owners.other.says} == {"Microsoft", "OpenAI"}
    assert (dates.one.time, dates.other.time) in {("2016", "2018"), ("2018", "2016")}
    assert not kg.query("ASK { ze:GitHub zt:subsidiaryOf ?owner }")
    assert len(conflicts(kg)) == 4


def test_of_one_entity(kg: KnowledgeGraph) -> None:
    assert {each.predicate for each in conflicts(kg, "Microsoft")} == {"subsidiaryOf"}
    assert conflicts(kg, "NVIDIA") == []


def test_the_questions_of_the_library_tell_the_same(kg: KnowledgeGraph) -> None:
    def rows(name: str, *columns: str, **given: str) -> list[tuple[str, ...]]:
        answer = ask(kg, name, given)
        assert isinstance(answer, ox.QuerySolutions)
        return [tuple(term_text(row[column]) for column in columns) for row in answer]

    assert rows("conflicts", "says", "saysOther", entity="Character.AI") == [("Character.AI", "not Character.AI")]
    assert len(rows("conflicts", "subject", entity="GPT-4")) == 2
    assert rows("corrections", "notice", "former") == [("notice.txt", "rumour.txt")]
    assert rows("corroborations", "value", "valueOther") in ([("8", "8.2")], [("8.2", "8")])
    assert rows("supported", "subject", "value", "sources", "first", "last", "disputed", entity="GPT-4") == [
        ("GPT-4", "78,000,000", "2", "2024-04-16", "2024-06-02", "true")
    ]
    assert {row[0] for row in rows("fact-sources", "document", entity="GPT-4")} == {
        "old.txt",
        "report.txt",
        "again.txt",
    }


def test_such_a_graph_satisfies_the_shapes(kg: KnowledgeGraph) -> None:
    assert validate(kg).violations == ()


def test_as_a_table(zhitu: Zhitu, folder: Path) -> None:
    code, out, _ = zhitu("conflicts", "-g", folder)

    assert code == 0
    assert "GPT-4: 78,000,000 USD (2 sources)" in out
    assert "corrected by the other" in out
    assert "2024-05-01 old.txt" in out


def test_as_csv_and_json(zhitu: Zhitu, folder: Path, kg: KnowledgeGraph) -> None:
    _, out, _ = zhitu("conflicts", "GPT-4", "-g", folder, "-f", "csv")
    (row,) = csv.DictReader(io.StringIO(out))
    _, out, _ = zhitu("conflicts", "-g", folder, "--format", "json")
    read = json.loads(out)

    assert (row["kind"], row["says"], row["saysOther"]) == ("figures", "78,000,000 USD", "63,000,000 USD")
    assert (row["quoteOther"], row["claimOther"]) == (LINES["old.txt"][0], conflicts(kg, "GPT-4")[0].other.claims[0])
    assert [(each["one"]["says"], len(each["one"]["claims"])) for each in read[:1]] == [("78,000,000 USD", 2)]


def test_nothing_contradicts(zhitu: Zhitu, tmp_path: Path) -> None:
    build([write(tmp_path / "sources", {"a.txt": LINES["old.txt"][0]})], tmp_path / "graph", extractor=LineExtractor())
    code, out, err = zhitu("conflicts", "-g", tmp_path / "graph")

    assert (code, out) == (0, "")
    assert "nothing in the graph contradicts anything else" in err


def test_an_unknown_format(zhitu: Zhitu, folder: Path) -> None:
    code, _, err = zhitu("conflicts", "-g", folder, "-f", "xml")

    assert code == 2
    assert "no format 'xml'; there are table, csv, json" in err
