"""Claims put in order: by time, side by side, against each other, and along a path."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from graph.conflicts import Conflict, Side
from graph.face import markup
from graph.face.cards import Card
from graph.face.claims import Claims, Said
from graph.face.listing import Listing, Table
from graph.network import Step
from graph.periods import period

_SHOWN: Final = 50
_QUOTES: Final = 2


class Timeline(Claims):
    """Claims that state a time, the earliest first; of those that say the same, the surest."""

    def __init__(self, items: Iterable[Said]) -> None:
        found: dict[tuple[object, ...], Said] = {}
        for item in sorted(items, key=lambda each: -each.claim.confidence):
            claim = item.claim
            if period(claim.time or ""):
                what = (claim.subject, claim.predicate, claim.object, claim.value, claim.unit)
                found.setdefault((*what, claim.time, claim.modality), item)
        super().__init__(sorted(found.values(), key=_when))

    def __repr__(self) -> str:
        lines = [f"{item.time:<10}  {item.line}" for item in self.results[:_SHOWN]]
        return "\n".join(lines) + self._more(_SHOWN, "\n")

    def _repr_html_(self) -> str:
        parts: list[str] = []
        for year, group in groupby(self.results[:_SHOWN], key=lambda item: (item.time or "")[:4]):
            parts += [markup.heading(year), *(item.block() for item in group)]
        return markup.card(*parts, markup.faint(self._more(_SHOWN)))


def _when(item: Said) -> tuple[object, ...]:
    return period(item.time or "") or ("", ""), item.subject, item.predicate, item.says, item.modality


class Comparison(Table):
    """Entities side by side: their asserted figures, and with whom they are related.

    Args:
        cards: The entities.
    """

    def __init__(self, cards: Sequence[Card]) -> None:
        self.entities = tuple(cards)
        told = [_told(card) for card in cards]
        names = sorted({name for each in told for name in each}, key=lambda name: (name[0] != "figure", name))
        rows = [(*name, *(", ".join(each.get(name, ())) or None for each in told)) for name in names]
        super().__init__(["kind", "what", *_apart(cards)], rows)

    @property
    def shared(self) -> Mapping[str, tuple[str, ...]]:
        """Labels of those whom all are related with, by relation."""
        told = [_told(card) for card in self.entities]
        found: dict[str, tuple[str, ...]] = {}
        for kind, name in told[0]:
            both = [label for label in told[0][kind, name] if all(label in each.get((kind, name), ()) for each in told)]
            if kind != "figure" and both:
                found[f"{name} ({kind})"] = tuple(both)
        return found


def _told(card: Card) -> Mapping[tuple[str, str], list[str]]:
    """Return what is asserted of an entity by kind and name, in the order of time, nothing twice."""
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for item in sorted(card.claims, key=lambda each: (each.time or "", each.says)):
        if item.modality != "asserted":
            continue
        of_it = item.claim.subject == card.id
        if not item.object:
            figure = item.says + (f" ({item.time})" if item.time else "")
            found["figure", item.predicate][figure] = None
        else:
            found["to" if of_it else "from", item.predicate][item.object if of_it else item.subject] = None
    return {name: list(texts) for name, texts in found.items()}


def _apart(cards: Sequence[Card]) -> list[str]:
    """Return a heading for each entity; two of one label are told by their ids."""
    labels = [card.label for card in cards]
    return [card.label if labels.count(card.label) == 1 else f"{card.label} ({card.id})" for card in cards]


class Conflicts(Listing[Conflict]):
    """What sources disagree on, side by side; each is a :class:`graph.conflicts.Conflict`."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the table."""
        sides = ("says", "time", "sources", "publisher", "date", "document", "quote")
        return ("kind", "about", "predicate", *sides, *(f"{name}Other" for name in sides), "corrected")

    def _cells(self, item: Conflict) -> Sequence[Any]:
        cells = [_side_cells(side) for side in (item.one, item.other)]
        return item.kind, item.one.name, item.predicate, *cells[0], *cells[1], item.corrected or None

    def __repr__(self) -> str:
        lines = [
            f"{each.one.name} {each.predicate} ({each.kind}): {_brief(each.one)}  ≠  {_brief(each.other)}"
            for each in self.results[:_SHOWN]
        ]
        return "\n".join(lines) + self._more(_SHOWN, "\n")

    def _repr_html_(self) -> str:
        rows = [
            [
                f"<b>{markup.text(each.one.name)}</b><br>{markup.text(each.predicate)}<br>{markup.faint(each.kind)}",
                _side_block(each.one, each.corrected == "one"),
                _side_block(each.other, each.corrected == "other"),
            ]
            for each in self.results[:_SHOWN]
        ]
        return markup.table(("about", "one side", "the other side"), rows) + markup.faint(self._more(_SHOWN))


def _side_cells(side: Side) -> tuple[Any, ...]:
    where = (side.publisher or None, side.date or None, side.document)
    return side.says, side.time or None, side.sources, *where, side.quote


def _brief(side: Side) -> str:
    sources = f"{side.sources} source{'s' if side.sources != 1 else ''}"
    return f"{side.name if side.modality == 'denied' else ''} {side.says}".strip() + f" ({sources}, {side.document})"


def _side_block(side: Side, corrected: bool) -> str:
    mark = f" {markup.faint('corrected by the other')}" if corrected else ""
    where = " · ".join(filter(None, [side.title or side.document, side.publisher, side.date]))
    sources = f"{side.sources} source{'s' if side.sources != 1 else ''}"
    said = f"<b>{markup.text(side.says)}</b> {markup.modality(side.modality)} {markup.faint(sources)}{mark}"
    return f"{said}<br>{markup.quote('', ' '.join(side.quote.split()), '')}<br>{markup.faint(where, '.8em')}"


@dataclass(frozen=True, slots=True)
class Way:
    """A path between two entities.

    Args:
        names: The labels along it.
        steps: The relations, in the order of the path, with their claims.
    """

    names: tuple[str, ...]
    steps: tuple[Step, ...]


class Ways(Listing[Way]):
    """Paths between two entities, the shortest and best told first."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the table."""
        return ("path", "steps", "relations", "claims")

    def _cells(self, item: Way) -> Sequence[Any]:
        relations = ", ".join(dict.fromkeys(step.relation for step in item.steps))
        return " — ".join(item.names), len(item.names) - 1, relations, sum(len(step.claims) for step in item.steps)

    def __repr__(self) -> str:
        lines: list[str] = []
        for n, way in enumerate(self.results, 1):
            lines += [f"{n}. {' — '.join(way.names)}", *_step_lines(way)]
        return "\n".join(lines) + self._more(len(self), "")

    def _repr_html_(self) -> str:
        return "".join(map(_way_card, self.results)) or markup.faint(self._more(0))


def _way_card(way: Way) -> str:
    parts = [markup.heading(" — ".join(way.names))]
    for step in way.steps:
        said = f"{step.subject_label} {step.relation} {step.object_label}"
        parts.append(markup.element("div", f"{markup.text(said)} {markup.modality(step.modality)}"))
        parts += [
            markup.element("div", f"{markup.quote('', each.evidence.quote, '')} {markup.faint(each.doc, '.8em')}")
            for each in step.claims[:_QUOTES]
        ]
    return markup.card(*parts)


def _step_lines(way: Way) -> Iterator[str]:
    for step in way.steps:
        put = "" if step.modality == "asserted" else f" ({step.modality})"
        yield f"   {step.subject_label} {step.relation} {step.object_label}{put}"
        yield from (f"      「{' '.join(each.evidence.quote.split())}」 {each.doc}" for each in step.claims[:_QUOTES])
