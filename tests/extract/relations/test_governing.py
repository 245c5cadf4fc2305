"""Which statements of a sentence a time holds for."""

from __future__ import annotations

import pytest

from extract.relations.lasting import lasting

from .claims import claims, figures

NAMES = {
    "思科": "Company",
    "海鸥": "Company",
    "云川": "Company",
    "林一": "Person",
    "青鸟": "Model",
    "纳斯达克": "Organization",
}
DAY = "2024-06-07"


def _figures(text: str, date: str | None = DAY) -> dict[int, str | None]:
    return {int(claim.value or 0): claim.time for claim in figures(text, NAMES, date)}


def _time(text: str, predicate: str, date: str | None = DAY) -> set[str | None]:
    return {claim.time for claim in claims(text, NAMES, date) if claim.predicate == predicate}


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("海鸥成立于2015年，有员工300人。", None),
        ("海鸥2015年在上海成立，有员工300人。", None),
        ("2015年，海鸥有员工300人。", "2015"),
        ("2015年，海鸥成立了实验室，有员工300人。", "2015"),
        ("林一2015年创立了海鸥，有员工300人。", None),
        ("2023年，海鸥收购了云川，目前有员工300人。", None),
        ("2023年，海鸥收购了云川，当时有员工300人。", "2023"),
        ("2023年，海鸥收购了云川，此前云川有员工300人。", None),
        ("在2023年加入海鸥之前，林一领导过云川，云川有员工300人。", None),
        ("海鸥2023年完成上市，并购结束后，海鸥有员工300人。", None),
        ("2023年，海鸥交出财报后，海鸥有员工300人。", "2023"),
        ("海鸥取代了去年的对手，有员工300人。", None),
        ("据海鸥今年5月公布的数据，海鸥有员工300人。", "2024-05"),
        ("海鸥今年5月公布的一份估算称，海鸥有员工300人。", "2024-05"),
        ("今年到目前为止，海鸥有员工300人。", "2024"),
        ("2023年，海鸥收购了云川，当前有员工300人。", None),
        ("上季度，海鸥搬了家，自成立以来有员工300人。", None),
        ("截至今年5月，海鸥自成立以来有员工300人。", "2024-05"),
    ],
)
def test_a_time_reaches_what_is_said_under_it(text: str, time: str | None) -> None:
    assert _figures(text) == {300: time}


def test_what_is_foreseen_is_not_of_the_time_of_what_was_done() -> None:
    assert _figures("海鸥在2022年占据了市场，海鸥营收预计将达10亿元。") == {1_000_000_000: None}
    assert _figures("海鸥2022年的产品多，低于预期的海鸥营收为10亿元。") == {1_000_000_000: "2022"}
    assert _figures("海鸥预计2026年将扩大生产，营收达到10亿元。") == {1_000_000_000: "2026"}
    assert _figures("海鸥预计2026年将扩大生产，营收已达到10亿元。") == {1_000_000_000: None}


@pytest.mark.parametrize(
    ("text", "predicate", "time"),
    [
        ("自2019年以来，海鸥投资了云川。", "investsIn", None),
        ("海鸥自2019年以来成为云川的投资者，投资了云川。", "investsIn", "2019"),
        ("2019年，海鸥投资了云川。", "investsIn", "2019"),
        ("自2019年海鸥收购云川以来，思科很担心。", "acquires", "2019"),
        ("2019年，林一进入大学，后来海鸥收购了云川。", "acquires", None),
        ("2019年，在海鸥收购云川几年后，思科很担心。", "acquires", None),
        ("去年9月，海鸥收购云川后，思科很担心。", "acquires", "2023-09"),
    ],
)
def test_since_when_is_not_when(text: str, predicate: str, time: str | None) -> None:
    assert _time(text, predicate) == {time}


def test_growth_since_a_time_is_of_the_time_reported_on() -> None:
    assert _figures("2024年5月，海鸥营收为3亿元，自2022年底以来增长了17%。") == {300_000_000: "2024-05", 17: "2024-05"}
    assert _figures("自2021年初以来，海鸥股价上涨了17%。") == {17: None}
    assert _figures("今年以来，海鸥股价上涨了17%。") == {17: "2024"}


def test_years_until_now_are_dealt_out_to_several_figures() -> None:
    text = "2021年至今，海鸥营收分别为1亿元、2亿元和3亿元。"
    assert _figures(text) == {100_000_000: "2021", 200_000_000: "2022", 300_000_000: "2023"}
    assert _figures("2021年至今，海鸥营收为1亿元。") == {100_000_000: None}


