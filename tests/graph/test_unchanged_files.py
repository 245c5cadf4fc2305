"""Files that the system tells to be the same are not looked at, and no change is missed for it."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from extract.reading import files
from graph.build import build, forget
from graph.report import BuildReport
from tests.graph.fixtures import CHIPS, COSTS, MONEY, LineExtractor, write
from tests.graph.test_build import clean, dump, statuses

FILES = {"a.txt": COSTS, "b.txt": MONEY, "news/c.md": CHIPS}
OTHER = COSTS.replace("78000000", "63000000")  # of the same size

_opened: list[set[str]] = []


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and _opened:
        _opened[-1].add(str(arguments[0]))


sys.addaudithook(_note)  # for good: an audit hook cannot be taken away


@contextmanager
def opened() -> Iterator[set[str]]:
    """Give the paths of all files that are opened meanwhile."""
    _opened.append(set())
    yield _opened[-1]
    _opened.pop()


@pytest.fixture(name="settled")
def _settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files tell at once by their state that they are the same, not a minute later."""
    monkeypatch.setattr(files, "SETTLING", 0)


def made(folder: Path, *, reread: bool = False, name: str = "graph") -> tuple[BuildReport, set[str]]:
    """Build what stands in the folder of sources; return the report and which sources were looked at."""
    sources = folder / "sources"
    with opened() as paths:
        report = build([sources], folder / name, extractor=LineExtractor(), reread=reread)
    return report, {path.relative_to(sources).as_posix() for path in map(Path, paths) if path.is_relative_to(sources)}


def begun(folder: Path) -> Path:
    """Build for the first time, and return the first source."""
    write(folder / "sources", FILES)
    assert made(folder)[1] == set(FILES)
    return folder / "sources" / "a.txt"


@pytest.mark.usefixtures("settled")
class TestSettled:
    def test_what_is_the_same_is_not_looked_at_and_reported_as_before(self, tmp_path: Path) -> None:
        begun(tmp_path)
        read_again = made(tmp_path, reread=True)
        report, looked_at = made(tmp_path)

        assert looked_at == set()
        assert read_again[1] == set(FILES)
        assert report.to_json() == read_again[0].to_json()
        assert [row.claims for row in report.rows] == [2, 2, 1]

    def test_other_files_are_looked_at(self, tmp_path: Path) -> None:
        begun(tmp_path)
        write(tmp_path / "sources", {**FILES, "b.txt": CHIPS, "d.txt": COSTS})
        report, looked_at = made(tmp_path)

        assert looked_at == {"b.txt", "d.txt"}
        assert statuses(report) == {
            "a.txt": "unchanged",
            "b.txt": "changed",
            "d.txt": "added",
            "news/c.md": "unchanged",
        }
        assert dump(tmp_path) == clean(tmp_path, {**FILES, "b.txt": CHIPS, "d.txt": COSTS})

    def test_a_change_that_keeps_size_and_time_of_writing_is_seen(self, tmp_path: Path) -> None:
        path = begun(tmp_path)
        before = path.stat()
        path.write_text(OTHER, encoding="utf-8")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        after = path.stat()
        assert (before.st_size, before.st_mtime_ns, before.st_ino) == (after.st_size, after.st_mtime_ns, after.st_ino)

        assert statuses(made(tmp_path)[0])["a.txt"] == "changed"
        assert dump(tmp_path) == clean(tmp_path, {**FILES, "a.txt": OTHER})

    def test_another_file_in_its_place_is_seen(self, tmp_path: Path) -> None:
        path = begun(tmp_path)
        other = tmp_path / "other"
        other.write_text(OTHER, encoding="utf-8")
        os.utime(other, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
        other.replace(path)

        assert statuses(made(tmp_path)[0])["a.txt"] == "changed"

    def test_what_a_table_says_of_it_is_seen(self, tmp_path: Path) -> None:
        begun(tmp_path)
        (tmp_path / "sources" / "metadata.csv").write_text("file,date\na.txt,2024-05-03\n", encoding="utf-8")

        assert statuses(made(tmp_path)[0]) == {"a.txt": "changed", "b.txt": "unchanged", "news/c.md": "unchanged"}

    def test_one_that_could_not_be_read_is_tried_again(self, tmp_path: Path) -> None:
        path = begun(tmp_path)
        path.write_text("broken", encoding="utf-8")

        for _ in range(3):
            report, looked_at = made(tmp_path)
            assert (looked_at, statuses(report)["a.txt"]) == ({"a.txt"}, "failed")

    def test_a_line_that_has_the_name_of_an_unreadable_file_vouches_for_nothing(self, tmp_path: Path) -> None:
        write(tmp_path / "sources", {"a.txt": " ", "b.jsonl": '{"id": "a.txt", "text": "entity|NVIDIA:Company"}\n'})

        for _ in range(3):
            assert {(row.doc.rsplit("/", 1)[-1], row.status == "failed") for row in made(tmp_path)[0].rows} == {
                ("a.txt", True),
                ("a.txt", False),
            }

    def test_other_settings_read_it_again(self, tmp_path: Path) -> None:
        begun(tmp_path)
        report = build([tmp_path / "sources"], tmp_path / "graph", extractor=LineExtractor("0.2-test"))

        assert set(statuses(report).values()) == {"changed"}

    def test_a_document_that_was_forgotten_comes_back(self, tmp_path: Path) -> None:
        begun(tmp_path)
        forget(["a.txt"], tmp_path / "graph")

        assert statuses(made(tmp_path)[0])["a.txt"] == "added"


def test_a_file_that_changed_within_the_last_minute_is_looked_at(tmp_path: Path) -> None:
    """A further change might fall into the same tick of the clock of its file system."""
    begun(tmp_path)

    assert made(tmp_path)[1] == set(FILES)


def test_a_folder_of_an_earlier_version_knows_no_states(tmp_path: Path) -> None:
    begun(tmp_path)
    (ledger,) = (tmp_path / "graph" / "generations").glob("*/ledger")
    with closing(sqlite3.connect(ledger)) as db:
        db.executescript("DROP TABLE files; DROP TABLE alike; PRAGMA user_version = 0")
    write(tmp_path / "sources", {**FILES, "a.txt": OTHER})

    assert statuses(made(tmp_path)[0])["a.txt"] == "changed"
    assert dump(tmp_path) == clean(tmp_path, {**FILES, "a.txt": OTHER})
