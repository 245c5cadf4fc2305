"""What a document said before a sentence, for figures that name no subject of their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from ..model import Mention
from .findings import is_researcher
from .phrase_slots import code_of
from .rules import Rule
from .sayers import is_medium
from .scene import ANY_FIGURE, ANY_NAME, WHEN, Scene, Slot
from .their_firm import calls_it_so
from .topics import subjects

_CHIEFS = 4  # classes of which the entity most named is kept
_NAMES = 3  # names of a sentence that are remembered
_HEADING = re.compile(rf"[#*\s\d.、|>（()）{ANY_FIGURE}{WHEN}-]*[{ANY_NAME}][*\s|：:（()）]*$")

# A point of a list that tells what a firm has: - 营收：1.
_POINT = re.compile(rf"\s*[-*•·●]\s*[^，。：{ANY_FIGURE}]{{1,12}}[：:][^，。；]{{0,8}}[{ANY_FIGURE}]")


class Background:
    """What a document said before: how often it names each entity, and the subjects of the last sentences."""

    def __init__(self, mentions: Sequence[Mention], reach: int = 4) -> None:
        counts = Counter(mention.entity for mention in mentions)
        self.chief = _chief(mentions, counts)
        most = max(counts.values(), default=1)
        self._weights = {entity: _weight(count, most) for entity, count in counts.items()}
        self._reach = reach
        self.past: list[list[Slot]] = []
        self.heading: Mention | None = None
        self.told: dict[str, Rule] = {}  # what figures of each kind measure in the sentence that is read
        self.topics: dict[str, Rule] = {}  # and in the one before
        self.listed: tuple[Rule, ...] = ()  # what the lines of a list measure by the line over it: 各公司营收：
        self.measured: str | None = None  # whom the last figure is about, until somebody else is named
        self.goes_on = False  # whether the last sentence spoke of 公司 and ended with a semicolon
        self.open = ""  # the codes of the sentences before that end with a semicolon

    def remember(self, raw: Scene, phrase: Scene) -> None:
        """Take in a sentence that has been read."""
        open_ = raw.code.endswith("；")
        self.goes_on, self.open = open_ and calls_it_so(raw.code), self.open + raw.code if open_ else ""
        if _HEADING.match(raw.code):
            self.heading = next(slot.mentions[0] for slot in raw.slots.values() if slot.mentions)
        named = [slot for at, slot in subjects(phrase) if not _tells(phrase.code, at, slot)]
        if len(named) < _NAMES:
            told = ((at, slot) for at, slot in raw.slots.items() if slot.mentions and slot not in named)
            named += [slot for at, slot in told if not _tells(raw.code, at, slot)]
        if named or not _POINT.match(raw.code):  # the points of a list are as near to what is named over them
            self.past.insert(0, named[:_NAMES])
        del self.past[self._reach :]
        self.topics, self.told = self.told, {}

    def weight(self, mention: Mention) -> str:
        """Say how much of the document is about an entity."""
        return self._weights[mention.entity]


def _tells(code: str, at: int, slot: Slot) -> bool:
    """Tell whether a name is only that of who tells something: no figure of a later sentence is of it."""
    return is_medium(code, at, slot) or is_researcher(code, at, slot)


def _weight(count: int, most: int) -> str:
    return "salience:top" if count >= most else f"salience:{min(3, int(4 * count / most))}"


def _chief(mentions: Sequence[Mention], counts: Mapping[str, int]) -> dict[str, Mention]:
    """Return for each of the classes most named the first mention of the entity that the document names most."""
    chief: dict[str, Mention] = {}
    for mention in mentions:
        code = code_of(mention)
        if code not in chief or counts[mention.entity] > counts[chief[code].entity]:
            chief[code] = mention
    most = sorted(chief.items(), key=lambda item: (-counts[item[1].entity], item[0]))
    return dict(most[:_CHIEFS])
