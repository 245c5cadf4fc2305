r"""
Learn whom a figure is about: how much each trait of a name speaks for it.

    python benchmarks/train_holders.py --texts DIR --gold DIR \
        --unlabelled FILE --read benchmarks/read_figures.tsv > holders.yaml

For every figure whose value, unit and metric annotators wrote down, the names around it are weighed, and the weights
are those with which the annotated names are likeliest (a log-linear choice with a quadratic penalty). Writes the rows
of ``holders`` in ``wording.yaml``; tells beside them how often the first choice is right, on the same articles and by
five-fold cross-validation, with the weights in use for comparison. Articles that were only read, of which half A is
learned from, count a third of those that annotators wrote gold for.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from annotated import gold_of, half, meant, places_of, readings, texts
from figures import sources
from read_figures import Article
from read_figures import figures as figures_read

from extract.model import Quantity, Source
from extract.relations import Reading
from extract.relations.background import Background
from extract.relations.cues import Cues
from extract.relations.holders import Stage
from extract.relations.rules import ANYONE, codes_of
from extract.relations.weighing import Traits, Weights
from graph.evaluation import OTHER, close, document_key, unit_key
from ontology.domain import Domain, load_domain

_PENALTY, _STEPS, _RATE = 0.25, 150, 0.1
_GOLD = 3.0  # how much a figure that annotators wrote down counts beside one that was only read
_UNNAMED = 0.3  # how much a figure without a metric counts beside one that has one
NO_METRIC = "otherMetric"
_FOLDS = 5

Names = tuple[tuple[str, tuple[str, ...]], ...]
"""The names that a figure may be about: the entity of each, and its traits."""


class Choice(NamedTuple):
    """The traits of the names beside a figure, which of these annotators mean, and how much the figure counts."""

    doc: str
    traits: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    weight: float
    times: float = 1.0


def staged(folded: str, readings: Sequence[Reading], weights: Weights) -> Iterator[tuple[Stage, int, Quantity, str]]:
    """Yield each figure of a document, with its place among the names of its sentence, and its words."""
    slots = [slot for reading in readings for slot in reading.raw.slots.values()]
    background = Background([mention for slot in slots for mention in slot.mentions])
    for reading in readings:
        if reading.speaks:
            stage = Stage(reading.raw, reading.phrase, background, weights)
            for position, slot in reading.raw.slots.items():
                if slot.quantity is not None:
                    yield stage, position, slot.quantity, slot.span.of(folded)
            background.remember(reading.raw, reading.phrase)


class Figures:
    """Finds the figures of a document with their metrics and the names around them."""

    def __init__(self, domain: Domain) -> None:
        """Take the metrics of a domain."""
        self._cues, self._anyone, self._traits = Cues(domain.frames.metrics), codes_of(ANYONE), Traits()

    def __call__(self, folded: str, readings: Sequence[Reading]) -> Iterator[tuple[Quantity, str, Names]]:
        """Yield each figure, its metric, and the names that it may be about."""
        for stage, position, quantity, words in staged(folded, readings, self._traits):
            yield self._figure(stage, position, quantity, words)

    def _figure(self, stage: Stage, position: int, quantity: Quantity, words: str) -> tuple[Quantity, str, Names]:
        found = self._cues.ranked(stage.raw, position, quantity, words)
        metric, start, classes = NO_METRIC, position, self._anyone
        if found:
            cue, rule = found[0]
            metric, start, classes = rule.frame.metric, cue.start, rule.classes + rule.rivals
        holders: Iterator[tuple[Any, ...]] = stage.holders(position, start, classes)
        return quantity, metric, tuple((mention.entity, tuple(traits)) for mention, _, traits in holders)


def choices(domain: Domain, sources: Iterable[Source], gold: Mapping[str, Mapping[str, Any]]) -> Iterator[Choice]:
    """Yield the figures of annotated articles that annotators say to be about one of the names around."""
    figures = Figures(domain)
    for analysis, read in readings(domain, sources):
        doc = document_key(analysis.document.doc)
        if doc not in gold:
            continue
        ids = meant(analysis, gold[doc])
        for quantity, metric, names in figures(analysis.clean.folded, read):
            holders = set[str]().union(*(ids[each] for each in holders_of(quantity, metric, gold[doc])))
            right = tuple(entity in holders for entity, _ in names)
            if any(right):
                yield _choice(doc, metric, names, right)._replace(times=_GOLD)


def read_choices(domain: Domain, articles: Iterable[Source], read: Mapping[str, Article]) -> Iterator[Choice]:
    """Yield the figures of articles that were read which are said to be about one of the names around."""
    figures = Figures(domain)
    for analysis, sentences in readings(domain, articles):
        said = read[analysis.document.doc].figures
        for quantity, metric, names in figures(analysis.clean.folded, sentences):
            place = analysis.clean.map.span(quantity.span)
            facts = said.get((place.start, place.end), {})
            holders = {subject for subject, stated in facts if stated == metric or {stated, metric} <= OTHER}
            right = tuple(entity in holders for entity, _ in names)
            if any(right):
                yield _choice(analysis.document.doc, metric, names, right)


def _choice(doc: str, metric: str, names: Names, right: tuple[bool, ...]) -> Choice:
    weight = _UNNAMED if metric == NO_METRIC else 1.0
    return Choice(doc, tuple(traits for _, traits in names), right, weight)


def holders_of(quantity: Quantity, metric: str, gold: Mapping[str, Any]) -> set[str]:
    """Return whom annotators say a figure to be about."""
    value = float(quantity.value)
    return {
        fact["s"]
        for fact in gold["quantities"]
        if (fact["metric"] == metric or {fact["metric"], metric} <= OTHER)
        and unit_key(fact["unit"]) == unit_key(quantity.unit)
        and any(close(said, own) for said in (fact["value"], fact.get("value_max")) for own in (value, -value))
    }


def fit(made: Sequence[Choice]) -> dict[str, float]:
    """Return the weights with which what annotators chose is likeliest (Adam, 150 steps over all figures)."""
    traits = sorted({trait for choice in made for name in choice.traits for trait in name})
    column = {trait: n for n, trait in enumerate(traits)}
    sizes = [len(choice.traits) for choice in made]
    rows = np.zeros((sum(sizes), len(traits)))
    for n, name in enumerate(name for choice in made for name in choice.traits):
        np.add.at(rows[n], [column[trait] for trait in name], 1)
    right = np.concatenate([choice.right for choice in made])
    figure = np.repeat(np.arange(len(made)), sizes)
    counts = np.array([choice.weight * choice.times for choice in made])[figure]
    weights, mean, spread = np.zeros((3, len(traits)))
    for step in range(1, _STEPS + 1):
        slope = _PENALTY * weights - rows.T @ (
            (_share(rows @ weights, figure, right) - _share(rows @ weights, figure)) * counts
        )
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope**2
        towards = mean / (1 - 0.9**step) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
        weights = weights - _RATE * (1 - step / (_STEPS + 1)) * towards
    return dict(zip(traits, weights.round(2).tolist(), strict=True))


def _share(
    scores: npt.NDArray[Any], figure: npt.NDArray[Any], among: npt.NDArray[np.bool_] | None = None
) -> npt.NDArray[Any]:
    """Return how likely each name is to be the one its figure is about, of all or of those *among* which it is."""
    odds = np.exp(scores - np.maximum.reduceat(scores, np.unique(figure, return_index=True)[1])[figure])
    if among is not None:
        odds = odds * among
    shares: npt.NDArray[Any] = odds / np.bincount(figure, odds)[figure]
    return shares


def right_first(made: Sequence[Choice], weights: Mapping[str, float]) -> int:
    """Count the figures with a metric whose likeliest name is the one annotators mean."""
    count = 0
    for choice in made:
        scores = [sum(weights.get(trait, 0.0) for trait in name) for name in choice.traits]
        count += choice.weight == 1 and choice.right[int(np.argmax(scores))]
    return count


def crossed(made: Sequence[Choice]) -> int:
    """Count the same by cross-validation: each article is judged with what the others taught."""
    fold = {doc: int(hashlib.sha256(doc.encode()).hexdigest(), 16) % _FOLDS for doc in {each.doc for each in made}}
    return sum(
        right_first([each for each in made if fold[each.doc] == n], fit([each for each in made if fold[each.doc] != n]))
        for n in range(_FOLDS)
    )


def main() -> None:
    """Train, and write the weights."""
    given, domain = places_of(__doc__), load_domain()
    gold = gold_of(given.gold)
    read = {doc: article for doc, article in figures_read(given.read).items() if half(doc) == "A"}
    made = [*choices(domain, texts([given.texts]), gold)]
    made += read_choices(domain, sources(given.unlabelled, read), read)
    weights = fit(made)
    used, own, apart = right_first(made, domain.wording.holders), right_first(made, weights), crossed(made)
    named = sum(each.weight == 1 for each in made)
    print(f"first choices right of {named}: {used} in use, {own} learned, {apart} crossed", file=sys.stderr)
    for trait, weight in weights.items():
        if weight:
            print(f'  "{trait}": {weight:.2f}')


if __name__ == "__main__":
    main()
