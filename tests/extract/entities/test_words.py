"""The word lists: reviewed data with a header, sorted, each word once."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from extract.entities.words import alternatives, groups, pattern, table, words
from ontology.homographs import fold

FOLDER = files("extract.entities") / "words"
LISTS = sorted(path.name for path in FOLDER.iterdir() if path.name.endswith(".txt"))


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_sorted_unique_and_folded(name: str) -> None:
    header, *lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    assert header.startswith("# ")
    assert lines == sorted(set(lines))
    assert all(line and fold(line) == line for line in lines)
    assert words(name.removesuffix(".txt")) == frozenset(lines)


def test_triggers_are_sorted_and_of_a_known_kind() -> None:
    rows = table("triggers")
    assert list(rows) == sorted(rows)
    known = {
        "Company",
        "Event",
        "Government",
        "Organization",
        "Report",
        "act",
        "address",
        "company",
        "deal",
        "does",
        "field",
        "firm",
        "fund",
        "government",
        "join",
        "kind",
        "model",
        "named",
        "round",
        "says",
        "title",
        "trade",
        "word",
    }
    assert set(rows.values()) == known


def test_common_words_and_characters_of_names_have_a_cost_each() -> None:
    common = [word for row in table("common").values() for word in row.split(" ")]
    characters = "".join(table("name_characters").values())
    assert len(common) == len(set(common))
    assert len(characters) == len(set(characters))
    assert all(re.fullmatch(r"[en]\d+", key) for key in table("common"))
    assert all(fold(word) == word for word in (*common, *characters))
    assert (FOLDER / "common.tsv").stat().st_size < 230_000  # type: ignore[attr-defined]


def test_patterns_compile_and_stand_once() -> None:
    lines = (FOLDER / "patterns.tsv").read_text(encoding="utf-8").splitlines()[2:]
    names = [line.partition("\t")[0] for line in lines]
    assert len(lines) == len(set(lines))
    assert names == sorted(names)
    for name in dict.fromkeys(names):
        assert isinstance(pattern(name), re.Pattern)


def test_a_group_refers_to_another() -> None:
    assert alternatives("says") in alternatives("right.Person")
    assert "Person" in groups("left.")
    with pytest.raises(KeyError, match="no group 'nothing'"):
        alternatives("nothing")
