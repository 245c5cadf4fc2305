"""From the claims of a topic to facts: what is said, by how many independent sources, since when, how surely."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, TypeVar

from graph.contradictions import Above, Link, contradictions, corroborations
from graph.periods import period, within
from graph.precision import side
from graph.statements import Statement, Triple
from graph.terms import digest, local_name, plain
from graph.timing import LASTING, STATES
from ontology.qualifiers import OPEN_METRICS

T = TypeVar("T")

_DIGITS: Final = 16
_TWO: Final = 2  # words of which one may be more frequent


@dataclass(frozen=True, slots=True)
class Fact:
    """What asserted claims that say the same thing come to.

    Args:
        predicate: Local name of the relation or metric.
        subject: Entity id; of a symmetric relation the first by code point.
        object: Entity id, ``""`` for a figure.
        both: Whether the relation holds both ways.
        value: The figure, in base units.
        value_max: The upper end of a range.
        unit: Unit of the figure.
        bound: How exact all claims say that the figure is, ``""`` where they differ.
        telling: What parts it from other figures of the metric.
        rest: What else does, where the metric is open.
        change: The most frequent words for what is measured.
        time: The widest time stated, ``""`` where there is none, or several.
        claims: Ids of the claims, sorted.
        sources: The independent sources: documents, reprints counted as their originals.
        first: Earliest date of a document that says it, ``""`` where none is known.
        last: Latest date.
        confidence: How likely at least one source was read rightly.
        disputed: Whether another claim contradicts one of its claims.
        stands: Whether nothing contradicts at least one of its claims.
        id: What it says, readable as far as it is short; a figure is told by a hash of all that makes it this one.
    """

    predicate: str
    subject: str
    object: str = ""
    both: bool = False
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str = ""
    bound: str = ""
    telling: str = ""
    rest: str = ""
    change: str = ""
    time: str = ""
    claims: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    confidence: Decimal = Decimal(0)
    disputed: bool = False
    stands: bool = True
    id: str = field(init=False)

    def __post_init__(self) -> None:
        """Work out the id once: it is asked for again and again."""
        object.__setattr__(self, "id", self._id())

    @property
    def support(self) -> int:
        """How many independent sources say it."""
        return len(self.sources)

    def _id(self) -> str:
        if self.object:
            said = local_name(self.object)
        else:
            figure = (plain(self.value), plain(self.value_max), self.unit, side(self.bound), self.telling, self.rest)
            said = digest((*figure, self.time), _DIGITS)
        return f"{local_name(self.subject)}/{local_name(self.predicate)}/{said}"

    def triples(self) -> Iterator[Triple]:
        """Yield the plain triples: none of a figure or where all is contradicted, two of a symmetric relation."""
        if self.object and self.stands:
            yield self.subject, self.predicate, self.object
            if self.both:
                yield self.object, self.predicate, self.subject


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What follows from the claims of a topic.

    Args:
        facts: The facts, by id.
        contradicts: Which claims contradict each other, both ways.
        corrects: Which claim of a correction notice corrects which.
        corroborates: Which facts agree without saying quite the same, both ways.
    """

    facts: tuple[Fact, ...] = ()
    contradicts: tuple[Link, ...] = ()
    corrects: tuple[Link, ...] = ()
    corroborates: tuple[Link, ...] = field(default=())


def conclude(statements: Sequence[Statement], above: Above) -> Conclusion:
    """Return what follows from *statements*, all that is said about one topic.

    Args:
        statements: The claims, in any order.
        above: What an organization belongs to; looked at for owners only.
    """
    if len(statements) == 1:  # most topics have but one
        (one,) = statements
        alone = (_fact("" if one.object else one.time, statements, ()),) if one.modality == "asserted" else ()
        return Conclusion(alone)
    statements = sorted(statements, key=lambda each: each.claim)
    links = contradictions(statements, above)
    contradicted = {one for one, _ in links}
    groups = list(_groups([each for each in statements if each.modality == "asserted"]))
    facts = sorted((_fact(time, group, contradicted) for time, group in groups), key=lambda fact: fact.id)
    holder = {claim: fact.id for fact in facts for claim in fact.claims}
    agreeing = {(holder[one], holder[other]) for one, other in corroborations(statements)}
    return Conclusion(
        tuple(facts),
        tuple(sorted(links)),
        tuple(sorted(_corrects(statements, links))),
        tuple(sorted((one, other) for one, other in agreeing if one != other)),
    )


