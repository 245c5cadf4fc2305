"""Quantity claims: what a figure measures, and whom it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ontology.frames import MetricFrame
from ontology.lexicon_versions import THINGS

from ..model import Quantity
from .background import Background
from .certainty import certainty
from .choosing import holder_of, spoken_of
from .clauses import clause
from .conversions import says_again
from .cues import CLAUSE, ROW, Cue, Cues, barred
from .dealing import dealt
from .findings import of_others
from .holders import Holder, Stage
from .measured import Measured, beside_deals, measured_at
from .parallel import Alone, alone
from .related import Related
from .rules import ANYONE, Rule, codes_of, rank
from .sayers import of_a_group, of_the_world
from .scene import ANY_FIGURE, ANY_NAME, MONEY, WHEN, Scene, kind_of
from .unnamed import WEALTH, without_metric
from .weighing import Weights

_GOING_ON = re.compile(
    r"(?:至|到|高达|需要|则为|仅为|约为|更是高达|也达|增至|升至|降至|达到|达|跌至|涨至|为|和|与|、|/|或|或者|(?<![提波涉普以])及|以及)\s?(?:约|近|超|逾|了)?$"
)
# What else may be measured in between: 收入为1，而维护成本就高达2.
_OF_ANOTHER = re.compile(
    rf"(?P<what>成本|费用?|支出|开支|价值|误差|需求|量|自由度|(?<!准确)(?<!占有)(?<!市占)(?<!份额)率)[^，。；{ANY_NAME}]{{0,10}}$"
)
_TAKEN_OVER = re.compile("被|的?(?:价格?)?收购")  # 1收入、2被收购
# What stands between a figure and its parallel of another name or time: A为1，B则约2; 2023年1，2024年大约2.
# Before it may stand the same amount in another currency: A为1美元（约合7元），B为2.
_PARALLEL = re.compile(
    rf"(?:[（(][^（）()，。；]{{0,6}}{MONEY}[）)])?[）)]?(?:的(?:好?成绩|得分|高分|分数|准确率|份额|市场份额))?[，、；,\s]*"
    rf"(?:而|和|与|及|以及|其中(?=[{ANY_NAME}])|(?:正式|已经|远远|大幅|明显|显著|略微?|稍|远)?"
    rf"(?:落后于?|领先于?|低于|高于|优于|好于|强于|仅次于|不及|不如|胜过|击败|超(?:[过越]|(?=[{ANY_NAME}]))))?[{WHEN}]?[{ANY_NAME}]{{0,2}}"
    rf"(?:[^，。；{ANY_NAME}]{{0,8}}版)?(?:的|则|各自?|获得?|[也都均]|为|是|约|近|超过?|达到?|突破|大约|约为|仅有?|只有|了|[{WHEN}\s])*(?:(?<=[{ANY_NAME}])[（(])?"
)
_PART = re.compile(
    rf"(?:这)?其中[，,]?(?:仅)?(?P<name>[{ANY_NAME}])(?:的|则|也|为|是|约|近|超过?|达到?|大约|约为|计划|预计|将|[{WHEN}\s])*"
)
_OF_EACH = frozenset({"stockChange", "growth", "valuation", "marketCap", "parameters", "price", "marketShare"})
# What a sum rather is where whose it is by the first reading is unsure: 云川在法国投资1建设机房 is of who builds.
_ELSE = {"investment": "capitalExpenditure", "fundingRaised": "investment"}
_EARLIER = 24  # characters before a figure's clause that may say what it measures: 营收为1，同比增长2
_NEXT_NAMED = re.compile(rf"[，、；][{ANY_NAME}]{{1,2}}(?:的|则|也|为|约|近|超过?|\s)*$")
# Parts of what was shipped, of no name: 出货5台，其中双足3台，轮式2台.
_PARTS = re.compile(
    rf"其中[，,]?(?:[^。；，{ANY_NAME}{ANY_FIGURE}]{{1,8}}[{ANY_FIGURE}](?:左右|以上|多)?[，,、和])*(?![有另还已但而均都])[^。；，{ANY_NAME}{ANY_FIGURE}]{{1,8}}$"
)
# A line of a list, a name and its figure: * A：1.
_LINE = re.compile(rf"[-*·•●○\d.、）)\s]*(?P<name>[{ANY_NAME}])[*\s]*[:：][*\s]*(?:约|近|超过?)?(?=[{ANY_FIGURE}])")


class Measurer:
    """Finds what figures measure with the metric frames of a domain."""

    def __init__(self, frames: Sequence[MetricFrame], weights: Mapping[str, float]) -> None:
        self._cues = Cues(frames)
        self._weights = Weights(weights)
        self._anyone = codes_of(ANYONE)

    def __call__(
        self, folded: str, raw: Scene, phrase: Scene, background: Background, related: Sequence[Related] = ()
    ) -> Iterator[Measured]:
        """
        Yield one reading for every figure of the sentence that has a subject.

        *related* are the relations of the sentence: the money of an investment is part of it, not a figure of its own.
        """
        positions = [position for position, slot in raw.slots.items() if slot.quantity is not None]
        if not positions:
            if any(slot.mentions for slot in raw.slots.values()):
                background.measured = None
            return
        stage = Stage(raw, phrase, background, self._weights)
        last: Measured | None = None
        counting: dict[str, Measured] = {}
        for position in positions:
            own, words = alone(raw, position), raw.slots[position].span.of(folded)
            found = self._read_alone(own, stage, words, last) if own else self._read(stage, position, words, last)
            found = found if own else self._alike(counting, stage, position, found)
            if found is None:
                continue
            if found.frame is not None:
                last = counting[found.quantity.counted] = found.placed(raw, position) if own else found
            if found.certainty is not None:
                yield from _of_each(found, background, related)
        if last is not None:
            background.measured = last.subject.entity
        elif any(slot.mentions for slot in raw.slots.values()):
            background.measured = None

    def take_heading(self, code: str, background: Background) -> None:
        """Learn what a sentence says of the lines below it, until one that is no line of a list."""
        if not _LINE.match(code):
            background.listed = self._cues.heading(code.rstrip("* \n"))

    def _read_alone(self, own: Alone, stage: Stage, words: str, last: Measured | None) -> Measured | None:
        """Read a figure in the sentence that tells of it alone: 净利润为2, of 营收和净利润分别为1和2."""
        stage = stage.of(own.scene)
        if last is not None:
            stage.measured_before = last.subject.entity
        return self._read(stage, own.position, words, None)

    def _read(self, stage: Stage, position: int, words: str, last: Measured | None) -> Measured | None:
        raw = stage.raw
        quantity = raw.slots[position].quantity
        if quantity is None or says_again(raw.code, position):
            return None
        if of_the_world(raw.code, position) or of_a_group(raw.code, position):
            return None
        if of_others(raw.code, position, raw.slots):
            return None
        found = self._cues.ranked(raw, position, quantity, words, stage.background.open)
        if _is_level(raw, position):
            found, last = [each for each in found if each[1].frame.metric != "growth"], None
        if found:
            stage.background.told[raw.code[position]] = found[0][1]
        elif (part := self._part(stage, position, quantity, words)) is not None:
            return part
        elif (line := self._line(stage, position, quantity, words)) is not None:
            return line
        if not found:
            if last is not None and self._goes_on(last, raw, position):
                return self._go_on(last, stage, position, quantity)
            return without_metric(stage, position, quantity)
        return self._by_cue(stage, position, quantity, words, last, found)

    def _by_cue(
        self,
        stage: Stage,
        position: int,
        quantity: Quantity,
        words: str,
        last: Measured | None,
        found: Sequence[tuple[Cue, Rule]],
    ) -> Measured | None:
        """Read a figure by the first of its cues whose metric somebody around it can have."""
        raw = stage.raw
        since, entity = (last.position, last.subject.entity) if last is not None else (-1, stage.measured_before)
        unsure: Measured | None = None
        for cue, rule in found:
            if unsure is not None and unsure.frame is not None and rule.frame.metric != _ELSE[unsure.frame.metric]:
                continue
            holder = holder_of(stage, position, cue, rule, spoken_of(stage, since, entity, position, rule.classes))
            if holder is not None:
                unheard = _unheard(rule, raw.code, cue, position, holder[0])
                sure = certainty(rule.frame, quantity, words, holder[1], holder[0].inherited, unheard)
                measured = measured_at(stage, position, quantity, rule, cue, holder[0], sure)
                if sure is not None or rule.frame.metric not in _ELSE:
                    return unsure if unsure is not None and sure is None else measured
                unsure = unsure or measured
        return unsure

    def _part(self, stage: Stage, position: int, quantity: Quantity, words: str) -> Measured | None:
        """Read a figure of one of those that the sentence before counted together: 支出合计9. 其中，A为1，B为2."""
        code = stage.raw.code
        found, rule = _PART.match(code), stage.background.topics.get(code[position])
        if found is None or found.end() != position or rule is None or not rule.measures(code[position], quantity):
            return None
        if rank(rule.classes, code[found.start("name")]) < 0 or barred(rule, code, position):
            return None
        holder = stage.at(found.start("name"))
        cue = Cue(0, found.start("name"), position + 1, 0)
        return measured_at(
            stage, position, quantity, rule, cue, holder, certainty(rule.frame, quantity, words, 0.8, False, False)
        )

    def _line(self, stage: Stage, position: int, quantity: Quantity, words: str) -> Measured | None:
        """Read the figure of a line of a list by what the line over the list says: 各公司营收：A：1."""
        code = stage.raw.code
        found = _LINE.match(code)
        if found is None or found.end() != position:
            return None
        name = found.start("name")
        for rule in stage.background.listed:
            if rule.measures(code[position], quantity) and rank(rule.classes, code[name]) >= 0:
                sure = certainty(rule.frame, quantity, words, 0.8, False, False)
                return measured_at(stage, position, quantity, rule, Cue(0, name, position + 1, 0), stage.at(name), sure)
        return None

    def _goes_on(self, last: Measured, raw: Scene, position: int) -> bool:
        """Tell whether a figure without a cue goes on from the one before: 营收从A增长13%至B."""
        quantity = raw.slots[position].quantity
        if quantity is None or kind_of(last.quantity) != raw.code[position]:
            return False
        if last.frame is not None and not self._cues.rule_of(last.frame).reached(quantity):
            return False
        if _counts_another(last.quantity.counted, quantity.counted):
            return False
        if not self._cues.allows(last.frame, raw.code, position):
            return False
        row = ROW.search(raw.code, last.end, position)
        if row is not None and CLAUSE.search(raw.code, last.end, row.start()):
            return False  # 售价为1，涨2和3
        if _GOING_ON.search(raw.code, max(0, position - 8), position):
            told = _OF_ANOTHER.search(raw.code, last.position + 1, position)
            if told is not None and told["what"] not in raw.code[last.start : last.position]:
                return False  # but 训练成本为1，而海豚3的成本为2
            others = _TAKEN_OVER.match(raw.code, position + 1) or WEALTH.search(raw.code, last.end, position)
            return others is None
        alone = raw.code.startswith("而", position - 1)  # 增长1，而2的人不满
        return not alone and last.end < position and _PARALLEL.fullmatch(raw.code, last.end, position) is not None

    def _alike(
        self, counting: Mapping[str, Measured], stage: Stage, position: int, found: Measured | None
    ) -> Measured | None:
        """Read what a next name has of what was counted of one before, if no more is *found*: A出货5台，占9%，B 4台."""
        quantity, code = stage.raw.slots[position].quantity, stage.raw.code
        last = counting.get(quantity.counted) if quantity is not None and quantity.counted else None
        if quantity is None or last is None or (found is not None and found.frame is not None):
            return found
        shipped = last.frame is not None and last.frame.metric == "shipments"
        next_ = _NEXT_NAMED.search(code, max(0, position - 8), position) or (
            _PARTS.search(code, last.start, position) if shipped else None
        )
        if next_ is None or not self._cues.allows(last.frame, code, position):
            return found
        return self._go_on(last, stage, position, quantity)

    def _go_on(self, last: Measured, stage: Stage, position: int, quantity: Quantity) -> Measured:
        """Read a figure as one more of the last one's metric; a name between the two is its new subject."""
        raw = stage.raw
        classes = self._cues.rule_of(last.frame).classes if last.frame else self._anyone
        since = [slot for at, slot in raw.slots.items() if last.end <= at < position and slot.mentions]
        fitting = [slot for slot in since if rank(classes, slot.code) >= 0]
        if not fitting and last.subject.type in THINGS:  # 海豚3得分1，高于小海的2, whichever of the two is a model
            fitting = [slot for slot in since if slot.mentions[0].type in THINGS]
        subject = fitting[-1].mentions[-1] if fitting else last.subject
        quote = (last.quote[0], position + 1)
        return last._replace(subject=subject, quantity=quantity, position=position, end=position + 1, quote=quote)


