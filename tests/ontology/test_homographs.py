"""The shipped homographs tell both readings apart, and wrong files are refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

import ontology
from ontology.errors import DomainError
from ontology.homographs import HOMOGRAPHS, fold, homograph_key, load_homographs

PATH = Path(ontology.__file__).parent / "ai" / HOMOGRAPHS
SHIPPED = load_homographs(PATH)
EXAMPLES = [(key, text, kept) for key, row in SHIPPED.items() for text, kept in row.examples]


def verdict(path: Path, text: str, key: str) -> bool:
    """Tell whether the bracketed name in *text* is kept."""
    start, end = text.index("["), text.index("]") - 1
    return load_homographs(path)[key].keeps(fold(text.replace("[", "").replace("]", "")), start, end)


def write(folder: Path, text: str) -> Path:
    path = folder / HOMOGRAPHS
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("key", "text", "kept"), EXAMPLES, ids=[text for _, text, _ in EXAMPLES])
def test_shipped_examples(key: str, text: str, kept: bool) -> None:
    start, end = text.index("["), text.index("]") - 1
    plain = fold(text.replace("[", "").replace("]", ""))
    assert homograph_key(plain[start:end]) == key
    assert SHIPPED[key].keeps(plain, start, end) is kept


def test_every_shipped_row_has_an_example() -> None:
    assert [row.name for row in SHIPPED.values() if not row.examples] == []


@pytest.mark.parametrize("name", "苹果 甲骨文 亚马逊 理想 美的 现代 大众 长城 小米 联想 盘古 x meta arm".split())
def test_the_riskiest_names_are_covered_in_both_readings(name: str) -> None:
    assert {kept for _, kept in SHIPPED[name].examples} == {True, False}


def test_the_nearest_evidence_wins(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "- {name: 苹果, entity: Apple, otherwise: keep,"
        " keep_if: {after: [公司]}, drop_if: {after: [公司的果园], near: [水果]}}\n",
    )
    assert verdict(path, "水果店旁的[苹果]公司", "苹果")  # after beats near
    assert not verdict(path, "[苹果]公司的果园", "苹果")  # drop beats keep at the same distance
    assert not verdict(path, "水果店卖[苹果]和梨", "苹果")
    assert verdict(path, "[苹果]上涨", "苹果")


def test_near_looks_no_further_than_twenty_characters(tmp_path: Path) -> None:
    path = write(tmp_path, "- {name: 海螺, entity: H, keep_if: {near: [视频]}, otherwise: drop}\n")
    assert verdict(path, "视频" + "一" * 18 + "[海螺]", "海螺")
    assert not verdict(path, "视频" + "一" * 19 + "[海螺]", "海螺")


def test_patterns_and_names_in_traditional_characters_match_folded_text(tmp_path: Path) -> None:
    path = write(tmp_path, "- {name: 蘋果, entity: Apple, drop_if: {after: [樹]}, otherwise: keep}\n")
    assert not verdict(path, "[蘋果]樹", "苹果")
    assert verdict(path, "[苹果]手机", "苹果")


def test_exact_names_are_kept_in_their_own_case_only(tmp_path: Path) -> None:
    path = write(tmp_path, "- {name: Edge, entity: E, exact: true, otherwise: keep}\n")
    assert verdict(path, "微软[Edge]", "edge")
    assert not verdict(path, "the [edge] of", "edge")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("- 苹果\n", "a row is a mapping"),
        ("- {name: 苹果, entity: Apple}\n", "'otherwise' must be keep or drop"),
        ("- {name: 苹果, otherwise: keep}\n", "'entity' must be text"),
        ("- {name: 360, entity: A, otherwise: keep}\n", "'name' must be text"),
        ("- {name: 苹果, entity: A, otherwise: keep, keep: [a]}\n", "unknown key 'keep'"),
        ("- {name: 苹果, entity: A, otherwise: keep, exact: 1}\n", "'exact' must be true or false"),
        ("- {name: 苹果, entity: A, otherwise: keep, keep_if: [a]}\n", "'keep_if' must be a mapping"),
        ("- {name: 苹果, entity: A, otherwise: keep, keep_if: {around: [a]}}\n", "'keep_if' must be a mapping"),
        ("- {name: 苹果, entity: A, otherwise: keep, drop_if: {near: a}}\n", "drop_if.near must be a list"),
        ("- {name: 苹果, entity: A, otherwise: keep, drop_if: {near: ['(']}}\n", "malformed pattern"),
        ("- {name: 苹果, entity: A, otherwise: keep, drop_if: {near: ['a?']}}\n", "it matches the empty text"),
    ],
)
def test_a_wrong_row_is_refused_with_file_and_line(tmp_path: Path, row: str, message: str) -> None:
    path = write(tmp_path, "# a comment\n" + row)
    with pytest.raises(DomainError) as caught:
        load_homographs(path)
    assert f"{path}:2: " in str(caught.value)
    assert message in str(caught.value)


def test_rows_are_sorted_and_none_stands_twice(tmp_path: Path) -> None:
    rows = [f"- {{name: {name}, entity: E, otherwise: keep}}\n" for name in ("Edge", "Box", "edge")]
    path = write(tmp_path, "".join(rows))
    with pytest.raises(DomainError) as caught:
        load_homographs(path)
    assert f"{path}:2: 'Box' must stand before 'Edge'" in str(caught.value)
    assert f"{path}:3: 'edge' stands already above" in str(caught.value)


@pytest.mark.parametrize("text", ["a: b\n", "", "- [\n"])
def test_a_file_that_is_no_list_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(DomainError, match=HOMOGRAPHS):
        load_homographs(write(tmp_path, text))
