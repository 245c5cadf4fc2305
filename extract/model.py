"""Core types: what flows from bytes to claims.

Two coordinate systems exist. *Clean* spans point into ``CleanText.text`` (and
``CleanText.folded``, which has the same length). *Original* spans point into
``Document.text``, the decoded file before any cleaning, in Unicode code
points. Everything between cleaning and claims works in clean coordinates;
only :class:`Evidence` is original, and ``document.text[e.start:e.end] ==
e.quote`` always holds.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple, Self


class _Range(NamedTuple):
    start: int
    end: int


class Span(_Range):  # there are hundreds in every article, and a tuple is made in a third of the time
    """A half-open range of code points."""

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> Self:
        """Make a span, if it can be one."""
        if not 0 <= start <= end:
            raise ValueError(f"a span needs 0 <= start <= end, got {start}..{end}")
        return tuple.__new__(cls, (start, end))

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the piece of *text* that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Tell whether *other* lies inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a source besides its text; ``None`` where unknown.

    ``date`` is a day, a month or a year (``2024-07-28``, ``2024-07``, ``2024``).
    """

    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to read: its id, its bytes, and what came with it.

    Args:
        doc: Document id: the path relative to the folder given, or the id that the source gives.
        data: The bytes as found.
        media: Media type, such as ``text/plain`` or ``text/html``.
        metadata: From the table beside the files or the record itself.
        origin: A place for messages: a path, or ``path:line``.
    """

    doc: str
    data: bytes
    media: str = "text/plain"
    metadata: Metadata = Metadata()
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Encoding:
    """Which encoding a source was read with, why, and what could not be decoded."""

    name: str
    reason: str
    undecodable: tuple[int, ...] = ()  # byte offsets of what became U+FFFD


@dataclass(frozen=True, slots=True)
class Document:
    """A decoded source; ``text`` is the original that all evidence points into."""

    doc: str
    text: str
    encoding: Encoding
    media: str = "text/plain"
    metadata: Metadata = Metadata()
    digest: str = ""  # SHA-256 of bytes, media type and metadata, hexadecimal


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Take clean spans back to the original.

    The clean text is a sequence of runs; within a run, offsets advance one to
    one. Where an edit replaced ``n`` original characters with ``m`` clean ones,
    the piece is its own run that maps as a whole.

    Args:
        clean: Clean start of each run, ascending, the first is 0.
        original: Original start of each run.
        end: Original end of each run.
        rigid: Whether the run maps one to one (an unedited stretch).
    """

    clean: tuple[int, ...]
    original: tuple[int, ...]
    end: tuple[int, ...]
    rigid: tuple[bool, ...]

    def span(self, span: Span) -> Span:
        """Return the smallest original span that covers the clean *span*."""
        if not len(span):
            start = self._at(span.start)[0]
            return Span(start, start)
        return Span(self._at(span.start)[0], self._at(span.end - 1)[1])

    def _at(self, offset: int) -> tuple[int, int]:
        """Return the original range that the clean character at *offset* stands for."""
        if not self.clean:
            return 0, 0
        i = bisect_right(self.clean, offset) - 1
        if self.rigid[i]:
            start = min(self.original[i] + offset - self.clean[i], self.end[i])
            return start, min(start + 1, self.end[i])
        return self.original[i], self.end[i]


class Edit(NamedTuple):  # there are hundreds in every article, and a tuple is made in half the time
    """One change that cleaning made, in original coordinates."""

    span: Span
    kind: str
    replacement: str = ""


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch of clean text set aside as boilerplate of some kind; no facts are read from it."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class CleanText:
    """A document's text made readable, with the way back.

    ``folded`` is ``text`` in Simplified characters, code point for code point,
    for matching only. ``script`` is ``zh-Hans``, ``zh-Hant-TW``, ``zh-Hant-HK``, ``zh-Hant``,
    ``mixed`` or ``other``. ``spun`` tells machine-spun wording (伪原创); ``doubtful`` are the sentences of such a
    text in which a swap may have turned the meaning around, in order.
    """

    text: str
    folded: str
    map: OffsetMap
    edits: tuple[Edit, ...] = ()
    asides: tuple[Aside, ...] = ()
    script: str = "zh-Hans"
    spun: bool = False
    doubtful: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote and where it stands in the original text."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the text names an entity (clean coordinates).

    ``entity`` is the entity's id; ``rule`` says how it was found
    (``lexicon``, ``alias``, ``shape``, ``title`` ...); ``also`` is the second class of what is of two;
    ``family`` is the id of what this is a version of, if anything known.
    """

    span: Span
    text: str
    type: str
    entity: str
    rule: str
    also: str = ""
    family: str = ""

    @property
    def types(self) -> tuple[str, ...]:
        """The classes that the name may stand for here, the main one first."""
        return (self.type, self.also) if self.also else (self.type,)


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an entity in one language (``zh-Hans``, ``zh-Hant``, ``en`` or ``""``)."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that a document names.

    ``id`` is the local name of its IRI; ``known`` tells whether the lexicon has it. ``also`` are further classes:
    the second of what is a company and its product in one (Instagram), of one that the lexicon does not have
    all that documents take it for. ``family`` is the id of what it is a version, size or variant of, if anything known.
    """

    id: str
    label: str
    type: str
    names: tuple[Name, ...] = ()
    known: bool = False
    wikidata: str | None = None
    mentions: tuple[Evidence, ...] = ()
    also: tuple[str, ...] = ()
    family: str = ""

    @property
    def types(self) -> tuple[str, ...]:
        """Its classes, the main one first."""
        return (self.type, *self.also)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, in base units (clean coordinates).

    ``bound`` is ``""`` or one of ``about``, ``over``, ``under``, ``atLeast``, ``atMost``;
    ``unit`` is an ISO 4217 code, ``%``, ``pp``, ``x``, ``count``, ``USD/1Mtoken`` and the like;
    ``counted`` is the measure word or noun after a count (台, 人, 万名用户 → 名用户).
    """

    span: Span
    value: Decimal
    unit: str
    value_max: Decimal | None = None
    bound: str = ""
    counted: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """A time expression (clean coordinates).

    ``value`` is ``2024``, ``2024-06``, ``2024-06-05``, ``2024-Q2`` or ``None`` where it is
    relative and the document has no date; ``relative`` tells that it was anchored.
    """

    span: Span
    value: str | None
    relative: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """What a text says: a relation between two entities, or a quantity of one.

    A claim is no fact: it says who is said to do what, when, how surely, by whom, and where it stands.
    ``subject`` and ``object`` are entity ids, ``predicate`` and ``modality`` local names.
    """

    doc: str
    kind: str  # "relation" or "quantity"
    subject: str
    predicate: str
    evidence: Evidence
    object: str | None = None
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str | None = None
    time: str | None = None
    role: str | None = None
    amount: tuple[Decimal, str] | None = None
    change: str | None = None
    modality: str = "asserted"
    attributed_to: str | None = None
    confidence: float = 0.5
    rule: str = ""  # the frame or extractor that found it
    bound: str = ""  # how exact a figure is meant to be, as in Quantity


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was read from one document."""

    document: Document
    clean: CleanText
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    whens: tuple[When, ...] = ()
    claims: tuple[Claim, ...] = ()
    notes: tuple[tuple[str, int], ...] = field(default=())  # what was left out, and how often

    def evidence(self, span: Span) -> Evidence:
        """Return the original quote behind a clean *span*."""
        found = self.clean.map.span(span)
        return Evidence(found.start, found.end, found.of(self.document.text))
