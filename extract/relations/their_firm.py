"""Whose figures are told where the firm that is meant is only called 公司, or its officer speaks."""

from __future__ import annotations

import re

from .phrase_slots import ANY_FIGURE, ANY_NAME, WHEN
from .sayers import SAYERS
from .scene import MONEY, PERCENT, Scene
from .topics import subjects

# What an officer says of his firm: 林远指出，公司第二季营收增长1.
_SAYS_OF_HIS = re.compile(
    rf"[^，。；：！？{ANY_NAME}]{{0,10}}(?:[对向][{ANY_NAME}]{{1,2}}[^，。；：！？{ANY_NAME}]{{0,4}})?(?:表示|指出|透露|强调|[宣公]布|预[计估期]|[说称])[，,：:][“「]?(?:[^。；{SAYERS}]{{0,30}}，)?"
    rf"(?:目前|截至|今年|预[计估期]|[{WHEN}]|，)*(?:(?<=[{WHEN}])|该?公司|集团|我们)[^，。；：{ANY_NAME}]{{0,30}}[{ANY_FIGURE}]"
)
_OWN = re.compile(rf"(?:^|[，。；：{WHEN}])\s?(?:目前|如今|截至目前)?该?公司(?![们法化制])[^。；：{ANY_NAME}]*$")
# What only a firm spends or keeps, said in a clause that names nothing.
_SPENDS = re.compile(
    rf"(?:^|[，。；：])[^，。；：{ANY_NAME}]{{0,8}}(?:(?:研发|资本性?|销售|管理|行政|营销)(?:开支|支出|费用|投入)|(?:毛利|净利润?|营[业益]利?润?|利润)率)[^，。；：{ANY_NAME}]*"
    rf"(?:(?<=[{MONEY}{PERCENT}])，(?:[同环]比|按[年季]|[年季][增减]|[大急]?[升增降减跌])[^，。；：{ANY_NAME}]{{0,6}})?$"
)
_CALLED = re.compile(rf"(?:^|[，。；：{WHEN}])\s?公司(?![们法化制])")


def speaking_of_theirs(phrase: Scene) -> set[int]:
    """Return where in the text firms stand whose officers speak of them: 云川董事长林远指出，公司营收增长1."""
    told = ((at, slot.house) for at, slot in subjects(phrase) if slot.house)
    return {house[0].span.start for at, house in told if _SAYS_OF_HIS.match(phrase.code, at + 1)}


def calls_it_so(code: str) -> bool:
    """Tell whether a sentence calls a firm 公司, which is the one that the text is about if it names none itself."""
    return _CALLED.search(code) is not None


def is_own_of_a_firm(code: str, position: int) -> bool:
    """Tell whether a figure is of a firm, as its clause begins with 公司: 海豚3很受欢迎，公司已有1名员工."""
    return _OWN.search(code, max(0, position - 40), position) is not None


def is_spent_by_a_firm(code: str, position: int) -> bool:
    """Tell whether a figure is of what a firm spends, not a thing: 海豚3很受欢迎，研发开支达1，增2."""
    return _SPENDS.search(code, max(0, position - 24), position) is not None
