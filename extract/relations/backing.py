"""Who backs and buys whom, where several deals are told in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..model import Mention
from .related import Related

_GIVING = ("investsIn.backers", "investsIn.led", "investsIn.round")
_FUND = re.compile("(?:Ventures|Capital|Partners|资本|資本|创投|創投|基金|风投)$")
_BUYING = ("acquires", "investsIn")
_CLAUSE = re.compile("[，,；]")
_LATTER = re.compile("后者|其|该|这家")
_GETS = re.compile("获|得到|拿到|完成|宣布|引入")


def backed(found: Iterable[Related]) -> dict[str, Mention]:
    """Return to whom each entity gave money, by its id."""
    return {each.subject.entity: each.object for each in found if each.frame.predicate == "investsIn"}


def bought(found: Iterable[Related]) -> dict[str, Mention]:
    """Return who bought each entity, by its id."""
    return {each.object.entity: each.subject for each in found if each.frame.predicate == "acquires"}


def forwarded(found: Sequence[Related]) -> list[Related]:
    """Return the relations of a sentence, with deals between their own parties."""
    own = [each for each in found if not _is_passed_on(each, found) and not invests_for(each)]
    spoken = (_forwarded(each, found) for each in own)
    return [_of_the_buyer(each, found) for one in spoken if (each := _of_the_firm(one, found)) is not None]


def _is_passed_on(one: Related, found: Sequence[Related]) -> bool:
    """Tell whether what is bought is said to buy: of 云川收购海螺，并以1收购飞鱼, that 海螺 buys 飞鱼."""
    if one.frame.predicate != "acquires":
        return False
    buyers = {each.subject for each in found if each.frame.predicate == "acquires" and each.object == one.subject}
    return any(each.object == one.object and each.subject in buyers for each in found)


def invests_for(one: Related) -> bool:
    """Tell whether a person is an investor of a fund's, as his post: 远山资本的投资者林远."""
    fund = one.frame.predicate == "investsIn" and one.subject.type == "Person" and _FUND.search(one.object.text)
    return bool(fund)


def _of_the_firm(one: Related, found: Sequence[Related]) -> Related | None:
    """Return what 我们 are said to buy as the speaker's firm's, if it is named: 云川CEO林远说：“我们投资了星海”."""
    spoken = one.inherited and one.subject.type == "Person" and one.frame.predicate in ("investsIn", "acquires")
    if not spoken or "我们" not in one.scene.code[one.start : one.end]:
        return one
    firms = [each.object for each in found if each.frame.predicate == "worksFor" and each.subject == one.subject]
    firms = [each for each in firms if each.entity != one.object.entity]
    return one._replace(subject=firms[0]) if firms else None


def _of_the_buyer(one: Related, found: Sequence[Related]) -> Related:
    """Return whose unit a next clause tells of as the buyer's, not the bought one's: 云川收购海螺，并组建飞鱼部门."""
    owner, unit = one.scene.place(one.object), one.scene.place(one.subject)
    if one.frame.predicate != "subsidiaryOf" or owner is None or unit is None or not owner < unit:
        return one
    between = one.scene.code[owner + 1 : unit]
    *others, last = _CLAUSE.split(between)
    if not others or (_LATTER.search(between) and not last.startswith("并")):
        return one
    deals = [each for each in found if each.frame.predicate in _BUYING and each.object.entity == one.object.entity]
    buyers = [each.subject for each in deals if each.subject.entity != one.subject.entity]
    return one._replace(object=buyers[0]) if buyers else one


def _forwarded(one: Related, found: Sequence[Related]) -> Related:
    """Return who else gives money as giving it to whom the giver named before him does: A投资B，投资人还包括C."""
    if one.frame.id not in _GIVING or not one.inherited or _GETS.search(one.scene.code, one.start, one.end):
        return one
    given = [each for each in found if each.frame.predicate == "investsIn" and each.subject == one.object]
    return one._replace(object=given[0].object) if given and given[0].object != one.subject else one
