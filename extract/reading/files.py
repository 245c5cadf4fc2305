"""Readers for files that hold one text each."""

from __future__ import annotations

import os
from collections.abc import Iterator

from extract.model import Source
from extract.reading.packed import open_bytes, unpacking_errors
from extract.reading.records import STANDARD_INPUT, Failure, Located

LIMIT = 16 * 1024 * 1024  # bytes of one document; articles are kilobytes, so more is a mistake or an attack
CHANGED = "the file changed while it was read; build again when nothing writes to it"
SETTLING = 60_000_000_000  # nanoseconds after which no change falls into the same tick of a file system's clock
EMPTY = "the file is empty; remove it or put a text in it"


def read_text(located: Located) -> Iterator[Source | Failure]:
    """Read a plain text file."""
    yield _source(located, "text/plain")


def read_markdown(located: Located) -> Iterator[Source | Failure]:
    """Read a Markdown file."""
    yield _source(located, "text/markdown")


def read_html(located: Located) -> Iterator[Source | Failure]:
    """Read an HTML file or saved page."""
    yield _source(located, "text/html")


def _source(located: Located, media: str) -> Source | Failure:
    data = whole(located)
    if isinstance(data, Failure):
        return data
    return Source(located.doc, data, media, located.metadata, located.origin)


def whole(located: Located) -> bytes | Failure:
    """Return all bytes of a file, or say why there are none to work with."""
    try:
        before = state(located)
        with open_bytes(located) as file:
            # Reading one byte past the limit tells "too large" without holding more (a gzip bomb included).
            data = file.read(LIMIT + 1)
        after = state(located)
    except unpacking_errors() as error:
        return Failure(located.origin, f"cannot be read: {reason(error)}")
    if before != after:
        return Failure(located.origin, CHANGED)
    if len(data) > LIMIT:
        return Failure(located.origin, too_large())
    return data if data.strip() else Failure(located.origin, EMPTY)


def too_large() -> str:
    """Return the message for a document beyond the limit."""
    return f"holds more than {LIMIT // 2**20} MB in one document; split it or use JSON Lines"


def reason(error: Exception) -> str:
    """Return what went wrong in few words."""
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def state(located: Located) -> tuple[int, int]:
    """Return what tells that a file was written to: its size and the time of its last change."""
    if located.path == STANDARD_INPUT:
        return 0, 0
    status = os.stat(located.path)  # noqa: PTH116 - twice for each of a million files
    return status.st_size, status.st_mtime_ns


def settled(located: Located, now: int) -> str | None:
    """
    Return what tells a file from what it was and will be, or ``None`` where nothing but its bytes can tell.

    That is where it lies on its disk, its size, the times of its last writing and of its last change, how it is read
    and what its table says. No program can set the time of the last change (``ctime``) but by setting the clock. Yet
    two changes may fall into one tick of it: so one that is less than a minute old tells nothing, and the next
    writing will leave another. Windows keeps no such time.

    Args:
        located: The file.
        now: The time before anything of it is read, in nanoseconds.
    """
    if os.name != "posix" or located.path == STANDARD_INPUT:
        return None
    try:
        status = os.stat(located.path)  # noqa: PTH116 - there may be a million
    except OSError:
        return None
    if status.st_ctime_ns > now - SETTLING:
        return None
    on_disk = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    known = located.metadata
    told = (known.title, known.date, known.publisher, known.author, known.url, known.language)
    return repr((located.extension, *on_disk, *told))
