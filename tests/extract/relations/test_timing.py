"""When a statement holds."""

from __future__ import annotations

import pytest

from ontology.lexicon import Entry

from .claims import claims, figures


def _times(text: str, date: str | None = None) -> dict[int, str | None]:
    return {int(claim.value or 0): claim.time for claim in figures(text, {"思科": "Company"}, date)}


def test_each_figure_has_the_time_of_its_clause() -> None:
    times = _times("2022年思科营收为515亿美元，2023年思科营收为570亿美元。")
    assert times == {51_500_000_000: "2022", 57_000_000_000: "2023"}


def test_a_time_at_the_start_governs_the_sentence() -> None:
    times = _times("2023年，思科营收为570亿美元，净利润为126亿美元。")
    assert set(times.values()) == {"2023"}


def test_a_time_compared_with_belongs_to_its_own_figure() -> None:
    times = _times("2023年，思科营收为570亿美元，高于2022年的515亿美元。")
    assert times == {57_000_000_000: "2023", 51_500_000_000: "2022"}


@pytest.mark.parametrize("moved", ["成长", "衰退", "增长", "扩大"])
def test_how_much_something_moved_is_of_its_own_time(moved: str) -> None:
    assert _times(f"2023年第三季度，思科亏损较去年同期{moved}30%。")[30 if moved != "衰退" else -30] == "2023-Q3"


def test_until_a_date() -> None:
    assert _times("截至2023年7月，思科员工总数为8万人。") == {80_000: "2023-07"}


def test_relative_times_need_the_article_s_date() -> None:
    assert _times("思科去年营收为570亿美元。", "2024-05-01") == {57_000_000_000: "2023"}
    assert _times("思科去年营收为570亿美元。") == {57_000_000_000: None}


def test_an_unknown_time_is_not_replaced_by_an_earlier_one() -> None:
    assert _times("思科成立于1984年，去年营收为570亿美元。") == {57_000_000_000: None}


def test_a_report_s_quarter_governs_the_sentence_after() -> None:
    times = _times("2024年第一季度，思科营收为127亿美元。思科净利润为19亿美元。思科有8万名员工。")
    assert times == {12_700_000_000: "2024-Q1", 1_900_000_000: "2024-Q1", 80_000: None}


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("海鸥是一家公司，由首席执行官林一创立于2018年。", "2018"),
        ("同样在今年4月，林一创立了海鸥。", "2024-04"),
    ],
)
def test_words_that_only_look_like_comparisons(text: str, time: str) -> None:
    found = claims(text, {"海鸥": "Company", "林一": "Person"}, "2024-06-07")
    assert {c.time for c in found if c.predicate == "founderOf"} == {time}


def test_a_calendar_year_is_no_comparison() -> None:
    assert _times("思科在2021自然年三季度的总营收为118亿美元。", "2024-05-01") == {11_800_000_000: "2021-Q3"}


def test_what_is_told_in_passing_has_not_the_time_of_the_rest() -> None:
    found = claims("李明创办的云川今年4月完成了融资。", {"云川": "Company", "李明": "Person"}, "2024-05-01")
    assert [(c.predicate, c.time) for c in found] == [("founderOf", None)]


def test_a_founder_has_not_founded_when_he_founds_the_next() -> None:
    names = {"云川": "Company", "海鸥": "Company", "李明": "Person"}
    found = claims("云川联合创始人李明2023年宣布成立海鸥。", names, "2024-05-01")
    assert {c.object: c.time for c in found if c.predicate == "founderOf"} == {"云川": None, "海鸥": "2023"}


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ("2023年至2025年", ["2023", "2024", "2025"]),
        ("2022年、2023年和2025年", ["2022", "2023", "2025"]),
        ("2022年、2023年以及2025年上半年", ["2022", "2023", "2025"]),
        ("据6月7日的数据，2022年、2023年和2025年", ["2022", "2023", "2025"]),
        ("2022年至2025年", ["2025", "2025", "2025"]),
        ("2024年第一季度", ["2024-Q1", "2024-Q1", "2024-Q1"]),
    ],
)
def test_years_are_dealt_out_to_figures(times: str, expected: list[str]) -> None:
    for dealt in ("分别为", "为"):
        found = figures(f"{times}，思科营收{dealt}10亿元、20亿元和30亿元。", {"思科": "Company"})
        assert [claim.time for claim in found] == expected


