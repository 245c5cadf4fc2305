"""The endpoint as its users see it: formats, what was cut, one shape of problems, nothing from outside."""

import json
import platform
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyoxigraph as ox
import pytest
import rdflib

from graph.build import build, forget
from graph.knowledge import KnowledgeGraph
from tests.graph.small_graph import HandExtractor, build_small
from tests.graph.web.server import Server, serving
from tests.shared import run

ALL = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o"


@pytest.fixture(scope="module")
def server(small: Path) -> Iterator[Server]:
    with serving(small, "--rows", "20") as running:
        yield running


@pytest.fixture(scope="module")
def graph(small: Path) -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph.open(small) as opened:
        yield opened


RESULTS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}


@pytest.mark.parametrize("media", RESULTS)
def test_rows_are_those_of_the_graph_in_every_format(media: str, server: Server, graph: KnowledgeGraph) -> None:
    query = "SELECT ?s ?label ?none { ?s rdfs:label ?label } ORDER BY ?s ?label LIMIT 10"
    reply = server.query(query, media)
    read = ox.parse_query_results(reply.body, format=RESULTS[media])

    assert reply.headers["content-type"].startswith(media)
    assert isinstance(read, ox.QuerySolutions)
    here = graph.query(query)
    assert isinstance(here, ox.QuerySolutions)
    assert [list(row) for row in read] == [list(row) for row in here]


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("text/csv", "text/csv"),
        ("text/csv;q=0.5, application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/html, application/xml;q=0.9, */*;q=0.8", "application/sparql-results+xml"),
        ("text/*", "text/csv"),
        ("application/json", "application/sparql-results+json"),
        ("application/sparql-results+json;q=0, */*", "application/sparql-results+xml"),
    ],
)
def test_the_client_gets_what_it_likes_best(accept: str, media: str, server: Server) -> None:
    reply = server.query("SELECT * { ?s a ?c } LIMIT 1", accept)

    assert reply.headers["content-type"].partition(";")[0] == media
    assert reply.headers["vary"] == "Accept"


@pytest.mark.parametrize(
    ("form", "media"),
    [
        ("turtle", "text/turtle"),
        ("xml", "application/rdf+xml"),
        ("json", "application/ld+json"),
        ("nt", "application/n-triples"),
    ],
)
def test_a_parameter_names_the_format_too(form: str, media: str, server: Server) -> None:
    reply = server.query("CONSTRUCT WHERE { ?s a ?c }", format=form)

    assert reply.headers["content-type"].partition(";")[0] == media


def test_triples_come_as_turtle_with_our_prefixes(server: Server) -> None:
    reply = server.query("DESCRIBE ze:OpenAI")

    assert "ze:OpenAI" in reply.text
    assert len(rdflib.Graph().parse(data=reply.text, format="turtle")) > 3


@pytest.mark.parametrize("accept", ["application/sparql-results+json", "application/sparql-results+xml", "text/csv"])
def test_an_answer_that_was_cut_says_so(accept: str, server: Server) -> None:
    reply = server.query(ALL, accept)

    assert (reply.headers["zhitu-cut"], reply.headers["zhitu-rows"]) == ("true", "20")
    if accept.endswith("json"):
        assert len(reply.json["results"]["bindings"]) == 20
        assert reply.json["head"]["link"] == ["https://w3id.org/zhitu/cut?rows=20"]
    elif accept.endswith("xml"):
        assert '<link href="https://w3id.org/zhitu/cut?rows=20"/></head>' in reply.text
    else:
        assert reply.text.count("\r\n") == 21


def test_an_answer_that_is_just_as_long_as_it_may_be_is_whole(server: Server) -> None:
    reply = server.query(f"{ALL} LIMIT 20")

    assert reply.headers["zhitu-cut"] == "false"
    assert reply.json["head"] == {"vars": ["s", "p", "o"]}


def test_triples_are_cut_as_well(server: Server) -> None:
    reply = server.query("CONSTRUCT WHERE { ?s ?p ?o }")

    assert reply.headers["zhitu-cut"] == "true"
    assert len(rdflib.Graph().parse(data=reply.text, format="turtle")) == 20


