"""Deals, listings, suits and bans: whether they came about, and what was paid."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ontology.lexicon import Entry

from .claims import claims

NAMES = {
    "云川公司": "Company",
    "海螺科技": "Company",
    "飞鱼科技": "Company",
    "星海智能": "Company",
    "南岛商务部": "Government",
    "东海交易所": "Organization",
    "林远": "Person",
}


def _stated(text: str) -> list[tuple[str, str, str | None, str]]:
    found = claims(text, NAMES, "2025-06-15")
    return sorted((c.subject, c.predicate, c.object, c.modality) for c in found if c.kind == "relation")


@pytest.mark.parametrize(
    ("text", "founders"),
    [
        ("海螺科技领投了星海智能，创始人林远没有回应。", {("林远", "星海智能")}),
        ("海螺科技收购了芯片公司星海智能，联合创始人林远将离任。", {("林远", "星海智能")}),
        ("海螺科技发布新品，创始人林远没有回应。", {("林远", "海螺科技")}),
        ("林远很忙。去年，云川公司将这一业务剥离，成立海螺科技。", {("云川公司", "海螺科技")}),
        ("林远很忙。去年离开云川公司，创办海螺科技。", {("林远", "海螺科技")}),
    ],
)
def test_founders_of_what_is_backed_and_firms_that_found(text: str, founders: set[tuple[str, str]]) -> None:
    assert {(c[0], c[2]) for c in _stated(text) if c[1] == "founderOf"} == founders


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云川公司收购了海螺科技。", "asserted"),
        ("云川公司收购海螺科技的计划因监管阻力而失败。", "denied"),
        ("云川公司去年宣布以40亿美元收购海螺科技，但该交易于今年2月因监管反对而告吹。", "denied"),
        ("云川公司提出以40亿美元收购海螺科技，遭林远拒绝。", "denied"),
        ("监管机构阻止了云川公司收购海螺科技。", "denied"),
        ("云川公司收购海螺科技的交易被南岛商务部否决。", "denied"),
        ("云川公司收购海螺科技的交易被南岛商务部批准。", "asserted"),
        ("云川公司出价3亿元收购海螺科技。", "planned"),
        ("云川公司撤回以40亿美元收购海螺科技的提案。", "denied"),
        ("云川公司出价40亿美元想买下海螺科技，遭林远拒绝。", "denied"),
        ("云川公司想收购海螺科技。", "planned"),
        ("没想到云川公司收购了海螺科技。", "asserted"),
        ("海螺科技被云川公司以5亿美元收购的传闻不实。", "denied"),
        ("海螺科技股东否决云川公司3亿元的收购要约。", "denied"),
        ("海螺科技股东批准云川公司3亿元的收购要约。", "asserted"),
        ("云川公司收购海螺科技未果。", "denied"),
        ("南岛商务部对云川公司收购海螺科技展开反垄断审查。", "planned"),
        ("云川公司收购海螺科技的交易预计将于明年完成。", "planned"),
        ("云川公司对海螺科技的收购尚未获得监管批准。", "planned"),
        ("云川公司提出以40亿美元收购海螺科技。", "planned"),
        ("云川公司提出以3亿元收购海螺科技，遭林远拒绝。", "denied"),
        ("云川公司宣布收购海螺科技，但该交易去年因监管反对而告吹。", "denied"),
        ("云川公司收购海螺科技后，与飞鱼科技的谈判破裂。", "asserted"),
        ("云川公司收购海螺科技的交易已经完成。", "asserted"),
        ("云川公司收购海螺科技的交易去年完成。", "asserted"),
        ("云川公司对海螺科技的收购早已获得监管批准。", "asserted"),
    ],
)
def test_a_deal_that_failed_or_is_pending_is_no_fact(text: str, expected: str) -> None:
    assert _stated(text) == [("云川公司", "acquires", "海螺科技", expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("海螺科技通过东海交易所聆讯。", ("海螺科技", "listedOn", "东海交易所", "planned")),
        ("海螺科技撤回了在东海交易所的IPO申请。", ("海螺科技", "listedOn", "东海交易所", "denied")),
        ("海螺科技去年在东海交易所上市。", ("海螺科技", "listedOn", "东海交易所", "asserted")),
        ("云川公司扬言要起诉海螺科技。", ("云川公司", "sues", "海螺科技", "planned")),
        ("云川公司正就投资海螺科技进行谈判。", ("云川公司", "investsIn", "海螺科技", "planned")),
        ("南岛商务部上月叫停了海螺科技的新下载。", ("南岛商务部", "restricts", "海螺科技", "asserted")),
        ("南岛商务部宣布将海螺科技列入实体清单。", ("南岛商务部", "restricts", "海螺科技", "asserted")),
        ("南岛商务部解除了对海螺科技的制裁。", ("南岛商务部", "restricts", "海螺科技", "denied")),
    ],
)
def test_what_is_to_come_or_over_is_told_as_such(text: str, expected: tuple[str, str, str, str]) -> None:
    assert _stated(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "云川公司以3亿美元完成对海螺科技的收购。",
        "云川公司完成对海螺科技的约3亿美元收购。",
        "云川公司拟3亿美元收购海螺科技。",
        "云川公司收购海螺科技，交易金额超过3亿美元。",
        "云川公司收购海螺科技，作价3亿美元。",
        "云川公司宣布完成对海螺科技的收购，交易总额为3亿美元。",
        "海螺科技被云川公司以3亿美元收购。",
        "云川公司以6亿美元收购小海，并以3亿美元收购海螺科技。",
        "云川公司以每股4美元的价格收购海螺科技，总金额为3亿美元。",
    ],
)
def test_what_was_paid_is_of_the_deal(text: str) -> None:
    (claim,) = (each for each in claims(text, NAMES) if each.kind == "relation")
    assert (claim.predicate, claim.object, claim.amount) == ("acquires", "海螺科技", (Decimal(300000000), "USD"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "云川公司、海螺科技将向星海智能分别投资10亿元和5亿元。",
            {("云川公司", "星海智能", 10), ("海螺科技", "星海智能", 5)},
        ),
        (
            "云川公司分别向海螺科技和星海智能投资10亿元和5亿元。",
            {("云川公司", "海螺科技", 10), ("云川公司", "星海智能", 5)},
        ),
        ("云川公司与海螺科技分别向星海智能投资10亿元。", {("云川公司", "星海智能", 10), ("海螺科技", "星海智能", 10)}),
        ("云川公司、海螺科技斥资10亿元入股星海智能。", set()),
        ("云川公司以90亿元估值投资海螺科技10亿元。", {("云川公司", "海螺科技", 10)}),
        ("云川公司投资海螺科技10亿元、星海智能5亿元。", {("云川公司", "海螺科技", 10), ("云川公司", "星海智能", 5)}),
    ],
)
def test_each_of_a_list_has_the_money_that_is_dealt_out_to_it(text: str, expected: set[tuple[str, str, int]]) -> None:
    found = claims(text, NAMES)
    assert {(c.subject, c.object, int(c.amount[0] / 10**8)) for c in found if c.amount is not None} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云川公司收购了海螺科技20%的股份。", "investsIn"),
        ("云川公司收购海螺科技的49%股权。", "investsIn"),
        ("云川公司收购了20%的海螺科技股份。", "investsIn"),
        ("云川公司收购海螺科技少数股权。", "investsIn"),
        ("云川公司收购海螺科技价值3亿元的普通股。", "investsIn"),
        ("云川公司公开收购海螺科技股份。", "investsIn"),
        ("云川公司收购海螺科技全部股份。", "acquires"),
        ("云川公司收购海螺科技全部股权。", "acquires"),
        ("云川公司收购了海螺科技100%的股份。", "acquires"),
        ("云川公司收购了海螺科技，股价上涨20%。", "acquires"),
    ],
)
def test_who_buys_less_than_half_of_a_firm_invests_in_it(text: str, expected: str) -> None:
    assert _stated(text) == [("云川公司", expected, "海螺科技", "asserted")]


@pytest.mark.parametrize(
    ("text", "bought"),
    [
        ("云川公司收购海螺科技机器人业务。", False),
        ("云川公司收购了海螺科技的团队。", False),
        ("云川公司收购海螺科技两座后段厂。", False),
        ("云川公司收购海螺科技的芯片资产。", False),
        ("云川公司收购海螺科技，补强芯片业务。", True),
        ("云川公司收购海螺科技后将整合两家的业务。", True),
        ("云川公司收购海螺科技的交易将扩大其芯片业务。", True),
    ],
)
def test_who_buys_a_part_of_a_firm_does_not_buy_it(text: str, bought: bool) -> None:
    assert [predicate for _, predicate, _, _ in _stated(text)] == ["acquires"][:bought]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("云川公司持有海螺科技5%的股份。", [None]),
        ("云川公司曾持有海螺科技5%的股份。", ["past"]),
        ("云川公司持有海螺科技5%的股份，去年已全部卖出。", ["past"]),
        ("云川公司持有海螺科技5%的股份，去年卖出一座工厂。", [None]),
        ("云川公司出售所持有的海螺科技股份。", []),
        ("云川公司将持有的海螺科技股份转让给林远。", []),
        ("云川公司清仓了海螺科技的股票。", []),
    ],
)
def test_shares_that_are_sold_are_no_investment_of_today(text: str, times: list[str | None]) -> None:
    assert [each.time for each in claims(text, NAMES) if each.predicate == "investsIn"] == times


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("云川公司递表东海交易所，拟募资3亿元。", "云川公司"),
        ("云川公司登陆东海交易所，募资3亿元。", "云川公司"),
        ("云川公司起诉海螺科技，海螺科技募资3亿元。", "海螺科技"),
        ("星海智能投资的海螺科技完成3亿元融资。", "海螺科技"),
    ],
)
def test_who_raised_the_money_of_a_deal_or_a_listing(text: str, subject: str) -> None:
    assert [c.subject for c in claims(text, NAMES) if c.predicate == "fundingRaised"] == [subject]


def test_a_plan_told_of_somebody_else_in_between_is_not_the_deals() -> None:
    text = "星海智能宣布融资。本轮融资由云川公司领投，林远将加入董事会，同时新投资者飞鱼科技也参与了此轮融资。"
    expected = [(each, "investsIn", "星海智能", "asserted") for each in ("云川公司", "飞鱼科技")]
    assert _stated(text) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "buyer"),
    [
        ("云川公司收购了海螺科技。海螺科技很忙。这是继去年收购飞鱼科技后的又一次收购。", "云川公司"),
        ("云川公司访问了海螺科技。海螺科技很忙。这是继去年收购飞鱼科技后的又一次收购。", "海螺科技"),
        ("云川公司收购了海螺科技。海螺科技继去年收购飞鱼科技后又在招人。", "海螺科技"),
    ],
)
def test_who_buys_once_more_is_who_bought(text: str, buyer: str) -> None:
    assert [c[0] for c in _stated(text) if c[1] == "acquires" and c[2] == "飞鱼科技"] == [buyer]


def test_who_is_bought_does_not_buy_the_next() -> None:
    text = "云川公司宣布收购海螺科技，并在去年以1亿美元收购飞鱼科技。"
    assert {(c[0], c[2]) for c in _stated(text)} == {("云川公司", "海螺科技"), ("云川公司", "飞鱼科技")}


def test_backers_told_one_after_the_other_back_the_same_firm() -> None:
    text = "星海智能融资200亿元，云川公司投资20亿元，投资人还包括海螺科技与飞鱼科技。"
    expected = [(each, "investsIn", "星海智能", "asserted") for each in ("云川公司", "海螺科技", "飞鱼科技")]
    assert _stated(text) == sorted(expected)
    text = "云川公司投资了星海智能，上月获得由飞鱼科技领投的融资。"
    assert ("飞鱼科技", "investsIn", "云川公司", "asserted") in _stated(text)


@pytest.mark.parametrize(("name", "found"), [("飞鱼资本", 0), ("飞鱼科技", 1)])
def test_an_investor_of_a_fund_does_not_invest_in_it(name: str, found: int) -> None:
    backed = claims(f"{name}的投资者林远表示赞成。", {"林远": "Person", name: "Company"})
    assert len([each for each in backed if each.predicate == "investsIn"]) == found


def test_what_a_subsidiary_is_called_is_not_what_it_is_of() -> None:
    assert _stated("海螺科技通过一家名为飞鱼科技的子公司招人。") == [
        ("飞鱼科技", "subsidiaryOf", "海螺科技", "asserted")
    ]


def test_a_list_of_bodies_may_end_in_a_person() -> None:
    text = "星海智能获得云川公司、海螺科技与林远的投资。"
    assert {c[0] for c in _stated(text)} == {"云川公司", "海螺科技", "林远"}


def test_backers_of_one_round_do_not_back_one_another() -> None:
    text = "星海智能完成由云川公司领投、飞鱼科技跟投的B轮融资。"
    expected = [(each, "investsIn", "星海智能", "asserted") for each in ("云川公司", "飞鱼科技")]
    assert _stated(text) == sorted(expected)


def test_who_gave_money_in_the_sentence_before_is_not_who_gets_more() -> None:
    text = "云川公司投资了星海智能。飞鱼科技也参与了本轮融资。"
    assert ("飞鱼科技", "investsIn", "星海智能", "asserted") in _stated(text)
    text = "云川公司投资了星海智能。云川公司是老牌机构。本轮融资的投资者还包括飞鱼科技。"
    assert ("飞鱼科技", "investsIn", "星海智能", "asserted") in _stated(text)
    text = "云川公司投资了星海智能。云川公司完成新一轮融资，由飞鱼科技领投。"
    assert ("飞鱼科技", "investsIn", "云川公司", "asserted") in _stated(text)


def test_lists_of_bought_and_buyers_go_one_by_one() -> None:
    text = "海螺科技、飞鱼科技相继被云川公司、星海智能收购。"
    expected = [("云川公司", "acquires", "海螺科技", "asserted"), ("星海智能", "acquires", "飞鱼科技", "asserted")]
    assert _stated(text) == sorted(expected)
    assert len(_stated("海螺科技、飞鱼科技相继被云川公司收购。")) == 2


@pytest.mark.parametrize(
    ("text", "backed"),
    [
        ("临江日报独家获悉，一家芯片企业完成融资，由云川公司领投。", []),
        ("临江日报完成融资，由云川公司领投。", ["临江日报"]),
        ("飞鱼科技领投。参与本轮投资的还有飞鱼科技、云川公司。", []),
    ],
)
def test_who_tells_of_a_round_did_not_raise_it(text: str, backed: list[str]) -> None:
    found = claims(text, {**NAMES, "临江日报": "Organization"})
    assert [each.object for each in found if each.predicate == "investsIn"] == backed


def test_of_what_its_founder_says_next_his_firm_is_meant() -> None:
    text = "星海智能创始人林远很忙。{}A轮由飞鱼科技独家投资。"
    assert ("飞鱼科技", "investsIn", "星海智能", "asserted") in _stated(text.format("公司"))
    assert not [c for c in _stated(text.format("")) if c[1] == "investsIn"]


def test_who_designs_for_a_firm_is_not_the_firm_that_is_bought() -> None:
    text = "云川公司以3亿美元全股票交易收购前海螺科技设计师林远创办的飞鱼科技。"
    assert [c[2] for c in _stated(text) if c[1] == "acquires"] == ["飞鱼科技"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云川公司CEO林远表示：“我们早就投资了海螺科技。”", ["云川公司"]),
        ("云川公司CEO林远表示：“他们早就投资了海螺科技。”", []),
        ("林远很忙。“我们早就投资了海螺科技。”", []),
    ],
)
def test_what_one_of_a_firm_says_that_they_bought_is_the_firms(text: str, expected: list[str]) -> None:
    assert [c[0] for c in _stated(text) if c[1] == "investsIn" and c[0] != "林远"] == expected
    if "我们" in text:
        assert not any(c[:2] == ("林远", "investsIn") for c in _stated(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云川公司收购安全公司海螺科技。", ("云川公司", "acquires", "海螺科技", "asserted")),
        ("云川公司入股芯片公司海螺科技。", ("云川公司", "investsIn", "海螺科技", "asserted")),
        ("云川公司去年在法国收购芯片公司海螺科技。", ("云川公司", "acquires", "海螺科技", "asserted")),
        ("云川公司将安全公司海螺科技收入囊中。", ("云川公司", "acquires", "海螺科技", "asserted")),
        ("云川公司宣布将设计公司海螺科技收编。", ("云川公司", "acquires", "海螺科技", "asserted")),
        ("云川公司宣布将收购设计公司海螺科技。", ("云川公司", "acquires", "海螺科技", "planned")),
    ],
)
def test_what_kind_of_firm_is_bought_may_stand_before_its_name(text: str, expected: tuple[str, str, str, str]) -> None:
    found = claims(text, {**NAMES, "法国": "Place"})
    assert expected in [(c.subject, c.predicate, c.object, c.modality) for c in found]


@pytest.mark.parametrize(
    ("text", "raised"),
    [
        ("此轮由云川公司领投，飞鱼科技参与，使公司总融资额达到2亿元。", "海螺科技"),
        ("此轮由云川公司领投，飞鱼科技参与。飞鱼科技总融资额达到2亿元。", "飞鱼科技"),
        ("这家云川公司孵化的初创公司，种子轮就拿到2亿元。", "海螺科技"),
        ("飞鱼科技以2亿元单笔融资仅次于云川公司。", "飞鱼科技"),
        ("飞鱼科技仅次于云川公司，单笔融资2亿元。", "飞鱼科技"),
    ],
)
def test_who_takes_part_in_a_round_has_not_raised_it(text: str, raised: str) -> None:
    found = claims(f"海螺科技完成融资。{text}", NAMES)
    assert [c.subject for c in found if c.predicate == "fundingRaised"] == [raised]


@pytest.mark.parametrize(
    "text",
    [
        "海螺科技获得云川公司2亿元的投资。",
        "海螺科技获云川公司注资2亿元。",
        "海螺科技向云川公司募资2亿元。",
        "获云川公司领投，海螺科技完成2亿元融资。",
    ],
)
def test_who_gets_money_raised_it_and_who_gave_it_is_told(text: str) -> None:
    found = [c for c in claims(text, NAMES) if c.predicate in ("fundingRaised", "investsIn")]
    assert {(c.subject, c.predicate) for c in found} == {("海螺科技", "fundingRaised"), ("云川公司", "investsIn")}


def test_nobody_takes_part_in_a_round_of_an_authority() -> None:
    text = "海螺科技很忙。南岛商务部决定放行。云川公司参与了最近一轮融资。"
    assert [c[:3] for c in _stated(text)] == [("云川公司", "investsIn", "海螺科技")]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("云川公司收购了海螺科技，并组建了一个名为飞鱼科技的新部门。", "云川公司"),
        ("云川公司收购了海螺科技，后者是一家老店，并组建了一个名为飞鱼科技的新部门。", "云川公司"),
        ("云川公司投资了海螺科技，旗下飞鱼科技也很忙。", "云川公司"),
        ("云川公司收购了海螺科技，其旗下的飞鱼科技很忙。", "海螺科技"),
        ("云川公司收购了海螺科技旗下的飞鱼科技。", "海螺科技"),
    ],
)
def test_whose_unit_the_clause_behind_a_deal_tells_of(text: str, owner: str) -> None:
    assert {c[2] for c in _stated(text) if c[:2] == ("飞鱼科技", "subsidiaryOf")} == {owner}


@pytest.mark.parametrize(
    ("text", "worth"),
    [("林远在云川公司上表示，估值达到180亿元。", False), ("云川公司上月表示，估值达到180亿元。", True)],
)
def test_the_site_that_something_is_told_on_is_not_worth_it(text: str, worth: bool) -> None:
    valued = [c.subject for c in claims(text, NAMES) if c.predicate == "valuation"]
    assert ("云川公司" in valued) is worth


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        ("云川公司的海螺科技将发布新芯片。", True),
        ("云川公司的芯片部门海螺科技没有回应。", True),
        ("飞鱼科技和云川公司的海螺科技都来了。", True),
        ("云川公司的对手海螺科技没有回应。", False),
        ("云川公司收购了芯片公司海螺科技。", False),
        ("云川公司去年买下的芯片公司海螺科技很忙。", False),
        ("云川公司和海螺科技没有回应。", False),
        ("飞鱼科技的海螺科技订单大增。", False),
        ("云川公司的星海智能订单大增。", False),
    ],
)
def test_a_body_that_is_known_to_be_anothers_is_its_part_right_behind_it(text: str, owned: bool) -> None:
    known = (Entry("云川公司", "Company", "云川公司"), Entry("海螺科技", "Company", "海螺科技", parent="云川公司"))
    found = [c for c in claims(text, NAMES, known=known) if c.predicate == "subsidiaryOf"]
    assert [(c.subject, c.object, c.modality) for c in found] == [("海螺科技", "云川公司", "asserted")][:owned]


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        ("云川公司的海螺实验室很小。", ["海螺实验室"]),
        ("云川公司的海螺实验室、飞鱼研究院都很小。", ["海螺实验室"]),
        ("飞鱼科技、云川公司的海螺实验室很小。", []),
        ("云川公司和海螺实验室很小。", []),
        ("云川公司的海螺基金很小。", ["海螺基金"]),
        ("云川公司的海螺科技很小。", []),
    ],
)
def test_a_unit_by_its_name_is_of_whom_it_is_told_to_be(text: str, owned: list[str]) -> None:
    found = claims(text, NAMES | {"海螺实验室": "Organization", "飞鱼研究院": "Organization", "海螺基金": "Company"})
    assert [c.subject for c in found if c.predicate == "subsidiaryOf"] == owned


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("云川公司很忙。云川公司母公司海螺科技公布财报。", [("云川公司", "海螺科技")]),
        ("云川公司母公司海螺科技公布财报。", []),
        ("云川公司很忙。海螺科技公布财报。", []),
    ],
)
def test_a_name_that_tells_whose_owner_one_is(text: str, told: list[tuple[str, str]]) -> None:
    found = claims(text, NAMES | {"云川公司母公司海螺科技": "Company"})
    assert [
        (c.subject, str(c.object).removeprefix("云川公司母公司")) for c in found if c.predicate == "subsidiaryOf"
    ] == told


@pytest.mark.parametrize(
    ("unit", "text", "owned"),
    [
        ("云川公司海螺实验室", "云川公司很忙。云川公司海螺实验室很小。", True),
        ("云川公司海螺BG", "云川公司很忙。林远负责云川公司海螺BG。", True),
        ("云川公司海螺委员会", "云川公司很忙。云川公司海螺委员会很小。", True),
        ("云川公司海螺实验室", "云川公司海螺实验室很小。", False),
        ("云川公司委员会", "云川公司很忙。云川公司委员会很小。", False),
        ("云川公司海螺基金", "云川公司很忙。云川公司海螺基金很小。", False),
        ("林远实验室", "林远很忙。林远实验室很小。", False),
    ],
)
def test_a_unit_bears_its_owners_name(unit: str, text: str, owned: bool) -> None:
    found = claims(text, NAMES | {unit: "Organization"})
    assert [(c.subject, c.object) for c in found if c.rule == "known.named_unit"] == [(unit, "云川公司")][:owned]


@pytest.mark.parametrize(
    ("text", "sellers"),
    [
        ("云川公司与海螺科技合作，向星海智能供应芯片。", ["云川公司"]),
        ("云川公司和海螺科技都很忙，向星海智能供应芯片。", ["云川公司", "海螺科技"]),
    ],
)
def test_who_is_only_worked_with_sells_nothing_in_the_next_clause(text: str, sellers: list[str]) -> None:
    assert [s for s, predicate, _, _ in _stated(text) if predicate == "supplies"] == sellers
