"""On every article at hand: each clean sentence leads back to the original that contains it, each quote is exact."""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from itertools import islice

import pytest

from extract.model import Analysis, Metadata, Source, Span
from extract.pipeline import Extractor
from extract.reading import read_sources
from ontology.domain import load_domain
from tests.shared import SHARED, needs_shared

pytestmark = [needs_shared, pytest.mark.once]

CORPUS = SHARED / "corpus"
FOLDERS = ("train/texts", "dev/texts", "seeds", "unlabelled")
EVERY = 25  # of the large collection, one article in so many
LETTERS = re.compile(r"[^\W_]")


def sources(part: str) -> Iterator[Source]:
    if part != "large":
        yield from (found for found in read_sources([CORPUS / part]) if isinstance(found, Source))
        return
    with gzip.open(CORPUS / "large" / "articles.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in islice(file, 0, None, EVERY):
            article = json.loads(line)
            yield Source(str(article["id"]), article["text"].encode(), metadata=Metadata(date=article.get("date")))


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(load_domain())


@pytest.mark.parametrize("part", [*FOLDERS, "large"])
def test_every_sentence_and_every_quote_leads_back(extractor: Extractor, part: str) -> None:
    number = 0
    for source in sources(part):
        analysis = extractor(source)
        number += 1
        _sentences(analysis)
        _quotes(analysis)
    assert number >= 5


def _sentences(analysis: Analysis) -> None:
    """Every letter of a clean sentence stands, in order, in the original that it maps to."""
    text, clean = analysis.document.text, analysis.clean
    unspun = [edit.span for edit in clean.edits if edit.kind == "spun"]
    before = Span(0, 0)
    for sentence in analysis.sentences:
        span = clean.map.span(sentence)
        assert before.end <= span.start
        assert not any(aside.span.overlaps(sentence) for aside in clean.asides)
        before = span
        if any(edit.overlaps(span) for edit in unspun):
            continue
        letters = iter(unicodedata.normalize("NFKC", unescape(span.of(text))))
        told = unicodedata.normalize("NFKC", sentence.of(clean.text))
        assert all(letter in letters for letter in LETTERS.findall(told)), (analysis.document.doc, told)


def _quotes(analysis: Analysis) -> None:
    text = analysis.document.text
    for evidence in [
        *(claim.evidence for claim in analysis.claims),
        *(mention for entity in analysis.entities for mention in entity.mentions),
    ]:
        assert evidence.quote
        assert text[evidence.start : evidence.end] == evidence.quote
