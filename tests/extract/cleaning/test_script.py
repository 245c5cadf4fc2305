"""Scripts: the folded copy, and what a text is written in."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.cleaning import clean, fold
from extract.model import Document, Encoding
from tests.shared import SHARED, needs_shared

FOLDED = [
    ("輝達與台積電", "辉达与台积电"),
    ("華為昇騰與昇腾", "华为昇腾与昇腾"),
    ("提升腾讯的业绩，提升思考", "提升腾讯的业绩，提升思考"),
    ("隨著看著靠著", "随着看着靠着"),
    ("顯著的著名著作，著有《甲》", "显著的著名著作，著有《甲》"),
    ("乾隆乾杯皇后後宮", "乾隆干杯皇后后宫"),
    ("\ud800模型", "\ufffd模型"),
]
SCRIPTS = [
    ("星河公司发布了新模型，增长很快。", "zh-Hans"),
    ("星河公司執行長表示，人工智慧與資料中心的投資會增加，軟體也是。", "zh-Hant-TW"),
    ("星河公司行政總裁表示，機械人業務質素提升，佢哋嘅投資達三億港元。", "zh-Hant-HK"),
    ("星河公司發布了新模型，增長很快。", "zh-Hant"),
    ("星河公司稅後淨利9億元，市值突破兆元。", "zh-Hant-TW"),
    ("星河公司純利9億元，按年升三成。", "zh-Hant-HK"),
    ("星河公司發布了新模型，增長很快。\n星河公司发布了新模型，增长很快。", "mixed"),
    ("OpenAI announced a new model.", "other"),
    ("", "other"),
    ("华为昇腾芯片发布。", "zh-Hans"),
]


@pytest.mark.parametrize(("text", "expected"), FOLDED)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


@given(st.text(max_size=50))
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(("text", "expected"), SCRIPTS)
def test_script(text: str, expected: str) -> None:
    assert clean(Document("a", text, Encoding("utf-8", "test"))).script == expected


# Where we fold otherwise than OpenCC's own cases for t2s, and why.
OTHERWISE = {
    "BYVoid_OpenCC_Issue_767_solace": "慰藉著 is 慰藉着 in Simplified: the aspect mark, which OpenCC leaves as it is",
}


@needs_shared
def test_the_cases_of_opencc() -> None:
    cases = json.loads((SHARED / "datasets" / "opencc" / "testcases.clean.json").read_text("utf-8"))
    ours = [case for case in cases if "t2s" in case["expected"]]
    assert len(ours) > 50
    assert {case["id"] for case in ours if fold(case["input"]) != case["expected"]["t2s"]} == set(OTHERWISE)
