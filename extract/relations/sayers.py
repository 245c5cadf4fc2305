"""Names that only tell a figure: whose statistics it is from, which broker sets a target price."""

from __future__ import annotations

import re

from ..model import Mention
from .phrase_slots import ANY_FIGURE, ANY_NAME, CODE, MONEY, WHEN, Slot

SAYERS = "".join(CODE[name] for name in ("Company", "Organization", "Government"))
_WORDS = rf"[^，。；：{ANY_NAME}{ANY_FIGURE}]"
_WORLD = "(?:全球|全世界|世界|我国|全国|国内)"
# Of what there is in the world, not what a firm has there: 全球半导体收入, but not 全球总收入 nor 全球业务收入.
_KIND = (
    r"(?!累计|年度|季度|单季|总|净|范围|各地|业务|营收|收入)"
    rf"(?:(?!业务|客户|(?<!最终)用户|员工|公司)[^，。；：的{ANY_NAME}{ANY_FIGURE}{WHEN}]){{2,14}}?"
)
_AT_ONCE = rf"[，：:]?(?:到|截?至|在|预计|[{WHEN}]|，)*"
_REST = rf"(?:(?!公司|我们|自身)[^。；{ANY_NAME}])*$"
_COUNTED = re.compile(  # statistics of anything, and what anybody says of a market
    rf"(?:[{SAYERS}]{_WORDS}{{0,8}}?(?:数据|统计|报告|调查|预测|预估|估计)|据[^，。；：]{{0,6}}[{SAYERS}]){_WORDS}{{0,8}}{_AT_ONCE}{_WORLD}{_KIND}"
    rf"(?:出货|销量|销售|市场|规模|收入|营收|支出|产业|需求|用电|产量|产值|投资|装机){_REST}"
    rf"|(?:[{SAYERS}](?:{_WORDS}{{0,4}}{CODE['Person']})?|{CODE['Report']}[^，。；]{{0,2}}[，,]){_WORDS}{{0,10}}?(?:显示|预计|预测|预估|估计|统计|指出|表示|认为|称){_AT_ONCE}(?:{_WORLD}{_KIND}(?:市场规模|出货量|产业规模|企业数量)"
    rf"|(?!公司|其|潜在|可触达|目标){_KIND}市场(?:总)?规模){_REST}"
    rf"|^(?:[{WHEN}]|今[日天]|昨[日天])?(?:[台港美陆日韩A]股|大盘|沪指|深成指|创业板指?|[三四]大指数)[^，。；{ANY_NAME}]*(?:，[^，。；{ANY_NAME}]*)?$"
)
_FIRMS = "(?:业者|厂商?|公司|企业|组织|机构|制造商|车企|银行|商家|巨头|实验室|玩家)"
_GROUP = re.compile(
    rf"(?:(?<!的)(?:(?:前(?:[一二三四五六七八九十两]+|\d{{1,3}})|[{ANY_FIGURE}])大|前[{ANY_FIGURE}]大?|各大|头部|多家|所有|超大规模)[^，。；：{ANY_NAME}]{{1,12}}?{_FIRMS}"
    rf"|(?<![助让使为令给对向了])(?:有些|一些|许多|很多|不少|大?多数|大部分|某些)[^，。；：{ANY_NAME}]{{0,12}}?{_FIRMS}"
    rf"|(?:采用|使用|实施|部署)了?[^，。；：{ANY_NAME}]{{1,16}}的{_FIRMS})"
    rf"(?!的?(?:客户|股东|合作|投资))(?:[^，。；：{ANY_NAME}]|，已经?|{CODE['Place']}){{0,14}}$"
    rf"|(?:^|[，。；：])[而但且]?(?:其他|其余)(?:模型|产品|芯片|机型|品牌|{_FIRMS})[^，。；：{ANY_NAME}]{{0,14}}(?:，[^，。；：{ANY_NAME}]{{0,10}})?$"
    rf"|受访(?:者|企业|公司|人)(?:[^，。；{ANY_NAME}]{{0,4}}(?:表示|认为|称)，)?[^，。；{ANY_NAME}]{{0,30}}$"
    r"|(?:市[场面]上|业内|行业[内中里])(?:[已共还就只仅]|目前|大约)*有(?:约|近|超过?|逾)*$"  # 市场上有20多家芯片公司
)
_REACH = 40
_FORESEES = re.compile(rf"(?:集团|证券|银行)?(?:则|也|亦|仍)?料\s?[{ANY_NAME}]")  # 大摩料云川营收达1
_DATA = re.compile(rf"(?:(?!财|业绩){_WORDS}){{0,4}}?(?:数据(?:显示)?|统计(?:显示)?|报告显示|调查显示)[，：:]")
_TARGET = re.compile(
    rf"(?:集团|证券|银行|(?:的?分析师)[^，。；]{{0,8}}|则|也|都|均|已|还|分别|相继|先后|纷纷|近日|日前|今日|[{WHEN}]|在{_WORDS}{{0,12}}报告?中)*"
    rf"(?:将|把|维持|给予|予|重申|上调|下调|调高|调低|对|首次|给出|设定)"
    rf"{_WORDS}{{0,12}}[{ANY_NAME}]?[^。；{ANY_NAME}]{{0,40}}目标价"
)
# Who foresees anew what another firm will earn: 远山将云川2025年净利润预测上调1; not of a firm its own 指引.
_REVISES = re.compile(
    rf"(?:集团|证券|银行|[则也已]|近日|日前|今日|[{WHEN}]){{0,4}}(?:将|把|对){_WORDS}{{0,4}}{CODE['Company']}(?:的?[{WHEN}]|[、和与及的])*"
    rf"{_WORDS}{{0,12}}(?:预[测期估]|估计|预估值)(?:分别)?(?:[上下][调修]|调[高低升降])"
)

