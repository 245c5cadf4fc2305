"""What cleaning does to real articles, where they are at hand."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from extract.cleaning import clean
from extract.model import CleanText, Document, Source, Span
from extract.reading import decode, read_sources
from tests.shared import SHARED, needs_shared

pytestmark = [needs_shared, pytest.mark.once]

CORPUS = SHARED / "corpus"
GLOSS = re.compile(r"[\u4e00-\u9fff][(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}[)）]")


def articles(folder: Path) -> list[tuple[Document, CleanText]]:
    documents = [decode(found) for found in read_sources([folder]) if isinstance(found, Source)]
    return [(document, clean(document)) for document in documents]


@pytest.fixture(scope="module")
def seeds() -> dict[str, tuple[Document, CleanText]]:
    return {document.doc[:3]: (document, cleaned) for document, cleaned in articles(CORPUS / "seeds")}


@pytest.fixture(scope="module")
def dev() -> list[tuple[Document, CleanText]]:
    return articles(CORPUS / "dev" / "texts")


@pytest.fixture(scope="module")
def train() -> list[tuple[Document, CleanText]]:
    return articles(CORPUS / "train" / "texts")


@pytest.mark.parametrize("seed", ["001", "002"])
def test_no_gloss_is_left(seeds: dict[str, tuple[Document, CleanText]], seed: str) -> None:
    document, cleaned = seeds[seed]
    assert GLOSS.search(document.text)
    assert not GLOSS.search(cleaned.text)
    assert not re.search(r"[,，、。；;]{2}", cleaned.text)


@pytest.mark.parametrize("seed", ["001", "002"])
def test_nothing_else_of_the_body_is_changed(seeds: dict[str, tuple[Document, CleanText]], seed: str) -> None:
    """Beside the glosses go doubled marks and an address; what stays differs in the form of its marks alone."""
    document, cleaned = seeds[seed]
    assert {edit.kind for edit in cleaned.edits} <= {"gloss", "doubled punctuation", "address"}
    runs = zip(cleaned.map.clean, cleaned.map.original, cleaned.map.end, cleaned.map.rigid, strict=True)
    for clean_start, start, end, rigid in runs:
        if rigid:
            before, after = document.text[start:end], cleaned.text[clean_start : clean_start + end - start]
            changed = {(old, new) for old, new in zip(before, after, strict=True) if old != new}
            assert changed <= set(zip(",;:?!()", "，；：？！（）", strict=True))


@pytest.mark.parametrize(
    ("seed", "spun"), [("000", True), ("001", False), ("002", False), ("003", False), ("004", True)]
)
def test_spun_articles_are_told(seeds: dict[str, tuple[Document, CleanText]], seed: str, spun: bool) -> None:
    assert seeds[seed][1].spun is spun


@pytest.mark.parametrize(
    ("seed", "kinds"),
    [
        ("001", {"byline", "disclaimer"}),
        ("002", {"related", "disclaimer"}),
        ("003", {"reference", "bio"}),
        ("004", {"sale", "byline", "disclaimer"}),
    ],
)
def test_boilerplate_is_set_aside(seeds: dict[str, tuple[Document, CleanText]], seed: str, kinds: set[str]) -> None:
    assert {aside.kind for aside in seeds[seed][1].asides} == kinds


@pytest.mark.parametrize(("part", "enough"), [("train", 1000), ("dev", 500)])
def test_annotated_evidence_is_not_set_aside(request: pytest.FixtureRequest, part: str, enough: int) -> None:
    quotes = lost = 0
    for document, cleaned in request.getfixturevalue(part):
        gold = json.loads((CORPUS / part / "gold" / f"{Path(document.doc).stem}.json").read_text("utf-8"))
        asides = [cleaned.map.span(aside.span) for aside in cleaned.asides]
        for quote in {fact["evidence"] for fact in gold["relations"] + gold["quantities"]}:
            at = document.text.find(quote)
            if at >= 0:
                quotes += 1
                lost += any(aside.overlaps(Span(at, at + len(quote))) for aside in asides)
    assert quotes > enough
    assert lost <= 0.005 * quotes


@pytest.mark.parametrize("part", ["train", "dev"])
def test_clean_articles_are_not_taken_for_spun_and_no_swap_fires(request: pytest.FixtureRequest, part: str) -> None:
    cleaned = [found for _, found in request.getfixturevalue(part)]
    assert not any(found.spun or found.doubtful for found in cleaned)
    assert not any(edit.kind == "spun" for found in cleaned for edit in found.edits)


def test_every_clean_character_maps_back(
    train: list[tuple[Document, CleanText]], seeds: dict[str, tuple[Document, CleanText]]
) -> None:
    for document, cleaned in [*train, *seeds.values()]:
        end = 0
        for at in range(len(cleaned.text)):
            span = cleaned.map.span(Span(at, at + 1))
            assert 0 <= span.start < span.end <= len(document.text)
            assert span.end >= end
            end = span.end
