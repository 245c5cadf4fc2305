"""How likely a figure that no metric measures is worth telling of a name, and right."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from ..model import Quantity
from .holders import Holder, Possible, best
from .lengths import is_trait
from .parallel import DEALS
from .scene import ANY_FIGURE, ANY_NAME, CODE, COUNT, MONEY, OTHER, PERCENT, TIMES, Scene

_LASTING: Final = frozenset({"年", "月", "周", "天", "h", "min", "s", "岁", "pp"})
# Counted so, it is hardly told: 三大问题, 500强, 27位分析师, 218票, 8卡服务器, 六个季度; and some are but called so,
# 4680项目, 10代飞鱼.
_IDLE: Final = ("大", "强", "位", "票", "卡", "季", "个季", "部门", "项目", "代")
_TEN, _HUNDRED = 10, 100
_FEW = 5  # what is counted with less than that is rather part of the story: 两家公司, 三名员工
_KINDS = {MONEY: "money", PERCENT: "share", TIMES: "times", COUNT: "count"}
_SURVEYED = frozenset({"share", "count"})
_MANY = 4  # shares in a sentence; more make no difference
_REACH = 14  # characters before a figure that may say what it is

# Of whom a figure only tells how many are named behind it (前三名分别为A、B和C), or which of its products (5纳米占A).
_NAMING: Final = {
    "rank": re.compile(
        rf"[^，。；{ANY_FIGURE}{ANY_NAME}]{{0,6}}(?:{DEALS.pattern})[为是]|大?(?:难点|难题|挑战|问题|障碍|阶段|任务)"
    ),
    "nm": re.compile("(?:制程|工艺|节点)?(?:的?(?:出货量?|营收|收入|产品|芯片|晶圆))?(?:[则仅约也])?占"),
}
# What is only said to be of a kind by a figure, the chip being somebody's: 28纳米芯片, 4nm飞鱼1.
_KIND_OF = re.compile(rf"{OTHER}级?\s?(?:芯片|[{ANY_NAME}])")
_LISTING = re.compile("(?:对|列出|[评选]出|公布|盘点)了?$")  # 对前50名进行排名, of nobody
_DIGITS = "位数"  # 11位数的薪酬
_PARTED = 20
_ROUNDED = re.compile(f"{PERCENT}[（(]{PERCENT}[）)]")  # 近一半（48%）: told by the second
_PART = re.compile(
    rf"{OTHER}(?:制程|工艺|节点)?(?:的?(?:出货量?|营收|收入|产品|芯片|晶圆))?[则仅约也]?占(?:比|[^，。；{ANY_FIGURE}{ANY_NAME}]{{0,8}})?(?:约|近|达|为)?$"
)
# What stands right before a figure; the last word of it counts.
_BEFORE = re.compile(
    r"(?:(?P<patent>(?:专利|申请|编号|号码|版本|型号)[^，。]{0,6})"
    r"|(?P<reached>超过|高达|达到?|升?至|至少|包括|拥有|覆盖|其中|价值|总数|投资|获得|支付)"
    r"|(?P<said>的|为|由|已有?|将)"
    r"|(?P<apart>^|[，,：:—“]|这|那|去|是|以|在|从|和|与|前|第|每|一个|[-/]))(?:[约近超逾]|大约)?\s?$"
)
# And behind it.
_BEHIND = re.compile(
    r"\s?(?:以上|左右|多)?(?:(?P<bracket>[）)])"
    r"|(?P<deal>的?(?:股份|股权)?(?:价格?)?收购|的(?:股|价格)|价格)"
    rf"|(?P<firms>的?(?:公司|企业|组织|机构|行业)|[^，。；的{ANY_NAME}{ANY_FIGURE}]{{0,3}}(?:表示|认为|同意|人士))"
    r"|(?P<closed>[，；。]|$))"
)
# People and firms asked what they think; a share of them is of nobody named.
_ASKED = re.compile(
    rf"[）)]?(?:以上|左右)?的?[^，。；{ANY_NAME}{ANY_FIGURE}]{{0,8}}?"
    r"(?:受访|人|者|公司|企业|组织|机构|居民|家庭|员工|学生|女性|男性|领导|高管|用户|客户|成年|父母|家长|医生|主管|团队|品牌|零售商)"
)
_SURVEY = re.compile("调查|受访|问卷|调研|民调")
# The chips that a figure counts are not who has them, nor is their maker: 10万张云川飞鱼1. Cores are a chip's, and so
# is what so many of them cost.
_COUNTED = re.compile(
    rf"(?:(?<={COUNT})(?:{CODE['Chip']}|{CODE['Company']}(?={CODE['Chip']}))|(?<={COUNT}{CODE['Company']}){CODE['Chip']})(?!\s?的?服务器)"
)
# What is trained on as many: 在2万张飞鱼1上训练海豚3.
_TRAINED = re.compile(
    rf"{COUNT}[{ANY_NAME}]{{0,2}}\s?(?:GPU|芯片|显卡|加速器|卡)*\s?[上来]?(?:进行|预|来)*训练[了出其]?[{CODE['Company']}]?的?(?P<name>{CODE['Model']})"
)
# Who only thinks that something unnamed is so: 云川认为，制作成本高达1; and of what a share of others is: 1的财富500强.
_THINKS = re.compile(
    rf"\s?认为(?!其|它|该?公司|集团|[{ANY_NAME}]的?)[^；。]*[，：](?![^；。]*(?:其(?![中他次实余])|公司|我们|自[身己]))"
)
_REPORT = CODE["Report"]
# The field whose market a sum is the size of: 中国机器人市场规模增长率达1，2025年市场规模将达2; and 3亿元的机器人市场.
_SIZE = re.compile(
    rf"(?P<name>{CODE['Technology']})[^，。；{ANY_NAME}{ANY_FIGURE}]{{0,6}}市场规模(?:[^。；{ANY_NAME}]*市场规模)?[^，。；{ANY_NAME}{ANY_FIGURE}]{{0,8}}$"
)
_SIZED, _SIZE_FAR = re.compile(rf"的?[^，。；的{ANY_NAME}{ANY_FIGURE}]{{0,6}}市场(?!价|份额|营销|推广|费|投入)"), 48
# How much more a name's class and place speak for it where no cue of a metric says what is measured: speed and memory
# are of chips and products, what is counted is less often of a company than what a cue names.
_MEANT: Final[Mapping[str, float]] = {
    "after": -0.72,
    "count:Chip": -0.21,
    "count:Company": -0.71,
    "count:Government": -0.82,
    "count:Model": 1.04,
    "count:Place": -0.42,
    "count:Report": 1.61,
    "count:Technology": -0.84,
    "here": -0.34,
    "money:Government": 0.40,
    "money:Organization": -0.31,
    "money:Place": 0.58,
    "money:Product": -0.70,
    "physical:Chip": 1.80,
    "physical:Company": -1.98,
    "physical:Model": 0.43,
    "physical:Organization": 0.53,
    "physical:Place": -0.33,
    "physical:Product": 0.94,
    "rank:Company": -0.19,
    "rank:Model": 1.19,
    "share:Chip": -0.44,
    "share:Company": -0.49,
    "share:Model": 0.16,
    "share:Organization": -0.41,
    "share:Place": 0.22,
    "share:Product": 0.37,
    "share:Report": 0.51,
    "share:Technology": 0.19,
    "times:Company": 0.41,
    "times:Place": 0.22,
    "times:Product": -0.21,
}
# How much each trait speaks for it, in log odds: fitted to what annotators of train and readers of other articles told.
_WEIGHTS: Final[Mapping[str, float]] = {
    "about": 0.49,
    "after": -0.55,
    "asked": -0.44,
    "atLeast": -1.20,
    "bare": -1.43,
    "before:apart": -0.75,
    "before:patent": -0.78,
    "before:reached": 0.70,
    "before:said": 0.32,
    "behind:bracket": -1.36,
    "behind:closed": 0.27,
    "behind:deal": -0.62,
    "behind:firms": -0.89,
    "dozens": 0.47,
    "here": -0.30,
    "money": -0.93,
    "over": -0.10,
    "past": -0.86,
    "physical": -0.19,
    "share": -0.17,
    "share:Company": 0.36,
    "share:Model": 0.22,
    "share:Organization": -0.84,
    "share:Place": 0.70,
    "share:Product": 0.35,
    "share:Report": -0.63,
    "share:Technology": -0.81,
    "share:after": 0.77,
    "share:here": -0.27,
    "share:past": -0.66,
    "shares:1": 0.26,
    "shares:4": -0.37,
    "survey:count": -0.36,
    "survey:share": -0.63,
    "times": -0.46,
    "under": 0.28,
    "who:Chip": -0.19,
    "who:Company": -0.44,
    "who:Government": 0.29,
    "who:Model": -0.38,
    "who:Organization": -0.36,
    "who:Place": -0.28,
    "who:Product": -0.49,
    "who:Report": 0.25,
    "who:Technology": -0.11,
}
_START, _SCORE, _SURE = -1.71, 0.29, 2.18  # and of how much speaks for the name, and how surely it is no other
LEAST: Final = 0.32  # below, what is told is rather wrong: two thirds of it
BOUNDS: Final = -3.0, 5.0  # beyond which more or less of that makes no difference
UNSEEN: Final = 0.98  # articles that nothing was fitted to are read less well


def meant(code: str, position: int, quantity: Quantity, holders: Iterable[Possible]) -> tuple[Holder, float] | None:
    """Return the name that a figure without a metric is about and how surely, or ``None`` if there is none."""
    kind = _kind(code, position, quantity)
    own = code[position] == MONEY or quantity.counted.startswith("核")
    leaning = []
    for mention, at, score in holders:
        if at is not None and ((not own and _COUNTED.match(code, at)) or _is_apart(code, position, at)):
            continue
        if quantity.unit in _LASTING and (at is None or at > position):
            continue
        lean = _MEANT.get(f"{kind}:{mention.type}", 0.0) + _MEANT.get(_place(at, position), 0.0)
        leaning.append((mention, at, score + lean))
    return best(leaning)


def _is_apart(code: str, position: int, at: int) -> bool:
    """Tell whether a name beside a figure is not who has it: who only thinks so, or a list that it is a share of."""
    if at > position:
        return code[position] == PERCENT and code[at] == _REPORT and code[position + 1 : at] in ("", "的")
    return _THINKS.match(code, at + 1, position) is not None


def market_of(code: str, position: int) -> int | None:
    """Return where the field stands whose market a sum is the size of: 机器人市场规模达1."""
    found = _SIZE.search(code, max(0, position - _SIZE_FAR), position) if code[position] == MONEY else None
    return found.start("name") if found else None


def sizes_market(code: str, position: int) -> bool:
    """Tell whether a sum only says how large a market is: 进军3亿元的机器人市场."""
    return code[position] == MONEY and _SIZED.match(code, position + 1) is not None


def trained_on(code: str, position: int) -> int | None:
    """Return where the model stands that is trained on as many chips as a figure counts: 在2万张飞鱼1上训练海豚3."""
    found = _TRAINED.match(code, position)
    return found.start("name") if found else None


def worth(code: str, position: int, quantity: Quantity, holder: Holder, sure: float) -> float:
    """
    Return how likely a figure without a metric is worth telling of a name.

    Args:
        code: The code string of the sentence.
        position: Where the figure stands in it.
        quantity: The figure.
        holder: The name.
        sure: How surely it is that one and no other.
    """
    low, high = BOUNDS
    odds = _START + _SCORE * max(low, min(high, holder.score)) + _SURE * sure
    odds += sum([_WEIGHTS.get(each, 0.0) for each in traits(code, position, quantity, holder)])
    return UNSEEN / (1 + math.exp(-odds))


def hopeless(quantity: Quantity, code: str, position: int) -> bool:
    """Tell whether a figure without a metric is not worth telling whoever its subject is."""
    few = quantity.unit == "count" and (quantity.value < _FEW or quantity.counted.startswith(_IDLE))
    free = code[position] == MONEY and not quantity.value
    if (
        few
        or free
        or (quantity.unit in _LASTING and not is_trait(code, position))
        or code.startswith(_DIGITS, position + 1)
    ):
        return True
    names = _NAMING.get(quantity.unit)
    if names is not None and names.match(code, position + 1) is not None:
        return True
    if quantity.unit == "rank" and _LISTING.search(code, max(0, position - 4), position):
        return True
    if code[position] == PERCENT:
        return quantity.value >= _PARTED and _ROUNDED.match(code, position) is not None
    return quantity.unit != "rank" and _KIND_OF.match(code, position) is not None


def share_of_part(raw: Scene, position: int) -> str | None:
    """Say of which of a chip maker's processes a share is, if it is of one: 5纳米占A."""
    found = _PART.search(raw.code, max(0, position - _REACH), position) if raw.code[position] == PERCENT else None
    process = raw.slots[found.start()].quantity if found else None
    return f"{process.value:g}纳米占比" if process is not None and process.unit == "nm" else None