@pytest.mark.parametrize("times", ["2022年、2023年和2024年", "2022年至2024年"])
@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("；净利润分别为1亿元、2亿元和3亿元。", ["2022", "2023", "2024"]),
        ("。思科很忙。同期，净利润分别为1亿元、2亿元和3亿元。", ["2022", "2023", "2024"]),
        ("。同期净利润分别为1亿元、2亿元和3亿元，其中2024年的算力费很高。", ["2022", "2023", "2024"]),
        ("。净利润同比增长1%和2%。", ["2023", "2024"]),
        ("。2021年，净利润分别为1亿元、2亿元和3亿元。", ["2021", "2021", "2021"]),
    ],
)
def test_years_are_dealt_out_to_figures_of_sentences_behind(times: str, told: str, expected: list[str]) -> None:
    found = figures(f"{times}，思科营收分别为4亿元、5亿元和6亿元{told}", {"思科": "Company"}, "2025-06-15")
    assert [claim.time for claim in found][3:] == expected


def test_figures_dealt_out_to_firms_are_not_dealt_out_to_years() -> None:
    names = {"思科": "Company", "海鸥": "Company"}
    found = figures("2023年和2024年，思科营收分别为4亿元和5亿元。思科和海鸥的营收分别为7亿元和8亿元。", names)
    assert [claim.time for claim in found][2:] != ["2023", "2024"]


def test_how_much_something_grew_is_dealt_out_to_all_years_but_the_first() -> None:
    told = "2022年至2024年，思科营收为10亿元、20亿元和30亿元，"
    assert [c.time for c in figures(f"{told}同比增长6%、7%。", {"思科": "Company"})][3:] == ["2023", "2024"]
    assert [c.time for c in figures(f"{told}占比为6%、7%。", {"思科": "Company"})][3:] == ["2024", "2024"]
    assert [c.time for c in figures(f"{told}同比增长6%。", {"思科": "Company"})][3:] == ["2024"]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("今年前三季度，思科营收为118亿美元。", "2025"),
        ("思科2024年1-9月营收为118亿美元。", "2024"),
        ("思科1至5月营收为118亿美元。", "2025"),
        ("前5月，思科营收为118亿美元。", "2025"),
        ("思科2024年1至3月营收为118亿美元。", "2024-Q1"),
        ("思科2024年3月至5月营收为118亿美元。", "2024-05"),
        ("思科5月营收为118亿美元。", "2025-05"),
        ("思科上调全年营收指引至118亿美元。", "2025"),
    ],
)
def test_what_is_counted_since_the_new_year_is_of_the_year(text: str, time: str) -> None:
    assert set(_times(text, "2025-06-15").values()) == {time}


@pytest.mark.parametrize(("date", "time"), [("2025-02-20", "2024"), ("2025-08-20", None), (None, None)])
def test_the_whole_year_is_the_last_one_soon_after_its_end(date: str | None, time: str | None) -> None:
    assert set(_times("思科全年营收为118亿美元。", date).values()) == {time}


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("思科去年营收为9亿元。其中，第二季度营收为3亿元。", "2024-Q2"),
        ("思科2024年营收为9亿元。第四季度营收为3亿元。", "2024-Q4"),
        ("思科2024年营收为9亿元。第二季度营收为3亿元。", "2025-Q2"),
        ("思科2024年营收为9亿元。预计第四季度营收为3亿元。", "2025-Q4"),
        ("思科2023年营收为9亿元。第三季度营收为3亿元。", "2025-Q3"),
    ],
)
def test_a_part_of_a_year_is_of_the_year_told_before_if_it_is_not_over(text: str, time: str) -> None:
    assert _times(text, "2025-07-15")[300_000_000] == time


def test_the_whole_year_is_that_of_its_half() -> None:
    times = _times("2024年上半年思科营收为50亿美元，预计全年营收将超过118亿美元。", "2024-08-20")
    assert times == {5_000_000_000: "2024", 11_800_000_000: "2024"}


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("截至4月28日的季度，思科营收为118亿美元。", "2024-Q1"),
        ("截至2月3日的季度，思科营收为118亿美元。", "2023-Q4"),
        ("思科公布截至7月的季度营收为118亿美元。", "2024-Q2"),
        ("思科公布了截至7月的季度财报。营收为118亿美元。", "2024-Q2"),
        ("截至7月28日的2024财年第四季度，思科营收为118亿美元。", "2024-07-28"),
        ("截至7月28日，思科营收为118亿美元。", "2024-07-28"),
    ],
)
def test_a_quarter_called_by_its_end_alone_is_the_one_that_most_of_it_lies_in(text: str, time: str) -> None:
    assert set(_times(text, "2024-09-01").values()) == {time}