@pytest.mark.parametrize(
    ("text", "predicate", "time"),
    [
        ("海鸥（纳斯达克：HO）今天宣布裁员。", "listedOn", None),
        ("海鸥今天在纳斯达克上市。", "listedOn", "2024-06-07"),
        ("今天，海鸥的竞争对手云川宣布裁员。", "competesWith", None),
        ("今天，海鸥宣布与云川合作。", "partnersWith", "2024-06-07"),
        ("今天，海鸥的合作伙伴云川裁员。", "partnersWith", None),
        ("海鸥于2021年与云川合作。", "partnersWith", "2021"),
    ],
)
def test_what_stands_for_long_has_no_time(text: str, predicate: str, time: str | None) -> None:
    assert _time(text, predicate) == {time}


@pytest.mark.parametrize(
    ("text", "predicate", "time"),
    [
        ("海鸥去年推出的青鸟很好。", "develops", "2023"),
        ("思科还在用2016年发布的白鹭和海鸥2018年发布的青鸟。", "develops", "2018"),
        ("2016年成立的海鸥推出了青鸟。", "develops", None),
        ("在海鸥的青鸟上线的是今年5月的新版本。", "develops", None),
        ("在海鸥今年5月推出青鸟之后，思科很担心。", "develops", "2024-05"),
        ("白鹭的功能和今年5月海鸥推出的青鸟类似。", "develops", "2024-05"),
        ("今年5月，海鸥发布白鹭和青鸟。", "develops", "2024-05"),
    ],
)
def test_an_attribute_dates_what_it_is_said_of(text: str, predicate: str, time: str | None) -> None:
    names = NAMES | {"白鹭": "Model"}
    found = [c for c in claims(text, names, DAY) if c.predicate == predicate and c.object == "青鸟"]
    assert {c.time for c in found} == {time}


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2018年图灵奖得主林远加入了海鸥。", None),
        ("2018年，图灵奖得主林远加入了海鸥。", "2018"),
    ],
)
def test_when_somebody_was_honoured_dates_nothing_else(text: str, time: str | None) -> None:
    found = claims(text, {"图灵奖": "Event", "林远": "Person", "海鸥": "Company"}, DAY)
    assert {c.time for c in found if c.predicate == "worksFor"} == {time}


@pytest.mark.parametrize(
    ("told", "expected"), [("，参数是上一代", True), ("，性能超过", True), ("和", False), ("，以及", False)]
)
def test_what_a_new_thing_is_compared_with_is_not_new(told: str, expected: bool) -> None:
    firm, thing = "\ue000", "\ue004"
    code = f"{firm}推出{thing}{told}{thing}"
    assert lasting("develops", code, 0, len(code), [0, len(code) - 1]) is expected


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2016年，林一创立了海鸥，后来海鸥获得云川的投资。", None),
        ("2016年，林一创立了海鸥，海鸥获得云川的投资。", "2016"),
        ("2016年，林一创立了海鸥，后来在2018年，海鸥获得云川的投资。", "2018"),
    ],
)
def test_what_came_later_is_not_of_the_time_before_it(text: str, time: str | None) -> None:
    found = claims(text, {"海鸥": "Company", "云川": "Company", "林一": "Person"}, DAY)
    assert {c.time for c in found if c.predicate == "investsIn"} == {time}


def test_what_a_share_will_be_is_of_the_time_that_is_looked_ahead_to() -> None:
    assert _figures("预计到2028年，芯片将占海鸥收入的20%。") == {20: "2028"}


def test_no_figure_of_a_firm_is_of_the_year_in_which_it_was_founded() -> None:
    assert _figures("2013年创立的海鸥有员工40人。") == {40: None}


def test_parameters_are_of_no_time() -> None:
    assert _figures("今年5月，海鸥发布青鸟，青鸟有700亿参数。") == {70_000_000_000: None}


def test_who_comes_right_behind_is_of_the_same_time() -> None:
    assert _figures("2024年第二季度，海鸥以18%的份额居首，云川紧随其后，份额为17%。") == {18: "2024-Q2", 17: "2024-Q2"}


def test_the_period_that_is_told_of_goes_on_behind_the_one_before() -> None:
    text = "2024年第三季度，海鸥营收为137亿元；上年同期净亏损为166亿元，本期净利润为41亿元。"
    assert list(_figures(text).values()) == ["2024-Q3", "2023-Q3", "2024-Q3"]


def test_what_holds_at_present_takes_no_time_over() -> None:
    text = "2024年第一季度，海鸥营收为10亿元。目前，云川很大，云川营收为3亿元。"
    assert _figures(text) == {1_000_000_000: "2024-Q1", 300_000_000: None}


def test_a_rate_compared_with_is_of_its_own_quarter() -> None:
    text = "2024年第二季度，海鸥营收增长21%，高于2021年第三季度的增速20%。"
    assert _figures(text) == {21: "2024-Q2", 20: "2021-Q3"}
