"""The query library: every question is complete, runs, and answers what the samples surely tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from extract.pipeline import Extractor
from graph.asking import KINDS, LANGUAGES, Question, ask, bind, question, questions
from graph.build import build
from graph.knowledge import KnowledgeGraph
from graph.results import term_text
from graph.terms import PREFIXES
from ontology.domain import load_domain
from tests.graph.fixtures import LineExtractor, write
from tests.shared import SAMPLES, SHARED, needs_shared

NAMES = [each.name for each in questions()]
REQUIRED = {
    "entity": "OpenAI",
    "company": "OpenAI",
    "first": "OpenAI",
    "second": "微软",
    "subject": "微软",
    "text": "OpenAI",
    "metric": "营收",
    "year": "2024",
    "document": "01-training-costs",
}
IRI = ox.NamedNode(PREFIXES["ze"] + "X")
PLAIN = {"year": ox.Literal("2024"), "number": ox.Literal("2"), "text": ox.Literal('a"} ?x')}

Rows = list[tuple[str, ...]]


def built(texts: Path, folder: Path) -> KnowledgeGraph:
    build([texts], folder, extractor=Extractor(load_domain()))
    return KnowledgeGraph.open(folder)


@pytest.fixture(name="samples", scope="module")
def _samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    with built(SAMPLES, tmp_path_factory.mktemp("samples") / "graph") as kg:
        yield kg


@pytest.fixture(name="seeds", scope="module")
def _seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    with built(SHARED / "corpus" / "seeds", tmp_path_factory.mktemp("seeds") / "graph") as kg:
        yield kg


def rows(graph: KnowledgeGraph, name: str, *columns: str, **given: str) -> Rows:
    """Return some columns of an answer, as a person reads them."""
    answer = ask(graph, name, given)
    assert isinstance(answer, ox.QuerySolutions)
    return [tuple(term_text(row[column]) for column in columns) for row in answer]


# --- the files ------------------------------------------------------------------


def test_there_are_many() -> None:
    assert len(NAMES) >= 30


@pytest.mark.parametrize("each", questions(), ids=NAMES)
def test_heads_are_complete(each: Question) -> None:
    for language in LANGUAGES:
        assert each.titles[language]
        assert each.descriptions[language]
        assert all(parameter.said[language] for parameter in each.parameters)
    assert re.search("[\u4e00-\u9fff]", each.titles["zh-Hans"])
    assert all(parameter.kind in KINDS for parameter in each.parameters)
    assert not {parameter.name for parameter in each.parameters} & {"graph", "format", "help"}


def test_titles_differ() -> None:
    for language in LANGUAGES:
        titles = [each.titles[language] for each in questions()]
        assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("each", questions(), ids=NAMES)
def test_it_parses_with_and_without_its_parameters(each: Question) -> None:
    store = ox.Store()
    full = {parameter.name: PLAIN.get(parameter.kind, IRI) for parameter in each.parameters}
    for values in ({}, full):
        store.query(bind(each, values))  # its prefixes are its own: other engines run it, too


@pytest.mark.parametrize("each", questions(), ids=NAMES)
def test_rows_have_one_order(each: Question) -> None:
    assert "ORDER BY" in each.sparql


@pytest.mark.parametrize("name", NAMES)
def test_it_runs_on_the_samples(samples: KnowledgeGraph, name: str) -> None:
    asked = question(name)
    given = {parameter.name: REQUIRED[parameter.name] for parameter in asked.parameters if parameter.required}
    everything = {**given, **{p.name: REQUIRED[p.name] for p in asked.parameters if p.name in REQUIRED}}
    for values in (given, everything):
        first, again = (
            [tuple(map(str, row)) for row in answer]
            for answer in (ask(samples, name, values), ask(samples, name, values))
            if isinstance(answer, ox.QuerySolutions)
        )
        assert first == again


# --- what the samples tell --------------------------------------------------------

ANSWERS: dict[str, tuple[dict[str, str], tuple[str, ...], Rows]] = {
    "about": ({"entity": "Sam Altman"}, ("predicate", "object"), [("worksFor", "OpenAI")]),
    "acquisitions": ({"buyer": "谷歌"}, ("target", "modality"), [("Character.AI", "denied")]),
    "agreements": ({"entity": "DeepSeek-V3"}, ("metric", "value", "unit"), [("trainingCost", "5,576,000", "USD")]),
    "between": ({"first": "微软", "second": "腾讯"}, ("firstRelation", "name"), [("supplies", "英伟达")]),
    "compare": ({"first": "腾讯", "second": "商汤"}, ("metric", "firstValue"), [("revenue", "660,300,000,000")]),
    "conflicts": (
        {"entity": "GPT-4"},
        ("predicate", "document", "documentOther"),
        [("trainingCost", "01-training-costs.txt", "02-gpt4-cost-disputed.txt")],
    ),
    "denials": ({}, ("subject", "predicate", "object"), [("谷歌", "acquires", "Character.AI")]),
    "disagreements": (
        {"entity": "GPT-4", "metric": "训练成本"},
        ("lower", "higher", "unit"),
        [("63,000,000", "78,000,000", "USD")],
    ),
    "document": ({"document": "01-training"}, ("subject", "predicate"), [("GPT-4", "trainingCost")]),
    "documents": ({"publisher": "算力"}, ("document",), [("02-gpt4-cost-disputed.txt",)]),
    "evidence": ({"subject": "微軟", "object": "OpenAI", "relation": "投资"}, ("predicate",), [("investsIn",)]),
    "fact-sources": ({"entity": "GPT-4"}, ("predicate", "value"), [("trainingCost", "63,000,000")]),
    "facts": ({"entity": "腾讯"}, ("subject", "predicate", "object"), [("英伟达", "supplies", "腾讯")]),
    "figures": (
        {"entity": "騰訊", "metric": "revenue"},
        ("value", "unit", "time"),
        [("660,300,000,000", "CNY", "2024")],
    ),
    "find": ({"text": "openai", "class": "公司"}, ("name", "class"), [("OpenAI", "Company")]),
    "forecasts": ({"entity": "OpenAI", "year": "2029"}, ("predicate", "value"), [("revenue", "100,000,000,000")]),
    "founders": ({"company": "深度求索"}, ("founder", "organization"), [("梁文锋", "DeepSeek")]),
    "funding-rounds": ({"company": "OpenAI"}, ("raised", "unit"), [("6,600,000,000", "USD")]),
    "investments": ({"company": "Anthropic"}, ("investor", "amount", "unit"), [("亚马逊", "4,000,000,000", "USD")]),
    "lawsuits": ({"party": "微软"}, ("plaintiff", "defendant"), [("纽约时报", "微软")]),
    "listed": ({"company": "商汤"}, ("modality",), [("asserted",)]),
    "makers": ({"maker": "Anthropic"}, ("made",), [("Claude",)]),
    "money-flows": ({"receiver": "OpenAI"}, ("payer", "way", "largest"), [("微软", "investsIn", "10,000,000,000")]),
    "names": ({"entity": "輝達"}, ("property", "value"), [("label", "英伟达")]),
    "outperforms": ({"thing": "Mixtral 8x7B"}, ("better", "worse"), [("Mixtral 8x7B", "Llama 2 70B")]),
    "owners": ({"company": "Waymo"}, ("owner", "directly"), [("Alphabet", "true")]),
    "partners": ({"entity": "百度"}, ("one", "other", "modality"), [("苹果", "百度", "denied")]),
    "people": ({"company": "阿里巴巴"}, ("person", "organization"), [("吴泳铭", "阿里巴巴")]),
    "plans": ({"entity": "软银"}, ("predicate", "object"), [("investsIn", "OpenAI")]),
    "prices": ({"product": "ChatGPT Plus"}, ("price", "unit"), [("20", "USD")]),
    "quotes": ({"text": "7800万"}, ("subject", "predicate", "value"), [("GPT-4", "trainingCost", "78,000,000")]),
    "ranking": ({"metric": "参数量"}, ("name", "value"), [("Llama 3.1", "405,000,000,000")]),
    "restrictions": ({"target": "H800"}, ("maker",), [("英伟达",)]),
    "results": ({"company": "腾讯", "year": "2024"}, ("metric", "value"), [("revenue", "660,300,000,000")]),
    "rivals": ({"entity": "Anthropic"}, ("name", "how"), [("OpenAI", "competes")]),
    "seats": ({"place": "旧金山"}, ("organization",), [("OpenAI",)]),
    "shared-investors": ({"company": "Anthropic"}, ("investor",), []),
    "supply-chain": ({"company": "英伟达"}, ("side", "name", "directly"), [("customer", "腾讯", "true")]),
    "timeline": ({"entity": "DeepMind"}, ("time", "predicate"), [("2014", "acquires")]),
    "training-costs": ({"model": "GPT-4"}, ("cost", "unit"), [("78,000,000", "USD"), ("63,000,000", "USD")]),
    "used-by": ({"thing": "MoE"}, ("user",), [("DeepSeek-V3",)]),
    "valuations": ({"company": "OpenAI"}, ("metric", "value", "unit"), [("valuation", "157,000,000,000", "USD")]),
    "who-supplies-whom": ({"customer": "腾讯"}, ("supplier", "customer"), [("英伟达", "腾讯")]),
    "year": ({"year": "2014"}, ("subject", "predicate", "object"), [("谷歌", "acquires", "Google DeepMind")]),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_the_samples_answer(samples: KnowledgeGraph, name: str) -> None:
    given, columns, expected = ANSWERS[name]
    found = rows(samples, name, *columns, **given)
    assert [row for row in expected if row not in found] == []


@pytest.mark.parametrize(
    "name",
    ["attributed", "most-mentioned", "predicates", "publishers", "reports", "undated", "reprints", "corroborated"],
)
def test_the_samples_have_some(samples: KnowledgeGraph, name: str) -> None:
    assert rows(samples, name)


def test_a_forecast_is_no_fact(samples: KnowledgeGraph) -> None:
    assert ("GPT-5", "trainingCost") in rows(samples, "forecasts", "subject", "predicate")
    assert rows(samples, "training-costs", "cost", model="GPT-5", modality="asserted") == []
    assert rows(samples, "training-costs", "cost", model="GPT-5", modality="预测") == [("500,000,000",)]


# --- what no sample tells ---------------------------------------------------------

TOLD = {
    "a.txt": "relation|A:Company|supplies|B:Company|asserted\n"
    "relation|B:Company|supplies|C:Company|asserted\n"
    "relation|A:Company|investsIn|B:Company|asserted\n"
    "relation|B:Company|investsIn|C:Company|asserted\n"
    "relation|A:Company|partnersWith|C:Company|asserted\n"
    "relation|A:Company|investsIn|D:Company|planned\n"
    "relation|M:Model|uses|T:Technology|asserted\n"
    "relation|M:Model|basedOn|N:Model|asserted\n"
    "relation|N:Model|uses|H:Chip|asserted\n"
    "relation|B:Company|develops|H:Chip|asserted\n"
    "quantity|A:Company|revenue|100|USD|2025|forecast\n"
    "quantity|A:Company|profit|7|USD|2024|asserted\n",
    "b.txt": "relation|C:Company|partnersWith|A:Company|denied\n"
    "relation|A:Company|investsIn|D:Company|asserted\n"
    "relation|A:Company|supplies|B:Company|asserted\n"
    "relation|C:Company|acquires|D:Company|hypothetical\n"
    "quantity|A:Company|revenue|120|USD|2025|asserted\n"
    "quantity|A:Company|profit|9|USD||asserted\n"
    "quantity|A:Company|profit|8|USD|2023|asserted\n",
}


@pytest.fixture(name="told", scope="module")
def _told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    place = tmp_path_factory.mktemp("told")
    build([write(place / "texts", TOLD)], place / "graph", extractor=LineExtractor())
    with KnowledgeGraph.open(place / "graph") as kg:
        yield kg


def test_chains_over_any_number_of_steps(told: KnowledgeGraph) -> None:
    chain = ("side", "name", "directly")
    assert rows(told, "supply-chain", *chain, company="A") == [("customer", "B", "true"), ("customer", "C", "false")]
    assert rows(told, "supply-chain", *chain, company="C") == [("supplier", "B", "true"), ("supplier", "A", "false")]
    assert rows(told, "money-chains", "payer", "through", "receiver") == [("A", "B", "C")]
    assert rows(told, "built-on", "name", "class", "directly", "makers", entity="M") == [
        ("N", "Model", "true", ""),
        ("T", "Technology", "true", ""),
        ("H", "Chip", "false", "B"),
    ]
    assert rows(told, "shared-investors", "investor", "other", company="B") == [("A", "D")]


def test_forecasts_beside_outcomes(told: KnowledgeGraph) -> None:
    columns = ("name", "metric", "year", "foreseen", "outcome", "ratio", "foreseenIn", "toldIn")
    (row,) = rows(told, "forecasts-and-outcomes", *columns)
    assert row == ("A", "revenue", "2025", "100", "120", "1.2", "texts/a.txt", "texts/b.txt") or row[6:] == (
        "a.txt",
        "b.txt",
    )
    assert rows(told, "forecasts-and-outcomes", *columns, entity="A", metric="revenue") == [row]
    assert rows(told, "plans-and-outcomes", "subject", "object", "plan", "outcome") == [
        ("A", "D", "planned", "asserted")
    ]


def test_denied_beside_asserted_whichever_way_it_is_said(told: KnowledgeGraph) -> None:
    assertion = "relation|A:Company|partnersWith|C:Company|asserted"
    denial = "relation|C:Company|partnersWith|A:Company|denied"
    columns = ("predicate", "assertion", "denial")
    assert rows(told, "denied-and-asserted", *columns) == [("partnersWith", assertion, denial)]
    assert rows(told, "denied-and-asserted", *columns, entity="A") == [("partnersWith", assertion, denial)]
    assert rows(told, "denied-and-asserted", *columns, entity="B") == []


def test_figures_of_different_times_do_not_disagree(told: KnowledgeGraph) -> None:
    assert rows(told, "disagreements", "metric", "lower", "lowerTime", "higher", "higherTime") == [
        ("profit", "7", "2024", "9", "")
    ]


def test_facts_of_several_documents(told: KnowledgeGraph) -> None:
    columns = ("subject", "predicate", "object", "documents")
    assert rows(told, "corroborated", *columns) == [("A", "supplies", "B", "2")]
    assert len(rows(told, "corroborated", *columns, least="any")) > 5
    assert rows(told, "suppositions", "subject", "predicate", "object") == [("C", "acquires", "D")]


# --- the seeds ----------------------------------------------------------------------


@needs_shared
def test_two_sources_agree_on_what_training_gpt4_cost(seeds: KnowledgeGraph) -> None:
    found = rows(seeds, "training-costs", "cost", "unit", "document", model="GPT-4")
    documents = {document for cost, unit, document in found if (cost, unit) == ("78,000,000", "USD")}
    assert len(documents) == 2
    assert ("GPT-4", "trainingCost", "78,000,000", "USD", "2") in rows(
        seeds, "agreements", "name", "metric", "value", "unit", "documents"
    )


@needs_shared
def test_a_forecast_cost_of_the_seeds_is_no_asserted_one(seeds: KnowledgeGraph) -> None:
    columns = ("predicate", "value", "unit")
    billion = ("trainingCost", "1,000,000,000", "USD")
    assert billion in rows(seeds, "forecasts", *columns)
    assert billion[1:] not in rows(seeds, "training-costs", "cost", "unit", modality="asserted")
    assert billion[1:] in rows(seeds, "training-costs", "cost", "unit")


@needs_shared
def test_two_growths_of_the_seeds_stand_side_by_side(seeds: KnowledgeGraph) -> None:
    found = seeds.query("SELECT DISTINCT ?value { ?claim rdf:predicate zt:growth ; zt:value ?value ; zt:unit 'x' }")
    assert isinstance(found, ox.QuerySolutions)
    assert {"8", "9"} <= {term_text(row[0]) for row in found}


@needs_shared
@pytest.mark.parametrize("name", NAMES)
def test_it_runs_on_the_seeds(seeds: KnowledgeGraph, name: str) -> None:
    required = {p.name for p in question(name).parameters if p.required}
    given = {**REQUIRED, "document": next(seeds.reports()).doc}
    rows(seeds, name, **{key: given[key] for key in required})
