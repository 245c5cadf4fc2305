"""Say why several names of one text lead to one entity: by which rule, and on which words of the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ontology.homographs import fold

from .entities.acronyms import stands_for
from .entities.candidates import name_key
from .entities.ellipses import ELLIPSIS
from .entities.likeness import SEAT
from .entities.resolution import last_names
from .entities.slips import misspelt, sounds_like
from .entities.words import pattern
from .model import Analysis, Evidence, Mention, Span

BRACKET, SPELLING, SURNAME, SHORT = "bracket", "spelling", "surname", "short form"
ACRONYM, SLIP, STATE = "acronym", "misspelling", "country that acts"
LEXICON = "lexicon"
_NEAR = 8  # characters between a name and the bracket with its other name


@dataclass(frozen=True, slots=True)
class Join:
    """Why a name means the same as another one.

    Args:
        rule: ``bracket``, ``spelling``, ``surname``, ``short form``, ``acronym``, ``misspelling`` or
            ``country that acts``.
        other: The other name.
        evidence: Where the text says so: both names together, or the longer one.
    """

    rule: str
    other: str
    evidence: Evidence


def joins(analysis: Analysis) -> Mapping[tuple[str, str], Join]:
    """Return, by entity id and surface form, why a name was joined with another of its entity.

    The first name of an entity has no such reason. What the lexicon gives has one only where brackets say it again.
    """
    surfaces: dict[str, dict[str, Mention]] = {}
    for mention in analysis.mentions:
        surfaces.setdefault(mention.entity, {}).setdefault(mention.text, mention)
    alone = {each.entity for each in analysis.mentions if each.type == "Government" or each.rule == ELLIPSIS}
    several = {id_: first for id_, first in surfaces.items() if len(first) > 1 or id_ in alone}
    found = dict(_bracketed(analysis, several)) if several else {}
    for id_, first in several.items():
        for text, mention in first.items():
            if mention.type == "Government" and fold(text) + SEAT in _names(analysis, id_):
                found[id_, text] = Join(STATE, fold(text) + SEAT, _deed(analysis, mention))
            elif mention.rule == ELLIPSIS:
                found[id_, text] = Join(SHORT, _full(analysis, mention), analysis.evidence(mention.span))
            elif mention.rule != LEXICON and (id_, text) not in found:
                reason = _worded(analysis, mention, list(first.values()))
                if reason is not None:
                    found[id_, text] = reason
    return found


def _bracketed(analysis: Analysis, several: Mapping[str, object]) -> Iterator[tuple[tuple[str, str], Join]]:
    """Yield the names that stand in brackets with another name of their entity, the last place first."""
    folded = analysis.clean.folded
    for a, b in reversed(list(pairwise(analysis.mentions))):
        start, end = a.span.end, b.span.start
        if a.entity != b.entity or a.entity not in several or a.text == b.text or not 0 < end - start <= _NEAR:
            continue
        closing = pattern("alias.closing").match(folded, b.span.end)
        if closing and pattern("alias.opening").fullmatch(folded, start, end):
            together = analysis.evidence(Span(a.span.start, closing.end()))
            known, other = (b, a) if a.rule != LEXICON and b.rule == LEXICON else (a, b)
            yield (other.entity, other.text), Join(BRACKET, known.text, together)


def _worded(analysis: Analysis, mention: Mention, others: Sequence[Mention]) -> Join | None:
    """Return which other name a name is a spelling, an acronym, a slip or a short form of."""
    key = name_key(mention.text)
    for other in others:
        if other is not mention and name_key(other.text) == key:
            if other.span < mention.span or other.rule == LEXICON:
                return Join(SPELLING, other.text, analysis.evidence(other.span))
            return None
    return _like(analysis, mention, others) or _shorter(analysis, mention, others)


def _shorter(analysis: Analysis, mention: Mention, others: Sequence[Mention]) -> Join | None:
    """Return which other name a name is the beginning or the end of."""
    key = name_key(mention.text)
    for other in others:
        longer = name_key(other.text)
        if len(longer) > len(key) and (longer.startswith(key) or longer.endswith(key)):
            ends = {name_key(part) for part in last_names(other.text)}
            rule = SURNAME if mention.type == "Person" and key in ends else SHORT
            return Join(rule, other.text, analysis.evidence(other.span))
    return None


def _like(analysis: Analysis, mention: Mention, others: Sequence[Mention]) -> Join | None:
    """Return which other name a name abbreviates or misspells; ``None`` where it does neither."""
    name = fold(mention.text)
    title = pattern("addressed", r"<>\Z").search(name) if mention.type == "Person" else None
    for other in others:
        there = fold(other.text)
        if title is not None and title.start() and other is not mention and there.startswith(name[: title.start()]):
            return Join(SURNAME, other.text, analysis.evidence(other.span))
        if stands_for(name, there) or stands_for(there, name):
            return Join(ACRONYM, other.text, analysis.evidence(other.span))
        ends = [fold(part) for part in last_names(other.text)] if mention.type == "Person" else []
        if misspelt(name, there) or any(sounds_like(name, known, True) for known in (there, *ends)):
            return Join(SLIP, other.text, analysis.evidence(other.span))
    return None


def _full(analysis: Analysis, mention: Mention) -> str:
    """Return the shortest name of an entity that the text names by a part of one: Claude Opus 4.5 for Opus 4.5."""
    part = name_key(mention.text)
    longer = [name for name in _names(analysis, mention.entity) if part in name_key(name) and name_key(name) != part]
    return min(longer, key=lambda name: (not name_key(name).endswith(part), len(name), name))


def _names(analysis: Analysis, id_: str) -> frozenset[str]:
    """Return the folded names of an entity of the text."""
    return frozenset(fold(name.text) for entity in analysis.entities if entity.id == id_ for name in entity.names)


def _deed(analysis: Analysis, mention: Mention) -> Evidence:
    """Return a country with what the text says that it does."""
    deed = pattern("state.acts").match(analysis.clean.folded, mention.span.end)
    return analysis.evidence(Span(mention.span.start, deed.end() if deed else mention.span.end))
