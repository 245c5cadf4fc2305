"""Find the unit behind a number, or the currency before it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from ontology.units import Unit, load_units

_LATIN = re.compile("[A-Za-z]")
_LATIN_OR_DIGIT = re.compile("[A-Za-z0-9]")


class Units:
    """The units of a domain, ready to be looked for in a text."""

    def __init__(self, units: Mapping[str, Unit]) -> None:
        """Order *units*, by surface, for quick looks."""
        groups: dict[str, list[Unit]] = {}
        for unit in units.values():
            groups.setdefault(unit.surface[0], []).append(unit)
        self._by_start = {
            start: tuple(sorted(own, key=lambda unit: -len(unit.surface))) for start, own in groups.items()
        }
        before = [unit for unit in units.values() if unit.before]
        self._ends = frozenset(unit.surface[-1] for unit in before)
        self._before = tuple(
            (size, {unit.surface: unit for unit in before if len(unit.surface) == size})
            for size in sorted({len(unit.surface) for unit in before}, reverse=True)
        )

    def at(self, text: str, start: int, high: int) -> Unit | None:
        """Return the unit whose surface stands at *start*, the longest, not beyond *high*."""
        if start >= high:
            return None
        for unit in self._by_start.get(text[start], ()):
            end = start + len(unit.surface)
            if end <= high and text.startswith(unit.surface, start) and _allowed(unit, text, end):
                return unit
        return None

    def currency_before(self, text: str, start: int, low: int) -> tuple[Unit, int] | None:
        """Return the currency that stands right before *start*, and where it begins."""
        end = start - 1 if start > low and text[start - 1] == " " else start
        if end <= low or text[end - 1] not in self._ends:
            return None
        for size, units in self._before:
            begin = end - size
            unit = units.get(text[begin:end]) if begin >= low else None
            if unit is not None and not _in_word(unit, text, begin):
                return unit, begin
        return None

    def noun_at(self, text: str, start: int, high: int) -> int:
        """Return where the counted noun at *start* ends, or *start* where there is none."""
        begin = start + 1 if start < high and text[start] == " " else start
        unit = self.at(text, begin, high)
        return begin + len(unit.surface) if unit and (unit.kind == "noun" or unit.code == "token") else start


@cache
def shipped() -> Units:
    """Return the units that are shipped."""
    return Units(load_units())


def _allowed(unit: Unit, text: str, end: int) -> bool:
    """Tell whether what follows leaves the surface a unit: 元 is none in 元宇宙, kW none in kWx."""
    last = unit.surface[-1]
    if last.isascii() and last.isalpha() and _LATIN_OR_DIGIT.match(text, end):
        return False
    return not (unit.unless and text.startswith(unit.unless, end))


def _in_word(unit: Unit, text: str, begin: int) -> bool:
    """Tell whether a Latin code is the end of a longer word."""
    return bool(unit.surface[0].isalpha() and unit.surface[0].isascii() and begin and _LATIN.match(text[begin - 1]))
