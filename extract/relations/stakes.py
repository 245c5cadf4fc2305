"""What is bought of a firm: who buys less than half of its shares invests in it, who buys a part of it does neither."""

from __future__ import annotations

import re

from ontology.frames import RelationFrame

from .related import Related
from .scene import ANY_NAME, MONEY, PERCENT

_STAKE = RelationFrame("known.stake", "investsIn", (), confidence=0.85)
_SHARES = "股份|股权|股票|所有权|权益"
_BEHIND = re.compile(rf"的?[^，。；{ANY_NAME}]{{0,4}}(?P<share>{PERCENT})的?[^，。；{ANY_NAME}]{{0,4}}(?:{_SHARES})")
_AHEAD = re.compile(rf"(?P<share>{PERCENT})的[^，。；{ANY_NAME}]{{0,6}}$")  # 收购了A的云川股份
_OF_IT = re.compile(f"(?:公司)?的?(?:{_SHARES})")
_PART = re.compile(  # 少数股权, 价值1的普通股, 股份
    rf"(?:公司)?的?(?:(?:少数|部分|小部分|非控股)(?:{_SHARES})|(?:股份|股票)(?!代|公司|有限|合作)|(?:价值)?[约近]?{MONEY}的?(?:普通股|优先股|新股|{_SHARES}))"
)
_PIECE = re.compile(  # 海螺科技的芯片业务, 海螺科技两座工厂
    rf"(?:公司)?\s?的?(?:(?!交易|后|将|计划|[案并以是由与和对为使让被遭获也已])[^，。；：！？、（）()的{ANY_NAME}{MONEY}{PERCENT}]){{0,10}}?"
    "(?:业务(?!软件|平台|公司|流程)|部门|资产|团队|人马|工厂|厂房|产线|生产线|专利|厂(?=[，。；]|$))"
)
_MOST = 50


def as_stake(found: Related) -> Related:
    """Return a takeover as it is: of less than half of the shares it is an investment, 收购星海智能20%的股份."""
    if found.frame.predicate != "acquires":
        return found
    fits = _STAKE.relation.fits(found.subject.type, found.object.type)
    return found._replace(frame=_STAKE) if fits and _is_minor(found) else found


def is_piece(found: Related) -> bool:
    """Tell whether only a part of a firm is bought: 云川公司收购海螺科技的芯片业务."""
    place = found.scene.place(found.object) if found.frame.predicate == "acquires" else None
    return place is not None and _PIECE.match(found.scene.code, place + 1) is not None


def _is_minor(found: Related) -> bool:
    """Tell whether less than half of its object is bought."""
    place = found.scene.place(found.object)
    if place is not None and _PART.match(found.scene.code, place + 1):
        return True
    share = _share(found)
    return share is not None and share < _MOST


def _share(found: Related) -> float | None:
    """Return how much of its object is bought, in per cent, where that is told beside it."""
    scene, place = found.scene, found.scene.place(found.object)
    if place is None:
        return None
    told = _BEHIND.match(scene.code, place + 1)
    if told is None and _OF_IT.match(scene.code, place + 1):
        told = _AHEAD.search(scene.code, found.start, place)
    quantity = scene.slots[told.start("share")].quantity if told else None
    return float(quantity.value) if quantity else None
