"""Sources made to hurt: each ends in a clear message, within bounded memory.

The limit of a document is scaled down where a small one shows the same guard.
"""

from __future__ import annotations

import gzip
import io
import json
import tracemalloc
import zipfile
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO

import pytest

from extract.model import Source
from extract.reading import Failure, Located, decode, read_sources
from extract.reading.files import LIMIT
from extract.reading.packed import open_bytes
from tests.extract.reading.samples import WORD, sample, warc

TEXT = "星河公司发布新模型。"
SMALL = 1 << 16
MODULES = ("files", "lines", "warc", "documents")


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Scale the limit of a document down."""
    for module in MODULES:
        monkeypatch.setattr(f"extract.reading.{module}.LIMIT", SMALL)


def failure(path: Path) -> Failure:
    [found] = read_sources([path])
    assert isinstance(found, Failure)
    return found


def article(doc: str, text: str = TEXT) -> bytes:
    return json.dumps({"id": doc, "text": text}, ensure_ascii=False).encode() + b"\n"


def test_a_line_of_200_megabytes_is_refused_without_being_held(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)
    tracemalloc.start()
    try:
        message = failure(path).message
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert "16 MB" in message
    assert peak < 1.5 * LIMIT


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("ending", ["jsonl", "jsonl.gz"])
def test_an_endless_line_among_others_is_left_out_and_the_rest_read(tmp_path: Path, ending: str) -> None:
    data = article("one") + article("two", "长" * SMALL) + article("three")
    (tmp_path / f"a.{ending}").write_bytes(gzip.compress(data) if ending.endswith("gz") else data)
    one, two, three = read_sources([tmp_path])
    assert isinstance(one, Source)
    assert isinstance(three, Source)
    assert isinstance(two, Failure)
    assert (one.doc, three.doc, two.origin[-2:]) == ("one", "three", ":2")
    assert "split it" in two.message


@pytest.mark.usefixtures("small")
def test_a_line_without_end_is_not_followed_for_ever(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(article("one") + b"\0" * 40 * SMALL + b"\n" + article("three")))
    one, two, end = read_sources([path])
    assert isinstance(one, Source)
    assert isinstance(two, Failure)
    assert isinstance(end, Failure)
    assert "reading stops" in end.message


@pytest.mark.usefixtures("small")
def test_a_zip_bomb(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 50 * SMALL)
    (tmp_path / "a.docx").write_bytes(out.getvalue())
    assert out.tell() < SMALL
    assert "holds more than" in failure(tmp_path / "a.docx").message


def test_a_word_document_with_entities_that_grow(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        grown = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
        archive.writestr("word/document.xml", f'{grown}<w:document xmlns:w="{WORD}">&b;</w:document>')
    (tmp_path / "a.docx").write_bytes(out.getvalue())
    assert "entities" in failure(tmp_path / "a.docx").message


@pytest.mark.usefixtures("small")
def test_a_gzip_bomb_inside_a_web_archive(tmp_path: Path) -> None:
    bomb = gzip.compress(b"<p>" * 50 * SMALL)
    (tmp_path / "a.warc").write_bytes(warc(bomb, "Content-Encoding: gzip\r\n"))
    assert "holds more than" in failure(tmp_path / "a.warc").message


def test_ten_thousand_nested_tags_and_objects(tmp_path: Path) -> None:
    page = f"<html><head><title>标题</title></head><body>{'<div>' * 10_000}{TEXT}{'</div>' * 10_000}</body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    [source] = read_sources([tmp_path / "a.html"])
    assert isinstance(source, Source)
    assert decode(source).metadata.title == "标题"
    (tmp_path / "b.jsonl").write_text("[" * 100_000, encoding="utf-8")
    assert "nested too deeply" in failure(tmp_path / "b.jsonl").message


def growing(located: Located) -> AbstractContextManager[IO[bytes]]:
    """Open a place that somebody else writes to just then."""
    opened = open_bytes(located)
    with located.path.open("ab") as file:
        file.write(b"\n\n")
    return opened


@pytest.mark.parametrize("extension", [".txt", ".html", ".docx", ".jsonl", ".warc"])
def test_a_file_that_changes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extension: str) -> None:
    path = tmp_path / f"a{extension}"
    path.write_bytes(sample(extension))
    for module in ("files", "lines", "warc"):
        monkeypatch.setattr(f"extract.reading.{module}.open_bytes", growing)
    *_, last = read_sources([path])
    assert isinstance(last, Failure)
    assert "changed while it was read" in last.message
