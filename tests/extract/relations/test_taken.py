"""Names that another verb of their clause has taken."""

from __future__ import annotations

import pytest

from extract.relations.taken import is_taken

from .claims import claims
from .reading import scenes

NAMES = {
    "林远": "Person",
    "星海智能": "Company",
    "云川公司": "Company",
    "飞鱼X1": "Chip",
    "飞鱼架构": "Chip",
    "海豚3": "Model",
    "小海": "Product",
}


@pytest.mark.parametrize(
    ("text", "name", "taken"),
    [
        ("飞鱼X1基于飞鱼架构，采用新工艺。", "飞鱼架构", True),
        ("飞鱼X1基于飞鱼架构，采用新工艺。", "飞鱼X1", False),
        ("该芯片采用全新的飞鱼架构，功耗更低。", "飞鱼架构", False),  # what is new may also be an adopted thing's
        ("支持离线使用的小海今天上线。", "小海", False),
        ("星海智能发布了飞鱼X1，采用新工艺。", "飞鱼X1", False),
        ("已经整合到小海。", "小海", False),
        ("林远上周在云川公司宣布了海豚3。", "云川公司", True),
        ("在云川公司发布海豚3之后，林远也来了。", "云川公司", False),
        ("星海智能在云川公司发布海豚3之后降价。", "云川公司", False),
        ("在云川公司平台上发布了海豚3。", "云川公司", True),
        ("星海智能收购云川公司后开源了海豚3。", "云川公司", True),  # the buyer did so
        ("星海智能收购云川公司后开源了海豚3。", "星海智能", False),
        ("星海智能收购云川公司，后者开源了海豚3。", "云川公司", False),
        ("云川公司前员工推出了海豚3。", "云川公司", True),
        ("云川公司员工推出了海豚3。", "云川公司", False),
    ],
)
def test_taken(text: str, name: str, taken: bool) -> None:
    (_, phrase), *_ = scenes(text, {each: kind for each, kind in NAMES.items() if each in text})
    at = next(at for at, slot in phrase.slots.items() if any(m.text == name for m in slot.mentions))
    end = max(phrase.slots) + 1
    assert is_taken("develops", phrase.code, at, end) is taken


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("云川公司用户都已采用海豚3。", True),
        ("云川公司允许学校使用海豚3。", True),
        ("云川公司禁止员工使用海豚3。", True),
        ("云川公司要求各企业停止采购海豚3。", True),
        ("云川公司要求涨价并采购海豚3。", False),
        ("云川公司不得不使用海豚3。", False),
        ("云川公司员工使用海豚3。", False),
        ("云川公司用户增长放缓，使用海豚3。", False),
        ("云川公司企业使用海豚3。", False),
        ("云川公司的使命是采用海豚3。", False),
        ("林远在云川公司网站上用海豚3写文章。", True),
        ("林远在云川公司的系统中采用海豚3。", False),
        ("除了云川公司，这里也使用海豚3。", True),
        ("删除了云川公司，使用海豚3。", False),
        ("随着云川公司走红，人们正在使用海豚3。", True),
        ("随着云川公司走红，越来越多地使用海豚3。", False),
        ("规模与云川公司相当，使用海豚3。", True),
        ("规模达到云川公司的水平，使用海豚3。", True),
        ("规模达到云川公司的目标，使用海豚3。", False),
        ("她用云川公司写作，用海豚3画画。", True),
        ("她为云川公司写作，用海豚3画画。", False),
    ],
)
def test_who_uses(text: str, taken: bool) -> None:
    ((_, phrase),) = scenes(text, {name: kind for name, kind in NAMES.items() if name in text})
    at = next(at for at, slot in phrase.slots.items() if slot.mentions[0].text == "云川公司")
    assert is_taken("uses", phrase.code, at, max(phrase.slots) + 1) is taken


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("小海超越海豚3，优于飞鱼X1。", True),
        ("小海的性能已接近海豚3，优于飞鱼X1。", True),
        ("小海在写作上不如海豚3，但优于飞鱼X1。", True),
        ("小海比海豚3更强，优于飞鱼X1。", True),
        ("超越同行的海豚3优于飞鱼X1。", False),
        ("小海上线，海豚3优于飞鱼X1。", False),
        ("小海的表现不如海豚3。", False),  # nothing is said of it
    ],
)
def test_what_is_compared_with_is_not_what_beats_the_next(text: str, taken: bool) -> None:
    ((_, phrase),) = scenes(text, {name: kind for name, kind in NAMES.items() if name in text})
    at = next(at for at, slot in phrase.slots.items() if slot.mentions[0].text == "海豚3")
    assert is_taken("outperforms", phrase.code, at, max(phrase.slots) + 1) is taken


@pytest.mark.parametrize("text", ["飞鱼X1的表现与海豚3和小海等旧方法相当，也优于林远。", "除了海豚3，小海也优于林远。"])
def test_what_only_keeps_up_or_is_left_out_beats_nothing(text: str) -> None:
    names = {"飞鱼X1": "Model", "海豚3": "Model", "小海": "Model", "林远": "Model"}
    said = claims(text, {name: kind for name, kind in names.items() if name in text})
    assert "海豚3" not in {c.subject for c in said if c.predicate == "outperforms"}


def test_who_invests_at_a_fund() -> None:
    text = "林远在云川公司投资了星海智能。"
    ((_, phrase),) = scenes(text, {name: kind for name, kind in NAMES.items() if name in text})
    assert not is_taken("investsIn", phrase.code, phrase.code.index("投") - 1, len(phrase.code))


