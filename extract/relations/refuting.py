"""What speaks against a relation: how its names stand, or who is named nearer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .backing import invests_for
from .employed import is_not_employed
from .patterns import class_set
from .related import Related
from .sayers import is_medium, is_paper
from .scene import ANY_NAME, CODE
from .taken import is_left, is_taken
from .unmade import is_not_made

# A medium that tells of these has no part in them.
TAKEN_PART_IN = frozenset({"investsIn", "acquires", "partnersWith", "supplies", "competesWith", "worksFor"})
_NOT_A_TELLER_S = TAKEN_PART_IN | {"develops"}
_DEALS_WITH_MONEY = frozenset({"investsIn", "acquires"})
DESCRIBING = ("locatedIn",)  # what stands before a list is then of its first only: 位于纽约的A与B
_BODIES = class_set(("Company", "Organization", "Government"))
_DESCRIBED = re.compile(r"(?:[^，。；：！？（(]*的)?[^，。；：！？（(]{0,8}")
_FOUNDER = re.compile(  # who gives money of his own, not his firm's: 投资方包括云川公司创始人林远
    rf"(?:公司)?的?(?:前|联合|共同)?(?:创始人|创办人|联创)[^，。；：{ANY_NAME}]{{0,8}}(?:{CODE['Person']}|[领跟参]投|投资|入股)"
)
_BOUGHT = re.compile(  # 星海收购的云川推出海豚3: 云川 did so
    rf"(?:公司|集团)?(?:所|刚|已|曾|参与|最?新)?(?:收购|投资|支持|领投|控股|持股|入股|孵化)了?的[^，。；：{ANY_NAME}]{{0,12}}"
    rf"[{CODE['Place']}]?[^，。；：{ANY_NAME}]{{0,8}}[{CODE['Company']}{CODE['Organization']}]"
)
_QUOTED = re.compile(
    r"\s?[：:]\s?[A-Z0-9]{1,6}(?:\.[A-Z]{1,2})?\s?[）),，;；]"
)  # 云川（纽交所：YUN）: where it is quoted
_FIRM = f"[{CODE['Company']}{CODE['Organization']}]"
# Whose money it is that is named only as the owner of another: 云川旗下远山投资, 远山（云川的全资子公司）.
_OWNING = re.compile(
    rf"(?:公司|集团)?(?:旗下|麾下)的?[^，。；：{ANY_NAME}]{{0,12}}{_FIRM}"
    rf"|(?:公司|集团)?的?(?:全资|控股|附属)*子?公司[^，。；：{ANY_NAME}]{{0,4}}(?:{_FIRM}|[）)])|(?:公司|集团)?(?:关联|旗下)[）)]"
)
_BACKING = re.compile(rf"(?:支持|投资|持股|押注|孵化|控股|关联)的[^，。；：{ANY_NAME}]{{0,12}}(?P<backed>{_FIRM})")
_ADVISES = re.compile(  # 云川担任独家财务顾问: who only advises on a round puts nothing into it
    r"(?:则|将)?(?:担任|出任|任|为|是|作为)[^，。；：]{0,8}?(?:顾问|FA(?![A-Za-z])|承销商|保荐人|经纪)"
)
_FORMER = re.compile(  # 由前云川总裁林远创办，总部设在北京
    rf"[前原][{ANY_NAME}][^，。；：{ANY_NAME}]{{0,16}}(?:{CODE['Person']}|员工|高管|成员|研究|工程师)"
)
_RIVAL_OF = re.compile(r"(?:公司)?的?(?:最?大|主要|[老宿]|直接|竞争)*(?:对手|劲敌|宿敌|供应商|客户)")
_RIVAL = re.compile(rf"{_RIVAL_OF.pattern}\s?{_FIRM}")
_BACKED_BY = re.compile(  # 星海的首批投资者林远
    rf"的[^，。；：{ANY_NAME}]{{0,6}}(?:投资[者人方]|股东|支持者)\s?[{ANY_NAME}]"
)
_VENUE = re.compile(rf"(?:^|[，。；：！？])在[{ANY_NAME}](?:上)?投资")  # 在云川众筹网投资星海: where one does
# Where papers appear, which tells nothing of who made what they describe: 团队在《自然》上发表论文。海豚3…
_JOURNAL = re.compile(
    r"^《?(?:arXiv|bioRxiv|medRxiv|Nature|Science|Cell|PNAS|NEJM|自然|科学|细胞|柳叶刀)(?:$|[》 ·])"
    r"|(?:期刊|学报|Journal|Proceedings)》?$"
)
_FOR_ALL = re.compile(r"(?:表示|说|说道|称|指出|补充道?|认为)[：:，,]?[“「][^”」]{0,24}我们")  # he speaks for his firm


def is_refuted(found: Related) -> bool:
    """Tell whether how its names stand speaks against a relation that no frame states, as it would against a frame."""
    predicate, scene, code = found.frame.predicate, found.scene, found.scene.code
    at, other = scene.place(found.subject), scene.place(found.object)
    if predicate == "investsIn" and at is not None and _is_another_s_money(found, at, other):
        return True
    if predicate == "develops" and _JOURNAL.search(found.subject.text):
        return True
    if at is None or other is None or not found.start <= min(at, other) <= max(at, other) < found.end:
        return False
    if predicate != "listedOn" and any(_QUOTED.match(code, each + 1) for each in (at, other)):
        return True
    if predicate in _NOT_A_TELLER_S and any(is_medium(code, each, scene.slots[each]) for each in (at, other)):
        return True
    if predicate == "worksFor" and is_not_employed(code, at, other):
        return True
    if predicate in DESCRIBING and _is_anothers_place(found, at, other):
        return True
    if predicate == "develops" and at < other and _is_of_another(code, at):
        return True
    if is_not_made(found):
        return True
    return predicate == "uses" and at < other and is_taken(predicate, code, at, other + 1)


def _is_anothers_place(found: Related, at: int, other: int) -> bool:
    """Tell whether the place named at *other* is of another body than the one named at *at*."""
    scene, code = found.scene, found.scene.code
    if at < other:
        return _FORMER.match(code, at - 1) is not None
    if at > other + 1 and code[other + 1] in _BODIES:
        return True  # 日本软银收购芯片公司云川: the place is of whom it stands beside
    described = _DESCRIBED.fullmatch(code, other + 1, at) is not None
    return described and not scene.slots[at].alike and found.subject != scene.slots[at].mentions[0]


def _is_of_another(code: str, at: int) -> bool:
    """Tell whether the body at *at* only tells who another is that is named behind it: 星海的竞争对手云川推出海豚3."""
    return is_left(code, at) or any(each.match(code, at + 1) for each in (_BOUGHT, _RIVAL))


def _is_another_s_money(found: Related, at: int, other: int | None) -> bool:
    """Tell whether who is named at *at* only owns, backs, founded or speaks for the one who gives the money."""
    code = found.scene.code
    if any(each.match(code, at + 1) for each in (_ADVISES, _FOUNDER, _OWNING, _BACKED_BY)) or invests_for(found):
        return True
    if _VENUE.match(code, max(0, at - 2)) or (other is None and is_paper(found.object)):
        return True
    if code[at] == CODE["Person"] and _FOR_ALL.match(code, at + 1):
        return True
    backed = _BACKING.match(code, at + 1)
    if backed is not None and backed.start("backed") != other:
        return True
    if other is not None and _RIVAL_OF.match(code, other + 1):
        return True
    owned = _OWNING.match(code, other + 1) if other is not None and other < at else None
    return owned is not None and owned.end() == at + 1  # 云川旗下远山投资 gives, but not to 云川


def is_turned(one: Related, stated: Sequence[Related]) -> bool:
    """
    Tell whether a deal that no frame states has one give to the giver, or to who was only spoken of before.

    Of 云川投资星海, that 星海 does; of a round that 远山 leads and 云川 takes part in, that 云川 gives to another one.
    """
    if one.frame.predicate not in _DEALS_WITH_MONEY:
        return False
    deals = [each for each in stated if each.frame.predicate in _DEALS_WITH_MONEY]
    if any(each.subject.entity == one.object.entity for each in deals):
        return True
    if one.scene.place(one.object) is not None:
        return False
    return any(each.subject.entity == one.subject.entity for each in deals if each.scene.place(each.object) is None)


def is_told_nearer(one: Related, found: Sequence[Related]) -> bool:
    """Tell whether a house that is only inherited is named nearer: 星海收购了云川，其创始人林远 founded 云川 alone."""
    begin = one.scene.clean(one.start, one.start).start
    if not one.inherited or one.frame.predicate != "founderOf" or one.object.span.start >= begin:
        return False
    return any(
        not each.inherited
        and each.frame.predicate == one.frame.predicate
        and each.subject == one.subject
        and each.object.entity != one.object.entity
        and each.object.span.end <= one.subject.span.start
        for each in found
    )
