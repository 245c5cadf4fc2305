"""How a server stands it: fifty runaway queries at once, and two hundred clients for two minutes.

    python benchmarks/serving.py -g GRAPH [--seconds 120] [--clients 200] [--timeout 2]

Starts a server of its own, prints what it did to it, and ends with exit code 1 where something went wrong.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import statistics
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from urllib.parse import quote

DOUBLED = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(40))
RUNAWAYS = {
    "product": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }",
    "order": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?c ?f DESC(?i)",
    "distinct": "SELECT DISTINCT ?a ?d ?g ?j { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    "group": "SELECT ?a ?d ?g (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } GROUP BY ?a ?d ?g",
    "texts": "SELECT (GROUP_CONCAT(CONCAT(STR(?c), STR(?f), STR(?i))) AS ?t) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "paths": "SELECT (COUNT(*) AS ?n) { ?a (!<x:x>)* ?b . ?c (!<x:x>)* ?d . ?e (!<x:x>|^!<x:x>)* ?f }",
    "filter": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(CONCAT(STR(?a), STR(?l)) = 'nothing') }",
    "missing": "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER NOT EXISTS { ?j ?k ?l . ?m ?n ?o FILTER(?l = ?m) } }",
    "minus": "SELECT * { { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } MINUS { ?a ?k ?l . ?m ?n ?o . ?g ?p ?q } }",
    "doubling": f"SELECT (STRLEN(?x40) AS ?n) {{ BIND('0123456789' AS ?x0) {DOUBLED} }}",
    "construct": "CONSTRUCT { ?a ?e ?i } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STR(?a) = 'nothing') }",
    "describe": "DESCRIBE ?a { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(STR(?l) = 'nothing') }",
}
EASY = (
    "SELECT ?who ?whom { ?who zt:supplies ?whom }",
    "SELECT * { ?claim zt:value ?value ; zt:unit ?unit } LIMIT 50",
    "SELECT ?c (COUNT(*) AS ?n) { ?s a ?c } GROUP BY ?c",
    "ASK { ze:OpenAI zt:develops ?what }",
    "DESCRIBE ze:OpenAI",
)


async def fetch(port: int, path: str) -> tuple[int, bytes, float]:
    """Return status, body and seconds of one request, over a connection of its own."""
    begun = time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode("ascii"))
    answer = await reader.read()
    writer.close()
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split()[1]), body, time.perf_counter() - begun


def asking(query: str) -> str:
    return f"/sparql?query={quote(query)}"


def memory(pid: int) -> int:
    """Return the megabytes that a process and those that it started take, what they share counted once."""
    taken = 0
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            group = int((entry / "stat").read_text().rpartition(")")[2].split()[2])
            if pid in {int(entry.name), parent} or group in groups(pid):
                taken += int(re.findall(r"^Pss: +(\d+)", (entry / "smaps_rollup").read_text(), re.MULTILINE)[0])
        except (OSError, ValueError, IndexError):
            continue
    return taken >> 10


def groups(pid: int) -> set[int]:
    """Return the process groups that a process started."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    return {int(child) for child in children.read_text().split()} if children.exists() else set()


def later(seconds: float, pid: int) -> int:
    """Return the megabytes after some seconds."""
    time.sleep(seconds)
    return memory(pid)


async def runaways(port: int, pid: int, number: int, timeout: float) -> bool:
    """Put many runaway queries at once, and easy ones meanwhile."""
    before = memory(pid)
    queries = [list(RUNAWAYS.items())[n % len(RUNAWAYS)] for n in range(number)]
    running = [asyncio.create_task(fetch(port, asking(query))) for _, query in queries]
    easy: list[tuple[int, bytes, float]] = []
    half = asyncio.create_task(asyncio.to_thread(later, timeout / 2, pid))
    while not all(task.done() for task in running):
        easy.append(await fetch(port, asking(EASY[len(easy) % len(EASY)])))
        await asyncio.sleep(0.05)
    most = await half
    took = Counter[str]()
    for (name, _), task in zip(queries, running, strict=True):
        status, body, seconds = task.result()
        took[f"{name} {status}"] = max(took[f"{name} {status}"], round(seconds * 1000))
        if status not in {200, 422, 504}:
            print(name, body[:200])
    longest = max(task.result()[2] for task in running)
    waits = sorted(seconds for _, _, seconds in easy)
    await asyncio.sleep(2)
    after = memory(pid)
    print(f"{number} runaway queries, time-out {timeout:g} s: the last ended after {longest:.2f} s")
    print("  slowest of each, ms:", json.dumps(took))
    print(f"  {len(easy)} easy ones meanwhile: median {statistics.median(waits):.3f} s, longest {waits[-1]:.3f} s")
    print(f"  memory: {before} MB before, {most} MB half way, {after} MB after")
    return longest <= timeout + 1 and all(status == 200 for status, _, _ in easy)


async def soak(port: int, pid: int, clients: int, seconds: float) -> bool:
    """Let many clients ask for a while."""
    end, statuses, waits = time.monotonic() + seconds, Counter[int](), []
    before = memory(pid)

    async def client(n: int) -> None:
        while time.monotonic() < end:
            path = "/" if n % 10 == 9 else asking(EASY[n % len(EASY)])
            status, _, took = await fetch(port, path)
            statuses[status] += 1
            waits.append(took)
            n += 1

    working = [asyncio.create_task(client(n)) for n in range(clients)]
    await asyncio.sleep(seconds / 4)
    early = memory(pid)
    await asyncio.gather(*working)
    late = memory(pid)
    waits.sort()
    told = f"{len(waits)} requests, {len(waits) / seconds:.0f} a second, {dict(statuses)}"
    slow = f"99th of 100 {waits[len(waits) * 99 // 100]:.3f} s, longest {waits[-1]:.3f} s"
    print(f"{clients} clients for {seconds:g} s: {told}")
    print(f"  median {statistics.median(waits):.3f} s, {slow}")
    print(f"  memory: {before} MB before, {early} MB after a quarter of the time, {late} MB at the end")
    return set(statuses) == {200}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-g", "--graph", required=True)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--runaways", type=int, default=50)
    parser.add_argument("--timeout", type=float, default=2)
    wanted = parser.parse_args()
    program = "from graph.cli import main; main()"
    command = [
        sys.executable,
        "-c",
        program,
        "serve",
        "-g",
        wanted.graph,
        "--port",
        "0",
        "--timeout",
        str(wanted.timeout),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own command
        assert server.stdout is not None
        port = int(re.findall(r":(\d+)/", server.stdout.readline())[0])
        try:
            asyncio.run(fetch(port, asking("ASK {}")))
            stood = (
                asyncio.run(runaways(port, server.pid, wanted.runaways, wanted.timeout)) if wanted.runaways else True
            )
            soaked = asyncio.run(soak(port, server.pid, wanted.clients, wanted.seconds)) if wanted.seconds else True
        finally:
            server.terminate()
    return 0 if stood and soaked and server.returncode == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
