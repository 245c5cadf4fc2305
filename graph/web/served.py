"""The graph that a server shows: always the newest state of its folder."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph import folder as place
from graph.knowledge import KnowledgeGraph


@dataclass(slots=True)
class _Opened:
    """An open graph and how many read it."""

    graph: KnowledgeGraph
    generation: int
    readers: int = 0


class Served:
    """A graph folder for many threads at once; a build or a correction beside it shows in the next request.

    Args:
        folder: The graph folder.

    Raises:
        GraphError: When there is no graph in it.
    """

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        self._lock = threading.Lock()
        self._newest: _Opened | None = None
        place.current(self.folder)

    @contextmanager
    def reading(self) -> Iterator[KnowledgeGraph]:
        """Give the open graph; every reader of one generation gets the same object.

        What is worked out once for a generation can so be kept by the object, in a ``WeakKeyDictionary``.
        """
        opened = self._enter()
        try:
            yield opened.graph
        finally:
            self._leave(opened)

    def close(self) -> None:
        """Let go of the folder, once those who read have finished."""
        with self._lock:
            self._retire()

    def _enter(self) -> _Opened:
        """Return the newest generation, opened, with one reader more."""
        number = place.current(self.folder).number
        with self._lock:
            if self._newest is None or self._newest.generation != number:
                graph = KnowledgeGraph.open(self.folder)
                self._retire()
                self._newest = _Opened(graph, number)
            self._newest.readers += 1
            return self._newest

    def _leave(self, opened: _Opened) -> None:
        with self._lock:
            opened.readers -= 1
            if opened is not self._newest and not opened.readers:
                opened.graph.close()

    def _retire(self) -> None:
        """Give no more readers to the generation that was the newest; the last one closes it."""
        before, self._newest = self._newest, None
        if before is not None and not before.readers:
            before.graph.close()
