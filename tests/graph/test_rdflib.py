"""The graph as rdflib sees it: the same quads and answers, and nothing to write."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import rdflib
from rdflib.compare import isomorphic

from graph.knowledge import KnowledgeGraph
from ontology.vocabulary import ZE, ZT
from tests.graph.small_graph import open_small

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # within rdflib itself


@pytest.fixture(name="kg", scope="module")
def _kg(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    with open_small(tmp_path_factory.mktemp("small")) as kg:
        yield kg


def test_it_holds_the_same_triples_and_graphs(kg: KnowledgeGraph) -> None:
    view = kg.rdflib()
    lines = "".join(f"{quad.triple} .\n" for quad in kg.quads())
    copy = rdflib.Graph()
    for triple in view.triples((None, None, None)):
        copy.add(triple)
    assert isomorphic(copy, rdflib.Graph().parse(data=lines, format="nt"))
    named = {str(graph.identifier) for graph in view.graphs() if str(graph.identifier).startswith("https:")}
    assert named == {node.value for node in kg.store.named_graphs()}


def test_its_graphs_are_those_of_the_documents(kg: KnowledgeGraph) -> None:
    graph = kg.rdflib().graph(rdflib.URIRef("https://w3id.org/zhitu/document/costs.txt"))
    assert len(list(graph.subjects(rdflib.RDF.type, rdflib.URIRef(ZT + "Claim")))) == 2


def test_it_answers_sparql_with_the_prefixes_of_the_project(kg: KnowledgeGraph) -> None:
    rows = list(kg.rdflib().query("SELECT ?whom { ze:Microsoft zt:investsIn ?whom }"))
    assert [row[0] for row in rows if isinstance(row, tuple)] == [rdflib.URIRef(ZE + "OpenAI")]


def test_a_text_is_what_rdflib_takes_for_a_text(kg: KnowledgeGraph) -> None:
    view, unit = kg.rdflib(), rdflib.URIRef(ZT + "unit")
    assert set(view.objects(None, unit)) == {rdflib.Literal("USD"), rdflib.Literal("%")}
    rows = view.query("SELECT DISTINCT ?unit { ?claim zt:unit ?unit } ORDER BY ?unit")
    assert [row[0] for row in rows if isinstance(row, tuple)] == [rdflib.Literal("%"), rdflib.Literal("USD")]
    assert len(set(view.subjects(unit, rdflib.Literal("USD")))) >= 3


def test_nothing_can_be_written(kg: KnowledgeGraph) -> None:
    before = len(list(kg.quads()))
    with pytest.raises(RuntimeError):
        kg.rdflib().add((rdflib.URIRef(ZE + "A"), rdflib.RDF.type, rdflib.URIRef(ZT + "Company")))
    assert len(list(kg.quads())) == before