def test_each_of_two_known_things_is_dated_in_its_own_clause() -> None:
    known = tuple(Entry(name, "Chip", name, maker="星海") for name in ("飞鱼1", "飞鱼2"))
    names = {"星海": "Company", "飞鱼1": "Chip", "飞鱼2": "Chip"}
    found = claims("星海计划2026年第一季度推出飞鱼1，2027年第四季度推出飞鱼2。", names, known=known)
    times = {(claim.object, claim.time) for claim in found if claim.predicate == "develops"}
    assert times == {("飞鱼1", "2026-Q1"), ("飞鱼2", "2027-Q4")}


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("星海计划10月推出新车，团队加倍投入飞鱼1。", None),
        ("星海在10月推出新芯片，名字还没有定，飞鱼1会继续卖。", None),
        ("星海在10月推出飞鱼1。", "2024-10"),
        ("星海今年5月推出开源大模型飞鱼1。", "2024-05"),
        ("星海今天把助手作为飞鱼1的插件推出。", None),
        ("这就是今年5月，星海发布的模型：飞鱼1。", "2024-05"),
        ("今年5月，星海谈了一件事：飞鱼1很好。", None),
    ],
)
def test_a_known_thing_is_dated_only_where_its_own_making_is_told(text: str, time: str | None) -> None:
    known = (Entry("飞鱼1", "Model", "飞鱼1", maker="星海"),)
    found = claims(text, {"星海": "Company", "飞鱼1": "Model"}, "2024-12-01", known)
    assert {claim.time for claim in found if claim.predicate == "develops"} == {time}


