"""What lasts, and so has no time of its own: that a model is of some maker, or a firm listed somewhere.

Such relations have a time only where they are said to come about: 推出, 上市, 加入.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from .clauses import clause
from .patterns import family_set
from .scene import ANY_FIGURE, ANY_NAME, CODE, WHEN

_COMES_ABOUT = {  # what must be said of relations that last, for them to have a time
    "develops": re.compile(
        "发[布表售行](?!会|商)|首发|推出|上[线架市]|开(?:[放售卖]|源(?! ?AI)|启预[售购订约])|预售|公[布开测]"
        "|亮相|登场|[面问]世|[研开]发(?![者商人])|打造(?!成)|训练[了出完]|量产|展示|展出|[释放揭]出|揭[晓幕]|官宣|首次|升级"
        "|宣布了|[邀内]测|带来了"
    ),
    "founderOf": re.compile("(?:创[立办建设]|草创|筹[组办]|开创|成立|组建)(?![者人])|创业|创了"),
    "worksFor": re.compile(
        "加[入盟]|任[命职]|[出担就接升转上]任|接[替管]|离[开职]|辞[去职任]|退出|解[雇职]|聘[请任用]|跳槽|入职|回[归到]|重[返回]"
        "|当选|[推选]选为|晋升|[受获]聘|履新|[调改]任|成为|挖[走来角]|延揽|招[募揽]|网罗|转投|投奔|空降|[执出]掌"
    ),
    "locatedIn": re.compile("[迁搬移]|落户|设立|开设"),
    "subsidiaryOf": re.compile("收购|并[购入]|买下|卖给|出售|成立|(?<!独立)成为|拆分|纳入"),
    "listedOn": re.compile("上市(?!公司|企业)|挂牌|登[陆录]|IPO|首次公开|招股|敲钟|退市|借壳"),
    "partnersWith": re.compile(
        "(?<!的)(?<!的战略)(?<!的深度)合作(?!伙伴|方|商)|宣布|签|达成|敲定|建立|携手|联手|结盟|推出|启动|扩大|深化|开始|始于"
        "|成为|成立|组建|加[入强]|终止|结束|告吹"
        rf"|{WHEN}[^，。；]{{0,4}}[与和同跟]"
    ),
    "competesWith": re.compile("开战|打响|进军|杀入|对决"),
    "publishes": re.compile(
        "发[布表行]|公[布开]|刊[登发载]|出[版炉]|推出|披露|宣布|撰写|写[道下成了过给]|显示|指出|提交|上线|提出了?|拟[定订]|印发"
    ),
    "basedOn": re.compile("(?!)"),
}
_STANDS = {  # what some relations are said as that have no verb of their own: A支持的B, 客户包括B, A制造的芯片
    "investsIn": re.compile(rf"支[持撑]的[^，。；：{ANY_NAME}]{{0,12}}[{ANY_NAME}]$"),
    "supplies": re.compile(
        rf"客户(?:群体?|名单)?[^，。；{ANY_NAME}]{{0,4}}(?:包[括含]|涵盖|遍及|有|为)|作为[^，。；]{{0,14}}(?:客户|供应商|代工[厂商]|买家)"
        rf"|[{ANY_NAME}](?:和[{ANY_NAME}])?等(?:供应商|客户)"
        rf"|(?:制造|代工|生产|供应)的(?:[^，。；{ANY_NAME}]{{0,8}}[{ANY_NAME}])?$"
    ),
    "uses": re.compile(  # what drives a thing or is in it; not that somebody brings it in
        "^(?!.*(?:宣布|导入|引[入进]|整合|集成|接入|采购|购买|部署|开始|首[次度]))"
        ".*(?:驱动|基于|支[持撑]|内置|拥有|训练)"
    ),
}
_BEYOND = 10  # characters behind a relation in which its verb may stand: X的新模型首次亮相
_ASIDE = re.compile("[（(][^（）()。；]{1,40}[）)]")
_LED = 3  # characters before one in which its verb may stand: 发布了其报告
_LED_FAR = 24  # characters before 其 in which the verb may stand that it is an object of
_BESIDE = re.compile(  # what a new thing is compared with or built on is not new itself: 推出A，性能超过B
    "(?:[上前]一?代|前代|前身|相比|相较于?|对比|[比较]|超[过越]|高于|优于|胜过|击败|媲美|对标|叫板|不输|接近|类似|取代|替代|基于)"
    rf"[^，。；{ANY_NAME}{WHEN}]{{0,6}}(?:(?!{family_set('thing')})[{ANY_NAME}]的?[^，。；{ANY_NAME}{WHEN}]{{0,4}})?$"
)
_PART_OF = re.compile(
    "的(?:插件|组件|功能|客户|用户|合作|一部分|基础[之上])"
)  # 作为S的插件推出: it is not S that comes out
_CALLED = re.compile(  # 将推出新模型，名为S
    "[^，。；]{0,4}(?:称为|称作|名为|命名为|取名|名字|代号|即(?![将使便])|包括|分为|分别[是为])"
)
_LISTED = re.compile(  # what is named behind a colon: 发布的两个模型：S，S
    rf"(?:如下|包括|分别[是为]|[{ANY_FIGURE}][^，。；：{ANY_NAME}]{{0,10}}|[一二两三四五六七八九十几][款个种][^，。；：{ANY_NAME}]{{0,10}}"
    rf"|的[^，。；：{ANY_NAME}]{{0,8}}(?:模型|产品|系统|版本|机型|新品|芯片|服务|工具))\s?$"
)
_GOES_ON = re.compile(rf"(?<=[{ANY_NAME}])[，,](?:[{ANY_NAME}\s、和与及以]*)$")
_JOINED = re.compile(r"(?<!请)(?:加[入盟]|入职)了?\s?$")
# P，A前总裁，已加入B出任财务长
_APPOSED = re.compile(
    rf"[，,][^，。；]{{1,24}}[，,](?:已经?|也|正式|即?将|近日|[于在自]|{WHEN})*(?:加[入盟]|[出担就接升]任|履新)"
)
_MADE = re.compile(r"[发推上开公][布表行出线源]了?的(?![，。；]|时|同时|[当那])")
_EVER = re.compile("一直(?:以来)?(?:担任|出任|是|任)")
_IN = re.compile("[在于]$")
_ORG = re.compile(family_set("org"))
_RELEASES = re.compile(  # before 其, whose thing comes out, too: 发布了A及其B
    rf"(?:发[布表]|推出|上线|开源|公布|揭晓)[了出]?"
    rf"(?:[^，。；：{ANY_NAME}{WHEN}]{{0,16}}{family_set('thing')}\s?(?:[及和与、]|以及|连同))?\Z"
)
_PARTNER = re.compile("合作(?:伙伴|方|商)")
_HE = re.compile(rf"(?<![、和与及同跟携]){CODE['Person']}")  # 在A的P邀请下，Q加入A: P does not join it
_OTHER = {"worksFor": _ORG, "founderOf": _ORG}  # A的P加入B, A创始人P成立B: not A
_TIMELESS = frozenset({"parameters", "score"})


def lasting(predicate: str, code: str, start: int, end: int, names: Collection[int] = ()) -> bool:
    """
    Tell whether a relation is said as one that stands, not as one that comes about, or a figure as one for good.

    That a model is somebody's, or somebody a company's head, lasts longer than what its sentence dates.

    Args:
        predicate: The relation or metric.
        code: The code of its sentence.
        start: Where what states it starts.
        end: Where that ends.
        names: Where its parties stand.
    """
    if predicate in _TIMELESS:
        return True
    left, right = clause(code, start, end)
    if predicate in _STANDS and _STANDS[predicate].search(code[left if predicate == "supplies" else start : end]):
        return True
    verbs = _COMES_ABOUT.get(predicate)
    if verbs is None:
        return False
    if predicate == "develops" and names and _BESIDE.search(code, left, max(names)):
        return True
    aside = _ASIDE.match(code, end)  # A的S（…）将于T推出
    reach = min(right, (aside.end() if aside else end) + _BEYOND)
    if predicate == "develops" and _PART_OF.match(code, max(names, default=end - 1) + 1):
        reach = end
    if predicate == "partnersWith" and _PARTNER.search(code, start, end):
        reach = end  # A的合作伙伴B推出S
    other, behind = _OTHER.get(predicate), max(names, default=end)
    if predicate == "develops" and _IN.search(code, max(0, start - 1), start) and not verbs.search(code, start, behind):
        return True  # 在A的S上线 says what comes out there
    if predicate == "worksFor" and _EVER.search(code, left, end):
        return True
    if predicate == "worksFor" and (_JOINED.search(code, left, start) or _APPOSED.match(code, end)):
        return False
    since = max(left, start - _LED) if predicate == "publishes" else start
    told = [
        verb for verb in verbs.finditer(code, since, reach) if not _is_anothers(predicate, code, verb.start(), names)
    ]
    return not any(other is None or verb.start() < behind or not other.search(code, verb.end(), right) for verb in told)


def _is_anothers(predicate: str, code: str, verb: int, names: Collection[int]) -> bool:
    """Tell whether a verb is said of another: who stands nearer (A的P邀请Q加入A), what is behind (S推出的大赛)."""
    ahead = [name for name in names if name < verb]
    if predicate == "develops":
        return len(ahead) == len(names) > 0 and "是" not in code[min(names) : verb] and bool(_MADE.match(code, verb))
    if predicate == "worksFor" and len(ahead) == len(names) > 0 and "的" in code[max(names) : verb]:
        return True  # A总裁P去留的争论成为新闻
    return predicate == "worksFor" and bool(ahead) and _HE.search(code, max(ahead) + 1, verb) is not None


def led_by(code: str, start: int) -> int:
    """Return where the verb stands that what begins at *start* is the object of, if it is one's: 发布了A及其B."""
    led = _RELEASES.search(code, max(0, start - _LED_FAR), start)
    return start if led is None else led.start()


def own_clause(code: str, start: int, thing: int) -> int:
    """Return where the clause begins, at *start* or later, that tells of a thing: its own, or the one that it names."""
    left, _ = clause(code, thing, thing + 1)
    while left > start + 1 and (listed := _GOES_ON.match(code, left - 1, thing)):
        left, _ = clause(code, listed.start(), listed.start())
    if left > start and code[left - 1] in "：:" and _LISTED.search(code, start, left - 1):
        left, _ = clause(code, left - 1, left - 1)
    if left > start and _CALLED.match(code, left, thing):
        left, _ = clause(code, left - 1, left - 1)
    return max(left, start)
