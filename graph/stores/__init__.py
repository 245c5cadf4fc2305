"""Where quads are kept: one protocol, one contract suite, a table of implementations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from graph.stores.base import Store
from graph.stores.oxigraph import OxigraphStore, in_memory, on_disk, read_only

__all__ = ["STORES", "OxigraphStore", "Store", "in_memory", "on_disk", "read_only"]

STORES: Final[Mapping[str, Callable[[Path], Store]]] = MappingProxyType(
    {"disk": on_disk, "memory": lambda _folder: in_memory()}
)
"""Kinds of writable store and what opens one, given a folder; the contract suite runs over all of them."""
