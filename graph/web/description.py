"""The SPARQL 1.1 Service Description: what the endpoint can do, for programs."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Final

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from graph import folder as build
from graph.terms import PREFIXES
from graph.web.answers import RDF
from graph.web.negotiation import ROWS, TRIPLES, chosen
from graph.web.protocol import base_iri, parsed

SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_FORMAT: Final = "http://www.w3.org/ns/formats/"
_VOID: Final = "http://rdfs.org/ns/void#"
_TYPE: Final = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_NAMES: Final = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "turtle": "Turtle",
    "ntriples": "N-Triples",
    "rdfxml": "RDF_XML",
    "jsonld": "JSON-LD",
    "n3": "N3",
    "nquads": "N-Quads",
    "trig": "TriG",
}


def describe(request: Request) -> Response:
    """Describe the service in the format of RDF that the client likes best."""
    format_ = chosen(request, parsed(request.url.query), TRIPLES)
    out = BytesIO()
    quads = build.current(request.app.state.served.folder).quads
    triples = list(_triples(base_iri(request), writable=request.app.state.settings.writable, quads=quads))
    prefixes = {"sd": SD, "formats": _FORMAT, "void": _VOID, "xsd": PREFIXES["xsd"]}
    ox.serialize(triples, out, format=RDF[format_.name], prefixes=prefixes)
    return Response(out.getvalue(), headers={"Content-Type": format_.content_type, "Vary": "Accept"})


def _triples(endpoint: str, *, writable: bool, quads: int) -> Iterator[ox.Triple]:
    """Yield the description: the default graph of the service is all of its graphs together."""
    service, dataset, graph = (ox.NamedNode(f"{endpoint}#{part}") for part in ("service", "dataset", "default-graph"))
    yield ox.Triple(service, _TYPE, _sd("Service"))
    yield ox.Triple(service, _sd("endpoint"), ox.NamedNode(endpoint))
    yield ox.Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    if writable:
        yield ox.Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Update"))
    yield ox.Triple(service, _sd("feature"), _sd("UnionDefaultGraph"))
    for format_ in (*ROWS, *TRIPLES):
        yield ox.Triple(service, _sd("resultFormat"), ox.NamedNode(_FORMAT + _NAMES[format_.name]))
    for format_ in TRIPLES if writable else ():
        yield ox.Triple(service, _sd("inputFormat"), ox.NamedNode(_FORMAT + _NAMES[format_.name]))
    yield ox.Triple(service, _sd("defaultDataset"), dataset)
    yield ox.Triple(dataset, _TYPE, _sd("Dataset"))
    yield ox.Triple(dataset, _sd("defaultGraph"), graph)
    yield ox.Triple(graph, _TYPE, _sd("Graph"))
    yield ox.Triple(graph, ox.NamedNode(f"{_VOID}triples"), ox.Literal(quads))


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(SD + name)