def traits(code: str, position: int, quantity: Quantity, holder: Holder) -> Iterator[str]:
    """Yield what shows of a figure, of its surroundings and of the name that it may be about."""
    kind, place, who = _kind(code, position, quantity), _place(holder.position, position), holder.mention.type
    yield from (kind, place, f"who:{who}", quantity.bound)
    if kind == "count":
        if _TEN <= abs(quantity.value) < _HUNDRED:
            yield "dozens"
        if not quantity.counted:
            yield "bare"
    if before := _BEFORE.search(code, max(0, position - _REACH), position):
        yield f"before:{before.lastgroup}"
    if behind := _BEHIND.match(code, position + 1):
        yield f"behind:{behind.lastgroup}"
    if kind == "share":
        yield f"share:{place}"
        yield f"share:{who}"
        yield f"shares:{min(_MANY, code.count(PERCENT))}"
        if _ASKED.match(code, position + 1):
            yield "asked"
    if kind in _SURVEYED and _SURVEY.search(code):
        yield f"survey:{kind}"


def _kind(code: str, position: int, quantity: Quantity) -> str:
    return "rank" if quantity.unit == "rank" else _KINDS.get(code[position], "physical")


def _place(at: int | None, position: int) -> str:
    return "past" if at is None else "here" if at < position else "after"
