"""
Train what judges pairs: one command, the same weights each time.

    python benchmarks/train_pairs.py --texts DIR --gold DIR --unlabelled FILE -o weights.npz

From articles without annotations the network learns what the frames say of pairs, without being told which frame
matched: so it learns the many other words that stand around such pairs. From annotated articles the trees learn when
to believe it where the frames are silent. Needs the extra ``[train]`` (torch, lightgbm).
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import lightgbm
import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from extract.model import Analysis, Source
from extract.pipeline import Extractor
from extract.reading import find_sources, read_located
from extract.relations.pairs.candidates import FITS, PREDICATES, Candidates
from extract.relations.pairs.completing import found_in, pairs_of
from extract.relations.pairs.network import REACH, from_arrays, stretches
from extract.relations.pairs.passage import Passage
from extract.relations.pairs.proposals import proposals
from extract.relations.phrase_slots import CLASSES
from extract.relations.related import Related
from extract.relations.relating_known import Known
from ontology.domain import load_domain
from ontology.lexicon import name_key
from ontology.vocabulary import RELATIONS

LETTERS, WIDTH, HIDDEN = 40, 64, 96
_RARE = 30  # characters met less often stand for any other
_LENGTH, _CROWDED, _PAIRS = 12_000, 120, 400  # articles without annotations that have more are left out
_MISSED = 0.5  # how much it counts that the frames found nothing, as they miss about half
_EPOCHS, _RATE, _BATCH = 3, 3e-3, 8  # the batch is of documents
_LEAVES = 8
_TREES = {
    "objective": "binary", "learning_rate": 0.08, "num_leaves": _LEAVES, "min_child_samples": 15,
    "feature_fraction": 0.4, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5, "seed": 1,
    "deterministic": True, "num_threads": 1, "verbose": -1,
}  # fmt: skip
_ROUNDS = 80


@dataclass(frozen=True)
class Sample:
    """A document's pairs as tensors; ``labels`` has a row a pair and a column a predicate."""

    points: Tensor
    ranges: tuple[tuple[Tensor, Tensor], ...]
    here: Tensor
    there: Tensor
    pair: Tensor
    kinds: Tensor
    seen: Tensor
    shown: Tensor
    labels: Tensor


class Judge(nn.Module):
    """The network of ``network.Network`` as torch trains it."""

    def __init__(self, characters: int, seen: int, shown: int) -> None:
        super().__init__()
        self.letters = nn.Embedding(characters + 1, LETTERS, padding_idx=0)
        self.window = nn.Conv1d(LETTERS, WIDTH, 2 * REACH + 1, padding=REACH)
        self.first = nn.Linear(5 * WIDTH + seen + shown + 2 * len(CLASSES), HIDDEN)
        self.second = nn.Linear(HIDDEN, len(PREDICATES))
        self.drop = nn.Dropout(0.25)
        for name, size in (("seen", seen), ("shown", shown)):
            self.register_buffer(f"{name}_mean", torch.zeros(size))
            self.register_buffer(f"{name}_spread", torch.ones(size))

    def forward(self, sample: Sample) -> Tensor:
        """Return the log odds of a document's pairs."""
        letters = self.drop(self.letters(sample.points))
        given = torch.relu(self.window(letters.T[None])[0].T)
        spans = [given]
        words = [_highest(spans, start, end) for start, end in sample.ranges]
        words += [given[sample.here], given[sample.there]]
        kinds = nn.functional.one_hot(sample.kinds, len(CLASSES)).float().flatten(1)[sample.pair]
        seen = (sample.seen - self.seen_mean) / self.seen_spread
        told = ((sample.shown - self.shown_mean) / self.shown_spread)[sample.pair]
        hidden = torch.relu(self.first(self.drop(torch.cat([*words, seen, told, kinds], dim=1))))
        logits = self.second(self.drop(hidden))
        places = sample.pair[:, None].expand(-1, len(PREDICATES))
        empty = torch.full((len(sample.kinds), len(PREDICATES)), -1e4)
        return empty.scatter_reduce(0, places, logits, "amax", include_self=False)


def _highest(spans: list[Tensor], start: Tensor, end: Tensor) -> Tensor:
    length = end - start
    power = length.clamp(min=1).float().log2().floor().long()
    while len(spans) <= int(power.max()):
        last, step = spans[-1], 1 << (len(spans) - 1)
        spans.append(torch.maximum(last, torch.cat([last[step:], last[-step:]])[: len(last)]))
    stacked = torch.stack(spans)
    begin = start.clamp(max=stacked.shape[1] - 1)
    back = (end - (1 << power)).clamp(min=0)
    return torch.maximum(stacked[power, begin], stacked[power, back]) * (length > 0)[:, None]


