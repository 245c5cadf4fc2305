"""Times that sentences take over from those before them."""

from __future__ import annotations

import pytest

from extract.model import Claim

from .claims import claims, figures

NAMES = {
    "思科": "Company",
    "海鸥": "Company",
    "林一": "Person",
    "海鸥二号": "Model",
    "深圳": "Place",
    "潮汐白皮书": "Report",
}
DAY = "2024-06-07"


def _times(text: str, date: str | None = DAY) -> list[tuple[str, str | None]]:
    return [(claim.predicate, claim.time) for claim in figures(text, NAMES, date)]


def test_a_share_price_is_of_the_day_told_last() -> None:
    times = _times("6月5日，思科宣布裁员。消息传出后，思科股价下跌4%。")
    assert ("stockChange", "2024-06-05") in times


def test_a_share_price_is_of_no_day_that_lies_ahead() -> None:
    text = "8月14日，思科公布财报。今年年底，我们将发布新品。思科股价上涨5%。"
    assert [claim.time for claim in figures(text, NAMES, "2024-08-15")] == ["2024-08-14"]


def test_a_quarter_whose_accounts_are_told_is_reported_on() -> None:
    text = "思科2024年一季度的总营收为6亿美元。净利润为2亿美元。"
    assert [claim.time for claim in figures(text, NAMES, DAY)] == ["2024-Q1", "2024-Q1"]
    text = "思科营收为6亿美元，高于2024年一季度的5亿美元。净利润为2亿美元。"
    assert [claim.time for claim in figures(text, NAMES, DAY)] == [None, "2024-Q1", None]


def test_a_share_price_is_of_no_year_told_since() -> None:
    told = "6月5日，思科宣布裁员。今年股市大涨。"
    assert ("stockChange", "2024-06-05") in _times(f"{told}其中，思科股价下跌4%。")
    assert ("stockChange", "2024-06-05") in _times(f"{told}在海鸥大跌同期，思科股价也下跌4%。")
    assert ("stockChange", "2023") in _times(f"{told}去年同期，思科股价下跌4%。")


def test_the_year_of_a_report_is_not_the_one_it_reports_on() -> None:
    assert _times("在其2024年环境报告中，海鸥说用电涨了五成。海鸥营收增长6%。")[-1] == ("growth", None)
    assert _times("在2023年，海鸥用电涨了五成。海鸥营收增长6%。")[-1] == ("growth", "2023")


def test_a_market_value_is_of_the_day_told_just_before() -> None:
    assert ("marketCap", "2024-06-05") in _times("6月5日，思科宣布裁员。思科市值跌到10亿美元。")
    assert ("marketCap", None) in _times("6月5日，思科宣布裁员。林一很难过。海鸥也是。思科市值超过10亿美元。")


@pytest.mark.parametrize(
    ("told", "time"),
    [
        ("海鸥季度收入为30亿元", "2024-Q4"),
        ("海鸥年度收入为110亿元", "2024"),
        ("海鸥全年营收为110亿元", "2024"),
        ("海鸥收入为30亿元", "2024-Q4"),
        ("海鸥今年的年度旗舰卖得好，收入为30亿元", None),
    ],
)
def test_a_figure_of_a_year_is_of_no_quarter(told: str, time: str | None) -> None:
    times = _times(f"2024年第四季度，思科收入为130亿元。{told}，同比增长9%。", "2025-02-06")
    assert times[1] == ("revenue", time or times[1][1])
    assert times[2][1] == times[1][1]


def test_a_quarterly_figure_is_of_the_quarter_reported_on_long_before() -> None:
    talk = "林一很忙。" * 12
    assert _times(f"2024年第四季度，思科收入为130亿元。{talk}海鸥季度收入为30亿元。")[1] == ("revenue", "2024-Q4")
    assert _times(f"2024年第四季度，思科收入为130亿元。{talk}海鸥收入为30亿元。")[1] == ("revenue", None)


