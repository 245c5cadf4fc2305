"""The server's application: which address is answered by what."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect
from starlette.routing import Mount, Route

from graph.web import api
from graph.web.engine import Engine
from graph.web.graph_store import METHODS, answer_graph_store
from graph.web.pages import Guarded, pages
from graph.web.problems import Problem, answer_problem
from graph.web.served import Served
from graph.web.settings import Settings
from graph.web.sparql import answer_sparql
from ontology.errors import ZhituError


def application(served: Served, settings: Settings, engine: Engine | None = None) -> Starlette:
    """Return the application that serves a graph.

    Handlers find ``request.app.state.served`` and ``request.app.state.settings``, both protocols
    also ``request.app.state.engine``.

    Args:
        served: The graph.
        settings: What is allowed.
        engine: What answers queries, where it has been started already; the application closes it.
    """

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        app.state.engine = engine or Engine.start(served, settings)
        try:
            yield
        finally:
            app.state.engine.close()
            served.close()

    both = ["GET", "POST"]
    app = Starlette(
        routes=[
            Route("/sparql", answer_sparql, methods=both),
            Route("/sparql/", answer_sparql, methods=both),
            Route("/graph-store", answer_graph_store, methods=METHODS),
            Route("/graph-store/{path:path}", answer_graph_store, methods=METHODS),
            Mount("/api", routes=api.routes()),
            Mount("/", app=pages()),
        ],
        middleware=[Middleware(Guarded)],
        exception_handlers={
            Problem: answer_problem,
            ZhituError: answer_problem,
            HTTPException: answer_problem,
            ClientDisconnect: answer_problem,
            Exception: answer_problem,
        },
        lifespan=lifespan,
    )
    app.state.served, app.state.settings = served, settings
    return app
