"""Programs of others use the endpoint unchanged."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore, SPARQLUpdateStore
from SPARQLWrapper import CSV, JSON, JSONLD, POST, RDFXML, TURTLE, XML, SPARQLWrapper

from tests.graph.small_graph import build_small
from tests.graph.web.server import TOKEN, WRITING, Server, serving, writable
from tests.shared import run

QUERY = "PREFIX zt: <https://w3id.org/zhitu/ontology#> SELECT ?who ?whom { ?who zt:supplies ?whom }"
WHO = "https://w3id.org/zhitu/entity/NVIDIA"
NEW = rdflib.URIRef("http://example.org/new")

needs_curl = pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with writable(build_small(tmp_path_factory.mktemp("clients"))) as running:
        yield running


def wrapper(server: Server, query: str, form: str) -> SPARQLWrapper:
    client = SPARQLWrapper(f"{server.address}/sparql")
    client.setQuery(query)
    client.setReturnFormat(form)
    return client


def test_sparqlwrapper_gets_rows(server: Server) -> None:
    rows = wrapper(server, QUERY, JSON).queryAndConvert()
    assert isinstance(rows, dict)
    assert [row["who"]["value"] for row in rows["results"]["bindings"]] == [WHO]
    document = wrapper(server, QUERY, XML).queryAndConvert()
    assert WHO in document.toxml()  # type: ignore[union-attr]
    assert WHO.encode() in wrapper(server, QUERY, CSV).queryAndConvert()  # type: ignore[operator]


@pytest.mark.parametrize("form", [TURTLE, RDFXML, XML, JSONLD])
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_sparqlwrapper_gets_triples(form: str, server: Server) -> None:
    found = wrapper(server, f"DESCRIBE <{WHO}>", form).queryAndConvert()
    if isinstance(found, bytes):
        found = rdflib.Graph().parse(data=found, format="turtle")

    assert isinstance(found, rdflib.Graph)
    assert rdflib.URIRef(WHO) in set(found.subjects())


def test_sparqlwrapper_posts_and_updates(server: Server) -> None:
    asking = wrapper(server, QUERY, JSON)
    asking.setMethod(POST)
    assert WHO in str(asking.queryAndConvert())

    changing = SPARQLWrapper(f"{server.address}/sparql")
    changing.setMethod(POST)
    changing.addCustomHttpHeader("Authorization", f"Bearer {TOKEN}")
    changing.setQuery(f"INSERT DATA {{ <{NEW}> <x:by> 'SPARQLWrapper' }}")
    changing.query()
    assert server.ask(f"ASK {{ <{NEW}> <x:by> 'SPARQLWrapper' }}")


def test_rdflib_reads(server: Server) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{server.address}/sparql"))
    supplies = rdflib.URIRef("https://w3id.org/zhitu/ontology#supplies")

    assert [str(subject) for subject in graph.subjects(supplies)] == [WHO]
    assert [str(row[0]) for row in graph.query(QUERY)] == [WHO]  # type: ignore[index]
    assert len(graph) > 100


def test_rdflib_writes(server: Server) -> None:
    address = f"{server.address}/sparql"
    store = SPARQLUpdateStore(address, address, headers=WRITING)
    graph = rdflib.Graph(store, identifier=rdflib.URIRef("http://example.org/rdflib"))

    graph.add((NEW, rdflib.RDFS.label, rdflib.Literal("新的", lang="zh-Hans")))
    assert [str(label) for label in graph.objects(NEW, rdflib.RDFS.label)] == ["新的"]
    assert server.ask(f"ASK {{ GRAPH <http://example.org/rdflib> {{ <{NEW}> rdfs:label '新的'@zh-Hans }} }}")
    graph.remove((NEW, None, None))
    assert not server.ask(f"ASK {{ GRAPH <http://example.org/rdflib> {{ <{NEW}> ?p ?o }} }}")


@needs_curl
def test_curl_asks_and_puts(server: Server, tmp_path: Path) -> None:
    address = f"{server.address}/sparql"
    _, got, _ = run("curl", "-sf", "-G", address, "--data-urlencode", f"query={QUERY}", "-H", "Accept: text/csv")
    _, posted, _ = run("curl", "-sf", address, "--data-urlencode", f"query={QUERY}", "-H", "Accept: text/csv")
    assert got == posted == f"who,whom\n{WHO},https://w3id.org/zhitu/entity/Microsoft\n"

    (tmp_path / "new.ttl").write_text("<> <x:by> 'curl' .", encoding="utf-8")
    graph, token = f"{server.address}/graph-store/curl", f"Authorization: Bearer {TOKEN}"
    run("curl", "-sf", "-T", tmp_path / "new.ttl", graph, "-H", "Content-Type: text/turtle", "-H", token)
    _, back, _ = run("curl", "-sf", graph)
    assert "curl" in back


@pytest.fixture(scope="module")
def oxigraph() -> Iterator[str]:
    """Run a server that is not ours and return its address."""
    program = Path(sys.executable).parent / "oxigraph"
    if not program.is_file():
        pytest.skip("the server of the package oxigraph is not installed")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with running([str(program), "serve", "--bind", f"127.0.0.1:{port}"]):
        address = f"http://127.0.0.1:{port}/query"
        for _ in range(200):
            try:
                urlopen(f"{address}?query=ASK%7B%7D").close()
                break
            except URLError:
                time.sleep(0.05)
        yield address


@contextmanager
def running(command: list[str]) -> Iterator[None]:
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield
        finally:
            process.terminate()


def test_another_server_asks_ours_as_a_service(oxigraph: str, server: Server) -> None:
    supplies = "<https://w3id.org/zhitu/ontology#supplies>"
    query = f"SELECT ?who {{ SERVICE <{server.address}/sparql> {{ ?who {supplies} ?whom }} }}"
    with urlopen(f"{oxigraph}?{urlencode({'query': query})}") as answer:
        body = answer.read().decode("utf-8")

    assert WHO in body


def test_a_browser_gets_something_it_can_show(small: Path) -> None:
    with serving(small) as server:
        accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

        assert server.query("ASK {}", accept).headers["content-type"] == "application/sparql-results+xml"
