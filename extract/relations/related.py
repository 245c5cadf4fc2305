"""A relation found in a sentence."""

from __future__ import annotations

from typing import NamedTuple

from ontology.frames import RelationFrame

from ..model import Mention, Quantity, Span
from .scene import Scene


class Related(NamedTuple):
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
    quote: Span | None = None  # of the clean text, where the scene does not hold all of it
