"""How long search takes among 100,000 made-up entities, and every address of the read API on a large graph.

usage: python benchmarks/searching.py [--entities N] [--graph GRAPH]

The names are put together from names of the lexicon, the same for the same seed: a Simplified one, every third a
Traditional one too, every second a Latin one. Queries are whole names, beginnings, pinyin in full and by initials,
parts, homophones, and slips. With a graph (benchmarks/rebuilding.py makes one of 100,000 claims) each address is asked
about its best connected entity, once right after what it needs was made, then again. Milliseconds of the processor.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402 - the checkout's own modules come first

from extract.model import Entity, Name  # noqa: E402
from graph.knowledge import KnowledgeGraph  # noqa: E402
from graph.search.catalogue import Catalogue  # noqa: E402
from graph.search.folded import folded  # noqa: E402
from graph.search.names import NameIndex, name_index  # noqa: E402
from graph.search.spelling import HAN, sound  # noqa: E402
from graph.web.api.addresses import ADDRESSES  # noqa: E402
from graph.web.api.routes import answer  # noqa: E402
from graph.web.api.view import view_of  # noqa: E402
from ontology.domain import SHIPPED  # noqa: E402
from ontology.lexicon import load_lexicon, name_key  # noqa: E402

SEED, QUERIES, SHOWN = 7, 60, 20


def made_up(number: int, chance: random.Random) -> Iterator[Entity]:
    """Yield entities with names that nobody has."""
    entries = list(load_lexicon(SHIPPED / "lexicon").entries.values())
    hans = [name for entry in entries for name in entry.hans if HAN.search(name)]
    hant = [name for entry in entries for name in entry.hant if HAN.search(name)]
    latin = [name for entry in entries for name in entry.en]
    for n in range(number):
        names = [Name(chance.choice(hans)[:3] + chance.choice(hans)[-3:], "zh-Hans")]
        if n % 3 == 0:
            names.append(Name(chance.choice(hant)[:3] + chance.choice(hant)[-3:], "zh-Hant"))
        if n % 2 == 0:
            names.append(Name(f"{chance.choice(latin)[:8]} {chance.choice(latin)[:8]}".strip(), "en"))
        yield Entity(f"E{n}", names[0].text, "Company", tuple(names))


def queries(index: NameIndex, chance: random.Random) -> dict[str, list[str]]:
    """Return queries by their kind."""
    names = [
        chance.choice(index.catalogue.entities[chance.randrange(len(index.catalogue))].names).text
        for _ in range(QUERIES)
    ]
    keys = [name_key(name) for name in names]
    han = [key for key in keys if HAN.search(key) and sound(key)]
    return {
        "whole name": names,
        "beginning": [key[:2] for key in keys],
        "one letter": [key[0] for key in keys],
        "pinyin": [heard.full for key in han if (heard := sound(key))],
        "initials": [heard.initials for key in han if (heard := sound(key))],
        "part": [key[1:4] for key in keys],
        "slip": [key[:2] + "x" + key[3:] for key in keys],
        "nothing": [key[::-1] + "qz" for key in keys],
    }


def took(step: Callable[[], object]) -> float:
    """Return milliseconds of the processor."""
    start = time.process_time()
    step()
    return (time.process_time() - start) * 1000


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def search(number: int) -> None:
    chance = random.Random(SEED)
    entities = list(made_up(number, chance))
    numbers = np.asarray([chance.randrange(1, 2000) for _ in entities])
    catalogue = Catalogue(entities, {each.id: n for n, each in enumerate(entities)}, numbers, numbers)
    before, made = megabytes(), []
    print(f"{number:,} entities, index in {took(lambda: made.append(name_index(catalogue))) / 1000:.1f} s", end=", ")
    index = made[0]
    print(f"{len(index.keys):,} names, {megabytes() - before:.0f} MB")
    index.find("智谱", limit=SHOWN)  # the first one of all also loads what later ones have
    for kind, texts in queries(index, chance).items():
        times = [took(lambda text=text: index.find(text, limit=SHOWN)) for text in texts]  # type: ignore[misc]
        print(f"  {kind:12} {statistics.median(times):6.1f} ms, the slowest {max(times):6.1f} ms")
    quotes = [
        f"{entity.label}与{entities[n - 1].label}在2024年达成合作，金额为{n}万美元" for n, entity in enumerate(entities)
    ]
    held: list[object] = []
    print(f"{number:,} quotes, index in {took(lambda: held.append(folded(quotes))) / 1000:.1f} s")
    for text in (entities[5].label, "合作", "没有这样的话"):
        print(f"  {text:12} {took(lambda text=text: held[0].holding(name_key(text))):6.1f} ms")  # type: ignore[misc, attr-defined]


def asked(graph: KnowledgeGraph) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield addresses with parameters that ask for much."""
    view = view_of(graph)
    ids = [view.entities.entities[n].id for n in np.argsort(-view.bonds.neighbours, kind="stable")[:3]]
    yield from (("/", {}), ("/vocabulary", {}), ("/openapi.json", {}))
    yield from (("/overview", {}), ("/search", {"q": "公司"}), ("/search", {"q": "weiruan"}), ("/entities", {}))
    for below in ("", "/neighbours", "/why"):
        yield "/entities/{id}" + below, {"id": ids[0]}
    yield from (("/claims", {}), ("/claims", {"entity": ids[0], "q": "合作", "sort": "confidence"}))
    yield from (("/claims/{id}", {"id": view.claims.ids[0]}), ("/facts", {"minSupport": "2"}), ("/documents", {}))
    yield "/document", {"id": view.library.papers[0].doc}
    yield from (("/conflicts", {"entity": ids[0]}), ("/timeline", {"entity": ids[0]}))
    yield from (("/graph", {"ids": ",".join(ids)}), ("/paths", {"from": ids[0], "to": ids[2]}))
    yield "/compare", {"entity": ids[0]}


def addresses(place: Path) -> None:
    table = {each.path: each for each in ADDRESSES}
    with KnowledgeGraph.open(place) as graph:
        print(f"what is worked out once: {took(lambda: view_of(graph)) / 1000:.1f} s", end=", ")
        view = view_of(graph)
        print(f"names {took(lambda: view.names) / 1000:.1f} s, quotes {took(lambda: view.quotes(graph)) / 1000:.1f} s")
        print(
            f"{len(view.entities):,} entities, {len(view.claims):,} claims, {len(view.bonds):,} edges,"
            f" {megabytes():.0f} MB"
        )
        for path, given in asked(graph):
            pairs = [*given.items(), *([("entity", view.entities.entities[1].id)] if path == "/compare" else [])]
            first, again = (took(lambda: answer(graph, table[path], pairs)) for _ in range(2))  # noqa: B023 - asked at once
            print(f"  {path:26} {first:8.1f} ms, again {again:8.1f} ms  {given if path != '/graph' else ''}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entities", type=int, default=100_000)
    parser.add_argument("--graph", type=Path)
    arguments = parser.parse_args()
    search(arguments.entities)
    if arguments.graph:
        addresses(arguments.graph)


if __name__ == "__main__":
    main()