def test_all_graphs_are_searched_unless_the_query_names_some(server: Server, graph: KnowledgeGraph) -> None:
    one = next(quad.graph_name for quad in graph.quads() if isinstance(quad.graph_name, ox.NamedNode))
    count = "SELECT (COUNT(*) AS ?n) %s { ?s ?p ?o }"

    def counted(text: str, **more: str) -> int:
        return int(server.query(text, **more).json["results"]["bindings"][0]["n"]["value"])

    inside = sum(1 for quad in graph.quads() if quad.graph_name == one)
    assert counted(count % "") == len({(quad.subject, quad.predicate, quad.object) for quad in graph.quads()})
    assert counted(count % f"FROM {one}") == inside
    assert counted(count % "", **{"default-graph-uri": one.value}) == inside
    assert counted(count % "", **{"named-graph-uri": one.value}) == 0


def test_a_syntax_error_has_its_place(server: Server) -> None:
    reply = server.query("SELECT *\n{ ?s ?p }")

    assert reply.status == 400
    assert reply.headers["content-type"] == "application/problem+json"
    assert {key: reply.json[key] for key in ("status", "title", "line", "column")} == {
        "status": 400,
        "title": "Malformed query",
        "line": 2,
        "column": 10,
    }


REACHING = [
    "SELECT * { SERVICE <{there}> { ?s ?p ?o } }",
    "SELECT * { service silent <{there}> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o SERVICESILENT<{there}>{ ?a ?b ?c } }",
    "SELECT * { VALUES ?x { <{there}> } SERVICE ?x { ?s ?p ?o } }",
    "PREFIX x: <{there}> SELECT * { SERVICEx:{ ?s ?p ?o } }",
    "SELECT * { ?s ?p 1SERVICE<{there}>{ ?a ?b ?c } }",
    "SELECT * { ?s ?p 1.SERVICE <{there}> { ?a ?b ?c } }",
    "SELECT * { ?s ?p trueSERVICE <{there}> { ?a ?b ?c } }",
    "SELECT * { FILTER(1<2)SERVICE<{there}>{ ?s ?p ?o } }",
    "SELECT * { FILTER('a'<'x>') SERVICE <{there}> { ?a ?b ?c } FILTER('' = '') }",
    "SELECT * { FILTER(1<2#>'''\n) SERVICE <{there}> { ?a ?b ?c } #'''\n }",
    "SELECT * { SERVICE#x\n<{there}>#y\n{ ?a ?b ?c } }",
    "SELECT * { ?s <http://example.org/it's> 'x' . SERVICE <{there}> { ?s ?p 'y' } }",
    "PREFIX e: <http://example.org/> SELECT * { ?s e:it\\'s ?o SERVICE <{there}> { ?s ?p 'y' } }",
    "SELECT * { { SELECT * { FILTER EXISTS { SeRvIcE <{there}> { ?s ?p ?o } } } } }",
    "SELECT * { SERVICE <\\u0068ttp{rest}> { ?s ?p ?o } }",
    f"SELECT * {{ FILTER('{'service' * 300}' = '') }}",
]


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[socket.socket]:
    """Listen where no query may reach."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


@pytest.mark.parametrize("query", REACHING)
def test_no_query_reaches_outside(query: str, server: Server, elsewhere: socket.socket) -> None:
    there = f"http://127.0.0.1:{elsewhere.getsockname()[1]}/"
    reply = server.query(query.replace("{there}", there).replace("{rest}", there.removeprefix("http")))

    assert (reply.status, reply.json["title"]) == (403, "Nothing from outside")
    with pytest.raises(BlockingIOError):
        elsewhere.accept()


@pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in {"x86_64", "aarch64"}, reason="seccomp is Linux's"
)
def test_the_kernel_keeps_workers_from_opening_connections() -> None:
    program = "from graph.web.barrier import close_off; import socket; print(close_off()); socket.socket()"
    code, out, err = run(sys.executable, "-c", program, check=False)

    assert (code, out) == (1, "True\n")
    assert "PermissionError" in err


@pytest.mark.parametrize(
    "query",
    [
        "ASK { ?SERVICE ?load 'SERVICE' }",
        "ASK { ?s ?microservice ?o . { ?s ?p 'service: our best' } }",
        'ASK { ?s <http://example.org/SERVICE> "LOAD" } # SERVICE',
        "PREFIX SERVICE: <http://example.org/> ASK { SERVICE:LOAD ?p '''SERVICE \\''' ' '''@en-load }",
    ],
)
def test_words_that_only_look_like_reaching_outside_are_fine(query: str, server: Server) -> None:
    assert server.query(query).status == 200


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", "/sparql?query=ASK{}&format=picture", {}, 400),
        ("GET", "/sparql?query=ASK{}", {"Accept": "image/png"}, 406),
        ("GET", "/sparql?query=ASK{}&default-graph-uri=nowhere", {}, 400),
        ("GET", "/sparql?query=ASK{}&using-graph-uri=http://example.org/", {}, 400),
        ("GET", "/sparql?query=%ff", {}, 400),
        ("GET", f"/sparql?{'a=b&' * 2000}", {}, 400),
        ("GET", f"/sparql?query={'a' * 300_000}", {}, 400),
        ("GET", f"/sparql?query={'(' * 50_000}", {}, 400),
        ("GET", f"/sparql?query={quote('SELECT * { FILTER ' + '(' * 40_000 + '1' + ')' * 40_000 + '}')}", {}, 422),
        ("DELETE", "/sparql", {}, 405),
        ("POST", "/sparql", {"Content-Type": "application/sparql-query", "Content-Length": "99999999999"}, 413),
        ("POST", "/sparql", {"Content-Type": "application/sparql-query", "Content-Length": "-1"}, 400),
        ("GET", "/graph-store", {}, 400),
        ("GET", "/graph-store?graph=http://example.org/not-there", {}, 404),
        ("GET", "/graph-store?default&graph=http://example.org/", {}, 400),
        ("PUT", "/graph-store?graph=http://example.org/x", {}, 403),
        ("GET", "/%2e%2e/%2e%2e/etc/passwd", {}, 404),
        ("GET", "/%00", {}, 404),
    ],
)
def test_bad_requests_are_problems(
    method: str, path: str, headers: dict[str, str], status: int, server: Server
) -> None:
    reply = server.send(method, path, headers=headers)

    assert reply.headers["content-type"] == "application/problem+json"
    assert (reply.status, reply.json["status"]) == (status, status)
    assert reply.json["detail"]
    assert len(reply.body) < 5000


def test_a_query_that_is_nested_too_deeply_is_refused_and_the_server_goes_on(server: Server) -> None:
    query = "SELECT * { " + "{" * 200_000 + "}" * 200_000 + " }"
    reply = server.send("POST", "/sparql", query, {"Content-Type": "application/sparql-query"})

    assert 400 <= reply.status < 500
    assert reply.headers["content-type"] == "application/problem+json"
    assert server.ask("ASK {}")


@pytest.mark.parametrize("size", [2_000_000, 20_000_000])
def test_a_query_that_is_too_long_is_refused(size: int, server: Server) -> None:
    reply = server.send("POST", "/sparql", "ASK { } # " + "x" * size, {"Content-Type": "application/sparql-query"})

    assert (reply.status, reply.headers["content-type"]) == (413, "application/problem+json")


def test_an_update_is_refused_where_nothing_may_be_changed(server: Server) -> None:
    assert server.update("CLEAR ALL").status == 403
    assert server.ask("ASK { ?s ?p ?o }")


def test_an_address_may_be_typed_in_chinese(server: Server) -> None:
    with socket.create_connection((server.host, server.port)) as line:
        query = "ASK{?s%20rdfs:label%20'微软'@zh-Hans}".encode()
        line.sendall(b"GET /sparql?query=" + query + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        answer = b"".join(iter(lambda: line.recv(65536), b""))

    assert json.loads(answer.partition(b"\r\n\r\n")[2])["boolean"] is True


def test_a_new_build_shows_at_once(tmp_path: Path) -> None:
    folder = build_small(tmp_path)
    with serving(folder) as server:
        assert server.ask("ASK { zd:costs.txt a zt:Document }")
        (tmp_path / "texts" / "costs.txt").unlink()
        forget(["costs.txt"], folder)
        assert not server.ask("ASK { zd:costs.txt a zt:Document }")
        build([tmp_path / "texts"], folder, extractor=HandExtractor())
        assert server.ask("ASK { <https://w3id.org/zhitu/document/news/money.txt> a zt:Document }")


def headers_of(server: Server, path: str) -> dict[str, Any]:
    return dict(server.send("GET", path).headers)


def test_pages_load_nothing_from_elsewhere_and_have_their_tags(server: Server) -> None:
    headers = headers_of(server, "/")

    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert server.send("GET", "/", headers={"If-None-Match": headers["etag"]}).status == 304