def test_a_day_does_not_date_what_is_reported_of_a_quarter() -> None:
    times = _times("2024年第一季度，思科营收为127亿美元。5月16日，思科公布了这份财报。思科净利润为19亿美元。")
    assert times == [("revenue", "2024-Q1"), ("profit", "2024-Q1")]


def test_what_goes_on_behind_a_semicolon_is_one_sentence() -> None:
    times = _times("2023年，思科营收为570亿美元；海鸥有员工8万人。")
    assert times == [("revenue", "2023"), ("employees", "2023")]


@pytest.mark.parametrize("word", ["目前", "当下", "此前", "预计"])
def test_words_that_point_elsewhere_take_nothing_over(word: str) -> None:
    assert _times(f"2024年第一季度，思科营收为127亿美元。{word}海鸥营收为3亿美元。")[-1] == ("revenue", None)


def test_a_list_stands_in_the_time_of_its_heading() -> None:
    times = _times("2023年12月的海鸥：\n- 海鸥月活跃用户达8500万。\n- 海鸥有员工300人。")
    assert [time for _, time in times] == ["2023-12", "2023-12"]


@pytest.mark.parametrize(("heading", "time"), [("（2023年核心数据对比）", "2023"), ("核心数据对比", None)])
def test_a_table_stands_in_the_time_of_its_heading(heading: str, time: str | None) -> None:
    rows = "| 指标 | 思科 | 海鸥 |\n|---|---|---|\n| 月活用户 | 4亿 | 3亿 |"
    assert _times(f"2022年，思科有员工9人。\n{heading}\n{rows}")[1:] == [("users", time), ("users", time)]


def test_a_new_round_has_not_the_time_of_what_went_before() -> None:
    round_ = "这次新一轮融资，海鸥估值为9亿元。"
    assert _times(f"去年12月，海鸥换了股东。{round_}")[-1] == ("valuation", None)
    assert _times(f"去年12月，海鸥宣布完成新一轮融资。{round_}")[-1] == ("valuation", "2023-12")
    assert _times("去年12月，海鸥完成一轮融资。2022年海鸥营收为3亿元。该轮融资的估值为9亿元。")[-1][1] == "2023-12"


def test_when_a_product_came_out_is_not_when_a_figure_holds() -> None:
    times = _times("海鸥去年推出的海鸥二号卖得很好。思科股价上涨3%。")
    assert ("stockChange", None) in times


def test_the_day_of_a_report_is_not_what_it_reports_on() -> None:
    assert _times("思科5月16日公布了报告。报告说，海鸥营收增长6%。")[-1] == ("growth", None)


def test_what_is_sold_is_of_the_month_told_before_and_a_share_of_the_market_is_not() -> None:
    assert _times("2023年4月，海鸥发布了海鸥二号。海鸥的市场份额为20%。")[-1] == ("marketShare", None)
    assert _times("2023年4月，海鸥搬了家。海鸥的营收为3亿元。")[-1] == ("revenue", "2023-04")


def test_what_is_contrasted_is_not_taken_over() -> None:
    times = _times("2024年第一季度，思科营收为127亿美元，而去年同期为120亿美元；净利润为19亿美元。")
    assert times[-1] == ("profit", "2024-Q1")


def test_what_is_compared_with_is_not_taken_over() -> None:
    times = _times("思科营收为127亿美元，高于2023年第一季度的120亿美元。思科净利润为19亿美元。")
    assert times[-1] == ("profit", None)


def test_a_figure_that_grew_is_not_of_the_time_it_grew_from() -> None:
    times = _times("2023年第四季度，思科营收比2022年同期增长6%。")
    assert times == [("growth", "2023-Q4")]


def test_a_year_so_far_is_no_period_reported_on() -> None:
    times = _times("2024年第一季度，思科营收为127亿美元。今年迄今为止，思科股价上涨11%。思科净利润为19亿美元。")
    assert times[-1] == ("profit", "2024-Q1")


