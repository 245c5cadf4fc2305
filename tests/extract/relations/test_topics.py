"""Whom a clause without a subject is about."""

from __future__ import annotations

import pytest

from extract.relations.patterns import class_set
from extract.relations.topics import Topics, subjects

from .reading import scenes

NAMES = {
    "美国": "Place",
    "星海": "Company",
    "云川": "Company",
    "林远": "Person",
    "海豚3": "Model",
    "临江日报": "Organization",
}
BODY = class_set(["Organization"])


def _read(text: str) -> tuple[Topics, list[str]]:
    """Return the topics before the last sentence, and the last sentence's own subjects."""
    both = list(scenes(text, {name: kind for name, kind in NAMES.items() if name in text}))
    topics = Topics()
    for _, phrase in both[:-1]:
        topics.remember(phrase)
    return topics, [mention.text for _, slot in subjects(both[-1][1]) for mention in slot.mentions]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("星海发布了海豚3。", ["星海"]),
        ("昨日，星海发布了海豚3，云川降价。", ["星海", "云川"]),
        ("与云川不同，星海很忙。", ["星海"]),
        ("与许多依赖云川接口的同行不同，星海很忙。", ["星海"]),
        ("与依赖海豚3的云川一样，星海很忙。", ["星海"]),
        ("昨日，一个用云川搭成的系统接手了，星海很忙。", ["星海"]),
        ("据林远透露，星海很忙。", ["星海"]),
        ("如今执掌着星海一切的林远，昨日到场。", ["星海", "林远"]),
        ("曾在星海任职的林远加入云川。", ["林远"]),
        ("曾在星海任职的林远的家很大。", []),
        ("他批评了在星海任职的林远。", []),
        ("星海和云川签约。", ["星海", "云川"]),
        ("星海临江日报上市，昨日开张。", ["星海"]),
        ("星海临江日报昨日开张。", []),
        ("新产品比海豚3快。", []),
        ("云川开张，以海豚3为基础，用十张卡训练。", ["云川"]),
        ("云川开张，所以海豚3很忙。", ["云川", "海豚3"]),
        ("星海, Inc.（云川：XHAI）很忙。", ["星海"]),
        ("现有投资者云川参与了本轮。", []),
        ("星海上市，云川持股11.5%，门店不少。", ["星海"]),
        ("星海上市，云川持股的门店不少。", ["星海", "云川"]),
        ("临江日报的文件显示，星海很忙。", ["星海"]),
        ("星海的文件显示，云川很忙。", ["星海", "云川"]),
        ("星海融资，云川预计还将追加1亿元，门店不少。", ["星海"]),
        ("在周舟之前，另一位在星海任职的学者林远也已离职。", ["林远"]),
        ("星海投资的芯片公司，昨日签约。", []),
        ("星海投资芯片公司，昨日签约。", ["星海"]),
        ("他还怒斥云川，星海很忙。", ["星海"]),
        ("星海很忙，本轮由老牌机构云川领投，门店不少。", ["星海"]),
        ("星海很忙，由于云川降价，订单不多。", ["星海", "云川"]),
        ("它被认为最接近云川的眼镜。", []),
        ("除了云川，连星海都很忙。", ["星海"]),
        ("删除云川，连星海都很忙。", ["云川", "星海"]),
        ("由林远领导，云川很忙。", ["云川"]),
        ("美国芯片商云川很忙。", ["云川"]),
        ("美国车厂云川和芯片商星海很忙。", ["云川", "星海"]),
        ("美国商务局云川很忙。", ["美国"]),
        ("林远很忙，去年投资了云川，今年收购了星海。", ["林远"]),
    ],
)
def test_subjects(text: str, found: list[str]) -> None:
    assert _read(text)[1] == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("星海很忙。它签约。", ["星海"]),
        ("星海很忙。林远到场。又签约。", ["星海"]),
        ("星海很忙。云川到场。又签约。", ["云川"]),
        ("星海很忙。由林远创立的云川到场。又签约。", ["云川"]),
        ("星海很忙。由云川推出。又签约。", ["星海"]),
        ("星海很忙。林远和友人创办了云川，名声不小。又签约。", ["云川"]),
        ("星海很忙。林远探访了云川，名声不小。又签约。", ["星海"]),
        ("林远到场。又签约。", []),
        ("星海很忙。晴。雨。又签约。", ["星海"]),
        ("星海很忙。临江日报早前报道，订单很多。又签约。", ["星海"]),
        ("星海很忙。临江日报网独家获悉，订单很多。又签约。", ["星海"]),
        ("星海很忙。临江日报从知情人士处了解到，订单很多。又签约。", ["星海"]),
        ("星海很忙。临江日报称，订单很多，临江日报很看好。又签约。", ["星海"]),
        ("星海很忙。临江日报换了主编。又签约。", ["临江日报"]),
        ("星海很忙。晴。雨。雪。又签约。", []),
    ],
)
def test_recent(text: str, expected: list[str]) -> None:
    assert [mention.text for mention in _read(text)[0].recent(BODY)] == expected


