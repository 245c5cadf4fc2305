"""What the shipped judges add to the frames: surely enough, never twice, and the same each time."""

from __future__ import annotations

import pytest

from extract.model import Claim, Source
from extract.pipeline import Extractor
from extract.relations import Reading
from extract.relations.explaining import explain
from extract.relations.pairs.completing import LEAST, _stretches
from extract.relations.pairs.proposals import PROPOSED
from ontology.domain import load_domain
from ontology.vocabulary import RELATIONS

from ..reading import scenes

TEXTS = (
    "谷歌昨晚开了发布会。皮查伊展示了PaLM 2等新产品。",
    "月之暗面的股东里有阿里巴巴、腾讯和红杉中国。",
    "微软投资了OpenAI，并在Azure上部署了GPT-4。黄仁勋执掌的英伟达供应H100。",
    "天气很好，没有人说话。",
)


@pytest.fixture(scope="module")
def frames_alone() -> Extractor:
    return Extractor(load_domain(), complete=lambda _: [])


@pytest.fixture(scope="module")
def complete() -> Extractor:
    return Extractor(load_domain())


def _relations(extractor: Extractor, text: str) -> list[Claim]:
    return [claim for claim in extractor(Source("a", text.encode())).claims if claim.kind == "relation"]


@pytest.mark.parametrize("text", TEXTS)
def test_the_frames_claims_stay_and_nothing_is_said_twice(
    text: str, frames_alone: Extractor, complete: Extractor
) -> None:
    before, after = _relations(frames_alone, text), _relations(complete, text)
    said = [(claim.subject, claim.predicate, claim.object) for claim in after]

    assert set(before) <= set(after)
    assert len(set(said)) == len(said)


def test_a_relation_told_over_two_sentences_is_added_with_both_in_its_quote(complete: Extractor) -> None:
    (text, *_) = TEXTS

    (added,) = [claim for claim in _relations(complete, text) if claim.rule == "pair.develops"]

    assert (added.subject, added.predicate, added.object) == ("Google", "develops", "PaLM_2")
    assert added.evidence.quote == text[: text.index("等新产品")]
    assert LEAST <= added.confidence < 1


@pytest.mark.parametrize(
    "after", ["谷歌尚未从中盈利。", "谷歌计划裁员。", "谷歌否认垄断。", "谷歌可能面临处罚，股价没有起色。"]
)
def test_how_surely_a_sentence_says_something_else_does_not_bend_what_two_tell(after: str, complete: Extractor) -> None:
    added = [c for c in _relations(complete, f"大会上展示了PaLM 2等新产品。{after}") if c.rule.startswith("pair.")]

    assert [claim.modality for claim in added] == ["asserted"] * len(added)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("谷歌已经选定百度，将与其合作把功能带到今年的PaLM 2、Bard和Gemini。", "asserted"),
        ("谷歌正在寻找伙伴，计划与其合作打造PaLM 3、Bard 2。", "planned"),
    ],
)
def test_what_is_not_told_of_the_making_of_a_thing_does_not_bend_whose_it_is(
    text: str, modality: str, complete: Extractor
) -> None:
    assert {c.modality for c in _relations(complete, text) if c.rule == "pair.develops"} <= {modality}


@pytest.mark.parametrize(
    "text",
    [
        "微软、OpenAI和谷歌的代表都出席了这次会议。",
        "英伟达、台积电和三星的股价昨天上涨。",
        "黄仁勋和苏姿丰在台北同台。",
        "昨天，英伟达发布财报。OpenAI没有评论。",
        "阿里巴巴和月之暗面的员工在杭州打篮球。",
        "谷歌DeepMind与Anthropic的研究人员都签署了这封公开信。",
        "李彦宏谈到了DeepSeek和百度的差别。",
        "有人用Claude，有人用GPT-4，还有人用文心一言。",
        "马斯克在X上谈到OpenAI和特斯拉。",
        "H100和Blackwell都缺货，Meta和xAI都在抢。",
    ],
)
def test_what_is_known_of_two_is_not_told_where_the_text_says_nothing_of_it(text: str, complete: Extractor) -> None:
    assert [(claim.subject, claim.predicate, claim.object) for claim in _relations(complete, text)] == []


def test_what_is_told_over_two_sentences_is_explained_in_the_second(complete: Extractor) -> None:
    analysis = complete(Source("a", TEXTS[0].encode()))

    first, second = explain(analysis, load_domain().frames)

    assert [told.claim.rule for told in first.told] == []
    assert "pair.develops" in {told.claim.rule for told in second.told}


@pytest.mark.parametrize("text", TEXTS)
def test_the_same_text_gives_the_same_claims(text: str, complete: Extractor) -> None:
    assert _relations(complete, text) == _relations(Extractor(load_domain()), text)


def test_only_relations_with_a_direction_are_proposed_by_words_alone() -> None:
    """Members of a list look like partners and rivals of each other, and seldom are."""
    assert not any(RELATIONS[name].symmetric for name in PROPOSED)


def test_other_judges_are_other_settings(frames_alone: Extractor, complete: Extractor) -> None:
    """So that a graph is built anew when the weights change."""
    assert frames_alone.fingerprint != complete.fingerprint


def test_a_dump_of_names_is_judged_in_stretches_that_miss_no_sentence() -> None:
    names = {"星海": "Company", "云川": "Company", "远山": "Company"}
    readings = [
        Reading(True, False, raw, phrase, []) for raw, phrase in scenes("星海、云川、远山都来了。" * 3000, names)
    ]

    stretches = list(_stretches(readings))

    assert len(stretches) == 3
    assert [reading for _, stretch in stretches for reading in stretch] == readings
    assert [start for start, _ in stretches] == [0, 1333, 2666]
