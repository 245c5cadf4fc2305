"""Join the names of one article that mean one entity, rule by rule: what the text says first, then forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from .candidates import Candidate, name_key
from .classing import class_of, votes_of
from .legal import abridged_firms, incorporated, legal
from .likeness import (
    abbreviated,
    abridged,
    addressed,
    coded,
    initialled,
    made,
    misspellings,
    released,
    states,
    surfaces,
    surnamed,
)
from .lookup import Lookup
from .resolution import Groups, bracketed, compatible, dated, node, renamed, shortened, tailed
from .words import pattern

_BODIES = ("Company", "Organization", "Government")
_NEAR = 12  # characters between two names that are told apart


def joined(folded: str, chosen: Sequence[Candidate], lookup: Lookup) -> Groups:
    """Return which names are one, by what the text says and by their forms."""
    groups = Groups()
    for a, b in bracketed(folded, chosen):
        if compatible(a.type, b.type):
            groups.join(node(b, folded), node(a, folded))
    for a, b in renamed(folded, chosen):
        same_kind = compatible(a.type, b.type)
        if same_kind or "Person" not in (a.type, b.type):  # 林远（现云川CTO） is no company
            groups.join(node(b, folded), node(a, folded), stated=same_kind)
    for same in dated(chosen, lambda c: _names(folded, c, lookup)):
        for candidate in same[1:]:
            groups.join(node(candidate, folded), node(same[0], folded), stated=True)
    for place, state in states(folded, chosen, lookup):
        groups.join(place, state, stated=True)
    bodies = {groups.find(node(c, folded)) for c in chosen if c.type in _BODIES}
    called = {key for c in chosen if c.entry is None and groups.find(key := node(c, folded)) in bodies}
    apart = set(_apart(folded, chosen))
    for name, other in _by_form(folded, chosen, lookup, called):
        if frozenset((name, other)) not in apart:
            groups.join(name, other)
    return groups


def _apart(folded: str, chosen: Sequence[Candidate]) -> Iterator[frozenset[str]]:
    """Yield group keys of firms that the text names side by side, so that they are two: Halmor与Halmor Capital."""
    for a, b in pairwise(chosen):
        firms = compatible(a.type, "Company") and compatible(b.type, "Company")
        if firms and b.start - a.end <= _NEAR and pattern("apart").fullmatch(folded, a.end, b.start):
            yield frozenset((node(a, folded), node(b, folded)))


def _by_form(
    folded: str, chosen: Sequence[Candidate], lookup: Lookup, bodies: AbstractSet[str]
) -> Iterator[tuple[str, str]]:
    """Yield group keys of a name and of another one that its form points at; *bodies* name firms and the like."""
    yield from legal(folded, chosen, lookup)
    yield from abridged_firms(folded, chosen, lookup)
    yield from incorporated(folded, chosen)
    yield from tailed(folded, chosen)
    names = surfaces(folded, chosen)
    yield from abbreviated(folded, names)
    shorts = shortened(folded, chosen, lambda c: [name.text for name in lookup.names(str(c.entry))])
    makers = _maker_names(folded, chosen, shorts, bodies)
    for candidate in chosen:
        if candidate.entry is None:
            short = name_key(folded[candidate.start : candidate.end])
            if short in shorts and short not in makers:
                yield short, shorts[short]
    yield from coded(folded, names, lookup)
    yield from abridged(folded, chosen, lookup)
    yield from released(folded, names)
    yield from initialled(folded, names)
    yield from surnamed(folded, names)
    yield from made(folded, names, lookup)
    yield from addressed(folded, names)
    yield from misspellings(folded, names, lookup)


def _maker_names(
    folded: str, chosen: Sequence[Candidate], shorts: Mapping[str, str], bodies: AbstractSet[str]
) -> set[str]:
    """Return short names that are a company's, while the longer one is its product's: Halmor, and Halmor One."""
    members: dict[str, list[Candidate]] = {}
    for candidate in chosen if shorts else ():
        if candidate.entry is None and candidate.type in ("", "Product"):
            members.setdefault(node(candidate, folded), []).append(candidate)

    def is_firm(key: str) -> bool:
        return key in bodies or class_of(votes_of(folded, members[key]), None)[0] == "Company"

    pairs = ((short, long) for short, long in shorts.items() if short in members and long in members)
    return {short for short, long in pairs if is_firm(short) and not is_firm(long)}


def _names(folded: str, candidate: Candidate, lookup: Lookup) -> list[str]:
    """Return the names of a candidate: the lexicon's, or the one that stands there."""
    if candidate.entry is None:
        return [folded[candidate.start : candidate.end]]
    return [name.text for name in lookup.names(candidate.entry)]
