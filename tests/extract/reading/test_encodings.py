"""The bundled articles in every encoding, whole and damaged: no character is lost without a word."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from opencc import OpenCC

from extract.model import Document, Source
from extract.reading import decode
from tests.shared import SAMPLES

ENCODINGS = "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be gb18030 gbk big5 cp950 big5hkscs".split()
HEAD = "This page was saved by a reader. It quotes a report in full; see below.\n" * 115  # 8 KB of English
FILES = sorted(file for file in SAMPLES.iterdir() if not file.name.startswith("metadata"))
# What these encodings have no place for: ©, and è with its accent.
IMPOSSIBLE = {
    ("05-glossed-review.txt", "big5"),
    ("05-glossed-review.txt", "cp950"),
    *(("07-saved-page.html", encoding) for encoding in ("gbk", "big5", "cp950", "big5hkscs")),
}
DAMAGE = {
    "utf-8": b"\xff\xfe",
    "gb18030": b"\xff\xff\n",
    "big5": b"\xff\xff\n",
    "utf-16": b"\x00\xdc",
    "utf-16-le": b"\x00\xdc",
}


def read(data: bytes) -> Document:
    return decode(Source("a.txt", data))


@cache
def versions(file: Path) -> list[str]:
    """Return the text of a sample as it is and in Traditional characters, which Big5 needs."""
    text = read(file.read_bytes()).text
    return [text, OpenCC("s2tw").convert(text)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_sample_in_every_encoding(file: Path, encoding: str) -> None:
    written = 0
    for text in versions(file):
        for whole in (text, HEAD + text):
            try:
                data = whole.encode(encoding)
            except UnicodeEncodeError:
                continue
            written += 1
            document = read(data)
            assert document.text.removeprefix("\ufeff") == whole
            assert document.encoding.undecodable == ()
    assert written or (file.name, encoding) in IMPOSSIBLE


@pytest.mark.parametrize("encoding", DAMAGE)
@pytest.mark.parametrize("head", ["", HEAD], ids=["plain", "english-head"])
def test_a_corrupted_file_is_counted_located_and_otherwise_whole(encoding: str, head: str) -> None:
    text = head + versions(SAMPLES / "03-taiwan-supply-chain.txt")[1]
    at = len(text) * 2 // 3
    before, after = text[:at].encode(encoding), text[at:].encode(encoding).removeprefix(b"\xff\xfe")
    document = read(before + DAMAGE[encoding] + after)

    assert document.text.startswith(text[:at])
    assert document.text.endswith(text[at + 2 :])
    assert document.text.count("\ufffd") == len(document.encoding.undecodable) > 0
    assert all(len(before) <= place <= len(before) + 3 for place in document.encoding.undecodable)
    assert document.encoding.reason


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16-le"])
@pytest.mark.parametrize("head", ["", HEAD], ids=["plain", "english-head"])
def test_a_file_that_breaks_off_in_a_character(encoding: str, head: str) -> None:
    text = head + versions(SAMPLES / "03-taiwan-supply-chain.txt")[1].rstrip("\n。")
    data = text.encode(encoding)[:-1]
    document = read(data)

    assert document.text == text[:-1] + "\ufffd"
    assert len(document.encoding.undecodable) == 1
    assert document.encoding.undecodable[0] >= len(data) - 3
