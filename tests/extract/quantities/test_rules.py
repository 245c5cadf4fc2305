"""What holds for every text: order, borders, determinism; and numerals against another library."""

from __future__ import annotations

import re
import warnings
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.model import Span
from extract.quantities import find_quantities, find_whens, parse_number
from extract.quantities.bounds import AFTER, BEFORE

PIECES = st.lists(
    st.sampled_from(
        (
            "1 2 3.5 12 100 2024 1,234 年 月 日 万 亿 兆 千 百 十 一 两 三 五 零 半 "
            "多 余 数 几 美元 元 人民币 $ % 个百分点 倍 成 折 分之 第 前 名 翻 番 至 到 - "
            "~ 、 和 约 超过 以上 左右 每 token tokens / 秒 瓦 时 GW B K T 个 家 人 台 "
            "用户 周 四 去 上 下 季度 财年 同期 Q1 H2 FY 底 初 （ ） ， 。 的 点 e25 × "
            "10^ 的25次方 负 "
        ).split()
    ),
    max_size=14,
).map("".join)
ANCHORS = st.sampled_from(
    (None, "2024", "2024-07", "2024-07-31", "2024-02-29", "never", "0001-01-01", "9999", "2024-13", "2024-02-31")
)


def test_money_for_no_tokens_is_no_price_of_tokens() -> None:
    text = "价格为3美元/0M tokens。"
    assert find_quantities(text, [Span(0, len(text))])[0].unit == "USD"


@settings(max_examples=600, deadline=None)
@given(PIECES, ANCHORS)
def test_any_text_is_read_in_order_within_its_borders(text: str, anchor: str | None) -> None:
    middle = len(text) // 2
    spans = [Span(0, middle), Span(middle, len(text))]
    quantities = find_quantities(text, spans)
    whens = find_whens(text, spans, anchor)
    for found in ([q.span for q in quantities], [w.span for w in whens]):
        assert all(a.end <= b.start for a, b in pairwise(found))
        assert all(len(span) and any(border.contains(span) for border in spans) for span in found)
    assert all(q.value_max is None or q.value < q.value_max for q in quantities)
    assert all(q.bound in {"", *BEFORE.values(), *AFTER.values()} for q in quantities)
    assert quantities == find_quantities(text, spans)
    assert whens == find_whens(text, spans, anchor)


@settings(max_examples=300, deadline=None)
@given(st.integers(min_value=0, max_value=10**15))
def test_numerals_read_back(number: int) -> None:
    cn2an = pytest.importorskip("cn2an")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert parse_number(cn2an.an2cn(number)) == number
        assert parse_number(cn2an.an2cn(number).replace("二百", "两百").replace("二千", "两千")) == number
    assert parse_number(f"{number:,}") == number


@pytest.mark.parametrize(
    "text", ["三亿五千万", "1.57亿", "两千零五", "廿三", "一百二十三点四五", "三万亿", "十万零八百"]
)
def test_numerals_agree_with_cn2an(text: str) -> None:
    cn2an = pytest.importorskip("cn2an")
    assert parse_number(text) == Decimal(str(cn2an.cn2an(text, "smart")))


def test_home_decides_what_a_bare_yuan_is() -> None:
    text = "营收500亿元，约合人民币110亿元"
    spans = [Span(0, len(text))]
    assert [q.unit for q in find_quantities(text, spans)] == ["CNY", "CNY"]
    assert [q.unit for q in find_quantities(text, spans, home="TWD")] == ["TWD", "CNY"]


def test_a_bare_yuan_is_the_mainland_s_where_its_sentence_says_so() -> None:
    text = "营收1800亿元人民币，利润576亿元。去年营收3亿元。"
    spans = [Span(0, text.index("。") + 1), Span(text.index("。") + 1, len(text))]
    assert [q.unit for q in find_quantities(text, spans, home="TWD")] == ["CNY", "CNY", "TWD"]


