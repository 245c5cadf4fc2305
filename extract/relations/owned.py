"""Whose a figure is by the grammar alone: A在三月的1, A（1参数）, A以1的份额, 低于B的1."""

from __future__ import annotations

import re

from .dealing import alike
from .patterns import family_set
from .rules import ranks
from .scene import ANY_FIGURE, ANY_NAME, CODE, MONEY, OTHER, PERCENT, TIMES, WHEN, Scene
from .taken import USED

_REACH = 16
_FUNDED_FAR = 40
_YARD = 24  # at most so far before a figure stands whom it is told by
_SHARED = 12  # and a share by a rival or by the whole
_USED_FAR = 24  # characters before a name within which a verb says that it is used
_AS_BASE = re.compile(r"(?:模型)?[为作]\s?(?:基础|底座|基座|蓝本|骨干)")  # 以海豚3为基础
_BESIDE = re.compile(rf"[{ANY_NAME}](?:公司)?的?$")  # a name right before the cue: 云川估值1
_ORG = family_set("org")
_OWNED = re.compile(
    rf"(?<![得获向给对由从自被为以与和跟同比受])(?P<name>[{ANY_NAME}])(?:[在于]?[{WHEN}](?:完成|进行|宣布)?)+的(?:约|近|超过?|逾|高达)?$"
)

# In brackets right behind a name: 海豚3（70亿参数）.
_BRACKETED = re.compile(rf"(?P<name>[{ANY_NAME}])\s?[（(](?:约|近|超过?|共|总)?$")

# With which share a name comes first: 云川以1的份额位居市场第一.
_HAVING = re.compile(rf"(?P<name>[{ANY_NAME}])(?:则|仍|继续|目前|[{WHEN}])?以(?:约|近|超过?)?$")

