"""What follows by the ontology: only for those who ask, and what an OWL reasoner that is not ours concludes as well."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import owlrl
import pyoxigraph as ox
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS
from rdflib.term import Node

from graph.axioms import axioms
from graph.build import build
from graph.inferring import INFERRED
from graph.knowledge import KnowledgeGraph
from ontology.vocabulary import RELATIONS, ZE, ZT
from tests.graph.fixtures import LineExtractor, write
from tests.graph.in_process import Zhitu, caller
from tests.graph.small_graph import build_small
from tests.shared import ROOMS

SCHEMA = rdflib.Namespace("https://schema.org/")
AXIOMS = (RDFS.subClassOf, RDFS.subPropertyOf, OWL.inverseOf)
FOUNDING = "relation|Altman:Person|founderOf|OpenAI:Company|asserted\n"


@pytest.fixture(name="folder", scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_small(tmp_path_factory.mktemp("small"))


@pytest.fixture(name="kg", scope="module")
def _kg(folder: Path) -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph.open(folder, infer=True) as kg:
        yield kg


@pytest.fixture(name="zhitu")
def _zhitu(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Zhitu:
    return caller(monkeypatch, capfd)


def triples(quads: Iterator[ox.Quad]) -> set[tuple[Node, Node, Node]]:
    lines = "".join(f"{quad.triple} .\n" for quad in quads)
    return set(rdflib.Graph().parse(data=lines, format="nt"))


def test_it_is_what_owlrl_concludes_from_the_same_axioms(folder: Path, kg: KnowledgeGraph) -> None:
    with KnowledgeGraph.open(folder) as plain:
        said = triples(plain.quads())
    ontology = rdflib.Graph().parse(ROOMS["ontology"] / "zhitu.ttl")
    everything = rdflib.Graph()
    for triple in said:
        if triple[1] != OWL.sameAs:  # names for one thing are no axiom
            everything.add(triple)
    for triple in ontology:
        if triple[1] in AXIOMS or triple[2] == OWL.SymmetricProperty:
            everything.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(everything)
    known = axioms(kg.store)
    relations = {rdflib.URIRef(node.value) for targets in known.properties.values() for node, _ in targets}
    classes = {rdflib.URIRef(node.value) for targets in known.classes.values() for node in targets}
    subjects = {subject for subject, _, _ in said}
    concluded = {
        (s, p, o)
        for s, p, o in everything
        if (s in subjects and p == RDF.type and o in classes)
        or (p in relations and s in subjects | set(everything.objects()))
    }
    inferred = triples(kg.store.quads_for_pattern(None, None, None, INFERRED))
    assert inferred == concluded - said
    assert inferred


def test_an_inverse_a_superclass_and_a_superproperty(tmp_path: Path) -> None:
    build([write(tmp_path / "texts", {"a.txt": FOUNDING})], tmp_path / "graph", extractor=LineExtractor())
    with KnowledgeGraph.open(tmp_path / "graph", infer=True) as kg:
        for follows in (
            "ze:OpenAI schema:founder ze:Altman",
            "ze:OpenAI a zt:Organization , schema:Organization",
            "ze:Altman a schema:Person",
        ):
            assert kg.query(f"ASK {{ {follows} }}")
            assert kg.query(f"ASK {{ GRAPH zt:inferred {{ {follows} }} }}")


def test_nothing_of_it_is_in_the_graph_unasked(folder: Path) -> None:
    with KnowledgeGraph.open(folder) as plain:
        before = list(plain.nquads())
        with KnowledgeGraph.open(folder, infer=True) as more:
            assert len(more) > len(plain)
            assert not plain.query("ASK { ?x a schema:Organization }")
            assert more.query("ASK { ?x a schema:Organization }")
    with KnowledgeGraph.open(folder) as after:
        assert list(after.nquads()) == before


def test_what_is_said_is_not_inferred_again(kg: KnowledgeGraph) -> None:
    """Symmetric facts stand both ways as they are; a query over all graphs meets each just once."""
    rows = kg.query("SELECT ?a ?b { ?a zt:partnersWith ?b }")
    assert isinstance(rows, ox.QuerySolutions)
    pairs = [tuple(map(str, row)) for row in rows]
    assert len(pairs) == len(set(pairs)) == 2


def test_the_axioms_know_the_symmetric_relations(kg: KnowledgeGraph) -> None:
    known = axioms(kg.store)
    for name, relation in RELATIONS.items():
        assert known.symmetric(ox.NamedNode(ZT + name)) == relation.symmetric


def test_a_declared_relation_counts_like_the_ontologys_own() -> None:
    store = ox.Store()
    allied = ox.NamedNode(ZT + "alliedWith")
    rdf_type = ox.NamedNode(str(RDF.type))
    store.add(ox.Quad(allied, rdf_type, ox.NamedNode(str(OWL.SymmetricProperty)), ox.DefaultGraph()))
    assert axioms(store).symmetric(allied)


def test_on_the_command_line(folder: Path, zhitu: Zhitu) -> None:
    query = f"SELECT ?x {{ ?x a <{SCHEMA.Organization}> }} ORDER BY ?x"
    assert zhitu("query", "-g", folder, query, "-f", "csv")[1].splitlines() == ["x"]
    assert f"{ZE}OpenAI" in zhitu("query", "-g", folder, "--infer", query, "-f", "csv")[1].splitlines()
    assert f"<{INFERRED.value}>" in zhitu("export", "-g", folder, "-f", "nquads", "--infer")[1]
    assert f"<{INFERRED.value}>" not in zhitu("export", "-g", folder, "-f", "nquads")[1]
