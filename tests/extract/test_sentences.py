"""Sentences: where they end, and that none lies in boilerplate."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from extract.cleaning import clean
from extract.model import Document, Encoding
from extract.sentences import sentence_spans
from tests.extract.cleaning.test_clean import NOISE

CASES = [
    ("它发布了GPT-4.5。增长3.5%！真的？是", ["它发布了GPT-4.5。", "增长3.5%！", "真的？", "是"]),
    ("他说：“很好。”然后走了。", ["他说：“很好。”", "然后走了。"]),
    ("「很好！」她說。", ["「很好！」", "她說。"]),
    ("营收增长；利润下降", ["营收增长；", "利润下降"]),
    ("一行\n\n二行", ["一行", "二行"]),
    ("真的？！好", ["真的？！", "好"]),
    ("It costs $3.5 now. OpenAI, Inc. Sued it. Done.", ["It costs $3.5 now.", "OpenAI, Inc. Sued it.", "Done."]),
    ("Character.AI与Yahoo! Inc合作", ["Character.AI与Yahoo!", "Inc合作"]),
    ("星河上市\u3000股价大涨", ["星河上市", "股价大涨"]),
    ("。。。", []),
    ("", []),
    ("星河公司上市。\n免责声明：本文不代表本站立场。\n它很便宜。", ["星河公司上市。", "它很便宜。"]),
]


def sentences(text: str) -> list[str]:
    cleaned = clean(Document("a", text, Encoding("utf-8", "test")))
    return [span.of(cleaned.text) for span in sentence_spans(cleaned)]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_cases(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@settings(max_examples=60, deadline=None)
@given(NOISE)
def test_sentences_are_ordered_not_empty_and_outside_boilerplate(text: str) -> None:
    cleaned = clean(Document("a", text, Encoding("utf-8", "test")))
    at = 0
    for span in sentence_spans(cleaned):
        assert at <= span.start < span.end
        assert span.of(cleaned.text).strip() == span.of(cleaned.text)
        assert not any(aside.span.overlaps(span) for aside in cleaned.asides)
        at = span.end
