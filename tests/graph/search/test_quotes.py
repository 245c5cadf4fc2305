"""Claims are found by the words of their quotes, in either Chinese script."""

import pytest

from graph.terms import claim_id
from ontology.lexicon import name_key
from tests.graph.search.indexed import Indexed


@pytest.mark.parametrize("text", ["合作", "達成合作", "达成 合作", "openai", "100億美元", "。", "", "没有这样的话"])
def test_exactly_the_quotes_with_the_words_fit(indexed: Indexed, text: str) -> None:
    key = name_key(text)
    quotes = {claim.evidence.quote for claim in indexed.graph.claims() if key in name_key(claim.evidence.quote)}
    found = [indexed.claims.ids[row] for row in indexed.quotes.fitting(text).nonzero()[0].tolist()]
    expected = [row for row in indexed.claims.ids if _quote(indexed, row) in quotes]

    assert found == expected


def test_words_of_one_script_are_found_in_the_other(indexed: Indexed) -> None:
    documents = {
        indexed.library.papers[indexed.claims.document[row]].doc for row in indexed.quotes.fitting("供應").nonzero()[0]
    }

    assert documents == {"a.txt", "b.txt"}


def _quote(indexed: Indexed, id_: str) -> str:
    return next(claim.evidence.quote for claim in indexed.graph.claims() if claim_id(claim) == id_)
