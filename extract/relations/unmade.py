"""Things that a body does something else with than make them, or that are another body's: 云川接入海豚3."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from .known import BODIES, Known
from .related import Related
from .scene import ANY_NAME, CODE

# What a body only uses, buys, bans, rates or answers; its own it may use, too.
_DONE = (
    r"(?:[采使试选改换转弃停禁调租沿]用|接入|[导引]入|引进|部署|集成|整合|搭[载配]|内[建置]|配备|支[持援]|[兼相]容|适配|换[成上]|转向|升级[到至]|"
    r"封[禁杀]|禁止|下架|限制|抵制|屏蔽|审查|调查|起诉|批评|抨击|质疑|指责|[称盛]赞|赞[扬赏]|看[好衰中]|力[挺拱]|青睐|点[名评]|[评实]测|测评|评价|"
    r"[解引]读|拆解|引[述用]|提[及到]|谈[到及论]|讨论|回应|押[注宝]|加码|拥抱|接受|牵手|购买|采购|租赁|[订抢预采]购|[预抢]订|下单|囤积|买[下入进]|收购|拿下|"
    r"争抢|抢[攻下]|代[工理]|[分经]销|组装|封测|参考|借鉴|抄袭|复制|[模仿]仿|仿制|破解|对[标打战]|挑战|追赶|[赶超]超|超[越过车]|媲美|[击打]败|领先|迎战|应对|"
    r"[取替]代|依[赖托靠]|受[惠益]|获益|[荣斩]获|[获赢]得|提名|入选|当选|认可|访问|用作|[等期]待|下载|安装|登[陆上]|[入进]驻|入围|加入|推荐|采纳|延续|锁定|关注|"
    r"基于|比(?![例如特较赛])|类似|不同于|抢在|赶在|发现|拦截|侦测)"
)
_MAKING = "[推做造]出|发[布表]|打造|[开研]发|生产|制造|量产"
# Who stands to it otherwise: 云川与海豚3, 云川为海豚3提供, 云川被海豚3
_BY = "(?:(?<![名称叫号别成作视分])为|[替给与跟在被遭获])"
_NOT_MADE = re.compile(
    rf"(?:\s?[、和与及]\s?[{ANY_NAME}]){{0,4}}[，,]?"
    rf"(?:(?:[^，。；：！？{ANY_NAME}]{{0,10}}?{_DONE}[了过于到]?|[已也还曾所将正]?{_DONE}的)"
    rf"(?:(?!自[研家己有]|旗下|其|{_MAKING})[^，。；：！？的{ANY_NAME}]){{0,14}}"
    rf"|(?:(?!{_MAKING})[^，。；：！？{ANY_NAME}]){{0,8}}?{_BY}\s?)(?:[{ANY_NAME}]\s?[、和与及]\s?){{0,4}}"
)
_LIKE = re.compile(rf"(?:(?:[{CODE['Place']}]|国产|台|本土|山寨|平价|低配)版的?|[下另又]一个|第二个)\s?[“「]?$")
_FOR = re.compile(  # 推出海豚3保护壳, 推出海豚3的替代品: something else is made
    r"[™®]?[”」』]?\s?的?(?:专[用属](?!模型|芯片|版)|替代品|竞品|平替|仿制品|山寨|漏洞|缺陷|充电器|保护[壳套贴]|配件|零[组部]?件|所[需用]|用的)"
)
_SUPPORTING = re.compile(  # 云川旗下产品支援海豚3
    "(?:产品|平台|服务|应用|设备|手机|笔电|系列|机型)[^，。；：！？]{0,8}"
    "(?:支[持援]|[兼相]容|适配|内[建置]|整合|接入|采用|搭载)"
)
# 将云川的算法集成到小海: what is put into another's thing is all that is told of 云川.
_PUT_INTO = re.compile(
    r"\s?的[^，。；：！？将把]*(?:(?:集成|整合|嵌入|引入|融入|导入|添加|加入|部署|接入|植入|纳入)[到至进入于]?|(?:带|应用|扩展|迁移|移植)[到至进入于])了?\s?[“「《]?"
)
_CODE_OF_SHARES = re.compile(r"(?:代码|代号|交易所|纳斯达克|纽交所|NASDAQ|NYSE)\s?[：:]\s?$")  # 代码：YUN）宣布推出
_NO_WORK = re.compile(  # 远山大学的SS230课程, 云川小海许可: nothing that is made
    r"[™®]?[”」』》]?\s?的?[0-9A-Za-z. ]{0,8}(?:许可|认证|课程|公开课|讲座|专辑|单曲|战略(?!合作)|倡议)"
)
_EACH = re.compile("分别|依次|各自")
_LOOSELY_MADE = frozenset({"pair.develops", "develops.price"})  # told by no word that says so
_RELEASED = frozenset({"develops.release", "develops.release_topic"})
# 云川支持的初创公司推出海豚3: whoever backs or founded a firm without a name has not made what that one ships.
_BACKED = re.compile(
    r"(?:公司|集团)?[所已曾]?(?:支持|投资|领投|参投|孵化|资助|扶持|押注|控股|入股|持股|收购|创[办立建]|联合创[办立])了?的"
    rf"(?:[^，。；：！？的{ANY_NAME}]{{0,8}}的)?[^，。；：！？的{ANY_NAME}]{{0,8}}(?:公司|企业|初创|新创|创企|团队|独角兽|项目|实验室)"
    rf"(?![^，。；：！？{ANY_NAME}]{{0,2}}[{CODE['Company']}{CODE['Organization']}])"
)
_OWNED = frozenset({"develops.possessive", "develops.own"})
_ITS_OWN = frozenset({"develops.possessive", "known.its", "known.named"})


def is_not_made(found: Related) -> bool:
    """Tell whether a body is said to do something else with a thing than make it, or to make something else."""
    if found.frame.predicate != "develops":
        return False
    code, place = found.scene.code, found.scene.place(found.object)
    if place is None or found.frame.id not in _LOOSELY_MADE | _RELEASED | _OWNED:
        return False
    if _LIKE.search(code, max(0, place - 8), place) or _FOR.match(code, place + 1):
        return True
    at = found.scene.place(found.subject)
    if at is None or at > place:
        return False
    if _BACKED.match(code, at + 1):
        return True
    if found.frame.id in _RELEASED:
        return False
    if _PUT_INTO.fullmatch(code, at + 1, place) or _CODE_OF_SHARES.search(code, 0, at):
        return True
    if found.frame.id in _OWNED:
        return bool(_SUPPORTING.search(code, at + 1, place) or _NO_WORK.match(code, place + 1))
    return _NOT_MADE.fullmatch(code, at + 1, place) is not None


class Whose(NamedTuple):
    """Who, as frames say anywhere in a text, uses a thing, and whose own it is: 云川的海豚3."""

    used: frozenset[tuple[str, str]]
    owners: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, stated: Iterable[Related]) -> Whose:
        """Return what *stated* relations say."""
        used: set[tuple[str, str]] = set()
        owners: dict[str, frozenset[str]] = {}
        for each in stated:
            if each.frame.predicate == "uses":
                used.add((each.subject.entity, each.object.entity))
            elif each.frame.id in _ITS_OWN:
                thing = each.object.entity
                owners[thing] = owners.get(thing, frozenset()) | {each.subject.entity}
        return cls(frozenset(used), owners)

    def denies(self, known: Known, found: Related) -> bool:
        """Tell whether a body, that no frame says to make a thing, only uses it, or it is the own of others."""
        body, thing = found.subject, found.object.entity
        if found.frame.id != "pair.develops" or body.type not in BODIES:
            return False
        if (body.entity, thing) in self.used:
            return True
        line, told = known.line(body.entity), self.owners.get(thing, ())
        return bool(told) and not any(each in line or body.entity in known.line(each) for each in told)


def is_anothers(found: Related, all_found: Sequence[Related]) -> bool:
    """Tell whether a thing is named as that of another body, whose name stands nearer: 云川生产星海的海豚3.

    So is what another of those makes who each made one: 云川、星海分别推出海豚3、飞鸟2.
    """
    if found.frame.predicate != "develops":
        return False
    same = [each for each in all_found if each.frame.predicate == "develops" and each.object == found.object]
    others = [each for each in same if each.subject.entity != found.subject.entity]
    if found.frame.id.startswith("pair."):
        return bool(others) and _EACH.search(found.scene.code, found.start, found.end) is not None
    begin, end = found.subject.span.end, found.object.span.start
    return found.frame.id == "develops.release" and any(
        each.frame.id == "develops.possessive" and begin <= each.subject.span.start < end for each in others
    )
