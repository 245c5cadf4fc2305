"""Processes that chips are made by."""

import pytest

from .reading import named


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
