"""The reasons why several names of one text are one entity."""

from __future__ import annotations

import pytest

from extract.joins import joins
from extract.model import Document, Encoding
from extract.pipeline import Extractor
from ontology.domain import load_domain


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(load_domain())


@pytest.mark.parametrize(
    ("text", "name", "rule", "other"),
    [
        ("英国限制芯片出口。随后英国又加征关税。", "英国", "country that acts", "英国政府"),
        ("英国政府表态。厂商要遵守英国出口管制规定。", "英国", "country that acts", "英国政府"),
        ("各国跟进对俄出口管制。", "俄", "short form", "俄国"),
        ("Anthropic降价，Opus 4.5便宜了三成。", "Opus 4.5", "short form", "Claude Opus 4.5"),
        ("埃隆·马斯克到场。创始人埃隆·穆斯克表示满意。", "埃隆·穆斯克", "misspelling", "埃隆·马斯克"),
        ("教授方正镐表示看好，方教授认为成本会降。", "方教授", "surname", "方正镐"),
        ("新芯片叫Neural Photon Engine，众人试用了NPE芯片。", "NPE", "acronym", "Neural Photon Engine"),
        ("OpenAI完成融资。投资人认为OpenA的估值偏高。", "OpenA", "misspelling", "OpenAI"),
    ],
)
def test_the_rule_that_joined_a_name(extractor: Extractor, text: str, name: str, rule: str, other: str) -> None:
    analysis = extractor.analyse(Document("d", text, Encoding("utf-8", "test")))
    reasons = {called: join for (_, called), join in joins(analysis).items()}
    assert (reasons[name].rule, reasons[name].other) == (rule, other)
    evidence = reasons[name].evidence
    assert text[evidence.start : evidence.end] == evidence.quote
