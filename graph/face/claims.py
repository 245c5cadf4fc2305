"""Claims with the names that they are about and the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, Final

from extract.model import Claim
from graph.face import markup
from graph.face.listing import Listing, number
from graph.knowledge import KnowledgeGraph
from graph.record import Record
from graph.terms import claim_iri

CONTEXT: Final = 24  # characters shown on each side of a quote
_SHOWN: Final = 20
_TAG: Final = re.compile(r"^[^<>]*>|<[^<>]*>|<[^<>]*$")


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as a person reads it.

    Args:
        claim: The claim: ids, local names, value, time, evidence.
        subject: The subject's label.
        object: The object's label, ``""`` of a figure.
        title: The document's title, or ``""``.
        publisher: Its publisher, or ``""``.
        date: Its date, or ``""``.
        before: The words before the quote.
        after: The words after it.
    """

    claim: Claim
    subject: str
    object: str
    title: str
    publisher: str
    date: str
    before: str
    after: str

    @property
    def predicate(self) -> str:
        """The relation or metric."""
        return self.claim.predicate

    @property
    def modality(self) -> str:
        """How the text puts it."""
        return self.claim.modality

    @property
    def value(self) -> int | float | None:
        """The figure, in base units."""
        return number(self.claim.value)

    @property
    def unit(self) -> str | None:
        """The unit of the figure."""
        return self.claim.unit

    @property
    def time(self) -> str | None:
        """The time stated."""
        return self.claim.time

    @property
    def quote(self) -> str:
        """The words that it rests on: ``original[start:end]``."""
        return self.claim.evidence.quote

    @property
    def doc(self) -> str:
        """Id of the document."""
        return self.claim.doc

    @property
    def start(self) -> int:
        """Where the quote starts in the original text."""
        return self.claim.evidence.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.claim.evidence.end

    @property
    def iri(self) -> str:
        """The IRI of the claim in the graph."""
        return claim_iri(self.claim)

    @property
    def says(self) -> str:
        """The object's label, or the figure as one writes it."""
        return self.object or amount(self.claim.value, self.claim.value_max, self.claim.unit, self.claim.bound)

    @property
    def line(self) -> str:
        """One line: who, what, whom, when, how surely."""
        more = [each for each in (self.time, self.modality if self.modality != "asserted" else None) if each]
        return f"{self.subject} {self.predicate} {self.says}" + (f" ({', '.join(more)})" if more else "")

    def __repr__(self) -> str:
        return f"{self.line}  「{' '.join(self.quote.split())}」 {self.claim.doc}:{self.claim.evidence.start}"

    def _repr_html_(self) -> str:
        return markup.card(self.block())

    def block(self) -> str:
        """Return the claim in HTML, with its quote marked."""
        said = f"<b>{markup.text(self.subject)}</b> {markup.text(self.predicate)} <b>{markup.text(self.says)}</b>"
        more = [self.time or "", self.claim.role or "", self._by(), f"{self.claim.confidence:.2f}"]
        head = f"{said} {markup.modality(self.modality)} {markup.faint(' · '.join(filter(None, more)))}"
        where = markup.faint(
            " · ".join(filter(None, [self.title or self.claim.doc, self.publisher, self.date])), ".8em"
        )
        words = markup.quote(self.before, " ".join(self.quote.split()), self.after)
        return markup.element("div", f"{head}<br>{words}<br>{where}", "margin:4px 0 8px")

    def _by(self) -> str:
        return f"by {self.claim.attributed_to}" if self.claim.attributed_to else ""


