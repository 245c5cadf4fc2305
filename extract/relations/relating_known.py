"""Relations that need few words because everybody knows them: a product beside its maker.

What the lexicon knows never makes a claim alone: both names must stand in the
text, close together, and the words between them must not speak against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ontology.frames import RelationFrame
from ontology.lexicon_versions import THINGS

from ..model import Mention
from .known import BODIES, Known
from .lasting import own_clause
from .patterns import compile_pattern, family_set
from .related import Related
from .roles import role_of
from .scene import ANY_NAME, CODE, WHEN, Scene
from .topics import Topics


def _frame(name: str, predicate: str, confidence: float) -> RelationFrame:
    return RelationFrame(f"known.{name}", predicate, (), confidence=confidence)


NEAR = _frame("maker", "develops", 0.77)
FAR = _frame("maker_far", "develops", 0.7)
ABOVE = _frame("maker_owner", "develops", 0.57)
NAMED = _frame("named", "develops", 0.6)
OPENED = _frame("opened", "develops", 0.8)
ITS = _frame("its", "develops", 0.85)
OWN = _frame("own_technology", "develops", 0.8)
SOLD = _frame("seller", "supplies", 0.7)
HEADS = _frame("head", "worksFor", 0.8)
PUBLISHED = replace(_frame("publisher", "publishes", 0.7), modality="asserted")  # a list or report that is known
_BUYING = frozenset({"uses.buy", "uses.needs"})
_FROM = re.compile("[从向找]")  # of somebody who sells it on
_GRANTED, _TO_COME = (
    {frame.id: replace(frame, modality=modality) for frame in (NEAR, FAR, ABOVE, NAMED, ITS, OWN)}
    for modality in ("asserted", "planned")
)

_MADE = "".join(CODE[name] for name in ("Model", "Product", "Chip"))  # no company and its product in one: 其AWS账号
_HEADED = re.compile(  # 海豚3产品负责人林远 is of who makes it
    rf"(?:系列|项目|专案|团队|平台)?\s?的?\s?(?P<role>[^，。；：！？、“”（）()的对向{ANY_NAME}]{{0,10}}?"
    rf"(?:负责人|主管|总监|副总裁|总经理|产品经理|首席(?!执行)[^，。；：！？、的{ANY_NAME}]{{2,6}}官))\s?(?={CODE['Person']})"
)
_OF_ANOTHER = re.compile("(?:用|使用|采用|基于|接入|搭载|比|对|与|和|同)\\s?$")
_SPECIAL = re.compile(
    r"\d\s?(?:纳米|奈米|nm)|制程|工艺|架构|指令集|引擎|封装|内核|HBM", re.IGNORECASE
)  # no field of many: 自动驾驶
_OWNED = re.compile(
    r"(?:[^，。；：！？的]{0,10}(?:推出|发布|研发|开发|量产|公布|打造|提出)(?!的)(?:了|出)?[^，。；：！？的]{0,8}|"
    r"(?:\s|的|自家|自研|自主研发|独有|独创|专有|最新|先进|新一代|第[一二三四五六七八九十\d]代){0,3})"
)
_BUYER_BEFORE = re.compile(r"(?:供应|供货|供给|出货|销售)(?:给|予|了){0,2}\s?$")  # 星海供应云川HBM4
_BUYER_BEHIND = re.compile(rf"(?:的|[^，。；：！？{ANY_NAME}]){{0,6}}(?:供应商|供货商|供应链|订单)")
_BOUGHT = re.compile("HBM")  # whose is made by few, and bought by those who are named beside it
_REACH = 12
_PUBLISHED_FAR = 40  # in one clause, or where somebody is ranked, whose list it is may be named so far from it
_RANKS = re.compile("评[为定选]|入[围选]|列[为入]|[位排]列|领导者|挑战者|上榜|图中")
_LISTED = r"[和与及、]"  # 星海和云川的海豚3
_AMISS = re.compile(  # a maker far before its thing is there for something else
    rf"^{_LISTED}|集成|整合|搭载|基于|收购|合作|利用|我们|一部分|可以|能够|功能|与{family_set('org')}"
)
_AMISS_NEAR = re.compile(rf"^{_LISTED}|收购|功能")
_AMISS_BEHIND = re.compile(rf"[{ANY_NAME}]|[使应]用|支持|基于|整合|集成|训练")  # a thing stands before its maker
_AMISS_FAR_BEHIND = re.compile(rf"[{ANY_NAME}]|[上在用]|功能")
_UNLIKE = re.compile(r"[^，。；]{0,6}(?:一样|类似|不同|相似)(?:的是)?，")  # 与海豚2类似，云川公司构建了海豚3
_YARDSTICK = re.compile("(?:相[比较对]于?|不[如及]从?|升级[到至])$")  # 云川公司的新模型相对海豚2
_KIND = re.compile(  # a name of many things, or of where they are sold, not of one: 苹果手机, 云川市场
    r"(?:手机|设备|平台|模型|API|\.com|Marketplace|市场|商店|Store|频道|大会|Summit|计划|官网|Website|Policy|Day|"
    r"Workshop|Transactions|Companies|Consulting)$",
    re.IGNORECASE,
)
_ITS_THING = compile_pattern(
    "{s:Company,Organization}(?!{-14}(?:计划|项目|业务|客户|用户|需要|通过|利用|借助)){=16}{o:Model,Product,Chip}", ITS
)
_PLACE_BEFORE, _PLACE_BEHIND = re.compile("(?:在|访问)$"), re.compile("上(?![线市])")
_RELEASE = "发布|推出|上线|亮相|面世|问世|上市|发售|公布|发表|开源|开放"
_MAKING = re.compile(  # of the thing right behind it, not of another whose use with it is told: 推出A、将B用于S
    rf"(?:(?:{_RELEASE}|开发(?![者商人])|研发|研制|打造|构建|设计|量产)(?!的)|将[^，。；]{{0,8}}(?:{_RELEASE}))"
    "(?:(?![将把]|[应用]用|用于|支持|帮助|集成|整合)[^，。；])*$"
    rf"|(?:{_RELEASE})的[^，。；：{ANY_NAME}]{{1,12}}[：:][^。；：]*$"  # 今天发布的两个模型：S
)
# 星海表示，云川将推出海豚3: whoever is named in a later clause is who will ship it.
_SHIPPED = re.compile(
    rf"(?:[，,；：:]|伙伴|客户|厂商|供应商)[^，。；：{ANY_NAME}]{{0,8}}(?<![与和同跟]){family_set('org')}"
)
# 3.推出海豚3: an item that opens with what somebody released goes on with whom the text is about
_OPENS = re.compile(
    r"\s*(?:[-*•·▪●—]+\s*|[（(]?\d{1,2}[.、)）]\s*|[一二三四五六七八九十]{1,2}[、.])?"
    rf"(?:(?![^，：]*(?:问题|[如若]|要是|传闻))[^，。；：！？{ANY_NAME}]{{0,16}}[，：])?(?:此外|另外|同时|随后|首先|最后|正式|重磅|首次|宣布|还|也|又|并|再|将|[{WHEN}，])*"
    rf"(?:发[布表]|推出|公布|揭晓|上线|开源)了?[^，。；：！？{ANY_NAME}]{{0,16}}"
)
_TEASED = re.compile(rf"(?:剧透|预告)了?[^，。；：{ANY_NAME}]{{0,8}}$")  # what is only told of ahead
_LATER = re.compile(f"[^，。；{ANY_NAME}]{{0,8}}(?:(?<!已)将|拟|预计|计划|有望)[^，。；]{{0,12}}(?:{_RELEASE})")


def known_relations(known: Known, raw: Scene, topics: Topics) -> Iterator[Related]:
    """Yield the known relations between names of one sentence."""
    names = [(at, mention) for at, slot in raw.slots.items() for mention in slot.mentions]
    topics.meet(mention for _, mention in names)
    for at, mention in names:
        makers = known.of_thing(mention)
        if makers and mention.type == "Report":
            yield from _published(raw, at, mention, makers, names, topics)
        elif makers or mention.type in THINGS:
            yield from _made(raw, at, mention, makers, names, topics)
            yield from _headed(raw, at, mention, makers, topics)
        elif mention.type == "Technology" and (owner := _owner(raw, at)):
            yield _related(OWN, raw, owner[1], mention, at, owner[0])


def _headed(raw: Scene, at: int, thing: Mention, makers: tuple[str, ...], topics: Topics) -> Iterator[Related]:
    """Yield who heads a thing, and so is of the house, named by now, that is known to make it: 海豚3负责人林远."""
    post = _HEADED.match(raw.code, at + 1)
    if post is None or _OF_ANOTHER.search(raw.code, max(0, at - 3), at):
        return
    if maker := _named(makers[0], topics) if makers else _in_name(thing, topics):
        person = raw.slots[post.end()].mentions[0]
        yield Related(HEADS, raw, person, maker, at, post.end() + 1, role_of(post["role"]), None, False)


def _owner(raw: Scene, at: int) -> tuple[int, Mention] | None:
    """Return the company right before a technology that is not a field of many: 台积电的3纳米制程, 英特尔x86架构."""
    place = max((each for each in raw.slots if each < at), default=-1)
    if place < 0 or not _SPECIAL.search(raw.slots[at].mentions[0].text):
        return None
    owners = [each for each in raw.slots[place].mentions[-1:] if each.type in BODIES]
    owned = owners and _OWNED.fullmatch(raw.code, place + 1, at) and not _buys(raw, place, at)
    return (place, owners[0]) if owned else None


def _buys(raw: Scene, place: int, at: int) -> bool:
    """Tell whether the company right before a technology is the one that it is sold to: 星海是云川HBM4的供应商."""
    bought = _BOUGHT.search(raw.slots[at].mentions[0].text) and _BUYER_BEHIND.match(raw.code, at + 1)
    return bool(bought or _BUYER_BEFORE.search(raw.code, 0, place))


def sellers(bought: Iterable[Related], topics: Topics) -> Iterator[Related]:
    """Yield who sells what is *bought* and bears the seller's name: 星海智能采购了英伟达芯片."""
    for each in bought:
        direct = each.frame.id in _BUYING and not _FROM.search(each.scene.code, each.start, each.end)
        maker = _in_name(each.object, topics) if direct else None
        if maker is None or maker.entity == each.subject.entity:
            continue
        if SOLD.relation.fits(maker.type, each.subject.type):
            yield each._replace(frame=SOLD, subject=maker, object=each.subject)


