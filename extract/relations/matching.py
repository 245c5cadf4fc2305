"""What a match of a frame's pattern states: which names are its parties, and what money is told of each pair."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from ontology.frames import RelationFrame
from ontology.vocabulary import is_any

from ..model import Mention
from .dealing import row_of
from .left_out import LED, Told, left_out
from .refuting import DESCRIBING, TAKEN_PART_IN
from .related import Related
from .roles import role_of
from .sayers import is_medium
from .scene import Scene
from .taken import (
    is_for_others,
    is_left_out,
    is_measure,
    is_of_next,
    is_of_other_things,
    is_of_others,
    is_other_thing,
    is_peer,
    is_taken,
)
from .topics import Topics

_RESPECTIVE = re.compile("分别|依次|相继|先后|接连|纷纷")
_DEALT = re.compile("分别|依次")
_OF_EACH = re.compile("分别|依次|各|均|每家")
_OF_A_SHARE = re.compile(r"每[股份]\s?约?$")  # 以每股1收购云川 does not say what was paid
# Posts that one person holds.
_SOLE = re.compile("(?<!联席)(?<!共同)(?:首席|C[A-Z]O|董事长|执行长|董座|(?<!副)(?:总裁|总经理|主席|会长|行长|校长))")
_COURT = re.compile("(?:法院|法庭|仲裁(?:院|中心|委员会))$")
_Parties = tuple[Mention, Mention]
_LISTING = re.compile(r"(?:包括|包含|由|来自|获得?|有|为|：|、|和|与|及|像|如|除了?)\s?$")
_OF_THINGS = ("uses", "outperforms")
_LATTER = re.compile(r"\s?(?:而|但|不过|因此|其中)?(?:后者|前者)")  # one of two, not whom the sentence was about


def read_match(frame: RelationFrame, scene: Scene, match: re.Match[str], topics: Topics) -> Iterator[Related]:
    """Yield the relations that one match of a frame's pattern states: one for each pair of its parties that fits."""
    groups = match.groupdict()
    told = Told(frame, scene, match, groups, topics)
    if _serves_another(told):
        return
    inherited = "pair" not in groups and (groups.get("s") is None or groups.get("o") is None)
    pairs, role = _as_measured(list(_pairs(told)), told), role_of(groups.get("role"))
    for (subject, object_), at in zip(pairs, _money(told, len(pairs)), strict=True):
        if subject.entity != object_.entity and _fits(frame, subject, object_):
            end, amount = (match.end(), None) if at is None else (max(match.end(), at + 1), scene.slots[at].quantity)
            yield Related(frame, scene, subject, object_, match.start(), end, role, amount, inherited)


def _as_measured(pairs: list[_Parties], told: Told) -> list[_Parties]:
    """
    Turn pairs round where the figure that is to be ``more`` is the lesser: A得分70，B得分80; even is nothing.

    With no other figure it is a share or a multiple, and all of the other's is measured against: A的速度是B的一半.
    """
    if not told.groups.get("more"):
        return pairs
    more, less = (told.groups.get(each) and told.scene.slots[told.start(each)].quantity for each in ("more", "less"))
    if not more or (told.groups.get("less") and not less):
        return []
    if less and "%" in {more.unit, less.unit} != {"%"}:
        return []
    bar = less.value if less else 100 if more.unit == "%" else 1
    if more.value == bar:
        return []
    return pairs if more.value > bar else [(other, one) for one, other in pairs]


def _money(told: Told, pairs: int) -> Sequence[int | None]:
    """Return where the money of each pair stands: each has its own where as many are dealt out, 分别投资1和2."""
    scene, match = told.scene, told.match
    at = told.start("money") if told.groups.get("money") else -1
    if at < 0 or _OF_A_SHARE.search(scene.code, max(0, at - 4), at):
        return [None] * pairs
    row = row_of(scene, at) if _DEALT.search(scene.code, match.start(), at) else []
    if len(row) == pairs:
        return row
    alone = pairs == 1 or _OF_EACH.search(scene.code, match.start(), match.end())
    return [at if alone else None] * pairs  # what several pay together nobody pays