def test_when_somebody_took_up_a_role_is_not_when_he_has_what_is_counted() -> None:
    assert _times("作为1984年就开始做路由器的厂商，思科有8万名员工。") == {80_000: None}
    assert _times("1984年，作为路由器厂商，思科有8万名员工。") == {80_000: "1984"}


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("海鸥在2024年1月拿到种子资金，由林一创立。", None),
        ("2021年，在深圳，林一创立了海鸥。", "2021"),
        ("2021年海鸥成立，由林一和同事共同创立。", "2021"),
        ("林一2021年带着六位同事离开老东家，创立了海鸥。", "2021"),
    ],
)
def test_a_founding_is_not_of_the_time_of_another_event(text: str, time: str | None) -> None:
    found = claims(text, {"海鸥": "Company", "林一": "Person", "深圳": "Place"}, "2024-06-07")
    assert {c.time for c in found if c.predicate == "founderOf"} == {time}


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("财报涵盖飞鱼1助手在去年11月面向客户推出后的销售额。星海的飞鱼1卖得好。", "2023-11"),
        ("飞鱼1的发布（7月23日）已过去一个月。星海的飞鱼1卖得好。", "2024-07-23"),
        ("飞鱼1的用户在去年11月少了。星海的飞鱼1卖得好。", None),
        ("今天，新品作为飞鱼1的插件推出。星海的飞鱼1卖得好。", None),
    ],
)
def test_when_a_thing_came_out_serves_wherever_it_is_told(text: str, time: str | None) -> None:
    found = claims(text, {"星海": "Company", "飞鱼1": "Model"}, "2024-12-01")
    assert {c.time for c in found if c.predicate == "develops"} == {time}


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("海鸥周三表示，已于6月发布海螺。", "2024-06"),  # not when it was told
        ("海鸥周三表示，已经发布海螺。", "2024-10-09"),
        ("海鸥去年9月离开了总部，今年推出海螺。", "2024"),
        ("成立于2019年的海鸥发布了海螺。", None),
        ("创立于2019年、总部位于杭州的海鸥9月发布了海螺。", "2024-09"),
        ("海鸥发布于2019年的海螺很轻。", "2019"),
        ("海鸥发布海螺，并于9月3日正式上线。", "2024-09-03"),
        ("海鸥发布海螺，9月3日上线的游戏也在其中。", None),
        ("在2023年推出小海后，海鸥发布了海螺。", None),
        ("2023年，海鸥发布了海螺。", "2023"),
        ("去年，海鸥开发的海螺掀起热潮。", None),
        ("去年，海鸥发布的海螺掀起热潮。", "2023"),
        ("6月1日，在2024北海大会上，海鸥发布了海螺。", "2024-06-01"),
        ("6月1日，海鸥宣布将于2024年发布海螺。", "2024"),
        ("去年北海推出了小海，海鸥随后发布了海螺。", None),
        ("从2018年开始，海鸥想把它打造成海螺那样的产品。", None),
        ("海鸥的海螺，预计明年推出。", "2025"),
        ("海鸥的海螺，明年推出新版本。", None),
        ("近日，北海用海鸥的海螺推出的大赛落幕。", None),
        ("截至6月，海鸥推出的海螺已有百万用户。", None),
        ("海鸥的海螺9月3日开启预售。", "2024-09-03"),
        ("海鸥的海螺手机，9月3日开卖。", "2024-09-03"),
        ("海鸥的海螺在用的手机，9月3日开卖。", None),
        ("海鸥的海螺（用了小海的一项新的技术）将在2025年推出。", "2025"),
    ],
)
def test_the_time_of_what_came_about_is_neither_that_of_the_telling_nor_of_a_founding(
    text: str, time: str | None
) -> None:
    found = claims(text, {"海鸥": "Company", "海螺": "Model"}, "2024-10-10")
    assert [claim.time for claim in found if claim.predicate == "develops"] == [time]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2. 发布海螺，开放下载。", "2024-03-19"),
        ("3. 网络方面，推出海螺。", "2024-03-19"),
        ("4. 将推出海螺。", None),
        ("大家都在用海鸥的海螺。", None),
        ("2023年11月6日（大更新）\n- 发布了海螺。", "2023-11-06"),
    ],
)
def test_an_item_of_the_news_is_of_its_day_or_of_that_of_its_heading(text: str, time: str | None) -> None:
    known = (Entry("海鸥", "Company", "海鸥"), Entry("海螺", "Model", "海螺", maker="海鸥"))
    found = claims(f"3月19日，海鸥召开大会。\n{text}", {"海鸥": "Company", "海螺": "Model"}, "2024-10-10", known)
    assert [claim.time for claim in found] == [time]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("海鸥6月1日推出了其首款海螺。", "2024-06-01"),
        ("海鸥6月1日发布了海豹及其配套的海螺。", "2024-06-01"),
        ("海鸥6月1日发布了财报，称其海螺很轻。", None),
        ("海鸥6月1日展示了其海螺的用法。", None),
    ],
)
def test_what_somebody_releases_of_his_own_is_of_that_time(text: str, time: str | None) -> None:
    found = claims(text, {"其": "Company", "海螺": "Model", "海豹": "Model"}, "2024-10-10")
    assert {claim.time for claim in found if claim.object == "海螺"} == {time}


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("云川公司宣布，林远接任首席执行官，自11月1日起生效。", "2024-11-01"),
        ("云川公司宣布，林远接任首席执行官，11月1日的股东会将表决。", None),
        ("自2023年起，林远担任云川公司首席执行官。", "2023"),
        ("自2023年起，云川公司的首席执行官林远就在度假。", None),
        ("林远于2003年创办云川公司，并一直担任首席执行官。", None),
        ("云川公司今天宣布林远将于12月15日正式上任首席执行官。", "2024-12-15"),
        ("云川公司今天宣布，林远将继续担任首席执行官。", None),
        ("去年，围绕云川公司首席执行官林远去留的争论成为新闻。", None),
        ("去年，林远成为云川公司首席执行官。", "2023"),
    ],
)
def test_a_post_begins_when_it_takes_effect(text: str, time: str | None) -> None:
    found = claims(text, {"云川公司": "Company", "林远": "Person"}, "2024-10-10")
    assert [claim.time for claim in found if claim.predicate == "worksFor"] == [time]


def test_months_in_brackets_say_only_which_the_quarter_is() -> None:
    assert _times("思科第三季（8至10月）营收为35亿美元。", "2024-12-01") == {3_500_000_000: "2024-Q3"}
    assert _times("思科今年（2024年）营收为35亿美元。", "2024-12-01") == {3_500_000_000: "2024"}


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("2022年，海鸥发布了海螺。年底，海鸥发布了海豚。", ["2022", "2022-12"]),
        ("2022年，海鸥发布了海螺。年底，海鸥将发布海豚。", ["2022", "2024-12"]),
        ("海鸥发布了2022年的海螺。年底，海鸥发布了海豚。", ["2022", "2024-12"]),
    ],
)
def test_the_end_of_the_year_is_that_of_the_year_told_of(text: str, times: list[str | None]) -> None:
    found = claims(text, {"海鸥": "Company", "海螺": "Model", "海豚": "Model"}, "2024-10-10")
    assert [claim.time for claim in found if claim.predicate == "develops"] == times


