"""Find entities by what they are called: in any script and language, by pinyin, by a part, and in spite of a slip."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA, Indel

from graph.search.catalogue import Catalogue, all_names
from graph.search.columns import Ints
from graph.search.folded import Folded, joined, starts
from graph.search.spelling import HAN, sound
from ontology.lexicon import name_key

EXACT, PREFIX, PINYIN, WITHIN, SLIP = WAYS = ("exact", "prefix", "pinyin", "within", "slip")
"""How a name fits, the best way first."""

_LAST: Final = "\U0010ffff"
_ENOUGH: Final = 5  # entities found otherwise above which nobody is taken for a slip
_HAN, _LATIN, _HEARD = "Chinese", "Latin", "pinyin"  # kinds of names that slips are looked for among
_ALIKE: Final = 0.6  # share of letters in common from which on one name may be meant for another
_LONGEST: Final = 40  # letters of what nobody is called that are looked at; a hostile one may be endless
_SLIPS: Final = 200  # names that a slip may have meant, the nearest
_SHORTEST: Final = 2  # letters from which on a query may be pinyin


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity that was found.

    Args:
        entity: Its number.
        matched: The name that fitted.
        how: One of :data:`WAYS`.
    """

    entity: int
    matched: str
    how: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found.

    Args:
        total: How many entities.
        hits: The first of them, the best first.
    """

    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Sounds:
    """Names by how they sound, sorted; ``keys`` are the numbers of the names."""

    texts: Sequence[str]
    keys: Ints


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The names of a catalogue's entities, folded.

    Args:
        catalogue: The entities.
        keys: Every folded name once, sorted.
        owners: The entities of all names, name by name.
        begin: Where those of a name begin in ``owners``.
        folded: The same in one text, to find a part of them.
        sized: The names as they are written and heard, and their numbers, by kind and length.
        sounds: The names in pinyin: in full, and by initials.
        rank: Place of every entity in the order of hits: those that texts name most come first.
    """

    catalogue: Catalogue
    keys: Sequence[str]
    owners: Ints
    begin: Ints
    folded: Folded
    sized: Mapping[tuple[str, int], tuple[Sequence[str], Ints]]
    sounds: tuple[Sounds, Sounds]
    rank: Ints

    def find(self, text: str, *, limit: int, only: Ints | None = None) -> Found:
        """Return the entities that *text* may mean, by how well it fits, then by how often they are named.

        Args:
            text: A name or a part of it, in any script, or in pinyin.
            limit: So many hits at most.
            only: The numbers of the entities that count; all by default.
        """
        key = name_key(text)
        if not key:
            return Found(0, ())
        search = _Search(self, text, limit, only)
        search.take(EXACT, self._between(self.keys, key, key + "\0"))
        search.take(PREFIX, self._between(self.keys, key, key + _LAST))
        search.take(PINYIN, self._sounding(key))
        if len(key) > 1 or HAN.search(key):  # a single letter is in nearly every name
            search.take(WITHIN, self.folded.holding(key))
        if search.total < _ENOUGH and not search.exact:
            search.take(SLIP, self._slipped(key))
        return Found(search.total, tuple(search.hits))

    def holding(self, text: str, *, only: Ints | None = None) -> Ints:
        """Return the entities of which a name holds *text*, by number; all of *only* where nothing is left of it."""
        key = name_key(text)
        keys = self.folded.holding(key) if key else np.arange(len(self.keys))
        found = np.unique(self.owned(keys)[0])
        return found if only is None else np.intersect1d(found, only)

    def owned(self, keys: Ints) -> tuple[Ints, Ints]:
        """Return the entities with names, and for each of them the name: one row for each pair."""
        counts = self.begin[keys + 1] - self.begin[keys]
        offsets = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        return self.owners[np.repeat(self.begin[keys], counts) + offsets], np.repeat(keys, counts)

    def spelled(self, entity: int, key: str, text: str) -> str:
        """Return the name of an entity as it is written, best with *text* in it."""
        written = self.catalogue.entities[entity]
        names = [name for name in all_names(written) if name_key(name) == key]
        return next((name for name in names if text in name), names[0] if names else written.label)

    @staticmethod
    def _between(texts: Sequence[str], low: str, high: str) -> Ints:
        return np.arange(bisect_left(texts, low), bisect_left(texts, high))

    def _sounding(self, key: str) -> Ints:
        """Return the names that begin with the pinyin *key*, or that sound as it does."""
        if len(key) < _SHORTEST:
            return np.zeros(0, np.int64)
        full, initials = self.sounds
        heard = sound(key)
        if heard is not None:
            return full.keys[self._between(full.texts, heard.full, heard.full + "\0")]
        parts = [each.keys[self._between(each.texts, key, key + _LAST)] for each in (full, initials)]
        return np.unique(np.concatenate(parts))

    def nearest(self, text: str, *, limit: int) -> list[int]:
        """Return the entities that *text* may have been meant for: found, or called by a part of it, or alike."""
        found = dict.fromkeys(hit.entity for hit in self.find(text, limit=limit).hits)
        if len(found) < limit and (key := name_key(text)[:_LONGEST]):
            alike = process.extract(
                key, self.keys, scorer=Indel.normalized_similarity, score_cutoff=_ALIKE, limit=limit
            )
            for number in (*self._held(key), *(at for _, _, at in alike)):
                entities = self.owners[self.begin[number] : self.begin[number + 1]]
                found.update(dict.fromkeys(sorted(entities.tolist(), key=lambda each: int(self.rank[each]))))
        return list(found)[:limit]

    def _held(self, key: str) -> Iterator[int]:
        """Yield the names that are a part of *key*, the longest first."""
        for length in range(len(key), 1, -1):
            for start in range(len(key) - length + 1):
                part = key[start : start + length]
                yield from range(bisect_left(self.keys, part), bisect_left(self.keys, part + "\0"))

    def _slipped(self, key: str) -> Ints:
        """Return the names that differ from *key* by a letter or two, as by a slip of the fingers."""
        most = _forgiven(key)
        found: list[tuple[float, int]] = []
        for kind in (_HAN,) if HAN.search(key) else (_LATIN, _HEARD):
            for length in range(len(key) - most, len(key) + most + 1) if most else ():
                texts, numbers = self.sized.get((kind, length), ((), self.begin[:0]))
                near = process.extract(key, texts, scorer=OSA.distance, score_cutoff=most, limit=_SLIPS)
                found += [(distance, int(numbers[at])) for _, distance, at in near]
        return np.unique(np.asarray([number for _, number in sorted(found)[:_SLIPS]], np.int64))


