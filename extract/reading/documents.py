"""Readers for office formats: their text becomes the original that evidence points into."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

from extract.errors import ReadError
from extract.model import Metadata, Source
from extract.reading.dates import day_of
from extract.reading.files import LIMIT, reason, too_large, whole
from extract.reading.packed import optional
from extract.reading.records import Failure, Located

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_NO_TEXT = "holds no text, perhaps only pictures of pages; recognise the characters first (OCR)"


def read_docx(located: Located) -> Iterator[Source | Failure]:
    """Read a Word document: one line a paragraph."""
    data = whole(located)
    if isinstance(data, Failure):
        yield data
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            text = "\n".join(_paragraphs(_part(archive, "word/document.xml")))
            known = _properties(archive)
    except (zipfile.BadZipFile, KeyError, ET.ParseError, NotImplementedError, ReadError, RuntimeError) as error:
        yield Failure(located.origin, f"is no Word document that can be read: {reason(error)}")
        return
    yield _source(located, text, known)


def _part(archive: zipfile.ZipFile, name: str) -> ET.Element:
    with archive.open(name) as file:
        data = file.read(LIMIT + 1)  # never trust the size that the archive claims
    if len(data) > LIMIT:
        raise ReadError(too_large())
    if b"<!DOCTYPE" in data[:2000]:
        raise ReadError("it declares entities of its own, which no Word document does")
    return ET.fromstring(data)  # noqa: S314 - declarations are refused above, so no entity can grow


def _paragraphs(body: ET.Element) -> Iterator[str]:
    for paragraph in body.iter(f"{_WORD}p"):
        yield "".join(
            node.text or "" if node.tag == f"{_WORD}t" else "\t" if node.tag == f"{_WORD}tab" else "\n"
            for node in paragraph.iter()
            if node.tag in {f"{_WORD}t", f"{_WORD}tab", f"{_WORD}br"}
        )


def _properties(archive: zipfile.ZipFile) -> Metadata:
    if "docProps/core.xml" not in archive.namelist():
        return Metadata()
    core = _part(archive, "docProps/core.xml")
    return Metadata(
        title=core.findtext(f"{_DUBLIN_CORE}title") or None,
        author=core.findtext(f"{_DUBLIN_CORE}creator") or None,
        date=day_of(core.findtext(f"{_TERMS}created")),
    )


def read_pdf(located: Located) -> Iterator[Source | Failure]:
    """Read the text layer of a PDF, page after page."""
    data = whole(located)
    if isinstance(data, Failure):
        yield data
        return
    try:
        pypdf = optional("pypdf", "pdf")
        pages, known = _pdf(pypdf, data)
    except ReadError as error:
        yield Failure(located.origin, str(error))
    except Exception as error:  # noqa: BLE001 - a broken PDF breaks the package in any way it likes
        yield Failure(located.origin, f"is no PDF that can be read: {reason(error)}")
    else:
        yield _source(located, pages, known)


def _pdf(pypdf: Any, data: bytes) -> tuple[str, Metadata]:
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise ReadError("is encrypted; save it without a password")
    pages: list[str] = []
    for page in reader.pages:
        pages.append(page.extract_text())
        if sum(map(len, pages)) > LIMIT:
            raise ReadError(too_large())
    info = reader.metadata
    title, author = (getattr(info, "title", None), getattr(info, "author", None)) if info else (None, None)
    created = getattr(info, "creation_date_raw", None) if info else None
    return "\n".join(pages), Metadata(title=title or None, author=author or None, date=day_of((created or "")[2:]))


def _source(located: Located, text: str, known: Metadata) -> Source | Failure:
    if not text.strip():
        return Failure(located.origin, _NO_TEXT)
    given = located.metadata
    merged = replace(
        given, title=given.title or known.title, author=given.author or known.author, date=given.date or known.date
    )
    return Source(located.doc, text.encode("utf-8", "replace"), "text/plain", merged, located.origin)
