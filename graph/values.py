"""What a person gives to a question, as RDF terms: names in any script, numbers, years, words of the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from functools import cache, partial
from importlib.resources import files
from typing import Final, TypeAlias

import pyoxigraph as ox

from graph.errors import GraphError
from graph.finding import EntityError, find
from graph.knowledge import KnowledgeGraph
from graph.mapping import document_node, entity_node, number_literal, time_literal, vocabulary_node
from ontology.lexicon import name_key
from ontology.vocabulary import CLASSES, METRICS, MODALITIES, PREFIXES, RELATIONS

Term: TypeAlias = ox.NamedNode | ox.Literal

_LABEL: Final = ox.NamedNode(PREFIXES["rdfs"] + "label")
_YEAR = re.compile(r"[0-9]{4}")
_NUMBER = re.compile(r"([+-]?[0-9][0-9,_]*(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?)\s*([千万萬亿億]*)")
_TIMES: Final = {"千": 10**3, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_NEAREST: Final = 3


class ValueProblem(GraphError):  # noqa: N818 - an error of the value given, with the name of its parameter still to come
    """A value means nothing of the kind that is asked for."""


def read_value(graph: KnowledgeGraph, kind: str, text: str) -> Term:
    """Return the term that *text* means.

    Args:
        graph: Where names of entities and documents are looked up.
        kind: One of :data:`KINDS`.
        text: What was given.

    Raises:
        ValueProblem: It means nothing of that kind; with what may have been meant.
    """
    return _READERS[kind](graph, text.strip())


def _entity(graph: KnowledgeGraph, text: str) -> Term:
    try:
        return entity_node(find(graph, text)[0].id)
    except EntityError as error:
        raise ValueProblem(str(error)) from error


def _document(graph: KnowledgeGraph, text: str) -> Term:
    known = [report.doc for report in graph.reports()]
    fitting = [text] if text in known else [doc for doc in known if text and text in doc]
    if len(fitting) == 1:
        return document_node(fitting[0])
    raise ValueProblem(f"no document is called '{text}'{_hint(fitting or _alike(text, known))}")


def _word(kind: str, names: Iterable[str], _: KnowledgeGraph, text: str) -> Term:
    """Return the word of the vocabulary that *text* names, by its local name or its label in any language."""
    known = _labels(tuple(names))
    name = known.get(name_key(text.removeprefix("zt:")))
    if name is None:
        near = [known[key] for key in _alike(name_key(text), known)]
        raise ValueProblem(f"no {kind} is called '{text}'{_hint(near) or _hint(known.values(), 'there are')}")
    return vocabulary_node(name)


def _year(_: KnowledgeGraph, text: str) -> Term:
    if not _YEAR.fullmatch(text):
        raise ValueProblem(f"'{text}' is no year; give four digits, such as 2024")
    return time_literal(text)


def _number(_: KnowledgeGraph, text: str) -> Term:
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise ValueProblem(f"'{text}' is no number; give one such as 78000000, 7.8e7 or 7800万")
    try:
        value = Decimal(match[1].replace(",", "").replace("_", ""))
    except InvalidOperation as error:
        raise ValueProblem(f"'{text}' is no number") from error
    for sign in match[2]:
        value *= _TIMES[sign]
    return number_literal(value)


def _text(_: KnowledgeGraph, text: str) -> Term:
    if not text:
        raise ValueProblem("the text is empty")
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