# Who sets what another is worth: 远山资本对星海智能估值为1, 云川公司投资了星海智能，对其估值为1.
_APPRAISES = re.compile(
    rf"(?:{_WORDS}{{0,8}}(?:[对给]|(?<![成作])为)(?:[其它他]|该公司|[{ANY_NAME}])(?:公司)?{_WORDS}{{0,6}}"
    rf"|[^。；]*[{ANY_NAME}][^。；]*[，,][并且也则]?对其{_WORDS}{{0,4}})估值"
)
# Who only backs a firm without a name: Y孵化的新公司，种子轮就拿到1.
_BACKS = re.compile(
    rf"(?:孵化|支持|投资|领投|资助|扶持|押注)过?的{_WORDS}{{0,12}}(?:公司|企业|创企|初创|独角兽|项目|团队)(?![^，。；]{{0,2}}[{ANY_NAME}])"
)
# The site on which somebody tells a figure: 林远在云川上表示，…达到1.
_ON_SITE = re.compile(
    r"(?:平台|网站|官网|社区|论坛)?上(?:的(?:网友|用户|帖子|消息|爆料|讨论))?(?:公开|随后|也|还|就此)?(?:发[文帖布推]|报告称|表示|写道|说道?|称|透露|宣布|回应|补充|解释|评论|指出)"
)
_ON = re.compile(rf"[在于]{_WORDS}{{0,12}}$")
# Who put money into something unnamed that is told of next: 云川领投了一个手环品牌，其收入为1.
_PUT_INTO = re.compile(
    rf"[^，。；：{ANY_NAME}]{{0,8}}(?:领投|参投|跟投|投资|入股|收购|买下|并购)了?(?:一[个家款]|某[个家]?)"
    rf"[^，。；：{SAYERS}]{{1,20}}[，,][^。；]*$"
)
# Who buys of the one told of before what is then said to be worth so much: 云川以1收购其2股份，公司估值达3.
_BUYS_OF_IT = re.compile(
    rf"[^，。；：{ANY_NAME}]{{0,10}}(?:收购|买下|入股|认购|投资)了?其[^，。；：{ANY_NAME}]{{0,10}}[，,](?:使|令|对)?(?:公司|其)的?{_WORDS}{{0,4}}估值"
)
# A medium that tells what is so: 《云川日报》报道称.
_MEDIUM = re.compile(
    r"(?:[日时時晚早邮郵周週讯訊察][报報刊]|新[闻聞]社?|经济报道|杂志|雜誌|[电電][视視]台|(?:[通新][讯訊华華]|财联|财新|路透|彭博|韩联|共同|法新|美联)社"
    r"|路透|彭博|财新|虎嗅|界面|(?:新浪|腾讯|网易|搜狐|凤凰)(?:科技|财经)|PYMNTS|智能涌现|硅星人|钛媒体|36氪|量子位|机器之心|新智元|智东西|晚点|LatePost|投中网|投资界|IT之家|第一财经"
    r"|CNN|CNBC|BBC|Bloomberg|Reuters|The Information|The Verge|TechCrunch|Axios|Business Insider|福布斯|Forbes)\Z"
)
_TELLS = re.compile(
    rf"(?:网|App|客户端)?[》」”]?[^，。；：！？{ANY_NAME}]{{0,10}}(?:报[道导]|報[道導]|消息|援引|指出|[写寫]道|表示|披露|透露|爆料|[认認]为|称|稱|获悉|獲悉|[了瞭]解到)"
)
# What anybody found out about others: 星海智能的一项研究发现，…; not 星海智能的报告显示，其…
OWN = rf"(?:[{WHEN}]|截至[{WHEN}]|目前)?(?:其|该?公司|本?集团|我们|自身|自己)"
STUDY = re.compile(
    rf"(?:(?!财报|季报|年报|财务|业绩)[^，。；：！？{ANY_NAME}{ANY_FIGURE}]){{0,16}}?(?:研究|报告|调[查研]|白皮书|民调|问卷)[^，。；：！？{ANY_NAME}{ANY_FIGURE}]{{0,6}}?"
    rf"(?:发现|显示|指出|揭示|表明|认为|估计|预[测计估])(?![，：:]?(?:{OWN}|[{ANY_NAME}]))"
)
# Whom something is told after: 据星海智能的统计，…
_AFTER = re.compile(r"(?:根?据|按照?|依据|援引|引述|引用)[^，。；：！？]{0,6}$")
_SOURCE = re.compile(
    rf"(?:(?!财报|季报|年报|财务|业绩|招股|公告)[^，。；：！？{ANY_NAME}]){{0,14}}?"
    rf"(?:数据|统计|报[告道]|文件|消息|估[计算]|预[测计估]|分析|研究|调[查研]|帖子|榜单?|排名|监测|测算)[^，。；：！？{ANY_NAME}]{{0,4}}[，,：:](?!{OWN})"
)

