"""Whom a figure is about: the names around it, weighed by where they stand."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import NamedTuple

from ..model import Mention
from .background import Background
from .beside import left_of, right_of
from .clauses import bounds
from .findings import fields_of_trade, is_reported, is_researcher
from .givers import givers
from .owned import is_base, is_of_kin, is_partner, is_yardstick, told_by
from .phrase_slots import TWOFOLD
from .rules import ranks
from .sayers import is_medium, only_tells
from .scene import ANY_NAME, CODE, MONEY, PERCENT, TIMES, Scene
from .taken import THINGS, is_means, is_peer
from .their_firm import calls_it_so, is_own_of_a_firm, is_spent_by_a_firm, speaking_of_theirs
from .topics import subjects
from .weighing import Weights

_BEFORE, _AFTER = 7, 3  # names considered before and after a figure
_FIRM, _FIELD = CODE["Company"], CODE["Technology"]
_MOVING = (PERCENT, TIMES)
_PLACES, _MODEL = CODE["Place"], CODE["Model"]
_REPORTING = "".join(CODE[name] for name in ("Company", "Organization", "Government", "Technology")) + TWOFOLD
_RATIO = re.compile(r"(?:服务器|芯片|系统|模型|产品)?的(?:约|近|超过?|\*|\s)*")
_GLOSS = re.compile(rf"[（(][^，。）){ANY_NAME}]{{0,6}}")
_DESCRIBED = re.compile(
    rf"(?:左右|以上|）|\))?(?:(?P<of>的(?![^，。]{{0,6}}(?:价格|价|代价)收购)[^，。；：{ANY_NAME}]{{0,10}})|(?P<train>(?:来|用于|用来)?训练(?:其|了|出)?[^，。{ANY_NAME}]{{0,6}})"
    rf"|(?P<kind>[^，。{ANY_NAME}]{{0,10}}(?:模型|产品|公司|企业|芯片|创业|平台)[^，。{ANY_NAME}]{{0,3}}))[{ANY_NAME}]?$"
)

# What stands before a name behind a figure that the figure is only compared with: 单笔融资1，仅次于云川.
_LESS_THAN = re.compile(
    r"(?:[仅只]?次于|[高低多少大小]于|远?超(?:过|越)?|相当于|不及|不如|不敌|落后于?|领先于?|[紧直]?追赶?|媲美|接近|逼近)(?:了|过)?"
    rf"[^，。；{ANY_NAME}]{{0,2}}$"
)
# Of what a change is said: what businesses have, or what things do.
_CHANGED = re.compile(
    r"(?P<firm>营收|收入|利润|净利|收益|亏损|盈利|销售额|营业额|毛利|业绩|订单|支出|开支|费用|股|估值|市值|员工|团队|客户|业务|份额|薪)"
    r"|(?P<thing>性能|速度|效率|功耗|能耗|延迟|时延|吞吐|显存|内存|带宽|算力|能力|精度|准确|价格|售价|时间|成本|容量|面积|密度|体积|重量|亮度|续航|参数)"
)
_WHERE = re.compile(
    r"的?(?:[^，。；]{0,2}(?:营收|收入|销售额?|团队|客户|员工|业务|办公室|子公司|总部)|举[行办]|召开|裔|通用会计|会计准则)"
)
NOBODY = 0.4  # as measured: where a name has less than this in its favour, the figure is rather of something unnamed

# What a comparison is with, however it is described: 比当前的海豚2.
_STANDARD = re.compile(r"(?:(?<![占环同对])比(?![例率重较如])|相较于|优于|强于|快于)[^，。；：！？]{1,14}$")

_TRADE = re.compile("(?:市场|行业|产业|赛道)(?!研究|份额)")  # 中国数字人市场规模增长1: of the field
_THAN = re.compile(r"(?<![占环同对])比$")

Possible = tuple[Mention, int | None, float]  # a plain tuple, as there are many of each that is chosen


class Holder(NamedTuple):
    """A name that a figure may be about, and how much speaks for it."""

    mention: Mention
    position: int | None  # in the raw code string; None: named in an earlier sentence
    score: float = 0.0

    @property
    def inherited(self) -> bool:
        """Tell whether only an earlier sentence names it."""
        return self.position is None


class Stage:
    """The names of a sentence, laid out once for all of its figures."""

    def __init__(self, raw: Scene, phrase: Scene, background: Background, weights: Weights) -> None:
        self.raw = raw
        self._weights = weights
        self._bounds = bounds(raw.code)
        self._names = [(at, slot) for at, slot in raw.slots.items() if slot.mentions]
        self._at = [at for at, _ in self._names]
        self._money = [at for at, slot in raw.slots.items() if slot.code == MONEY]
        self.background = background
        self._phrase = phrase
        self.measured_before = background.measured
        self.goes_on = background.goes_on and not self._names  # of whom the words before the semicolon are
        self._laid_out = False
        self._spoken_for: set[int] = set()  # where firms stand whose officers speak of them
        self._earlier: list[tuple[str, Mention, float]] | None = None

    def of(self, raw: Scene) -> Stage:
        """Return the stage of another scene of the same sentence."""
        return Stage(raw, self._phrase, self.background, self._weights)

    def _lay_out(self) -> None:
        """Weigh what shows of each name; many a sentence has only figures that no name is looked for."""
        phrase, weights = self._phrase, self._weights
        heads = {slot.mentions[0].span.start for slot in phrase.slots.values() if slot.mentions}
        self._spoken_for = speaking_of_theirs(phrase)
        leads = {slot.mentions[0].span.start for _, slot in subjects(phrase)} | self._spoken_for
        heads |= self._spoken_for
        telling = told_by(self.raw.code)
        self._inner = [slot.mentions[0].span.start not in heads or at in telling for at, slot in self._names]
        self._lead = [slot.mentions[0].span.start in leads for _, slot in self._names]
        settings = [self._setting(n) for n in range(len(self._names))]
        self._around = {side: [weights.around(side, setting) for setting in settings] for side in "ba"}
        self._clauses = [bisect_left(self._bounds, at) for at in self._at]
        code = self.raw.code
        self._than = [
            "l:than" in setting or _STANDARD.search(code, max(0, at - 16), at) is not None
            for at, setting in zip(self._at, settings, strict=True)
        ]
        self._laid_out = True

    def _setting(self, n: int) -> tuple[str, ...]:
        """Return what shows of a name whatever the figure: the words beside it, and how the sentence uses it."""
        at, slot = self._names[n]
        code = self.raw.code
        found = [right_of(code, at), self.background.weight(slot.mentions[0])]
        if self._lead[n]:
            found.append("lead")
        if self._inner[n]:
            found.append("inner")
        if slot.code in _PLACES and _WHERE.match(code, at + 1):
            found.append("where")
        if n == 0:
            found.append("first")
        if slot.mentions[0].rule == "coreference":
            found.append("pronoun")
        while n and self._inner[n - 1] and at - self._at[n - 1] <= 4:
            n -= 1  # what precedes the noun phrase counts, not its own modifiers
            at = self._at[n]
        return (*found, *left_of(code, at))

    def holders(self, position: int, start: int, classes: str) -> Iterator[Possible]:
        """
        Yield the names that a figure at *position* may be about, as what makes a :class:`Holder`.

        Args:
            position: Where the figure stands in the raw code string.
            start: Where its cue stands, if that is before it; else the figure's own place.
            classes: Codes of the classes that the metric is about, best first.
        """
        if not self._laid_out:
            self._lay_out()
        here = bisect_left(self._at, position)
        clause = bisect_left(self._bounds, position)
        own = is_own_of_a_firm(self.raw.code, position)
        moved = self.raw.code[position] in _MOVING
        fits = self._fits(position, classes, own=own or is_spent_by_a_firm(self.raw.code, position))
        changed = self._changed(position, start) if moved else ""
        telling = self._telling(here, position)
        spoken_for = self._spoken_for if own else ()
        for n in range(max(0, here - _BEFORE), min(len(self._names), here + _AFTER)):
            at, slot = self._names[n]
            fit = fits.get(slot.code, -1)
            away = clause - self._clauses[n]
            if fit < 0 or not -1 <= away <= 6 or self._qualifies(n) or n in telling:
                continue
            if spoken_for and slot.mentions[0].span.start not in spoken_for:
                continue
            if away > 0 and _is_tool(slot.code, self.raw.code, at):
                continue
            if _is_beside(self.raw.code, at, position):
                continue
            if moved and away == 0 and _THAN.search(self.raw.code, max(0, at - 2), at):
                continue
            traits = self._before(n, position, start, away) if n < here else self._after(n, position)
            side, passed = ("b", here - n - 1) if n < here else ("a", n - here)
            score = self._around[side][n] + self._weights.place(side, abs(away), passed, fit, moved)
            if changed:
                score += self._weights.change(changed, slot.code)
            yield slot.mentions[0], at, self._weights.sum(traits, score)
        if is_reported(self.raw.code, position):
            fits = {code: rank for code, rank in fits.items() if code not in _REPORTING}
        yield from self._past(fits, moved, changed)

    def _fits(self, position: int, classes: str, *, own: bool) -> Mapping[str, int]:
        """Return which classes what a figure is about may have, each with its rank; a firm's *own* is of no thing."""
        fits = ranks(classes)
        if (fields := fields_of_trade(self.raw.code, position)) is not None:
            fits = {each: rank for each, rank in fits.items() if each in fields}
        if own:
            fits = {each: rank for each, rank in fits.items() if each not in THINGS}
        return fits

    def _telling(self, here: int, position: int) -> set[int]:
        """Return which names around a figure only tell or give it; so does a pronoun that is taken for one of them."""
        names = [(n, *self._names[n]) for n in range(max(0, here - _BEFORE), here)]
        code = self.raw.code
        # who gave the money told before is not what is worth so much: 获得A的1，公司估值2
        money = [at for at in self._money if at <= position] if code[position] == MONEY else []
        giving = {at for each in money for at in givers(code, each)}
        told = {
            n: slot.mentions[0].entity
            for n, at, slot in names
            if at in giving
            or only_tells(code, at, position)
            or is_medium(code, at, slot)
            or is_researcher(code, at, slot)
        }
        if not told:
            return set()
        entities = set(told.values())
        around = range(max(0, here - _BEFORE), min(len(self._names), here + _AFTER))
        meant = {n: self._names[n][1].mentions[0] for n in around}
        return {n for n in around if n in told or (meant[n].rule == "coreference" and meant[n].entity in entities)}

    def _changed(self, position: int, start: int) -> str:
        """Say what it is that changes by a figure: what businesses have (``firm``), or what a ``thing`` does."""
        bound = bisect_left(self._bounds, start)
        left = self._bounds[bound - 1] + 1 if bound else 0
        found = [match.lastgroup or "" for match in _CHANGED.finditer(self.raw.code, left, position)]
        if not found and bound > 1:
            found = [match.lastgroup or "" for match in _CHANGED.finditer(self.raw.code, self._bounds[bound - 2], left)]
        return found[-1] if found else ""

    def _qualifies(self, n: int) -> bool:
        """Tell whether a name only says of what kind the next one is, or where it is: 海豚模型海豚3, 公司法国营收."""
        if self._names[n][1].code == CODE["Place"] and self.raw.code.startswith("公司", max(0, self._at[n] - 2)):
            return True
        if n + 1 == len(self._names) or self._at[n + 1] != self._at[n] + 1:
            return False
        slot, behind = self._names[n][1], self._names[n + 1][1]
        if slot.code == _PLACES and behind.code == _FIELD and _TRADE.match(self.raw.code, self._at[n] + 2):
            return True
        return slot.code == behind.code and slot.span.end > slot.mentions[-1].span.end

    def _before(self, n: int, position: int, start: int, away: int) -> Iterator[str]:
        """Yield what shows of a name before its figure."""
        at, code = self._at[n], self.raw.code
        if position - at < 12:
            between = code[at + 1 : position]
            if code[position] == TIMES and _RATIO.fullmatch(between):
                yield "ratio"
            if _GLOSS.fullmatch(between):
                yield "gloss"
        if code[position] in _MOVING and self._than[n]:
            yield "than:moved"
        if at >= start:
            yield "within"
        elif start < position:
            gap = start - at - 1
            yield "gap0" if gap == 0 else "gap2" if gap < 3 else "gap6" if gap < 7 else "gap"
        if self._lead[n]:
            yield f"lead{min(abs(away), 2)}"

    def _after(self, n: int, position: int) -> tuple[str, ...]:
        """Return what shows of a name after its figure: 估值A的X, A来训练X."""
        if n and self._at[n - 1] > position:
            return ()
        described = _DESCRIBED.fullmatch(self.raw.code, position + 1, self._at[n] + 1)
        return (f"after:{described.lastgroup}",) if described else ()

    def at(self, position: int) -> Holder:
        """Return the name at a place as a holder; the cue itself may say whom its figure is about."""
        return Holder(self.raw.slots[position].mentions[0], position)

    def _past(self, fits: Mapping[str, int], moved: bool, changed: str) -> Iterator[Possible]:
        """Yield the names of earlier sentences and the document's chief entities."""
        if self._earlier is None:
            self._earlier = list(self._from_background())
        seen: set[str] = set()
        for code, mention, score in self._earlier:
            fit = fits.get(code, -1)
            if fit < 0 or mention.entity in seen:
                continue
            seen.add(mention.entity)
            weight = score + self._weights.rank(fit, moved)
            yield mention, None, weight + self._weights.change(changed, code) if changed else weight

    def _from_background(self) -> Iterator[tuple[str, Mention, float]]:
        """Yield what each of them is shown as, and how much speaks for it whatever the figure."""
        background = self.background
        here = {mention.entity for _, slot in self._names for mention in slot.mentions}
        names = min(len(self._names), 2)
        chief = background.chief.get(_FIRM) if calls_it_so(self.raw.code) else None
        for back, slots in enumerate(background.past, start=1):
            for n, slot in enumerate(slots):
                mention = slot.mentions[0]
                named, heading = mention.entity in here, mention is background.heading
                called = chief is not None and mention.entity == chief.entity
                salience = background.weight(mention)
                yield slot.code, mention, self._weights.past(back, n, names, salience, named, heading, called)
        for code, mention in background.chief.items():
            if mention.entity not in here:
                yield code, mention, self._weights.chief(names, background.weight(mention), mention is chief)


