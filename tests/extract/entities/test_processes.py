"""Processes that chips are made by, and ways of doing things that are used."""

import pytest

from .reading import classes, named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("飞鱼X1由第二代3纳米制程工艺做成。", "第二代3纳米制程工艺"),
        ("飞鱼X1由台积电第三代4奈米制程生产。", "第三代4奈米制程"),
    ],
)
def test_a_generation_of_a_process_is_a_technology(text: str, name: str) -> None:
    assert named(text)[name] == name


@pytest.mark.parametrize("text", ["误差不到4纳米。", "第二代3纳米的芯片还没有来。", "那是新制程工艺。"])
def test_a_length_alone_is_none(text: str) -> None:
    assert named(text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("飞鱼3采用云边协同架构。", "云边协同架构"),
        ("他們提出了全新的雙塔交錯架構。", "雙塔交錯架構"),
        ("论文提出了基于海浪自注意力机制的模型。", "海浪自注意力机制"),
        ("团队提出了“双塔交错”机制。", "双塔交错"),
        ("飞鱼3使用一种“潮汐缓存”技术。", "潮汐缓存"),
    ],
)
def test_a_way_that_is_used_is_a_technology(text: str, name: str) -> None:
    assert classes(text)[name] == "Technology"


@pytest.mark.parametrize(
    "text",
    [
        "飞鱼3使用了最新架构。",
        "飞鱼3采用创新的网络架构。",
        "公司引入新的许可机制，采用架构师的建议。",
        "他们使用他人的评估架构。",
        "他们奉行“高墙”策略，对“开源”技术看法不一。",
    ],
)
def test_a_way_of_a_kind_has_no_name(text: str) -> None:
    assert classes(text) == {}
