"""Figures in tables: whose they are and what they measure is told by the headings."""

from __future__ import annotations

from decimal import Decimal

import pytest

from .claims import claims, figures

FIRMS = {"云川": "Company", "远山": "Company", "星海": "Company"}

BY_COLUMN = """下表比较了几家公司。

| 指标 | 云川 | 远山 |
|---|---|---|
| 月活用户 | 4亿 | 8500万 |
| 估值 | | 3000亿美元 |
"""
BY_ROW = """星海公布了一张表。

公司 | 2024年营收 | 同比增长
--- | --- | ---
云川 | 37.7亿元 | 10.8%
远山 | 11.7亿元 | -5%
"""


def _found(text: str) -> set[tuple[str, str, Decimal | None, str | None]]:
    return {(c.subject, c.predicate, c.value, c.time) for c in figures(text, FIRMS)}


def test_names_over_the_columns_are_whom_figures_are_about() -> None:
    assert _found(BY_COLUMN) == {
        ("云川", "users", Decimal(400_000_000), None),
        ("远山", "users", Decimal(85_000_000), None),
        ("远山", "valuation", Decimal(300_000_000_000), None),
    }


def test_names_at_the_head_of_rows_are_whom_figures_are_about() -> None:
    assert _found(BY_ROW) == {
        ("云川", "revenue", Decimal(3_770_000_000), "2024"),
        ("云川", "growth", Decimal("10.8"), None),
        ("远山", "revenue", Decimal(1_170_000_000), "2024"),
        ("远山", "growth", Decimal(-5), None),
    }


def test_the_evidence_is_within_the_row() -> None:
    assert [c.evidence.quote for c in figures(BY_COLUMN, FIRMS)][:2] == ["月活用户 | 4亿", "月活用户 | 4亿 | 8500万"]


@pytest.mark.parametrize(
    "text",
    [
        "云川公布了业绩。\n\n| 项目 | 金额 |\n|---|---|\n| 营收 | 37.7亿元 |\n",  # of whom the text speaks
        "云川 | 营收37.7亿元\n",  # no table
        "| 云川营收 | 37.7亿元 |\n",
    ],
)
def test_where_no_heading_names_anybody_a_row_is_read_as_a_sentence(text: str) -> None:
    assert [(c.subject, c.predicate) for c in figures(text, {"云川": "Company"})] == [("云川", "revenue")]


def test_a_name_within_a_cell_is_a_detail() -> None:
    text = BY_COLUMN.replace("4亿", "4亿，其中星海3000万")
    assert {c.subject for c in figures(text, FIRMS)} == {"云川", "远山"}


def test_a_long_heading_says_nothing_of_what_is_measured() -> None:
    text = BY_ROW.replace("2024年营收", "这一列写的是各家公司自己在去年年底公布的说法，未经审计，营收也在其中")
    assert not [c for c in figures(text, FIRMS) if c.predicate == "revenue"]


@pytest.mark.parametrize(
    ("heading", "time"),
    [("发布时间", "2024-05"), ("上市", "2024-05"), ("管制时间", None), ("下一次发布时间安排", None)],
)
def test_a_column_tells_when_things_came_out(heading: str, time: str | None) -> None:
    table = f"型号 | {heading} | 用途\n--- | --- | ---\n海豚3 | 2024年5月 | 写作\n"
    said = claims(f"云川的海豚3很受欢迎。\n\n{table}", {"云川": "Company", "海豚3": "Model"})
    assert [c.time for c in said if c.predicate == "develops"] == [time]
