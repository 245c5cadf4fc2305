"""The part of a graph's face that asks how entities hang together."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from graph import finding
from graph.face.choosing import Names
from graph.face.errors import chosen
from graph.face.listing import Table
from graph.face.views import Way, Ways
from graph.knowledge import KnowledgeGraph as Reader

if TYPE_CHECKING:
    from graph.face.plots import Plot
    from graph.network import Network

_NAMES: Final = 8


class Joined:
    """Paths, centralities, groups and drawings of a graph.

    Args:
        graph: The graph as programs read it.
    """

    def __init__(self, graph: Reader) -> None:
        self.graph = graph

    @cached_property
    def _net(self) -> Network:
        """The network that is asked here again and again; a person gets one to change."""
        return self.graph.network()

    def network(self) -> Network:
        """Return the entities and their relations as a networkx ``MultiDiGraph``; see :mod:`graph.network`."""
        return self.graph.network()

    def path(self, start: str, end: str, *, modality: Names = "asserted", most: int = 3) -> Ways:
        """Return the shortest paths between two entities, with the claims of every step."""
        from graph import network  # noqa: PLC0415 - networkx takes a while to load

        wanted = network.modalities([modality] if isinstance(modality, str) else modality or ("asserted",))
        net = self._net
        ends = [finding.find(self.graph, name)[0].id for name in (start, end)]
        found = network.shortest_paths(net, *ends, modalities=wanted, most=most)
        return Ways(
            Way(
                tuple(str(net.nodes[id_]["label"]) for id_ in path),
                tuple(network.steps(self.graph, net, path, modalities=wanted)),
            )
            for path in found
        )

    def central(self, kind: str = "degree", most: int = 10) -> Table:
        """Return the most central entities: by degree, strength, closeness, betweenness or pagerank.

        Raises:
            ChoiceError: There is no such kind of centrality.
        """
        from graph import centrality  # noqa: PLC0415 - networkx takes a while to load

        kind, net = chosen(kind, {each: each for each in centrality.CENTRALITIES}, "centrality"), self._net
        scores = list(centrality.centrality(net, kind).items())[:most]
        rows = [(net.nodes[id_]["label"], net.nodes[id_]["type"], round(score, 4), id_) for id_, score in scores]
        return Table(("label", "type", kind, "id"), rows)

    def communities(self) -> Table:
        """Return groups of entities that are joined more closely inside than with others, the largest first."""
        from graph import centrality  # noqa: PLC0415 - networkx takes a while to load

        net = self._net
        rows = []
        for n, group in enumerate(centrality.communities(net), 1):
            ranked = sorted(group, key=lambda id_: (-net.degree(id_), id_))
            labels = [str(net.nodes[id_]["label"]) for id_ in ranked]
            rows.append((n, len(group), "、".join(labels[:_NAMES]) + ("…" if len(labels) > _NAMES else ""), ranked))
        return Table(("group", "size", "members", "ids"), rows)

    def plot(self, entity: str | None = None, *, most: int = 40) -> Plot:
        """Draw the best connected entities, or those around one: interactive where anywidget is, else a picture."""
        from graph.face.plots import plot  # noqa: PLC0415 - a picture takes a layout to load

        return plot(self.graph, self._net, None if entity is None else finding.find(self.graph, entity)[0].id, most)
