"""Find an entity by any of its names: Simplified, Traditional or English, in any case, or by its id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from weakref import WeakKeyDictionary

from extract.model import Entity
from graph.errors import GraphError
from graph.knowledge import KnowledgeGraph
from graph.terms import PREFIXES, id_of
from ontology.lexicon import name_key

_SHOWN: Final = 10
_NEAREST: Final = 5


class EntityError(GraphError):
    """No entity has that name, or several have."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An entity with how much is said of it."""

    entity: Entity
    mentions: int
    documents: int

    @property
    def told(self) -> str:
        """One line that tells it from others."""
        known = ", in the lexicon" if self.entity.known else ""
        return f"{self.entity.id}  {self.entity.label} ({self.entity.type}, {self.mentions} mentions{known})"


def listed(graph: KnowledgeGraph) -> Iterator[Listed]:
    """Yield every entity of a graph, by id."""
    counts = {id_: (mentions, documents) for id_, mentions, documents in graph.mentioned()}
    for entity in graph.fused():
        yield Listed(entity, *counts.get(entity.id, (0, 0)))


def search(graph: KnowledgeGraph, *, text: str = "", type_: str = "", unknown: bool = False) -> tuple[Listed, ...]:
    """Return the entities that fit, those with most mentions first.

    Args:
        graph: The graph.
        text: Part of one of the names, in any script and case; empty fits all.
        type_: The class; empty fits all.
        unknown: Only what no lexicon knows.
    """
    key = name_key(text)
    found = [
        each
        for each in listed(graph)
        if type_ in ("", each.entity.type)
        and not (unknown and each.entity.known)
        and any(key in other for other in _keys(each.entity))
    ]
    return tuple(sorted(found, key=lambda each: (-each.mentions, each.entity.id)))


def find(graph: KnowledgeGraph, name: str) -> tuple[Entity, tuple[Listed, ...]]:
    """Return the entity that *name* means, and others that are called so too.

    Args:
        graph: The graph.
        name: The id, which goes before any name; an IRI (``ze:OpenAI``); or a name in any script and case.

    Raises:
        EntityError: When no entity is called so, or several are and it is no id.
    """
    names = _names_of(graph)
    found, id_ = names.entities, _id(name)
    key = name_key(id_)
    called = [found[each] for each in names.called.get(key, ())] if key else []
    if id_ in found:
        others = tuple(each for each in called if each.entity.id != id_) if id_ == name else ()
        return found[id_].entity, others
    exactly = [each for each in called if name in _names(each.entity)]
    for fitting in (called, exactly):
        if len(fitting) == 1:
            return fitting[0].entity, tuple(each for each in called if each is not fitting[0])
    if not called:
        raise EntityError(f"no entity is called {name!r}{_nearest(graph, names, id_)}")
    shown = sorted(called, key=lambda each: (-each.mentions, each.entity.id))[:_SHOWN]
    candidates = "\n".join(f"  {each.told}" for each in shown)
    raise EntityError(f"{len(called)} entities are called {name!r}; give the id of the one you mean:\n{candidates}")


def _id(name: str) -> str:
    """Return the id that an IRI means, or *name* as it is."""
    iri = name[1:-1] if name.startswith("<") and name.endswith(">") else name
    if iri.startswith("ze:"):
        iri = PREFIXES["ze"] + iri.removeprefix("ze:")
    return id_of(iri) if iri.startswith(PREFIXES["ze"]) else name


def _names(entity: Entity) -> set[str]:
    return {entity.label, *(name.text for name in entity.names)}


def _keys(entity: Entity) -> set[str]:
    return {name_key(text) for text in (entity.id, *_names(entity))}


@dataclass(frozen=True, slots=True)
class _Names:
    """Who is in a graph, and who is called what: ids by folded names, each in the order of ids."""

    entities: dict[str, Listed]
    called: dict[str, list[str]]


_KNOWN: Final[WeakKeyDictionary[KnowledgeGraph, _Names]] = WeakKeyDictionary()
"""The names of graphs that are open; an open graph shows one state and never changes."""


def _names_of(graph: KnowledgeGraph) -> _Names:
    names = _KNOWN.get(graph)
    if names is None:
        entities, called = {each.entity.id: each for each in listed(graph)}, dict[str, list[str]]()
        for id_, each in entities.items():
            for key in sorted(_keys(each.entity)):
                called.setdefault(key, []).append(id_)
        names = _KNOWN[graph] = _Names(entities, called)
    return names


def _nearest(graph: KnowledgeGraph, names: _Names, name: str) -> str:
    """Return what else may have been meant, as search finds it; only now, for its index takes a while to make."""
    from graph.search.catalogue import catalogue  # noqa: PLC0415 - most names are found without
    from graph.search.names import name_index  # noqa: PLC0415

    found = catalogue(graph)
    near = name_index(found).nearest(name, limit=_NEAREST)
    told = [names.entities[found.entities[each].id].told for each in near]
    return "; the nearest:\n" + "\n".join(f"  {each}" for each in told) if told else ""
