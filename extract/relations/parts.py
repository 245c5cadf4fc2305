"""Whose part a body is that stands right behind its owner, or bears his name: 谷歌的DeepMind, 星海智能海螺实验室."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ontology.frames import RelationFrame

from ..model import Mention
from .known import BODIES, Known
from .patterns import compile_pattern
from .related import Related
from .scene import ANY_NAME, Scene
from .topics import Topics


def _frame(name: str, confidence: float) -> RelationFrame:
    """Return a frame of what is taken for granted, whatever its clause denies or foresees."""
    return RelationFrame(f"known.{name}", "subsidiaryOf", (), confidence=confidence, modality="asserted")


PART, UNIT, NAMED = _frame("part", 0.85), _frame("unit", 0.75), _frame("named_unit", 0.75)
_OWNERS = (*BODIES, "Government")
_ACTING = (
    "收购|买下|并购|投资|入股|成立|创[立办]|起诉|竞争|合作|[联携]手|击败|出售|卖给|剥离|前(?!沿)|对手|客户|供应商|伙伴"
)
_OF = r"(?:公司|集团)?\s?(?:的|全资的?|自家的?|内部的?){0,2}\s?"
_KIND = "(?:公司|企业|部门|业务|子公司|平台|团队|实验室|研究院|机构|品牌|初创|单位)"
_NAMES = ",".join(_OWNERS)
_BESIDE = compile_pattern(
    f"{{o:{_NAMES}}}{_OF}(?:{{place}}?(?![^{ANY_NAME}]{{0,12}}(?:{_ACTING})){{=12}}{_KIND})?\\s?{{s:{_NAMES}}}", PART
)
_OWN = compile_pattern(f"{{o:{_NAMES}}}的\\s?{{s:Organization,Company}}", UNIT)
_REACH = 32  # characters between an owner and its part
_UNIT = re.compile(
    r"(?:实验室|實驗室|研究院|研究所|研究中心|学院|學院|事业部|事業部|事业群|事業群|部门|部門|团队|團隊|Labs?|Research|Institute"
    r"|基金|Fund(?: [IVX]+)?)$"
)
# What of a unit's name is behind its owner's; a fund or a committee that bears a name may be anybody's.
_UNIT_NAME = re.compile(
    r"[^，。]*(?:实验室|實驗室|研究院|研究所|研究中心|学院|學院|事业部|事業部|事业群|事業群|部门|部門|团队|團隊|小组|小組"
    r"|\s?B[GU]| Labs?| Research"
    r"|..(?:委员会|委員會|局))"
)
_OWNER_OF = re.compile("(.{2,}?)的?母公司.")


def parts(known: Known, raw: Scene, topics: Topics) -> Iterator[Related]:
    """
    Yield which bodies of a sentence are told as parts of who stands right before them, or whose name they bear.

    Whose a body is must be known, or its name be that of a unit: 微软的OpenAI订单 is nothing of the kind.
    """
    bodies = [at for at, slot in raw.slots.items() if slot.mentions and slot.mentions[0].type in _OWNERS]
    yield from _beside(known, raw, bodies)
    for at in bodies:
        for body in raw.slots[at].mentions:
            if owner := _in_name(known, body, topics):
                yield Related(NAMED, raw, body, owner, at, at + 1, None, None, False)
            if part := _part_in_name(body, topics):
                yield Related(PART, raw, part, body, at, at + 1, None, None, False)


def _beside(known: Known, raw: Scene, bodies: Sequence[int]) -> Iterator[Related]:
    """Yield which bodies are parts of who stands right before them."""
    for place, at in pairwise(bodies):
        if at - place > _REACH:
            continue
        owners, named = raw.slots[place].mentions, raw.slots[at].mentions
        for n, part in enumerate(named):
            if owners[-1].entity in known.line(part.entity)[1:]:
                frame, words = PART, _BESIDE
            elif n == 0 and len(owners) == 1 and _UNIT.search(part.text):
                frame, words = UNIT, _OWN
            else:
                continue
            if words.fullmatch(raw.code, place, at + 1):
                yield Related(frame, raw, part, owners[-1], place, at + 1, None, None, False)


def _in_name(known: Known, part: Mention, topics: Topics) -> Mention | None:
    """Return the body, named before, whose name opens that of a unit: 星海智能海螺实验室."""
    line = known.line(part.entity)  # what is known is not guessed
    if part.entity in known.bodies and len(line) == 1:
        return None
    for size in range(len(part.text) - 1, 1, -1):
        owner = topics.named.get(part.text[:size])
        if owner is None or owner.type not in _OWNERS or owner.entity == part.entity:
            continue
        is_unit = _UNIT_NAME.fullmatch(part.text, size) is not None
        return owner if is_unit and (len(line) == 1 or owner.entity in line) else None
    return None


def _part_in_name(owner: Mention, topics: Topics) -> Mention | None:
    """Return the body, named before, of which a name tells that it is the owner's: 谷歌母公司Alphabet."""
    told = _OWNER_OF.match(owner.text)
    part = topics.named.get(told[1]) if told else None
    return part if part is not None and part.type in _OWNERS and part.entity != owner.entity else None
