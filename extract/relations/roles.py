"""Posts as a text words them, without what is no part of them."""

from __future__ import annotations

import re

_AND = re.compile(  # 云川及其CEO, 买下云川的技术并挖走其CEO, 云川董事会批准向CEO
    "^(?:.*其(?![他它中余实])|.*(?:批准|同意|决定|宣布|提议)[^，。]{0,4}[向给对](?!外)|以?及|和|与|连同)"
)
# What is no part of a post: 前副总裁, 新任CEO, 首席财务官一职由, 首席科学家）表
_ROLE_FRONT = re.compile(
    "^(?:(?:AI|PLC|Inc|公司|总部|集团)的(?=.{2})|[被遭]到?其?|担任|出任|(?:董事会)?(?:在[^，。]{1,8}[中里])?(?:宣布)?(?:起诉|状告|指控|解雇|开除|罢免)了?|宣布|将由|接替了?|取代了?|任命了?|新一任|新任|新(?=总裁|首席|执行|董事|C[A-Z]O)|现任|一[名位]|[前原](?=首席|副|总|执行|高级|资深|董事|主[席管任]|负责|研究|工程|高管|员工|C[A-Z]O))+"
)
_ROLE_END = re.compile(
    "(?:(?:长达)?[数多几半一二两三四五六七八九十\\d]+余?个?[年月]$|[（(）)].*|(?:(?<=[官家裁席长理监管人O])一?职[务位缺]?)?(?:[将改]由|换成|改|包括了?|[由将为是后时和及兼暨]|(?<!代)表|以[来及]|期间|之一|\\s?(?:Dr|Mr|Ms|Prof)\\.?)?)$"
)
_CUT = re.compile(
    "(?<=[官长裁监理席师员任O])[兼暨及和][^官长裁监理席师员任人士创授家问生表O]{1,8}$"
)  # 副总裁兼美洲|区总经理

_NO_ROLE = re.compile("[了着过有]$|(?:研究|研发|工程|日常|管理)工作$")  # 林远执掌的云川上市了, 领导云川的研究工作


def role_of(told: str | None) -> str | None:
    """Return the post of the words *told* for it; ``None`` where there are none."""
    role = _AND.sub("", told or "")
    whole = role.strip(" 的、,-")
    if _NO_ROLE.search(whole):
        return None
    return _CUT.sub("", _ROLE_END.sub("", _ROLE_FRONT.sub("", whole)).strip(" 的、,-")) or whole or None
