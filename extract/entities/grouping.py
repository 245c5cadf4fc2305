"""Join the names of one article that mean one entity, and give each its class."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from .candidates import Candidate
from .classing import class_of, listed, votes_of
from .fields import is_topic
from .joining import joined
from .lookup import Lookup
from .resolution import Groups, node
from .words import pattern

_CODE = re.compile(r"[A-Z]{1,3}-?\d{1,4}[A-Za-z]{0,2}")
_NEAR = 8  # characters between neighbours
_NEEDED = {"shape-common": 2, "shape-acronym": 2}  # points without which such a shape is no name


def grouped(folded: str, chosen: Sequence[Candidate], lookup: Lookup) -> tuple[Groups, dict[str, str]]:
    """Return which names are one, and the class of each group (empty: none, to be dropped)."""
    groups = joined(folded, chosen, lookup)
    members: dict[str, list[Candidate]] = {}
    for candidate in chosen:
        members.setdefault(groups.find(node(candidate, folded)), []).append(candidate)
    types = {key: _known(folded, key, group, lookup) for key, group in members.items() if key.startswith("=")}
    unknown = {key: (group, votes_of(folded, group)) for key, group in members.items() if not key.startswith("=")}
    for _ in range(2):  # the second time, unknown neighbours have a class too
        beside = _neighbours(folded, chosen, groups, types)
        for key, (group, own) in unknown.items():
            if not types.get(key):
                types[key] = _class(group, own, beside.get(key))
    makers = _makers(folded, chosen, groups, types)
    return groups, {key: types[key] or _default(folded, group, makers) for key, group in members.items()}


def _makers(folded: str, chosen: Sequence[Candidate], groups: Groups, types: Mapping[str, str]) -> frozenset[str]:
    """Return the first words of companies in Latin letters: GFI of GFI Software, whose GFI ClearView is a product."""
    latin = (c for c in chosen if folded[c.start].isascii())
    companies = (c for c in latin if types.get(groups.find(node(c, folded))) == "Company")
    return frozenset(folded[c.start : c.end].partition(" ")[0] for c in companies)


def _neighbours(
    folded: str, chosen: Sequence[Candidate], groups: Groups, types: Mapping[str, str]
) -> dict[str, Counter[str]]:
    """Count, name by name, what stands beside it: other members of a list, the maker that it belongs to.

    Args:
        folded: The folded text.
        chosen: The candidates.
        groups: Which names are one.
        types: The classes that are known by now.
    """
    votes: dict[str, Counter[str]] = {}
    for a, b in pairwise(chosen):
        if b.start - a.end > _NEAR or (a.entry is not None and b.entry is not None):
            continue
        left, right = (groups.find(node(c, folded)) for c in (a, b))
        type_left, type_right = types.get(left, ""), types.get(right, "")
        if listed(folded, a, b):
            if type_left and not type_right:
                votes.setdefault(right, Counter())[type_left] += 2
            elif type_right and not type_left:
                votes.setdefault(left, Counter())[type_right] += 2
        elif type_left == "Company" and not type_right and pattern("owned").fullmatch(folded, a.end, b.start):
            votes.setdefault(right, Counter())["Product"] += 2
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
    if candidate.rule != "shape-word" or not candidate.start:
        return False
    return folded[candidate.start - 1] in "（(" and folded[candidate.end : candidate.end + 1] in ("）", ")")


def _default(folded: str, group: Sequence[Candidate], makers: frozenset[str]) -> str:
    """Return the class of a name that no word speaks for, by its form and the *makers*; empty where it is no name."""
    if any(c.entry for c in group) or all(c.rule in _NEEDED or _gloss(folded, c) for c in group):
        return ""
    name = folded[group[0].start : group[0].end]
    if group[0].rule != "shape":
        return group[0].type or "Company"
    if any(c.isdigit() for c in name):
        return "Chip" if _CODE.fullmatch(name) else "Model"
    return "Company" if " " in name and name.partition(" ")[0] not in makers else "Product"
