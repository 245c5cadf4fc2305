"""Read sources into records, in this process or in several, always in the order they came."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing.context import BaseContext
from typing import Final, Protocol

from extract.model import Analysis, Source
from extract.reading.decoding import digest
from graph.record import Record, encode, record_of
from ontology.errors import ZhituError

_log = logging.getLogger(__name__)
_AHEAD: Final = 8  # sources in flight per worker: enough to keep it busy, few enough to keep memory flat


class Extractor(Protocol):
    """What turns a source into an analysis; ``extract.pipeline.Extractor`` is the real one."""

    @property
    def fingerprint(self) -> str:
        """Version and hash of all settings and data that the result depends on."""
        ...

    def __call__(self, source: Source, /) -> Analysis:
        """Read *source*; raise ``ZhituError`` where that is impossible."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading one source gave: a record and its encoded form, or a message why not."""

    doc: str
    origin: str
    record: Record | None = None
    data: bytes = b""
    message: str = ""


def read_one(extractor: Extractor, source: Source) -> Outcome:
    """Read *source*; whatever goes wrong with it becomes a message, the others must go on."""
    try:
        declared = getattr(extractor, "declared", ())  # relations beyond the vocabulary; not every extractor has them
        record = record_of(extractor(source), extractor.fingerprint, source.doc, digest(source), declared)
        return Outcome(source.doc, source.origin, record, encode(record))
    except ZhituError as error:
        return Outcome(source.doc, source.origin, message=str(error))
    except Exception as error:  # noqa: BLE001, a defect met in one document must not cost the others
        _log.exception("%s: reading failed", source.origin or source.doc)
        return Outcome(source.doc, source.origin, message=f"internal error, please report it: {error!r}")


def read_all(extractor: Extractor, sources: Iterable[Source], workers: int = 1) -> Generator[Outcome, None, None]:
    """Yield what reading each of *sources* gives, in their order."""
    if workers <= 1:
        return (read_one(extractor, source) for source in sources)
    return _in_parallel(extractor, iter(sources), workers)


def _in_parallel(extractor: Extractor, sources: Iterator[Source], workers: int) -> Generator[Outcome, None, None]:
    """Read in several processes, a few sources ahead."""
    pool = ProcessPoolExecutor(workers, _context(), _adopt, (extractor,))
    try:
        waiting: deque[Future[Outcome]] = deque(pool.submit(_work, each) for each in islice(sources, workers * _AHEAD))
        while waiting:
            yield waiting.popleft().result()
            waiting.extend(pool.submit(_work, each) for each in islice(sources, 1))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _context() -> BaseContext:
    """Return how to start workers: never by forking this process, in which the store runs threads and holds locks."""
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")


_adopted: list[Extractor] = []


def _adopt(extractor: Extractor) -> None:
    """Set up a worker, which ends when its parent does, even one that was killed."""
    _adopted[:] = [extractor]
    gc.freeze()  # a worker keeps all of it: walking it again and again would take a twentieth of its time
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(source: Source) -> Outcome:
    return read_one(_adopted[0], source)
