"""The thin layer of HTTP: a request becomes values, an answer becomes JSON, the work is done in a thread."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Awaitable, Callable
from dataclasses import replace

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from graph.knowledge import KnowledgeGraph
from graph.web.api import overview
from graph.web.api.addresses import ADDRESSES, CHANGES, Address, Change
from graph.web.api.parameters import LANGUAGE, Values, read
from graph.web.api.view import Reading, view_of
from graph.web.guard import require_token
from graph.web.problems import Problem
from graph.web.protocol import body as read_body
from graph.web.served import Served
from graph.web.settings import Settings
from ontology.errors import ZhituError
from ontology.vocabulary import MODALITIES

_log = logging.getLogger(__name__)


def routes() -> list[BaseRoute]:
    """Return the routes below ``/api``."""
    changed = [Route(_pattern(each.path), _changing(each), methods=[each.method], name=each.name) for each in CHANGES]
    read_ = [Route(_pattern(each.path), _endpoint(each), methods=["GET"], name=each.name) for each in ADDRESSES]
    return [*changed, *read_]


def answer(graph: KnowledgeGraph, address: Address, given: Values, settings: Settings | None = None) -> object:
    """Return what an address answers about a graph, ready for JSON.

    Args:
        graph: The graph.
        address: One of :data:`graph.web.api.addresses.ADDRESSES`.
        given: Names and values of its parameters, those of the path among them.
        settings: What the server allows.

    Raises:
        Problem: A parameter is wrong, or an id unknown.
    """
    allowed = settings or Settings()
    reading = Reading(graph, view_of(graph), None, allowed.writable, allowed.writable and bool(allowed.token))
    asked = read(reading, address.parameters, given, more=address.more)
    return address.answer(replace(reading, language=asked.text(LANGUAGE.name) or None), asked)


def warm(served: Served) -> threading.Thread:
    """Begin to work out what the first visitors will ask for, beside everything else, and return who does it."""
    thread = threading.Thread(target=_warmed, args=(served,), name="zhitu-warming", daemon=True)
    thread.start()
    return thread


def _warmed(served: Served) -> None:
    try:
        with served.reading() as graph:
            reading = Reading(graph, view_of(graph))
            overview.planned(reading, overview.USUAL, list(range(len(MODALITIES))))  # the first that a visitor sees
            reading.view.names.find("知图", limit=1)
            reading.view.quotes(graph)
    except ZhituError as error:
        _log.warning("nothing could be worked out beforehand: %s", error)


def _pattern(path: str) -> str:
    """Return a path as Starlette writes it; the id of an entity may hold slashes."""
    return path.replace("{id}", "{id:path}")


def _endpoint(address: Address) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        given = [*request.path_params.items(), *request.query_params.multi_items()]
        state = request.app.state
        return await run_in_threadpool(_answered, state.served, state.settings, address, given)

    return endpoint


def _changing(address: Change) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        require_token(request)
        given = [*request.path_params.items(), *request.query_params.multi_items()]
        body = await _json(request) if address.body else None
        state = request.app.state
        return await run_in_threadpool(_changed, state.served, address, given, body)

    return endpoint


async def _json(request: Request) -> object:
    """Return the body of a request."""
    data = await read_body(request, request.app.state.settings.body)
    try:
        found: object = json.loads(data)
    except ValueError as error:
        raise Problem(400, "Malformed body", f"the body is not JSON: {error}") from error
    return found


def _changed(served: Served, address: Change, given: Values, body: object) -> Response:
    with served.reading() as graph:
        asked = read(Reading(graph, view_of(graph)), address.parameters, given)
    return as_json(address.answer(served.folder, asked, body))


def _answered(served: Served, settings: Settings, address: Address, given: Values) -> Response:
    with served.reading() as graph:
        return as_json(answer(graph, address, given, settings))


def as_json(body: object, status: int = 200) -> Response:
    """Return an answer as JSON."""
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    headers = {"Cache-Control": "no-cache"}  # a build or a correction shows in the next request
    return Response(text.encode("utf-8", "replace"), status, headers, "application/json")
