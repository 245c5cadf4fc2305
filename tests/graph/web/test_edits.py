"""What people change over HTTP: only with the token, beside what was built, there after a restart and a new build."""

import asyncio
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import rdflib

from graph.build import build, forget
from graph.exports.registry import export
from graph.knowledge import KnowledgeGraph
from graph.web.edits import Edits
from graph.web.settings import Settings
from graph.web.workers import Workers
from tests.graph.small_graph import HandExtractor, build_small
from tests.graph.web.server import TOKEN, WRITING, Server, serving, writable

pytestmark = pytest.mark.once

NOTE = "ASK { ze:OpenAI rdfs:comment 'noted by hand' }"
NOTING = "INSERT DATA { ze:OpenAI rdfs:comment 'noted by hand' }"
WRONG = "DELETE WHERE { ze:NVIDIA zt:supplies ze:Microsoft }"


def nquads(folder: Path) -> bytes:
    out = folder.parent / "exported.nq"
    with KnowledgeGraph.open(folder) as graph:
        export(graph, "nquads", out)
    return out.read_bytes()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_small(tmp_path_factory.mktemp("edits"))


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    with writable(folder, "--timeout", "5") as running:
        yield running


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": f"Basic {TOKEN}"}])
@pytest.mark.parametrize(
    ("method", "path", "kind"),
    [
        ("POST", "/sparql", "application/sparql-update"),
        ("PUT", "/graph-store?default", "text/turtle"),
        ("DELETE", "/graph-store?default", ""),
    ],
)
def test_nothing_is_changed_without_the_token(
    headers: dict[str, str], method: str, path: str, kind: str, server: Server
) -> None:
    reply = server.send(method, path, "CLEAR ALL", {"Content-Type": kind, **headers})

    assert reply.status == 401
    assert reply.headers["www-authenticate"].startswith("Bearer")
    assert server.ask("ASK { ?s ?p ?o }")


def test_a_change_shows_at_once_and_the_graph_as_built_stays(server: Server, folder: Path) -> None:
    before = nquads(folder)

    assert server.update(NOTING).status == 204
    assert server.ask(NOTE)
    assert server.update("DELETE DATA { ze:OpenAI rdfs:comment 'noted by hand' }").status == 204
    assert not server.ask(NOTE)
    assert nquads(folder) == before


@pytest.mark.parametrize(
    ("update", "status"),
    [
        ("INSERT DATA { ze:OpenAI ", 400),
        ("LOAD <http://example.org/>", 403),
        ("LOAD SILENT <file:///etc/passwd>", 403),
        ("INSERT { ?s a ?x } WHERE { SERVICE <http://example.org/> { ?s ?p ?x } }", 403),
        ("INSERT DATA { ze:a ze:b 'half' } ; CREATE GRAPH <x:y> ; CREATE GRAPH <x:y>", 400),
        ("INSERT { ?a ?e 'half' } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }", 504),
    ],
)
def test_an_update_that_fails_changes_nothing(update: str, status: int, server: Server) -> None:
    reply = server.update(update)

    assert (reply.status, reply.headers["content-type"]) == (status, "application/problem+json")
    assert not server.ask("ASK { ?s ?p 'half' }")
    assert server.ask("ASK { ze:OpenAI a zt:Company }")


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize(
    ("update", "left"),
    [
        ("DELETE WHERE { ?s <x:p> ?o }", {"x:b"}),
        (
            "DELETE { ?s <x:p> ?o } INSERT { ?s <x:p> 'new' } WHERE { ?s <x:p> ?o FILTER(STR(?o) != 'WHERE') }",
            {"x:a", "x:b"},
        ),
        ("INSERT DATA { <x:c> <x:p> 3 } ; DELETE { ?s <x:p> ?o } WHERE { ?s <x:p> ?o }", {"x:b", "x:c"}),
    ],
)
def test_the_protocol_names_the_graph_that_an_update_looks_into(update: str, left: set[str], server: Server) -> None:
    server.update("CLEAR SILENT GRAPH <x:g> ; DELETE WHERE { ?s <x:p> ?o }")
    server.update("INSERT DATA { <x:a> <x:p> 1 . <x:b> <x:p> 2 . GRAPH <x:g> { <x:a> <x:p> 1 } }")

    assert server.update(update, "/sparql?using-graph-uri=x%3Ag").status == 204
    kept = server.send("GET", "/graph-store?default", headers={"Accept": "application/n-triples"}).text
    assert {name for name in ("x:a", "x:b", "x:c") if f"<{name}> <x:p>" in kept} == left


