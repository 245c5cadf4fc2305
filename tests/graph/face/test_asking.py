"""What the face of a graph answers, and what it says of a question that it cannot answer."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.face.errors import ChoiceError, MissingExtraError, needed
from graph.face.kg import KnowledgeGraph
from ontology.errors import ZhituError

COSTS = """
SELECT ?value ?most ?how {
    ?c rdf:predicate zt:trainingCost ; zt:value ?value ; zt:valueMax ?most ; zt:modality ?how
}"""


def test_rows_hold_values_of_python_and_the_terms_behind_them(kg: KnowledgeGraph) -> None:
    rows = kg.query(COSTS)
    assert not isinstance(rows, bool)
    assert list(rows) == [{"value": 78_000_000, "most": 85_000_000, "how": "zt:asserted"}]
    assert rows["value"] == [78_000_000]
    assert str(rows.terms[0]["how"]) == "<https://w3id.org/zhitu/ontology#asserted>"
    with pytest.raises(ChoiceError, match="no column is called 'cost'; there are value, most, how"):
        rows["cost"]


def test_a_part_of_a_result_is_a_result(kg: KnowledgeGraph) -> None:
    rows = kg.query("SELECT ?s { ?s a zt:Company } ORDER BY ?s")
    assert not isinstance(rows, bool)
    assert rows[1:]["s"] == rows["s"][1:]
    assert len(rows[1:].terms) == len(rows) - 1
    assert kg.claims()[2:4].rows() == kg.claims().rows()[2:4]


def test_entities_are_listed_by_a_part_of_a_name_and_by_class(kg: KnowledgeGraph) -> None:
    assert kg.entities("微")["label"] == ["微软"]
    assert set(kg.entities(type="公司")["id"]) == {"OpenAI", "Microsoft", "NVIDIA"}


def test_what_is_unbound_is_none(kg: KnowledgeGraph) -> None:
    rows = kg.query("SELECT ?a ?b { VALUES ?a { 1.5 true '文' } }")
    assert not isinstance(rows, bool)
    assert [(row["a"], row["b"]) for row in rows] == [(1.5, None), (True, None), ("文", None)]


def test_yes_or_no_is_a_truth_and_a_construct_gives_triples(kg: KnowledgeGraph) -> None:
    assert kg.query("ASK { ze:Microsoft zt:investsIn ze:OpenAI }") is True
    rows = kg.query("CONSTRUCT { ?a zt:investsIn ?b } WHERE { ?a zt:investsIn ?b }")
    assert not isinstance(rows, bool)
    assert list(rows) == [{"subject": "ze:Microsoft", "predicate": "zt:investsIn", "object": "ze:OpenAI"}]


def test_rows_become_data_frames(kg: KnowledgeGraph) -> None:
    pytest.importorskip("pandas", reason="pandas, of the extra [pandas], is not here")
    pytest.importorskip("polars", reason="polars, of the extra [polars], is not here")
    rows = kg.query(COSTS)
    assert not isinstance(rows, bool)
    assert rows.to_pandas()["value"].tolist() == [78_000_000]
    assert rows.to_polars().rows() == [(78_000_000, 85_000_000, "zt:asserted")]
    figures = kg.quantities()
    assert figures.to_pandas()["value"].dtype.kind == "f"
    assert figures.to_polars()["valueMax"].dtype.is_float()
    assert math.isnan(figures.to_pandas()["valueMax"].iloc[-1])
    assert kg.claims(relation="price").to_pandas().columns.tolist() == list(kg.claims().columns)


def test_a_missing_extra_is_named() -> None:
    with pytest.raises(MissingExtraError, match=r"to_x\(\) needs nowhere: pip install 'zhitu\[x\]'"):
        needed("nowhere", "x", "to_x()")


def test_an_entity_is_found_by_any_name(kg: KnowledgeGraph) -> None:
    card = kg.entity("輝達")
    assert (card.id, card.label, card.type) == ("NVIDIA", "英伟达", "Company")
    assert card.names == {"en": ("NVIDIA",), "zh-Hans": ("英伟达",), "zh-Hant": ("輝達",)}
    assert {claim.predicate for claim in card.claims} == {"supplies", "acquires"}
    assert card.documents == ("news/money.txt", "news/plans.txt")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"subject": "微軟", "relation": "投资"}, ["investsIn", "investsIn"]),
        ({"subject": "微軟", "relation": "investsIn", "until": 2019}, ["investsIn"]),
        ({"subject": "OpenAI", "modality": "planned"}, ["acquires"]),
        ({"modality": ["planned", "denied"]}, ["acquires", "sues"]),
        ({"object": "Microsoft", "document": "money"}, ["supplies", "worksFor"]),
        ({"entity": "英伟达"}, ["supplies", "acquires"]),
        ({"subject": "OpenAI", "since": "2024-Q2", "until": "2024-06"}, ["profit"]),
        ({"since": "2025"}, []),
    ],
)
def test_claims_are_chosen_by_what_they_say(kg: KnowledgeGraph, given: dict[str, object], expected: list[str]) -> None:
    assert [claim.predicate for claim in kg.claims(**given)] == expected  # type: ignore[arg-type]


def test_a_claim_tells_its_words_and_where_they_stand(kg: KnowledgeGraph) -> None:
    claim = kg.claims(relation="trainingCost")[0]
    assert kg.document(claim.doc).text[claim.start : claim.end] == claim.quote
    assert claim.says == "7800万–8500万美元"
    assert claim.title == "标题 costs.txt"
    assert kg.query(f"ASK {{ <{claim.iri}> a zt:Claim }}") is True


def test_every_document_has_its_claims(kg: KnowledgeGraph) -> None:
    papers = list(kg.documents())
    assert [paper.doc for paper in papers] == ["costs.txt", "news/money.txt", "news/plans.txt"]
    assert [claim for paper in papers for claim in paper.claims] == list(kg.claims())
    assert {entity.id for entity in papers[0].entities} == {"Microsoft", "OpenAI", "GPT-4"}


def test_figures_are_those_of_a_metric_or_unit(kg: KnowledgeGraph) -> None:
    assert [row["entity"] for row in kg.quantities("训练成本").rows()] == ["GPT-4"]
    assert [row["metric"] for row in kg.quantities(unit="%").rows()] == ["growth"]
    assert [row["metric"] for row in kg.quantities(unit="usd").rows()] == ["trainingCost", "profit"]
    assert len(kg.quantities()) == 3


def test_the_timeline_runs_forward(kg: KnowledgeGraph) -> None:
    assert [claim.time for claim in kg.timeline()] == ["2019", "2024-Q2"]
    assert [claim.time for claim in kg.timeline("微软")] == ["2019"]


def test_entities_stand_side_by_side(kg: KnowledgeGraph) -> None:
    compared = kg.compare("微软", "英伟达")
    assert compared.columns == ("kind", "what", "微软", "英伟达")
    told = {(row["kind"], row["what"]): (row["微软"], row["英伟达"]) for row in compared}
    assert told["from", "supplies"] == ("英伟达", None)
    assert told["to", "supplies"] == (None, "微软")


def test_a_path_has_the_claims_of_every_step(kg: KnowledgeGraph) -> None:
    way = kg.path("OpenAI", "輝達")[0]
    assert way.names == ("OpenAI", "微软", "英伟达")
    assert {step.relation for step in way.steps} == {"investsIn", "partnersWith", "supplies"}
    assert kg.path("OpenAI", "輝達", modality=["planned"])[0].names == ("OpenAI", "英伟达")
    assert len(kg.path("OpenAI", "GPT-4")) == 0


def test_the_network_has_its_most_central_entity_and_groups(kg: KnowledgeGraph) -> None:
    assert kg.central("betweenness", 1)["label"] == ["微软"]
    assert sum(kg.communities()["size"]) == len([node for node in kg.network() if kg.network().degree(node)])


def test_the_graph_is_there_for_other_libraries(kg: KnowledgeGraph) -> None:
    assert kg.rdflib().query("ASK { ?who a <https://w3id.org/zhitu/ontology#Company> }").askAnswer
    assert sum(1 for _ in kg.quads()) == len(kg)


def test_the_graph_is_checked_and_written(kg: KnowledgeGraph, tmp_path: Path) -> None:
    assert {violation.severity for violation in kg.validate().violations} <= {"Violation", "Warning", "Info"}
    kg.export("ntriples", tmp_path / "g.nt")
    assert "<https://w3id.org/zhitu/entity/OpenAI>" in (tmp_path / "g.nt").read_text(encoding="utf-8")
    with pytest.raises(ZhituError, match="no export format 'word'; there are"):
        kg.export("word", tmp_path / "g.doc")


def test_a_question_of_the_library_is_asked_by_name(kg: KnowledgeGraph) -> None:
    rows = kg.ask("training-costs", model="GPT-4")
    assert not isinstance(rows, bool)
    assert rows["cost"] == [78_000_000]
    assert "training-costs" in kg.questions()["question"]


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda kg: kg.entity("OpenAl Inc"), "no entity is called 'OpenAl Inc'; the nearest:\n  OpenAI"),
        (lambda kg: kg.claims(relation="invests"), "no relation or metric is called 'invests'; the nearest: investsIn"),
        (lambda kg: kg.claims(modality="assert"), "no modality is called 'assert'; the nearest: asserted"),
        (lambda kg: kg.claims(since="soon"), "'soon' is no time; give one such as 2024"),
        (lambda kg: kg.claims(document="cost.txt"), "no document is called 'cost.txt'; the nearest: costs.txt"),
        (lambda kg: kg.claims(document="news"), "several documents are called 'news'"),
        (lambda kg: kg.quantities("investsIn"), "no metric is called 'investsIn'; the nearest: investment"),
        (lambda kg: kg.quantities(unit="EUR"), "no figure has the unit 'EUR'; there are %, USD"),
        (lambda kg: kg.entities(type="Compny"), "no class is called 'Compny'; the nearest: Company"),
        (lambda kg: kg.compare("OpenAI"), "two entities or more, and 1 was given"),
        (lambda kg: kg.central("rank"), "no centrality is called 'rank'; the nearest: pagerank"),
        (lambda kg: kg.ask("training-cost", modell="x"), "has no parameter 'modell'"),
        (lambda kg: kg.query("SELECT {"), "malformed SPARQL at line 1"),
        (lambda kg: kg.path("OpenAI", "NVIDIA", modality="sure"), "no modality is called 'sure'"),
    ],
)
def test_errors_name_the_nearest_choice(kg: KnowledgeGraph, ask: Callable[[KnowledgeGraph], object], told: str) -> None:
    with pytest.raises(ZhituError) as error:
        ask(kg)
    assert told in str(error.value)
