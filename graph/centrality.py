"""Who matters in the network: centralities, brokers, and groups that hang together.

The same network gives the same figures, always: what needs chance has a fixed seed, and no order of a set counts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from itertools import islice
from typing import Final, TypeAlias

import networkx as nx
import numpy as np

from graph.network import ASSERTED, Network, NetworkError, directed, simple

_EXACT: Final = 2000  # up to so many nodes betweenness is counted over all pairs
_SAMPLE: Final = 500  # ... above it from so many nodes
_SEED: Final = 0
_FOLLOWING: Final = 0.85  # the usual share of steps along a link
_STEPS: Final = 200
_NEAR: Final = 1e-12

Scores: TypeAlias = Mapping[str, float]
_Ints: TypeAlias = "np.ndarray[tuple[int], np.dtype[np.intp]]"
_Floats: TypeAlias = "np.ndarray[tuple[int], np.dtype[np.float64]]"


def centrality(net: Network, kind: str = "degree", *, modalities: Collection[str] = ASSERTED) -> dict[str, float]:
    """Return how central each entity is, the most central first, then by id.

    Args:
        net: The network.
        kind: One of :data:`CENTRALITIES`.
        modalities: Which claims count.

    Raises:
        NetworkError: There is no such kind of centrality.
    """
    if kind not in CENTRALITIES:
        raise NetworkError(f"no centrality is called '{kind}'; there are {', '.join(CENTRALITIES)}")
    scores = CENTRALITIES[kind](net, modalities)
    return dict(sorted(scores.items(), key=lambda item: (-item[1], item[0])))


def brokers(net: Network, most: int = 10, *, modalities: Collection[str] = ASSERTED) -> dict[str, float]:
    """Return the entities that join others who are not joined themselves, by their betweenness above zero."""
    scores = centrality(net, "betweenness", modalities=modalities)
    return dict(islice(((id_, score) for id_, score in scores.items() if score > 0), most))


def communities(net: Network, *, modalities: Collection[str] = ASSERTED) -> tuple[tuple[str, ...], ...]:
    """Return groups that are joined more closely inside than with others (Louvain), the largest first.

    Entities that nothing joins are left out. The same network gives the same groups, always.
    """
    joined = simple(net, modalities)
    ids = [id_ for id_ in joined if joined.degree(id_)]
    numbered = nx.relabel_nodes(joined.subgraph(ids), {id_: n for n, id_ in enumerate(ids)})  # no set order of texts
    ordered = nx.Graph()
    ordered.add_nodes_from(range(len(ids)))
    ordered.add_weighted_edges_from(sorted((min(a, b), max(a, b), w) for a, b, w in numbered.edges(data="weight")))
    groups = nx.community.louvain_communities(ordered, weight="weight", seed=_SEED) if ids else []
    return tuple(sorted((tuple(sorted(ids[n] for n in group)) for group in groups), key=lambda g: (-len(g), g)))


def _degree(net: Network, modalities: Collection[str]) -> Scores:
    return _floats(nx.degree_centrality(simple(net, modalities)))


def _strength(net: Network, modalities: Collection[str]) -> Scores:
    return _floats(dict(simple(net, modalities).degree(weight="weight")))


def _closeness(net: Network, modalities: Collection[str]) -> Scores:
    return _floats(nx.closeness_centrality(simple(net, modalities)))


def _betweenness(net: Network, modalities: Collection[str]) -> Scores:
    joined = simple(net, modalities)
    sample = _SAMPLE if len(joined) > _EXACT else None
    return _floats(nx.betweenness_centrality(joined, k=sample, seed=_SEED))


def _pagerank(net: Network, modalities: Collection[str]) -> Scores:
    told = directed(net, modalities)
    if not told:
        return {}
    index = {id_: n for n, id_ in enumerate(told)}
    start = np.fromiter((index[a] for a, _ in told.edges()), np.intp)
    end = np.fromiter((index[b] for _, b in told.edges()), np.intp)
    weight = np.fromiter((each for _, _, each in told.edges(data="weight")), np.float64)
    return dict(zip(index, map(float, _walked(start, end, weight, len(index))), strict=True))


def _walked(start: _Ints, end: _Ints, weight: _Floats, size: int) -> _Floats:
    """Return how often one comes by each node who follows edges at random and now and then starts anew anywhere."""
    going = np.bincount(start, weight, size)
    rank = np.full(size, 1 / size)
    for _ in range(_STEPS):
        moved = np.bincount(end, rank[start] * weight / going[start], size) + rank[going == 0].sum() / size
        rank, before = _FOLLOWING * moved + (1 - _FOLLOWING) / size, rank
        if np.abs(rank - before).sum() < _NEAR:
            break
    return rank


def _floats(scores: Mapping[str, float]) -> Scores:
    return {id_: float(score) for id_, score in scores.items()}


CENTRALITIES: Final[Mapping[str, Callable[[Network, Collection[str]], Scores]]] = {
    "degree": _degree,  # with how many others it is joined, as a part of all
    "strength": _strength,  # by how many claims
    "closeness": _closeness,  # how near all others are
    "betweenness": _betweenness,  # how many shortest paths lead through it, as a part of all
    "pagerank": _pagerank,  # how often one comes by who follows relations in their direction
}
"""Kinds of centrality; all but the last take relations as going both ways."""
