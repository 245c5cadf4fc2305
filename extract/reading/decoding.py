"""Turn bytes into text: which encoding, why, and where bytes could not be decoded."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from charset_normalizer import from_bytes

from extract.errors import ReadError
from extract.model import Document, Encoding, Source
from extract.reading.bylines import fill
from extract.reading.plausible import plausibility

_MARKS = (  # UTF-32 first: its little-endian mark starts with the one of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHINESE = ("gb18030", "big5", "big5hkscs", "cp950")
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or Office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,30})""", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_GOOD = 0.5  # plausibility that right decodings of prose reach
_TOLERATED = 0.1  # share of undecodable or control characters above which bytes are no text


def decode(source: Source) -> Document:
    """Decode a source and fill the gaps of its metadata from the text.

    Raises:
        ReadError: The bytes are no text.
    """
    text, encoding = decode_bytes(source.data)
    document = Document(source.doc, text, encoding, source.media, source.metadata, digest(source))
    return replace(document, metadata=fill(document))


def digest(source: Source) -> str:
    """Return a hash of everything that decides what is read from a source."""
    known = source.metadata
    given = repr(
        (source.media, (known.title, known.date, known.publisher, known.author, known.url, known.language))
    ).encode()
    return hashlib.sha256(hashlib.sha256(source.data).digest() + given).hexdigest()


def decode_bytes(data: bytes) -> tuple[str, Encoding]:
    """Return the text of *data* and how it was decoded.

    Line ends stay as they are; the mark at the beginning of UTF-8 stays as U+FEFF (cleaning removes it), so
    that offsets are those of ``data.decode("utf-8")``.

    Raises:
        ReadError: The bytes are no text.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise ReadError(f"binary file: this is {what}, not text; convert it to text first")
    text, encoding = _choose(data)
    _check(text, encoding)
    if _SURROGATE.search(text):  # only JSON can smuggle them in, and nothing downstream can write them
        places = tuple(len(text[: m.start()].encode("utf-8", "surrogatepass")) for m in _SURROGATE.finditer(text))
        return _SURROGATE.sub("\ufffd", text), replace(encoding, undecodable=places)
    return text, encoding


def _choose(data: bytes) -> tuple[str, Encoding]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            skip = 0 if name == "utf-8" else len(mark)
            return _lenient(data, name, "byte order mark", skip)
    wide = _wide(data) if b"\0" in data[:65536] else None
    if wide:
        return wide
    try:
        return data.decode("utf-8"), Encoding("utf-8", "valid UTF-8")
    except UnicodeDecodeError:
        pass
    return _unmarked(data)


def _unmarked(data: bytes) -> tuple[str, Encoding]:
    """Decode bytes that are not quite UTF-8: smuggled surrogates, a damaged file, or another encoding."""
    smuggled = _passed(data)
    if smuggled:
        return smuggled
    text, encoding = _lenient(data, "utf-8", "UTF-8 with damage")
    others = len(re.findall(r"[^\x00-\x7f\ufffd]", text))
    if others > 4 * len(encoding.undecodable) or (not others and len(encoding.undecodable) <= 1 < len(text)):
        return text, encoding
    strict = [found for name, why in _candidates(data) if (found := _strict(data, name, why))]
    best = _most_plausible(strict)
    if best and plausibility(best[0]) >= _GOOD:
        return best
    damaged = _most_plausible([_lenient(data, name, "most plausible, with damage") for name in _CHINESE])
    if damaged and plausibility(damaged[0]) >= _GOOD:
        return damaged
    guess = None if others > len(encoding.undecodable) else _guess(data)
    return guess or (text, encoding)


def _candidates(data: bytes) -> Iterator[tuple[str, str]]:
    declared = _DECLARED.search(data[:4096])
    name = _known(declared[1].decode("ascii")) if declared else None
    if name:
        yield name, "declared, decodable and plausible"
    for other in _CHINESE:
        if other != name:
            yield other, "decodable and the most plausible Chinese"


def _known(name: str) -> str | None:
    try:
        found = codecs.lookup(name)
    except LookupError:
        return None
    return (
        "gb18030" if found.name in {"gb2312", "gbk"} else found.name
    )  # the superset: declarations are often too narrow


def _most_plausible(found: list[tuple[str, Encoding]]) -> tuple[str, Encoding] | None:
    # Ties go to the first: max() keeps it.
    return max(found, key=lambda pair: plausibility(pair[0]), default=None)


def _strict(data: bytes, name: str, reason: str) -> tuple[str, Encoding] | None:
    try:
        return data.decode(name), Encoding(name, reason)
    except (UnicodeError, LookupError):
        return None


def _passed(data: bytes) -> tuple[str, Encoding] | None:
    try:
        return data.decode("utf-8", "surrogatepass"), Encoding("utf-8", "UTF-8 with lone surrogates")
    except UnicodeDecodeError:
        return None


def _lenient(data: bytes, name: str, reason: str, skip: int = 0) -> tuple[str, Encoding]:
    """Decode with U+FFFD for what cannot be decoded, and say where that was."""
    try:
        return data[skip:].decode(name), Encoding(name, reason)
    except UnicodeDecodeError:
        places: list[int] = []
        return _replacing(data[skip:], name, places), Encoding(name, reason, tuple(place + skip for place in places))


def _replacing(data: bytes, name: str, places: list[int]) -> str:
    def note(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        places.append(error.start)
        return "\ufffd", error.end

    codecs.register_error("zhitu.locate", note)
    return data.decode(name, "zhitu.locate")


def _wide(data: bytes) -> tuple[str, Encoding] | None:
    """Recognise UTF-16 without a mark by where its zero bytes are, or by plausible Chinese."""
    head = data[: 65536 - 65536 % 2]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) < 4 * min(even, odd) + 1:
        return None
    name = "utf-16-le" if odd > even else "utf-16-be"
    found = _lenient(data, name, "zero bytes as in UTF-16")
    if len(found[1].undecodable) + len(_CONTROL.findall(found[0])) > _TOLERATED * len(found[0]):
        return None
    ascii_only = max(even, odd) > 0.4 * len(head)
    return found if ascii_only or plausibility(found[0]) >= _GOOD / 2 else None


def _guess(data: bytes) -> tuple[str, Encoding] | None:
    found = from_bytes(data[:65536]).best()
    return _strict(data, found.encoding, "statistical guess of the last resort") if found else None


def _check(text: str, encoding: Encoding) -> None:
    wrong = len(encoding.undecodable) + len(_CONTROL.findall(text))
    if wrong > _TOLERATED * len(text):
        raise ReadError(f"binary file: {wrong} of {len(text)} characters are no text; give a text file")