Found = Mapping[tuple[str, str, str], float]
Labels = Mapping[tuple[str, str], set[str]]


@dataclass(frozen=True)
class Article:
    """An article's pairs, and what is said of them by annotators or by the frames."""

    text: Passage
    pairs: Candidates
    labels: npt.NDArray[np.float32]


def articles(sources: Sequence[Source], label: Callable[[Analysis, Found], Labels]) -> Iterator[Article]:
    """Yield the articles that have pairs."""
    domain = load_domain()
    links = Known.of(domain.lexicon.entries.values()).links
    held: list[tuple[Passage, Candidates, Found]] = []

    def record(readings: Sequence[Any]) -> list[tuple[int, Related]]:
        held[:] = [(*pairs_of(readings, links), found_in(readings))]
        return []

    read = Extractor(domain, complete=record)
    for source in sources:
        analysis = read(source)
        text, pairs, found = held[0]
        if len(pairs.subject):
            yield Article(text, pairs, _columns(text, pairs, label(analysis, found)))


def _columns(text: Passage, pairs: Candidates, labels: Labels) -> npt.NDArray[np.float32]:
    columns = np.zeros((len(pairs.subject), len(PREDICATES)), dtype=np.float32)
    for row, (subject, object_) in enumerate(zip(pairs.subject, pairs.object, strict=True)):
        for predicate in labels.get((text.ids[subject], text.ids[object_]), ()):
            columns[row, PREDICATES.index(predicate)] = 1
    return columns


def sample(article: Article, numbers: Mapping[str, int]) -> Sample:
    """Return an article as tensors; *numbers* are those of the characters."""
    text, pairs = article.text, article.pairs
    tensor = torch.from_numpy
    return Sample(
        torch.tensor([numbers.get(_plain(chr(point)), 0) for point in text.points.tolist()]),
        tuple((tensor(one), tensor(other)) for one, other in stretches(text, pairs)),
        *(tensor(each) for each in (text.place[pairs.one], text.place[pairs.other], pairs.pair, pairs.kinds)),
        *(tensor(each).float() for each in (pairs.seen, pairs.shown, article.labels)),
    )


def gold_labels(gold: Mapping[str, Any]) -> Callable[[Analysis, Found], Labels]:
    """Return what annotators say of the pairs of an article, by the names of their entities."""

    def label(analysis: Analysis, _: Found) -> Labels:
        article = gold[Path(analysis.document.doc).stem]
        names = {
            entity["id"]: {name_key(name) for name in (entity["name"], *entity["aliases"])}
            for entity in article["entities"]
        }
        mine = {
            entity.id: {
                name_key(name)
                for name in (entity.label, *(n.text for n in entity.names), *(m.quote for m in entity.mentions))
            }
            for entity in analysis.entities
        }
        ids = {id_: {entity for entity, keys in mine.items() if keys & wanted} for id_, wanted in names.items()}
        labels: dict[tuple[str, str], set[str]] = defaultdict(set)
        for fact in article["relations"]:
            for subject in ids[fact["s"]]:
                for object_ in ids[fact["o"]]:
                    labels[subject, object_].add(fact["p"])
                    if RELATIONS[fact["p"]].symmetric:
                        labels[object_, subject].add(fact["p"])
        return labels

    return label


def frame_labels(_: Analysis, found: Found) -> Labels:
    """Return what the frames say of the pairs of an article."""
    labels: dict[tuple[str, str], set[str]] = defaultdict(set)
    for subject, predicate, object_ in found:
        if predicate in PREDICATES:
            labels[subject, object_].add(predicate)
    return labels


def train_network(judge: Judge, data: Sequence[Sample]) -> None:
    """Train the network on documents, in place."""
    steps = _EPOCHS * math.ceil(len(data) / _BATCH)
    optimiser = torch.optim.AdamW(judge.parameters(), lr=_RATE, weight_decay=1e-4)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, total_steps=steps, pct_start=0.1)
    fits = torch.from_numpy(FITS).float()
    judge.train()
    for _ in range(_EPOCHS):
        order = torch.randperm(len(data)).tolist()
        for start in range(0, len(order), _BATCH):
            optimiser.zero_grad()
            for n in order[start : start + _BATCH]:
                each = data[n]
                loss = nn.functional.binary_cross_entropy_with_logits(judge(each), each.labels, reduction="none")
                weight = fits[each.kinds[:, 0], each.kinds[:, 1]] * (_MISSED + (1 - _MISSED) * each.labels)
                ((loss * weight).sum() / 50).backward()
            nn.utils.clip_grad_norm_(judge.parameters(), 1.0)
            optimiser.step()
            schedule.step()