@dataclass(slots=True)
class _Search:
    """What has been found so far."""

    index: NameIndex
    text: str
    limit: int
    only: Ints | None
    hits: list[Hit] = field(default_factory=list)
    seen: Ints = field(default_factory=lambda: np.zeros(0, np.int64))

    @property
    def total(self) -> int:
        return len(self.seen)

    @property
    def exact(self) -> bool:
        return any(hit.how == EXACT for hit in self.hits)

    def take(self, how: str, keys: Ints) -> None:
        """Take in the entities with some names, those who are found already and those who do not count left out."""
        if not len(keys):
            return
        entities, names = self.index.owned(keys)
        if self.only is not None:
            counted = np.isin(entities, self.only)
            entities, names = entities[counted], names[counted]
        fresh = ~np.isin(entities, self.seen)
        entities, names = entities[fresh], names[fresh]
        found, first = np.unique(entities, return_index=True)  # names are sorted: the first begins with the least
        self.seen = np.concatenate([self.seen, found])
        order = np.argsort(self.index.rank[found])[: self.limit - len(self.hits)]
        for entity, name in zip(found[order].tolist(), names[first][order].tolist(), strict=True):
            self.hits.append(Hit(entity, self.index.spelled(entity, self.index.keys[name], self.text), how))


def name_index(catalogue: Catalogue) -> NameIndex:
    """Return the index of the names of a catalogue."""
    owners: dict[str, list[int]] = {}
    for number, entity in enumerate(catalogue.entities):
        names = dict.fromkeys([*all_names(entity), entity.id, entity.id.replace("_", " ")])
        for key in dict.fromkeys(map(name_key, names)):
            if key:
                owners.setdefault(key, []).append(number)
    keys = sorted(owners)
    sounds = _sounds(keys)
    return NameIndex(
        catalogue=catalogue,
        keys=keys,
        owners=np.fromiter((number for key in keys for number in owners[key]), np.int64),
        begin=starts(len(owners[key]) for key in keys),
        folded=joined(keys),
        sized=_sized(keys, sounds[0]),
        sounds=sounds,
        rank=_ranks(catalogue),
    )


def _sized(keys: Sequence[str], heard: Sounds) -> dict[tuple[str, int], tuple[Sequence[str], Ints]]:
    """Return names and how they sound by their length, which a slip does not change by much."""
    found: dict[tuple[str, int], tuple[list[str], list[int]]] = {}
    written = ((_HAN if HAN.search(key) else _LATIN, key, number) for number, key in enumerate(keys))
    spoken = ((_HEARD, text, number) for text, number in zip(heard.texts, heard.keys.tolist(), strict=True))
    for kind, text, number in (*written, *spoken):
        texts, numbers = found.setdefault((kind, len(text)), ([], []))
        texts.append(text)
        numbers.append(number)
    return {size: (texts, np.asarray(numbers)) for size, (texts, numbers) in found.items()}


def _sounds(keys: Sequence[str]) -> tuple[Sounds, Sounds]:
    """Return the names by how they sound: in full, and by initials."""
    heard = [(number, sounding) for number, key in enumerate(keys) if (sounding := sound(key))]
    return (
        _by_sound({number: each.full for number, each in heard}),
        _by_sound({number: each.initials for number, each in heard if HAN.match(keys[number])}),
    )


def _by_sound(texts: Mapping[int, str]) -> Sounds:
    ordered = sorted(texts, key=lambda number: (texts[number], number))
    return Sounds([texts[number] for number in ordered], np.asarray(ordered, np.int64))


def _ranks(catalogue: Catalogue) -> Ints:
    """Return the place of every entity when the most frequent come first."""
    order = np.lexsort((np.arange(len(catalogue)), -catalogue.documents, -catalogue.mentions))
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    return rank


def _forgiven(key: str) -> int:
    """Return how many letters may be wrong: a short name with one of them changed is another name."""
    if HAN.search(key):
        return 1 if len(key) > 2 else 0
    return min((len(key) - 1) // 3, 2) if len(key) > 3 else 0
