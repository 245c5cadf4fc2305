"""Code strings: names, lists, noun phrases, and the way back to the text."""

from __future__ import annotations

import pytest

from extract.relations.scene import CODE, Scene
from ontology.vocabulary import CLASSES

from .reading import scenes, shown

NAMES = {
    "星海": "Company",
    "云川": "Company",
    "远山": "Company",
    "Fishtail": "Company",
    "林远": "Person",
    "海豚3": "Model",
    "飞鸟2": "Model",
    "小海": "Product",
    "法国": "Place",
    "里昂": "Place",
    "自动驾驶": "Technology",
}


def _both(text: str) -> tuple[Scene, Scene]:
    (both,) = scenes(text, {name: kind for name, kind in NAMES.items() if name in text})
    return both


def test_every_class_has_its_own_character() -> None:
    assert set(CODE) == set(CLASSES)
    assert len(set(CODE.values())) == len(CODE)


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("星海、云川和远山签约。", "[星海|云川|远山]签约。"),
        ("星海，云川，以及远山签约。", "[星海]，[云川|远山]签约。"),
        ("星海和云川，远山签约。", "[星海|云川]，[远山]签约。"),  # with 和 a list is over
        ("星海，云川，Fishtail和远山签约。", "[星海|云川|Fishtail|远山]签约。"),
        ("星海, 云川, Fishtail和远山签约。", "[星海|云川|Fishtail|远山]签约。"),
        ("星海，云川，Fishtail，远山都不签约。", "[星海]，[云川]，[Fishtail]，[远山]都不签约。"),
        ("星海（芯片），云川（软件），Fishtail和远山签约。", "[星海]，[云川]，[Fishtail|远山]签约。"),
        ("星海，云川和远山的母公司，没有签约。", "[星海]，[云川|远山]的母公司，没有签约。"),
        ("星海、云川等厂商与远山签约。", "[星海|云川]与[远山]签约。"),
        ("星海公司发布海豚3大模型。", "[星海]发布[海豚3]。"),
        ("“小海”和《海豚3》都在。", "[小海|海豚3]都在。"),
        ("星海（旧称深海）发布了小海。", "[星海]发布了[小海]。"),
        ("星海、云川等科技巨头签约。", "[星海|云川]签约。"),
        ("星海、云川等在内的科技巨头签约。", "[星海|云川]签约。"),
        ("星海、无名氏、云川签约。", "[星海|云川]签约。"),
        ("星海、云川、无名氏等公司签约。", "[星海|云川]签约。"),
        ("星海、无名氏和云川签约。", "[星海|云川]签约。"),
        ("星海、无名氏、无声氏、云川签约。", "[星海|云川]签约。"),
        ("星海、无名氏等车企宣布与云川签约。", "[星海]、无名氏等车企宣布与[云川]签约。"),
        ("星海、无名氏宣布和云川签约。", "[星海]、无名氏宣布和[云川]签约。"),
        ("Fishtail, Inc.与云川签约。", "[Fishtail|云川]签约。"),
        ("Fishtail®（旧称深海）发布了小海™。", "[Fishtail]发布了[小海]。"),
        ("海豚3应用上市，海豚3应用了新算法。", "[海豚3]上市，[海豚3]应用了新算法。"),
        ("自动驾驶系统上市，自动驾驶芯片也上市。", "[自动驾驶]上市，[自动驾驶]芯片也上市。"),  # a chip for it is not it
        ("星海 Corp.、云川签约。", "[星海|云川]签约。"),
        ("从星海、云川到远山都签约。", "从[星海|云川|远山]都签约。"),
        ("从星海到云川，都签约。", "从[星海]到[云川]，都签约。"),
        ("星海与云川、远山合作。", "[星海]与[云川|远山]合作。"),
        ("星海的海豚3、云川的飞鸟2参评。", "[星海]的[海豚3]、[云川]的[飞鸟2]参评。"),
        ("法国里昂的云川签约。", "[法国|里昂]的[云川]签约。"),
        ("星海2023年投入5亿美元。", "[星海]@投入#。"),
    ],
)
def test_raw(text: str, raw: str) -> None:
    assert shown(_both(text)[0]) == raw


