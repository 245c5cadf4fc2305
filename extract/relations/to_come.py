"""What is told beside the statement of a thing, an office or a seat: that it is still to come, or is there already."""

from __future__ import annotations

import re

from .dated import is_left
from .scene import ANY_FIGURE, ANY_NAME, WHEN

# A thing that is to come out is not made yet: A的S将于T推出, S，预计年底发布; not S将于T发布新版本.
_COMES_OUT = re.compile(
    rf"(?:[（(][^（()）]{{0,40}}[）)])?(?:，|[^，。；{ANY_NAME}{ANY_FIGURE}]{{0,8}})(?:预计|计划|[有可]望|预定|最[快迟]|力[争拼]|尚未|(?<![已必])将|(?:推迟|延[后迟期])[至到])(?:会|要)?"
    rf"[^，。；{ANY_NAME}{ANY_FIGURE}]{{0,12}}?(?:发[布售]|推出|上[线市]|亮相|[面问]世|开[源售]|登场)(?=[，。；：）)”」]|$)"
)
# T，A发布了S，将于U上市: it is there, though not in the shops
_IS_OUT = re.compile(
    rf"{WHEN}[^。；]{{0,30}}?(?<![将要会拟])(?:正式|同步|首次)?(?:发[布表]|推出|公布|揭晓|展示|亮出)[了出]?[^，。；]{{0,30}}"
    r"(?:[，,](?:其中)?(?:共)?(?:包[括含]|分[为别]|涵盖|即)[^，。；]{0,30})?\Z"
)
# A的S用了B，预计将于T推出: S opens the clause, and is none that came out before
_OPENS = re.compile(rf"(?:^|[，。；：])[^，。；：{ANY_NAME}]{{0,6}}[{ANY_NAME}]的[^，。；：{ANY_NAME}]{{0,6}}$")
_LATER_OUT = re.compile(
    r"(?!，)(?:(?!发[布售]|推出|上[线市]|亮相|[面问]世|开源|宣布)[^。；]){1,30}，(?:预计|计划|[有可]望)(?:将|会)?"
    rf"[^，。；{ANY_NAME}{ANY_FIGURE}]{{0,8}}?(?:发布|推出|上[线市]|亮相|[面问]世|开源)(?=[，。；：）)”」]|$)"
)
_SUCCESSOR = re.compile("的?(?:热门)?(?:接班人|继任者|继任人选|候选人|人选)")  # A的CEO候选人 is not yet its CEO
# Who keeps back a part of a thing has made it: A未发布S的完整功能
_PART_OF_IT = re.compile("的[^，。；]{0,6}(?:功能|细节|参数|数据|权重|价格|信息|代码|架构)")
_SAID = re.compile("[”」]")
_PUT_OFF = re.compile(r"(?:推迟|延后|延迟)了?[^，。；]{0,2}$")
_RELEASE = re.compile("的?(?:发布|推出|上[线市]|亮相|问世)")

# Who is called something is that, whatever he plans: A的竞争对手B, A联合创始人P
_NOUNS = {
    "competesWith": re.compile("(?<!视为)(?<!看作)竞争(?:对手|者)|竞品|竞对|劲敌|老对手|死对头"),
    "founderOf": re.compile("创[始办]人"),
}
_NEAR = 8


def told_beside(sure: str, predicate: str, code: str, span: tuple[int, int], other: int | None) -> str:
    """
    Return how surely something is told that words beside it settle; empty where none do.

    Args:
        sure: How surely its own words state it.
        predicate: Its predicate.
        code: The code of its sentence.
        span: Where it stands there.
        other: Where its object is named, if its sentence names it.
    """
    if predicate == "develops" and other is not None:
        if sure == "asserted" and _is_to_come(code, other):
            return "planned"
        return "asserted" if sure == "denied" and _PART_OF_IT.match(code, other + 1) else ""
    if predicate == "worksFor" and sure != "denied":
        if _SAID.search(code, *span):
            return "asserted"  # “这将使A受益，”总裁P说
        return "hypothetical" if sure == "asserted" and _SUCCESSOR.match(code, span[1]) else ""
    if sure != "denied" and (noun := _NOUNS.get(predicate)):
        return "asserted" if noun.search(code, span[0], span[1] + _NEAR) else ""
    left = predicate == "locatedIn" and sure == "planned" and is_left(code, other)
    return "asserted" if left else ""  # 将把总部从P迁往Q: it is in P still


def _is_to_come(code: str, at: int) -> bool:
    """Tell whether the thing at *at* is said to come out: A的S将于T推出; A的S用了B，预计将于T推出; A推迟了S的发布."""
    if _COMES_OUT.match(code, at + 1):
        return not _IS_OUT.search(code, 0, at)
    if _RELEASE.match(code, at + 1) and _PUT_OFF.search(code, max(0, at - 8), at):
        return True
    return _LATER_OUT.match(code, at + 1) is not None and _OPENS.search(code, 0, at) is not None
