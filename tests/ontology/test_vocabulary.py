"""``vocabulary.py`` and ``zhitu.ttl`` say the same, both ways, to two RDF libraries."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import RDF, RDFS, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL, SKOS

from ontology import vocabulary
from ontology.vocabulary import (
    CLASSES,
    LANGUAGES,
    METRICS,
    MODALITIES,
    PREFIXES,
    RECORD_CLASSES,
    RELATIONS,
    ZT,
    is_a,
    kind_of,
)

TURTLE = Path(vocabulary.__file__).parent / "zhitu.ttl"
ONTOLOGY = URIRef("https://w3id.org/zhitu/ontology")
META_CLASSES = {"Entity", "Relation", "Metric", "Modality"}


def _from_rdflib() -> Graph:
    return Graph().parse(TURTLE)


def _from_pyoxigraph() -> Graph:
    triples = [quad.triple for quad in pyoxigraph.parse(path=TURTLE)]
    dump = pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert dump is not None
    return Graph().parse(data=dump, format="nt")


@pytest.fixture(scope="module", params=[_from_rdflib, _from_pyoxigraph], ids=["rdflib", "pyoxigraph"])
def graph(request: pytest.FixtureRequest) -> Graph:
    result = request.param()
    assert isinstance(result, Graph)
    return result


def _local(term: object) -> str:
    assert str(term).startswith(ZT)
    return str(term).removeprefix(ZT)


def _ours(terms: Iterator[object]) -> set[str]:
    return {str(each).removeprefix(ZT) for each in terms if str(each).startswith(ZT)}


def _instances(graph: Graph, name: str) -> set[str]:
    return _ours(graph.subjects(RDF.type, URIRef(ZT + name)))


def _classes_at(graph: Graph, relation: str, end: URIRef) -> tuple[str, ...]:
    """Return the classes in the domain or range of *relation*, in the order given."""
    node = graph.value(URIRef(ZT + relation), end)
    if isinstance(node, BNode):
        union = graph.value(node, OWL.unionOf)
        assert isinstance(union, BNode)
        return tuple(_local(each) for each in Collection(graph, union))
    return tuple(CLASSES) if _local(node) == "Entity" else (_local(node),)


def test_both_libraries_read_the_same_number_of_triples() -> None:
    assert len(_from_rdflib()) == len(_from_pyoxigraph())


def test_classes_agree(graph: Graph) -> None:
    declared = _ours(graph.subjects(RDF.type, OWL.Class))
    parents: Mapping[str, set[str]] = {
        name: _ours(graph.objects(URIRef(ZT + name), RDFS.subClassOf)) for name in CLASSES
    }

    assert declared == set(CLASSES) | set(RECORD_CLASSES) | META_CLASSES
    assert parents == {name: {parent or "Entity"} for name, parent in CLASSES.items()}


def test_relations_agree(graph: Graph) -> None:
    symmetric = _ours(graph.subjects(RDF.type, OWL.SymmetricProperty))
    same_kind = _ours(graph.subjects(URIRef(ZT + "sameKind"), Literal(True)))

    assert _instances(graph, "Relation") == set(RELATIONS)
    for name, relation in RELATIONS.items():
        assert relation.name == name
        assert _classes_at(graph, name, RDFS.domain) == relation.domain
        assert _classes_at(graph, name, RDFS.range) == relation.range
        assert (name in symmetric) == relation.symmetric
        assert (name in same_kind) == relation.same_kind


def test_metrics_and_modalities_agree(graph: Graph) -> None:
    assert _instances(graph, "Metric") == set(METRICS)
    assert _instances(graph, "Modality") == set(MODALITIES)


def test_every_term_has_labels_and_definitions_in_three_languages(graph: Graph) -> None:
    terms = {term for term in graph.subjects() if str(term).startswith(ZT)}

    assert len(terms) > len(CLASSES) + len(RELATIONS) + len(METRICS) + len(MODALITIES)
    for term in terms:
        for path in (RDFS.label, SKOS.definition):
            texts = list(graph.objects(term, path))
            languages = sorted(str(each.language).lower() for each in texts if isinstance(each, Literal))
            assert languages == sorted(each.lower() for each in LANGUAGES), f"{term} {path}"
            assert all(str(each).strip() for each in texts)
        assert graph.value(term, RDFS.isDefinedBy) == ONTOLOGY


def test_simplified_texts_hold_no_traditional_characters_and_the_reverse(graph: Graph) -> None:
    for text in graph.objects():
        if isinstance(text, Literal) and text.language:
            if text.language.lower() == "zh-hans":
                assert not re.search("[體個這種類與實對關係經給發場產業訓練國報專論斷無]", text), text
            if text.language.lower() == "zh-hant":
                assert not re.search("[体个这种类与实对关经给发场产业训练国报专论断无]", text), text


def test_labels_of_one_kind_of_term_are_unique(graph: Graph) -> None:
    for names in (CLASSES, RELATIONS, METRICS, MODALITIES):
        labels = [text for name in names for text in graph.objects(URIRef(ZT + name), RDFS.label)]

        assert len(labels) == len(set(labels))


def test_terms_used_are_terms_declared(graph: Graph) -> None:
    used = _ours(iter({term for triple in graph for term in triple if isinstance(term, URIRef)}))

    assert used == _ours(graph.subjects())


def test_alignments(graph: Graph) -> None:
    for name in CLASSES:
        above = set(graph.transitive_objects(URIRef(ZT + name), RDFS.subClassOf))
        assert URIRef(PREFIXES["schema"] + "Thing") in above
        assert any(
            str(each).startswith(PREFIXES["schema"]) for each in graph.objects(URIRef(ZT + name), RDFS.subClassOf)
        )
    assert RDF.Statement in set(graph.objects(URIRef(ZT + "Claim"), RDFS.subClassOf))
    assert SKOS.Concept in set(graph.objects(URIRef(ZT + "Modality"), RDFS.subClassOf))
    assert any(str(each).startswith(PREFIXES["oa"]) for each in graph.objects(URIRef(ZT + "Evidence"), RDFS.subClassOf))


def test_contract_properties_are_declared(graph: Graph) -> None:
    properties = (
        "value valueMax unit time role amount change modality attributedTo confidence contradicts versionOf rule bound "
        "spun reprintOf"
    ).split()

    for name in properties:
        assert graph.value(URIRef(ZT + name), RDF.type), name


def test_header(graph: Graph) -> None:
    assert (ONTOLOGY, RDF.type, OWL.Ontology) in graph
    assert graph.value(ONTOLOGY, OWL.versionInfo) is not None
    assert graph.value(ONTOLOGY, URIRef(PREFIXES["dcterms"] + "license")) is not None
    assert str(graph.value(ONTOLOGY, URIRef("http://purl.org/vocab/vann/preferredNamespaceUri"))) == ZT


@pytest.mark.parametrize(
    ("name", "ancestor", "expected"),
    [
        ("Company", "Organization", True),
        ("Government", "Organization", True),
        ("Organization", "Organization", True),
        ("Organization", "Company", False),
        ("Person", "Organization", False),
    ],
)
def test_is_a(name: str, ancestor: str, expected: bool) -> None:
    assert is_a(name, ancestor) is expected


def test_kind_of() -> None:
    assert [kind_of(name) for name in ("Company", "Government", "Organization", "Chip")] == [
        "Organization",
        "Organization",
        "Organization",
        "Chip",
    ]


@pytest.mark.parametrize(
    ("relation", "subject", "object_", "expected"),
    [
        ("investsIn", "Person", "Company", True),
        ("investsIn", "Company", "Model", False),
        ("competesWith", "Company", "Organization", True),
        ("competesWith", "Place", "Place", True),
        ("competesWith", "Company", "Model", False),
        ("outperforms", "Model", "Model", True),
        ("outperforms", "Model", "Chip", False),
        ("listedOn", "Organization", "Organization", False),
        ("restricts", "Government", "Place", True),
    ],
)
def test_fits(relation: str, subject: str, object_: str, expected: bool) -> None:
    assert RELATIONS[relation].fits(subject, object_) is expected


def test_names_are_unique_and_constants_cannot_be_changed() -> None:
    names = [*CLASSES, *RECORD_CLASSES, *RELATIONS, *METRICS, *MODALITIES]

    assert len(names) == len(set(names))
    with pytest.raises(TypeError):
        CLASSES["Robot"] = None  # type: ignore[index]


def test_vocabulary_needs_no_rdf_library() -> None:
    code = "import sys, ontology.vocabulary; print(sorted({'rdflib', 'pyoxigraph', 'pyshacl'} & set(sys.modules)))"

    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(vocabulary.__file__).parents[1],
    )

    assert done.stdout.strip() == "[]"
