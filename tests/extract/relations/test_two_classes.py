"""Names of a company and its product in one: what the text says of either is found."""

from __future__ import annotations

from decimal import Decimal

import pytest

from .claims import claims, figures

BOTH = {"拾光": "Product/Company", "云帆": "Company/Product"}
OTHERS = {"星海": "Company", "林远": "Person", "海豚3": "Model", "远山相册": "Product"}


def _relations(text: str) -> set[tuple[str, str, str | None]]:
    names = {name: kind for name, kind in (BOTH | OTHERS).items() if name in text}
    return {(c.subject, c.predicate, c.object) for c in claims(text, names) if c.kind == "relation"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("拾光首席执行官林远表示，公司今年不会裁员。", ("林远", "worksFor", "拾光")),
        ("星海投资了拾光。", ("星海", "investsIn", "拾光")),
        ("星海推出了云帆。", ("星海", "develops", "云帆")),
        ("林远创办了拾光。", ("林远", "founderOf", "拾光")),
        ("云帆首席执行官林远表示，公司今年不会裁员。", ("林远", "worksFor", "云帆")),
        ("拾光推出了海豚3。", ("拾光", "develops", "海豚3")),
    ],
)
def test_a_name_of_two_classes_is_read_as_either(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in _relations(text)


def test_in_a_list_the_other_members_say_which_class_is_meant() -> None:
    assert {("星海", "develops", "远山相册"), ("星海", "develops", "拾光")} <= _relations("星海推出了远山相册、拾光。")


def test_a_list_of_things_goes_on_with_one_of_two_classes() -> None:
    assert ("星海", "develops", "云帆") in _relations("星海推出了远山相册、云帆和海豚3。")
    assert ("星海", "develops", "云帆") not in _relations("星海推出了远山相册，和云帆的林远见面。")
    assert ("星海", "develops", "云帆") in _relations("星海推出了云帆和远山相册，用户大增。")
    assert ("星海", "develops", "远山相册") not in _relations("星海收购了云帆和远山相册的作者。")


def test_a_company_of_ones_own_is_not_what_one_makes() -> None:
    assert ("云帆", "subsidiaryOf", "星海") in _relations("星海旗下云帆完成融资。")
    assert ("星海", "develops", "云帆") not in _relations("星海旗下云帆完成融资。")
    assert ("星海", "develops", "远山相册") in _relations("星海旗下远山相册上线。")


def test_software_of_two_classes_is_plugged_in() -> None:
    assert ("远山相册", "uses", "云帆") in _relations("远山相册接入云帆，用户大增。")
    assert not [each for each in _relations("星海禁止员工使用云帆。") if each[1] in ("uses", "supplies")]


def test_figures_of_both_kinds_are_its_own() -> None:
    (income,) = figures("拾光去年营收为2亿美元。", BOTH)
    (people,) = figures("云帆月活用户达到300万。", BOTH)
    assert (income.predicate, income.value) == ("revenue", Decimal(200_000_000))
    assert (people.predicate, people.value) == ("users", Decimal(3_000_000))