def _serves_another(told: Told) -> bool:
    """Tell whether the subject that a match names before its object, or inherits, is one of another verb's."""
    frame, scene, match, groups, _ = told
    if frame.predicate in _OF_THINGS and groups.get("o") is not None:
        at = match.start("o")
        if is_left_out(scene.code, at) or (frame.predicate == "uses" and is_other_thing(scene.code, at)):
            return True
    if groups.get("s") is None:
        if _LATTER.match(scene.code, match.start()):
            return True
        if frame.predicate in LED:
            return is_of_others(groups.get("topic") or "")
        others = is_of_other_things(groups.get("topic") or "") or is_for_others(scene.code, match.start(), match.end())
        return frame.predicate == "uses" and (others or is_of_next(scene.code, match.start() - 1, match.end()))
    if groups.get("o") is not None and match.start("o") < match.start("s"):
        at = match.start("o")
        beaten = match.start() == at and is_measure(scene.code, at)  # 相比海豚3 opens with what it is compared with
        return frame.predicate == "outperforms" and (beaten or is_peer(scene.code, at))
    return is_taken(frame.predicate, scene.code, match.start("s"), match.end())


def _pairs(told: Told) -> Iterator[_Parties]:
    """Yield the (subject, object) pairs that a match states."""
    frame, scene, match, groups, _ = told
    if "pair" in groups:
        slot = scene.slots[match.start("pair")]
        # A与B和C的合作 is between A and each of the others
        found = combinations(slot.mentions, 2) if slot.even else product(slot.mentions[:1], slot.mentions[1:])
        for one, other in ((b, a) for a, b in found) if "turned" in groups else found:
            yield one, other
            if frame.object:  # parties of two classes: either may be named first
                yield other, one
        return
    relation = frame.relation
    respective = _RESPECTIVE.search(scene.code, match.start(), match.end()) is not None
    if respective and (dealt := _in_turn(told)):
        yield from dealt
        return
    subjects = _party("s", told, frame.subject or relation.domain)
    objects = _party("o", told, frame.object or relation.objects)
    if len(subjects) == len(objects) > 1 and respective:
        yield from zip(subjects, objects, strict=True)
        return
    yield from product(subjects, objects)


def _in_turn(told: Told) -> list[_Parties]:
    """Return the pairs of two lists as long as each other, though a pattern takes but one of each: A、B被C、D收购."""
    if told.groups.get("s") is None or told.groups.get("o") is None:
        return []
    subjects, objects = (told.scene.slots[told.start(party)].mentions for party in "so")
    return list(zip(subjects, objects, strict=True)) if len(subjects) == len(objects) > 1 else []


def _party(group: str, told: Told, classes: tuple[str, ...]) -> tuple[Mention, ...]:
    """Return the names a pattern's ``s`` or ``o`` stands for; what the pattern leaves out is inherited."""
    frame, scene, match, groups, _ = told
    if groups.get(group) is None:
        return left_out(group, told, classes)
    slot = scene.slots[match.start(group)]
    members = slot.mentions
    if frame.predicate in TAKEN_PART_IN and is_medium(scene.code, match.start(group), slot):
        return ()
    if group == "s" and frame.predicate == "subsidiaryOf" and _owner_is_listed(told):
        return members[:1]
    sole = group == "s" and _SOLE.search(groups.get("role") or "") is not None
    other = "o" if group == "s" else "s"
    first = groups.get(other) is None or match.start(other) < match.start(group)
    described = first and group == "s" and frame.predicate in DESCRIBING and not slot.alike
    if (f"nearest_{group}" not in groups and not sole and not described) or _is_home(group, told):
        return members
    return members[:1] if first else members[-1:]


def _is_home(group: str, told: Told) -> bool:
    """Tell whether the place of a match is 国内, which is that of every firm of a list behind it."""
    home = group == "s" and told.frame.predicate in DESCRIBING and told.groups.get("o") is not None
    return home and told.scene.slots[told.start("o")].mentions[0].rule == "coreference"


def _owner_is_listed(told: Told) -> bool:
    """Tell whether an owner is named in a list of others, and what follows its own goes on with that list."""
    if told.groups.get("o") is None or told.start("s") < told.start("o"):
        return False
    at = told.start("o")
    if "旗下" not in told.scene.code[at : told.start("s")]:
        return False
    return len(told.scene.slots[at].mentions) > 1 or _LISTING.search(told.scene.code, max(0, at - 4), at) is not None


def _fits(frame: RelationFrame, subject: Mention, object_: Mention) -> bool:
    """
    Tell whether the classes go together; members of a list may differ from its first.

    No court goes to law, and nobody is in a state that one character names (中美竞争).
    """
    if frame.predicate == "locatedIn" and len(object_.text) == 1:
        return False
    if frame.predicate == "sues" and (_COURT.search(subject.text) or _COURT.search(object_.text)):
        return False
    return any(
        frame.relation.fits(one, other)
        and (not frame.subject or is_any(one, frame.subject))
        and is_any(other, frame.object or frame.relation.objects)
        for one, other in product(subject.types, object_.types)
    )
