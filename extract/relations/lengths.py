"""Lengths of time that tell what somebody has or does: a delay, how long it took, years of experience."""

from __future__ import annotations

import re

from .scene import ANY_FIGURE, ANY_NAME

_REACH = 24  # characters before one that may say what it is
_WORD = rf"[^，。；：！？{ANY_NAME}{ANY_FIGURE}]"
_TAKES = re.compile(  # in the clause that names who, or one that names nobody else either: not 海豚3发布后，社群只花了1
    rf"(?:[{ANY_NAME}]{_WORD}{{0,16}}?|[，；](?:这[时次]|最[快低]|平均|总共|前后|训练|推理|开发|端到端|其|[也就共])*)"
    rf"(?:延迟|时延|响应(?:时间|速度)?|历时|耗时|(?<![采使])用时(?![长代])|[仅只](?:用|花|需)了?){_WORD}{{0,8}}$"
)
_HAS = re.compile(rf"[{ANY_NAME}](?:在{_WORD}{{1,12}})?已?[拥具]?有(?:着|了|超过|近|约|逾|多达|\s)*$")
_HAD = re.compile(rf"(?:以上)?的?{_WORD}{{0,10}}经验")
_DELAY = re.compile("(?:以[内下])?的?(?:端到端|平均|超低)?(?:延迟|时延)")


def is_trait(code: str, position: int) -> bool:
    """Tell whether a length of time is a trait of a name before it: 延迟低于1, 历时1打造, 云川拥有1的行业经验."""
    left = max(0, position - _REACH)
    if _TAKES.search(code, left, position) or _DELAY.match(code, position + 1):
        return True
    return _HAD.match(code, position + 1) is not None and _HAS.search(code, left, position) is not None
