"""Check a graph against the SHACL shapes of the ontology."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import pyoxigraph as ox
import pyshacl
import rdflib
from rdflib.namespace import DCTERMS, RDF, SH
from rdflib.plugins.parsers.notation3 import BadSyntax

from graph.errors import GraphError
from graph.knowledge import KnowledgeGraph
from graph.terms import PREFIXES

_OA: Final = rdflib.Namespace(PREFIXES["oa"])
_PROV: Final = rdflib.Namespace(PREFIXES["prov"])
_ZT: Final = rdflib.Namespace(PREFIXES["zt"])
_SEVERITIES: Final = ("Violation", "Warning", "Info")


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that a shape does not allow.

    Args:
        focus: The node that is wrong: an IRI.
        path: IRI of the property, or ``""``.
        value: The wrong value, or ``""``.
        message: What the shape says about it, in English.
        severity: ``Violation``, ``Warning`` or ``Info``.
        shape: IRI of the shape, or ``""`` where it has none.
        claim: IRI of the claim that it belongs to, or ``""``.
        doc: Id of the document that it comes from, or ``""``.
        quote: The quote behind the claim, or ``""``.
    """

    focus: str
    path: str
    value: str
    message: str
    severity: str
    shape: str
    claim: str = ""
    doc: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """What the shapes found, most severe first, then by document and node.

    Args:
        conforms: Whether nothing is wrong; warnings and information do not count.
        violations: All results.
    """

    conforms: bool
    violations: tuple[Violation, ...] = ()

    def to_json(self) -> str:
        """Return the report as JSON, with a newline at the end."""
        body = {"conforms": self.conforms, "violations": [asdict(each) for each in self.violations]}
        return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def validate(kg: KnowledgeGraph, more: Path | None = None) -> ValidationReport:
    """Check *kg* against the shapes.

    The check runs on a plain copy in memory: an adapter over the store makes it a hundred times slower.

    Args:
        kg: The graph.
        more: A Turtle file with shapes of a domain's own, beside those for all graphs.

    Raises:
        GraphError: When the shapes themselves cannot be used.
    """
    return check(kg.quads(), more)


def check(quads: Iterable[ox.Quad], more: Path | None = None) -> ValidationReport:
    """Check *quads*, all graphs taken as one, against the shapes."""
    data, shapes = as_rdflib(quads), _turtle("shapes.ttl")
    if more is not None:
        shapes = shapes + _own_shapes(more)
    _, found, text = pyshacl.validate(_with_ontology(data), shacl_graph=shapes, inference="none")
    if not isinstance(found, rdflib.Graph):
        raise GraphError(f"the shapes cannot be used: {found or text}")
    results = sorted(
        (_violation(found, node, data) for node in found.subjects(RDF.type, SH.ValidationResult)),
        key=lambda each: (_SEVERITIES.index(each.severity), not each.doc, each.doc, each.focus, each.path, each.value),
    )
    return ValidationReport(not any(each.severity == "Violation" for each in results), tuple(results))


def as_rdflib(quads: Iterable[ox.Quad]) -> rdflib.Graph:
    """Return the triples of *quads*, all graphs taken as one, as a plain rdflib graph."""
    graph = rdflib.Graph()
    for prefix, iri in PREFIXES.items():
        graph.bind(prefix, iri)
    graph.addN((*_triple(quad), graph) for quad in quads)
    return graph


def _triple(quad: ox.Quad) -> tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]:
    return _node(quad.subject), rdflib.URIRef(quad.predicate.value), _node(quad.object)


def _node(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> rdflib.term.Node:
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        return rdflib.Literal(term.value, datatype=_datatype(term.datatype.value), normalize=False)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    raise GraphError(f"a triple about a triple cannot be checked by these shapes: {term}")


def _datatype(iri: str) -> rdflib.URIRef | None:
    """Return the data type as rdflib writes it: plain strings carry none."""
    return None if iri == PREFIXES["xsd"] + "string" else rdflib.URIRef(iri)


def _with_ontology(data: rdflib.Graph) -> rdflib.Graph:
    """Return *data* with the ontology, from which the shapes read classes, domains and ranges."""
    together = rdflib.Graph()
    for graph in (data, _turtle("zhitu.ttl")):
        together += graph
    return together


@cache
def _turtle(name: str) -> rdflib.Graph:
    """Return a Turtle file of the ontology."""
    return rdflib.Graph().parse(data=files("ontology").joinpath(name).read_text(encoding="utf-8"), format="turtle")


def _own_shapes(path: Path) -> rdflib.Graph:
    try:
        return rdflib.Graph().parse(data=path.read_text(encoding="utf-8"), format="turtle")
    except (BadSyntax, UnicodeDecodeError) as error:
        raise GraphError(f"{path}: the shapes are no Turtle, please correct: {error}") from error


def _violation(found: rdflib.Graph, node: rdflib.term.Node, data: rdflib.Graph) -> Violation:
    """Return one result of the report, with the claim, the document and the quote it is about."""
    focus, value = found.value(node, SH.focusNode), found.value(node, SH["value"])
    path = found.value(node, SH.resultPath)
    claim = next((claim for start in (focus, value) if start is not None for claim in _claims(data, start)), None)
    quote, source = _behind(data, claim if claim is not None else focus)
    shape = found.value(node, SH.sourceShape)
    return Violation(
        focus=str(focus),
        path=str(path) if isinstance(path, rdflib.URIRef) else "",
        value="" if value is None else str(value),
        message=_message(found, node),
        severity=str(found.value(node, SH.resultSeverity)).rpartition("#")[2],
        shape=str(shape) if isinstance(shape, rdflib.URIRef) else "",
        claim="" if claim is None else str(claim),
        doc=source,
        quote=quote,
    )


def _message(found: rdflib.Graph, node: rdflib.term.Node) -> str:
    """Return the English message, or the first there is."""
    messages = sorted(found.objects(node, SH.resultMessage), key=str)
    english = [each for each in messages if isinstance(each, rdflib.Literal) and each.language == "en"]
    return str((english or messages or [""])[0])


def _claims(data: rdflib.Graph, node: rdflib.term.Node) -> Iterator[rdflib.term.Node]:
    """Yield the claims that *node* is, or rests on as a fact, or is the evidence or the amount of, first by IRI."""
    if (node, RDF.type, _ZT.Claim) in data:
        yield node
    yield from sorted(data.objects(node, _ZT.supportedBy), key=str)
    yield from sorted(data.subjects(_PROV.wasDerivedFrom | _ZT.amount, node), key=str)


def _behind(data: rdflib.Graph, node: rdflib.term.Node | None) -> tuple[str, str]:
    """Return the quote that *node* rests on and the id of its document, as far as they are there."""
    evidence = data.value(node, _PROV.wasDerivedFrom) if (node, RDF.type, _ZT.Claim) in data else node
    source = data.value(evidence, _OA.hasSource) or evidence
    quote, doc = data.value(evidence, _OA.exact), data.value(source, DCTERMS.identifier)
    return str(quote or ""), str(doc or "")
