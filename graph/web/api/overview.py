"""The overview: the best connected entities of the whole graph, in groups that hang together, and where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import networkx as nx
import numpy as np

from graph.layout import spread
from graph.search.columns import Ints
from graph.web.api import shapes
from graph.web.api.joined import modalities
from graph.web.api.parameters import Asked
from graph.web.api.shapes import Json
from graph.web.api.view import Reading

USUAL: Final = 300
_MEMBERS: Final = 8
_SEED: Final = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """The overview in numbers.

    Args:
        entities: The entities, the best connected first.
        edges: The edges between them.
        groups: The groups, the largest first, each with its best connected members first.
        places: Where each entity stands.
    """

    entities: Ints
    edges: Ints
    groups: tuple[tuple[int, ...], ...]
    places: Mapping[int, tuple[float, float]]


def overview(reading: Reading, asked: Asked) -> Json:
    """Return the best connected entities with their groups and places, and what joins them."""
    view, put = reading.view, modalities(asked)
    limit = asked.whole("limit")
    found = planned(reading, limit, put)
    group_of = {each: number for number, group in enumerate(found.groups) for each in group}
    return {
        "communities": [_community(reading, number, group) for number, group in enumerate(found.groups)],
        "nodes": [
            {**shapes.node(reading, each), "community": group_of[each], "x": x, "y": y}
            for each, (x, y) in found.places.items()
        ],
        "edges": [shapes.edge(reading, each) for each in found.edges.tolist()],
        "total": {"nodes": len(view.entities), "edges": int(view.bonds.put(put).sum())},
    }


def planned(reading: Reading, limit: int, put: Sequence[int]) -> Plan:
    """Return what the overview shows, worked out once."""
    return reading.view.kept("overview", lambda: plan(reading, limit, put), (limit, tuple(put)))


def plan(reading: Reading, limit: int, put: Sequence[int]) -> Plan:
    """Return what the overview shows; the same graph gives the same, always."""
    bonds = reading.view.bonds
    kept = np.flatnonzero(bonds.put(put) & (bonds.source != bonds.target))
    pairs = np.unique(np.sort(np.stack([bonds.source[kept], bonds.target[kept]], axis=1), axis=1), axis=0)
    degree = np.bincount(pairs.ravel(), minlength=len(bonds.neighbours))
    ranked = np.lexsort((np.arange(len(degree)), -reading.view.entities.mentions, -degree))
    chosen = ranked[:limit][degree[ranked[:limit]] > 0]
    edges = bonds.among(chosen, put)
    inside = np.isin(chosen, np.concatenate([bonds.source[edges], bonds.target[edges]]))
    chosen = chosen[inside]
    weights = _weights(reading, chosen, edges)
    groups = _groups(len(chosen), weights)
    group_of = {each: number for number, group in enumerate(groups) for each in group}
    places = spread([group_of[each] for each in range(len(chosen))], weights)
    return Plan(
        entities=chosen,
        edges=edges,
        groups=tuple(tuple(int(chosen[each]) for each in group) for group in groups),
        places={int(each): at for each, at in zip(chosen, places, strict=True)},
    )


def _weights(reading: Reading, chosen: Ints, edges: Ints) -> list[tuple[int, int, float]]:
    """Return how strongly the chosen entities are joined, by their places among them: by sources, whatever is said."""
    bonds, place = reading.view.bonds, {int(each): number for number, each in enumerate(chosen)}
    found: dict[tuple[int, int], float] = {}
    for edge in edges.tolist():
        one, other = sorted((place[int(bonds.source[edge])], place[int(bonds.target[edge])]))
        found[one, other] = found.get((one, other), 0) + float(bonds.sources[edge])
    return [(one, other, weight) for (one, other), weight in sorted(found.items())]


def _groups(count: int, weights: list[tuple[int, int, float]]) -> list[list[int]]:
    """Return groups that are joined more closely inside than with others, the largest first (Louvain)."""
    net: nx.Graph[int] = nx.Graph()
    net.add_nodes_from(range(count))
    net.add_weighted_edges_from(weights)
    found = nx.community.louvain_communities(net, weight="weight", seed=_SEED) if count else []
    return sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))


def _community(reading: Reading, number: int, group: tuple[int, ...]) -> Json:
    members = [reading.view.entities.entities[each].id for each in group[:_MEMBERS]]
    return {"id": number, "label": shapes.ref(reading, group[0])["label"], "size": len(group), "members": members}
