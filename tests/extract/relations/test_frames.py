"""Every relation frame finds its positive examples and leaves its negative ones alone."""

from __future__ import annotations

import pytest

from extract.relations.needed_words import needs
from extract.relations.patterns import compile_pattern
from extract.relations.relating import Relater
from extract.relations.topics import Topics
from ontology.domain import SHIPPED
from ontology.frames import Example, RelationFrame, load_frames
from ontology.vocabulary import RELATIONS

from .reading import scenes

FRAMES = load_frames(SHIPPED / "frames").relations


def _claims(frame: RelationFrame, example: Example) -> set[tuple[str, ...]]:
    relate, topics = Relater([frame]), Topics()
    found: set[tuple[str, ...]] = set()
    for raw, phrase in scenes(example.text, dict(example.entities)):
        found |= {(r.subject.text, r.frame.predicate, r.object.text) for r in relate(raw, phrase, topics)}
        topics.remember(phrase)
    return found


def _same(claim: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    subject, predicate, object_ = claim
    return frozenset({claim, (object_, predicate, subject)} if RELATIONS[predicate].symmetric else {claim})


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.id)
def test_examples(frame: RelationFrame) -> None:
    assert frame.positive, "a frame needs an example that it must find"
    assert frame.negative, "a frame needs an example that it must leave alone"
    for example in frame.positive:
        found = _claims(frame, example)
        assert example.claims, example.text
        for claim in example.claims:
            assert _same(claim) & found, (example.text, claim, found)
    for example in frame.negative:
        assert not _claims(frame, example), example.text


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.id)
def test_every_pattern_compiles_though_it_is_compiled_late(frame: RelationFrame) -> None:
    assert frame.shipped
    for pattern in frame.patterns:
        compile_pattern(pattern, frame)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.id)
def test_examples_name_their_entities(frame: RelationFrame) -> None:
    for example in frame.positive + frame.negative:
        assert all(name in example.text for name, _ in example.entities), example.text


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.id)
def test_no_pattern_waits_in_vain_for_a_cue(frame: RelationFrame) -> None:
    for pattern in frame.patterns if frame.cues else ():
        sets = needs(pattern)
        without = [[word for word in words if not any(cue in word for cue in frame.cues)] for words in sets]
        long = [[word for word in words if len(word) > 1] for words in without]
        assert "{cue}" in pattern or not sets or [] in long, (pattern, min(long, key=len))


def test_confidence_is_a_share() -> None:
    assert all(0 < frame.confidence < 1 for frame in FRAMES)


def test_every_relation_has_a_frame() -> None:
    assert {frame.predicate for frame in FRAMES} == set(RELATIONS)
