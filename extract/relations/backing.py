"""Who backs and buys whom, where several deals are told in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..model import Mention
from .related import Related

_GIVING = ("investsIn.backers", "investsIn.led", "investsIn.round")
_FUND = re.compile("(?:Ventures|Capital|Partners|资本|資本|创投|創投|基金|风投)$")
_GETS = re.compile("获|得到|拿到|完成|宣布|引入")


def backed(found: Iterable[Related]) -> dict[str, Mention]:
    """Return to whom each entity gave money, by its id."""
    return {each.subject.entity: each.object for each in found if each.frame.predicate == "investsIn"}


def forwarded(found: Sequence[Related]) -> list[Related]:
    """Return the relations of a sentence, with deals that follow another one between their own parties."""
    return [_forwarded(each, found) for each in found if not _is_passed_on(each, found) and not _invests_for(each)]


def _is_passed_on(one: Related, found: Sequence[Related]) -> bool:
    """Tell whether what is bought is said to buy: of 云川收购海螺，并以1收购飞鱼, that 海螺 buys 飞鱼."""
    if one.frame.predicate != "acquires":
        return False
    buyers = {each.subject for each in found if each.frame.predicate == "acquires" and each.object == one.subject}
    return any(each.object == one.object and each.subject in buyers for each in found)


def _invests_for(one: Related) -> bool:
    """Tell whether a person is an investor of a fund's, as his post: 远山资本的投资者林远."""
    fund = one.frame.predicate == "investsIn" and one.subject.type == "Person" and _FUND.search(one.object.text)
    return bool(fund)


def _forwarded(one: Related, found: Sequence[Related]) -> Related:
    """Return who else gives money as giving it to whom the giver named before him does: A投资B，投资人还包括C."""
    if one.frame.id not in _GIVING or not one.inherited or _GETS.search(one.scene.code, one.start, one.end):
        return one
    given = [each for each in found if each.frame.predicate == "investsIn" and each.subject == one.object]
    return one._replace(object=given[0].object) if given and given[0].object != one.subject else one
