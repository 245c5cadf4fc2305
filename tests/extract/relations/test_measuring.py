"""Whom a figure is about, and what it measures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from .claims import claims, figure, figures

Found = set[tuple[str, str, Decimal]]


def _found(text: str, **entities: str) -> Found:
    return {(c.subject, c.predicate, c.value or Decimal(0)) for c in figures(text, entities)}


def test_the_nearest_subject_of_the_clause_is_meant() -> None:
    found = _found("谷歌营收为800亿美元，微软营收为650亿美元。", 谷歌="Company", 微软="Company")
    assert found == {("谷歌", "revenue", Decimal(80_000_000_000)), ("微软", "revenue", Decimal(65_000_000_000))}


@pytest.mark.parametrize(
    "text",
    [
        "海螺与云川先后在深交所过会，两家公司去年营收分别为1亿美元和3亿元。",
        "海螺与云川正在竞争。在深交所，它们很受关注。两家公司去年营收分别为1亿美元和3亿元。",
    ],
)
def test_those_that_are_counted_are_the_last_that_were_named_as_many(text: str) -> None:
    found = _found(text, 海螺="Company", 云川="Company", 深交所="Organization")
    assert found == {("海螺", "revenue", Decimal(100_000_000)), ("云川", "revenue", Decimal(300_000_000))}


def test_what_those_that_are_counted_have_is_nobody_else_s() -> None:
    assert _found("云川投资了多人，三家公司去年营收分别为1亿元、2亿元和3亿元。", 云川="Company") == set()
    assert _found("海螺与云川正在竞争，两家公司去年营收合计3亿元。", 海螺="Company", 云川="Company") == set()


def test_the_head_of_a_noun_phrase_is_meant() -> None:
    assert figure("谷歌的Gemini月活跃用户达到3亿。", {"谷歌": "Company", "Gemini": "Product"}).subject == "Gemini"


def test_a_source_is_not_the_subject() -> None:
    found = _found("据路透社报道，思科营收为140亿美元。", 路透社="Organization", 思科="Company")
    assert found == {("思科", "revenue", Decimal(14_000_000_000))}


def test_who_counted_is_not_the_subject() -> None:
    names = {"IT桔子": "Company", "无人机": "Technology"}
    assert figure("IT桔子数据显示，去年无人机领域融资总额约为20亿美元。", names).subject == "无人机"


def test_who_foresees_is_not_the_subject() -> None:
    claim = figure("高盛料思科第三季营收达540亿美元。", {"高盛": "Company", "思科": "Company"})
    assert (claim.subject, claim.modality) == ("思科", "forecast")


@pytest.mark.parametrize(
    ("talk", "firm"),
    [
        ("星海董事长林远日前指出，公司第二季营收增长60%。", "星海"),
        ("星海董事长林远表示，第二季营收增长60%。", "星海"),
        ("星海分析师林远指出，公司第二季营收增长60%。", "云川"),
    ],
)
def test_an_officer_speaks_of_his_own_firm_and_an_analyst_of_others(talk: str, firm: str) -> None:
    found = _found(f"云川即将公布财报。{talk}", 云川="Company", 星海="Company", 林远="Person")
    assert found == {(firm, "growth", Decimal(60))}


def test_the_firm_that_a_text_is_about_is_called_so() -> None:
    text = "海螺成立于2019年。海螺在深圳。IPO前，星海、云川分别持股。完成融资后，{}估值达10亿美元。"
    names = {"海螺": "Company", "星海": "Company", "云川": "Company", "深圳": "Place"}
    assert _found(text.format("公司"), **names) == {("海螺", "valuation", Decimal(1_000_000_000))}
    assert ("海螺", "valuation", Decimal(1_000_000_000)) not in _found(text.format("云川"), **names)


def test_what_a_model_is_built_on_has_not_its_score() -> None:
    told = "云川推出了新产品。该产品{}海豚3，在SWE-bench上得分58%。"
    names = {"云川": "Company", "海豚3": "Model", "SWE-bench": "Report"}
    assert _found(told.format("基于"), **names) == set()
    assert _found("云川推出了新产品。它是以海豚3为基础开发，参数量为80亿。", **names) == set()
    assert _found("海豚3基于飞鸟2，在SWE-bench上得分58%。", 飞鸟2="Model", **names) == {("海豚3", "score", Decimal(58))}


def test_where_a_message_is_sent_from_is_no_seat() -> None:
    names = {"台北": "Place", "云川": "Company"}
    for told in (
        "（台北20日电）芯片公司云川公布财报。",
        "【台北讯】芯片公司云川公布财报。",
        "林远／台北报道 芯片公司云川公布财报。",
    ):
        assert not [claim for claim in claims(told, names) if claim.predicate == "locatedIn"]
    assert [claim.object for claim in claims("台北芯片公司云川公布财报。", names)] == ["台北"]


@pytest.mark.parametrize(
    "sent",
    [
        "新网科技讯 ",
        "新网科技讯 8月5日消息，",
        "（新网科技8月5日电）",
        "《新网科技》5日讯，",
        "新网科技8月5日 - ",
        "新网科技8月5日电-",
    ],
)
def test_by_whom_a_message_is_sent_is_no_firm_whose_round_it_tells_of(sent: str) -> None:
    names = {"新网科技": "Organization", "云川": "Company", "远山资本": "Company"}
    found = claims(f"{sent}云川宣布完成2亿美元B轮融资。本轮由远山资本领投。", names)
    assert {(claim.subject, claim.object) for claim in found if claim.object} == {("远山资本", "云川")}
    told = claims("新网科技8月5日电 芯片商云川周一宣布与远山资本签约，为后者生产芯片。", names)
    assert "新网科技" not in {claim.subject for claim in told}
    told = claims("新网科技讯飞云宣布完成2亿美元B轮融资。", {"新网科技": "Organization"})
    assert [claim.subject for claim in told] == ["新网科技"]


def test_accounts_of_a_company_go_on_behind_a_semicolon() -> None:
    names = {"云川": "Company", "小海": "Product", "海豚": "Product"}
    told = "云川发布年报。平台小海收入1亿元，工具海豚收入2亿元。一季度，公司营收17亿元，同比增长46%；净亏损7亿元。"
    found = {(subject, metric) for subject, metric, _ in _found(told, **names)}
    assert {("云川", "revenue"), ("云川", "growth"), ("云川", "profit")} <= found
    assert not {("小海", "profit"), ("海豚", "profit"), ("小海", "growth"), ("海豚", "growth")} & found


def test_the_round_of_a_former_officer_s_firm_is_not_of_the_one_he_left() -> None:
    names = {"云川": "Company", "林远": "Person"}
    assert _found("云川前高管林远创业：首轮融资1亿元。", **names) == set()
    assert _found("云川高管林远表示，首轮融资1亿元。", **names) == {("云川", "fundingRaised", Decimal(100_000_000))}


def test_whose_ranking_is_named_is_no_customer() -> None:
    names = {"财经周刊": "Organization", "云川": "Company", "星海": "Company"}
    assert not claims("云川的客户包括《财经周刊》世界500强。", names)
    assert [claim.object for claim in claims("云川的客户包括《财经周刊》。", names)] == ["财经周刊"]


def test_what_an_officer_tells_of_his_company_behind_a_product_is_of_his_firm() -> None:
    names = {"云川": "Company", "林远": "Person", "星网": "Organization", "小海": "Product", "海螺": "Company"}
    told = "云川CEO林远曾对星网表示，{}，公司4万名工程师都在用它。"
    assert ("云川", "employees", Decimal(40_000)) in _found(told.format("小海是他最喜欢的服务"), **names)
    assert ("云川", "employees", Decimal(40_000)) not in _found(told.format("海螺发展得很快"), **names)


@pytest.mark.parametrize("than", ["落后于", "仅次于", "低于"])
def test_those_in_a_list_that_a_figure_is_compared_with_have_their_own(than: str) -> None:
    found = _found(f"云川市占率为14%，{than}星海的20%和海螺的19%。", 云川="Company", 星海="Company", 海螺="Company")
    assert found == {(name, "marketShare", Decimal(n)) for name, n in (("云川", 14), ("星海", 20), ("海螺", 19))}
    names = {"云川": "Company", "星海": "Company", "海豚3": "Model", "飞鸟2": "Model", "飞鱼1": "Model"}
    found = _found(f"海豚3的幻觉率为2%，{than}云川飞鸟2的4%和星海飞鱼1的3%。", **names)
    assert {(name, int(value)) for name, _, value in found} == {("海豚3", 2), ("飞鸟2", 4), ("飞鱼1", 3)}


def test_what_another_word_measures_does_not_go_on() -> None:
    found = _found("海豚3的月活用户超过15亿，每月处理的词元量从9万亿增至480万亿。", 海豚3="Model")
    assert [value for _, metric, value in found if metric == "users"] == [Decimal(1_500_000_000)]


def test_what_is_called_the_same_goes_on() -> None:
    text = "海豚3的训练成本约为900万美元，而飞鱼系统的成本约为1600万美元。"
    found = _found(text, 海豚3="Model", 飞鱼="Model")
    assert found == {("海豚3", "trainingCost", Decimal(9_000_000)), ("飞鱼", "trainingCost", Decimal(16_000_000))}


def test_where_a_share_is_traded_is_not_the_subject() -> None:
    names = {"纳斯达克": "Company", "思科": "Company"}
    assert figure("思科股价早盘时在纳斯达克交易中跌了1.8%。", names).subject == "思科"


def test_what_is_compared_with_is_not_the_subject() -> None:
    assert figure("与谷歌相比，微软营收增长了15%。", {"谷歌": "Company", "微软": "Company"}).subject == "微软"


def test_a_name_after_the_figure_can_be_the_subject() -> None:
    assert figure("估值30亿美元的Cohere来自加拿大。", {"Cohere": "Company"}).subject == "Cohere"


def test_the_subject_of_the_sentence_before_goes_on() -> None:
    found = _found("思科发布了财报。第一季度营收为140亿美元。", 思科="Company")
    assert found == {("思科", "revenue", Decimal(14_000_000_000))}


def test_each_round_in_a_list_of_deals_is_its_own_company_s() -> None:
    text = "大额投资包括远山80亿元的云川交易、星海在2021年4月的3亿元融资以及北岸在9月的7亿元融资等。"
    names = dict.fromkeys(("远山", "云川", "星海", "北岸"), "Company")
    raised = {(c.subject, c.value) for c in figures(text, names) if c.predicate == "fundingRaised"}
    assert raised == {("星海", Decimal(300_000_000)), ("北岸", Decimal(700_000_000))}


def test_the_money_of_a_round_is_raised_as_well_as_invested() -> None:
    names = dict.fromkeys(("远山", "云川"), "Company")
    raised = [
        (c.subject, c.value) for c in figures("远山领投了云川的3亿元融资。", names) if c.predicate == "fundingRaised"
    ]
    assert raised == [("云川", Decimal(300_000_000))]
    assert not figures("远山向云川投资了3亿元。", names)


def test_who_gave_money_is_not_what_is_worth_so_much() -> None:
    names = dict.fromkeys(("远山", "云川", "星海"), "Company")
    found = figures("星海在D轮融资中拿到了远山和云川的2亿美元巨款，公司估值暴涨至22亿美元。", names)
    assert {(c.subject, c.predicate) for c in found} == {("星海", "fundingRaised"), ("星海", "valuation")}


def test_a_firm_is_worth_what_stands_behind_its_product() -> None:
    text = "星海开发了海豚应用，去年获得云川领投，估值超过10亿美元。"
    found = figures(text, {"星海": "Company", "海豚应用": "Product", "云川": "Company"})
    assert {c.subject for c in found if c.predicate == "valuation"} == {"星海"}


def test_the_same_amount_in_brackets_is_no_second_one() -> None:
    assert len(figures("星海正以15亿美元（超100亿元）的估值融资。", {"星海": "Company"})) == 1


@pytest.mark.parametrize(
    "text",
    [
        "星海获得远山在4月的3亿元融资。",
        "星海得到了来自远山在4月的3亿元融资。",
        "星海发布财报，对比远山在4月的3亿元融资并不逊色。",
    ],
)
def test_what_is_got_from_somebody_or_compared_with_is_not_by_grammar_theirs(text: str) -> None:
    sure = [c for c in figures(text, {"星海": "Company", "远山": "Company"}) if c.subject == "远山"]
    assert all(c.confidence < 0.7 for c in sure)


def test_a_heading_governs_the_lines_below_it() -> None:
    text = "Cohere\n成立时间：2019年\n估值：55亿美元\n\nReka\n成立时间：2022年\n估值：3亿美元\n"
    found = _found(text, Cohere="Company", Reka="Company")
    assert ("Cohere", "valuation", Decimal(5_500_000_000)) in found
    assert ("Reka", "valuation", Decimal(300_000_000)) in found


def test_a_line_says_what_the_list_below_it_measures() -> None:
    names = {"小米": "Company", "思科": "Company"}
    found = _found("各公司第三季营收：\n- 小米：9亿元\n- 思科：约7亿元", **names)
    assert found == {("小米", "revenue", Decimal(900_000_000)), ("思科", "revenue", Decimal(700_000_000))}
    found = _found("各公司第三季营收：\n小米很好。\n思科：7亿元", **names)
    assert not {metric for _, metric, _ in found} & {"revenue"}


def test_what_was_counted_of_one_is_counted_of_the_next() -> None:
    names = {"小米": "Company", "思科": "Company"}
    found = _found("小米出货500万支，市占率9%，思科400万支，市占率7%。", **names)
    assert {row for row in found if row[1] == "shipments"} == {
        ("小米", "shipments", Decimal(5_000_000)),
        ("思科", "shipments", Decimal(4_000_000)),
    }
    found = _found("小米出货500万支，市占率9%，思科有400万名用户。", **names)
    assert {subject for subject, metric, _ in found if metric == "shipments"} == {"小米"}


def test_figures_are_dealt_out_over_a_list() -> None:
    found = _found("美光、博通分别下跌4.1%、3.2%。", 美光="Company", 博通="Company")
    assert found == {("美光", "stockChange", Decimal("-4.1")), ("博通", "stockChange", Decimal("-3.2"))}


def test_a_figure_said_of_a_list_is_said_of_each() -> None:
    found = _found("美光、博通跌超2%。", 美光="Company", 博通="Company")
    assert {subject for subject, _, _ in found} == {"美光", "博通"}


def test_a_conversion_in_brackets_is_left_out() -> None:
    for again in ("约合6.5亿美元", "折合台币约200亿元"):
        found = figures(f"Mistral完成6亿欧元（{again}）的融资。", {"Mistral": "Company"})
        assert [(c.value, c.unit) for c in found] == [(Decimal(600_000_000), "EUR")]
    for each, left in (("分别约为5亿美元和1亿美元", 2), ("分成两期：5亿美元和1亿美元", 4)):
        text = f"云川公司筹集了4亿欧元股权和2亿欧元债务（{each}）。"
        assert len(figures(text, {"云川公司": "Company"})) <= left


def test_a_rise_from_one_level_to_another_gives_both() -> None:
    found = _found("小米营收从700亿元增长到900亿元。", 小米="Company")
    assert found == {("小米", "revenue", Decimal(70_000_000_000)), ("小米", "revenue", Decimal(90_000_000_000))}


def test_a_rate_and_the_level_reached_are_two_figures() -> None:
    found = _found("小米营收同比增长35%至900亿元。", 小米="Company")
    assert found == {("小米", "growth", Decimal(35)), ("小米", "revenue", Decimal(90_000_000_000))}


def test_the_level_that_a_rise_by_points_led_to_is_no_rise() -> None:
    found = _found("小米毛利率提升7个百分点至42%。", 小米="Company")
    assert {value for _, metric, value in found if metric == "growth"} == {Decimal(7)}
    found = _found("小米市占率提升7个百分点至42%。", 小米="Company")
    assert found == {("小米", "growth", Decimal(7)), ("小米", "marketShare", Decimal(42))}


def test_a_cue_is_carried_to_a_clause_that_only_says_how_much() -> None:
    found = _found("小米营收达到900亿元，高于市场预期的850亿元。", 小米="Company")
    assert {value for _, metric, value in found if metric == "revenue"} == {
        Decimal(90_000_000_000),
        Decimal(85_000_000_000),
    }


def test_a_cue_is_carried_to_the_peak_that_was_reached() -> None:
    found = _found("云川公司收入由2014年的3亿元，迅速增长至2021年巅峰的48亿元。", 云川公司="Company")
    assert found == {("云川公司", "revenue", Decimal(value)) for value in (300_000_000, 4_800_000_000)}


def test_the_money_of_an_investment_is_part_of_the_relation() -> None:
    found = claims("微软向Mistral投资1600万美元。", {"微软": "Company", "Mistral": "Company"})
    assert not [claim for claim in found if claim.kind == "quantity"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("诺基亚净亏损2亿欧元。", -200_000_000),
        ("诺基亚净利润为2亿欧元。", 200_000_000),
        ("诺基亚税后净损2亿欧元。", -200_000_000),
        ("诺基亚转亏为盈，净赚2亿欧元。", 200_000_000),
        ("诺基亚销售额下降9%。", -9),
        ("诺基亚销售额增加至少9%。", 9),
        ("诺基亚股价上涨4%。", 4),
    ],
)
def test_signs(text: str, value: int) -> None:
    assert figure(text, {"诺基亚": "Company"}).value == value


def test_the_sign_of_a_change_is_not_that_of_the_one_right_before() -> None:
    found = _found("诺基亚11月营收469亿元 月减9%年增3%", 诺基亚="Company")
    assert {each[2] for each in found if each[1] == "growth"} == {Decimal(-9), Decimal(3)}


def test_a_fraction_of_what_it_was_stays_positive() -> None:
    claim = figure("Phi-3的推理成本下降为原来的四分之一。", {"Phi-3": "Model"})
    assert (claim.predicate, claim.value) == ("growth", Decimal("0.25"))


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("诺基亚营收同比增长9%。", "营收同比"),
        ("诺基亚营收为44亿欧元，同比增长9%。", "营收同比"),
        ("诺基亚的推理成本降低了9%。", "推理成本"),
        ("诺基亚拥有60多个数据中心。", "数据中心"),
    ],
)
def test_change_says_what_is_measured(text: str, change: str) -> None:
    found = figures(text, {"诺基亚": "Company"})
    assert change in {claim.change for claim in found}


def test_evidence_shows_subject_cue_and_figure() -> None:
    text = "财报显示，诺基亚上季度的营收为44亿欧元，好于去年。"
    quote = figure(text, {"诺基亚": "Company"}).evidence.quote
    assert quote == "诺基亚上季度的营收为44亿欧元"


def test_durations_and_small_counts_are_not_told() -> None:
    assert not figures("诺基亚花了3年，开了2次会。", {"诺基亚": "Company"})


def test_without_a_name_there_is_no_claim() -> None:
    assert not figures("营收为44亿欧元，同比增长9%。", {})


def test_a_cue_that_follows_another_figure_is_that_ones() -> None:
    found = _found("Cohere完成了3亿美元B轮、60亿美元估值的融资。", Cohere="Company")
    assert ("Cohere", "fundingRaised", Decimal(300_000_000)) in found
    assert ("Cohere", "valuation", Decimal(6_000_000_000)) in found


def test_a_figure_goes_on_with_another_name() -> None:
    found = _found("小鹏的市场份额为6%，落后于理想的11%。", 小鹏="Company", 理想="Company")
    assert found == {("小鹏", "marketShare", Decimal(6)), ("理想", "marketShare", Decimal(11))}


def test_a_figure_goes_on_with_another_version_or_with_all_of_a_list() -> None:
    found = _found("海豚3标准版售价2500元，Pro版2700元，18小时卖了9000元。", 海豚3="Product")
    assert {each[2] for each in found if each[1] == "price"} == {Decimal(2500), Decimal(2700)}
    names = {"云川": "Company", "远山": "Company", "海螺": "Company"}
    found = _found("云川达到10亿美元年化营收，远山（法律）、海螺（医疗）都突破了1亿美元。", **names)
    revenue = {(each[0], each[2]) for each in found if each[1] == "revenue"}
    assert revenue >= {("远山", Decimal(100_000_000)), ("海螺", Decimal(100_000_000))}
    found = _found("云川市值破5万亿美元 林远身家增至1760亿美元", 云川="Company", 林远="Person")
    assert {each[2] for each in found if each[1] == "marketCap"} == {Decimal(5_000_000_000_000)}


def test_what_was_expected_has_the_metric_of_what_came() -> None:
    for than in ("但略低于分析师平均预期", "优于分析师预估", "不如预期"):
        found = _found(f"思科第一季度收入140亿美元，{than}的145亿美元。", 思科="Company")
        assert ("思科", "revenue", Decimal(14_500_000_000)) in found


def test_companies_counted_by_their_value_give_no_valuation() -> None:
    found = _found("Cohere的投资方已有12家公司估值超过10亿美元。", Cohere="Company")
    assert not {each for each in found if each[1] == "valuation"}


def test_the_investor_is_not_what_is_valued() -> None:
    names = {"红杉": "Company", "Cohere": "Company"}
    assert figure("红杉投资的Cohere正在推进超过50亿美元估值的新一轮融资。", names).subject == "Cohere"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("远山资本向星海智能投资3亿美元，对其估值为20亿美元。", "星海智能"),
        ("远山资本对星海智能的估值为20亿美元。", "星海智能"),
        ("星海智能融资顺利，远山资本更是为其估值20亿美元。", "星海智能"),
        ("远山资本估值为20亿美元，去年投资了星海智能。", "远山资本"),
        ("星海智能融资顺利，临江日报报道称其估值为20亿美元。", "星海智能"),
    ],
)
def test_who_appraises_or_tells_is_not_what_is_valued(text: str, subject: str) -> None:
    names = {"远山资本": "Company", "星海智能": "Company", "临江日报": "Organization"}
    found = figures(text, {name: kind for name, kind in names.items() if name in text})
    assert {c.subject for c in found if c.predicate == "valuation"} == {subject}


def test_who_buys_of_a_firm_is_not_what_is_valued() -> None:
    text = "{}。今年云川公司{}，公司估值超过290亿美元。"
    names = {"星海智能": "Company", "云川公司": "Company"}
    found = figures(text.format("星海智能受追捧", "以143亿美元收购其49%股份"), names)
    assert {c.subject for c in found if c.predicate == "valuation"} == {"星海智能"}
    assert figure(text.format("市场火热", "扩建了园区"), {"云川公司": "Company"}).subject == "云川公司"


def test_a_fall_by_a_range_runs_from_its_least_value() -> None:
    claim = figure("星海2024年的营收下降15-20%。", {"星海": "Company"})

    assert (claim.value, claim.value_max) == (Decimal(-20), Decimal(-15))


def test_prices_of_several_countries_are_no_conversions() -> None:
    found = _found("海豚3起售价是699英镑（799欧元/729美元/1199澳元）。", 海豚3="Product")
    assert found == {("海豚3", "price", Decimal(value)) for value in (699, 799, 729, 1199)}
    found = _found("海豚3起售价是£699（€799 / $729 / A$1199）。", 海豚3="Product")
    assert found == {("海豚3", "price", Decimal(value)) for value in (699, 799, 729, 1199)}


def test_a_cue_is_found_behind_a_conversion_in_brackets() -> None:
    found = _found("云川公司去年有4亿英镑（约合5亿美元）的收入。", 云川公司="Company")
    assert found == {("云川公司", "revenue", Decimal(400_000_000))}


def test_the_size_of_a_new_model_is_not_that_of_the_product_that_presents_it() -> None:
    names = {"小海": "Product", "海豚3": "Model"}
    assert _found("小海发布海豚3：百亿参数。", **names) == {("海豚3", "parameters", Decimal(10_000_000_000))}


def test_a_price_is_that_of_the_thing_not_of_its_maker() -> None:
    names = {"云川公司": "Company", "飞鱼X1": "Chip"}
    assert figure("云川公司需要大量的飞鱼X1，每颗价格在3万美元左右。", names).subject == "飞鱼X1"
    assert figure("飞鱼X1推动了需求，云川公司的股价收于31美元。", names).subject == "云川公司"


def test_a_figure_that_little_ties_to_any_name_is_nobody_s() -> None:
    names = {"北岸": "Company", "远山": "Company", "星海": "Company"}
    text = "北岸与远山合作，北岸是远山的客户。由星海领投的这一轮融资达到9亿美元。"
    assert "fundingRaised" not in {c.predicate for c in figures(text, names)}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("云川公司今天推出海豚3，采用新架构，单核性能提升35%。", "海豚3"),
        ("云川公司今天推出海豚3，财报也不错，净利润增长35%。", "云川公司"),
    ],
)
def test_what_changes_says_who_is_meant(text: str, subject: str) -> None:
    found = figures(text, {"云川公司": "Company", "海豚3": "Chip"})
    assert [c.subject for c in found if c.predicate == "growth"] == [subject]


def test_a_place_is_where_a_firm_has_its_revenue() -> None:
    found = figures("云川公司在丹麦收入增长了31%。", {"云川公司": "Company", "丹麦": "Place"})
    assert [(c.subject, c.predicate) for c in found] == [("云川公司", "growth")]


@pytest.mark.parametrize("told", ["研发开支2亿元，升17%。", "毛利率38%，升17%。", "研发开支大幅增长17%。"])
def test_what_only_firms_spend_or_keep_is_of_no_thing(told: str) -> None:
    text = f"云川公司公布业绩，云川公司总部在丹麦。小海月活跃用户3亿，增长3%。{told}"
    found = figures(text, {"云川公司": "Company", "丹麦": "Place", "小海": "Product"})
    grown = {(c.subject, c.value) for c in found if c.predicate == "growth"}
    assert grown == {("小海", Decimal(3)), ("云川公司", Decimal(17))}


def test_the_points_of_a_list_are_as_near_to_the_firm_over_them() -> None:
    points = "- 营收：10亿美元\n- 毛利：4亿美元\n- 现金：3亿美元\n- 存货：2亿美元\n- 净利：1亿美元"
    claim = figures(f"云川公司公布了业绩。\n{points}", {"云川公司": "Company"})[-1]
    assert (claim.subject, claim.predicate) == ("云川公司", "profit")


def test_a_site_whose_users_tell_is_not_the_subject() -> None:
    assert not figures("在星网上的用户报告称，每月30美元。", {"星网": "Product"})
    assert figure("星网的用户很多，星网每月30美元。", {"星网": "Product"}).subject == "星网"


def test_what_no_subject_is_known_to_have_is_less_sure_of_one_named_before() -> None:
    before, names = "云川公司发布了一份报告。", {"云川公司": "Company"}
    surely, hardly = (figure(f"{before}{what}增加了46%。", names) for what in ("净利润", "攻击的数量"))
    assert surely.predicate == hardly.predicate == "growth"
    assert surely.confidence > hardly.confidence


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("云川公司的股价上涨，收入增长了12%，满意度高达91%。", {12}),
        ("云川公司的收入增长了12%至15%。", {12, 15}),
        ("云川公司的响应率有所提高，达到75%。", set()),
        ("云川公司增长率达到75%。", {75}),
    ],
)
def test_levels_and_shares_do_not_go_on_from_a_rate_of_change(text: str, values: set[int]) -> None:
    found = figures(text, {"云川公司": "Company"})
    assert {each for c in found if c.predicate == "growth" for each in (c.value, c.value_max) if each} == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("云川公司有400名员工、3辆试验车。", {400}),
        ("小海拥有9亿用户，被反复提及三次。", {900_000_000}),
        ("小海被30万名用户和5000家企业采用。", {300_000}),
    ],
)
def test_a_metric_does_not_go_on_to_what_it_never_counts(text: str, values: set[int]) -> None:
    claims = figures(text, {"云川公司": "Company", "小海": "Product"})
    assert {int(c.value or 0) for c in claims if c.predicate != "otherMetric"} == values


def test_what_stands_in_brackets_behind_a_name_is_its_own() -> None:
    text = "海豚4（70亿参数）和小海4（140亿参数）等新的海豚模型即将推出。"
    found = _found(text, 海豚4="Model", 小海4="Model", 海豚="Model")
    assert {(name, int(value)) for name, metric, value in found if metric == "parameters"} == {
        ("海豚4", 7_000_000_000),
        ("小海4", 14_000_000_000),
    }


def test_a_model_whose_name_says_its_size_has_no_other() -> None:
    names = {"海豚3 70B": "Model", "小海 8x7B": "Model"}
    assert _found("海豚3 70B的参数为70亿。", **names) == set()
    assert _found("海豚3 70B的参数为700亿。", **names) == {("海豚3 70B", "parameters", Decimal(70_000_000_000))}
    assert _found("小海 8x7B的参数为467亿。", **names) == {("小海 8x7B", "parameters", Decimal(46_700_000_000))}


def test_a_name_that_says_the_kind_of_the_next_is_not_meant() -> None:
    found = _found("首个海豚模型海豚3拥有38亿参数。", 海豚="Model", 海豚3="Model")
    assert found == {("海豚3", "parameters", Decimal(3_800_000_000))}


def test_whom_the_figure_before_is_about_goes_on_in_its_sentence() -> None:
    text = "星海智能成立。星海智能扩张。星海智能收购了云川公司，后者的营收为4亿元，净利润为3亿元。"
    found = _found(text, 星海智能="Company", 云川公司="Company")
    assert ("云川公司", "profit", Decimal(300_000_000)) in found


def test_whom_the_last_figure_is_about_goes_on_in_the_next_sentence() -> None:
    text = "星海智能扩张。星海智能买下云川公司，云川公司估值为4亿元。营收为3亿元，增长了5%。"
    found = _found(text, 星海智能="Company", 云川公司="Company")
    assert {("云川公司", "revenue", Decimal(300_000_000)), ("云川公司", "growth", Decimal(5))} <= found


def test_a_name_ends_what_goes_on() -> None:
    text = "云川公司估值为4亿元。星海智能扩张，营收为3亿元。"
    found = _found(text, 星海智能="Company", 云川公司="Company")
    assert ("星海智能", "revenue", Decimal(300_000_000)) in found


def test_a_figure_goes_on_behind_the_same_amount_in_another_currency() -> None:
    text = "云川公司市值达到3亿美元（21亿元），超过星海智能（2亿美元）。"
    found = _found(text, 云川公司="Company", 星海智能="Company")
    assert {("云川公司", "marketCap", Decimal(300_000_000)), ("星海智能", "marketCap", Decimal(200_000_000))} <= found


def test_a_clause_that_only_says_how_much_goes_on_from_its_cue() -> None:
    found = _found("云川公司出租机房的利润，就已经高达4亿元。", 云川公司="Company")
    assert found == {("云川公司", "profit", Decimal(400_000_000))}


def test_the_standard_of_a_comparison_is_not_the_subject_however_it_is_described() -> None:
    names = {"海豚3": "Product", "海豚2": "Product"}
    assert figure("海豚3的吞吐量比眼下最畅销的海豚2提高了40%。", names).subject == "海豚3"
    assert figure("海豚3的吞吐量超海豚2 3倍。", names).subject == "海豚3"
    assert not figures("这笔钱比海豚2的售价高出43%。", {"海豚2": "Product"})
    firms = {"云川": "Company", "远山": "Company"}
    assert figure("云川一举拉下远山，市占率升至8%。", firms).subject == "云川"


COMPANIES = dict.fromkeys(("云川", "远山", "星海"), "Company")


def test_a_list_of_several_classes_is_dealt_out() -> None:
    names = {"云川": "Company", "海豚3": "Product", "飞鱼": "Model"}
    found = _found("海豚3、云川和飞鱼的月活用户分别为3亿、2亿和1亿。", **names)
    assert found == {(name, "users", Decimal(n * 10**8)) for name, n in (("海豚3", 3), ("云川", 2), ("飞鱼", 1))}


def test_a_thing_behind_its_maker_is_one_of_a_list() -> None:
    names = {**COMPANIES, "海豚3": "Chip", "飞鱼2": "Chip"}
    found = _found("云川海豚3和远山的飞鱼2售价分别为3万美元和2万美元。", **names)
    assert found == {("海豚3", "price", Decimal(30_000)), ("飞鱼2", "price", Decimal(20_000))}


def test_figures_that_are_dealt_out_twice() -> None:
    names = {"云川": "Company", "海豚3": "Product"}
    found = _found("云川和海豚3的营收分别为3亿元和2亿元，同比分别增长5%和7%。", **names)
    assert {(subject, value) for subject, metric, value in found if metric == "growth"} == {
        ("云川", Decimal(5)),
        ("海豚3", Decimal(7)),
    }


def test_as_many_figures_as_names_are_dealt_out_without_a_word_for_it() -> None:
    found = _found("云川、远山的市场份额为36%和19%。", **COMPANIES)
    assert found == {("云川", "marketShare", Decimal(36)), ("远山", "marketShare", Decimal(19))}


def test_what_several_have_together_is_none_s() -> None:
    assert not figures("云川和远山资本支出合计达到1500亿美元，同比增长40%。", COMPANIES)
    assert figures("云川和远山资本支出均达到1500亿美元。", COMPANIES)
    found = _found("云川、远山共交付30万辆，其中云川9万辆，远山21万辆。", **COMPANIES)
    assert found == {("云川", "shipments", Decimal(90_000)), ("远山", "shipments", Decimal(210_000))}


def test_parts_of_a_sum_are_of_its_metric() -> None:
    text = "几家巨头去年的资本支出合计达773亿美元，同比增长62%。其中云川214亿美元，远山250亿美元。"
    found = {(c.subject, c.value) for c in figures(text, COMPANIES) if c.predicate == "capitalExpenditure"}
    assert found == {("云川", Decimal(21_400_000_000)), ("远山", Decimal(25_000_000_000))}
    assert {c.predicate for c in figures("云川去年营收3亿美元。远山宣布了2亿美元。", COMPANIES)} != {"revenue"}


def test_a_metric_may_head_the_sentence() -> None:
    found = _found("营收方面，云川为441亿美元，远山约74亿美元。", **COMPANIES)
    assert found == {("云川", "revenue", Decimal(44_100_000_000)), ("远山", "revenue", Decimal(7_400_000_000))}


@pytest.mark.parametrize(
    "text",
    [
        "云川数据显示，2024年全球半导体收入6260亿美元，同比增长18%。",
        "据云川统计，去年全球平板出货量2.6亿台。",
        "云川预计，2027年机器人市场规模将达到5000亿美元。",
        "云川数据显示，我国智能产业规模超过9000亿元。",
    ],
)
def test_who_counts_the_world_is_not_what_is_counted(text: str) -> None:
    assert not figures(text, {"云川": "Organization"})


@pytest.mark.parametrize(
    "text",
    ["云川表示，全球营收达到441亿美元。", "云川财报数据显示，营收达到441亿美元。", "云川预计营收将达到441亿美元。"],
)
def test_a_firm_may_tell_its_own_figures(text: str) -> None:
    assert figure(text, {"云川": "Company"}).predicate == "revenue"


@pytest.mark.parametrize(
    "text",
    [
        "远山维持对云川的“增持”评级，目标价170美元。",
        "远山把云川的目标价上调到170美元。",
        "云川股价创下新高。远山则将目标价上调至170美元。",
    ],
)
def test_a_target_price_is_not_the_broker_s(text: str) -> None:
    claim = figure(text, COMPANIES)
    assert (claim.subject, claim.predicate, claim.value) == ("云川", "price", Decimal(170))


def test_an_exchange_is_not_what_is_traded() -> None:
    names = {"云川": "Company", "北岸交易所": "Organization"}
    assert figure("云川2020年登陆北岸交易所，目前市值超过2500亿元。", names).subject == "云川"
    assert figure("云川通过北岸交易所聆讯，集资6亿美元。", names).subject == "云川"
    assert figure("云川拜访了北岸交易所，后者集资6亿美元。", names).subject == "北岸交易所"


def test_wealth_is_a_person_s() -> None:
    names = {"云川": "Company", "林远": "Person"}
    assert figure("云川董事长林远身价达120亿美元。", names).subject == "林远"
    assert figure("云川董事长林远说，订单达120亿美元。", names).subject == "云川"


def test_an_index_that_a_share_joins_did_not_rise() -> None:
    names = {"云川": "Company", "北岸指数": "Report"}
    assert figure("云川获纳入北岸指数成份股，股价应声升5.4%。", names).subject == "云川"
    assert figure("云川不忙，北岸指数成份股升5.4%。", names).subject == "北岸指数"
    assert figure("在北岸交易所上市的云川股价上涨5%。", names).subject == "云川"


def test_results_of_a_quarter_are_the_maker_s() -> None:
    names = {"云川": "Company", "海豚3": "Product"}
    found = _found("云川海豚3销量下滑，公司第二季度营收908亿美元，净利润236亿美元。", **names)
    assert {subject for subject, _, _ in found} == {"云川"}
    assert figure("云川海豚3去年营收达到3亿美元。", names).subject == "海豚3"


def test_a_price_is_not_that_of_a_part() -> None:
    names = {"海豚3": "Product", "飞鱼2": "Chip"}
    assert figure("海豚3搭载飞鱼2，起售价6999元。", names).subject == "海豚3"
    assert figure("搭载飞鱼2的海豚3，起售价6999元。", names).subject == "海豚3"


def test_the_score_of_a_rival_is_a_score() -> None:
    names = {"海豚3": "Model", "飞鱼2": "Model"}
    found = _found("海豚3在数学测试中取得88.7分的成绩，远超飞鱼2的86.1分。", **names)
    assert found == {("海豚3", "score", Decimal("88.7")), ("飞鱼2", "score", Decimal("86.1"))}


@pytest.mark.parametrize(
    "said",
    [
        "云川供应商远山去年营收30亿元。",
        "云川的大客户远山去年营收30亿元。",
        "云川投资者远山去年营收30亿元。",
        "云川最大的竞争对手远山去年营收30亿元。",
        "云川母公司远山去年营收30亿元。",
        "云川长期合作伙伴远山去年营收30亿元。",
        "云川的承包公司远山去年营收30亿元。",
    ],
)
def test_whom_a_name_is_told_by_is_not_the_subject(said: str) -> None:
    assert {c.subject for c in figures(said, COMPANIES)} == {"远山"}


def test_what_several_firms_have_together_is_of_none_named_behind() -> None:
    found = _found("多家代工厂营收合计417亿美元，云川营收为90亿美元。", **COMPANIES)
    assert found == {("云川", "revenue", Decimal(9_000_000_000))}
    assert figure("云川作为头部企业，营收为90亿美元。", COMPANIES).subject == "云川"


def test_what_is_invested_at_a_price_is_no_price() -> None:
    found = _found("云川宣布以每股23元的价格向远山投资50亿元。", **COMPANIES)
    assert {(metric, value) for _, metric, value in found} == {("price", Decimal(23))}


def test_where_something_is_built_is_not_who_pays() -> None:
    found = _found("云川拟斥资300亿元在海州打造新园区。", 云川="Company", 海州="Place")
    assert {subject for subject, _, _ in found} == {"云川"}


def test_each_of_two_changes_has_its_own_sign() -> None:
    found = _found("云川8月营收月减2.3%、年增14.2%。", **COMPANIES)
    assert found == {("云川", "growth", Decimal("-2.3")), ("云川", "growth", Decimal("14.2"))}
    found = _found("云川、远山、星海营收分别年增3%、年减5%及年增8%。", **COMPANIES)
    assert {(who, int(value)) for who, _, value in found} == {("云川", 3), ("远山", -5), ("星海", 8)}
    both = _found("云川、远山营收分别下滑5%和8%。", **COMPANIES)
    assert both == {("云川", "growth", Decimal(-5)), ("远山", "growth", Decimal(-8))}
    both = _found("云川、远山营收分别下滑5%、8%。", **COMPANIES)
    assert both == {("云川", "growth", Decimal(-5)), ("远山", "growth", Decimal(-8))}


def test_about_is_no_conversion() -> None:
    found = _found("云川去年营收37亿美元，亏损约50亿美元。", **COMPANIES)
    assert ("云川", "profit", Decimal(-5_000_000_000)) in found
    assert len(figures("云川去年亏损3亿美元，约21亿元人民币。", COMPANIES)) == 1


def test_earnings_per_share_are_no_revenue() -> None:
    found = _found("云川营收约76亿元新台币，每股盈余为12.54元新台币。", **COMPANIES)
    assert {metric for _, metric, value in found if value == Decimal("12.54")} == {"otherMetric"}


def test_the_figure_of_a_rival_is_the_rival_s() -> None:
    names = {"海豚3": "Model", "飞鱼2": "Model"}
    found = _found("海豚3的幻觉率仅为2.1%，低于飞鱼2的3.5%。", **names)
    assert found == {("海豚3", "otherMetric", Decimal("2.1")), ("飞鱼2", "otherMetric", Decimal("3.5"))}
    made = _found("海豚3的幻觉率仅为2.1%，低于云川飞鱼2的3.5%。", 云川="Company", **names)
    assert ("飞鱼2", "otherMetric", Decimal("3.5")) in made


def test_a_yardstick_is_not_what_is_measured() -> None:
    names = {"海豚3": "Chip", "云川": "Company", "飞鱼2": "Chip"}
    assert {c.subject for c in figures("远山推出海豚3，单卡算力达到云川飞鱼2的80%。", names)} == {"海豚3"}
    assert figure("远山一家就可能占云川去年收入的22%。", COMPANIES).subject == "远山"
    assert figure("云川在欧洲的软件业务占其收入的22%。", COMPANIES).subject == "云川"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("远山投资了估值30亿美元的云川。", "云川"),
        ("远山与估值30亿美元的芬兰初创公司云川合作。", "云川"),
        ("远山盯上了估值30亿美元的星海对手云川。", "云川"),
        ("远山估值30亿美元的云川股份被卖掉。", "远山"),
        ("远山提到估值30亿美元、去年筹资2亿美元的新创公司云川。", "云川"),
    ],
)
def test_whom_a_figure_describes_is_its_subject(text: str, subject: str) -> None:
    found = figures(text, {**COMPANIES, "星海": "Company", "芬兰": "Place"})
    assert [c.subject for c in found if c.predicate == "valuation"] == [subject]


def test_a_size_is_that_of_the_model_it_describes() -> None:
    names = {"海豚3": "Model", "飞鸟2": "Model"}
    assert figure("海豚3比120亿参数的飞鸟2更准。", names).subject == "飞鸟2"
    assert not any(c.subject == "生成式AI" for c in figures("万亿参数规模的生成式AI。", {"生成式AI": "Technology"}))


def test_a_cue_in_brackets_is_not_that_of_what_follows_them() -> None:
    text = "云川的营业利润（包括出租机房的收入）同比增长39%，达到11亿美元。"
    assert ("云川", "profit", Decimal(1_100_000_000)) in _found(text, 云川="Company")
    text = "云川的资本支出（包括设备采购和长期租赁）高达19亿美元。"
    assert _found(text, 云川="Company") == {("云川", "capitalExpenditure", Decimal(1_900_000_000))}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("云川年收入达到6000万美元，而仅机房的维护成本就高达9600万美元。", {60_000_000}),
        ("云川占据手环市场约85%的份额，毛利率高达75%。", {85}),
        ("云川的年收入从6000万美元增至9600万美元。", {60_000_000, 96_000_000}),
        ("云川的收入增至每年6000万美元，即每月约500万美元。", {60_000_000, 5_000_000}),
    ],
)
def test_a_metric_does_not_go_on_to_another_measure(text: str, values: set[int]) -> None:
    found = figures(text, {"云川": "Company"})
    assert {int(c.value or 0) for c in found if c.predicate in ("revenue", "marketShare")} == values


@pytest.mark.parametrize(
    "text",
    [
        "云川报告显示，前16大科技公司每年从澳大利亚获得27亿澳元的收入。",
        "在云川的投资组合里，有些公司已达到1000万美元的年收入。",
    ],
)
def test_what_unnamed_firms_have_is_not_the_teller_s(text: str) -> None:
    assert not any(c.predicate == "revenue" for c in figures(text, {"云川": "Company", "澳大利亚": "Place"}))


def test_each_of_several_years_or_firms_has_its_figure() -> None:
    found = _found("云川和远山去年的净利润，均不到3亿元。", **COMPANIES)
    assert found == {(name, "profit", Decimal(300_000_000)) for name in ("云川", "远山")}
    found = _found("云川连续两年的收入，分别为10亿元、13亿元。", 云川="Company")
    assert {value for _, metric, value in found if metric == "revenue"} == {1_000_000_000, 1_300_000_000}


def test_a_share_price_is_not_that_of_a_product() -> None:
    text = "云川财报超出预期，小海收入大增，令股价盘后涨超5%。"
    assert figure(text, {"云川": "Company", "小海": "Product"}).subject == "云川"


def test_where_shares_are_traded_does_not_fall() -> None:
    assert not figures("午盘时在北岸交易所交易中跌了3.4%。", {"北岸交易所": "Organization"})
    assert figure("北岸交易所股价跌了3.4%。", {"北岸交易所": "Organization"}).subject == "北岸交易所"


@pytest.mark.parametrize(
    "text",
    [
        "云川的季度收入为5亿元，上季度曾增13%至4亿元。",
        "云川的季度收入为5亿元，这一数字还将继续上升，明年将突破4亿元。",
    ],
)
def test_a_clause_that_tells_of_another_time_goes_on(text: str) -> None:
    assert ("云川", "revenue", Decimal(400_000_000)) in _found(text, 云川="Company")
    assert ("云川", "revenue", Decimal(400_000_000)) not in _found("云川收入5亿元，林远卖掉4亿元。", 云川="Company")


def test_whose_the_thing_is_that_changes() -> None:
    names = {"海豚3": "Product", "云川": "Company"}
    text = "海豚3的使用量有望翻番，但云川的机房成本预计将增长30%。"
    assert {c.subject for c in figures(text, names) if c.unit == "%"} == {"云川"}
    text = "海豚3的使用量有望翻番，但云川的海豚3成本预计将增长30%。"
    assert {c.subject for c in figures(text, names) if c.unit == "%"} == {"海豚3"}


def test_a_share_behind_yet_does_not_go_on_from_a_change() -> None:
    found = _found("云川的索赔增长了425%，而42%的索赔来自远山。", **COMPANIES)
    assert {value for _, metric, value in found if metric == "growth"} == {Decimal(425)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云川公司将在法国投资32亿欧元建设数据中心。", ("云川公司", "capitalExpenditure")),
        ("云川公司在法国投资32亿欧元。", ("法国", "investment")),
    ],
)
def test_what_is_built_abroad_is_the_builders(text: str, expected: tuple[str, str]) -> None:
    found = figure(text, {"云川公司": "Company", "法国": "Place"})
    assert (found.subject, found.predicate) == expected


FOUND_OUT = {
    "云川": "Company",
    "高盛": "Company",
    "海豚3": "Product",
    "IDC": "Organization",
    "无人机": "Technology",
    "欧洲": "Place",
}


@pytest.mark.parametrize(
    "text",
    [
        "云川的一项调查发现，使用云端软件的企业运维成本下降了12%。",
        "云川推出海豚3。据IDC统计，网络犯罪损失去年增长了12%。",
        "云川推出海豚3。IDC估计，到2027年，机房用电量将增加12%。",
        "云川公布了业绩。报告还指出，网络攻击数量增加了12%。",
        "云川公布了业绩。高盛估计，到2027年，机房用电量将增加12%。",
        "云川公布了业绩。尽管去年房贷市场下降了12%，员工们仍很乐观。",
        "受访者表示，他们的预算将增加12%，云川很高兴。",
        "云川说，一些初创公司的营收接近1亿美元。",
    ],
)
def test_what_a_study_found_out_is_not_of_who_made_it(text: str) -> None:
    assert not [c for c in figures(text, FOUND_OUT) if c.predicate != "otherMetric"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("云川的研究显示，其平台的用户数量增长了12%。", "云川"),
        ("云川的年报显示，收入增长了12%。", "云川"),
        ("IDC估计，云川的销量将增长12%。", "云川"),
        ("IDC公布业绩，收入增长了12%。", "IDC"),
        ("高盛表示，收入增长了12%。", "高盛"),
        ("云川公布了业绩。报告显示，公司收入增长了12%。", "云川"),
        ("云川业绩出色，海外市场收入增长了12%。", "云川"),
        ("云川的软件帮助许多企业将成本降低了12%。", "云川"),
        ("云川投身无人机，预计无人机市场将增长12%。", "无人机"),
        ("云川公布了业绩。预计明年欧洲市场将增长12%。", "欧洲"),
    ],
)
def test_what_is_not_of_others_has_its_subject(text: str, subject: str) -> None:
    assert [c.subject for c in figures(text, FOUND_OUT) if c.predicate == "growth"] == [subject]


def test_a_medium_is_not_the_subject_of_a_later_sentence() -> None:
    text = "据云川日报报道，造假者很多。他们每天的流量收入达到3万元。"
    assert not figures(text, {"云川日报": "Organization"})
    assert figures(text.replace("云川日报", "云川"), {"云川": "Organization"})


@pytest.mark.parametrize(
    "text",
    [
        "海豚3很受欢迎，占据了四成以上的无人机市场份额。",
        "海豚3今年将占欧洲手环市场出货量的12%。",
    ],
)
def test_a_market_is_not_who_has_a_share_of_it(text: str) -> None:
    assert figure(text, FOUND_OUT).subject == "海豚3"
    assert figure("欧洲占先进芯片市场的12%。", FOUND_OUT).subject == "欧洲"


def test_what_an_unnamed_firm_has_is_not_of_who_put_money_into_it() -> None:
    text = "云川领投了一个手环品牌，{}去年收入增长了5倍。"
    assert not figures(text.format("其"), COMPANIES)
    assert figure(text.format("远山"), COMPANIES).subject == "远山"
    assert figure("云川投资了远山，去年收入增长了5倍。", {"云川": "Company"}).subject == "云川"


def test_a_figure_is_not_of_whose_level_is_reached() -> None:
    names = {"海豚3": "Model", "飞鸟2": "Model"}
    assert _found("海豚3的能力达到飞鸟2水平，参数量为80亿。", **names) == {
        ("海豚3", "parameters", Decimal(8_000_000_000))
    }
    assert _found("海豚3的能力达到要求，飞鸟2的参数量为80亿。", **names) == {
        ("飞鸟2", "parameters", Decimal(8_000_000_000))
    }


def test_what_an_officer_says_of_the_land_is_not_of_his_house() -> None:
    names = {"云川": "Company", "林远": "Person"}
    assert _found("云川董事长林远表示，2024年我国算力核心产业规模超过9000亿元，企业数量突破5300家。", **names) == set()
    report = {"云川": "Company", "算力白皮书": "Report"}
    assert _found("云川发布《算力白皮书》，显示截至2024年底，我国算力企业数量超4500家。", **report) == set()
    told = _found("云川董事长林远表示，公司去年营收90亿元。", **names)
    assert told == {("云川", "revenue", Decimal(9_000_000_000))}


def test_what_a_sentence_speaks_of_is_spoken_of_behind_its_semicolons() -> None:
    names = {"云川": "Company", "星海": "Company", "飞云": "Company"}
    told = "云川以19%的份额居首，出货量增长7%；星海占17%；飞云占14%{}飞云占8%。"
    shares = {each for each in _found(told.format("；"), **names) if each[1] == "marketShare"}
    assert shares >= {("星海", "marketShare", Decimal(17)), ("飞云", "marketShare", Decimal(8))}
    shares = {each for each in _found(told.format("。"), **names) if each[1] == "marketShare"}
    assert ("飞云", "marketShare", Decimal(14)) in shares
    assert ("飞云", "marketShare", Decimal(8)) not in shares


def test_what_is_used_is_not_what_the_next_clause_measures() -> None:
    names = {"海豚3": "Model", "稀疏回声": "Technology"}
    assert _found("海豚3采用稀疏回声架构，总参数1万亿。", **names) == {("海豚3", "parameters", Decimal(10**12))}
    assert _found("稀疏回声很受欢迎，市场规模达1万亿元。", **names) == {("稀疏回声", "otherMetric", Decimal(10**12))}


@pytest.mark.parametrize(
    "told",
    [
        "星海近期与远山联合发布的《海豚报告》显示，首季深度学习岗位增61%，薪酬增11%。",
        "由星海发布的《海豚报告》指出，首季深度学习岗位增61%，薪酬增11%。",
        "星海董事林远去年创办了一家机器人公司，估值增61%，薪酬增11%。",
        "星海主要客户的支出增61%，薪酬增11%。",
        "小海与星海、远山等机构合作，薪酬增11%。",
        "星海免费开放小海，其他模型价格也下降，最高降幅达61%。",
    ],
)
def test_who_tells_or_is_dealt_with_is_not_the_subject(told: str) -> None:
    names = {"星海": "Company", "远山": "Organization", "海豚报告": "Report", "林远": "Person", "小海": "Product"}
    assert {subject for subject, *_ in _found(told, **names)} <= {"小海"}


@pytest.mark.parametrize(
    ("told", "subject"),
    [
        ("星海董事林远去年创办了一家机器人公司“海螺”，估值达2亿美元。", "海螺"),
        ("星海客户数量增61%。", "星海"),
        ("星海宣布与海螺合作，薪酬增11%。", "星海"),
        ("同时星海宣布合作，薪酬增11%。", "星海"),
        ("海螺今天公布财报。生成式AI业务收入为12亿元。", "海螺"),
        ("此次投资使海螺的总融资额达到2800万美元。", "海螺"),
        ("星海预计，生成式AI将把法国生产率提高9%，使GDP增长6.1%。", "生成式AI"),
        ("新政将使法国GDP增长2%，生成式AI很热。", "法国"),
        ("海螺将法国团队扩大了64%，生成式AI很热。", "海螺"),
        ("2023年法国生成式AI市场规模同比增长30%。", "生成式AI"),
    ],
)
def test_who_is_told_of_beside_others_has_the_figure(told: str, subject: str) -> None:
    names = {"星海": "Company", "海螺": "Company", "林远": "Person", "生成式AI": "Technology", "法国": "Place"}
    assert {subject for subject, *_ in _found(told, **names)} == {subject}


def test_parts_of_what_was_shipped_are_shipped() -> None:
    found = _found("星海今年出货300台，其中双足200台左右，轮式100台，有5台故障。", 星海="Company")
    assert {value for _, metric, value in found if metric == "shipments"} == {300, 200, 100}


def test_a_model_and_a_product_each_have_their_score() -> None:
    found = _found("海豚3在飞鱼评测中得分74%，高于小海的72%。", 海豚3="Model", 飞鱼评测="Report", 小海="Product")
    assert found == {("海豚3", "score", Decimal(74)), ("小海", "score", Decimal(72))}
