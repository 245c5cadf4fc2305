"""What looking for sources gives: places to read, things left out, things that failed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from extract.model import Metadata, Source

STANDARD_INPUT = Path("-")
NOTHING_KNOWN = Metadata()


@dataclass(frozen=True, slots=True)
class Located:
    """A place to read: a file (or standard input) and what is known about it.

    Args:
        path: The file; ``-`` stands for standard input.
        doc: Document id: the path relative to the folder given, or the file's name.
        extension: Lower-case ending that chooses the reader (``.txt``, ``.jsonl.gz``).
        metadata: From the table beside the file.
    """

    path: Path
    doc: str
    extension: str
    metadata: Metadata = NOTHING_KNOWN

    @property
    def origin(self) -> str:
        """Return a name for messages."""
        return "standard input" if self.path == STANDARD_INPUT else str(self.path)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was left out on purpose, and why."""

    origin: str
    reason: str


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that should have been read and could not be: where, and what to do."""

    origin: str
    message: str


class Reader(Protocol):
    """Read the sources at one place: one for a text file, many for a file of records."""

    def __call__(self, located: Located, /) -> Iterator[Source | Failure]:
        """Yield what *located* holds; a part that cannot be read is a :class:`Failure`."""
        ...
