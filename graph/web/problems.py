"""What went wrong with a request, in the one shape that programs can read: problem details (RFC 9457)."""

from __future__ import annotations

import json
import logging
from http import HTTPStatus
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from graph.errors import LockedError, QueryError
from ontology.errors import ZhituError

MEDIA_TYPE: Final = "application/problem+json"
_LONGEST: Final = 2000  # characters of a message that shows the line of a query, which may be a megabyte long

_log = logging.getLogger(__name__)


class Problem(Exception):  # noqa: N818 - RFC 9457 calls it so
    """A request that cannot be answered.

    Args:
        status: The status code of HTTP.
        title: What kind of problem it is, in a few words; the same for all of its kind.
        detail: What was wrong this time, the value, and what to do.
        headers: More headers of the answer.
        more: More members, such as ``line`` and ``column`` of a syntax error.
    """

    def __init__(
        self, status: int, title: str, detail: str, headers: dict[str, str] | None = None, **more: object
    ) -> None:
        super().__init__(detail)
        self.status, self.title, self.detail = status, title, detail
        self.headers, self.more = headers or {}, more

    def response(self) -> Response:
        """Return the answer that tells it."""
        body = {"type": "about:blank", "title": self.title, "status": self.status, "detail": self.detail, **self.more}
        text = json.dumps({key: value for key, value in body.items() if value is not None}, ensure_ascii=False)
        return Response(text.encode("utf-8", "replace"), self.status, self.headers, MEDIA_TYPE)


def bad_parameter(name: str, value: str, choices: list[str] | str) -> Problem:
    """Return the problem of a parameter whose value is none of those that it may have.

    Args:
        name: The parameter.
        value: What was given.
        choices: The values that it may have, or what they look like.
    """
    told = choices if isinstance(choices, str) else ", ".join(choices)
    detail = f"'{value}' is no value of the parameter '{name}'; it takes: {told}"
    return Problem(400, "Wrong parameter", detail, parameter=name, choices=choices)


def problem_of(error: Exception) -> Problem:
    """Return what a client is told about an error."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, QueryError):
        told = str(error) if len(str(error)) < _LONGEST else str(error).partition("\n")[0][:_LONGEST]
        return Problem(400, "Malformed query", told, line=error.line, column=error.column)
    if isinstance(error, ClientDisconnect):
        return Problem(499, "Client closed request", "the client went away before its request was whole")
    if isinstance(error, LockedError):
        return Problem(409, "The graph is being changed", str(error), {"Retry-After": "5"})
    if isinstance(error, ZhituError):
        return Problem(500, "The graph cannot be read", str(error))
    if isinstance(error, HTTPException):
        phrase = HTTPStatus(error.status_code).phrase
        return Problem(error.status_code, phrase, error.detail, dict(error.headers or {}))
    return Problem(500, "Internal error", "the server met a defect of its own; its log has more")


async def answer_problem(request: Request, error: Exception) -> Response:
    """Answer a request that failed."""
    problem = problem_of(error)
    if problem.status >= HTTPStatus.INTERNAL_SERVER_ERROR and not isinstance(error, Problem):
        _log.error("%s %s", request.method, request.url.path, exc_info=error)
    if isinstance(error, HTTPException):
        problem.detail = _detail(request, problem)
    return problem.response()


def _detail(request: Request, problem: Problem) -> str:
    """Return what a request is told that met no handler of ours."""
    if problem.status == HTTPStatus.NOT_FOUND:
        return f"there is nothing at {request.url.path}"
    if problem.status == HTTPStatus.METHOD_NOT_ALLOWED:
        return f"{request.url.path} takes no {request.method}; it takes {problem.headers.get('Allow', 'other methods')}"
    return problem.detail
