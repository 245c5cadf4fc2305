"""Whose figures are told where the firm that is meant is only called 公司, or its officer speaks."""

from __future__ import annotations

import re

from .phrase_slots import ANY_FIGURE, ANY_NAME, WHEN
from .sayers import SAYERS
from .scene import Scene
from .topics import subjects

# What an officer says of his firm: 林远指出，公司第二季营收增长1.
_SAYS_OF_HIS = re.compile(
    rf"[^，。；：！？{ANY_NAME}]{{0,10}}(?:[对向][{ANY_NAME}]{{1,2}}[^，。；：！？{ANY_NAME}]{{0,4}})?(?:表示|指出|透露|强调|[宣公]布|预[计估期]|[说称])[，,：:][“「]?(?:[^。；{SAYERS}]{{0,30}}，)?"
    rf"(?:目前|截至|今年|预[计估期]|[{WHEN}]|，)*(?:(?<=[{WHEN}])|该?公司|集团|我们)[^，。；：{ANY_NAME}]{{0,30}}[{ANY_FIGURE}]"
)
_OWN = re.compile(rf"(?:^|[，。；：{WHEN}])\s?(?:目前|如今|截至目前)?该?公司(?![们法化制])[^。；：{ANY_NAME}]*$")
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
