"""The read API: one module a topic."""

from __future__ import annotations

from starlette.routing import BaseRoute


def routes() -> list[BaseRoute]:
    """Return the routes below ``/api``."""
    return []