def test_here_looks_no_further_than_the_sentence() -> None:
    (_, first), (_, second) = scenes("星海很忙。林远到场，又签约。", {"星海": "Company", "林远": "Person"})
    topics = Topics()
    topics.remember(first)
    position = second.code.index("又")
    assert topics.here(second, position, BODY) == ()
    assert [m.text for m in topics.before(second, position, BODY)] == ["星海"]


@pytest.mark.parametrize("verb", ["发布了", "提出"])
def test_what_is_shown_to_the_world_is_spoken_of_next(verb: str) -> None:
    topics, _ = _read(f"星海{verb}海豚3。参数不多。")
    assert [mention.text for mention in topics.recent(class_set(["Model"]))] == ["海豚3"]
    assert [mention.text for mention in topics.recent(BODY)] == ["星海"]


def test_of_a_line_and_its_version_the_version_is_spoken_of() -> None:
    names = {"星海": "Company", "海豚大模型": "Model", "海豚3": "Model"}
    topics = Topics()
    for _, phrase in scenes("星海发布海豚大模型海豚3。参数不多。", names):
        topics.remember(phrase)
    assert [mention.text for mention in topics.recent(class_set(["Model"]))] == ["海豚3"]


def test_what_is_used_is_not_spoken_of_next() -> None:
    topics, _ = _read("星海很忙，采用全新海豚3。参数不多。")
    assert topics.recent(class_set(["Model"])) == ()


def test_a_list_is_of_what_stands_above_it() -> None:
    names = {"海豚3": "Model", "飞鱼架构": "Technology", "飞鱼核": "Model"}
    topics = Topics()
    for _, phrase in scenes("海豚3\n- 价格：便宜\n- 参数：很少\n架构：飞鱼架构\n核心：飞鱼核\n- 语言：很多", names):
        topics.remember(phrase)
    assert [mention.text for mention in topics.recent(class_set(["Model"]))] == ["海豚3"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云川很忙。星海CEO林远到场。又签约。", ["星海"]),
        ("云川很忙。星海分析师林远到场。又签约。", ["云川"]),
        ("云川很忙。前星海CEO林远到场。又签约。", ["云川"]),
    ],
)
def test_who_speaks_for_a_house(text: str, expected: list[str]) -> None:
    topics, _ = _read(text)
    assert [mention.text for mention in topics.recent(BODY, houses=True)] == expected
    assert [mention.text for mention in topics.recent(BODY)] == ["云川"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("远山大学、云川的研究团队发文。团队很忙。", ["远山大学", "云川"]),
        ("远山大学团队发文。他们很忙。", ["远山大学"]),
        ("远山大学教授林远课题组发文。作者很忙。", ["远山大学"]),
        ("云川的研究人员发文，团队很忙。", ["云川"]),
        ("云川发文。团队很忙。", []),
        ("云川首席科学家林远发文。团队很忙。", []),
        ("云川解雇了研究人员。团队很忙。", []),
        (f"云川的团队发文。{'天气不错，' * 50}林远到场。他们很忙。", []),
        (f"云川的团队发文。{'天气不错，' * 50}林远到场。团队很忙。", ["云川"]),
        (f"远山大学的团队发文。云川的团队也是。{'天气不错，' * 50}林远到场。团队很忙。", []),
    ],
)
def test_whose_the_team_is(text: str, expected: list[str]) -> None:
    names = {"远山大学": "Organization", **NAMES}
    topics = Topics()
    both = list(scenes(text, {name: kind for name, kind in names.items() if name in text}))
    for raw, _ in both[:-1]:
        topics.teams.remember(raw)
    last = both[-1][1]
    word = next(word for word in ("团队", "他们", "作者") if word in last.code)
    assert [each.text for each in topics.teams.meant(last, last.code.rindex(word), word)] == expected


def test_named() -> None:
    (raw, _), _ = scenes("星海很忙，云川也是。又签约。", {"星海": "Company", "云川": "Company"})
    topics = Topics()
    topics.meet(mention for slot in raw.slots.values() for mention in slot.mentions)
    assert set(topics.named) == {"星海", "云川"}
