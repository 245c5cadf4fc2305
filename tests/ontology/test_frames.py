"""Words that frames name together: one list for all patterns that need it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology.domain import load_domain
from ontology.errors import DomainError
from ontology.frames import RelationFrame, load_frames

WORDS = "- {words: firm_words, of: [公司, '企业(?!家)']}\n"
FRAME = "- {id: uses.x, predicate: uses, cues: [%s], patterns: ['%s']}\n"


def _frame(folder: Path, *rows: str) -> RelationFrame:
    folder.mkdir(exist_ok=True)
    (folder / "own.yaml").write_text("".join(rows), encoding="utf-8")
    return load_frames(folder).relations[0]


def test_a_pattern_has_the_words_in_the_place_of_their_name(tmp_path: Path) -> None:
    frame = _frame(tmp_path, FRAME % ("用", "{s}{firm_words}用{o}"), WORDS)
    assert frame.patterns == ("{s}(?:公司|企业(?!家))用{o}",)


def test_words_may_stand_among_others(tmp_path: Path) -> None:
    bodies = "- {words: body_words, of: ['{firm_words}', 大学]}\n"
    frame = _frame(tmp_path, WORDS, bodies, FRAME % ('"{body_words}"', "{s}{body_words}用{o}"))
    assert frame.patterns == ("{s}(?:公司|企业(?!家)|大学)用{o}",)
    assert frame.cues == ("公司", "企业", "大学")


def test_words_may_stand_within_an_expression_and_before_they_are_named(tmp_path: Path) -> None:
    posts = "- {words: post_words, of: ['{firm_words}[主副]管', 校长]}\n"
    frame = _frame(tmp_path, posts, WORDS, FRAME % ('"{post_words}"', "{s}{post_words}用{o}"))
    assert frame.patterns == ("{s}(?:(?:公司|企业(?!家))[主副]管|校长)用{o}",)


def test_words_may_be_cues_too(tmp_path: Path) -> None:
    assert _frame(tmp_path, WORDS, FRAME % ('用, "{firm_words}"', "{s}用{o}")).cues == ("用", "公司", "企业")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ((FRAME % ("用", "{s}{firm_words}用{o}"),), "unknown words {firm_words}; known are none"),
        ((WORDS, FRAME % ('"{other_words}"', "{s}用{o}")), "unknown words {other_words}; known are firm_words"),
        ((WORDS, "- {words: firm_words, of: [公司]}\n"), "'firm_words' stand twice, and differently"),
        (("- {words: Firms, of: [公司]}\n",), "named in small letters with a _ among them, got 'Firms'"),
        (("- {words: firm_words}\n",), "has no of"),
        (("- {words: a_b, of: ['{no_words}了']}\n",), "frame 1 (a_b): unknown words {no_words}; known are a_b"),
        (("- {words: a_b, of: ['{c_d}']}\n- {words: c_d, of: ['好{a_b}']}\n",), "themselves: a_b > c_d > a_b; take"),
    ],
)
def test_mistakes(tmp_path: Path, rows: tuple[str, ...], message: str) -> None:
    with pytest.raises(DomainError) as caught:
        _frame(tmp_path, *rows)
    assert message in str(caught.value)


def test_no_shipped_frame_is_tried_everywhere_by_an_empty_cue() -> None:
    frames = load_domain().frames.relations
    assert [frame.id for frame in frames if "" in frame.cues] == []
