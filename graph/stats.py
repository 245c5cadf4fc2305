"""What is in a graph, in numbers."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from extract.model import Claim, Entity
from graph.knowledge import KnowledgeGraph
from ontology.vocabulary import CLASSES, METRICS, MODALITIES, RELATIONS

TOP = 15


@dataclass(frozen=True, slots=True)
class TopEntity:
    """An entity that much is said about."""

    id: str
    label: str
    type: str
    claims: int
    documents: int


@dataclass(frozen=True, slots=True)
class Stats:
    """Numbers about a graph.

    Args:
        documents: Documents in it.
        characters: Code points of their original texts.
        scripts: Documents by script.
        texts: Different texts among them: reprints count as one.
        spun: Documents with machine-spun wording.
        quads: Quads in the store.
        entities: Entities by class.
        relations: Relation claims by predicate and modality.
        quantities: Quantity claims by metric and modality.
        facts: Plain triples by predicate.
        top: The entities with most claims.
    """

    documents: int
    characters: int
    scripts: Mapping[str, int]
    texts: int
    spun: int
    quads: int
    entities: Mapping[str, int]
    relations: Mapping[str, Mapping[str, int]]
    quantities: Mapping[str, Mapping[str, int]]
    facts: Mapping[str, int]
    top: tuple[TopEntity, ...]

    def to_json(self) -> str:
        """Return the numbers as JSON, with a newline at the end."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"


def stats(graph: KnowledgeGraph, top: int = TOP) -> Stats:
    """Count what is in *graph*, in the order of the vocabulary."""
    reports, entities, claims = list(graph.reports()), {each.id: each for each in graph.fused()}, list(graph.claims())
    return Stats(
        documents=len(reports),
        characters=sum(report.characters for report in reports),
        scripts=dict(sorted(Counter(report.script for report in reports).items())),
        texts=len(reports) - len(graph.reprints()),
        spun=sum(report.spun for report in reports),
        quads=len(graph),
        entities=_ordered(Counter(entity.type for entity in entities.values()), CLASSES),
        relations=_said([claim for claim in claims if claim.kind == "relation"], RELATIONS),
        quantities=_said([claim for claim in claims if claim.kind != "relation"], METRICS),
        facts=_ordered(Counter(predicate for _, predicate, _ in graph.facts()), RELATIONS),
        top=_top(entities, claims, top),
    )


def _top(entities: Mapping[str, Entity], claims: Iterable[Claim], top: int) -> tuple[TopEntity, ...]:
    said, where = Counter[str](), dict[str, set[str]]()
    for claim in claims:
        for id_ in sorted({claim.subject} | ({claim.object} if claim.object else set())):
            said[id_] += 1
            where.setdefault(id_, set()).add(claim.doc)
    ranked = sorted(said, key=lambda id_: (-said[id_], -len(where[id_]), id_))[:top]
    return tuple(TopEntity(id_, *_named(entities, id_), said[id_], len(where[id_])) for id_ in ranked)


def _named(entities: Mapping[str, Entity], id_: str) -> tuple[str, str]:
    return entities[id_].label, entities[id_].type


def _said(claims: Iterable[Claim], order: Iterable[str]) -> dict[str, dict[str, int]]:
    counts: dict[str, Counter[str]] = {}
    for claim in claims:
        counts.setdefault(claim.predicate, Counter())[claim.modality] += 1
    return {name: _ordered(counts[name], MODALITIES) for name in _ordered(dict.fromkeys(counts, 1), order)}


def _ordered(counts: Mapping[str, int], order: Iterable[str]) -> dict[str, int]:
    """Return the counts in a given order; what the order does not know comes last, by name."""
    known: dict[str, Any] = {name: counts[name] for name in order if name in counts}
    return known | {name: counts[name] for name in sorted(counts.keys() - known.keys())}
