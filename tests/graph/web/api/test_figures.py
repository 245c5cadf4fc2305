"""Figures as people write them, in three languages."""

from decimal import Decimal

import pytest

from graph.web.api.figures import figure


@pytest.mark.parametrize(
    ("value", "most", "unit", "bound", "told"),
    [
        ("78000000", None, "USD", "about", ("约7800万美元", "約7800萬美元", "about $78 million")),
        ("5576000", None, "USD", "", ("557.6万美元", "557.6萬美元", "$5.576 million")),
        ("10000000000", None, "CNY", "", ("100亿元", "100億元", "10 billion CNY")),
        ("1500000000000", None, "USD", "over", ("超过1.5万亿美元", "超過1.5萬億美元", "over $1.5 trillion")),
        ("78000000", "85000000", "USD", "", ("7800万–8500万美元", "7800萬–8500萬美元", "$78 million–$85 million")),
        ("-540000000", None, "USD", "", ("-5.4亿美元", "-5.4億美元", "−$540 million")),
        ("73", None, "%", "", ("73%", "73%", "73%")),
        ("2400", None, "x", "", ("2400倍", "2400倍", "2,400 x")),
        ("4500", None, "count", "", ("4500", "4500", "4,500")),
        ("180000000", None, "count", "atLeast", ("至少1.8亿", "至少1.8億", "at least 180 million")),
        ("2.5", None, "USD/1Mtoken", "", ("2.5美元/百万token", "2.5美元/百萬token", "$2.5/1Mtoken")),
        ("80", None, "GW", "", ("80 GW", "80 GW", "80 GW")),
        ("0", None, "USD", "", ("0美元", "0美元", "$0")),
    ],
)
def test_figures(value: str, most: str | None, unit: str, bound: str, told: tuple[str, str, str]) -> None:
    upper = None if most is None else Decimal(most)
    languages = ("zh-Hans", "zh-Hant", "en")

    assert tuple(figure(Decimal(value), upper, unit, bound, language) for language in languages) == told
    assert figure(Decimal(value), upper, unit, bound) == told[0]


def test_no_figure() -> None:
    assert figure(None, None, "USD") is None
