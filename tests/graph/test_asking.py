"""Questions with typed parameters: what a person gives becomes a term, and never SPARQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.asking import AskError, Question, ask, bind, parse, question, questions, read_value, terms
from graph.knowledge import KnowledgeGraph
from graph.mapping import document_node
from graph.terms import PREFIXES
from tests.graph.small_graph import open_small

HEAD = "# title@en: t\n# title@zh-Hans: 题\n# description@en: d\n# description@zh-Hans: 述\n"


@pytest.fixture(name="kg", scope="module")
def _kg(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    with open_small(tmp_path_factory.mktemp("small")) as kg:
        yield kg


def asked(kind: str, query: str, need: str = "optional") -> Question:
    return parse("test", f'{HEAD}# param: x {kind} "what" "何" {need}\n{query}')


def zt(name: str) -> ox.NamedNode:
    return ox.NamedNode(PREFIXES["zt"] + name)


# --- reading the files ------------------------------------------------------------


def test_a_head_is_read() -> None:
    found = asked("metric", "SELECT * { ?s ?param_x ?o }", "default 营收")
    assert found.titles == {"en": "t", "zh-Hans": "题"}
    assert found.descriptions == {"en": "d", "zh-Hans": "述"}
    (parameter,) = found.parameters
    assert (parameter.name, parameter.kind, parameter.default, parameter.required) == ("x", "metric", "营收", False)
    assert parameter.usage == "[--x METRIC]"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('# param: x thing "a" "b" optional\n?param_x', "not of the form"),
        ('# param: x text "a" optional\n?param_x', "not of the form"),
        ('# param: x text "a" "b" optional\n', "declared or used, but not both: x"),
        ("SELECT * { ?s ?param_y ?o }", "declared or used, but not both: y"),
        ('# param: x text "a" "b" optional\n# param: x text "a" "b" optional\n?param_x', "declared twice"),
    ],
)
def test_a_mistake_in_a_file_is_told(text: str, told: str) -> None:
    with pytest.raises(AskError, match=told):
        parse("test", text)


def test_what_only_looks_like_a_parameter_is_none() -> None:
    text = "SELECT * { ?s ?p '?param_a', \"x\\\"?param_b\", '''?param_c'''; <?param_d> ?o } # ?param_e"
    found = parse("test", text)
    assert found.parameters == ()
    assert bind(found, {name: ox.Literal("no") for name in "abcde"}) == text


def test_the_beginning_of_a_name_is_enough() -> None:
    assert question("training-cost").name == "training-costs"
    assert question("plans").name == "plans"  # although another begins so
    assert len({each.name for each in questions()}) == len(questions())


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("trainning-costs", "the nearest: training-costs"),
        ("den", "the nearest: denials, denied-and-asserted"),
        ("supplies", "the nearest: .*supplies"),
        ("", r"lists all \d+"),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(name: str, told: str) -> None:
    with pytest.raises(AskError, match=told):
        question(name)


# --- values -----------------------------------------------------------------------


@pytest.mark.parametrize("name", ["微软", "微軟", "microsoft", "ze:Microsoft", "Microsoft"])
def test_an_entity_has_many_names(kg: KnowledgeGraph, name: str) -> None:
    assert read_value(kg, "entity", name) == ox.NamedNode(PREFIXES["ze"] + "Microsoft")


@pytest.mark.parametrize(
    ("kind", "text", "name"),
    [
        ("class", "公司", "Company"),
        ("class", "zt:Chip", "Chip"),
        ("relation", "投资", "investsIn"),
        ("relation", "investsin", "investsIn"),
        ("relation", "投資", "investsIn"),
        ("metric", "Training Cost", "trainingCost"),
        ("metric", "训练成本", "trainingCost"),
        ("modality", "預測", "forecast"),
    ],
)
def test_words_of_the_vocabulary(kg: KnowledgeGraph, kind: str, text: str, name: str) -> None:
    assert read_value(kg, kind, text) == zt(name)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("78000000", "78000000"),
        ("78,000,000", "78000000"),
        ("7800万", "78000000"),
        ("1.5万亿", "1500000000000"),
        ("7.8e7", "78000000"),
        ("-0.5", "-0.5"),
    ],
)
def test_numbers(kg: KnowledgeGraph, text: str, value: str) -> None:
    assert read_value(kg, "number", text) == ox.Literal(value, datatype=ox.NamedNode(PREFIXES["xsd"] + "decimal"))


def test_years_texts_and_documents(kg: KnowledgeGraph) -> None:
    assert read_value(kg, "year", "2024") == ox.Literal("2024", datatype=ox.NamedNode(PREFIXES["xsd"] + "gYear"))
    assert read_value(kg, "text", " 甲 ") == ox.Literal("甲")
    doc = next(report.doc for report in kg.reports() if "money" in report.doc)
    assert read_value(kg, "document", "money") == read_value(kg, "document", doc) == document_node(doc)


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("entity", "微软公", "(?s)no entity is called '微软公'; the nearest:.*Microsoft"),
        ("class", "Compny", "no class is called 'Compny'; the nearest: Company"),
        ("metric", "revenu", "the nearest: revenue"),
        ("relation", "investIn", "the nearest: investsIn"),
        ("modality", "???", "there are asserted, planned, forecast, denied, hypothetical"),
        ("year", "24", "'24' is no year"),
        ("year", "二〇二四", "is no year"),
        ("number", "many", "'many' is no number"),
        ("number", "1e999", "is no number"),
        ("text", " ", "the text is empty"),
        ("document", "news", "the nearest: .*money.txt"),
        ("document", "nothing", "no document is called 'nothing'"),
    ],
)
def test_what_means_nothing_is_told(kg: KnowledgeGraph, kind: str, text: str, told: str) -> None:
    with pytest.raises(AskError, match=f"--x: .*{told}" if not told.startswith("(?s)") else told):
        terms(kg, asked(kind, "SELECT * { ?s ?p ?param_x }"), {"x": text})


def test_required_optional_and_default(kg: KnowledgeGraph) -> None:
    query = "SELECT * { ?s ?p ?param_x }"
    with pytest.raises(AskError, match=r"needs --x TEXT \(what\)"):
        terms(kg, asked("text", query, "required"), {})
    assert terms(kg, asked("text", query), {}) == {}
    assert terms(kg, asked("text", query), {"x": "any"}) == {"x": ox.Literal("any")}
    assert terms(kg, asked("modality", query, "default asserted"), {}) == {"x": zt("asserted")}
    assert terms(kg, asked("modality", query, "default asserted"), {"x": "planned"}) == {"x": zt("planned")}
    assert terms(kg, asked("modality", query, "default asserted"), {"x": "any"}) == {}
    with pytest.raises(AskError, match="has no parameter 'y'; it has --x"):
        terms(kg, asked("text", query), {"y": "1"})


# --- nothing that is given is read as SPARQL ----------------------------------------

ATTACKS = [
    '"} INSERT DATA { ze:a ze:b ze:c } #',
    'x" . ?s ?p ?o . FILTER("" = "',
    "'''",
    '"""',
    "back\\slash\\",
    "new\nline",
    "?param_x",
    "\\g<name>",
    "{} # <>",
]


