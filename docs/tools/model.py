"""Draw the model from the ontology: what a claim hangs together with, and which relation leads from what to what.

python docs/tools/model.py     writes docs/images/model.svg; a test compares it with the ontology
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import rdflib
from rdflib.namespace import RDFS

from ontology.vocabulary import CLASSES, RELATIONS, ZT, Relation

TARGET = Path(__file__).resolve().parents[1] / "images" / "model.svg"
INK, SOFT, FRAME, FILL = "#1f2933", "#52606d", "#0f766e", "#e6f4f1"
_ARROW = f'stroke="{SOFT}" marker-end="url(#to)"'
_HALO = 'paint-order="stroke" stroke="#fff" stroke-width="3"'  # a label over a line stays readable
WIDTH, LEFT, TOP, CELL, LINE = 1280, 130, 350, 112, 15
# The records of a graph and where they stand; what joins them is read from the ontology.
PLACES = {
    "Fact": (60, 90),
    "Claim": (420, 90),
    "Evidence": (780, 90),
    "Document": (1080, 90),
    "Entity": (240, 220),
    "Amount": (600, 220),
}
BOX = (140, 44)
OUTSIDE = {
    ("Claim", "Entity"): "rdf:subject, rdf:object",
    ("Claim", "Evidence"): "prov:wasDerivedFrom",
    ("Evidence", "Document"): "oa:hasSource",
}


class Edge(NamedTuple):
    """What leads from one record to another."""

    start: str
    end: str
    label: str


def main() -> None:
    """Write the picture."""
    TARGET.write_text(picture(), encoding="utf-8")


def picture() -> str:
    """Return the picture as SVG; the same ontology gives the same bytes."""
    kinds = [name for name, parent in CLASSES.items() if parent is None or name == "Company"]
    labels = _labels()
    rows = [*_records(labels), *_matrix(kinds, labels)]
    height = TOP + 60 + sum(_height(kind, kinds) for kind in kinds) + 40
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'font-family="system-ui, \'Noto Sans CJK SC\', sans-serif" font-size="12" fill="{INK}">'
    )
    title = "<title>The model: records and what joins them, and the relations between classes</title>"
    marker = (
        f'<defs><marker id="to" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        f'<path d="M0 0L8 4L0 8z" fill="{SOFT}"/></marker></defs>'
    )
    return (
        "\n".join([head, title, marker, f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>', *rows, "</svg>"])
        + "\n"
    )


def _labels() -> dict[str, str]:
    """Return the Simplified Chinese labels of the ontology's terms by local name."""
    graph = _ontology()
    found = {
        str(s).removeprefix(ZT): o
        for s, o in graph.subject_objects(RDFS.label)
        if isinstance(o, rdflib.Literal) and o.language == "zh-Hans"
    }
    return {name: str(label) for name, label in sorted(found.items())}


def _ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(
        data=files("ontology").joinpath("zhitu.ttl").read_text(encoding="utf-8"), format="turtle"
    )


def edges() -> list[Edge]:
    """Return what joins the records: the ontology's own properties, and those of others that it uses."""
    graph, found = _ontology(), dict[tuple[str, str], list[str]]()
    for prop, start in sorted(graph.subject_objects(RDFS.domain), key=str):
        for end in graph.objects(prop, RDFS.range):
            ends = (str(start).removeprefix(ZT), str(end).removeprefix(ZT))
            if set(ends) <= PLACES.keys() and str(prop).removeprefix(ZT) not in RELATIONS:
                found.setdefault(ends, []).append(str(prop).replace(ZT, "zt:"))
    joined = {ends: ", ".join(sorted(names)) for ends, names in sorted(found.items())} | OUTSIDE
    return [Edge(*ends, label) for ends, label in joined.items()]