def _of_each(found: Measured, background: Background, related: Sequence[Related]) -> Iterator[Measured]:
    """Yield a figure for each of those that it is dealt out to, or that all have as much."""
    each = found.frame is not None and found.frame.metric in _OF_EACH
    for subject in dealt(found.scene, found.position, found.subject, each, background.past):
        one = found if subject is found.subject else found._replace(subject=subject)
        yield from beside_deals(one, related)


def _is_level(raw: Scene, position: int) -> bool:
    """Tell whether a share is what a rise of so many points led to: 毛利率提升7个百分点至42%."""
    risen = raw.slots.get(position - 2) if raw.code[position - 1 : position] in ("至", "到") else None
    points = risen is not None and risen.quantity is not None and risen.quantity.unit == "pp"
    quantity = raw.slots[position].quantity
    return points and quantity is not None and quantity.unit == "%"


def _unheard(rule: Rule, code: str, cue: Cue, position: int, holder: Holder) -> bool:
    """Tell whether a figure's own clauses speak of nothing that a subject of an earlier sentence is known to have."""
    if rule.afar is None or not holder.inherited:
        return False
    left, right = clause(code, cue.start, position)
    return rule.afar.search(code, max(0, left - _EARLIER), right) is None


def _counts_another(last: str, counted: str) -> bool:
    """Tell whether a figure counts other things than the last one: 3名员工和5家企业."""
    return len(last) > 1 and len(counted) > 1 and last[-2:] != counted[-2:]
