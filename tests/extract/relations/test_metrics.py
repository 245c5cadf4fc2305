"""Every metric frame finds its positive examples and leaves its negative ones alone."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ontology.domain import SHIPPED
from ontology.frames import Example, MetricFrame, load_frames
from ontology.vocabulary import METRICS

from .claims import figures

FRAMES = load_frames(SHIPPED / "frames").metrics


def _found(example: Example) -> set[tuple[str, str, Decimal, str]]:
    claims = figures(example.text, dict(example.entities))
    return {(c.subject, c.predicate, c.value or Decimal(0), c.unit or "") for c in claims}


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.id)
def test_positive_examples_are_found(frame: MetricFrame) -> None:
    assert frame.positive, "a frame needs an example that it must find"
    for example in frame.positive:
        assert example.claims, example.text
        found = _found(example)
        for subject, metric, value, unit in example.claims:
            assert (subject, metric, Decimal(value), unit) in found, (example.text, found)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.id)
def test_negative_examples_are_left_alone(frame: MetricFrame) -> None:
    assert frame.negative, "a frame needs an example that it must leave alone"
    for example in frame.negative:
        assert frame.metric not in {metric for _, metric, _, _ in _found(example)}, example.text


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.id)
def test_examples_name_their_entities(frame: MetricFrame) -> None:
    for example in frame.positive + frame.negative:
        assert all(name in example.text for name, _ in example.entities), example.text


def test_confidence_is_a_share() -> None:
    assert all(0 < frame.confidence < 1 for frame in FRAMES)


def test_every_metric_has_a_frame() -> None:
    assert {frame.metric for frame in FRAMES} == set(METRICS) - {"otherMetric"}
