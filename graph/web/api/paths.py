"""How two entities hang together, with the claims that every step rests on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import networkx as nx
import numpy as np

from graph.network import ASSERTED, ways
from graph.web.api import shapes
from graph.web.api.joined import modalities
from graph.web.api.parameters import Asked
from graph.web.api.shapes import Json
from graph.web.api.view import Reading

QUOTED = 3  # claims of a step


def paths(reading: Reading, asked: Asked) -> Json:
    """Return the shortest paths between two entities; over what more documents say first."""
    put = modalities(asked, ASSERTED)
    joined = reading.view.kept("joined", lambda: _joined(reading, put), tuple(put), most=2)
    found = ways(joined, asked.whole("from"), asked.whole("to"), asked.whole("max"))
    return {"paths": [_path(reading, path, put) for path in found]}


def _joined(reading: Reading, put: Sequence[int]) -> nx.Graph[int]:
    """Return who is joined with whom, whatever the relation and its direction."""
    bonds = reading.view.bonds
    kept = np.flatnonzero(bonds.put(put) & (bonds.source != bonds.target))
    order = kept[np.argsort(bonds.sources[kept], kind="stable")]  # of several edges the one of most sources counts
    net: nx.Graph[int] = nx.Graph()
    told = zip(*(column[order].tolist() for column in (bonds.source, bonds.target, bonds.sources)), strict=True)
    net.add_edges_from((source, target, {"documents": sources}) for source, target, sources in told)
    return net


def _path(reading: Reading, path: Sequence[int], put: Sequence[int]) -> Json:
    edges = [each for pair in pairwise(path) for each in reading.view.bonds.among(pair, put).tolist()]
    return {
        "nodes": shapes.nodes(reading, path),
        "steps": [
            {
                "edge": shapes.edge(reading, each),
                "claims": shapes.claims(reading, reading.view.bonds.rows(each)[:QUOTED]),
            }
            for each in edges
        ],
    }
