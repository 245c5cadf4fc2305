"""Office formats and web archives: what is read from them, and how they fail."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from extract.model import Metadata, Source
from extract.reading import Failure, decode, read_sources
from tests.extract.reading.samples import TEXT, docx, pdf, warc

CHUNKS = b"3\r\n" + TEXT.encode()[:3] + b"\r\n1b\r\n" + TEXT.encode()[3:] + b"\r\n0\r\n\r\n"


def only(tmp_path: Path, name: str, data: bytes) -> Source | Failure:
    (tmp_path / name).write_bytes(data)
    [found] = read_sources([tmp_path / name])
    assert isinstance(found, Source | Failure)
    return found


def test_word_paragraphs_and_properties(tmp_path: Path) -> None:
    found = only(tmp_path, "a.docx", docx("星河公司", "发布新模型"))
    assert isinstance(found, Source)
    assert decode(found).text == "星河公司\n发布新模型"
    assert found.metadata == Metadata(title="标题", date="2024-05-06")


@pytest.mark.parametrize("data", [b"PK\x03\x04 broken", docx("")], ids=["broken", "empty"])
def test_word_documents_that_give_nothing(tmp_path: Path, data: bytes) -> None:
    found = only(tmp_path, "a.docx", data)
    assert isinstance(found, Failure)


def test_a_pdf_without_text_says_so(tmp_path: Path) -> None:
    found = only(tmp_path, "a.pdf", pdf(""))
    assert isinstance(found, Failure)
    assert "OCR" in found.message


def test_a_pdf(tmp_path: Path) -> None:
    found = only(tmp_path, "a.pdf", pdf("OpenAI released GPT-4."))
    assert isinstance(found, Source)
    assert decode(found).text == "OpenAI released GPT-4."


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ("", TEXT.encode()),
        ("Content-Encoding: gzip\r\n", gzip.compress(TEXT.encode())),
        (
            "Transfer-Encoding: chunked\r\n",
            CHUNKS,
        ),
    ],
)
def test_a_web_archive(tmp_path: Path, headers: str, body: bytes) -> None:
    found = only(tmp_path, "a.warc", warc(body, headers))
    assert isinstance(found, Source)
    assert (found.doc, found.media, found.metadata.url) == (
        "https://example.org/a",
        "text/html",
        "https://example.org/a",
    )
    assert decode(found).text == TEXT


def test_a_web_archive_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(warc(kind="request") + warc() + warc()[:-30])
    source, failure = read_sources([tmp_path / "a.warc"])
    assert isinstance(source, Source)
    assert isinstance(failure, Failure)
    assert "after record 3" in failure.message
