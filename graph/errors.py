"""Errors of the graph that a person can act on."""

from __future__ import annotations

from ontology.errors import ZhituError


class GraphError(ZhituError):
    """Base of what can go wrong with a graph and its folder."""


class NoGraphError(GraphError):
    """The folder is missing, is not a graph folder, or holds no graph yet."""


class FormatError(GraphError):
    """The graph folder was written by another version, or is damaged."""


class LockedError(GraphError):
    """Another process writes into the graph folder."""


class BuildError(GraphError):
    """A strict build met a source that it could not read; the graph is as it was."""


class QueryError(GraphError):
    """A SPARQL query is malformed or could not be answered.

    Args:
        message: What is wrong, for people.
        line: Line of the query where it went wrong, from 1; ``None`` where unknown.
        column: Column in that line, from 1; ``None`` where unknown.
    """

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.line = line
        self.column = column
