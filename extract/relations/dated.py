"""When a claim is said to be true: by the words beside it, or by a time that is carried over."""

from __future__ import annotations

import re

from .clauses import clause
from .expecting import is_of_size
from .former import is_past, will_leave
from .lasting import lasting, led_by, own_clause
from .measured import Measured
from .related import Related
from .scene import ANY_FIGURE, ANY_NAME, WHEN
from .series import TRADED
from .timeline import Timeline
from .timing import PAST, is_span, put_off, time_of, told_behind

# Shares that somebody had, or has sold since: 曾持有星海智能5%的股份；持有…，去年已全部卖出.
_HAD = re.compile("曾经?[^，。；]{0,4}(?:持有|握有|拥有|占有|是|为)|(?:持有|握有)过")
_SOLD = re.compile(
    "[^，。；]{0,6}[，,][^，。；]{0,12}?(?:清仓|出清|卖光|(?:全部|悉数|全数|已经?|陆续)[^，。；]{0,4}(?:卖[出掉]|[出抛]售|售出|转让))"
)
_SUPPLIED = re.compile("曾经?[为向给]")  # A曾为B提供服务
_GOES_ON = re.compile("将继续(?:担任|出任|领导|执掌|掌管)")
# Seats that were moved, or are to be: 将总部从P迁至Q, 计划将总部从P迁至Q.
_AWAY = re.compile(rf"从[^，。；{ANY_FIGURE}]{{0,4}}$")
_MOVES = re.compile("[^，。；]{0,8}(?:(?:[迁搬移]|转移)[至到往去]|搬[迁离出走]|迁[移离出走])")
_TO_MOVE = re.compile("将(?:把|会|在|于|从)|要把|计划|拟|决定|打算|准备|考虑|预计|可能")
_OF_SHARES = frozenset({"stockChange", "marketCap"})
_JUDGED = "pair."  # what is judged by the names and all words around them
_MAKES = re.compile("构建|打造|[研开]发|建[设造]|销售")
_STANDING = frozenset({"develops", "worksFor", "locatedIn"})
_KIND = re.compile(rf"[^，。；：的了在是有与和将已{ANY_NAME}{ANY_FIGURE}]{{0,4}}[，,]")  # A的S手机，
_KNOWN = "known."  # frames of what the lexicon knows, whose names may stand far apart


def when_related(found: Related, timeline: Timeline, *, held: bool) -> str | None:
    """
    Return the time of a relation: a post that was left is past, what was put off has its new time.

    Args:
        found: The relation.
        timeline: The times of the article.
        held: Whether it is a post that somebody still has (see :func:`is_held`).
    """
    scene, start, end, predicate = found.scene, found.start, found.end, found.frame.predicate
    if later := put_off(scene, start, end):
        return later
    owner, other = scene.place(found.subject), scene.place(found.object)
    names = [place for place in (owner, other) if place is not None]
    employer = start if other is None else other
    if predicate == "worksFor":
        again = [at for at, slot in scene.slots.items() if found.object.entity in (m.entity for m in slot.mentions)]
        if is_past(scene.code, start, end, other, again, owner) or is_span(scene, employer):
            return PAST
        if held:
            return None
    if predicate == "locatedIn" and is_left(scene.code, other):
        return None if _TO_MOVE.search(scene.code, start, other or end) else PAST
    if predicate == "investsIn" and (_HAD.search(scene.code, max(start - 3, 0), end) or _SOLD.match(scene.code, end)):
        return PAST
    here = _told_from(found, other)
    if lasting(predicate, scene.code, here, end, names):
        leads = clause(scene.code, start, end)[0] == start and _KIND.match(scene.code, end)
        return told_behind(scene, end, predicate) if leads else None  # A的S，预计T推出
    start = here if WHEN in scene.code[here : other or here] else start  # 推出A，明年推出B
    said = time_of(scene, start, end, predicate=predicate, names=() if other is None else (other,))
    if said is None and predicate == "supplies" and _SUPPLIED.search(scene.code, max(start - 2, 0), end):
        return PAST
    return timeline.of(predicate, scene, start, end) if said is None else said or None


def _told_from(found: Related, other: int | None) -> int:
    """Return where the words begin that say whether a relation comes about: the clause of a known thing, a verb."""
    here = found.start
    if found.frame.id.startswith(_KNOWN) and other is not None:
        here = own_clause(found.scene.code, here, other)
    return (
        led_by(found.scene.code, here) if found.frame.predicate == "develops" and found.subject.text == "其" else here
    )


def is_left(code: str, place: int | None) -> bool:
    """Tell whether a seat is moved away from a place: 将总部从P迁至Q."""
    if place is None or not _MOVES.match(code, place + 1):
        return False
    return _AWAY.search(code, clause(code, place, place + 1)[0], place) is not None


def is_held(found: Related) -> bool:
    """Tell whether it is a post that somebody has, though he is said to be about to leave it, or not to."""
    scene = found.scene
    if found.frame.predicate == "worksFor" and _GOES_ON.search(scene.code, found.start, found.end + 1):
        return True
    employer = scene.place(found.object) if found.frame.predicate == "worksFor" else None
    return employer is not None and will_leave(scene.code, employer, found.end, scene.place(found.subject))


def is_standing(found: Related) -> bool:
    """Tell whether a relation that no words state stands: what its sentence says of something else does not bend it."""
    predicate = found.frame.predicate
    if not found.frame.id.startswith(_JUDGED) or predicate not in _STANDING:
        return False
    if predicate == "develops" and _MAKES.search(found.scene.code, found.start, found.end):
        return False
    names = [place for place in map(found.scene.place, (found.subject, found.object)) if place is not None]
    return lasting(predicate, found.scene.code, found.start, found.end, names)


def _only_says_size(found: Measured) -> bool:
    """Tell whether a figure only says how large a staff is that something is done for."""
    left, right = clause(found.scene.code, found.start, found.end)
    return is_of_size(found.scene.code, left, found.position + 1, right)


def measure_of(found: Measured) -> str:
    """Return what goes on being measured in the sentences behind: ranks, or what shares did, or a metric."""
    if found.quantity.unit == "rank":
        return "rank"
    if found.frame is None:
        return "otherMetric"
    return TRADED if found.frame.metric in _OF_SHARES or found.frame.id == "price.share" else found.frame.metric


def when_measured(found: Measured, timeline: Timeline) -> str | None:
    """Return the time of a figure: the one that its sentence says of it, else one that is carried over."""
    scene, start, end = found.scene, found.start, found.end
    metric = found.frame.metric if found.frame else "otherMetric"
    if metric == "employees" and _only_says_size(found):
        return None  # 到T提高其A员工的效率
    if lasting(metric, scene.code, start, end):
        return None
    holder = scene.place(found.subject)
    time = timeline.dealt_out(metric, scene, found.position)
    time = time or time_of(scene, start, end, found.position, metric, () if holder is None else (holder,))
    measure, whose = measure_of(found), found.subject.entity
    if time is None:
        time = timeline.of(metric, scene, start, end, True, found.change)
    if time is None and WHEN not in scene.code:
        elsewhere = timeline.leads_elsewhere(scene, *clause(scene.code, start, end), True)
        time = None if elsewhere else timeline.series.of(measure, whose)
    timeline.series.remember(measure, whose, time)
    return time or None
