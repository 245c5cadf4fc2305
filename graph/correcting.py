"""Carry corrections out on what was read from one document: a pure function, so that undoing is reading again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Final

from extract.model import Claim, Entity, Evidence, Name
from graph.corrections import MERGE, RENAME, SPLIT, WRONG, Correction
from graph.found import Found, ordered, place_key
from graph.mapping import language_of
from graph.record import Record, distinct
from graph.terms import claim_id
from ontology.homographs import fold
from ontology.lexicon import name_key

SELF: Final = "relations of a merged entity to itself"
BOTH: Final = "claims that name both sides of a split"
MARKED: Final = "claims that a person marked wrong"


def corrected(record: Record, corrections: Iterable[Correction]) -> Record:
    """Return *record* as *corrections*, one after the other, make it; the very same where none touches it."""
    corrections = tuple(corrections)
    work = _Work(record.doc, {entity.id: entity for entity in record.entities}, record.claims, record.found)
    touched = work.without(_wrong(record.doc, corrections))
    for correction in corrections:
        if correction.kind == WRONG or correction.doc not in ("", record.doc):
            continue
        if correction.kind == MERGE:
            touched |= work.adopt(correction.entity, correction.into)
        if correction.entity in work.entities:
            _KINDS[correction.kind](work, correction)
            touched = True
    if not touched:
        return record
    entities = tuple(sorted(work.entities.values(), key=lambda entity: entity.id))
    claims = distinct(work.claims)
    notes = Counter(dict(record.report.notes))
    notes.update(work.notes)
    told = tuple(sorted(notes.items()))
    return replace(
        record,
        entities=entities,
        claims=claims,
        report=replace(record.report, entities=len(entities), claims=len(claims), notes=told),
        found=ordered(work.found),
        absorbed=tuple(sorted(work.absorbed)),
    )


@dataclass(slots=True)
class _Work:
    """A record while it is being corrected."""

    doc: str
    entities: dict[str, Entity]
    claims: tuple[Claim, ...]
    found: tuple[Found, ...]
    absorbed: set[str] = field(default_factory=set)
    notes: Counter[str] = field(default_factory=Counter)

    def without(self, wrong: Collection[str]) -> bool:
        """Take out claims by their ids as they were read, before anything else is done; tell whether any went."""
        kept = tuple(claim for claim in self.claims if not wrong or claim_id(claim) not in wrong)
        gone, self.claims = len(self.claims) - len(kept), kept
        if gone:
            self.notes[MARKED] += gone
        return gone > 0

    def adopt(self, family: str, new: str) -> bool:
        """Make the versions of one entity versions of another; tell whether there are any."""
        versions = [entity for entity in self.entities.values() if entity.family == family]
        self.entities.update((entity.id, replace(entity, family=new)) for entity in versions)
        return bool(versions)

    def take_in(self, id_: str, other: Entity) -> None:
        """Give the names and mentions of *other* to the entity *id_*, which keeps its own label and class.

        Where the document does not speak of it otherwise, its label and class are those of *other* as long as
        no other document knows better.
        """
        here = self.entities.get(id_)
        if here is None:
            self.entities[id_] = replace(other, id=id_)
            self.absorbed.add(id_)
            return
        self.entities[id_] = replace(
            here,
            names=_names(here.names, [*other.names, Name(other.label)]),
            wikidata=here.wikidata or other.wikidata,
            mentions=_placed([*here.mentions, *other.mentions]),
        )

    def readdress(self, old: str, new: Callable[[Claim], str]) -> None:
        """Make claims about *old* claims about what *new* says; those that then relate it to itself go."""
        kept = []
        for claim in self.claims:
            if old not in (claim.subject, claim.object):
                kept.append(claim)
                continue
            id_ = new(claim)
            ends = [id_ if end == old else end for end in (claim.subject, claim.object)]
            if ends[0] == ends[1] and claim.subject != claim.object:
                self.notes[SELF] += 1
                continue
            kept.append(replace(claim, subject=ends[0] or "", object=ends[1]))
        self.claims = tuple(kept)


def _wrong(doc: str, corrections: Iterable[Correction]) -> frozenset[str]:
    """Return the claims of a document that are marked wrong."""
    marked = (each.claim.split() for each in corrections if each.kind == WRONG and each.doc == doc)
    return frozenset(chain.from_iterable(marked))


def _merge(work: _Work, correction: Correction) -> None:
    """Make one entity part of another."""
    work.take_in(correction.into, work.entities.pop(correction.entity))
    work.absorbed.discard(correction.entity)
    work.found = tuple(
        replace(each, entity=correction.into) if each.entity == correction.entity else each for each in work.found
    )
    work.readdress(correction.entity, lambda _: correction.into)


def _split(work: _Work, correction: Correction) -> None:
    """Make the mentions with one name another entity, and the claims that rest on them."""
    id_, key = correction.entity, name_key(correction.name)
    entity = work.entities[id_]
    moved = [each for each in work.found if each.entity == id_ and name_key(each.text) == key]
    if not moved:
        if not correction.doc:  # the name is not in this text, but the entity must not be called so
            work.entities[id_] = replace(entity, names=_others(entity, key))
        return
    places = {place for each in moved for place in each.places}
    rest = tuple(place for place in entity.mentions if place not in places)
    names = _names([name for name in entity.names if name_key(name.text) == key], [Name(each.text) for each in moved])
    label = _most_frequent(moved)
    type_, also = (correction.type, ()) if correction.type else (entity.type, entity.also)
    new = Entity(correction.into, label, type_, names, mentions=_placed(places), also=also)
    sides = _sides(places, rest, work.notes)
    del work.entities[id_]
    work.take_in(correction.into, new)
    if rest:
        staying = [each for each in work.found if each.entity == id_ and name_key(each.text) != key]
        label = entity.label if entity.known or name_key(entity.label) != key else _most_frequent(staying)
        work.entities[id_] = replace(entity, label=label, names=_others(entity, key), mentions=rest)
    else:
        work.absorbed.discard(id_)
    going = set(moved)
    work.found = tuple(replace(each, entity=correction.into) if each in going else each for each in work.found)
    work.readdress(id_, lambda claim: correction.into if sides(claim) else id_)


def _rename(work: _Work, correction: Correction) -> None:
    """Give an entity another label, another class, or both; the old label stays one of its names."""
    entity = work.entities[correction.entity]
    label = correction.label or entity.label
    more = [Name(label, _language(label))] if correction.label else []
    names = _names([*entity.names], [*more, Name(entity.label)])
    type_, also = (correction.type, ()) if correction.type else (entity.type, entity.also)
    work.entities[entity.id] = replace(entity, label=label, type=type_, also=also, names=names)


_KINDS: Final[Mapping[str, Callable[[_Work, Correction], None]]] = {MERGE: _merge, SPLIT: _split, RENAME: _rename}


def _sides(moved: Collection[Evidence], rest: Sequence[Evidence], notes: Counter[str]) -> Callable[[Claim], bool]:
    """Return what tells whether a claim is about the mentions *moved* rather than the *rest*.

    The mentions within its quote decide. Where there is none (它, 该公司), the last one before it does, or else
    the first one after it. A claim whose quote has both kinds stays as it is and is counted.
    """
    everything = _placed([*moved, *rest])

    def moves(claim: Claim) -> bool:
        quote = claim.evidence
        inside = [place for place in everything if quote.start <= place.start and place.end <= quote.end]
        sides = {place in moved for place in inside}
        if len(sides) > 1:
            notes[BOTH] += 1
            return False
        if not inside:
            before = [place for place in everything if place.start < quote.end]
            return (before[-1] if before else everything[0]) in moved
        return True in sides

    return moves


def _others(entity: Entity, key: str) -> tuple[Name, ...]:
    """Return the names of *entity* that are not spellings of one name."""
    return tuple(name for name in entity.names if name_key(name.text) != key)


def _names(own: Iterable[Name], more: Iterable[Name]) -> tuple[Name, ...]:
    """Return the names *own* with those of *more* that say something new."""
    names = list(dict.fromkeys(own))
    for name in more:
        if not any(name.text == each.text and name.language in ("", each.language) for each in names):
            names.append(name)
    return tuple(names)


def _placed(places: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(places, key=place_key))


def _most_frequent(found: Sequence[Found]) -> str:
    """Return the surface form with the most mentions, the longer and then the first in code point order of equals."""
    counts: Counter[str] = Counter()
    for each in found:
        counts[each.text] += len(each.places)
    return min(counts, key=lambda text: (-counts[text], -len(text), text))


def _language(text: str) -> str:
    """Return the language of a name that a person gave: its own characters tell."""
    return language_of(text, "zh-Hans" if fold(text) == text else "zh-Hant")