def test_a_list_has_the_class_of_most_members() -> None:
    assert _both("小海、海豚3和飞鸟2亮相。")[0].code[0] == CODE["Model"]
    assert _both("小海、海豚3亮相。")[0].code[0] == CODE["Product"]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("星海的海豚3、云川的飞鸟2参评。", "[海豚3|飞鸟2]参评。"),
        ("星海的员工已经在用海豚3。", "[星海]的员工已经在用[海豚3]。"),
        ("星海CEO林远发言。", "[林远]发言。"),
        ("前星海研究员林远发言。", "[林远]发言。"),
        ("星海起诉前高管林远。", "[星海]起诉前高管[林远]。"),
        ("星海林远教授团队发布海豚3。", "[星海]发布[海豚3]。"),
        ("星海的林远发布海豚3。", "[星海]的[林远]发布[海豚3]。"),
        ("法国人工智能公司云川签约。", "[云川]签约。"),
        ("自动驾驶初创公司云川签约。", "[云川]签约。"),
        ("远山支持的云川签约。", "[云川]签约。"),
        ("星海的竞争对手云川签约。", "[云川]签约。"),
        ("星海最大竞争对手云川签约。", "[云川]签约。"),
        ("星海竞敌云川签约。", "[云川]签约。"),
        ("星海和另一家人工智能音乐初创公司云川签约。", "[星海|云川]签约。"),
        ("星海和其投资的一家人工智能音乐初创公司云川签约。", "[星海]和其投资的一家人工智能音乐初创公司[云川]签约。"),
        ("星海击败对手云川。", "[星海]击败对手[云川]。"),
        ("星海收购芯片公司云川。", "[星海]收购芯片公司[云川]。"),
        ("星海在法国收购芯片公司云川。", "[星海]在[法国]收购芯片公司[云川]。"),
        ("小海的开发商星海签约。", "[星海]签约。"),
        ("星海发布海豚3。", "[星海]发布[海豚3]。"),
        ("林远以及云川出资。", "[林远|云川]出资。"),
        ("星海、云川 海豚3、远山签约。", "[星海|云川|海豚3|远山]签约。"),
        ("云川和林远出资。", "[云川]和[林远]出资。"),  # he may be the head of it
        ("星海、云川和林远出资。", "[星海|云川|林远]出资。"),
        ("星海和云川以及远山出资。", "[星海|云川|远山]出资。"),
        ("星海和云川、远山出资。", "[星海]和[云川|远山]出资。"),
        ("星海、云川旗下远山出资。", "[星海|远山]出资。"),
        ("星海、云川风险投资部门远山出资。", "[星海|远山]出资。"),
        ("星海、云川支持的远山出资。", "[远山]出资。"),  # both may back it
        ("法国风险投资公司云川出资。", "[云川]出资。"),
        ("星海（云川旗下）发布小海。", "[星海]发布[小海]。"),
        ("星海的平台基于自动驾驶。", "[星海]的平台基于[自动驾驶]。"),
        ("星海，一家领先的支付平台，选用小海。", "[星海]选用[小海]。"),
        ("星海，全球最大的银行，正选用小海。", "[星海]正选用[小海]。"),
        ("星海，仍在本地，选用小海。", "[星海]，仍在本地，选用[小海]。"),
        ("远山投资星海，一家支付平台，发布小海。", "[远山]投资[星海]，一家支付平台，发布[小海]。"),  # who does so?
        ("星海，一家银行，与云川，一同签约。", "[星海]，一家银行，与[云川]，一同签约。"),
        ("星海，一家由云川投资的银行，选用小海。", "[星海]，一家由[云川]投资的银行，选用[小海]。"),
        ("远山和星海——就是卖茶的那家——选用小海。", "[远山|星海]选用[小海]。"),
        ("星海——还有云川——选用小海。", "[星海]——还有[云川]——选用[小海]。"),
        ("星海选用海豚3和后来的飞鸟2。", "[星海]选用[海豚3|飞鸟2]。"),
        ("星海选用海豚3和旁边的飞鸟2。", "[星海]选用[海豚3]和旁边的[飞鸟2]。"),
    ],
)
def test_phrase(text: str, phrase: str) -> None:
    assert shown(_both(text)[1]) == phrase


@pytest.mark.parametrize(
    "text", ["星海的海豚3、云川的飞鸟2参评，林远（星海CEO）于2024年到场。", "“小海”由法国的云川公司推出。"]
)
def test_back_to_the_text(text: str) -> None:
    for scene in _both(text):
        assert scene.clean(0, len(scene.code)).of(text) == text
        for position, slot in scene.slots.items():
            assert scene.clean(position, position + 1) == slot.span
            for mention in slot.mentions:
                assert mention.span.of(text) == mention.text
                assert slot.span.contains(mention.span)


def test_pieces_of_a_scene_map_to_their_places() -> None:
    text = "星海的海豚3、云川的飞鸟2参评，林远（星海CEO）于2024年到场。"
    raw, _ = _both(text)
    left, right = raw.code.index("参评"), raw.code.index("，")
    found = raw.only([(0, left), (right, len(raw.code))])
    assert found.code == raw.code.replace("参评", "")
    assert [slot.span for slot in found.slots.values()] == [slot.span for slot in raw.slots.values()]
    assert [found.clean(at, at + 1).of(text) for at in (left, len(found.code) - 1)] == ["，", "。"]


def test_a_piece_between_names_maps_to_its_place() -> None:
    text = "星海、云川昨日收购了小海。"
    raw, _ = _both(text)
    start = raw.code.index("收购")
    assert raw.clean(start, start + 2).of(text) == "收购"
    assert len(raw.clean(3, 3)) == 0
