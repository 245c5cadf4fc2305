"""Figures that are dealt out in order to what they measure, to whom they are of, or to when."""

from __future__ import annotations

import pytest

from .claims import figures

FIRMS = dict.fromkeys(("云川", "远山", "星海"), "Company")


def _told(text: str, **more: str) -> set[tuple[str, str, int, str | None]]:
    found = figures(text, {**FIRMS, **more}, "2025-06-15")
    return {(c.subject, c.predicate, int(c.value or 0), c.change) for c in found}


@pytest.mark.parametrize("joint", ["和", "、", "与", "及"])
@pytest.mark.parametrize("deals", ["分别为", "依次为", "依序为", "各为", "分别达到约"])
def test_figures_are_dealt_out_to_measures(deals: str, joint: str) -> None:
    found = _told(f"云川去年营收{joint}净利润{deals}9亿元{joint}2亿元。")
    assert found == {("云川", "revenue", 9 * 10**8, "营收"), ("云川", "profit", 2 * 10**8, "净利润")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公司实现营收和毛利率分别为9亿元和30%。", {("revenue", "营收"), ("otherMetric", "毛利率")}),
        ("市值和净亏损分别为9亿元（约1亿美元）和2亿元。", {("marketCap", "市值"), ("profit", "净亏损")}),
        ("营收、净利润增速分别为9%、2%。", {("growth", "营收"), ("growth", "净利润")}),
        ("营收和净利润分别同比增长9%和下降2%。", {("growth", "营收同比"), ("growth", "净利润")}),
        (
            "营收为9亿元，同比、环比分别增长9%和2%。",
            {("revenue", "营收"), ("growth", "营收同比"), ("growth", "营收环比")},
        ),
        ("营收同比和环比分别增长9%和2%。", {("growth", "营收同比"), ("growth", "营收环比")}),
        (
            "游戏、广告和云服务收入分别为9亿元、3亿元和2亿元。",
            {("revenue", n + "收入") for n in ("游戏", "广告", "云服务")},
        ),
        ("第一季营收与上半年营收分别为9亿元、20亿元。", {("revenue", "营收")}),
        ("现金流和净利润分别为9亿元和2亿元。", {("otherMetric", "现金流"), ("profit", "净利润")}),
    ],
)
def test_each_has_its_own_measure(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(metric, change) for _, metric, _, change in _told(f"云川{text}")} == expected


def test_what_is_dealt_out_twice_is_so_to_the_same_measures() -> None:
    found = _told("云川营收和净利润分别为9亿元和2亿元，同比分别增长5%和下降7%。")
    assert {each[1:] for each in found} == {
        ("revenue", 9 * 10**8, "营收"),
        ("profit", 2 * 10**8, "净利润"),
        ("growth", 5, "营收同比"),
        ("growth", -7, "净利润同比"),
    }


def test_the_evidence_of_one_of_a_row_is_in_the_text() -> None:
    quotes = {c.evidence.quote for c in figures("云川营收和净利润分别为9亿元和2亿元。", FIRMS)}
    assert quotes == {"云川营收和净利润分别为9亿元", "云川营收和净利润分别为9亿元和2亿元"}


def test_each_firm_or_time_of_a_row_keeps_its_measure() -> None:
    found = _told("云川营收和远山净利润分别为9亿元和2亿元。")
    assert found == {("云川", "revenue", 9 * 10**8, "营收"), ("远山", "profit", 2 * 10**8, "净利润")}
    found = _told("云川和远山的营收分别为9亿元和2亿元，净利润分别为3亿元和1亿元。")
    assert {each[:3] for each in found} == {
        ("云川", "revenue", 9 * 10**8),
        ("远山", "revenue", 2 * 10**8),
        ("云川", "profit", 3 * 10**8),
        ("远山", "profit", 10**8),
    }


@pytest.mark.parametrize(
    "text",
    [
        "云川营收和净利润分别为9亿元、2亿元和1亿元。",  # not as many
        "云川参与了调查，普及和涉及范围分别扩大9%和2%。",  # 及 that joins nothing
        "云川分别向两家客户售出9亿元和2亿元。",
    ],
)
def test_what_is_no_such_list_is_not_dealt_out(text: str) -> None:
    assert not {"营收", "普", "涉"} & {change for *_, change in _told(text)}


def test_figures_of_unnamed_ones_in_a_list_are_nobody_s() -> None:
    found = _told("云川、某初创公司和一家外企的营收分别为9亿元、3亿元和2亿元。")
    assert {each[:3] for each in found} <= {("云川", "revenue", 9 * 10**8)}
    assert len(_told("云川手机、平板和配件收入分别为9亿元、3亿元和2亿元。")) == 3


@pytest.mark.parametrize(
    "text", ["云川、远山的小海市占率分别为30%和20%。", "云川、远山在小海市场的份额分别为30%和20%。"]
)
def test_a_list_has_shares_of_what_stands_behind_it(text: str) -> None:
    found = {each[:3] for each in _told(text, 小海="Technology")}
    assert found == {("云川", "marketShare", 30), ("远山", "marketShare", 20)}


def test_a_place_where_somebody_sells_is_not_who_sells() -> None:
    found = _told("在法国和德国，云川分别售出9万台和8万台。", 法国="Place", 德国="Place")
    assert {each[:3] for each in found} == {("云川", "shipments", 90_000), ("云川", "shipments", 80_000)}