def test_only_one_server_may_take_changes(folder: Path) -> None:
    with pytest.raises(AssertionError, match="another server takes changes of it already"), writable(folder):
        pass


def test_graphs_are_put_added_to_and_removed(server: Server) -> None:
    graph, address = "http://example.org/g", "/graph-store?graph=http%3A%2F%2Fexample.org%2Fg"
    turtle = {**WRITING, "Content-Type": "text/turtle"}

    assert server.put(graph, "<a:a> <b:b> 1 .").status == 201
    assert server.put(graph, "<a:a> <b:b> 2 .").status == 204
    assert server.send("POST", address, "<a:a> <b:b> 3 .", turtle).status == 200
    assert len(rdflib.Graph().parse(data=server.send("GET", address).text)) == 2
    assert server.send("PUT", address, "no turtle", turtle).status == 400
    assert server.send("PUT", address, "{}", {**WRITING, "Content-Type": "text/plain;charset=utf-16"}).status == 415
    assert server.send("PUT", address, "{}", {**WRITING, "Content-Type": "image/png"}).status == 415
    assert server.send("DELETE", address, headers=WRITING).status == 200
    assert server.send("DELETE", address, headers=WRITING).status == 404


def test_changes_survive_a_restart_and_a_new_build(tmp_path: Path) -> None:
    folder = build_small(tmp_path)
    with writable(folder) as server:
        server.update(NOTING)
        server.update(WRONG)
    with writable(folder) as server:
        assert server.ask(NOTE)
        assert not server.ask("ASK { ze:NVIDIA zt:supplies ze:Microsoft }")
    forget(["costs.txt"], folder)
    after = nquads(folder)
    with writable(folder) as server:
        server.update("INSERT DATA { ze:OpenAI rdfs:comment 'and more' }")  # waits for what is carried over
        assert carried_over(server)
        build([tmp_path / "texts"], folder, extractor=HandExtractor())  # with the server running
        server.update("DELETE DATA { ze:OpenAI rdfs:comment 'and more' }")
        assert carried_over(server)
        assert server.ask("ASK { zd:costs.txt a zt:Document }")
    assert nquads(folder) != after
    with serving(folder) as server:
        assert not server.ask(NOTE)
        assert server.ask("ASK { ze:NVIDIA zt:supplies ze:Microsoft }")


def carried_over(server: Server) -> bool:
    return server.ask(NOTE) and not server.ask("ASK { ze:NVIDIA zt:supplies ze:Microsoft }")


def test_a_server_that_stops_before_changes_are_carried_over_tells_no_error(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = build_small(tmp_path)
    with writable(folder) as server:
        server.update(NOTING)
    forget(["costs.txt"], folder)

    async def stopped() -> None:
        workers = Workers(Settings())
        edits = Edits(folder, workers)
        workers.close()
        await edits.newest()
        await asyncio.sleep(0.2)
        edits.close()

    with caplog.at_level(logging.INFO):
        asyncio.run(stopped())
    assert [(each.levelname, "next start" in each.message) for each in caplog.records] == [("INFO", True)]
    with writable(folder) as server:
        assert server.update("INSERT DATA { ze:OpenAI rdfs:comment 'and more' }").status == 204
        assert server.ask(NOTE)


def test_many_changes_leave_little_behind(server: Server, folder: Path) -> None:
    for n in range(5):
        assert server.update(f"INSERT DATA {{ ze:OpenAI rdfs:comment 'number {n}' }}").status == 204
    left: list[Any] = [path for path in (folder / "edits").iterdir() if path.is_dir()]

    assert len(left) <= 4  # the current state, what it began with, and what a worker may still read
