"""Who is said to have stated it."""

from __future__ import annotations

import pytest

from extract.model import Source
from extract.pipeline import Extractor
from ontology.domain import load_domain

from .claims import figures

NAMES = {"思科": "Company", "彭博社": "Organization", "罗宾斯": "Person", "IDC": "Company"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("据彭博社报道，思科营收为140亿美元。", "彭博社"),
        ("根据IDC的最新数据，思科的市场份额为40%。", "IDC"),
        ("援引彭博社消息，思科营收为140亿美元。", "彭博社"),
        ("据知情人士透露，思科营收为140亿美元。", "知情人士"),
        ("知情人士称，思科营收为140亿美元。", "知情人士"),
        ("分析师预计，思科营收将达140亿美元。", "分析师"),
        ("罗宾斯在会上表示，思科营收为140亿美元。", "罗宾斯"),
        ("思科营收为140亿美元，罗宾斯表示。", "罗宾斯"),
        ("思科预计营收将达140亿美元。", "思科"),
        ("思科营收预计为140亿美元。", None),
        ("思科营收预估约140亿美元。", None),
        ("思科营收为140亿美元。", None),
        ("思科被称为巨头，营收为140亿美元。", None),
        ("罗宾斯领导的思科营收为140亿美元。", None),
        ("IDC数据显示，思科营收为140亿美元。", "IDC"),
        ("IDC的一项研究发现，思科营收为140亿美元。", "IDC"),
        ("罗宾斯在彭博社上写道，思科营收为140亿美元。", "罗宾斯"),
        ("如今在彭博社写作的专家表示，思科营收为140亿美元。", None),
        ("思科继续超预期，营收为140亿美元。", None),
        ("未达到罗宾斯的预期，思科营收为140亿美元。", None),
        ("彭博社的报道很多，思科营收为140亿美元。", None),
    ],
)
def test_the_source_is_named_as_in_the_text(text: str, who: str | None) -> None:
    found = [claim for claim in figures(text, NAMES) if claim.subject == "思科"]
    assert [claim.attributed_to for claim in found] == [who]


def test_who_is_meant_by_a_pronoun_is_named() -> None:
    analysis = Extractor(load_domain())(
        Source("a.txt", "黄仁勋出席了大会。他预计，微软今年营收将达3000亿美元。".encode(), "text/plain")
    )
    assert [claim.attributed_to for claim in analysis.claims if claim.kind == "quantity"] == ["黄仁勋"]


@pytest.fixture(scope="module")
def reader() -> Extractor:
    return Extractor(load_domain())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("微软CEO林远说：“我们与英伟达合作。”", {("Microsoft", "partnersWith", "NVIDIA")}),
        ('微软CEO林远说："我们与英伟达合作。"', {("Microsoft", "partnersWith", "NVIDIA")}),
        ("“我们开发了海豚3模型，”微软CEO林远说。", {("Microsoft", "develops", "海豚3")}),
        ("微软CEO林远说：“我们的客户包括英伟达。”", {("Microsoft", "supplies", "NVIDIA")}),
        ("微软CEO林远说：“英伟达投资了我们。”", {("NVIDIA", "investsIn", "Microsoft")}),
        ("分析师林远说：“我们看到微软与英伟达合作。”", {("Microsoft", "partnersWith", "NVIDIA")}),
        ("微软前CEO林远说：“我们的客户包括英伟达。”", set()),
        (
            "微软合伙人林远说：“DeepSeek很好。我们看好市场。”\n共同创始人陆海很忙。",
            {("陆海", "founderOf", "DeepSeek")},
        ),
    ],
)
def test_who_speaks_of_us_speaks_of_his_firm(reader: Extractor, text: str, told: set[tuple[str, str, str]]) -> None:
    found = reader(Source("a.txt", text.encode(), "text/plain")).claims
    assert {(c.subject, c.predicate, c.object) for c in found if c.object and c.predicate != "worksFor"} == told