def test_a_year_whose_accounts_are_told_of_is_reported_on() -> None:
    assert _times("思科周一交出2023年的全部账目。思科营收为127亿美元。")[-1] == ("revenue", "2023")
    assert _times("思科在2023年搬了家。思科营收为127亿美元。")[-1] == ("revenue", None)


def test_what_was_so_then_is_of_the_time_just_told() -> None:
    assert _times("6月5日思科股价上涨4%。上回是在2002年。当时，思科市值不到10亿美元。")[-1] == ("marketCap", "2002")


def test_the_last_years_are_not_the_period_reported_on() -> None:
    times = _times("2024年第一季度，思科营收为127亿美元。过去一年，海鸥营收翻了4倍，达到3亿美元。")
    assert times[-1] == ("revenue", None)


def test_a_market_share_is_of_the_quarter_reported_on() -> None:
    assert _times("2024年第一季度，思科营收为127亿美元。海鸥的市场份额为20%。")[-1] == ("marketShare", "2024-Q1")


def test_a_share_price_is_of_the_day_and_a_price_list_is_not() -> None:
    assert _times("6月5日，思科股价闪崩。截至收盘，思科股价报收206元。")[-1] == ("price", "2024-06-05")
    assert _times("6月5日，思科股价闪崩。海鸥的售价为206元。")[-1] == ("price", None)


@pytest.mark.parametrize(
    ("told", "time"),
    [
        ("思科股价下跌4%。", "2024-06-05"),
        ("在海鸥大跌同期，思科股价也下跌4%。", "2024-06-05"),
        ("思科上市首日股价下跌4%。", None),
        ("今年以来思科股价下跌4%。", "2024"),
    ],
)
def test_what_shares_lost_is_of_the_day_that_a_report_of_trade_begins_with(told: str, time: str | None) -> None:
    talk = "林一很忙。" * 9
    assert _times(f"周三，海鸥股价暴跌9%。{talk}{told}")[-1] == ("stockChange", time)
    assert _times(f"周三，海鸥有了8万人。{talk}思科股价下跌4%。")[-1] == ("stockChange", None)


def test_a_day_of_trade_is_not_a_month_told_in_its_sentence() -> None:
    assert _times("6月5日，思科公布了去年11月以来的账目。思科股价下跌4%。")[-1] == ("stockChange", "2024-06-05")


@pytest.mark.parametrize(
    ("told", "time"),
    [
        ("调查显示，5月工厂收缩。", "2024-06-05"),  # a month between days
        ("5月股市大涨，跌幅为零。", "2024-05"),
        ("", "2024-06-05"),
    ],
)
def test_a_month_of_something_else_is_not_the_one_of_trade(told: str, time: str | None) -> None:
    assert _times(f"6月5日，思科宣布裁员。{told}思科股价下跌4%。")[-1] == ("stockChange", time)


def test_what_changed_since_something_is_not_of_the_day_told_before() -> None:
    told = "6月5日，思科宣布裁员。"
    assert _times(f"{told}自林一接任以来，思科股价下跌4%。")[-1] == ("stockChange", None)
    assert _times(f"{told}思科股价有潜在4%的涨幅。")[-1] == ("stockChange", None)
    assert _times(f"{told}思科股价下跌4%，创下自林一接任以来最大跌幅。")[-1] == ("stockChange", "2024-06-05")


def test_a_year_of_trade_is_no_period_reported_on() -> None:
    told = "2024年第一季度，思科营收为127亿美元。"
    assert _times(f"{told}今年思科股价上涨9%。思科净利润为19亿美元。")[-1] == ("profit", "2024-Q1")
    assert _times(f"{told}今年思科营收增长9%。思科净利润为19亿美元。")[-1] == ("profit", "2024")


@pytest.mark.parametrize(
    ("word", "time"), [("其中，", "2023"), ("其中一个是", None), ("当时，", None), ("与此同时，", None)]
)
def test_how_far_what_goes_on_takes_a_time_over(word: str, time: str | None) -> None:
    assert _times(f"2023年，思科搬了家。林一很忙。{word}海鸥有员工300人。") == [("employees", time)]


