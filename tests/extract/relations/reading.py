"""Read an example sentence with given names, without the entity stage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extract.model import CleanText, Mention, OffsetMap, Quantity, Span, When
from extract.quantities import find_quantities, find_whens
from extract.relations.phrases import phrase_scene
from extract.relations.scene import Scene, raw_scene
from extract.sentences import sentence_spans


def clean_text(text: str) -> CleanText:
    """Return *text* as if cleaning had changed nothing."""
    return CleanText(text, text, OffsetMap((0,), (0,), (len(text),), (True,)))


def mentions(text: str, entities: Mapping[str, str]) -> list[Mention]:
    """Return where *text* names the *entities* (name to class, or ``A/B``), longest first; a name is its own id."""
    if not entities:
        return []
    names = "|".join(re.escape(name) for name in sorted(entities, key=lambda name: (-len(name), name)))
    found = []
    for match in re.finditer(names, text):
        main, _, also = entities[match.group()].partition("/")
        found.append(Mention(Span(*match.span()), match.group(), main, match.group(), "test", also))
    return found


def scenes(text: str, entities: Mapping[str, str]) -> Iterator[tuple[Scene, Scene]]:
    """Yield the raw and the phrase scene of every sentence."""
    clean = clean_text(text)
    sentences = list(sentence_spans(clean))
    names = mentions(text, entities)
    figures = _free(find_quantities(text, sentences), names)
    times = _free(find_whens(text, sentences, None), names)
    for span in sentences:
        raw = raw_scene(text, span, *(_inside(items, span) for items in (names, figures, times)))  # type: ignore[arg-type]
        yield raw, phrase_scene(text, raw)


def shown(scene: Scene) -> str:
    """Return a code string with each slot written as its names in brackets, ``#`` for a figure, ``@`` for a time."""
    return "".join(
        char
        if (slot := scene.slots.get(n)) is None
        else "[" + "|".join(m.text for m in slot.mentions) + "]"
        if slot.mentions
        else "@"
        if slot.when
        else "#"
        for n, char in enumerate(scene.code)
    )


def _free(items: Sequence[Quantity] | Sequence[When], names: Sequence[Mention]) -> list[Quantity | When]:
    return [item for item in items if not any(item.span.overlaps(name.span) for name in names)]


def _inside(items: Sequence[Mention] | Sequence[Quantity | When], span: Span) -> list[Mention] | list[Quantity | When]:
    return [item for item in items if span.contains(item.span)]  # type: ignore[return-value]