def test_the_nearest_source_counts() -> None:
    text = "彭博社报道称，IDC估计，思科的市场份额为40%。"
    (claim,) = [claim for claim in figures(text, NAMES) if claim.subject == "思科"]
    assert claim.attributed_to == "IDC"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("法人指出，思科营收为140亿美元。", "法人"),
        ("法人代表指出，思科营收为140亿美元。", None),
        ("外资预估，思科营收为140亿美元。", "外资"),
        ("供应链透露，思科营收为140亿美元。", "供应链"),
        ("供应链很长，思科营收为140亿美元。", None),
        ("业界人士表示，思科营收为140亿美元。", "业界人士"),
        ("罗宾斯接受彭博社采访时表示，思科营收为140亿美元。", "罗宾斯"),
        ("罗宾斯对彭博社表示，思科营收为140亿美元。", "罗宾斯"),
        ("IDC分析师预计，思科营收为140亿美元。", "IDC"),
        ("罗宾斯重申，思科营收为140亿美元。", "罗宾斯"),
        ("罗宾斯重申的立场不变，思科营收为140亿美元。", None),
        ("思科营收为140亿美元，数据来自IDC。", "IDC"),
    ],
)
def test_whoever_speaks_and_however_it_is_called(text: str, who: str | None) -> None:
    found = [claim for claim in figures(text, NAMES) if claim.subject == "思科"]
    assert [claim.attributed_to for claim in found] == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("思科的成本据估计为140亿美元，思科营收为140亿美元。", None),
        ("罗宾斯没有指出思科营收为140亿美元。", None),
        ("罗宾斯指出思科营收为140亿美元。", "罗宾斯"),
        ("彭博社的业务预计将增长，思科营收为140亿美元。", None),
        ("彭博社的分析师预计，思科营收将达140亿美元。", "彭博社"),
        ("罗宾斯预计将出任总裁，思科营收为140亿美元。", None),
        ("思科营收为140亿美元，高于分析师预期。", None),
        ("罗宾斯接受媒体彭博社采访时表示，思科营收为140亿美元。", "罗宾斯"),
        ("罗宾斯在自己的社交平台彭博社上说，思科营收为140亿美元。", "罗宾斯"),
        ("在东城的彭博社会议上表示，思科营收为140亿美元。", None),
        ("彭博社上周表示，思科营收为140亿美元。", "彭博社"),
        ("罗宾斯对此表示担忧，思科营收为140亿美元。", None),
        ("彭博社这篇报道很长，思科营收为140亿美元。", None),
        ("彭博社（下称“彭博”）很大，思科营收为140亿美元。", None),
        ("飞鸟2的软件提到，思科营收为140亿美元。", None),
        ("飞鸟2的劝说能力很强，思科营收为140亿美元。", None),
        ("飞鸟2说，思科营收为140亿美元。", "飞鸟2"),
        ("北京预计，思科营收将达140亿美元。", None),
        ("北京人平均每天花三小时说，思科营收为140亿美元。", None),
        ("北京警方昨天晚上说，思科营收为140亿美元。", "北京"),
        ("网友在社交媒体彭博社评论称，思科营收为140亿美元。", None),
        ("使用彭博社终端的公司报告称，思科营收为140亿美元。", None),
        ("北京表示，思科营收为140亿美元。", "北京"),
    ],
)
def test_who_is_only_named_beside_a_verb_of_saying_said_nothing(text: str, who: str | None) -> None:
    names = {**NAMES, "飞鸟2": "Model", "北京": "Place"}
    found = [claim for claim in figures(text, names) if claim.subject == "思科"]
    assert [claim.attributed_to for claim in found][-1:] == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("罗宾斯说：“我们很好。思科营收为140亿美元。明年更好。”", ["罗宾斯"]),
        ("罗宾斯说：「我们很好。思科营收为140亿美元。」", ["罗宾斯"]),
        ("“我们很好。思科营收为140亿美元。”罗宾斯说。", ["罗宾斯"]),
        ("“思科营收为140亿美元。我们很好。”罗宾斯说。", ["罗宾斯"]),
        ("罗宾斯说：“我们很好。明年更好。”思科营收为140亿美元。", [None]),
        ("罗宾斯说：“我们很好。”会场很大。思科营收为140亿美元。", [None]),
        ("墙上写着：“我们很好。思科营收为140亿美元。”", [None]),
        ("“我们很好，”罗宾斯说。“思科营收为140亿美元。”", ["罗宾斯"]),
        ("“我们很好，”罗宾斯说。思科营收为140亿美元。", [None]),
        ("“我们很好。思科营收为140亿美元。”“会场很大，”罗宾斯说。", [None]),
    ],
)
def test_who_speaks_in_a_quotation_over_several_sentences(text: str, who: list[str | None]) -> None:
    assert [claim.attributed_to for claim in figures(text, NAMES) if claim.subject == "思科"] == who
