"""Words that qualify a statement: how surely it is made, and who makes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .errors import DomainError

MODALITY_WORDS = (
    "denied",
    "failed",
    "condition",
    "doubt",
    "perhaps",
    "likely",
    "planned",
    "will",
    "outcome",
    "consequence",
    "forecast",
    "foreseen",
    "causes",
    "hearsay",
    "open",
    "verbal",
)

_KEYS = ("modality", "attribution", "holders")
_NEEDED = f"modality.{'/'.join(MODALITY_WORDS)}, attribution and holders"


@dataclass(frozen=True, slots=True, eq=False)  # compared by identity: results are kept by wording
class Wording:
    """
    Compiled wording of a domain.

    Args:
        modality: For each kind of word in :data:`MODALITY_WORDS`, what shows it.
        attribution: Patterns whose group ``who`` names the source of a statement.
        holders: How much each trait of a name speaks for its being what a figure is about.
    """

    modality: Mapping[str, re.Pattern[str]]
    attribution: tuple[re.Pattern[str], ...]
    holders: Mapping[str, float] = field(default_factory=dict)


def load_wording(path: Path, more: Path | None = None) -> Wording:
    """
    Read ``wording.yaml``.

    Args:
        path: The file, with all keys.
        more: Another with some of them, whose expressions count beside those of the first.

    Raises:
        DomainError: If a key is missing or unknown, or an expression does not compile.
    """
    data = _data(path)
    own = {} if more is None else _data(more)
    if unknown := sorted({*own} - {*_KEYS} | {*_part(own, "modality", more)} - {*MODALITY_WORDS}):
        raise DomainError(f"{more}: unknown keys {', '.join(unknown)}; it may have {_NEEDED}")
    try:
        modality = {
            name: re.compile("|".join([*data["modality"][name], *_part(own, "modality", more).get(name, ())]))
            for name in MODALITY_WORDS
        }
        attribution = tuple(re.compile(pattern) for pattern in [*data["attribution"], *own.get("attribution", ())])
        weights = {**data["holders"], **_part(own, "holders", more)}
        holders = {str(name): float(weight) for name, weight in weights.items()}
    except (KeyError, TypeError, ValueError, AttributeError, re.error) as error:
        raise DomainError(f"{more or path}: {error!r}; it {'may have' if more else 'needs'} {_NEEDED}") from error
    return Wording(modality, attribution, holders)


def _data(path: Path) -> dict[str, Any]:
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise DomainError(f"{path}: cannot be read as YAML: {error}") from error
    if data is not None and not isinstance(data, dict):
        raise DomainError(f"{path}: must be a mapping with {_NEEDED}")
    return data or {}


def _part(data: Mapping[str, Any], key: str, path: Path | None) -> Mapping[str, Any]:
    part = data.get(key) or {}
    if not isinstance(part, dict):
        raise DomainError(f"{path}: {key} must be a mapping, got {part!r}")
    return part
