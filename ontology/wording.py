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
    "verbal",
)


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


def load_wording(path: Path) -> Wording:
    """
    Read ``wording.yaml``.

    Raises:
        DomainError: If a key is missing or an expression does not compile.
    """
    data: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    try:
        modality = {name: re.compile("|".join(data["modality"][name])) for name in MODALITY_WORDS}
        attribution = tuple(re.compile(pattern) for pattern in data["attribution"])
        holders = {str(name): float(weight) for name, weight in data["holders"].items()}
    except (KeyError, TypeError, ValueError, AttributeError, re.error) as error:
        raise DomainError(
            f"{path}: {error!r}; it needs modality.{'/'.join(MODALITY_WORDS)}, attribution and holders"
        ) from error
    return Wording(modality, attribution, holders)