@pytest.mark.parametrize(
    ("text", "predicate", "time"),
    [
        ("云川公司由林远于2017年创立，客户包括星海智能。", "supplies", None),
        ("2019年，林远创办了云川公司，客户包括星海智能。", "supplies", None),
        ("2023年，云川公司拿下星海智能的订单，向其供货。", "supplies", "2023"),
        ("作为星海智能的核心供应商，云川公司4月19日公布了业绩。", "supplies", None),
        ("云川公司由林远于2017年创立，2023年收购了星海智能。", "acquires", "2023"),
        ("趋势在2023年只会加速，正如云川公司收购星海智能所体现的那样。", "acquires", None),
        ("最近一次升级是在2016年，云川公司收购星海智能后进行的。", "acquires", None),
        ("2016年云川公司收购星海智能后，进行了升级。", "acquires", "2016"),
        ("这笔交易比云川公司2019年收购星海智能还贵三倍。", "acquires", "2019"),
        ("云川公司今年3月出售了2019年收购的星海智能。", "acquires", "2019"),
        ("2018年，云川公司将收购而来的星海智能改名。", "acquires", None),
        ("上个月，林远与云川公司支持的星海智能签署协议。", "investsIn", None),
        ("上个月，云川公司投资了星海智能。", "investsIn", "2024-09"),
        ("云川公司二季度财报公布后，股价下跌，与星海智能的合作也停了。", "partnersWith", None),
        ("今年5月，云川公司的合作伙伴星海智能推出了新品。", "partnersWith", None),
        ("今年5月，云川公司宣布与星海智能合作。", "partnersWith", "2024-05"),
        ("今年5月，云川公司成为星海智能的合作伙伴。", "partnersWith", "2024-05"),
        ("十年前的那笔钱，现在变成了云川公司与星海智能的合作。", "partnersWith", None),
        ("2024年6月，云川公司撤回了对星海智能的诉讼。", "sues", None),
        ("云川公司对星海智能提起的诉讼将于2026年4月开庭。", "sues", None),
        ("2024年4月，法院就云川公司起诉星海智能一案作出判决。", "sues", None),
        ("云川公司于2024年3月起诉星海智能，法院4月作出裁决。", "sues", "2024-03"),
        ("2024年3月，云川公司向法院起诉星海智能。", "sues", "2024-03"),
        ("2024年3月，在云川公司封杀星海智能一个月后，林远走了。", "restricts", None),
        ("2024年3月，云川公司封杀了星海智能。", "restricts", "2024-03"),
        ("云川公司下令在2027年底前封杀星海智能。", "restricts", None),
        ("云川公司2024年3月下令在2027年之前封杀星海智能。", "restricts", "2024-03"),
        ("云川公司将以30亿美元收购星海智能，两家公司周一宣布。", "acquires", "2024-10-07"),
        ("云川公司将以30亿美元收购星海智能，周一股价大涨。", "acquires", None),
        ("林远周一报道，云川公司此前收购了星海智能。", "acquires", None),
        ("（10月7日电）云川公司收购了星海智能。", "acquires", "2024-10-07"),
        ("从林远（2016年获奖）到如今，云川公司收购了星海智能。", "acquires", None),
        ("去年的文件显示，云川公司投资了星海智能。", "investsIn", None),
        ("去年，云川公司投资了星海智能。", "investsIn", "2023"),
        ("到去年底，星海智能累计融资10亿元，获得云川公司投资。", "investsIn", None),
        ("去年，星海智能融资10亿元，获得云川公司投资。", "investsIn", "2023"),
        ("2024年9月，星海智能完成融资。其早期投资者包括云川公司。", "investsIn", None),
        ("云川公司曾为星海智能供应芯片。", "supplies", "past"),
        ("星海智能在2020年成为云川公司的子公司。", "subsidiaryOf", "2020"),
        ("星海智能是云川公司的子公司，2020年收入大增。", "subsidiaryOf", None),
        ("2024年8月8日，林远来了；即将有大事，云川公司与星海智能合作。", "partnersWith", None),
        ("云川公司为星海智能供应芯片。", "supplies", None),
        ("2024年3月，林远带领公司上市，曾任职的星海智能（被云川公司收购）涨价。", "acquires", None),
        ("林远曾任职的星海智能（2024年3月被云川公司收购）涨价。", "acquires", "2024-03"),
        ("云川公司和星海智能今天宣布扩大合作伙伴关系。", "partnersWith", "2024-10-10"),
        ("云川公司（Yun）和星海智能今天宣布扩大合作伙伴关系。", "partnersWith", "2024-10-10"),
        ("云川公司周二宣布去年9月收购了星海智能。", "acquires", "2023-09"),
        ("云川公司周二宣布收购了星海智能。", "acquires", "2024-10-08"),
        ("今年3月起，云川公司开始向星海智能供应芯片。", "supplies", "2024-03"),
        ("自今年3月起，云川公司一直向星海智能供应芯片。", "supplies", None),
        ("今天，星海智能仍在使用云川公司供应的芯片。", "supplies", None),
        ("今天，云川公司宣布向星海智能供应芯片。", "supplies", "2024-10-10"),
        ("到今年底，星海智能自产的电池要比向云川公司等供应商采购的便宜。", "supplies", None),
        ("2018年，云川公司将收购而来的星海智能合并。", "acquires", None),
        ("融资是今年估值的三倍，云川公司投资了星海智能。", "investsIn", None),
        ("融资是2021年估值的三倍，当时云川公司投资了星海智能。", "investsIn", "2021"),
        ("去年林远支持了基金，而云川公司又是本次领投星海智能的一方。", "investsIn", None),
    ],
)
def test_a_relation_has_not_the_time_of_what_else_its_sentence_tells(
    text: str, predicate: str, time: str | None
) -> None:
    found = claims(text, {"云川公司": "Company", "星海智能": "Company", "林远": "Person"}, "2024-10-10")
    assert {claim.time for claim in found if claim.predicate == predicate} == {time}


