"""The W3C's tests of result formats and of the Service Description, over HTTP against a real server."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import rdflib

from graph.web.description import SD
from tests.graph.small_graph import build_small
from tests.graph.web.server import Server, writable
from tests.graph.web.w3c import MF, RDF, SUITES, entries, manifest, needs_shared

pytestmark = needs_shared

NOT_PASSED: dict[str, str] = dict.fromkeys(
    ("csv03", "tsv03"),
    "Oxigraph keeps the values of numbers, not their spelling: 1.0E6 becomes 1000000, a negativeInteger an integer",
)

QT = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
MEDIA = {"csv": "text/csv", "tsv": "text/tab-separated-values", "srj": "application/sparql-results+json"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with writable(build_small(tmp_path_factory.mktemp("results"))) as running:
        yield running


def table(header: list[str], rows: list[list[str]]) -> Any:
    """Return what a table says: the order of rows, and of the columns of SELECT *, is nobody's promise."""
    cells = ([re.sub(r"^_:.*", "_:", cell) for cell in row] for row in rows)
    return sorted(header), Counter(tuple(sorted(zip(header, row, strict=True))) for row in cells)


def rows_of_csv(text: str) -> Any:
    header, *rows = csv.reader(io.StringIO(text))
    return table(header, rows)


def rows_of_tsv(text: str) -> Any:
    header, *rows = (line.split("\t") for line in text.replace("\r\n", "\n").rstrip("\n").split("\n"))
    return table(header, rows)


def rows_of_json(text: str) -> Any:
    body = json.loads(text)
    if "boolean" in body:
        return body["boolean"]
    rows = (
        tuple(
            sorted(
                (name, cell["type"], "" if cell["type"] == "bnode" else str(sorted(cell.items())))
                for name, cell in row.items()
            )
        )
        for row in body["results"]["bindings"]
    )
    return sorted(body["head"]["vars"]), Counter(rows)


READERS: dict[str, Callable[[str], Any]] = {"csv": rows_of_csv, "tsv": rows_of_tsv, "srj": rows_of_json}
TESTS = [(suite, name) for suite in ("csv-tsv-res", "json-res") for name in entries(suite)]


@pytest.mark.parametrize(
    ("suite", "name"),
    [
        pytest.param(*test, marks=pytest.mark.xfail(reason=NOT_PASSED[test[1]])) if test[1] in NOT_PASSED else test
        for test in TESTS
    ],
)
def test_result_format(suite: str, name: str, server: Server) -> None:
    read = manifest(suite)
    test = next(entry for entry in read.subjects(MF.action) if str(entry).endswith(f"#{name}"))
    action, expected = read.one(test, MF.action), str(read.one(test, MF.result)).rpartition("/")[2]
    files = [SUITES / suite / str(read.one(action, each)).rpartition("/")[2] for each in (QT.query, QT.data)]
    query, data = (file.read_text(encoding="utf-8") for file in files)
    kind = expected.rpartition(".")[2]
    server.update("DROP ALL")
    server.put("", data)

    reply = server.query(query, MEDIA[kind])

    assert reply.headers["content-type"].startswith(MEDIA[kind])
    assert READERS[kind](reply.text) == READERS[kind]((SUITES / suite / expected).read_text(encoding="utf-8"))


def description(server: Server, media: str = "text/turtle") -> rdflib.Graph:
    reply = server.send("GET", "/sparql", headers={"Accept": media})
    assert reply.headers["content-type"].startswith(media)
    return rdflib.Graph().parse(data=reply.body, format=media)


@pytest.mark.parametrize("media", ["text/turtle", "application/rdf+xml", "application/n-triples"])
def test_returns_rdf(media: str, server: Server) -> None:
    assert len(description(server, media)) == len(description(server)) > 0


def test_has_endpoint_triple(server: Server) -> None:
    endpoint = rdflib.URIRef(f"{server.address}/sparql")

    assert list(description(server).triples((None, rdflib.URIRef(f"{SD}endpoint"), endpoint)))


def test_conforms_to_schema(server: Server) -> None:
    found, sd = description(server), rdflib.Namespace(SD)
    (service,) = found.subjects(RDF.type, sd.Service)
    (dataset,) = found.objects(service, sd.defaultDataset)

    assert (dataset, RDF.type, sd.Dataset) in found
    assert [(graph, RDF.type, sd.Graph) in found for graph in found.objects(dataset, sd.defaultGraph)] == [True]
    assert set(found.objects(service, sd.supportedLanguage)) == {sd.SPARQL11Query, sd.SPARQL11Update}
    assert set(found.objects(service, sd.feature)) <= {sd.UnionDefaultGraph, sd.BasicFederatedQuery}
    for relation in (sd.resultFormat, sd.inputFormat):
        assert all(str(each).startswith("http://www.w3.org/ns/formats/") for each in found.objects(service, relation))
    assert [str(name) for name in entries("service-description")] == [
        "has-endpoint-triple",
        "returns-rdf",
        "conforms-to-schema",
    ]
