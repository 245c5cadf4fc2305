"""Build mentions and entities of the candidates kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from extract.model import CleanText, Document, Entity, Evidence, Mention, Name, OffsetMap, Span
from ontology.lexicon_versions import THINGS

from .candidates import Candidate
from .lookup import Lookup
from .resolution import Groups, best_surface, last_names, local_name, node
from .words import pattern


def assembled(
    document: Document, clean: CleanText, kept: Sequence[Candidate], groups: Groups, lookup: Lookup
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return mentions and entities of the candidates kept."""
    keys = [groups.find(node(candidate, clean.folded)) for candidate in kept]
    members: dict[str, list[Candidate]] = {}
    for key, candidate in zip(keys, kept, strict=True):
        members.setdefault(key, []).append(candidate)
    entities = {key: _entity(document, clean, key, group, lookup) for key, group in members.items()}
    mentions = (_mention(clean, candidate, entities[key]) for key, candidate in zip(keys, kept, strict=True))
    return tuple(mentions), tuple(_unique(entities.values()))


def _mention(clean: CleanText, candidate: Candidate, entity: Entity) -> Mention:
    span = Span(candidate.start, candidate.end)
    also = next(iter(entity.also), "")
    return Mention(span, span.of(clean.text), entity.type, entity.id, candidate.rule, also, entity.family)


def _entity(document: Document, clean: CleanText, key: str, group: Sequence[Candidate], lookup: Lookup) -> Entity:
    """Build the entity of a group."""
    surfaces = _counted(clean.text, group)
    evidence = tuple(_evidence(document, clean, c) for c in group)
    if key.startswith("="):
        entry = lookup.entry(key[1:])
        names = lookup.names(entry.id)
        known = {name.text for name in names}
        names += tuple(Name(surface) for surface in surfaces if surface not in known)
        family = lookup.family(entry.id)
        type_ = group[0].type if group[0].type in entry.types else entry.type  # of two, as this article has it
        also = tuple(other for other in entry.types if other != type_)
        return Entity(entry.id, entry.label, type_, names, True, entry.wikidata, evidence, also, family)
    label = best_surface(_full(surfaces, group))
    folded = best_surface(_full(_counted(clean.folded, group), group))
    names = tuple(Name(surface) for surface in dict.fromkeys([label, *surfaces]))
    id_, type_ = _free_id(local_name(folded), group[0].type, lookup), group[0].type
    family = next((c.family for c in group if c.family and c.rule == "version"), "") if type_ in THINGS else ""
    return Entity(id_, label, type_, names, False, None, evidence, family=family)


def _full(surfaces: dict[str, int], group: Sequence[Candidate]) -> dict[str, int]:
    """Return of a person's *surfaces* the full names, the Chinese ones first: a surname is that of many."""
    if group[0].type != "Person":
        return surfaces
    full = {name: count for name, count in surfaces.items() if last_names(name)}
    chinese = {name: count for name, count in full.items() if not name.isascii()}
    called = {name: count for name, count in surfaces.items() if not pattern("addressed", r"<>\Z").search(name)}
    return chinese or full or called or surfaces


def _counted(text: str, group: Sequence[Candidate]) -> dict[str, int]:
    """Count the surface forms of a group."""
    counts: dict[str, int] = {}
    for candidate in group:
        surface = text[candidate.start : candidate.end]
        counts[surface] = counts.get(surface, 0) + 1
    return counts


def _free_id(name: str, type_: str, lookup: Lookup) -> str:
    """Return *name* as an id, told apart from an entity of the lexicon that has the same id but is not meant."""
    return f"{name}_{type_}" if lookup.has(name) else name


def _evidence(document: Document, clean: CleanText, candidate: Candidate) -> Evidence:
    start, end = _original(clean.map, candidate.start, candidate.end)
    return Evidence(start, end, document.text[start:end])


def _original(offsets: OffsetMap, start: int, end: int) -> tuple[int, int]:
    """Return the original range of a clean one, by the short way where no edit lies within."""
    i = bisect_right(offsets.clean, start) - 1
    if i >= 0 and offsets.rigid[i] and (i + 1 == len(offsets.clean) or end <= offsets.clean[i + 1]):
        shift = offsets.original[i] - offsets.clean[i]
        if end + shift <= offsets.end[i]:
            return start + shift, end + shift
    span = offsets.span(Span(start, end))
    return span.start, span.end


def _unique(entities: Iterable[Entity]) -> Iterator[Entity]:
    """Yield the entities in the order given, no id twice."""
    seen: set[str] = set()
    for entity in entities:
        if entity.id not in seen:
            seen.add(entity.id)
            yield entity