# Whose figure a figure is compared with, and with what a thing is compared by a share: 达到海豚2的80%.
_RIVAL = re.compile(
    rf"(?:[高低优强快慢少多差大小]于|[超越]过|超越|远超|不及|不如|落后于?|领先于?|[仅只]?次于)(?:{_ORG}\s?)?"
    rf"(?:[{ANY_NAME}]的(?:约|近|超过?)?[{ANY_FIGURE}](?:[、和与及]|以及)(?:{_ORG}\s?)?){{0,4}}(?P<name>[{ANY_NAME}])的(?:约|近|超过?)?$"
)
# What a figure without a metric is compared with, of the same name: 毛利率为1，略低于一年前的2.
_AGAINST = re.compile(
    rf"(?:左右|以上|多)?[，,（(]?(?:但|而|却|也|仍|还|均|略微?|稍|远远?|明显|显著|大幅)*(?:[高低多少大小快慢好差优]于|超[过出]|不及|不如)"
    rf"[^，。；：！？{ANY_NAME}{ANY_FIGURE}]{{0,14}}的(?:约|近|\s)*"
)
_YARDSTICK = re.compile(
    rf"(?:达到?了?|相当于|仅为|仅是|只有|约为|约是|不到|接近|不足)(?:约|近|当前|[{ANY_NAME}]的?)?[{ANY_NAME}]的(?:约|近|超过?)?$"
)
# Of whom a part is told that another one makes up: 云川软件收入1，占云川公司收入的2.
_WHOLE = re.compile(
    rf"[{ANY_NAME}](?:[^，。；{ANY_NAME}{WHEN}]{{0,10}}|[^。；{ANY_NAME}]{{0,24}}，)占(?:据|到|了)?(?P<name>(?!{CODE['Place']})[{ANY_NAME}])"
    rf"[^，。；{ANY_NAME}{ANY_FIGURE}]{{0,8}}?(?:的(?:约|近|超过?)?)?$"
)
# What a figure is so many times as much as: 约为云川的10倍, 云川估值（5）的6倍; 领先云川20倍.
_MULTIPLE = re.compile(
    rf"(?:(?:(?![是为达增超有至])[^，。；：！？、的{ANY_NAME}{ANY_FIGURE}]){{0,10}}(?:[（(][^（）()]{{0,8}}[）)])?的|(?P<straight>))"
    rf"(?:约|近|超过?|逾|\s)*{TIMES}(?:多|左右|以上|之多)?(?:[，。；：、！？,;）)]|$)"
)
_AHEAD_OF = re.compile(r"(?:领先|落后|高出|超[过越出]?|多于|快于|高于|低于)(?:了|于)?$")
_LEVEL = re.compile("(?:达到|媲美|接近|比肩|堪比|逼近)了?$")  # 性能达到海豚2级别，支持1
# Where somebody has something is not who has it: 在云川上拥有3万粉丝, 在云川平台获得1100颗星.
_WHERE_HAD = re.compile(
    r"\s?(?:(?:平台|社区|网站|频道|视频)上?|上)的?[，,]?(?:[已共便就仅还也]|目前|累计|总共|已经)*(?:拥有|[具坐]有|有|被|获|收获|斩获|积累|吸引|收到|超[过越])"
)
# Whose customers or suppliers have something, is not who has it: 云川主要客户的支出增长1. Nor has a field what a
# firm's line of business has: 生成式AI业务收入1.
_KIN = re.compile(
    r"(?:公司|集团)?的?(?:最?大|主要|重要|核心|多[家个]|许多|其他|部分|一些|企业|个人|云|服务|芯片|竞争){0,3}(?:供[应货]商|服务商|经销商|客户|对手|竞争者)们?"
    r"(?:的|[每在对])(?!满意|数量|总数|总量|人数|流失|认可|反馈|关系)"
)
_LINE = re.compile(r"(?:相关)?(?:整体)?(?:解决方案|业务|板块|部门|事业部|产品线)的?(?!市场|行业|需求|公司)")
# With whom somebody works is not of whom a next clause tells: 与云川合作，服务1用户.
_DEAL = re.compile("合作|签约|联手|协议")
_PARTNERS = re.compile(
    rf"(?:与|和(?!平)|同(?![时日样年期比一类行步])|跟|携手|联合(?![创国]))[^，。；：！？{ANY_FIGURE}]{{0,30}}$"
)
_TOGETHER = re.compile(
    rf"(?:[^，。；：！？{ANY_FIGURE}]|[{ANY_FIGURE}](?=[余多]?[家个所名])){{0,30}}?(?:合作|签约|联手|合作关系|协议)了?[，,]"
)
# Of whom a share is held, bought or sold: 收购云川49%的股份, 将其持有的云川股份削减了13%.
_SHARES = "(?:股份|股权|股票|所有权|权益|持股)"
_HOLDS = re.compile(
    "(?:收购|买下|买进|购入|购买|持有|拥有|入股|投资|出售|卖出|减持|增持|抛售|获得?|取得|占|转让|认购)(?:了|过|其|将)?"
    rf"[^，。；：！？、{ANY_NAME}{ANY_FIGURE}]{{0,16}}$"
)
_HELD = re.compile(
    rf"(?:公司)?的?(?:约|近|超过?|逾|至少|\s)*{PERCENT}(?:以上)?的?[^，。；{ANY_NAME}{ANY_FIGURE}]{{0,4}}{_SHARES}"
    rf"|的?{_SHARES}[^，。；{ANY_NAME}{ANY_FIGURE}]{{0,8}}(?:削减|减少|减持|增加|增持|提高)[了至到约近]*{PERCENT}"
)
# Whom a rank is told by: 拉下云川，冲上全球第四, 继云川之后的第三, 云川的第四大股东, 云川阵营的第五.
_OVERTAKEN = re.compile(r"(?:拉下|[超赶反][越超过]|击败|打败|力压|取代|挤下|领先|落后于?|次于|(?<![承相持接])继)了?$")
_RANKED_BY = re.compile(
    rf"(?:公司)?的{OTHER}大?(?:个人|机构|单一)?(?:股东|客户|供应商|投资[者方人]|买家|用户|持有者|债权人|合作伙伴|贸易伙伴)"
    rf"|阵营的?{OTHER}"
)

