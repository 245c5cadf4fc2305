"""Machine-spun wording: recognised, undone where safe, doubted where a meaning may have turned."""

from __future__ import annotations

import pytest

from extract.cleaning import clean
from extract.cleaning.data import rows
from extract.cleaning.spun import doubtful_words
from extract.model import CleanText, Document, Encoding, Source
from extract.pipeline import Extractor
from ontology.domain import load_domain

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
    assert cleaned.spun
    edits = [edit for edit in cleaned.edits if edit.kind == "spun"]
    assert ("狂言语模子", "大语言模型") in {(edit.span.of(SPUN), edit.replacement) for edit in edits}
    assert run(cleaned.text).text == cleaned.text


def test_words_that_may_mean_the_opposite_are_pointed_at() -> None:
    cleaned = run(SPUN)
    assert [span.of(cleaned.text) for span in doubtful_words(cleaned)] == ["支出", "收入", "收入"]


def test_the_sentences_of_such_words_are_doubtful() -> None:
    cleaned = run(SPUN)
    assert [span.of(cleaned.text) for span in cleaned.doubtful] == ["星河的资本支出增加，收入高于收入。"]


def test_claims_of_spun_text_are_less_sure_and_those_of_doubtful_sentences_still_less() -> None:
    """The same three statements, once plainly told and once in a spun frame."""
    told = "微软向OpenAI投资了100亿美元。OpenAI的收入达到34亿美元。"
    spun = "这款狂言语模子可用于卵白质研究与从动驾驶。"
    extractor = Extractor(load_domain())
    plain, odd = (extractor(Source("a", text.encode())) for text in (told, told + spun))
    sure = {(claim.predicate, claim.object, claim.value): claim.confidence for claim in plain.claims}
    less = {(claim.predicate, claim.object, claim.value): claim.confidence for claim in odd.claims}

    assert not plain.clean.spun
    assert odd.clean.spun
    assert {predicate for predicate, *_ in sure} >= {"investsIn", "revenue"}
    for key, confidence in sure.items():
        factor = 0.35 if key[0] == "revenue" else 0.7
        assert less[key] == pytest.approx(confidence * factor, abs=0.001)


@pytest.mark.parametrize("text", CLEAN)
def test_plain_text_is_left_alone(text: str) -> None:
    cleaned = run(text)
    assert not cleaned.spun
    assert cleaned.text == text
    assert cleaned.doubtful == ()


def test_the_table_is_sorted_and_unambiguous() -> None:
    words = [word for word, *_ in rows("spun")]
    assert words == sorted(set(words))
    assert all(bool(plain) == (use == "undo") for _, plain, _, use in rows("spun"))
    assert {tells for _, _, tells, _ in rows("spun")} == {"yes", "no"}


@pytest.mark.parametrize("name", ["asides", "asides_inline", "protected", "regional"])
def test_the_other_tables_are_sorted_with_unique_keys(name: str) -> None:
    keys = [row[0] for row in rows(name)]
    assert keys == sorted(set(keys)) or name == "asides_inline"
