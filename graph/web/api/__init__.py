"""The read API: one module a topic."""

from graph.web.api.routes import routes, warm

__all__ = ["routes", "warm"]
