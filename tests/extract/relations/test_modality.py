"""How surely a statement is made, by clause; every wording in both its readings."""

from __future__ import annotations

import pytest

from extract.relations.modality import modality
from ontology.domain import SHIPPED
from ontology.lexicon import Entry
from ontology.wording import load_wording

from .claims import claims, figures

WORDING = load_wording(SHIPPED / "wording.yaml")
A, B = "\ue000", "\ue000"
MODEL = "\ue004"
COUNT = "\ue013"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (f"{A}收购了{B}", "asserted"),
        (f"{A}将收购{B}", "planned"),
        (f"{MODEL}能否超越{MODEL}", "hypothetical"),
        (f"{MODEL}已经超越{MODEL}", "asserted"),
        (f"{A}将把部门迁往{B}", "planned"),
        (f"{A}已把部门迁往{B}", "asserted"),
        (f"{A}将我们的服务接入{B}", "asserted"),
        (f"{A}将「飞鱼」接入{B}", "asserted"),
        (f"{A}将做飞机的公司{B}列入清单", "asserted"),
        (f"{A}通知各地不得使用{B}", "asserted"),
        (f"{A}将可能把{B}列入清单", "hypothetical"),
        (f"{A}计划收购{B}", "planned"),
        (f"{A}计划负责人收购{B}", "asserted"),
        (f"{A}拟收购{B}", "planned"),
        (f"{A}拟人化的助手用了{B}", "asserted"),
        (f"{A}正考虑收购{B}", "hypothetical"),
        (f"{A}考虑到成本后收购了{B}", "asserted"),
        (f"{A}可能收购{B}", "hypothetical"),
        (f"{A}否认收购{B}", "denied"),
        (f"{A}并未收购{B}", "denied"),
        (f"{A}未来收购了{B}", "asserted"),
        (f"{A}放弃收购{B}", "denied"),
        (f"{A}将{MODEL}集成到{B}", "asserted"),
        (f"{A}将其收购的{B}", "asserted"),
        (f"{A}即将收购{B}", "planned"),
        (f"{A}承诺使用{B}", "planned"),
        (f"{A}预计收购{B}", "forecast"),
        (f"{A}将把{MODEL}集成到{B}", "planned"),
        (f"{A}把{MODEL}集成到{B}", "asserted"),
        (f"{A}提出一种将语音与文字结合的{MODEL}", "asserted"),
        (f"{A}将提出一种{MODEL}", "planned"),
        (f"{A}推出了将改变一切的新模型{MODEL}", "asserted"),
        (f"{A}发布能将文字变成视频的{MODEL}", "asserted"),
        (f"{A}发布没有广告的助手{MODEL}", "asserted"),
        (f"{A}没有发布带广告的助手{MODEL}", "denied"),
        (f"{A}将发布改变一切的新模型{MODEL}", "planned"),
        (f"{A}很快就会发布{MODEL}", "planned"),
        (f"{A}很快会议上发布{MODEL}", "asserted"),
        (f"{A}可望打入{B}", "forecast"),
        (f"{A}正争取打入{B}", "planned"),
        (f"{A}为客户争取时间，拿下{B}", "asserted"),
        (f"{A}传拿下{B}", "hypothetical"),
        (f"{A}传授经验，拿下{B}", "asserted"),
        (f"{A}评估导入{MODEL}", "hypothetical"),
        (f"{A}评估之后导入{MODEL}", "asserted"),
        (f"{A}暂停采购{B}", "denied"),
        (f"{A}结束与{B}", "denied"),
        (f"{A}结束了会议，携手{B}", "asserted"),
        (f"{A}不与{B}", "denied"),
        (f"{A}将芯片交由{B}", "asserted"),
        (f"{A}将订单转给{B}", "asserted"),
        (f"{A}将交付给{B}", "planned"),
        (f"{A}正与{B}敲定一项协议", "planned"),
        (f"{A}与{B}敲定了一项协议", "asserted"),
    ],
)
def test_between_the_parties(code: str, expected: str) -> None:
    assert modality(WORDING, code, 0, len(code)) == expected


def _of(code: str, start: int) -> str:
    return modality(WORDING, code, start, len(code))


def test_a_condition_governs_its_clause_and_the_next() -> None:
    assert _of(f"如果{A}收购{B}", 2) == "hypothetical"
    code = f"如果价格合适，{A}将收购{B}"
    assert _of(code, code.index(A)) == "hypothetical"


def test_ruo_is_a_condition_but_ruogan_is_not() -> None:
    assert _of(f"若{A}收购{B}", 1) == "hypothetical"
    assert _of(f"若干年前{A}收购了{B}", 4) == "asserted"


def test_a_plan_says_nothing_of_the_next_clause() -> None:
    code = f"公司计划扩张，{A}收购了{B}"
    assert _of(code, code.index(A)) == "asserted"


