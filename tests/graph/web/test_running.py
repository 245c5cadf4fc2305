"""A server under strain, and how it ends."""

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.graph.web.server import Reply, Server, serving
from tests.shared import run

pytestmark = pytest.mark.once

TIMEOUT = 5
RUNAWAYS = [
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }",
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?c ?f ?i",
    "SELECT DISTINCT ?a ?d ?g ?j { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    "SELECT ?a ?d ?g (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } GROUP BY ?a ?d ?g",
    "SELECT (GROUP_CONCAT(CONCAT(STR(?c), STR(?f))) AS ?t) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    "SELECT (COUNT(*) AS ?n) { ?a (!<x:x>)* ?b . ?c (!<x:x>)* ?d . ?e (!<x:x>|^!<x:x>)* ?f }",
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o FILTER(CONCAT(STR(?a), STR(?o)) = 'nothing') }",
    "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER NOT EXISTS { ?j ?k ?l . ?m ?n ?o FILTER(?l = ?m) } }",
    "SELECT * { { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } MINUS { ?a ?k ?l . ?m ?n ?o . ?g ?p ?q } }",
    "CONSTRUCT { ?a ?e ?i } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(CONCAT(STR(?a), STR(?l)) = 'n') }",
]

needs_proc = pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="looks at processes the way Linux shows them"
)


def processes(server: Server) -> set[int]:
    """Return the ids of the processes that a server started, and that those started."""
    found, waiting = set(), {server.process.pid}
    while waiting:
        parent = waiting.pop()
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = stat.read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[1]) == parent:
                waiting.add(int(stat.parent.name))
                found.add(int(stat.parent.name))
    return found


def alive(ids: set[int]) -> set[int]:
    """Return those processes that are still there after some waiting."""
    for _ in range(100):
        if not any(Path(f"/proc/{pid}").exists() for pid in ids):
            return set()
        time.sleep(0.05)
    return {pid for pid in ids if Path(f"/proc/{pid}").exists()}


@needs_proc
def test_fifty_runaway_queries_end_and_others_are_answered(small: Path) -> None:
    with serving(small, "--timeout", str(TIMEOUT)) as server, ThreadPoolExecutor(50) as pool:
        running = [pool.submit(server.query, RUNAWAYS[n % len(RUNAWAYS)]) for n in range(50)]
        meanwhile = []
        while not all(future.done() for future in running):
            meanwhile.append(server.query("SELECT ?who { ?who zt:supplies ?whom }"))
        replies: list[Reply] = [future.result() for future in running]

        assert {reply.status for reply in replies} <= {504, 422}
        assert {reply.headers["content-type"] for reply in replies} == {"application/problem+json"}
        assert meanwhile
        assert {reply.status for reply in meanwhile} == {200}
        time.sleep(1)
        assert len(processes(server)) <= 1 + 16  # what forks, and workers that wait


@needs_proc
def test_a_query_that_nobody_waits_for_any_more_is_ended(small: Path) -> None:
    with serving(small, "--timeout", "60") as server:
        server.ask("ASK {}")
        waiting = processes(server)
        with pytest.raises(TimeoutError):
            impatient(server, RUNAWAYS[0])
        assert alive(processes(server) - waiting) == set()


@needs_proc
def test_workers_that_are_killed_have_successors(small: Path) -> None:
    with serving(small) as server:
        server.ask("ASK {}")
        for pid in processes(server):
            os.kill(pid, signal.SIGKILL)
        first, second = server.query("ASK {}"), server.query("ASK {}")

        assert first.status in {200, 422}  # nobody can tell why a worker died that was waiting for a query
        assert second.status == 200


def impatient(server: Server, query: str) -> None:
    connection = HTTPConnection(server.host, server.port, timeout=1)
    try:
        connection.request("GET", f"/sparql?query={quote(query)}")
        connection.getresponse()
    finally:
        connection.close()


@needs_proc
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_server_that_is_stopped_leaves_no_process_behind(stop: int, small: Path) -> None:
    with ThreadPoolExecutor(4) as pool, serving(small, "--timeout", "60", stop=stop) as server:
        running = [pool.submit(server.query, RUNAWAYS[0]) for _ in range(4)]
        while len(processes(server)) < 5:
            time.sleep(0.05)
        started = processes(server)

    assert {future.result().status for future in running} == {503}
    assert alive(started) == set()


@needs_proc
def test_a_server_that_is_killed_leaves_no_process_behind(small: Path) -> None:
    with serving(small, stop=signal.SIGKILL, ends=-signal.SIGKILL) as server:
        server.ask("ASK {}")
        started = processes(server)

    assert len(started) >= 2
    assert alive(started) == set()


def test_forty_clients_at_once_get_the_same_answer(small: Path) -> None:
    with serving(small) as server, ThreadPoolExecutor(40) as pool:
        query = "SELECT ?s ?o { ?s zt:investsIn ?o } ORDER BY ?s ?o"
        replies = list(pool.map(lambda _: server.query(query), range(200)))

    assert {reply.status for reply in replies} == {200}
    assert len({reply.body for reply in replies}) == 1


def test_the_demo_serves_the_samples_and_clears_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with serving(None, "--demo", stop=signal.SIGTERM, says="reading the sample articles") as server:
        assert server.ask("ASK { ?claim zt:value ?value ; prov:wasDerivedFrom/oa:exact ?quote }")
        assert list(tmp_path.iterdir())

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "give a graph with -g, or --demo"),
        (("-g", "graph", "--demo"), "give a graph with -g, or --demo"),
        (("-g", "not-there"), "there is no such folder"),
        (("-g", "x", "--token", "t"), "--token is for --writable"),
        (("-g", "x", "--port", "70000"), "65535"),
    ],
)
def test_what_cannot_be_served_is_told(arguments: tuple[str, ...], told: str, tmp_path: Path) -> None:
    code, _, err = run("zhitu", "serve", *arguments, cwd=tmp_path, check=False)

    assert code == 2
    assert told in err


def test_a_port_that_is_taken_is_told(small: Path) -> None:
    with serving(small) as server:
        code, _, err = run("zhitu", "serve", "-g", small, "--port", str(server.port), check=False)

    assert code == 2
    assert "choose another with --port" in err
