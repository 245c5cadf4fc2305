"""Join legal names of companies to the short ones: 深圳影目科技有限公司 and 影目科技."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from .candidates import Candidate, name_key
from .lookup import Lookup
from .resolution import node
from .words import pattern, words

_LEAST = 2  # characters of a name without its trade


def legal(folded: str, chosen: Sequence[Candidate], lookup: Lookup) -> Iterator[tuple[str, str]]:
    """Yield group keys that mean one company: that of a legal name, and that of a short one.

    Args:
        folded: The folded text.
        chosen: What it names.
        lookup: The known entities; a legal name may be one's even where the text has no other.
    """
    named = {name_key(folded[c.start : c.end]): node(c, folded) for c in reversed(chosen) if c.type in ("", "Company")}
    for candidate in chosen:
        if candidate.entry is not None or candidate.type != "Company":
            continue
        surface = folded[candidate.start : candidate.end]
        other = next(_same(surface, named, lookup), None)
        if other is not None:
            yield node(candidate, folded), other


def abridged_firms(folded: str, chosen: Sequence[Candidate], lookup: Lookup) -> Iterator[tuple[str, str]]:
    """Yield group keys of an unlisted short name and of the known company that it shortens: 富创 of 富创精密."""
    known = {c.entry for c in chosen if c.entry is not None and c.type == "Company"}
    unlisted = [c for c in chosen if c.entry is None and c.type == "Company" and not folded[c.start].isascii()]
    short = {name_key(folded[c.start : c.end]): c for c in unlisted}
    owners: dict[str, set[str]] = {}
    for id_ in sorted(known) if short else ():
        for name in lookup.names(id_):
            for stem in _stems(name.text):
                owners.setdefault(stem, set()).add("=" + id_)
    for key, candidate in short.items():
        if len(owners.get(key, ())) == 1:
            yield node(candidate, folded), min(owners[key])


def incorporated(folded: str, chosen: Sequence[Candidate]) -> Iterator[tuple[str, str]]:
    """Yield group keys of an unlisted Latin short name and of the only legal one that it begins: Halmor Holdings."""
    firms = [c for c in chosen if c.entry is None and c.type in ("", "Company") and folded[c.start].isascii()]
    named = {folded[c.start : c.end]: c for c in reversed(firms)}
    longer: dict[str, set[str]] = {}
    for surface, candidate in named.items():
        short = _plain(surface)
        if short != surface and short in named:
            longer.setdefault(short, set()).add(node(candidate, folded))
    yield from ((node(named[short], folded), min(keys)) for short, keys in longer.items() if len(keys) == 1)


@lru_cache(maxsize=16384)
def _plain(name: str) -> str:
    """Return a Latin *name* without the words at its end that a company goes without: Halmor of Halmor & Companies."""
    parts = name.split(" ")
    while len(parts) > 1 and parts[-1].lower() in words("corporate"):
        parts.pop()
        if parts[-1] in ("&", "Capital") and len(parts) > 1:  # of Capital Partners
            parts.pop()
    return " ".join(parts)


@lru_cache(maxsize=16384)
def _stems(name: str) -> frozenset[str]:
    """Return the keys of what a name of a company is shortened to."""
    return frozenset(name_key(stem) for stem in (*cores(name), *_bare(name)))


def _same(surface: str, named: Mapping[str, str], lookup: Lookup) -> Iterator[str]:
    """Yield the group keys of names that a legal name may be shortened to, the longest first."""
    for core in cores(surface):
        owner = lookup.owner(core.lower())
        other = named.get(name_key(core)) if owner is None or owner.type != "Company" else "=" + owner.id
        if other is not None and core != surface:
            yield other
    for core in _bare(surface):
        other = named.get(name_key(core), "=")
        if not other.startswith("="):
            yield other


def cores(name: str) -> Iterator[str]:
    """Yield what is left of a company's legal name, the longest first: without its form, its seat, its trade.

    A seat is left out only together with the legal form, and the trade only after that.
    """
    name = pattern("legal.bracket").sub("", name)
    form = pattern("legal.form", r"<>\Z").search(name)
    plain = name[: form.start()] if form is not None else name
    seat = pattern("legal.seat", r"\A<>").match(plain) if form is not None else None
    stem = plain[seat.end() :] if seat is not None else plain
    yield plain
    if seat is not None:
        yield stem
    trade = pattern("legal.trade", r"<>\Z").search(stem)
    if trade is None or trade.start() < _LEAST:
        return
    last = pattern("legal.trade", r"<>\Z").search(stem, trade.start() + 1)
    if last is not None:  # 云岭智能科技 is 云岭智能, too
        yield stem[: last.start()]
    yield stem[: trade.start()]


def _bare(name: str) -> Iterator[str]:
    """Yield a legal name without its trade, whatever it is, as only names that nobody lists are shortened: 富创精密."""
    stem = list(cores(name))[-1]
    yield from (stem[:at] for at in range(2, len(stem)) if stem[at:] in words("trades"))