def _made(
    raw: Scene, at: int, thing: Mention, makers: tuple[str, ...], names: list[tuple[int, Mention]], topics: Topics
) -> Iterator[Related]:
    found = _nearest(at, makers[:1], names)
    if found:
        frame = NEAR if abs(found[0] - at) <= _REACH else FAR
        if not _amiss(raw.code, found[0], at):
            yield _related(frame, raw, found[1], thing, at, found[0])
        return
    found = _nearest(at, makers[1:], names)
    if found:
        yield _related(ABOVE, raw, found[1], thing, at, found[0])
        return
    owner = _its_owner(raw, at)
    if owner:
        yield _related(ITS, raw, owner[1], thing, at, owner[0])
        return
    maker = _in_name(thing, topics)
    if maker and not _is_kind(raw.code, at, thing):
        yield _related(NAMED, raw, maker, thing, at, at)
    elif makers and _OPENS.fullmatch(raw.code, 0, at) and (maker := _named(makers[0], topics)):
        yield Related(OPENED, raw, maker, thing, 0, at + 1, None, None, False)


def _published(
    raw: Scene, at: int, report: Mention, makers: tuple[str, ...], names: list[tuple[int, Mention]], topics: Topics
) -> Iterator[Related]:
    """Yield who publishes a report that is known: IDC MarketScape."""
    found, named = _nearest(at, makers[:1], names), _in_name(report, topics)
    start, end = sorted((at, found[0] if found else at))
    reach = _REACH if "，" in raw.code[start:end] and not _RANKS.search(raw.code) else _PUBLISHED_FAR
    if found and end - start <= reach and not _amiss(raw.code, found[0], at):
        yield Related(PUBLISHED, raw, found[1], report, start, end + 1, None, None, False)
    elif named and named.entity == makers[0]:
        yield Related(PUBLISHED, raw, named, report, at, at + 1, None, None, False)


