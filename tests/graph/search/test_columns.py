"""The columns say of every claim, fact and edge what the graph says of it."""

from pathlib import Path

import pytest

from graph.build import build
from graph.knowledge import KnowledgeGraph
from graph.network import network
from graph.search.columns import NONE, day_text, moment
from graph.terms import claim_id
from ontology.vocabulary import MODALITIES
from tests.graph.fixtures import CHIPS, COSTS, DENIAL, MONEY, LineExtractor, write
from tests.graph.search.indexed import Indexed, indexes


def test_every_claim_has_its_row(indexed: Indexed) -> None:
    claims, ids = indexed.claims, [entity.id for entity in indexed.entities.entities]
    for claim in indexed.graph.claims():
        row = claims.rows[claim_id(claim)]
        ends = {ids[claims.subject[row]], ids[claims.object[row]] if claims.object[row] != NONE else None}

        assert ends == {claim.subject, claim.object}
        assert claims.predicates[claims.predicate[row]] == claim.predicate
        assert MODALITIES[claims.modality[row]] == claim.modality
        assert indexed.library.papers[claims.document[row]].doc == claim.doc
        assert (claims.start[row], claims.end[row]) == (claim.evidence.start, claim.evidence.end)
        assert claims.confidence[row] == round(claim.confidence, 4)
    assert len(claims) == len(list(indexed.graph.claims()))


def test_every_fact_has_its_claims_and_sources(indexed: Indexed) -> None:
    claims = indexed.claims
    for fact in indexed.graph.conclusions():
        rows = [claims.rows[id_] for id_ in fact.claims]

        assert {claims.facts[claims.fact[row]] for row in rows} == {fact.id}
        assert {int(claims.sources[row]) for row in rows} == {fact.support}
        assert any(claims.disputed[row] for row in rows) == fact.disputed
    assert len(claims.facts) == len(list(indexed.graph.conclusions()))


def test_edges_are_those_of_the_network(indexed: Indexed) -> None:
    bonds, ids = indexed.bonds, [entity.id for entity in indexed.entities.entities]
    found = {
        (
            ids[bonds.source[edge]],
            ids[bonds.target[edge]],
            f"{indexed.claims.predicates[bonds.relation[edge]]}/{MODALITIES[bonds.modality[edge]]}",
        ): (int(bonds.claims[edge]), float(bonds.confidence[edge]), bool(bonds.symmetric[edge]))
        for edge in range(len(bonds))
    }
    net = network(indexed.graph)

    assert found == {
        (source, target, key): (data["weight"], round(data["confidence"], 4), data.get("symmetric", False))
        for source, target, key, data in net.edges(keys=True, data=True)
    }
    for number, id_ in enumerate(ids):
        assert bonds.neighbours[number] == len((set(net.successors(id_)) | set(net.predecessors(id_))) - {id_})
        assert len(bonds.of(number)) == net.degree(id_)


def test_a_reprint_is_no_second_source(tmp_path: Path) -> None:
    text = "date|2024-05-01\n" + COSTS + MONEY + "entity|NVIDIA:Company\n" * 40
    folder = tmp_path / "graph"
    build([write(tmp_path / "in", {"a.txt": text, "b.txt": text, "c.txt": MONEY})], folder, extractor=LineExtractor())
    with KnowledgeGraph.open(folder) as graph:
        assert graph.reprints()
        found = indexes(graph)

    assert set(found.claims.sources.tolist()) == {1, 2}
    assert int(found.bonds.sources.max()) == 2
    assert int(found.bonds.claims.max()) == 3


def test_a_graph_without_claims_has_columns_without_rows(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    build([write(tmp_path / "in", {"a.txt": "entity|NVIDIA:Company\n"})], folder, extractor=LineExtractor())
    with KnowledgeGraph.open(folder) as graph:
        found = indexes(graph)

    assert (len(found.claims), len(found.bonds), len(found.entities)) == (0, 0, 1)
    assert found.names.find("輝達", limit=1).total == 1
    assert found.bonds.of(0).tolist() == []


def test_denials_and_plans_are_edges_of_their_own(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    build(
        [write(tmp_path / "in", {"a.txt": MONEY, "b.txt": DENIAL, "c.txt": CHIPS})], folder, extractor=LineExtractor()
    )
    with KnowledgeGraph.open(folder) as graph:
        found = indexes(graph)
    told = {
        (found.claims.predicates[relation], MODALITIES[modality], bool(disputed))
        for relation, modality, disputed in zip(
            found.bonds.relation, found.bonds.modality, found.bonds.disputed, strict=True
        )
    }

    assert told == {
        ("investsIn", "asserted", True),
        ("investsIn", "denied", True),
        ("partnersWith", "asserted", False),
        ("supplies", "planned", False),
    }


@pytest.mark.parametrize(
    ("time", "days"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-Q2", ("2024-04-01", "2024-06-30")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023-02-05", ("2023-02-05", "2023-02-05")),
    ],
)
def test_times_have_first_and_last_days_that_exist(time: str, days: tuple[str, str]) -> None:
    span = moment(time)

    assert span is not None
    assert (day_text(span[0]), day_text(span[1])) == days


@pytest.mark.parametrize("time", ["", "past", "24", "2024-13-", "2024-Q5"])
def test_what_the_calendar_does_not_have_is_no_time(time: str) -> None:
    assert moment(time) is None