@pytest.mark.parametrize(
    ("text", "predicate", "expected"),
    [
        ("云川公司将推出青鸟，并与星海智能合作。", "partnersWith", "planned"),
        ("云川公司可能推出青鸟，并与星海智能合作。", "partnersWith", "hypothetical"),
        ("若获批准，云川公司将推出青鸟，并与星海智能合作。", "partnersWith", "hypothetical"),
        ("云川公司将推出青鸟，并已与星海智能合作。", "partnersWith", "asserted"),
        ("云川公司推出了青鸟，并与星海智能合作。", "partnersWith", "asserted"),
        ("这些客户将与云川公司一起率先使用青鸟。", "uses", "planned"),
        ("这些客户已与云川公司一起率先使用青鸟。", "uses", "asserted"),
        ("他将与云川公司的林远见面。", "worksFor", "asserted"),
    ],
)
def test_a_plan_goes_on_behind_and_and_takes_in_whom_it_is_shared_with(
    text: str, predicate: str, expected: str
) -> None:
    names = {"云川公司": "Company", "星海智能": "Company", "青鸟": "Model", "林远": "Person"}
    assert {c.modality for c in claims(text, names) if c.predicate == predicate} == {expected}


def test_a_target_that_was_set_is_planned_and_one_that_was_met_is_not() -> None:
    (planned,) = figures("云川公司定下了2025年营收5亿元的目标。", {"云川公司": "Company"})
    (met,) = figures("云川公司完成了2025年营收5亿元的目标。", {"云川公司": "Company"})
    assert (planned.modality, met.modality) == ("planned", "asserted")


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("云川公司将使用星海智能青鸟。", "develops"),
        ("云川公司向临江公司星海智能投资3亿元的计划已被搁置。", "locatedIn"),
    ],
)
def test_what_names_beside_each_other_say_is_not_touched_by_a_plan(text: str, predicate: str) -> None:
    names = {"云川公司": "Company", "星海智能": "Company", "青鸟": "Model", "临江": "Place"}
    assert {c.modality for c in claims(text, names) if c.predicate == predicate} == {"asserted"}


def test_what_a_noun_phrase_takes_for_granted_stays_asserted() -> None:
    code = f"他放弃了{A}的{MODEL}"
    assert modality(WORDING, code, code.index(A), len(code)) == "asserted"


def test_who_orders_an_end_denies_nothing() -> None:
    ordered = f"{A}规定各部门停止使用{B}"
    assert modality(WORDING, ordered, 0, len(ordered)) == "asserted"
    stopped = f"{A}停止使用{B}"
    assert modality(WORDING, stopped, 0, len(stopped)) == "denied"


def test_a_deal_that_failed_is_denied() -> None:
    code = f"{A}收购{B}的交易告吹"
    assert modality(WORDING, code, 0, code.rindex(B) + 1) == "denied"
    assert modality(WORDING, f"如果{code}", 2, code.rindex(B) + 3) == "hypothetical"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (f"{A}没有收购{B}", "denied"),
        (f"{A}没有对{B}的收购作出说明", "asserted"),
        (f"{A}尚未透露何时收购了{B}", "asserted"),
        (f"{A}未就收购{B}一事置评", "asserted"),
        (f"{A}尚未就收购{B}达成协议", "denied"),
        (f"{A}没有详细说明{MODEL}的参数", "asserted"),
        (f"{A}在没有许可的情况下收购了{B}", "asserted"),
        (f"{A}没有等到批准便收购了{B}", "asserted"),
        (f"{A}没有便宜地收购{B}", "denied"),
        (f"{A}不再收购{B}", "denied"),
        (f"{A}不再只收购{B}", "asserted"),
        (f"{A}不会停止使用{MODEL}", "asserted"),
        (f"{A}从未放弃使用{MODEL}", "asserted"),
        (f"{A}停止使用{MODEL}", "denied"),
        (f"{A}将无法使用{MODEL}", "denied"),
        (f"{A}不支持{MODEL}", "denied"),
        (f"{A}无法忍受，采用了{MODEL}", "asserted"),
        (f"{A}不能只采用{MODEL}", "asserted"),
        (f"{A}董事会叫停收购{B}", "denied"),
        (f"{A}的涨价不会影响{B}使用它", "asserted"),
        (f"{A}不是{B}的唯一股东", "asserted"),
        (f"{A}不是{B}的股东", "denied"),
        (f"{A}没有掉队，推出了{MODEL}", "asserted"),
        (f"{A}很忙，却一直没有推出{MODEL}", "denied"),
        (f"{A}涨价了，{B}不再使用{MODEL}", "asserted"),
        (f"{A}涨价了，他们不再使用{MODEL}", "asserted"),
        (f"{A}否认，收购了{B}", "denied"),
    ],
)
def test_a_denial_counts_where_it_governs(code: str, expected: str) -> None:
    end = max(code.rindex(B), code.rfind(MODEL)) + 1
    assert modality(WORDING, code, 0, end) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (f"{A}发布{MODEL}甚至{MODEL}", "forecast"),
        (f"{A}发布了{MODEL}甚至{MODEL}", "asserted"),
        (f"{A}已发布{MODEL}甚至{MODEL}", "asserted"),
        (f"{A}发布{MODEL}和{MODEL}", "asserted"),
        (f"{A}将发布{MODEL}、{MODEL}甚至{MODEL}", "planned"),
        (f"{A}也将发布{MODEL}", "planned"),
        (f"{A}还将重点放在{MODEL}", "asserted"),
        (f"{A}明年发布{MODEL}", "planned"),
        (f"{A}明年发布的{MODEL}", "asserted"),
    ],
)
def test_an_outlook_reaches_every_item_of_its_list(code: str, expected: str) -> None:
    ends = [at + 1 for at, character in enumerate(code) if character == MODEL]
    assert {modality(WORDING, code, 0, end) for end in ends} == {expected}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (f"{A}取消了{COUNT}航班", "asserted"),
        (f"{A}取消向{B}投资{COUNT}", "denied"),
        (f"{A}在竞选中失败了{COUNT}", "asserted"),
        (f"{A}在没有许可的情况下运营{COUNT}机器", "asserted"),
        (f"{A}没有运营{COUNT}机器", "denied"),
    ],
)
def test_what_is_counted_is_not_denied_by_what_is_counted(code: str, expected: str) -> None:
    assert modality(WORDING, code, 0, code.index(COUNT) + 1, figure=True) == expected


