"""The card of an entity: its names, what is said of it in groups, its figures, and where it is named."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final

import numpy as np

from graph.reasons import why
from graph.search.catalogue import told_names
from graph.search.columns import NONE, Ints, day_text
from graph.terms import PREFIXES
from graph.web.api import shapes
from graph.web.api.conflicts import counted
from graph.web.api.filters import ordered
from graph.web.api.parameters import Asked
from graph.web.api.shapes import Json
from graph.web.api.view import Reading

FACTS: Final = 20  # of one relation
POINTS: Final = 16  # of one metric in one unit
DOCUMENTS: Final = 50


def card(reading: Reading, asked: Asked) -> Json:
    """Return all that one looks at first about an entity."""
    number = asked.whole("id")
    entity, columns = reading.view.entities.entities[number], reading.view.claims
    rows = np.flatnonzero(columns.about(number))
    days = columns.first[rows][columns.first[rows] > 0], columns.last[rows]
    spoken = reading.graph.mentions_of(entity.id)
    return {
        **shapes.node(reading, number),
        "wikidata": entity.wikidata,
        "known": entity.known,
        "names": [{"text": name.text, "language": name.language or None} for name in told_names(entity)],
        "links": list(_links(entity.wikidata)),
        "versionOf": _refs(reading, reading.graph.families(entity.id)),
        "versions": _refs(reading, reading.graph.versions_of(entity.id)),
        "first": day_text(int(days[0].min(initial=99999999))) if len(days[0]) else None,
        "last": day_text(int(days[1].max(initial=0))),
        "counts": dict(sorted(Counter(columns.predicates[each] for each in columns.predicate[rows]).items())),
        "relations": list(_relations(reading, number, rows)),
        "figures": list(_figures(reading, number, rows)),
        "mentionsOverTime": _over_time(reading, spoken),
        "conflicts": counted(reading, number),
        "documents": _documents(reading, spoken),
        "documentsTotal": len(spoken),
    }


def explained(reading: Reading, asked: Asked) -> Json:
    """Return why an entity is what it is: its names, the rules that found and joined them, the corrections."""
    return why(reading.graph, reading.view.entities.entities[asked.whole("id")]).to_json()


def _links(wikidata: str | None) -> Iterator[Json]:
    if wikidata:
        yield {"label": f"Wikidata {wikidata}", "url": PREFIXES["wd"].replace("http:", "https:") + wikidata}


def _refs(reading: Reading, ids: Iterable[str]) -> list[Json]:
    return [shapes.ref(reading, reading.view.entities.numbers[id_]) for id_ in ids]


def _relations(reading: Reading, number: int, rows: Ints) -> Iterator[Json]:
    """Yield what is asserted of an entity, relation by relation and by direction, the most supported first."""
    columns = reading.view.claims
    rows = rows[(columns.object[rows] != NONE) & (columns.fact[rows] != NONE)]
    outward = (columns.subject[rows] == number) | columns.both[rows]
    for predicate in np.unique(columns.predicate[rows]).tolist():
        for direction, fits in (("out", outward), ("in", ~outward)):
            found = rows[fits & (columns.predicate[rows] == predicate)]
            if len(found):
                facts = _by_support(reading, found)
                yield {
                    "relation": columns.predicates[predicate],
                    "direction": direction,
                    "facts": [shapes.fact(reading, int(each)) for each in facts[:FACTS]],
                    "total": len(facts),
                }


def _by_support(reading: Reading, rows: Ints) -> Ints:
    """Return the facts that claims support, those with most sources first."""
    columns = reading.view.claims
    facts, first = np.unique(columns.fact[rows], return_index=True)
    support, confidence = columns.sources[rows[first]], columns.confidence[rows[first]]
    found: Ints = facts[np.lexsort((facts, -confidence, -support))]
    return found


def _figures(reading: Reading, number: int, rows: Ints) -> Iterator[Json]:
    """Yield the figures of an entity, metric by metric and unit by unit, as points in time."""
    columns = reading.view.claims
    quantity = np.zeros(len(columns), np.bool_)
    quantity[rows[(columns.object[rows] == NONE) & (columns.subject[rows] == number)]] = True
    metrics: dict[int, list[int]] = defaultdict(list)
    for row in ordered(reading, quantity, "confidence").tolist():
        metrics[int(columns.predicate[row])].append(row)
    for predicate, found in sorted(metrics.items()):
        units: dict[str, list[Json]] = defaultdict(list)
        for row in sorted(found[:POINTS], key=lambda each: (columns.first[each], each)):
            told = shapes.claim(reading, row)
            units[told["unit"] or ""].append(told)
        for unit, points in sorted(units.items()):
            yield {"metric": columns.predicates[predicate], "unit": unit, "points": points, "total": len(found)}


def _over_time(reading: Reading, spoken: list[tuple[str, int]]) -> list[Json]:
    """Return how often an entity is named, month by month."""
    months: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for doc, mentions in spoken:
        date = reading.view.library.papers[reading.view.library.numbers[doc]].date or ""
        if len(date) >= len("2024-01"):
            months[date[:7]][0] += mentions
            months[date[:7]][1] += 1
    return [{"period": period, "mentions": m, "documents": d} for period, (m, d) in sorted(months.items())]


def _documents(reading: Reading, spoken: list[tuple[str, int]]) -> list[dict[str, Any]]:
    """Return the documents that name an entity most."""
    most = sorted(spoken, key=lambda each: (-each[1], each[0]))[:DOCUMENTS]
    numbers = reading.view.library.numbers
    return [{**shapes.paper_ref(reading, numbers[doc]), "mentions": mentions} for doc, mentions in most]
