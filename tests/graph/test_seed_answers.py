"""What the five seed articles answer, question by question; where they tell nothing of the kind, nothing is said.

Answers are short facts, read off the articles. A question of the library is in exactly one of the tables below.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.asking import questions
from graph.knowledge import KnowledgeGraph
from tests.graph.test_queries import Rows, built, rows
from tests.shared import SHARED, needs_shared

pytestmark = [needs_shared, pytest.mark.once]

SPUN, YEAR, INDEX, COST, MONEY = (
    "000_cbed8c3602bec6f5.txt",
    "001_724268df8fc3c3db.txt",
    "002_9610f5269fd474a9.txt",
    "003_4289df220ec96546.txt",
    "004_0c0986e9bb383d28.txt",
)

ANSWERS: dict[str, tuple[dict[str, str], tuple[str, ...], Rows]] = {
    "about": (
        {"entity": "纽约时报"},
        ("predicate", "object", "time", "modality"),
        [("sues", "OpenAI", "2023", "asserted"), ("sues", "微软", "2023", "asserted")],
    ),
    "agreements": (
        {},
        ("name", "metric", "value", "unit", "documents"),
        [
            ("GPT-4", "trainingCost", "78,000,000", "USD", "2"),
            ("Gemini Ultra", "trainingCost", "191,000,000", "USD", "2"),
        ],
    ),
    "attributed": (
        {"speaker": "The Information"},
        ("saidBy", "subject", "predicate", "value", "modality"),
        [("The Information", "OpenAI", "profit", "5,000,000,000", "forecast")],
    ),
    "between": ({"first": "微软", "second": "亚马逊"}, ("firstRelation", "name"), [("supplies", "英伟达")]),
    "built-on": ({"entity": "Gemini"}, ("name", "class", "directly"), [("Transformer", "Technology", "true")]),
    "compare": (
        {"first": "微软", "second": "谷歌"},
        ("metric", "unit", "firstValue", "secondValue"),
        [("waterUse", "gal", "1,700,000,000", "5,600,000,000"), ("waterUse", "L", "6,400,000,000", "21,200,000,000")],
    ),
    "conflicts": (
        {"entity": "GPT-4"},
        ("predicate", "says", "document", "saysOther", "documentOther"),
        [("trainingCost", "100000000 USD", SPUN, "78000000 USD", COST)],
    ),
    "corroborated": (
        {},
        ("subject", "predicate", "object", "documents"),
        [
            ("OpenAI", "develops", "GPT-4", "3"),
            ("OpenAI", "develops", "ChatGPT", "2"),
            ("谷歌", "develops", "Gemini Ultra", "2"),
            ("阿里巴巴", "develops", "通义千问", "2"),
        ],
    ),
    "disagreements": (
        {"entity": "GPT-4", "metric": "训练成本"},
        ("lower", "higher", "unit"),
        [("78,000,000", "100,000,000", "USD")],
    ),
    "document": (
        {"document": "001"},
        ("subject", "predicate", "object", "modality"),
        [("特斯拉", "develops", "Dojo", "asserted"), ("OpenAI", "develops", "GPT-5", "forecast")],
    ),
    "documents": ({}, ("document", "publisher"), [(YEAR, "智谷趨勢"), (MONEY, "")]),
    "evidence": (
        {"subject": "OpenAI", "object": "GPT-4"},
        ("predicate", "document", "quote"),
        [("develops", COST, "OpenAI 的 GPT-4"), ("develops", INDEX, "其GPT-4模型")],
    ),
    "fact-sources": (
        {"entity": "Gemini Ultra"},
        ("predicate", "value", "sources", "document", "contradicted"),
        [
            ("trainingCost", "191,000,000", "2", INDEX, "false"),
            ("trainingCost", "191,000,000", "2", COST, "false"),
        ],
    ),
    "facts": ({"entity": "甲骨文"}, ("subject", "predicate", "object"), [("英伟达", "supplies", "甲骨文")]),
    "figures": (
        {"entity": "DeepSeek-V2"},
        ("metric", "value", "unit"),
        [("price", "0.14", "USD/1Mtoken"), ("price", "0.28", "USD/1Mtoken")],
    ),
    "find": ({"text": "gemini"}, ("name", "class"), [("Gemini", "Model"), ("Gemini Ultra", "Model")]),
    "forecasts": (
        {},
        ("subject", "predicate", "object", "value"),
        [
            ("OpenAI", "develops", "GPT-5", ""),
            ("三星", "develops", "Galaxy S24", ""),
            ("ChatGPT", "trainingCost", "", "1,000,000,000"),
            ("OpenAI", "operatingCost", "", "8,500,000,000"),
        ],
    ),
    "funding-rounds": (
        {},
        ("company", "raised", "unit", "time", "modality", "document"),
        [
            ("Cohere", "270,000,000", "USD", "2023-06", "asserted", INDEX),
            ("Mistral AI", "415,000,000", "USD", "2023-12", "asserted", INDEX),
        ],
    ),
    "investments": (
        {"company": "OpenAI"},
        ("investor", "company", "amount", "unit"),
        [("微软", "OpenAI", "10,000,000,000", "USD")],
    ),
    "lawsuits": (
        {},
        ("plaintiff", "defendant", "time"),
        [("纽约时报", "OpenAI", "2023"), ("纽约时报", "微软", "2023")],
    ),
    "makers": (
        {},
        ("maker", "made"),
        [("OpenAI", "GPT-4"), ("谷歌", "Gemini Ultra"), ("零一万物", "Yi"), ("阿里巴巴", "通义千问")],
    ),
    "money-flows": ({}, ("payer", "way", "receiver", "largest"), [("微软", "investsIn", "OpenAI", "10,000,000,000")]),
    "most-mentioned": (
        {"class": "公司"},
        ("name", "documents"),
        [("OpenAI", "5"), ("微软", "5"), ("谷歌", "5"), ("英伟达", "4")],
    ),
    "names": (
        {"entity": "輝達"},
        ("property", "value"),
        [("label", "英伟达"), ("altLabel", "英偉達"), ("type", "zt:Company"), ("sameAs", "wd:Q182477")],
    ),
    "owners": ({}, ("company", "owner", "directly"), [("Google Research", "谷歌", "true")]),
    "partners": ({}, ("one", "other", "modality"), [("斯坦福大学", "Epoch AI", "asserted")]),
    "people": (
        {},
        ("person", "role", "organization"),
        [
            ("达里奥·阿莫迪", "CEO", "Anthropic"),
            ("桑达尔·皮查伊", "CEO", "谷歌"),
            ("David Cahn", "合伙人", "红杉资本"),
            ("Jim Covello", "全球股票研究主管", "高盛"),
        ],
    ),
    "plans": (
        {},
        ("subject", "predicate", "object", "time"),
        [("谷歌", "develops", "Gemini Ultra", "2024"), ("Windows 12", "uses", "GPT-5", "2025")],
    ),
    "plans-and-outcomes": (
        {"entity": "谷歌"},
        ("predicate", "object", "plan", "plannedIn", "outcome", "toldIn"),
        [("develops", "Gemini Ultra", "planned", YEAR, "asserted", COST)],
    ),
    "predicates": ({}, ("predicate", "modality", "claims"), [("sues", "asserted", "2"), ("supplies", "asserted", "4")]),
    "prices": (
        {"product": "GPT-4"},
        ("price", "unit", "time"),
        [
            ("30", "USD/1Mtoken", "2023"),
            ("60", "USD/1Mtoken", "2023"),
            ("5", "USD/1Mtoken", "2024-06-14"),
            ("15", "USD/1Mtoken", "2024-06-14"),
        ],
    ),
    "publishers": ({}, ("publisher", "documents"), [("智谷趨勢", "1"), ("", "4")]),
    "quotes": (
        {"text": "7800"},
        ("document", "subject", "predicate", "value"),
        [(INDEX, "GPT-4", "trainingCost", "78,000,000"), (COST, "GPT-4", "trainingCost", "78,000,000")],
    ),
    "ranking": (
        {"metric": "训练成本"},
        ("name", "value"),
        [("Gemini Ultra", "191,000,000"), ("GPT-4", "78,000,000"), ("Transformer", "900")],
    ),
    "reports": ({}, ("publisher", "report"), [("Meeker", "AI趋势报告")]),
    "reprints": ({}, ("document", "original", "spun"), [(SPUN, "", "true"), (MONEY, "", "true")]),
    "results": (
        {"company": "OpenAI"},
        ("metric", "value", "modality"),
        [("operatingCost", "8,500,000,000", "forecast"), ("profit", "5,000,000,000", "forecast")],
    ),
    "seats": ({}, ("organization", "place"), [("清华大学", "中国")]),
    "supply-chain": (
        {"company": "英伟达"},
        ("side", "name", "directly"),
        [("customer", "亚马逊", "true"), ("customer", "微软", "true"), ("customer", "甲骨文", "true")],
    ),
    "supported": (
        {},
        ("subject", "predicate", "value", "sources"),
        [("GPT-4", "trainingCost", "78,000,000", "2"), ("Gemini Ultra", "trainingCost", "191,000,000", "2")],
    ),
    "timeline": (
        {"entity": "OpenAI"},
        ("time", "subject", "predicate", "object"),
        [
            ("2022-11-30", "OpenAI", "develops", "ChatGPT"),
            ("2023", "纽约时报", "sues", "OpenAI"),
            ("2024-01", "OpenAI", "develops", "GPT Store"),
        ],
    ),
    "training-costs": (
        {},
        ("model", "cost", "unit", "modality"),
        [
            ("ChatGPT", "1,000,000,000", "USD", "forecast"),
            ("GPT-4", "78,000,000", "USD", "asserted"),
            ("Gemini Ultra", "191,000,000", "USD", "asserted"),
            ("RoBERTaLarge", "160,000", "USD", "asserted"),
            ("Transformer", "900", "USD", "asserted"),
        ],
    ),
    "undated": ({"entity": "特斯拉"}, ("subject", "predicate", "object"), [("特斯拉", "develops", "Dojo")]),
    "unsure": ({"below": "0.4"}, ("subject", "predicate", "value"), [("ChatGPT", "trainingCost", "1,000,000,000")]),
    "used-by": ({"thing": "Transformer"}, ("user",), [("GPT",), ("Gemini",)]),
    "who-supplies-whom": (
        {},
        ("supplier", "customer"),
        [("英伟达", "亚马逊"), ("英伟达", "微软"), ("英伟达", "甲骨文")],
    ),
    "year": (
        {"year": "2023"},
        ("subject", "predicate", "object", "value"),
        [("生成式人工智能", "investment", "", "25,200,000,000"), ("纽约时报", "sues", "OpenAI", "")],
    ),
}

NOTHING: dict[str, dict[str, str]] = {  # no article tells anything of the kind
    "acquisitions": {},
    "corrections": {},
    "corroborations": {},
    "denials": {},
    "denied-and-asserted": {},
    "forecasts-and-outcomes": {},
    "founders": {},
    "listed": {},
    "money-chains": {},
    "outperforms": {},
    "restrictions": {},
    "rivals": {"entity": "OpenAI"},
    "rumours": {},
    "shared-investors": {"company": "OpenAI"},
    "suppositions": {},
    "valuations": {},
}


@pytest.fixture(name="seeds", scope="module")
def _seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    with built(SHARED / "corpus" / "seeds", tmp_path_factory.mktemp("seeds") / "graph") as kg:
        yield kg


def test_every_question_is_expected_to_answer_or_not_to() -> None:
    assert sorted([*ANSWERS, *NOTHING]) == sorted(each.name for each in questions())


@pytest.mark.parametrize("name", ANSWERS)
def test_the_seeds_answer(seeds: KnowledgeGraph, name: str) -> None:
    given, columns, expected = ANSWERS[name]
    found = rows(seeds, name, *columns, **given)
    assert [row for row in expected if row not in found] == []


@pytest.mark.parametrize("name", NOTHING)
def test_the_seeds_say_nothing_of_the_kind(seeds: KnowledgeGraph, name: str) -> None:
    assert rows(seeds, name, **NOTHING[name]) == []


def test_a_maker_is_found_by_what_it_is_called_and_not_by_what_was_foreseen(seeds: KnowledgeGraph) -> None:
    assert ("OpenAI", "GPT-5") not in rows(seeds, "makers", "maker", "made")
    assert ("1,000,000,000",) not in rows(seeds, "training-costs", "cost", modality="asserted")
