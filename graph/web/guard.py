"""Who may change what is served: those who send the token, where the server takes changes at all."""

from __future__ import annotations

import secrets

from starlette.requests import Request

from graph.web.problems import Problem
from graph.web.settings import Settings


def require_token(request: Request) -> None:
    """Make sure that a request may change something.

    Raises:
        Problem: When the server takes no changes (403), or the request has no or a wrong token (401).
    """
    settings: Settings = request.app.state.settings
    if not settings.writable or not settings.token:
        raise Problem(403, "Read-only", "this server takes no changes; start it with: zhitu serve --writable")
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not secrets.compare_digest(token.strip().encode(), settings.token.encode()):
        told = "changes need the token that the server was started with: Authorization: Bearer TOKEN"
        raise Problem(401, "The token is missing or wrong", told, {"WWW-Authenticate": 'Bearer realm="zhitu"'})
