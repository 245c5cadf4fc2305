"""The program ``zhitu``: its commands, its version, and how errors reach a person."""

from __future__ import annotations

import gc
from importlib.metadata import version
from typing import Annotated, Final

import typer

from graph.cli import (
    ask,
    build,
    claims,
    conflicts,
    demo,
    entities,
    evaluate,
    explain,
    export,
    get,
    lexicon,
    new_domain,
    path,
    query,
    serve,
    stats,
    validate,
)
from graph.cli.console import CHECK_FAILED, OK, fail, out, show_warnings
from graph.errors import BuildError
from ontology.errors import ZhituError

_GARBAGE: Final = 50_000  # new objects after which cycles are looked for: loading a lexicon makes many and no cycle

EXAMPLES: Final = """\
\b
Examples:
  zhitu build articles/ -g my-graph              read a folder of articles
  zhitu stats -g my-graph                        what is in it
  zhitu query -g my-graph question.rq            ask it in SPARQL
  zhitu ask                                      the questions that need no SPARQL
  zhitu export -g my-graph -f turtle -o g.ttl    take it elsewhere
  zhitu serve -g my-graph                        look at it in a browser, let programs ask it
"""

app = typer.Typer(
    name="zhitu",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    epilog=EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command("build", epilog=build.EXAMPLES)(build.build_graph)
app.command("query", epilog=query.EXAMPLES)(query.query_graph)
app.command("ask", epilog=ask.EXAMPLES, context_settings=ask.SETTINGS)(ask.ask_graph)
app.command("path", epilog=path.EXAMPLES)(path.show_paths)
app.command("conflicts", epilog=conflicts.EXAMPLES)(conflicts.show_conflicts)
app.command("export", epilog=export.EXAMPLES)(export.export_graph)
app.command("validate", epilog=validate.EXAMPLES)(validate.validate_graph)
app.command("eval", epilog=evaluate.EXAMPLES)(evaluate.evaluate_texts)
app.command("explain", epilog=explain.EXAMPLES)(explain.explain_text)
app.command("stats", epilog=stats.EXAMPLES)(stats.graph_stats)
app.command("serve", epilog=serve.EXAMPLES)(serve.serve_graph)
app.command("get", epilog=get.EXAMPLES)(get.get_address)
app.command("new-domain", epilog=new_domain.EXAMPLES)(new_domain.new_domain)
app.command("demo", epilog=demo.EXAMPLES)(demo.demonstrate)
app.add_typer(entities.app, name="entities")
app.add_typer(claims.app, name="claims")
app.add_typer(lexicon.app, name="lexicon")


def _version(wanted: bool) -> None:
    if wanted:
        out(f"zhitu {version('zhitu')}\n")
        raise typer.Exit(OK)


@app.callback()
def _zhitu(
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Build a knowledge graph from Chinese AI-industry news, and ask it questions.

    Results go to standard output, messages to standard error. Exit codes: 0 all is well, 1 a check failed
    (violations, a strict build), 2 wrong usage or input.
    """


def main() -> None:
    """Run the program; an error that a person can act on becomes one message."""
    show_warnings()
    gc.set_threshold(_GARBAGE)
    try:
        app()
    except BuildError as error:
        fail(str(error), CHECK_FAILED)
    except ZhituError as error:
        fail(str(error))
    except OSError as error:
        fail(f"{error.filename}: {error.strerror}" if error.filename else str(error))
