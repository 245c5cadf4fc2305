"""What a build did, document by document, for people and for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Final, NamedTuple, overload

from extract.model import Analysis, Document, Span
from extract.reading import find

STATUSES: Final = ("added", "changed", "unchanged", "removed", "skipped", "failed")

Counts = tuple[tuple[str, int], ...]
"""Kinds and how many of each, sorted by kind."""

Places = tuple[tuple[str, str], ...]
"""Names of fields and where each was found."""

_LISTS: Final = ("undecodable_at", "aside_at")
_SHOWN: Final = 100  # places of undecodable bytes that a report lists; a file with more is read with the wrong encoding


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What became of one input.

    Args:
        doc: Document id; for an input without one, the place it came from.
        status: One of :data:`STATUSES`.
        message: Why it was skipped or failed.
        origin: The place it came from, for messages.
        encoding: The encoding it was read with.
        encoding_reason: Why that one.
        undecodable: How many bytes, or runs of them, could not be decoded and stand as U+FFFD.
        undecodable_at: Where in the source the first of them are, in bytes.
        media: Media type.
        metadata: Where each piece of metadata came from: ``given`` with the source, or a place in it.
        script: ``zh-Hans``, ``zh-Hant-TW``, ``mixed`` and the like.
        spun: Whether its wording was changed by a machine (伪原创).
        doubtful: Sentences of such a text that may say the opposite of what they said.
        reprint_of: Id of the document whose text it tells, as far as the graph knows.
        characters: Code points of the original text.
        removed: Original characters that cleaning removed, by kind of edit.
        aside: Clean characters set aside as boilerplate, by kind.
        aside_at: Which original characters these are: kind, start, end.
        sentences: Sentences read.
        mentions: Mentions found.
        entities: Entities that the mentions lead to.
        claims: Claims found.
        notes: What was left out, and how often.
    """

    doc: str
    status: str
    message: str = ""
    origin: str = ""
    encoding: str = ""
    encoding_reason: str = ""
    undecodable: int = 0
    undecodable_at: tuple[int, ...] = ()
    media: str = ""
    metadata: Places = ()
    script: str = ""
    spun: bool = False
    doubtful: int = 0
    reprint_of: str = ""
    characters: int = 0
    removed: Counts = ()
    aside: Counts = ()
    aside_at: tuple[tuple[str, int, int], ...] = ()
    sentences: int = 0
    mentions: int = 0
    entities: int = 0
    claims: int = 0
    notes: Counts = ()


class Unchanged(NamedTuple):
    """A row about a source that is as it was, not made yet: of 10,000 such rows hardly one is looked at.

    Args:
        doc: Document id.
        origin: The place it came from.
        told: What reading it came to when it was read, as JSON.
        reprint_of: Id of the document whose text it tells.
    """

    doc: str
    origin: str
    told: str
    reprint_of: str = ""
    status: str = "unchanged"

    def row(self) -> DocumentReport:
        """Make the row."""
        row = row_from_json({**json.loads(self.told), "status": self.status, "origin": self.origin})
        return replace(row, reprint_of=self.reprint_of) if row.encoding and row.reprint_of != self.reprint_of else row


