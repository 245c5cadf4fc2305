"""What the words right beside a name say of its part in the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .scene import ANY_FIGURE, ANY_NAME

_BESIDE = {"的": "l:of", "（": "l:bracket", "(": "l:bracket", **dict.fromkeys("#*-•", "l:heading")}
_LEFT = re.compile(
    r"(?P<source>据|根据|援引|来自|引述)$"
    r"|(?P<than>比|比起|较|(?<![高马反])超|高于|低于|超过|超越|相当于|仅次于|媲美|相比|优于|快于|落后于|而不是|不及|相对于|相较于?|是上一代|(?<!分别)(?<!依[次序])[是为]|优于|击败|拉下|挤下|打败|甩开|赶超|反超)$"
    r"|(?P<compared>与|和|同|跟)$"
    r"|(?P<receiver>向|给|对|为|告诉|在|于|用于|用|使用|加入|进入|登陆|登录|赴|针对|购买|采购|基于)$"
    r"|(?P<agent>由|被|从|获|获得|获得了|得到|以及|包括|例如|如|像|比如)$"
    r"|(?P<object>收购|投资|领投|参投|支持|推出|发布|训练|创立|控股|投资了|收购了|推出的?|发布的?)$"
    r"|(?P<also>其中|而|但|不过|目前|尤其是|同时|此外|今年|去年)[，]?$"
)
_RIGHT = re.compile(
    rf"(?P<maker>[^，。；{ANY_NAME}{ANY_FIGURE}]{{0,6}}?(?:投资|收购|支持|领投|推出|发布|开发|研发|打造|训练|创办|创立|生产|制造)[过了]?的)"
    rf"|(?P<funds>[^，。；{ANY_NAME}{ANY_FIGURE}]{{0,8}}?(?:领投|参投|跟投|牵头|注资|入股|参与))"
    r"|(?P<counts>[^，。]{0,4}?(?:数据(?:显示|，)|统计|(?:报告|调查)显示|测算|估算))"
    r"|(?P<venue>(?:的?成分股|交易(?!额|量)|上市|挂牌|板块))"
    rf"|(?P<owner>(?:旗下)?的?[{ANY_NAME}])"
    r"|(?P<speaks>[^，。]{0,6}?(?:表示|称|指出|认为|发现|透露|预计|预测|估计|报道|报导|数据|显示|统计|援引|网站|分析师))"
    r"|(?P<list>[、和与及以])"
    r"|(?P<colon>[：:])"
    r"|(?P<pause>[，,。；])"
    r"|(?P<compared>等?(?:相比|相较|而言))"
    r"|(?P<bracket>[）)])"
    r"|(?P<ofs>的)"
    r"|(?P<does>将|已|在|也|还|正|曾|于|以|从|今年|去年|计划|宣布|目前|首次|每|拥有|获得|完成|达|占|上涨|下跌|涨|跌|花费|投入)"
    r"|(?P<member>(?:等|领投|参投|跟投|牵头|为首|主导))"
)


def left_of(code: str, at: int) -> Iterator[str]:
    """Yield what stands before the name at *at*: a preposition, a verb, the start of a clause."""
    left = _LEFT.search(code, max(0, at - 4), at)
    if left:
        yield f"l:{left.lastgroup}"
    elif at == 0 or code[at - 1] in "，。；：！？,;!?\n":
        yield "l:start"
    elif code[at - 1] in _BESIDE:
        yield _BESIDE[code[at - 1]]


def right_of(code: str, at: int) -> str:
    """Return what stands after the name at *at*: what it owns, that it speaks, acts or is in a list."""
    right = _RIGHT.match(code, at + 1)
    return f"r:{right.lastgroup}" if right else "r:none"
