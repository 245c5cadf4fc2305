"""One fact told twice: where only one sentence says when, the other has that time too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from ..model import Claim
from .beginnings import Beginnings
from .timing import PAST

_Fact = tuple[str, str, str | None, Decimal | None, str | None, str]


def share_times(claims: Iterable[Claim], beginnings: Beginnings) -> list[Claim]:
    """
    Return the claims of a document with the times that other sentences say of the same fact.

    Of times that agree, the finest is taken; where they differ, nothing is shared. A post that one
    sentence calls a former one is former in all. Last, a maker or founder gets the time of the beginning.
    """
    claims = list(claims)
    said: dict[_Fact, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.time:
            said[_fact(claim)].add(claim.time)
    return [_dated(claim, said.get(_fact(claim)), beginnings) for claim in claims]


def _dated(claim: Claim, times: set[str] | None, beginnings: Beginnings) -> Claim:
    time = (_agreed(claim, times) if times else None) or claim.time or beginnings.of(claim)
    return claim if time == claim.time else replace(claim, time=time)


def _agreed(claim: Claim, times: set[str]) -> str | None:
    """Return the time that all tellers of a fact agree on, if there is one."""
    if PAST in times and claim.predicate == "worksFor":
        return PAST
    finest = max(sorted(times), key=len)
    return finest if all(finest.startswith(time) for time in times) else None


def _fact(claim: Claim) -> _Fact:
    return claim.subject, claim.predicate, claim.object, claim.value, claim.unit, claim.modality