class Rows(Sequence[DocumentReport]):
    """The rows of a report; those about sources that are as they were are made each time they are looked at."""

    def __init__(self, rows: Iterable[DocumentReport | Unchanged] = ()) -> None:
        self._rows = tuple(rows)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> DocumentReport: ...
    @overload
    def __getitem__(self, index: slice) -> Rows: ...
    def __getitem__(self, index: int | slice) -> DocumentReport | Rows:
        return Rows(self._rows[index]) if isinstance(index, slice) else _made(self._rows[index])

    def __iter__(self) -> Iterator[DocumentReport]:
        return map(_made, self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Rows({list(self)!r})"

    def statuses(self) -> Counter[str]:
        """Return how many rows there are of each status."""
        return Counter(row.status for row in self._rows)

    def of(self, status: str) -> tuple[DocumentReport, ...]:
        """Return the rows of one status."""
        return tuple(_made(row) for row in self._rows if row.status == status)


def _made(row: DocumentReport | Unchanged) -> DocumentReport:
    return row.row() if isinstance(row, Unchanged) else row


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Args:
        folder: The graph folder, as it was given.
        changed: Whether the graph is another one than before.
        quads: Quads in the graph afterwards.
        documents: Documents in the graph afterwards.
        stale: Documents in the graph, not among these inputs, that were read with other settings.
        rows: One row per input, by document id.
        corrected: Documents redone because the corrections changed.
    """

    folder: str
    changed: bool
    quads: int
    documents: int
    stale: int = 0
    rows: Rows = field(default_factory=Rows)
    corrected: int = 0

    def count(self, status: str) -> int:
        """Return how many inputs ended in *status*."""
        return self.rows.statuses()[status]

    @property
    def failed(self) -> tuple[DocumentReport, ...]:
        """The inputs that could not be read."""
        return self.rows.of("failed")

    def totals(self) -> dict[str, Any]:
        """Return the sums over all rows, ready for JSON."""
        sums = {
            name: sum(getattr(row, name) for row in self.rows)
            for name in ("characters", "sentences", "mentions", "entities", "claims", "undecodable", "spun", "doubtful")
        }
        sums["reprints"] = sum(bool(row.reprint_of) for row in self.rows)
        kinds = ("removed", "aside", "notes")
        merged = {name: dict(_merged(getattr(row, name) for row in self.rows)) for name in kinds}
        return {"inputs": len(self.rows), "statuses": self.statuses(), **sums, **merged}

    def statuses(self) -> dict[str, int]:
        """Return how many inputs ended in each status, in the order of :data:`STATUSES`."""
        found = self.rows.statuses()
        return {status: found[status] for status in STATUSES}

    def summary(self) -> str:
        """Return one sentence that says what happened."""
        if not self.changed:
            told = "nothing changed"
        else:
            told = ", ".join(f"{n} {status}" for status, n in self.statuses().items() if n and status != "failed")
        if self.corrected:
            told += f", {self.corrected} redone for the corrections"
        failed = f"; {self.count('failed')} failed" if self.count("failed") else ""
        return f"{told}{failed}: {self.documents} documents, {self.quads} quads in {self.folder}"

    def to_json(self) -> str:
        """Return the report as JSON: deterministic, two spaces of indent, with a newline at the end."""
        body = {
            "folder": self.folder,
            "changed": self.changed,
            "quads": self.quads,
            "documents": self.documents,
            "stale": self.stale,
            "corrected": self.corrected,
            "totals": self.totals(),
            "rows": [row_to_json(row) for row in self.rows],
        }
        return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def row_to_json(row: DocumentReport) -> dict[str, Any]:
    """Return *row* as plain JSON data; counts become objects."""
    return {each.name: _plain(each.name, getattr(row, each.name)) for each in fields(row)}


def row_from_json(data: Mapping[str, Any]) -> DocumentReport:
    """Return the row that :func:`row_to_json` wrote as *data*."""
    fields: dict[str, Any] = {k: tuple(v.items()) if isinstance(v, dict) else v for k, v in data.items()}
    fields["undecodable_at"] = tuple(data["undecodable_at"])
    fields["aside_at"] = tuple((kind, start, end) for kind, start, end in data["aside_at"])
    return DocumentReport(**fields)


def _plain(name: str, value: Any) -> Any:
    if name in _LISTS:
        return [list(each) if isinstance(each, tuple) else each for each in value]
    return dict(value) if isinstance(value, tuple) else value


def row_of(analysis: Analysis, status: str = "added", origin: str = "") -> DocumentReport:
    """Return the row about a document that was read."""
    document, clean = analysis.document, analysis.clean
    return DocumentReport(
        doc=document.doc,
        status=status,
        origin=origin,
        encoding=document.encoding.name,
        encoding_reason=document.encoding.reason,
        undecodable=len(document.encoding.undecodable),
        undecodable_at=document.encoding.undecodable[:_SHOWN],
        media=document.media,
        metadata=_origins(document),
        script=clean.script,
        spun=clean.spun,
        doubtful=len(clean.doubtful),
        characters=len(document.text),
        removed=_merged(((edit.kind, len(edit.span) - len(edit.replacement)),) for edit in clean.edits),
        aside=_merged(((aside.kind, len(aside.span)),) for aside in clean.asides),
        aside_at=tuple((aside.kind, *_ends(clean.map.span(aside.span))) for aside in clean.asides),
        sentences=len(analysis.sentences),
        mentions=len(analysis.mentions),
        entities=len(analysis.entities),
        claims=len(analysis.claims),
        notes=_merged([analysis.notes]),
    )


def _origins(document: Document) -> Places:
    """Return where each piece of the metadata came from."""
    inside = {found.field: found for found in find(document)}
    return tuple(
        (name, inside[name].where if name in inside and inside[name].value == value else "given")
        for name, value in asdict(document.metadata).items()
        if value
    )


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _merged(counts: Iterable[Iterable[tuple[str, int]]]) -> Counts:
    """Return the sums by kind, sorted by kind; kinds that come to nothing stay (they were met)."""
    total: Counter[str] = Counter()
    for each in counts:
        for kind, number in each:
            total[kind] += number
    return tuple(sorted(total.items()))
