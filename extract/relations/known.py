"""What the lexicon knows of who makes a thing and who owns a body."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from ontology.lexicon import Entry

from ..model import Mention

BODIES: Final = ("Company", "Organization")


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
        return _line(self.owners, body)

    @property
    def links(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Return who makes each entity, and who owns it."""
        return {id_: makers[0] for id_, makers in self.makers.items()}, self.owners

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Known:
        """Return what lexicon *entries* know."""
        rows = {entry.id: entry for entry in entries}
        owners = {id_: row.parent for id_, row in rows.items() if row.parent in rows}
        makers = {id_: (row.maker, *_line(owners, row.maker)[1:]) for id_, row in rows.items() if row.maker}
        return cls(makers, owners, frozenset(id_ for id_, row in rows.items() if row.type in BODIES))


def _line(owners: Mapping[str, str], body: str) -> list[str]:
    """Return an id and the ids above it, each once."""
    line: list[str] = []
    while body and body not in line:
        line.append(body)
        body = owners.get(body, "")
    return line
