"""Known versions that a text names without what they are versions of."""

from __future__ import annotations

import pytest

from .reading import named


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        ("深度求索上周开源了R1。", "R1", "DeepSeek-R1"),
        ("DeepSeek降价。分析师说，R1仍然最便宜。", "R1", "DeepSeek-R1"),
        ("Rabbit的R1卖得不好。", "R1", "Rabbit_R1"),
        ("Rabbit R1与DeepSeek无关，R1是一台小机器。", "R1", "Rabbit_R1"),
        ("DeepSeek先后推出V3和R1。", "V3", "DeepSeek-V3"),
        ("DeepSeek-V3很便宜。上月，V3走红。", "V3", "DeepSeek-V3"),
        ("DeepSeek又开源了V3-0324。", "V3-0324", "DeepSeek-V3-0324"),
        ("DeepSeek又开源了V3.2-Exp。", "V3.2-Exp", "DeepSeek-V3.2-Exp"),
        ("OpenAI说，4o会变快。", "4o", "GPT-4o"),
        ("Anthropic发布了Opus 4.5。", "Opus 4.5", "Claude_Opus_4.5"),
        ("华为的派派很好用。", "派派", "Huawei_Paipai"),
        ("Claude变慢了，有人怀疑Opus 4.5被降级。", "Opus 4.5", "Claude_Opus_4.5"),
        ("各国跟进对华芯片出口管制。", "华", "China"),
        ("他们不断加码对华的限制。", "华", "China"),
        ("中美科技竞争升级。", "中", "China"),
        ("中美之间的芯片竞争很激烈。", "中", "China"),
        ("美中 AI 競賽白熱化。", "中", "China"),
        ("中美 “军备竞赛”升级。", "中", "China"),
        ("美中「晶片戰」升溫。", "中", "China"),
    ],
)
def test_an_end_is_enough_where_the_text_speaks_of_what_it_is_of(text: str, name: str, entity: str) -> None:
    assert named(text)[name] == entity


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("这家公司发布了R1。", "DeepSeek-R1"),
        ("Rabbit与DeepSeek都谈到R1。", "DeepSeek-R1"),
        ("Rabbit与DeepSeek都谈到R1。", "Rabbit_R1"),
        ("微软的派派很好用。", "Huawei_Paipai"),
        ("他们对华裔学者表示歉意。", "China"),
        ("他们在市场竞争中美滋滋。", "China"),
        ("中美洲各国都在竞争。", "China"),
        ("中美官员在北京会晤。", "China"),
        ("中美“蜜月”期间没有竞争。", "China"),
        ("其中美竞赛最难。", "China"),
        ("他们面对华新科技的挑战。", "China"),
        ("微软发布了Opus 4.5。", "Claude_Opus_4.5"),
        ("DeepSeek很便宜。我们的智能体V3下月上线。", "DeepSeek-V3"),
        ("DeepSeek位于R1级公路旁。", "DeepSeek-R1"),
        ("DeepSeek降价，三星R1没有。", "DeepSeek-R1"),
        ("DeepSeek的R1000只是传闻。", "DeepSeek-R1"),
        ("DeepSeek的SR-R1还没有影子。", "DeepSeek-R1"),
        ("DeepSeek的V3-03241是批号。", "DeepSeek-V3-0324"),
    ],
)
def test_it_is_not_where_it_may_be_another_s(text: str, entity: str) -> None:
    assert entity not in named(text).values()
