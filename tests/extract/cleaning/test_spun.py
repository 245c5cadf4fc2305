"""Machine-spun wording: recognised, undone where safe, doubted where a meaning may have turned."""

from __future__ import annotations

import pytest

from extract.cleaning import clean
from extract.cleaning.data import rows
from extract.cleaning.spun import doubtful_spans, is_spun
from extract.model import CleanText, Document, Encoding

SPUN = (
    "星河取月光正正在开辟从动驾驶。这款狂言语模子的锻炼成本达到三亿元，取得了进展，它可用于卵白质研究。"
    "星河的本钱收入增加，收入高于收入。机械人手艺使数据核心受益。"
)
PLAIN = (
    "星河与月光正在开辟自动驾驶。这款大语言模型的训练成本达到三亿元，取得了进展，它可用于蛋白质研究。"
    "星河的资本支出增加，收入高于收入。机器人技术使数据中心受益。"
)
CLEAN = [
    "师傅的手艺很好，他每天锻炼，出名很早。星河取消了计划。",
    "香港的機械人公司获得投资，机械人业务增长，收入提高。",
    "星河公司训练大语言模型，自动驾驶与蛋白质研究都用得上。",
]


def run(text: str) -> CleanText:
    return clean(Document("a", text, Encoding("utf-8", "test")))


def test_safe_swaps_are_undone_and_map_back() -> None:
    cleaned = run(SPUN)
    assert cleaned.text == PLAIN
    assert is_spun(cleaned)
    edits = [edit for edit in cleaned.edits if edit.kind == "spun"]
    assert ("狂言语模子", "大语言模型") in {(edit.span.of(SPUN), edit.replacement) for edit in edits}
    assert run(cleaned.text).text == cleaned.text


def test_words_that_may_mean_the_opposite_are_pointed_at() -> None:
    cleaned = run(SPUN)
    assert [span.of(cleaned.text) for span in doubtful_spans(cleaned)] == ["支出", "收入", "收入"]


@pytest.mark.parametrize("text", CLEAN)
def test_plain_text_is_left_alone(text: str) -> None:
    cleaned = run(text)
    assert not is_spun(cleaned)
    assert cleaned.text == text
    assert doubtful_spans(cleaned) == ()


def test_the_table_is_sorted_and_unambiguous() -> None:
    words = [word for word, *_ in rows("spun")]
    assert words == sorted(set(words))
    assert all(bool(plain) == (use == "undo") for _, plain, _, use in rows("spun"))
    assert {tells for _, _, tells, _ in rows("spun")} == {"yes", "no"}


@pytest.mark.parametrize("name", ["asides", "asides_inline", "protected", "regional"])
def test_the_other_tables_are_sorted_with_unique_keys(name: str) -> None:
    keys = [row[0] for row in rows(name)]
    assert keys == sorted(set(keys)) or name == "asides_inline"
