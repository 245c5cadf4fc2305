"""Reader for web archives (WARC): every saved page is a source."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import IO

from extract.errors import ReadError
from extract.model import Source
from extract.reading.dates import day_of
from extract.reading.files import CHANGED, LIMIT, reason, state, too_large
from extract.reading.packed import open_bytes, unpacking_errors
from extract.reading.records import Failure, Located

Headers = dict[str, str]
_MEDIA = ("text/html", "application/xhtml+xml", "text/plain")


def read_warc(located: Located) -> Iterator[Source | Failure]:
    """Read the HTML and text responses of a web archive; their ids are the addresses."""
    number = 0
    try:
        before = state(located)
        with open_bytes(located) as file:
            while (headers := _headers(file)) is not None:
                number += 1
                yield from _record(located, number, headers, file)
        after = state(located)
    except unpacking_errors() as error:
        yield Failure(f"{located.origin}:{number}", f"the archive breaks off after record {number}: {reason(error)}")
        return
    if before != after:
        yield Failure(located.origin, f"{CHANGED}; its pages as they were then are in")
    elif not number:
        yield Failure(located.origin, "holds no record of a web archive")


def _headers(file: IO[bytes]) -> Headers | None:
    """Return the headers of the next record, lower case, or ``None`` at the end."""
    line = file.readline(LIMIT)
    while line in (b"\r\n", b"\n"):
        line = file.readline(LIMIT)
    if not line:
        return None
    if not line.startswith(b"WARC/"):
        raise ReadError(f"a record begins with {line[:20]!r} instead of WARC/")
    return _fields(iter(lambda: file.readline(LIMIT), b""))


def _fields(lines: Iterator[bytes]) -> Headers:
    fields: Headers = {}
    for line in lines:
        if not line.strip():
            break
        name, _, value = line.decode("utf-8", "replace").partition(":")
        fields[name.strip().lower()] = value.strip()
    return fields


def _record(located: Located, number: int, headers: Headers, file: IO[bytes]) -> Iterator[Source | Failure]:
    origin = f"{located.origin}:{number}"
    length = int(headers.get("content-length", "0"))
    if length > LIMIT:
        yield Failure(origin, too_large())
        while length > 0 and (skipped := len(file.read(min(length, 2**20)))):
            length -= skipped
        return
    data = file.read(length)
    if len(data) < length:
        raise ReadError("the last record is not complete")
    if headers.get("warc-type") == "response":
        media, body = _response(data)
        if media in _MEDIA and body.strip():
            address = headers.get("warc-target-uri", "").strip("<>")
            metadata = replace(located.metadata, url=address or None)
            if not metadata.date and media == "text/plain":
                metadata = replace(metadata, date=day_of(headers.get("warc-date")))
            yield Source(address or f"{located.doc}#{number}", body, media, metadata, origin)


def _response(data: bytes) -> tuple[str, bytes]:
    """Return media type and body of an HTTP response."""
    lines = data.split(b"\r\n\r\n", 1)
    if len(lines) < 2:
        return "", b""
    fields = _fields(iter(lines[0].split(b"\r\n")[1:]))
    body = _unchunked(lines[1]) if "chunked" in fields.get("transfer-encoding", "").lower() else lines[1]
    if fields.get("content-encoding", "").lower() in {"gzip", "x-gzip"}:
        body = _unzipped(body)
    return fields.get("content-type", "").partition(";")[0].strip().lower(), body


def _unchunked(data: bytes) -> bytes:
    out: list[bytes] = []
    at = 0
    while (end := data.find(b"\r\n", at)) >= 0:
        size = int(data[at:end].partition(b";")[0] or b"0", 16)
        if not size:
            break
        out.append(data[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
    return b"".join(out)


def _unzipped(data: bytes) -> bytes:
    unpacked = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(data, LIMIT + 1)
    if len(unpacked) > LIMIT:
        raise ReadError(too_large())
    return unpacked
