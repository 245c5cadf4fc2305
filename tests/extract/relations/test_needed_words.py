"""Words that a pattern cannot do without."""

from __future__ import annotations

import pytest

from extract.relations.needed_words import needed_words


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
        "\ue000",  # stands for a name, which a noun phrase may show as another one
    ],
)
def test_nothing_is_needed_for_sure(pattern: str) -> None:
    assert needed_words(pattern) == ()