_VENUE = re.compile(
    rf"(?:登[陆录]|冲刺|闯关|转战)(?:了|上)?[{ANY_NAME}](?=[，,])"
    rf"|(?:在|于|赴|到)[{ANY_NAME}](?:主板|创业板)?(?:正式|成功|的|盘[前后]|早盘)?(?:上市|挂牌|敲钟|IPO|交易)"
    rf"|{CODE['Company']}(?:公司)?{CODE['Organization']}(?:主板|创业板)?(?:上市|挂牌|敲钟)"
    rf"|(?:通过|获|经|向)[{ANY_NAME}](?:的|主板)?(?:上市)?(?:聆讯|批准|审核|递[表交])"
    rf"|(?:纳入|加入|调[入出]|剔[除出])(?:[{ANY_NAME}](?:指数)?的?成[份分]股|{CODE['Report']}[，,])"  # an index
)


_DATED = r"\s?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:综合|专)?"
# From where a message is sent: （台北20日电）, 【新加坡讯】, 林远／台北报导.
_SENT = re.compile(rf"{_DATED}(?:[电讯][(（)）】\]／/|\s—–-]|报[道导])")
# By whom it is sent: 新浪科技讯 8月5日消息，…, 中央社台北20日电）, 路透10月14日 - ….
_SENDS = re.compile(
    rf"》?\s?(?:[\u4e00-\u9fff]{{2,4}})?{_DATED}(?:讯(?![飞息号问])|电(?=[(（)）】\]／/|，,：:\s—–-]))"
    r"|\s?\d{1,2}月\d{1,2}日(?:[电讯]?\s?[-—–―－](?!\s?\d)|电(?![话脑动池商子力影视竞网信]))"
)
_OPENS = re.compile(r"(?:^|[\n（(【\[])\s?《?\Z")

