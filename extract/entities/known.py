"""What the lexicon found in a text, as rules look for it that build names by their form."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from .candidates import Candidate
from .segmenting import is_worded
from .words import pattern

_OWNERS = frozenset({"Company", "Organization", "Place"})
_NAMESAKES = frozenset({"台湾", "新竹"})  # where other bodies have the names of known ones
_WORD = 2  # characters of the shortest word before a name
_SIDES = frozenset("东西南北中大小新老")  # of a place, or another one


class Known:
    """Places and people, companies, and names that a longer one may hold, by their ends."""

    def __init__(self, found: Sequence[Candidate]) -> None:
        self.places = {c.end: c for c in found if c.type in ("Place", "Person")}
        self.whole = {c.end: c.start for c in found if c.type not in ("Place", "Person", "Technology")}
        self._bodies = [c for c in found if c.type in _OWNERS]
        self._starts = [c.start for c in self._bodies]
        self._seats = {c.start for c in found if c.type == "Place"}
        self.firms = {c.end: c.start for c in self._bodies if c.type == "Company"}
        self.companies = frozenset(self.firms.values())

    def sits(self, name: Candidate, folded: str) -> bool:
        """Tell whether *name* is but a known one with the place before it where it is: 美国哥伦比亚大学.

        What but says a field is another body elsewhere: 日本工业技术研究院.
        """
        place = self.places.get(self.whole.get(name.end, -1))
        if place is None or place.type != "Place" or place.start != name.start:
            return False
        field = folded[place.end : name.end]
        own = pattern("school", r"<>\Z").search(field) is not None or not is_worded(field)
        return own and folded[place.start : place.end] not in _NAMESAKES

    def whole_place(self, name: Candidate, folded: str) -> Candidate:
        """Return *name* without a character before the place that it begins with: 当南州城市大学, but 西南州大学."""
        glued = name.start + 1 in self._seats and folded[name.start] not in _SIDES
        return name._replace(start=name.start + 1) if glued and name.rule == "suffix" else name

    def is_glued(self, name: Candidate, folded: str) -> bool:
        """Tell whether *name* is a known one with a word before it that is no place: 他嘲笑哥伦比亚大学."""
        start = self.whole.get(name.end, name.start)
        if start - name.start < _WORD or name.start in self._seats or not is_worded(folded[start - _WORD : start]):
            return False
        return pattern("school.plain").match(folded, name.start) is None

    def before(self, at: int, reach: int) -> Sequence[Candidate]:
        """Return the bodies and places that begin within *reach* characters before *at*."""
        return self._bodies[bisect_left(self._starts, at - reach) : bisect_left(self._starts, at)]
