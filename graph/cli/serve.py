"""``zhitu serve``: a SPARQL endpoint, a read API and an explorer over a graph."""

from __future__ import annotations

import secrets
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Final

import typer

from graph.cli.console import BAD_INPUT, fail, make_extractor, out, progress, say

if TYPE_CHECKING:
    from graph.web.settings import Settings

PORT: Final = 7878

EXAMPLES: Final = """\
\b
Examples:
  zhitu serve -g my-graph                        then open http://127.0.0.1:7878/
  zhitu serve --demo                             the sample articles
  zhitu serve -g my-graph --port 0               any free port; the first line says which
  zhitu serve -g my-graph --writable             also take changes from those who have the token
"""


def serve_graph(
    graph: Annotated[
        Path | None, typer.Option("--graph", "-g", metavar="GRAPH", help="The folder that the graph is kept in.")
    ] = None,
    demo: Annotated[bool, typer.Option("--demo", help="Serve a graph of the bundled sample articles.")] = False,
    host: Annotated[
        str, typer.Option("--host", help="Address to listen on; others than 127.0.0.1 let everybody in.")
    ] = ("127.0.0.1"),
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Port to listen on; 0 takes a free one.")
    ] = PORT,
    timeout: Annotated[
        float, typer.Option("--timeout", min=0.1, metavar="SECONDS", help="How long a query may run.")
    ] = 30.0,
    rows: Annotated[int, typer.Option("--rows", min=1, metavar="N", help="Rows of an answer at most.")] = 100_000,
    writable: Annotated[bool, typer.Option("--writable", help="Take changes from those who have the token.")] = False,
    token: Annotated[
        str, typer.Option("--token", envvar="ZHITU_TOKEN", help="The token; without it one is made and printed.")
    ] = "",
) -> None:
    """Serve a graph: SPARQL at /sparql, the explorer at /, the read API at /api/.

    Nobody can change anything unless --writable is given, nor get in from another machine unless --host says so.
    """
    from graph.web.settings import Settings  # noqa: PLC0415 - other commands need not wait for the server

    if token and not writable:
        fail("--token is for --writable; give both or none", BAD_INPUT)
    secret = (token or secrets.token_urlsafe(24)) if writable else ""
    settings = Settings(timeout=timeout, rows=rows, writable=writable, token=secret)
    with _folder(graph, demo) as folder:
        _run(folder, settings, host, port, shown="" if token else secret)


@contextmanager
def _folder(graph: Path | None, demo: bool) -> Iterator[Path]:
    """Give the folder to serve: the one given, or a new one with the samples that is gone afterwards."""
    if (graph is not None) == demo:
        fail("give a graph with -g, or --demo", BAD_INPUT)
    if graph is not None:
        yield graph
        return
    from graph import demo as samples  # noqa: PLC0415 - slow to import

    say("zhitu: reading the sample articles …")
    with TemporaryDirectory(prefix="zhitu-demo-") as place:
        folder = Path(place) / "graph"
        with progress(quiet=False, what="reading") as show:
            samples.build_samples(folder, make_extractor(None), show)
        yield folder


def _run(folder: Path, settings: Settings, host: str, port: int, shown: str) -> None:
    """Serve until somebody stops it."""
    from graph.web.api import warm  # noqa: PLC0415
    from graph.web.app import application  # noqa: PLC0415
    from graph.web.engine import Engine  # noqa: PLC0415
    from graph.web.served import Served  # noqa: PLC0415
    from graph.web.wire import server  # noqa: PLC0415

    served = Served(folder)
    with _listening(host, port) as listening:
        address = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/"
        engine = Engine.start(served, settings)

        def ready() -> None:
            warm(served)
            out(f"zhitu: serving {folder} at {address}\n")
            if shown:
                out(f"zhitu: to change it, send: Authorization: Bearer {shown}\n")

        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # uvicorn finishes first, then we clear up as well
        with suppress(KeyboardInterrupt):
            server(application(served, settings, engine), ready, engine.workers.close).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family, backlog=512)
    except OSError as error:
        fail(f"cannot listen on {host} port {port}: {error.strerror}; choose another with --port", BAD_INPUT)
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else each answer may wait 40 ms for an ACK
    return listening
