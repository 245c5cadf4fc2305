"""What a figure measures, and what becomes of it beside the deals of its sentence, whose money it may be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from ontology.frames import MetricFrame

from ..model import Mention, Quantity
from .choosing import ORGS
from .clauses import clause
from .cues import CLAUSE, Cue
from .holders import Holder, Stage
from .phrasing import measured_words
from .related import Related
from .rules import Rule
from .scene import ANY_FIGURE, ANY_NAME, TIMES, Scene

_INVESTED = frozenset({"investsIn", "acquires"})
_ORG = f"[{ORGS}]"
_INTO = re.compile(
    rf"(?:[对向给为]|投资了?|入股了?|注资了?){_ORG}[^，。]{{0,16}}?(?:投资|注资|投入)|(?:投资|注资)(?!包括|[者方人的])了?(?:(?![使令让将])[^，。{ANY_NAME}]){{0,4}}{_ORG}"
)
_FIRMS_OWN = frozenset({"valuation", "fundingRaised"})
# Who takes part in a round has not raised it: 由A领投，B参与，使公司总融资额达到1.
_FOR_THAT = re.compile("为此|为了|以便|用于")  # 参与融资，为此筹集1 itself
_ROUNDS = frozenset({"investsIn.backers", "investsIn.get", "investsIn.joined", "investsIn.led", "investsIn.round"})
_GOT = "investsIn.get"  # who is said to get money has raised it
_RAISING = frozenset({"investment", "fundingRaised"})
# Money of a round was raised, whoever gave it: A的1融资.
_ROUND = re.compile(rf"[^，。；、{ANY_FIGURE}]{{0,10}}?(?:融资|募资|(?:种子|天使|[A-H]\+*)轮)")

# Where what is said of another figure ends: 月减2%、年增14%及季增3%; 月减2%年增14%.
_NEXT_CHANGE = re.compile(rf"{CLAUSE.pattern}|[{ANY_FIGURE}](?:[、/和与及\s]|以及|$)")


class Measured(NamedTuple):
    """A figure with its metric and subject, before it is qualified (positions in the raw code string)."""

    frame: MetricFrame | None  # None: otherMetric
    scene: Scene
    subject: Mention
    quantity: Quantity
    position: int
    start: int  # of the cue and its figure
    end: int
    quote: tuple[int, int]  # these and the subject, if it stands near
    negative: bool
    change: str | None
    certainty: float | None  # None: too unlikely to be told

    def placed(self, scene: Scene, position: int) -> Measured:
        """Return it as if the figure at *position* of another scene said all of it."""
        place = (position, position + 1)
        return self._replace(scene=scene, position=position, start=place[0], end=place[1], quote=place)


def _deal(found: Measured, related: Sequence[Related], predicates: AbstractSet[str]) -> Related | None:
    """Return the relation that a figure is the money of."""
    return next((r for r in related if r.frame.predicate in predicates and r.amount == found.quantity), None)


def _of_the_firm(found: Measured, related: Sequence[Related]) -> Measured:
    """Return what a firm raised or is worth as its own, where a thing that it is said to make stands between."""
    if found.frame is None or found.frame.metric not in _FIRMS_OWN or found.subject.type == "Company":
        return found
    makers = [each for each in related if each.frame.predicate == "develops" and each.object == found.subject]
    makers = [each for each in makers if each.subject.type == "Company"]
    return found._replace(subject=makers[0].subject) if len(makers) == 1 and not makers[0].inherited else found


def _of_the_backed(found: Measured, related: Sequence[Related]) -> Measured:
    """Return what was raised, or what a firm is then worth, as that of whom its subject is said to back."""
    if found.frame is None or found.frame.metric not in _FIRMS_OWN:
        return found
    code = found.scene.code
    if _FOR_THAT.search(code, *clause(code, found.start, found.end)):
        return found
    deals = [each for each in related if each.frame.id in _ROUNDS]
    takers = {each.object.entity: each.object for each in deals if each.subject.entity == found.subject.entity}
    if len(takers) != 1 or any(each.object.entity == found.subject.entity for each in deals):
        return found
    return found._replace(subject=next(iter(takers.values())))


def beside_deals(found: Measured, related: Sequence[Related]) -> Iterator[Measured]:
    """Leave out the money of an investment, which is said with the relation; that of a round was raised as well."""
    found = _of_the_backed(_of_the_firm(found, related), related)
    metric = found.frame.metric if found.frame is not None else None
    if metric in (None, "price") and _deal(found, related, {"investsIn"}):
        return  # 以每股1的价格投资2: the second is no price
    if metric in _RAISING:
        deal = _deal(found, related, _INVESTED)
        raised = deal is not None and (deal.frame.id == _GOT or _ROUND.match(found.scene.code, found.position + 1))
        if deal is not None and raised:
            found = found._replace(subject=deal.object)
        elif deal is not None or _INTO.search(found.scene.code, *clause(found.scene.code, found.start, found.end)):
            return
    yield found


def measured_at(
    stage: Stage,
    position: int,
    quantity: Quantity,
    rule: Rule | None,
    cue: Cue,
    holder: Holder,
    sure: float | None,
) -> Measured:
    """Return the figure at *position* as the reading by *cue* has it, about *holder*; without rule it has no metric."""
    raw, frame = stage.raw, rule.frame if rule else None
    negative = False
    if rule is not None and rule.negate is not None and raw.code[position] != TIMES:
        left = max(0, cue.start - 8)
        left = max((m.end() for m in _NEXT_CHANGE.finditer(raw.code, max(0, left - 1), cue.start)), default=left)
        negative = rule.negate.search(raw.code[left : cue.end]) is not None
    quote = (cue.start, max(cue.end, position + 1))
    if holder.position is not None and abs(holder.position - position) <= 60:
        quote = (min(quote[0], holder.position), max(quote[1], holder.position + 1))
    return Measured(
        frame,
        raw,
        holder.mention,
        quantity,
        position,
        cue.start,
        max(cue.end, position + 1),
        quote,
        negative and quantity.value > 0,
        measured_words(raw.code, cue.start, position, rule is not None) or quantity.counted or None,
        sure,
    )
