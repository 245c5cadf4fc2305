"""The files of units and currencies: sound as shipped, and refused with a place where they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology.errors import DomainError
from ontology.units import CURRENCIES, KINDS, UNITS, load_units

HEADS = {UNITS: "surface\tunit\tfactor\tkind\tunless\n", CURRENCIES: "surface\tcode\tfactor\tplace\tunless\n"}


def test_the_shipped_files_load() -> None:
    units = load_units()
    assert units["美元"].code == "USD"
    assert units["兆瓦"].factor * 1000 == 1
    assert {unit.kind for unit in units.values()} == KINDS
    assert all(len(unit.code) == 3 for unit in units.values() if unit.kind == "money")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("美元\tUSD\t1\tafter", "4 columns"),
        ("\tUSD\t1\tafter\t", "needed"),
        ("美元\tUSD\t1\tinside\t", "unknown place"),
        ("美元\tUSD\t0\tafter\t", "above 0"),
        ("美元\tUSD\tmany\tafter\t", "no number"),
        ("美元\tUSD\t1\tafter\t\n美元\tUSD\t1\tafter\t", "twice"),
        ("美元\tUSD\t1\tafter\t\n元\tCNY\t1\tafter\t", "sort"),
    ],
)
def test_a_wrong_row_is_refused_with_its_place(tmp_path: Path, row: str, message: str) -> None:
    (tmp_path / UNITS).write_text(HEADS[UNITS], encoding="utf-8")
    (tmp_path / CURRENCIES).write_text(HEADS[CURRENCIES] + row + "\n", encoding="utf-8")
    with pytest.raises(DomainError, match=message) as caught:
        load_units(tmp_path)
    assert f"{CURRENCIES}:" in str(caught.value)


def test_a_wrong_header_is_refused(tmp_path: Path) -> None:
    (tmp_path / UNITS).write_text("name\n", encoding="utf-8")
    (tmp_path / CURRENCIES).write_text(HEADS[CURRENCIES], encoding="utf-8")
    with pytest.raises(DomainError, match="header"):
        load_units(tmp_path)
