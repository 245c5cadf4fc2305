"""The sample articles are what they claim to be, and their gold says nothing that they don't."""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path
from typing import Any

import pytest

from extract.samples import gold_folder, sample_folder
from ontology.vocabulary import CLASSES, METRICS, MODALITIES, RELATIONS

ENCODINGS = {"08-deepseek-gb18030.txt": "gb18030", "09-export-controls-big5.txt": "big5"}
TIME = re.compile(r"\d{4}(-Q[1-4]|-\d{2}(-\d{2})?)?|past")
UNIT = re.compile(r"[A-Z]{3}(/1Mtoken)?|%|x|count|points|FLOP|kWh|L")
FOLDERS = (sample_folder(), sample_folder(more=True))
FILES = {path.name: path for folder in FOLDERS for path in folder.iterdir() if path.name != "metadata.jsonl"}
ARTICLES = sorted(FILES)


@functools.cache
def _texts() -> dict[str, str]:
    """Return the decoded text of every document by its id."""
    found: dict[str, str] = {}
    for name in ARTICLES:
        text = FILES[name].read_bytes().decode(ENCODINGS.get(name, "utf-8"))
        if name.endswith(".jsonl"):
            found |= {record["id"]: record["text"] for record in map(json.loads, text.splitlines())}
        else:
            found[Path(name).stem] = text
    return found


@functools.cache
def _gold() -> dict[str, dict[str, Any]]:
    files = sorted([*gold_folder().glob("*.json"), *gold_folder(more=True).glob("*.json")])
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in files}


def _metadata() -> list[dict[str, str]]:
    tables = [(folder / "metadata.jsonl").read_text(encoding="utf-8") for folder in FOLDERS]
    return [json.loads(line) for table in tables for line in table.splitlines()]


def _facts(gold: dict[str, Any]) -> list[dict[str, Any]]:
    return [*gold["relations"], *gold["quantities"]]


def _metric(quantity: dict[str, Any]) -> str:
    """Return our name of a metric; annotators write ``other`` for ``otherMetric``."""
    return "otherMetric" if quantity["metric"] == "other" else str(quantity["metric"])


every_document = pytest.mark.parametrize("doc", sorted(_gold()))


def test_there_are_enough_articles() -> None:
    assert len(ARTICLES) >= 12


def test_every_document_has_its_gold() -> None:
    assert set(_gold()) == set(_texts())
    assert all(gold["doc"] == doc for doc, gold in _gold().items())


@pytest.mark.parametrize("name", [name for name in ARTICLES if not name.endswith((".html", ".jsonl"))])
def test_articles_are_short(name: str) -> None:
    assert 300 <= len(re.sub(r"\s", "", _texts()[Path(name).stem])) <= 900


@pytest.mark.parametrize("name", ARTICLES)
def test_encodings(name: str) -> None:
    data = FILES[name].read_bytes()
    wanted = ENCODINGS.get(name, "utf-8")

    assert data.decode(wanted).encode(wanted) == data
    if wanted != "utf-8":
        with pytest.raises(UnicodeDecodeError):
            data.decode("utf-8")


def test_scripts() -> None:
    assert all(word in _texts()["03-taiwan-supply-chain"] for word in ("輝達", "執行長", "晶片", "伺服器"))
    assert all(word in _texts()["04-hongkong-results"] for word in ("英偉達", "行政總裁"))
    assert all(piece in _texts()["05-glossed-review"] for piece in ("達(dá)", ",,", ",。"))
    assert all(word in _texts()["06-spun-infrastructure"] for word in ("锻炼成本", "正正在", "本钱收入"))


def test_metadata_describes_files_that_exist() -> None:
    rows = _metadata()

    assert {row["file"] for row in rows} == set(ARTICLES) - {"07-saved-page.html", "12-briefs.jsonl"}
    for row in rows:
        assert set(row) == {"file", "title", "date", "publisher", "url"}
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", row["date"])


def test_readme_lists_every_article() -> None:
    readme = (sample_folder().parent / "README.md").read_text(encoding="utf-8")

    assert re.findall(r"^\| `([^`]+)` \|", readme, re.MULTILINE) == ARTICLES


@every_document
def test_evidence_stands_in_the_text(doc: str) -> None:
    for fact in _facts(_gold()[doc]):
        assert fact["evidence"]
        assert fact["evidence"] in _texts()[doc]
        assert len(fact["evidence"]) <= 100


@every_document
def test_entities_stand_in_the_text(doc: str) -> None:
    entities = _gold()[doc]["entities"]

    assert len({entity["id"] for entity in entities}) == len(entities)
    assert len({entity["name"] for entity in entities}) == len(entities)
    for entity in entities:
        assert entity["type"] in CLASSES
        assert entity["name"] in entity["aliases"]
        assert any(alias in _texts()[doc] for alias in entity["aliases"]), entity["name"]


@every_document
def test_relations_follow_the_vocabulary(doc: str) -> None:
    types = {entity["id"]: entity["type"] for entity in _gold()[doc]["entities"]}
    relations = _gold()[doc]["relations"]

    for fact in relations:
        assert RELATIONS[fact["p"]].fits(types[fact["s"]], types[fact["o"]]), fact
        assert fact["modality"] in MODALITIES
        assert fact["time"] is None or TIME.fullmatch(fact["time"])
        assert fact["amount"] is None or UNIT.fullmatch(fact["amount"]["unit"])
        assert fact["amount"] is None or fact["amount"]["value"] > 0
    assert len({(fact["s"], fact["p"], fact["o"]) for fact in relations}) == len(relations)


@every_document
def test_quantities_follow_the_vocabulary(doc: str) -> None:
    ids = {entity["id"] for entity in _gold()[doc]["entities"]}

    for fact in _gold()[doc]["quantities"]:
        assert fact["s"] in ids
        assert _metric(fact) in METRICS
        assert fact["modality"] in MODALITIES
        assert fact["time"] is None or TIME.fullmatch(fact["time"])
        assert UNIT.fullmatch(fact["unit"]), fact
        assert isinstance(fact["value"], (int, float))
        assert fact["value_max"] is None or fact["value_max"] > fact["value"]
        assert fact["change"] or _metric(fact) not in ("growth", "otherMetric")


def test_all_relations_metrics_and_modalities_occur() -> None:
    facts = [fact for gold in _gold().values() for fact in _facts(gold)]

    assert {fact["p"] for fact in facts if "p" in fact} == set(RELATIONS)
    assert {_metric(fact) for fact in facts if "metric" in fact} == set(METRICS)
    assert {fact["modality"] for fact in facts} == set(MODALITIES)


def test_two_articles_contradict_each_other_on_one_figure() -> None:
    costs = set()
    for doc in ("01-training-costs", "02-gpt4-cost-disputed"):
        names = {entity["id"]: entity["name"] for entity in _gold()[doc]["entities"]}
        costs |= {
            fact["value"]
            for fact in _gold()[doc]["quantities"]
            if names[fact["s"]] == "GPT-4" and fact["metric"] == "trainingCost"
        }

    assert costs == {78_000_000, 63_000_000}


def test_the_outlook_holds_forecasts_only() -> None:
    assert {fact["modality"] for fact in _facts(_gold()["10-outlook-2025"])} == {"forecast"}


def test_the_core_names_recur() -> None:
    names = [entity["name"] for gold in _gold().values() for entity in gold["entities"]]

    for name in "OpenAI 微软 英伟达 台积电 谷歌 DeepSeek 阿里巴巴 百度 软银 Anthropic 亚马逊".split():
        assert names.count(name) >= 2, name