class Claims(Listing[Said]):
    """Claims; each is a :class:`Said`. In a notebook every claim shows the words that it rests on."""

    _real = ("value", "valueMax", "amount", "confidence")

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the table."""
        return (
            "subject", "predicate", "object", "value", "valueMax", "unit", "bound", "time", "role", "amount",
            "amountUnit", "change", "modality", "attributedTo", "confidence", "document", "date", "publisher",
            "start", "end", "quote", "claim",
        )  # fmt: skip

    def _cells(self, item: Said) -> Sequence[Any]:
        claim, at = item.claim, item.claim.evidence
        figures = (item.value, number(claim.value_max), claim.unit, claim.bound or None)
        money = (number(claim.amount[0]), claim.amount[1]) if claim.amount else (None, None)
        told = (claim.time, claim.role, *money, claim.change, claim.modality, claim.attributed_to, claim.confidence)
        where = (claim.doc, item.date or None, item.publisher or None, at.start, at.end, at.quote, item.iri)
        return item.subject, claim.predicate, item.object or None, *figures, *told, *where

    def __repr__(self) -> str:
        lines = [f"{n:>3}  {item.line}\n     「{' '.join(item.quote.split())}」" for n, item in self._numbered()]
        return "\n".join(lines) + self._more(_SHOWN, "\n")

    def _repr_html_(self) -> str:
        blocks = "".join(item.block() for _, item in self._numbered())
        return markup.card(markup.faint(f"{len(self)} claims"), blocks, markup.faint(self._more(_SHOWN)))

    def _numbered(self) -> Iterable[tuple[int, Said]]:
        return enumerate(self.results[:_SHOWN])


class Figures(Claims):
    """Claims of quantities: a table of values, ready to plot."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the table."""
        return (
            "entity", "metric", "value", "valueMax", "unit", "bound", "time", "modality", "attributedTo",
            "change", "confidence", "document", "date", "quote",
        )  # fmt: skip

    def _cells(self, item: Said) -> Sequence[Any]:
        claim = item.claim
        figures = (item.value, number(claim.value_max), claim.unit, claim.bound or None, claim.time)
        told = (claim.modality, claim.attributed_to, claim.change, claim.confidence)
        return item.subject, claim.predicate, *figures, *told, claim.doc, item.date or None, claim.evidence.quote

    def _repr_html_(self) -> str:
        rows = [
            [
                f"<b>{markup.text(item.subject)}</b>", markup.text(item.predicate), markup.text(item.says),
                markup.text(item.time or ""), markup.modality(item.modality), markup.quote("", item.quote, ""),
                markup.faint(" ".join(filter(None, [item.publisher, item.date])) or item.claim.doc, ".8em"),
            ]
            for item in self.results[:_SHOWN]
        ]  # fmt: skip
        head = ("entity", "metric", "figure", "time", "modality", "words", "source")
        return markup.table(head, rows, narrow=(1, 2, 3)) + markup.faint(self._more(_SHOWN))


class Teller:
    """Turns the claims of documents into what a person reads; labels are looked up once.

    Args:
        graph: The graph.
    """

    def __init__(self, graph: KnowledgeGraph) -> None:
        self._graph = graph

    @cached_property
    def labels(self) -> dict[str, str]:
        """The labels of all entities, by id."""
        return {entity.id: entity.label for entity in self._graph.fused()}

    def tell(self, record: Record, claims: Iterable[Claim]) -> Iterator[Said]:
        """Yield claims of a document with their names and words."""
        text, metadata = record.document.text, record.document.metadata
        tags = record.document.media == "text/html"
        for claim in claims:
            start, end = claim.evidence.start, claim.evidence.end
            yield Said(
                claim=claim,
                subject=self.labels[claim.subject],
                object=self.labels[claim.object] if claim.object else "",
                title=metadata.title or "",
                publisher=metadata.publisher or "",
                date=metadata.date or "",
                before=_words(text[max(start - CONTEXT, 0) : start], tags),
                after=_words(text[end : end + CONTEXT], tags),
            )


def _words(context: str, tags: bool) -> str:
    """Return words around a quote on one line; of a saved page without its tags, whole or cut."""
    return " ".join((_TAG.sub(" ", context) if tags else context).split())


def amount(value: Decimal | None, most: Decimal | None, unit: str | None, bound: str = "") -> str:
    """Return a figure as the press writes it: 约7800万美元."""
    from graph.web.api.figures import figure  # noqa: PLC0415 - with it comes all of the read API

    return figure(value, most, unit or "", bound) or ""
