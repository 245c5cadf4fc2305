"""Finding and reading sources: nothing is lost without a word."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest

from extract.errors import ReadError
from extract.model import Metadata, Source
from extract.reading import READERS, Failure, Located, Skipped, decode, find_sources, load_reader, read_sources
from extract.reading.files import LIMIT
from tests.extract.reading.samples import sample

TEXT = "星河公司发布新模型。"


def write(folder: Path, name: str, content: str | bytes = TEXT) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def ids(folder: Path) -> list[str]:
    return [found.doc for found in read_sources([folder]) if isinstance(found, Source)]


def test_a_folder_is_read_to_the_bottom_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/c.html", "a.txt"):
        write(tmp_path, name)
    assert sorted(ids(tmp_path)) == ["a.txt", "a/c.html", "a/z.md", "b.txt"]
    assert ids(tmp_path) == ids(tmp_path)


def test_a_file_is_named_by_its_name_and_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, "sub/a.txt")
    assert [found.doc for found in read_sources([path, path]) if isinstance(found, Source)] == ["a.txt"]


def test_a_glob(tmp_path: Path) -> None:
    for name in ("x1.txt", "x2.txt", "y.txt", "d/x3.txt"):
        write(tmp_path, name)
    found = read_sources([str(tmp_path / "x*.txt")])
    assert [source.doc for source in found if isinstance(source, Source)] == ["x1.txt", "x2.txt"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    [source] = read_sources(["-"])
    assert isinstance(source, Source)
    assert (source.doc, source.data) == ("stdin", TEXT.encode())


def test_what_is_not_read_is_listed_with_a_reason(tmp_path: Path) -> None:
    for name in ("a.txt", "b.xyz", ".hidden.txt", ".git/c.txt"):
        write(tmp_path, name)
    skipped = {
        Path(found.origin).name: found.reason for found in read_sources([tmp_path]) if isinstance(found, Skipped)
    }
    assert skipped == {"b.xyz": "no reader for .xyz", ".hidden.txt": "hidden file", ".git": "hidden folder"}


def test_a_table_beside_the_files_dates_them_and_is_no_article(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "sub/b.txt")
    write(
        tmp_path,
        "metadata.jsonl",
        json.dumps({"file": "a.txt", "date": "2024年7月", "publisher": "星河"}) + "\n{oops\n",
    )
    write(tmp_path, "sub/metadata.csv", "\ufefffile,title,date\nb.txt,新模型,2024-07-01\n,x,\n")
    found = list(read_sources([tmp_path]))
    known = {source.doc: source.metadata for source in found if isinstance(source, Source)}
    assert known == {
        "a.txt": Metadata(date="2024-07", publisher="星河"),
        "sub/b.txt": Metadata(title="新模型", date="2024-07-01"),
    }
    failures = sorted(Path(one.origin).name for one in found if isinstance(one, Failure))
    assert failures == ["metadata.csv:3", "metadata.jsonl:2"]


@pytest.mark.parametrize("packed", [False, True])
def test_json_lines(tmp_path: Path, packed: bool) -> None:
    lines = [
        {"id": "n1", "text": TEXT, "title": "标题", "date": "2024-05-06T07:08:09Z", "url": "https://example.org/1"},
        {"text": TEXT},
        {"id": "n3", "title": "没有正文"},
        {"id": "n1", "text": TEXT},
    ]
    data = ("\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\nnot json\n[1]\n").encode()
    path = write(tmp_path, "all.jsonl.gz" if packed else "all.jsonl", gzip.compress(data) if packed else data)
    found = list(read_sources([path]))
    sources = [one for one in found if isinstance(one, Source)]
    assert [source.doc for source in sources] == ["n1", f"{path.name}#2"]
    assert sources[0].metadata == Metadata("标题", "2024-05-06", url="https://example.org/1")
    assert sources[0].data.decode() == TEXT
    failures = [one for one in found if isinstance(one, Failure)]
    assert [failure.origin.rsplit(":", 1)[1] for failure in failures] == ["3", "4", "5", "6"]
    assert "no JSON" in failures[2].message
    assert "line 5" in failures[2].message


@pytest.mark.parametrize(
    ("name", "content"), [("a.txt", ""), ("a.txt", " \n"), ("a.jsonl", "\n\n"), ("a.txt.gz", b"no gzip")]
)
def test_bad_files_fail_and_the_rest_goes_on(tmp_path: Path, name: str, content: str | bytes) -> None:
    write(tmp_path, name, content)
    write(tmp_path, "b.txt")
    failure, source = read_sources([tmp_path])
    assert isinstance(failure, Failure)
    assert failure.message
    assert name in failure.origin
    assert isinstance(source, Source)


def test_a_gzip_bomb_ends_at_the_limit(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt.gz", gzip.compress(b"\0" * (LIMIT + 1000)))
    [failure] = read_sources([path])
    assert isinstance(failure, Failure)
    assert "MB" in failure.message


def test_the_same_id_twice_is_said(tmp_path: Path) -> None:
    first, second = write(tmp_path, "x/a.txt"), write(tmp_path, "y/a.txt")
    source, failure = read_sources([first, second])
    assert isinstance(source, Source)
    assert isinstance(failure, Failure)
    assert "taken" in failure.message


@pytest.mark.parametrize("given", ["missing", "missing/*.txt", "empty"])
def test_nothing_to_read_is_an_error(tmp_path: Path, given: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ReadError, match=r"missing|empty"):
        list(read_sources([str(tmp_path / given)]))


@pytest.mark.parametrize("extension", sorted(READERS))
def test_every_reader_keeps_the_contract(tmp_path: Path, extension: str) -> None:
    path = write(tmp_path, f"a{extension}", sample(extension))
    [located] = find_sources([path])
    assert isinstance(located, Located)
    assert located.extension == extension
    [source] = load_reader(extension)(located)
    assert isinstance(source, Source)
    assert source.media.startswith("text/")
    assert source.origin
    assert source.doc
    assert decode(source).text.strip()
    for place in (Located(tmp_path / "gone", "gone", extension), broken(tmp_path, extension)):
        [failure] = load_reader(extension)(place)
        assert isinstance(failure, Failure)
        assert failure.origin.startswith(place.origin)
        assert failure.message


def broken(folder: Path, extension: str) -> Located:
    """Return a place whose bytes are not what its ending says."""
    empty = extension in {".htm", ".html", ".markdown", ".md", ".txt", ".xhtml"}
    return Located(write(folder, f"broken{extension}", b"" if empty else b"oops"), "broken", extension)