def test_accounts_in_one_currency_go_on_in_it_though_shares_are_traded_in_another() -> None:
    text = "收入为1845亿元人民币。期内资本开支191亿元。股价收报586元，市值5万亿元。"
    spans = [Span(m.start(), m.end()) for m in re.finditer("[^。]+。", text)]
    assert [q.unit for q in find_quantities(text, spans, home="HKD")] == ["CNY", "CNY", "HKD", "HKD"]


def test_shares_of_a_mainland_exchange_are_in_yuan() -> None:
    text = "云川在科创板挂牌，发行价104元，开报700元，市值2800亿元。星海营收1亿元。"
    spans = [Span(m.start(), m.end()) for m in re.finditer("[^。]+。", text)]
    assert [q.unit for q in find_quantities(text, spans, home="TWD")] == ["CNY", "CNY", "CNY", "TWD"]


def test_the_last_of_a_list_names_the_currency_of_all() -> None:
    text = "收入分别为5740万元、1.2亿元及3.1亿元人民币，股价报131元，收入1亿元。市值2亿元，成本1亿元人民币。"
    spans = [Span(m.start(), m.end()) for m in re.finditer("[^。]+。", text)]
    units = [q.unit for q in find_quantities(text, spans, home="HKD")]
    assert units == ["CNY", "CNY", "CNY", "CNY", "CNY", "HKD", "CNY"]


def test_accounts_that_say_so_are_all_in_yuan() -> None:
    text = "收入23亿元（人民币，下同），亏损11亿元，股价报2.3港元。"
    assert [q.unit for q in find_quantities(text, [Span(0, len(text))], home="HKD")] == ["CNY", "CNY", "HKD"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("营收新台币50亿元，净利20亿元。", ["TWD", "TWD"]),
        ("营收50亿元新台币，净利2亿美元，支出20亿元。", ["TWD", "USD", "TWD"]),
        ("营收新台币50亿元，合人民币11亿元，净利2亿元。", ["TWD", "CNY", "CNY"]),
        ("营收新台币50亿元。另一家公司净利20亿元。", ["TWD", "CNY"]),
        ("股价报50港元，净利20亿元。", ["HKD", "CNY"]),
    ],
)
def test_a_bare_yuan_is_taiwan_s_where_its_sentence_says_so(text: str, units: list[str]) -> None:
    assert [q.unit for q in find_quantities(text, [Span(0, len(text))])] == units


def test_the_currency_named_before_holds_for_bare_amounts() -> None:
    text = "公司获得20亿美元。估值108亿。"
    assert [q.unit for q in find_quantities(text, [Span(0, 10), Span(10, len(text))])] == ["USD", "USD"]


def test_nothing_is_read_outside_the_spans() -> None:
    text = "共3家公司。去年融资5亿元。"
    assert [q.span.of(text) for q in find_quantities(text, [Span(6, len(text))])] == ["5亿元"]
    assert find_whens(text, [Span(0, 6)], "2024-07-31") == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2023年2月，海豚开源。3月，飞鸟问世。同月，飞鱼上线。4月，海螺发布。", "2023-02 2023-03 2023-03 2023-04"),
        ("2023年2月，海豚开源。它很好。4月，海螺发布。", "2023-02 2023-04"),
        ("2023年3月，海豚开源。1月，飞鸟问世。", "2023-03 2026-01"),
        ("2023年2月，海豚开源。昨天，飞鸟问世。1月，飞鱼上线。", "2023-02 2026-01-08 2026-01"),
        ("海豚在2023年2月开源后很好。3月，飞鸟将问世。", "2023-02 2026-03"),
    ],
)
def test_a_story_of_an_earlier_year_goes_on_by_months(text: str, values: str) -> None:
    spans = [Span(m.start(), m.end()) for m in re.finditer("[^。]+。", text)]
    assert [when.value for when in find_whens(text, spans, "2026-01-09")] == values.split()
