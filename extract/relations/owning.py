"""Which times of a sentence are those of one figure alone, and of none of the others.

A time may be what another figure is compared with (较去年同期的A), what a multiple is counted from (是去年的3倍),
where a change began (从2023年的A升至B), or when the figures were made known (周二宣布).
"""

from __future__ import annotations

import re

from ..model import When
from .clauses import clause
from .governing import ATTRIBUTE
from .scene import ANY_FIGURE, ANY_NAME, TIMES, WHEN, Scene

COMPARED = re.compile(
    r"(?:比(?![如例较])|较|(?<!参)与(?!此)|和|(?<![如共合相])同(?![样时年日月期一])|跟|超过|超|高于|低于|创(?![立办建业始投])[下了]?|自(?!然)|相较于?|相比|对比|[vV][sS]\.?|不及)"
    r"[^，。；]{0,2}$"
)
_MOVED = (  # 比去年增长A: A is not the figure of last year
    "增(?!速|幅|长率)|[降跌涨升](?!幅)|减|滑|翻|提高|多|少|缩|成长(?!率|幅)|衰退|扩大|上扬|高出|改善"
)
_OWN = re.compile(
    rf"(?![^，。；{ANY_FIGURE}]{{0,5}}(?:{_MOVED}))"
    rf"[^，。；{ANY_FIGURE}{WHEN}]{{0,5}}[的为]?(?:约|近|超|逾|至|到)?(?P<figure>[{ANY_FIGURE}])"
)
_OWN_FAR = re.compile(  # 比去年向B订购的价值A的订单有所下降
    rf"[^，。；{ANY_FIGURE}{WHEN}]{{2,20}}的[^，。；{ANY_FIGURE}]{{0,4}}(?P<figure>[{ANY_FIGURE}])"
    "(?:的[^，。；]{0,6})?(?:有所|大幅|显著|明显|略)?(?:下降|减少|增加|上升|增长|下滑|提高|[更要]?[高低多少])"
)
_PARTY = re.compile(f"[和与跟同] ?[{ANY_NAME}]")
COUNTED = re.compile(rf"(?:同期)?的(?:约|近|超|逾)?(?P<figure>[{ANY_FIGURE}])")
_MULTIPLIED = re.compile(rf"[^，。；{WHEN}]{{0,12}}的(?:约|近|超|逾)?(?P<figure>{TIMES})")  # 是2023年收入的3倍
_MADE = re.compile(  # 与去年A推出的S: when S came out
    rf"[^，。；{ANY_NAME}{ANY_FIGURE}{WHEN}]{{0,4}}[{ANY_NAME}][^，。；{ANY_FIGURE}{WHEN}]{{0,4}}(?:推出|发布|上线|开源|公布)了?的(?!时)"
)
_IS = re.compile(r"(?:是|为|达|到|等?于)[^，。；]{0,2}$")
_FROM = re.compile("[从由]$")
_FIRST = re.compile(rf"[^，。；{ANY_FIGURE}{WHEN}]{{0,10}}(?P<figure>[{ANY_FIGURE}])")
_TO = re.compile(rf"[^，。；{WHEN}]{{0,14}}[到至]了?$")
_BEFORE_AFTER = re.compile(rf"[^，。；{WHEN}]{{0,10}}[到至][^，。；]{{0,8}}[{ANY_FIGURE}]")  # 从A (一路)增至B
_FORMER = re.compile(rf"[从由](?P<when>{WHEN})?[^，。；{ANY_FIGURE}{WHEN}]{{0,10}}$")
_ASIDE = re.compile(rf"[（(]{WHEN}[^（()）{ANY_FIGURE}]{{0,10}}[{ANY_FIGURE}][^（()）]{{0,20}}")
_REPORTED = frozenset({"revenue", "profit", "growth", "capitalExpenditure", "operatingCost", "shipments"})
_TELLS = re.compile(  # 周二，思科宣布: when it was told, not when so much was sold
    rf"[，,]?[^，。；{ANY_FIGURE}{WHEN}]{{0,20}}(?:宣布|公布|发布|披露|表示|透露|报告|报道)"
)
_FORETOLD = re.compile(  # 据X5月14日报道，S将: no time of what is to come
    rf"(?:[^，。；{ANY_FIGURE}{WHEN}]{{0,12}}[上中])?[，,]?[^，。；{ANY_FIGURE}{WHEN}]{{0,20}}(?:报道|消息|报告|表示|透露|披露|指出|(?<![著简号俗堪人统])称|曝|爆料|认为)"
)
_ACCOUNTS = re.compile(rf"的?[^，。；、{ANY_FIGURE}{WHEN}]{{0,8}}(?:财报|年报|业绩|报告|营收|收入|利润|指引|数据)")
_TRADED = frozenset({"stockChange", "marketCap"})
_WORTH = frozenset({"marketCap", "price"})
TOTAL = re.compile("(?:总|累计)[^，。；]{0,2}(?:融资|筹|募)|(?:融资|筹资|募资)总")
_TILL_NOW = re.compile("以来|至今|迄今")
_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_YEAR = re.compile(r"\d{4}")


