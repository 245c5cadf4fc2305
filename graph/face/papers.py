"""A document as one reads it, its names underlined and the words of its claims marked; and what a build did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from extract.model import Entity
from graph.face import markup
from graph.face.claims import Claims, Said
from graph.face.listing import Listing
from graph.record import Record
from graph.report import BuildReport, DocumentReport
from graph.scene import COLOURS, FAINT

_SHOWN: Final = 4000  # characters of a text that a notebook shows
_BEGINNING: Final = 200


@dataclass(frozen=True, slots=True, repr=False)
class Paper:
    """A document of the graph.

    Args:
        record: What the graph keeps of it.
        claims: Its claims, in the order of the text.
    """

    record: Record
    claims: Claims

    @property
    def doc(self) -> str:
        """Its id."""
        return self.record.doc

    @property
    def text(self) -> str:
        """The original text, which all quotes point into."""
        return self.record.document.text

    @property
    def title(self) -> str:
        """Its title, or its id where it has none."""
        return self.record.document.metadata.title or self.doc

    @property
    def date(self) -> str:
        """Its date, or ``""``."""
        return self.record.document.metadata.date or ""

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The entities that it names, with their mentions."""
        return self.record.entities

    def __repr__(self) -> str:
        beginning = " ".join(self.text[:_BEGINNING].split())
        return f"{self.title} ({self._told()})\n{beginning}…"

    def _repr_html_(self) -> str:
        head = f"<b>{markup.text(self.title)}</b> {markup.faint(self._told())}"
        left = len(self.text) - _SHOWN
        more = markup.faint(f"… and {left} more characters") if left > 0 else ""
        return markup.card(head, markup.element("div", "".join(self._marked()), "margin-top:6px"), more)

    def _told(self) -> str:
        told = [self.record.document.metadata.publisher or "", self.date, f"{len(self.claims)} claims"]
        return " · ".join(filter(None, told))

    def _marked(self) -> Iterator[str]:
        """Yield the text piece by piece: between two ends of anything, the same claims and names hold."""
        names = [(at.start, at.end, entity) for entity in self.entities for at in entity.mentions]
        ends = {0, min(len(self.text), _SHOWN)}
        for start, end in [*((s, e) for s, e, _ in names), *((each.start, each.end) for each in self.claims)]:
            ends |= {start, end}
        cuts = sorted(each for each in ends if each <= _SHOWN)
        for start, end in pairwise(cuts):
            named = next((entity for s, e, entity in names if s <= start and end <= e), None)
            said = [each for each in self.claims if each.start <= start and end <= each.end]
            yield _piece(self.text[start:end], named, said)


def _piece(text: str, named: Entity | None, said: Sequence[Said]) -> str:
    shown = "<br>".join(markup.text(line) for line in text.split("\n"))
    if named is not None:
        colour = COLOURS.get(named.type, FAINT)
        shown = markup.element(
            "span", shown, f"border-bottom:2px solid {colour}", title=f"{named.label} ({named.type})"
        )
    if said:
        told = " | ".join(each.line for each in said)
        shown = markup.element("mark", shown, "background:#fff3b0;color:#111;padding:0", title=told)
    return shown


class Report(Listing[DocumentReport]):
    """What a build did, a row for each input; each is a :class:`graph.report.DocumentReport`.

    Args:
        build: The report as the build gives it.
    """

    def __init__(self, build: BuildReport) -> None:
        super().__init__(build.rows)
        self.build = build

    @property
    def changed(self) -> bool:
        """Whether the graph is another one than before."""
        return self.build.changed

    @property
    def failed(self) -> tuple[DocumentReport, ...]:
        """The inputs that could not be read, each with its message."""
        return self.build.failed

    def statuses(self) -> dict[str, int]:
        """Return how many inputs ended in each status: added, changed, unchanged, removed, skipped, failed."""
        return self.build.statuses()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the table."""
        counted = ("characters", "removed", "setAside", "sentences", "mentions", "entities", "claims")
        return ("document", "status", "message", "encoding", "script", "spun", "reprintOf", *counted)

    def _cells(self, item: DocumentReport) -> Sequence[Any]:
        told = (item.doc, item.status, item.message or None, item.encoding or None, item.script or None, item.spun)
        sums = (item.characters, _sum(item.removed), _sum(item.aside), item.sentences, item.mentions)
        return *told, item.reprint_of or None, *sums, item.entities, item.claims


def _sum(counts: Iterable[tuple[str, int]]) -> int:
    return sum(number for _, number in counts)
