"""The SPARQL 1.1 Graph Store HTTP Protocol: graphs by their address."""

from __future__ import annotations

import hashlib
from email import message_from_bytes, policy
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from graph.web.engine import Engine, attended
from graph.web.guard import require_token
from graph.web.negotiation import TRIPLES, Format, chosen
from graph.web.problems import Problem
from graph.web.protocol import Parameters, base_iri, body, decoded, graph_iri, media_type, parsed

METHODS: Final = ["GET", "HEAD", "PUT", "POST", "DELETE"]

Part = dict[str, str]


async def answer_graph_store(request: Request) -> Response:
    """Give, put, add to or remove a graph."""
    parameters = parsed(request.url.query)
    named = _addressed(request, parameters)
    if request.method in {"GET", "HEAD"}:
        return await _given(request, named, parameters)
    require_token(request)
    if request.method == "DELETE":
        return await _removed(request, named)
    return await _written(request, named)


def _addressed(request: Request, parameters: Parameters) -> str | None:
    """Return the IRI of the graph that a request is about: ``None`` is the default graph, ``""`` a new one.

    Raises:
        Problem: When it names none, or several.
    """
    graphs = [value for name, value in parameters if name == "graph"]
    default = any(name == "default" for name, _ in parameters)
    direct = request.path_params.get("path", "")
    if len(graphs) + default + bool(direct) > 1:
        raise Problem(400, "More than one graph", "name one graph: by ?graph=IRI, by ?default, or by its address")
    if default:
        return None
    if graphs:
        return graph_iri(graphs[0])
    if direct:
        return graph_iri(base_iri(request))
    if request.method == "POST":
        return ""
    raise Problem(400, "No graph", "name a graph: by ?graph=IRI, by ?default, or by its address")


async def _given(request: Request, graph: str | None, parameters: Parameters) -> Response:
    engine: Engine = request.app.state.engine
    format_ = chosen(request, parameters, TRIPLES)
    return await attended(request, engine.answer({"do": "fetch", "graph": graph}, format_, {}))


async def _removed(request: Request, graph: str | None) -> Response:
    engine: Engine = request.app.state.engine
    told = await engine.change({"do": "delete", "graph": graph})
    if not told["there"] and graph is not None:
        raise Problem(404, "No such graph", f"there is no graph {graph}")
    return Response(status_code=200)


async def _written(request: Request, graph: str | None) -> Response:
    """Put a graph or add to one; tell by the status whether it is new."""
    engine: Engine = request.app.state.engine
    parts, data = await _parts(request)
    new = graph == ""
    address = base_iri(request).rstrip("/")
    if new:  # named by what is in it: the same again is the same graph
        graph = f"{address}/{hashlib.sha256(data).hexdigest()[:24]}"
    job = {"do": request.method.lower(), "graph": graph, "parts": parts, "base": graph or address}
    told = await engine.change(job)
    if not told["there"]:
        return Response(status_code=201, headers={"Location": graph} if graph else {})
    return Response(status_code=204 if request.method == "PUT" else 200)


async def _parts(request: Request) -> tuple[list[Part], bytes]:
    """Return the graphs in the body of a request: one, or those of a form with files.

    Raises:
        Problem: When it has none that can be read.
    """
    media, data = media_type(request), await body(request, request.app.state.settings.body)
    if media != "multipart/form-data":
        return [_part(media, data)], data
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode("latin-1")
    message = message_from_bytes(head + data, policy=policy.HTTP)
    if not message.is_multipart():
        raise Problem(400, "No graph", "the form has no parts; each file of it is to be a graph")
    found = []
    for part in message.iter_parts():
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        found.append(_part(part.get_content_type(), content))
    return found, data


def _part(media: str, data: bytes) -> Part:
    return {"format": _format(media).name, "text": decoded(data, "the body")}


def _format(media: str) -> Format:
    """Return the format of RDF that a media type means.

    Raises:
        Problem: When it means none.
    """
    for each in TRIPLES:
        if media in {each.media, *(name for name in each.also if "/" in name)}:
            return each
    raise Problem(
        415, "Unknown media type", f"'{media}' is no format of RDF; send {', '.join(each.media for each in TRIPLES)}"
    )
