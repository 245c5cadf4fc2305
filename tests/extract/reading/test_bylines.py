"""Metadata that documents carry themselves."""

from __future__ import annotations

import pytest

from extract.model import Metadata, Source
from extract.reading import decode, find

CASES = [
    ("时间：2024-07-28 10:00\n正文从这里开始。", "date", "2024-07-28"),
    ("标题\n发布时间：2024年7月8日\n正文。", "date", "2024-07-08"),
    ("admin 1年前 (2024-07-28) 阅读数 12\n正文。", "date", "2024-07-28"),
    ("2024/09/05 02:39\n正文。", "date", "2024-09-05"),
    ("公司在2024年7月28日宣布，产品将于2025年1月1日上市。", "date", None),
    ("他说，公司成立于 2019 年 3 月 1 日。", "date", None),
    ("文章来源：[星河周刊](https://example.org/1)\n正文。", "publisher", "星河周刊"),
    ("來源：星河日報\n正文。", "publisher", "星河日報"),
    ("作者 | 林一\n正文。", "author", "林一"),
    ("# 星河发布新模型\n\n正文。", "title", "星河发布新模型"),
    ('---\ntitle: "星河融资"\ndate: 2024-05-01\n---\n正文。', "title", "星河融资"),
    ('---\ntitle: "星河融资"\ndate: 2024-05-01\n---\n正文。', "date", "2024-05-01"),
    ("2024-13-45\n正文。", "date", None),
]


@pytest.mark.parametrize(("text", "field", "value"), CASES)
def test_text(text: str, field: str, value: str | None) -> None:
    assert getattr(decode(Source("a.txt", text.encode())).metadata, field) == value


def test_page() -> None:
    page = """<html lang="zh-Hant"><head><title>星河 - 日報</title>
    <script type="application/ld+json">{"@type": "NewsArticle", "headline": "星河上市",
    "datePublished": "2024-03-02T08:00:00+08:00", "author": [{"name": "林一"}]}</script>
    <meta property="og:site_name" content="星河日報"></head><body>正文</body></html>"""
    document = decode(Source("a.html", page.encode(), "text/html"))
    assert document.metadata == Metadata("星河上市", "2024-03-02", "星河日報", "林一", None, "zh-Hant")
    assert {found.where for found in find(document)} >= {"JSON-LD headline", "meta og:site_name", "html element"}


def test_what_is_given_wins_and_a_file_name_can_date() -> None:
    given = Source("2024-01-02-a.txt", "作者：林一".encode(), metadata=Metadata(author="陈二"))
    assert decode(given).metadata == Metadata(author="陈二", date="2024-01-02")


def test_a_byline_tells_the_day_of_a_given_year_but_not_another_year() -> None:
    def date(given: str) -> str | None:
        return decode(Source("a.txt", "2024/09/05 02:39\n正文。".encode(), metadata=Metadata(date=given))).metadata.date

    assert [date("2024"), date("2024-09"), date("2023"), date("2024-09-06")] == [
        "2024-09-05",
        "2024-09-05",
        "2023",
        "2024-09-06",
    ]


def test_broken_linked_data_does_not_hide_the_rest() -> None:
    page = '<html><script type="application/ld+json">{"headline": </script><title>星河</title></html>'
    assert decode(Source("a.html", page.encode(), "text/html")).metadata.title == "星河"