def test_to_fail_in_something_undoes_no_relation() -> None:
    code = f"{A}在{MODEL}上遭遇失败"
    assert modality(WORDING, code, 0, code.index(MODEL) + 1) == "asserted"


def test_what_makes_another_act_counts() -> None:
    code = f"交易将使{A}成为{B}的子公司"
    assert modality(WORDING, code, code.index(A), code.rindex(B) + 1) == "planned"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("思科营收为140亿美元。", "asserted"),
        ("思科营收预计为140亿美元。", "forecast"),
        ("思科营收将达140亿美元。", "forecast"),
        ("分析师预期思科营收为140亿美元。", "forecast"),
        ("思科营收超出分析师预期，达到140亿美元。", "asserted"),
        ("思科释出财测，营收估140亿美元。", "forecast"),
        ("思科营收优于财测，为140亿美元。", "asserted"),
        ("思科财测第3季营收140亿美元。", "forecast"),
        ("思科全年营收料介乎140亿美元。", "forecast"),
        ("思科营收可能达到140亿美元。", "forecast"),
        ("思科营收有望达到140亿美元。", "forecast"),
        ("思科营收为140亿美元，超出预期。", "asserted"),
        ("公开资料显示，思科营收为140亿美元。", "asserted"),
        ("如果思科营收达到140亿美元，股东会高兴。", "hypothetical"),
        ("若干分析师说，思科营收为140亿美元。", "asserted"),
        ("思科计划筹集140亿美元。", "planned"),
        ("思科按计划筹集了140亿美元。", "asserted"),
        ("思科将筹集140亿美元。", "planned"),
        ("思科寻求筹集140亿美元。", "planned"),
        ("思科正在寻找投资者进行一轮140亿美元的融资。", "planned"),
        ("思科为寻找新药融资140亿美元。", "asserted"),
        ("思科否认营收为140亿美元。", "denied"),
        ("思科预计，明年营收为140亿美元。", "forecast"),
        ("思科正讨论筹集140亿美元。", "hypothetical"),
        ("工会称思科营收为140亿美元。", "asserted"),
        ("思科预计营收从目前的140亿美元增长到更高。", "asserted"),
        ("思科预计营收从目前增长到140亿美元。", "forecast"),
        ("思科预计营收将增长三成，达到140亿美元。", "forecast"),
        ("思科预计裁员三成，超过140亿美元的营收来自海外。", "asserted"),
        ("思科将其营收增加到140亿美元。", "asserted"),
    ],
)
def test_of_a_figure(text: str, expected: str) -> None:
    found = [claim for claim in figures(text, {"思科": "Company"}) if claim.predicate in ("revenue", "fundingRaised")]
    assert [claim.modality for claim in found] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("思科的成本预计达到90亿美元，其中人力成本40亿美元。", ["forecast", "forecast"]),
        ("思科的成本达到90亿美元，其中人力成本40亿美元。", ["asserted", "asserted"]),
        ("思科的成本预计达到90亿美元，去年的人力成本为40亿美元。", ["forecast", "asserted"]),
        ("思科预估第三季营收40亿至50亿美元，季减7%。", ["forecast", "forecast"]),
        ("思科第三季营收40亿美元，季减7%。", ["asserted", "asserted"]),
        ("思科预告全年亏损40亿美元。", ["forecast"]),
    ],
)
def test_a_part_is_as_sure_as_the_whole(text: str, expected: list[str]) -> None:
    assert [claim.modality for claim in figures(text, {"思科": "Company"})] == expected


