"""Sort more lines than should stand in memory: sorted parts on disk, merged."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from tempfile import TemporaryFile
from typing import IO, Final

_IN_MEMORY: Final = 250_000  # lines; some 60 MB of N-Quads


def sorted_lines(lines: Iterable[bytes], *, in_memory: int = _IN_MEMORY) -> Iterator[bytes]:
    """Yield *lines*, each with its newline, in the order of their bytes, which is that of code points in UTF-8.

    Args:
        lines: The lines, in any order.
        in_memory: How many of them to keep in memory at a time; what is more waits in temporary files.
    """
    rest = iter(lines)
    part = sorted(islice(rest, in_memory))
    with ExitStack() as held:
        aside: list[IO[bytes]] = []
        while following := sorted(islice(rest, in_memory)):
            aside.append(file := held.enter_context(TemporaryFile()))
            file.writelines(part)
            file.seek(0)
            part = following
        yield from heapq.merge(*aside, part)
