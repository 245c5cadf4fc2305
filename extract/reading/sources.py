"""Read all sources, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from extract.errors import ReadError
from extract.model import Source
from extract.reading.finding import Place, find_sources
from extract.reading.readers import load_reader
from extract.reading.records import Failure, Located, Skipped


def read_sources(paths: Sequence[str | Path]) -> Iterator[Source | Skipped | Failure]:
    """Yield every source at *paths*, and everything left out or failed, in a fixed order.

    Raises:
        ReadError: A path does not exist, a folder is empty or a glob matches nothing.
    """
    yield from read_located(find_sources(paths))


def read_located(places: Sequence[Place]) -> Iterator[Source | Skipped | Failure]:
    """Yield the sources at *places*; a document id that was given before is a failure, not a silent overwrite."""
    seen: dict[str, str] = {}
    for place in places:
        for found in _read(place):
            if isinstance(found, Source) and found.doc in seen:
                taken = f"the id {found.doc!r} is taken by {seen[found.doc]}; give the folder above both"
                yield Failure(found.origin, taken)
                continue
            if isinstance(found, Source):
                seen[found.doc] = found.origin
            yield found


def _read(place: Place) -> Iterator[Source | Skipped | Failure]:
    if not isinstance(place, Located):
        yield place
        return
    try:
        yield from load_reader(place.extension)(place)
    except ReadError as error:
        yield Failure(place.origin, str(error))
