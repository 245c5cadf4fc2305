"""Why a figure got no metric: no cue within reach, no subject of a fitting class, or too unsure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ontology.frames import MetricFrame

from ..model import Claim, CleanText, Quantity, Span
from .cues import Cues
from .readable import readable
from .rules import Rule, compile_rules
from .scene import Scene

_FAR = 80  # characters around a figure in which a cue is looked for


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """A figure that no metric was found for, and why."""

    span: Span
    words: str
    unit: str
    reasons: tuple[str, ...]


class Unexplained:
    """Finds the figures that have no metric, with a domain's metric frames."""

    def __init__(self, frames: Sequence[MetricFrame]) -> None:
        self._rules, self._cues = compile_rules(frames), Cues(frames)

    def __call__(self, raw: Scene, clean: CleanText, claims: Sequence[Claim]) -> Iterator[Unmeasured]:
        """
        Yield the figures of a sentence that have no metric.

        Args:
            raw: The sentence.
            clean: The document's clean text.
            claims: The claims of the sentence.
        """
        for position, slot in raw.slots.items():
            if slot.quantity is None or _measured(slot.quantity, clean, claims):
                continue
            reasons = tuple(self._why(raw, clean, position, slot.quantity))
            if any(claim.predicate == "otherMetric" and _says(claim, slot.quantity, clean) for claim in claims):
                reasons += ("it is told as otherMetric",)
            yield Unmeasured(slot.span, slot.span.of(clean.text), slot.quantity.unit, reasons)

    def _why(self, raw: Scene, clean: CleanText, position: int, quantity: Quantity) -> Iterator[str]:
        fitting = [rule for rule in self._rules if rule.measures(raw.code[position], quantity)]
        if not fitting:
            yield f"no metric is given in {quantity.unit} of this size"
            return
        found = self._cues.ranked(raw, position, quantity, quantity.span.of(clean.folded))
        if not found:
            yield "no cue of a metric reaches it"
            yield from _far_cues(fitting, raw, clean.text, position)
            return
        cue, rule = found[0]
        told = f"the cue {readable(raw, clean.text, cue.start, cue.end)} says {rule.frame.metric}, but"
        wanted = ", ".join(rule.frame.subject) or "entity"
        if not any(slot.code in rule.classes for slot in raw.slots.values()):
            yield f"{told} no {wanted} in the sentence can be its subject, and none before is near enough"
        else:
            yield f"{told} it is too unsure whom it is about, or a name of another class stands nearer"


def _measured(quantity: Quantity, clean: CleanText, claims: Sequence[Claim]) -> bool:
    return any(claim.predicate != "otherMetric" and _says(claim, quantity, clean) for claim in claims)


def _says(claim: Claim, quantity: Quantity, clean: CleanText) -> bool:
    """Tell whether a claim is about a figure, as its value or as the amount of a relation."""
    if not Span(claim.evidence.start, claim.evidence.end).contains(clean.map.span(quantity.span)):
        return False
    if claim.amount is not None:
        return claim.amount == (quantity.value, quantity.unit)
    return claim.value is not None and abs(claim.value) == abs(quantity.value) and claim.unit == quantity.unit


def _far_cues(rules: Sequence[Rule], raw: Scene, text: str, position: int) -> Iterator[str]:
    """Say which cues stand in the sentence but too far off, behind a mark, or in a clause that is left out."""
    for rule in rules:
        match = _nearest(rule.before, raw.code, position)
        if match is not None:
            away = position - match.end() if match.end() <= position else match.start() - position - 1
            words = readable(raw, text, *match.span())
            yield f"the cue {words} of {rule.frame.metric} stands {away} characters away"


def _nearest(pattern: re.Pattern[str] | None, code: str, position: int) -> re.Match[str] | None:
    if pattern is None:
        return None
    found = pattern.finditer(code, max(0, position - _FAR), min(len(code), position + _FAR))
    return min((match for match in found if match.group()), key=lambda each: abs(each.start() - position), default=None)
