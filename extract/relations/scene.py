"""A sentence as frames see it: names, figures and times as single characters.

Frames are regular expressions over a *code string*. In it every name stands
as one private-use character that tells its class, a list of names (苹果、微软和
谷歌) as one such character too, every figure and every time as well; all other
text stays as it is. So ``S推出了O`` is matched by a plain regular expression,
at the speed of the regular expression engine, whatever the names are.

Two levels exist. The raw one shows every name. The phrase one (see ``phrases``)
shows noun phrases by their head: OpenAI的GPT-4 is a model, 微软CEO纳德拉 a
person; frames about what happens between noun phrases use it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ..model import Mention, Quantity, Span, When
from .phrase_slots import (
    ANY_FIGURE,
    ANY_NAME,
    CLASSES,
    CODE,
    COUNT,
    FAMILY,
    MONEY,
    OTHER,
    PERCENT,
    TIMES,
    WHEN,
    Scene,
    Slot,
    assemble,
    code_of,
    codes_under,
    join_lists,
)
from .phrases import phrase_scene

__all__ = [
    "ANY_FIGURE",
    "ANY_NAME",
    "CLASSES",
    "CODE",
    "COUNT",
    "FAMILY",
    "MONEY",
    "OTHER",
    "PERCENT",
    "TIMES",
    "WHEN",
    "Scene",
    "Slot",
    "codes_under",
    "kind_of",
    "phrase_scene",
    "raw_scene",
]

_CURRENCY = re.compile(r"[A-Z]{3}\Z")
_KINDS = {"%": PERCENT, "pp": PERCENT, "x": TIMES, "count": COUNT}
_QUOTES = {"“": "”", "「": "」", "『": "』", "《": "》", "‘": "’", '"': '"', "〈": "〉"}
# What belongs to a name and says nothing: Fishtail®, Fishtail, Inc.
_MARK = re.compile(r"\s?[®™]|[,，]?\s?\b(?:Inc|Corp|Ltd|LLC|GmbH|Corporation|Limited)\b\.?")
_GLOSS = re.compile(r"\s?[（(][^（）()，。；：！？\n]{1,30}[）)]")
_TAIL = {
    "org": re.compile(r"(?:股份有限公司|有限责任公司|有限公司|公司|集团|官方(?!网)|团队)"),
    "thing": re.compile(
        r"\s?(?:系列)?(?:AI|人工智能)?(?:大?语言|推理|视频|基础|开源|旗舰)?"
        r"(?:大?模型|芯片|处理器|显卡|平台|系统|应用程序|应用(?![于到了])|架构|框架|软件|服务器|机器人|助手|手机|"
        r"内存|显存|记忆体|存储(?![在了于])|接口|总线|通道|工艺|制程|封装(?![而成了在为])|协议|标准|格式|精度|核心|内核|加速器|引擎|指令集|数据格式|GPU|CPU|NPU|算法|机制)"
    ),
    "person": re.compile(r"(?:先生|女士|本人)"),
    # A chip or an application of a technology is not the technology: 自动驾驶芯片.
    "technology": re.compile(
        r"\s?(?:系列)?(?:AI|人工智能)?(?:大?语言|推理|视频|基础|开源|旗舰)?"
        r"(?:大?模型|平台|系统|架构|框架|"
        r"内存|显存|记忆体|存储(?![在了于])|接口|总线|通道|工艺|制程|封装(?![而成了在为])|协议|标准|格式|精度|核心|内核|加速器|引擎|指令集|数据格式|算法|机制)"
    ),
}


def kind_of(quantity: Quantity) -> str:
    """Return the code character of a figure: money, per cent, times, count or other."""
    return _kind_of(quantity.unit)


@lru_cache(maxsize=1024)
def _kind_of(unit: str) -> str:
    return _KINDS.get(unit) or (MONEY if _CURRENCY.match(unit.split("/", 1)[0]) else OTHER)


def raw_scene(
    folded: str, sentence: Span, mentions: Sequence[Mention], quantities: Sequence[Quantity], whens: Sequence[When]
) -> Scene:
    """
    Encode one sentence.

    Args:
        folded: The whole folded text.
        sentence: The sentence's span.
        mentions: Names inside the sentence, in order, not overlapping.
        quantities: Figures inside it.
        whens: Times inside it.
    """
    if not (mentions or quantities or whens):
        return assemble(folded, sentence, ())
    slots = [Slot(code_of(m), m.span, (m,)) for m in mentions if m.type in CODE]
    if quantities or whens:
        slots += [Slot(kind_of(q), q.span, (), q) for q in quantities]
        slots += [Slot(WHEN, w.span, (), None, w) for w in whens]
        slots.sort(key=lambda slot: (slot.span.start, -slot.span.end))
    return assemble(folded, sentence, join_lists(folded, _widened(folded, sentence, _apart(slots))))


def _apart(slots: Sequence[Slot]) -> list[Slot]:
    """Drop what overlaps an earlier slot; names come first at the same place."""
    kept: list[Slot] = []
    reach = 0
    for slot in slots:
        if slot.span.start >= reach:
            kept.append(slot)
        elif slot.mentions and not kept[-1].mentions:
            kept[-1] = slot
        reach = kept[-1].span.end
    return kept


def _widened(folded: str, sentence: Span, slots: Sequence[Slot]) -> list[Slot]:
    """Let a name's slot take in its quotation marks, its kind (GPT-4模型) and a gloss without names in brackets."""
    wide: list[Slot] = []
    for n, slot in enumerate(slots):
        if slot.mentions:
            floor = wide[-1].span.end if wide else sentence.start
            ceiling = slots[n + 1].span.start if n + 1 < len(slots) else sentence.end
            wide.append(_wide(folded, slot, floor, ceiling))
        else:
            wide.append(slot)
    return wide


def _wide(folded: str, slot: Slot, floor: int, ceiling: int) -> Slot:
    start, end = slot.span.start, slot.span.end
    while match := _MARK.match(folded, end, ceiling):
        end = match.end()
    type_ = slot.mentions[0].type
    tail = _TAIL.get("technology" if type_ == "Technology" else FAMILY[type_])
    if tail and (match := tail.match(folded, end, ceiling)):
        end = match.end()
    if start > floor and end < ceiling and _QUOTES.get(folded[start - 1]) == folded[end]:
        start, end = start - 1, end + 1
        if tail and (match := tail.match(folded, end, ceiling)):
            end = match.end()
    if match := _GLOSS.match(folded, end, ceiling):
        end = match.end()
    changed = (start, end) != (slot.span.start, slot.span.end)
    return slot._replace(span=Span(start, end)) if changed else slot
