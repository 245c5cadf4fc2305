"""
Train what judges pairs: one command, the same weights each time.

    python benchmarks/train_pairs.py --unlabelled FILE --read FILE --aside DIR ... -o FOLDER
        [--judged FILE] [--common FILE] [--network FILE]

From articles without annotations the network learns what the frames say of pairs, without being told which frame
matched: so it learns the many other words that stand around such pairs. The trees learn when to believe it where the
frames are silent: from passages of these articles that were read (``read_passages.tsv``), and from pairs that were
judged one by one (``judged_pairs.tsv``). They are given as well what other articles say: what was read in one, or what
the frames find in several. These facts are gathered on the way.

Annotated articles are set aside, and all that takes them over: trees that learned from those as well were no better on
others, and what they say of those that they learned from tells nothing.
Writes ``weights.npz`` and ``facts.tsv``. Needs the extra ``[train]`` (torch, lightgbm).
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy as np
import numpy.typing as npt
import pair_network
from annotated import readings, texts, unlabelled
from apart import apart
from read_passages import Read, passages, shown

from extract.cleaning.reprints import Fingerprint, find_reprints, fingerprint
from extract.model import Analysis, Source
from extract.relations.known import Known
from extract.relations.pairs.candidates import PREDICATES, Candidates
from extract.relations.pairs.completing import found_in, pairs_of
from extract.relations.pairs.facts import Fact, Facts, either_way, read_facts
from extract.relations.pairs.network import Network, from_arrays
from extract.relations.pairs.passage import Ints, Passage
from extract.relations.pairs.proposals import proposals
from ontology.domain import load_domain

_CROWDED, _PAIRS = 120, 400  # articles without annotations that have more names or pairs are left out
_LEAVES = 64
_TREES = {
    "objective": "binary", "learning_rate": 0.06, "num_leaves": _LEAVES, "min_child_samples": 20,
    "feature_fraction": 0.4, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5, "seed": 1,
    "deterministic": True, "num_threads": 1, "verbose": -1,
}  # fmt: skip
_STATED = ("asserted", "planned")
_ROUNDS = 250
_AGAIN = 0.1  # how much it counts for the trees whether the frames are right: they are asked where frames are silent
_ARTICLES = 2  # that must say the same before it is a fact


Found = Mapping[tuple[str, str, str], float]
Labels = Mapping[tuple[str, str], set[str]]


class Rows(NamedTuple):
    """What is proposed: its traits, whether it is right, and how much it counts."""

    traits: npt.NDArray[Any]
    right: npt.NDArray[Any]
    counts: npt.NDArray[np.float64]


@dataclass(frozen=True)
class Article:
    """An article's pairs, what annotators or frames say of them, its facts, and where in the original names stand."""

    text: Passage
    pairs: Candidates
    labels: npt.NDArray[np.float32]
    said: frozenset[Fact]
    print: Fingerprint
    places: Ints


def articles(sources: Sequence[Source]) -> Iterator[Article]:
    """Yield the articles that have pairs, labelled with what the frames say of these."""
    domain = load_domain()
    links = Known.of(domain.lexicon.entries.values()).links
    for analysis, read in readings(domain, sources):
        text, pairs = pairs_of(read, links)
        if len(pairs.subject):
            labels = _columns(text, pairs, _frame_labels(found_in(read)))
            places = np.array([analysis.clean.map.span(each.span).start for each in text.mentions])
            sketch = fingerprint(analysis.document.doc, analysis.clean)
            yield Article(text, pairs, labels, _said(analysis), sketch, places)


def _said(analysis: Analysis) -> frozenset[Fact]:
    """Return the relations that the frames find stated in an article."""
    return frozenset(
        (claim.subject, claim.predicate, claim.object)
        for claim in analysis.claims
        if claim.object is not None and claim.modality in _STATED
    )