def _is_tool(kind: str, code: str, at: int) -> bool:
    """Tell whether the name at *at* is what something is built on or made with, of which no later clause tells."""
    return (kind == _MODEL and is_base(code, at)) or (kind == _FIELD and is_means(code, at))


def _is_beside(code: str, at: int, position: int) -> bool:
    """Tell whether the name at *at* only stands beside a figure's subject: its partner, supplier or yardstick."""
    if is_of_kin(code, at) or is_partner(code, at, position):
        return True
    return is_yardstick(code, at, position) or _is_compared(code, at, position)


def _is_compared(code: str, at: int, position: int) -> bool:
    """Tell whether a figure is only compared with what the name at *at* has: 融资1，仅次于云川; 仅次于云川，融资1."""
    if at < position:
        return code.endswith("次于", 0, at) or is_peer(code, at)
    return _LESS_THAN.search(code, max(position + 1, at - 8), at) is not None


def best(holders: Iterable[Possible], nobody: float | None = None) -> tuple[Holder, float] | None:
    """
    Return the name with most in its favour and how surely it is that one, or ``None`` if there is none.

    Args:
        holders: The names that the figure may be about.
        nobody: How much must speak for a name to be as likely as nobody is; ``None``: it is surely somebody.
    """
    holders = list(holders)
    if not holders:
        return None
    top = Holder(*max(holders, key=itemgetter(2)))
    odds = [(mention.entity, math.exp(score - top.score)) for mention, _, score in holders]
    same = sum([odd for entity, odd in odds if entity == top.mention.entity])
    none = 0.0 if nobody is None else math.exp(nobody - top.score)
    return top, same / (sum([odd for _, odd in odds]) + none)
