"""The pattern language of relation frames."""

from __future__ import annotations

import re

import pytest

from extract.relations.patterns import class_set, compile_pattern, family_set
from extract.relations.phrase_slots import TWOFOLD
from extract.relations.scene import CODE, COUNT, MONEY, PERCENT, WHEN
from ontology.frames import RelationFrame

ORG, PERSON, MODEL, PLACE = CODE["Company"], CODE["Person"], CODE["Model"], CODE["Place"]


def _compiled(pattern: str, predicate: str = "develops", cues: tuple[str, ...] = ("发布", "发布了")) -> re.Pattern[str]:
    return compile_pattern(pattern, RelationFrame("test.frame", predicate, (pattern,), cues))


@pytest.mark.parametrize(
    ("pattern", "code", "found"),
    [
        ("{s}{cue}{o}", f"{ORG}发布了{MODEL}", True),
        ("{s}{cue}{o}", f"{PLACE}发布了{MODEL}", False),
        ("{s:Person}{cue}{o}", f"{ORG}发布了{MODEL}", False),
        ("{s:Person,Company}{cue}{o}", f"{PERSON}发布{MODEL}", True),
        ("{s}{-4}{cue}{o}", f"{ORG}今天又发布{MODEL}", True),
        ("{s}{-4}{cue}{o}", f"{ORG}今天，发布{MODEL}", False),
        ("{s}{-9}{cue}{o}", f"{ORG}和{ORG}发布{MODEL}", True),
        ("^{s}{-9}{cue}{o}", f"{ORG}和{ORG}发布{MODEL}", False),
        ("^{s}{+9}{cue}{o}", f"{ORG}和{ORG}发布{MODEL}", True),
        ("{s}{~9}{cue}{o}", f"{ORG}今天，又发布{MODEL}", True),
        ("{s}{~9}{cue}{o}", f"{ORG}。今天发布{MODEL}", False),
        ("^{s}{*9}{cue}{o}", f"{ORG}，{ORG}发布{MODEL}", True),
        ("{s}{cue}{=8}{o}", f"{ORG}发布开源模型{MODEL}", True),
        ("{s}{cue}{=8}{o}", f"{ORG}发布基于{MODEL}", False),
        ("{s}{=8}{o}", f"{ORG}的对话模型{MODEL}", True),
        ("{s}{=8}{o}", f"{ORG}领先的图像模型{MODEL}", True),
        ("{s}{=8}{o}", f"{ORG}领先于{MODEL}", False),
        ("{s}{=8}{o}", f"{ORG}相对标准的{MODEL}", True),
        ("{s}{=8}{o}", f"{ORG}对标准的{MODEL}", False),
        ("{s}{=8}{o}", f"{ORG}即用的{MODEL}", True),
        ("{s}{=8}{o}", f"{ORG}双向的{MODEL}", True),
        ("{s}{=8}{o}", f"{ORG}转向{MODEL}", False),
        ("{s}{money}{percent}{time}", f"{ORG}{MONEY}{PERCENT}{WHEN}", True),
        ("{s}{money}", f"{ORG}{COUNT}", False),
        ("{s}{place}{name}{org}", f"{ORG}{PLACE}{MODEL}{ORG}", True),
        ("{s}{thing}", f"{ORG}{PERSON}", False),
    ],
)
def test_placeholders(pattern: str, code: str, found: bool) -> None:
    assert (_compiled(pattern).search(code) is not None) == found


def test_longer_cues_come_first() -> None:
    match = _compiled("{s}{cue}").search(f"{ORG}发布了{MODEL}")
    assert match is not None
    assert match["cue"] == "发布了"


def test_topic_opens_a_clause() -> None:
    pattern = _compiled("{topic}{cue}{o}")
    assert pattern.search(f"{ORG}很忙，昨天发布{MODEL}")
    assert pattern.search(f"昨天发布{MODEL}")
    assert not pattern.search(f"{ORG}发布{MODEL}")
    assert "here" in _compiled("{topic!}{cue}{o}").groupindex


def test_role_and_nearest() -> None:
    pattern = _compiled("{o!}{role}{s}", "worksFor")
    match = pattern.search(f"{ORG}首席科学家{PERSON}")
    assert match is not None
    assert match["role"] == "首席科学家"
    assert "nearest_o" in pattern.groupindex


def test_pair() -> None:
    assert "pair" in _compiled("{pair}合作", "partnersWith").groupindex


@pytest.mark.parametrize(
    ("pattern", "cues", "words"),
    [
        ("{s}{cue}", (), "no cues"),
        ("{s}{nobody}", (), "unknown placeholder"),
        ("{s:Nobody}", (), "unknown class"),
        ("{s}(", (), "no regular expression"),
    ],
)
def test_mistakes(pattern: str, cues: tuple[str, ...], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        _compiled(pattern, cues=cues)


def test_sets() -> None:
    bodies, things = ("Company", "Organization", "Government"), ("Model", "Product", "Chip", "Technology")
    assert set(class_set(["Organization"]).strip("[]")) == {*(CODE[c] for c in bodies), TWOFOLD}
    assert set(family_set("thing").strip("[]")) == {*(CODE[c] for c in things), TWOFOLD}
    assert set(class_set(["Person"]).strip("[]")) == {CODE["Person"]}
    with pytest.raises(ValueError, match="unknown family"):
        family_set("animal")
