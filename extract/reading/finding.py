"""Find what to read: files, folders, globs and standard input."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from extract.errors import ReadError
from extract.reading.files import reason
from extract.reading.readers import extension_of, known_extensions
from extract.reading.records import NOTHING_KNOWN, STANDARD_INPUT, Failure, Located, Skipped
from extract.reading.tables import NAMES, Table, read_table

Place = Located | Skipped | Failure


def find_sources(paths: Sequence[str | Path]) -> list[Place]:
    """Return every place to read, and everything left out with its reason.

    Folders are searched to the bottom in sorted order. The same file given twice is read once.

    Raises:
        ReadError: A path does not exist, a folder is empty or a glob matches nothing.
    """
    places = [place for path in paths for place in _places(str(path))]
    kept: dict[str, Place] = {}
    folders: dict[str, str] = {}
    for place in places:
        kept.setdefault(_identity(place, folders), place)
    return list(kept.values())


def _identity(place: Place, folders: dict[str, str]) -> str:
    """Return what tells a place from others: of a file, where it really lies; each folder is resolved once."""
    if not isinstance(place, Located):
        return repr(place)
    path = str(place.path)
    if os.path.islink(path):  # noqa: PTH114 - there may be a million files
        return os.path.realpath(path)
    folder, name = os.path.split(path)
    if folder not in folders:
        folders[folder] = os.path.realpath(folder)
    return os.path.join(folders[folder], name)  # noqa: PTH118


def _places(given: str) -> list[Place]:
    path = Path(given)
    if path == STANDARD_INPUT:
        return [Located(STANDARD_INPUT, "stdin", ".txt")]
    if path.is_dir():
        return _folder(path)
    if path.exists():
        table, failures = _tables(path.parent)
        return [*failures, _file(path, path.name, table)]
    if glob.has_magic(given):
        return _matches(given)
    raise ReadError(f"{given!r} does not exist; give a file, a folder, a glob or - for standard input")


def _folder(folder: Path) -> list[Place]:
    places: list[Place] = []
    if not os.access(folder, os.R_OK | os.X_OK):
        raise ReadError(f"the folder {str(folder)!r} cannot be opened; check its permissions")
    errors: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=errors.append):
        hidden = sorted(name for name in folders if name.startswith("."))
        places += [Skipped(str(Path(parent, name)), "hidden folder") for name in hidden]
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        here = Path(parent)
        table, failures = _tables(here)
        places += failures
        inside = here.relative_to(folder).as_posix()
        prefix = "" if inside == "." else f"{inside}/"
        places += [_file(here / name, prefix + name, table) for name in sorted(names) if name not in NAMES]
    places += [Failure(str(error.filename), f"the folder cannot be read: {reason(error)}") for error in errors]
    if not any(isinstance(place, Located | Failure) for place in places):
        raise ReadError(f"the folder {str(folder)!r} holds nothing to read; endings read are {', '.join(_endings())}")
    return places


def _matches(pattern: str) -> list[Place]:
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob wants the fixed part apart
    if not found:
        raise ReadError(f"nothing matches {pattern!r}; quote the pattern and check the folder")
    base = Path(*_fixed(Path(pattern)))
    places: list[Place] = []
    for path in map(Path, found):
        if path.is_file() and path.name not in NAMES:
            table, failures = _tables(path.parent)
            places += [*failures, _file(path, path.relative_to(base).as_posix(), table)]
    return places


def _fixed(pattern: Path) -> Iterator[str]:
    for part in pattern.parts[:-1]:
        if glob.has_magic(part):
            return
        yield part


def _file(path: Path, doc: str, table: Table) -> Place:
    if path.name.startswith("."):
        return Skipped(str(path), "hidden file")
    if not path.is_file():
        return Skipped(str(path), "no regular file")
    extension = extension_of(path.name)
    if extension is None:
        return Skipped(str(path), f"no reader for {path.suffix or 'a name without ending'}")
    return Located(path, doc, extension, table.get(path.name) or table.get(doc) or NOTHING_KNOWN)


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
