"""Join the names of one article that mean one entity, and give each its class."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from .candidates import Candidate
from .classing import class_of, listed, votes_of
from .fields import is_topic
from .joining import joined
from .lookup import Lookup
from .resolution import Groups, node
from .words import pattern, words

_CODE = re.compile(r"[A-Z]{1,3}-?\d{1,4}[A-Za-z]{0,2}")
_BRACKETED = re.compile(r"[（(].+[）)]")
_NEAR = 8  # characters between neighbours
_NEEDED = {"shape-common": 2, "shape-acronym": 2}  # points without which such a shape is no name


def grouped(folded: str, chosen: Sequence[Candidate], lookup: Lookup) -> tuple[Groups, list[str]]:
    """Return which names are one, and the class of each candidate (empty: none, to be dropped)."""
    groups = joined(folded, chosen, lookup)
    keys = [groups.find(node(candidate, folded)) for candidate in chosen]
    members: dict[str, list[Candidate]] = {}
    for key, candidate in zip(keys, chosen, strict=True):
        members.setdefault(key, []).append(candidate)
    types = {key: _known(folded, key, group, lookup) for key, group in members.items() if key.startswith("=")}
    unknown = {key: (group, votes_of(folded, group)) for key, group in members.items() if not key.startswith("=")}
    pairs = list(_pairs(folded, chosen, keys)) if unknown else []
    glosses = {key for key, (group, _) in unknown.items() if all(_spelt_out(folded, c) for c in group)}
    for _ in range(2):  # the second time, unknown neighbours have a class too
        beside = _neighbours(pairs, types)
        for key, (group, own) in unknown.items():
            if not types.get(key):
                types[key] = "" if key in glosses else _class(group, own, beside.get(key))
    makers = frozenset(_makers(folded, members, types))
    types = {key: types[key] or _default(folded, group, makers) for key, group in members.items()}
    return groups, [types[key] for key in keys]


def _makers(folded: str, members: Mapping[str, Sequence[Candidate]], types: Mapping[str, str]) -> Iterator[str]:
    """Yield the first words of companies in Latin letters: GFI of GFI Software, whose GFI ClearView is a product."""
    for key, group in members.items():
        if types.get(key) == "Company" or (not types.get(key) and group[0].rule == "shape-word"):
            yield from (folded[c.start : c.end].partition(" ")[0] for c in group if folded[c.start].isascii())


def _pairs(folded: str, chosen: Sequence[Candidate], keys: Sequence[str]) -> Iterator[tuple[str, str, bool]]:
    """Yield names that stand side by side, not both known: in a list (true), or the second as if of the first."""
    for (a, left), (b, right) in pairwise(zip(chosen, keys, strict=True)):
        if b.start - a.end <= _NEAR and (a.entry is None or b.entry is None):
            if listed(folded, a, b):
                yield left, right, True
            elif pattern("owned").fullmatch(folded, a.end, b.start):
                yield left, right, False


def _neighbours(pairs: Iterable[tuple[str, str, bool]], types: Mapping[str, str]) -> dict[str, Counter[str]]:
    """Count, name by name, what stands beside it: other members of a list, the maker that it belongs to.

    Args:
        pairs: The names that stand side by side.
        types: The classes that are known by now.
    """
    votes: dict[str, Counter[str]] = {}
    for left, right, in_list in pairs:
        type_left, type_right = types.get(left, ""), types.get(right, "")
        if in_list and type_right and not type_left:
            votes.setdefault(left, Counter())[type_right] += 2
        elif type_left and not type_right and (in_list or type_left == "Company"):
            votes.setdefault(right, Counter())[type_left if in_list else "Product"] += 2
    return votes


def _known(folded: str, key: str, group: Sequence[Candidate], lookup: Lookup) -> str:
    """Return the class of a known entity; empty for a technology named only in passing."""
    known = lookup.entry(key[1:]).type
    return "" if known == "Technology" and not is_topic(folded, group) else known


def _class(group: Sequence[Candidate], own: Counter[str], beside: Counter[str] | None) -> str:
    """Return the class of an unknown name, empty where too little speaks for one."""
    type_, points = class_of(own, beside)
    needed = min(_NEEDED.get(c.rule, 0) for c in group)
    return type_ if points >= needed else ""


def _gloss(folded: str, candidate: Candidate) -> bool:
    """Tell whether a single Latin word in brackets only says a Chinese word in English: 安装期（Installation）."""
    return candidate.rule == "shape-word" and _bracketed(folded, candidate)


def _bracketed(folded: str, candidate: Candidate) -> bool:
    return _BRACKETED.fullmatch(folded, max(0, candidate.start - 1), candidate.end + 1) is not None


def _spelt_out(folded: str, candidate: Candidate) -> bool:
    """Tell whether an acronym only shortens the Chinese words before it, which are no name: 电子病历（EMR）."""
    before = folded[candidate.start - 2 : candidate.start - 1]
    return candidate.rule in ("shape-acronym", "shape-word") and before >= "\u4e00" and _bracketed(folded, candidate)


def _default(folded: str, group: Sequence[Candidate], makers: frozenset[str]) -> str:
    """Return the class of a name that no word speaks for, by its form and the *makers*; empty where it is no name."""
    if any(c.entry for c in group) or all(c.rule in _NEEDED or _gloss(folded, c) for c in group):
        return ""
    name = folded[group[0].start : group[0].end]
    if group[0].rule != "shape":
        return group[0].type or ("Person" if name.lower() in words("given") else "Company")
    if any(c.isdigit() for c in name):
        return "Chip" if _CODE.fullmatch(name) else "Model"
    return "Company" if " " in name and name.partition(" ")[0] not in makers else "Product"