def test_what_shares_came_to_is_of_the_day_that_they_moved() -> None:
    told = "6月5日，思科宣布裁员。林一很难过。"
    assert _times(f"{told}思科股价下跌4%，至206元。")[-1] == ("price", "2024-06-05")
    assert _times(f"{told}思科股价下跌4%，市值跌到10亿美元。")[-1] == ("marketCap", "2024-06-05")
    assert _times(f"{told}海鸥的售价下跌4%，单价206元。")[-1] != ("price", "2024-06-05")


def test_what_goes_on_is_of_the_quarter_told_before_and_not_of_a_year_beside_it() -> None:
    told = "第一季度思科营收为127亿美元，来到今年以来高峰。"
    assert _times(f"{told}其中，海鸥的市场份额为20%。")[-1] == ("marketShare", "2024-Q1")
    assert _times("今年思科营收为127亿美元。其中，海鸥的市场份额为20%。")[-1] == ("marketShare", "2024")


@pytest.mark.parametrize(
    ("told", "time"),
    [
        ("海鸥用户为2亿。", "2024-05"),
        ("思科用户为2亿。", None),  # the same firm once more may be of another time
        ("目前海鸥用户为2亿。", None),
        ("林一很忙。海鸥用户为2亿。", None),
    ],
)
def test_the_same_measured_of_another_goes_on_from_sentence_to_sentence(told: str, time: str | None) -> None:
    assert _times(f"5月，思科用户为3亿。{told}")[-1] == ("users", time)
    assert _times(f"5月，思科营收为3亿元。{told}")[-1] == ("users", None)


def test_ranks_go_on_from_sentence_to_sentence() -> None:
    assert [time for _, time in _times("5月，思科排名第一。海鸥排名第二。")] == ["2024-05", "2024-05"]


def test_what_is_foreseen_besides_is_of_the_same_time() -> None:
    told = "潮汐白皮书预测，2028年思科营收将达到50亿元。"
    assert _times(f"{told}海鸥营收预计增长20%。")[-1] == ("growth", "2028")
    assert _times(f"{told}海鸥预计有员工300人。")[-1] == ("employees", None)
    assert _times(f"{told}林一很忙。海鸥营收预计增长20%。")[-1] == ("growth", None)
    assert _times("2023年思科营收达到50亿元。海鸥营收预计增长20%。")[-1] == ("growth", None)


@pytest.mark.parametrize(
    ("told", "time"),
    [
        ("分析师此前预计思科净利润为3亿元。", "2024-Q1"),
        ("分析师平均预测思科净利润为3亿元。", "2024-Q1"),
        ("分析师预计思科净利润为3亿元。", None),
        ("分析师此前预计思科未来三年净利润为3亿元。", None),
    ],
)
def test_what_had_been_expected_is_of_the_quarter_reported_on(told: str, time: str | None) -> None:
    assert _times(f"2024年第一季度，思科营收为127亿美元。{told}")[-1] == ("profit", time)


def test_what_shares_were_worth_goes_on_from_sentence_to_sentence() -> None:
    told = "6月5日，思科公布了账目。思科股价上涨4%。"
    assert _times(f"{told}思科的市值达到10亿美元。")[-1] == ("marketCap", "2024-06-05")
    assert _times(f"{told}林一很忙。思科的市值达到10亿美元。")[-1] == ("marketCap", None)
    assert _times("今年以来，思科股价上涨4%。思科的市值达到10亿美元。")[-1] == ("marketCap", None)


def test_an_unknown_time_behind_a_figure_says_nothing_of_it() -> None:
    told = "6月5日，思科公布了账目。林一很忙。"
    assert _times(f"{told}思科股价上涨4%，几天前海鸥上涨9%。")[0] == ("stockChange", "2024-06-05")


