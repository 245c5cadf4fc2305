"""Whose the researchers are that a text goes on to tell of: 远山大学和云川公司的研究团队…。团队提出了海豚3."""

from __future__ import annotations

import re

from ..model import Mention
from .phrase_slots import ANY_NAME, CODE, Scene, Slot

_BODIES = CODE["Company"] + CODE["Organization"]
_WORD = rf"[^，。；：！？、了对向被把将从给在用比{ANY_NAME}]"
# 远山大学、云川公司等机构的联合研究团队, 远山大学与云川公司组成的团队, 远山大学教授林远课题组
_TEAM = re.compile(
    rf"[{_BODIES}]{_WORD}{{0,12}}?(?:{CODE['Person']}{_WORD}{{0,6}}?)?"
    rf"(?:团队|研究(?:者|人员|员|小?组)|科研人员|学者|课题组|(?<!首席)科学家)(?!\s?{CODE['Person']})"
)
_ITS_TEAM = len("团队")  # which the name of a school takes in
_NEAR = 240  # characters behind which 他们 may be anybody


class Teams:
    """Remembers whose the researchers are that the sentences read so far tell of."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._team: tuple[Mention, ...] = ()
        self._several = False

    def remember(self, raw: Scene) -> None:
        """Take in a sentence that has been read."""
        if found := _team(raw, len(raw.code)):
            self._several = self._several or not (not self._team or _share(self._team, found))
            self._team = found

    def meant(self, scene: Scene, position: int, word: str) -> tuple[Mention, ...]:
        """Return whose the people are that a *word* at *position* of the phrase scene speaks of; empty if in doubt."""
        if found := _team(scene, position):
            return found
        far = not self._team or scene.span.start - self._team[-1].span.end > _NEAR
        return () if far and (self._several or word == "他们") else self._team


def _share(some: tuple[Mention, ...], others: tuple[Mention, ...]) -> bool:
    return not {each.entity for each in some}.isdisjoint(each.entity for each in others)


def _team(scene: Scene, end: int) -> tuple[Mention, ...]:
    """Return whose the last researchers are that a sentence tells of before *end*."""
    found = [match.start() for match in _TEAM.finditer(scene.code, 0, end)]
    found += [at for at, slot in scene.slots.items() if at < end and _takes_in(slot)]
    return scene.slots[max(found)].mentions if found else ()


def _takes_in(slot: Slot) -> bool:
    """Tell whether a school's name takes in the word for its team: 远山大学团队."""
    school = slot.code == CODE["Organization"]
    return school and bool(slot.mentions) and slot.span.end - slot.mentions[-1].span.end == _ITS_TEAM
