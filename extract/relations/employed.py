"""How a person and a body stand in a sentence that do not work together: a graduate, a shareholder, who is asked."""

from __future__ import annotations

import re

from .patterns import family_set
from .scene import ANY_NAME, CODE

_ORG = family_set("org")
_STUDIED = re.compile(
    rf"(?:毕业于|就读于|求学于|肄业于|考入|考上|考取|入读|保送)[^，。；{ANY_NAME}]{{0,8}}(?:[{ANY_NAME}][、和与及])*$"
)
_DEGREE = re.compile(
    rf"[^，。；：{ANY_NAME}]{{0,12}}?(?:毕业(?!生)|学位|就读|攻读|求学|读书|念书|校友|硕士(?!研究生|生)|学士|本科(?!生)|肄业|辍学|退学|读博|公开课|毕业典礼)"
)
_REPORTED_TO = re.compile(r"向\s?$")  # 向P汇报: it is another's post that is told of
_TREATED = re.compile(  # 谷歌起诉P, 谷歌对P展开调查
    r"(?:对|追捕|[抓逮]捕|击毙|[采专]访|起诉|控告|指控|批评|抨击|指责|嘲讽|称赞|感谢|邀请|联系|说服|会见|拜访)了?\s?$"
)
_HOLDS = re.compile(
    r"(?:公司|集团)?\s?的?(?:[最第]?[一二三大主]*股东|投资[人者方]|客户|用户|竞争对手|批评者|粉丝|校友)"
)
_WHOSE = re.compile(  # P的学生Q是A的研究员
    rf"的[^，。；{ANY_NAME}]{{0,4}}(?:学生|弟子|门生|导师|老师|母亲|父亲|妻子|丈夫|女儿|儿子|朋友|好友|同[学事]|助手)"
    rf"[^，。；{ANY_NAME}]{{0,6}}{CODE['Person']}|的(?:继任者|接班人|前任)、"
)
_OF_OTHERS = re.compile(
    "(?:你|有人|其他|另外|其余|另一[位名个]|[工人]人?们)[^，。；]{0,8}[在于是]|(?:客户|用户)[^，。；]{0,14}(?:加入|使用)"
)
_TAUGHT = re.compile(f"(?:师从|拜师)[^，。；{ANY_NAME}]{{0,12}}$")  # 师从P，曾在A任职: his pupil did
_TEACHES = re.compile(r"(?:带|指导|培养)(?:过|出来?)?的[^，。；]{0,8}(?:生|弟子)[，,]")  # 是P带的博士生，兼任A教授
_BY, _FOUNDED = re.compile("由[^，。；]{0,16}$"), re.compile("创[立办建][，,]")  # B由前A研究员创立，CEO为P
_HELD_BY = re.compile(rf"{CODE['Person']}[^，。；{ANY_NAME}]{{0,8}}(?:任|成为|[是为])\s?$")  # Q曾任A总裁，CTO P...
_NEXT = re.compile(rf"[^，。；{ANY_NAME}]{{2,16}}[，,][^，。；{ANY_NAME}]{{0,10}}{CODE['Person']}")
_FOLLOWS = re.compile(rf"[^，。；]{{0,6}}(?:接任|继任|接替|接棒|接班)|则[是为任担](?![^，。；]{{0,12}}{_ORG})")
_CLOSE = re.compile("[）)]")
_APPOINTS = re.compile(  # P任命Q为A总裁
    rf"(?:任命|提名|委任|聘[任请]|推[举选])[^，。；{ANY_NAME}]{{0,10}}{CODE['Person']}[^，。；{ANY_NAME}]{{0,4}}(?:为|担任|出任|任)"
)
_STATE_JOINS = re.compile(rf"{CODE['Place']}\s?(?:加入|重返|退出|离开)")  # 德国加入北约
_THEN_HE = re.compile(  # A的院长，P则是B的院士
    rf"[，,]\s?{CODE['Person']}(?:[（(][^（）()]{{0,20}}[）)])?(?:则|也是|同样)[^，。；]{{0,12}}{_ORG}"
)


_VENUE = re.compile(rf"[在于向]{_ORG}(?:网站|官网)?(?:发布)?(?:公告|披露|挂牌|上市)")  # 云川在交易所公告，P辞任
_LEFT_FIRST = re.compile("(?:离开|告别|辞别)了?[^，。；]{0,4}$")
_WITH_OTHERS = re.compile(  # 离开A，与P创办B: P need not have been there
    rf"[^，。；{ANY_NAME}]{{0,6}}[，,][^，。；{ANY_NAME}]{{0,4}}[与和同跟][^，。；{ANY_NAME}]{{0,8}}(?:{CODE['Person']}[、和与])*"
)
_AND_ANOTHER = re.compile(  # 前A高管，以及P
    rf"[^，。；{ANY_NAME}]{{0,8}}(?:高管|总裁|EO|[员官长]|总监|经理|工程师|主管|负责人|教授)[，,]\s?(?:以及|还有)\s?"
)


def is_not_employed(code: str, at: int, other: int) -> bool:
    """Tell whether the words around say that the person named at *at* does not work for the body named at *other*."""
    if (
        _VENUE.match(code, other - 1)
        or _is_school(code, other)
        or _REPORTED_TO.search(code, 0, at)
        or _is_told_of_another(code, at, other)
    ):
        return True
    if other < at:
        if _BY.search(code, 0, other) and _FOUNDED.search(code, other, at):
            return True
        if _HELD_BY.search(code, 0, other) and _NEXT.match(code, other + 1) and not _FOLLOWS.match(code, at + 1):
            return True
        if _AND_ANOTHER.fullmatch(code, other + 1, at):
            return True
        if _LEFT_FIRST.search(code, 0, other) and _WITH_OTHERS.fullmatch(code, other + 1, at):
            return True
        return _TREATED.search(code, other, at) is not None or _THEN_HE.match(code, at - 1) is not None
    return bool(
        _HOLDS.match(code, other + 1)
        or _TAUGHT.search(code, 0, at)
        or _TEACHES.match(code, at + 1)
        or _WHOSE.match(code, at + 1, other)
        or _OF_OTHERS.search(code, at, other)
        or _APPOINTS.search(code, at, other)
        or _STATE_JOINS.search(code, at, other)
    )


def _is_told_of_another(code: str, at: int, other: int) -> bool:
    """Tell whether a body stands in brackets behind somebody else: P与Q（前A研究员）."""
    opened = max(code.rfind(bracket, 0, other) for bracket in "（(")
    if opened < 1 or code[opened - 1] != CODE["Person"] or opened - 1 == at:
        return False
    closed = _CLOSE.search(code, opened)
    return closed is not None and other < closed.start() and not opened < at < closed.start()


def _is_school(code: str, at: int) -> bool:
    """Tell whether somebody studied at the body named at a place, and did not work there."""
    return _STUDIED.search(code, 0, at) is not None or _DEGREE.match(code, at + 1) is not None
