"""The processes that queries run in: one that only forks, and those that it forks, each of which can be killed.

``python -m graph.web.worker`` is started once, with a socket as its standard input. For every socket that it is
sent, it forks a worker that talks over it: a line of JSON for each job, a line of JSON for each reply. Forking
takes milliseconds, because everything is imported already; no store is open before, and no thread runs.
When the server goes, however it goes, so does the whole group of processes; a query that nobody waits for
any more is ended by the kernel once it has used up its processor time.
"""

from __future__ import annotations

import fcntl
import json
import os
import resource
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO, Final

import pyoxigraph as ox

from graph.web.answers import RDF, Written, truth, write_rows, write_triples
from graph.web.barrier import close_off
from graph.web.changes import changed, graph_name, has_graph, rebased

_GROWN: Final = 64 << 10  # kilobytes more than at first, after which a worker has served its time
_GRACE: Final = 2  # seconds of processor time beyond the time-out

Job = dict[str, Any]


def nurse(control: socket.socket) -> None:
    """Fork a worker for every socket that comes in, until the server goes."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody need wait for them
    while True:
        data, handles, _, _ = socket.recv_fds(control, 1, 1)
        if not data:
            os.killpg(0, signal.SIGKILL)
        if os.fork() == 0:
            control.close()
            _become_worker(socket.socket(fileno=handles[0]))
        for handle in handles:
            os.close(handle)


def _become_worker(line: socket.socket) -> None:
    """Serve one socket to its end; never return."""
    code = 1
    try:
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 2)  # a process that dies of hunger says so on its own
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with line, line.makefile("rwb") as talk:
            Worker(talk).serve()
        code = 0
    finally:
        os._exit(code)


class Worker:
    """Does jobs, one after the other.

    Args:
        talk: Where they come from and where replies go.
    """

    def __init__(self, talk: Any) -> None:
        self._talk = talk
        self._store: ox.Store | None = None
        self._names: dict[str, str] = {}
        self._held = -1
        self._first = 0

    def serve(self) -> None:
        """Work until the server hangs up."""
        for line in self._talk:
            job = json.loads(line)
            reply = self._done(job)
            self._first = self._first or _peak()
            reply["last"] = _peak() > self._first + _GROWN
            self._talk.write(json.dumps(reply).encode("ascii") + b"\n")
            self._talk.flush()

    def _done(self, job: Job) -> Job:
        try:
            return _JOBS[job["do"]](self, job)
        except SyntaxError as error:
            return {"syntax": str(error)}
        except MemoryError:
            return {"memory": True}
        except (OSError, ValueError, RuntimeError, LookupError) as error:
            return {"error": str(error)}

    def open(self, job: Job) -> Job:
        """Open a store, and hold the file that says that somebody reads it; tell our id."""
        self._held = os.open(job["hold"], os.O_RDONLY)
        fcntl.flock(self._held, fcntl.LOCK_SH | fcntl.LOCK_NB)
        self._store = ox.Store.read_only(job["store"])
        self._names = job["names"]
        close_off()
        _bound_memory(job["memory"])
        return {"pid": os.getpid()}

    def query(self, job: Job) -> Job:
        """Answer a query into a file."""
        _bound_time(job["timeout"])
        assert self._store is not None
        result = self._store.query(job["query"], prefixes=self._names, base_iri=job["base"], **_dataset(job))
        if isinstance(result, ox.QueryBoolean):
            return asdict(truth(bool(result), job["format"]))
        with Path(job["into"]).open("wb") as out:
            return asdict(self._written(result, job, out))

    def _written(self, result: ox.QuerySolutions | ox.QueryTriples, job: Job, out: BinaryIO) -> Written:
        form, most, size = job["format"], job["rows"], job["size"]
        if isinstance(result, ox.QueryTriples):
            return write_triples(result, form, out, most, size, self._names)
        return write_rows(result, form, out, most, size)

    def fetch(self, job: Job) -> Job:
        """Write one graph into a file."""
        _bound_time(job["timeout"])
        assert self._store is not None
        name = graph_name(job["graph"])
        if isinstance(name, ox.NamedNode) and not has_graph(self._store, name):
            return {"there": False}
        form = RDF[job["format"]]
        with Path(job["into"]).open("wb") as out:
            self._store.dump(out, format=form, from_graph=name, prefixes=self._names)
        return {"there": True, **asdict(Written())}

    def change(self, job: Job) -> Job:
        """Make a changed copy of the store."""
        _bound_time(job["timeout"])
        assert self._store is not None
        return changed(self._store, job, self._names)

    def rebase(self, job: Job) -> Job:
        """Carry changes over to another store."""
        assert self._store is not None
        return rebased(self._store, job)


_JOBS: Final[dict[str, Callable[[Worker, Job], Job]]] = {
    "open": Worker.open,
    "query": Worker.query,
    "fetch": Worker.fetch,
    "update": Worker.change,
    "put": Worker.change,
    "post": Worker.change,
    "delete": Worker.change,
    "rebase": Worker.rebase,
}


def _dataset(job: Job) -> Job:
    """Return which graphs a query is about: those of the request, those that it names itself, or all together."""
    default, named = job["default"], job["named"]
    if default or named:
        return {
            "default_graph": [ox.NamedNode(iri) for iri in default],
            "named_graphs": [ox.NamedNode(iri) for iri in named],
        }
    return {"use_default_graph_as_union": job["union"]}


def _bound_memory(size: int) -> None:
    """Let this process take so many bytes more than it has."""
    with suppress(OSError, ValueError):  # not every system has this limit
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + size,) * 2)


def _bound_time(seconds: float) -> None:
    """Let the kernel end this process when it goes on working after everybody has gone."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    allowed = int(used.ru_utime + used.ru_stime + seconds) + _GRACE
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (allowed, hard))


def _peak() -> int:
    """Return the most memory that this process ever took, in kilobytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // 1024 if sys.platform == "darwin" else peak


if __name__ == "__main__":
    nurse(socket.socket(fileno=0))
