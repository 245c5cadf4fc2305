"""Join the names of one article that mean one entity, rule by rule: what the text says first, then forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from .acronyms import are_alike, is_initials
from .candidates import Candidate, name_key
from .classing import class_of, votes_of
from .legal import abridged_firms, incorporated, legal
from .like_versions import coded, released, reordered, sized
from .likeness import (
    abbreviated,
    abridged,
    addressed,
    addressless,
    initialled,
    made,
    misspellings,
    nicknamed,
    spelt,
    states,
    surfaces,
    surnamed,
)
from .lookup import Lookup
from .resolution import Groups, bracketed, compatible, dated, node, renamed, shortened, tailed
from .words import pattern

_BODIES = ("Company", "Organization", "Government")
_NAMED_ONCE = ("Company", "Organization", "Product")  # whose Latin names are like each other
_NEAR = 12  # characters between two names that are told apart
_BRACKET = re.compile(" ?[（(] ?")
_NUMBER = re.compile(r"[vV]\d[\d.]*|\d[\d.]*[a-z]*")


def joined(folded: str, chosen: Sequence[Candidate], lookup: Lookup) -> Groups:
    """Return which names are one, by what the text says and by their forms."""
    groups = Groups()
    for a, b in bracketed(folded, chosen):
        if compatible(a.type, b.type) and not _is_another(folded, a, b, lookup):
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
    for name, other in _by_form(folded, chosen, lookup, called, groups.find):
        if frozenset((name, other)) not in apart:
            groups.join(name, other)
    return groups


def _is_another(folded: str, a: Candidate, b: Candidate, lookup: Lookup) -> bool:
    """Tell whether the name in brackets says whose or which one is before them: Lumora（云川）, Halmor（v2）.

    Two Latin names of one entity are like each other, unless the text says that they are one.
    """
    inside, before = folded[b.start : b.end], folded[a.start : a.end]
    if _NUMBER.fullmatch(inside):
        return True
    if not before.isascii() or _BRACKET.fullmatch(folded, a.end, b.start) is None:
        return False
    if is_initials(inside):
        return False
    known, other = (b, before) if b.entry is not None else (a, inside)
    if not other.isascii():
        return False
    names = [before]
    if known.entry is not None:
        names = [name.text for name in lookup.names(known.entry)] if known.type in _NAMED_ONCE else []
    latin = [name for name in names if name.isascii()]
    return bool(latin) and not any(are_alike(other, name) for name in latin)


def _apart(folded: str, chosen: Sequence[Candidate]) -> Iterator[frozenset[str]]:
    """Yield group keys of firms that the text names side by side, so that they are two: Halmor与Halmor Capital."""
    for a, b in pairwise(chosen):
        firms = compatible(a.type, "Company") and compatible(b.type, "Company")
        if firms and b.start - a.end <= _NEAR and pattern("apart").fullmatch(folded, a.end, b.start):
            yield frozenset((node(a, folded), node(b, folded)))


def _by_form(
    folded: str,
    chosen: Sequence[Candidate],
    lookup: Lookup,
    bodies: AbstractSet[str],
    find: Callable[[str], str],
) -> Iterator[tuple[str, str]]:
    """Yield group keys of a name and of another one that its form points at.

    Args:
        folded: The folded text.
        chosen: What it names.
        lookup: The known entities.
        bodies: The groups that name firms and the like.
        find: Tells the group of a key by now: what is yielded is joined before the next is looked for.
    """
    yield from legal(folded, chosen, lookup)
    yield from abridged_firms(folded, chosen, lookup)
    yield from incorporated(folded, chosen)
    yield from tailed(folded, chosen)
    names = surfaces(folded, chosen)
    yield from abbreviated(folded, names)
    yield from spelt(folded, chosen)
    yield from addressless(folded, names)
    yield from misspellings(folded, names, lookup)
    shorts = shortened(folded, chosen, lambda c: [name.text for name in lookup.names(str(c.entry))], find)
    makers = _maker_names(folded, chosen, shorts, bodies)
    for candidate in chosen:
        if candidate.entry is None:
            short = name_key(folded[candidate.start : candidate.end])
            if short in shorts and short not in makers:
                yield short, shorts[short]
    yield from coded(folded, names, lookup)
    yield from abridged(folded, chosen, lookup)
    yield from reordered(folded, names, lookup)
    yield from released(folded, names)
    yield from sized(folded, names)
    yield from initialled(folded, names)
    yield from nicknamed(folded, names)
    yield from surnamed(folded, names)
    things = set(shorts) - makers  # called in short
    yield from made(folded, names, lookup, lambda name: name_key(name) not in things and _is_firm(folded, chosen, name))
    yield from addressed(folded, names)


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


def _is_firm(folded: str, chosen: Sequence[Candidate], name: str) -> bool:
    """Tell whether a name is a company's by what is said beside it."""
    mentions = [c for c in chosen if folded[c.start : c.end] == name]
    return class_of(votes_of(folded, mentions), None)[0] == "Company"


def _names(folded: str, candidate: Candidate, lookup: Lookup) -> list[str]:
    """Return the names of a candidate: the lexicon's, or the one that stands there."""
    if candidate.entry is None:
        return [folded[candidate.start : candidate.end]]
    return [name.text for name in lookup.names(candidate.entry)]
