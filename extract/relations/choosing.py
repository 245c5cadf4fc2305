"""Which of the names around a figure it is about, where a cue says what it measures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import itemgetter
from typing import Final

from ..model import Quantity
from .cues import CLAUSE, Cue
from .findings import is_study
from .holders import NOBODY, Holder, Possible, Stage, best
from .owned import described, funded, in_use, owner, possessor
from .phrase_slots import TWOFOLD
from .rules import Rule, rank
from .sayers import is_venue
from .scene import ANY_FIGURE, ANY_NAME, CODE, WHEN
from .taken import THINGS, USED

ORGS: Final = CODE["Company"] + CODE["Organization"] + TWOFOLD
_FIRMS = frozenset({"Company", "Organization"})
_SHOWS = re.compile("(?:昨[日天]|今[日天]|近日|正式|宣布|团队)?(?:发布|推出|开源|上线)")  # 小海团队发布海豚3：参数量1
_THINGS = CODE["Product"] + CODE["Model"] + CODE["Chip"]
_SELDOM = frozenset({"trainingCost"})  # seldom told, often asked for: told of an unsure name, too, as unsure
_OF_THE_WHOLE = frozenset({"price", "shipments", "users", "visits"})
_OF_A_FIELD = frozenset({"fundingRaised", "investment", "marketShare"})
_RESULTS = frozenset({"revenue", "profit"})
_OWN_RESULTS = re.compile(
    rf"，(?:(?:该|本)?公司(?:[{WHEN}]|当季|本季)?|集团(?:[{WHEN}]|当季|本季)?|[{WHEN}]|当季|本季度?)的?(?:总|合并|净)?(?:营收|收入|利润|净?亏损)"
)
# A firm named before, by what it is: 这家总部在东京的初创公司员工数为1.
_THIS_FIRM = re.compile(
    rf"这家[^，。；：！？、一被与和对向给{ANY_NAME}]{{0,14}}?[{ANY_NAME}]?[^，。；：！？、一被与和对向给{ANY_NAME}]{{0,14}}?"
    r"(?:公司|企业|巨头|厂商|制造商|创企|独角兽|集团|工作室)"
)
# The market that somebody has a share of is not who has it: 占据云川市场1的份额, 占小海手机出货量的1.
_HAS = re.compile(rf"(?:占(?:据|有|到|领)?|控制|掌控|拥有|抢占|拿下|夺得)了?[^，。；：！？{ANY_NAME}]{{0,10}}$")
_MARKET = re.compile(rf"[^，。；：！？的{ANY_NAME}{ANY_FIGURE}]{{0,8}}(?:市场|出货|销量)")
# Each of a row has its own figure: 云川1、星海2和远山3.
_PAIR = re.compile(rf"[{ANY_FIGURE}][）)]?(?:[、和与及]|以及)(?P<name>[{ANY_NAME}])[（(]?(?:占|约|近)?$")
_PAIRED = 8
_ABOUT = 1.2  # how much less may speak for what money is put into than for who puts it there
_USERS = frozenset({"developers", "users"})
_GIVERS = frozenset({"Government"})  # who is no field that money is put into
_PLACE = CODE["Place"]
_MOVED = re.compile(
    rf"(?:[将使让令把]|提[高升]|推动|拉动|带动|降低)了?(?P<place>{_PLACE})的?(?:劳动|年)?"
    rf"(?:GDP|国内生产|生产[率力]|经济|就业|出口|产[出值]|工业|通胀|物价|失业|用电|电力|碳?排放)[^。；！？{ANY_NAME}]*$"
)
_RATES = re.compile(  # what tells how good others are has no score itself
    "安兔兔|鲁大师|豆瓣|(?i:antutu|geekbench|3dmark|cinebench|dxomark|imdb|mlperf|lmarena|lmsys|trustpilot)"
)
_TO_PLACE = re.compile("(?:左右|以上)?的?(?:新|私人)?(?:投资|投入|流入|投向|用于|押注|[在于到])*(?:了|流入)?$")
# How much speaks for whom the figure before is about, where no other name stands between the two, or but a semicolon.
_GOES_ON, _STRAIGHT_ON = 0.7, 2.0

_ACTIVE = re.compile("激活|活跃")  # of the parameters that are in use, a model's name does not say how many
# What the name of a model says of its size; 8x7B and 30B-A3B are of parts.
_SIZE = re.compile(r"(?<![\dx×.A-Za-z])(\d+(?:\.\d+)?)[Bb](?![A-Za-z\d]|-A\d)")


def spoken_of(stage: Stage, since: int, entity: str | None, position: int, classes: str) -> str | None:
    """
    Return whom the figure before, which stands at *since*, is about: A营收1，净利润2. 员工有3 is so of A as well.

    ``None`` if a name that *classes* allow stands between the two figures.
    """
    between = (slot for at, slot in stage.raw.slots.items() if since < at < position)
    return None if any(slot.code in classes for slot in between) else entity


def holder_of(stage: Stage, position: int, cue: Cue, rule: Rule, last: str | None) -> tuple[Holder, float] | None:
    """
    Return whom a figure is about by a cue, and how surely; ``None`` where nobody can have the metric.

    *last* is whom the figure before is about, if that is likely to go on.
    """
    code = stage.raw.code
    if (at := _by_grammar(code, position, cue, rule)) is not None:
        return stage.at(at), 0.95
    holders = stage.holders(position, cue.start, rule.classes + rule.rivals)
    if rule.frame.metric == "parameters" and not _ACTIVE.search(code, max(0, cue.start - 2), position):
        size = stage.raw.slots[position].quantity
        holders = (each for each in holders if size is None or not _are_of_other_size(stage, each, size))
    goes_on = _STRAIGHT_ON if stage.goes_on else _GOES_ON
    possible = [
        (mention, at, score + goes_on) if mention.entity == last else (mention, at, score)
        for mention, at, score in holders
    ]
    possible = _able(possible, rule.frame.metric, code, cue, position)
    firms = _firm_before(possible, code, position, rule.classes)
    holder = best(firms or possible, None if firms or rule.frame.metric in _SELDOM else NOBODY)
    if holder is not None and rule.classes[0] in _THINGS:
        holder = _thing(possible, code, holder[0], position) or holder[0], holder[1]
    if holder is not None and rule.frame.metric in _RESULTS:
        holder = _firm(stage, holder[0], position) or holder[0], holder[1]
    if holder is None:
        return None
    types, unless = set(holder[0].mention.types), set(rule.frame.unless)
    if rule.frame.metric == "investment":  # a firm that is a product, too, puts the money there
        return _put_into(possible, rule, holder[0]) if types & unless else holder
    return None if types <= unless else holder


def _able(possible: list[Possible], metric: str, code: str, cue: Cue, position: int) -> list[Possible]:
    """Leave out the names that cannot have a metric as they stand there."""
    if metric == "marketShare":
        return [each for each in possible if not _is_market(code, each[1])]
    if metric == "growth":
        return _moving([each for each in possible if not is_study(each[0])], code, position)
    if metric == "score":
        return [each for each in possible if not _RATES.fullmatch(each[0].text)]
    if metric == "investment":
        return [each for each in possible if not _is_place_behind(code, position, each[1])]
    if metric in _OF_THE_WHOLE:
        return _without_parts(possible, code, position)
    if metric == "stockChange" and "股价" in code[cue.start : position]:
        return [each for each in possible if CODE[each[0].type] not in _THINGS]
    return possible


def _moving(possible: list[Possible], code: str, position: int) -> list[Possible]:
    """Leave out a place where a thing named before it is said to move what the place has: 生成式AI将法国生产率提高1."""
    moved = _MOVED.search(code, 0, position)
    if moved is None:
        return possible
    at = moved.start("place")
    return [each for each in possible if each[1] is not None and each[1] < at and code[each[1]] in THINGS] or possible


def _by_grammar(code: str, position: int, cue: Cue, rule: Rule) -> int | None:
    """Return where the name stands that the grammar alone says a figure is about."""
    if cue.start < position and rank(rule.classes, code[cue.start]) >= 0 and not is_venue(code, cue.start):
        return cue.start
    if (pair := _PAIR.search(code, max(0, position - _PAIRED), position)) and rank(rule.classes, pair["name"]) >= 0:
        return pair.start("name")
    if rule.frame.metric in _USERS and (used := in_use(code, position)) is not None and code[used] in _THINGS:
        return used if rank(rule.classes, code[used]) >= 0 else None
    if rule.frame.metric == "investment" and (project := funded(code, position)) is not None:
        return project if rank(rule.classes, code[project]) >= 0 else None
    if rule.frame.metric not in _OF_A_FIELD:
        at = described(code, position, min(cue.start, position), rule.classes)
        if at is not None and code[at] not in rule.rivals:
            return at
    if cue.start >= position:
        return owner(code, position, rule.classes)
    return possessor(code, cue.start, rule.classes) if rule.frame.metric == "growth" else None


def _is_market(code: str, at: int | None) -> bool:
    """Tell whether the name at *at* is of a market that somebody else has a share of."""
    return at is not None and bool(_MARKET.match(code, at + 1) and _HAS.search(code, max(0, at - 14), at))


def _put_into(possible: Sequence[Possible], rule: Rule, holder: Holder) -> tuple[Holder, float] | None:
    """Return the field that money is put into rather than who puts it there, if about as much speaks for it."""
    unless = set(rule.frame.unless)
    rest = [each for each in possible if not (set(each[0].types) & unless or set(each[0].types) <= _GIVERS)]
    found = best(rest, NOBODY)
    return found if found is not None and found[0].score > holder.score - _ABOUT else None


def _is_place_behind(code: str, position: int, at: int | None) -> bool:
    """Tell whether a place stands behind a sum that is not said to go there: 云川的1投资将受法国调查."""
    if at is None or at < position or code[at] != _PLACE:
        return False
    return _TO_PLACE.match(code, position + 1, at) is None


def _thing(possible: Sequence[Possible], code: str, holder: Holder, position: int) -> Holder | None:
    """Return the thing between its maker and the figure: 云川公司 ... 海豚3，售价1 is the price of 海豚3."""
    at = holder.position
    if at is None or not (code[at] in ORGS or _SHOWS.match(code, at + 1)):
        return None
    since = [each for each in possible if each[1] is not None and at < each[1] < position and code[each[1]] in _THINGS]
    return Holder(*max(since, key=itemgetter(2))) if since else None


def _without_parts(possible: list[Possible], code: str, position: int) -> list[Possible]:
    """Leave out what the thing before it has inside, where a clause goes on: 海豚3搭载飞鱼X1，售价1."""
    kept = [each for each in possible if not _is_part(each, code, position)]
    things = [at for _, at, _ in kept if at is not None and at < position and code[at] in _THINGS]
    return kept if things else possible


def _is_part(one: Possible, code: str, position: int) -> bool:
    at = one[1]
    if at is None or at > position or code[at] not in THINGS or not CLAUSE.search(code, at, position):
        return False
    begin = at - 1 if at and code[at - 1] in ORGS else at
    return USED.search(code, max(0, begin - 24), begin) is not None


def _firm_before(possible: Sequence[Possible], code: str, position: int, classes: str) -> list[Possible]:
    """Return the firms that 这家公司 and its like before a figure may mean: those named before it.

    None if another name between the two may have the figure: 这家公司的海豚3售价1.
    """
    found = [each for each in _THIS_FIRM.finditer(code) if each.start() < position]
    if not found or any(code[at] in classes for at in range(found[-1].end(), position)):
        return []
    begin = found[-1].start()
    return [each for each in possible if set(each[0].types) & _FIRMS and (each[1] is None or each[1] < begin)]


def _firm(stage: Stage, holder: Holder, position: int) -> Holder | None:
    """Return a thing's maker, where results of a quarter stand in a clause of their own: 云川海豚3降价，第一季营收1."""
    at, code = holder.position, stage.raw.code
    if at is None or not 0 < at < position or code[at] not in _THINGS or code[at - 1] not in ORGS:
        return None
    return stage.at(at - 1) if _OWN_RESULTS.search(code, at + 1, position) else None


def _are_of_other_size(stage: Stage, one: Possible, size: Quantity) -> bool:
    """Tell whether a model, or each of the list that it is the first of, has another size by its name."""
    names = (one[0],) if one[1] is None else stage.raw.slots[one[1]].mentions
    return all(_of_other_size(mention.text, size) for mention in names)


def _of_other_size(name: str, size: Quantity) -> bool:
    """Tell whether a model's name says that it has another size: Llama 2 70B, of 7B."""
    told = _SIZE.search(name)
    return told is not None and abs(float(size.value) / 1e9 - float(told[1])) > 0.1 * float(told[1])
