"""The SPARQL endpoint."""

from __future__ import annotations

from io import BytesIO

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from graph.results import write_result
from graph.web.problems import Problem
from graph.web.served import Served


async def answer_sparql(request: Request) -> Response:
    """Answer a query."""
    query = request.query_params.get("query")
    if query is None and request.headers.get("content-type", "").startswith("application/sparql-query"):
        query = (await request.body()).decode("utf-8")
    if query is None:
        raise Problem(400, "No query", "give a query: ?query=…")
    data, media = await run_in_threadpool(_answer, request.app.state.served, query)
    return Response(data, media_type=media)


def _answer(served: Served, query: str) -> tuple[bytes, str]:
    out = BytesIO()
    with served.reading() as graph:
        result = graph.query(query)
        triples = type(result).__name__ == "QueryTriples"
        write_result(result, "turtle" if triples else "json", out)
    return out.getvalue(), "text/turtle" if triples else "application/sparql-results+json"
