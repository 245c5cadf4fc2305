"""Ask the application without a port: one request, in this process."""

from __future__ import annotations

import asyncio
import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import quote, unquote

from starlette.types import ASGIApp, Message

HOST: Final = "localhost"


@dataclass(slots=True)
class Answer:
    """What the application answered.

    Args:
        status: The status code.
        headers: The headers, with names in lower case.
        body: The body.
    """

    status: int = 500
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def ok(self) -> bool:
        """Whether it is an answer rather than a problem."""
        return self.status < 400


def ask_inside(app: ASGIApp, address: str, headers: Mapping[str, str] | None = None) -> Answer:
    """Send a GET request to an application and return the whole answer.

    Args:
        app: The application.
        address: The path, with a query string where there is one.
        headers: Headers of the request.
    """
    return asyncio.run(_asked(app, address, headers or {}))


async def _asked(app: ASGIApp, address: str, headers: Mapping[str, str]) -> Answer:
    async with _lifespan(app):
        return await _request(app, address, headers)


async def _request(app: ASGIApp, address: str, headers: Mapping[str, str]) -> Answer:
    path, _, query = address.partition("?")
    answer, parted = Answer(), asyncio.Event()
    sent = {"host": HOST, **{name.lower(): value for name, value in headers.items()}}
    scope: dict[str, Any] = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": unquote(path),
        "raw_path": _quoted(path),
        "query_string": _quoted(query),
        "root_path": "",
        "headers": [(name.encode("latin-1"), value.encode("latin-1")) for name, value in sent.items()],
        "server": (HOST, 80),
        "client": (HOST, 0),
    }
    requests: list[Message] = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> Message:
        if requests:
            return requests.pop()
        await parted.wait()
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            answer.status = message["status"]
            answer.headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in message["headers"]}
        else:
            answer.body += message.get("body", b"")

    await app(scope, receive, send)
    return answer


def _quoted(text: str) -> bytes:
    """Return a part of an address as it goes over the wire; what is quoted already stays."""
    return quote(text, safe=string.punctuation.replace("#", "")).encode("ascii")


class _lifespan:  # noqa: N801 - used like a function
    """Start an application, and shut it down."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._sent: asyncio.Queue[Message] = asyncio.Queue()
        self._told: asyncio.Queue[Message] = asyncio.Queue()

    async def __aenter__(self) -> None:
        scope = {"type": "lifespan", "asgi": {"version": "3.0"}, "state": {}}
        self._running = asyncio.create_task(self._run(scope))
        await self._step("startup")

    async def __aexit__(self, *_: object) -> None:
        await self._step("shutdown")
        await self._running

    async def _run(self, scope: dict[str, Any]) -> None:
        await self._app(scope, self._sent.get, self._told.put)

    async def _step(self, name: str) -> None:
        await self._sent.put({"type": f"lifespan.{name}"})
        told = asyncio.create_task(self._told.get())
        await asyncio.wait({told, self._running}, return_when=asyncio.FIRST_COMPLETED)
        if not told.done():
            told.cancel()
            await self._running  # tells what went wrong