class Told:
    """What is known: which articles say what (the frames find it in several, or it was read), and common knowledge."""

    def __init__(
        self, articles: Sequence[Article], read: Mapping[str, Sequence[Read]], common: Iterable[Fact] = ()
    ) -> None:
        """Gather what *articles* say, what was *read* of them, and what is *common* knowledge."""
        groups = find_reprints([each.print for each in articles])
        self._original = {doc: group.original for group in groups for doc in group.copies}
        found: dict[Fact, set[str]] = defaultdict(set)
        seen: dict[Fact, set[str]] = defaultdict(set)
        for each in articles:
            doc = each.print.doc
            for fact in each.said:
                found[min(either_way(fact))].add(self._of(doc))
            for fact in (fact for passage in read.get(doc, ()) for fact in passage.says):
                seen[min(either_way(fact))].add(self._of(doc))
        kept = seen.keys() | {fact for fact, docs in found.items() if len(docs) >= _ARTICLES}
        self._said: dict[str, set[Fact]] = defaultdict(set)
        for fact in kept:
            for doc in found[fact] | seen[fact]:
                self._said[doc].add(fact)
        self._counts = Counter(fact for said in self._said.values() for fact in said)
        self._common = frozenset(min(either_way(fact)) for fact in common)
        self.facts = Facts.counted(self._counts, self._common)

    def _of(self, doc: str) -> str:
        return self._original.get(doc, doc)

    def elsewhere(self, doc: str) -> Facts:
        """Return what is known but for an article."""
        return self.facts.without(self._said[self._of(doc)])

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Yield the rows of ``facts.tsv``, sorted."""
        for fact in sorted(self._counts.keys() | self._common):
            yield *fact, str(self._counts[fact]), str(int(fact in self._common))


def _columns(text: Passage, pairs: Candidates, labels: Labels) -> npt.NDArray[np.float32]:
    columns = np.zeros((len(pairs.subject), len(PREDICATES)), dtype=np.float32)
    for row, (subject, object_) in enumerate(zip(pairs.subject, pairs.object, strict=True)):
        for predicate in labels.get((text.ids[subject], text.ids[object_]), ()):
            columns[row, PREDICATES.index(predicate)] = 1
    return columns


def _both_ways(facts: Iterable[Fact]) -> Labels:
    """Return what is said of pairs; what is symmetric, of either order."""
    labels: dict[tuple[str, str], set[str]] = defaultdict(set)
    for subject, predicate, object_ in (each for fact in facts for each in either_way(fact)):
        labels[subject, object_].add(predicate)
    return labels


def _frame_labels(found: Found) -> Labels:
    """Return what the frames say of the pairs of an article."""
    labels: dict[tuple[str, str], set[str]] = defaultdict(set)
    for subject, predicate, object_ in found:
        if predicate in PREDICATES:
            labels[subject, object_].add(predicate)
    return labels


def train_trees(rows: Sequence[Rows]) -> dict[str, npt.NDArray[Any]]:
    """Return trees that learn from what the network proposes where it is right."""
    traits, right, counts = (np.concatenate([getattr(each, name) for each in rows]) for name in Rows._fields)
    booster = lightgbm.train(_TREES, lightgbm.Dataset(traits, right, weight=counts), num_boost_round=_ROUNDS)
    return tree_arrays(booster.dump_model()["tree_info"])


def proposed(network: Network, told: Told, article: Article, read: Sequence[Read]) -> Rows:
    """Return what the network proposes of the passages of an article that were *read*."""
    odds, _ = network(article.text, article.pairs)
    listed = proposals(article.text, article.pairs, odds, told.elsewhere(article.print.doc), again=True)
    labels = _columns(article.text, article.pairs, _both_ways(fact for each in read for fact in each.says))
    kept = (labels.any(axis=1) | shown(article.text, article.pairs, article.places, read))[listed.pair]
    counts = np.where(listed.found, _AGAIN, 1.0)
    return Rows(listed.traits[kept], labels[listed.pair, listed.predicate][kept], counts[kept])


def judged(network: Network, told: Told, article: Article, right: Mapping[Fact, bool]) -> Rows:
    """Return what the network proposes of an article and somebody judged; *right* tells how."""
    odds, _ = network(article.text, article.pairs)
    listed = proposals(article.text, article.pairs, odds, told.elsewhere(article.print.doc))
    ids, pairs = article.text.ids, article.pairs
    rows = [
        (n, right[fact])
        for n, (pair, predicate) in enumerate(zip(listed.pair, listed.predicate, strict=True))
        if (fact := (ids[pairs.subject[pair]], PREDICATES[predicate], ids[pairs.object[pair]])) in right
    ]
    kept = [n for n, _ in rows]
    return Rows(listed.traits[kept], np.array([said for _, said in rows], dtype=np.float32), np.ones(len(kept)))


def judgements(file: Path) -> dict[str, dict[Fact, bool]]:
    """Return by article which relations were judged, and whether each is right."""
    found: dict[str, dict[Fact, bool]] = defaultdict(dict)
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            found[row["article"]][row["subject"], row["predicate"], row["object"]] = row["right"] == "1"
    return found


def tree_arrays(trees: Sequence[Mapping[str, Any]]) -> dict[str, npt.NDArray[Any]]:
    """Return trees as ``trees.from_arrays`` takes them; a leaf leads to itself."""
    size = 2 * _LEAVES - 1
    held = {f"tree_{name}": np.zeros((len(trees), size)) for name in ("trait", "limit", "left", "right", "value")}
    for n, tree in enumerate(trees):
        nodes: list[Any] = []

        def add(node: Mapping[str, Any], nodes: list[Any] = nodes, n: int = n) -> int:
            at = len(nodes)
            nodes.append(node)
            held["tree_left"][n, at] = held["tree_right"][n, at] = at
            if "leaf_value" in node:
                held["tree_value"][n, at] = node["leaf_value"]
            else:
                held["tree_trait"][n, at], held["tree_limit"][n, at] = node["split_feature"], node["threshold"]
                held["tree_left"][n, at] = add(node["left_child"])
                held["tree_right"][n, at] = add(node["right_child"])
            return at

        add(tree["tree_structure"])
    return held


def kept_network(file: Path) -> dict[str, npt.NDArray[Any]]:
    """Return the network of weights that were written before."""
    with np.load(file) as archive:
        return {name: archive[name] for name in archive.files if not name.startswith("tree_")}


def main() -> None:
    """Train, and write weights and facts."""
    given = _given()
    sources = list(apart(unlabelled(given.unlabelled), texts(given.aside)))
    rest = [each for each in articles(sources) if len(each.text.ids) <= _CROWDED]
    right, read = judgements(given.judged) if given.judged else {}, passages(given.read)
    told = Told(rest, read, read_facts(given.common)[1] if given.common else ())
    told_of = [(each.text, each.pairs, each.labels) for each in rest if len(each.pairs.subject) <= _PAIRS]
    held = kept_network(given.network) if given.network else pair_network.trained(told_of)
    network = from_arrays(held)
    rows = [judged(network, told, each, right[each.print.doc]) for each in rest if each.print.doc in right]
    rows += [proposed(network, told, each, read[each.print.doc]) for each in rest if each.print.doc in read]
    np.savez_compressed(given.o / "weights.npz", allow_pickle=False, **held, **train_trees(rows))
    lines = ["\t".join(row) for row in (("subject", "predicate", "object", "articles", "common"), *told.rows())]
    (given.o / "facts.tsv").write_text("\n".join([*lines, ""]), encoding="utf-8")


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--unlabelled", "-o"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--read", type=Path, required=True, help="passages of these articles that were read")
    parser.add_argument("--aside", type=Path, nargs="+", required=True, help="articles to judge by")
    parser.add_argument("--judged", type=Path, help="pairs of these articles that were judged")
    parser.add_argument("--common", type=Path, help="facts whose common knowledge is kept: those of before, say")
    parser.add_argument("--network", type=Path, help="weights whose network is kept: only the trees are trained")
    return parser.parse_args()


if __name__ == "__main__":
    main()
