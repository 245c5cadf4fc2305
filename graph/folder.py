"""The graph folder: generations side by side, one of them current, switched by renaming one file.

::

    zhitu.json                 what this folder is, its format, and which generation is current
    lock                       held by the one process that writes
    generations/7/store/       the quads (Oxigraph)
    generations/7/ledger       which documents are in and what they add to the facts (SQLite)
    generations/7/in-use       held, shared, by everybody who reads this generation
    corrections.jsonl          what a person corrected; may be edited by hand
    generations/7/corrections.jsonl  ... and what of it this generation shows
    records/ab/abcd….z         what was read from one document, named by its content; generations share them

A build prepares a new generation and then replaces ``zhitu.json``: killed at any moment,
the graph is the old one or the new one. What a killed build leaves behind, and old
generations that nobody reads any more, the next build clears away. The locks are the
kernel's (``flock``): they end with their process, so none is ever stale.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from graph.errors import FormatError, GraphError, LockedError, NoGraphError
from graph.ledger import Ledger
from graph.record import Record, compress, decode, decompress

KIND: Final = "zhitu graph"
FORMAT: Final = 2
"""Raised when an earlier version could no longer change a graph rightly: 2 keeps which documents are alike."""

RULES: Final = 2
"""By which rules a generation follows from its records; raised when they change, so that it is done anew."""

_MANIFEST: Final = "zhitu.json"
_MANIFEST_DRAFT: Final = "zhitu.json.new"
_LOCK: Final = "lock"
_GENERATIONS: Final = "generations"
_RECORDS: Final = "records"
CORRECTIONS: Final = "corrections.jsonl"
CORRECTIONS_BEFORE: Final = "corrections.before.jsonl"
_OURS: Final = {_MANIFEST, _MANIFEST_DRAFT, _LOCK, _GENERATIONS, _RECORDS, CORRECTIONS, CORRECTIONS_BEFORE}
_ATTEMPTS: Final = 100


@dataclass(frozen=True, slots=True)
class Generation:
    """One state of the graph.

    Args:
        number: Which one, counting up.
        path: Its folder.
        quads: How many quads it holds.
        documents: How many documents.
        rules: By which rules it follows from its records.
        built: When it was made, in UTC; beside the graph and never in it, so that the same input gives the same bytes.
        version: The version of zhitu that made it.
    """

    number: int
    path: Path
    quads: int = 0
    documents: int = 0
    rules: int = RULES
    built: str = ""
    version: str = ""

    @property
    def outdated(self) -> bool:
        """Whether it was made by other rules than ours."""
        return self.rules != RULES

    @property
    def store(self) -> Path:
        """The folder of the store."""
        return self.path / "store"

    @property
    def ledger(self) -> Path:
        """The ledger's file."""
        return self.path / "ledger"

    @property
    def corrections(self) -> Path:
        """The file of the corrections that it shows."""
        return self.path / CORRECTIONS

    @property
    def in_use(self) -> Path:
        """The file that readers hold."""
        return self.path / "in-use"


def current(folder: Path) -> Generation:
    """Return the current generation of the graph in *folder*.

    Raises:
        NoGraphError: When there is no graph.
        FormatError: When a newer version wrote it, or the manifest is damaged.
    """
    manifest = _manifest(folder)
    if manifest is None:
        raise NoGraphError(_why_no_graph(folder))
    return manifest


@contextmanager
def reading(folder: Path) -> Iterator[Generation]:
    """Hold the current generation, so that no build removes it while it is read."""
    for _ in range(_ATTEMPTS):
        generation = current(folder)
        held = _hold(generation.in_use, fcntl.LOCK_SH)
        if held is None:
            continue  # a build has just moved on; there is a newer generation
        try:
            yield generation
        finally:
            os.close(held)
        return
    raise GraphError(f"{folder}: its current generation cannot be opened; the graph folder is damaged, build it anew")


