"""What a build did, document by document, for people and for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from extract.model import Analysis

STATUSES: Final = ("added", "changed", "unchanged", "removed", "skipped", "failed")

Counts = tuple[tuple[str, int], ...]
"""Kinds and how many of each, sorted by kind."""


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
        undecodable: How many bytes could not be decoded.
        media: Media type.
        script: ``zh-Hans``, ``zh-Hant-TW`` and the like.
        characters: Code points of the original text.
        removed: Original characters that cleaning removed, by kind of edit.
        aside: Clean characters set aside as boilerplate, by kind.
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
    media: str = ""
    script: str = ""
    characters: int = 0
    removed: Counts = ()
    aside: Counts = ()
    sentences: int = 0
    mentions: int = 0
    entities: int = 0
    claims: int = 0
    notes: Counts = ()


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
    """

    folder: str
    changed: bool
    quads: int
    documents: int
    stale: int = 0
    rows: tuple[DocumentReport, ...] = ()

    def count(self, status: str) -> int:
        """Return how many inputs ended in *status*."""
        return sum(row.status == status for row in self.rows)

    @property
    def failed(self) -> tuple[DocumentReport, ...]:
        """The inputs that could not be read."""
        return tuple(row for row in self.rows if row.status == "failed")

    def totals(self) -> dict[str, Any]:
        """Return the sums over all rows, ready for JSON."""
        sums = {
            name: sum(getattr(row, name) for row in self.rows)
            for name in ("characters", "sentences", "mentions", "entities", "claims", "undecodable")
        }
        kinds = ("removed", "aside", "notes")
        merged = {name: dict(_merged(getattr(row, name) for row in self.rows)) for name in kinds}
        return {"inputs": len(self.rows), "statuses": self.statuses(), **sums, **merged}

    def statuses(self) -> dict[str, int]:
        """Return how many inputs ended in each status, in the order of :data:`STATUSES`."""
        return {status: self.count(status) for status in STATUSES}

    def summary(self) -> str:
        """Return one sentence that says what happened."""
        if not self.changed:
            told = "nothing changed"
        else:
            told = ", ".join(f"{n} {status}" for status, n in self.statuses().items() if n and status != "failed")
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
            "totals": self.totals(),
            "rows": [row_to_json(row) for row in self.rows],
        }
        return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def row_to_json(row: DocumentReport) -> dict[str, Any]:
    """Return *row* as plain JSON data; counts become objects."""
    return {name: dict(value) if isinstance(value, tuple) else value for name, value in asdict(row).items()}


def row_from_json(data: Mapping[str, Any]) -> DocumentReport:
    """Return the row that :func:`row_to_json` wrote as *data*."""
    fields: dict[str, Any] = {k: tuple(v.items()) if isinstance(v, dict) else v for k, v in data.items()}
    return DocumentReport(**fields)


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
        media=document.media,
        script=clean.script,
        characters=len(document.text),
        removed=_merged(((edit.kind, len(edit.span) - len(edit.replacement)),) for edit in clean.edits),
        aside=_merged(((aside.kind, len(aside.span)),) for aside in clean.asides),
        sentences=len(analysis.sentences),
        mentions=len(analysis.mentions),
        entities=len(analysis.entities),
        claims=len(analysis.claims),
        notes=_merged([analysis.notes]),
    )


def _merged(counts: Iterable[Iterable[tuple[str, int]]]) -> Counts:
    """Return the sums by kind, sorted by kind; kinds that come to nothing stay (they were met)."""
    total: Counter[str] = Counter()
    for each in counts:
        for kind, number in each:
            total[kind] += number
    return tuple(sorted(total.items()))
