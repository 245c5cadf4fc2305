"""Who a clause without a subject of its own is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from ..entities.voices import is_us
from ..model import Mention
from .phrase_slots import ANY_FIGURE, MONEY, PERCENT, TWOFOLD, code_of
from .sayers import is_medium
from .scene import ANY_NAME, CODE, WHEN, Scene, Slot
from .taken import THINGS, USED, is_of_its_own
from .teams import Teams

_AT_VENUE = rf"{CODE['Organization']}(?:主板|创业板)?(?:IPO|上市|挂牌|首发)"  # 云川公司科创板IPO过会
_LEAD = rf"[^，。；：！？{ANY_NAME}]{{0,12}}[{ANY_NAME}](?!的?(?!{_AT_VENUE})[{ANY_NAME}])"
_FIRST, _OPENING = re.compile(_LEAD), re.compile(rf"[，。；：！？,;!?\n]{_LEAD}")
_HEAD = re.compile(  # 执掌云川的林远，...; 曾在云川工作的林远后来...
    rf"的[^，。；：！？的{ANY_NAME}]{{0,6}}{CODE['Person']}(?=[，,]|[也曾则还]?已)"
    rf"|(?:(?<=[，。；：！？,;!?\n])|^)(?:如今|昨[日天]|今[日天年]|去年|此前|{WHEN})?(?:[曾在从由]|来自|出身|毕业|任职|负责|执掌|领导|创[办立建])"
    rf"[^，。；：！？的]{{0,16}}的[^，。；：！？的{ANY_NAME}]{{0,4}}{CODE['Person']}(?![的、和与及])"
)
_AWAY = re.compile(
    rf"(?:[对向与和同为给把将被由让在从据获经遭受像如比用（({WHEN}]|(?<![删解清移排扣免消去])除了?|来自|(?:[曾历]任|供职于?|就职于?|效力于?|毕业于)[^，。；：！？{ANY_NAME}]{{0,2}}|师从[^，。；：！？{ANY_NAME}]{{0,10}}|由(?!于)[^，。；：！？{ANY_NAME}]{{0,10}}|接近|类似|对标|堪比|媲美|比肩|仅次于|获得|包含|基于|包括|例如|(?:投资|注资|领投|跟投|参投|收购|并购|买下)[了过]|(?:斥责|抨击|谴责|怒斥|炮轰|嘲讽|起诉|状告|任命)(?:了|过)?|"
    rf"(?:CPU|GPU|NPU|处理器|显卡|芯片|内存|显存|存储|模型|架构|核心|内核|工艺|制程|封装|互联|互连|接口|总线|网络|规格|精度)"
    rf"[^，。；：！？{ANY_NAME}]{{0,4}}[：:|][^，。；：！？{ANY_NAME}]{{0,8}})$"
)
_UNLIKE = re.compile(  # 与许多依赖星海智能的同行不同，云川公司...: whom one is unlike is not spoken of next
    rf"\s?(?:[与和跟同]|相较于|比起)[^，。；：！？{ANY_NAME}]{{0,10}}[{ANY_NAME}]"
    r"[^，。；：！？]{0,16}(?:不同|相比|不一样|相反|迥异|类似|一样|相较)(?:的是)?[，,]"
)
_BASIS = re.compile("为(?:基础|基座|底座|蓝本|原型)")  # 以海豚3为基础
# Who gave money is not whom the text is about: 现有投资者云川参与了本轮。
_BACKER = re.compile(r"(?:投资[方者人]|投资机构|股东|[领跟参]投方)(?:除了?)?\s?$")
_HOLDS = re.compile(  # 云川招股。星海持股11.5%, 星海将追加1: the text is not about who holds shares of it, or pays
    rf"(?:合计|间接|直接|共|则|目前|仍)?(?:持股|持有)(?:约|近|超过?|比例|为)?[{PERCENT}]"
    rf"|[^，。；：{ANY_NAME}{ANY_FIGURE}]{{0,8}}(?:追加|领投|跟投|参投)(?:投资)?(?:(?:了|约|近|至多)?[{MONEY}]|(?=[，。；]))"
)
_TELLERS = CODE["Organization"] + CODE["Government"]
_PAPERS = re.compile(  # 交易所文件显示，云川...: whose papers tell of somebody else
    rf"(?:的|最新|官网)?[^，。；：！？{ANY_NAME}]{{0,6}}(?:文件|资料|公告|记录)[^，。；：！？{ANY_NAME}]{{0,3}}(?:显示|表明|披露)[，,]"
)
_BACKERS = CODE["Company"] + CODE["Organization"]
_MADE = "".join(CODE[name] for name in ("Model", "Product", "Chip"))
_MADE_HERE = frozenset(_MADE)
_OTHERS = "".join(code for name, code in CODE.items() if name != "Technology") + TWOFOLD
_SHOWN = re.compile(  # what is shown to the world is spoken of next: 星海智能发布了飞鱼X1。显存为...
    r"(?:发布|推出|带来|揭晓|公布|展示|上线|发表|亮出|祭出|开源|打造|研发|开发|提出)(?:了|出)?"
    rf"[^，。；：！？的{_OTHERS}]{{0,24}}(?:[{_MADE}]\s?)?(?P<thing>[{_MADE}])"
)
_SAID = re.compile(  # what somebody tells of in one breath is spoken of next: 云川公司表示飞鱼X1是最快的芯片，带宽是…
    rf"(?:表示|声?称|指出|认为|透露|宣布|强调)(?!其)[^，。；：！？的{ANY_NAME}]{{0,6}}(?P<thing>[{_MADE}])"
    rf"(?=(?!的|和|与|及|、)[^，。；：！？{ANY_NAME}]{{0,4}}(?:是|在|[可能将会]|已|支持|采用|拥有|具|比|为))"
)
_FOUNDED = re.compile(  # what somebody founds is spoken of next: 林远创办了云川，并拿到投资
    rf"{CODE['Person']}[^，。；：！？{ANY_NAME}]{{0,16}}(?:{CODE['Person']}[^，。；：！？{ANY_NAME}]{{0,8}})?"
    rf"(?:创办|创立|创建)了?[^，。；：！？的{ANY_NAME}]{{0,14}}(?P<thing>[{_BACKERS}])(?=[，,])"
)
_MADE_BY = re.compile(rf"(?:^|[，。；：！？])[^，。；：！？{ANY_NAME}]{{0,10}}由$")
_ITEM = re.compile(rf"\s?(?:[-–·•*|]|[^，。；！？{ANY_NAME}]{{1,10}}[：:])[^。！？]*$")  # of a list: 显存：80GB
_UNQUOTE = ("”", "」")
_LABEL = 16  # how far before a name the label of a line may open: 处理器：


def subjects(scene: Scene) -> list[tuple[int, Slot]]:
    """Return the names of a phrase scene that stand where a subject stands, in order."""
    return [(place, scene.slots[place]) for place in _places(scene.code)]


@lru_cache(maxsize=64)
def _places(code: str) -> tuple[int, ...]:
    """Return where in a code string subjects stand; of one sentence this is asked several times in a row."""
    first = _FIRST.match(code)
    spans = [first.span()] if first else []
    spans += [(match.start() + 1, match.end()) for match in _OPENING.finditer(code, first.end() if first else 0)]
    if CODE["Person"] in code:
        spans += [match.span() for match in _HEAD.finditer(code)]
    return tuple(sorted({end - 1 for start, end in spans if not _is_away(code, start, end - 1)}))


def _is_away(code: str, start: int, at: int) -> bool:
    if _AWAY.search(code, max(0, start - _LABEL), at) or _UNLIKE.match(code, start):
        return True
    if code[at] in _BACKERS and (_BACKER.search(code, start, at) or is_of_its_own(code, at)):
        return True
    if _HOLDS.match(code, at + 1) or (code[at] in _TELLERS and _PAPERS.match(code, at + 1)):
        return True
    if code[at] in _MADE_HERE and code.startswith("以", at - 1) and _BASIS.match(code, at + 1):
        return True
    return code[at] in THINGS and bool(USED.search(code, start, at))


_NOBODY: Mapping[str, Mention] = MappingProxyType({})


class Topics:
    """Remembers the subjects of the sentences read so far, nearest first."""

    def __init__(self, reach: int = 3) -> None:
        self._reach = reach
        self._past: list[list[Slot]] = []
        self._last: tuple[Scene, list[tuple[int, Slot]]] | None = None
        self.named: dict[str, Mention] = {}
        self._backed: list[Mapping[str, Mention]] = []
        self._bought: dict[str, Mention] = {}
        self.teams = Teams()

    def remember(
        self, scene: Scene, backed: Mapping[str, Mention] = _NOBODY, bought: Mapping[str, Mention] = _NOBODY
    ) -> None:
        """Take in a sentence that has been read, to whom it says that each entity gave money, and who bought it."""
        self._bought.update(bought)
        self._backed.insert(0, backed)
        del self._backed[self._reach :]
        found = [slot for _, slot in self._subjects(scene)]
        if scene.code.endswith(_UNQUOTE):  # nobody goes on speaking of his firm
            found = [slot for slot in found if not any(map(is_us, slot.mentions))]
        if _ITEM.match(scene.code) and not any(slot.code != CODE["Technology"] for slot in found):
            return  # an item of a list is of what stands above the list
        self._past.insert(0, found)
        del self._past[self._reach :]

    def before(self, scene: Scene, position: int, classes: str, *, houses: bool = False) -> tuple[Mention, ...]:
        """
        Return the names that a subjectless clause at *position* is about; empty if none fits.

        Args:
            scene: The phrase scene of the sentence.
            position: Where the clause begins.
            classes: The codes of the classes that fit.
            houses: Whether a person stands for his house: 云川公司CEO林远.
        """
        found = self.here(scene, position, classes, houses=houses)
        if not found and any(is_of_its_own(scene.code, at) for at in range(position) if scene.code[at] in _BACKERS):
            return ()  # 星海投资的公司“云帆”，...: nobody knows whom it is about
        return found or self.recent(classes, houses=houses)

    def here(self, scene: Scene, position: int, classes: str, *, houses: bool = False) -> tuple[Mention, ...]:
        """Return the nearest subject before *position* in the sentence itself that has one of the classes."""
        found = [slot for at, slot in self._subjects(scene) if at < position]
        return _fitting(reversed(found), classes, houses=houses)

    def backed(self, found: tuple[Mention, ...], scene: Scene, *, far: bool = False) -> tuple[Mention, ...]:
        """
        Return whom the round goes to that an earlier sentence spoke of, where *found* are who gave money there.

        Args:
            found: Whom the clause seems to be about.
            scene: The sentence.
            far: Whether more than the last sentence may have told it.
        """
        if any(scene.span.contains(each.span) for each in found):
            return found
        told = self._backed if far else self._backed[:1]
        return tuple(_raiser(each, told) for each in found)

    def buyers(self, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Return who bought those that seem to buy more, where that was told: A收购B。这是继收购C后的又一次收购."""
        return tuple(self._bought.get(each.entity, each) for each in found)

    def meet(self, mentions: Iterable[Mention]) -> None:
        """Remember who was named, by name."""
        for mention in mentions:
            if mention.rule != "coreference":
                self.named.setdefault(mention.text, mention)

    def _subjects(self, scene: Scene) -> list[tuple[int, Slot]]:
        """Return the subjects of a scene; those of the last one are kept."""
        if self._last is None or self._last[0] is not scene:
            at = {*_places(scene.code), *_shown(scene.code), *_made_by(scene)}
            found = [(place, scene.slots[place]) for place in sorted(at)]
            media = {each.entity for at, slot in found if is_medium(scene.code, at, slot) for each in slot.mentions}
            self._last = scene, [(at, slot) for at, slot in found if not media.issuperset(_entities(slot))]
        return self._last[1]

    def recent(self, classes: str, *, houses: bool = False) -> tuple[Mention, ...]:
        """Return the subject of the nearest earlier sentence that has one of the classes."""
        for sentence in self._past:
            if found := _fitting(sentence, classes, houses=houses):
                return found
        return ()


