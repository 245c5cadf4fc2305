"""The scorer: same figures as the reference on the same records, and the rules it stands on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from graph.evaluation import (
    EvaluationError,
    Miss,
    close,
    document_key,
    evaluate,
    load_gold,
    load_texts,
    name_key,
    unit_key,
)

SHARED = Path(__file__).resolve().parents[3] / "shared"
SCORER = SHARED / "eval" / "score.py"
TRAIN = SHARED / "corpus" / "train"

TEXT = "微軟宣布投资OpenAI 100亿美元。GPT-4的训练成本约7800万美元。"
GOLD = {
    "doc": "a",
    "entities": [
        {"id": "e1", "name": "微软", "type": "Company", "aliases": ["微軟", "Microsoft"]},
        {"id": "e2", "name": "OpenAI", "type": "Company", "aliases": []},
        {"id": "e3", "name": "GPT-4", "type": "Model", "aliases": []},
    ],
    "relations": [
        {"s": "e1", "p": "investsIn", "o": "e2", "modality": "asserted", "time": None, "evidence": "微軟宣布"},
        {"s": "e2", "p": "competesWith", "o": "e1", "modality": "asserted", "time": "2024", "evidence": ""},
    ],
    "quantities": [
        {"s": "e3", "metric": "trainingCost", "value": 78e6, "value_max": None, "unit": "USD", "time": "2023",
         "modality": "asserted", "evidence": "7800万美元"},
        {"s": "e3", "metric": "other", "value": 5, "value_max": 10, "unit": "x", "evidence": ""},
    ],
}  # fmt: skip


def entity(label: str, kind: str = "Company", *aliases: str, doc: str = "in/a.txt") -> dict[str, Any]:
    return {"doc": doc, "iri": f"ze:{label}", "label": label, "type": kind, "aliases": list(aliases), "mentions": []}


def claim(subject: str, predicate: str, object_: str | None = None, **more: object) -> dict[str, Any]:
    reference = {"iri": f"ze:{object_}", "label": object_, "aliases": []} if object_ else None
    return {
        "doc": "in/a.txt",
        "subject": {"iri": f"ze:{subject}", "label": subject, "aliases": []},
        "predicate": predicate,
        "object": reference,
        "modality": "asserted",
        "evidence": {"start": 0, "end": 2, "quote": "微軟"},
        **more,
    }


def test_names_meet_across_scripts_case_and_punctuation() -> None:
    assert name_key("智譜 AI") == name_key("智谱ＡＩ") == "智谱ai"
    assert name_key("GPT-4") == "gpt4"


@pytest.mark.parametrize(
    ("unit", "expected"),
    [("USD", "usd"), ("percent", "%"), (None, "count"), ("http://qudt.org/unit/RMB", "cny"), ("倍", "x")],
)
def test_units_are_folded(unit: str | None, expected: str) -> None:
    assert unit_key(unit) == expected


def test_values_agree_within_one_percent() -> None:
    assert close(100, 101)
    assert not close(100, 103)
    assert close(None, None)
    assert not close(None, 0)


def test_document_ids_meet_without_folder_and_extension() -> None:
    assert document_key("news/2024/a.txt") == document_key("a") == document_key("a.html") == "a"


def test_a_second_node_for_one_entity_is_a_mistake() -> None:
    result = evaluate([GOLD], [entity("Microsoft"), entity("微軟"), entity("OpenAI", "Person")], [])
    tally = result.tallies["entity"]
    assert (tally.predicted, tally.hits, tally.gold, tally.matched) == (3, 2, 3, 2)
    assert result.split == 1
    assert result.rows()["type accuracy"] == 0.5
    assert result.missed[0] == Miss("entity", "a", ("GPT-4", "Model"))


def test_relations_count_once_and_symmetric_ones_both_ways() -> None:
    found = [claim("微軟", "investsIn", "OpenAI"), claim("微軟", "investsIn", "OpenAI", modality="planned")]
    found.append(claim("Microsoft", "competesWith", "OpenAI", time="2024-05"))
    found.append(claim("OpenAI", "investsIn", "微软"))
    result = evaluate([GOLD], [], found, {"a": TEXT})
    assert result.tallies["relation"].row()["predicted"] == 3
    assert result.tallies["relation"].matched == 2
    assert result.rows()["time accuracy"] == 1.0
    assert result.rows()["modality accuracy"] == 1.0
    assert [miss.what for miss in result.spurious] == [("OpenAI", "investsIn", "微软")]


def test_evidence_that_is_not_at_its_offsets_is_counted() -> None:
    wrong = claim("OpenAI", "uses", "GPT-4", evidence={"start": 1, "end": 3, "quote": "微軟"})
    result = evaluate([GOLD], [], [claim("微软", "uses", "GPT-4"), wrong], {"a": TEXT})
    assert result.rows()["evidence accuracy"] == 0.5


def test_quantities_match_by_metric_unit_and_value_or_its_upper_end() -> None:
    found = [
        claim("GPT-4", "trainingCost", value=77_500_000, unit="USD"),
        claim("GPT-4", "otherMetric", value=10, unit="times"),
        claim("GPT-4", "trainingCost", value=78_000_000, unit="CNY"),
    ]
    result = evaluate([GOLD], [], found)
    assert result.tallies["quantity"].matched == 2
    assert result.tallies["quantity, named metric"].row()["predicted"] == 2
    assert result.tallies["quantity, named metric"].matched == 1


def test_gold_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="no such folder"):
        load_gold(tmp_path / "nowhere")
    with pytest.raises(EvaluationError, match="no gold files"):
        load_gold(tmp_path)
    (tmp_path / "x.json").write_text("{", encoding="utf-8")
    with pytest.raises(EvaluationError, match=r"x\.json: not a gold file"):
        load_gold(tmp_path)
    (tmp_path / "x.json").write_text("{}", encoding="utf-8")
    with pytest.raises(EvaluationError, match="'entities'"):
        load_gold(tmp_path)


def test_texts_in_another_encoding_are_left_to_the_reader(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode("utf-8"))
    (tmp_path / "b.txt").write_bytes(TEXT.encode("gb18030"))
    assert load_texts(tmp_path) == {"a": TEXT}


def noisy_records(gold: list[Any], texts: dict[str, str]) -> tuple[list[Any], list[Any]]:
    """Turn gold into results that are right in part: every kind of mistake happens somewhere."""
    entities, claims = [], []
    for article in gold:
        doc, text = article["doc"], texts[document_key(article["doc"])]
        by_id = {one["id"]: one for one in article["entities"]}

        def node(id_: str, by_id: dict[str, Any] = by_id) -> dict[str, Any]:
            one = by_id[id_]
            names = [one["name"], *one.get("aliases", [])]
            return {"iri": f"ze:{names[-1]}", "label": names[-1], "aliases": names[1:3]}

        for n, one in enumerate(article["entities"]):
            if n % 5 != 4:
                kind = "Company" if n % 3 == 2 else one["type"]
                entities.append({"doc": f"x/{doc}.txt", **node(one["id"]), "type": kind, "mentions": []})
            if n % 7 == 6:
                entities.append({"doc": f"x/{doc}.txt", **node(one["id"]), "iri": "ze:twin", "type": one["type"]})
        for n, fact in enumerate(article["relations"]):
            turned = n % 6 == 5
            start = max(text.find(fact["evidence"]), 0)
            record = {
                "doc": doc,
                "subject": node(fact["o"] if turned else fact["s"]),
                "predicate": "uses" if n % 9 == 8 else fact["p"],
                "object": node(fact["s"] if turned else fact["o"]),
                "modality": "planned" if n % 4 == 3 else fact["modality"],
                "time": fact["time"] if n % 2 else None,
                "evidence": {"start": start, "end": start + len(fact["evidence"]), "quote": fact["evidence"]},
            }
            claims += [record, record] if n % 3 == 0 else [record] if n % 3 == 1 else []
        for n, fact in enumerate(article["quantities"]):
            value = fact["value_max"] if n % 5 == 4 else fact["value"]
            metric = "otherMetric" if fact["metric"] == "other" else fact["metric"]
            record = {
                "doc": doc,
                "subject": node(fact["s"]),
                "predicate": "revenue" if n % 8 == 7 else metric,
                "object": None,
                "value": value,
                "unit": None if n % 11 == 10 else fact["unit"],
                "modality": fact["modality"],
                "time": fact["time"],
                "evidence": {"start": 0, "end": 4, "quote": text[:4]},
            }
            claims += [record] if n % 4 else []
    return entities, claims


@pytest.mark.skipif(not SCORER.exists(), reason="the reference scorer lies beside the checkout, not in it")
def test_figures_are_those_of_the_reference_scorer(tmp_path: Path) -> None:
    gold = load_gold(TRAIN / "gold")
    texts = load_texts(TRAIN / "texts")
    entities, claims = noisy_records(gold, texts)
    for name, records in (("entities", entities), ("claims", claims)):
        lines = [json.dumps(record, ensure_ascii=False) for record in records]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, str(SCORER), "--gold", str(TRAIN / "gold"), "--texts", str(TRAIN / "texts"), "--json"]
    command += ["--entities", str(tmp_path / "entities.jsonl"), "--claims", str(tmp_path / "claims.jsonl")]
    reference = json.loads(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout)
    ours = evaluate(gold, entities, claims, texts).rows()
    assert ours == reference
    assert list(ours) == list(reference)
