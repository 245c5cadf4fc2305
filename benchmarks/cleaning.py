"""Reading and cleaning of plain text, stage by stage, in megabytes per second on one core, over growing sizes.

usage: python benchmarks/cleaning.py [--megabytes N] [--texts FOLDER] [--whole] [--json FILE]

A cost that grows linearly shows as a row of equal figures. The text is the articles of the measuring corpus (or, where
they are not, the bundled samples) with their lines shuffled by a fixed seed, repeated up to the size wanted: as many
articles, or with --whole as documents of up to 50 MB each, which is where a cost that is not linear would show.
A megabyte is a million bytes of UTF-8, a second is one of processor time. The steps of cleaning are measured in one
pass; "clean" is all of it: the passes until nothing is left to do, the folded copy, boilerplate and script.
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from stages import ROOT, SHARED, articles

SIZES = (1, 2, 5, 10, 20, 50, 100, 200)
WHOLE = 50_000_000  # bytes; one document may have 64 MB

Table = dict[str, dict[int, float]]


def documents(folder: Path, size: int, whole: bool) -> list[bytes]:
    """Return texts of *size* bytes together."""
    blobs = articles(folder, size)
    if not whole:
        return blobs
    joined = b"\n".join(blobs)
    pieces = [joined[at : at + WHOLE] for at in range(0, len(joined), WHOLE)]
    return [piece.decode(errors="ignore").encode() for piece in pieces]


def stages(blobs: list[bytes]) -> Iterator[tuple[str, float]]:
    """Yield each stage with the seconds it took for all of *blobs*."""
    sys.path.insert(0, str(ROOT))
    from extract.cleaning import STEPS, clean, fold
    from extract.cleaning.asides import find_asides
    from extract.cleaning.cleaner import run
    from extract.cleaning.edits import Draft
    from extract.cleaning.reprints import fingerprint
    from extract.cleaning.script import script_of
    from extract.cleaning.spun import swaps
    from extract.model import Document, Source
    from extract.reading import fill
    from extract.reading.decoding import decode_bytes
    from extract.sentences import sentence_spans

    sources = [Source(f"{number}.txt", blob) for number, blob in enumerate(blobs)]
    decoded, seconds = timed(lambda source: decode_bytes(source.data), sources)
    yield "decode", seconds
    texts = [Document(source.doc, *found) for source, found in zip(sources, decoded, strict=True)]
    yield "metadata", timed(fill, texts)[1]

    drafts = [Draft(document.text, [], []) for document in texts]
    for step in STEPS:
        yield (
            f"  {step.kind} ({type(step).__name__.lower()})",
            timed(partial(run, step), drafts)[1],
        )
    plain = [draft.text for draft in drafts]
    yield "  spun", timed(swaps, plain)[1]
    folded, seconds = timed(fold, plain)
    yield "  fold", seconds
    yield "  boilerplate", timed(find_asides, folded)[1]
    pairs = list(zip(plain, folded, strict=True))
    yield "  script", timed(lambda pair: script_of(*pair), pairs)[1]
    cleaned, seconds = timed(clean, texts)
    yield "clean", seconds
    yield "sentences", timed(sentence_spans, cleaned)[1]
    yield "fingerprint", timed(lambda text: fingerprint("", text), cleaned)[1]


def timed(step: Callable[[Any], Any], inputs: list[Any]) -> tuple[list[Any], float]:
    """Return what *step* makes of *inputs*, and the processor time it took."""
    gc.collect()
    gc.freeze()  # what earlier stages left behind is not walked again and again at the cost of this one
    start = time.process_time()
    made = [step(each) for each in inputs]
    return made, time.process_time() - start


def measure(folder: Path, sizes: list[int], whole: bool) -> tuple[Table, dict[int, int]]:
    """Return MB/s by stage and size, and the memory in MB that the process had needed after each size."""
    table: Table = {}
    memory: dict[int, int] = {}
    list(stages(documents(folder, 100_000, whole)))  # tables are read on first use; that is no text speed
    for size in sizes:
        blobs = documents(folder, size * 1_000_000, whole)
        megabytes = sum(map(len, blobs)) / 1e6
        seconds = dict(stages(blobs))
        seconds["reading and cleaning"] = sum(seconds[name] for name in ("decode", "metadata", "clean"))
        for stage, spent in seconds.items():
            table.setdefault(stage, {})[size] = round(megabytes / max(spent, 1e-9), 2)
        memory[size] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return table, memory


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=20, help="the largest size, up to 200")
    parser.add_argument("--texts", type=Path, help="a folder of articles instead of those of the corpus")
    parser.add_argument("--whole", action="store_true", help="as documents of up to 50 MB instead of articles")
    parser.add_argument("--json", type=Path, help="write the table to this file too")
    arguments = parser.parse_args()

    corpus = SHARED / "corpus" / "train" / "texts"
    folder = arguments.texts or (corpus if corpus.is_dir() else ROOT / "extract" / "samples" / "articles")
    sizes = [size for size in SIZES if size <= arguments.megabytes]
    table, memory = measure(folder, sizes, arguments.whole)
    print(f"{'MB/s at a size of':32}" + "".join(f"{size:>7} MB" for size in sizes))
    for stage, speeds in table.items():
        print(f"{stage:32}" + "".join(f"{speeds[size]:10.1f}" for size in sizes))
    print(f"{'memory so far, MB':32}" + "".join(f"{memory[size]:>10}" for size in sizes))
    if arguments.json:
        arguments.json.write_text(json.dumps({"MB/s": table, "memory": memory}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
