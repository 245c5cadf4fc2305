"""One worker from the server's side: what it is asked, and how it is ended."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

_PAGE: Final = os.sysconf("SC_PAGE_SIZE")
_TICKS: Final = os.sysconf("SC_CLK_TCK")

Job = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """A state of the graph, as workers open it.

    Args:
        key: What tells it from other states.
        store: The folder of its store.
        hold: The file that those hold who read it.
    """

    key: str
    store: Path
    hold: Path


@dataclass(slots=True, eq=False)
class RemoteWorker:
    """A worker and the line to it.

    Args:
        key: The state of the graph that it has open.
        reader: Where its replies come from.
        writer: Where jobs go.
        pid: Its process, once it has told it.
        before: Seconds of processor time that it had used before its query.
        started: When its query started, in the time of the event loop.
        begun: Whether its query has had its turn, so that the next one may begin.
        slow: Whether its query takes its time; it has given way to others then.
        ended: Whether it has been ended.
        patience: When to look how its query is getting on.
    """

    key: str
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    pid: int = 0
    before: float = 0.0
    started: float = 0.0
    begun: bool = False
    slow: bool = False
    ended: bool = False
    patience: asyncio.TimerHandle | None = None

    def start(self) -> None:
        """Note that a query starts."""
        self.begun, self.started = False, asyncio.get_running_loop().time()
        self.before += self.used()

    def used(self) -> float:
        """Return the seconds of processor time that its query has used, all that passed where the system does not tell.

        On a busy machine a quick query may take long without being slow.
        """
        with suppress(OSError, ValueError):
            fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
            return (int(fields[11]) + int(fields[12])) / _TICKS - self.before
        return self.waited()

    def waited(self) -> float:
        """Return the seconds since its query started."""
        return asyncio.get_running_loop().time() - self.started

    async def ask(self, job: Job) -> Job | None:
        """Send a job and return the reply, ``None`` where the worker died of it."""
        with suppress(ConnectionError):
            self.writer.write(json.dumps(job).encode("ascii") + b"\n")
            await self.writer.drain()
            line = await self.reader.readline()
            return json.loads(line) if line.endswith(b"\n") else None
        return None

    def end(self) -> None:
        """End it, whatever it is doing."""
        self.ended = True
        self.writer.close()
        if self.pid:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

    def taken(self) -> int:
        """Return the bytes that it shares with nobody, 0 where the system does not tell."""
        with suppress(OSError):
            pages = Path(f"/proc/{self.pid}/statm").read_text(encoding="ascii").split()
            return (int(pages[1]) - int(pages[2])) * _PAGE
        return 0

    def give_way(self, nice: int) -> None:
        """Let others have the processor first; the nicer, the more."""
        self.slow = True
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.pid, nice)
