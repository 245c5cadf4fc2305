"""What a figure measures beyond its metric: which words part figures, and which tell nothing."""

from pathlib import Path

import pytest

from ontology.errors import DomainError
from ontology.qualifiers import Qualifier, load_notices, load_qualifiers, qualifier


@pytest.mark.parametrize(
    ("metric", "change", "telling", "rest"),
    [
        ("trainingCost", "训练成本高达", "", ""),
        ("trainingCost", "估计花费", "", ""),
        ("trainingCost", None, "", ""),
        ("users", "月活跃用户", "月活跃", ""),
        ("users", "日活跃用户数已", "日活跃", ""),
        ("revenue", "年化收入", "年化", ""),
        ("price", "输入token价格", "输入", "token"),
        ("salary", "钢琴师平均工资", "平均", "钢琴师"),
        ("growth", "营收同比增长", "同比|营收", ""),
        ("growth", "增长", "", ""),
        ("otherMetric", "泳池", "", "泳池"),
    ],
)
def test_words(metric: str, change: str | None, telling: str, rest: str) -> None:
    assert qualifier(metric, change) == Qualifier(telling, rest)


def test_shipped_words_are_right() -> None:
    assert set(load_qualifiers().values()) == {"filler", "metric", "telling"}
    assert {"更正", "辟谣"} <= set(load_notices())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("word\tkind\n约\tfiller\n月\ttelling\n", ":3: '月' must come after '约'"),
        ("word\tkind\n月\ttelling\n月\ttelling\n", ":3: '月' must come after '月'"),
        ("word\tkind\n月\tother\n", "月: 'other' is no kind"),
        ("word\tkind\n月\n", ":2: needs 2 columns"),
        ("word\n", "header must be 'word kind'"),
    ],
)
def test_mistakes_are_told(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "qualifiers.tsv").write_text(text, encoding="utf-8")

    with pytest.raises(DomainError, match=told):
        load_qualifiers(tmp_path)