def test_what_is_as_good_beats_nothing() -> None:
    names = {"海豚3": "Model", "飞鸟2": "Model", "飞鸟3": "Model"}
    beaten = {
        (c.subject, c.object)
        for c in claims("海豚3很快，与飞鸟2相当，略低于飞鸟3。", names)
        if c.predicate == "outperforms"
    }
    assert ("飞鸟3", "飞鸟2") not in beaten
    found = claims("飞鸟2超过了飞鸟3。", names)
    assert {(c.subject, c.object) for c in found if c.predicate == "outperforms"} == {("飞鸟2", "飞鸟3")}


def test_a_report_in_which_a_body_says_something_is_its_own() -> None:
    names = {"林远": "Person", "云川公司": "Company", "星海智能": "Company", "白皮书": "Report"}
    own = claims("星海智能在云川公司的《白皮书》中受到好评。", names)
    assert ("云川公司", "白皮书") in {(c.subject, c.object) for c in own if c.predicate == "publishes"}
    there = claims("林远在云川公司发布了《白皮书》。", names)
    assert ("云川公司", "白皮书") not in {(c.subject, c.object) for c in there if c.predicate == "publishes"}


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("小海今天亮相，采用飞鱼架构设计的飞鱼X1将在明年量产。", {("飞鱼X1", "飞鱼架构")}),
        ("小海今天亮相，采用飞鱼架构的还有飞鱼X1。", {("飞鱼X1", "飞鱼架构")}),
        ("小海今天亮相，采用飞鱼架构。", {("小海", "飞鱼架构")}),
        ("飞鱼X1今天亮相，高端设备都已搭载飞鱼架构。", set()),
        ("飞鱼X1今天亮相，该芯片搭载飞鱼架构。", {("飞鱼X1", "飞鱼架构")}),
        ("云川公司将拥有8000个相当于飞鱼X1的核心。", set()),
        ("云川公司将拥有8000块飞鱼X1。", {("云川公司", "飞鱼X1")}),
        ("小海不如海豚3，后者采用了飞鱼架构。", set()),
        ("小海优于使用海豚3的方法。", set()),
        ("飞鱼X1在小海的基础上采用飞鱼架构。", {("飞鱼X1", "飞鱼架构")}),
        ("飞鱼X1支持“类 飞鱼架构”。", set()),
        ("飞鱼X1支持各类飞鱼架构。", {("飞鱼X1", "飞鱼架构")}),
        ("新机运行小海，采用飞鱼架构。", set()),
        ("新机运行小海，该系统采用飞鱼架构。", {("小海", "飞鱼架构")}),
        ("通过小海，客户可以使用海豚3。", {("小海", "海豚3")}),
        ("通过小海，客户可以使用新机。海豚3也来了。", set()),
    ],
)
def test_what_uses_a_thing(text: str, used: set[tuple[str, str]]) -> None:
    said = claims(text, {name: kind for name, kind in NAMES.items() if name in text})
    assert {(c.subject, c.object) for c in said if c.predicate == "uses"} == used


def test_the_rest_of_a_longer_name_is_not_used() -> None:
    names = {"小海": "Product", "AR": "Technology"}
    found = claims("小海搭载了Flow AR系统。", names)
    assert "uses" not in {c.predicate for c in found}
    assert {(c.subject, c.object) for c in claims("小海搭载了AR系统。", names)} == {("小海", "AR")}


@pytest.mark.parametrize(
    ("user", "thing", "used"),
    [("小海_3", "小海", False), ("小海_3", "云帆", True), ("云川", "云川_云帆", False), ("云川", "云帆", True)],
)
def test_a_product_does_not_use_its_own_family(user: str, thing: str, used: bool) -> None:
    names = {user: "Company" if user == "云川" else "Product", thing: "Product"}
    assert ("uses" in {c.predicate for c in claims(f"{user}已经部署{thing}。", names)}) is used


def test_what_is_beaten_does_not_come_second() -> None:
    names = {"海豚3": "Model", "飞鸟2": "Model", "飞鸟3": "Model"}
    beaten = {
        (c.subject, c.object) for c in claims("海豚3超过了飞鸟2，仅次于飞鸟3。", names) if c.predicate == "outperforms"
    }
    assert beaten == {("海豚3", "飞鸟2"), ("飞鸟3", "海豚3")}


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("星海智能投资的芯片公司“远山”，昨天与云川公司达成合作。", False),
        ("星海智能旗下的音乐公司，昨天与云川公司达成合作。", False),
        ("曾在星海智能工作的工程师，昨天与云川公司达成合作。", False),
        ("星海智能投资了芯片公司“远山”，昨天与云川公司达成合作。", True),
        ("星海智能的音乐公司越做越大，昨天与云川公司达成合作。", True),
    ],
)
def test_whose_a_body_is_does_not_act_for_it(text: str, partners: bool) -> None:
    said = claims(text, {name: kind for name, kind in NAMES.items() if name in text})
    assert ("partnersWith" in {c.predicate for c in said}) is partners


def test_he_is_whom_a_clause_before_was_about() -> None:
    names = {"林远": "Person", "周舟": "Person", "云川公司": "Company"}
    found = claims("林远斥责周舟，他对云川公司提起诉讼。", names)
    assert {(c.subject, c.object) for c in found if c.predicate == "sues"} == {("林远", "云川公司")}


@pytest.mark.parametrize(
    ("text", "beaten"), [("超越了除飞鸟2以外的旧模型", False), ("清除了旧数据，超越了飞鸟2", True)]
)
def test_what_is_left_out_is_not_beaten(text: str, beaten: bool) -> None:
    found = claims(f"海豚3在测试中{text}。", {"海豚3": "Model", "飞鸟2": "Model"})
    assert ("飞鸟2" in {c.object for c in found if c.predicate == "outperforms"}) is beaten
