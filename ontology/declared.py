"""Relations and metrics that a person adds to the vocabulary, beside the frames that find them.

A declaration is a row of a frames file with the key ``relation``, or with ``metric`` and no ``id``::

    - relation: advises
      domain: [Person]
      range: [Organization]
      label: {en: advises, zh-Hans: 担任顾问}

    - metric: drivingRange
      label: {en: driving range, zh-Hans: 续航里程}
      telling: [CLTC, WLTP]

``telling`` are the words that part figures of one metric: a range by CLTC says nothing against one by WLTP.
The vocabulary of the contract stays as it is; what is declared is kept with the domain.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, TypeAlias

from .vocabulary import CLASSES, LANGUAGES, Relation

KEYS: Final = ("relation", "domain", "range", "label", "symmetric", "same_kind")
METRIC_KEYS: Final = ("metric", "label", "telling")
_NAME = re.compile(r"[a-z][A-Za-z0-9]*")
_TERM = re.compile(r"^zt:(\w+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class DeclaredRelation:
    """A relation of a person's own, with its labels as (language, text) in the order of the vocabulary's languages."""

    relation: Relation
    labels: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """Return the local name."""
        return self.relation.name


@dataclass(frozen=True, slots=True)
class DeclaredMetric:
    """A metric of a person's own, with its labels, and the words that part figures of it."""

    name: str
    labels: tuple[tuple[str, str], ...] = ()
    telling: tuple[str, ...] = ()


Declared: TypeAlias = DeclaredRelation | DeclaredMetric


def declared_relation(row: Mapping[str, Any]) -> DeclaredRelation:
    """
    Read the declaration of a relation.

    Raises:
        KeyError, TypeError, ValueError: If it is no good, with what to do.
    """
    name = _new_name(row, "relation", KEYS)
    symmetric, same_kind = (_flag(row, key) for key in ("symmetric", "same_kind"))
    ends = Relation(name, _classes(row, "domain"), _classes(row, "range"), symmetric, same_kind)
    return DeclaredRelation(ends, _labels(row.get("label") or {}))


def declared_metric(row: Mapping[str, Any]) -> DeclaredMetric:
    """
    Read the declaration of a metric.

    Raises:
        KeyError, TypeError, ValueError: If it is no good, with what to do.
    """
    name = _new_name(row, "metric", METRIC_KEYS)
    telling = row.get("telling", [])
    if not isinstance(telling, list) or not all(isinstance(word, str) and word for word in telling):
        raise ValueError(f"telling must be a list of words, got {telling!r}")
    return DeclaredMetric(name, _labels(row.get("label") or {}), tuple(sorted(set(telling))))


def declared_to_json(declared: Declared) -> dict[str, Any]:
    """Return a declaration as the row that it was read from."""
    if isinstance(declared, DeclaredMetric):
        told = {"metric": declared.name, "label": dict(declared.labels), "telling": [*declared.telling]}
        return {key: value for key, value in told.items() if value}
    relation = declared.relation
    row: dict[str, Any] = {"relation": relation.name, "domain": [*relation.domain], "range": [*relation.range]}
    if declared.labels:
        row["label"] = dict(declared.labels)
    flags = {"symmetric": relation.symmetric, "same_kind": relation.same_kind}
    return {**row, **{key: True for key, value in flags.items() if value}}


def declared_from_json(row: Mapping[str, Any]) -> Declared:
    """Return what :func:`declared_to_json` gave; a graph keeps it, whatever names the vocabulary has taken since."""
    labels = tuple(row.get("label", {}).items())
    if "metric" in row:
        return DeclaredMetric(row["metric"], labels, tuple(row.get("telling", ())))
    symmetric, same_kind = bool(row.get("symmetric")), bool(row.get("same_kind"))
    ends = Relation(row["relation"], tuple(row["domain"]), tuple(row["range"]), symmetric, same_kind)
    return DeclaredRelation(ends, labels)


def _new_name(row: Mapping[str, Any], kind: str, keys: tuple[str, ...]) -> str:
    if unknown := sorted(set(row) - set(keys)):
        raise ValueError(f"unknown keys {', '.join(unknown)}; known are {', '.join(keys)}")
    name = str(row[kind])
    if not _NAME.fullmatch(name):
        raise ValueError(f"{kind} {name!r} must be letters and digits, the first a small letter, such as advises")
    if name in _taken():
        raise ValueError(f"{kind} {name!r} is a name of the vocabulary already; choose another")
    return name


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
