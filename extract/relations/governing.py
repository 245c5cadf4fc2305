"""Which statements of a sentence a time holds for: whether it reaches beyond what it is said of.

A time at the head of a sentence holds for all that follows. One said of a founding (成立于2015年), of an attribute
(去年的产品), or of what went before (在2019年加入A之前) holds there only; 自2019年以来 is when something began, and
后来 or 目前 lead to another time.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from .clauses import clause
from .scene import ANY_FIGURE, ANY_NAME, OTHER, WHEN

ATTRIBUTE = re.compile(
    rf"[^，。；{ANY_NAME}{ANY_FIGURE}]{{0,6}}(?:推出|发布|成立|创立|创办|上市|收购|上线|开源|公布|出炉|投产|签[署订]|达成|问世|亮相|启动)(?:了|而来|得来|得到|来)?的"
)  # 去年推出的S: when it came out, not when what is told of it holds

# Of when somebody was honoured: 2018年图灵奖得主林远.
_HONOURED = re.compile(
    rf"的?[^，。；：{ANY_NAME}{ANY_FIGURE}{WHEN}]{{0,8}}[{ANY_NAME}]?[^，。；：{ANY_NAME}{ANY_FIGURE}{WHEN}]{{0,6}}"
    "(?:得主|获得者|获奖者|获奖人|冠军得?主?)(?!是|为)"
)

# Of when a role began, not of what is told behind it: 作为2012年就开始做搜索的厂商，A.
_IN_ROLE = re.compile("^[^，。；]{0,2}作为[^，。；的]{0,4}$")
_OF = re.compile("[^，。；]{2,14}的")
THEN = re.compile("当时|彼时|那时")  # of the time that was just told

_BEGAN = "成立|创立|创建|创办|组建|诞生|出生|毕业|始建"
_FOUNDED_IN = re.compile(f"(?:{_BEGAN})[于在]$")
_FOUNDED_OF = re.compile(f"(?P<founded>(?:年|正式)?(?:{_BEGAN}))?(?:的|、|[）)])")
_BEGAN_IN = re.compile(f"(?:{_BEGAN}|建立|上市)[于在]?$")
_IN_BEGAN = re.compile(
    rf"(?:[在于][^，。；{ANY_FIGURE}]{{1,5}})?(?:正式)?(?:{_BEGAN})(?:[的于在以，,。；）)]|$)"
    "|(?:共同|联合)?(?:创立|创办|创建)了?"
)
FOUNDS = re.compile("(?:创[立办建设]|草创|筹[组办]|开创|成立|组建|发起)(?!人)")
_LEADS_TO = re.compile(f"{FOUNDS.pattern}|离[开职任]|辞[职去任]|出走|退学|退休|毕业|决定|宣布|联[手合]|携手")
_LED_IN = re.compile(r"(?:自从?|从)[^，。；]{0,6}$")
_HEADS = re.compile(rf"(?:^|[，。；：,{ANY_NAME}])\s?(?:自从?|从)[^，。；]{{0,6}}$")
_SINCE = re.compile("以来|至今|迄今|起(?=[，,])")
_TILL_NOW = re.compile("至今|迄今")
_BECAME = re.compile("(?:就|便)?(?:成为|加入|担任|出任)")
_CAME_ABOUT = {
    "founderOf": re.compile("创[立办建设]|草创|筹[组办]|开创|成立|组建"),
    "acquires": re.compile("收购|并购|买下"),
    "develops": re.compile("推出|发布|上线|开源|面世|问世"),
    "worksFor": re.compile("加[入盟]|担任|出任|上任|就任"),
    "investsIn": re.compile("投资|入股"),
}
_TOOK_OFFICE = re.compile(f"起[，,]?[^，。；{ANY_FIGURE}{WHEN}]{{0,12}}?(?:担任|出任|接任|就任|[接继]替)")
_STARTS = re.compile(rf"[，,][^，。；{ANY_FIGURE}{WHEN}]{{0,6}}开始")
_SINCE_FAR = 24  # characters between a time and the 以来 that belongs to it
_ONWARDS = re.compile(
    f"后来|此后|(?<!紧随)(?<!紧跟)其后|年后|本期|当期|(?<![从由])(?:目前|如今|当下|当前|眼下|现阶段|现在)|现已|至今|迄今|[最晚]近|过去(?!的?{WHEN})"
)
_AFTER = re.compile("(?<!紧随其)(?<!紧跟其)后[，,]")
_RELEASED_BEFORE = re.compile("[^，。；]*(?:推出|发布|上线|收购|创[立办]|成立)[^，。；]{0,12}(?:之|以)?后")
_TO_DATE = re.compile("(?:到|截[至止])?(?:目前|迄今|现在|至今)(?:为止)?")
_LED_ON = re.compile("以来|至今|(?:截[至止]|到)?(?:目前|迄今)")
_SESSION = re.compile("盘[前中后]|[早午尾开收]盘")
_THING = re.compile(rf"(?:[^，。；、和与及{ANY_NAME}{ANY_FIGURE}{WHEN}]{{0,8}}[{ANY_NAME}])+")  # 推出的大模型S
_FINDINGS = re.compile("[^，。；]{0,12}?(?:数据|报告|调查|统计|财报|榜|排名|研究|招股书|论文|估算|测算|文件)")
_ALONE = 2  # characters of a clause that is a time, with a preposition
# What was counted from a beginning is not of the time of another clause: 上季度亏损A，自成立以来总亏损B.
SINCE_BEGUN = re.compile("(?:成立|创[立办]|开业|上[线市]|推出|发布|问世)[^，。；]{0,2}以来")
_SHORT = 6  # characters of a clause that says hardly more than when and where
_BEFORE = re.compile("[^，。；]{4,}(?:之|以)?前[，,]")
_REPLACED = re.compile("(?:取代|代替|替代|延续|沿用|回应|不同于|继承|继)[^，。；]{0,6}$")
_ASIDE = re.compile("(?:此前|之前|早前|先前|早些时候|以前)(?!提[到及]|[^，。；]{0,6}(?:指引|预期|预计|预测|目标))")
_EARLIER_OR_LATER = re.compile(rf"(?:之|以|[^，。；][^，。；今目盘税最先])前$|(?:[几数多个][年月天]|{OTHER})之?后$")
_HAVING = re.compile("(?:之|以|[^，。；][^，。；今目盘税最先])后(?:[^，。；]{1,3}的)?$")  # 在T，A收购B后进行的
_TO_COME = re.compile("预[计期](?!的)|有望|计划|将(?:会|在|于|达|从|由|成为|是|有|占|拥有|超|增|继续|面临|推出|发布)")
_DONE = re.compile("已经?|了(?!解)|达到|实现|完成|占据?")
_SURELY_DONE = re.compile("已经?|了(?!解)|完成")  # 预计2026年增长A，达到B is all foreseen


def reaches(code: str, position: int, start: int, *, figure: bool) -> bool:
    """
    Tell whether the time at *position* holds for what is stated in a later clause.

    Args:
        code: The code of the sentence.
        position: Where the time stands.
        start: Where the statement starts.
        figure: Whether it is told of a figure.
    """
    left, right = clause(code, position, position + 1)
    here, until = clause(code, start, start + 1)
    if THEN.search(code, here, until):
        return True
    attribute = ATTRIBUTE.match(code, position + 1)
    if attribute and not _FINDINGS.match(code, attribute.end()):
        return False
    if _IN_ROLE.search(code, left, position) and _OF.match(code, position + 1):
        return False
    if _BEFORE.match(code, position + 1, right + 1):
        return False
    if figure and SINCE_BEGUN.search(code, here, start) and code[max(0, position - 1)] not in "至止到":
        return False
    if began(code, position) and not FOUNDS.search(code, here, until):
        return False
    if _moved_on(code, position, start) or _REPLACED.search(code, left, position):
        return False
    return not _apart(code[left:right], code[here:until], figure=figure)


def attributed(code: str, position: int, names: Collection[int], *, founding: bool) -> bool:
    """
    Tell whether the time at *position* says only when something else came about: 去年推出的S; not 去年公布的数据.

    Args:
        code: The code of the sentence.
        position: Where the time stands.
        names: Where the names stand that the statement is about.
        founding: Whether that is a founding; nothing else of a firm is of the year in which it was founded.
    """
    attribute = ATTRIBUTE.match(code, position + 1)
    if attribute is None or _FINDINGS.match(code, attribute.end()):
        return False
    thing = _THING.match(code, attribute.end())
    if thing is None:
        return False
    own = any(thing.start() <= name < thing.end() for name in names)
    return not own or (not founding and FOUNDS.search(attribute[0]) is not None)


def is_founding(code: str, position: int) -> bool:
    """Tell whether the time at *position* is only when somebody named was founded: 成立于2015年的A, 2015年成立、."""
    before, after = _FOUNDED_IN.search(code, max(0, position - 4), position), _FOUNDED_OF.match(code, position + 1)
    return after is not None and (before is not None or after["founded"] is not None)


def honoured(code: str, position: int) -> bool:
    """Tell whether the time at *position* says only when somebody was honoured: 2018年图灵奖得主林远."""
    return _HONOURED.match(code, position + 1) is not None


def began(code: str, position: int) -> bool:
    """Tell whether a time is only when something was founded: 成立于2015年, 2015年成立."""
    return bool(_BEGAN_IN.search(code, max(0, position - 5), position) or _IN_BEGAN.match(code, position + 1))


def founds(code: str, position: int, end: int) -> bool:
    """Tell whether a time may be that of the founding told up to *end*: 2015年，A创办B; not 在1月拿到投资，由P创立."""
    verb = max((each.start() for each in FOUNDS.finditer(code, 0, end)), default=0)
    left, right = clause(code, position, position + 1)
    return verb <= right or right - left <= _SHORT or _LEADS_TO.search(code, left, right) is not None


def is_since(code: str, position: int, until: int, predicate: str | None = None) -> bool:
    """
    Tell whether a time is when something began that is told of before *until*: 自2019年以来, 2016年至今.

    What *predicate* says may have come about just then: 自2019年收购B以来.
    """
    since = _SINCE.search(code, position + 1, min(until, position + _SINCE_FAR))
    if since is None or _BECAME.match(code, since.end()):
        return False
    if predicate == "worksFor" and _TOOK_OFFICE.match(code, position + 1):
        return False
    if since[0] == "起" and _STARTS.match(code, since.end()):
        return False  # 自T起，A开始向B供货
    if predicate in _CAME_ABOUT and _CAME_ABOUT[predicate].search(code, position + 1, since.start()):
        return False
    return since.start() == position + 1 or _LED_IN.search(code, max(0, position - 8), position) is not None


def heads(code: str, position: int) -> bool:
    """Tell whether a clause is of what goes on since the time at *position*: 自2019年以来, not 是自2019年以来最低的."""
    return _HEADS.search(code, 0, position) is not None or lasts(code, position)


def lasts(code: str, position: int) -> bool:
    """Tell whether the time at *position* is told as one that goes on: 2016年至今."""
    return _TILL_NOW.match(code, position + 1) is not None


def _moved_on(code: str, position: int, start: int) -> bool:
    """Tell whether words lead from the time at *position* to another one before the statement."""
    left, right = clause(code, position, position + 1)
    here, until = clause(code, start, start + 1)
    led = _RELEASED_BEFORE.fullmatch(code, position + 1, right)
    after = led or (
        right - left > _ALONE and (_AFTER.search(code, right + 1, start) or _HAVING.search(code, here, until))
    )
    aside = _ASIDE.search(code, here, start) or _EARLIER_OR_LATER.search(code, here, until)
    so_far = _TO_DATE.match(code, position + 1)  # 今年到目前为止
    session = _LED_ON.match(code, position + 1) and _SESSION.search(code, here, until)  # 今年以来涨A，早盘涨B
    return bool(after or aside or session or _ONWARDS.search(code, so_far.end() if so_far else position + 1, start))


def _apart(told: str, stated: str, *, figure: bool) -> bool:
    """Tell whether one of two clauses looks ahead and the other back."""
    ahead, now_ahead = _TO_COME.search(told), _TO_COME.search(stated)
    foreseen = figure and now_ahead and not ahead and _DONE.search(told)
    done = _SURELY_DONE if figure else _DONE
    return bool(foreseen or (ahead and not now_ahead and done.search(stated)))
