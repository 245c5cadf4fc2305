"""A small file of every format that is read."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

import pytest

TEXT = "星河公司发布新模型。"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def sample(extension: str) -> bytes:
    """Return the bytes of a file that one reader reads as one article."""
    plain = extension.removesuffix(".gz").removesuffix(".zst")
    if plain in {".jsonl", ".ndjson"}:
        data = json.dumps({"id": "x", "text": TEXT}).encode()
    elif plain == ".docx":
        data = docx()
    elif plain == ".pdf":
        data = pdf()
    elif plain == ".warc":
        data = warc()
    else:
        data = TEXT.encode()
    if extension.endswith(".gz"):
        return gzip.compress(data)
    if extension.endswith(".zst"):
        packed: bytes = pytest.importorskip("zstandard").compress(data)
        return packed
    return data


def docx(*paragraphs: str) -> bytes:
    """Return a Word document."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs or (TEXT,))
    core = (
        '<c:coreProperties xmlns:c="urn:c" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:t="http://purl.org/dc/terms/"><dc:title>标题</dc:title><t:created>2024-05-06T00:00:00Z</t:created>'
        "</c:coreProperties>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
        archive.writestr("docProps/core.xml", core)
    return out.getvalue()


def pdf(text: str = "A new model.") -> bytes:
    """Return a PDF of one page; without *text* its page is blank."""
    pytest.importorskip("pypdf")
    drawn = f"BT /F1 12 Tf 10 10 Td ({text}) Tj ET".encode() if text else b""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer


def warc(body: bytes = f"<html><p>{TEXT}</p></html>".encode(), headers: str = "", kind: str = "response") -> bytes:
    """Return a web archive of one page."""
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{headers}\r\n".encode() + body
    record = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://example.org/a\r\n"
        f"WARC-Date: 2024-05-06T07:08:09Z\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return record.encode() + answer + b"\r\n\r\n"
