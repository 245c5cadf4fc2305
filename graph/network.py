"""The graph as a network: entities joined by what is said of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Any, Final, TypeAlias, TypeVar

import networkx as nx

from extract.model import Claim
from graph.axioms import symmetric_relations
from graph.errors import GraphError
from graph.knowledge import KnowledgeGraph
from ontology.vocabulary import MODALITIES, RELATIONS

Network: TypeAlias = "nx.MultiDiGraph[str]"
Simple: TypeAlias = "nx.Graph[str]"
Directed: TypeAlias = "nx.DiGraph[str]"
N = TypeVar("N", str, int)
EdgeKey: TypeAlias = tuple[str, str, str, str]  # subject, object, relation, modality

ASSERTED: Final = ("asserted",)
SYMMETRIC: Final = frozenset(name for name, relation in RELATIONS.items() if relation.symmetric)
_WEIGHED: Final = 1000  # so many paths of one length are weighed against each other, no more


class NetworkError(GraphError):
    """Something is asked of the network that it does not have."""


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
    A symmetric relation has one edge, marked ``symmetric``, whichever way it is put: from the lesser id to the other.
    The order of nodes and edges is that of their ids.
    """
    symmetric = symmetric_relations(graph.store)
    claims = list(graph.claims())
    spoken: dict[str, int] = {}
    for claim in claims:
        for id_ in {claim.subject, claim.object} - {None}:
            spoken[str(id_)] = spoken.get(str(id_), 0) + 1
    result: Network = nx.MultiDiGraph()
    for entity in graph.fused():
        names = " | ".join(dict.fromkeys([entity.label, *(name.text for name in entity.names)]))
        result.add_node(entity.id, label=entity.label, type=entity.type, names=names, claims=spoken.get(entity.id, 0))
    for (subject, object_, relation, modality), bond in sorted(bonds(claims, symmetric).items()):
        both = {"symmetric": True} if relation in symmetric else {}
        told = {"relation": relation, "modality": modality, **bond.attributes(), **both}
        result.add_edge(subject, object_, f"{relation}/{modality}", **told)
    return result


def bonds(claims: Iterable[Claim], symmetric: Collection[str] = SYMMETRIC) -> dict[EdgeKey, Bond]:
    """Gather relation claims by what they say; a symmetric relation has one direction, that of the ids.

    Args:
        claims: The claims; those of quantities join nobody.
        symmetric: Which relations are symmetric; a graph may declare more of them than the vocabulary has.
    """
    found: dict[EdgeKey, Bond] = {}
    for claim in claims:
        if claim.object is None:
            continue
        subject, object_ = claim.subject, claim.object
        if claim.predicate in symmetric:
            subject, object_ = sorted((subject, object_))
        found.setdefault((subject, object_, claim.predicate, claim.modality), Bond()).claims.append(claim)
    return found


# --- what hangs together -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Step:
    """One relation on a path, as a text puts it: from its subject to its object, whichever way the path goes.

    Args:
        subject: The subject's id.
        object: The object's id.
        subject_label: The subject's name.
        object_label: The object's name.
        relation: The relation.
        modality: How the claims put it.
        claims: The claims, each with its evidence, by document and place.
    """

    subject: str
    object: str
    subject_label: str
    object_label: str
    relation: str
    modality: str
    claims: tuple[Claim, ...]


def modalities(names: Iterable[str]) -> tuple[str, ...]:
    """Return the modalities of these names in the order of the vocabulary.

    Raises:
        NetworkError: One of them is none.
    """
    wanted = set(names)
    if unknown := sorted(wanted - set(MODALITIES)):
        raise NetworkError(f"no modality is called '{unknown[0]}'; there are {', '.join(MODALITIES)}")
    return tuple(name for name in MODALITIES if name in wanted)


