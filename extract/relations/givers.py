"""Who gives the money that somebody raises, and has not raised it: 从A和B那里筹集了1, 获得A的1融资, A领投的1融资."""

from __future__ import annotations

import re

from .phrase_slots import ANY_FIGURE, ANY_NAME, MONEY, WHEN

_REACH = 120  # characters before a figure; lists of investors are long
_WORDS = rf"[^，。；：{ANY_NAME}{ANY_FIGURE}{WHEN}]"
_JOINT = r"\s?(?:[、，,]|和|与|及)(?:以及|还有|来自)?\s?"
# Investors, each perhaps with a sum. Where nothing leads to them no words stand between, or the first may be the taker.
_LIST = rf"[{ANY_NAME}](?:\s?{MONEY}?{_WORDS}{{0,4}}(?:{_JOINT})?{_WORDS}{{0,8}}?[{ANY_NAME}])*"
_LEADERS = rf"[{ANY_NAME}](?:{_JOINT}[{ANY_NAME}])*"
_AND_OTHERS = rf"(?:等|在内)?(?:(?!完成|宣布){_WORDS}){{0,14}}?"
_MUCH = "(?:一[轮笔]|总[额计]|累计|合计|高达|至少|超过|大?约|近|超|逾){0,2}"
_LED = "(?:共同|联合|独家|首轮)?(?:领投|联投|跟投|参投|参与|注资|提供|出资)了?"
_FROM = re.compile(
    rf"(?:(?<!自)从|自(?![己主身从动家])|向(?=[^，。；]{{0,60}}(?:[募筹集融]资|[筹募]集))){_WORDS}{{0,10}}?(?P<names>{_LIST}){_AND_OTHERS}"
    rf"(?:筹集|筹得|筹到|募集|募得|募到|[募筹集]资|融得|融到|融资|获得|取得|拿到|得到)了?{_WORDS}{{0,8}}$"
)
_BY = re.compile(
    rf"(?:(?:获得?|拿到|得到|收到|斩获|来自|引入)了?(?:来自|由)?{_WORDS}{{0,10}}?(?P<names>{_LIST}){_AND_OTHERS}(?:{_LED})?"
    rf"|(?<![自经])由{_WORDS}{{0,10}}?(?P<by>{_LIST}){_AND_OTHERS}{_LED}"
    rf"|(?P<leading>{_LEADERS}){_AND_OTHERS}{_LED})的?{_MUCH}$"
)
_ROUND = re.compile(rf"[^，。；、{ANY_FIGURE}{ANY_NAME}]{{0,10}}?(?:融资|投资(?![者人方])|注资|资金|巨款|支票|轮)")


def givers(code: str, position: int) -> range:
    """Return where those stand that give the money at *position*; it is none of theirs."""
    start = max(code.rfind("。", 0, position), code.rfind("；", 0, position), position - _REACH, 0)
    found = _FROM.search(code, start, position)
    if found is None and _ROUND.match(code, position + 1):
        found = _BY.search(code, start, position)
    if found is None:
        return range(0)
    return range(*found.span(found.lastgroup or 0))
