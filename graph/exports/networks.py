"""Network formats that Gephi, Cytoscape and networkx read: GraphML and GEXF."""

from __future__ import annotations

import io
import re
from typing import BinaryIO, Final

import networkx as nx

from graph.exports.rdf import NOT_IN_XML
from graph.knowledge import KnowledgeGraph
from graph.network import Network, network

STAMP: Final = re.compile(rb'\s+lastmodifieddate="[^"]*"')
CREATOR: Final = re.compile(rb"\s*<creator>[^<]*</creator>")


def graphml(graph: KnowledgeGraph, out: BinaryIO) -> None:
    """Write the network as GraphML."""
    nx.write_graphml_xml(_sound(network(graph)), out, encoding="utf-8", named_key_ids=True)


def gexf(graph: KnowledgeGraph, out: BinaryIO) -> None:
    """Write the network as GEXF 1.2; without the date and program version that would change its bytes."""
    text = io.BytesIO()
    nx.write_gexf(_sound(_with_edge_labels(network(graph))), text, encoding="utf-8")
    out.write(CREATOR.sub(b"", STAMP.sub(b"", text.getvalue(), count=1), count=1))


def _with_edge_labels(net: Network) -> Network:
    for _, _, data in net.edges(data=True):
        data["label"] = data["relation"]
    return net


def _sound(net: Network) -> Network:
    """Take the control characters that XML cannot carry out of the texts."""
    for _, data in net.nodes(data=True):
        for key, value in data.items():
            if isinstance(value, str):
                data[key] = NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", value)
    return net
