"""A relation found in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
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


def surest(found: Iterable[Related]) -> list[Related]:
    """Keep, of several readings of one relation in a sentence, the surest; a role or amount is worth more."""
    best: dict[tuple[str, str, str], Related] = {}
    roles: dict[tuple[str, str, str], str] = {}  # which the surest reading may not tell
    for each in found:
        subject, object_ = each.subject.entity, each.object.entity
        if each.frame.relation.symmetric:
            subject, object_ = sorted((subject, object_))
        key = (subject, each.frame.predicate, object_)
        if each.role:
            roles.setdefault(key, each.role)
        if key not in best or _worth(each) > _worth(best[key]):
            best[key] = each
    return [each._replace(role=each.role or roles.get(key)) for key, each in best.items()]


def _worth(found: Related) -> tuple[bool, bool, float, int]:
    return not found.inherited, bool(found.role or found.amount), found.frame.confidence, found.start - found.end
