"""Every name of the shipped lexicon that is not an ordinary word too is found where a text has it."""

from __future__ import annotations

import pytest

from extract.model import Source
from extract.pipeline import Extractor
from ontology.domain import load_domain
from ontology.homographs import homograph_key

AT_ONCE = 200  # names in one text
YEARS = frozenset({"WWDC_2023"})  # the event of a year is found by its series, which has a row of its own


def _missed(extract: Extractor, names: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the (name, entity) pairs that reading a text with all of the names does not find."""
    text = "\n".join(f"他们昨天谈到了“{name}”，没有多说。" for name, _ in names)
    analysis = extract(Source("names.txt", text.encode(), "text/plain"))
    found = {mention.entity for mention in analysis.mentions}
    return [(name, id_) for name, id_ in names if id_ not in found | YEARS]


@pytest.mark.once
def test_every_name_is_found() -> None:
    domain = load_domain()
    words = set(domain.homographs)
    names = [
        (name, entry.id)
        for entry in domain.lexicon.entries.values()
        if entry.type != "Technology"  # left out where it is named only in passing
        for name, _ in entry.names
        if homograph_key(name) not in words
    ]
    assert len(names) > 20_000
    extract = Extractor(domain)
    assert [
        missed for at in range(0, len(names), AT_ONCE) for missed in _missed(extract, names[at : at + AT_ONCE])
    ] == []


@pytest.mark.parametrize("text", ["昇腾芯片供不应求。", "华为升腾910B供不应求。", "華為昇騰910C供不應求。"])
def test_a_name_whose_character_folding_would_change_is_found(text: str) -> None:
    analysis = Extractor(load_domain())(Source("a.txt", text.encode(), "text/plain"))
    assert {mention.entity for mention in analysis.mentions} & {"Ascend", "Ascend_910B", "Ascend_910C"}


@pytest.mark.parametrize(
    ("text", "exchange"),
    [
        ("云川科技（SHA: 600001）大涨。", "Shanghai_Stock_Exchange"),
        ("云川科技（HKG：9900）大涨。", "HKEX"),
        ("云川科技（YUN.US）大涨。", ""),
        ("他们用SHA-256加密。", ""),
    ],
)
def test_the_code_of_a_share_names_its_exchange(text: str, exchange: str) -> None:
    analysis = Extractor(load_domain())(Source("a.txt", text.encode(), "text/plain"))
    assert {mention.entity for mention in analysis.mentions if mention.type == "Organization"} == {exchange} - {""}


@pytest.mark.parametrize("name", ["KiB", "Podcast", "Reasoning", "Embedding", "Kernel", "Scaling"])
def test_units_and_kinds_of_things_are_no_names(name: str) -> None:
    analysis = Extractor(load_domain())(
        Source("a.txt", f"他们发布了{name}模型，{name}平台也有。".encode(), "text/plain")
    )
    assert [mention.text for mention in analysis.mentions] == []
