"""What is told beside a deal or a rumour, and bends it; every wording in both its readings."""

from __future__ import annotations

import pytest

from .claims import claims, figures

NAMES = {"云川": "Company", "海豚": "Company", "远山": "Company", "林远": "Person", "监管部门": "Government"}


def _sure(text: str, predicate: str = "acquires") -> set[str]:
    return {claim.modality for claim in claims(text, NAMES) if claim.predicate == predicate}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("有传言称云川将收购海豚，云川回应称消息不实。", "denied"),
        ("有媒体报道称云川将收购海豚。云川随后否认了这一报道。", "denied"),
        ("云川将收购海豚，林远对此予以否认。", "denied"),
        ("云川被海豚收购的传闻不实。", "denied"),
        ("云川否认了有关其将收购海豚的报道。", "denied"),
        ("云川将收购海豚，林远没有对此予以回应。", "planned"),
        ("云川收购了海豚，远山对抄袭的指控予以否认。", "asserted"),
        ("云川收购了海豚。远山否认了这一指控。", "asserted"),
        ("云川收购了海豚，以打击不实信息。", "asserted"),
        ("市场传言云川收购海豚，云川不予置评。", "hypothetical"),
        ("云川被曝将收购海豚。云川随后否认。", "denied"),
        ("云川被曝收购海豚时违规。云川随后否认。", "asserted"),
    ],
)
def test_a_rumour_is_denied_after_it_is_told(text: str, expected: str) -> None:
    assert _sure(text) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市场传言云川将裁员10%，云川回应称消息不实。", "denied"),
        ("市场传言云川营收下滑10%。云川否认了这一报道。", "denied"),
        ("云川营收下滑10%，林远不予置评。", "asserted"),
    ],
)
def test_a_figure_of_a_rumour_is_denied_with_it(text: str, expected: str) -> None:
    assert [claim.modality for claim in figures(text, NAMES)] == [expected]


