"""
How right figures and times are on articles without annotations that were read.

    python benchmarks/figures.py --unlabelled FILE --read benchmarks/read_figures.tsv

The articles fall into the two halves of ``reading.py``: rules may be mended by what half A shows; half B is to be
counted only. Counted are figures with a named metric: right where a reader says the same of the same subject. Times and
modalities are compared where figure or relation is right. Readers leave out one figure in five themselves, and two of
them agree on eight times in ten.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from annotated import half
from read_figures import UNTOLD, Article, Said, figures

from extract.model import Analysis, Claim, Metadata, Source
from extract.pipeline import Extractor
from graph.evaluation import unit_key
from ontology.domain import load_domain

_OPEN = "otherMetric"

Figure = tuple[str, str, str, str]
"""Whom a figure is of, what it measures, its value and its unit."""
Counts = Counter[tuple[str, str, str]]
"""How often what (a metric, ``time of figures`` ...) is judged how, in which half."""


def sources(file: Path, wanted: Mapping[str, Article]) -> Iterator[Source]:
    """Yield the articles that were read, with their dates."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["id"] in wanted:
                yield Source(row["id"], row["text"].encode(), metadata=Metadata(title=row["title"], date=row["date"]))


def read_of(analysis: Analysis, article: Article) -> tuple[dict[Figure, Said], set[tuple[str, str]]]:
    """Return the facts that readers saw in figures, and the values and units of all figures that they were shown."""
    stated: dict[Figure, Said] = {}
    shown: set[tuple[str, str]] = set()
    for quantity in analysis.quantities:
        place = analysis.clean.map.span(quantity.span)
        facts = article.figures.get((place.start, place.end))
        if facts is None:
            continue
        value = f"{abs(quantity.value):.6g}", unit_key(quantity.unit)
        shown.add(value)
        stated.update({(*fact, *value): said for fact, said in facts.items() if fact[1] != _OPEN})
    return stated, shown


def counted(analysis: Analysis, article: Article) -> Iterator[tuple[str, str]]:
    """Yield what counts of an article, and how it is judged."""
    stated, shown = read_of(analysis, article)
    found: dict[Figure, Claim] = {}
    related: dict[tuple[str, str, str], Claim] = {}
    for claim in analysis.claims:
        if claim.object is not None:
            related.setdefault((claim.subject, claim.predicate, claim.object), claim)
        elif claim.value is not None and claim.predicate != _OPEN:
            figure = claim.subject, claim.predicate, f"{abs(claim.value):.6g}", unit_key(claim.unit)
            if figure[2:] in shown:
                found.setdefault(figure, claim)
    for figure in found.keys() | stated.keys():
        yield figure[1], "missed" if figure not in found else "right" if figure in stated else "wrong"
    for figure in found.keys() & stated.keys():
        yield from _compared("figures", stated[figure], found[figure])
    for relation, said in article.relations.items():
        if relation in related:
            yield "relations", "right" if said.time else "wrong"
            if said.time:
                yield from _compared("relations", said, related[relation])


def _compared(kind: str, said: Said, claim: Claim) -> Iterator[tuple[str, str]]:
    yield f"modality of {kind}", "right" if said.modality == claim.modality else "wrong"
    if said.time != UNTOLD:
        yield f"time of {kind}", "right" if (claim.time or "").startswith(said.time) else "wrong"
    else:
        yield f"no time of {kind}", "wrong" if claim.time else "right"


def show(counts: Counts) -> None:
    """Print precision and recall by half."""
    for name in sorted({name for name, _, _ in counts}, key=lambda name: (" " in name, name == "all figures", name)):
        parts = []
        for each in "AB":
            right, wrong, missed = (counts[name, each, how] for how in ("right", "wrong", "missed"))
            recall = f"R {right / (right + missed):.3f}" if missed else ""
            parts.append(f"{each}: P {right / max(right + wrong, 1):.3f} of {right + wrong:5} {recall:8}")
        print(f"{name:24} {'   '.join(parts)}")


def main() -> None:
    """Count, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--unlabelled", type=Path, required=True)
    parser.add_argument("--read", type=Path, required=True)
    given = parser.parse_args()
    read, extract, counts = figures(given.read), Extractor(load_domain()), Counter[tuple[str, str, str]]()
    for source in sources(given.unlabelled, read):
        analysis = extract(source)
        for name, how in counted(analysis, read[source.doc]):
            counts[name, half(source.doc), how] += 1
            if " " not in name and name != "relations":
                counts["all figures", half(source.doc), how] += 1
    show(counts)


if __name__ == "__main__":
    main()
