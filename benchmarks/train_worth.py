r"""
Learn which figures without a metric are worth telling: how much each trait of a figure and its name speaks for it.

    python benchmarks/train_worth.py --texts DIR --gold DIR \
        --unlabelled FILE --read benchmarks/read_figures.tsv

For every figure that no cue gives a metric, the likeliest name is taken, and the weights are those with which it is
likeliest that annotators wrote the figure down as one of that name (logistic regression with a quadratic penalty).
Writes the rows of ``_WEIGHTS`` and the numbers below them in ``extract/relations/worth.py``; tells beside them how
many are right, of those told, on half B of the articles that were only read, of which half A is learned from.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from annotated import gold_of, half, places_of, readings, texts
from annotated import meant as meant_by
from figures import sources
from read_figures import Article
from read_figures import figures as figures_read
from train_holders import NO_METRIC, holders_of, staged

from extract.model import Quantity, Source
from extract.relations import Reading
from extract.relations.cues import Cues
from extract.relations.holders import Stage
from extract.relations.rules import ANYONE, codes_of
from extract.relations.weighing import Weights
from extract.relations.worth import BOUNDS, LEAST, UNSEEN, hopeless, meant, traits
from graph.evaluation import OTHER, document_key
from ontology.domain import Domain, load_domain

_PENALTY, _STEPS, _SELDOM = 2.0, 30, 8
_GOLD = 2.0  # how much a figure of thoroughly annotated articles counts beside one that was only read
_SLIGHT = 0.1  # weights below that are left out


class Figure(NamedTuple):
    """A figure without a metric, the likeliest name, and what shows of both."""

    quantity: Quantity
    entity: str
    traits: tuple[str, ...]
    score: float
    sure: float


class Case(NamedTuple):
    """A figure, and whether it is right to tell it of the name; those that count for more have more *weight*."""

    figure: Figure
    right: bool
    weight: float = 1.0


class Finder:
    """Finds the figures of a document that no cue gives a metric."""

    def __init__(self, domain: Domain) -> None:
        """Take the metrics and weights of a domain."""
        self._cues, self._anyone = Cues(domain.frames.metrics), codes_of(ANYONE)
        self._weights = Weights(domain.wording.holders)

    def __call__(self, folded: str, found: Sequence[Reading]) -> Iterator[Figure]:
        """Yield the figures with the likeliest name of each."""
        for stage, position, quantity, words in staged(folded, found, self._weights):
            if not hopeless(quantity, stage.raw.code, position):
                yield from self._figure(stage, position, quantity, words)

    def _figure(self, stage: Stage, position: int, quantity: Quantity, words: str) -> Iterator[Figure]:
        if self._cues.ranked(stage.raw, position, quantity, words):
            return
        code = stage.raw.code
        if best := meant(code, position, quantity, stage.holders(position, position, self._anyone)):
            holder, sure = best
            shown = tuple(traits(code, position, quantity, holder))
            yield Figure(quantity, holder.mention.entity, shown, min(max(holder.score, BOUNDS[0]), BOUNDS[1]), sure)


def annotated(domain: Domain, articles: Iterable[Source], gold: Mapping[str, Mapping[str, Any]]) -> Iterator[Case]:
    """Yield the figures of thoroughly annotated articles."""
    find = Finder(domain)
    for analysis, found in readings(domain, articles):
        doc = document_key(analysis.document.doc)
        if doc in gold:
            ids = meant_by(analysis, gold[doc])
            for figure in _once(find(analysis.clean.folded, found)):
                named = set[str]().union(*(ids[each] for each in holders_of(figure.quantity, NO_METRIC, gold[doc])))
                yield Case(figure, figure.entity in named, _GOLD)


def read_over(domain: Domain, articles: Iterable[Source], read: Mapping[str, Article]) -> Iterator[Case]:
    """Yield the figures of articles that were only read."""
    find = Finder(domain)
    for analysis, found in readings(domain, articles):
        said = read[analysis.document.doc].figures
        for figure in _once(find(analysis.clean.folded, found)):
            place = analysis.clean.map.span(figure.quantity.span)
            if facts := said.get((place.start, place.end)):
                yield Case(figure, any(who == figure.entity and metric in OTHER for who, metric in facts))
            elif facts is not None:
                yield Case(figure, right=False)


def _once(figures: Iterable[Figure]) -> Iterator[Figure]:
    """Leave out what is said once more of the same name, as only one claim is made of it."""
    seen = set()
    for figure in figures:
        key = (figure.entity, figure.quantity.value, figure.quantity.unit)
        if key not in seen:
            seen.add(key)
            yield figure


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """Return the weights with which what was written down is likeliest (Newton's method)."""
    counts = Counter(trait for case in cases for trait in case.figure.traits if trait)
    names = ["", "score", "sure", *sorted(trait for trait, count in counts.items() if count >= _SELDOM)]
    rows = np.array([_row(case.figure, names) for case in cases])
    right = np.array([case.right for case in cases], dtype=np.float64)
    times = np.array([case.weight for case in cases])
    weights = np.zeros(len(names))
    for _ in range(_STEPS):
        likely = _likely(rows, weights)
        slope = rows.T @ (times * (right - likely)) - _PENALTY * weights
        bend = (rows * (times * likely * (1 - likely))[:, None]).T @ rows + _PENALTY * np.eye(len(names))
        weights = weights + np.linalg.solve(bend, slope)
    return dict(zip(names, weights.round(2).tolist(), strict=True))


def _row(figure: Figure, names: Sequence[str]) -> list[float]:
    shown = set(figure.traits)
    return [1.0, figure.score, figure.sure, *(float(name in shown) for name in names[3:])]


def _likely(rows: npt.NDArray[Any], weights: npt.NDArray[Any]) -> npt.NDArray[Any]:
    likely: npt.NDArray[Any] = 1 / (1 + np.exp(-rows @ weights))
    return likely


def main() -> None:
    """Train, and write the weights."""
    given, domain = places_of(__doc__), load_domain()
    gold = gold_of(given.gold)
    read = figures_read(given.read)
    halves = [{doc: article for doc, article in read.items() if half(doc) == name} for name in "AB"]
    learned, kept = ([*read_over(domain, sources(given.unlabelled, each), each)] for each in halves)
    weights = fit([*annotated(domain, texts([given.texts]), gold), *learned])
    likely = _likely(np.array([_row(case.figure, [*weights]) for case in kept]), np.array([*weights.values()]))
    told = [case.right for case, each in zip(kept, likely, strict=True) if UNSEEN * each >= LEAST]
    print(f"right {sum(told)} of {len(told)} told, of {sum(case.right for case in kept)}", file=sys.stderr)
    for trait, weight in weights.items():
        if abs(weight) >= _SLIGHT:
            print(f'    "{trait}": {weight:.2f},')


if __name__ == "__main__":
    main()