def test_who_denies_a_charge_does_not_deny_the_suit() -> None:
    assert _sure("云川起诉海豚，海豚否认了这一指控。", "sues") == {"asserted"}
    assert _sure("云川起诉海豚，海豚对此予以否认。", "sues") == {"asserted"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云川宣布以3亿美元收购海豚，但该交易因监管反对而告吹。", "denied"),
        ("云川收购海豚的交易因监管阻力于2023年12月终止。", "denied"),
        ("云川收购海豚的计划因资金不足而失败。", "denied"),
        ("云川收购海豚遭监管部门否决。", "denied"),
        ("云川收购海豚一案破局。", "denied"),
        ("云川收购海豚的交易最后触礁。", "denied"),
        ("海豚婉拒云川收购。", "denied"),
        ("云川收购海豚一案获批。", "asserted"),
        ("林远提出以3亿美元收购海豚，遭远山拒绝。", "denied"),
        ("监管部门阻止了云川收购海豚。", "denied"),
        ("监管部门试图阻止云川收购海豚。", "asserted"),
        ("监管部门未能阻止云川收购海豚。", "asserted"),
        ("监管部门试图出手，最终叫停云川收购海豚。", "denied"),
        ("云川收购了海豚，后者曾阻止员工离职。", "asserted"),
        ("云川以3亿美元收购海豚，协议含有终止费。", "asserted"),
        ("云川对海豚的收购尚未获得监管批准。", "planned"),
        ("云川收购海豚的交易预计将于明年完成。", "planned"),
        ("云川收购海豚的交易已于去年完成。", "asserted"),
        ("云川曾计划收购海豚，但最终没有成功。", "denied"),
        ("云川曾计划收购海豚，但由于林远选择了远山，而与海豚失之交臂。", "denied"),
        ("云川收购了海豚，但整合没有想象的成功。", "asserted"),
        ("云川接近达成收购海豚的协议。", "planned"),
    ],
)
def test_a_deal_may_come_to_nothing_or_be_pending(text: str, expected: str) -> None:
    assert _sure(text) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云川与海豚的合作于今年1月结束。", "denied"),
        ("云川与海豚的合作将于明年1月结束。", "asserted"),
        ("云川与海豚的合作告终。", "denied"),
        ("云川与海豚达成合作，结束了长期的争执。", "asserted"),
    ],
)
def test_a_partnership_that_ended(text: str, expected: str) -> None:
    assert _sure(text, "partnersWith") == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云川的大模型青鸟将于8月推出。", "planned"),
        ("云川的青鸟（参数达千亿）预计在明年第一季度正式上线。", "planned"),
        ("云川的青鸟，预计年底发布。", "planned"),
        ("云川的青鸟最快年底发布。", "planned"),
        ("云川的青鸟尚未上市。", "planned"),
        ("云川的青鸟延后至年底推出。", "planned"),
        ("云川的青鸟延后了用户的付款，年底推出。", "asserted"),
        ("云川的青鸟将于8月发布新版本。", "asserted"),
        ("云川的青鸟用了远山的芯片，海豚预计年底发布。", "asserted"),
        ("云川的青鸟已将功能上线。", "asserted"),
        ("5月1日，云川发布了青鸟，将于8月上市。", "asserted"),
        ("云川的青鸟，将于8月上市，5月1日就已公布。", "planned"),
        ("5月1日，云川将发布青鸟，预计8月上市。", "planned"),
    ],
)
def test_a_thing_that_is_to_come_out_is_planned(text: str, expected: str) -> None:
    found = claims(text, NAMES | {"青鸟": "Model"})
    assert {claim.modality for claim in found if (claim.predicate, claim.object) == ("develops", "青鸟")} == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云川宣布已将总部从东湖迁至南岛。", {("东湖", "asserted", "past"), ("南岛", "asserted", None)}),
        ("云川将把总部从东湖迁往南岛。", {("东湖", "asserted", None), ("南岛", "planned", None)}),
        ("云川总部位于东湖，从南岛可以看到。", {("东湖", "asserted", None)}),
    ],
)
def test_a_seat_is_where_it_is_moved_from_until_it_is(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    found = claims(text, NAMES | {"东湖": "Place", "南岛": "Place"})
    assert {(str(c.object), c.modality, c.time) for c in found if c.predicate == "locatedIn"} == expected


@pytest.mark.parametrize(
    ("text", "predicate", "expected"),
    [
        ("云川与海豚展开合作谈判。", "partnersWith", "planned"),
        ("云川与海豚的合作谈判已完成。", "partnersWith", "asserted"),
        ("云川与海豚的合作谈判专家到场。", "partnersWith", "asserted"),
        ("云川收购海豚仍在谈判。", "acquires", "planned"),
        ("云川收购海豚，谈判很久。", "acquires", "asserted"),
        ("云川与海豚合作的可能性。", "partnersWith", "hypothetical"),
        ("云川与海豚的合作可能带来资源。", "partnersWith", "asserted"),
        ("云川评估在美国与海豚合资设厂。", "partnersWith", "hypothetical"),
        ("云川评估成本后与海豚合资设厂。", "partnersWith", "asserted"),
        ("监管部门威胁对海豚实施制裁。", "restricts", "hypothetical"),
        ("监管部门对海豚实施制裁。", "restricts", "asserted"),
        ("云川表达了对海豚的收购意向。", "acquires", "planned"),
    ],
)
def test_what_is_only_spoken_of_is_not_done(text: str, predicate: str, expected: str) -> None:
    assert _sure(text, predicate) == {expected}


@pytest.mark.parametrize(
    ("text", "predicate", "expected"),
    [
        ("云川的飞鸟2采用了新架构，预计将于年底发布。", "develops", "planned"),
        ("云川的飞鸟2发布后，财报预计将于年底发布。", "develops", "asserted"),
        ("云川未发布飞鸟2的完整功能。", "develops", "asserted"),
        ("云川未发布飞鸟2。", "develops", "denied"),
        ("林远是云川首席执行官的候选人。", "worksFor", "hypothetical"),
        ("林远是云川首席执行官。", "worksFor", "asserted"),
        ("“这将使云川受益，”云川首席执行官林远表示。", "worksFor", "asserted"),
        ("谈判由云川联合创始人林远牵头。", "founderOf", "asserted"),
        ("云川可能与竞争对手海豚合作。", "competesWith", "asserted"),
        ("云川将从目前位于北京的总部搬迁。", "locatedIn", "asserted"),
        ("云川将把总部迁至北京。", "locatedIn", "planned"),
    ],
)
def test_what_words_beside_say_of_a_thing_an_office_or_a_seat(text: str, predicate: str, expected: str) -> None:
    names = {**NAMES, "飞鸟2": "Model", "北京": "Place"}
    assert {claim.modality for claim in claims(text, names) if claim.predicate == predicate} == {expected}
