"""Claims that a person marks wrong: they go, they stay away, and they come back to the byte."""

from pathlib import Path

import pytest

from graph.amendments import mark_wrong, merge, split
from graph.build import build
from graph.correcting import MARKED
from graph.corrections import CorrectionError, parse_corrections
from graph.curation import corrections_of, undo
from graph.knowledge import KnowledgeGraph
from graph.terms import claim_id
from tests.graph.fixtures import COSTS, DENIAL, MONEY, LineExtractor, write

ALIASED = (
    "relation|老英:Company|supplies|Microsoft:Company|asserted\nquantity|老英:Company|revenue|5|USD||asserted\n"
    "entity|NVIDIA:Company\n"
)
FILES = {"a.txt": COSTS, "b.txt": MONEY, "c.txt": DENIAL, "d.txt": ALIASED}


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    build([write(tmp_path / "sources", FILES)], tmp_path / "graph", extractor=LineExtractor())
    return tmp_path / "graph"


def claim(folder: Path, doc: str, predicate: str) -> str:
    with KnowledgeGraph.open(folder) as kg:
        return next(claim_id(each) for each in kg.document(doc).claims if each.predicate == predicate)


def said(folder: Path) -> list[tuple[str, str, str]]:
    with KnowledgeGraph.open(folder) as kg:
        return [(each.doc, each.subject, each.predicate) for each in kg.claims()]


def quads(folder: Path) -> list[str]:
    with KnowledgeGraph.open(folder) as kg:
        assert len(kg) == len(kg.store)
        return list(kg.nquads())


def test_a_wrong_claim_goes_with_what_follows_from_it_and_nothing_else(folder: Path) -> None:
    before = said(folder)
    done = mark_wrong(folder, claim(folder, "b.txt", "investsIn"), reason="a rumour", by="ann")

    assert done.documents == ("b.txt",)
    assert set(before) - set(said(folder)) == {("b.txt", "Microsoft", "investsIn")}
    with KnowledgeGraph.open(folder) as kg:
        assert not kg.query("ASK { ze:Microsoft zt:investsIn ze:OpenAI }")
        assert not kg.query("ASK { ?one zt:contradicts ?other }")
        assert kg.query("ASK { ze:Microsoft zt:partnersWith ze:OpenAI }")
        assert dict(kg.document("b.txt").report.notes)[MARKED] == 1
        assert {entity.id for entity in kg.document("b.txt").entities} == {"Microsoft", "OpenAI"}


def test_it_stays_away_when_all_is_built_anew_and_comes_back_when_undone(folder: Path, tmp_path: Path) -> None:
    before = quads(folder)
    done = mark_wrong(folder, claim(folder, "a.txt", "trainingCost"))
    after = quads(folder)
    build([tmp_path / "sources"], folder, extractor=LineExtractor("another-version"))

    assert [each[2] for each in said(folder)].count("trainingCost") == 0
    kept = tmp_path / "kept.jsonl"
    kept.write_bytes((folder / "corrections.jsonl").read_bytes())
    build([tmp_path / "sources"], tmp_path / "clean", extractor=LineExtractor(), corrections=kept)
    assert quads(tmp_path / "clean") == after
    build([tmp_path / "sources"], folder, extractor=LineExtractor())
    undo(folder, done.correction.id)
    assert quads(folder) == before


def test_it_does_not_depend_on_what_is_merged_before_or_after(folder: Path) -> None:
    merged = merge(folder, "老英", "NVIDIA").correction.id
    mark_wrong(folder, claim(folder, "d.txt", "supplies"))
    assert ("d.txt", "NVIDIA", "supplies") not in said(folder)

    undo(folder, merged)
    assert [each for each in said(folder) if each[0] == "d.txt"] == [("d.txt", "老英", "revenue")]
    split(folder, "老英", "老英", into="旧英", doc="d.txt")
    assert [each for each in said(folder) if each[0] == "d.txt"] == [("d.txt", "旧英", "revenue")]


@pytest.mark.parametrize("id_", ["0" * 24, "no id", "", "<x>"])
def test_what_is_no_claim_of_the_graph_is_refused(folder: Path, id_: str) -> None:
    with pytest.raises(CorrectionError, match="no claim of the graph has the id"):
        mark_wrong(folder, id_)
    assert corrections_of(folder) == ()


def test_a_claim_is_known_by_its_iri_too(folder: Path) -> None:
    id_ = claim(folder, "a.txt", "develops")

    assert mark_wrong(folder, f"https://w3id.org/zhitu/claim/{id_}").correction.claim == id_


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id":1,"kind":"wrong","claim":"a"}', "a wrong needs 'doc'"),
        ('{"id":1,"kind":"wrong","claim":"a","doc":"b","into":"c"}', "a wrong has no 'into'"),
    ],
)
def test_a_line_that_lacks_something_is_told(line: str, message: str) -> None:
    with pytest.raises(CorrectionError, match=message):
        parse_corrections(line, "here")
