"""Pinyin as pypinyin gives it, for every name of the lexicon, and quicker."""

import pytest
from pypinyin import lazy_pinyin

from graph.search.spelling import HAN, sound
from ontology.domain import SHIPPED
from ontology.lexicon import load_lexicon, name_key


def test_all_names_of_the_lexicon_sound_as_they_are_read() -> None:
    entries = load_lexicon(SHIPPED / "lexicon").entries.values()
    keys = {key for entry in entries for name, _ in entry.names if HAN.search(key := name_key(name))}
    heard = {key: sounding.full for key in keys if (sounding := sound(key))}

    assert heard == {key: "".join(lazy_pinyin(key)) for key in keys}


@pytest.mark.parametrize(
    ("key", "full", "initials"),
    [
        ("智谱ai", "zhipuai", "zpai"),
        ("重庆银行", "chongqingyinhang", "cqyh"),
        ("绿盟", "lvmeng", "lm"),
        ("gpt之父", "gptzhifu", "gptzf"),
    ],
)
def test_syllables_and_initials(key: str, full: str, initials: str) -> None:
    heard = sound(key)

    assert heard is not None
    assert (heard.full, heard.initials) == (full, initials)


def test_what_is_not_chinese_has_no_pinyin() -> None:
    assert sound("openai") is None
