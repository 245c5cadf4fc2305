"""A relation found in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from ontology.frames import RelationFrame

from ..model import Mention, Quantity
from .scene import Scene


@dataclass(frozen=True, slots=True)
class Related:
    """A relation found in a sentence, before it is qualified (positions in the scene's code string)."""

    frame: RelationFrame
    scene: Scene
    subject: Mention
    object: Mention
    start: int
    end: int
    role: str | None
    amount: Quantity | None
    inherited: bool
