"""A picture of the graph as SVG: its best connected entities, readable at a glance."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final

from rich.cells import cell_len

from graph.knowledge import KnowledgeGraph
from graph.layout import Box
from graph.network import network
from graph.scene import (
    COLOURS,
    DASHES,
    FAINT,
    FAMILIES,
    Line,
    Scene,
    Spot,
    colour_of,
    curve,
    on_curve,
    room,
    scene,
    term_labels,
)
from ontology.vocabulary import CLASSES

MOST: Final = 60
WIDTH, HEIGHT, SIDE, TOP = 1600, 1000, 230, 64
FONT: Final = "'Noto Sans CJK SC','Noto Sans SC','PingFang SC','Microsoft YaHei','Source Han Sans SC',sans-serif"
INK, PAPER = "#1f2933", "#ffffff"


def svg(graph: KnowledgeGraph, most: int = MOST) -> str:
    """Draw the *most* best connected entities and what is said between them."""
    shown = scene(network(graph), most, WIDTH - SIDE, HEIGHT - TOP)
    documents, claims = sum(1 for _ in graph.documents()), sum(1 for _ in graph.claims())
    return draw(shown, f"{documents} documents · {claims} claims · {shown.entities} entities")


def write_svg(graph: KnowledgeGraph, path: Path) -> None:
    """Write the picture to a file."""
    path.write_text(svg(graph), encoding="utf-8")


def draw(shown: Scene, told: str) -> str:
    """Write a scene as SVG, under a line that tells what it is about."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="{FONT}" fill="{INK}">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>',
        *_arrowheads(),
        *_title(shown, told),
        f'<g transform="translate(0 {TOP})">',
        '<g fill="none">',
        *(_line(line) for line in shown.lines),
        "</g>",
        *(_spot(spot) for spot in shown.spots),
        *_line_labels(shown),
        "</g>",
        *_legend(shown),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _line(line: Line) -> str:
    (x1, y1), (cx, cy), (x2, y2) = curve(line)
    dash = f' stroke-dasharray="{DASHES[line.modality]}"' if DASHES.get(line.modality) else ""
    arrow = "" if line.symmetric else f' marker-end="url(#{_family(line.relation)})"'
    said = f"{line.source.label} {line.relation} {line.target.label} ({line.modality}, {line.weight})"
    return (
        f'<path d="M{x1:.1f} {y1:.1f}Q{cx:.1f} {cy:.1f} {x2:.1f} {y2:.1f}" stroke="{colour_of(line.relation)}" '
        f'stroke-width="{1.1 + 0.5 * min(line.weight, 5):.1f}" stroke-opacity=".75"{dash}{arrow}>'
        f"<title>{escape(said)}</title></path>"
    )


def _family(relation: str) -> str:
    return next((name for name, (_, relations) in FAMILIES.items() if relation in relations), "place")


def _arrowheads() -> Iterator[str]:
    yield "<defs>"
    for name, (colour, _) in FAMILIES.items():
        yield (
            f'<marker id="{name}" viewBox="0 0 8 8" refX="4" refY="4" markerWidth="9" markerHeight="9" '
            f'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z" fill="{colour}"/></marker>'
        )
    yield "</defs>"


def _spot(spot: Spot) -> str:
    x, y = spot.at
    return (
        f"<g><title>{escape(spot.label)} ({spot.type})</title>{_shape(spot.type, x, y, spot.radius)}"
        f"{_text(x, y + spot.radius + spot.font, spot.label, spot.font, anchor='middle', halo=True)}</g>"
    )


def _shape(kind: str, x: float, y: float, r: float) -> str:
    """Return a circle for who acts, a square for what is made, a diamond for the rest."""
    paint = f'fill="{COLOURS.get(kind, FAINT)}" stroke="{PAPER}" stroke-width="1.5"'
    if kind in {"Model", "Product", "Chip", "Technology"}:
        return f'<rect x="{x - r:.1f}" y="{y - r:.1f}" width="{2 * r:.1f}" height="{2 * r:.1f}" rx="3" {paint}/>'
    if kind in {"Place", "Report", "Event"}:
        return f'<path d="M{x:.1f} {y - r:.1f}l{r:.1f} {r:.1f}l{-r:.1f} {r:.1f}l{-r:.1f} {-r:.1f}z" {paint}/>'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" {paint}/>'


def _text(
    x: float, y: float, text: str, size: float, *, anchor: str = "start", colour: str = INK, halo: bool = False
) -> str:
    around = f' paint-order="stroke" stroke="{PAPER}" stroke-width="3.5" stroke-linejoin="round"' if halo else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:.1f}" text-anchor="{anchor}" fill="{colour}"{around}>'
        f"{escape(text)}</text>"
    )


def _line_labels(shown: Scene) -> Iterator[str]:
    """Name the relations where there is room for it; elsewhere the colour must do."""
    taken = [room(spot) for spot in shown.spots]
    for line in sorted(shown.lines, key=lambda line: (-line.weight, line.source.id, line.target.id, line.relation)):
        text = term_labels("zh-Hans").get(line.relation, line.relation)
        for t in (0.5, 0.4, 0.6, 0.3, 0.7):
            x, y = on_curve(line, t)
            box = Box(x, y, cell_len(text) * 5.8 + 4, 14)
            if not any(box.hits(other) for other in taken):
                taken.append(box)
                yield _text(x, y + 4, text, 10.5, anchor="middle", colour=colour_of(line.relation), halo=True)
                break


def _title(shown: Scene, told: str) -> Iterator[str]:
    yield _text(28, 40, "知图 zhitu", 24)
    fewer = f", the {len(shown.spots)} best connected shown" if len(shown.spots) < shown.entities else ""
    yield _text(160, 40, told + fewer, 15, colour=FAINT)


def _legend(shown: Scene) -> Iterator[str]:
    zh, x, y = term_labels("zh-Hans"), WIDTH - SIDE + 24.0, TOP + 10.0
    kinds, relations = {spot.type for spot in shown.spots}, {line.relation for line in shown.lines}
    for kind in (kind for kind in CLASSES if kind in kinds):
        yield _shape(kind, x + 8, y, 7)
        yield _text(x + 26, y + 5, f"{zh.get(kind, '')} {kind}".strip(), 14)
        y += 25
    y += 14
    for colour, names in FAMILIES.values():
        for name in (name for name in names if name in relations):
            yield f'<path d="M{x:.1f} {y:.1f}h20" stroke="{colour}" stroke-width="3"/>'
            yield _text(x + 26, y + 5, f"{zh.get(name, '')} {name}".strip(), 14)
            y += 23
    y += 14
    modalities = {line.modality for line in shown.lines}
    for modality in (modality for modality in DASHES if modality in modalities):
        yield f'<path d="M{x:.1f} {y:.1f}h20" stroke="{INK}" stroke-width="2" stroke-dasharray="{DASHES[modality]}"/>'
        yield _text(x + 26, y + 5, f"{zh.get(modality, '')} {modality}".strip(), 14)
        y += 23
