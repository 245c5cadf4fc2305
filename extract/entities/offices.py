"""Offices of a state that are named without it, once the text has named it (司法部, after 美国司法部) or never."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .candidates import Candidate, free
from .lookup import Lookup
from .words import pattern, table

_BODY = re.compile(r"(?:[部院局署]|委员会)\Z")
_LEAST = 3  # characters of an office without its state
_PLACE = (2, 3, 4)  # of the state
_REACH = 1000  # characters from its full name within which the text means the same state
_BEFORE = frozenset("国州省市盟总各原本")  # before another state's office, or before more of its name
_AFTER = frozenset("长门分级委属")  # after what is no office, or one of its officers


def bare_offices(folded: str, kept: Sequence[Candidate], lookup: Lookup) -> Iterator[Candidate]:
    """Yield further mentions of known offices by what follows their state's name, where only one is called so.

    Args:
        folded: The folded text.
        kept: The names that the text is known to name, in order.
        lookup: The lexicon.
    """
    offices: dict[str, list[Candidate]] = {}
    for candidate in kept:
        bare = _bare(folded[candidate.start : candidate.end], lookup) if candidate.type == "Government" else ""
        if bare:
            offices.setdefault(bare, []).append(candidate)
    for bare, named in offices.items():
        owner = named[0]
        if owner.entry is not None and all(other.entry == owner.entry for other in named):
            for found in re.finditer(bare, folded):
                near = any(abs(found.start() - other.end) < _REACH for other in named)
                if near and _stands(folded, *found.span()) and free(kept, *found.span()):
                    yield owner._replace(start=found.start(), end=found.end(), rule="repeat")


def lone_offices(folded: str, kept: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield ministries and houses of which the text never says whose they are: 国防部的数据.

    Args:
        folded: The folded text.
        kept: The names that the text is known to name, in order.
    """
    named = {folded[c.start : c.end] for c in kept if c.type == "Government"}
    for found in pattern("office.lone").finditer(folded):
        if not any(name.endswith(found[0]) for name in named) and free(kept, *found.span()):
            yield Candidate(*found.span(), "Government", "office", None, 2)


def _stands(folded: str, start: int, end: int) -> bool:
    """Tell whether an office is named, not an officer or a part of its name."""
    return folded[start - 1 : start] not in _BEFORE and folded[end : end + 1] not in _AFTER


def _bare(name: str, lookup: Lookup) -> str:
    """Return the *name* of an office without its state; empty where that would be anybody's, or another one's."""
    for size in _PLACE:
        state, bare = lookup.owner(name[:size]), name[size:]
        if state is not None and state.type == "Place" and len(bare) >= _LEAST and _BODY.search(bare):
            anybody = table("triggers").get(bare, "government") != "government"
            return "" if anybody or lookup.owner(bare) is not None else bare
    return ""
