"""Processes that queries run in, from the server's side: kept warm, ended when a query takes too much."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from graph.errors import GraphError
from graph.terms import PREFIXES
from graph.web.problems import Problem
from graph.web.remote import Job, Place, RemoteWorker
from graph.web.settings import Settings

STOPPING: Final = "The server is stopping"

_QUICK: Final = 16  # queries that begin at the same time
_MOST_IDLE: Final = 32  # workers that wait for a query at most
_WARM: Final = 4  # workers that wait for a query when there have been few
_REST: Final = 5.0  # seconds after which workers that nobody needed any more go
_TURN: Final = 0.05  # seconds after which the next query may begin
_MOMENT: Final = 0.05  # seconds between two looks at how a query is getting on
_LONG: Final = 0.03  # seconds of work after which a query gives way to others, and its worker is not used again
_VERY_LONG: Final = 0.5  # seconds of work after which it comes last
_LATER: Final = 10  # how nice those are that give way, by the system's measure
_LAST: Final = 19  # ... and those that come last: fifty of them get as much as one that begins
_LOOK: Final = 0.25  # seconds between two looks at how much memory all queries take
_REPLY: Final = 1 << 22  # bytes of a reply at most; the rows of an answer stand in a file


class Workers:
    """All workers of a server.

    Args:
        settings: What a query may take.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._idle: list[RemoteWorker] = []
        self._all: set[RemoteWorker] = set()
        self._free = asyncio.Semaphore(settings.queries)
        self._turn = asyncio.Semaphore(_QUICK)
        self._folder = TemporaryDirectory(prefix="zhitu-serve-")
        self._control, self._nurse = _nurse()
        self._number = 0
        self._resting: asyncio.TimerHandle | None = None
        self._looking: asyncio.TimerHandle | None = None
        self._closed = False

    def close(self) -> None:
        """End all workers, whatever they do; nothing runs afterwards."""
        if self._closed:
            return
        self._closed = True
        for handle in (self._resting, self._looking):
            if handle is not None:
                handle.cancel()
        for worker in (*self._idle, *self._all):
            worker.end()
        self._idle.clear()
        self._control.close()
        with suppress(ProcessLookupError):
            os.killpg(self._nurse.pid, signal.SIGKILL)
        self._nurse.wait()
        self._folder.cleanup()

    def forget(self, key: str) -> None:
        """End the workers that wait with a state of the graph that nobody will ask for again."""
        for worker in [worker for worker in self._idle if worker.key == key]:
            self._idle.remove(worker)
            worker.end()

    def spool(self) -> Path:
        """Return the path of a new file for an answer."""
        self._number += 1
        return Path(self._folder.name) / str(self._number)

    async def run(self, place: Place, job: Job, seconds: float | None = None) -> Job:
        """Have a job done and return the reply.

        Args:
            place: The state of the graph that it is about.
            job: What to do.
            seconds: How long it may take, waiting included; the time-out of queries where it is not given.

        Raises:
            Problem: When it takes too long or too much memory, or fails.
        """
        limit = self._settings.timeout if seconds is None else seconds
        running = False
        try:
            async with asyncio.timeout(limit):
                async with self._free:
                    await self._turn.acquire()
                    running = True
                    return await self._run(place, job)
        except TimeoutError:
            raise _overdue(limit, running) from None

    async def _run(self, place: Place, job: Job) -> Job:
        """Do a job in a worker: it is its turn until it is done or has taken long, and then the next one's.

        Quick queries so share few processes, and the slow ones, whose processes have the lowest priority, are many.
        """
        worker: RemoteWorker | None = None
        reply: Job | None = None
        try:
            worker = await self._taken(place)
            worker.start()
            self._watch()
            self._be_patient(worker)
            reply = await worker.ask(job)
        finally:
            if worker is None or not worker.begun:
                self._turn.release()
            if worker is not None:
                self._put_back(worker, reply)
        if reply is None or "memory" in reply:
            raise _stopping() if self._closed else _starved(self._settings)
        return reply

    def _look(self) -> None:
        """End the queries that take most, while all together take more memory than there is for them."""
        self._looking = None
        taken = {worker: worker.taken() for worker in self._all}
        while sum(taken.values()) > self._settings.together:
            most = max(taken, key=taken.__getitem__)
            most.end()
            del taken[most]
        self._watch()

    def _watch(self) -> None:
        """See to it that somebody looks at the memory of queries as long as there are any."""
        if self._looking is None and self._all and not self._closed:
            self._looking = asyncio.get_running_loop().call_later(_LOOK, self._look)

    def _be_patient(self, worker: RemoteWorker) -> None:
        """Look again in a moment how a query is getting on."""
        worker.patience = asyncio.get_running_loop().call_later(_MOMENT, self._judge, worker)

    def _judge(self, worker: RemoteWorker) -> None:
        """Let others work first where a query works all the time, and the next one begin where it takes long."""
        used = worker.used()
        if used >= _LONG:
            worker.give_way(_LAST if used >= _VERY_LONG else _LATER)
        if used < _VERY_LONG:
            self._be_patient(worker)
        if not worker.begun and (worker.slow or worker.waited() >= _TURN):
            worker.begun = True
            self._turn.release()

    async def _taken(self, place: Place) -> RemoteWorker:
        """Return a worker for a state of the graph; those of other states, which are older, go."""
        if self._closed:
            raise _stopping()
        for stale in [worker for worker in self._idle if worker.key != place.key]:
            self._idle.remove(stale)
            stale.end()
        if self._idle:
            worker = self._idle.pop()
            self._all.add(worker)
            return worker
        return await self._forked(place)

    def _put_back(self, worker: RemoteWorker, reply: Job | None) -> None:
        self._all.discard(worker)
        if worker.patience is not None:
            worker.patience.cancel()
        fresh = (
            reply is not None
            and "memory" not in reply
            and not reply.get("last")
            and not worker.slow
            and not worker.ended
        )
        if self._closed or not fresh or len(self._idle) >= _MOST_IDLE:
            worker.end()
        else:
            self._idle.append(worker)
        if len(self._idle) > _WARM and self._resting is None and not self._closed:
            self._resting = asyncio.get_running_loop().call_later(_REST, self._rest)

    def _rest(self) -> None:
        """Send away the workers that have waited longest, but for a few."""
        self._resting = None
        while len(self._idle) > _WARM:
            self._idle.pop(0).end()

    def _line(self) -> socket.socket:
        """Have a worker forked and return the socket to it; where what forks has died, something new does."""
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                socket.send_fds(self._control, [b"w"], [theirs.fileno()])
            except OSError:
                self._control.close()
                self._nurse.wait()
                self._control, self._nurse = _nurse()
                socket.send_fds(self._control, [b"w"], [theirs.fileno()])
        return ours

    async def _forked(self, place: Place) -> RemoteWorker:
        """Have a new worker forked, and let it open the store.

        Raises:
            GraphError: When it cannot; a newer state may have taken its place.
        """
        reader, writer = await asyncio.open_unix_connection(sock=self._line(), limit=_REPLY)
        worker = RemoteWorker(place.key, reader, writer)
        self._all.add(worker)
        job = {
            "do": "open",
            "store": str(place.store),
            "hold": str(place.hold),
            "names": dict(PREFIXES),
            "memory": self._settings.memory,
        }
        reply = None
        try:
            reply = await worker.ask(job)
        finally:
            if reply is None or "pid" not in reply:
                self._put_back(worker, None)
        if self._closed:
            raise _stopping()
        if reply is None or "pid" not in reply:
            raise GraphError(f"{place.store}: cannot be opened ({(reply or {}).get('error', 'its worker died')})")
        worker.pid = reply["pid"]
        return worker


