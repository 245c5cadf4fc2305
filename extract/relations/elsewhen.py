"""Which times of a sentence say when something else came about than the relation that is told in it."""

from __future__ import annotations

import re
from collections.abc import Collection

from .clauses import clause
from .governing import FOUNDS, attributed, began, founds, is_founding
from .scene import ANY_FIGURE, ANY_NAME

# 2016年成立，后来获得A的投资; 十年前的A，现在变成与B的合作; T只会加速，正如A收购B所示; 彭博社T报道，A此前收购B
_LATER = re.compile(
    rf"(?:[，,；](?:而|但)?|[{ANY_NAME}])(?:后来|此后|其后|随后)|[，,；](?:而|但)?(?:目前|现在|如今|现已)"
    "|[，,；](?:而|但)[^，,；。]{0,14}[这此本][次轮][^，,；。]*$"  # 去年A支持B，而B又是这次C的投资方
    "|[，,；](?:正如|就像|如同|好比|一如)[^，,；。]*$|[，,；][^，,；。]*(?:此前|早前|先前|早些时候)(?!的)[^，,；。]*$"
)
_ONGOING = re.compile(  # 去年10月A融资1，B正洽谈领投2
    rf"[{ANY_FIGURE}][^。；]*[，,；][^，,；。]{{0,8}}正(?:在|洽|与|就|考虑|寻求|计划)"
)
# 截至T，A发布的S已有1位用户: up to which they are counted, not when it came out
_UP_TO = re.compile(r"截[至止]\s?\Z")
_COME_ABOUT = frozenset({"develops", "acquires", "founderOf"})
_OF_ROUNDS = frozenset({"fundingRaised", "valuation"})
# 二季度财报公布后，与A的合作; 去年的文件显示，A投资B
_ACCOUNTS = re.compile(
    "的?(?:财务)?(?:财报|业绩|年报|季报|财务报告)|的[^，。；]{0,6}(?:文件|论文|研究|调查|采访|纪录片)"
)
_KEPT = re.compile("(?:违反|违背|未能?(?:遵[守循]|履行))了?[^，。；]{0,4}$")  # 未能遵守T达成的协议，被罚
_SUMMED = re.compile("累计|迄今|至今")  # 到去年底，累计融资A，投资者包括B; not 去年累计融资A
_BRACKETS = re.compile(rf"(?<=[{ANY_NAME}])[（(][^（()）]*[）)]")
# What a bracket says of the name before it: A（被B收购）
_TOLD_ASIDE = re.compile(rf"[{ANY_NAME}] ?[（(][^（()）]*[{ANY_NAME}][^（()）]*[）)]?")
# What a court does, or who takes a suit back, is of another time than the suit: T，法院就A诉B案作出判决.
_IN_COURT = re.compile("撤[回销诉]|判决|裁[定决]|宣判|开庭|开审|庭审|听证|审[理判]|驳回|和解|[胜败]诉|结案|陪审|上诉")
_FILED = re.compile("提[起出告]|[起控]诉|[状控]告|指控|告上|入禀")
_CASE = re.compile("[^，。；]{0,14}?案(?!例)")
_BY_THEN = re.compile("(?:[之以])?前(?!后)")  # what an order gives time for: 下令于T之前拆除A设备


def is_elsewhen(
    code: str,
    position: int,
    span: tuple[int, int],
    names: Collection[int],
    predicate: str | None,
    *,
    figure: bool,
) -> bool:
    """
    Tell whether the time at *position* is not that of the statement at *span*.

    Args:
        code: The code of the sentence.
        position: Where the time stands.
        span: Where the statement starts and ends.
        names: Where the names stand that attributes may tell the time of.
        predicate: Its relation or metric.
        figure: Whether it is told of a figure.
    """
    if _is_of_another_event(code, position, span[1], names, predicate) or _KEPT.search(code, 0, position):
        return True
    ongoing = _ONGOING.search(code, position, span[1]) is not None
    if figure:
        return ongoing and predicate in _OF_ROUNDS
    if ongoing or _LATER.search(code[position : span[1]]) or _is_in_brackets(code, position, span):
        return True
    if predicate in _COME_ABOUT and _UP_TO.search(code, max(0, position - 3), position):
        return True
    if predicate == "sues" and _is_in_court(code, position, span[1]):
        return True
    if predicate == "restricts" and _BY_THEN.match(code, position + 1):
        return True
    if predicate == "investsIn" and _SUMMED.search(code, position + 2, span[1]):
        return True
    return predicate != "publishes" and _ACCOUNTS.match(code, position + 1) is not None


def is_of_founding(code: str, position: int, here: int) -> bool:
    """Tell whether a time is that of a founding, told before the clause at *here*: A由P于2017年创立，客户包括C."""
    return position < here and began(code, position) and FOUNDS.search(code, *clause(code, here, here)) is None


def _is_of_another_event(code: str, position: int, end: int, names: Collection[int], predicate: str | None) -> bool:
    """Tell whether a time is when something named was made or founded, and not when what is stated came about."""
    founding = predicate == "founderOf"
    if attributed(code, position, names, founding=founding):
        return True
    return not founds(code, position, end) if founding else is_founding(code, position)


def _is_in_brackets(code: str, position: int, span: tuple[int, int]) -> bool:
    """Tell whether a time stands in brackets that the statement goes on behind, or it in some of a later clause."""
    start, end = span
    opened = max(code.rfind("（", 0, position), code.rfind("(", 0, position))
    aside = _BRACKETS.match(code, opened) if opened >= 0 else None
    if aside is not None and position < aside.end() < end:
        return True  # 从S（2016年击败P）到T
    later = start > clause(code, position, position + 1)[1]  # 2017年…，曾在A（被B收购）任职
    return later and _TOLD_ASIDE.fullmatch(code, start, end) is not None


def _is_in_court(code: str, position: int, end: int) -> bool:
    """Tell whether a time is that of a ruling or the like, and not of the suit that is told up to *end*."""
    if _CASE.match(code, end):
        return True
    left, right = clause(code, position, position + 1)
    here, until = clause(code, end - 1, end)
    if left != here:
        return bool(_IN_COURT.search(code, left, right) or _IN_COURT.search(code, here, until))
    ruled, filed = _IN_COURT.search(code, position, until), _FILED.search(code, position, until)
    return ruled is not None and (filed is None or ruled.start() < filed.start())
