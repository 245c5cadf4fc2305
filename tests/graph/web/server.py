"""A real server in a process of its own, on a port that is free."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

TOKEN = "a-token-for-tests"
WRITING = {"Authorization": f"Bearer {TOKEN}"}


@dataclass(slots=True)
class Reply:
    """What a server answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(slots=True)
class Server:
    """A running server."""

    process: subprocess.Popen[str]
    host: str
    port: int

    @property
    def address(self) -> str:
        return f"http://{self.host}:{self.port}"

    def send(
        self, method: str, path: str, body: bytes | str | None = None, headers: dict[str, str] | None = None
    ) -> Reply:
        """Send a request exactly as given, and return the whole answer."""
        connection = HTTPConnection(self.host, self.port, timeout=60)
        try:
            data = body.encode("utf-8") if isinstance(body, str) else body
            connection.request(method, path, data, headers or {})
            answer = connection.getresponse()
            named = {name.lower(): value for name, value in answer.getheaders()}
            return Reply(answer.status, named, answer.read())
        finally:
            connection.close()

    def query(self, sparql: str, accept: str = "", **parameters: str) -> Reply:
        """Put a query by GET."""
        path = f"/sparql?{urlencode({'query': sparql, **parameters})}"
        return self.send("GET", path, headers={"Accept": accept} if accept else {})

    def ask(self, sparql: str) -> bool:
        """Put a question that is answered by yes or no."""
        return bool(self.query(sparql).json["boolean"])

    def update(self, sparql: str, path: str = "/sparql") -> Reply:
        """Post an update, with the token."""
        return self.send("POST", path, sparql, {**WRITING, "Content-Type": "application/sparql-update"})

    def put(self, graph: str, turtle: str) -> Reply:
        """Put a graph, with the token."""
        path = f"/graph-store?graph={quote(graph, safe='')}" if graph else "/graph-store?default"
        return self.send("PUT", path, turtle, {**WRITING, "Content-Type": "text/turtle"})


@contextmanager
def serving(
    folder: Path | None, *arguments: str, stop: int = signal.SIGINT, ends: int = 0, says: str = ""
) -> Iterator[Server]:
    """Serve a graph, or what the arguments say; when it is stopped, it goes quietly and leaves nothing behind."""
    what = [] if folder is None else ["-g", str(folder)]
    command = [str(Path(sys.executable).parent / "zhitu"), "serve", *what, "--port", "0", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        line = process.stdout.readline()
        found = re.search(r" at http://([^:/]+):(\d+)/", line)
        if found is None:
            process.kill()
            raise AssertionError(f"it does not serve: {line}{process.stderr.read()}")
        try:
            yield Server(process, found[1], int(found[2]))
        finally:
            process.send_signal(stop)
            process.wait(20)
        assert process.returncode == ends
        messages = process.stderr.read()
        assert says in messages if says else not messages, messages


def writable(folder: Path, *arguments: str) -> Any:
    """Serve a graph that may be changed."""
    return serving(folder, "--writable", "--token", TOKEN, *arguments)
