"""Noun phrases shown by their head: OpenAI的GPT-4 is a model, 微软CEO纳德拉 a person, 法国的Mistral a company."""

from __future__ import annotations

import re

from ..model import Span
from .phrase_slots import ANY_FIGURE, ANY_NAME, BODY, CODE, TWOFOLD, WHEN, Scene, Slot, assemble, join_lists

_ORG = f"[{CODE['Company']}{CODE['Organization']}{CODE['Government']}{TWOFOLD}]"
_THING = f"[{CODE['Model']}{CODE['Product']}{CODE['Chip']}{CODE['Technology']}{TWOFOLD}]"
_PERSON = CODE["Person"]
_PLACE = CODE["Place"]
_MARKS = "，。；：、！？“”‘’（）()\n" + ANY_NAME + ANY_FIGURE + WHEN
_WORD = rf"[^的\s{_MARKS}]"
_POST = (
    r"(?:首席" + _WORD + r"{1,4}官|首席" + _WORD + r"{2,5}|C[A-Z]O|董事长|总裁|总监|主席|创始人|创办人|联创|总经理|"
    r"负责人|主管|教授|研究员|研究人员|科学家|分析师|经理|院士|部长|总统|首相|总理|发言人|工程师|掌门人?|执行长|"
    r"总编辑?|编辑|主编|行长|财长|局长|署长|国务卿|大臣|委员|主持人|开发人员|合伙人|秘书长|院长|所长|校长|主任|高管|顾问|董事|员工|设计师|架构师|策略师|经济学家|老板|副总|会长|社长|理事长|董座|掌舵人)"
)
_TITLE = rf"{_WORD}{{0,10}}{_POST}"
_NEW = (
    r"(?:的|自家的?|自研的?|旗下的?|最新的?|自主研发的?|推出的|发布的|开发的|新一代|下一代|上一代|最新一代|新款|\s|"
    r"开源|闭源|旗舰|大模型|AI|人工智能|芯片|模型|GPU|CPU|云|新){0,3}"
)
_BODY = rf"(?:{BODY}|对手)"  # 美国对手星海 is one, but no list goes on over it: 云川、星海和对手远山
_VERB = (  # 微软的员工在用GPT-4 is no phrase
    r"(?:(?:推出|发布|开发|提出|研发|打造|构建|创建|使用|采用|搭载|接入|集成|支持|部署|训练|利用|借助|依靠|购买|采购|基于)(?!的)|"
    r"在|是(?!否)|被|由|将|把|让|从|与|和|给|向|超过|优于|击败|[应采使利]?用[了着过]|(?<![应采使利通专商])用(?![户途的于]))"
)
# What a body does, or to whom, before another that a word describes: 云川收购芯片公司星海 is no phrase.
_DEED = (
    rf"(?:{_VERB}|收购|并购|买下|买入|入股|参股|控股(?!公司|集团)|投资(?!公司|机构|集团|银行|平台|部门)|投了|注资|[领跟参]投|押注|增持|减持|[收吞]编|"
    r"起诉|控告|状告|指控|联手|携手|牵手|联合|结盟|签约|合作|挖角|挖走|供货|供应(?!商)|采购|租用|成立|组建|设立|创办|创立|剥离|出售|卖|拆分|关闭|"
    r"超越|击败|对标|对抗|挑战|取代|替代|加入|离开|访问|力挺|看好|点名|批评|对(?!话|手)|为|跟|获)"
)
_TEAM = (  # of the body's
    r"(?:副?教授|博士|院士|研究员|老师)?(?:等人)?(?:及其|领导的|带领的|的)?(?:研究|科研)?(?:团队|课题组|小组|实验室)"
)
_BACKED = r"(?:支持|投资|领投|持股|控股|收购|创办|创立|创建|运营|领导|旗下|成立)"
_PHRASE = re.compile(  # the first character is looked at behind it: a search passes over all that begin no phrase
    rf"[前原{_ORG[1:-1]}{_THING[1:-1]}{_PERSON}{_PLACE}](?:"
    rf"(?:(?<={_ORG})|(?<=[前原]){_ORG})\s?(?:前|的|原)?(?!以?及|和|与|连同|被|遭|起诉|状告|控告|指控|解雇|开除|辞退|挖走|挖来|聘请|招募){_TITLE}(?:[、兼和与及暨]{_TITLE})*\s?(?P<person>{_PERSON})"
    rf"|(?<={_ORG})的?{_PERSON}{_TEAM}"
    rf"|(?<={_ORG})(?:{_NEW}|的(?:(?!{_VERB}){_WORD}){{0,10}})(?P<thing>{_THING})"
    rf"|(?<={_THING})的?(?:开发商|开发者|制造商|母公司|创建者)(?P<maker>{_ORG})"
    rf"|(?<={_PLACE})的?(?:(?:(?!{_DEED}){_WORD}){{0,10}}(?:{_THING}{_WORD}{{0,4}})?{_BODY}\s?)?(?P<local>{_ORG})"
    rf"|(?<={CODE['Technology']}){_WORD}{{0,6}}{_BODY}\s?(?P<field>{_ORG})"
    rf"|(?<=[{_ORG[1:-1]}{_PERSON}])(?:公司)?(?:{_BACKED}?的|旗下)(?:{_WORD}{{0,8}}{_BODY}\s?)?(?P<owned>{_ORG})"
    rf"|(?<={_ORG})(?:(?:(?!{_DEED}){_WORD}){{0,4}}(?:(?:子|母|上市)?公司|部门)|(?:最?大|主要|[老宿]|直接|竞争)*(?:对手|劲敌|宿敌|[竞死]敌|竞对|死对头))\s?(?P<kin>{_ORG}))"
)
_OBSERVES = re.compile("分析师|策略师|经济学家|教授|研究员|[前原]")  # who speaks of others, or no longer for his house
# What stands between the last of a list and a body of its own: 苹果、谷歌旗下DeepMind
_OWN = re.compile(r"(?:公司|集团)?旗下的?|[^的]{0,6}(?:部门|子公司)")
_GLOSS = re.compile(  # figures stay to be seen, but for those between the members of a list
    rf"[{ANY_NAME}]\s?[（(](?:[^（）()。；！？{ANY_FIGURE}]{{1,40}}[）)]|[^（）()。；！？]{{1,40}}[）)](?=\s?[、和与及以]))"
)
_APART = rf"。；！？（）()—{ANY_NAME}{ANY_FIGURE}"
_DASHED = re.compile(rf"[{ANY_NAME}]\s?—+[^{_APART}]{{2,40}}—+")  # 云川——就是做起司的那家公司——正在用小海
_APPOSED = re.compile(  # 云川，一家支付平台，选用小海: what is said of whom a sentence opens with, before what he does
    rf"[\s“「『，,{WHEN}]*(?P<name>[{ANY_NAME}])[，,]\s?(?:一[家款个位种所]|作为|[^，。；：！？的—{ANY_NAME}]{{0,8}}?(?:领先|一流|知名|著名|顶尖|最大)的)[^，：{_APART}]{{2,40}}[，,](?!\s?(?:[与和及同]|以及)\s?[{ANY_NAME}]\s?[，,])"
)