def _groups(asserted: Iterable[Statement]) -> Iterator[tuple[str, list[Statement]]]:
    """Yield the statements that say the same thing, with the widest time that they state."""
    found: dict[object, list[Statement]] = defaultdict(list)
    for each in asserted:
        found[_said(each)].append(each)
    for group in found.values():
        if group[0].object:
            yield "", group
        else:
            yield from _by_time(group)


def _said(each: Statement) -> tuple[object, ...]:
    """Return what tells a statement from others of its topic, but for its time."""
    if each.object:
        return each.subject, each.object
    rest = each.rest if each.predicate in OPEN_METRICS else ""
    return plain(each.value), plain(each.value_max), each.unit, side(each.bound), each.telling, rest


def _by_time(group: Sequence[Statement]) -> Iterator[tuple[str, list[Statement]]]:
    """Part statements of one figure by their times; one without a time belongs to the only time there is."""
    widest = _widest({each.time for each in group if each.time}, group[0].predicate)
    roots = sorted(set(widest.values()))
    if group[0].predicate in LASTING or len(roots) == 1:
        yield roots[0] if len(roots) == 1 else "", list(group)
        return
    parts: dict[str, list[Statement]] = defaultdict(list)
    for each in group:
        parts[widest.get(each.time, "")].append(each)
    yield from sorted(parts.items())


def _widest(times: Collection[str], predicate: str) -> dict[str, str]:
    """Return for each time the widest one it lies in; times of what adds up over time lie in none but themselves."""
    if predicate not in STATES | LASTING:
        return {time: time for time in times}
    spans = {time: span for time in times if (span := period(time))}
    wide = sorted(spans, key=lambda time: (spans[time][0], -int(spans[time][1]), time))
    found = {time: next(other for other in wide if within(span, spans[other])) for time, span in spans.items()}
    return {time: found.get(time, time) for time in times}


def _fact(time: str, group: Sequence[Statement], contradicted: Collection[str]) -> Fact:
    """Return the fact that statements saying the same thing come to."""
    one = group[0]
    is_open = one.predicate in OPEN_METRICS
    bounds, dates = {each.bound for each in group}, sorted(each.date for each in group if each.date)
    marred = [each.claim in contradicted for each in group]
    return Fact(
        predicate=one.predicate,
        subject=one.subject,
        object=one.object,
        both=one.both,
        value=one.value,
        value_max=one.value_max,
        unit=one.unit,
        bound=one.bound if len(bounds) == 1 else "",
        telling=one.telling,
        rest=one.rest if is_open else "",
        change=_most(each.change for each in group if each.change),
        time=time,
        claims=tuple(sorted(each.claim for each in group)),
        sources=tuple(sorted({each.source for each in group})),
        first=dates[0] if dates else "",
        last=dates[-1] if dates else "",
        confidence=_together(group),
        disputed=any(marred),
        stands=not all(marred),
    )


def _together(group: Iterable[Statement]) -> Decimal:
    """Return how likely at least one source was read rightly, each taken by its surest claim."""
    surest: dict[str, Decimal] = {}
    for each in group:
        surest[each.source] = max(each.confidence, surest.get(each.source, Decimal(0)))
    wrong = Decimal(1)
    for confidence in sorted(surest.values()):
        wrong *= 1 - confidence
    return round(1 - wrong, 4)


def _most(words: Iterable[str]) -> str:
    """Return the most frequent word, the first by code point among equals, ``""`` where there is none."""
    words = list(words)
    if len(words) < _TWO:
        return words[0] if words else ""
    counts = Counter(words)
    return min(counts, key=lambda word: (-counts[word], word), default="")


def _corrects(statements: Iterable[Statement], links: Iterable[Link]) -> Iterator[Link]:
    """Yield which claims of correction notices contradict which that were not said later."""
    known = {each.claim: each for each in statements}
    for one, other in links:
        notice, former = known[one], known[other]
        late = not notice.date or not former.date or notice.date >= former.date
        if notice.notice and not former.notice and late:
            yield one, other
