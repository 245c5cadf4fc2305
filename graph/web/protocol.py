"""Requests of the SPARQL 1.1 Protocol: what they ask, in whichever of the three ways they ask it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl

import pyoxigraph as ox
from starlette.requests import Request

from graph.web.problems import Problem

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"

Parameters = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Operation:
    """What a request asks for.

    Args:
        kind: ``query`` or ``update``.
        text: The query or update.
        default: IRIs of the graphs that make up the default graph.
        named: IRIs of the named graphs.
        parameters: All parameters.
    """

    kind: str
    text: str
    default: tuple[str, ...]
    named: tuple[str, ...]
    parameters: Parameters


async def operation(request: Request, limit: int) -> Operation | None:
    """Return what a request asks for, ``None`` where it asks for nothing.

    Args:
        request: The request.
        limit: Bytes of its body at most.

    Raises:
        Problem: When it does not follow the protocol.
    """
    parameters = parsed(request.url.query)
    texts = {"query": _values(parameters, "query"), "update": []}
    if request.method == "POST":
        media, data = media_type(request), await body(request, limit)
        if media == FORM:
            form = parsed(decoded(data, "the form"))
            parameters += form
            texts = {kind: _values(parameters, kind) for kind in ("query", "update")}
        elif media in {QUERY, UPDATE}:
            texts["query" if media == QUERY else "update"].append(decoded(data, "the body"))
        else:
            raise _unsupported(media)
    elif _values(parameters, "update"):
        raise Problem(405, "Updates are posted", "an update cannot be sent by GET; use POST", {"Allow": "POST"})
    return _only(texts, parameters)


def _only(texts: dict[str, list[str]], parameters: Parameters) -> Operation | None:
    """Return the one operation of a request."""
    given = [(kind, text) for kind, each in texts.items() for text in each]
    if not given:
        return None
    if len(given) > 1:
        raise Problem(
            400, "More than one query", f"the request holds {len(given)} queries or updates; send one at a time"
        )
    kind, text = given[0]
    names = (
        ("default-graph-uri", "named-graph-uri") if kind == "query" else ("using-graph-uri", "using-named-graph-uri")
    )
    wrong = [name for name, _ in parameters if name.endswith("graph-uri") and name not in names]
    if wrong:
        raise Problem(
            400, "Wrong parameter", f"'{wrong[0]}' is for the other kind of request; a {kind} takes {', '.join(names)}"
        )
    default, named = (tuple(map(graph_iri, _values(parameters, name))) for name in names)
    return Operation(kind, text, default, named, parameters)


def _values(parameters: Parameters, name: str) -> list[str]:
    return [value for key, value in parameters if key == name]


def graph_iri(iri: str) -> str:
    """Return the IRI of a graph.

    Raises:
        Problem: When it is none.
    """
    try:
        return ox.NamedNode(iri).value
    except ValueError as error:
        raise Problem(400, "Wrong parameter", f"'{iri}' is no absolute IRI of a graph: {error}") from error


def parsed(text: str) -> Parameters:
    """Return the parameters of a query string or a form.

    Raises:
        Problem: When they are not UTF-8, or too many.
    """
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=1000)
    except UnicodeDecodeError as error:
        raise Problem(400, "Not UTF-8", f"the parameters are not UTF-8: {error.reason}") from error
    except ValueError as error:
        raise Problem(400, "Too many parameters", f"the parameters cannot be read: {error}") from error


def media_type(request: Request) -> str:
    """Return the media type of a request's body.

    Raises:
        Problem: When its characters are not said to be UTF-8.
    """
    media, *parameters = (part.strip().lower() for part in request.headers.get("content-type", "").split(";"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "charset" and value.strip(' "') not in {"utf-8", "utf8", "us-ascii"}:
            raise Problem(415, "Not UTF-8", f"the body is said to be {value.strip()}; send UTF-8")
    return media


async def body(request: Request, limit: int) -> bytes:
    """Return the body of a request.

    Raises:
        Problem: When it is too long.
    """
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > limit:
        raise _too_long(limit)
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > limit:
            raise _too_long(limit)
    return bytes(data)


def _too_long(limit: int) -> Problem:
    return Problem(413, "Too long", f"the body has more than {limit:,} bytes, which is all that this server takes")


def decoded(data: bytes, what: str) -> str:
    """Return text.

    Raises:
        Problem: When it is not UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem(400, "Not UTF-8", f"{what} is not UTF-8 (byte {error.start})") from error


def _unsupported(media: str) -> Problem:
    told = f"'{media}' is no media type of a query" if media else "the body has no Content-Type"
    return Problem(415, "Unknown media type", f"{told}; send {FORM}, {QUERY} or {UPDATE}")


def base_iri(request: Request) -> str:
    """Return the address that a request was sent to, without its parameters.

    Raises:
        Problem: When the header ``Host`` makes it none.
    """
    try:
        return ox.NamedNode(str(request.url.replace(query="", fragment=""))).value
    except ValueError as error:
        told = f"the header Host and the path make no address: {error}"
        raise Problem(400, "Wrong address", told) from error


def first(parameters: Sequence[tuple[str, str]], name: str) -> str | None:
    """Return the first value of a parameter."""
    return next((value for key, value in parameters if key == name), None)
