"""What the lexicon knows of who makes a thing and who owns a body."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

from ..model import Mention

BODIES: Final = ("Company", "Organization")


class _Entry(Protocol):
    """What is read of a lexicon entry."""

    @property
    def id(self) -> str: ...
    @property
    def type(self) -> str: ...
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
        owners: Who owns a body, or what a thing is a part or version of.
        bodies: The companies and organisations.
    """

    makers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    bodies: frozenset[str] = frozenset()

    def of_thing(self, thing: Mention) -> tuple[str, ...]:
        """Return who makes a thing, or the family that it is a version of, then who owns the maker."""
        return self.makers.get(thing.entity) or self.makers.get(thing.family, ())

    def line(self, body: str) -> list[str]:
        """Return a body and who owns it, and who owns him."""
        line: list[str] = []
        while body and body not in line:
            line.append(body)
            body = self.owners.get(body, "")
        return line

    @property
    def links(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Return who makes each entity, and who owns it."""
        return {id_: makers[0] for id_, makers in self.makers.items()}, self.owners

    @classmethod
    def of(cls, entries: Iterable[_Entry]) -> Known:
        """Return what lexicon *entries* know."""
        rows = {entry.id: entry for entry in entries}
        makers = {id_: (row.maker, *_line(rows, row.maker)[1:]) for id_, row in rows.items() if row.maker}
        owners = {id_: row.parent for id_, row in rows.items() if row.parent}
        return cls(makers, owners, frozenset(id_ for id_, row in rows.items() if row.type in BODIES))


def _line(rows: Mapping[str, _Entry], first: str | None) -> list[str]:
    """Return an id and the ids above it."""
    line: list[str] = []
    while first is not None and first in rows and first not in line:
        line.append(first)
        first = rows[first].parent
    return line
