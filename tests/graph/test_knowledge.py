"""What readers of a graph see."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from extract.model import Name
from graph.build import build
from graph.errors import GraphError, QueryError
from graph.knowledge import KnowledgeGraph
from tests.graph.fixtures import CHIPS, COSTS, MONEY, LineExtractor, write

NAMES = {"a.txt": COSTS, "b.txt": MONEY, "c.txt": CHIPS, "d.txt": "entity|星河:Model\n\u2028\u0085"}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("knowledge")
    build([write(folder / "sources", NAMES)], folder / "graph", extractor=LineExtractor())
    return folder / "graph"


@pytest.fixture
def kg(graph: Path) -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph.open(graph) as opened:
        yield opened


def test_claims_are_found_without_graph_clauses(kg: KnowledgeGraph) -> None:
    answer = kg.query(
        """
        SELECT ?name ?value ?unit ?quote ?doc {
          ?claim rdf:subject ?model ; rdf:predicate zt:trainingCost ; zt:value ?value ; zt:unit ?unit ;
                 prov:wasDerivedFrom ?evidence .
          ?evidence oa:exact ?quote ; oa:hasSource/dcterms:identifier ?doc .
          ?model a zt:Model ; rdfs:label ?name .
        }
        """
    )

    assert isinstance(answer, ox.QuerySolutions)
    assert [[value.value for value in row] for row in answer] == [
        ["GPT-4", "78000000", "USD", COSTS.splitlines()[1], "a.txt"]
    ]


def test_quotes_stand_in_the_original(kg: KnowledgeGraph) -> None:
    for record in kg.documents():
        for claim in record.claims:
            assert record.document.text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote


def test_other_forms_of_query(kg: KnowledgeGraph) -> None:
    assert kg.query("ASK { ze:OpenAI zt:develops ze:GPT-4 }")
    assert len(list(kg.query("CONSTRUCT WHERE { ze:OpenAI ?p ?o }"))) == 6  # type: ignore[arg-type]


def test_malformed_query(kg: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="line 1, column 12"):
        kg.query("SELECT ?s {")


def test_documents(kg: KnowledgeGraph) -> None:
    assert [record.doc for record in kg.documents()] == sorted(NAMES)
    assert [report.doc for report in kg.reports()] == sorted(NAMES)
    assert kg.document("b.txt").document.text == MONEY
    with pytest.raises(KeyError):
        kg.document("z.txt")


def test_entities_by_document(kg: KnowledgeGraph) -> None:
    assert [(doc, entity.id) for doc, entity in kg.entities()] == [
        ("a.txt", "GPT-4"),
        ("a.txt", "OpenAI"),
        ("b.txt", "Microsoft"),
        ("b.txt", "OpenAI"),
        ("c.txt", "Microsoft"),
        ("c.txt", "NVIDIA"),
        ("d.txt", "星河"),
    ]


def test_fused_entities(kg: KnowledgeGraph) -> None:
    assert [entity.id for entity in kg.fused()] == ["GPT-4", "Microsoft", "NVIDIA", "OpenAI", "星河"]
    assert kg.entity("星河").names == (Name("星河", "zh-Hans"),)
    assert kg.entity("OpenAI").wikidata == "Q21708200"
    with pytest.raises(KeyError):
        kg.entity("nobody")


def test_claims(kg: KnowledgeGraph) -> None:
    assert [(claim.doc, claim.predicate) for claim in kg.claims()] == [
        ("a.txt", "develops"),
        ("a.txt", "trainingCost"),
        ("b.txt", "investsIn"),
        ("b.txt", "partnersWith"),
        ("c.txt", "supplies"),
    ]


def test_dump_is_sorted_and_complete(kg: KnowledgeGraph) -> None:
    lines = list(kg.nquads())

    assert lines == sorted(lines)
    assert len(lines) == len(kg) == len(list(kg.quads())) == len(kg.store)
    read_back = ox.Store()
    read_back.load("".join(lines), ox.RdfFormat.N_QUADS)
    assert set(read_back) == set(kg.store)


def test_facts_are_the_plain_triples(kg: KnowledgeGraph) -> None:
    plain = kg.query("SELECT ?s ?p ?o { ?s ?p ?o . ?p a ?x }")
    assert list(plain) == []  # type: ignore[arg-type]
    for subject, predicate, object_ in kg.facts():
        assert kg.query(f"ASK {{ ze:{subject} zt:{predicate} ze:{object_} }}")


def test_cannot_be_used_when_closed(graph: Path) -> None:
    kg = KnowledgeGraph.open(graph)
    kg.close()
    kg.close()

    with pytest.raises(GraphError, match="closed"):
        kg.query("ASK {}")


def test_when_it_was_built_stands_beside_the_graph(kg: KnowledgeGraph) -> None:
    told = {quad.predicate.value.rpartition("#")[2].rpartition("/")[2]: quad.object for quad in kg.provenance()}

    assert {"endedAtTime", "softwareVersion", "wasAssociatedWith", "wasInformedBy"} <= told.keys()
    assert kg.query("ASK { ?run a prov:Activity ; prov:wasAssociatedWith ?agent ; dcterms:identifier ?settings }")
    assert not kg.query("ASK { ?any prov:endedAtTime ?when }")


def test_facts_with_their_support(kg: KnowledgeGraph) -> None:
    facts = {fact.id: fact for fact in kg.conclusions()}

    assert facts["OpenAI/develops/GPT-4"].support == 1
    assert {triple for fact in facts.values() for triple in fact.triples()} == set(kg.facts())
    for id_, fact in facts.items():
        assert kg.query(f"ASK {{ <https://w3id.org/zhitu/fact/{id_}> zt:supportedBy zc:{fact.claims[0]} }}")
