"""Names that serve another verb of their clause: what a next verb says is not said of them."""

from __future__ import annotations

import re

from .clauses import clause
from .phrase_slots import TWOFOLD, WHEN
from .scene import ANY_FIGURE, ANY_NAME, CODE

USED = re.compile(  # MI300X基于CDNA 3架构，采用...: the chip does so, not what it is built on
    r"(?:采用|搭载|基于|使用|利用|借助|依靠|依托|通过|集成|内置|内建|配备|支持|支援|沿用|[选改]用|接入|整合|引入|部署|升级为|封装|包括|包含|由|首发|运行|预装|配有|装有|标配)"
    rf"(?![进到入至于在])(?:了|着|有)?(?P<gap>[^，。；：！？{ANY_NAME}]{{0,14}})"
    rf"(?:[{ANY_NAME}][^，。；：！？{ANY_NAME}]{{0,6}}[、和与及][^，。；：！？{ANY_NAME}]{{0,8}}){{0,4}}$"
)
THINGS = "".join(CODE[name] for name in ("Model", "Product", "Chip", "Technology"))
_ACTORS = "".join(CODE[name] for name in ("Company", "Organization", "Government", "Person"))
_NAMES = THINGS + _ACTORS
_SHOWN = ("develops", "founderOf", "publishes")  # what is done on a site or at an event of somebody else
_ON = re.compile(rf"(?:在|于)[^{ANY_NAME}]{{0,4}}$")
_STAGE = re.compile(r"\s?(?:平台|网站|官网|应用商店|社区)?(?:上(?![线架市新传])|[里中](?=[，,使采用]))")
_WHOSE = re.compile(  # 在云川推出的海豚3上: who made it is named there, and who made it is meant
    rf"[^，。；：！？{ANY_NAME}]{{0,6}}(?:拥有|掌管|推出|发布|开发|研发|打造|设计|构建|创办|创立|创建|运营)的"
)
_HELPED = re.compile(  # 云川客户可以使用海豚3; 云川让医生用上海豚3: the customers and doctors do so
    rf"(?:(?:客户|用户|买家|消费者|顾客|开发者|开发人员|程序员|玩家|学生|患者|商家|人们|大家|(?<![这一]家)(?<![{ANY_NAME}])(?:企业|组织))们?"
    rf"(?:[都也均就还已正将会能可需想应更现在]|能够|可以|可能|开始|充分|直接|自由|[^，。；：！？的{ANY_NAME}]{{1,5}}地){{0,6}}"
    rf"|(?:使(?![用命得])|(?<![转出])让(?![步利])|帮助|助力|协助|允许|促使|鼓励|推动)[^，。；：！？{ANY_NAME}]{{1,14}}?)"
    r"(?:使用|采用|采纳|利用|运用|借助|依靠|依托|部署|接入|集成|整合|引入|选用|调用|应用|用[上到]|通过)"
    rf"|(?:要求|敦促|责令|命令|通知|指示|呼吁|建议)[^，。；：！？{ANY_NAME}]{{0,8}}?(?:企业|公司|厂商|机构|部门|运营商|平台|单位)们?[^，。；：！？{ANY_NAME}]{{0,10}}?(?:使用|采用|采购|购买|部署|接入|订购)"
    rf"|(?:禁止|严禁|不得(?!不)|不许|不准|不允许|限制|阻止|避免)[^，。；：！？{ANY_NAME}]{{0,14}}?(?:使用|采用|利用|部署|接入|安装|调用|访问)"
)
_OTHERS = re.compile(  # 四分之一员工加入云川: it is they who do so, not the person told of before
    rf"(?<![我咱他她])们|你|有(?:[^，。]{{0,3}}[人位名]|[{ANY_FIGURE}])|谁|其他|另外|其余|另一?[位名个]|人[才员士们]|员工|工人|学生|用户|客户|顾客|开发者|工程师|研究员|科学家|高管|"
    r"成员|同[事行]|大家|[个人众多名位半]人(?![工物类均])|团队(?!的)|公司|企业|政府|国家"
)
_AS = re.compile("这|作为|身为|身份|离开|创[立办建].*后|[前曾]")  # 作为工程师加入云川, 离开公司后创办云川
_MEASURED = re.compile(  # 海豚3超过飞鸟2，也优于飞鱼1: what is compared with is not what the next verb is about
    r"(?:超[过越]|优于|击败|领先于?|[胜好强快压盖]过|打败|完胜|碾压|[强好快高胜弱逊慢低]于|反超|力压|战胜|远[超胜]|接近|逼近|直逼|媲美|比肩|"
    r"追平|赶[上超]|仅次于|落后于?|不[及如敌]|输给|逊色于|对标|(?<!对)比(?![例如分赛较])|相较于?)(?:了|过)?"
    rf"(?P<gap>[^，。；：！？{ANY_NAME}]{{0,14}})"
    rf"(?:[{ANY_NAME}][^，。；：！？{ANY_NAME}]{{0,6}}[、和与及][^，。；：！？{ANY_NAME}]{{0,8}}){{0,4}}$"
)
# 与飞鸟2相当，略低于飞鱼1: what is as good is not what the next verb is about.
_WITH = re.compile(rf"[与和跟同][^，。；：！？{ANY_NAME}]{{0,8}}(?:[{ANY_NAME}]\s?[、和与及]\s?){{0,3}}$")
_EVEN = re.compile(rf"[^，。；：！？{ANY_NAME}]{{0,16}}(?:相当(?!于)|持平|一样|不相上下|看齐|相近|不分伯仲)")
# 达到飞鸟2的水平，略低于飞鱼1: nor is whose level is reached.
_REACHES = re.compile(rf"(?:达到?|追平|接近|逼近|追赶上?|比肩|处于)了?[^，。；：！？{ANY_NAME}]{{0,6}}$")
_LEVEL = re.compile(rf"的?[^，。；：！？{ANY_NAME}]{{0,8}}(?:水平|级别|水准|层次|档次)")
_EXCEPT = re.compile(rf"(?<![删解清移排扣免消去])除了?[^，。；：！？{ANY_NAME}]{{0,8}}$")  # 除了海豚3，这里还有飞鸟2
_BODIES = "".join(CODE[name] for name in ("Company", "Organization"))
_NO_ACTOR = frozenset({"partnersWith", "supplies", "competesWith", "sues", "restricts", "uses", "listedOn"})
_ITS_BODY = re.compile(  # 星海投资的芯片公司“云帆”，与云川合作: it does so, not who put money into it
    rf"(?:公司|集团)?[^，。；：！？的{ANY_NAME}]{{0,6}}(?:投资|注资|入股|控股|参股|收购|孵化|创办|创立|创建|设立|成立|旗下|麾下|拆分|分拆)出?的"
    rf"[^，。；：！？{ANY_NAME}]{{0,16}}(?:公司|企业|机构|厂商?|商|团队|品牌|”|[{ANY_NAME}])[^，。；：！？{ANY_NAME}]{{0,3}}”?[，,]"
)
_ITS_MAN = re.compile("(?:工作|任职|就职|供职|实习|效力)[^，。；：！？]{0,6}的[^，。；：！？]{1,12}[，,]")
_OUT = re.compile(rf"[^，。；：！？{ANY_NAME}]{{0,6}}?[以之]?外")
_TOOL = re.compile(r"(?<![使采利运适专应信作费通商调选])用\s?$")  # 他用小海写作，用海豚3画画
_ANOTHER = r"\s?(?:但|而|且|因此|所以|如今|现在|目前|同时){0,2}(?:我们|人们|他们|她们|大家|网友们?|研究人员|研究者)"
_OTHERS_TURN = re.compile(f"[，,；]{_ANOTHER}")  # 随着小海流行，人们正在使用海豚3: another one does so
_OPENS_ANOTHER = re.compile(_ANOTHER)
_FOR_CUSTOMERS = re.compile(  # 云川客户现在可以使用小海，配备海豚3: what goes on is not of 云川
    rf"[^，。；：！？{ANY_NAME}]{{0,14}}[{ANY_NAME}]的?(?:现有|联合|共同|新)?(?:客户|用户)(?!端|经理|体验|服务|数)"
)
_TEST = re.compile(  # 在飞鱼榜上超过了飞鸟2, 飞鱼榜新一轮测试中超过了飞鸟2: what is tested on does not win
    rf"[^，。；：！？在{ANY_NAME}]{{0,6}}(?:数据集|基准|测试集?|评测|榜单?|竞技场)[^，。；：！？{ANY_NAME}]{{0,4}}[上中里]"
)
_OF_NEXT = re.compile(  # 小海今天亮相，采用飞鱼架构的飞鱼X1将在明年亮相: 飞鱼X1 uses it
    rf"(?:^|[，,；])\s?(?:采用|搭载|使用|配备|内置|集成|接入|基于|运行)(?![了的])[^，。；：！？{ANY_NAME}]{{0,16}}[{THINGS}]"
    rf"[^，。；：！？、{ANY_NAME}]{{0,10}}(?<![中里上])的(?:(?:还|则|也)?(?:有|是|包括)[^，。；：！？、{ANY_NAME}]{{0,8}}[{THINGS}]|[^，。；：！？、{ANY_NAME}]{{0,12}}[{THINGS}](?!\s?(?:[，。；：！？、（(]|等|和|与|$)))"
)
_TAKEN_UP = re.compile(rf"[^，。；：！？{ANY_NAME}]{{0,6}}[，,]\s?该")  # 海螺运行小海，该系统基于云帆: it does so
_GIVES = re.compile(  # 通过小海，客户可以使用海豚3: what is had through 小海 is in it
    rf"[^，。；：！？{ANY_NAME}]{{0,4}}[，,](?:企业|客户|用户|开发者|开发人员|组织|团队|人们|您|你|我们)[^，。；：！？{ANY_NAME}]{{0,10}}?"
    rf"(?:可以|可|能够|能|得以)[^，。；：！？{ANY_NAME}]{{0,4}}?(?:访问|获取|体验|选择|试用|使用|调用)"
)
_KINDS = "设备|机型|客户|用户|对手|竞品|同行|(?<![该款个颗新此])(?:模型|芯片|系统|平台|产品|框架)"
_OTHER_THINGS = re.compile(  # 高端设备都已采用飞鱼X1 is not of the thing told of before
    rf"被|方法|其他|许多|不少|厂商|{_KINDS}|(?<![该款个颗新此])(?:公司|企业|团队)"
)
_THEY = re.compile(  # 飞鱼X1今天亮相，高端设备都已采用飞鱼架构
    rf"[，,；]\s?(?![该这本此其])(?:(?![该其])[^，。；：！？的{ANY_NAME}]){{0,8}}?(?:{_KINDS})们?(?:都|均|也|已|则|会|可以|能|正|将|还|开始|纷纷)"
)
_OVER = re.compile(
    rf"(?:优于|超[过越]|胜过|不同于)[^，。；：！？{ANY_NAME}]{{0,4}}(?:使用|采用|利用|基于)"
)  # 海豚3优于使用飞鸟2的方法
_NOT_IT = re.compile(  # 8000个相当于飞鱼X1的核心, “类海豚3”架构
    r"(?:相当于|等同于|类似于?|媲美|堪比|对标|不同于|(?<![分人各同种品这那一两几此])类)[\s“「]{0,2}$"
)
_NOT_ALL = re.compile(
    rf"(?:[A-Za-z][A-Za-z0-9.]*\s|[{THINGS}]\s?)$"
)  # the AR of 小海 Flow AR is no field, but the rest of a name
_COMMA = re.compile("[，,]")
_MAKERS = ("develops", "founderOf", "publishes", "uses")
_FORMER = re.compile(  # 云川前员工推出海豚3: they did so when they had left
    r"(?:公司)?的?(?:[前原](?:员工|雇员|高管|研究|工程师|科学家|首席|C[A-Z]O|副?总裁|总监|主管|负责人|成员|团队|设计师|联合|创始|董事)"
    rf"|旧部|老兵|校友|离职|前?同事|的?[^，。；：！？{ANY_NAME}]{{0,8}}(?:离职|出走)(?:之?后|并))"
)
_ITS_OWN_KIN = re.compile(  # 云川的对手推出海豚3, 云川投资的公司推出海豚3: not 云川 did so
    r"(?:公司|集团)?的?(?:最?大|主要|[新老]|竞争|[多数几一两][家个]|海外|国内|长期|重要|潜在){0,3}"
    rf"(?:对手|劲敌|供应[商链]|客户(?!端|服务|关系|管理|体验)|经销商|(?:合作)?伙伴|投资[方人]|股东|买家)们?(?![{ANY_NAME}，,：“「（(])"
    rf"|(?:公司|集团)?(?:投资|入股|收购|参股|孵化)的[^，。；：！？{ANY_NAME}]{{0,6}}(?:公司|企业|初创|创企|新创)(?![{ANY_NAME}，,“「（(])"
)
_DEALT = re.compile(  # 星海收购云川后推出海豚3: the buyer did so
    rf"(?:收购|并购|买下|拿下|投资|入股|控股|离开|告别)(?:了|过)?[^，。；：！？{ANY_NAME}]{{0,8}}$"
)
_AFTER_THAT = re.compile(rf"(?:公司|集团)?[^，。；：！？{ANY_NAME}]{{0,4}}?(?:之|以)?后(?![来续])")
_OWN = re.compile(rf"(?:的|最新|年度|报告|白皮书|[{WHEN}])*{CODE['Report']}")  # 在其《白皮书》中: its own
_GROUND = re.compile(r"(?:系列|模型|架构)?的?基础[之上]")  # 在海豚2的基础上用稀疏回声训练: not 海豚2 uses it
_THEN = re.compile(r"[^，。；：！？]{0,12}?(?:之?[前后]|的?时|之际|以来|期间)")


