"""Check and sort lexicon files: the shipped folder, another one, or a file of a person's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from ontology.errors import DomainError
from ontology.homographs import HOMOGRAPHS, Homograph, load_homographs
from ontology.lexicon import COLUMNS, GENERIC, Lexicon, check_lexicon, load_lexicon, name_key


def lexicon_files(path: Path) -> tuple[Path, ...]:
    """Return the files that *path* means: itself, or the ``*.tsv`` files of a folder.

    Raises:
        DomainError: When there is none.
    """
    if path.is_file():
        return (path,)
    found = tuple(sorted(path.glob("*.tsv"))) if path.is_dir() else ()
    if not found:
        raise DomainError(f"{path}: is no lexicon: a TSV file, or a folder of *.tsv files")
    return found


def check_own(paths: Sequence[Path], shipped: Path, homographs: Iterable[Homograph] = ()) -> list[str]:
    """Return every problem of files of a person's own, each with its line; empty where all is well.

    Args:
        paths: The files.
        shipped: The folder of the lexicon that they add to, with the homographs file beside it.
        homographs: More rows that say whose a name is.
    """
    try:
        merged = load_lexicon(shipped, paths)
    except DomainError as error:
        return str(error).splitlines()[1:] or [str(error)]
    beside = shipped.parent / HOMOGRAPHS
    known = [*homographs, *(load_homographs(beside).values() if beside.exists() else ())]
    resolved = {name_key(row.name) for row in known}
    problems: list[str] = []
    for path in paths:
        rows = list(_rows(path))
        problems += [*_unsorted(path, rows), *_generic(path, rows, merged), *_shared(path, rows, merged, resolved)]
    return problems


def check(path: Path, shipped: Path) -> list[str]:
    """Return every problem of a folder, by itself, or of a file, as an addition to the *shipped* folder."""
    return check_own((path,), shipped) if path.is_file() else check_lexicon(path)


def sort_file(path: Path) -> bool:
    """Sort the rows of a file by id, with no blank lines and one newline at the end; tell whether that changed it.

    Raises:
        DomainError: When it is not UTF-8 or has another header, and so may be anything.
    """
    try:
        before = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise DomainError(f"{path}: is not UTF-8 (byte {error.start})") from error
    header, *rows = before.replace("\r\n", "\n").split("\n")
    if tuple(header.split("\t")) != COLUMNS:
        raise DomainError(f"{path}:1: is not sorted, for its header is not {' '.join(COLUMNS)} (parted by tabs)")
    kept = sorted((row for row in rows if row.strip()), key=lambda row: row.partition("\t")[0])
    after = "\n".join([header, *kept]) + "\n"
    if after == before:
        return False
    new = path.with_name(path.name + ".new")
    new.write_bytes(after.encode("utf-8"))
    new.replace(path)
    return True


def _rows(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line number and id of every row."""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if number > 1 and line:
            yield number, line.partition("\t")[0]


def _unsorted(path: Path, rows: Sequence[tuple[int, str]]) -> list[str]:
    return [
        f"{path}:{number}: id {id_!r} must stand before {above!r}; rows are sorted by id"
        for (_, above), (number, id_) in pairwise(rows)
        if above > id_
    ]


def _generic(path: Path, rows: Sequence[tuple[int, str]], merged: Lexicon) -> list[str]:
    return [
        f"{path}:{number}: {name!r} is a generic word and may not be a name"
        for number, id_ in rows
        for name in dict.fromkeys(name for name, _ in merged.entries[id_].names)
        if name_key(name) in GENERIC
    ]


def _shared(path: Path, rows: Sequence[tuple[int, str]], merged: Lexicon, resolved: set[str]) -> list[str]:
    """Return the names of the file's entities that other entities have, too."""
    owners: dict[str, dict[str, str]] = {}
    for entry in merged.entries.values():
        for name, _ in entry.names:
            owners.setdefault(name_key(name), {}).setdefault(entry.id, name)
    return [
        f"{path}:{number}: name {owners[key][id_]!r} of {id_!r} is also a name of {other!r}; remove one"
        for number, id_ in rows
        for key in dict.fromkeys(name_key(name) for name, _ in merged.entries[id_].names)
        if key not in resolved
        for other in owners[key]
        if other != id_
    ]
