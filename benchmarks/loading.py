"""Claims to stored quads per second, beside Oxigraph's own bulk load of the same N-Quads.

usage: python benchmarks/loading.py GRAPH   (a graph folder, such as one of benchmarks/rebuilding.py)

Our side takes the records of a graph and does all that a build does once articles are read: the ledger, quads from
claims, facts, the store on disk. Oxigraph's side loads the N-Quads of the result into an empty store on disk.
Seconds of the clock and of the processor (all threads together), the better of a few runs each, taken in turn.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import pyoxigraph as ox  # noqa: E402 - the checkout's own modules come first

from graph.draft import Draft, Stored  # noqa: E402
from graph.folder import drafting, writing  # noqa: E402
from graph.knowledge import KnowledgeGraph  # noqa: E402
from graph.record import encode  # noqa: E402

RUNS = 3


def ours(records: Callable[[], Iterator[Stored]], place: Path) -> None:
    """Build a graph from records."""
    with writing(place) as base, drafting(place) as generation, Draft(place, generation, base) as draft:
        draft.load(records())
        draft.commit()


def oxigraphs(lines: Path, place: Path) -> None:
    """Load N-Quads into a new store."""
    store = ox.Store(place)
    store.bulk_load(path=lines, format=ox.RdfFormat.N_QUADS)
    store.flush()


def timed(step: Callable[[Path], None]) -> tuple[float, float]:
    """Return how long *step* takes in an empty folder, by the clock and by the processor."""
    with tempfile.TemporaryDirectory() as place:
        start, busy = time.perf_counter(), time.process_time()
        step(Path(place) / "store")
        return time.perf_counter() - start, time.process_time() - busy


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path)
    arguments = parser.parse_args()
    with KnowledgeGraph.open(arguments.graph) as kg, tempfile.TemporaryDirectory() as place:
        stored = [(record, encode(record)) for record in kg.documents()]
        claims, quads = sum(len(record.claims) for record, _ in stored), len(kg)
        lines = Path(place) / "graph.nq"
        lines.write_text("".join(kg.nquads()), encoding="utf-8")
        rounds = [
            (timed(lambda folder: ours(lambda: iter(stored), folder)), timed(lambda folder: oxigraphs(lines, folder)))
            for _ in range(RUNS)
        ]
    print(f"{len(stored):,} documents, {claims:,} claims, {quads:,} quads")
    for number, kind in enumerate(("clock", "processor")):
        us, them = (min(each[side][number] for each in rounds) for side in (0, 1))
        print(f"{kind:9} claims to stored quads {us:7.1f} s {quads / us:10,.0f} quads/s")
        print(f"{kind:9} Oxigraph's bulk load   {them:7.1f} s {quads / them:10,.0f} quads/s")
        print(f"{kind:9} ours is {them / us:.2f} of Oxigraph's speed")


if __name__ == "__main__":
    main()
