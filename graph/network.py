"""The graph as a network: entities joined by what is said of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import networkx as nx

from extract.model import Claim
from graph.knowledge import KnowledgeGraph
from ontology.vocabulary import RELATIONS

Network: TypeAlias = "nx.MultiDiGraph[str]"
EdgeKey: TypeAlias = tuple[str, str, str, str]  # subject, object, relation, modality


@dataclass(slots=True)
class Bond:
    """All claims that say the same of the same two entities, in one modality."""

    claims: list[Claim] = field(default_factory=list)

    def attributes(self) -> dict[str, Any]:
        """Return what the edge carries: how often it is said, in how many documents, and of which times."""
        times = sorted({claim.time for claim in self.claims if claim.time})
        found: dict[str, Any] = {
            "weight": len(self.claims),
            "documents": len({claim.doc for claim in self.claims}),
            "confidence": max(claim.confidence for claim in self.claims),
        }
        if times:
            found |= {"first": times[0], "last": times[-1]}
        return found


def network(graph: KnowledgeGraph) -> Network:
    """Return the entities and their relations as a networkx ``MultiDiGraph``.

    Nodes are entity ids with ``label``, ``type``, ``names`` (all names, joined by `` | ``) and ``claims`` (how many
    speak of it). Edges go from subject to object under the key ``relation/modality`` with ``relation``, ``modality``,
    ``weight`` (claims), ``documents``, ``confidence`` (of the surest claim) and the ``first`` and ``last`` time named.
    The order of nodes and edges is that of their ids.
    """
    claims = list(graph.claims())
    spoken: dict[str, int] = {}
    for claim in claims:
        for id_ in {claim.subject, claim.object} - {None}:
            spoken[str(id_)] = spoken.get(str(id_), 0) + 1
    result: Network = nx.MultiDiGraph()
    for entity in graph.fused():
        names = " | ".join(dict.fromkeys([entity.label, *(name.text for name in entity.names)]))
        result.add_node(entity.id, label=entity.label, type=entity.type, names=names, claims=spoken.get(entity.id, 0))
    for (subject, object_, relation, modality), bond in sorted(bonds(claims).items()):
        key = f"{relation}/{modality}"
        result.add_edge(subject, object_, key, relation=relation, modality=modality, **bond.attributes())
    return result


def bonds(claims: Iterable[Claim]) -> dict[EdgeKey, Bond]:
    """Gather relation claims by what they say; a symmetric relation has one direction, that of the ids."""
    found: dict[EdgeKey, Bond] = {}
    for claim in claims:
        if claim.object is None:
            continue
        subject, object_ = claim.subject, claim.object
        if claim.predicate in RELATIONS and RELATIONS[claim.predicate].symmetric:
            subject, object_ = sorted((subject, object_))
        found.setdefault((subject, object_, claim.predicate, claim.modality), Bond()).claims.append(claim)
    return found
