"""Relation claims: frames matched against a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from ontology.frames import RelationFrame
from ontology.vocabulary import RELATIONS, is_a

from ..model import Mention, Quantity
from .patterns import class_set, compile_pattern
from .scene import Scene
from .topics import Topics


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


class Relater:
    """Finds relations with the frames of a domain."""

    def __init__(self, frames: Sequence[RelationFrame]) -> None:
        self._frames = [
            (frame, [compile_pattern(p, frame) for p in frame.patterns], _filter(frame)) for frame in frames
        ]

    def __call__(self, raw: Scene, phrase: Scene, topics: Topics) -> Iterator[Related]:
        """Yield every relation that a frame finds, frame by frame."""
        for frame, patterns, cue in self._frames:
            scene = raw if frame.level == "raw" else phrase
            if cue is not None and not cue.search(scene.code):
                continue
            for pattern in patterns:
                for match in _overlapping(pattern, scene.code):
                    yield from _related(frame, scene, match, topics)


def _filter(frame: RelationFrame) -> re.Pattern[str] | None:
    """Return what must occur in a sentence for the frame to be worth trying."""
    return re.compile("|".join(frame.cues)) if frame.cues else None


def _overlapping(pattern: re.Pattern[str], code: str) -> Iterator[re.Match[str]]:
    """Yield matches that may overlap: the next search starts one place after the last start."""
    at = 0
    while match := pattern.search(code, at):
        yield match
        at = match.start() + 1


def _related(frame: RelationFrame, scene: Scene, match: re.Match[str], topics: Topics) -> Iterator[Related]:
    groups = match.groupdict()
    inherited = "pair" not in groups and (groups.get("s") is None or groups.get("o") is None)
    amount = scene.slots[match.start("money")].quantity if groups.get("money") else None
    for subject, object_ in _pairs(frame, scene, match, topics):
        if subject.entity != object_.entity and _fits(frame, subject, object_):
            yield Related(frame, scene, subject, object_, match.start(), match.end(), _role(groups), amount, inherited)


def _pairs(
    frame: RelationFrame, scene: Scene, match: re.Match[str], topics: Topics
) -> Iterator[tuple[Mention, Mention]]:
    """Yield the (subject, object) pairs that a match states."""
    if "pair" in match.groupdict():
        yield from combinations(scene.slots[match.start("pair")].mentions, 2)
        return
    relation = RELATIONS[frame.predicate]
    subjects = _party("s", scene, match, topics, frame.subject or relation.domain)
    objects = _party("o", scene, match, topics, frame.object or relation.range)
    yield from product(subjects, objects)


def _party(
    group: str, scene: Scene, match: re.Match[str], topics: Topics, classes: tuple[str, ...]
) -> tuple[Mention, ...]:
    """Return the names a pattern's ``s`` or ``o`` stands for; what the pattern leaves out is inherited."""
    if match.groupdict().get(group) is None:
        return topics.before(scene, match.start(), class_set(classes))
    members = scene.slots[match.start(group)].mentions
    if f"nearest_{group}" not in match.groupdict():
        return members
    other = "o" if group == "s" else "s"
    first = match.groupdict().get(other) is None or match.start(other) < match.start(group)
    return members[:1] if first else members[-1:]


def _role(groups: dict[str, str | None]) -> str | None:
    role = groups.get("role")
    return role.strip(" 的、,") or None if role else None


def _fits(frame: RelationFrame, subject: Mention, object_: Mention) -> bool:
    """Tell whether the classes go together; members of a list may differ from its first."""
    return (
        RELATIONS[frame.predicate].fits(subject.type, object_.type)
        and (not frame.subject or any(is_a(subject.type, name) for name in frame.subject))
        and (not frame.object or any(is_a(object_.type, name) for name in frame.object))
    )