def _its_owner(raw: Scene, at: int) -> tuple[int, Mention] | None:
    """Return the body that 其 right before a thing stands for: 其旗舰产品海豚3."""
    place = max((each for each, slot in raw.slots.items() if each < at and slot.mentions), default=-1)
    names = raw.slots[place].mentions if place >= 0 else ()
    if len(names) != 1 or names[0].text != "其" or raw.code[at] not in _MADE:
        return None
    return (place, names[0]) if _ITS_THING.fullmatch(raw.code, place, at + 1) else None


def _amiss(code: str, maker: int, thing: int) -> bool:
    """Tell whether what stands between a maker and its thing speaks of something else than the making."""
    far = abs(maker - thing) > _REACH
    if maker < thing:
        amiss = (_AMISS if far else _AMISS_NEAR).search(code[maker + 1 : thing])
        return amiss is not None or (far and _YARDSTICK.search(code, maker, thing) is not None)
    if _UNLIKE.match(code, thing + 1, maker):
        return True
    return (_AMISS_FAR_BEHIND if far else _AMISS_BEHIND).search(code, thing + 1, maker) is not None


def _is_kind(code: str, at: int, thing: Mention) -> bool:
    """Tell whether a name with its maker's in it is of a kind of things, or only of where something is done."""
    on_it = _PLACE_BEFORE.search(code, max(0, at - 2), at) or _PLACE_BEHIND.match(code, at + 1)
    return bool(on_it or _KIND.search(thing.text))


