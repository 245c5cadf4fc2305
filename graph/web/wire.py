"""HTTP as it comes over the wire: the server's settings, and one shape of problems for what is no HTTP at all."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable
from typing import Final

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from graph.web.problems import Problem

_HEAD: Final = 256 << 10  # bytes of an address with its headers: long queries are posted
_GRACE: Final = 3  # seconds that answers may still take when the server is stopped

_TYPED: Final = re.compile(rb"[A-Z]+ [^\r\n]*[\x80-\xff][^\r\n]* HTTP/1\.[01]\r?\n")
_BEYOND_ASCII: Final = re.compile(rb"[\x80-\xff]")


class Wire(H11Protocol):
    """HTTP/1.1 by h11, whose complaints are problems like all others."""

    def data_received(self, data: bytes) -> None:
        """Take what comes in; an address that somebody typed in Chinese is one, too."""
        if repr(self.conn.their_state) == "IDLE" and _TYPED.match(data):
            first, end, rest = data.partition(b"\n")
            data = _BEYOND_ASCII.sub(lambda match: b"%%%02X" % match.group()[0], first) + end + rest
        super().data_received(data)

    def send_400_response(self, msg: str) -> None:
        """Answer what cannot be read, and hang up."""
        told = f"{msg} An address may have {_HEAD:,} bytes with its headers; send long queries by POST."
        answer = Problem(400, "No HTTP request", told).response()
        head = f"content-type: {answer.media_type}\r\ncontent-length: {len(answer.body)}\r\nconnection: close"
        self.transport.write(f"HTTP/1.1 400 Bad Request\r\n{head}\r\n\r\n".encode("ascii") + bytes(answer.body))
        self.transport.close()


class Server(uvicorn.Server):
    """A server that says when it is ready, and ends what runs before it waits for the rest.

    Args:
        config: Its settings.
        ready: What to call when requests are answered.
        stopping: What to call when it is to stop.
    """

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None], stopping: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready, self._stopping = ready, stopping

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop to answer."""
        self._stopping()
        await super().shutdown(sockets)


def server(app: ASGIApp, ready: Callable[[], None], stopping: Callable[[], None]) -> Server:
    """Return the server of an application, see :class:`Server`."""
    config = uvicorn.Config(
        app,
        http=Wire,
        ws="none",
        log_level="error",
        access_log=False,
        server_header=False,
        h11_max_incomplete_event_size=_HEAD,
        timeout_graceful_shutdown=_GRACE,
    )
    return Server(config, ready, stopping)
