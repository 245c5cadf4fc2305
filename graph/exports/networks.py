"""Network formats that Gephi, Cytoscape and networkx read: GraphML and GEXF."""

from __future__ import annotations

import io
import re
from calendar import monthrange
from typing import BinaryIO, Final

import networkx as nx

from graph.exports.rdf import NOT_IN_XML
from graph.knowledge import KnowledgeGraph
from graph.network import Network, network

STAMP: Final = re.compile(rb'\s+lastmodifieddate="[^"]*"')
CREATOR: Final = re.compile(rb"\s*<creator>[^<]*</creator>")
_PERIOD = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-Q(?P<quarter>[1-4]))?")


def graphml(graph: KnowledgeGraph, out: BinaryIO) -> None:
    """Write the network as GraphML; every edge has an id of its own, which Gephi would else take for one edge."""
    nx.write_graphml_xml(_drawn(network(graph)), out, encoding="utf-8")


def gexf(graph: KnowledgeGraph, out: BinaryIO) -> None:
    """Write the network as GEXF 1.2; without the date and program version that would change its bytes.

    Edges whose times are known have a ``start`` and an ``end``, for the timeline of Gephi.
    """
    text = io.BytesIO()
    nx.write_gexf(_timed(_drawn(network(graph))), text, encoding="utf-8")
    out.write(CREATOR.sub(b"", STAMP.sub(b"", text.getvalue(), count=1), count=1))


def days(time: str) -> tuple[str, str] | None:
    """Return the first and the last day of a year, quarter, month or day, ``None`` for any other time."""
    found = _PERIOD.fullmatch(time)
    if found is None:
        return None
    year, day = found["year"], found["day"]
    if found["quarter"]:
        first, last = 3 * int(found["quarter"]) - 2, 3 * int(found["quarter"])
    else:
        first, last = (int(found["month"]),) * 2 if found["month"] else (1, 12)
    if int(year) == 0 or not 1 <= first <= last <= 12:
        return None
    end = day or str(monthrange(int(year), last)[1])
    return f"{year}-{first:02}-{day or '01'}", f"{year}-{last:02}-{end}"


def _drawn(net: Network) -> Network:
    """Return the network with labels on its edges, numbers as their ids, and only characters that XML can carry."""
    drawn: Network = nx.MultiDiGraph()
    for id_, data in net.nodes(data=True):
        drawn.add_node(NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", id_), **{k: _sound(v) for k, v in data.items()})
    for number, (subject, object_, data) in enumerate(net.edges(data=True)):
        ends = (NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", id_) for id_ in (subject, object_))
        drawn.add_edge(*ends, str(number), label=data["relation"], **data)
    return drawn


def _timed(net: Network) -> Network:
    for _, _, data in net.edges(data=True):
        first, last = days(data.get("first", "")), days(data.get("last", ""))
        if first and last:
            data["start"], data["end"] = first[0], last[1]
    return net


def _sound(value: object) -> object:
    return NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else value
