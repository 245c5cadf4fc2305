"""Join legal names of companies to the short ones: 深圳影目科技有限公司 and 影目科技."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .candidates import Candidate, name_key
from .lookup import Lookup
from .resolution import node
from .words import pattern


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
        for core in cores(surface):
            owner = lookup.owner(core.lower())
            other = named.get(name_key(core))
            if owner is not None and owner.type == "Company":
                other = "=" + owner.id
            if other is not None and core != surface:
                yield node(candidate, folded), other
                break


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
    if trade is not None and trade.start() > 1:
        yield stem[: trade.start()]