@pytest.mark.parametrize(
    ("kept", "time"),
    [("未能遵守2012年与监管部门达成的", "2019"), ("违反了2012年达成的", "2019"), ("遵守2012年达成的", "2012")],
)
def test_when_an_agreement_was_made_is_not_when_breaking_it_was_punished(kept: str, time: str) -> None:
    text = f"2019年，北海署因云川公司{kept}协议，对其罚款5亿美元。"
    found = claims(text, {"云川公司": "Company", "北海署": "Government"}, "2024-10-10")
    assert {claim.time for claim in found if claim.predicate == "restricts"} == {time}


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("在云川公司创始人林远的邀请下，李明2011年加入云川公司担任总裁。", {"李明": "2011"}),
        ("2011年，云川公司从海鸥挖来林远，让他负责研发。", {"林远": "2011"}),
        ("今天，云川公司总裁林远，前海鸥高管，已正式就任。", {"林远": "2024-10-10"}),
        ("云川公司总裁林远说，团队2011年有人离职。", {"林远": None}),
    ],
)
def test_who_took_up_a_post_is_the_nearest(text: str, time: dict[str, str | None]) -> None:
    names = {"云川公司": "Company", "海鸥": "Company", "林远": "Person", "李明": "Person"}
    found = claims(text, names, "2024-10-10")
    posts = [claim for claim in found if claim.predicate == "worksFor" and claim.object == "云川公司"]
    assert {claim.subject: claim.time for claim in posts} == time


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("5月13日，云川公司展示了由飞鱼1驱动的海螺。", None),
        ("海螺去年9月就由飞鱼1驱动。", None),
        ("海螺去年9月引入了飞鱼1。", "2023-09"),
        ("去年9月，云川公司宣布在海螺中采用飞鱼1。", "2023-09"),
    ],
)
def test_what_a_thing_runs_on_has_no_time_unless_it_is_brought_in(text: str, time: str | None) -> None:
    found = claims(text, {"云川公司": "Company", "海螺": "Product", "飞鱼1": "Chip"}, "2024-10-10")
    assert {claim.time for claim in found if claim.predicate == "uses"} == {time}


def test_what_is_still_talked_of_is_not_of_the_round_told_before() -> None:
    told = "{}思科融资66亿美元，甲骨文正洽谈领投其400亿美元的新一轮融资。"
    assert _times(told.format("2024年2月，")) == {6_600_000_000: "2024-02", 40_000_000_000: None}
    ongoing = "2024年2月，思科正洽谈400亿美元的新一轮融资。"
    assert _times(ongoing) == {40_000_000_000: "2024-02"}