@pytest.mark.parametrize("date", ["2024-05-01", None])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("思科明年发布星海3。", "planned"),
        ("思科下个月推出星海3。", "planned"),
        ("思科去年发布星海3。", "asserted"),
        ("思科今年发布星海3。", "asserted"),
    ],
)
def test_what_lies_ahead_is_planned_whether_the_article_has_a_date_or_not(
    text: str, expected: str, date: str | None
) -> None:
    (claim,) = claims(text, {"思科": "Company", "星海3": "Model"}, date)
    assert claim.modality == expected


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("思科收购云川了吗？", "hypothetical"),
        ("思科接近达成协议收购云川。", "planned"),
        ("难道思科没看到云川收购远山吗？", "asserted"),
        ("若思科超越云川，市场就变了。", "hypothetical"),
        ("思科超越云川，市场变了。", "asserted"),
        ("思科可望收购云川。", "forecast"),
        ("思科不打算收购云川。", "denied"),
        ("不是思科收购了云川，而是远山。", "denied"),
        ("并非思科收购了云川。", "denied"),
        ("要不是思科收购了云川，它早就倒闭了。", "asserted"),
        ("不是思科的员工说，思科收购了云川。", "asserted"),
        ("思科不准备收购云川。", "denied"),
    ],
)
def test_what_is_asked_hoped_for_or_not_meant_is_no_fact(text: str, modality: str) -> None:
    kind = "Model" if "超越" in text else "Company"
    found = claims(text, dict.fromkeys(("思科", "云川", "远山"), kind))
    assert {claim.modality for claim in found} == {modality}


@pytest.mark.parametrize("text", ["思科曾试图收购云川。", "思科企图收购云川。", "思科收购云川的交易已经搁置。"])
def test_what_was_only_tried_or_came_to_nothing_is_no_fact(text: str) -> None:
    found = claims(text, {"思科": "Company", "云川": "Company"})
    assert found
    assert all(claim.modality != "asserted" for claim in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("思科的虚拟现实部门营收为4亿美元。", ["asserted"]),
        ("思科拟融资4亿美元。", ["planned"]),
        ("思科服务（主要是支持）营收为4亿美元。", ["asserted"]),
        ("要是思科营收达到4亿美元。", ["hypothetical"]),
        ("思科的模型降低社会风险30%。", ["asserted"]),
        ("思科营收会增长30%。", ["forecast"]),
        ("思科预测分析业务的营收为4亿美元。", ["asserted"]),
        ("思科即将收购云端业务（营收4亿美元）。", ["planned"]),
        ("思科能够将自动测试时间缩短90%。", ["asserted"]),
        ("思科旨在将推理成本降低90%。", ["planned"]),
        ("思科将营收从4亿美元增长到6亿美元。", ["asserted", "asserted"]),
        ("思科的战略准备部门营收为4亿美元。", ["asserted"]),
        ("思科准备融资4亿美元。", ["planned"]),
        ("即使思科估值已达40亿美元。", ["asserted"]),
        ("即使思科估值达到40亿美元。", ["hypothetical"]),
        ("思科的营收通常会增长30%。", ["asserted"]),
        ("思科2026年营收目标达到4亿美元。", ["planned"]),
        ("思科将推理成本降低了90%。", ["asserted"]),
        ("思科将估值推高至40亿美元。", ["asserted"]),
        ("思科的推理成本将降低90%。", ["forecast"]),
        ("思科营收将增长30%。", ["forecast"]),
        ("思科营收为4亿美元，好于市场预期的3亿美元。", ["asserted", "forecast"]),
        ("思科的估值将超过此前的30亿美元。", ["asserted"]),
        ("思科预计营收将达到4亿美元，同比增长30%。", ["forecast", "forecast"]),
        ("思科营收达到4亿美元，同比增长30%。", ["asserted", "asserted"]),
        ("思科将5%的收入投入研发。", ["asserted"]),
        ("思科将年度营收翻了一番。", ["asserted"]),
        ("思科的硬件将训练所需的时间缩短了50%。", ["asserted"]),
        ("思科将训练所需的时间看作用户流失了5%的原因。", ["asserted"]),
        ("思科将去年称为效率之年——这一年营收4亿美元。", ["asserted"]),
        ("思科要求将5%的员工划入后排。", ["asserted"]),
        ("价值4亿美元的巨头思科正在寻求融资。", ["asserted"]),
        ("思科的计划减轻了4亿美元负担。", ["asserted"]),
        ("思科的伙伴计划现在拥有6000个客户。", ["asserted"]),
        ("思科计划拥有6000个客户。", ["planned"]),
        ("思科30%的客户获得出院计划。", ["asserted"]),
        ("思科与一家未具名的公司签署了4亿美元合同。", ["asserted"]),
        ("思科未签署4亿美元合同。", ["denied"]),
        ("思科的数据传输速度提升30%。", ["asserted"]),
        ("思科据传增长30%。", ["hypothetical"]),
        ("思科展出了5个模型并承诺再买。", ["asserted"]),
        ("市值4亿美元的思科考虑出售。", ["asserted"]),
        ("考虑出售市值4亿美元的思科。", ["asserted"]),
        ("考虑让思科融资4亿美元。", ["hypothetical"]),
        ("每两年，思科的营收就会增长30%。", ["asserted"]),
        ("思科可能已有5亿用户。", ["asserted"]),
        ("思科预计已售出5万台设备。", ["asserted"]),
        ("思科预计到年底已售出5万台设备。", ["forecast"]),
        ("思科采用预测、分析等技术，售价4亿美元。", ["asserted"]),
        ("思科适用于推理、预测，深度创作，售价4亿美元。", ["asserted"]),
        ("思科预测，明年售价4亿美元。", ["forecast"]),
        ("思科将价值4亿美元的机房转向云端。", ["asserted"]),
        ("思科已完成改造，将成本下降30%。", ["asserted"]),
        ("思科的份额将从目前的33%继续上升。", ["asserted"]),
        ("思科将提高旗下3万名员工的效率。", ["asserted"]),
        ("思科将招募3万名员工。", ["planned"]),
        ("思科的航班取消总数已达到2042次。", ["asserted"]),
        ("即使是营收4亿美元的思科，也在裁员。", ["asserted"]),
    ],
)
def test_what_governs_a_figure(text: str, expected: list[str]) -> None:
    assert [claim.modality for claim in figures(text, {"思科": "Company"})] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今年仅有30%的大学生计划使用青鸟。", "asserted"),
        ("调查显示，30%的受访者打算使用青鸟。", "asserted"),
        ("预计30%的大学生计划使用青鸟。", "forecast"),
        ("云川计划让30%的大学生使用青鸟。", "planned"),
    ],
)
def test_what_people_think_of_doing_bends_not_how_many_they_are(text: str, expected: str) -> None:
    assert {claim.modality for claim in figures(text, {"青鸟": "Product", "云川": "Company"})} == {expected}


