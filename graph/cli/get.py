"""``zhitu get``: what the server would answer, without a server."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from graph.cli.console import BAD_INPUT, CHECK_FAILED, Graph, fail, results

EXAMPLES: Final = """\
\b
Examples:
  zhitu get /api/ -g my-graph
  zhitu get '/api/search?q=智谱' -g my-graph
  zhitu get '/sparql?query=ASK{?s zt:develops ?o}' -g my-graph -H 'Accept: text/csv'
"""


def get_address(
    address: Annotated[str, typer.Argument(metavar="PATH", help="The address behind the host, such as /api/.")],
    graph: Graph,
    header: Annotated[
        list[str] | None,
        typer.Option("--header", "-H", metavar="'NAME: VALUE'", help="A header of the request; may be repeated."),
    ] = None,
) -> None:
    """Print what `zhitu serve` would answer at an address, without opening a port.

    The exit code is 1 where the server would answer with a problem (4xx, 5xx).
    """
    from graph.web.app import application  # noqa: PLC0415 - other commands need not wait for the server
    from graph.web.inside import ask_inside  # noqa: PLC0415
    from graph.web.served import Served  # noqa: PLC0415
    from graph.web.settings import Settings  # noqa: PLC0415

    if not address.startswith("/"):
        fail(f"'{address}' is no address of the server; it starts with /, as in /api/", BAD_INPUT)
    answer = ask_inside(application(Served(graph), Settings()), address, dict(_parsed(each) for each in header or ()))
    results().write(answer.body)
    results().flush()
    if not answer.ok:
        raise typer.Exit(CHECK_FAILED)


def _parsed(header: str) -> tuple[str, str]:
    name, colon, value = header.partition(":")
    if not colon or not name.strip():
        fail(f"'{header}' is no header; write 'Name: value'", BAD_INPUT)
    return name.strip(), value.strip()
