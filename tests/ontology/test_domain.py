"""Domains: the shipped one, and one in a folder of one's own."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

from ontology.domain import SHIPPED, TEMPLATE, load_domain


def test_the_shipped_domain_is_read_once() -> None:
    assert load_domain() is load_domain(SHIPPED)


def test_a_domain_of_ones_own_is_read_anew_each_time(tmp_path: Path) -> None:
    folder = copytree(TEMPLATE, tmp_path / "mine")
    before = load_domain(folder)
    names = folder / "no-names.txt"
    names.write_text(names.read_text(encoding="utf-8") + "云川\n", encoding="utf-8")
    after = load_domain(folder)
    assert after.no_names == before.no_names | {"云川"}
    assert after.fingerprint != before.fingerprint


def test_more_names_do_not_touch_the_shipped_domain(tmp_path: Path) -> None:
    more = tmp_path / "more.tsv"
    more.write_text(
        "id\ttype\tlabel\thans\thant\ten\tparent\tmaker\twikidata\nXinghai\tCompany\t星海\t星海\t\t\t\t\t\n",
        encoding="utf-8",
    )
    assert "Xinghai" in load_domain(lexicons=[more]).lexicon.entries
    assert "Xinghai" not in load_domain().lexicon.entries
