"""The library's queries beside the same SPARQL on bare Oxigraph: what does asking through zhitu cost?

usage: python benchmarks/asking.py GRAPH [--times] [--runs N]

Our side is ``KnowledgeGraph.query`` with a question's values in their places, the other the same text given to the
store itself. Processor time, the best of some runs each, taken in turns. ``--times`` lists every question.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from graph.asking import Question, bind, questions, terms  # noqa: E402 - the checkout's own modules come first
from graph.knowledge import KnowledgeGraph  # noqa: E402
from graph.terms import PREFIXES  # noqa: E402

VALUES = {"entity": "OpenAI", "class": "公司", "metric": "营收", "year": "2024", "text": "OpenAI", "relation": "投资"}
SECOND = {"second": "NVIDIA"}


def given(kg: KnowledgeGraph, asked: Question) -> dict[str, str]:
    """Return values for what a question needs."""
    first = next(kg.reports()).doc
    needed = (parameter for parameter in asked.parameters if parameter.required)
    return {each.name: SECOND.get(each.name) or VALUES.get(each.kind, first) for each in needed}


def seconds(answer: Callable[[], Iterable[object]]) -> float:
    """Return the processor time until the last row."""
    start = time.process_time()
    for _ in answer():
        pass
    return time.process_time() - start


def both(kg: KnowledgeGraph, sparql: str, runs: int) -> tuple[float, float]:
    """Return our time and Oxigraph's."""
    prefixes = dict(PREFIXES)
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(runs):
        ours.append(seconds(lambda: kg.query(sparql)))  # type: ignore[arg-type, return-value]
        bare.append(seconds(lambda: kg.store.query(sparql, prefixes=prefixes, use_default_graph_as_union=True)))  # type: ignore[arg-type, return-value]
    return min(ours), min(bare)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--times", action="store_true")
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    with KnowledgeGraph.open(arguments.graph) as kg:
        asked = [(each.name, bind(each, terms(kg, each, given(kg, each)))) for each in questions()]
        rows = [(name, *both(kg, sparql, arguments.runs)) for name, sparql in asked]
    if arguments.times:
        for name, ours, bare in sorted(rows, key=lambda row: -row[1]):
            print(f"{name:26} {ours:8.3f} s {bare:8.3f} s")
    ours, bare = sum(row[1] for row in rows), sum(row[2] for row in rows)
    quick = sum(row[1] < 0.1 for row in rows)
    print(f"{len(rows)} questions: {ours:.2f} s through zhitu, {bare:.2f} s on bare Oxigraph ({ours / bare - 1:+.1%})")
    print(f"{quick} of them take less than 0.1 s, the longest {max(row[1] for row in rows):.1f} s")


if __name__ == "__main__":
    main()
