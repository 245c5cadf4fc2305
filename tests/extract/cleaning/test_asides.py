"""Boilerplate: what is set aside, by kind, and what is not."""

from __future__ import annotations

import pytest

from extract.cleaning import clean
from extract.model import Document, Encoding

BODY = (
    "星河公司周二发布了新一代大语言模型，训练成本约为三千万美元，公司称它比上一代便宜一半，并将在年内向企业客户开放。"
)
CASES = [
    ("免责声明：内容仅供参考，不构成投资建议。", "disclaimer"),
    ("免責聲明：內容僅供參考。", "disclaimer"),
    ("温馨提示：投资有风险，入市须谨慎。", "disclaimer"),
    ("本文来自网络，不代表本站立场。", "disclaimer"),
    ("未经许可，不得转载。", "copyright"),
    ("转载请注明出处。", "repost"),
    ("本站出售，有意请联系。", "sale"),
    ("商务合作请联系我们，微信：xinghe2024", "contact"),
    ("有意者请加QQ12345678", "contact"),
    ("客服热线：400-123-4567", "contact"),
    ("作者：林一", "byline"),
    ("文章來源：星河週刊", "byline"),
    ("责任编辑：陈二", "byline"),
    ("图片来源：星河公司", "byline"),
    ("圖1：星河公司的機房", "caption"),
    ("扫码关注公众号", "share"),
    ("Facebook", "share"),
    ("上一篇：别的新闻", "navigation"),
    ("首页 > 科技 > 正文", "navigation"),
    ("关于作者：林一是记者。", "bio"),
    ("想要从业界领袖那里了解更多吗？请查看将在伦敦举办的星河 Expo。同期活动有云川周。", "ad"),
    ("在此处探索由云川集团提供的其他即将举行的企业技术活动和网络研讨会。", "ad"),
    ("（照片由Lin Yi提供）", "caption"),
]
KEPT = [
    "作者认为，星河公司的模型更便宜，也更快，这一点得到了三家客户的证实，他们都表示会继续购买，并且扩大使用的范围。",
    "热门的模型有三个。",
    "关注人工智能的投资人越来越多。",
    "来源于星河公司的数据显示，增长了三成。",
    "他联系我们，说愿意出售公司。",
    "客服机器人市场增长很快。",
    "星河手机Mate60发布",
    "著作权法的修订影响训练数据。",
    "未经授权使用数据训练模型的公司被起诉。",
    "相关企业表示欢迎。",
    "想要了解星河公司的客户很多，它将参加在伦敦举办的博览会。",
    "星河公司探索由云川集团提供的新算法。",
    "星河公司（由云川集团提供资金）宣布上市。",
]


def asides(text: str) -> list[tuple[str, str]]:
    cleaned = clean(Document("a", text, Encoding("utf-8", "test")))
    return [(aside.kind, aside.span.of(cleaned.text)) for aside in cleaned.asides]


@pytest.mark.parametrize(("line", "kind"), CASES)
def test_a_line_is_set_aside(line: str, kind: str) -> None:
    found = asides(f"{BODY}\n{line}\n{BODY}")
    assert [name for name, _ in found] == [kind]


@pytest.mark.parametrize("line", KEPT)
def test_prose_stays(line: str) -> None:
    assert asides(f"{BODY}\n{line}\n{BODY}") == []


def test_a_list_of_articles_goes_up_to_the_next_prose() -> None:
    listed = ["相关阅读", "- 甲公司收购乙公司", "- 丙公司上市", "丁公司融资三亿元"]
    found = asides("\n".join([BODY, *listed, BODY]))
    assert {kind for kind, _ in found} == {"related"}
    assert [text for _, text in found] == listed


def test_headlines_right_before_a_disclaimer_are_a_list_of_articles() -> None:
    headlines = [f"- 第{number}家公司宣布上市" for number in "一二三四五六"]
    notice = "免责声明：内容仅供参考。"
    assert {kind for kind, _ in asides("\n".join([BODY, *headlines, notice]))} == {"related", "disclaimer"}
    assert asides("\n".join([BODY, *headlines, BODY])) == []


def test_a_menu_is_navigation() -> None:
    menu = ["科技", "财经", "汽车", "游戏", "视频", "直播", "专题", "图片", "登陆"]
    assert {kind for kind, _ in asides("\n".join([*menu, BODY]))} == {"navigation"}
    assert asides("\n".join([*menu[:4], BODY])) == []


def test_a_menu_does_not_quote() -> None:
    lines = ["星河公司的“新模型”卖不动", "“月光”降价了"] * 5
    assert asides("\n".join([BODY, *lines, BODY])) == []


def test_a_day_alone_dates_an_article_at_its_edges_and_a_paragraph_inside() -> None:
    day = "2024年5月6日"
    assert asides(f"{day}\n{BODY}\n{BODY}\n{day}") == [("byline", day), ("byline", day)]
    assert asides(f"{BODY}\n{day}\n{BODY}") == []


def test_inline_captions() -> None:
    assert asides(f"{BODY}（图源：星河公司）") == [("caption", "（图源：星河公司）")]
