"""Which figure of a sentence a time belongs to."""

from __future__ import annotations

import pytest

from .claims import claims, figures

DAY = "2024-06-07"


def _times(text: str) -> list[str | None]:
    return [claim.time for claim in figures(text, {"云川公司": "Company"}, DAY)]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("云川公司2023年营收为10亿元，是2022年的3倍。", ["2023", "2023"]),
        ("云川公司2023年营收为10亿元，是2022年的3倍，是2021年的5倍多。", ["2023", "2023", "2023"]),
        ("云川公司一季度营收为90亿元，是去年同期30亿元的3倍。", ["2024-Q1", "2023-Q1", "2024-Q1"]),
        ("云川公司2023年营收增长到原来的3倍。", ["2023"]),
        ("云川公司今年以来营收增长40%，较去年同期翻了一番。", ["2024", "2024"]),
    ],
)
def test_a_multiple_is_not_of_the_time_it_is_counted_from(text: str, times: list[str | None]) -> None:
    assert _times(text) == times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("云川公司的营收从2021年的10亿元升至20亿元。", ["2021", None]),
        ("今年云川公司获得4亿元的订单，比去年客户向其订购的价值5亿元的订单有所下降。", ["2024", "2023"]),
        ("与去年四季度相比，云川公司的营收回落，当时为10亿元。", ["2023-Q4"]),
        ("与去年四季度相比，云川公司的营收增长10%，达到10亿元。", [None, None]),
        ("云川公司今年交付的芯片，将由2023年估计的8万颗增到20万颗。", ["2023", "2024"]),
        ("云川公司的营收从2021年的10亿元升至2022年的20亿元。", ["2021", "2022"]),
        ("2023年，云川公司的营收从10亿元增至20亿元。", [None, "2023"]),
        ("云川公司的营收从上市前的10亿元增至2023年的20亿元。", [None, "2023"]),
        ("云川公司2022年的市场份额从80%降到了2023年的60%。", ["2022", "2023"]),
        ("预计到2032年，云川公司的市场份额将从目前的10%升至14%。", [None, "2032"]),
    ],
)
def test_figures_before_and_after_a_change_have_times_of_their_own(text: str, times: list[str | None]) -> None:
    assert _times(text) == times


def test_a_time_in_a_bracket_with_a_figure_is_of_that_figure() -> None:
    assert _times("一季度，云川公司盈利4亿元（去年同期为亏损2亿元）。") == ["2024-Q1", "2023-Q1"]
    assert _times("云川公司员工达到300人（2023年）。") == ["2023"]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("今天，云川公司宣布营收增长30%。", [None]),
        ("6月5日，云川公司公布财报，营收为10亿元。", [None]),
        ("6月5日，云川公司宣布员工达到300人。", ["2024-06-05"]),
        ("云川公司5月营收增长30%。", ["2024-05"]),
        ("今年第一季度，云川公司宣布营收增长30%。", ["2024-Q1"]),
    ],
)
def test_when_revenue_was_announced_is_not_when_it_was_made(text: str, times: list[str | None]) -> None:
    assert _times(text) == times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("云川公司营收自2024年年初以来增长50%。", ["2024"]),
        ("云川公司营收自今年年初以来增长50%。", ["2024"]),
        ("云川公司营收自2023年以来增长50%。", [None]),
        ("去年以来，云川公司营收增长50%。", [None]),
        ("云川公司股价今年已上涨20%，过去一年上涨60%。", ["2024", None]),
        ("周三，云川公司股价上涨3%，今年以来上涨20%，市值达到10亿元。", ["2024-06-05", "2024", "2024-06-05"]),
        ("云川公司股价今年以来跌了近20%，但早盘又涨了3%。", ["2024", None]),
    ],
)
def test_what_is_so_far_is_of_the_year_of_the_article(text: str, times: list[str | None]) -> None:
    assert _times(text) == times


def test_a_share_price_is_not_of_the_quarter_whose_report_moved_it() -> None:
    assert _times("6月5日，云川公司公布了一季度财报。一季度财报公布后，云川公司股价上涨4%。") == ["2024-06-05"]
    assert _times("云川公司一季度股价上涨12%。") == ["2024-Q1"]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("6月5日，云川公司发布青鸟，青鸟售价为9元。", "2024-06-05"),
        ("6月5日，云川公司宣布青鸟的售价为9元。", "2024-06-05"),
        ("6月5日，云川公司宣布裁员。青鸟的售价为9元。", None),
    ],
)
def test_a_price_is_of_the_day_on_which_it_was_announced(text: str, time: str | None) -> None:
    (price,) = [c for c in figures(text, {"云川公司": "Company", "青鸟": "Product"}, DAY) if c.predicate == "price"]
    assert price.time == time


@pytest.mark.parametrize(
    ("text", "modality", "time"),
    [
        ("上个月，林远表示，云川公司将推出青鸟。", "planned", None),
        ("据星海报6月5日报道，云川公司将推出青鸟。", "planned", None),
        ("云川公司表示，今年8月将推出青鸟。", "planned", "2024-08"),
        ("今年，以快著称的云川公司将推出青鸟。", "planned", "2024"),
        ("6月5日，云川公司表示，云川公司推出了青鸟。", "asserted", "2024-06-05"),
        ("在2022年的活动上，林远表示，云川公司将推出青鸟。", "planned", None),
        ("据星海报6月5日报道，云川公司正考虑推出青鸟。", "hypothetical", None),
    ],
)
def test_when_a_plan_was_told_is_not_when_it_will_be(text: str, modality: str, time: str | None) -> None:
    names = {"云川公司": "Company", "青鸟": "Model", "林远": "Person", "星海报": "Organization"}
    found = [claim for claim in claims(text, names, DAY) if claim.predicate == "develops"]
    assert {(claim.modality, claim.time) for claim in found} == {(modality, time)}


def test_what_was_raised_so_far_is_not_of_the_last_round() -> None:
    assert _times("6月5日，云川公司完成3亿元A轮融资，总融资额达到5亿元。") == ["2024-06-05", None]
    assert _times("6月5日，云川公司完成3亿元A轮融资。此轮使云川公司的总融资额达到5亿元。") == ["2024-06-05", None]
    assert _times("自成立至去年8月，云川公司已累计融资1亿元。") == ["2023-08"]


def test_what_grew_is_not_of_the_year_before() -> None:
    assert _times("云川公司一季度营收为9亿元，去年同期为8亿元，同比增长12%。") == ["2024-Q1", "2023-Q1", "2024-Q1"]
    assert _times("云川公司2023年营收为9亿元，2022年为8亿元，净利润为1亿元。") == ["2023", "2022", "2022"]


def test_years_listed_without_their_sign_are_dealt_out() -> None:
    assert _times("云川公司2022、2023和2024年的营收分别为1亿元、2亿元和3亿元。") == ["2022", "2023", "2024"]
