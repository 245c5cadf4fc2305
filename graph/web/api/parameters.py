"""What an address takes: its parameters, how they are read, and what is said where a value is none of theirs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final, Literal, TypeAlias

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from graph.search.columns import NONE, moment
from graph.web.api.view import Reading
from graph.web.problems import Problem, bad_parameter
from ontology.vocabulary import CLASSES, LANGUAGES, METRICS, MODALITIES, RELATIONS

Kind: TypeAlias = Literal["text", "whole", "number", "flag", "time", "word", "entity", "entities", "document", "claim"]
Values: TypeAlias = Sequence[tuple[str, str]]

MOST: Final = 500
USUAL: Final = 50
_NEAREST: Final = 5
_LONGEST: Final = 200  # letters of an unknown id that are compared
_WHOLE: Final = re.compile(r"\d{1,9}")
_NUMBER: Final = re.compile(r"\d{1,9}(?:\.\d{1,9})?")
_FLAGS: Final = {"true": True, "1": True, "false": False, "0": False}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an address.

    Args:
        name: Its name.
        kind: What it takes.
        said: What it means.
        choices: The words that it takes, where it takes words.
        place: Whether it stands in the query or is a part of the path.
        required: Whether it must be given.
        repeated: Whether it may be given several times.
        default: What it is where it is not given.
        least: The least number that it takes, or how often it must be given.
        most: The greatest number, or how often it may be given.
    """

    name: str
    kind: Kind
    said: str
    choices: Callable[[Reading], Sequence[str]] | None = None
    place: Literal["query", "path"] = "query"
    required: bool = False
    repeated: bool = False
    default: str | None = None
    least: int | None = None
    most: int | None = None


class Asked:
    """The values of a request's parameters, each read as what it is; ``rest`` are those that an address leaves open."""

    def __init__(self, values: Mapping[str, Any], rest: Mapping[str, str] | None = None) -> None:
        self._values = values
        self.rest = dict(rest or {})

    def text(self, name: str) -> str:
        """Return a text or a word, ``""`` where none was given."""
        return str(self._values.get(name) or "")

    def whole(self, name: str) -> int:
        """Return a whole number, an entity's, a document's or a claim's."""
        return int(self._values[name])

    def number(self, name: str) -> float | None:
        """Return a number, or ``None``."""
        found = self._values.get(name)
        return None if found is None else float(found)

    def flag(self, name: str) -> bool | None:
        """Return whether something is wanted, ``None`` where that is not said."""
        found: bool | None = self._values.get(name)
        return found

    def span(self, name: str) -> tuple[int, int] | None:
        """Return the first and last day of a time as eight digits, or ``None``."""
        found: tuple[int, int] | None = self._values.get(name)
        return found

    def many(self, name: str) -> list[Any]:
        """Return all values of a parameter that may be repeated."""
        return list(self._values.get(name, ()))

    def has(self, name: str) -> bool:
        """Tell whether a parameter was given."""
        return self._values.get(name) not in (None, [])


def read(reading: Reading, parameters: Iterable[Parameter], given: Values, *, more: bool = False) -> Asked:
    """Return the values that were *given* to an address.

    Args:
        reading: What is read.
        parameters: What the address takes.
        given: Names and values.
        more: Whether it takes others, too.

    Raises:
        Problem: With status 400 where a parameter is unknown, missing or wrong, with 404 where an id is unknown; it
            names the parameter and the nearest that may have been meant.
    """
    known = {each.name: each for each in parameters}
    told: dict[str, list[str]] = {}
    rest: dict[str, str] = {}
    for name, value in given:
        if name not in known and more:
            rest[name] = value
            continue
        if name not in known:
            raise Problem(400, "Unknown parameter", _unknown(name, known), parameter=name, choices=sorted(known))
        told.setdefault(name, []).append(value)
    return Asked({each.name: _values(reading, each, told.get(each.name, [])) for each in known.values()}, rest)


def _unknown(name: str, known: Mapping[str, Parameter]) -> str:
    near = get_close_matches(name, known, n=1)
    hint = f"; did you mean '{near[0]}'?" if near else ""
    return f"there is no parameter '{name}' here{hint} There are: {', '.join(sorted(known))}"


def _values(reading: Reading, parameter: Parameter, told: list[str]) -> Any:
    """Return the value of a parameter, or all of them where it may be repeated."""
    told = [value for value in told if value] or ([parameter.default] if parameter.default is not None else [])
    if not told and parameter.required:
        raise Problem(
            400, "Missing parameter", f"the parameter '{parameter.name}' is needed: {parameter.said}",
            parameter=parameter.name,
        )  # fmt: skip
    if parameter.repeated:
        _check_number(parameter, told)
        return [_READERS[parameter.kind](reading, parameter, value) for value in told]
    if len(told) > 1:
        raise Problem(400, "Repeated parameter", f"'{parameter.name}' is given {len(told)} times; once is enough",
                      parameter=parameter.name)  # fmt: skip
    return _READERS[parameter.kind](reading, parameter, told[0]) if told else None


def _check_number(parameter: Parameter, told: Sequence[str]) -> None:
    least, most = parameter.least or 0, parameter.most or MOST
    if not least <= len(told) <= most:
        detail = f"'{parameter.name}' is given {len(told)} times; it is to be given {least} to {most} times"
        raise Problem(400, "Wrong parameter", detail, parameter=parameter.name)


# --- readers --------------------------------------------------------------------


