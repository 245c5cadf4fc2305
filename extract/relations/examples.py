"""The examples of relation frames, tried: what a frame must find, and what it must leave alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ontology.frames import Example, RelationFrame

from ..model import CleanText, Mention, OffsetMap, Quantity, Span, When
from ..quantities import find_quantities, find_whens
from ..sentences import sentence_spans
from .relating import Relater
from .scene import phrase_scene, raw_scene
from .topics import Topics


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


def _claims(frame: RelationFrame, example: Example) -> set[tuple[str, ...]]:
    """Return what *frame* alone states in an example, whose names are given."""
    text = example.text
    clean = CleanText(text, text, OffsetMap((0,), (0,), (len(text),), (True,)))
    sentences = list(sentence_spans(clean))
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