def _shown(code: str) -> list[int]:
    """Return where in a code string things stand that are shown to the world."""
    told = () if _MADE_HERE.isdisjoint(code) else (*_SHOWN.finditer(code), *_SAID.finditer(code))
    found = [match.start("thing") for match in told]
    return found if CODE["Person"] not in code else found + [m.start("thing") for m in _FOUNDED.finditer(code)]


def _made_by(scene: Scene) -> list[int]:
    """Return where names stand that are told with who made them: 由林远创立的云川 is a subject, 由云川 is none."""
    code, slots = scene.code, scene.slots
    found = [at for at, slot in slots.items() if slot.mentions and code[max(0, at - 1)] == "由"]
    return [
        at for at in found if slots[at].span.start < slots[at].mentions[0].span.start and _MADE_BY.search(code, 0, at)
    ]


def _fitting(slots: Iterable[Slot], classes: str, *, houses: bool = False) -> tuple[Mention, ...]:
    for slot in slots:
        if slot.code in classes:
            return slot.mentions
        if houses and slot.house and code_of(slot.house[0]) in classes:
            return slot.house
    return ()


def _raiser(giver: Mention, told: Iterable[Mapping[str, Mention]]) -> Mention:
    """Return whom *giver* gave money to by the last sentences, nearest first, if none tells that it was given any."""
    for backed in told:
        if giver.entity in backed:
            return backed[giver.entity]
        if any(each.entity == giver.entity for each in backed.values()):
            break
    return giver


def _entities(slot: Slot) -> set[str]:
    return {each.entity for each in slot.mentions}