def is_taken(predicate: str, code: str, at: int, end: int) -> bool:
    """
    Tell whether the name at *at* cannot be the subject of what stands behind it.

    Args:
        predicate: What would be said of it.
        code: The code string of a sentence.
        at: Where the name stands.
        end: Where what would be said of it ends.
    """
    left, _ = clause(code, at, at)
    before = code[left:at]
    if _is_named_in_passing(predicate, code, at, end) or (predicate == "basedOn" and _NOT_IT.search(before)):
        return True
    if predicate in ("develops", "uses", "outperforms") and _EXCEPT.search(before) and _COMMA.search(code, at + 1, end):
        return True
    if predicate == "uses" and code[at] in THINGS and _GIVES.match(code, at + 1):
        return False
    if predicate == "uses" and (
        is_for_others(code, at + 1, end) or _is_idle(code, at, end) or is_of_next(code, at, end)
    ):
        return True
    if predicate == "outperforms" and (_is_test(before, code, at + 1) or is_peer(code, at)):
        return True
    if code[at] in (THINGS + TWOFOLD if predicate == "outperforms" else THINGS):
        compared = predicate == "outperforms" and any(char in THINGS for char in code[at + 1 : end])
        used = _is_object(USED, before) and not _TAKEN_UP.match(code, at + 1)
        return used or (compared and _is_object(_MEASURED, before))
    if predicate == "uses":
        return _ON.search(before) is not None and _STAGE.match(code, at + 1) is not None
    if predicate not in _SHOWN or code[at] == CODE["Person"] or _WHOSE.match(code, at + 1):
        return False
    return not (predicate == "publishes" and _OWN.match(code, at + 1)) and _is_place(before, code, at + 1, end)


