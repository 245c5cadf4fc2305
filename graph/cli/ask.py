"""``zhitu ask``: put a question of the query library to a graph."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Final

import typer

from graph.asking import AskError, Question, ask, question, questions
from graph.cli.console import out, out_table, results, say, screen_width
from graph.knowledge import KnowledgeGraph
from graph.results import FORMATS, TABLE, check_format, text_table, write_result

EXAMPLES: Final = """\
\b
Examples:
  zhitu ask
  zhitu ask training-costs
  zhitu ask training-costs --model GPT-4 -g my-graph
  zhitu ask ranking --metric 营收 --year 2024 -g my-graph -f csv
  zhitu ask evidence --subject 微软 --object OpenAI -g my-graph
"""

SETTINGS: Final = {"ignore_unknown_options": True}  # the options of a question are told by the question


def ask_graph(
    asked: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME] [--PARAMETER VALUE]...",
            help="The question and what to ask it about; without it, all questions are listed.",
        ),
    ] = None,
    graph: Annotated[
        Path | None,
        typer.Option(
            "--graph", "-g", metavar="GRAPH", help="The folder of the graph; without it, see what can be asked."
        ),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help=f"How to write the answer: {', '.join(FORMATS)}.")
    ] = TABLE,
) -> None:
    """Ask a graph a question of the query library.

    Each question tells which parameters it takes. Names of entities may be in any script; relations,
    metrics, modalities and classes by their names or their Chinese labels. The beginning of a
    question's name is enough.
    """
    check_format(form)
    name, given = split(asked or [])
    if name is None:
        if given:
            raise AskError("give the name of a question before its parameters (`zhitu ask` lists all)")
        show_questions()
        return
    wanted = question(name)
    for parameter in given:
        wanted.parameter(parameter)
    if graph is None:
        show_question(wanted)
        return
    with KnowledgeGraph.open(graph) as kg:
        count = write_result(ask(kg, wanted.name, given), form, results(), width=screen_width())
    if count == 0 and form == TABLE:
        say("zhitu: nothing in the graph answers this")


def split(words: Iterable[str]) -> tuple[str | None, dict[str, str]]:
    """Return the question's name and the values of its parameters.

    Raises:
        AskError: There are two names, or a parameter has no value or two.
    """
    name: str | None = None
    given: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        if not word.startswith("--"):
            if name is not None:
                raise AskError(f"one question at a time: '{name}' or '{word}'? A value of two words needs quotes")
            name = word
            continue
        option, equals, value = word.removeprefix("--").partition("=")
        value = value if equals else next(rest, "")
        if not value:
            raise AskError(f"--{option} needs a value")
        if option in given:
            raise AskError(f"--{option} is given twice")
        given[option] = value
    return name, given


def show_questions() -> None:
    """List all questions with what they ask and their parameters."""
    rows = [
        [each.name, each.titles["zh-Hans"], each.titles["en"], " ".join(part.usage for part in each.parameters)]
        for each in questions()
    ]
    out_table(text_table(["question", "问题", "asks", "parameters"], rows))


def show_question(asked: Question) -> None:
    """Tell what a question asks, and its parameters."""
    for language in ("zh-Hans", "en"):
        out(f"{asked.titles[language]}\n{asked.descriptions[language]}\n\n")
    rows = [
        [f"--{each.name}", each.kind, each.said["zh-Hans"], each.said["en"], _need(each.required, each.default)]
        for each in asked.parameters
    ]
    if rows:
        out_table(text_table(["parameter", "takes", "意义", "means", "given"], rows))
        out("\n")
    out(f"Ask it with -g GRAPH: zhitu ask {asked.name} -g GRAPH\n")


def _need(required: bool, default: str | None) -> str:
    if required:
        return "always"
    return f"or {default} ('any' leaves it out)" if default is not None else "or not"
