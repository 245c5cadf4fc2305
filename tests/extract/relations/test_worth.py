"""Which figures without a metric are told, and how surely."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pytest

from extract.model import Claim
from extract.relations.background import Background
from extract.relations.holders import Stage
from extract.relations.rules import ANYONE, codes_of
from extract.relations.weighing import Traits

from .claims import figures
from .reading import mentions, scenes

NAMES = {"云川公司": "Company", "海豚3": "Product"}


def _others(text: str) -> list[Claim]:
    return [claim for claim in figures(text, NAMES) if claim.predicate == "otherMetric"]


@pytest.mark.parametrize(
    "text",
    [
        "云川公司拥有超过60座仓库。",
        "海豚3的内存达到16GB。",
        "目前，云川公司在全国覆盖约80座城市。",
        "云川公司的良品率高达97%。",
        "云川公司在榜单中排名第82。",
        "海豚3的延迟仅为30毫秒。",
        "海豚3历时18个月打造而成。",
        "海豚3今天发布，只用了18个月。",
        "云川公司拥有超过20年的行业经验。",
    ],
)
def test_what_a_name_has_is_told(text: str) -> None:
    assert _others(text)


@pytest.mark.parametrize(
    "text",
    [
        "云川公司公布了问卷结果，72%的受访者担心失业，41%的家庭减少了开支。",
        "云川公司公布了结果。担心失业的人不少（72%）、减少开支的也有（41%）。",
        "云川公司提出十大目标。",
        "云川公司希望生产更先进的28纳米芯片。",
        "云川公司邀请了27位分析师。",
        "云川公司推出了8卡服务器。",
        "云川公司成立时，市场上有20多家芯片公司。",
        "云川公司可能会放弃4680项目。",
        "海豚3是第一首由机器写的歌曲。",
        "云川公司实现了9个季度以来的首次增长。",
        "云川公司今年58岁的总裁退休了。",
        "云川公司取得了专利10,977,387。",
        "云川公司发布了报告。数百家企业读了它。",
        "云川公司达到10代飞鱼的水平。",
        "云川公司给他开出11位数的薪酬。",
        "云川公司推出了“0元购”活动。",
        "云川公司每年都会对前50名应用进行排名。",
        "云川公司解决了阻碍3万亿元外科市场发展的难题。",
        "云川公司认为，制作这样的模型很费力，成本高达1万元。",
        "云川公司的总裁在业内有20年的经验。",
        "云川公司的合同期限为5年。",
        "海豚3发布以后，社群只花了1个小时就试完了。",
    ],
)
def test_what_is_no_trait_of_a_name_is_left_out(text: str) -> None:
    assert not _others(text)


@pytest.mark.parametrize(
    ("likely", "less"),
    [
        ("云川公司的良品率高达97%。", "云川公司调查发现，有97%的用户满意。"),
        ("云川公司拥有约80座仓库。", "云川公司从80座仓库中撤出。"),
    ],
)
def test_the_likelier_a_figure_is_worth_telling_the_surer_it_is(likely: str, less: str) -> None:
    (sure,) = _others(likely)
    assert sure.confidence > max([claim.confidence for claim in _others(less)], default=0.0)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("云川公司新一代的海豚3显存带宽达到900GB/s。", "海豚3"),
        ("海豚3用了云川公司的技术，内存达到16GB。", "海豚3"),
        ("海豚3上市以来，云川公司获得了约80亿元的订单。", "云川公司"),
    ],
)
def test_speed_and_memory_are_of_things_and_orders_of_companies(text: str, subject: str) -> None:
    assert {claim.subject for claim in _others(text)} == {subject}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("云川公司今年出货5万颗芯片，仍只有星海公司去年出货量的十分之一。", "云川公司"),
        ("在太阳能产能上，云川公司领先星海公司20倍。", "云川公司"),
        ("云川公司斥资80亿元，收购星海公司49%的股份。", "云川公司"),
        ("财报显示，云川公司将其持有的星海公司股份削减了13%。", "云川公司"),
        ("云川公司第三季出货增长，拉下星海公司、冲上全球第四大。", "云川公司"),
        ("云川公司曾经是星海公司的第二大股东。", "云川公司"),
        ("云川公司的良品率已达到星海公司水平，目前高达97%。", "云川公司"),
        ("云川公司在星海公司平台上拥有370万粉丝。", "云川公司"),
        ("星海公司平台上的良品率高达97%。", "星海公司"),
        ("星海公司的良品率高达97%，云川公司并不知情。", "星海公司"),
        ("云川公司退出以后，星海公司49%的股份由员工持有。", "星海公司"),
        ("云川公司没有说，星海公司获得了5倍的订单。", "星海公司"),
    ],
)
def test_a_figure_is_not_of_whom_it_is_told_by(text: str, subject: str) -> None:
    names = {"云川公司": "Company", "星海公司": "Company"}
    told = [claim for claim in figures(text, names) if claim.predicate in ("otherMetric", "growth")]
    assert {claim.subject for claim in told} == {subject}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("海豚3在所有星海公司服务器的流量中保持第1位。", "海豚3"),
        ("星海公司服务器的流量排名第1位。", "星海公司"),
        ("云川公司的用户包括93%的全国百强企业。", "云川公司"),
        ("全国百强里有93%在云川公司之外。", "全国百强"),
        ("云川公司推出海豚3，整体毛利率约75%，但仍高于一年前的70%。", "云川公司"),
        ("云川公司的良品率为75%，远高于星海公司。海豚3的良品率为70%。", "云川公司 海豚3"),
        ("2023年云川公司所在的机器人市场规模约为170亿元。", "机器人"),
        ("云川公司获得了约170亿元的机器人订单。", "云川公司"),
    ],
)
def test_who_has_a_figure_that_is_compared_or_told_of_a_whole(text: str, subject: str) -> None:
    names = {**NAMES, "星海公司": "Company", "全国百强": "Report", "机器人": "Technology"}
    told = [claim for claim in figures(text, names) if claim.predicate == "otherMetric"]
    assert {claim.subject for claim in told} == {*subject.split()}


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("现年60岁的林远是云川公司创办人。", 60),
        ("云川公司28岁华人创始人林远离任。", 28),
        ("49岁的云川公司首席执行官林远说，业务很好。", 49),
        ("云川公司首席执行官林远（57岁）将离任。", 57),
        ("林远今年57岁，曾任职于云川公司。", 57),
        ("林远本科毕业于海鸥大学，33岁成为教授。", 33),
        ("林远一直到37岁才加入云川公司。", 37),
        ("林远说，用户要到18岁。", None),
        ("林远说，18岁以上的用户可以使用海豚3。", None),
        ("18岁用户的律师林远起诉了云川公司。", None),
        ("林远认为，3岁儿童不应使用海豚3。", None),
    ],
)
def test_an_age_is_told_of_the_person_beside_it(text: str, age: int | None) -> None:
    told = [claim for claim in figures(text, {**NAMES, "林远": "Person"}) if claim.unit == "岁"]
    assert [(claim.subject, claim.value) for claim in told] == ([("林远", Decimal(age))] if age else [])


def test_who_has_most_of_what_is_measured_is_the_first() -> None:
    (claim,) = _others("云川公司昨晚收涨，一举成为全球市值最高的公司。")
    assert (claim.subject, claim.value, claim.unit) == ("云川公司", Decimal(1), "rank")


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("云川公司购买了24000块飞鱼1。", {"云川公司"}),
        ("云川公司正在大约2万个飞鱼1芯片上训练海豚2。", {"海豚2"}),
        ("云川公司推出了96核的飞鱼1处理器。", {"飞鱼1"}),
        ("飞鱼1的晶体管达到800亿个。", {"飞鱼1"}),
        ("云川公司使用了24000块芯片，又训练了海豚2。", {"云川公司"}),
    ],
)
def test_chips_that_are_counted_do_not_have_the_figure(text: str, subjects: set[str]) -> None:
    names = {"云川公司": "Company", "飞鱼1": "Chip", "海豚2": "Model"}
    assert {claim.subject for claim in figures(text, names) if claim.predicate == "otherMetric"} == subjects


def test_of_a_part_and_its_share_in_brackets_the_share_is_told() -> None:
    assert [claim.value for claim in _others("云川公司的仓库有近一半（48%）位于南方。")] == [48]
    assert {claim.value for claim in _others("云川公司的误差率为3.5%（5.1%）。")} >= {Decimal("3.5")}


def test_all_that_speaks_for_a_name_is_a_trait_whose_weight_can_be_learned() -> None:
    names = {"云川公司": "Company", "远山集团": "Company"}
    text = "云川公司发布了新品。公司上季营收增长了10%，毛利率也升至40%。"
    background = Background(mentions(text, names))
    traits: set[str] = set()
    for raw, phrase in scenes(text, names):
        stage = Stage(raw, phrase, background, Traits())
        for position, slot in raw.slots.items():
            if slot.quantity is not None:
                holders: Iterable[tuple[Any, ...]] = stage.holders(position, position, codes_of(ANYONE))
                traits |= {trait for *_, weighed in holders for trait in weighed}
        background.remember(raw, phrase)
    assert {"called", "past"} <= traits
