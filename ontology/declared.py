"""Relations that a person adds to the vocabulary, beside the frames that find them.

A declaration is a row of a frames file with the key ``relation``::

    - relation: advises
      domain: [Person]
      range: [Organization]
      label: {en: advises, zh-Hans: 担任顾问}

The vocabulary of the contract stays as it is; what is declared is kept with the domain.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from .vocabulary import CLASSES, LANGUAGES, Relation

KEYS: Final = ("relation", "domain", "range", "label", "symmetric", "same_kind")
_NAME = re.compile(r"[a-z][A-Za-z0-9]*")
_TERM = re.compile(r"^zt:(\w+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Declared:
    """A relation of a person's own, with its labels as (language, text) in the order of the vocabulary's languages."""

    relation: Relation
    labels: tuple[tuple[str, str], ...] = ()


def declared_relation(row: Mapping[str, Any]) -> Declared:
    """
    Read a declaration.

    Raises:
        KeyError, TypeError, ValueError: If it is no good, with what to do.
    """
    if unknown := sorted(set(row) - set(KEYS)):
        raise ValueError(f"unknown keys {', '.join(unknown)}; known are {', '.join(KEYS)}")
    name = str(row["relation"])
    if not _NAME.fullmatch(name):
        raise ValueError(f"relation {name!r} must be letters and digits, the first a small letter, such as advises")
    if name in _taken():
        raise ValueError(f"relation {name!r} is a name of the vocabulary already; choose another")
    symmetric, same_kind = (_flag(row, key) for key in ("symmetric", "same_kind"))
    ends = Relation(name, _classes(row, "domain"), _classes(row, "range"), symmetric, same_kind)
    return Declared(ends, _labels(row.get("label") or {}))


def declared_to_json(declared: Declared) -> dict[str, Any]:
    """Return a declaration as the row that it was read from."""
    relation = declared.relation
    row: dict[str, Any] = {"relation": relation.name, "domain": [*relation.domain], "range": [*relation.range]}
    if declared.labels:
        row["label"] = dict(declared.labels)
    flags = {"symmetric": relation.symmetric, "same_kind": relation.same_kind}
    return {**row, **{key: True for key, value in flags.items() if value}}


def declared_from_json(row: Mapping[str, Any]) -> Declared:
    """Return what :func:`declared_to_json` gave; a graph keeps it, whatever names the vocabulary has taken since."""
    symmetric, same_kind = bool(row.get("symmetric")), bool(row.get("same_kind"))
    ends = Relation(row["relation"], tuple(row["domain"]), tuple(row["range"]), symmetric, same_kind)
    return Declared(ends, tuple(row.get("label", {}).items()))


def _classes(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = row[key]
    names = (value,) if isinstance(value, str) else tuple(str(name) for name in value)
    unknown = [name for name in names if name not in CLASSES]
    if unknown or not names:
        raise ValueError(f"{key} must name classes, got {list(names)}; known are {', '.join(CLASSES)}")
    return names


def _flag(row: Mapping[str, Any], key: str) -> bool:
    value = row.get(key, False)
    if not isinstance(value, bool):
        raise TypeError(f"{key} must be true or false, got {value!r}")
    return value


def _labels(label: Any) -> tuple[tuple[str, str], ...]:
    if not isinstance(label, dict) or (wrong := sorted(set(map(str, label)) - set(LANGUAGES))):
        raise ValueError(f"label must give a text for each language ({', '.join(LANGUAGES)}), got {label!r}")
    assert not wrong
    return tuple((language, str(label[language])) for language in LANGUAGES if language in label)


@cache
def _taken() -> frozenset[str]:
    """Return every local name that the ontology uses."""
    text = files("ontology").joinpath("zhitu.ttl").read_text(encoding="utf-8")
    return frozenset(_TERM.findall(text))
