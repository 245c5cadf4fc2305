"""Find what to read: files, folders, globs and standard input."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from pathlib import Path
from typing import TypeAlias

from extract.errors import ReadError
from extract.reading.files import reason
from extract.reading.readers import extension_of, known_extensions
from extract.reading.records import NOTHING_KNOWN, STANDARD_INPUT, Failure, Located, Skipped
from extract.reading.tables import NAMES, Table, read_table

Place = Located | Skipped | Failure

_Entry: TypeAlias = "os.DirEntry[str]"
_Found = tuple[Place, str]
"""A place and where it really lies, links followed; nowhere if it is no file to read."""


def find_sources(paths: Sequence[str | Path]) -> list[Place]:
    """Return every place to read, and everything left out with its reason.

    Folders are searched to the bottom in sorted order. The same file given twice is read once.

    Raises:
        ReadError: A path does not exist, a folder is empty or a glob matches nothing.
    """
    kept: dict[str, Place] = {}
    for path in paths:
        for place, lies in _places(str(path)):
            kept.setdefault(lies or repr(place), place)
    return list(kept.values())


def _places(given: str) -> list[_Found]:
    path = Path(given)
    if path == STANDARD_INPUT:
        return [(Located(STANDARD_INPUT, "stdin", ".txt"), "-")]
    if path.is_dir():
        return _folder(path)
    if path.exists():
        table, failures = _tables(path.parent)
        return [*_nowhere(failures), (_file(path, path.name, table, path.is_file()), os.path.realpath(path))]
    if glob.has_magic(given):
        return _matches(given)
    raise ReadError(f"{given!r} does not exist; give a file, a folder, a glob or - for standard input")


def _nowhere(places: Iterable[Place]) -> list[_Found]:
    """Return places that are no files."""
    return [(place, "") for place in places]


def _folder(folder: Path) -> list[_Found]:
    if not os.access(folder, os.R_OK | os.X_OK):
        raise ReadError(f"the folder {str(folder)!r} cannot be opened; check its permissions")
    found: list[_Found] = []
    errors: list[OSError] = []
    waiting = [(folder, os.path.realpath(folder), "")]
    while waiting:
        here, real, prefix = waiting.pop()
        files, folders, wrong = _inside(here)
        errors += wrong
        found += _nowhere(Skipped(str(here / each.name), "hidden folder") for each in folders if _hidden(each))
        table, failures = _tables(here)
        found += _nowhere(failures)
        found += [_entry(here / each.name, each, f"{prefix}{each.name}", table, real) for each in files]
        below = [each.name for each in folders if not _hidden(each) and not each.is_symlink()]
        waiting += [(here / name, os.path.join(real, name), f"{prefix}{name}/") for name in reversed(below)]  # noqa: PTH118
    found += _nowhere(Failure(str(error.filename), f"the folder cannot be read: {reason(error)}") for error in errors)
    if not any(isinstance(place, Located | Failure) for place, _ in found):
        raise ReadError(f"the folder {str(folder)!r} holds nothing to read; endings read are {', '.join(_endings())}")
    return found


def _inside(folder: Path) -> tuple[list[_Entry], list[_Entry], list[OSError]]:
    """Return what a folder holds, by name: files other than tables, folders, and why it cannot be told."""
    try:
        with os.scandir(folder) as entries:
            known = sorted(entries, key=attrgetter("name"))
    except OSError as error:
        return [], [], [error]
    folders = [each for each in known if _certainly(each.is_dir)]
    names = {each.name for each in folders}
    return [each for each in known if each.name not in names and each.name not in NAMES], folders, []


def _certainly(asked: Callable[[], bool]) -> bool:
    """Return the answer to what a file is, no where the system gives none."""
    try:
        return asked()
    except OSError:
        return False


def _hidden(entry: _Entry) -> bool:
    return entry.name.startswith(".")


def _entry(path: Path, entry: _Entry, doc: str, table: Table, real: str) -> _Found:
    """Return a file of a folder that really lies at *real*."""
    place = _file(path, doc, table, _certainly(entry.is_file))
    if not isinstance(place, Located):
        return place, ""
    return place, os.path.realpath(path) if entry.is_symlink() else f"{real}{os.sep}{entry.name}"


def _matches(pattern: str) -> list[_Found]:
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob wants the fixed part apart
    if not found:
        raise ReadError(f"nothing matches {pattern!r}; quote the pattern and check the folder")
    base = Path(*_fixed(Path(pattern)))
    places: list[_Found] = []
    tables: dict[Path, Table] = {}
    for path in map(Path, found):
        if path.is_file() and path.name not in NAMES:
            if path.parent not in tables:
                tables[path.parent], failures = _tables(path.parent)
                places += _nowhere(failures)
            doc = path.relative_to(base).as_posix()
            places.append((_file(path, doc, tables[path.parent], regular=True), os.path.realpath(path)))
    return places


def _fixed(pattern: Path) -> Iterator[str]:
    for part in pattern.parts[:-1]:
        if glob.has_magic(part):
            return
        yield part


def _file(path: Path, doc: str, table: Table, regular: bool) -> Place:
    name = path.name
    if name.startswith("."):
        return Skipped(str(path), "hidden file")
    if not regular:
        return Skipped(str(path), "no regular file")
    extension = extension_of(name)
    if extension is None:
        return Skipped(str(path), f"no reader for {path.suffix or 'a name without ending'}")
    return Located(path, doc, extension, table.get(name) or table.get(doc) or NOTHING_KNOWN)


def _tables(folder: Path) -> tuple[Table, list[Failure]]:
    table: Table = {}
    failures: list[Failure] = []
    for name in NAMES:
        if (folder / name).is_file():
            rows, wrong = read_table(folder / name)
            table |= rows
            failures += wrong
    return table, failures


def _endings() -> list[str]:
    return sorted(known_extensions())
