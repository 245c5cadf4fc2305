"""The merge ledger of a document: by which rule each of its mentions came to its entity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from extract.joins import Join, joins
from extract.model import Analysis, Entity, Evidence


@dataclass(frozen=True, slots=True)
class Found:
    """Mentions of one entity that have the same surface form and were found by the same rule.

    Args:
        entity: The entity's id.
        text: The surface form, as the text has it after cleaning.
        rule: How it was found (``lexicon``, ``shape``, ``title`` ...); empty where that is not known.
        places: Where it stands in the original, the first place first.
        joined: Why it means the same as another name of the entity.
    """

    entity: str
    text: str
    rule: str
    places: tuple[Evidence, ...]
    joined: Join | None = None


def found_of(analysis: Analysis) -> tuple[Found, ...]:
    """Return how the mentions of *analysis* were found, by entity and first place.

    Every mention of every entity is in it just once.
    """
    places: dict[str, dict[tuple[str, str], list[Evidence]]] = {}
    left = {entity.id: list(entity.mentions) for entity in analysis.entities}
    for mention in analysis.mentions:
        evidence = analysis.evidence(mention.span)
        if evidence in left.get(mention.entity, ()):
            left[mention.entity].remove(evidence)
            places.setdefault(mention.entity, {}).setdefault((mention.text, mention.rule), []).append(evidence)
    for id_, rest in left.items():
        for evidence in rest:
            places.setdefault(id_, {}).setdefault((evidence.quote, ""), []).append(evidence)
    reasons = joins(analysis)
    return ordered(
        Found(id_, text, rule, tuple(sorted(where, key=place_key)), reasons.get((id_, text)))
        for id_, forms in places.items()
        for (text, rule), where in forms.items()
    )


def ordered(found: Iterable[Found]) -> tuple[Found, ...]:
    """Return *found* by entity and first place."""
    return tuple(sorted(found, key=lambda each: (each.entity, place_key(each.places[0]), each.text, each.rule)))


def place_key(evidence: Evidence) -> tuple[int, int]:
    """Return the order of mentions in the text."""
    return evidence.start, evidence.end


def found_to_json(found: Iterable[Found], entities: Iterable[Entity]) -> dict[str, list[list[Any]]]:
    """Return *found* as plain JSON data, by entity; mentions are told by their number in the entity's list."""
    numbers = {entity.id: {each: n for n, each in reversed(list(enumerate(entity.mentions)))} for entity in entities}
    out: dict[str, list[list[Any]]] = {}
    for each in found:
        row: list[Any] = [each.text, each.rule, [numbers[each.entity][place] for place in each.places]]
        if each.joined is not None:
            at = each.joined.evidence
            row.append([each.joined.rule, each.joined.other, at.start, at.end, at.quote])
        out.setdefault(each.entity, []).append(row)
    return out


def found_from_json(data: Mapping[str, list[list[Any]]] | None, entities: Iterable[Entity]) -> tuple[Found, ...]:
    """Return what :func:`found_to_json` wrote as *data*; what an earlier version wrote has none of it."""
    by_id = {entity.id: entity for entity in entities}
    if data is None:
        rows = [(entity, quote) for entity in by_id.values() for quote in {each.quote: 0 for each in entity.mentions}]
        return ordered(
            Found(entity.id, quote, "", tuple(each for each in entity.mentions if each.quote == quote))
            for entity, quote in rows
        )
    return tuple(
        Found(id_, text, rule, tuple(by_id[id_].mentions[n] for n in numbers), _join(*joined))
        for id_, rows_ in data.items()
        for text, rule, numbers, *joined in rows_
    )


def _join(*data: list[Any]) -> Join | None:
    if not data:
        return None
    rule, other, start, end, quote = data[0]
    return Join(rule, other, Evidence(start, end, quote))
