"""Versions of models, chips and products by their names: GPT-4o mini is one of GPT-4o, that one of GPT."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from ontology.homographs import fold

THINGS = frozenset({"Model", "Product", "Chip"})
_OF_ANY = "pro|max|ultra|mini|lite|plus|turbo|nano|flash|air|xl|fold"
_OF_SOFTWARE = (
    "audio|chat|coder?|distill|embedding|exp|fast|haiku|image|instruct|large|long|math|medium|next|omni|opus|preview|"
    "reasoner|reasoning|realtime|small|sonnet|speech|thinking|v|video|vision|vl|voice|zero"
)
_NUMBER = r"[vxr]?\d+(?:\.\d+)*[a-z]{0,2}|a\d+b"
_PART = re.compile(rf"\d+(?:\.\d+)*b?(?![0-9])|(?<![a-z])(?:{_OF_ANY})(?![a-z])")
_RENAMED = frozenset({"premierepro", "adobepremierepro"})  # names of one thing all the same
_LOOSE = re.compile(r"[\s\-‐‑–_·・]+")
_BOUNDARY = re.compile(r"(?<=[^\s\-_.])(?=[\s\-_])|(?<=[^\W\d])(?=\d)|(?<=[\u3400-\u9fff])(?=[a-z])")
_SHORTEST, _TELLING = 2, 4  # characters of a family's name, and of one that tells enough without its maker


def _versions(words: str) -> re.Pattern[str]:
    """Compile what follows a family's name in the name of a version."""
    return re.compile(rf"(?:大?模型)?(?:[\s\-_]*(?:{_NUMBER}|(?:{words})(?![a-z])))+")


_VERSIONS = {"Product": _versions(_OF_ANY)} | dict.fromkeys(("Model", "Chip"), _versions(f"{_OF_ANY}|{_OF_SOFTWARE}"))


class _Entry(Protocol):
    """What is read of a lexicon entry."""

    @property
    def id(self) -> str: ...
    @property
    def type(self) -> str: ...
    @property
    def maker(self) -> str | None: ...
    @property
    def names(self) -> tuple[tuple[str, str], ...]: ...


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


def families(entries: Iterable[_Entry]) -> Mapping[str, str]:
    """Return for each entry that is a version of another one the id of that; of several families the nearest.

    Two things that have two makers are of no family, whatever they are called.
    """
    things = [(entry, [_plain(name) for name, _ in entry.names]) for entry in entries if entry.type in THINGS]
    owners: dict[str, list[_Entry]] = {}
    for entry, names in things:
        for name in names:
            owners.setdefault(name, []).append(entry)
    found = ((entry.id, _family(entry, names, owners)) for entry, names in things)
    return {id_: family for id_, family in found if family}


def _plain(name: str) -> str:
    """Return a name as names are compared: GPT 4 and gpt-4 are one, RTX and RT-X are two."""
    return _LOOSE.sub(" ", fold(name).casefold())


def _family(entry: _Entry, names: Iterable[str], owners: Mapping[str, Sequence[_Entry]]) -> str | None:
    """Return whose name is the longest that a name of this entry begins with, before its version."""
    longest, found = _SHORTEST - 1, None
    for name in names:
        for cut in reversed([match.start() for match in _BOUNDARY.finditer(name)]):
            if cut <= longest or not _VERSIONS[entry.type].fullmatch(name, cut):
                break
            owner = next((each for each in owners.get(name[:cut], ()) if _akin(entry, each, cut)), None)
            if owner is not None:
                longest, found = cut, owner.id
                break
    return found


def _akin(one: _Entry, other: _Entry, size: int) -> bool:
    """Tell whether one may be a version of the other, whose name of *size* characters it begins with."""
    if one.maker is None or other.maker is None:
        return one is not other and size >= _TELLING and one.type == other.type
    return one is not other and one.maker == other.maker
