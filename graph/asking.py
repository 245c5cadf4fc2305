"""The query library: questions in SPARQL with titles, descriptions and typed parameters, and their answers.

A file of ``graph/queries`` begins with comments that tell what it asks, in English and Chinese::

    # title@en: What does it cost to train a model?
    # description@en: Every training cost that a text states, dearest first.
    # param: model entity "the model" "模型" optional

A parameter is ``required``, ``optional``, or has a ``default``. The query uses it as ``?param_model``: what a person
gives becomes an RDF term that takes the variable's place; left out, it stays a variable that fits everything. A
value is never read as SPARQL. A query may not project a parameter, since nothing can be projected that is no variable.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from functools import cache, partial
from importlib.resources import files
from typing import Final, TypeAlias

import pyoxigraph as ox

from graph.errors import GraphError
from graph.finding import EntityError, find
from graph.knowledge import KnowledgeGraph, Results
from graph.mapping import DEFAULT, TYPE, document_node, entity_node, number_literal, time_literal, vocabulary_node
from ontology.lexicon import name_key
from ontology.vocabulary import CLASSES, METRICS, MODALITIES, PREFIXES, RELATIONS

Term: TypeAlias = ox.NamedNode | ox.Literal

LANGUAGES: Final = ("en", "zh-Hans")
ANY: Final = "any"  # leaves out a parameter that has a default

_LABEL: Final = ox.NamedNode(PREFIXES["rdfs"] + "label")
_YEAR = re.compile(r"[0-9]{4}")
_NUMBER = re.compile(r"([+-]?[0-9][0-9,_]*(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?)\s*([千万萬亿億]*)")
_TIMES: Final = {"千": 10**3, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_NEAREST: Final = 3

_HEAD = re.compile(r"# (title|description)@([A-Za-z-]+): *(\S.*)")
_PARAMETER = re.compile(r'# param: ([a-z]+) ([a-z]+) "([^"]+)" "([^"]+)" (required|optional|default (\S.*))')
_TOKEN = re.compile(
    r'#[^\n]*|<[^<>"{}|^`\\\s]*>'  # comments and IRIs, and then texts: what looks like a variable inside is none
    r'|"""(?:[^"\\]|\\.|"(?!""))*"""|' + r"'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"|' + r"'(?:[^'\\\n]|\\.)*'"
    r"|[?$]param_(?P<name>\w+)",
    re.DOTALL,
)


class AskValueError(GraphError):
    """A value means nothing of the kind that is asked for."""


class AskError(GraphError):
    """There is no such question, or it cannot be asked so."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question can be asked about.

    Args:
        name: Its name: ``model`` is the option ``--model`` and the variable ``?param_model``.
        kind: What it takes, one of ``KINDS``.
        said: What it means, by language.
        required: Whether it must be given.
        default: What it is where it is not given.
    """

    name: str
    kind: str
    said: Mapping[str, str]
    required: bool = False
    default: str | None = None

    @property
    def usage(self) -> str:
        """How it is written on the command line."""
        text = f"--{self.name} {self.kind.upper()}"
        return text if self.required else f"[{text}]"


@dataclass(frozen=True, slots=True)
class Question:
    """A query of the library.

    Args:
        name: The file's name without its ending.
        titles: What it asks, by language.
        descriptions: What it answers, by language.
        parameters: What it can be asked about, in the order of the file.
        sparql: The query.
    """

    name: str
    titles: Mapping[str, str]
    descriptions: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    sparql: str

    def parameter(self, name: str) -> Parameter:
        """Return a parameter; raise :class:`AskError` where there is none of this name."""
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        has = ", ".join(f"--{each.name}" for each in self.parameters) or "none"
        raise AskError(f"the question '{self.name}' has no parameter '{name}'; it has {has}")


def parse(name: str, text: str) -> Question:
    """Return the question in the text of a file.

    Raises:
        AskError: When a parameter is malformed, declared twice, not declared, or not used.
    """
    told: dict[str, dict[str, str]] = {"title": {}, "description": {}}
    parameters: dict[str, Parameter] = {}
    for line in text.splitlines():
        if head := _HEAD.fullmatch(line):
            told[head[1]][head[2]] = head[3]
        elif line.startswith("# param"):
            parameter = _parameter(name, line)
            if parameter.name in parameters:
                raise AskError(f"{name}: the parameter '{parameter.name}' is declared twice")
            parameters[parameter.name] = parameter
    if odd := set(parameters) ^ set(_used(text)):
        raise AskError(f"{name}: declared or used, but not both: {', '.join(sorted(odd))}")
    return Question(name, told["title"], told["description"], tuple(parameters.values()), text)


@cache
def questions() -> tuple[Question, ...]:
    """Return the questions of the library, by name."""
    found = (file for file in files("graph").joinpath("queries").iterdir() if file.name.endswith(".rq"))
    return tuple(
        parse(file.name.removesuffix(".rq"), file.read_text(encoding="utf-8"))
        for file in sorted(found, key=lambda file: file.name.removesuffix(".rq"))
    )


def question(name: str) -> Question:
    """Return the question called *name*, or the only one whose name begins so.

    Raises:
        AskError: There is none, or several begin so; with what may have been meant.
    """
    known = {each.name: each for each in questions()}
    begun = [name] if name in known else [other for other in known if name and other.startswith(name)]
    if len(begun) == 1:
        return known[begun[0]]
    near = begun or get_close_matches(name, known, n=3, cutoff=0.5) or [n for n in known if name and name in n][:3]
    hint = f"; the nearest: {', '.join(near)}" if near else ""
    raise AskError(f"no question is called '{name}'{hint} (`zhitu ask` lists all {len(known)})")


def terms(graph: KnowledgeGraph, asked: Question, given: Mapping[str, str]) -> dict[str, Term]:
    """Return the RDF terms that the values *given* to a question mean.

    Args:
        graph: Where names of entities and documents are looked up.
        asked: The question.
        given: Values by parameter; ``any`` leaves out a parameter that has a default.

    Raises:
        AskError: A parameter is missing or unknown, or a value means nothing; with what may have been meant.
    """
    for name in given:
        asked.parameter(name)
    found: dict[str, Term] = {}
    for parameter in asked.parameters:
        value = given.get(parameter.name, parameter.default)
        if value is None and parameter.required:
            raise AskError(f"the question '{asked.name}' needs {parameter.usage} ({parameter.said['en']})")
        if value is None or (parameter.default is not None and value == ANY):
            continue
        try:
            found[parameter.name] = read_value(graph, parameter.kind, value)
        except AskValueError as error:
            raise AskError(f"--{parameter.name}: {error}") from error
    return found


def bind(asked: Question, values: Mapping[str, Term]) -> str:
    """Return the query of a question with *values* in the place of its parameters.

    Each term is written by the RDF library, escaped where it must be, and stands where one variable stood.
    """

    def written(match: re.Match[str]) -> str:
        term = values.get(match["name"]) if match["name"] else None
        return match.group() if term is None else str(term)

    return _TOKEN.sub(written, asked.sparql)


def ask(graph: KnowledgeGraph, name: str, given: Mapping[str, str] | None = None) -> Results:
    """Answer a question of the library.

    Args:
        graph: The graph that answers.
        name: The question, such as ``training-costs``.
        given: Values by parameter, such as ``{"model": "GPT-4"}``.

    Raises:
        AskError: There is no such question, or it cannot be asked so.
    """
    asked = question(name)
    return graph.query(bind(asked, terms(graph, asked, given or {})))


def _parameter(name: str, line: str) -> Parameter:
    match = _PARAMETER.fullmatch(line)
    if match is None or match[2] not in KINDS:
        raise AskError(f'{name}: not of the form \'# param: NAME KIND "English" "中文" optional\': {line}')
    return Parameter(match[1], match[2], {"en": match[3], "zh-Hans": match[4]}, match[5] == "required", match[6])


def _used(text: str) -> Iterator[str]:
    """Yield the parameters that a query uses."""
    for match in _TOKEN.finditer(text):
        if match["name"]:
            yield match["name"]


# --- values ---------------------------------------------------------------------


def read_value(graph: KnowledgeGraph, kind: str, text: str) -> Term:
    """Return the term that *text* means.

    Args:
        graph: Where names of entities and documents are looked up.
        kind: One of :data:`KINDS`.
        text: What was given.

    Raises:
        AskValueError: It means nothing of that kind; with what may have been meant.
    """
    return _READERS[kind](graph, text.strip())


def _entity(graph: KnowledgeGraph, text: str) -> Term:
    try:
        return entity_node(find(graph, text)[0].id)
    except EntityError as error:
        raise AskValueError(str(error)) from error


def _document(graph: KnowledgeGraph, text: str) -> Term:
    known = [report.doc for report in graph.reports()]
    fitting = [text] if text in known else [doc for doc in known if text and text in doc]
    if len(fitting) == 1:
        return document_node(fitting[0])
    raise AskValueError(f"no document is called '{text}'{_hint(fitting or _alike(text, known))}")


def _word(kind: str, names: Iterable[str], graph: KnowledgeGraph, text: str) -> Term:
    """Return the word of the vocabulary that *text* names, by its local name or its label in any language.

    What the graph declares beyond the vocabulary, a relation or metric of a domain of its own, counts like its own.
    """
    known = {**_declared(graph, kind), **_labels(tuple(names))}
    name = known.get(name_key(text.removeprefix("zt:")))
    if name is None:
        near = [known[key] for key in _alike(name_key(text), known)]
        raise AskValueError(f"no {kind} is called '{text}'{_hint(near) or _hint(known.values(), 'there are')}")
    return vocabulary_node(name)


def _declared(graph: KnowledgeGraph, kind: str) -> dict[str, str]:
    """Return the local names of what *graph* declares by all that they are called, folded."""
    found: dict[str, str] = {}
    of_kind = ox.NamedNode(PREFIXES["zt"] + kind.capitalize())
    for quad in graph.store.quads_for_pattern(None, TYPE, of_kind, DEFAULT):
        assert isinstance(quad.subject, ox.NamedNode)
        name = quad.subject.value.removeprefix(PREFIXES["zt"])
        labels = (each.object for each in graph.store.quads_for_pattern(quad.subject, _LABEL, None, DEFAULT))
        found |= {
            name_key(text): name for text in (name, *(each.value for each in labels if isinstance(each, ox.Literal)))
        }
    return dict(sorted(found.items()))


def _year(_: KnowledgeGraph, text: str) -> Term:
    if not _YEAR.fullmatch(text):
        raise AskValueError(f"'{text}' is no year; give four digits, such as 2024")
    return time_literal(text)


def _number(_: KnowledgeGraph, text: str) -> Term:
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise AskValueError(f"'{text}' is no number; give one such as 78000000, 7.8e7 or 7800万")
    value = Decimal(match[1].replace(",", "").replace("_", ""))
    for sign in match[2]:
        value *= _TIMES[sign]
    return number_literal(value)


def _text(_: KnowledgeGraph, text: str) -> Term:
    if not text:
        raise AskValueError("the text is empty")
    return ox.Literal(text)


_READERS: Final[Mapping[str, Callable[[KnowledgeGraph, str], Term]]] = {
    "entity": _entity,
    "document": _document,
    "class": partial(_word, "class", CLASSES),
    "relation": partial(_word, "relation", RELATIONS),
    "metric": partial(_word, "metric", METRICS),
    "modality": partial(_word, "modality", MODALITIES),
    "year": _year,
    "number": _number,
    "text": _text,
}
KINDS: Final = tuple(_READERS)
"""What a parameter can take."""


@cache
def _labels(names: tuple[str, ...]) -> dict[str, str]:
    """Return the local names by all that they are called, folded: the name itself and the labels of the ontology."""
    found = {name_key(name): name for name in names}
    iris = {PREFIXES["zt"] + name: name for name in names}
    ontology = files("ontology").joinpath("zhitu.ttl").read_bytes()
    for quad in ox.parse(ontology, format=ox.RdfFormat.TURTLE):
        if quad.predicate == _LABEL and isinstance(quad.subject, ox.NamedNode) and quad.subject.value in iris:
            assert isinstance(quad.object, ox.Literal)
            found.setdefault(name_key(quad.object.value), iris[quad.subject.value])
    return found


def _alike(text: str, known: Iterable[str]) -> list[str]:
    return get_close_matches(text, list(known), n=_NEAREST, cutoff=0.5)


def _hint(near: Iterable[str], word: str = "the nearest:") -> str:
    names = list(dict.fromkeys(near))
    return f"; {word} {', '.join(names)}" if names else ""