def test_how_large_a_thing_to_come_is_stands_in_brackets() -> None:
    (claim,) = figures("思科即将推出海豚3（70亿参数）。", {"思科": "Company", "海豚3": "Model"})
    assert (claim.predicate, claim.modality) == ("parameters", "asserted")


def test_what_follows_from_a_forecast_is_foreseen() -> None:
    found = figures("思科营收明年有望达到4亿美元，推动利润增长30%。", {"思科": "Company"})
    assert [claim.modality for claim in found] == ["forecast", "forecast"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("思科预计，人工智能将拉动营收4亿美元。", "forecast"),
        ("甲骨文预计，虽然市场疲软，思科营收已达4亿美元。", "asserted"),
        ("思科4亿美元的营收将成为焦点。", "asserted"),
    ],
)
def test_what_is_foreseen_of_a_figure_governs_it(text: str, expected: str) -> None:
    found = [claim for claim in figures(text, {"思科": "Company"}) if claim.predicate == "revenue"]
    assert [claim.modality for claim in found] == [expected]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (f"{A}在新品发布会上推出{MODEL}", "asserted"),
        (f"{A}在峰会上与{B}达成合作", "asserted"),
        (f"{A}会后宣布收购{B}", "asserted"),
        (f"{A}将会上线{MODEL}", "planned"),
        (f"{A}会上线{MODEL}", "forecast"),
        (f"{A}会超越{MODEL}并收购它", "forecast"),
        (f"{A}已将{MODEL}推出", "asserted"),
        (f"{A}原定于5月发布{MODEL}", "planned"),
        (f"{A}原计划发布{MODEL}", "planned"),
        (f"{A}按原计划发布{MODEL}", "asserted"),
        (f"{A}原计划5月发布的{MODEL}", "asserted"),
        (f"{A}推迟发布{MODEL}", "planned"),
        (f"{A}提出以{COUNT}收购{B}", "planned"),
        (f"{A}正就投资{B}进行谈判", "planned"),
        (f"{A}将领投{B}", "planned"),
        (f"{A}将领先的技术投资于{B}", "asserted"),
        (f"{A}威胁要收购{B}", "hypothetical"),
        (f"{A}不排除收购{B}", "hypothetical"),
        (f"{A}或会收购{B}", "hypothetical"),
        (f"此举或意味着{A}收购{B}", "hypothetical"),
        (f"{A}差一点收购{B}", "denied"),
        (f"{A}将原有系统整合进{B}", "asserted"),
        (f"{A}将数据转换为{MODEL}", "asserted"),
        (f"{A}将大规模整合{B}", "planned"),
        (f"{A}可将任务交给{MODEL}", "asserted"),
        (f"人工智能将用于{B}", "planned"),
        (f"{A}为合作做准备，{B}", "asserted"),
        (f"{A}准备收购{B}", "planned"),
        (f"{A}预定了{MODEL}", "asserted"),
        (f"{A}是{B}的潜在客户", "asserted"),
        (f"{A}是{B}的潜在收购方，{B}", "hypothetical"),
        (f"{A}前所未有地使用{B}", "asserted"),
        (f"{A}从未使用{B}", "denied"),
    ],
)
def test_a_meeting_is_no_outlook_and_a_plan_of_old_is_no_fact(code: str, expected: str) -> None:
    end = max(code.rindex(B), code.rfind(MODEL)) + 1
    assert modality(WORDING, code, 0, end) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("思科预计今年营收49亿至51亿美元，资本支出20亿美元。", ["forecast", "forecast"]),
        ("思科预计今年营收49亿美元，净亏损4亿美元，研发投入6亿美元。", ["forecast"] * 3),
        ("思科预计2029年营收49亿美元，2026年亏损1亿美元。", ["forecast", "forecast"]),
        ("思科预计今年营收49亿美元，目前市值为400亿美元。", ["forecast", "asserted"]),
        ("思科预计今年营收49亿美元，第一季度营收已达20亿美元。", ["forecast", "asserted"]),
        ("思科营收高于市场预期的49亿美元，净利润6亿美元。", ["forecast", "asserted"]),
        ("思科营收441亿美元，市场预期433亿美元。", ["asserted", "forecast"]),
        ("思科市场预期营收为433亿美元。", ["forecast"]),
        ("思科营收增长15%，高于指引的增幅12%。", ["asserted", "forecast"]),
        ("思科本季营收指引介于49亿美元到51亿美元。", ["forecast"]),
        ("思科预计今年营收49亿美元，即去年的2倍，是前年的4倍。", ["forecast"] * 3),
        ("思科有望今年营收49亿美元，产值规模超60亿美元。", ["forecast", "forecast"]),
        ("思科今年营收49亿美元，产值规模超60亿美元。", ["asserted", "asserted"]),
        ("思科营收超市场预期增长20%。", ["asserted"]),
        ("思科上调全年营收指引至51亿美元。", ["forecast"]),
        ("思科第四季营收指引为按季持平至增长2%。", ["forecast"]),
        ("思科营收增长20%，高于指引的增长12%。", ["asserted", "forecast"]),
        ("思科维持营收增长25%左右的预期不变。", ["forecast"]),
        ("思科营收增长25%的消息符合预期。", ["asserted"]),
        ("林远在发布会上透露思科的营收达到4亿美元。", ["asserted"]),
    ],
)
def test_guidance_and_what_the_market_expects_is_foreseen(text: str, expected: list[str]) -> None:
    assert [claim.modality for claim in figures(text, {"思科": "Company"})] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("如果星海智能拿下云川公司订单，营收会大增。", "hypothetical"),
        ("星海智能拿下云川公司订单的消息不实。", "denied"),
        ("星海智能为云川公司代工芯片的计划告吹。", "denied"),
        ("星海智能拿下云川公司订单，此前的谈判告吹过一次。", "asserted"),
    ],
)
def test_a_trade_is_bent_by_its_clause(text: str, expected: str) -> None:
    said = claims(text, {"星海智能": "Company", "云川公司": "Company"})
    assert [c.modality for c in said if c.predicate == "supplies"] == [expected]


