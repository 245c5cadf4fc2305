"""The query library: its questions, and the SPARQL of one with values in it."""

from __future__ import annotations

from difflib import get_close_matches

from graph.asking import AskError, Parameter, Question, bind, questions, terms
from graph.web.api.parameters import Asked
from graph.web.api.shapes import Json
from graph.web.api.view import Reading
from graph.web.problems import Problem


def library(reading: Reading, _: Asked) -> list[Json]:  # noqa: ARG001 - all that answers has this form
    """Return the questions of the query library with what they can be asked about."""
    return [_question(each) for each in questions()]


def question(reading: Reading, asked: Asked) -> Json:
    """Return the SPARQL of a question, with the values given in the place of its parameters."""
    known = {each.name: each for each in questions()}
    name = asked.text("name")
    if name not in known:
        near = get_close_matches(name, known, n=5, cutoff=0.3)
        hint = f"; the nearest: {', '.join(near)}" if near else ""
        raise Problem(404, "Not found", f"no question is called '{name}'{hint}", parameter="name", choices=near)
    found, given = known[name], asked.rest
    try:
        return {"name": name, "sparql": bind(found, terms(reading.graph, found, given))}
    except AskError as error:
        raise _refused(found, given, error) from error


def _refused(found: Question, given: dict[str, str], error: AskError) -> Problem:
    names = [each.name for each in found.parameters]
    wrong = next((name for name in given if name not in names), None)
    wrong = wrong or next((name for name in names if str(error).startswith(f"--{name}:")), None)
    missing = next((each.name for each in found.parameters if each.required and each.name not in given), None)
    return Problem(400, "Wrong parameter", str(error), parameter=wrong or missing, choices=names)


def _question(each: Question) -> Json:
    return {
        "name": each.name,
        "title": {"en": each.titles["en"], "zh-Hans": each.titles["zh-Hans"]},
        "description": dict(each.descriptions),
        "parameters": [_parameter(parameter) for parameter in each.parameters],
        "sparql": each.sparql,
    }


def _parameter(parameter: Parameter) -> Json:
    return {
        "name": parameter.name,
        "kind": parameter.kind,
        "said": dict(parameter.said),
        "required": parameter.required,
        "default": parameter.default,
    }
