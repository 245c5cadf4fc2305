"""The corrections that a person makes, by the names of the entities: checked against the graph, then carried out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from extract.entities.resolution import local_name
from extract.model import Claim, Entity
from graph.correcting import corrected
from graph.corrections import (
    MERGE,
    RENAME,
    SPLIT,
    WRONG,
    Correction,
    CorrectionError,
    Corrections,
    is_id,
    next_number,
)
from graph.curation import Amended, add
from graph.finding import find
from graph.knowledge import KnowledgeGraph
from graph.mapping import DERIVED_FROM, claim_node
from graph.record import Record
from graph.terms import PREFIXES, claim_id, id_of
from ontology.lexicon import name_key
from ontology.vocabulary import CLASSES

_CLAIM: Final = re.compile(r"[0-9a-f]{24}")


def merge(
    folder: str | Path,
    a: str,
    b: str,
    *,
    into: str = "",
    force: bool = False,
    reason: str = "",
    date: str = "",
    by: str = "",
) -> Amended:
    """Make two entities one.

    Args:
        folder: The graph folder.
        a: One of them, by id or name.
        b: The other.
        into: Which of the two stays; by default the one that the lexicon knows, else the one with more mentions,
            else the first.
        force: Merge even entities of different classes, or two that the lexicon tells apart.
        reason: Why, for people.
        date: When, for people.
        by: Who says so, for people.

    Raises:
        EntityError: When a name leads to no entity, or to several.
        CorrectionError: When they are one already, or should not be merged.
    """
    with KnowledgeGraph.open(folder) as graph:
        first, second = find(graph, a)[0], find(graph, b)[0]
        if first.id == second.id:
            raise CorrectionError(f"{a!r} and {b!r} are one entity already: {first.id}")
        kept = find(graph, into)[0] if into else _main(graph, first, second)
    if kept.id not in (first.id, second.id):
        raise CorrectionError(f"{into!r} is {kept.id}, which is neither {first.id} nor {second.id}")
    gone = second if kept.id == first.id else first
    if not force:
        _check_alike(gone, kept)
    return add(
        folder, lambda known: Correction(next_number(known), MERGE, gone.id, kept.id, reason=reason, date=date, by=by)
    )


def split(
    folder: str | Path,
    entity: str,
    name: str,
    *,
    into: str = "",
    type_: str = "",
    doc: str = "",
    reason: str = "",
    date: str = "",
    by: str = "",
) -> Amended:
    """Make the mentions with one name another entity.

    Args:
        folder: The graph folder.
        entity: The entity that they are taken from, by id or name.
        name: The name, in any spelling and script.
        into: Id of the other entity, a new one or one of the graph; by default made of the name.
        type_: Its class, where it is a new one; by default that of the entity.
        doc: The only document that this is about; empty for all.
        reason: Why, for people.
        date: When, for people.
        by: Who says so, for people.

    Raises:
        EntityError: When *entity* leads to no entity, or to several.
        CorrectionError: When nothing is called so, or the other entity cannot be made.
    """
    with KnowledgeGraph.open(folder) as graph:
        source = find(graph, entity)[0]
        _check_called(graph, source, name, doc)
        target = into or local_name(name)
        there = next((each for each in graph.fused() if each.id == target), None)
    if target == source.id:
        raise CorrectionError(f"{name!r} would be {target} again; say by another id what it is: --as NEW-ID")
    if there is not None and not into:
        raise CorrectionError(f"{target} is an entity already; --as {target} puts the mentions there, another id apart")
    if not is_id(target):
        raise CorrectionError(f"the id {target!r} is empty or has a character that an IRI may not have")
    if there is not None and type_ not in ("", there.type):
        raise CorrectionError(f"{target} is a {there.type} already, no {type_}; zhitu entities rename corrects a class")
    _check_class(type_)
    type_ = there.type if there is not None else type_ or source.type
    return add(
        folder,
        lambda known: Correction(
            next_number(known), SPLIT, source.id, target, name, "", type_, doc, reason=reason, date=date, by=by
        ),
    )


def rename(
    folder: str | Path, entity: str, label: str = "", *, type_: str = "", reason: str = "", date: str = "", by: str = ""
) -> Amended:
    """Give an entity another label, another class, or both; its id stays.

    Raises:
        EntityError: When *entity* leads to no entity, or to several.
        CorrectionError: When nothing would change.
    """
    with KnowledgeGraph.open(folder) as graph:
        found = find(graph, entity)[0]
    _check_class(type_)
    label = label.strip()
    label, type_ = label if label != found.label else "", type_ if type_ != found.type else ""
    if not label and not type_:
        raise CorrectionError(f"{found.id} is {found.label} ({found.type}) already; give another label or class")
    return add(
        folder,
        lambda known: Correction(
            next_number(known), RENAME, found.id, label=label, type=type_, reason=reason, date=date, by=by
        ),
    )


def mark_wrong(folder: str | Path, claim: str, *, reason: str = "", date: str = "", by: str = "") -> Amended:
    """Take a claim that was read wrongly out of the graph; its document and what it speaks of stay.

    Args:
        folder: The graph folder.
        claim: Id of the claim, or its IRI.
        reason: Why, for people.
        date: When, for people.
        by: Who says so, for people.

    Raises:
        CorrectionError: When the graph has no such claim.
    """
    id_ = claim.removeprefix(PREFIXES["zc"]).removeprefix("zc:")
    with KnowledgeGraph.open(folder) as graph:
        record = next((record for record in _saying(graph, id_)), None)
        if record is None:
            raise CorrectionError(f"no claim of the graph has the id {claim!r}; `zhitu export -f csv` lists their IRIs")
        shown = next(each for each in record.claims if claim_id(each) == id_)
        read = graph.as_read(record.doc)
        ids = [claim_id(each) for each in read.claims if _becomes(read, each, graph.corrections) == id_]
    return add(
        folder,
        lambda known: Correction(
            next_number(known), WRONG, shown.subject, doc=record.doc, claim=" ".join(sorted(ids)),
            reason=reason, date=date, by=by,
        ),
    )  # fmt: skip


def _saying(graph: KnowledgeGraph, claim: str) -> Iterator[Record]:
    """Yield the document that makes a claim."""
    if _CLAIM.fullmatch(claim):
        for quad in graph.store.quads_for_pattern(claim_node(claim), DERIVED_FROM, None, None):
            assert isinstance(quad.graph_name, ox.NamedNode)  # claims stand in the graph of their document
            yield graph.document(id_of(quad.graph_name.value))


def _becomes(read: Record, claim: Claim, corrections: Corrections) -> str | None:
    """Return the id that the corrections give a claim, ``None`` where nothing is left of it."""
    alone = corrected(replace(read, claims=(claim,)), corrections).claims
    return claim_id(alone[0]) if alone else None


def _main(graph: KnowledgeGraph, a: Entity, b: Entity) -> Entity:
    """Return which of two entities the other becomes part of."""
    mentions = {id_: number for id_, number, _ in graph.mentioned()}
    return min(a, b, key=lambda each: (not each.known, -mentions.get(each.id, 0)))


def _check_alike(a: Entity, b: Entity) -> None:
    """Refuse to merge what is hardly one."""
    if a.type != b.type:
        raise CorrectionError(f"{a.id} is a {a.type} and {b.id} is a {b.type}; --force merges them all the same")
    if a.known and b.known:
        raise CorrectionError(f"the lexicon tells {a.id} and {b.id} apart; --force merges them all the same")


def _check_class(type_: str) -> None:
    if type_ and type_ not in CLASSES:
        raise CorrectionError(f"class {type_!r} is none of {', '.join(CLASSES)}")


def _check_called(graph: KnowledgeGraph, entity: Entity, name: str, doc: str) -> None:
    """Refuse to split off a name by which no mention goes."""
    counts: Counter[str] = Counter()
    for record in graph.documents_of(entity.id):
        if doc in ("", record.doc):
            for each in record.found:
                if each.entity == entity.id:
                    counts[each.text] += len(each.places)
    if not counts:
        raise CorrectionError(f"{doc!r} does not speak of {entity.id}")
    key = name_key(name)
    if key not in {name_key(text) for text in counts}:
        ranked = sorted(counts, key=lambda text: (-counts[text], text))
        names = ", ".join(f"{text} ({counts[text]})" for text in ranked)
        where = f" in {doc}" if doc else ""
        raise CorrectionError(f"{entity.id} is nowhere called {name!r}{where}; its mentions are: {names}")
    if doc:
        return
    if len({name_key(text) for text in counts}) == 1 and not entity.known:
        raise CorrectionError(
            f"{entity.id} is called nothing else than {name!r}, all of it would go; rename it, or split one document"
        )
