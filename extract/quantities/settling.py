"""Settle what a number alone does not say: bounds, and units that the words around it tell."""

from __future__ import annotations

import re
from itertools import pairwise

from .amounts import ends_in_latin
from .bounds import bound_after, bound_before
from .drafts import Draft
from .prices import settle_rate

LISTED = re.compile(r"\s?(?:、|和|及|与|以及|或|,|/)\s?(?:约|近|超|超过)?\s?")
_ADDED = re.compile("(?:增加|增长|扩大|提升|提高|上涨|上升|高出|多)[了出]?(?:[近约超逾]|超过|将近|接近)?$")
_TOKENS_BEFORE = re.compile(
    r"(?:[Tt]okens?|词元)(?:的?(?:使用|调用|消耗|处理|吞吐)?量|消耗|用量)?\s?(?:已|达|突?破|超过?|约|为|达到|至|高达|了)*\s?$"
)
_CONTEXT_BEFORE = re.compile("上下文[^，。；！？]{0,14}$")
_SCORE_BEFORE = re.compile(
    r"(?:得分|评分|跑分|分数|总分|成绩)[^，。；！？\d]{0,6}"
    r"(?:\d+(?:\.\d+)?\s?(?:提升|上升|提高|升|降)?(?:到|至)了?)?\s?$"
)
_MONEY_BEFORE = re.compile(
    "(?:估值|市值|融资|募资|营收|收入|销售额|营业额|利润|净利|盈利|亏损|血亏|净亏|巨亏|投资|注资|出资|耗资|斥资|金额|资金|成本|支出|开支|薪酬|"
    "花费|烧掉|烧了|蒸发|缩水|授信|贷款|补贴|补助|罚款|开罚|吸金|筹集|募集|身家|净资产|财富|现金|预算|订单额|报酬|年薪|售价|价格|定价|指导价|融了|收购)"
    "[^，。；！？,;\\d个台名位家人]{0,10}$"
)
_PRICE_BEFORE = re.compile("(?:售|定|起|指导)价(?:格|[仅只约]?[为是])?(?:约|仅|只要?)?$")
_COUNT_BEFORE = re.compile(
    "(?:用户|人数|人口|活跃|下载|销量|出货|播放|日活|月活|粉丝|参数|词元|[Tt]oken|芯片|数量|次数|访问|DAU|MAU|规模|总数|晶体管|产量|产能|销售)[^，。；！？]{0,12}$"
)
_FREE_END = re.compile(r"\s?(?:[，。；、！？）),;.：:]|左右|以上|起售?(?=[，。；、！？）)]|$)|$)")
_MONEY_AFTER = re.compile(
    "的?(?:估值|市值|融资|募资|营收|年?收入|销售额|[净毛]?利润?|净?亏损|投资|资金|贷款|补贴|罚款|大关的?市值|授信)"
)


def settle(draft: Draft, text: str, low: int, high: int) -> None:
    """Settle rate and bound of a draft, and the unit of a bare number that the words before it tell."""
    if draft.counted == "起" and _PRICE_BEFORE.search(text, max(low, draft.start - 9), draft.start):
        draft.kind = draft.counted = ""  # 售价9.8万起 are no 起 of anything
        draft.end = draft.unit_end = draft.unit_end - 1
    if not draft.kind:
        _told(draft, text, low)
    settle_rate(draft, text, low, high)
    before = bound_before(text, draft.start, low)
    if draft.kind == "time" and text[draft.start - 1 : draft.start] == "近":
        before = ""  # 近三年 is the last three years
    once = draft.unit == "x" and text.startswith("一倍", draft.start)
    if once and _ADDED.search(text, max(low, draft.start - 9), draft.start):
        draft.value, draft.unit = draft.value * 100, "%"  # 增加一倍 is 100 % more, 增长了2倍 stays 2
    after = bound_after(text, draft.end, high, draft.kind == "money")
    draft.bound = before or draft.bound or after or ("atLeast" if draft.vague else "")


def _told(draft: Draft, text: str, low: int) -> None:
    """Give a bare number the unit that stands before it: token, points."""
    start, since = draft.start, max(low, draft.start - 24)
    context = ends_in_latin(text, draft.end) and _CONTEXT_BEFORE.search(text, since, start)
    if context or (draft.scaled and _TOKENS_BEFORE.search(text, since, start)):
        draft.unit, draft.kind = "token", "physical"
    elif not draft.scaled and _SCORE_BEFORE.search(text, since, start):
        draft.unit, draft.kind = "point", "physical"


def share_units(drafts: list[Draft], text: str) -> None:
    """Give the numbers of a list the unit that only its last one has (30亿和50亿美元), or its first is told to."""
    for left, right in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        if left.kind or not right.kind or right.kind == "rank" or (not left.scaled and right.kind != "money"):
            continue
        between = LISTED.fullmatch(text, left.end, right.start)
        if between and (left.scaled or text[left.end : right.start].strip() in ("、", "/")):
            left.take_unit(right)
            if not left.scaled:
                left.value, left.scale = left.value * right.scale, right.scale
    for left, right in pairwise(drafts):  # 得分分别为87和88
        bare = left.unit == "point" and not right.kind and not right.scaled
        if bare and LISTED.fullmatch(text, left.end, right.start):
            right.take_unit(left)


def share_currency(drafts: list[Draft], text: str, home: str) -> None:
    """Give bare 万 and 亿 that words of money lead to a currency: the last one named, else the next, else *home*."""
    named = [draft.unit for draft in drafts if draft.kind == "money" and "/" not in draft.unit]
    current, last = named[0] if named else home, -100
    for draft in drafts:
        if draft.kind == "money" and "/" not in draft.unit:
            current, last = draft.unit, draft.end
        elif (
            not draft.kind
            and draft.scaled
            and draft.value >= 10_000
            and ((draft.start - last < 60 and _goes_on(draft, text)) or _is_money(draft, text))
        ):
            draft.unit, draft.kind, last = current, "money", draft.end


def _goes_on(draft: Draft, text: str) -> bool:
    """Tell whether a bare number of 亿 can go on from money just before it: 今年10亿美元, 明年约100亿."""
    return (
        "亿" in text[draft.start : draft.unit_end]
        and _FREE_END.match(text, draft.end) is not None
        and _COUNT_BEFORE.search(text, max(0, draft.start - 20), draft.start) is None
    )


def _is_money(draft: Draft, text: str) -> bool:
    """Tell whether the words around a bare number say that it is money."""
    if draft.start and text[draft.start - 1].isascii() and text[draft.start - 1].isalpha():
        return False
    return bool(
        _MONEY_BEFORE.search(text, max(0, draft.start - 16), draft.start) or _MONEY_AFTER.match(text, draft.end)
    )