def simple(net: Network, modalities: Collection[str] = ASSERTED) -> Simple:
    """Return who is joined with whom by claims of *modalities*, whatever the relation and its direction.

    ``weight`` is the number of claims, ``documents`` the most documents that one of the relations has.
    """
    result: Simple = nx.Graph()
    result.add_nodes_from(net.nodes(data=True))
    for subject, object_, data in net.edges(data=True):
        if data["modality"] not in modalities or subject == object_:
            continue
        before = result.get_edge_data(subject, object_, {"weight": 0, "documents": 0})
        documents = max(before["documents"], data["documents"])
        result.add_edge(subject, object_, weight=before["weight"] + data["weight"], documents=documents)
    return result


def shortest_paths(
    net: Network, start: str, end: str, *, modalities: Collection[str] = ASSERTED, most: int = 3
) -> tuple[tuple[str, ...], ...]:
    """Return the shortest paths between two entities as ids; none where no claims join them.

    Paths whose weakest step has more documents come first, then the order of the ids.

    Raises:
        NetworkError: One of the two is not in the network.
    """
    for id_ in (start, end):
        _must_have(net, id_)
    return ways(simple(net, modalities), start, end, most)


def ways(joined: nx.Graph[N], start: N, end: N, most: int) -> tuple[tuple[N, ...], ...]:
    """Return the shortest paths between two nodes of *joined*, as :func:`shortest_paths` ranks them.

    Args:
        joined: Who is joined with whom; ``documents`` of an edge tells by how many.
        start: Where to begin.
        end: Where to end.
        most: So many paths at most.
    """
    if start == end or start not in joined or end not in joined or not nx.has_path(joined, start, end):
        return ()
    found = [tuple(path) for path in islice(nx.all_shortest_paths(joined, start, end), _WEIGHED)]

    def rank(path: tuple[N, ...]) -> tuple[int, tuple[N, ...]]:
        return -min(joined.edges[pair]["documents"] for pair in pairwise(path)), path

    return tuple(sorted(found, key=rank)[:most])


def steps(
    graph: KnowledgeGraph, net: Network, path: Iterable[str], *, modalities: Collection[str] = ASSERTED
) -> Iterator[Step]:
    """Yield the relations on a path with the claims that they rest on, in the order of the path."""
    symmetric = symmetric_relations(graph.store)
    for pair in pairwise(path):
        rare = min(pair, key=lambda id_: (net.nodes[id_]["claims"], id_))
        claims = [claim for record in graph.documents_of(rare) for claim in record.claims]
        joining = (claim for claim in claims if {claim.subject, claim.object} == set(pair))
        for (subject, object_, relation, modality), bond in sorted(bonds(joining, symmetric).items()):
            if modality in modalities:
                said, of = (str(net.nodes[id_]["label"]) for id_ in (subject, object_))
                yield Step(subject, object_, said, of, relation, modality, tuple(bond.claims))


def directed(net: Network, modalities: Collection[str] = ASSERTED) -> Directed:
    """Return who is related to whom by claims of *modalities*, in their direction; a symmetric relation goes both ways.

    ``weight`` is the number of claims.
    """
    result: Directed = nx.DiGraph()
    result.add_nodes_from(net.nodes(data=True))
    for subject, object_, data in net.edges(data=True):
        if data["modality"] in modalities and subject != object_:
            for pair in ((subject, object_), (object_, subject)) if data.get("symmetric") else ((subject, object_),):
                before = result.get_edge_data(*pair, {"weight": 0})["weight"]
                result.add_edge(*pair, weight=before + data["weight"])
    return result


def ego(net: Network, id_: str, radius: int = 1, *, modalities: Collection[str] = ASSERTED) -> Network:
    """Return the part of the network within *radius* steps of an entity, with the edges of these modalities.

    Raises:
        NetworkError: The entity is not in the network.
    """
    _must_have(net, id_)
    near = nx.single_source_shortest_path_length(simple(net, modalities), id_, cutoff=radius)
    result: Network = nx.MultiDiGraph()
    result.add_nodes_from((node, data) for node, data in net.nodes(data=True) if node in near)
    for subject, object_, key, data in net.edges(keys=True, data=True):
        if subject in near and object_ in near and data["modality"] in modalities:
            result.add_edge(subject, object_, key, **data)
    return result


def _must_have(net: Network, id_: str) -> None:
    if id_ not in net:
        raise NetworkError(f"no entity of the network has the id '{id_}'")