@pytest.mark.parametrize("text", ATTACKS)
def test_a_text_stays_a_text(kg: KnowledgeGraph, text: str) -> None:
    found = asked("text", "SELECT ?same { BIND ( ?param_x AS ?same ) }", "required")
    answer = kg.query(bind(found, terms(kg, found, {"x": text})))
    assert isinstance(answer, ox.QuerySolutions)
    (row,) = answer
    assert row["same"] == ox.Literal(text.strip())


@pytest.mark.parametrize("text", ATTACKS)
def test_a_name_is_looked_up_and_nothing_else(kg: KnowledgeGraph, text: str) -> None:
    with pytest.raises(AskError, match="no entity is called"):
        ask(kg, "about", {"entity": text})


def test_an_entity_with_odd_signs_can_be_asked_about(kg: KnowledgeGraph) -> None:
    answer = ask(kg, "people", {"person": '甲 & <乙> "丙"'})
    assert isinstance(answer, ox.QuerySolutions)
    assert [row["role"].value for row in answer] == ["顾问"]


def test_values_bind_everywhere_in_a_query(kg: KnowledgeGraph) -> None:
    query = """SELECT ?n { { SELECT (COUNT(?o) AS ?n) { $param_x a zt:Company, ?o
               FILTER EXISTS { ?param_x a zt:Company } } } }"""
    found = asked("entity", query)
    answer = kg.query(bind(found, terms(kg, found, {"x": "微软"})))
    assert isinstance(answer, ox.QuerySolutions)
    assert [row["n"].value for row in answer] == ["1"]


def test_a_query_without_values_is_its_file(tmp_path: Path) -> None:
    found = question("training-costs")
    assert bind(found, {}) == found.sparql
    (tmp_path / "q.rq").write_text(found.sparql, encoding="utf-8")
    with open_small(tmp_path) as kg:
        answer = kg.query((tmp_path / "q.rq").read_text(encoding="utf-8"))
        assert isinstance(answer, ox.QuerySolutions)
        assert [row["model"].value for row in answer] == ["GPT-4"]