def train_trees(held: dict[str, npt.NDArray[Any]], data: Sequence[Article]) -> dict[str, npt.NDArray[Any]]:
    """Return trees that learn from annotated articles where the network of *held* is right."""
    rows = [proposed(held, article) for article in data]
    traits, right = (np.concatenate(each) for each in zip(*rows, strict=True))
    booster = lightgbm.train(_TREES, lightgbm.Dataset(traits, right), num_boost_round=_ROUNDS)
    return tree_arrays(booster.dump_model()["tree_info"])


def proposed(held: dict[str, npt.NDArray[Any]], article: Article) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
    """Return the traits of what the network proposes of an article, and whether each is right."""
    odds, _ = from_arrays(held)(article.text, article.pairs)
    listed = proposals(article.pairs, odds)
    return listed.traits, article.labels[listed.pair, listed.predicate]


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


def arrays(judge: Judge, characters: Sequence[str]) -> dict[str, npt.NDArray[Any]]:
    """Return the weights as ``network.from_arrays`` takes them."""
    names = {
        "letters": judge.letters.weight, "window": judge.window.weight, "window_bias": judge.window.bias,
        "first": judge.first.weight, "first_bias": judge.first.bias,
        "second": judge.second.weight, "second_bias": judge.second.bias,
    }  # fmt: skip
    held: dict[str, npt.NDArray[Any]] = {
        name: cast("Tensor", value).detach().numpy().astype(np.float16) for name, value in names.items()
    }
    for name, buffer in judge.named_buffers():
        held[name] = buffer.numpy()
    return held | {"characters": np.array([ord(each) for each in characters], dtype=np.uint16)}


def alphabet(points: Sequence[npt.NDArray[np.int64]]) -> list[str]:
    """Return the characters that are frequent enough to be told apart, most frequent first."""
    counts: Counter[str] = Counter()
    for each in points:
        counts.update(map(_plain, map(chr, each.tolist())))
    return [
        each
        for each, count in sorted(counts.items(), key=lambda row: (-row[1], row[0]))
        if count >= _RARE and ord(each) < 0x10000
    ]


def _plain(character: str) -> str:
    return "0" if character in "0123456789" else character.lower() if character.isascii() else character


def fresh(characters: Sequence[str], data: Sequence[Sample], seed: int = 0) -> Judge:
    """Return an untrained network that knows how far what shows of places and pairs is spread."""
    torch.manual_seed(seed)
    seen, shown = torch.cat([each.seen for each in data]), torch.cat([each.shown for each in data])
    judge = Judge(len(characters), seen.shape[1], shown.shape[1])
    for name, values in (("seen", seen), ("shown", shown)):
        getattr(judge, f"{name}_mean").copy_(values.mean(0))
        getattr(judge, f"{name}_spread").copy_(values.std(0) + 0.1)
    return judge


def unlabelled(file: Path) -> list[Source]:
    """Return the articles of a JSON Lines file that are not too long."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Source(row["id"], row["text"].encode()) for row in rows if len(row["text"]) <= _LENGTH]


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--texts", "--gold", "--unlabelled", "-o"):
        parser.add_argument(name, type=Path, required=True)
    given = parser.parse_args()
    torch.set_num_threads(1)  # more would add up in another order each time
    gold = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(given.gold.glob("*.json"))}
    annotated = [each for each in read_located(find_sources([given.texts])) if isinstance(each, Source)]
    rest = [each for each in articles(unlabelled(given.unlabelled), frame_labels) if len(each.text.ids) <= _CROWDED]
    known = list(articles(annotated, gold_labels(gold)))
    characters = alphabet([each.text.points for each in rest])
    numbers = {each: n + 1 for n, each in enumerate(characters)}
    data = [sample(each, numbers) for each in rest if len(each.pairs.subject) <= _PAIRS]
    judge = fresh(characters, data)
    train_network(judge, data)
    held = arrays(judge, characters)
    np.savez_compressed(given.o, allow_pickle=False, **held, **train_trees(held, known))


if __name__ == "__main__":
    main()