def _in_name(thing: Mention, topics: Topics) -> Mention | None:
    """Return the body, named before, whose name opens the thing's name: 苹果地图."""
    openings = (topics.named.get(thing.text[:size]) for size in range(2, len(thing.text)))
    found = [mention for mention in openings if mention is not None and mention.type in BODIES]
    return min(found, key=lambda mention: mention.span.start, default=None)  # who was named first


def _named(entity: str, topics: Topics) -> Mention | None:
    """Return where an entity was named before."""
    return next((mention for mention in topics.named.values() if mention.entity == entity), None)


def _nearest(at: int, ids: tuple[str, ...], names: list[tuple[int, Mention]]) -> tuple[int, Mention] | None:
    found = [(place, mention) for place, mention in names if mention.entity in ids]
    return min(found, key=lambda each: abs(each[0] - at)) if found else None


def _related(frame: RelationFrame, raw: Scene, subject: Mention, object_: Mention, one: int, other: int) -> Related:
    """
    Return a known relation; as surely as its clause says, if that is about the making of the thing.

    Who will use a thing, hopes for it or does not sell it any more, takes for granted that it was made;
    what is yet to be released (OpenAI的GPT-9将于明年发布) is not made yet.
    """
    start, end = min(one, other), max(one, other) + 1
    later = _LATER.match(raw.code, end) or _TEASED.search(raw.code, start, one)
    making = _making(raw.code, start, end, one)
    shipped = making is not None and other < one and _SHIPPED.search(raw.code, other + 1, making.start())
    if making is None or shipped or (later and object_ in raw.slots[end - 1].mentions):
        frame = (_TO_COME if later else _GRANTED)[frame.id]
    return Related(frame, raw, subject, object_, start, end, None, None, False)


def _making(code: str, start: int, end: int, thing: int) -> re.Match[str] | None:
    """Return what stands between a maker and its thing and tells of the making of just that."""
    if thing == start:
        return _MAKING.search(code, thing, end)
    left = own_clause(code, start, thing)
    mark = code.rfind("，", left, thing)
    return _MAKING.search(code, left, mark if mark > 0 else thing)
