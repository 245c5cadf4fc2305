"""Read all sources, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from extract.errors import ReadError
from extract.model import Source
from extract.reading.finding import Place, find_sources
from extract.reading.readers import holds_one_text, load_reader
from extract.reading.records import Failure, Located, Skipped


def read_sources(paths: Sequence[str | Path]) -> Iterator[Source | Skipped | Failure]:
    """Yield every source at *paths*, and everything left out or failed, in a fixed order.

    Raises:
        ReadError: A path does not exist, a folder is empty or a glob matches nothing.
    """
    for found in read_located(find_sources(paths)):
        assert not isinstance(found, Located)  # without knowing any, all are read
        yield found


def read_located(
    places: Sequence[Place], unchanged: Callable[[Located], bool] = lambda _: False
) -> Iterator[Source | Located | Skipped | Failure]:
    """Yield the sources at *places*; a document id that was given before is a failure, not a silent overwrite.

    Args:
        places: Where to read, and what was left out.
        unchanged: Tells of files that hold one text which of them need not be read; they are yielded as they are.
    """
    seen: dict[str, str] = {}
    for place in places:
        for found in _read(place, unchanged):
            if isinstance(found, (Source, Located)):
                if found.doc in seen:
                    taken = f"the id {found.doc!r} is taken by {seen[found.doc]}; give the folder above both"
                    yield Failure(found.origin, taken)
                    continue
                seen[found.doc] = found.origin
            yield found


def _read(place: Place, unchanged: Callable[[Located], bool]) -> Iterator[Source | Located | Skipped | Failure]:
    if not isinstance(place, Located) or (holds_one_text(place.extension) and unchanged(place)):
        yield place
        return
    try:
        yield from load_reader(place.extension)(place)
    except ReadError as error:
        yield Failure(place.origin, str(error))
