"""Taiwan's words for things are matched as the mainland's are, and stay what they are in the text."""

from __future__ import annotations

from extract.cleaning import clean
from extract.cleaning.data import rows
from extract.cleaning.script import fold
from extract.model import Document, Encoding


def _clean(text: str) -> tuple[str, str]:
    cleaned = clean(Document("a", text, Encoding("utf-8", "test")))
    return cleaned.text, cleaned.folded


def test_every_word_keeps_its_length_and_is_folded() -> None:
    table = rows("vocabulary")
    assert [word for word, _ in table] == sorted({word for word, _ in table})
    assert all(len(word) == len(common) and fold(word) == word and fold(common) == common for word, common in table)


def test_a_text_of_taiwan_is_matched_in_common_words() -> None:
    text, folded = _clean("聯發科透過軟體團隊，讓這款晶片支援更多網路與記憶體規格。")
    assert text == "聯發科透過軟體團隊，讓這款晶片支援更多網路與記憶體規格。"
    assert folded == "联发科通过软件团队，让这款芯片支持更多网络与存储器规格。"


def test_a_text_in_simplified_characters_keeps_its_words() -> None:
    assert _clean("数位高管透过窗户看见了前来支援的同事。")[1] == "数位高管透过窗户看见了前来支援的同事。"
