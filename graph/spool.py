"""Put sources aside between finding out what changed and reading it: in memory while they are few, else on disk."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from types import TracebackType
from typing import IO, Final, Self

from extract.model import Metadata, Source

_IN_MEMORY: Final = 64 * 1024 * 1024


class Spool:
    """A queue of sources that is filled once and read once; use it as a context manager."""

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115, closed in __exit__
        self._number = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def __len__(self) -> int:
        return self._number

    def put(self, source: Source) -> None:
        """Put *source* aside."""
        head = [source.doc, source.media, source.origin, asdict(source.metadata), len(source.data)]
        self._file.write(json.dumps(head).encode("ascii") + b"\n")
        self._file.write(source.data)
        self._number += 1

    def __iter__(self) -> Iterator[Source]:
        self._file.seek(0)
        while head := self._file.readline():
            doc, media, origin, metadata, size = json.loads(head)
            yield Source(doc, self._file.read(size), media, Metadata(**metadata), origin)