@contextmanager
def writing(folder: Path) -> Iterator[Generation | None]:
    """Hold the right to write, and give the current generation (``None`` in a new folder).

    The folder is made where it is missing. What killed builds left behind is cleared away: their generations
    before, records that nobody needs afterwards.

    Raises:
        LockedError: When another process writes.
        NoGraphError: When the folder holds something else.
        FormatError: When a newer version wrote it.
    """
    _check_ours(folder)
    folder.mkdir(parents=True, exist_ok=True)
    lock = _lock(folder)
    try:
        _clear(folder)
        yield _manifest(folder)
    finally:
        _sweep(folder)
        os.ftruncate(lock, 0)
        os.close(lock)


@contextmanager
def drafting(folder: Path) -> Iterator[Generation]:
    """Give an empty new generation; it is gone again unless :func:`commit` made it the current one."""
    numbers = [int(path.name) for path in _generations(folder)]
    number = max(numbers, default=0) + 1
    draft = Generation(number, folder / _GENERATIONS / str(number))
    draft.path.mkdir(parents=True)
    try:
        yield draft
    except BaseException:
        shutil.rmtree(draft.path, ignore_errors=True)
        raise


def commit(folder: Path, draft: Generation) -> None:
    """Make *draft* the current generation: one rename, before which nothing and after which all of it counts."""
    draft.in_use.touch()
    for path in (draft.ledger, draft.corrections, draft.path, draft.path.parent):
        if path.exists():
            _to_disk(path)
    body = {
        "kind": KIND,
        "format": FORMAT,
        "generation": draft.number,
        "quads": draft.quads,
        "documents": draft.documents,
        "rules": RULES,
        "built": datetime.now(UTC).isoformat(timespec="seconds"),
        "version": version("zhitu"),
    }
    new = folder / _MANIFEST_DRAFT
    new.write_text(json.dumps(body, indent=2) + "\n", encoding="utf-8")
    _to_disk(new)
    new.replace(folder / _MANIFEST)
    _to_disk(folder)


# --- records -------------------------------------------------------------------


def write_record(folder: Path, data: bytes) -> str:
    """Keep an encoded record; return its name."""
    name = hashlib.sha256(data).hexdigest()[:40]
    path = _record_path(folder, name)
    if not os.path.exists(path):  # noqa: PTH110 - there may be a million
        new = path.with_name(f"{name}.new")
        packed = compress(data)
        try:
            _write(new, packed)
        except FileNotFoundError:  # the first one of its folder
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(new, packed)
        os.replace(new, path)  # noqa: PTH105
    return name


def _write(path: Path, data: bytes) -> None:
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(data)


def read_record(folder: Path, name: str) -> Record:
    """Return the record with the name *name*.

    Raises:
        FormatError: When it is missing or damaged.
    """
    path = _record_path(folder, name)
    try:
        return decode(decompress(path.read_bytes()))
    except (OSError, zlib.error, ValueError, KeyError, TypeError) as error:
        raise FormatError(f"{path}: cannot be read ({error}); the graph folder is damaged, build it anew") from error


def _record_path(folder: Path, name: str) -> Path:
    return folder / _RECORDS / name[:2] / f"{name}.z"


# --- what a folder is ----------------------------------------------------------


def _manifest(folder: Path) -> Generation | None:
    """Return what the manifest says, ``None`` where there is none."""
    path = folder / _MANIFEST
    try:
        body: Any = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise FormatError(f"{path}: cannot be read ({error})") from error
    if not isinstance(body, dict) or body.get("kind") != KIND:
        raise FormatError(f"{path}: does not describe a zhitu graph")
    if not isinstance(body.get("format"), int) or body["format"] > FORMAT:
        raise FormatError(
            f"{folder}: written in format {body.get('format')}, this version reads up to {FORMAT}; use a newer zhitu"
        )
    try:
        number, quads, documents = (int(body[key]) for key in ("generation", "quads", "documents"))
        rules, made = int(body.get("rules", 0)), (str(body.get("built", "")), str(body.get("version", "")))
    except (KeyError, TypeError, ValueError) as error:
        raise FormatError(f"{path}: damaged ({error!r})") from error
    return Generation(number, folder / _GENERATIONS / str(number), quads, documents, rules, *made)


