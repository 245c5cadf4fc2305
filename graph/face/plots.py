"""The network as one sees it in a notebook: a widget to explore, and the same as a picture where there is none."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from graph.face.claims import Said, Teller
from graph.face.errors import needed
from graph.knowledge import KnowledgeGraph
from graph.network import Network, ego
from graph.picture import HEIGHT, SIDE, TOP, WIDTH, draw
from graph.scene import COLOURS, DASHES, FAINT, Line, Scene, Spot, colour_of, curve, scene
from ontology.vocabulary import MODALITIES

Json = dict[str, Any]
_SQUARES: Final = frozenset({"Model", "Product", "Chip", "Technology"})
_DIAMONDS: Final = frozenset({"Place", "Report", "Event"})
_QUOTES: Final = 3  # of each edge; the claims are all in the graph
_WIDE, _TALL = 900, 560  # of the widget: less room than a picture has, so that its letters are as large as the text
_SVG: Final = "image/svg+xml"


class Plot:
    """A drawing of the network.

    In a notebook with anywidget one moves and enlarges it, and asks entities and relations for their words; what is
    chosen stands in :attr:`selected`. Elsewhere, as on GitHub, it is a picture.

    Args:
        picture: The picture as SVG.
        data: What the widget draws.
    """

    def __init__(self, picture: str, data: Json) -> None:
        self.svg = picture
        self.data = data
        self.widget: Any = _widget(data) if find_spec("anywidget") else None

    @property
    def selected(self) -> str:
        """Id of the entity that a person chose in the widget, ``""`` for none.

        Raises:
            MissingExtraError: There is no widget: anywidget, of the extra ``[notebook]``, is not installed.
        """
        needed("anywidget", "notebook", "choosing in a plot")
        return str(self.widget.selected)

    def save(self, path: str | Path) -> None:
        """Write the picture to a file."""
        Path(path).write_text(self.svg, encoding="utf-8")

    def __repr__(self) -> str:
        told = "" if self.widget else "; a picture only: for a widget, pip install 'zhitu[notebook]'"
        return f"Plot({self.data['title']}{told})"

    def _repr_mimebundle_(self, **_: Any) -> Mapping[str, Any]:
        bundle = {"text/plain": repr(self), _SVG: self.svg}
        return bundle if self.widget is None else {**_view(self.widget), **bundle}


def plot(graph: KnowledgeGraph, net: Network, entity: str | None, most: int) -> Plot:
    """Draw the *most* best connected entities, or those next to the one with the id *entity*."""
    if entity is not None:
        net = ego(net, entity, modalities=MODALITIES)
    shown = scene(net, most, WIDTH - SIDE, HEIGHT - TOP)
    about = f"{net.nodes[entity]['label']}: " if entity is not None else ""
    title = f"{about}{len(shown.spots)} of {shown.entities} entities, {len(shown.lines)} relations"
    return Plot(draw(shown, title), _data(graph, net, scene(net, most, _WIDE, _TALL), title))


def _data(graph: KnowledgeGraph, net: Network, shown: Scene, title: str) -> Json:
    said = _said(graph, {frozenset((line.source.id, line.target.id)) for line in shown.lines})
    return {
        "title": title,
        "width": _WIDE,
        "height": _TALL,
        "nodes": [_node(spot, str(net.nodes[spot.id]["names"])) for spot in shown.spots],
        "edges": [_edge(line, said) for line in shown.lines],
    }


def _said(graph: KnowledgeGraph, pairs: Collection[frozenset[str]]) -> Mapping[tuple[str, str, str], list[Said]]:
    """Return the claims that join *pairs* of entities, by subject, object and what they say."""
    teller, found = Teller(graph), dict[tuple[str, str, str], list[Said]]()
    for record in graph.documents():
        kept = [claim for claim in record.claims if claim.object and frozenset((claim.subject, claim.object)) in pairs]
        for each in teller.tell(record, kept):
            key = each.claim.subject, str(each.claim.object), f"{each.predicate}/{each.modality}"
            found.setdefault(key, []).append(each)
    return found


def _node(spot: Spot, names: str) -> Json:
    kind = "square" if spot.type in _SQUARES else "diamond" if spot.type in _DIAMONDS else "circle"
    told = {"id": spot.id, "label": spot.label, "type": spot.type, "names": names, "shape": kind}
    return told | {
        "x": round(spot.at[0], 1), "y": round(spot.at[1], 1), "r": round(spot.radius, 1), "font": spot.font,
        "colour": COLOURS.get(spot.type, FAINT),
    }  # fmt: skip


def _edge(line: Line, said: Mapping[tuple[str, str, str], list[Said]]) -> Json:
    (x1, y1), (cx, cy), (x2, y2) = curve(line)
    ends, what = (line.source.id, line.target.id), f"{line.relation}/{line.modality}"
    ways = (ends, ends[::-1]) if line.symmetric else (ends,)
    found = [each for one, other in ways for each in said.get((one, other, what), ())]
    return {
        "source": line.source.id,
        "target": line.target.id,
        "said": f"{line.source.label} {line.relation} {line.target.label} ({line.modality}, {line.weight})",
        "path": f"M{x1:.1f} {y1:.1f}Q{cx:.1f} {cy:.1f} {x2:.1f} {y2:.1f}",
        "colour": colour_of(line.relation),
        "dash": DASHES.get(line.modality, ""),
        "width": round(1.1 + 0.5 * min(line.weight, 5), 1),
        "symmetric": line.symmetric,
        "claims": list(_claims(found)),
    }


def _claims(found: list[Said]) -> Iterator[Json]:
    for each in sorted(found, key=lambda said: -said.claim.confidence)[:_QUOTES]:
        where = " · ".join(filter(None, [each.title or each.claim.doc, each.publisher, each.date]))
        quote = " ".join(each.quote.split())
        yield {"line": each.line, "before": each.before, "quote": quote, "after": each.after, "where": where}


def _widget(data: Json) -> Any:
    """Return a widget of anywidget; its class is made here because the library may not be installed."""
    anywidget, traitlets = needed("anywidget", "notebook", "a widget"), needed("traitlets", "notebook", "a widget")
    members = {
        "_esm": files("graph").joinpath("face", "network.js").read_text(encoding="utf-8"),
        "data": traitlets.Dict().tag(sync=True),
        "selected": traitlets.Unicode("").tag(sync=True),
    }
    return type("Network", (anywidget.AnyWidget,), members)(data=data)


def _view(widget: Any) -> Mapping[str, Any]:
    """Return how a notebook finds the widget."""
    told = widget._repr_mimebundle_()
    bundle = told[0] if isinstance(told, tuple) else told
    return {name: value for name, value in (bundle or {}).items() if name.startswith("application/")}
