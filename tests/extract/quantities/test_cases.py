"""Numbers, quantities and times: what is read, and from what nothing is."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from extract.model import Quantity, Span
from extract.quantities import NumeralError, find_quantities, find_whens, parse_number

CASES = Path(__file__).parent / "cases"


def _load(name: str) -> list[Any]:
    cases: list[dict[str, Any]] = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["id"]) for case in cases]


def _row(quantity: Quantity, text: str) -> dict[str, str]:
    """Return a quantity as its case writes it: what is not there is left out."""
    row = {
        "text": quantity.span.of(text),
        "value": str(quantity.value),
        "unit": quantity.unit,
        "valueMax": "" if quantity.value_max is None else str(quantity.value_max),
        "bound": quantity.bound,
        "counted": quantity.counted,
    }
    return {key: value for key, value in row.items() if value}


@pytest.mark.parametrize("case", _load("numerals"))
def test_number(case: dict[str, Any]) -> None:
    if case["expected"] is None:
        with pytest.raises(NumeralError):
            parse_number(case["text"])
    else:
        assert parse_number(case["text"]) == Decimal(case["expected"])


@pytest.mark.parametrize("case", _load("quantities"))
def test_quantities(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [_row(found, text) for found in find_quantities(text, [Span(0, len(text))])] == case["expected"]


@pytest.mark.parametrize("case", _load("whens"))
def test_whens(case: dict[str, Any]) -> None:
    text = case["text"]
    found = find_whens(text, [Span(0, len(text))], case["anchor"])
    rows = [{"text": when.span.of(text), "value": when.value, "relative": when.relative} for when in found]
    assert rows == case["expected"]