def _why_no_graph(folder: Path) -> str:
    if not folder.exists():
        return f"{folder}: there is no such folder; build a graph first: zhitu build SOURCE... -g {folder}"
    if not folder.is_dir():
        return f"{folder}: is a file, a graph is kept in a folder"
    if {path.name for path in folder.iterdir()} <= _OURS:
        return f"{folder}: no graph has been built here yet; build one: zhitu build SOURCE... -g {folder}"
    return f"{folder}: is not a graph folder (it has no {_MANIFEST})"


def _check_ours(folder: Path) -> None:
    """Refuse a folder that holds something else: a graph goes into a new, an empty or a graph folder."""
    if folder.exists() and not folder.is_dir():
        raise NoGraphError(_why_no_graph(folder))
    if folder.is_dir() and _manifest(folder) is None and not {path.name for path in folder.iterdir()} <= _OURS:
        raise NoGraphError(f"{_why_no_graph(folder)} and is not empty; give a new or an empty folder")


# --- locks and clearing up -----------------------------------------------------


def _lock(folder: Path) -> int:
    """Take the right to write; the file tells others who has it."""
    handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.read(handle, 32).decode("ascii", "replace").strip() or "unknown"
        os.close(handle)
        raise LockedError(
            f"{folder}: another process (pid {holder}) is building this graph; wait for it to end, or stop it"
        ) from None
    os.ftruncate(handle, 0)
    os.write(handle, f"{os.getpid()}\n".encode("ascii"))
    return handle


def _hold(path: Path, kind: int) -> int | None:
    """Lock *path* without waiting; return the handle, or ``None`` where it is locked otherwise or gone."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return None
    if not path.exists():  # it was removed between opening and locking
        os.close(handle)
        return None
    return handle


def _clear(folder: Path) -> list[Path]:
    """Clear away generations that are neither current nor read; return the rest."""
    now = _manifest(folder)
    return [path for path in _generations(folder) if not _removed(path, now)]


def _sweep(folder: Path) -> None:
    """Clear away what :func:`_clear` does, and records that no generation needs any more."""
    needed: set[str] = set()
    for path in _clear(folder):
        try:
            ledger = Ledger(path / "ledger")
        except FormatError:
            return  # nobody can tell which records a damaged generation needs
        needed.update(ledger.records())
        ledger.close()
    for file in _record_files(folder):
        name, ending = os.path.splitext(file.name)  # noqa: PTH122 - there may be a million
        if ending != ".z" or name not in needed:
            os.unlink(file)  # noqa: PTH108


def _record_files(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Yield all that lies among the records."""
    for part in (folder / _RECORDS).glob("*"):
        with os.scandir(part) as inside:
            yield from list(inside)


def _removed(path: Path, now: Generation | None) -> bool:
    """Remove the generation at *path* unless it is current or somebody reads it; tell whether it is gone."""
    if now is not None and path.name == str(now.number):
        return False
    in_use = path / "in-use"
    held = _hold(in_use, fcntl.LOCK_EX)
    if held is None and in_use.exists():
        return False
    in_use.unlink(missing_ok=True)  # first: from here on nobody can begin to read it
    shutil.rmtree(path)
    if held is not None:
        os.close(held)
    return True


def _generations(folder: Path) -> list[Path]:
    """Return the folders of all generations, oldest first."""
    paths = [path for path in (folder / _GENERATIONS).glob("*") if path.name.isdecimal()]
    return sorted(paths, key=lambda path: int(path.name))


def _to_disk(path: Path) -> None:
    """Make sure that *path* survives a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
