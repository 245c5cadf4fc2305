"""How likely a figure that no metric measures is worth telling of a name, and right."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Final

from ..model import Quantity
from .holders import Holder
from .scene import ANY_FIGURE, ANY_NAME, COUNT, MONEY, PERCENT, TIMES

_LASTING: Final = frozenset({"年", "月", "周", "天", "h", "min", "s", "岁"})
_TEN, _HUNDRED = 10, 100
_FEW = 5  # what is counted with less than that is rather part of the story: 两家公司, 三名员工
_KINDS = {MONEY: "money", PERCENT: "share", TIMES: "times", COUNT: "count"}
_SURVEYED = frozenset({"share", "count"})
_MANY = 4  # shares in a sentence; more make no difference
_REACH = 14  # characters before a figure that may say what it is

# What stands right before a figure; the last word of it counts.
_BEFORE = re.compile(
    r"(?:(?P<patent>(?:专利|申请|编号|号码|版本|型号)[^，。]{0,6})"
    r"|(?P<reached>超过|高达|达到?|升?至|至少|包括|拥有|覆盖|其中|价值|总数|投资|获得|支付)"
    r"|(?P<said>的|为|由|已有?|将)"
    r"|(?P<apart>^|[，,：:—“]|这|那|去|是|以|在|从|和|与|前|第|每|一个|[-/]))(?:[约近超逾]|大约)?\s?$"
)
# And behind it.
_BEHIND = re.compile(
    r"\s?(?:以上|左右|多)?(?:(?P<bracket>[）)])"
    r"|(?P<deal>的?(?:股份|股权)?(?:价格?)?收购|的(?:股|价格)|价格)"
    rf"|(?P<firms>的?(?:公司|企业|组织|机构|行业)|[^，。；的{ANY_NAME}{ANY_FIGURE}]{{0,3}}(?:表示|认为|同意|人士))"
    r"|(?P<closed>[，；。]|$))"
)
# People and firms asked what they think; a share of them is of nobody named.
_ASKED = re.compile(
    rf"[）)]?(?:以上|左右)?的?[^，。；{ANY_NAME}{ANY_FIGURE}]{{0,8}}?"
    r"(?:受访|人|者|公司|企业|组织|机构|居民|家庭|员工|学生|女性|男性|领导|高管|用户|客户|成年|父母|家长|医生|主管|团队|品牌|零售商)"
)
_SURVEY = re.compile("调查|受访|问卷|调研|民调")
# How much each trait speaks for it, in log odds: fitted to what annotators of train and readers of other articles told.
_WEIGHTS: Final[Mapping[str, float]] = {
    "about": 0.46,
    "after": -0.55,
    "asked": -0.52,
    "atLeast": -1.25,
    "atMost": -0.51,
    "bare": -1.34,
    "before:apart": -0.61,
    "before:patent": -0.73,
    "before:reached": 0.70,
    "before:said": 0.44,
    "behind:bracket": -1.00,
    "behind:closed": 0.20,
    "behind:deal": -0.86,
    "behind:firms": -0.79,
    "count": 0.16,
    "dozens": 0.47,
    "money": -0.54,
    "over": -0.10,
    "past": -0.40,
    "physical": -0.53,
    "share": -0.48,
    "share:Company": 0.47,
    "share:Organization": -0.77,
    "share:Place": 0.86,
    "share:Product": 0.32,
    "share:Report": -1.01,
    "share:Technology": -0.17,
    "share:after": 0.86,
    "share:past": -0.28,
    "shares:1": 0.38,
    "shares:2": -0.14,
    "shares:3": -0.18,
    "shares:4": -0.54,
    "survey:count": -0.45,
    "survey:share": -0.66,
    "times": -0.25,
    "who:Chip": -0.23,
    "who:Company": -0.87,
    "who:Organization": -0.41,
    "who:Place": -0.30,
    "who:Product": -0.45,
    "who:Report": 0.70,
    "who:Technology": -0.59,
}
_START, _SCORE, _SURE = -2.18, 0.29, 2.27  # and of how much speaks for the name, and how surely it is no other
LEAST: Final = 0.29  # one more that is less likely would lower F1
_BOUNDS = -3.0, 5.0  # beyond which more or less of that makes no difference
_UNSEEN = 0.95  # articles that nothing was fitted to are read less well


def worth(code: str, position: int, quantity: Quantity, holder: Holder, sure: float) -> float:
    """
    Return how likely a figure without a metric is worth telling of a name.

    Args:
        code: The code string of the sentence.
        position: Where the figure stands in it.
        quantity: The figure.
        holder: The name.
        sure: How surely it is that one and no other.
    """
    low, high = _BOUNDS
    odds = _START + _SCORE * max(low, min(high, holder.score)) + _SURE * sure
    odds += sum([_WEIGHTS.get(each, 0.0) for each in traits(code, position, quantity, holder)])
    return _UNSEEN / (1 + math.exp(-odds))


def hopeless(quantity: Quantity) -> bool:
    """Tell whether a figure without a metric is not worth telling whoever its subject is."""
    few = quantity.unit == "count" and (abs(quantity.value) < _FEW or quantity.counted.startswith("大"))
    return few or quantity.unit in _LASTING


def traits(code: str, position: int, quantity: Quantity, holder: Holder) -> Iterator[str]:
    """Yield what shows of a figure, of its surroundings and of the name that it may be about."""
    kind = "rank" if quantity.unit == "rank" else _KINDS.get(code[position], "physical")
    place = "past" if holder.position is None else "here" if holder.position < position else "after"
    who = holder.mention.type
    yield from (kind, place, f"who:{who}", quantity.bound)
    if kind == "count":
        if _TEN <= abs(quantity.value) < _HUNDRED:
            yield "dozens"
        if not quantity.counted:
            yield "bare"
    if before := _BEFORE.search(code, max(0, position - _REACH), position):
        yield f"before:{before.lastgroup}"
    if behind := _BEHIND.match(code, position + 1):
        yield f"behind:{behind.lastgroup}"
    if kind == "share":
        yield f"share:{place}"
        yield f"share:{who}"
        yield f"shares:{min(_MANY, code.count(PERCENT))}"
        if _ASKED.match(code, position + 1):
            yield "asked"
    if kind in _SURVEYED and _SURVEY.search(code):
        yield f"survey:{kind}"
