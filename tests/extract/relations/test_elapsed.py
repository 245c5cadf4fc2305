"""将 of a time that was over when it was told foresees nothing; every wording beside one that still does."""

from __future__ import annotations

import pytest

from .claims import claims, figures

NAMES = {"思科": "Company", "甲骨文": "Company"}
GREW = "思科的订单在2021年猛增。"  # of an article without a date: 2021 was over


def growth(text: str, date: str | None) -> list[str]:
    return [claim.modality for claim in figures(text, NAMES, date) if claim.predicate == "growth"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("思科的营收将增长30%，到2021年达到90亿美元。", "asserted"),
        ("思科的营收将在2021年增长30%。", "asserted"),
        ("到2021年，思科的营收已经增长30%。", "asserted"),
        ("思科的营收将增长30%，到2025年达到90亿美元。", "forecast"),
        ("思科的营收将在2022年增长30%。", "forecast"),
        ("思科的营收将增长30%。", "forecast"),
        ("思科的营收预计将在2021年增长30%。", "forecast"),
        ("思科的营收有望增长30%，到2021年达到90亿美元。", "forecast"),
        ("思科曾说，营收将在2021年增长30%。", "forecast"),
        ("思科此前的目标是，营收将在2021年增长30%。", "forecast"),
        ("思科在2021年推出的路由器将使营收增长30%。", "forecast"),
        ("自2021年起，思科的营收将增长30%。", "forecast"),
    ],
)
def test_what_is_of_a_year_before_the_article(text: str, expected: str) -> None:
    assert growth(text, "2022-05-01") == [expected]


@pytest.mark.parametrize(("year", "expected"), [("2026", "forecast"), ("2021", "asserted")])
def test_what_nobody_named_a_metric_for_is_foreseen_of_a_year_to_come(year: str, expected: str) -> None:
    found = figures(f"到{year}年，深圳人工智能企业超过3000家。", {"深圳": "Place"}, "2022-05-01")
    assert [(claim.predicate, claim.modality) for claim in found] == [("otherMetric", expected)]


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2021", "forecast"), ("2021-05", "forecast"), ("2022", "asserted"), ("2022-01-01", "asserted")],
)
def test_the_year_must_have_ended(date: str, expected: str) -> None:
    assert growth("思科的营收将在2021年增长30%。", date) == [expected]


@pytest.mark.parametrize(
    ("month", "expected"), [("3月", "asserted"), ("5月", "forecast"), ("6月", "forecast"), ("第一季度", "asserted")]
)
def test_within_a_year_months_count(month: str, expected: str) -> None:
    assert growth(f"思科的营收将在2021年{month}增长30%。", "2021-05-20") == [expected]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (GREW, "asserted"),
        ("思科的订单在2021年没有新闻。", "forecast"),
        ("思科的订单将在2021年猛增。", "forecast"),
        ("思科的订单在2021年上半年猛增。", "forecast"),
        ("思科的订单2021年以来猛增。", "forecast"),
        ("思科的订单在2020年猛增。", "forecast"),
        ("分析师预计，思科的订单在2021年将猛增。", "forecast"),
    ],
)
def test_without_a_date_the_article_itself_must_tell_the_year_as_done(before: str, expected: str) -> None:
    assert growth(f"{before}思科的营收将增长30%，到2021年达到90亿美元。", None) == [expected]


def test_a_date_says_more_than_the_wording() -> None:
    assert growth(f"{GREW}思科的营收将增长30%，到2021年达到90亿美元。", "2021-11-01") == ["forecast"]


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2022-05-01", "forecast"), ("2025-02", "asserted"), ("2026-01-01", "asserted"), (None, "asserted")],
)
def test_what_is_told_of_a_year_after_the_article_is_foreseen(date: str | None, expected: str) -> None:
    found = figures("2025年，思科的营收达到90亿美元。", NAMES, date)
    assert [(claim.predicate, claim.modality) for claim in found] == [("revenue", expected)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2025财年第二季度，思科的营收达到90亿美元。", [("asserted", "2025-Q2")]),
        ("思科公布2025会计年度第2季财报，营收90亿美元。", [("asserted", "2025-Q2")]),
        ("思科公布2025财年第二季度财报。思科营收90亿美元。", [("asserted", "2025-Q2")]),
        (
            "思科公布2025财年第二季度财报，营收90亿美元。思科预计第三季度营收95亿美元。",
            [("asserted", "2025-Q2"), ("forecast", "2025-Q3")],
        ),
        (
            "思科预计2025财年营收90亿美元。思科第二季度营收30亿美元。",
            [("forecast", "2025"), ("asserted", "2024-Q2")],
        ),
        (
            "思科预计2025财年利润9亿美元。思科全年营收至少90亿美元。",
            [("forecast", "2025"), ("forecast", "2025")],
        ),
    ],
)
def test_a_fiscal_year_may_be_called_by_the_next_one(text: str, told: list[tuple[str, str]]) -> None:
    found = figures(text, NAMES, "2024-09-01")
    assert [(claim.modality, claim.time) for claim in found] == told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("思科今年的营收预计为50亿美元，去年为40亿美元。", ["forecast", "asserted"]),
        ("思科预计今年营收20亿美元，高于去年的12亿美元。", ["forecast", "asserted"]),
        ("思科去年融资5亿美元，又于今年3月寻求融资9亿美元。", ["asserted", "planned"]),
        ("思科预计第三季度营收为20亿美元，去年同期为12亿美元。", ["forecast", "asserted"]),
        ("思科预计今年营收20亿美元，较去年增长20%。", ["forecast", "forecast"]),
        ("思科预计今年营收20亿美元，明年为30亿美元。", ["forecast", "forecast"]),
        ("思科曾预计2023年营收20亿美元，2024年为30亿美元。", ["forecast", "forecast"]),
    ],
)
def test_the_past_beside_a_forecast_is_told_as_it_was(text: str, expected: list[str]) -> None:
    assert [claim.modality for claim in figures(text, NAMES, "2025-06-15")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("思科原定于去年底发布星海3，但多次推迟。", ("planned", "2024-12")),
        ("思科原计划今年3月推出星海3，但因算力不足推迟到9月。", ("planned", "2025-09")),
        ("思科原计划今年9月推出星海3。", ("planned", "2025-09")),
        ("思科按原计划在今年3月推出星海3。", ("asserted", "2025-03")),
    ],
)
def test_what_was_put_off_has_its_new_time(text: str, expected: tuple[str, str | None]) -> None:
    (claim,) = claims(text, {"思科": "Company", "星海3": "Model"}, "2025-06-15")
    assert (claim.modality, claim.time) == expected
