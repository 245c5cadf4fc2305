"""Times that several sentences of one document tell of one fact."""

from __future__ import annotations

import pytest

from extract.relations.timing import PAST

from .claims import claims

NAMES = {"海鸥": "Company", "思科": "Company", "林一": "Person", "天穹": "Model", "小海": "Product"}


def _times(text: str, predicate: str) -> list[str | None]:
    return [claim.time for claim in claims(text, NAMES, "2024-06-07") if claim.predicate == predicate]


def test_a_fact_told_twice_has_one_time() -> None:
    text = "海鸥收购了思科。各方对此评价不一。2024年3月，海鸥收购了思科。"
    assert _times(text, "acquires") == ["2024-03", "2024-03"]


def test_the_finer_of_two_times_that_agree_is_taken() -> None:
    text = "2024年，海鸥收购了思科。各方对此评价不一。2024年3月，海鸥收购了思科。"
    assert _times(text, "acquires") == ["2024-03", "2024-03"]


def test_times_that_differ_are_left_as_they_are() -> None:
    text = "2022年，海鸥收购了思科。2024年3月，海鸥收购了思科。海鸥收购了思科。"
    assert _times(text, "acquires") == ["2022", "2024-03", None]


def test_a_former_post_is_former_wherever_it_is_told() -> None:
    text = "前海鸥研究员林一来访。林一2016年加入海鸥。"
    assert _times(text, "worksFor") == [PAST, PAST]


def test_the_release_dates_the_maker() -> None:
    text = "海鸥的天穹很受欢迎。2024年3月，天穹正式发布。"
    assert _times(text, "develops")[0] == "2024-03"


def test_a_release_ahead_dates_nothing() -> None:
    text = "海鸥的天穹很受欢迎。预计2025年3月天穹将正式发布。"
    assert _times(text, "develops")[0] is None


@pytest.mark.parametrize(
    "told",
    [
        "2024年3月，海鸥推出思科的新模型天穹。",
        "2024年3月，海鸥推出了三款新品，包括天穹。",
        "2024年3月发布的天穹的成绩很好。",
        "海鸥于2024年3月开发出天穹。",
        "天穹在2024年3月正式开售。",
        "自2024年3月推出天穹以来，订单很多。",
        "2024年3月，海鸥推出搭载小海的天穹。",
        "今年的新品是天穹（2024年3月）。",
        "天穹是一款语音模型，2024年3月发布。",
        "天穹大模型，在2024年3月发布之初，还不出色。",
        "天穹在2024年3月面向商业客户推出，订单很多。",
    ],
)
def test_a_release_told_in_many_ways_dates_the_maker(told: str) -> None:
    assert _times(f"海鸥的天穹很受欢迎。{told}", "develops")[0] == "2024-03"


@pytest.mark.parametrize(
    "told",
    [
        "2024年3月，天穹发布了新版本。",
        "2024年3月，海鸥推出搭载天穹的小海。",
        "今年的新品是天穹（2024年3月销量领先）。",
        "2024年3月，思科的软件在天穹上线。",
        "2024年3月，思科发布了天穹研发团队的访谈。",
        "2024年3月，天穹发布会在上海举行。",
        "天穹是一款语音模型，2024年3月发布会上亮了相。",
        "思科做了天穹，2024年3月宣布推出小海。",
    ],
)
def test_what_else_comes_out_does_not_date_the_maker(told: str) -> None:
    assert _times(f"海鸥的天穹很受欢迎。{told}", "develops")[0] is None


def test_the_first_founding_date_dates_the_founder() -> None:
    text = "海鸥创始人林一表示满意。海鸥成立于2018年。"
    assert _times(text, "founderOf") == ["2018"]


def test_a_founding_may_stand_behind_a_comma() -> None:
    text = "海鸥创始人林一表示满意。这家公司叫海鸥，成立于2018年。"
    assert _times(text, "founderOf") == ["2018"]


def test_an_anniversary_is_no_founding() -> None:
    assert _times("海鸥创始人林一表示满意。2024年3月，海鸥成立20年之际举行了庆典。", "founderOf") == [None]
