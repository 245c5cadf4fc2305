"""Which format an answer has: what the client asks for by name, or else what it likes best of what there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from starlette.requests import Request

from graph.web.problems import Problem, bad_parameter


@dataclass(frozen=True, slots=True)
class Format:
    """A format of answers.

    Args:
        name: Its short name.
        media: Its media type.
        also: Other names and media types that mean it.
        text: Whether its media type should say that it is UTF-8.
    """

    name: str
    media: str
    also: tuple[str, ...] = ()
    text: bool = False

    @property
    def content_type(self) -> str:
        """The header of an answer."""
        return f"{self.media}; charset=utf-8" if self.text else self.media


ROWS: Final = (
    Format("json", "application/sparql-results+json", ("application/json", "srj")),
    Format("xml", "application/sparql-results+xml", ("application/xml", "text/xml", "srx")),
    Format("csv", "text/csv", text=True),
    Format("tsv", "text/tab-separated-values", text=True),
)
"""Formats of rows, and of yes and no."""

TRIPLES: Final = (
    Format("turtle", "text/turtle", ("ttl", "application/turtle", "application/x-turtle"), text=True),
    Format("ntriples", "application/n-triples", ("nt", "n-triples", "text/plain")),
    Format("rdfxml", "application/rdf+xml", ("xml", "rdf", "rdf+xml", "rdf/xml", "application/xml", "text/xml")),
    Format("jsonld", "application/ld+json", ("json", "json-ld", "application/json")),
    Format("n3", "text/n3", ("text/rdf+n3",), text=True),
    Format("nquads", "application/n-quads", ("nq",)),
    Format("trig", "application/trig"),
)
"""Formats of triples."""

FORMATS: Final[Mapping[str, Sequence[Format]]] = MappingProxyType(
    {"select": ROWS, "ask": ROWS, "construct": TRIPLES, "describe": TRIPLES}
)
"""Formats by the form of a query, those first that a client gets who does not mind."""

PARAMETERS: Final = ("format", "output", "results")
"""Parameters that name a format; clients differ."""


def chosen(request: Request, parameters: Sequence[tuple[str, str]], formats: Sequence[Format]) -> Format:
    """Return the format to answer in.

    Args:
        request: The request, for its header.
        parameters: Its parameters, wherever they stood.
        formats: What there is.

    Raises:
        Problem: When the client wants none of these.
    """
    for name, value in parameters:
        if name in PARAMETERS and value:
            return _named(name, value, formats)
    accept = ",".join(request.headers.getlist("accept"))
    return preferred(accept, formats)


def _named(parameter: str, value: str, formats: Sequence[Format]) -> Format:
    wanted = value.strip().lower()
    for each in formats:
        if wanted in {each.name, each.media, *each.also}:
            return each
    raise bad_parameter(parameter, value, [each.name for each in formats])


def preferred(accept: str, formats: Sequence[Format]) -> Format:
    """Return the format that an ``Accept`` header likes best; among equals the first of *formats*.

    Raises:
        Problem: When it takes none of them.
    """
    if not accept.strip():
        return formats[0]
    liked = [(_liking(accept, each), each) for each in formats]
    best = max(liking for liking, _ in liked)
    if best <= 0:
        there = ", ".join(each.media for each in formats)
        raise Problem(406, "No such format", f"'{accept}' takes none of the formats of this answer: {there}")
    return next(each for liking, each in liked if liking == best)


def _liking(accept: str, format_: Format) -> float:
    """Return how much a header likes a format, from 0 to 1: the most exact of its ranges tells."""
    best: tuple[int, float] = (0, 0.0)
    for part in accept.split(","):
        range_, *parameters = (piece.strip().lower() for piece in part.split(";"))
        exactness = _exactness(range_, format_)
        if exactness:
            best = max(best, (exactness, _quality(parameters)))
    return best[1]


def _exactness(range_: str, format_: Format) -> int:
    """Return how exactly a range of media types means a format, 0 where it does not mean it at all."""
    if range_ == format_.media:
        return 4
    if range_ in format_.also:
        return 3
    if range_.endswith("/*") and range_ != "*/*":
        return 2 if format_.media.startswith(range_[:-1]) else 0
    return 1 if range_ == "*/*" else 0


def _quality(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0
