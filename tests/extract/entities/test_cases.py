"""The shipped lexicon on names that are words too, on pairs that must stay apart, and on pairs that are one."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extract.entities import Recogniser
from extract.model import Document, Encoding, Mention, Span
from ontology.domain import SHIPPED
from ontology.homographs import fold, load_homographs
from ontology.lexicon import load_lexicon

from .reading import as_clean, sentences

CASES = Path(__file__).parent / "cases"
AMBIGUOUS, GUARD, SAME = (
    json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    for name in ("ambiguous", "guard_pairs", "same_pairs")
)


@cache
def _recogniser() -> Recogniser:
    return Recogniser(load_lexicon(SHIPPED / "lexicon"), load_homographs(SHIPPED / "homographs.yaml"))


def _mentions(text: str) -> tuple[Mention, ...]:
    document = Document("d", text, Encoding("utf-8", "test"))
    return _recogniser()(document, as_clean(text), sentences(text))[0]


def _meant(text: str, name: str, at: int) -> str | None:
    """Return whom *name* at *at* means: the mention that covers it, or else the one that ends or begins with it."""
    end = at + len(name)
    over = [m for m in _mentions(text) if m.span.start < end and at < m.span.end]
    over.sort(key=lambda m: (m.span.start > at or m.span.end < end, m.span.end != end))
    return over[0].entity if over else None


def _alone(name: str) -> str | None:
    """Return whom *name* means in a sentence of its own."""
    before = "他们采用了"
    return _meant(f"{before}{name}，记者昨天报道了此事。", name, len(before))


def _wrong(case: dict[str, Any]) -> list[Mention]:
    """Return the mentions at the word of *case* if it is read wrongly there; empty where it is read rightly."""
    text, word = case["text"], case["word"]
    at = fold(text).lower().find(word.lower())
    assert at >= 0, case
    over = [m for m in _mentions(text) if m.span.start < at + len(word) and at < m.span.end]
    if case["expected"] is not None:
        right = any(m.entity == case["expected"] for m in over)
        return [] if right else over or [Mention(Span(at, at), word, "", "", "nobody")]
    return [m for m in over if fold(m.text).lower() == word.lower() or m.type == "Company"]


def test_ambiguous_words_are_read_by_their_context() -> None:
    wrong = {case["id"]: _wrong(case) for case in AMBIGUOUS}
    failed = {id_: mentions for id_, mentions in wrong.items() if mentions}
    assert len(AMBIGUOUS) >= 120
    assert len(failed) <= 0.05 * len(AMBIGUOUS), failed
    assert not [m for mentions in failed.values() for m in mentions if m.type == "Company"]


def test_every_ambiguous_case_stands_once() -> None:
    assert len({case["id"] for case in AMBIGUOUS}) == len({case["text"] for case in AMBIGUOUS}) == len(AMBIGUOUS)


@pytest.mark.parametrize(("one", "other"), GUARD)
def test_what_must_stay_apart(one: str, other: str) -> None:
    alone = _alone(one), _alone(other)
    assert alone[0] is None or alone[0] != alone[1]
    text = f"记者谈到了{one}，还谈到了{other}。"
    together = _meant(text, one, 5), _meant(text, other, 5 + len(one) + 5)
    assert together[0] is None or together[0] != together[1]


def test_there_are_enough_pairs() -> None:
    assert len(GUARD) == len({tuple(pair) for pair in GUARD}) >= 80
    assert len(SAME) == len({tuple(pair) for pair in SAME}) >= 300


def test_names_of_one_entity_join_across_scripts_and_languages() -> None:
    apart = [(one, other) for one, other in SAME if _alone(one) is None or _alone(one) != _alone(other)]
    assert len(apart) <= 0.03 * len(SAME), apart
