"""An entity as a card: what it is called, what it is, and what is said of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from extract.model import Entity
from graph.face import markup
from graph.face.claims import Claims, Said

_SHOWN: Final = 8
_NAMES: Final = 12


@dataclass(frozen=True, slots=True, repr=False)
class Card:
    """An entity of the graph.

    Args:
        entity: What all documents together tell of it.
        mentions: How often texts name it.
        documents: Ids of the documents that do.
        claims: All claims in which it is subject or object.
        others: Ids of other entities that are called the same.
    """

    entity: Entity
    mentions: int
    documents: tuple[str, ...]
    claims: Claims
    others: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Its id: the local name of its IRI."""
        return self.entity.id

    @property
    def label(self) -> str:
        """Its label."""
        return self.entity.label

    @property
    def type(self) -> str:
        """Its class."""
        return self.entity.type

    @property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """All its names by language; ``""`` where none is told."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for name in self.entity.names:
            found[name.language][name.text] = None
        return {language: tuple(texts) for language, texts in sorted(found.items())}

    @property
    def wikidata(self) -> str | None:
        """Its item in Wikidata, where it is known for sure."""
        return self.entity.wikidata

    def __repr__(self) -> str:
        lines = [f"{self.label} ({self.type}, ze:{self.id}): {self._counts()}", *self._told_names()]
        for title, group in self._groups():
            lines += [f"{title}:", *(f"  {each.line}" for each in group[:_SHOWN])]
            lines += [f"  … and {len(group) - _SHOWN} more"] if len(group) > _SHOWN else []
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        head = f"<b style='font-size:1.2em'>{markup.text(self.label)}</b> {markup.badge(self.type)} "
        parts = [head, markup.faint(f"ze:{self.id} · {self._counts()}")]
        parts += [markup.element("div", markup.faint(line)) for line in self._told_names()]
        for title, group in self._groups():
            parts += [markup.heading(title), *(each.block() for each in group[:_SHOWN])]
            parts += [markup.faint(f"… and {len(group) - _SHOWN} more")] if len(group) > _SHOWN else []
        return markup.card(*parts)

    def _counts(self) -> str:
        item = f", wd:{self.wikidata}" if self.wikidata else ""
        return f"{self.mentions} mentions in {len(self.documents)} documents, {len(self.claims)} claims{item}"

    def _told_names(self) -> list[str]:
        told = [f"{language or 'other'}: {' | '.join(texts[:_NAMES])}" for language, texts in self.names.items()]
        return told + ([f"called the same: {', '.join(self.others)}"] if self.others else [])

    def _groups(self) -> Sequence[tuple[str, list[Said]]]:
        """Return its relations and figures, what is surest first."""
        surest = sorted(self.claims, key=lambda each: -each.claim.confidence)
        ranked = list({each.line: each for each in reversed(surest)}.values())[::-1]
        groups = (
            ("relations 关系", [each for each in ranked if each.object]),
            ("figures 数值", [each for each in ranked if not each.object]),
        )
        return [(title, group) for title, group in groups if group]
