"""What is told of a deal or a rumour beside the statement of it, and bends it.

A rumour is denied when it has been told (有消息称A将收购B，A称消息不实), a deal fails in the clause after it
(宣布收购B，但交易告吹), is stopped by whoever stands before it (C阻止A收购B), or is not done yet (A对B的收购尚待批准).
"""

from __future__ import annotations

import re

from ontology.wording import Wording

from .scene import ANY_NAME
from .to_come import told_beside

_TALK = "消息|传闻|传言|报道|报导|说法|爆料|猜测|风声"
_UNTRUE = "不实|不属实|并?非事实|(?:纯属|[均皆]?[为系是])谣言|子虚乌有|空穴来风|毫无根据"
# What says itself that it is of a rumour: 消息不实, 回应称不实, 否认了这一报道.
_REBUTTED = re.compile(
    rf"(?:{_TALK}|此事|回应|表示|称)[^，。；]{{0,12}}?(?:{_UNTRUE})"
    rf"|(?:否认|驳斥)了?(?:这[一些则项个]?|该|上述|相关|此|有关|外界的?)[^，。；]{{0,4}}(?:{_TALK})"
    rf"|(?:^|[，；])[^，。；]{{0,8}}(?:已|随后|迅速|紧急|官方)?辟谣"
)
# Who denies 对此 may deny a charge that is true; of what was to come he denies that it will.
_DENIED = re.compile(
    "(?:对此|予以|已经?|随后)[^，。；]{0,4}(?:予以|加以)?(?:否认|辟谣)(?=$|[，。；！“”」]|了(?:$|[，。；]))"
)
_DENIES = re.compile(rf"(?:否认|驳斥)了?(?:有关|关于|外界)?[^，。；{ANY_NAME}]{{0,4}}$")  # 否认了有关其将收购B的报道
_NEXT = 40  # characters of the sentence after that may deny what this one told
_RUMOURED = re.compile(
    "传言|传闻|网传|盛传|被曝(?=将|拟|计划|有意|正)|(?:^|[，；])(?:有|市场)(?:消息|报道|报导|传|爆料)|据传"
    rf"|(?:{_TALK})[称说]"
)
_UNNAMED = re.compile("(?:传言|传闻|网传|盛传)[称说]?[^，。；：]{0,4}$")  # 市场传言A收购B: nobody stands for it

_DEAL = "交易|收购|并购|购并|谈判|协议|计划|合并|一?案(?!例)"
_NOTHING = "告吹|失败|破裂|流产|作罢|泡汤|搁浅|未果|破局|触礁|喊[停卡]|落空|夭折"
_FAILED = f"{_NOTHING}|终止|叫停|否决|未获批准|未能(?:完成|达成|成功)|取消"
_NOTHING_CAME = (
    "(?:(?:没有|没能|未能?)(?:成功|如愿|谈成|成行|成真)|以失败告终|失败了?(?=[，。；]|$)"
    "|未果|作罢|不了了之|(?:与[^，。；]{1,8})?失之交臂)"
)
_FELL_THROUGH = re.compile(
    rf"的?(?:合作|投资)?(?:{_DEAL})(?!的|成)[^，。；{ANY_NAME}]{{0,16}}?(?<!不会)(?<!没有)(?<!避免)(?:{_FAILED})(?!费|的|条款|风险|后|，将)"
    rf"|(?:的(?:{_DEAL}))?(?:一度)?遭(?:到了?)?[^，。；]{{0,8}}?(?:否决|拒绝|阻止|叫停)"
    rf"|[^，。；]{{0,8}}[，,](?:但|然而|不过|后来|最终|却)?(?:该|这[一笔项桩]?|此|双方)?[^，。；{ANY_NAME}]{{0,2}}(?:{_DEAL})"
    rf"[^，。；{ANY_NAME}]{{0,20}}?(?<!不会)(?<!没有)(?:{_NOTHING}|未能(?:完成|达成|成功)|[遭被][^，。；]{{0,6}}(?:否决|叫停|阻止|终止))(?!费|的|条款|风险)"
    r"|[^，。；]{0,8}[，,](?:但|然而|不过|最终|却)?遭(?:到了?)?[^，。；]{0,8}(?:拒绝|否决)"
    rf"|[^，。；]{{0,14}}[，,](?:但|然而|不过|可惜|却){{1,2}}(?:(?:由于|因为?)[^，。；]{{1,30}}[，,])?(?:[这该][一项笔]?(?:{_DEAL})|双方|而|最终|后来|终究|也|并){{0,3}}{_NOTHING_CAME}"
)
_ENDED = re.compile(
    rf"(?![^，。；]{{0,6}}(?:将|预计|不会|尚未))(?:合作|关系|协议)?[^，。；{ANY_NAME}]{{0,8}}(?:结束|告终|破局)(?!后|的|时|谈|之)"
)  # A与B的合作于T结束
_STOPPED = re.compile(rf"(?:阻止|否决|叫停|驳回)了?[^，。；{ANY_NAME}的]{{0,2}}$")
# Who only tries to, wants or fails to has not stopped it: 试图阻止A收购B
_NOT_STOPPED = re.compile(
    "(?:试图|企图|意图|力图|寻求|希望|打算|想要?|拟|计划|考虑|威胁|呼吁|要求|敦促|起诉|诉讼|申请|请求|未能|没有?|未|不[会能想再]|无法|难以)[^，。；]{0,8}$"
)
_PENDING = re.compile(
    rf"的?(?:{_DEAL})?[^，。；{ANY_NAME}]{{0,4}}(?:尚未|仍未|还没有?|仍需|仍?有待|尚待|等待)[^，。；]{{0,8}}?(?:批准|完成|审批|敲定|获批|落定)"
    rf"|的(?:{_DEAL})[^，。；{ANY_NAME}]{{0,3}}(?:预计|将(?!军)|有望|计划)[^，。；]{{0,10}}?(?:完成|交割|达成)"
)
# Of a takeover only: what looks into an investment or a partnership looks into what there is.
_REVIEWED = re.compile(
    rf"(?:的(?:{_DEAL})|一?案)?(?:展开|进行|启动|发起|开展)了?[^，。；{ANY_NAME}]{{0,8}}?(?:审查|调查|审批|审议)"
)

