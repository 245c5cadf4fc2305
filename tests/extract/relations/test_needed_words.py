"""Words that a pattern cannot do without."""

from __future__ import annotations

import pytest

from extract.relations.needed_words import WordFilter, needed_words, needs, numbers


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("{s}(?:与|和){-4}(?:合作|联手)了?", ("合作", "联手")),  # the longest words
        ("{topic}由{=10}{s}(?:等|为)", ("由",)),  # of words of one length the fewest
        ("被?终止", ("终止",)),
        ("收购(?!案|方)了{o}", ("收购",)),
        ("(?:(?:联|携)手|合作)", ("手", "合作")),
        ("[（(]{o}", ("（", "(")),
        ("(?P<role>首席[^，]{2,5}官)", ("首席",)),
        ("ab+c", ("a",)),
        ("上市|挂牌", ("上市", "挂牌")),
    ],
)
def test_needed_words(pattern: str, words: tuple[str, ...]) -> None:
    assert needed_words(pattern) == words


@pytest.mark.parametrize(
    "pattern",
    [
        "{s}{cue}{o}",
        "(?:已|正)?",
        "已{0,2}",
        "(?:已)*?",
        "(?<=已)",
        "(?!已)",
        "[^已]",
        r"\s.",
        "[一-龥]",
        "(?:合作|)",
        "合作|{s}",
        "(?i)gpu",
        "(?i:gpu)",
        "\ue000",  # stands for a name, which a noun phrase may show as another one
    ],
)
def test_nothing_is_needed_for_sure(pattern: str) -> None:
    assert needed_words(pattern) == ()


def test_every_set_of_words_counts() -> None:
    assert needs("{s}(?:与|和){-4}(?:合作|联手){money}") == [("合作", "联手"), ("\ue010",), ("与", "和")]


def test_a_pattern_is_worth_trying_where_one_word_of_each_set_stands() -> None:
    may_match = WordFilter([[("与", "和"), ("合作",)], [("收购",)], []])

    assert [list(numbers(may_match(text))) for text in ("A与B合作", "A收购B", "A与B")] == [[0, 2], [1, 2], [2]]


def test_without_patterns_nothing_is_worth_trying() -> None:
    assert list(numbers(WordFilter([])("A与B"))) == []
