"""A digest's items tell of other things: nothing is taken over from one to the next."""

from __future__ import annotations

import pytest

from .claims import claims

NAMES = {"云川": "Company", "星海": "Company", "海螺": "Company"}
FIRST = "【云川公布第二季度财报】8月5日，云川宣布第二季度营收10亿元。云川股价当日上涨5%。"
DIGEST = FIRST + "\n【星海完成新一轮融资】星海完成1亿元融资。营收为3亿元，同比增长20%。\n【海螺发布新品】海螺表示满意。"


def test_no_time_is_taken_over_from_the_item_before() -> None:
    times = {(claim.subject, claim.predicate): claim.time for claim in claims(DIGEST, NAMES, "2025-08-06")}
    assert times["云川", "stockChange"] == "2025-08-05"
    assert times["星海", "fundingRaised"] is None
    assert times["星海", "growth"] is None


def test_who_is_named_most_in_another_item_has_no_figures_of_this_one() -> None:
    told = "{}营收为3亿元，同比增长20%。"
    digest = FIRST + "\n" + told.format("【行业动态一览】当季") + "\n【海螺发布新品】海螺表示满意。"
    assert "growth" not in [claim.predicate for claim in claims(digest, NAMES, "2025-08-06")]
    article = FIRST + told.format("当季")
    assert ("云川", "growth") in [(claim.subject, claim.predicate) for claim in claims(article, NAMES, "2025-08-06")]


@pytest.mark.parametrize("heading", ["【星海的账目】\n", "星海的账目\n"])
def test_a_heading_within_an_article_parts_nothing(heading: str) -> None:
    text = "【云川的账目】\n云川公布第二季度财报。\n" + heading + "星海营收为3亿元。"
    times = {claim.subject: claim.time for claim in claims(text, NAMES, "2025-08-06") if claim.predicate == "revenue"}
    assert times == {"星海": "2025-Q2"}
