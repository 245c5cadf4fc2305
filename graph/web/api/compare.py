"""A few entities side by side: their figures, and with whom they are joined alike and otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np

from graph.search.columns import NONE
from graph.web.api import shapes
from graph.web.api.filters import ordered
from graph.web.api.parameters import Asked
from graph.web.api.shapes import Json
from graph.web.api.view import Reading

LEAST, MOST = 2, 5
POINTS: Final = 12  # claims of one metric and one entity
OTHERS: Final = 50  # entities that only one is joined with


def compare(reading: Reading, asked: Asked) -> Json:
    """Return two to five entities side by side: figures by metric, relations shared and not."""
    entities = list(dict.fromkeys(asked.many("entity")))
    return {
        "entities": shapes.nodes(reading, entities),
        "metrics": list(_metrics(reading, entities)),
        "relations": list(_relations(reading, entities)),
    }


def _metrics(reading: Reading, entities: Sequence[int]) -> Iterator[Json]:
    """Yield the metrics that one of them has figures of, with the surest of each in the order of time."""
    columns = reading.view.claims
    kept = np.isin(columns.subject, entities) & (columns.object == NONE)
    found: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row in ordered(reading, kept, "confidence").tolist():
        rows = found[int(columns.predicate[row])][int(columns.subject[row])]
        if len(rows) < POINTS:
            rows.append(row)
    for predicate, told in sorted(found.items(), key=lambda item: (-len(item[1]), item[0])):
        rows_ = [
            {
                "entity": reading.view.entities.entities[entity].id,
                "claims": shapes.claims(reading, sorted(told[entity], key=lambda row: (columns.first[row], row))),
            }
            for entity in entities
            if entity in told
        ]
        yield {"metric": columns.predicates[predicate], "rows": rows_}


def _relations(reading: Reading, entities: Sequence[int]) -> Iterator[Json]:
    """Yield the asserted relations of them, with the others that several have in common."""
    joined: dict[int, dict[int, dict[int, None]]] = defaultdict(lambda: defaultdict(dict))
    bonds = reading.view.bonds
    for entity in entities:
        for edge in bonds.of(entity).tolist():
            if bonds.modality[edge] == 0:
                source, target = int(bonds.source[edge]), int(bonds.target[edge])
                joined[int(bonds.relation[edge])][entity][target if source == entity else source] = None
    for relation, near in sorted(joined.items()):
        yield {"relation": reading.view.claims.predicates[relation], **_parted(reading, entities, near)}


def _parted(reading: Reading, entities: Sequence[int], near: Mapping[int, Mapping[int, None]]) -> Json:
    """Return whom several entities are joined with, and whom only one is."""
    counts: dict[int, int] = defaultdict(int)
    for others in near.values():
        for other in others:
            counts[other] += 1
    ids = {entity: reading.view.entities.entities[entity].id for entity in entities}
    return {
        "shared": shapes.nodes(reading, _known(reading, (each for each in counts if counts[each] > 1))),
        "own": {
            ids[entity]: shapes.nodes(
                reading, _known(reading, (each for each in near.get(entity, ()) if counts[each] == 1))
            )
            for entity in entities
        },
    }


def _known(reading: Reading, entities: Iterator[int]) -> list[int]:
    """Return the best known entities first, and not too many."""
    mentions = reading.view.entities.mentions
    return sorted(entities, key=lambda each: (-int(mentions[each]), each))[:OTHERS]
