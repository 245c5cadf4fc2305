"""The quarter or year that a sentence reports on, and whether a figure is one of a year or of a quarter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .scene import ANY_FIGURE, WHEN, Scene

YEAR = re.compile(r"\d{4}")
MONTH = re.compile(r"\d{4}-\d\d")
_FIGURE = re.compile(f"[{ANY_FIGURE}]")
_LEAD = 3  # characters before a time that its sentence begins with
_PERIOD = re.compile(r"-Q|-\d\d/\d{4}-\d\d-\d\d")
_ACCOUNTED = re.compile(r"的?[^，。；、]{0,6}(?:财报|年报|业绩|账目|财务报告|年度报告)")
_REPORT = re.compile("[^，。；]{1,8}(?<!财务)(?<!业绩)(?:报告|白皮书)")  # 2024年环境报告 is about the years before
_BESIDES = re.compile(  # 高于一季度的A; not 一季度的营收为A
    rf"(?:同期)?的[^，。为达是]{{0,4}}[{ANY_FIGURE}]|的?(?:预期|指引|业绩指引)"
)
ACCOUNTS = re.compile("毛利|净利|利润|盈余|每股|营收|收入|销售|费用|支出|现金|订单|销量|出货|EPS|ROE")
MOVED = re.compile("股价|收盘|报收|[收开上下大暴]跌|[上大暴收]涨|跌幅|涨幅|蒸发|交易中")
LENGTH = re.compile(
    rf"(?P<year>全年|整年|年度|(?<![\d今去本当前后每多近{ANY_FIGURE}{WHEN}])年)"
    r"(?:总|净|经营)?(?:收入|营收|利润|亏损|盈利|销售|支出|成本|费用|出货|销量|毛利)|(?P<quarter>季度?(?:总|净|经营)?(?:收入|营收|利润|亏损|盈利|销售))"
)


def of_length(period: str, told: str) -> str | None:
    """Return the period of a figure that is told as one of a year or of a quarter: 年度收入 is of no quarter."""
    lengths = list(LENGTH.finditer(told))
    if not lengths or MONTH.match(period):
        return period
    if lengths[-1]["year"]:
        return period[:4]
    return None if YEAR.fullmatch(period) else period


def period_told(scene: Scene, told: Sequence[tuple[int, str]]) -> str | None:
    """Return the quarter or year that a sentence reports on, or the year where it reports figures."""
    periods = [value for at, value in told if _is_reported(scene, at, value) and not _BESIDES.match(scene.code, at + 1)]
    if periods:
        return periods[0]
    leading = [
        value for at, value in told if at <= _LEAD and YEAR.fullmatch(value) and not _REPORT.match(scene.code, at + 1)
    ]
    of_trade = MOVED.search(scene.code) and not ACCOUNTS.search(scene.code)  # 今年股价上涨A
    return leading[0] if leading and _FIGURE.search(scene.code) and not of_trade else None


def _is_reported(scene: Scene, position: int, value: str) -> bool:
    """Tell whether the time at a position is a quarter, or a year whose accounts are told of: 2023年的财报."""
    year = YEAR.fullmatch(value) is not None and _ACCOUNTED.match(scene.code, position + 1) is not None
    return year or is_period(scene, position, value)


def is_period(scene: Scene, position: int, value: str) -> bool:
    """Tell whether the time at a position is a quarter, as such or as the range of its months."""
    when = scene.slots[position].when
    told = when.value if when is not None else None
    return any(_PERIOD.search(each) for each in (value, told or ""))
