"""Which names of one row are of several versions: Pixel 9 and Pixel 9 Pro are two things, 4 and 4.0 are one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ontology.homographs import fold

VERSIONED = frozenset({"Model", "Product", "Chip"})
_PART = re.compile(
    r"\d+(?:\.\d+)*b?(?![0-9])|(?<![a-z])(?:pro|max|ultra|mini|lite|plus|turbo|nano|flash|air|xl|fold)(?![a-z])"
)
_RENAMED = frozenset({"premierepro"})  # names of one thing all the same
_LOOSE = re.compile(r"[\s\-‐‑–_·・]+")


def version_of(name: str) -> tuple[str, tuple[str, ...]]:
    """Return what *name* is without its version, and the version: its numbers, sizes and variants, in order."""
    plain = fold(name).casefold()
    version = tuple(re.sub(r"(?:\.0)+$", "", part) for part in _PART.findall(plain))
    return _LOOSE.sub("", _PART.sub("", plain)), version


def several_versions(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each name, with the first one before it, that differs from it in nothing but the version."""
    seen: dict[str, tuple[str, tuple[str, ...]]] = {}
    for name in names:
        stem, version = version_of(name)
        if _LOOSE.sub("", fold(name).casefold()) in _RENAMED:
            continue
        first, other = seen.setdefault(stem, (name, version))
        if stem and version != other:
            yield name, first
