"""Whom a figure is about: the names around it, weighed by where they stand."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Mention
from .scene import ANY_FIGURE, ANY_NAME, CODE, TIMES, WHEN, Scene, Slot
from .timing import quarter_of
from .topics import subjects

_BOUND = re.compile(r"[，。；：！？,;!?\n]")
_ORG = f"{CODE['Company']}-{CODE['Government']}"
_LEFT = re.compile(
    r"(?P<source>据|根据|援引|来自|引述)$"
    r"|(?P<than>比|比起|较|高于|低于|超过|超越|相当于|仅次于|媲美|相比|优于|快于|落后于|而不是|不及|相对于|相较于?|是上一代|是|为|优于|击败)$"
    r"|(?P<compared>与|和|同|跟)$"
    r"|(?P<receiver>向|给|对|为|在|于|用于|用|使用|加入|进入|针对|购买|采购|基于)$"
    r"|(?P<agent>由|被|从|获|获得|获得了|得到|以及|包括|例如|如|像|比如)$"
    r"|(?P<object>收购|投资|领投|参投|支持|推出|发布|训练|创立|控股|投资了|收购了|推出的?|发布的?)$"
    r"|(?P<also>其中|而|但|不过|目前|尤其是|同时|此外|今年|去年)[，]?$"
)
_RIGHT = re.compile(
    rf"(?P<owner>(?:旗下)?的?[{ANY_NAME}])"
    r"|(?P<speaks>[^，。]{0,6}?(?:表示|称|指出|认为|透露|预计|预测|估计|报道|报导|数据|显示|统计|援引|网站|分析师))"
    r"|(?P<list>[、和与及以])"
    r"|(?P<colon>[：:])"
    r"|(?P<pause>[，,。；])"
    r"|(?P<compared>等?(?:相比|相较|而言))"
    r"|(?P<bracket>[）)])"
    r"|(?P<ofs>的)"
    r"|(?P<does>将|已|在|也|还|正|曾|于|以|从|今年|去年|计划|宣布|目前|首次|每|拥有|获得|完成|达|占|上涨|下跌|涨|跌|花费|投入)"
    r"|(?P<member>(?:等|领投|参投|跟投|牵头|为首|主导))"
)
_RATIO = re.compile(r"(?:服务器|芯片|系统|模型|产品)?的(?:约|近|超过?|\*|\s)*")
_GLOSS = re.compile(rf"[（(][^，。）){ANY_NAME}]{{0,6}}")
_QUARTER_REACH = 2  # sentences that a quarter is carried over
_HEADING = re.compile(rf"[#*\s\d.、|>（()）{ANY_FIGURE}{WHEN}-]*[{ANY_NAME}][*\s|：:（()）]*$")
_AFTER = re.compile(
    rf"(?:左右|以上|）|\))?(?:(?P<of>的(?![^，。]{{0,6}}(?:价格|价|代价)收购)[^，。；：{ANY_NAME}]{{0,10}})|(?P<train>(?:来|用于|用来)?训练(?:其|了|出)?[^，。{ANY_NAME}]{{0,6}})"
    rf"|(?P<kind>[^，。{ANY_NAME}]{{0,10}}(?:模型|产品|公司|企业|芯片|创业|平台)[^，。{ANY_NAME}]{{0,3}}))[{ANY_NAME}]?$"
)


@dataclass(frozen=True, slots=True)
class Holder:
    """A name that a figure may be about, and what speaks for and against it."""

    mention: Mention
    position: int | None  # in the raw code string; None: named in an earlier sentence
    features: tuple[str, ...]

    @property
    def inherited(self) -> bool:
        """Tell whether only an earlier sentence names it."""
        return self.position is None


class Background:
    """What a document said before: how often it names each entity, and the subjects of the last sentences."""

    def __init__(self, mentions: Sequence[Mention], reach: int = 4) -> None:
        self._counts = Counter(mention.entity for mention in mentions)
        self.chief = _chief(mentions, self._counts)
        self._most = max(self._counts.values(), default=1)
        self._reach = reach
        self.past: list[list[Slot]] = []
        self.heading: Mention | None = None
        self._quarters: list[str | None] = []

    def remember(self, raw: Scene, phrase: Scene) -> None:
        """Take in a sentence that has been read."""
        if _HEADING.match(raw.code):
            self.heading = next(slot.mentions[0] for slot in raw.slots.values() if slot.mentions)
        leads = [slot for _, slot in subjects(phrase)]
        rest = [slot for slot in raw.slots.values() if slot.mentions and slot not in leads]
        self.past.insert(0, leads + rest[:2])
        del self.past[self._reach :]
        self._quarters = [quarter_of(raw), *self._quarters[: _QUARTER_REACH - 1]]

    @property
    def quarter(self) -> str | None:
        """The quarter that the sentences just before report on."""
        return next((quarter for quarter in self._quarters if quarter), None)

    def weight(self, mention: Mention) -> str:
        """Say how much of the document is about an entity."""
        count = self._counts[mention.entity]
        if count >= self._most:
            return "salience:top"
        return f"salience:{min(3, int(4 * count / self._most))}"


def _chief(mentions: Sequence[Mention], counts: Mapping[str, int]) -> dict[str, Mention]:
    """Return for each class the first mention of the entity that the document names most."""
    chief: dict[str, Mention] = {}
    for mention in mentions:
        code = CODE[mention.type]
        if code not in chief or counts[mention.entity] > counts[chief[code].entity]:
            chief[code] = mention
    return chief


class Stage:
    """The names of a sentence, laid out once for all of its figures."""

    def __init__(self, raw: Scene, phrase: Scene, background: Background) -> None:
        self.raw = raw
        self.bounds = [match.start() for match in _BOUND.finditer(raw.code)]
        self.names = [(at, slot) for at, slot in raw.slots.items() if slot.mentions]
        self._at = [at for at, _ in self.names]
        leads = {slot.mentions[0].span.start for _, slot in subjects(phrase)}
        heads = {slot.mentions[0].span.start for slot in phrase.slots.values() if slot.mentions}
        self._inner = {at for at, slot in self.names if slot.mentions[0].span.start not in heads}
        self._lead = {at for at, slot in self.names if slot.mentions[0].span.start in leads}
        self._background = background
        self._around = [self._setting(n) for n in range(len(self.names))]

    def _setting(self, n: int) -> tuple[str, ...]:
        """Return what shows of a name whatever the figure: the words beside it, and how the sentence uses it."""
        at, slot = self.names[n]
        code = self.raw.code
        found = []
        right = _RIGHT.match(code, at + 1)
        found.append("r:" + str(right.lastgroup) if right else "r:none")
        while n and self.names[n - 1][0] in self._inner and at - self.names[n - 1][0] <= 4:
            n -= 1  # what precedes the noun phrase counts, not its own modifiers
            at = self.names[n][0]
        left = _LEFT.search(code, max(0, at - 4), at)
        if left:
            found.append("l:" + str(left.lastgroup))
        elif at == 0 or code[at - 1] in "，。；：！？,;!?\n":
            found.append("l:start")
        elif code[at - 1] == "的":
            found.append("l:of")
        elif code[at - 1] in "（(":
            found.append("l:bracket")
        elif code[at - 1] in "#*-•":
            found.append("l:heading")
        at = next(at for at, each in self.names if each is slot)
        if at in self._lead:
            found.append("lead")
        if at in self._inner:
            found.append("inner")
        if n == 0:
            found.append("first")
        if slot.mentions[0].rule == "coreference":
            found.append("pronoun")
        return tuple(found)

    def holders(self, position: int, start: int, classes: str) -> Iterator[Holder]:
        """
        Yield the names that a figure at *position* may be about.

        Args:
            position: Where the figure stands in the raw code string.
            start: Where its cue stands, if that is before it; else the figure's own place.
            classes: Codes of the classes that the metric is about, best first.
        """
        here = bisect_left(self._at, position)
        clause = bisect_left(self.bounds, position)
        ranks = {code: min(n, 4) for n, code in enumerate(classes)}
        for n, (at, slot) in enumerate(self.names):
            if slot.code not in ranks:
                continue
            away = clause - bisect_left(self.bounds, at)
            if away < -1 or away > 6:
                continue
            passed = here - n - 1 if n < here else n - here
            side = "b" if n < here else "a"
            features = [f"{side}{f}" if f[1] == ":" else f for f in self._around[n]]
            features.append(f"{side}clause{min(abs(away), 3)}")
            features.append(f"{side}passed{min(passed, 3)}")
            features.append(f"{side}clause{min(abs(away), 1)}passed{min(passed, 2)}")
            features.append(f"class{ranks[slot.code]}")
            if side == "b":
                between = self.raw.code[at + 1 : position]
                if _RATIO.fullmatch(between) and self.raw.code[position] == TIMES:
                    features.append("ratio")
                if _GLOSS.fullmatch(between):
                    features.append("gloss")
                if at >= start:
                    features.append("within")
                elif start < position:
                    gap = start - at - 1
                    features.append("gap0" if gap == 0 else "gap2" if gap < 3 else "gap6" if gap < 7 else "gap")
                if at in self._lead:
                    features.append(f"lead{min(abs(away), 2)}")
            elif passed == 0:
                after = _AFTER.fullmatch(self.raw.code, position + 1, at + 1)
                if after:
                    features.append("after:" + str(after.lastgroup))
            features.append(self._background.weight(slot.mentions[0]))
            yield Holder(slot.mentions[0], at, tuple(features))
        yield from self._past(ranks)

    def at(self, position: int) -> Holder:
        """Return the name at a place as a holder; the cue itself may say whom its figure is about."""
        return Holder(self.raw.slots[position].mentions[0], position, ())

    def dealt(self, position: int, mention: Mention) -> tuple[Mention, ...]:
        """Return whom of a list a figure belongs to: all, but A和B分别为1和2 deals them out in order."""
        slot = next((slot for _, slot in self.names if mention in slot.mentions), None)
        if slot is None or len(slot.mentions) == 1:
            return (mention,)
        code = self.raw.code
        marker = code.rfind("分别", 0, position)
        same = [at for at in self.raw.slots if at > marker and code[at] == code[position]]
        if marker >= 0 and position in same and len(same) >= len(slot.mentions):
            return (slot.mentions[min(same.index(position), len(slot.mentions) - 1)],)
        return slot.mentions

    def _past(self, ranks: Mapping[str, int]) -> Iterator[Holder]:
        here = {mention.entity for _, slot in self.names for mention in slot.mentions}
        seen: set[str] = set()
        for back, slots in enumerate(self._background.past, start=1):
            for n, slot in enumerate(slots):
                mention = slot.mentions[0]
                if slot.code not in ranks or mention.entity in seen:
                    continue
                seen.add(mention.entity)
                features = ["past", f"back{back}", f"pastorder{min(n, 2)}", f"class{ranks[slot.code]}", self._background.weight(mention)]
                features.append(f"pastnames{min(len(self.names), 2)}")
                if mention.entity in here:
                    features.append("pasthere")
                if mention is self._background.heading:
                    features.append("pastheading")
                yield Holder(mention, None, tuple(features))
        for code, mention in self._background.chief.items():
            if code in ranks and mention.entity not in seen and mention.entity not in here:
                features = ["chief", f"class{ranks[code]}", self._background.weight(mention), f"chiefnames{min(len(self.names), 2)}"]
                yield Holder(mention, None, tuple(features))


def best(holders: Iterator[Holder], weights: Mapping[str, float]) -> tuple[Holder, float] | None:
    """Return the name with most in its favour and how surely it is that one, or ``None`` if there is none."""
    scored = [(sum(weights.get(f, 0.0) for f in holder.features), -n, holder) for n, holder in enumerate(holders)]
    if not scored:
        return None
    top = max(scored, key=lambda each: each[:2])
    by_entity: dict[str, float] = {}
    for score, _, holder in scored:
        by_entity[holder.mention.entity] = by_entity.get(holder.mention.entity, 0.0) + math.exp(score - top[0])
    return top[2], by_entity[top[2].mention.entity] / sum(by_entity.values())
