"""The SPARQL endpoint: SPARQL 1.1 Protocol."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from graph.web.description import describe
from graph.web.engine import Engine, attended
from graph.web.guard import require_token
from graph.web.negotiation import FORMATS, chosen
from graph.web.protocol import Operation, base_iri, operation
from graph.web.syntax import form, inside, names_dataset, with_using


async def answer_sparql(request: Request) -> Response:
    """Answer a query, carry an update out, or describe the service where a request asks for nothing."""
    asked = await operation(request, request.app.state.settings.body)
    if asked is None:
        return describe(request)
    if asked.kind == "update":
        return await _updated(request, asked)
    return await _answered(request, asked)


async def _answered(request: Request, asked: Operation) -> Response:
    engine: Engine = request.app.state.engine
    found = inside(asked.text)
    format_ = chosen(request, asked.parameters, FORMATS[form(found)])
    job = {
        "do": "query",
        "query": asked.text,
        "base": base_iri(request),
        "default": asked.default,
        "named": asked.named,
        "union": not names_dataset(found),
    }
    return await attended(request, engine.answer(job, format_, {}))


async def _updated(request: Request, asked: Operation) -> Response:
    require_token(request)
    engine: Engine = request.app.state.engine
    update = with_using(asked.text, inside(asked.text), asked.default, asked.named)
    await engine.change({"do": "update", "update": update, "base": base_iri(request)})
    return Response(status_code=204)
