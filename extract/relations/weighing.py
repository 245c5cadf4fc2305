"""What each trait of a name weighs, for and against its being what a figure is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from .scene import CODE, FAMILY

_MENDED = 0.145  # of the doubt of weights, what was mended since they were counted: seen on corpus/train
_KIN = {code: FAMILY[name] for name, code in CODE.items()}


def mended(counted: float) -> float:
    """Return how sure something is, from how often its weights were right when they were counted."""
    return round(counted + _MENDED * (1.0 - counted), 3)


class Weights:
    """How much each trait of a name speaks for its being what a figure is about."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights
        # There are few different places and ranks, and every name of a sentence has one; settings are often alike.
        self.place, self.rank, self.past = cache(self._place), cache(self._rank), cache(self._past)
        self.change = cache(self._change)
        self.chief, self.around = cache(self._chief), lru_cache(maxsize=16384)(self._around)

    def sum(self, traits: Iterable[str], start: float = 0.0) -> float:
        """Return what *traits* weigh together, upon *start*."""
        weights = self._weights
        return sum([weights.get(trait, 0.0) for trait in traits], start)

    def _place(self, side: str, away: int, passed: int, rank: int, moved: bool) -> float:
        """Return what it weighs to stand *away* clauses and *passed* names from the figure, of the class of *rank*."""
        near = f"{side}clause{min(away, 1)}passed{min(passed, 2)}"
        return self.sum((f"{side}clause{min(away, 3)}", f"{side}passed{min(passed, 3)}", near)) + self.rank(rank, moved)

    def _around(self, side: str, setting: tuple[str, ...]) -> float:
        """Return what the *setting* of a name weighs before (``b``) or after (``a``) the figure."""
        return self.sum(side + each if each[1] == ":" else each for each in setting)

    def _past(self, back: int, order: int, names: int, salience: str, here: bool, heading: bool, called: bool) -> float:
        """Return what it weighs to be named *back* sentences before, with so many *names* in the figure's own.

        *called* tells whether it is the firm that a text is about, and the figure's sentence calls it 公司.
        """
        traits = ["past", f"back{back}", f"pastorder{min(order, 2)}", f"pastnames{names}", salience]
        traits += ["pasthere"] * here + ["pastheading"] * heading + ["called"] * called
        return self.sum(traits)

    def _chief(self, names: int, salience: str, called: bool) -> float:
        """Return what it weighs to be named most of its class in the document, and not among the *names* here."""
        return self.sum(["chief", f"chiefnames{names}", salience] + ["called"] * called)

    def _change(self, changed: str, code: str) -> float:
        """Return what it weighs for a change that what changes is had by one family of names or another."""
        return self.sum((f"changed:{changed}:{_KIN.get(code, '')}",))

    def _rank(self, rank: int, moved: bool) -> float:
        """Return what it weighs to be of the class of *rank*; rates of change (*moved*) are said of any class."""
        return self.sum((f"class{min(rank, 4)}", f"moved{min(rank, 4)}") if moved else (f"class{min(rank, 4)}",))


class Traits(Weights):
    """Gives the traits themselves instead of what they weigh, for what learns weights."""

    def __init__(self) -> None:
        """Weigh nothing."""
        super().__init__({})

    def sum(self, traits: Iterable[str], start: Any = ()) -> Any:
        """Return *traits* behind those of *start*."""
        return (*(start or ()), *traits)
