"""Bodies and firms called after their place and what they are for: 常州人工智能产业联盟, 越南科技部, 南州云川投资."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .candidates import Candidate
from .lookup import Lookup
from .organisations import CONTINENTS, is_general
from .segmenting import worth
from .words import pattern

_HOUSE = re.compile(r"(?:[参众][议議]院|[国國]会|[议議]会)\Z")
_CLASSES = ("Government", "Organization")
_FOUNDED = ("国立", "私立", "省立", "市立")  # before the place of a school
_HOME = frozenset({"China", "Taiwan"})  # whose bodies are known by names without their place


def placed(folded: str, found: Sequence[Candidate], lookup: Lookup) -> Iterator[Candidate]:
    """Yield governments and other bodies by the known place that their names begin with, or by 国家.

    Args:
        folded: The folded text.
        found: What the lexicon found, in order.
        lookup: For the names of known bodies.
    """
    known = {c.end: c for c in found if c.type in (*_CLASSES, "Company")}
    for place in found:
        house = place.type == "Government" and _HOUSE.search(folded, place.start, place.end)
        if house and (body := _body(folded, place)) is not None and body.type == "Government":
            yield body  # 南州众议院商务委员会
        if place.type != "Place" or folded[place.end - 1].isascii() or place.start in known:
            continue  # 香港中文大学深圳
        body = _body(folded, place)
        if body is not None and not _is_known(folded, place, known.get(body.end), lookup):
            yield body
        elif body is None and (firm := _firm(folded, place)) is not None:
            yield firm
    if "国家" in folded:
        for state in pattern("placed.state").finditer(folded):
            yield Candidate(*state.span(), "Organization", "placed", None, 2)


def _body(folded: str, place: Candidate) -> Candidate | None:
    """Return the body whose name begins with *place*."""
    if folded[place.start - 2 : place.start] in _FOUNDED:
        school = pattern("placed.founded").match(folded, place.end)
        return Candidate(place.start - 2, school.end(), "Organization", "placed", None, 2) if school else None
    for type_ in _CLASSES if folded[place.start : place.end] not in CONTINENTS else ():
        body = pattern(f"placed.{type_}", "[省市州县区]?<>").match(folded, place.end)
        if body is not None:
            return Candidate(place.start, body.end(), type_, "placed", None, 2)
    return None


def _firm(folded: str, place: Candidate) -> Candidate | None:
    """Return the firm that invests or holds others and is called after its place: 南州云川投资, 南州城投集团."""
    fund = pattern("placed.fund", "[省市州县区]?<>").match(folded, place.end)
    if fund is not None and folded[place.start : place.end] not in CONTINENTS:
        return Candidate(place.start, fund.end(), "Company", "placed", None, 2)
    firm = pattern("placed.firm", "[省市州县区]?([\u4e00-\u9fff]{2,4}?)<>").match(folded, place.end)
    if firm is None or worth(firm[1]) < 0 or is_general(firm[1], whole=True):
        return None
    return Candidate(place.start, firm.end(), "Company", "placed", None, 2)


def _is_known(folded: str, place: Candidate, other: Candidate | None, lookup: Lookup) -> bool:
    """Tell whether the known name at the end of a longer one means the same body: 美国联邦上诉法院, not 越南科技部."""
    if other is None or other.entry is None:
        return False
    state = folded[place.start : place.end]
    return place.entry in _HOME or any(name.text.startswith(state) for name in lookup.names(other.entry))
