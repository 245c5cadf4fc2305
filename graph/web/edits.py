"""What people change over HTTP: a copy of the graph beside what was built, which builds neither see nor damage.

::

    edits/lock             held by the one server that may write
    edits/edits.json       which copy is current, and which generation of the graph it was made from
    edits/base-7/store     the graph as it was built, generation 7
    edits/12/store         ... and as it is after the last change

A change copies the current state (mostly links), changes the copy, and makes it the current one by renaming one
file: killed at any moment, the state is the old one or the new one, and readers never look at what is being written.
When the graph is built anew, what differs from the former build, quad for quad, is carried over to the new one.
"""

from __future__ import annotations

import asyncio
import fcntl
import json
import logging
import os
import shutil
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from graph import folder as build
from graph.errors import FormatError, LockedError
from graph.web.problems import Problem
from graph.web.remote import Job, Place
from graph.web.workers import STOPPING, Workers

EDITS: Final = "edits"
_MANIFEST: Final = "edits.json"
_PATIENCE: Final = 3600.0  # seconds that carrying changes over may take

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _State:
    """Which copy is current.

    Args:
        generation: The generation of the graph that it was made from.
        number: Its number.
    """

    generation: int
    number: int


class Edits:
    """The graph with what people changed.

    Args:
        folder: The graph folder.
        workers: Who carries changes out.

    Raises:
        LockedError: When another server may write.
    """

    def __init__(self, folder: Path, workers: Workers) -> None:
        self._folder, self._edits, self._workers = folder, folder / EDITS, workers
        self._edits.mkdir(exist_ok=True)
        self._lock = self._locked()
        self._writing = asyncio.Lock()
        self._catching_up: asyncio.Task[None] | None = None
        self._state = self._read()
        self._sweep()

    def close(self) -> None:
        """Let go of the right to write."""
        if self._catching_up is not None:
            self._catching_up.cancel()
        self._sweep()
        os.close(self._lock)

    async def newest(self) -> Place:
        """Return the state with the last change; of a new build as soon as the changes have been carried over to it."""
        now = build.current(self._folder)
        if self._state is None:
            return Place(f"built {now.number}", now.store, now.in_use)
        if self._state.generation != now.number and (self._catching_up is None or self._catching_up.done()):
            self._catching_up = asyncio.create_task(self._catch_up())
        return self._place(self._state.number)

    async def change(self, job: Job) -> Job:
        """Carry a change out and return what it came to.

        Raises:
            Problem: When it takes too long or too much memory; nothing has changed then.
        """
        async with self._writing:
            await self._rebase()
            place, now = await self.newest(), build.current(self._folder)
            job = {**job, "keep": None if self._state else str(self._base(now.number))}
            return await self._advanced(place, job, now.number)

    async def _catch_up(self) -> None:
        try:
            async with self._writing:
                await self._rebase()
        except Problem as problem:
            if problem.title == STOPPING:
                _log.info("%s: what was changed by hand is carried over at the next start", self._folder)
                return
            _log.error("%s: what was changed by hand cannot be carried over: %s", self._folder, problem.detail)

    async def _rebase(self) -> None:
        """Carry what was changed over to the newest build."""
        with build.reading(self._folder) as now:
            if self._state is None or self._state.generation == now.number:
                return
            base = self._base(self._state.generation)
            place = Place(base.name, base / "store", base / "in-use")
            job = {
                "do": "rebase",
                "mine": str(self._place(self._state.number).store),
                "theirs": str(now.store),
                "keep": str(self._base(now.number)),
            }
            told = await self._advanced(place, job, now.number)
            self._workers.forget(place.key)
            _log.info("%s: carried over %s added and %s removed quads", self._folder, told["added"], told["removed"])

    async def _advanced(self, place: Place, job: Job, generation: int) -> Job:
        """Make the next state and then the current one, or leave everything as it is."""
        new = _State(generation, (self._state.number if self._state else 0) + 1)
        made = [self._edits / str(new.number), *([Path(job["keep"])] if job["keep"] else [])]
        for path in made:
            shutil.rmtree(path, ignore_errors=True)
        seconds = {"seconds": _PATIENCE} if job["do"] == "rebase" else {}
        told: Job = {"error": "cancelled"}
        try:
            told = await self._workers.run(place, {**job, "into": str(made[0])}, **seconds)
        finally:
            if not told.keys().isdisjoint({"error", "syntax"}):
                for path in made:
                    shutil.rmtree(path, ignore_errors=True)
        if told.keys().isdisjoint({"error", "syntax"}):
            self._write(new)
            self._workers.forget(place.key)
            self._sweep()
        return told

    # --- files ---

    def _place(self, number: int) -> Place:
        path = self._edits / str(number)
        return Place(f"edited {number}", path / "store", path / "in-use")

    def _base(self, generation: int) -> Path:
        return self._edits / f"base-{generation}"

    def _locked(self) -> int:
        handle = os.open(self._edits / "lock", os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            raise LockedError(f"{self._folder}: another server takes changes of it already; stop that first") from None
        return handle

    def _read(self) -> _State | None:
        path = self._edits / _MANIFEST
        try:
            body: Any = json.loads(path.read_text(encoding="utf-8"))
            return _State(int(body["generation"]), int(body["number"]))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise FormatError(
                f"{path}: cannot be read ({error}); remove the folder to do without the changes"
            ) from error

    def _write(self, state: _State) -> None:
        """Make a state the current one, for good."""
        new = self._edits / f"{_MANIFEST}.new"
        with new.open("w", encoding="utf-8") as out:
            out.write(json.dumps(asdict(state)) + "\n")
            out.flush()
            os.fsync(out.fileno())
        new.replace(self._edits / _MANIFEST)
        handle = os.open(self._edits, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
        self._state = state

    def _sweep(self) -> None:
        """Remove what is not current and what nobody reads."""
        wanted = {str(self._state.number), self._base(self._state.generation).name} if self._state else set()
        for path in self._edits.iterdir():
            if path.is_dir() and path.name not in wanted and not _in_use(path / "in-use"):
                shutil.rmtree(path, ignore_errors=True)


def _in_use(path: Path) -> bool:
    """Whether somebody holds a file."""
    with suppress(FileNotFoundError):
        handle = os.open(path, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(handle)
    return False