# Among what something is so far ahead: 海豚3在所有小海服务器的流量中保持第一.
_AMONG = re.compile(rf"(?<!现)[在于][^，。；：！？{ANY_NAME}{ANY_FIGURE}]{{0,6}}$")
_IN_IT = re.compile(
    rf"[^，。；：！？{ANY_NAME}{ANY_FIGURE}]{{1,12}}[中里内上](?![心国央方市升涨])[^，。；：！？{ANY_NAME}{ANY_FIGURE}]{{0,10}}$"
)

# Whom a name is only told by, 星海智能的供应商云川公司营收1, where it is listed, 云川递表港交所，募资1, and where
# something is built: 投资1在云川打造园区.
_TOLD_BY = re.compile(
    rf"[{ANY_NAME}](?=(?:公司)?的?(?:最?大|主要|重要|核心|关键|长期|早期|首[批家]|首席|多年|昔日|直接|战略|独家|控股|竞争|潜在|合作|[老宿劲])*"
    rf"(?:[子母]公司|对手|竞争者|敌|供[应货]商|代工[厂商]|承包(?:商|公司)|外包(?:商|公司)|客户|投资[者方人]|股东|金主|伙伴|盟友)\s?{_ORG})"
    rf"|(?<=递表|交表|冲刺|登陆|登录|挂牌|闯关){CODE['Organization']}|{CODE['Organization']}(?=(?:主板)?(?:上市|挂牌|敲钟|IPO))"
    rf"|(?<=[{MONEY}][在于赴]){CODE['Place']}(?=[^，。；：{ANY_NAME}]{{0,4}}(?:打造|兴?建|建[设造立]|设[厂立]|投[资建]|成立|开设|部署))"
)

# Whom a figure describes that stands right before it: 投资估值1的云川公司, 比1参数的海豚2, 估值1、员工2的云川公司. Not
# 占1的云川市场.
_DESCRIBES = re.compile(
    rf"(?:[、和，][{WHEN}]?[^，。；：的{ANY_NAME}{ANY_FIGURE}]{{0,6}}[{ANY_FIGURE}])?(?:多|余|以上|左右)?"
    r"(?:[（(][^（）()]{0,16}[）)])?(?:多?[名位个人])?(?:全职)?(?:员工|用户|参数(?:量|规模)?)?的"
    rf"{CODE['Place']}?(?:[^，。；：的{ANY_NAME}{ANY_FIGURE}]{{0,10}}?(?:公司|企业|巨头|初创|新创|独角兽|品牌|平台|模型|应用|厂商|集团|龙头)(?:产品)?"
    rf"(?:，(?:内部)?(?:名为|[命取]名为?|名叫|[被]?称为|代号为?))?)?"
    rf"(?:[{ANY_NAME}](?:公司)?的?(?:最?大|主要)?(?:竞争)?(?:对手|供应商))?{CODE['Place']}?(?P<name>[{ANY_NAME}])"
    r"(?!的|公司的|竞争|对手|前|创始|联合|[Cc][A-Z]O|首席|高管|员工|股|概念|供应|客户|投资[者方人]|合作[伙方]|旗下|市场|领域|业务|份额|收入|营收|销售|芯片|服务|基金|计划|项目|合同|订单|贷款|补贴|产品|技术|价)"
)

# Whose age it is: 37岁的林远, 28岁华人创始人林远, 49岁的云川公司首席执行官林远; 林远（57岁）, 林远今年57岁.
_PERSON = CODE["Person"]
_AGED = re.compile(
    rf"(?!以[上下内]|[左上]右|及以|前|后|时)的?(?:[^，。；：！？、{ANY_NAME}{ANY_FIGURE}]{{0,10}}{_ORG})?"
    rf"[^，。；：！？、的{ANY_NAME}{ANY_FIGURE}]{{0,12}}(?P<name>{_PERSON})"
)
_AGES = re.compile(
    rf"(?P<name>{_PERSON})(?:先生|女士|博士|教授)?\s?[（(，,]?(?:[今现时]年|年[仅满]|刚满|刚|已|才|{WHEN})*(?:约|近|\s)*$"
)