def _whole(_: Reading, parameter: Parameter, text: str) -> int:
    least, most = parameter.least or 0, parameter.most
    if not _WHOLE.fullmatch(text) or int(text) < least or (most is not None and int(text) > most):
        raise bad_parameter(parameter.name, text, f"a whole number from {least}" + (f" to {most}" if most else ""))
    return int(text)


def _number(_: Reading, parameter: Parameter, text: str) -> float:
    if not _NUMBER.fullmatch(text) or not (parameter.least or 0) <= float(text) <= (parameter.most or float(text)):
        raise bad_parameter(parameter.name, text, f"a number from {parameter.least or 0} to {parameter.most}")
    return float(text)


def _flag(_: Reading, parameter: Parameter, text: str) -> bool:
    if text not in _FLAGS:
        raise bad_parameter(parameter.name, text, sorted(_FLAGS))
    return _FLAGS[text]


def _time(_: Reading, parameter: Parameter, text: str) -> tuple[int, int]:
    found = moment(text)
    if found is None:
        raise bad_parameter(parameter.name, text, "a year, a quarter, a month or a day, such as 2024, 2024-Q2, 2024-06")
    return found


def _word(reading: Reading, parameter: Parameter, text: str) -> str:
    assert parameter.choices is not None
    choices = parameter.choices(reading)
    if text not in choices:
        near = get_close_matches(text, choices, n=len(choices), cutoff=0.5)
        raise bad_parameter(parameter.name, text, [*near, *(each for each in choices if each not in near)])
    return text


def _entity(reading: Reading, parameter: Parameter, text: str) -> int:
    number = reading.view.entities.numbers.get(text)
    if number is None:
        raise no_entity(reading, text, parameter.name)
    return number


def _entities(reading: Reading, parameter: Parameter, text: str) -> list[int]:
    if text in reading.view.entities.numbers:  # an id may have a comma of its own
        return [_entity(reading, parameter, text)]
    ids = [each for each in text.split(",") if each]
    if len(ids) > MOST:
        raise bad_parameter(parameter.name, f"{text[:60]}…", f"{MOST} ids at most, parted by commas")
    return [_entity(reading, parameter, each) for each in ids]


def _document(reading: Reading, parameter: Parameter, text: str) -> int:
    number = reading.view.library.numbers.get(text)
    if number is None:
        known = list(reading.view.library.numbers)
        near = [each for each in known if text in each][:_NEAREST] or _alike(text, known)
        raise _missing("document", text, parameter.name, near)
    return number


def _claim(reading: Reading, parameter: Parameter, text: str) -> int:
    number = reading.view.claims.rows.get(text)
    if number is None:
        raise _missing("claim", text, parameter.name, _alike(text, reading.view.claims.ids))
    return number


def no_entity(reading: Reading, text: str, name: str) -> Problem:
    """Return the problem that no entity has the id *text*, with those that may have been meant."""
    near = reading.view.names.nearest(text, limit=_NEAREST)
    return _missing("entity", text, name, [reading.view.entities.entities[each].id for each in near])


def _missing(kind: str, id_: str, name: str, near: Sequence[str]) -> Problem:
    hint = f"; the nearest: {', '.join(near)}" if near else ""
    return Problem(404, "Not found", f"no {kind} has the id '{id_}'{hint}", parameter=name, choices=list(near))


def _alike(text: str, known: Sequence[str]) -> list[str]:
    found = process.extract(text[:_LONGEST], known, scorer=JaroWinkler.similarity, score_cutoff=0.75, limit=_NEAREST)
    return [each for each, _, _ in found]


_READERS: Final[Mapping[Kind, Callable[[Reading, Parameter, str], Any]]] = {
    "text": lambda reading, parameter, text: text,
    "whole": _whole,
    "number": _number,
    "flag": _flag,
    "time": _time,
    "word": _word,
    "entity": _entity,
    "entities": _entities,
    "document": _document,
    "claim": _claim,
}


# --- parameters that several addresses have -------------------------------------


def classes(_: Reading) -> Sequence[str]:
    """Return the classes of entities."""
    return tuple(CLASSES)


def modalities(_: Reading) -> Sequence[str]:
    """Return the modalities."""
    return MODALITIES


def languages(_: Reading) -> Sequence[str]:
    """Return the languages of names."""
    return LANGUAGES


def relations(reading: Reading) -> Sequence[str]:
    """Return the relations, those of the graph's own frames among them."""
    own = (each for each in reading.view.claims.predicates if each not in metrics(reading))
    return tuple(dict.fromkeys([*RELATIONS, *own]))


def metrics(reading: Reading) -> Sequence[str]:
    """Return the metrics, those of the graph's own frames among them."""
    claims = reading.view.claims
    own = (claims.predicates[number] for number in np.unique(claims.predicate[claims.object == NONE]))
    return tuple(dict.fromkeys([*METRICS, *own]))


def predicates(reading: Reading) -> Sequence[str]:
    """Return the relations and metrics."""
    return *relations(reading), *metrics(reading)


def one_of(*words: str) -> Callable[[Reading], Sequence[str]]:
    """Return what gives some words to choose from."""
    return lambda _: words


LANGUAGE: Final = Parameter(
    "lang", "word", "The language to name entities in, where they have a name in it.", languages
)
MODALITY: Final = Parameter("modality", "word", "How the texts put it.", modalities, repeated=True)
OFFSET: Final = Parameter("offset", "whole", "How many to pass over.", default="0")
LIMIT: Final = Parameter("limit", "whole", "How many to give at most.", default=str(USUAL), least=1, most=MOST)
SINCE: Final = Parameter("since", "time", "Not before this year, quarter, month or day.")
UNTIL: Final = Parameter("until", "time", "Not after it.")
