"""What a picture shows: the best connected entities, where they stand, and how they are joined."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from math import hypot, sqrt
from types import MappingProxyType
from typing import Final, TypeAlias

import pyoxigraph as ox
from rich.cells import cell_len

from graph.layout import Box, place
from graph.network import Network
from ontology.vocabulary import PREFIXES

Point: TypeAlias = tuple[float, float]

FAINT: Final = "#5f6b7a"

COLOURS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Company": "#3b76b0",
        "Organization": "#5bb5b0",
        "Government": "#7b5ba6",
        "Person": "#ef9a3c",
        "Model": "#3f9a4d",
        "Product": "#9ccb6b",
        "Chip": "#d64f4f",
        "Technology": "#e3bf2b",
        "Place": "#9a7355",
        "Report": "#8b95a1",
        "Event": "#e58fb1",
    }
)

FAMILIES: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = MappingProxyType(
    {
        "making": ("#2a78b8", ("develops", "publishes")),
        "money": ("#12876a", ("investsIn", "acquires", "subsidiaryOf", "listedOn")),
        "people": ("#c4699a", ("founderOf", "worksFor")),
        "dealing": ("#7d6bd0", ("supplies", "partnersWith")),
        "rivalry": ("#cf4f1b", ("competesWith", "outperforms", "sues", "restricts")),
        "building": ("#c08a00", ("uses", "basedOn")),
        "place": ("#8a8f98", ("locatedIn",)),
    }
)
"""Relations that belong together share a colour; seventeen colours could not be told apart."""

DASHES: Final[Mapping[str, str]] = MappingProxyType(
    {"asserted": "", "planned": "9 5", "forecast": "9 5", "denied": "2 5", "hypothetical": "2 5"}
)


@dataclass(frozen=True, slots=True)
class Spot:
    """An entity on the page."""

    id: str
    label: str
    type: str
    at: Point
    radius: float
    font: float


@dataclass(frozen=True, slots=True)
class Line:
    """All that is said in one modality of one relation between two entities on the page."""

    source: Spot
    target: Spot
    relation: str
    modality: str
    weight: int
    bend: float
    symmetric: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What the picture shows, and how many entities there are in all."""

    spots: tuple[Spot, ...]
    lines: tuple[Line, ...]
    entities: int


def scene(net: Network, most: int, width: float, height: float) -> Scene:
    """Choose the *most* best connected entities and lay them out on a page."""
    kept = best_connected(net, most)
    part = net.subgraph(kept)
    degrees = {id_: len(set(part.successors(id_)) | set(part.predecessors(id_))) for id_ in kept}
    shapes = [(6 + 3 * sqrt(degrees[id_]), 13 + min(degrees[id_], 10) * 0.5) for id_ in kept]
    labels = [clipped(net.nodes[id_]["label"]) for id_ in kept]
    sizes = [_size(label, *shape) for label, shape in zip(labels, shapes, strict=True)]
    index = {id_: n for n, id_ in enumerate(kept)}
    bonds = [(index[a], index[b], float(data["weight"])) for a, b, data in part.edges(data=True)]
    places = place(sizes, bonds, width, height)
    spots = tuple(
        Spot(id_, label, net.nodes[id_]["type"], (x, round(y - font * 0.6, 1)), radius, font)
        for id_, label, (radius, font), (x, y) in zip(kept, labels, shapes, places, strict=True)
    )
    return Scene(spots, tuple(_lines(part, dict(zip(kept, spots, strict=True)))), len(net))


def best_connected(net: Network, most: int) -> list[str]:
    """Return the ids of the entities with most neighbours, the best first; those without any are left out."""
    neighbours = {id_: (set(net.successors(id_)) | set(net.predecessors(id_))) - {id_} for id_ in net}
    ranked = sorted(net, key=lambda id_: (-len(neighbours[id_]), -int(net.nodes[id_]["claims"]), id_))
    chosen = set(ranked[:most])
    return [id_ for id_ in ranked[:most] if neighbours[id_] & chosen]


def colour_of(relation: str) -> str:
    """Return the colour of a relation's family."""
    return next((colour for colour, names in FAMILIES.values() if relation in names), FAINT)


def clipped(text: str, cells: int = 26) -> str:
    """Return a label short enough for the page."""
    if cell_len(text) <= cells:
        return text
    while cell_len(text) > cells - 1:
        text = text[:-1]
    return f"{text}…"


@functools.cache
def term_labels(language: str) -> Mapping[str, str]:
    """Return the labels of the ontology's terms in one language, by local name."""
    label, tag = ox.NamedNode(PREFIXES["rdfs"] + "label"), language.lower()
    data = files("ontology").joinpath("zhitu.ttl").read_bytes()
    found: dict[str, str] = {}
    for quad in ox.parse(data, format=ox.RdfFormat.TURTLE):
        text, subject = quad.object, quad.subject
        if quad.predicate != label or not isinstance(text, ox.Literal) or not isinstance(subject, ox.NamedNode):
            continue
        if (text.language or "").lower() == tag:
            found[subject.value.removeprefix(PREFIXES["zt"])] = text.value
    return MappingProxyType(found)


def curve(line: Line) -> tuple[Point, Point, Point]:
    """Return start, control point and end of a curve from rim to rim."""
    (x1, y1), (x2, y2) = line.source.at, line.target.at
    middle = ((x1 + x2) / 2 - (y2 - y1) * line.bend, (y1 + y2) / 2 + (x2 - x1) * line.bend)
    start = _toward(line.source.at, middle, line.source.radius + 2)
    return start, middle, _toward(line.target.at, middle, line.target.radius + 7)


def _toward(start: Point, end: Point, far: float) -> Point:
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    return start[0] + (end[0] - start[0]) * far / length, start[1] + (end[1] - start[1]) * far / length


def on_curve(line: Line, t: float) -> Point:
    """Return the place at *t* (0 to 1) along a line's curve."""
    a, b, c = curve(line)
    p, q, r = (1 - t) ** 2, 2 * t * (1 - t), t**2
    return p * a[0] + q * b[0] + r * c[0], p * a[1] + q * b[1] + r * c[1]


def room(spot: Spot) -> Box:
    """Return the place that an entity and its label take."""
    width, height = _size(spot.label, spot.radius, spot.font)
    return Box(spot.at[0], spot.at[1] + spot.font * 0.6, width - 18, height - 18)


def _size(label: str, radius: float, font: float) -> tuple[float, float]:
    return max(2 * radius, cell_len(label) * font * 0.56) + 22, 2 * radius + font * 1.3 + 22


def _lines(part: Network, spots: Mapping[str, Spot]) -> Iterator[Line]:
    seen: dict[frozenset[str], int] = {}
    edges = sorted((a, b, key) for a, b, key in part.edges(keys=True) if a != b)
    for a, b, key in edges:
        data = part.edges[a, b, key]
        nth = seen.get(pair := frozenset((a, b)), 0)
        seen[pair] = nth + 1
        bend = (0.06 + 0.1 * nth) * (1 if a < b else -1) * (1 if nth % 2 == 0 else -1)
        both = data.get("symmetric", False)
        yield Line(spots[a], spots[b], data["relation"], data["modality"], data["weight"], bend, both)