def test_what_grew_since_a_year_before_is_of_the_quarter_reported_on() -> None:
    told = "2024年第一季度，思科营收为127亿美元。"
    assert _times(f"{told}思科用户达到3亿，同比增长9%。")[1:] == [("users", "2024-Q1"), ("growth", "2024-Q1")]
    assert _times(f"{told}思科用户达到3亿，还会更多。")[1:] == [("users", None)]


def test_what_is_said_at_a_meeting_is_of_its_day() -> None:
    assert _times("6月5日，思科召开大会。会上，林一宣布思科有用户3亿。")[-1] == ("users", "2024-06-05")
    assert _times("6月5日，思科召开大会。林一宣布思科有用户3亿。")[-1] == ("users", None)
    assert _times("6月5日，思科召开大会。会上，林一宣布思科目前有用户3亿。")[-1] == ("users", None)


def _relation(text: str, predicate: str) -> Claim:
    (claim,) = [claim for claim in claims(text, NAMES, DAY) if claim.predicate == predicate]
    return claim


def test_what_a_bracket_tells_of_the_year_before_ends_with_it() -> None:
    text = "思科2024年一季度营收为6亿美元（上年同期5亿美元）；净利润为2亿美元。"
    assert [time for _, time in _times(text)] == ["2024-Q1", "2023-Q1", "2024-Q1"]
    text = "思科2024年一季度净利润为6亿美元vs去年同期净亏1亿美元。"
    assert [time for _, time in _times(text)] == ["2024-Q1", "2023-Q1"]


def test_relations_take_nothing_over() -> None:
    assert _relation("2024年3月，思科搬了家。海鸥发布了海鸥二号。", "develops").time is None


@pytest.mark.parametrize(("word", "time"), [("此次，", DAY), ("这次，", DAY), ("", None), ("如今，这次", None)])
def test_what_a_report_says_of_its_news_is_of_that_day(word: str, time: str | None) -> None:
    text = f"今天，海鸥举行了大会。各方评价不一。有人说好。有人说坏。{word}海鸥发布了海鸥二号。"
    assert _relation(text, "develops").time == time


@pytest.mark.parametrize(
    ("word", "time"),
    [("在这场发布会上，", DAY), ("本次大会上，", DAY), ("在发布会之外，", None), ("在这场暴雨中，", None)],
)
def test_what_was_shown_at_an_event_is_of_its_day(word: str, time: str | None) -> None:
    text = f"有人说好。今天，海鸥举行了大会。各方评价不一。{word}海鸥推出了海鸥二号。"
    assert _relation(text, "develops").time == time


def test_what_a_firm_brings_its_cash_to_is_of_the_quarter_reported_on() -> None:
    told = "2024年第一季度，思科营收增长15%，达到6亿元。思科的{}现金储备增加到8亿元。"
    assert {c.time for c in figures(told.format("团队将其"), NAMES, DAY)} == {"2024-Q1"}
    told = "思科2024年第一季度业绩良好。思科毛利率为46%，略高于预期的45%。"
    assert [(c.time, c.change) for c in figures(told, NAMES, DAY)] == [("2024-Q1", "毛利率")] * 2


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("海鸥5月完成6亿元A轮融资；思科完成4亿元A轮融资。", None),
        ("海鸥5月完成6亿元A轮融资；海鸥完成4亿元A+轮融资。", "2024-05"),
        ("5月，海鸥完成6亿元A轮融资；思科完成4亿元A轮融资。", "2024-05"),
    ],
)
def test_the_time_of_one_firm_s_round_is_not_that_of_another_s(text: str, second: str | None) -> None:
    assert _times(text) == [("fundingRaised", "2024-05"), ("fundingRaised", second)]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("今天，海鸥宣布完成新一轮融资。思科投资了海鸥。", DAY),
        ("今天，海鸥宣布完成新一轮融资。投资方包括思科。", DAY),
        ("今天，海鸥搬了家。思科投资了海鸥。", None),
        ("去年12月，海鸥才完成一轮融资。本轮融资由思科领投海鸥。", None),
        ("截至2023年，海鸥有8万人。思科领投海鸥本轮融资。", None),
        ("海鸥成立于2018年。思科领投海鸥本轮融资。", None),
        ("去年12月，海鸥完成一轮融资。后来，海鸥获得思科领投的一轮融资。", None),
        ("海鸥在2023年搬了家。至今海鸥共完成七轮融资，投资方包括思科。", None),
        ("去年12月，海鸥完成一轮融资。至此，思科完成了对海鸥的投资。", None),
    ],
)
def test_investors_are_of_the_round_that_was_dated(text: str, time: str | None) -> None:
    assert {claim.time for claim in claims(text, NAMES, DAY) if claim.predicate == "investsIn"} == {time}


