"""Which state of the graph queries see: the newest that was built, or what was made of it by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from graph import folder as build
from graph.web.remote import Place


class Standing(Protocol):
    """Where queries find the graph."""

    async def newest(self) -> Place:
        """Return the state that a query is to see."""


class Built:
    """The graph as it was built.

    Args:
        folder: The graph folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def newest(self) -> Place:
        """Return the newest generation."""
        now = build.current(self._folder)
        return Place(f"built {now.number}", now.store, now.in_use)
