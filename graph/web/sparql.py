"""The SPARQL endpoint: SPARQL 1.1 Protocol."""

from __future__ import annotations

from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from graph.web.description import describe
from graph.web.engine import Engine, attended
from graph.web.guard import require_token
from graph.web.negotiation import FORMATS, chosen
from graph.web.outside import stay_inside
from graph.web.problems import Problem
from graph.web.protocol import Operation, base_iri, operation
from graph.web.syntax import Scan, scan, with_using

_LONGEST: Final = 1 << 20  # characters of a query; an update may be as long as a body
_BEGINNING: Final = 100_000  # tokens of a query among which its form and its graphs must be named


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
    if len(asked.text) > _LONGEST:
        raise Problem(413, "Too long", f"the query has more than {_LONGEST:,} characters")
    found = await run_in_threadpool(_looked_over, asked)
    format_ = chosen(request, asked.parameters, FORMATS[found.form])
    job = {
        "do": "query",
        "query": asked.text,
        "base": base_iri(request),
        "default": asked.default,
        "named": asked.named,
        "union": not found.dataset,
    }
    return await attended(request, engine.answer(job, format_, {}))


async def _updated(request: Request, asked: Operation) -> Response:
    require_token(request)
    engine: Engine = request.app.state.engine
    found = await run_in_threadpool(_looked_over, asked)
    update = with_using(asked.text, found, asked.default, asked.named)
    await engine.change({"do": "update", "update": update, "base": base_iri(request)})
    return Response(status_code=204)


def _looked_over(asked: Operation) -> Scan:
    """Return what the tokens of a query or an update tell, once it is clear that it stays inside."""
    stay_inside(asked.text, asked.kind)
    return scan(asked.text, _BEGINNING if asked.kind == "query" else None)
