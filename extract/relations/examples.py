"""The examples of frames, tried: what a frame must find, and what it must leave alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ontology.domain import Domain
from ontology.frames import Example, MetricFrame, RelationFrame

from ..model import CleanText, Document, Encoding, Mention, OffsetMap, Quantity, Span, When
from ..quantities import Units, find_quantities, find_whens
from ..sentences import sentence_spans
from . import ClaimFinder
from .relating import Relater
from .scene import phrase_scene, raw_scene
from .topics import Topics

_Figure = tuple[str, str, Decimal, str]


def failures(frame: RelationFrame) -> Iterator[str]:
    """Yield every example of *frame* that does not do what it should, for a person."""
    for example in frame.positive:
        found = _claims(frame, example)
        if not example.claims:
            yield f"{frame.id}: the positive example {example.text} says no claim that must be found"
        for claim in example.claims:
            turned = claim[::-1] if frame.relation.symmetric else claim
            if claim not in found and turned not in found:
                yield f"{frame.id}: {' '.join(claim)} is not found in {example.text}"
    for example in frame.negative:
        for claim in sorted(_claims(frame, example)):
            yield f"{frame.id}: {' '.join(claim)} must not be found in {example.text}"


class Measuring:
    """Tries the examples of metric frames; those of a domain see one another, for the nearest cue wins."""

    def __init__(self, domain: Domain) -> None:
        """Prepare the frames of *domain*."""
        self._find = ClaimFinder(domain.frames, domain.wording)
        self._units = Units(domain.units)

    def failures(self, frame: MetricFrame) -> Iterator[str]:
        """Yield every example of *frame* that does not do what it should, for a person."""
        for example in frame.positive:
            found = self._figures(example)
            if not example.claims:
                yield f"{frame.id}: the positive example {example.text} says no claim that must be found"
            for claim in example.claims:
                if problem := _bad_figure(claim) or (_figure(claim) not in found and "is not found in"):
                    told = "; found: " + (", ".join(map(_told, sorted(found))) or "nothing")
                    yield f"{frame.id}: {' '.join(claim)} {problem} {example.text}{told}"
        for example in frame.negative:
            for figure in sorted(self._figures(example)):
                if figure[1] == frame.metric:
                    yield f"{frame.id}: {_told(figure)} must not be found in {example.text}"

    def _figures(self, example: Example) -> set[_Figure]:
        text, clean, sentences = example.text, _clean(example.text), list(sentence_spans(_clean(example.text)))
        names = _named(example)
        figures = [item for item in find_quantities(text, sentences, units=self._units) if _free(item, names)]
        times = [item for item in find_whens(text, sentences, None) if _free(item, names)]
        document = Document("example", text, Encoding("utf-8", "example"))
        claims = self._find(document, clean, sentences, names, figures, times)
        return {(c.subject, c.predicate, c.value.normalize(), c.unit or "") for c in claims if c.value is not None}


def _bad_figure(claim: tuple[str, ...]) -> str:
    """Say what is wrong with a claim of a metric frame's example; empty where nothing is."""
    return (
        ""
        if len(claim) == 4 and re.fullmatch(r"-?[0-9.]+(?:e[+-]?[0-9]+)?", claim[2])
        else ("must be [name, metric, value in base units, unit], in")
    )


def _figure(claim: tuple[str, ...]) -> _Figure:
    subject, metric, value, unit = claim
    return subject, metric, Decimal(value).normalize(), unit


def _told(figure: _Figure) -> str:
    subject, metric, value, unit = figure
    return f"{subject} {metric} {value:f} {unit}"


def _clean(text: str) -> CleanText:
    return CleanText(text, text, OffsetMap((0,), (0,), (len(text),), (True,)))


def _claims(frame: RelationFrame, example: Example) -> set[tuple[str, ...]]:
    """Return what *frame* alone states in an example, whose names are given."""
    text = example.text
    sentences = list(sentence_spans(_clean(text)))
    names = _named(example)
    figures = [item for item in find_quantities(text, sentences) if _free(item, names)]
    times = [item for item in find_whens(text, sentences, None) if _free(item, names)]
    relate, topics = Relater([frame]), Topics()
    found: set[tuple[str, ...]] = set()
    for span in sentences:
        inside = [mention for mention in names if span.contains(mention.span)]
        amounts = [item for item in figures if span.contains(item.span)]
        raw = raw_scene(text, span, inside, amounts, [item for item in times if span.contains(item.span)])
        phrase = phrase_scene(text, raw)
        found.update((each.subject.text, frame.predicate, each.object.text) for each in relate(raw, phrase, topics))
        topics.remember(phrase)
    return found


def _named(example: Example) -> list[Mention]:
    """Return where an example names its entities, longer names first; a name is its own id."""
    kinds = dict(example.entities)
    names = "|".join(re.escape(name) for name in sorted(kinds, key=lambda name: (-len(name), name)))
    found = re.finditer(names, example.text) if names else iter(())
    return [Mention(Span(*m.span()), m.group(), kinds[m.group()], m.group(), "example") for m in found]


def _free(item: Quantity | When, names: list[Mention]) -> bool:
    return not any(item.span.overlaps(name.span) for name in names)
