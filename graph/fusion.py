"""From what documents tell about an entity to the entity: pure functions, no order of documents matters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from extract.model import Entity, Name
from ontology.vocabulary import CLASSES

_CLASS_ORDER = {name: i for i, name in enumerate(CLASSES)}


@dataclass(frozen=True, slots=True)
class Profile:
    """What one document tells about an entity besides where it is mentioned; many documents share one.

    ``absorbed`` tells that the document speaks of it only because a person said that it is the same as what
    the document speaks of: its names count then, its label and class only where nothing else tells them.
    """

    label: str
    type: str
    names: tuple[Name, ...]
    known: bool
    wikidata: str | None
    absorbed: bool = False
    also: tuple[str, ...] = ()


def fuse_entity(id_: str, told: Iterable[tuple[Profile, int]]) -> Entity:
    """Return the entity that several documents tell about.

    What the lexicon knows wins over what was guessed. Among equals the type and the label with the most
    mentions win, then the first class of the vocabulary and the first label in code point order. What some
    documents take it for besides stays among its classes: their claims hold of one of that class.

    Args:
        id_: The entity's id.
        told: Profiles, each with the number of mentions behind it; at least one.
    """
    profiles = list(told)
    own = [each for each in profiles if not each[0].absorbed] or profiles
    known = [each for each in own if each[0].known]
    trusted = known or own
    named = [*trusted, *(each for each in profiles if each[0].absorbed)]
    wikidata = [(profile.wikidata, n) for profile, n in trusted if profile.wikidata]
    wikidata = wikidata or [(profile.wikidata, n) for profile, n in profiles if profile.wikidata]
    told_as = {name for profile, _ in trusted for name in (profile.type, *profile.also)}
    type_ = _most(((profile.type, n) for profile, n in trusted), _CLASS_ORDER)
    return Entity(
        id=id_,
        label=_most(((profile.label, n) for profile, n in trusted)),
        type=type_,
        names=tuple(sorted({name for profile, _ in named for name in profile.names}, key=_name_key)),
        known=bool(known),
        wikidata=_most(wikidata) if wikidata else None,
        also=tuple(name for name in CLASSES if name in told_as and name != type_),
    )


def _most(votes: Iterable[tuple[str, int]], order: dict[str, int] | None = None) -> str:
    """Return the value with the most votes, then the first in *order*, then the first in code point order."""
    total: Counter[str] = Counter()
    for value, n in votes:
        total[value] += n
    ranks = order or {}
    return min(total, key=lambda value: (-total[value], ranks.get(value, len(ranks)), value))


def _name_key(name: Name) -> tuple[str, str]:
    return name.text, name.language
