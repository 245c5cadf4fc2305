"""What a build says about its sources, and keeps of them: damage, metadata, language, spinning, reprints."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extract.pipeline import Extractor
from graph.build import build, forget
from graph.cli.build import report_table, totals
from graph.errors import BuildError
from graph.knowledge import KnowledgeGraph
from graph.report import BuildReport, row_from_json, row_to_json
from graph.results import render
from graph.stats import stats
from ontology.domain import load_domain
from tests.extract.cleaning.retold import ARTICLE, OTHER, framed, glossed, spun, traditional

ARTICLES = {
    "a.txt": ARTICLE,
    "b.txt": f"{traditional(ARTICLE)}\n2024-05-09",
    "c.txt": glossed(ARTICLE),
    "d.txt": spun(ARTICLE),
    "e.txt": framed(ARTICLE),
    "f.txt": OTHER,
}
ASKED = "SELECT ?copy ?original { ?c zt:reprintOf ?o . ?c dcterms:identifier ?copy . ?o dcterms:identifier ?original }"


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(load_domain())


def made(extractor: Extractor, folder: Path, files: dict[str, str], name: str = "graph") -> BuildReport:
    sources = folder / f"{name}-sources"
    sources.mkdir(exist_ok=True)
    for file, text in files.items():
        (sources / file).write_text(text, encoding="utf-8")
    return build([sources], folder / name, extractor=extractor)


def dump(folder: Path, name: str = "graph") -> str:
    with KnowledgeGraph.open(folder / name) as kg:
        assert len(kg) == len(kg.store)
        return "".join(kg.nquads())


def asked(folder: Path, query: str) -> list[tuple[str, ...]]:
    with KnowledgeGraph.open(folder / "graph") as kg:
        found: Any = kg.query(query)
        return sorted(tuple(term.value for term in row) for row in found)


def row(report: BuildReport, doc: str) -> dict[str, Any]:
    return next(each for each in json.loads(report.to_json())["rows"] if each["doc"] == doc)


def test_reprints_are_one_text_in_rdf_report_and_stats(extractor: Extractor, tmp_path: Path) -> None:
    report = made(extractor, tmp_path, ARTICLES)
    copies = {"a.txt", "c.txt", "d.txt", "e.txt"}

    assert {each.doc for each in report.rows if each.reprint_of == "b.txt"} == copies
    assert asked(tmp_path, ASKED) == [(copy, "b.txt") for copy in sorted(copies)]
    assert "reprints:  4 documents" in totals(report)
    assert "reprint of b.txt" in render(report_table(report.rows))
    with KnowledgeGraph.open(tmp_path / "graph") as kg:
        assert kg.reprints() == dict.fromkeys(sorted(copies), "b.txt")
        assert (stats(kg).documents, stats(kg).texts, stats(kg).spun) == (6, 2, 1)


def test_groups_are_the_same_whatever_the_way(extractor: Extractor, tmp_path: Path) -> None:
    """One by one, with the original forgotten and another edited away, it is the graph of a clean build."""
    others = {f"x{number}.txt": OTHER[number * 40 :] for number in range(3)}
    for doc, text in {**others, **ARTICLES}.items():
        made(extractor, tmp_path, {doc: text})
    forget(["b.txt"], tmp_path / "graph")
    (tmp_path / "graph-sources" / "b.txt").unlink()
    left = {**others, **ARTICLES, "e.txt": "星河智能没有新消息。"}
    del left["b.txt"]
    made(extractor, tmp_path, left)

    made(extractor, tmp_path, left, "clean")
    assert dump(tmp_path) == dump(tmp_path, "clean")
    assert ("c.txt", "a.txt") in asked(tmp_path, ASKED)


def test_spun_documents_carry_the_finding(extractor: Extractor, tmp_path: Path) -> None:
    report = made(extractor, tmp_path, ARTICLES)

    assert asked(tmp_path, "SELECT ?doc { ?d zt:spun true ; dcterms:identifier ?doc }") == [("d.txt",)]
    assert (row(report, "d.txt")["spun"], row(report, "d.txt")["doubtful"]) == (True, 1)
    assert row(report, "a.txt")["spun"] is False
    assert "machine-spun wording, 1 doubtful" in render(report_table(report.rows))


def test_the_language_of_a_document_is_recorded(extractor: Extractor, tmp_path: Path) -> None:
    files = {
        "hans.txt": "星河公司发布了新模型，增长很快。",
        "hant.txt": "星河公司發布了新模型，增長很快。",
        "hk.txt": "星河公司行政總裁表示，機械人業務質素提升，佢哋嘅投資達三億港元。",
        "mixed.txt": "星河公司發布了新模型，增長很快。\n星河公司发布了新模型，增长很快。",
        "other.txt": "OpenAI announced a new model.",
        "tw.txt": "星河公司執行長表示，人工智慧與資料中心的投資會增加，軟體也是。",
    }
    languages = ["zh-Hans", "zh-Hant", "zh-Hant-HK", "mixed", "other", "zh-Hant-TW"]
    report = made(extractor, tmp_path, files)

    told = asked(tmp_path, "SELECT ?doc ?language { ?d dcterms:identifier ?doc ; dcterms:language ?language }")
    assert told == list(zip(files, languages, strict=True))
    assert [each.script for each in report.rows] == languages


def test_the_report_says_where_metadata_came_from(extractor: Extractor, tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text(f"# 星河发布模型\n作者：林一\n{ARTICLE}", encoding="utf-8")
    (tmp_path / "sources" / "metadata.csv").write_text("file,date\na.txt,2024-05-06\n", encoding="utf-8")
    report = build([tmp_path / "sources"], tmp_path / "graph", extractor=extractor)

    assert row(report, "a.txt")["metadata"] == {"title": "heading", "date": "given", "author": "byline"}


def test_the_report_says_what_was_set_aside_and_where(extractor: Extractor, tmp_path: Path) -> None:
    report = made(extractor, tmp_path, {"e.txt": framed(ARTICLE)})
    text = framed(ARTICLE)

    told = row(report, "e.txt")
    assert [(kind, text[start:end]) for kind, start, end in told["aside_at"]][:2] == [
        ("navigation", "首页 > 科技 > 正文"),
        ("repost", "转载请注明出处。"),
    ]
    assert told["aside"]["repost"] == len("转载请注明出处。")
    assert row_from_json(row_to_json(report.rows[0])) == report.rows[0]


def test_undecodable_bytes_are_located_and_strict_refuses_them(extractor: Extractor, tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    data = ARTICLE.encode()
    (tmp_path / "sources" / "a.txt").write_bytes(data[:60] + b"\xff" + data[60:])
    with pytest.raises(BuildError, match=r"a\.txt: read as utf-8 \(UTF-8 with damage\).* at byte 60 .*as it was"):
        build([tmp_path / "sources"], tmp_path / "graph", extractor=extractor, strict=True)
    assert not list((tmp_path / "graph").glob("generations/*"))

    report = build([tmp_path / "sources"], tmp_path / "graph", extractor=extractor)
    told = row(report, "a.txt")
    assert (told["undecodable"], told["undecodable_at"], told["encoding"]) == (1, [60], "utf-8")
    assert told["encoding_reason"] == "UTF-8 with damage"
    assert "at byte 60" in render(report_table(report.rows)).replace("\n", " ")
    with pytest.raises(BuildError, match="at byte 60"):
        build([tmp_path / "sources"], tmp_path / "graph", extractor=extractor, strict=True)
