"""The W3C's tests of the SPARQL 1.1 Protocol, over HTTP against a real server."""

from collections.abc import Iterator

import pytest
import rdflib

from tests.graph.small_graph import build_small
from tests.graph.web.server import WRITING, Reply, Server, writable
from tests.graph.web.w3c import MF, RDFS, SUITES, Manifest, entries, manifest, needs_shared

pytestmark = needs_shared

NOT_PASSED: dict[str, str] = {}

HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
UT = rdflib.Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
BASE = "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/manifest#"
TABULAR = {"application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"}
GRAPHS = {"text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with writable(build_small(tmp_path_factory.mktemp("protocol"))) as running:
        yield running


@pytest.fixture(scope="module")
def read() -> Manifest:
    return manifest("protocol")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.xfail(reason=NOT_PASSED[name])) if name in NOT_PASSED else name
        for name in entries("protocol")
    ],
)
def test_protocol(name: str, server: Server, read: Manifest) -> None:
    test = rdflib.URIRef(BASE + name)
    prepare(server, read, test)

    for request in read.many(read.one(test, MF.action), HT.requests):
        check(read, request, send(server, read, request))


def prepare(server: Server, read: Manifest, test: rdflib.URIRef) -> None:
    """Put the graphs of a test into an empty store."""
    assert server.update("DROP ALL").status == 204
    for data in read.objects(test, UT.graphData):
        file = SUITES / "protocol" / str(read.one(data, UT.graph)).rpartition("/")[2]
        assert server.put(str(read.one(data, RDFS.label)), file.read_text(encoding="utf-8")).status == 201


def send(server: Server, read: Manifest, request: rdflib.term.Node) -> Reply:
    """Send a request as the manifest writes it, with the token."""
    headers = dict(WRITING)
    if read.value(request, HT.headers) is not None:
        for header in read.many(request, HT.headers):
            headers[str(read.one(header, HT.fieldName))] = str(read.one(header, HT.fieldValue))
    content = read.value(request, HT.body)
    body = None
    if content is not None:
        body = str(read.one(content, CNT.chars)).encode(str(read.one(content, CNT.characterEncoding)))
    return server.send(str(read.one(request, HT.methodName)), str(read.one(request, HT.absolutePath)), body, headers)


def check(read: Manifest, request: rdflib.term.Node, reply: Reply) -> None:
    """Compare an answer with what the manifest expects."""
    expected = read.one(request, HT.resp)
    allowed = {str(status)[-3] for status in read.objects(expected, MF.expectedStatus)}
    media = reply.headers.get("content-type", "").partition(";")[0]

    assert str(reply.status)[0] in allowed, reply.text
    if reply.status >= 400:
        assert media == "application/problem+json"
    truth = read.value(expected, MF.expectedBoolean)
    if truth is not None:
        assert reply.json["boolean"] is bool(truth.toPython())  # type: ignore[attr-defined]
    form = str(read.value(expected, MF.expectedFormat) or "")
    assert media in {"": {media}, "boolean": TABULAR, "tabular": TABULAR, "RDF": GRAPHS}[form]
