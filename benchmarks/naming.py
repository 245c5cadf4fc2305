"""
How right names, and the relations between them, are in passages of articles without annotations that were read.

    python benchmarks/naming.py --unlabelled FILE --read benchmarks/read_entities.tsv

``read_entities.tsv`` has a row a passage: the article, where the passage starts and ends in it (characters of the
original), the names that a language model wrote down by the annotators' guideline (the class, and where each form of
the name first stands: ``Company 0-4=19-25``), and the relations between them (``0 develops 3``). It holds places and no
text. Of passages of annotated articles that were mixed in, the same readers found 96 of 100 names, and 97 of 100 of
theirs were the annotators'.

Articles fall into halves as in ``reading.py``: rules may be mended by what half A shows, B is counted only. Two kinds
are told apart by the articles' ids: press releases, and the rest, which is like the annotated articles.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotated import half, unlabelled

from extract.model import Analysis
from extract.pipeline import Extractor
from graph.evaluation import SYMMETRIC, name_key
from ontology.domain import load_domain

_RELEASES = ("auto2", "auto3", "auto6")
_BEFORE = 200  # characters before a passage in which the evidence of what it says may begin

Place = tuple[int, int]
Counts = Counter[tuple[str, str, str]]
"""How often what (a class, ``relations``) is judged how, in which part of the articles."""


@dataclass(frozen=True)
class Passage:
    """A passage, its names with their classes and places, and what it says of them by their numbers."""

    start: int
    end: int
    names: tuple[tuple[str, tuple[Place, ...]], ...]
    says: tuple[tuple[int, str, int], ...]


def passages(file: Path) -> Mapping[str, Sequence[Passage]]:
    """Return the passages that were read, by article."""
    found: dict[str, list[Passage]] = defaultdict(list)
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            names = tuple(_name(each) for each in row["names"].split(";") if each)
            says = tuple(
                (int(s), p, int(o)) for s, p, o in (each.split(" ") for each in row["says"].split(";") if each)
            )
            found[row["article"]].append(Passage(int(row["start"]), int(row["end"]), names, says))
    return found


def _name(written: str) -> tuple[str, tuple[Place, ...]]:
    type_, places = written.split(" ")
    return type_, tuple((int(start), int(end)) for start, end in (each.split("-") for each in places.split("=")))


def counted(analysis: Analysis, passage: Passage) -> Iterator[tuple[str, str]]:
    """Yield what counts of a passage, and how it is judged."""
    text = analysis.document.text
    theirs = [{name_key(text[start:end]) for start, end in places} for _, places in passage.names]
    mine = _named(analysis, passage)
    for keys, (type_, _) in zip(theirs, passage.names, strict=True):
        fits = [each for each in mine.values() if each[1] & keys]
        yield type_, "found" if fits else "missed"
        if fits:
            yield "class", "right" if fits[0][0] == type_ else "wrong"
    for type_, keys in mine.values():
        yield type_, "right" if any(keys & other for other in theirs) else "wrong"
    meant = [{id_ for id_, (_, names) in mine.items() if names & keys} for keys in theirs]
    told = set(_told(analysis, passage))
    for one, predicate, other in passage.says:
        pairs = {(s, predicate, o) for s in meant[one] for o in meant[other]}
        yield "relations", "found" if pairs & told else "missed" if pairs else "missed for a name"


def _named(analysis: Analysis, passage: Passage) -> dict[str, tuple[str, set[str]]]:
    """Return the entities named in a passage: class, and the keys of their names and of what stands there."""
    standing: dict[str, set[str]] = defaultdict(set)
    for mention in analysis.mentions:
        place = analysis.clean.map.span(mention.span)
        if passage.start <= place.start and place.end <= passage.end:
            standing[mention.entity].add(name_key(mention.text))
    entities = (entity for entity in analysis.entities if entity.id in standing)
    return {each.id: (each.type, standing[each.id] | {name_key(name.text) for name in each.names}) for each in entities}


def _told(analysis: Analysis, passage: Passage) -> Iterator[tuple[str, str, str]]:
    for claim in analysis.claims:
        if claim.object is not None and passage.start - _BEFORE <= claim.evidence.start < passage.end:
            yield claim.subject, claim.predicate, claim.object
            if claim.predicate in SYMMETRIC:
                yield claim.object, claim.predicate, claim.subject


def part(article: str) -> str:
    """Return the half and the kind of an article."""
    return f"{half(article)} {'releases' if any(each in article for each in _RELEASES) else 'press'}"


def show(counts: Counts) -> None:
    """Print recall and precision by class, half and kind."""
    parts = sorted({each for _, each, _ in counts}, key=lambda each: (each.split(" ")[1], each))
    names = sorted({name for name, _, _ in counts}, key=lambda name: (name[0].islower(), name))
    print(f"{'':14}", *(f"{each:>22}" for each in parts))
    for name in names:
        print(f"{name:14}", *(f"{_figures(counts, name, each):>22}" for each in parts))


def _figures(counts: Counts, name: str, each: str) -> str:
    found, missed, right, wrong = (counts[name, each, how] for how in ("found", "missed", "right", "wrong"))
    missed += counts[name, each, "missed for a name"]
    recall = f"R {found / (found + missed):.3f}" if found + missed else ""
    precision = f"P {right / (right + wrong):.3f}" if right + wrong else ""
    return f"{recall} {precision} of {found + missed or right + wrong}".strip()


def main() -> None:
    """Count, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--unlabelled", type=Path, required=True)
    parser.add_argument("--read", type=Path, required=True)
    given = parser.parse_args()
    read, extract, counts = passages(given.read), Extractor(load_domain()), Counter[tuple[str, str, str]]()
    for source in unlabelled(given.unlabelled):
        analysis = extract(source) if source.doc in read else None
        for passage in read.get(source.doc, ()):
            assert analysis is not None
            for name, how in counted(analysis, passage):
                counts[name, part(source.doc), how] += 1
                if name[0].isupper():
                    counts["all names", part(source.doc), how] += 1
    show(counts)


if __name__ == "__main__":
    main()
