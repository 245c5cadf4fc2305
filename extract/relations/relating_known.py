"""Relations that need few words because everybody knows them: a product beside its maker.

What the lexicon knows never makes a claim alone: both names must stand in the
text, close together, and the words between them must not speak against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from ontology.frames import RelationFrame

from ..model import Mention
from .related import Related
from .scene import Scene
from .topics import Topics


class _Entry(Protocol):
    """What is read of a lexicon entry."""

    @property
    def id(self) -> str: ...
    @property
    def parent(self) -> str | None: ...
    @property
    def maker(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Known:
    """
    Facts of the lexicon, by entity id.

    Args:
        makers: Who makes a thing: its maker first, then who owns the maker.
    """

    makers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[_Entry]) -> Known:
        """Return what lexicon *entries* know."""
        rows = {entry.id: entry for entry in entries}
        return cls({id_: (row.maker, *_line(rows, row.maker)[1:]) for id_, row in rows.items() if row.maker})


_BODIES = ("Company", "Organization")
_THINGS = ("Model", "Product", "Chip")


def _line(rows: Mapping[str, _Entry], first: str | None) -> list[str]:
    """Return an id and the ids above it."""
    line: list[str] = []
    while first is not None and first in rows and first not in line:
        line.append(first)
        first = rows[first].parent
    return line


def _frame(name: str, predicate: str, confidence: float) -> RelationFrame:
    return RelationFrame(f"known.{name}", predicate, (), confidence=confidence)


NEAR = _frame("maker", "develops", 0.77)
FAR = _frame("maker_far", "develops", 0.55)
ABOVE = _frame("maker_owner", "develops", 0.57)
NAMED = _frame("named", "develops", 0.68)

_REACH = 12


def known_relations(known: Known, raw: Scene, topics: Topics) -> Iterator[Related]:
    """Yield the known relations between names of one sentence."""
    names = [(at, mention) for at, slot in raw.slots.items() for mention in slot.mentions]
    topics.meet(mention for _, mention in names)
    for at, mention in names:
        makers = known.makers.get(mention.entity, ())
        if makers or mention.type in _THINGS:
            yield from _made(raw, at, mention, makers, names, topics)


def _made(
    raw: Scene, at: int, thing: Mention, makers: tuple[str, ...], names: list[tuple[int, Mention]], topics: Topics
) -> Iterator[Related]:
    found = _nearest(at, makers[:1], names)
    if found:
        frame = NEAR if abs(found[0] - at) <= _REACH else FAR
        yield _related(frame, raw, found[1], thing, at, found[0])
        return
    found = _nearest(at, makers[1:], names)
    if found:
        yield _related(ABOVE, raw, found[1], thing, at, found[0])
        return
    maker = _in_name(thing, topics)
    if maker:
        yield Related(NAMED, raw, maker, thing, at, at + 1, None, None, False)
        return


def _in_name(thing: Mention, topics: Topics) -> Mention | None:
    """Return the body, named before, whose name opens the thing's name: 苹果地图."""
    openings = (topics.named.get(thing.text[:size]) for size in range(2, len(thing.text)))
    found = [mention for mention in openings if mention is not None and mention.type in _BODIES]
    return min(found, key=lambda mention: mention.span.start, default=None)  # who was named first


def _nearest(at: int, ids: tuple[str, ...], names: list[tuple[int, Mention]]) -> tuple[int, Mention] | None:
    found = [(place, mention) for place, mention in names if mention.entity in ids]
    return min(found, key=lambda each: abs(each[0] - at)) if found else None


def _related(frame: RelationFrame, raw: Scene, subject: Mention, object_: Mention, one: int, other: int) -> Related:
    return Related(frame, raw, subject, object_, min(one, other), max(one, other) + 1, None, None, False)
