"""The network that judges pairs, as torch trains it: ``train_pairs.py`` gives it articles, and keeps its weights."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from extract.relations.pairs.candidates import FITS, PREDICATES, Candidates
from extract.relations.pairs.network import REACH, stretches
from extract.relations.pairs.passage import Passage
from extract.relations.phrase_slots import CLASSES

LETTERS, WIDTH, HIDDEN = 40, 64, 96
_RARE = 30  # characters met less often stand for any other
_MISSED = 0.5  # how much it counts that the frames found nothing, as they miss about half
_EPOCHS, _RATE, _BATCH = 3, 3e-3, 8  # the batch is of documents

Example = tuple[Passage, Candidates, npt.NDArray[np.float32]]
"""A document, its pairs, and what is said of them: a row a pair, a column a predicate."""


def trained(examples: Sequence[Example]) -> dict[str, npt.NDArray[Any]]:
    """Return the weights of a network that learned from documents what is said of their pairs."""
    torch.set_num_threads(1)  # more would add up in another order each time
    characters = alphabet([text.points for text, _, _ in examples])
    numbers = {each: n + 1 for n, each in enumerate(characters)}
    data = [sample(each, numbers) for each in examples]
    judge = fresh(characters, data)
    train_network(judge, data)
    return arrays(judge, characters)


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


def sample(example: Example, numbers: Mapping[str, int]) -> Sample:
    """Return a document as tensors; *numbers* are those of the characters."""
    text, pairs, labels = example
    tensor = torch.from_numpy
    return Sample(
        torch.tensor([numbers.get(_plain(chr(point)), 0) for point in text.points.tolist()]),
        tuple((tensor(one), tensor(other)) for one, other in stretches(text, pairs)),
        *(tensor(each) for each in (text.place[pairs.one], text.place[pairs.other], pairs.pair, pairs.kinds)),
        *(tensor(each).float() for each in (pairs.seen, pairs.shown, labels)),
    )


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
