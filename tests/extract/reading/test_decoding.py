"""Decoding: the encoding matrix, wrong declarations, damage, binary files."""

from __future__ import annotations

import pytest

from extract.errors import ReadError
from extract.model import Document, Metadata, Source
from extract.reading import decode

SIMPLIFIED = (
    "星河智能公司周二发布新一代大语言模型，训练成本约为三千万美元。公司首席执行官表示，"
    "今年将向数据中心投资二十亿元，并与多家芯片企业合作。\r\n分析师认为，市场对人工智能的需求仍在增长。\n"
)
TRADITIONAL = (
    "星河智慧公司週二發布新一代大型語言模型，訓練成本約為三千萬美元。公司執行長表示，"
    "今年將向資料中心投資二十億元，並與多家晶片企業合作。\r\n分析師認為，市場對人工智慧的需求仍在增長。\n"
)
HONG_KONG = TRADITIONAL + "佢哋喺觀塘嘅辦公室有三百個員工，啲人話唔會裁員。\n"
HEAD = "This page was saved by a reader. It quotes a report in full; see below.\n" * 115  # 8 KB of English
CASES = [
    *[
        (name, SIMPLIFIED)
        for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk", "gb2312")
    ],
    *[
        (name, TRADITIONAL)
        for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk", "big5", "cp950")
    ],
    *[(name, TRADITIONAL) for name in ("big5hkscs",)],
    *[(name, HONG_KONG) for name in ("utf-8", "gb18030", "big5hkscs")],
]


def read(data: bytes, media: str = "text/plain") -> Document:
    return decode(Source("a.txt", data, media))


@pytest.mark.parametrize("head", ["", HEAD], ids=["plain", "english-head"])
@pytest.mark.parametrize(("encoding", "text"), CASES, ids=lambda value: value if len(value) < 12 else "")
def test_every_encoding_gives_the_same_text(encoding: str, text: str, head: str) -> None:
    document = read((head + text).encode(encoding))
    assert document.text.removeprefix("\ufeff") == head + text
    assert document.encoding.undecodable == ()
    assert document.encoding.reason


def test_a_mark_in_utf8_stays_as_the_first_character() -> None:
    data = b"\xef\xbb\xbf" + SIMPLIFIED.encode()
    assert read(data).text == data.decode("utf-8")


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "iso-8859-1", "no-such-encoding", "big5"])
def test_a_declaration_is_believed_only_where_it_fits(encoding: str, declared: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body>{SIMPLIFIED}</body></html>'
    assert read(page.encode(encoding), "text/html").text == page


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16"])
def test_a_truncated_file_loses_only_its_last_character(encoding: str) -> None:
    text = TRADITIONAL.rstrip("\n。")
    data = text.encode(encoding)[:-1]
    document = read(data)
    assert document.text.startswith(text[:-1])
    assert len(document.encoding.undecodable) == 1
    assert document.encoding.undecodable[0] >= len(data) - 3


def test_damage_is_counted_and_located() -> None:
    data = SIMPLIFIED.encode()
    broken = data[:30] + b"\xff" + data[30:60] + b"\xfe" + data[60:]
    document = read(broken)
    assert document.encoding.undecodable == (30, 61)
    assert document.text.replace("\ufffd", "") == SIMPLIFIED


def test_lone_surrogates_become_replacement_characters_at_the_same_offset() -> None:
    document = read("模型\ud800发布".encode("utf-8", "surrogatepass"))
    assert document.text == "模型\ufffd发布"
    assert document.encoding.undecodable == (6,)


def test_a_few_nul_bytes_are_read() -> None:
    assert read(("模型\0发布" + SIMPLIFIED).encode()).text.startswith("模型\0发布")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 ...",
        b"PK\x03\x04aaaa",
        b"\x89PNG\r\n\x1a\n",
        b"\x1f\x8b\x08\x00aa",
        bytes(range(256)) * 40,
        b"\0\1\2\3" * 500,
    ],
)
def test_binary_files_are_refused_with_a_reason(data: bytes) -> None:
    with pytest.raises(ReadError, match="binary file"):
        read(data)


def test_the_digest_depends_on_bytes_media_and_metadata() -> None:
    first = decode(Source("a", b"x", "text/plain", Metadata(date="2024")))
    assert first.digest == decode(Source("b", b"x", "text/plain", Metadata(date="2024"))).digest
    others = [
        decode(Source("a", b"y", "text/plain", Metadata(date="2024"))),
        decode(Source("a", b"x", "text/html", Metadata(date="2024"))),
        decode(Source("a", b"x", "text/plain", Metadata(title="2024"))),
    ]
    assert len({first.digest, *(other.digest for other in others)}) == 4
