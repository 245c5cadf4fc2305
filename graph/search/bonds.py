"""What joins entities, as columns: all claims that say the same of the same two in one modality are one edge."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from graph.search.columns import NONE, Columns, Flags, Floats, Ints, distinct


@dataclass(frozen=True, slots=True)
class Bonds:
    """The edges, by source, target, relation and modality.

    Args:
        source: Number of the entity that they go out from; of a symmetric relation the first of the two.
        target: Number of the entity that they go to.
        relation: Number of the relation among the predicates.
        modality: Number of the modality.
        symmetric: Whether the relation holds both ways.
        claims: How many claims say so.
        sources: In how many independent documents.
        confidence: That of the surest claim.
        first: First day that a claim is about, 0 for none.
        last: The last one.
        disputed: Whether another claim contradicts one of them.
        order: The claims of all edges, edge by edge, the surest first.
        begin: Where those of an edge begin in ``order``.
        near: The edges of all entities, entity by entity.
        edge_of: Where those of an entity begin in ``near``.
        neighbours: How many others an entity is joined with.
    """

    source: Ints
    target: Ints
    relation: Ints
    modality: Ints
    symmetric: Flags
    claims: Ints
    sources: Ints
    confidence: Floats
    first: Ints
    last: Ints
    disputed: Flags
    order: Ints
    begin: Ints
    near: Ints
    edge_of: Ints
    neighbours: Ints

    def __len__(self) -> int:
        return len(self.source)

    def rows(self, edge: int) -> Ints:
        """Return the numbers of the claims that an edge rests on, the surest first."""
        return self.order[self.begin[edge] : self.begin[edge + 1]]

    def of(self, entity: int) -> Ints:
        """Return the edges of an entity, by number."""
        return self.near[self.edge_of[entity] : self.edge_of[entity + 1]]

    def among(self, entities: Sequence[int] | Ints, modalities: Collection[int]) -> Ints:
        """Return the edges between some entities, in some modalities, by number; none from one to itself."""
        chosen = np.zeros(len(self.neighbours), np.bool_)
        chosen[np.asarray(entities, np.int64)] = True
        fitting = chosen[self.source] & chosen[self.target] & (self.source != self.target)
        return np.flatnonzero(fitting & self.put(modalities))

    def put(self, modalities: Collection[int]) -> Flags:
        """Tell which edges are of some modalities."""
        return np.isin(self.modality, np.asarray(sorted(modalities), np.int64))


def bonds(claims: Columns, entities: int) -> Bonds:
    """Return the edges between *entities* entities that *claims* make."""
    rows = np.flatnonzero(claims.object != NONE)
    source, target = _ends(claims, rows)
    keys = (claims.modality[rows], claims.predicate[rows], target, source)
    order = np.lexsort((-claims.confidence[rows], *keys))
    key = np.stack([each[order] for each in reversed(keys)], axis=1)
    fresh = np.append(True, (key[1:] != key[:-1]).any(axis=1)) if len(order) else np.zeros(0, np.bool_)
    heads, begin = key[fresh], np.flatnonzero(fresh)
    rows = rows[order]
    edge = np.cumsum(fresh) - 1
    near, edge_of, neighbours = _adjacency(heads[:, 0], heads[:, 1], entities)
    return Bonds(
        source=heads[:, 0],
        target=heads[:, 1],
        relation=heads[:, 2],
        modality=heads[:, 3],
        symmetric=claims.both[rows][begin],
        claims=np.diff(np.append(begin, len(rows))).astype(np.int64),
        sources=distinct(edge, claims.source[rows]) if len(rows) else begin,
        confidence=claims.confidence[rows][begin],
        first=_earliest(claims.first[rows], begin),
        last=_reduced(np.maximum, claims.last[rows], begin),
        disputed=_reduced(np.maximum, claims.disputed[rows].astype(np.int64), begin).astype(np.bool_),
        order=rows,
        begin=np.append(begin, len(rows)),
        near=near,
        edge_of=edge_of,
        neighbours=neighbours,
    )


def _ends(claims: Columns, rows: Ints) -> tuple[Ints, Ints]:
    """Return from where to where claims go; a symmetric relation from the lesser to the other."""
    subject, object_ = claims.subject[rows], claims.object[rows]
    turned = claims.both[rows] & (subject > object_)
    return np.where(turned, object_, subject), np.where(turned, subject, object_)


def _earliest(days: Ints, begin: Ints) -> Ints:
    never = np.iinfo(np.int64).max
    found = _reduced(np.minimum, np.where(days == 0, never, days), begin)
    return np.where(found == never, 0, found)


def _reduced(what: np.ufunc, values: Ints, begin: Ints) -> Ints:
    """Return one value for each stretch of *values*."""
    return np.asarray(what.reduceat(values, begin), np.int64) if len(begin) else values[:0]


def _adjacency(source: Ints, target: Ints, entities: int) -> tuple[Ints, Ints, Ints]:
    """Return the edges by entity, where those of each begin, and with how many others each is joined."""
    number = np.arange(len(source))
    loop = source == target
    ends = np.concatenate([source, target[~loop]])
    edges = np.concatenate([number, number[~loop]])
    others = np.concatenate([target, source[~loop]])
    order = np.lexsort((edges, ends))
    begin = np.searchsorted(ends[order], np.arange(entities + 1))
    apart = ends != others
    pairs = np.unique(np.stack([ends[apart], others[apart]], axis=1), axis=0)
    return edges[order], begin, np.bincount(pairs[:, 0], minlength=entities).astype(np.int64)