def is_to_date(when: When) -> bool:
    """Tell whether a time is a year that the article counts from (今年以来): what is so far is of that year."""
    return when.relative and _YEAR.fullmatch(when.value or "") is not None


def compared_by(code: str, position: int, when: When, *, relation: bool) -> re.Match[str] | None:
    """Return the word that a time is compared with by, if there is one."""
    compared = COMPARED.search(code, max(0, position - 6), position)
    if compared is None or (relation and (ATTRIBUTE.match(code, position + 1) or _MADE.match(code, position + 1))):
        return None  # 比去年推出的S: that is when S came out
    if relation and _PARTY.match(compared[0]):
        return None  # A和B今天宣布
    if compared[0][0] == "自" and is_to_date(when) and _TILL_NOW.match(code, position + 1):
        return None  # 自今年年初以来
    return compared


def is_another_s(code: str, position: int, figure: int, compared: re.Match[str] | None) -> bool:
    """Tell whether a time is that of another figure alone."""
    if _is_led(code, position, figure) or is_base(code, position, figure) or _is_aside(code, position, figure):
        return True
    owner = (_OWN if compared else COUNTED).match(code, position + 1)
    if owner is None and compared:
        owner = _OWN_FAR.match(code, position + 1)
    if owner and owner.start("figure") == figure:
        return False
    return bool(compared or owner) and (compared is not None or code[max(0, position - 1)] not in "到至达")


def is_of_old(code: str, figure: int) -> bool:
    """Tell whether a figure is the one before a change, of no time of its own: 从A增至B, not 从2023年的A增至B."""
    led = _FORMER.search(code, max(0, figure - 12), figure)
    after = _BEFORE_AFTER.match(code, figure + 1)
    return led is not None and led["when"] is None and after is not None and WHEN not in after[0]


def _is_led(code: str, position: int, figure: int) -> bool:
    """Tell whether a time is that of the other figure of a change: 从2023年每股A升至B, 从A升至2024年的B."""
    if position > figure:
        return bool(_FORMER.search(code, max(0, figure - 12), figure) and _TO.fullmatch(code, figure + 1, position))
    if not _FROM.search(code, max(0, position - 1), position):
        return False
    first = _FIRST.match(code, position + 1)
    return first is not None and first.end() <= figure and _BEFORE_AFTER.match(code, first.end()) is not None


def is_base(code: str, position: int, figure: int) -> bool:
    """Tell whether a time is only what a figure up to here is so many times as much as: 是2023年的3倍."""
    base = _MULTIPLIED.match(code, position + 1)
    return (
        base is not None and base.start("figure") <= figure and bool(_IS.search(code, max(0, position - 4), position))
    )


def _is_aside(code: str, position: int, figure: int) -> bool:
    """Tell whether a time begins a bracket with figures of its own: 盈利A（去年同期为B）, for A."""
    aside = in_brackets(code, position)
    return aside is not None and not position < figure < aside.end()


def in_brackets(code: str, position: int) -> re.Match[str] | None:
    """Return the bracket with figures of its own that a time begins, if it does: 盈利A（去年同期为B）."""
    return _ASIDE.match(code, position - 1) if position else None


def is_not_of_shares(code: str, position: int, metric: str | None) -> bool:
    """
    Tell whether a time is none of a share's price or worth: 一季度财报公布后，股价上涨3%.

    A year so far is that of a rise, not of the worth that it led to: 今年以来上涨A，市值达到B.
    """
    if metric in _WORTH and _TILL_NOW.match(code, position + 1):
        return True
    return metric in _TRADED and _ACCOUNTS.match(code, position + 1) is not None


def is_before_total(code: str, position: int, figure: int, metric: str | None) -> bool:
    """Tell whether a time is of a round, and the figure all that was raised so far: 今天完成A轮，总融资额达B."""
    left, _ = clause(code, figure, figure)
    if metric != "fundingRaised" or position >= left or code[max(0, position - 1)] in "至到止":
        return False
    return TOTAL.search(code, left, figure) is not None


def is_telling(code: str, position: int, when: When, figure: int, metric: str | None) -> bool:
    """Tell whether a day or month is when a figure of a period was told of: 周二宣布收入增长3%."""
    if metric not in _REPORTED or not _DAY.fullmatch(when.value or ""):
        return False
    tells = _TELLS.match(code, position + 1)
    return tells is not None and tells.end() <= figure


def is_foretelling(scene: Scene, time: str | None) -> bool:
    """Tell whether a time is only when somebody told of what is to come: 上个月，X表示，S将."""
    told = [at for at, slot in scene.slots.items() if slot.when is not None and slot.when.value == time]
    return bool(told) and all(_FORETOLD.match(scene.code, at + 1) for at in told)