def test_each_of_a_ranking_has_its_share() -> None:
    found = _told("市占率依序为云川60%、远山10%和星海6%。")
    assert {each[:3] for each in found} == {
        ("云川", "marketShare", 60),
        ("远山", "marketShare", 10),
        ("星海", "marketShare", 6),
    }
    assert not any(each[1] == "otherMetric" for each in _told("市占率前三名分别为云川、远山和星海。"))


def test_rates_in_per_cent_and_multiples_are_one_row() -> None:
    found = _told("云川、远山、星海营收分别年增1倍、2倍及5成。")
    assert {each[:3] for each in found} == {("云川", "growth", 1), ("远山", "growth", 2), ("星海", "growth", 50)}


def test_a_model_of_a_list_has_its_own_size() -> None:
    names = {"海豚3-8B": "Model", "海豚3-32B": "Model"}
    found = _told("海豚3-8B和海豚3-32B的参数量分别为80亿和320亿。", **names)
    assert {each[:3] for each in found} == {
        ("海豚3-8B", "parameters", 8 * 10**9),
        ("海豚3-32B", "parameters", 32 * 10**9),
    }


def test_no_count_is_below_nothing() -> None:
    assert not _told("海豚3 -8B也领先。", 海豚3="Model")


def test_a_process_that_has_a_share_is_no_measure() -> None:
    found = _told("云川第三季营收中，3纳米占24%、5纳米制程约占36%。")
    assert found == {("云川", "otherMetric", 24, "3纳米占比"), ("云川", "otherMetric", 36, "5纳米占比")}
    assert not any(change == "3毫米占比" for *_, change in _told("云川说，3毫米占24%。"))
    assert any(each[2] == 3 for each in _told("飞鱼采用3纳米工艺。", 飞鱼="Chip"))


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("2023年、2024年，云川营收分别为1亿元、2亿元。公司毛利率分别为30%、40%。", ["2023", "2024"] * 2),
        ("2023年和2024年，云川营收分别为1亿元和2亿元；同期净利润分别为3亿元和4亿元。", ["2023", "2024"] * 2),
        (
            "报告期内（2023年至2024年），云川营收分别为1亿元、2亿元。报告期内，研发费用依次为3亿元、4亿元。",
            ["2023", "2024"] * 2,
        ),
        ("2022至2023年及2024年上半年，云川营收分别为1亿元、2亿元和3亿元。", ["2022", "2023", "2024"]),
        ("6月5日，云川披露，2023年、2024年营收分别为1亿元、2亿元。", ["2023", "2024"]),
        ("云川2025-2027年净利润为1/2/3亿元。", ["2025", "2026", "2027"]),
        (
            "云川2023年、2024年营收分别为1亿元、2亿元。云川的三款手机分别售价1万元、2万元。",
            ["2023", "2024", None, None],
        ),
    ],
)
def test_figures_are_dealt_out_to_the_times_listed_last(text: str, times: list[str | None]) -> None:
    found = sorted(figures(text, FIRMS, "2025-06-15"), key=lambda claim: (claim.evidence.start, claim.evidence.end))
    assert [claim.time for claim in found] == times


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("云川8月营收9亿元，月减1%，年增8%。", "营收年增"),
        ("云川营收年成长8%。", "营收年成长"),
        ("云川资本支出为9亿元，同比增长8%。", "资本支出同比"),
        ("云川的估值也分别提升至8亿元和9亿元。", "估值"),
        ("云川的营收占比仍为8%。", "营收占比"),
        ("云川营收9亿元（同比+8%）。", "营收同比"),
        ("云川最终带来了8%的部署成本下降。", "部署成本"),
        ("云川去年实现了9亿元的年收入。", "年收入"),
        ("云川去年营收实现8%的增长。", "营收"),
        ("云川以9亿元的估值获得了2亿元的D轮融资。", "D轮融资"),
        ("云川的服务收入创下8亿元的纪录。", "服务收入"),
    ],
)
def test_the_words_for_what_is_measured(text: str, change: str) -> None:
    assert change in {each[3] for each in _told(text)}


@pytest.mark.parametrize("more", ["上调9%和2%", "下调至9亿元和2亿元"])
def test_who_foresees_anew_is_not_the_subject(more: str) -> None:
    assert {each[0] for each in _told(f"远山将云川2025年和2026年净利润预测分别{more}。")} == {"云川"}
    assert {each[0] for each in _told("远山将2025年净利润预测上调至9亿元。")} == {"远山"}


def test_what_follows_a_row_is_of_the_same_measures() -> None:
    for more in (
        "分别为9亿元和2亿元，同比增长5%和7%",
        "分别增长5%和7%，至9亿元和2亿元",
        "双双增长，分别为9亿元和2亿元，增幅各为5%和7%",
    ):
        found = {each[1:3] for each in _told(f"云川营收、净利润{more}。")}
        assert found == {("revenue", 9 * 10**8), ("profit", 2 * 10**8), ("growth", 5), ("growth", 7)}
    told = _told("云川营收和净利润分别为9亿元和2亿元，拥有30名员工和50家客户。")
    assert not any(metric == "profit" and value < 100 for _, metric, value, _ in told)


def test_a_fall_told_by_one_word_is_a_fall() -> None:
    assert {each[2] for each in _told("云川营收季增2%、减5%。")} == {2, -5}