# A ranking by a medium: 《财富》世界500强.
_RANKS = re.compile(r"[》”]?(?:杂志)?(?:世界|全球|中国|美国)?[ ]?\d{2,4}[ ]?强")


def is_aside(folded: str, mention: Mention) -> bool:
    """Tell whether a name has no part in what a text tells: whence or by whom it is sent, or whose ranking is named."""
    start, end = mention.span.start, mention.span.end
    if mention.type == "Place":
        return _SENT.match(folded, end) is not None
    if mention.type != "Organization":
        return False
    sends = _SENDS.match(folded, end) is not None and _OPENS.search(folded, max(0, start - 3), start) is not None
    return sends or _RANKS.match(folded, end) is not None


# Whose former officer somebody is, who has another firm now: 云川前高管林远创业，融资1; 云川前CTO的公司融资1.
_LEFT_BY = re.compile(
    rf"\s?(?:公司|集团)?的?(?<!之)前(?!十)(?:[^，。；：{ANY_NAME}{ANY_FIGURE}]{{0,10}}{CODE['Person']}"
    rf"|(?:[Cc][A-Z]O|首席|高管|员工|总裁|副总裁|研究员|工程师)[^，。；：{ANY_NAME}{ANY_FIGURE}]{{0,8}}?(?:公司|企业|初创|新创|创企))"
)


def of_the_world(code: str, position: int) -> bool:
    """Tell whether a figure is of a market at large, and the only name before it that of who says so."""
    return _COUNTED.search(code, 0, position) is not None


def of_a_group(code: str, position: int) -> bool:
    """Tell whether a figure is of several firms at once, none of them named: 前十大代工厂营收合计1."""
    return _GROUP.search(code, max(0, position - _REACH), position) is not None


def is_venue(code: str, at: int) -> bool:
    """Tell whether the name at *at* is the exchange on which another is listed or traded, or an index it is in."""
    return any(at < found.end() and found.start() < at for found in _VENUE.finditer(code, max(0, at - 3), at + 10))


def only_tells(code: str, at: int, position: int) -> bool:
    """Tell whether the name at *at* only tells the figure at *position*: 星海数据显示，…为1; 星海将其目标价上调至1."""
    if _ON_SITE.match(code, at + 1, position) and _ON.search(code, max(0, at - 14), at):
        return True
    if is_venue(code, at):
        return True
    if code[at] not in SAYERS:
        return False
    if _PUT_INTO.match(code, at + 1, position):
        return True
    if code[position] == MONEY and _TARGET.match(code, at + 1, min(len(code), position + 6)):
        return True
    if code[position] == MONEY and any(each.match(code, at + 1, position) for each in (_APPRAISES, _BUYS_OF_IT)):
        return True
    if any(each.match(code, at + 1, position) for each in (_BACKS, _LEFT_BY, _REVISES)):
        return True
    if _DATA.match(code, at + 1, position) or _FORESEES.match(code, at + 1):
        return True
    if STUDY.match(code, at + 1, position):
        return True
    return bool(_SOURCE.match(code, at + 1, position) and _AFTER.search(code, max(0, at - 10), at))


def is_medium(code: str, at: int, slot: Slot) -> bool:
    """Tell whether the name at *at* is that of a medium which only tells what is so."""
    tells = slot.code in SAYERS and _TELLS.match(code, at + 1)
    return bool(tells) and all(map(is_paper, slot.mentions))


def is_paper(mention: Mention) -> bool:
    """Tell whether a name is that of a paper, an agency or the like."""
    return _MEDIUM.search(mention.text) is not None
