"""What answers queries and carries changes out, for the two protocols."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, TypeVar

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from graph.errors import GraphError
from graph.stores.oxigraph import malformed
from graph.web.edits import Edits
from graph.web.negotiation import Format
from graph.web.problems import Problem
from graph.web.remote import Job
from graph.web.served import Served
from graph.web.settings import Settings
from graph.web.standing import Built, Standing
from graph.web.workers import Workers

_ATTEMPTS: Final = 5
_SMALL: Final = 1 << 20
_CHUNK: Final = 1 << 18
_LARGEST: Final = 1 << 29  # bytes of an answer, after which its rows are cut

T = TypeVar("T")


@dataclass(slots=True)
class Engine:
    """Workers, and the state of the graph that they see.

    Args:
        settings: What a query may take.
        workers: The workers.
        standing: Where the graph is.
        edits: What people change; ``None`` on a server that takes no changes.
    """

    settings: Settings
    workers: Workers
    standing: Standing
    edits: Edits | None

    @classmethod
    def start(cls, served: Served, settings: Settings) -> Engine:
        """Start the workers.

        Raises:
            LockedError: When the server is to take changes, and another one does already.
        """
        workers = Workers(settings)
        try:
            edits = Edits(served.folder, workers) if settings.writable else None
        except BaseException:
            workers.close()
            raise
        return cls(settings, workers, edits or Built(served.folder), edits)

    def close(self) -> None:
        """End everything."""
        self.workers.close()
        if self.edits is not None:
            self.edits.close()

    async def answer(self, job: Job, format_: Format, headers: dict[str, str]) -> Response:
        """Have a query answered and return the answer, once it is whole.

        A slow client so keeps no worker busy, and an answer that fails on the way is no answer that looks whole.

        Raises:
            Problem: When the query cannot be answered.
        """
        into = self.workers.spool()
        job = {**job, "into": str(into), "timeout": self.settings.timeout, "format": format_.name}
        try:
            reply = await self._run({**job, "rows": self.settings.rows, "size": _LARGEST})
            if reply.get("there") is False:
                raise Problem(404, "No such graph", f"there is no graph {job['graph']}")
            return _response(into, reply, format_, headers)
        finally:
            into.unlink(missing_ok=True)

    async def _run(self, job: Job) -> Job:
        """Have a job done with the newest state of the graph; one that goes just then has a successor."""
        for attempt in range(_ATTEMPTS):
            try:
                return checked(await self.workers.run(await self.standing.newest(), job), job)
            except GraphError:
                if attempt == _ATTEMPTS - 1:
                    raise
                await asyncio.sleep(0.05 * attempt)
        raise AssertionError("unreachable")

    async def change(self, job: Job) -> Job:
        """Carry a change out and return what it came to.

        Raises:
            Problem: When it fails; nothing has changed then.
        """
        assert self.edits is not None
        return checked(await self.edits.change({**job, "timeout": self.settings.timeout}), job)


def checked(reply: Job, job: Job) -> Job:
    """Return a reply that tells of no failure.

    Raises:
        Problem: When it does.
        QueryError: When the query is malformed.
    """
    if "syntax" in reply:
        raise malformed(job.get("query") or job.get("update") or "", reply["syntax"])
    if "error" in reply:
        raise Problem(400, "It cannot be done", reply["error"])
    return reply


async def attended(request: Request, work: Coroutine[None, None, T]) -> T:
    """Return what some work gives, and give it up when the client goes away.

    Args:
        request: The request; its body has been read, or it has none.
        work: The work.
    """
    working = asyncio.create_task(work)
    going = asyncio.create_task(_gone(request))
    try:
        await asyncio.wait({working, going}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            return working.result()
        raise Problem(499, "Client closed request", "the client went away before the answer")
    finally:
        for task in (working, going):
            task.cancel()
        await asyncio.gather(working, going, return_exceptions=True)


async def _gone(request: Request) -> None:
    """Wait until the client goes away."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _response(into: Path, reply: Job, format_: Format, headers: dict[str, str]) -> Response:
    """Return the answer that a worker wrote."""
    head, tail = reply["head"].encode("utf-8"), reply["tail"].encode("utf-8")
    told = {"Vary": "Accept", "Content-Type": format_.content_type, **headers}
    if reply["cut"] or reply["rows"]:
        told |= {"Zhitu-Rows": str(reply["rows"]), "Zhitu-Cut": "true" if reply["cut"] else "false"}
    size = into.stat().st_size if into.exists() else 0
    if size <= _SMALL:
        return Response(head + (into.read_bytes() if size else b"") + tail, headers=told)
    told["Content-Length"] = str(len(head) + size + len(tail))
    return StreamingResponse(_parts(head, into.open("rb"), tail), headers=told)


async def _parts(head: bytes, rows: BinaryIO, tail: bytes) -> AsyncIterator[bytes]:
    with rows:
        yield head
        while chunk := rows.read(_CHUNK):
            yield chunk
        yield tail