# And at which age he did something: 林远33岁成为教授，44岁创办云川公司.
_AT_AGE = re.compile(
    "(?:时|那年|就|便|才|即|[，,])*(?:成为|加[入盟]|进入|创[办立建]|当选|获得?|考[入上]|开始|[出担]任|毕业|辍学|离开|移民|来到|卖[掉出])"
)
_WHO = re.compile(rf"(?P<name>{_PERSON})[^。；：！？“{_PERSON}]{{0,36}}$")
_FAR = 40

# Whose what is measured is, at the start of a clause: 但云川的机房成本(增长1). Not what its customers have.
_ITS = re.compile(
    rf"(?:^|[，。；：,;])(?:[但而且]|其中|同时|此外|[{WHEN}])*(?:[{ANY_NAME}]的?)*(?P<name>[{ANY_NAME}])(?:公司)?的"
    rf"(?:(?!对手|供应商|客户|伙伴|竞争|投资者|股东)[^，。；：,;{ANY_NAME}{ANY_FIGURE}]){{1,14}}$"
)


# What so many use: 超过1家企业使用海豚3.
_THEY_USE = re.compile(
    rf"(?:多|余)?[名位家个]?[^，。；{ANY_NAME}{ANY_FIGURE}]{{0,10}}?(?:正?在)?(?:(?:使用|在用)[了过着]?(?P<name>[{ANY_NAME}])"
    rf"|在(?P<there>[{ANY_NAME}])[™®]?(?:平台)?上(?:构建|开发|创建|部署|编写))"
)
# What a sum is put into that is told of right before: 云川推动海豚计划，总投资额达1.
_PROJECT = re.compile(
    rf"(?P<name>[{ANY_NAME}])[^，。；{ANY_NAME}]{{0,4}}(?:计划|项目|工程)[^，。；{ANY_NAME}{ANY_FIGURE}]{{0,8}}，(?:项目|计划|工程)?(?:预计)?总?投资"
    rf"(?:总额|额|规模|金额)?[^，。；{ANY_NAME}{ANY_FIGURE}]{{0,6}}$"
    rf"|(?:名为|名叫|代号为?|[被]?称为)[「『“]?(?P<called>[{ANY_NAME}])[」』”]?的(?:约|近|逾|高达)*$"
)


def in_use(code: str, position: int) -> int | None:
    """Return where the name stands of what so many are said to use, or to build upon: 超过1家企业使用海豚3."""
    found = _THEY_USE.match(code, position + 1)
    return max(found.start("name"), found.start("there")) if found else None


def funded(code: str, position: int) -> int | None:
    """Return where the name stands of a project that a sum is put into: 海豚计划，总投资额达1; 名为海豚的1投资计划."""
    found = _PROJECT.search(code, max(0, position - _FUNDED_FAR), position)
    return max(found.start("name"), found.start("called")) if found else None


def aged(code: str, position: int) -> int | None:
    """Return where the person stands that an age is said of right beside it: 37岁的林远, 林远（57岁）."""
    found = _AGED.match(code, position + 1)
    if found is None and not code.startswith("生日", position + 1):
        found = _AGES.search(code, max(0, position - _REACH), position)
    if found is None and _AT_AGE.match(code, position + 1):
        found = _WHO.search(code, max(0, position - _FAR), position)
    return found.start("name") if found else None


def possessor(code: str, start: int, classes: str) -> int | None:
    """Return where the name stands whose the thing is that a cue at *start* says to change: 但云川的机房成本增长1."""
    found = _ITS.search(code, max(0, start - 24), start)
    return found.start("name") if found and found["name"] in ranks(classes) else None


def described(code: str, position: int, start: int, classes: str) -> int | None:
    """
    Return where the name stands that a figure is said of before it: 投资估值1的云川公司.

    Args:
        code: The sentence in codes.
        position: Where the figure stands.
        start: Where its cue stands, if that is before it; else the figure's own place.
        classes: Codes of the classes that the metric is about.
    """
    found = _DESCRIBES.match(code, position + 1)
    if found is None or found["name"] not in ranks(classes) or found["name"] == CODE["Place"]:
        return None
    return None if _BESIDE.search(code, max(0, start - 3), start) else found.start("name")


