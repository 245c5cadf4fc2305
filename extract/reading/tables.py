"""The ``metadata.jsonl`` or ``metadata.csv`` of a folder: a table about the files beside it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extract.errors import ReadError
from extract.model import Metadata
from extract.reading.decoding import decode_bytes
from extract.reading.files import reason
from extract.reading.lines import metadata_of
from extract.reading.records import Failure

NAMES = ("metadata.jsonl", "metadata.csv")
Table = dict[str, Metadata]


def read_table(path: Path) -> tuple[Table, list[Failure]]:
    """Return what a table says by file name, and the rows that could not be used."""
    table: Table = {}
    failures: list[Failure] = []
    try:
        text = decode_bytes(path.read_bytes())[0].removeprefix("\ufeff")
    except (OSError, ReadError) as error:
        return table, [Failure(str(path), f"the table cannot be read: {reason(error)}")]
    for number, row in _json_rows(text) if path.suffix == ".jsonl" else _csv_rows(text):
        origin = f"{path}:{number}"
        if isinstance(row, str):
            failures.append(Failure(origin, row))
        elif not isinstance(row.get("file"), str) or not row["file"].strip():
            failures.append(Failure(origin, 'the row has no "file"'))
        else:
            told = table[row["file"].strip().removeprefix("./")] = metadata_of(row)
            if row.get("date") and not told.date:
                failures.append(Failure(origin, f"{row['date']!r} is no date; write 2024-07-28, 2024-07 or 2024"))
    return table, failures


def _json_rows(text: str) -> Iterator[tuple[int, dict[str, Any] | str]]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            yield number, f"line {number} is no JSON: {error.msg} at column {error.colno}"
        else:
            yield number, row if isinstance(row, dict) else f"line {number} is no object"


def _csv_rows(text: str) -> Iterator[tuple[int, dict[str, Any] | str]]:
    rows = csv.DictReader(io.StringIO(text, newline=""))
    try:
        for row in rows:
            yield rows.line_num, row
    except csv.Error as error:
        yield rows.line_num, f"line {rows.line_num} is no CSV: {error}"
