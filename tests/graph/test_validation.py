"""Validation: a graph that we build conforms; one that is wrong is told where, with the quote."""

import json
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from graph.build import build
from graph.knowledge import KnowledgeGraph
from graph.terms import PREFIXES
from graph.validation import as_rdflib, check, validate
from tests.graph.fixtures import CHIPS, COSTS, DENIAL, MONEY, LineExtractor, write


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("validation")
    sources = write(folder / "sources", {"a.txt": COSTS, "b.txt": MONEY, "c.txt": CHIPS, "d.txt": DENIAL})
    build([sources], folder / "graph", extractor=LineExtractor())
    return folder / "graph"


@pytest.fixture(scope="module")
def quads(graph: Path) -> list[ox.Quad]:
    with KnowledgeGraph.open(graph) as kg:
        return list(kg.quads())


def without(quads: list[ox.Quad], predicate: str, where: Callable[[ox.Quad], bool] = lambda _: True) -> list[ox.Quad]:
    prefix, _, name = predicate.partition(":")
    return [quad for quad in quads if quad.predicate.value != PREFIXES[prefix] + name or not where(quad)]


def test_what_we_build_conforms(graph: Path) -> None:
    with KnowledgeGraph.open(graph) as kg:
        report = validate(kg)

    assert (report.conforms, report.violations) == (True, ())
    assert json.loads(report.to_json()) == {"conforms": True, "violations": []}


def test_a_claim_without_modality(quads: list[ox.Quad]) -> None:
    wrong = without(quads, "zt:modality", lambda quad: "a.txt" in str(quad.graph_name))
    report = check(wrong)

    found = [each for each in report.violations if each.path.endswith("#modality")]
    assert not report.conforms
    assert {each.quote for each in found} == set(COSTS.splitlines())
    assert {each.doc for each in found} == {"a.txt"}
    assert all(each.claim == each.focus and each.severity == "Violation" for each in found)
    assert all("exactly one zt:modality" in each.message for each in found)
    assert json.loads(report.to_json())["violations"][0]["doc"]


def test_evidence_without_quote_names_its_claim(quads: list[ox.Quad]) -> None:
    found = check(without(quads, "oa:exact", lambda quad: "c.txt" in str(quad.graph_name))).violations

    assert [(each.doc, each.quote) for each in found] == [("c.txt", "")]
    assert found[0].claim.startswith("https://w3id.org/zhitu/claim/")
    assert found[0].focus.startswith("https://w3id.org/zhitu/document/c.txt#char=")


def test_a_plain_triple_that_nobody_asserts(quads: list[ox.Quad]) -> None:
    supplies = ox.NamedNode(PREFIXES["zt"] + "supplies")
    node = [ox.NamedNode(PREFIXES["ze"] + name) for name in ("NVIDIA", "Microsoft")]
    report = check([*quads, ox.Quad(node[0], supplies, node[1])])

    assert not report.conforms
    assert any("supports the plain triple" in each.message for each in report.violations)


def test_the_copy_for_the_check_is_the_same_graph(quads: list[ox.Quad]) -> None:
    triples = {str(quad.triple) for quad in quads}
    text = as_rdflib(quads).serialize(format="nt")

    assert {str(triple) for triple in ox.parse(text, ox.RdfFormat.N_TRIPLES)} == triples
    assert len(rdflib.Graph().parse(data=text, format="nt")) == len(triples)
