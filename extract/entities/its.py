"""Whom 其 means, or that it means somebody or something that bears no name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import Mention
from ontology.lexicon_versions import THINGS

BODIES = frozenset({"Company", "Organization"})
_OWNERS = re.compile(  # 让客户在其业务中使用海豚3, 四成的企业已在其环境中部署: 其 are they
    r"(?:客户|企业|组织|机构|用户|商家|开发者|医院|学校|银行|学生|患者)们?[^，。；：！？]{0,16}$"
)
_ITS_OWN = re.compile(
    r"其(?:自身|自己|现有)?的?(?:[^，。；：！？的]{0,4}的?)?"
    "(?:业务|数据|员工|环境|流程|运营|组织|团队|网络|基础设施|目标|需求|日常|内部|投资|文档|资产|工作)"
)
_EXAMPLE = re.compile(r"[”」》]?\s?(?:系列|大?模型|芯片|平台|助手)?为例[，,]")  # 以云川的海豚3为例，其...: the thing's
_ANEW = re.compile(  # 推出一款蓝图，其集成了海豚3: 其 is the blueprint, that bears no name
    r"(?:推出|发布|打造|开发|研发|带来|提供|公布|展示)(?:了|出)?一[款个种套项][^，。；：！？]{2,30}[，,]$"
)
_IS_BY = re.compile(r"[^，。；：！？]{0,8}?(?:是|作为|为)由?")  # 飞鱼X1是云川推出的芯片，其采用...: the chip does so
_SAID_OF = re.compile(r"[”」》]?\s?(?:系列|大?模型|芯片|平台)?[，,](?:并|还|又)?(?:声|宣|号|自)?称")
_OF_A_KIND = re.compile(r"[^，。；：！？]{0,12}的[^，。；：！？]{1,24}[，,]")
_ITS_MAKE = re.compile(
    "其(?:采用|搭载|支持|使用|基于|内置|配备|集成|具备|性能|速度|参数|表现|训练|推理|特点|核心|功能)(?!团队|成员)"
)


def is_strangers(folded: str, start: int, at: int, before: Sequence[Mention]) -> bool:
    """Tell whether 其 is of somebody or something that bears no name: of customers, of a thing just introduced."""
    since = before[-1].span.end if before else start
    if _ITS_OWN.match(folded, at) and _OWNERS.search(folded, since, at):
        return True
    return _ITS_MAKE.match(folded, at) is not None and _ANEW.search(folded, since, at) is not None


def described(folded: str, at: int, before: Sequence[Mention]) -> Mention | None:
    """Return the thing that 其 means: 发布飞鱼X1，称其..., 飞鱼X1是云川的芯片，其采用..."""
    if (
        before
        and before[-1].type in THINGS
        and any(each.fullmatch(folded, before[-1].span.end, at) for each in (_SAID_OF, _EXAMPLE))
    ):
        return before[-1]
    if len(before) < 2 or not _ITS_MAKE.match(folded, at):
        return None
    thing, body = before[-2:]
    told = thing.type in THINGS and body.type in BODIES and _IS_BY.fullmatch(folded, thing.span.end, body.span.start)
    return thing if told and _OF_A_KIND.fullmatch(folded, body.span.end, at) else None


def nearest(fitting: Sequence[Mention]) -> Mention | None:
    """Return whom 其 means: the only actor before it in the sentence, or the first where it is the subject."""
    if not fitting:
        return None
    bodies = [m for m in fitting if m.also or m.type not in ("Model", "Product")] or list(fitting)
    return bodies[-1] if len({m.entity for m in bodies}) == 1 else None
