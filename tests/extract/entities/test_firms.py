"""Companies and models that the lexicon does not have, by what stands beside them, with what only looks like one."""

from __future__ import annotations

import pytest

from extract.entities.segmenting import is_worded, stands, worth

from .reading import classes, named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("云川公司位于杭州，成立于2019年。", "云川"),
        ("初创公司云川宣布完成新一轮融资。", "云川"),
        ("近日，云川正式完成新一轮融资。", "云川"),
        ("手机代工巨头维创达即将裁员。", "维创达"),
        ("咨询公司普岚永道估计，市场将翻倍。", "普岚永道"),
        ("网约车平台如岚出行，已经递交招股书。", "如岚出行"),
        ("云岚科技是一家专注于算法的公司。", "云岚科技"),
        ("岚山证券近期出具了一份研究报告。", "岚山证券"),
        ("已知只有锦岚资本投了这家企业。", "锦岚资本"),
        ("一家企业「酷岚机器人」已向有关部门交付产品。", "酷岚机器人"),
        ("这家名为云川的公司刚刚搬到深圳。", "云川"),
        ("云川（Yunchuan）由林远创立。", "云川"),
        ("云川机器人与华为达成合作。", "云川机器人"),
        ("她去年加入云川，负责销售。", "云川"),
        ("公司被贝岚德领投了一轮。", "贝岚德"),
        ("岚锋股价大跌。", "岚锋"),
        ("超岚电脑4月19日宣布，将在月底发布财报。", "超岚电脑"),
        ("去年上市的芯片龙头岚川股份（688888.SH）大涨。", "岚川股份"),
        ("云川与星海智能签署战略合作协议。", "云川"),
        ("去年英伟达收购了芯跃。", "芯跃"),
        ("随后三星领投了贝岚德。", "贝岚德"),
    ],
)
def test_companies_beside_words_that_tell_of_them(text: str, name: str) -> None:
    assert classes(text).get(name) == "Company"


@pytest.mark.parametrize(
    "text",
    [
        "该公司周一表示，业绩符合预期。",
        "科技公司有望成为赢家。",
        "国内厂商纷纷推出新产品。",
        "这家公司正式完成新一轮融资。",
        "与此同时，董事长宣布辞职。",
        "榜上最近添了几款是中国企业开发的。",
        "产品在机构投资者中很受欢迎。",
        "双方通力合作，完成了测试。",
        "多家企业逆势上涨。",
        "沿海小镇资本出手的次数屈指可数。",
        "林远发布了一段视频。",
        "斯塔默获得了议会的支持。",
        "一位名为格鲁特的角色登场。",
        "幻觉（Hallucination）是指模型编造内容。",
        "人工智能公司越来越多。",
        "顾客急于与公司“割席断交”：他们不满。",
    ],
)
def test_what_only_looks_like_a_company(text: str) -> None:
    assert "Company" not in classes(text).values()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("英伟达投资了云川、远岚和星渊三家公司。", {"云川", "远岚", "星渊"}),
        ("小云智行、微软和文远岚行。", {"小云智行", "文远岚行"}),
        ("市场由英伟达和芯跃主导。", {"芯跃"}),
        ("英伟达、西岚电气等企业参与。", {"西岚电气"}),
    ],
)
def test_members_of_lists_of_companies(text: str, names: set[str]) -> None:
    assert names <= classes(text).keys()


@pytest.mark.parametrize(
    "text",
    [
        "英伟达、管理能力和福利待遇都很重要。",
        "英伟达和投资者都很满意。",
        "他谈到微软、数学和物理。",
        "合作方还有必和必岚、微软等公司。",
    ],
)
def test_other_members_of_lists(text: str) -> None:
    assert classes(text).keys() <= {"英伟达", "微软", "必和必岚"}


@pytest.mark.parametrize(
    ("text", "name"),
    [("该校研发的远岚大模型登上榜首。", "远岚大模型"), ("云川推出的大模型“远岚”已经上线。", "远岚")],
)
def test_models_called_so(text: str, name: str) -> None:
    assert classes(text)[name] == "Model"


@pytest.mark.parametrize(
    "text", ["各家的政务大模型纷纷落地。", "和云侧大模型相比，它更快。", "大模型“落地难”的问题仍在。"]
)
def test_kinds_of_models(text: str) -> None:
    assert "Model" not in classes(text).values()


def test_what_begins_a_clause_hides_no_company_before_it() -> None:
    assert set(named("英伟达发布了财报。云川公司位于杭州。")) == {"英伟达", "云川"}


def test_a_short_name_found_once_is_found_elsewhere_but_not_within_words() -> None:
    found = named("岚元公司位于杭州。后来岚元搬走了。")
    assert found == {"岚元": found["岚元"]}
    assert stands("后来元象搬走了", 2, 4)
    assert not stands("这是多元象征", 3, 5)


def test_a_name_costs_less_than_its_characters_as_words() -> None:
    assert worth("普岚永道") > 0 > worth("研究人员")
    assert is_worded("城市交通")
    assert not is_worded("云川")