def _is_named_in_passing(predicate: str, code: str, at: int, end: int) -> bool:
    """Tell whether the name at *at* only tells whose, or who left whom: 星海投资的公司，...; 云川前员工..."""
    if predicate in _MAKERS and is_left(code, at):
        return True
    return predicate in _NO_ACTOR and is_of_its_own(code, at) and _COMMA.search(code, at + 1, end) is not None


def is_left(code: str, at: int) -> bool:
    """Tell whether the body at *at* is that of those who left it, or was left or bought before the next verb tells."""
    if code[at] == CODE["Person"]:
        return False
    left, _ = clause(code, at, at)
    dealt = _DEALT.search(code, left, at) is not None and _AFTER_THAT.match(code, at + 1) is not None
    return dealt or _FORMER.match(code, at + 1) is not None or _ITS_OWN_KIN.match(code, at + 1) is not None


def is_of_other_things(lead: str) -> bool:
    """Tell whether the words that open a clause name other things, in words, that use what the clause tells of."""
    return _OTHER_THINGS.search(lead) is not None


def is_of_its_own(code: str, at: int) -> bool:
    """Tell whether the body at *at* only tells whose the one is that a clause is about: 星海投资的公司，..."""
    if code[at] not in _BODIES:
        return False
    man = code[max(0, at - 1) : at] in ("在", "于") and _ITS_MAN.match(code, at + 1) is not None
    return man or _ITS_BODY.match(code, at + 1) is not None