# What is only spoken of: A与B展开合作谈判, A对B的收购要约
_IN_TALKS = re.compile(
    rf"(?:上的|的|事宜|一事)?[^，。；：{ANY_NAME}]{{0,3}}(?:谈判|磋商|洽谈|商谈)(?![^，。；]{{0,4}}(?:完成|结束|成功|达成)|[后代专桌室])"
    "|(?:意向|要约|提议|报价)"
    "|(?:等(?:巨头|公司|机构)?)?(?:也|都|均|仍|正|在|积极|密切){1,6}(?:谈判|磋商|洽谈|商谈)"
)
_POSSIBLE = re.compile("的?(?:可能性|可行性)")  # A与B合作的可能性

_DEALS = frozenset({"acquires", "investsIn", "partnersWith"})
_TALKED_OF = _DEALS | {"listedOn", "supplies", "uses", "develops"}


def settled(
    sure: str,
    predicate: str,
    wording: Wording,
    code: str,
    span: tuple[int, int],
    following: str,
    other: int | None = None,
) -> str:
    """
    Return how surely a relation is stated, with what is told beside it.

    Args:
        sure: How surely its own words state it.
        predicate: Its predicate.
        wording: The domain's wording.
        code: The code of its sentence.
        span: Where it stands there.
        following: The code of the next sentence.
        other: Where its object is named, if its sentence names it.
    """
    start, end = span
    if beside := told_beside(sure, predicate, code, span, other):
        return beside
    if sure == "denied" or predicate not in _TALKED_OF or not wording.modality["verbal"].search(code, start, end):
        return sure
    if is_rebutted(code, end, following, certain=sure == "asserted"):
        return "denied"
    if _DENIES.search(code, max(0, start - 12), start):
        return "denied"
    if predicate == "partnersWith" and _ENDED.match(code, end):
        return "denied"
    return _of_deal(sure, predicate, code, span) if predicate in _DEALS else sure


def denied_rumour(code: str, end: int, following: str) -> bool:
    """Tell whether a figure up to *end* is of a rumour that is said to be untrue: 传A裁员1，A称消息不实."""
    return _RUMOURED.search(code, 0, end) is not None and is_rebutted(code, end, following, certain=False)


def _of_deal(sure: str, predicate: str, code: str, span: tuple[int, int]) -> str:
    """Return how surely a deal is stated that may fail, wait or be only talked of."""
    start, end = span
    if _FELL_THROUGH.match(code, end) or _is_stopped(code, start):
        return "hypothetical" if sure == "hypothetical" else "denied"
    if sure != "asserted":
        return sure
    if _POSSIBLE.match(code, end) or _UNNAMED.search(code, 0, start):
        return "planned" if _is_pending(predicate, code, end) else "hypothetical"
    return "planned" if _is_pending(predicate, code, end) else sure


def _is_stopped(code: str, start: int) -> bool:
    """Tell whether a deal told from *start* on is stopped by who stands before it, and not only tried to be."""
    stopped = _STOPPED.search(code, max(0, start - 8), start)
    return stopped is not None and not _NOT_STOPPED.search(code, max(0, stopped.start() - 12), stopped.start())


def _is_pending(predicate: str, code: str, end: int) -> bool:
    """Tell whether a deal is still to be done: A对B的收购尚待批准, C对A收购B展开审查, A与B展开合作谈判."""
    reviewed = predicate == "acquires" and _REVIEWED.match(code, end)
    return bool(reviewed or _PENDING.match(code, end) or _IN_TALKS.match(code, end))


def is_rebutted(code: str, end: int, following: str, *, certain: bool) -> bool:
    """
    Tell whether what stands before *end* is said to be untrue further on, or in the sentence *following*.

    Args:
        code: The code of the sentence.
        end: Where the statement ends.
        following: The code of the next sentence.
        certain: Whether it is told as a fact; who denies one denies a charge, if nothing calls it a rumour.
    """
    rest, then = code[end:], following[:_NEXT].partition("。")[0]
    rumoured = _RUMOURED.search(code) is not None
    if _REBUTTED.search(rest) or (rumoured and _REBUTTED.search(then)):
        return True
    return (rumoured or not certain) and bool(_DENIED.search(rest) or (rumoured and _DENIED.search(then)))
