"""Which claims are asked for: by whom they are about, what they say, how surely and of when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

import pyoxigraph as ox

from extract.model import Claim
from graph.face.errors import ChoiceError, chosen
from graph.finding import find
from graph.knowledge import KnowledgeGraph
from graph.mapping import term, vocabulary_node
from graph.periods import Period, period
from graph.record import Record
from graph.scene import term_labels
from ontology.lexicon import name_key
from ontology.vocabulary import CLASSES, METRICS, MODALITIES, RELATIONS

Names: TypeAlias = str | Iterable[str] | None

_LABEL: Final = term("rdfs:label")
_LANGUAGES: Final = ("zh-Hans", "zh-Hant", "en")


@dataclass(frozen=True, slots=True)
class Choice:
    """What fits: everything that is ``None`` does not matter.

    Args:
        subject: Id of the subject.
        object: Id of the object.
        entity: Id of either.
        predicates: Relations and metrics.
        modalities: Modalities.
        since: First day of what the claim is about, as eight digits.
        until: Last day.
        document: Id of the document.
    """

    subject: str | None = None
    object: str | None = None
    entity: str | None = None
    predicates: frozenset[str] | None = None
    modalities: frozenset[str] | None = None
    since: str | None = None
    until: str | None = None
    document: str | None = None

    def fits(self, claim: Claim, date: str | None) -> bool:
        """Tell whether a claim of a document of a date is asked for."""
        return (
            self.subject in (None, claim.subject)
            and self.object in (None, claim.object)
            and self.entity in (None, claim.subject, claim.object)
            and (self.predicates is None or claim.predicate in self.predicates)
            and (self.modalities is None or claim.modality in self.modalities)
            and self._timely(about(claim, date))
        )

    def _timely(self, when: Period | None) -> bool:
        if self.since is None and self.until is None:
            return True
        return when is not None and when[1] >= (self.since or "") and when[0] <= (self.until or "9")

    def records(self, graph: KnowledgeGraph) -> Iterator[Record]:
        """Yield the documents that may have such claims."""
        if self.document is not None:
            yield graph.document(self.document)
            return
        named = self.subject or self.object or self.entity
        yield from graph.documents() if named is None else graph.documents_of(named)


def choice(
    graph: KnowledgeGraph,
    *,
    subject: str | None = None,
    object_: str | None = None,
    entity: str | None = None,
    predicate: Names = None,
    what: str = "relation or metric",
    modality: Names = None,
    since: str | int | None = None,
    until: str | int | None = None,
    document: str | None = None,
) -> Choice:
    """Return what is asked for in the words of a person, by any name and label.

    Raises:
        EntityError: No entity is called so, or several are.
        ChoiceError: There is no such relation, metric, modality, document or time; with the nearest that there is.
    """
    ids = [None if name is None else find(graph, name)[0].id for name in (subject, object_, entity)]
    first, last = _day(since), _day(until)
    return Choice(
        subject=ids[0],
        object=ids[1],
        entity=ids[2],
        predicates=_all(predicate, predicates(graph, what), what),
        modalities=_all(modality, _called(MODALITIES), "modality"),
        since=first and first[0],
        until=last and last[1],
        document=None if document is None else chosen_document(graph, document),
    )


def about(claim: Claim, date: str | None) -> Period | None:
    """Return the time that a claim is about: what it states, or when it was told."""
    return period(claim.time or "") or period((date or "")[:10])


def predicates(graph: KnowledgeGraph, what: str) -> dict[str, str]:
    """Return relations, metrics or both, with those that only the graph has, by all that they are called."""
    told = {row.predicate: bool(row.object) for row in graph.told()}
    names: list[str] = []
    if "relation" in what:
        names += [*RELATIONS, *sorted(name for name, joins in told.items() if joins)]
    if "metric" in what:
        names += [*METRICS, *sorted(name for name, joins in told.items() if not joins)]
    own = {
        name_key(label): name
        for name in names
        if name not in RELATIONS and name not in METRICS
        for label in _own_labels(graph, name)
    }
    return own | _called(names)


def _own_labels(graph: KnowledgeGraph, name: str) -> Iterator[str]:
    """Yield what the graph itself calls a relation or metric of a domain of its own."""
    for quad in graph.store.quads_for_pattern(vocabulary_node(name), _LABEL, None, None):
        if isinstance(quad.object, ox.Literal):
            yield quad.object.value


def chosen_unit(graph: KnowledgeGraph, text: str) -> str:
    """Return the unit of figures in the graph that *text* means, in any case."""
    units = {row.unit.casefold(): row.unit for row in graph.told() if row.unit}
    if text.casefold() not in units:
        raise ChoiceError(f"no figure has the unit '{text}'; there are {', '.join(sorted(units.values()))}")
    return units[text.casefold()]


def chosen_class(text: str) -> str:
    """Return the class of entities that *text* means: its name or a label of it."""
    return chosen(text, _called(CLASSES), "class")


def chosen_document(graph: KnowledgeGraph, text: str) -> str:
    """Return the id of the document that *text* means: its id, or a part of only one."""
    known = [report.doc for report in graph.reports()]
    fitting = [text] if text in known else [doc for doc in known if text and text in doc]
    if len(fitting) > 1:
        raise ChoiceError(f"several documents are called '{text}': {', '.join(fitting[:5])}")
    return fitting[0] if fitting else chosen(text, {name_key(doc): doc for doc in known}, "document")


def _called(names: Iterable[str]) -> dict[str, str]:
    """Return names by what they are called, folded: by themselves and by their labels."""
    listed = list(dict.fromkeys(names))
    found = {name_key(name): name for name in listed}
    for language in _LANGUAGES:
        labels = term_labels(language)
        for name in listed:
            if name in labels:
                found.setdefault(name_key(labels[name]), name)
    return found


def _all(given: Names, known: dict[str, str], what: str) -> frozenset[str] | None:
    if given is None:
        return None
    return frozenset(chosen(each, known, what) for each in ([given] if isinstance(given, str) else given))


def _day(given: str | int | None) -> Period | None:
    if given is None:
        return None
    found = period(str(given))
    if found is None:
        raise ChoiceError(f"'{given}' is no time; give one such as 2024, 2024-Q2, 2024-06 or 2024-06-05")
    return found
