"""Megabytes of article text per second on one core, stage by stage, with jieba's ``cut`` on the same text beside it.

usage: [taskset -c 1] python benchmarks/stages.py [--megabytes N] [--runs N] [--texts FOLDER] [--json FILE]

The text is the seed articles of the measuring corpus (or, where they are not, the bundled samples) with their lines
shuffled by a fixed seed and repeated up to the size wanted. Repetition flatters caches, ours and jieba's alike.
A megabyte is a million bytes of UTF-8, a second is one of processor time. Others on the machine disturb that, too:
of several runs the quickest counts, article by article. Each stage is given what the stages before it made, so its
figure is its own.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("ZHITU_SHARED") or ROOT.parent / "shared")


def articles(folder: Path, size: int, seed: int = 7) -> list[bytes]:
    """Return shuffled copies of the articles of *folder*, of *size* bytes together."""
    lines = [file.read_text(encoding="utf-8").splitlines() for file in sorted(folder.glob("*.txt")) if utf8(file)]
    if not any(map(any, lines)):
        raise SystemExit(f"{folder}: no text in it (*.txt in UTF-8); name a folder of articles with --texts")
    chance = random.Random(seed)
    made: list[bytes] = []
    total = 0
    while total < size:
        for article in lines:
            chance.shuffle(article)
            made.append("\n".join(article).encode())
            total += len(made[-1])
    return made


def utf8(file: Path) -> bool:
    """Tell whether a file is UTF-8; samples come in other encodings too."""
    try:
        file.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def timed(
    name: str, step: Callable[[Any], Any], inputs: Iterable[Any], size: int, runs: int
) -> tuple[list[Any], dict[str, Any]]:
    """Run *step* over *inputs*, *runs* times, and return what it made, with its row of the table."""
    inputs = list(inputs)
    step(inputs[0])  # tables and automata are built on first use; that is no text speed
    gc.collect()
    gc.freeze()  # what earlier stages left behind is not walked again and again at the cost of this one
    made: list[Any] = []
    quickest = [float("inf")] * len(inputs)
    for _ in range(runs):
        made.clear()
        for n, each in enumerate(inputs):
            start = time.process_time()
            made.append(step(each))
            quickest[n] = min(quickest[n], time.process_time() - start)
    seconds = sum(quickest)
    return made, {"stage": name, "seconds": round(seconds, 3), "MB/s": round(size / 1e6 / seconds, 2)}


def jieba_row(blobs: list[bytes], limit: int, runs: int) -> dict[str, Any] | None:
    """Return jieba's row, measured on at most *limit* bytes, or ``None`` where it is not installed."""
    try:
        import jieba
    except ImportError:
        return None
    jieba.setLogLevel("ERROR")
    jieba.initialize()
    texts = [text.decode() for text in first(blobs, limit)]
    size = sum(len(text.encode()) for text in texts)
    return timed("jieba cut", lambda text: list(jieba.cut(text)), texts, size, runs)[1]


def first(blobs: list[bytes], limit: int) -> Iterator[bytes]:
    """Yield the first of *blobs* up to *limit* bytes."""
    total = 0
    for blob in blobs:
        if total >= limit:
            return
        total += len(blob)
        yield blob


def measure(blobs: list[bytes], runs: int) -> list[dict[str, Any]]:
    """Return one row for each stage of the pipeline and one for all of it."""
    sys.path.insert(0, str(ROOT))
    from extract.cleaning import clean
    from extract.entities import Recogniser
    from extract.entities.coreference import antecedents
    from extract.model import Metadata, Source
    from extract.pipeline import Extractor
    from extract.quantities import find_quantities, find_whens
    from extract.reading import decode
    from extract.relations import ClaimFinder, Known, pairs
    from extract.sentences import sentence_spans
    from ontology.domain import load_domain

    domain = load_domain()
    size = sum(map(len, blobs))
    sources = [Source(f"{n}.txt", blob, metadata=Metadata(date="2024-07-28")) for n, blob in enumerate(blobs)]
    recognise = Recogniser(domain.lexicon, domain.homographs)
    known = Known.of(domain.lexicon.entries.values())
    by_frames = ClaimFinder(domain.frames, domain.wording, known)
    by_pairs = ClaimFinder(domain.frames, domain.wording, known, pairs.Completer(pairs.shipped(), known.links))

    documents, decoded = timed("decode", decode, sources, size, runs)
    cleaned, cleaning = timed("clean and fold", clean, documents, size, runs)
    sentences, cut = timed("sentences", sentence_spans, cleaned, size, runs)
    parts = list(zip(documents, cleaned, sentences, strict=True))
    named, mentions = timed("mentions", lambda part: recognise(*part), parts, size, runs)
    with_names = [(*part[1:], *found[:2]) for part, found in zip(parts, named, strict=True)]
    pronouns, referring = timed("coreference", lambda part: antecedents(*part), with_names, size, runs)
    figures, quantities = timed("quantities", lambda part: find_quantities(part[1].folded, part[2]), parts, size, runs)
    times, whens = timed("dates", lambda part: find_whens(part[1].folded, part[2], "2024-07-28"), parts, size, runs)
    found = [
        (*part, sorted([*names[0], *they], key=lambda mention: mention.span), quantity, when)
        for part, names, they, quantity, when in zip(parts, named, pronouns, figures, times, strict=True)
    ]
    _, claims = timed("claims by frames alone", lambda part: by_frames(*part), found, size, runs)
    _, completed = timed("claims, pairs judged too", lambda part: by_pairs(*part), found, size, runs)
    extractor = Extractor(domain)
    _, everything = timed(
        "all, from bytes to claims", lambda source: len(extractor(source).claims), sources, size, runs
    )
    return [decoded, cleaning, cut, mentions, referring, quantities, whens, claims, completed, everything]


def table(rows: list[dict[str, Any]]) -> str:
    """Return the rows as a table of plain text."""
    lines = [f"{row['stage']:26} {row['seconds']:9.2f} s {row['MB/s']:9.2f} MB/s" for row in rows]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=3.0)
    parser.add_argument("--runs", type=int, default=3, help="of which the quickest counts")
    parser.add_argument("--jieba-megabytes", type=float, default=2.0, help="jieba is slow: it is measured on this much")
    parser.add_argument("--texts", type=Path, help="a folder of articles instead of the seeds")
    parser.add_argument("--json", type=Path, help="write the rows to this file too")
    arguments = parser.parse_args()

    seeds = SHARED / "corpus" / "seeds"
    folder = arguments.texts or (seeds if seeds.is_dir() else ROOT / "extract" / "samples" / "articles")
    blobs = articles(folder, int(arguments.megabytes * 1e6))
    print(f"{len(blobs)} articles, {sum(map(len, blobs)) / 1e6:.1f} MB, one core, Python {platform.python_version()}")
    rows = measure(blobs, arguments.runs)
    segmenter = jieba_row(blobs, int(arguments.jieba_megabytes * 1e6), arguments.runs)
    rows += [segmenter] if segmenter else []
    print(table(rows))
    if segmenter is None:
        print("jieba is not installed; `make bench` installs it")
    if arguments.json:
        arguments.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
