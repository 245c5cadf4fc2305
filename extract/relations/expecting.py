"""What words around a figure say of it: that somebody expects it, or that it only says how large one is."""

from __future__ import annotations

import re

from .clauses import clause
from .scene import ANY_FIGURE, ANY_NAME, COUNT, MONEY, WHEN

# What others expected, though it came out otherwise: 高于市场预期的A.
_EXPECTED = re.compile(
    rf"(?:预期|预估|预测|预计|指引)值?(?:的|为)(?:增长?|营收|收入|增[幅速]|[上中下]限)?[约近]?[{ANY_FIGURE}]$|[高低]于[^，。]{{0,5}}预期[{MONEY}{COUNT}]$"
)
# What others expect, or a firm says that it will come to: 市场预期A, 市场预期营收为A, 上调营收指引至A, 将指引从A.
_GUIDANCE = "指引|预期|预测|预估|展望|目标(?!价)"
_HOPED = re.compile("[预指展目共]")  # of which each of these words has one
_GUIDED = re.compile(
    rf"(?<![超于过及合])(?:市场|分析师|华尔街|机构|投行|彭博)[^，。；{ANY_NAME}{ANY_FIGURE}]{{0,4}}(?:预[期估计测]|共识)"
    rf"[^，。；{ANY_NAME}{ANY_FIGURE}]{{0,8}}[{ANY_FIGURE}]$"
    rf"|(?:[上下][调修]|调[高升降低]|维持|重申|给出)[^，。；{ANY_FIGURE}]{{0,14}}(?:{_GUIDANCE})[^，。；{ANY_FIGURE}]{{0,6}}[{ANY_FIGURE}]$"
    rf"|(?:{_GUIDANCE})(?:值|区间|范围)?(?:从|由|至|介[乎于]|[上下][调修]|调[高升降低]|维持)[^，。；{ANY_NAME}]{{0,14}}[{ANY_FIGURE}]$"
    rf"|(?<![于过出超合到])指引(?:值|区间|范围)?[为是]?[^，。；{ANY_NAME}{ANY_FIGURE}]{{0,8}}[{ANY_FIGURE}](?:[至到][{ANY_FIGURE}])?$"
)
_GUIDED_BEHIND = re.compile(  # 维持增长A的预期
    rf"(?:维持|重申|给出|[上下][调修])[^，。；]{{0,16}}[{ANY_FIGURE}][^，。；{ANY_NAME}{ANY_FIGURE}]{{0,6}}的(?:{_GUIDANCE})"
)
# One more figure of what is foreseen, with nothing said but what it measures, and when: 预计营收为A，净利润为B.
_LEADS = re.compile(rf"(?:预[计测估期]|目标[是为]|[有可]望)[^，。；]*[{ANY_FIGURE}]")
_MORE = re.compile(
    rf"(?![^，。；]*(?:已|了|曾|实际|目前|现|仍|达到|超预期|[高低]于|市场|分析师))"
    rf"[^，。；{ANY_NAME}{ANY_FIGURE}{WHEN}]{{0,2}}[{WHEN}]?[^，。；{ANY_NAME}{ANY_FIGURE}{WHEN}]{{0,8}}"
    rf"(?:营收|收入|利润|净利|亏损|毛利率?|支出|开支|费用|投入|收益|现金流|增长|增速|增幅|同比|环比|[年季月][增减]|按[年季]|成长|衰退|获利|纯[利益]|溢利|销量|销售额|出货量|交付量?|EBITDA|产值|规模)"
    rf"[^，。；{ANY_NAME}{ANY_FIGURE}{WHEN}]{{0,8}}[{ANY_FIGURE}](?:[至到]约?[{ANY_FIGURE}])?"
)
# How large somebody is who is told of: 考虑拆分市值1的A.
_OF_SIZE = re.compile(
    rf"(?:提[高升]|改善|增强|为|向|给)[^，。；{ANY_FIGURE}]{{0,10}}[{ANY_FIGURE}][^，。；{ANY_NAME}{ANY_FIGURE}]{{0,4}}(?:员工|雇员|职员)(?:的|提供|带来|配备|开放)"
    rf"|(?:[市价估]值|营收|收入|资产|拥有)[约近超达过]*[{ANY_FIGURE}]的[^，。；{ANY_NAME}{ANY_FIGURE}]{{0,6}}(?:[{ANY_NAME}]|巨头|公司|企业|独角兽)"
)
_THEN = re.compile("(?<=[^，。；])(?:并且?|且)(?![购列行非没未不入网发表轨])")


def is_guided(code: str, left: int, end: int, right: int) -> bool:
    """Tell whether the figure that ends at *end* is said to be what somebody expects."""
    if not _HOPED.search(code, left, right):
        return False
    if _EXPECTED.search(code, left, end) or _GUIDED.search(code, left, end):
        return True
    return any(found.start() < end <= found.end() for found in _GUIDED_BEHIND.finditer(code, left, right))


def told_until(code: str, end: int, right: int) -> int:
    """Return where what is told with the figure that ends at *end* ends: 展出了1，并承诺再买 is two things."""
    then = _THEN.search(code, end, right)
    return then.start() if then else right


def is_of_size(code: str, left: int, end: int, right: int) -> bool:
    """Tell whether the figure that ends at *end* only says how large somebody is who is told of."""
    return any(found.start() < end < found.end() for found in _OF_SIZE.finditer(code, left, right))


def led_from(code: str, left: int, end: int) -> int | None:
    """Return where the clause begins that foresees a figure before the bare ones up to *end*, if there is one."""
    if not _MORE.fullmatch(code, left, end):
        return None
    while left:
        here = left - 1
        left, right = clause(code, here, here)
        if _LEADS.search(code, left, right):
            return left
        if not _MORE.match(code, left, right):
            return None
    return None
