"""Figures of something unnamed that a study, a survey or a market researcher found out, or of a trade as a whole."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..model import Mention
from .phrase_slots import ANY_FIGURE, ANY_NAME, CODE, WHEN, Slot
from .sayers import OWN, SAYERS, STUDY

_FIELD, _COUNTRY = CODE["Technology"], CODE["Place"]
# Houses whose trade it is to count and to foresee what others have.
_HOUSE = re.compile(
    r"(?i:gartner|idc|canalys|counterpoint|trendforce|omdia|statista|technavio|marketsandmarkets|imarc|forrester|sullivan"
    r"|questmobile|sensor ?tower|similarweb|cb insights|pitchbook|dealroom|mckinsey|dell'oro|yole|lightcounting|iea)"
    r"|高德纳|顾能|顧能|集邦|弗若斯特|沙利文|灼识|艾瑞|易观|洛图|群智|赛迪|麦肯锡|麥肯錫|波士顿咨询|贝恩|猎聘|智联招聘"
    r"|国际能源署|國際能源署|(?:咨询|諮詢|证券|證券|智库|智庫|研究[所院]|研究机构)\Z"
)
_FORESIGHT = re.compile(
    rf"(?:(?!财报|季报|年报|业绩|盈利)[^，。；：！？{ANY_NAME}{ANY_FIGURE}]){{0,16}}?"
    r"(?:数据|统计|报告|调[查研]|研究|预[测计估期]|估[计算]|认为|指出|表示|称|显示|发现|分析|给出|警告)"
)
# Banks and investors foresee, too, but say more of themselves.
_BANK = re.compile(
    r"高盛|摩根|大摩|小摩|瑞银|花旗|美银|美国银行|巴克莱|红杉|伯恩斯坦|野村|杰富瑞|富国银行|德意志银行|汇丰|普华永道|德勤|毕马威"
    r"|Goldman|Morgan|UBS|Citi|Barclays|Sequoia|Bernstein|Jefferies|Wedbush|a16z|Deloitte|PwC|KPMG"
)
_GUESS = re.compile(
    rf"(?:(?!财报|季报|年报|业绩|盈利)[^，。；：！？{ANY_NAME}{ANY_FIGURE}]){{0,10}}?(?:预[测估]|估[计算]|研报|研究报告|分析)"
)
# By whom a report of others is issued: 星海与远山联合发布的《报告》显示，岗位增加1.
_ISSUES = re.compile(
    rf"(?:[{WHEN}]|近[日期]|日前|今[日天]|此前|最新|正式|联合|共同|合作|[、和与及同]\s?[{SAYERS}]|\s)*(?:发布|推出|公布|撰写|编[写制]|出具|完成|开展)的"
    rf"(?:(?!财报|季报|年报|财务|业绩)[^，。；：！？{SAYERS}{ANY_FIGURE}]){{0,20}}?(?:{CODE['Report']}》?|报告|白皮书|蓝皮书|调[查研]|研究)"
    rf"[^，。；：！？{ANY_NAME}{ANY_FIGURE}]{{0,6}}?(?:发现|显示|指出|揭示|提[到及]|表明|认为|估计|预[测计估])(?![，：:]?{OWN})"
)
# Whose firm bears no name: 云川前高管林远创办了一家机器人公司，已融资1.
_NAMELESS = re.compile(
    rf"{CODE['Person']}[^。；：！？{ANY_NAME}{ANY_FIGURE}]{{0,16}}?(?:创[立办建]|成立|组建)了?(?:一[家个间]|自己的)[^，。；：！？{ANY_NAME}]{{0,16}}?"
    rf"(?:公司|企业|初创|新创|创企|实验室|工作室)[，,][^。；{ANY_NAME}]*$"
)
_STUDY = re.compile(r"(?:研究|报告|白皮书|蓝皮书|调[查研]|論文|论文|(?i:report|survey|study|paper))》?\Z")
# What leads back to somebody named before.
_BACK = re.compile(rf"该|其(?![中他次实余])|这[家款一]|上述|[他她它]|[，：:](?:[{WHEN}])?(?:公司|平台)|我们")
_NAMED_NEXT = re.compile(rf"[^，。；：！？{ANY_NAME}{ANY_FIGURE}]{{0,14}}[{ANY_NAME}]")
# A report goes on about others than who made it: 报告还指出，网络犯罪增加1.
_REPORTED = re.compile(
    rf"(?:[^，。；：！？{ANY_NAME}{ANY_FIGURE}]{{0,8}}，)?(?:(?!财报|季报|年报|财务|业绩)[^，。；：！？{ANY_NAME}{ANY_FIGURE}]){{0,10}}(?:研究|报告|调[查研]|白皮书|民调|问卷)(?:(?!财|业绩)[^，。；：！？{ANY_NAME}{ANY_FIGURE}]){{0,6}}?"
    r"(?:发现|显示|指出|揭示|提[到及]|表明|认为|估计|预[测计估])"
)
# What a market or a trade as a whole has: 预计抵押市场将增长1; not what a firm sells abroad.
_TRADE = re.compile(
    rf"(?:^|[，。；：])(?:[但而且并和与]|然而|不过|尽管|虽然|随着|同时|预[计测]|估计|其中|[到在至从自由]|[{WHEN}]|之?[前后间]|期间|此|全球|整个|该|这一)*"
    rf"(?!海外|国际|国内|海内外|本土|区域|地区|各|新|其他|主要|核心|企业|公司)[^，。；：、的其了向入占低高个{ANY_NAME}{ANY_FIGURE}]{{0,12}}?(?:市场|行业|产业)"
    rf"(?:规模|总额|支出|产值)?(?:(?:同比|环比|年|复合|大幅|整体)*(?:将|会|有望|预计|在|[{WHEN}]|已|仍|也|则|增|下[降滑跌]|上[升涨]|萎缩|缩|达|为|约))"
    rf"(?:(?!公司|其(?!中)|该(?!市场)|我们|自身)[^。；{ANY_NAME}])*$"
)


def is_researcher(code: str, at: int, slot: Slot) -> bool:
    """Tell whether the name at *at* is that of who only tells what is counted or foreseen of others."""
    if slot.code not in SAYERS:
        return False
    if _ISSUES.match(code, at + 1):
        return True
    if _FORESIGHT.match(code, at + 1) and all(_HOUSE.search(mention.text) for mention in slot.mentions):
        return True
    return bool(_GUESS.match(code, at + 1)) and all(_BANK.search(mention.text) for mention in slot.mentions)


def of_others(code: str, position: int, slots: Mapping[int, Slot]) -> bool:
    """Tell whether a figure is of something unnamed that the only name before it found out: 星海统计，网络犯罪增加1."""
    named = [(at, slot) for at, slot in slots.items() if at < position and slot.mentions]
    if _NAMED_NEXT.match(code, position + 1):
        return False
    if _NAMELESS.search(code, 0, position):
        return True
    if not named or any(slot.mentions[0].entity != named[0][1].mentions[0].entity for _, slot in named):
        return False
    at = named[-1][0]
    tells = is_researcher(code, at, named[-1][1]) or (code[at] in SAYERS and STUDY.match(code, at + 1, position))
    return bool(tells) and _BACK.search(code, at, position) is None


def is_study(mention: Mention) -> bool:
    """Tell whether a name is that of a report, which has no rate of its own as an index has."""
    return mention.type == "Report" and _STUDY.search(mention.text) is not None


def fields_of_trade(code: str, position: int) -> str | None:
    """Return codes of what may have a figure of a market as a whole, a field or a country; ``None`` if it is none."""
    found = _TRADE.search(code, 0, position)
    if found is None:
        return None
    return _FIELD if "全球" in found[0] else _FIELD + _COUNTRY


def is_reported(code: str, position: int) -> bool:
    """Tell whether a figure is told from a report that names nobody: it is of no firm that was named before."""
    found = _REPORTED.match(code, 0, position)
    return found is not None and _BACK.search(code, found.end(), position) is None