def is_for_others(code: str, start: int, end: int) -> bool:
    """Tell whether customers, or whoever is helped to, are those who use what ``code[start:end]`` says is used."""
    customers = _FOR_CUSTOMERS.match(code, 0, start)
    return bool(customers or _OPENS_ANOTHER.match(code, start) or _HELPED.search(code, start, end))


def is_left_out(code: str, at: int) -> bool:
    """Tell whether the thing at *at* is left out of those that something is said of: 超过了除海豚3外的模型."""
    return _EXCEPT.search(code, max(0, at - 12), at) is not None and _OUT.match(code, at + 1) is not None


def is_other_thing(code: str, at: int) -> bool:
    """Tell whether the thing at *at* is not what is used, but what that is like, or the rest of a longer name."""
    left = max(0, at - 16)
    field = code[at] == CODE["Technology"] and _NOT_ALL.search(code, left, at) is not None
    return field or _NOT_IT.search(code, left, at) is not None


def is_of_next(code: str, start: int, end: int) -> bool:
    """Tell whether a clause in ``code[start:end]`` opens with what a name of its own uses: ，采用飞鱼架构的飞鱼X1..."""
    return any(found.start() < end - 1 < found.end() for found in _OF_NEXT.finditer(code, start, end + 24))


def _is_idle(code: str, at: int, end: int) -> bool:
    """Tell whether the name at *at* does not act at all: 规模与小海相当，用云帆3; 随着小海流行，人们使用海豚3."""
    tool = _TOOL.search(code, max(0, at - 3), at)
    others = (
        _OVER.search(code, at + 1, end) or _OTHERS_TURN.search(code, at + 1, end) or _THEY.search(code, at + 1, end)
    )
    return bool(tool or others or is_peer(code, at) or _GROUND.match(code, at + 1))


