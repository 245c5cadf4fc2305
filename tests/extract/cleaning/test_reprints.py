"""Reprints: one text in other dress is one text, another text on the same event is not."""

from __future__ import annotations

from opencc import OpenCC

from extract.cleaning import clean
from extract.cleaning.reprints import Fingerprint, Reprints, find_reprints, fingerprint, similarity
from extract.model import Document, Encoding

ARTICLE = (
    "星河智能周二在上海发布了新一代大语言模型。公司表示，模型的训练成本约为三千万美元，比上一代低四成。"
    "模型可用于自动驾驶、蛋白质研究和客户服务，首批客户包括两家银行与一家汽车企业。\n"
    "星河智能首席执行官林一说，公司将在年内把数据中心的规模扩大一倍，并继续采购英伟达的芯片。"
    "分析师认为，市场对推理能力的需求还会增长，价格战则会压低利润。公司去年的收入达到十二亿元，仍未盈利。\n"
    "林一同时宣布，模型的权重将在下个月开放，开发者可以免费用于研究。星河智能成立于二〇一九年，总部位于上海，"
    "员工约八百人，此前完成了由月光资本领投的三轮融资，累计金额超过四十亿元。"
)
OTHER = (
    "上海人工智能公司星河智能昨日推出其最新的基础模型，引起业界注意。月光资本合伙人陈二向记者透露，投资方早在春天就看过演示，"
    "当时的回答还常常出错。如今的版本在数学与编程测验中都名列前茅。\n一位银行客户的技术负责人则说，他们只在内部试点中使用，"
    "合规审查还要几个月。竞争对手也没有闲着：甲公司本周降价一半，乙公司预告了开源计划。观察人士提醒，榜单成绩不等于实际效果，"
    "企业应当先用自己的数据做测试，再决定是否大规模采购。"
)
SPINNING = {
    "大语言模型": "狂言语模子",
    "训练成本": "锻炼成本",
    "自动驾驶": "从动驾驶",
    "蛋白质": "卵白质",
    "数据中心": "数据核心",
    "开发者": "开辟者",
    "分析师": "剖析师",
    "模型": "模子",
}


def printed(doc: str, text: str, date: str | None = None) -> Fingerprint:
    return fingerprint(doc, clean(Document(doc, text, Encoding("utf-8", "test"))), date)


def spun(text: str) -> str:
    for plain, strange in SPINNING.items():
        text = text.replace(plain, strange)
    return text


def test_other_dress_is_the_same_text() -> None:
    traditional = OpenCC("s2t").convert(ARTICLE)
    glossed = traditional.replace("發", "發(fā)").replace("語", "語(yǔ)").replace("價", "價(jià)").replace("，", ",，")
    framed = f"首页 > 科技 > 正文\n{ARTICLE}\n转载请注明出处。\n相关阅读\n- 甲公司上市\n- 乙公司裁员\n"
    prints = [
        printed("a", ARTICLE, "2024-05-02"),
        printed("b", traditional, "2024-05-01"),
        printed("c", glossed),
        printed("d", spun(ARTICLE), "2024-05-03"),
        printed("e", framed, "2024-04-01"),
        printed("f", OTHER, "2024-05-02"),
    ]
    assert find_reprints(prints) == [Reprints("b", ("a", "d", "c", "e"))]
    assert find_reprints(reversed(prints)) == find_reprints(prints)


def test_another_text_on_the_same_event_is_another_text() -> None:
    first, second = printed("a", ARTICLE), printed("b", OTHER)
    assert similarity(first, second) < 0.2
    assert find_reprints([first, second]) == []


def test_texts_too_short_for_a_sketch_are_never_one() -> None:
    assert find_reprints([printed("a", "短"), printed("b", "短")]) == []
