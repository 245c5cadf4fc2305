"""Reprints: one text in other dress is one text, another text on the same event is not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.cleaning import clean
from extract.cleaning.reprints import (
    Fingerprint,
    Reprints,
    alike,
    by_id,
    find_reprints,
    fingerprint,
    grouped,
    similarity,
)
from extract.model import Document, Encoding
from tests.extract.cleaning.retold import ARTICLE, OTHER, framed, glossed, spun, traditional


def printed(doc: str, text: str, date: str | None = None) -> Fingerprint:
    return fingerprint(doc, clean(Document(doc, text, Encoding("utf-8", "test"))), date)


def test_other_dress_is_the_same_text() -> None:
    prints = [
        printed("a", ARTICLE, "2024-05-02"),
        printed("b", traditional(ARTICLE), "2024-05-01"),
        printed("c", glossed(ARTICLE)),
        printed("d", spun(ARTICLE), "2024-04-03"),
        printed("e", framed(ARTICLE), "2024-04-01"),
        printed("f", OTHER, "2024-05-02"),
    ]
    assert spun(ARTICLE).count("模子") > 3
    assert find_reprints(prints) == [Reprints("b", ("a", "c", "e", "d"))]
    assert find_reprints(reversed(prints)) == find_reprints(prints)


def test_another_text_on_the_same_event_is_another_text() -> None:
    first, second = printed("a", ARTICLE), printed("b", OTHER)
    assert similarity(first, second) < 0.2
    assert find_reprints([first, second]) == []


@pytest.mark.parametrize("part", [0.7, 0.8])
def test_a_shortened_text_is_the_same_text(part: float) -> None:
    shortened = ARTICLE[: int(len(ARTICLE) * part)]
    assert find_reprints([printed("a", ARTICLE), printed("b", shortened)]) == [Reprints("a", ("b",))]


def test_the_day_counts_before_the_mere_month() -> None:
    prints = [printed(doc, ARTICLE, date) for doc, date in (("a", "2024-05"), ("b", "2024-05-20"), ("c", "2024"))]
    assert find_reprints(prints) == [Reprints("b", ("a", "c"))]


def test_texts_too_short_for_a_sketch_are_never_one() -> None:
    assert find_reprints([printed("a", "短"), printed("b", "短")]) == []
    assert find_reprints([]) == []


def test_short_texts_are_compared_by_all_that_they_have() -> None:
    def short(doc: str, first: int, end: int) -> Fingerprint:
        return Fingerprint(doc, np.arange(first, end, dtype="<u8").tobytes())

    assert similarity(short("a", 1, 11), short("b", 6, 16)) == 5 / 15
    assert similarity(short("a", 1, 11), short("b", 1, 129)) == 10 / 128
    assert find_reprints([short("a", 1, 11), short("b", 1, 9), short("c", 8, 14)]) == [Reprints("a", ("b",))]


@pytest.mark.parametrize("changed", [False, True])
def test_hundreds_of_copies_are_one_text(changed: bool) -> None:
    texts = [
        ARTICLE + (f"第{number}版，{'甲乙丙丁戊己庚辛壬癸'[number % 10] * 8}。" if changed else "")
        for number in range(300)
    ]
    [group] = find_reprints([printed(f"{number:03}", text) for number, text in enumerate(texts)])
    assert len(group.copies) == len(texts) - 1


def test_many_texts_with_much_in_common_stay_apart() -> None:
    """A fifth of every text is made of the same phrases; that does not make them one."""
    chance = np.random.default_rng(7)
    common = chance.integers(0, 2**63, 300, dtype=np.uint64)
    prints = [
        Fingerprint(f"{number:04}", np.unique(np.append(own, common))[:128].tobytes())
        for number, own in enumerate(chance.integers(0, 2**63, (500, 1200), dtype=np.uint64))
    ]
    assert find_reprints(prints) == []


def _drawn(number: int, chance: np.random.Generator) -> Fingerprint:
    """Return a fingerprint of few hashes; most have the same two, beside which one more is half of the text."""
    own = chance.integers(0, 40, chance.integers(0, 4), dtype=np.uint64)
    common = np.array([50, 51], dtype="<u8")[: chance.choice([0, 1, 2, 2, 2, 2])]
    return Fingerprint(f"{number:03}", np.unique(np.append(own, common)).astype("<u8").tobytes())


@settings(max_examples=150, deadline=None)
@given(
    st.integers(0, 130) | st.integers(55, 75),
    st.dictionaries(st.integers(0, 140), st.booleans(), max_size=8),
    st.integers(0, 2**32),
)
def test_only_what_may_be_other_by_what_came_or_went_is_compared(
    number: int, edits: dict[int, bool], seed: int
) -> None:
    chance = np.random.default_rng(seed)
    old = {n: _drawn(n, chance) for n in range(number)}
    come = {n: _drawn(n, chance) for n, stays in edits.items() if stays}
    new = {n: one for n, one in old.items() if n not in edits} | come
    touched = [(one.doc, one.sketch) for both in (old, new) for n, one in both.items() if n in edits]

    known = by_id(new.values())
    pairs = alike(known, alike(by_id(old.values())), touched)

    assert pairs == alike(known)
    assert grouped(known, pairs) == find_reprints(known)
