"""The W3C's tests of the Graph Store HTTP Protocol, over HTTP against a real server.

The manifest tells requests and answers in prose; they are read from there, and run in its order.
"""

import re
from textwrap import dedent

import pytest
import rdflib
from rdflib.compare import isomorphic

from tests.graph.small_graph import build_small
from tests.graph.web.server import WRITING, Reply, Server, writable
from tests.graph.web.w3c import RDFS, Manifest, entries, manifest, needs_shared

pytestmark = needs_shared

NOT_PASSED: dict[str, str] = {}
WRONG_GRAPHS = {
    "get_of_post__existing_graph": "the manifest's graph is neither what was put before nor has it what was posted",
}
NOT_THERE = {"delete__existing_graph": "no test before it puts the graph that it removes"}
NO_FULL_STOP = {"post__existing_graph", "post__multipart_formdata"}  # their Turtle lacks the full stop at its end

BASE = "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/http-rdf-update/manifest#"


@pytest.fixture(scope="module")
def failures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Run the whole sequence and return what went wrong with each test."""
    read, found, new = manifest("http-rdf-update"), {}, ""
    with writable(build_small(tmp_path_factory.mktemp("graph-store"))) as server:
        assert server.update("DROP ALL").status == 204
        for name in entries("http-rdf-update"):
            asked, expected = told(read, name, server, new)
            if name in NOT_THERE:
                server.send("PUT", asked.split()[1], "<a> <b> <c> .", {**WRITING, "Content-Type": "text/turtle"})
            if name in NO_FULL_STOP:
                asked = re.sub(r'"(Jane Doe|Doe|Jane)"', r'"\1" .', asked)
            reply = send(server, asked)
            new = reply.headers.get("location", new).removeprefix(server.address)
            found[name] = differences(reply, expected, graph=name not in WRONG_GRAPHS)
    return found


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.xfail(reason=NOT_PASSED[name])) if name in NOT_PASSED else name
        for name in entries("http-rdf-update")
    ],
)
def test_graph_store(name: str, failures: dict[str, str]) -> None:
    assert failures[name] == ""


def told(read: Manifest, name: str, server: Server, new: str) -> tuple[str, str]:
    """Return the request and the answer that a test tells."""
    comments = (str(text) for text in read.objects(rdflib.URIRef(BASE + name), RDFS.comment))
    text = next(text for text in comments if "#### Request" in text)
    host = f"{server.host}:{server.port}"
    for mark, value in (("/$GRAPHSTORE$", "/graph-store"), ("$GRAPHSTORE$", "/graph-store"), ("$HOST$", host)):
        text = text.replace(mark, value)
    request, answer = text.replace("$NEWPATH$", new).split("#### Response")
    return dedent(request.replace("#### Request", "")).strip(), dedent(answer).strip()


def send(server: Server, asked: str) -> Reply:
    head, _, body = asked.partition("\n\n")
    first, *lines = head.splitlines()
    method, path, _ = first.split()
    headers = {name: value.strip() for name, _, value in (line.partition(":") for line in lines) if name != "Host"}
    content = body.replace("\n", "\r\n") if "multipart" in head else body
    return server.send(method, path, content or None, {**headers, **WRITING})


def differences(reply: Reply, expected: str, *, graph: bool) -> str:
    """Return how an answer differs from what is expected."""
    head, _, body = expected.partition("\n\n")
    first, *lines = head.splitlines()
    if reply.status != int(re.findall(r"\d{3}", first)[0]):
        return f"{reply.status} instead of {first}: {reply.text}"
    for line in lines:
        name, _, value = (part.strip() for part in line.partition(":"))
        here = reply.headers.get(name.lower(), "")
        if not here or (name == "Content-Type" and here != value):
            return f"{name}: {here} instead of {value}"
    if body and graph:
        graphs = [rdflib.Graph().parse(data=text, format="turtle") for text in (reply.text, body)]
        if not isomorphic(*graphs):
            return f"{reply.text} instead of {body}"
    return ""