@pytest.mark.parametrize(
    ("text", "user", "expected"),
    [
        ("星海智能将在小海中整合海豚3。", "小海", "planned"),
        ("星海智能已在小海中整合海豚3。", "小海", "asserted"),
        ("星海智能无法采购飞鱼X1。", "星海智能", "denied"),
        ("星海智能采购了飞鱼X1。", "星海智能", "asserted"),
    ],
)
def test_what_is_to_be_used(text: str, user: str, expected: str) -> None:
    names = {"星海智能": "Company", "小海": "Product", "海豚3": "Model", "飞鱼X1": "Chip"}
    said = claims(text, {name: kind for name, kind in names.items() if name in text})
    found = [c.modality for c in said if c.predicate == "uses" and c.subject == user]
    assert found == [expected]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("云川计划推出青鸟。", "planned"),
        ("云川将推出一款新模型，名为青鸟。", "planned"),
        ("云川将推出一款新模型，团队加倍投入青鸟。", "asserted"),
        ("云川计划把飞鱼卖到更多地方，这将有助于青鸟。", "asserted"),
        ("云川在展会上展示了，即将发布的模型青鸟。", "planned"),
        ("云川将推出语音助手、把技术用于青鸟。", "asserted"),
        ("云川准备邀请开发者测试青鸟。", "asserted"),
        ("云川推迟了青鸟的发布。", "planned"),
        ("云川推迟会议后谈了青鸟的发布。", "asserted"),
        ("云川还剧透了下一代青鸟。", "planned"),
        ("云川剧透之后，又谈了青鸟。", "asserted"),
        ("云川可能发布的产品如下：青鸟。", "hypothetical"),
        ("云川昨天发布的产品如下：青鸟。", "asserted"),
    ],
)
def test_a_known_thing_is_planned_only_where_its_own_making_is_told(text: str, modality: str) -> None:
    known = (Entry("青鸟", "Model", "青鸟", maker="云川"),)
    found = claims(text, {"云川": "Company", "青鸟": "Model"}, known=known)
    assert {claim.modality for claim in found if claim.predicate == "develops"} == {modality}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (f"{A}规划收购{B}", "planned"),
        (f"{A}规划部门收购了{B}", "asserted"),
        (f"{A}力拼收购{B}", "planned"),
        (f"{A}目标在收购{B}", "planned"),
        (f"{A}目标客户收购了{B}", "asserted"),
        (f"{A}料将在明年收购{B}", "planned"),
        (f"{A}原料由{B}供应", "asserted"),
        (f"{A}恐收购{B}", "hypothetical"),
        (f"{A}反恐部门收购了{B}", "asserted"),
        (f"{A}传将收购{B}", "hypothetical"),
        (f"{A}宣传部门收购了{B}", "asserted"),
        (f"{A}或收购{B}", "hypothetical"),
        (f"{A}或者{A}收购了{B}", "asserted"),
        (f"{A}疑似收购{B}", "hypothetical"),
        (f"{A}应该收购{B}", "hypothetical"),
        (f"如能收购{B}，{A}将收购{B}", "hypothetical"),
        (f"{A}暂缓收购{B}", "denied"),
        (f"{A}暂不收购{B}", "denied"),
        (f"{A}婉拒{B}的投资", "denied"),
        (f"{A}险些收购{B}", "denied"),
        (f"{A}退出收购{B}的谈判", "denied"),
        (f"{A}退出市场后收购了{B}", "asserted"),
        (f"{A}不与{B}合作", "denied"),
        (f"{A}不仅与{B}合作", "asserted"),
        (f"{A}可望为{B}代工", "forecast"),
        (f"{A}在网上看到并收购了{B}", "asserted"),
        (f"{A}宣布将{MODEL}集成到{B}", "asserted"),
        (f"{A}宣布将集成{MODEL}", "planned"),
        (f"{A}招股完成后就会投资{B}", "planned"),
        (f"即使与{MODEL}相比，{MODEL}也要快四倍", "asserted"),
        (f"即使没有{MODEL}，{A}也会收购{MODEL}", "hypothetical"),
    ],
)
def test_however_it_is_called(code: str, expected: str) -> None:
    assert modality(WORDING, code, 0, len(code)) == expected


