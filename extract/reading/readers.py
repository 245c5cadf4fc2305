"""The table of readers by file ending; they are loaded when first needed."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import cast

from extract.errors import ReadError
from extract.reading.records import Reader

GROUP = "zhitu.readers"
READERS: dict[str, str] = {
    ".docx": "extract.reading.documents:read_docx",
    ".htm": "extract.reading.files:read_html",
    ".html": "extract.reading.files:read_html",
    ".jsonl": "extract.reading.lines:read_lines",
    ".jsonl.gz": "extract.reading.lines:read_lines",
    ".jsonl.zst": "extract.reading.lines:read_lines",
    ".markdown": "extract.reading.files:read_markdown",
    ".md": "extract.reading.files:read_markdown",
    ".ndjson": "extract.reading.lines:read_lines",
    ".pdf": "extract.reading.documents:read_pdf",
    ".txt": "extract.reading.files:read_text",
    ".txt.gz": "extract.reading.files:read_text",
    ".txt.zst": "extract.reading.files:read_text",
    ".warc": "extract.reading.warc:read_warc",
    ".warc.gz": "extract.reading.warc:read_warc",
    ".xhtml": "extract.reading.files:read_html",
}


@cache
def known_extensions() -> tuple[str, ...]:
    """Return every file ending that has a reader, the longest first."""
    plugged = (point.name for point in entry_points(group=GROUP))
    return tuple(sorted({*READERS, *plugged}, key=lambda ending: (-len(ending), ending)))


def extension_of(name: str) -> str | None:
    """Return the ending of a file *name* that chooses its reader, the longest that is known, or ``None``."""
    lower, known = name.lower(), _endings()
    at = lower.find(".")
    while at >= 0:
        if lower[at:] in known:
            return lower[at:]
        at = lower.find(".", at + 1)
    return None


@cache
def _endings() -> frozenset[str]:
    return frozenset(known_extensions())


def holds_one_text(extension: str) -> bool:
    """Tell whether a file of this ending is one text, read as it is: its bytes are all that its reader looks at."""
    return READERS.get(extension, "").startswith("extract.reading.files:")


@cache
def load_reader(extension: str) -> Reader:
    """Return the reader for a file ending.

    Raises:
        ReadError: No reader is known for it.
    """
    target = READERS.get(extension)
    if target is not None:
        module, _, name = target.partition(":")
        return cast("Reader", getattr(import_module(module), name))
    for point in entry_points(group=GROUP, name=extension):
        return cast("Reader", point.load())
    raise ReadError(f"no reader for {extension!r}; known endings are {', '.join(sorted(known_extensions()))}")