def _records(labels: dict[str, str]) -> Iterator[str]:
    yield _text(20, 30, "What is kept of what is said", size=16, weight="bold")
    for edge in edges():
        yield from _edge(edge)
    for name, (x, y) in PLACES.items():
        yield f'<rect x="{x}" y="{y}" width="{BOX[0]}" height="{BOX[1]}" rx="6" fill="{FILL}" stroke="{FRAME}"/>'
        yield _text(x + BOX[0] / 2, y + 19, f"zt:{name}", anchor="middle", weight="bold")
        yield _text(x + BOX[0] / 2, y + 35, labels[name], anchor="middle", colour=SOFT)


def _edge(edge: Edge) -> Iterator[str]:
    (x, y), (u, v), (w, h) = PLACES[edge.start], PLACES[edge.end], BOX
    if edge.start == edge.end:
        loop = f"M{x + 40} {y}C{x + 40} {y - 34} {x + 100} {y - 34} {x + 100} {y}"
        yield f'<path d="{loop}" fill="none" {_ARROW}/>'
        yield _text(x + w / 2, y - 30, edge.label, anchor="middle", colour=SOFT)
        return
    start: tuple[float, float]
    end: tuple[float, float]
    if y == v:
        start, end = ((x + w, y + h / 2), (u, v + h / 2)) if x < u else ((x, y + h / 2), (u + w, v + h / 2))
    else:
        start, end = (x + w / 2, y + h), (u + w / 2, v)
    yield f'<line x1="{start[0]:g}" y1="{start[1]:g}" x2="{end[0]:g}" y2="{end[1]:g}" {_ARROW}/>'
    yield _text((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 - 6, edge.label, anchor="middle", colour=SOFT)


def _matrix(kinds: list[str], labels: dict[str, str]) -> Iterator[str]:
    yield _text(20, TOP - 20, "Which relation leads from what (rows) to what (columns)", size=16, weight="bold")
    for n, kind in enumerate(kinds):
        x = LEFT + n * CELL
        yield _text(x + CELL / 2, TOP + 16, kind, anchor="middle", weight="bold")
        yield _text(x + CELL / 2, TOP + 32, labels[kind], anchor="middle", colour=SOFT)
    y = TOP + 44
    for kind in kinds:
        yield f'<line x1="20" y1="{y}" x2="{WIDTH - 20}" y2="{y}" stroke="#cbd2d9"/>'
        yield _text(20, y + 18, kind, weight="bold")
        yield _text(20, y + 34, labels[kind], colour=SOFT)
        for n, other in enumerate(kinds):
            for line, name in enumerate(_between(kind, other)):
                yield _text(LEFT + n * CELL + CELL / 2, y + 18 + line * LINE, name, anchor="middle", size=11)
        y += _height(kind, kinds)
    yield f'<line x1="20" y1="{y}" x2="{WIDTH - 20}" y2="{y}" stroke="#cbd2d9"/>'
    yield _text(
        20,
        y + 20,
        "Company and Government are below Organization; what goes from or to an Organization goes for them too.",
        colour=SOFT,
    )


def _between(kind: str, other: str) -> list[str]:
    return [name for name, relation in RELATIONS.items() if _own(relation, kind, other)]


def _own(relation: Relation, kind: str, other: str) -> bool:
    """Tell whether a relation leads from *kind* to *other*, and from or to nothing above them."""
    raised = [(CLASSES[kind], other), (kind, CLASSES[other])]
    return relation.fits(kind, other) and not any(one and two and relation.fits(one, two) for one, two in raised)


def _height(kind: str, kinds: list[str]) -> int:
    return max(44, 12 + LINE * max(len(_between(kind, other)) for other in kinds))


def _text(
    x: float, y: float, text: str, *, anchor: str = "start", size: int = 12, weight: str = "normal", colour: str = INK
) -> str:
    style = f'font-size="{size}"' + (f' font-weight="{weight}"' if weight != "normal" else "")
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" {style} fill="{colour}" {_HALO}>{escape(text)}</text>'


if __name__ == "__main__":
    main()
