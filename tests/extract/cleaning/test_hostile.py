"""Input made to hurt: cleaning ends, in time that grows with length alone, and the map still holds."""

from __future__ import annotations

import pytest

from extract.cleaning import clean
from extract.model import Document, Encoding, Source, Span
from extract.reading import decode
from extract.sentences import sentence_spans

LENGTH = 60_000
PIECES = [
    "(",
    "<",
    "[",
    "![",
    "[x](",
    "&",
    "&amp;",
    "*a",
    "**a",
    "`",
    "<!--",
    "<script>",
    '<div class="nav">',
    '<a href="',
    "</div>",
    " ",
    "中 ",
    ",，",
    "\n",
    "\n-",
    "\u200b",
    "中(fù)",
    "http://a",
    "\u3000",
    "\n免责声明",
    "\n首页",
    "图：",
    "{{<",
    "狂言语模子",
]


@pytest.mark.parametrize("media", ["text/plain", "text/html"])
@pytest.mark.parametrize("piece", PIECES)
def test_endless_repetition(piece: str, media: str) -> None:
    text = piece * (LENGTH // len(piece))
    document = decode(Source("a", text.encode(), media))
    cleaned = clean(document)
    assert cleaned.map.span(Span(0, len(cleaned.text))).end <= len(text)
    assert len(sentence_spans(cleaned)) <= len(text)


def test_ten_thousand_nested_tags() -> None:
    page = f"<html><body>{'<div>' * 10_000}星河公司上市。{'</div>' * 10_000}</body></html>"
    assert clean(Document("a", page, Encoding("utf-8", "test"), "text/html")).text.strip() == "星河公司上市。"


def test_one_long_line() -> None:
    text = "星河公司发布模型，增长3.5%。" * 40_000
    cleaned = clean(Document("a", text, Encoding("utf-8", "test")))
    assert cleaned.text == text
    assert len(sentence_spans(cleaned)) == 40_000