@pytest.mark.parametrize(
    ("lead", "told", "expected"),
    [
        (f"{A}计划将", "集成到", "planned"),
        (f"{A}尚未将", "集成到", "denied"),
        (f"{A}可能在", "中接入", "hypothetical"),
        (f"{A}据传把", "接入", "hypothetical"),
        (f"{A}已将", "集成到", "asserted"),
        (f"{A}计划裁员，已将", "集成到", "asserted"),
        (f"{A}计划将总部搬走，在", "中接入", "asserted"),
        (f"{A}计划在", "的", "asserted"),
    ],
)
def test_what_is_done_with_the_first_party_is_governed_by_what_stands_before_it(
    lead: str, told: str, expected: str
) -> None:
    code = f"{lead}{MODEL}{told}{MODEL}"
    assert modality(WORDING, code, len(lead), len(code)) == expected


@pytest.mark.parametrize(
    ("lead", "told", "behind", "expected"),
    [
        ("", "收购", "一案告吹。", "denied"),
        ("", "收购", "案破局。", "denied"),
        ("", "收购", "的交易无疾而终。", "denied"),
        ("", "收购", "是谣言。", "denied"),
        ("", "收购", "是大事。", "asserted"),
        ("", "收购", "若成功，将改变市场。", "hypothetical"),
        ("", "收购", "的交易完成。", "asserted"),
        ("", "会收购", "吗？", "hypothetical"),
        ("据传", "将收购", "。", "hypothetical"),
        ("市场传出，", "将收购", "。", "hypothetical"),
        ("传", "拟收购", "。", "hypothetical"),
        ("公司上传文件，", "将收购", "。", "planned"),
        ("董事会建议", "收购", "。", "hypothetical"),
        ("据路透报道，", "收购", "。", "asserted"),
    ],
)
def test_hearsay_and_what_comes_after(lead: str, told: str, behind: str, expected: str) -> None:
    code = f"{lead}{A}{told}{B}{behind}"
    assert modality(WORDING, code, len(lead), len(lead) + len(told) + 2) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("法人估云川公司今年营收10亿元。", "forecast"),
        ("法人评估后，云川公司今年营收10亿元。", "asserted"),
        ("市场预期云川公司今年营收10亿元。", "forecast"),
        ("云川公司看好今年营收成长50%。", "forecast"),
        ("云川公司今年营收或衰退5%。", "forecast"),
        ("云川公司今年营收恐衰退5%。", "forecast"),
        ("云川公司全年营收挑战10亿元。", "forecast"),
        ("云川公司面临挑战，今年营收10亿元。", "asserted"),
        ("云川公司营收上看10亿元。", "forecast"),
        ("从网上看，云川公司营收10亿元。", "asserted"),
        ("云川公司力求全年营收成长50%。", "planned"),
        ("云川公司今年资本支出规划10亿元。", "planned"),
        ("云川公司正进行新一轮10亿元融资。", "planned"),
        ("云川公司完成新一轮10亿元融资。", "asserted"),
    ],
)
def test_what_is_foreseen_however_it_is_called(text: str, expected: str) -> None:
    assert [claim.modality for claim in figures(text, {"云川公司": "Company"})] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云川公司接近达成协议，收购星海智能。", "planned"),
        ("云川公司达成协议，收购星海智能。", "asserted"),
        ("云川公司计划出资5亿美元，约合36亿元，收购星海智能。", "planned"),
        ("云川公司计划发债，用于收购星海智能。", "planned"),
        ("云川公司寻求批准，以收购星海智能。", "planned"),
        ("云川公司获得批准，收购星海智能。", "asserted"),
        ("云川公司宣布出资5亿美元，收购星海智能。", "asserted"),
        ("云川公司经过数月谈判，收购星海智能。", "asserted"),
        ("云川公司计划上市，收购了星海智能。", "asserted"),
        ("云川公司与多家公司讨论过，最终选择了收购星海智能。", "asserted"),
        ("云川公司有兴趣收购星海智能。", "hypothetical"),
        ("云川公司仍未决定是否收购星海智能。", "hypothetical"),
        ("云川公司计划外收购了星海智能。", "asserted"),
        ("云川公司计划外包并收购星海智能。", "planned"),
        ("云川公司暂无收购星海智能的计划。", "denied"),
        ("云川公司希望收购星海智能。", "planned"),
        ("外界希望云川公司收购星海智能。", "hypothetical"),
        ("新希望投资的云川公司收购星海智能。", "asserted"),
        ("林远威胁要指示云川公司收购星海智能。", "hypothetical"),
        ("股东敦促云川公司收购星海智能。", "hypothetical"),
        ("云川公司提出接管星海智能。", "planned"),
        ("云川公司还是会收购星海智能。", "planned"),
        ("云川公司气候承诺基金收购了星海智能。", "asserted"),
    ],
)
def test_a_deal_told_behind_a_plan_is_planned_with_it(text: str, expected: str) -> None:
    names = dict.fromkeys(("云川公司", "星海智能"), "Company")
    said = claims(text, names)
    assert [claim.modality for claim in said if claim.predicate == "acquires"] == [expected]


