"""Which claims of one topic cannot be true together: pure functions, no order of claims matters.

Every claim that another contradicts is linked to at least one such claim, and to no more than :data:`LINKS` of the
most supported kinds: a thousand sources that differ would else be a million links.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

from graph.periods import meet, month, period
from graph.precision import agree, apart
from graph.statements import OWNED, Statement
from graph.timing import one_time
from ontology.qualifiers import OPEN_METRICS

Link = tuple[str, str]
Test = Callable[[Statement, Statement], bool]
Measure = tuple[str, str, str, str, str]
Above = Callable[[str], frozenset[str]]
"""Gives all that an organization is said to belong to, directly and not."""

LINKS: Final = 8
ONCE: Final = frozenset({"acquires", "founderOf", "listedOn"})
"""Relations that come about at one moment, so that two dates contradict each other."""

ONE: Final = frozenset({"trainingCost", "trainingCompute"})
"""Metrics of which a name has but one value: a text that gives several reports on a dispute.

Of others a text that gives several values for one time and one measure means several things that were not told
apart (sizes of a model, plans of a service, a valuation then and now), and is held against nobody.
"""

_TWO: Final = 2  # statements that it takes to contradict or to agree; most topics have but one
_LIST: Final = 2  # founders named in one place from which on they count as a list


def contradictions(statements: Sequence[Statement], above: Above) -> set[Link]:
    """Return which claims contradict which, both ways.

    Args:
        statements: All that is said about one topic.
        above: What an organization belongs to; looked at for owners only.
    """
    said = [each for each in statements if each.modality in {"asserted", "denied"}]
    if len(said) < _TWO:
        return set()
    if said[0].object:
        return _relations(said, above)
    return _figures(said)


def linked(statements: Iterable[Statement], clash: Test, fits: Test) -> Iterator[Link]:
    """Yield the links between statements, both ways.

    Args:
        statements: What is compared.
        clash: Whether what two of them say is to be linked, whoever says it, in whichever order they are given.
        fits: Whether these two in particular are, given where they stand.
    """
    kinds = _kinds(statements)
    for kind, rivals in zip(kinds, _rivals(kinds, clash), strict=True):
        for one in kind:
            found = 0
            for rival in rivals:
                other = next((each for each in rival if fits(one, each)), None)
                if other is not None:
                    yield one.claim, other.claim
                    yield other.claim, one.claim
                    found += 1
                if found == LINKS:
                    break


def _rivals(kinds: Sequence[list[Statement]], clash: Test) -> list[list[list[Statement]]]:
    """Return for each kind the others that clash with it, in their order; each pair is looked at once."""
    rivals: list[list[list[Statement]]] = [[] for _ in kinds]
    for (n, kind), (m, other) in combinations(enumerate(kinds), 2):
        if clash(kind[0], other[0]):
            rivals[n].append(other)
            rivals[m].append(kind)
    return rivals


def corroborations(statements: Sequence[Statement]) -> set[Link]:
    """Return which asserted figures of one topic agree, both ways, as pairs of claims of different sources."""
    said = [each for each in statements if each.modality == "asserted" and not each.object]
    if len(said) < _TWO:
        return set()

    def clash(one: Statement, other: Statement) -> bool:
        return _one_measure(one, other) and one_time(one, other) and agree(one, other)

    return set(linked(said, clash, _two_sources))


def _kinds(statements: Iterable[Statement]) -> list[list[Statement]]:
    """Return the statements that say quite the same together: most sources first, the surest first."""
    found: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for each in sorted(statements, key=lambda each: (-each.confidence, each.claim)):
        date = month(each.date) if each.value is not None and not each.time else ""
        ends = each.predicate, each.subject, each.object, each.both, each.modality, each.time, date
        found[*ends, each.value, each.value_max, each.unit, each.bound, each.telling, each.rest].append(each)
    return sorted(found.values(), key=lambda kind: (-len({each.source for each in kind}), kind[0].claim))


# --- figures --------------------------------------------------------------------


def _figures(said: Sequence[Statement]) -> set[Link]:
    unclear = frozenset() if said[0].predicate in ONE else _several(said)

    def fits(one: Statement, other: Statement) -> bool:
        if one.modality != other.modality:
            return True
        return one.source != other.source and not unclear & {_measure(one), _measure(other)}

    return set(linked(said, _figures_clash, fits))


def _figures_clash(one: Statement, other: Statement) -> bool:
    """Tell whether one figure excludes another, or whether one is denied that the other gives."""
    if not _one_measure(one, other) or not one_time(one, other):
        return False
    if one.modality != other.modality:
        return agree(one, other)
    if one.predicate in OPEN_METRICS and not one.telling + one.rest:
        return False
    return one.modality == "asserted" and one.rest == other.rest and apart(one, other)


def _one_measure(one: Statement, other: Statement) -> bool:
    """Tell whether two figures measure one thing; what is not understood of it counts where the metric is open."""
    if (one.unit, one.telling) != (other.unit, other.telling):
        return False
    return one.rest == other.rest or one.predicate not in OPEN_METRICS


def _several(said: Iterable[Statement]) -> frozenset[Measure]:
    """Return what sources give several figures of."""
    found: dict[Measure, set[object]] = defaultdict(set)
    for each in said:
        found[_measure(each)].add((each.value, each.value_max))
    return frozenset(measure for measure, values in found.items() if len(values) > 1)


def _measure(said: Statement) -> Measure:
    return said.source, said.time, said.unit, said.telling, said.rest


# --- relations ------------------------------------------------------------------


def _relations(said: Sequence[Statement], above: Above) -> set[Link]:
    predicate = said[0].predicate
    asserted = [each for each in said if each.modality == "asserted"]
    denied = 0 < len(asserted) < len(said)
    found = set(linked(said, _denies, lambda one, other: True)) if denied else set()
    if predicate in ONCE:
        found.update(linked(asserted, _two_dates, _not_said_too(asserted, _one_date)))
    if predicate == OWNED:
        found.update(_two_owners(asserted, above))
    if predicate == "founderOf":
        found.update(linked(asserted, _other_founder, _other_list(asserted)))
    return found


def _denies(one: Statement, other: Statement) -> bool:
    """Tell whether one asserts what the other denies, at a time that may be the same."""
    if one.modality == other.modality or not _same_ends(one, other) or "past" in (one.time, other.time):
        return False
    return _may_meet(one, other)


def _two_dates(one: Statement, other: Statement) -> bool:
    return _same_ends(one, other) and not _may_meet(one, other)


def _one_date(one: Statement, other: Statement) -> bool:
    return _same_ends(one, other) and bool(one.time) and _may_meet(one, other)


def _two_owners(asserted: Sequence[Statement], above: Above) -> Iterator[Link]:
    owners = {each.object for each in asserted}
    if len(owners) < _LIST:
        return
    higher = {owner: above(owner) for owner in owners}

    def clash(one: Statement, other: Statement) -> bool:
        a, b = one.object, other.object
        if a == b or a in higher[b] or b in higher[a] or "past" in (one.time, other.time):
            return False
        return _may_meet(one, other)

    yield from linked(asserted, clash, _not_said_too(asserted, _same_ends))


def _not_said_too(asserted: Iterable[Statement], same: Test) -> Test:
    """Return a test that two sources differ: neither says what the other says as well."""
    by_source: dict[str, list[Statement]] = defaultdict(list)
    for each in asserted:
        by_source[each.source].append(each)

    def fits(one: Statement, other: Statement) -> bool:
        return not (
            any(same(each, other) for each in by_source[one.source])
            or any(same(each, one) for each in by_source[other.source])
        )

    return fits


def _other_founder(one: Statement, other: Statement) -> bool:
    return one.subject != other.subject and _may_meet(one, other)


def _other_list(asserted: Iterable[Statement]) -> Test:
    """Return a test that two founders stand in lists that differ: each is missing in the other's list."""
    lists: dict[tuple[str, str], set[str]] = defaultdict(set)
    for each in asserted:
        lists[each.source, each.place].add(each.subject)

    def fits(one: Statement, other: Statement) -> bool:
        here, there = lists[one.source, one.place], lists[other.source, other.place]
        if one.source == other.source or min(len(here), len(there)) < _LIST:
            return False
        return one.subject not in there and other.subject not in here

    return fits


def _same_ends(one: Statement, other: Statement) -> bool:
    return (one.subject, one.object) == (other.subject, other.object)


def _two_sources(one: Statement, other: Statement) -> bool:
    return one.source != other.source


def _may_meet(one: Statement, other: Statement) -> bool:
    """Tell whether two stated times have a day in common; what is not stated may be any."""
    first, second = period(one.time), period(other.time)
    return first is None or second is None or meet(first, second)