def owner(code: str, position: int, classes: str) -> int | None:
    """
    Return where the name stands whose figure it is: A在三月的1 is A's, but not 对A的1, nor that of 获得A的1.

    So is what stands in brackets right behind a name: A（1参数）.

    Args:
        code: The sentence in codes.
        position: Where the figure stands.
        classes: Codes of the classes that the metric is about.
    """
    start = max(0, position - _REACH)
    found = _OWNED.search(code, start, position) or _BRACKETED.search(code, start, position)
    if found is None and code[position] == PERCENT:
        found = _HAVING.search(code, start, position)
    return found.start("name") if found and found["name"] in ranks(classes) else None


def rival(raw: Scene, position: int) -> int | None:
    """Return where the name stands whose figure another one is compared with: A的错误率为2%，低于B的3%."""
    found = _RIVAL.search(raw.code, max(0, position - _REACH), position)
    if found is None or not any(at < found.start() and alike(raw.slots[at], raw.slots[position]) for at in raw.slots):
        return None
    return found.start("name")


def base_of(raw: Scene, position: int) -> int:
    """Return where the figure stands that one is compared with, which is of the same name; else the one's own place."""
    alike = [at for at in raw.slots if at < position and raw.code[at] == raw.code[position]]
    return alike[-1] if alike and _AGAINST.fullmatch(raw.code, alike[-1] + 1, position) else position


def told_by(code: str) -> set[int]:
    """Return where names stand that only say who another is, or where: the first of 星海智能的供应商云川公司."""
    return {found.start() for found in _TOLD_BY.finditer(code)}


def is_of_kin(code: str, at: int) -> bool:
    """Tell whether what follows the name at *at* has only to do with it: its customers, or a firm's line of it."""
    return (_LINE if code[at] == CODE["Technology"] else _KIN).match(code, at + 1) is not None


def is_partner(code: str, at: int, position: int) -> bool:
    """Tell whether the name at *at* is only that of whom another one works with, of whom the figure tells next."""
    if _DEAL.search(code, at + 1, min(position, at + 34)) is None:
        return False
    told = _TOGETHER.match(code, at + 1, position)
    return told is not None and _PARTNERS.search(code, max(0, at - 34), at) is not None


def is_base(code: str, at: int) -> bool:
    """Tell whether the name at *at* is only that of what something is built on: 该产品基于海豚3，得分1."""
    return bool(_AS_BASE.match(code, at + 1) or USED.search(code, max(0, at - _USED_FAR), at))


def is_yardstick(code: str, at: int, position: int) -> bool:
    """
    Tell whether a figure is only told in terms of the name at *at*.

    So are shares, of it or of its maker (算力达到云川海豚2的80%), multiples (云川的10倍), what somebody has of a firm
    (收购云川49%的股份) and ranks (拉下云川，冲上全球第四).
    """
    if not 0 < position - at < _YARD:
        return False
    if _LEVEL.search(code, max(0, at - 4), at) and code.startswith(("级别", "水平", "水准"), at + 1):
        return True
    if code.startswith("在", at - 1) and at and _WHERE_HAD.match(code, at + 1):
        return True
    if code[position] == TIMES:
        many = _MULTIPLE.match(code, at + 1)
        return bool(many and many.end() > position and (many["straight"] is None or _AHEAD_OF.search(code, 0, at)))
    if code[position] == OTHER:
        among = _AMONG.search(code, max(0, at - 7), at) and _IN_IT.match(code, at + 1, position)
        return bool(among or _RANKED_BY.match(code, at + 1) or _OVERTAKEN.search(code, max(0, at - 4), at))
    return _is_share_of(code, at, position) if code[position] == PERCENT else False


def _is_share_of(code: str, at: int, position: int) -> bool:
    """Tell whether a share is one of the name at *at*, or told by it."""
    if _HOLDS.search(code, max(0, at - _YARD), at) and (held := _HELD.match(code, at + 1)) and held.end() > position:
        return True
    if position - at >= _SHARED:
        return False
    found = _YARDSTICK.search(code, max(0, position - _REACH), position)
    if found is not None and found.start() < at:
        return True
    whole = _WHOLE.search(code, max(0, at - 30), position)
    return whole is not None and whole.start("name") == at