@pytest.mark.parametrize(
    ("text", "predicate", "expected"),
    [
        ("如果星海智能发布的海豚3开源，成本会下降。", "develops", "asserted"),
        ("如果星海智能发布海豚3，成本会下降。", "develops", "hypothetical"),
        ("星海智能打算把旗下产品——海豚3——整合成套餐。", "develops", "asserted"),
        ("星海智能打算推出海豚3。", "develops", "planned"),
        ("即使用海豚3，星海智能也算不过来。", "develops", None),
    ],
)
def test_what_is_made_or_owned_is_there_whatever_follows_from_it(
    text: str, predicate: str, expected: str | None
) -> None:
    said = claims(text, {"星海智能": "Company", "海豚3": "Model"})
    assert [claim.modality for claim in said if claim.predicate == predicate] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (f"{A}即使用{MODEL}", "asserted"),
        (f"{A}即使采用{MODEL}", "hypothetical"),
        (f"{A}即将采用{MODEL}", "planned"),
        (f"{A}即将自己的服务接入采用{MODEL}", "asserted"),
        (f"{A}已正式将总部迁往{B}", "asserted"),
        (f"{A}得以将服务接入{MODEL}", "asserted"),
        (f"{A}宣布将首席产品官林远晋升为{B}总裁", "asserted"),
        (f"{A}宣布将晋升为{B}的对手", "planned"),
        (f"{A}将先后收购而来的{B}", "asserted"),
        (f"{A}将先后收购{B}", "planned"),
        (f"{A}已准备支持{MODEL}", "asserted"),
        (f"{A}准备支持{MODEL}", "planned"),
        (f"{A}将旧的{MODEL}升级为{MODEL}", "asserted"),
        (f"{A}将在明年发布{MODEL}", "planned"),
        (f"{A}预计已采用{MODEL}", "asserted"),
        (f"{A}目标要采用{MODEL}", "planned"),
        (f"{A}期待将{MODEL}集成", "planned"),
        (f"{A}期待与{B}合作", "asserted"),
        (f"{A}警告员工不要使用{MODEL}", "denied"),
        (f"{A}或与{B}合作", "hypothetical"),
        (f"{A}据说收购了{B}", "hypothetical"),
        (f"{A}数据传给{B}使用", "asserted"),
        (f"{A}因{B}未能遵守规定而起诉{B}", "asserted"),
        (f"{A}未能起诉{B}", "denied"),
    ],
)
def test_words_that_only_look_like_a_plan_or_a_doubt(code: str, expected: str) -> None:
    assert modality(WORDING, code, 0, max(code.rindex(B), code.rfind(MODEL)) + 1) == expected
