"""Reader for JSON Lines: one article a line, read as a stream."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from extract.errors import ReadError
from extract.model import Metadata, Source
from extract.reading.dates import day_of
from extract.reading.decoding import decode_bytes
from extract.reading.files import CHANGED, EMPTY, LIMIT, reason, state, too_large
from extract.reading.packed import open_bytes, unpacking_errors
from extract.reading.records import NOTHING_KNOWN, Failure, Located

_PATIENCE = 16  # times the limit of a document that an endless line is followed to its end
_TEXT = ("text", "content", "body")
_FIELDS = {
    "title": ("title",),
    "publisher": ("publisher", "source", "site"),
    "author": ("author",),
    "url": ("url", "link"),
    "language": ("language", "lang"),
}


def read_lines(located: Located) -> Iterator[Source | Failure]:
    """Read articles of the form ``{"id", "text", "title"?, "url"?, "date"?}``, one a line."""
    empty = True
    try:
        before = state(located)
        with open_bytes(located) as file:
            for number, line in enumerate(iter(lambda: file.readline(LIMIT + 1), b""), 1):
                if len(line) > LIMIT:
                    empty = False
                    yield Failure(f"{located.origin}:{number}", too_large())
                    _skip_line(file)
                elif line.strip():
                    empty = False
                    yield _source(located, number, line)
        after = state(located)
    except unpacking_errors() as error:
        yield Failure(located.origin, f"cannot be read: {reason(error)}")
        return
    if empty or before != after:
        yield Failure(located.origin, EMPTY if empty else f"{CHANGED}; its lines as they were then are in")


def _skip_line(file: IO[bytes]) -> None:
    """Read on to the end of an endless line, piece by piece.

    Raises:
        ReadError: It goes on far beyond what an article may be.
    """
    for _ in range(_PATIENCE):
        piece = file.readline(LIMIT)
        if not piece or piece.endswith(b"\n"):
            return
    raise ReadError(f"one line goes on beyond {LIMIT // 2**20 * _PATIENCE} MB; reading stops there")


def _source(located: Located, number: int, line: bytes) -> Source | Failure:
    origin = f"{located.origin}:{number}"
    try:
        record = json.loads(decode_bytes(line)[0].lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        return Failure(
            origin, f"line {number} is no JSON: {error.msg} at column {error.colno}; correct or remove the line"
        )
    except RecursionError:
        return Failure(origin, f"line {number} is no article: it is nested too deeply")
    except ReadError as error:
        return Failure(origin, f"line {number} cannot be decoded: {error}")
    if not isinstance(record, dict):
        return Failure(origin, f'line {number} is no object; an article is {{"id": ..., "text": ...}}')
    text = next((record[key] for key in _TEXT if isinstance(record.get(key), str)), None)
    if not text or not text.strip():
        return Failure(origin, f'line {number} has no "text"')
    doc = str(record["id"]) if record.get("id") not in (None, "") else f"{located.doc}#{number}"
    data = text.encode("utf-8", "surrogatepass")
    return Source(doc, data, str(record.get("media") or "text/plain"), metadata_of(record, located.metadata), origin)


def metadata_of(record: dict[str, Any], base: Metadata = NOTHING_KNOWN) -> Metadata:
    """Return what a *record* says about a text, filled up from *base*."""
    values = {name: _first(record, keys) or getattr(base, name) for name, keys in _FIELDS.items()}
    return Metadata(date=day_of(_first(record, ("date", "published"))) or base.date, **values)


def _first(record: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    for key in keys:
        value = record.get(key)
        if value is not None and isinstance(value, (str, int)) and (text := str(value).strip()):
            return text
    return None