def _nurse() -> tuple[socket.socket, subprocess.Popen[bytes]]:
    """Start the process that forks workers, see :mod:`graph.web.worker`; return the socket to it as well."""
    ours, theirs = socket.socketpair()
    with theirs:
        command = [sys.executable, "-P", "-m", "graph.web.worker"]
        return ours, subprocess.Popen(command, stdin=theirs.fileno(), start_new_session=True)  # noqa: S603 - ours


def _overdue(limit: float, running: bool) -> Problem:
    if running:
        told = f"the query was ended after {limit:g} seconds; ask for less, or start the server with a longer --timeout"
        return Problem(504, "The query took too long", told, timeout=limit)
    told = f"too many queries are running; this one waited {limit:g} seconds for its turn"
    return Problem(503, "The server is busy", told, {"Retry-After": "10"})


def _stopping() -> Problem:
    return Problem(503, STOPPING, "the server was told to stop; ask again when it is back")


def _starved(settings: Settings) -> Problem:
    each, together = settings.memory >> 20, settings.together >> 20
    told = (
        f"the query needs more than {each} MB of memory, or most of the {together} MB that there are for all,"
        " or it is nested too deeply; ask for less at a time, with fewer things that nothing joins"
    )
    return Problem(422, "The query takes too much", told)