def is_of_others(lead: str) -> bool:
    """Tell whether the words that open a clause name others, in words, of whom it tells."""
    return _OTHERS.search(lead) is not None and _AS.search(lead) is None


def _is_object(verb: re.Pattern[str], before: str) -> bool:
    """Tell whether a thing is what *verb* is of *before* it: 采用最新的海豚3 only if somebody is named who does."""
    found = verb.search(before)
    return found is not None and ("的" not in found["gap"] or any(char in _NAMES for char in before[: found.start()]))


def is_measure(code: str, at: int) -> bool:
    """Tell whether the thing at *at* is only what another is compared with: 海豚3超过飞鸟2，仅次于飞鱼1."""
    left, _ = clause(code, at, at)
    return _is_object(_MEASURED, code[left:at])


def is_means(code: str, at: int) -> bool:
    """Tell whether the name at *at* is only what another is said to use: 海豚3采用稀疏回声，参数量为1."""
    left, _ = clause(code, at, at)
    return _is_object(USED, code[left:at])


def is_peer(code: str, at: int) -> bool:
    """Tell whether the thing at *at* is only said to be as good as another: 与飞鸟2相当, 达到飞鸟2的水平."""
    if _EVEN.match(code, at + 1):
        return _WITH.search(code, max(0, at - 9), at) is not None
    return _LEVEL.match(code, at + 1) is not None and _REACHES.search(code, max(0, at - 11), at) is not None


def _is_test(before: str, code: str, at: int) -> bool:
    """Tell whether a thing is what others are compared on, not one of them."""
    on = _ON.search(before) is not None and _STAGE.match(code, at) is not None
    return on or _TEST.match(code, at) is not None


def _is_place(before: str, code: str, at: int, end: int) -> bool:
    """Tell whether a body is only where something is done: 林远在领英上宣布; not 在OpenAI发布GPT-4之后."""
    on = _ON.search(before)
    if on is None:
        return False
    acted = code[at - 1] != CODE["Person"] and any(char in _ACTORS for char in before[: on.start()])
    return bool(_STAGE.match(code, at)) or (acted and not _THEN.match(code, end))
