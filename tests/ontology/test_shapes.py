"""Every shape lets the good graph pass and catches its own fault with its own message.

``shapes/good.ttl`` satisfies all shapes. Each ``shapes/<shape>[.<variant>].ru``
is a SPARQL update that puts one thing wrong in it; a line ``# also:`` names
other shapes that cannot help noticing the same fault.
"""

from __future__ import annotations

import functools
from pathlib import Path

import pyshacl
import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import SH

from ontology import vocabulary
from ontology.vocabulary import PREFIXES

pytestmark = pytest.mark.once

ONTOLOGY = Path(vocabulary.__file__).parent
FIXTURES = Path(__file__).parent / "shapes"
FAULTS = sorted(FIXTURES.glob("*.ru"))
ZS = Namespace("https://w3id.org/zhitu/shapes#")


@functools.cache
def _shapes() -> Graph:
    return Graph().parse(ONTOLOGY / "shapes.ttl")


@functools.cache
def _good() -> Graph:
    return Graph().parse(ONTOLOGY / "zhitu.ttl").parse(FIXTURES / "good.ttl")


def _results(data: Graph) -> set[tuple[str, frozenset[str]]]:
    """Validate, and return of every result the name of its shape and its messages."""
    _, report, _ = pyshacl.validate(data, shacl_graph=_shapes(), inference="none")
    assert isinstance(report, Graph)
    return {
        (
            str(report.value(result, SH.sourceShape)).removeprefix(str(ZS)),
            frozenset(str(each) for each in report.objects(result, SH.resultMessage)),
        )
        for result in report.subjects(SH.resultSeverity)
    }


def _broken(fault: Path) -> Graph:
    data = Graph()
    for triple in _good():
        data.add(triple)
    before = set(data)
    data.update(fault.read_text(encoding="utf-8"), initNs=PREFIXES)
    assert set(data) != before, "the fault must change the good graph"
    return data


def _also(fault: Path) -> set[str]:
    lines = fault.read_text(encoding="utf-8").splitlines()
    return {each.strip() for line in lines if line.startswith("# also:") for each in line[len("# also:") :].split(",")}


def _messages(shape: URIRef) -> dict[str | None, str]:
    holders = [shape, *_shapes().objects(shape, SH.sparql)]
    texts = [each for holder in holders for each in _shapes().objects(holder, SH.message)]
    return {each.language: str(each) for each in texts if isinstance(each, Literal)}


def _named() -> list[str]:
    """Return the names of the shapes that can fail on their own."""
    names = {str(shape).removeprefix(str(ZS)) for shape in _shapes().subjects() if str(shape).startswith(str(ZS))}
    return sorted(name for name in names if _messages(ZS[name]))


def test_shapes_are_valid_shacl() -> None:
    pyshacl.validate(Graph(), shacl_graph=_shapes(), meta_shacl=True)


def test_good_graph_passes() -> None:
    assert _results(_good()) == set()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda path: path.stem)
def test_fault_is_caught_with_its_own_message(fault: Path) -> None:
    name = fault.stem.split(".")[0]

    results = _results(_broken(fault))

    assert {shape for shape, _ in results} == {name} | _also(fault)
    said = {text for shape, texts in results if shape == name for text in texts}
    for text in _messages(ZS[name]).values():
        assert any(each.startswith(text.split("{")[0]) for each in said)
        assert not any("{?" in each for each in said), "names are filled in"


def test_every_shape_has_a_failing_fixture() -> None:
    assert {fault.stem.split(".")[0] for fault in FAULTS} == set(_named())


@pytest.mark.parametrize("name", _named())
def test_messages_are_in_english_and_chinese(name: str) -> None:
    assert set(_messages(ZS[name])) == {"en", "zh-Hans"}


def test_no_two_shapes_share_a_message() -> None:
    texts = [text for name in _named() for text in _messages(ZS[name]).values()]

    assert len(texts) == len(set(texts))


def test_set_based_results_name_the_claim() -> None:
    _, report, _ = pyshacl.validate(_broken(FIXTURES / "claimDomain.ru"), shacl_graph=_shapes(), inference="none")

    assert isinstance(report, Graph)
    assert set(report.objects(None, SH.value)) == {URIRef(PREFIXES["zc"] + "works")}
