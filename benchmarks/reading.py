"""
How right the frames are on passages of articles without annotations that were read.

    python benchmarks/reading.py --unlabelled FILE --read benchmarks/read_passages.tsv [--rules]

The articles fall into two halves by their names. Frames may be mended by what half A shows; half B is to be counted
only. ``--rules`` counts each frame in place of each relation. Readers are right about seven times in eight themselves.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotated import half, readings, unlabelled
from read_passages import Read, passages

from extract.relations.pairs.facts import Fact
from extract.relations.related import Related
from ontology.domain import load_domain
from ontology.vocabulary import RELATIONS

_RIGHT, _WRONG, _MET, _MISSED = range(4)

Counts = Counter[tuple[str, str, int]]
"""How often which relation, or frame, in which half, is right, wrong, met or missed."""


def fact(related: Related) -> Fact:
    """Return what a frame found; of a symmetric relation, the names in order."""
    return ordered((related.subject.entity, related.frame.predicate, related.object.entity))


def ordered(fact: Fact) -> Fact:
    """Return a fact, the names in order if its relation is symmetric."""
    one, predicate, other = fact
    return (min(one, other), predicate, max(one, other)) if RELATIONS[predicate].symmetric else fact


def judged(found: Sequence[tuple[int, Related]], read: Sequence[Read]) -> Iterator[tuple[str, str, int]]:
    """Yield what counts of what was *found*, and where: its relation, its frame if one found it, how it is judged."""
    everywhere = {fact(related) for _, related in found}
    for passage in read:
        says = {ordered(each) for each in passage.says}
        here = {fact(each): each for at, each in reversed(found) if passage.start <= at < passage.end}
        for said, related in here.items():
            if passage.names.issuperset((said[0], said[2])):
                yield said[1], related.frame.id, _RIGHT if said in says else _WRONG
        for said in says:
            yield said[1], "", _MET if said in everywhere else _MISSED


def show(counts: Counts) -> None:
    """Print precision and recall by half."""
    names = sorted({name for name, _, _ in counts}, key=lambda name: (name == "all", name))
    for name in names:
        parts = []
        for each in "AB":
            right, wrong, met, missed = (counts[name, each, how] for how in range(4))
            recall = f"R {met / (met + missed):.3f}" if met + missed else ""
            parts.append(f"{each}: P {right / max(right + wrong, 1):.3f} of {right + wrong:5} {recall}")
        print(f"{name:24} {'   '.join(parts)}")


def main() -> None:
    """Count, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--unlabelled", type=Path, required=True)
    parser.add_argument("--read", type=Path, required=True)
    parser.add_argument("--rules", action="store_true", help="count frames")
    given = parser.parse_args()
    read, counts = passages(given.read), Counter[tuple[str, str, int]]()
    sources = (each for each in unlabelled(given.unlabelled) if each.doc in read)
    for analysis, sentences in readings(load_domain(), sources):
        doc = analysis.document.doc
        starts = [analysis.clean.map.span(sentence).start for sentence in analysis.sentences]
        found = [(start, each) for start, sentence in zip(starts, sentences, strict=True) for each in sentence.related]
        for predicate, rule, how in judged(found, read[doc]):
            counts.update((name, half(doc), how) for name in ((rule if given.rules else predicate), "all"))
    show(counts)


if __name__ == "__main__":
    main()
