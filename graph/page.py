"""The graph as one HTML file that needs nothing else: no network, no server."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from math import sqrt
from pathlib import Path
from typing import Any, Final

import opencc

from extract.model import Claim, Entity
from graph.axioms import symmetric_relations
from graph.exports.jsonlines import number
from graph.knowledge import KnowledgeGraph
from graph.network import bonds, network
from graph.record import Record
from graph.scene import COLOURS, DASHES, FAMILIES, Line, Scene, Spot, scene, term_labels

MOST: Final = 300
CONTEXT: Final = 40  # characters of the article shown on each side of a quote
HOLE: Final = re.compile(r"\{\{([A-Z_]+)\}\}")
NOT_IN_KEYS: Final = re.compile(r"[\W_]+")

Json = dict[str, Any]


def html(graph: KnowledgeGraph, most: int = MOST) -> str:
    """Return a page with the *most* best connected entities, their claims, and the sentences behind them."""
    script, data = _template("graph.js"), json.dumps(_data(graph, most), ensure_ascii=False)
    holes = {
        "STYLE": _template("graph.css"),
        "SCRIPT": script,
        "SCRIPT_HASH": "sha256-" + base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii"),
        "DATA": data.replace("<", "\\u003c"),  # no text of an article can end the element that it stands in
    }
    return HOLE.sub(lambda match: holes[match[1]], _template("graph.html"))


def write_html(graph: KnowledgeGraph, path: Path) -> None:
    """Write the page to a file."""
    path.write_text(html(graph), encoding="utf-8")


def _template(name: str) -> str:
    return files("graph").joinpath("templates", name).read_text(encoding="utf-8")


def _data(graph: KnowledgeGraph, most: int) -> Json:
    net = network(graph)
    stretch = sqrt(max(min(len(net), most), 60) / 60)
    shown = scene(net, most, 1370 * stretch, 936 * stretch)
    entities, index = {each.id: each for each in graph.fused()}, {spot.id: n for n, spot in enumerate(shown.spots)}
    documents, claims = list(graph.documents()), list(graph.claims())
    kept = [claim for claim in claims if claim.subject in index or claim.object in index]
    said = [claim for record in documents for claim in record.claims]
    docs = {record.doc: n for n, record in enumerate(documents)}
    texts = {record.doc: record.document.text for record in documents}
    return {
        "totals": {"documents": len(documents), "claims": len(said), "entities": len(net)},
        "nodes": [_node(spot, entities[spot.id], kept) for spot in shown.spots],
        "edges": list(_edges(shown, index, kept, symmetric_relations(graph.store))),
        "claims": [_claim(claim, entities, index, docs[claim.doc], texts[claim.doc]) for claim in kept],
        "docs": [_document(record) for record in documents],
        "terms": {"zh": dict(term_labels("zh-Hans")), "en": dict(term_labels("en"))},
        "colours": dict(COLOURS),
        "relationColours": {name: colour for colour, names in FAMILIES.values() for name in names},
        "dashes": dict(DASHES),
    }


def _node(spot: Spot, entity: Entity, claims: Iterable[Claim]) -> Json:
    names = list(dict.fromkeys(name.text for name in entity.names if name.text != entity.label))
    return {
        "id": spot.id,
        "label": entity.label,
        "short": spot.label,
        "type": spot.type,
        "names": names,
        "keys": _keys([entity.label, *names]),
        "x": spot.at[0],
        "y": spot.at[1],
        "r": round(spot.radius, 1),
        "font": spot.font,
        "claims": [n for n, claim in enumerate(claims) if spot.id in {claim.subject, claim.object}],
    }


def _edges(
    shown: Scene, index: Mapping[str, int], claims: Iterable[Claim], symmetric: Collection[str]
) -> Iterator[Json]:
    numbered = {claim: n for n, claim in enumerate(claims)}
    bound = bonds(numbered, symmetric)
    for line in shown.lines:
        found = bound[line.source.id, line.target.id, line.relation, line.modality]
        yield {**_line(line, index), "claims": [numbered[claim] for claim in found.claims]}


def _line(line: Line, index: Mapping[str, int]) -> Json:
    return {
        "source": index[line.source.id],
        "target": index[line.target.id],
        "relation": line.relation,
        "modality": line.modality,
        "symmetric": line.symmetric,
        "bend": round(line.bend, 3),
    }


def _claim(claim: Claim, entities: Mapping[str, Entity], index: Mapping[str, int], doc: int, text: str) -> Json:
    evidence = claim.evidence
    return {
        "subject": index.get(claim.subject),
        "subjectLabel": entities[claim.subject].label,
        "predicate": claim.predicate,
        "object": None if claim.object is None else index.get(claim.object, -1),
        "objectLabel": None if claim.object is None else entities[claim.object].label,
        "figure": _figure(claim),
        "amount": None if claim.amount is None else f"{number(claim.amount[0]):,} {claim.amount[1]}",
        "time": claim.time,
        "role": claim.role,
        "change": claim.change,
        "by": claim.attributed_to,
        "modality": claim.modality,
        "confidence": claim.confidence,
        "doc": doc,
        "before": text[max(evidence.start - CONTEXT, 0) : evidence.start],
        "quote": evidence.quote,
        "after": text[evidence.end : evidence.end + CONTEXT],
    }


def _figure(claim: Claim) -> str:
    if claim.value is None:
        return ""
    most = "" if claim.value_max is None else f" – {number(claim.value_max):,}"
    return f"{number(claim.value):,}{most} {claim.unit or ''}".strip()


def _document(record: Record) -> Json:
    metadata = record.document.metadata
    url = metadata.url if (metadata.url or "").startswith(("https://", "http://")) else None
    return {
        "id": record.doc,
        "title": metadata.title,
        "publisher": metadata.publisher,
        "date": metadata.date,
        "url": url,
    }


def _keys(names: Iterable[str]) -> list[str]:
    """Return what the search finds an entity by: every name in both scripts, folded as the page folds what is typed."""
    written = [text for name in names for text in (name, *(_converter(way).convert(name) for way in ("t2s", "s2t")))]
    folded = (NOT_IN_KEYS.sub("", unicodedata.normalize("NFKC", text).lower()) for text in written)
    return list(dict.fromkeys(key for key in folded if key))


@cache
def _converter(config: str) -> opencc.OpenCC:
    return opencc.OpenCC(config)