@pytest.mark.parametrize(
    ("text", "predicate", "time"),
    [
        ("2024年3月，海鸥发布了海鸥二号。", "develops", "2024-03"),
        ("2024年3月，思科谈到海鸥的海鸥二号。", "develops", None),
        ("2024年3月，海鸥首席执行官林一访问上海。", "worksFor", None),
        ("2024年3月，林一加入海鸥。", "worksFor", "2024-03"),
        ("2024年3月，林一成为海鸥首席执行官。", "worksFor", "2024-03"),
        ("2024年3月，开发者谈到海鸥的海鸥二号。", "develops", None),
        ("2024年3月，海鸥的海鸥二号迎来大批开发者。", "develops", None),
        ("2024年3月，海鸥发布了《潮汐白皮书》。", "publishes", "2024-03"),
        ("2024年3月，林一谈到海鸥的《潮汐白皮书》。", "publishes", None),
        ("2024年3月，海鸥在论文《潮汐白皮书》中提出了新架构。", "publishes", "2024-03"),
        ("2024年3月，海鸥将总部搬迁到深圳。", "locatedIn", "2024-03"),
        ("海鸥2019年成立于深圳。", "locatedIn", None),
    ],
)
def test_only_what_comes_about_has_the_time_of_its_sentence(text: str, predicate: str, time: str | None) -> None:
    assert _relation(text, predicate).time == time


def test_the_quarter_reported_on_is_not_one_that_was_foreseen_since() -> None:
    told = "5月22日，思科发布截至4月28日的第一财季业绩。{}当季，思科营收为130亿美元，高于上季度的120亿美元。"
    for between in ("", "思科预计第二季度营收为140亿美元。"):
        times = [time for _, time in _times(told.format(between), "2024-05-24")]
        assert times[-2:] == ["2024-04-28", "2024-01"]
    assert (
        _times("2024年第一季度，思科营收为127亿美元。思科预计第二季度营收为140亿美元，该季度亏损1亿美元。")[-1][1]
        == "2024-Q2"
    )


def test_sales_are_of_the_month_whose_sales_are_told_of_not_of_the_day() -> None:
    told = "多家车企11月1日公布10月交付量。思科{}交付7万辆，同比增长84%。"
    assert _times(told.format("")) == [("shipments", "2023-10"), ("growth", "2023-10")]
    assert _times(told.format("累计")) == [("shipments", None), ("growth", None)]
    assert _times("多家车企11月1日庆祝10月开业。思科交付7万辆。")[-1] == ("shipments", None)


def test_the_month_of_a_founding_is_not_that_of_later_accounts() -> None:
    assert _times("思科于2024年4月创立。公司营收超4000万美元。")[-1] == ("revenue", None)
    assert _times("思科在2024年4月上市。公司营收超4000万美元。")[-1] == ("revenue", "2024-04")


def test_the_day_up_to_which_a_report_goes_is_not_the_day_of_what_is_told() -> None:
    told = "思科CFO称，截至4月28日的2024财年第一季度，公司收入512亿美元。受消息提振，思科股价上涨4%。"
    assert _times(told)[-1] == ("stockChange", None)
    told = "6月3日，思科宣布裁员。思科发布截至4月28日的第一财季业绩。受此影响，思科股价当日上涨4%。"
    assert _times(told)[-1] == ("stockChange", "2024-06-03")
