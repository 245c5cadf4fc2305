"""A clean build of made-up articles, its memory, and the rebuild after one of them changed.

usage: python benchmarks/rebuilding.py FOLDER [--number N]

The graph stays in FOLDER/graph, for the other benchmarks. Memory is the most that the process had at any time; each
build runs in a process of its own. Seconds are of the clock, and those that the processor was busy, all threads
together. The clean build begins a minute after the articles were written: before, nothing but their bytes tells
whether they are the same. The last rebuild looks at all bytes (--reread).
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import shutil
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

RUNS = 3  # rebuilds: they are short, and noise is not
SETTLED = 61  # seconds
CHANGED = "\n\n腾讯与百度达成合作。\n"


def built(articles: Path, graph: Path, reread: bool, told: Connection) -> None:
    """Build and tell seconds, without loading the lexicon, and megabytes, with it."""
    from extract.pipeline import Extractor
    from graph.build import build
    from ontology.domain import load_domain

    extractor = Extractor(load_domain())
    start, busy = time.perf_counter(), time.process_time()
    report = build([articles], graph, extractor=extractor, reread=reread)
    seconds = time.perf_counter() - start, time.process_time() - busy
    told.send((*seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000, report.summary()))


def run(articles: Path, graph: Path, reread: bool = False) -> tuple[float, float, float, str]:
    """Build in a process of its own."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=built, args=(articles, graph, reread, there))
    process.start()
    told: tuple[float, float, float, str] = here.recv()
    process.join()
    return told


def main() -> None:
    from articles import write

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--number", type=int, default=10_000)
    arguments = parser.parse_args()
    articles, graph = arguments.folder / "articles", arguments.folder / "graph"
    for place in (articles, graph):
        shutil.rmtree(place, ignore_errors=True)
    size = write(articles, arguments.number)
    print(f"{arguments.number:,} articles, {size / 1e6:.1f} MB")
    time.sleep(SETTLED)
    clean, clean_busy, memory, summary = run(articles, graph)
    print(f"clean build        {clean:8.2f} s {clean_busy:8.2f} s busy {memory:6.0f} MB   {summary}", flush=True)
    one = next(iter(sorted(articles.rglob("*.txt"))))
    for number in range(RUNS + 1):
        one.write_text(one.read_text(encoding="utf-8") + CHANGED, encoding="utf-8")
        again, busy, memory, summary = run(articles, graph, reread=number == RUNS)
        print(f"one article changed{again:8.2f} s {busy:8.2f} s busy {memory:6.0f} MB   {summary}")
        print(f"a rebuild takes 1/{clean / again:.0f} of a clean build, 1/{clean_busy / busy:.0f} of its busy time")


if __name__ == "__main__":
    main()
