"""When an undated article was written, as far as its text tells."""

from __future__ import annotations

import pytest

from extract.cleaning import clean
from extract.dating import infer_date, written_date
from extract.model import Metadata, Source
from extract.reading import decode


def _date(text: str) -> str | None:
    document = decode(Source("test", text.encode()))
    return infer_date(document, clean(document))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("思科发布财报。\n\n![图](https://example.org/2017/05/chart.png)\n\n营收增长。", "2017-05"),
        ("思科发布财报。\n\n![图](https://example.org/img/20170529123456.png)\n\n营收增长。", "2017-05"),
        (
            "![a](https://example.org/2018/08/a.png)\n思科发布财报。\n![b](https://example.org/2021/06/logo.png)",
            "2018-08",
        ),
        ("2024年6月5日，思科发布财报。公司成立于1984年。", "2024"),
        ("2023年思科营收增长。公司表示，2023年是好年景。", "2023"),
        ("思科预计到2030年12月31日营收翻倍。", None),
        ("思科于2019年发布过类似产品。", None),
        ("思科发布财报，营收增长。", None),
    ],
)
def test_signs_of_a_date(text: str, date: str | None) -> None:
    assert _date(text) == date


def _written(text: str, given: str | None) -> str | None:
    document = decode(Source("test", text.encode(), metadata=Metadata(date=given)))
    return written_date(document, clean(document))


@pytest.mark.parametrize(
    ("given", "date"), [("2018", "2018-08"), ("2018-08-03", "2018-08-03"), ("2019", "2019"), (None, "2018-08")]
)
def test_a_text_may_tell_the_month_of_a_given_year(given: str | None, date: str) -> None:
    assert _written("![a](https://example.org/2018/08/a.png)\n思科发布财报。", given) == date