def phrase_scene(folded: str, scene: Scene) -> Scene:
    """Return the same sentence with noun phrases shown by their heads, lists of phrases joined."""
    if len([slot for slot in scene.slots.values() if slot.mentions]) < 2:
        return scene
    if "（" in scene.code or "(" in scene.code:
        scene = _without(_GLOSS, folded, scene)
    if "—" in scene.code:
        scene = _without(_DASHED, folded, scene)
    if apposed := _APPOSED.match(scene.code):
        scene = _merged(folded, scene, [(apposed.start("name"), apposed.start("name"), apposed.end())])
    for _ in range(2):
        reduced = _reduced(folded, scene)
        if reduced is scene:
            break
        scene = reduced
    slots = list(scene.slots.values())
    joined = join_lists(folded, slots, mixed=True)
    return scene if joined == slots else assemble(folded, scene.span, joined)


def _without(aside: re.Pattern[str], folded: str, scene: Scene) -> Scene:
    """Let a name take in what is said aside behind it."""
    found = [(match.start(), *match.span()) for match in aside.finditer(scene.code)]
    return _merged(folded, scene, found) if found else scene


def _reduced(folded: str, scene: Scene) -> Scene:
    found = [(m.start(m.lastgroup or 0), m.start(), m.end()) for m in _PHRASE.finditer(scene.code)]
    return _merged(folded, scene, found) if found else scene


def _merged(folded: str, scene: Scene, phrases: list[tuple[int, int, int]]) -> Scene:
    """Put the head's slot in the place of each phrase (head, start, end), then join lists anew."""
    kept: list[Slot] = []
    at = 0
    for position, slot in scene.slots.items():
        while at < len(phrases) and phrases[at][2] <= position:
            at += 1
        head, start, end = phrases[at] if at < len(phrases) else (-1, -1, -1)
        if not start <= position < end:
            kept.append(slot)
        elif position == head:
            kept += _headed(folded, scene, slot, start, end)
    return assemble(folded, scene.span, join_lists(folded, kept))


def _headed(folded: str, scene: Scene, head: Slot, start: int, end: int) -> list[Slot]:
    """Return the head that stands for a phrase, behind the other names of a list that the phrase ends."""
    inside, first = scene.clean(start, end), scene.slots.get(start)
    if first is not None and (others := _before(folded, first, head)):
        owner = first.mentions[-1]
        members = (owner, *head.mentions) if head.code in _THING else head.mentions  # of a thing either may be meant
        return [others, head._replace(span=Span(owner.span.start, inside.end), mentions=members)]
    if first is None or head.code != _PERSON or first.code not in _ORG or _OBSERVES.search(scene.code, start, end):
        return [head._replace(span=inside)]
    return [head._replace(span=inside, house=first.mentions)]


def _before(folded: str, owners: Slot, head: Slot) -> Slot | None:
    """Return the names of a list that ends in a name with its own behind it: 苹果 of 苹果、微软 Azure."""
    if owners is head or len(owners.mentions) < 2:
        return None
    *others, owner = owners.mentions
    between = folded[owners.span.end : head.span.start].strip()
    own = not between if head.code in _THING else _OWN.fullmatch(between)
    if not own or folded[: owner.span.start].rstrip()[-1:] != "、":
        return None
    return owners._replace(span=Span(owners.span.start, others[-1].span.end), mentions=tuple(others))
