"""What a match of a frame's pattern states: which names are its parties, and what money is told of each pair."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import NamedTuple

from ontology.frames import RelationFrame
from ontology.vocabulary import is_any

from ..model import Mention
from .dealing import row_of
from .patterns import class_set, family_set
from .refuting import DESCRIBING, TAKEN_PART_IN
from .related import Related
from .roles import role_of
from .sayers import is_medium
from .scene import ANY_NAME, CODE, WHEN, Scene
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
_LED = ("founderOf", "worksFor")  # an unnamed body that has a founder or a chief is hardly a school
_SCHOOL = re.compile(r"(?:大学|学院|大學|學院|University|College|MIT)$|^University of")
_ACADEMIC = re.compile("[院校所系]长|教授|教师|讲师|主任|研究|学者|书记")
_ONE = (
    "worksFor",
    "locatedIn",
    "listedOn",
    "partnersWith",
)  # who is meant by an unnamed party is then one, never a list
_ONE_OBJECT = (
    *_ONE,
    "investsIn",
    "acquires",
    "founderOf",
    "subsidiaryOf",
)  # of a list of backers, none is what they back

_LISTING = re.compile(r"(?:包括|包含|由|来自|获得?|有|为|：|、|和|与|及|像|如|除了?)\s?$")
# 云川公司CEO林远很忙，CTO周舟...: he is of the same firm, if no clause between opens with another.
_ANOTHER_S = re.compile(rf"[，,；;]\s?(?:[与和同跟及]\s?[{CODE['Person']}]|[与和同跟及]?\s?{family_set('org')})")

_ORGS = family_set("org")[1:-1]
# A firm that its own clause opens with: 去年，云川将这一业务剥离，成立海螺: not who was spoken of before did so.
_FIRM_ACTS = re.compile(
    rf"(?:^|[，。；：！？,;!?\n])[{WHEN}\s，,]{{0,4}}{CODE['Company']}(?:公司|集团)?(?:将|把|宣布|正式|通过|剥离|分拆|拆分|也|还|又|则|计划)"
)
_BACKS = re.compile(  # 远山领投了云川，创始人林远...: he founded what was backed
    rf"[^，。；：！？{ANY_NAME}]{{0,16}}(?:领投|投资|注资|入股|收购|买下)了?(?![者人方机额的])"
    rf"[^，。；：！？{_ORGS}]{{0,16}}(?P<backed>{CODE['Company']})[^，。；：！？{ANY_NAME}]{{0,14}}[，,]"
)
_FOUNDER = re.compile("(?!其).*(?:创始人|创办人|联创)")
_OF_THINGS = ("uses", "outperforms")
_LATTER = re.compile(r"\s?(?:而|但|不过|因此|其中)?(?:后者|前者)")  # one of two, not whom the sentence was about
_SPOKEN_FOR = ("partnersWith",)  # what 云川公司CEO林远 goes on to tell is of 云川公司


class _Told(NamedTuple):
    """A match of a frame's pattern in a scene, with what the text was about before."""

    frame: RelationFrame
    scene: Scene
    match: re.Match[str]
    groups: Mapping[str, str | None]
    topics: Topics

    def start(self, group: str) -> int:
        """Return where a group of the match starts in the scene's code."""
        return self.match.start(group)


def read_match(frame: RelationFrame, scene: Scene, match: re.Match[str], topics: Topics) -> Iterator[Related]:
    """Yield the relations that one match of a frame's pattern states: one for each pair of its parties that fits."""
    groups = match.groupdict()
    told = _Told(frame, scene, match, groups, topics)
    if _serves_another(told):
        return
    inherited = "pair" not in groups and (groups.get("s") is None or groups.get("o") is None)
    pairs, role = _as_measured(list(_pairs(told)), told), role_of(groups.get("role"))
    for (subject, object_), at in zip(pairs, _money(told, len(pairs)), strict=True):
        if subject.entity != object_.entity and _fits(frame, subject, object_):
            end, amount = (match.end(), None) if at is None else (max(match.end(), at + 1), scene.slots[at].quantity)
            yield Related(frame, scene, subject, object_, match.start(), end, role, amount, inherited)


def _as_measured(pairs: list[_Parties], told: _Told) -> list[_Parties]:
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


def _money(told: _Told, pairs: int) -> Sequence[int | None]:
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


def _serves_another(told: _Told) -> bool:
    """Tell whether the subject that a match names before its object, or inherits, is one of another verb's."""
    frame, scene, match, groups, _ = told
    if frame.predicate in _OF_THINGS and groups.get("o") is not None:
        at = match.start("o")
        if is_left_out(scene.code, at) or (frame.predicate == "uses" and is_other_thing(scene.code, at)):
            return True
    if groups.get("s") is None:
        if _LATTER.match(scene.code, match.start()):
            return True
        if frame.predicate in _LED:
            return is_of_others(groups.get("topic") or "")
        others = is_of_other_things(groups.get("topic") or "") or is_for_others(scene.code, match.start(), match.end())
        return frame.predicate == "uses" and (others or is_of_next(scene.code, match.start() - 1, match.end()))
    if groups.get("o") is not None and match.start("o") < match.start("s"):
        at = match.start("o")
        beaten = match.start() == at and is_measure(scene.code, at)  # 相比海豚3 opens with what it is compared with
        return frame.predicate == "outperforms" and (beaten or is_peer(scene.code, at))
    return is_taken(frame.predicate, scene.code, match.start("s"), match.end())


def _pairs(told: _Told) -> Iterator[_Parties]:
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


def _in_turn(told: _Told) -> list[_Parties]:
    """Return the pairs of two lists as long as each other, though a pattern takes but one of each: A、B被C、D收购."""
    if told.groups.get("s") is None or told.groups.get("o") is None:
        return []
    subjects, objects = (told.scene.slots[told.start(party)].mentions for party in "so")
    return list(zip(subjects, objects, strict=True)) if len(subjects) == len(objects) > 1 else []


def _party(group: str, told: _Told, classes: tuple[str, ...]) -> tuple[Mention, ...]:
    """Return the names a pattern's ``s`` or ``o`` stands for; what the pattern leaves out is inherited."""
    frame, scene, match, groups, _ = told
    if groups.get(group) is None:
        return _inherited(group, told, classes)
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


def _is_home(group: str, told: _Told) -> bool:
    """Tell whether the place of a match is 国内, which is that of every firm of a list behind it."""
    home = group == "s" and told.frame.predicate in DESCRIBING and told.groups.get("o") is not None
    return home and told.scene.slots[told.start("o")].mentions[0].rule == "coreference"


def _inherited(group: str, told: _Told, classes: tuple[str, ...]) -> tuple[Mention, ...]:
    """Return whom the text is about, for a party that a pattern leaves out."""
    frame, scene, match, groups, topics = told
    find = topics.here if "here" in groups else topics.before
    fit = class_set(classes)
    if group == "o" and frame.predicate == "investsIn":
        fit = fit.replace(CODE["Government"], "")  # nobody takes part in a round of an authority
    found = find(scene, match.start(), fit, houses=frame.predicate in _SPOKEN_FOR)
    if not found and group == "o" and frame.predicate == "investsIn" and "公司" in match[0]:
        found = find(scene, match.start(), fit, houses=True)  # 云川创始人林远…。公司A轮由…领投
    if group == "o" and frame.predicate in _LED and not _ANOTHER_S.search(scene.code, 0, match.start()):
        found = topics.here(scene, match.start(), fit, houses=True) or found
    if group == "s" and frame.predicate in _LED and found and _has_person(scene, match.start(), found):
        return ()
    if group == "s" and frame.predicate == "founderOf" and _acts_itself(scene, match.start(), found):
        return ()
    if group == "o" and frame.predicate in ("investsIn", *_LED):
        found = topics.backed(found, scene)
    if group == "o" and frame.predicate in _LED and _FOUNDER.match(match[0]):
        found = _backed_here(scene, match.start(), found)
    if group == "o" and frame.predicate in _LED and not _ACADEMIC.search(groups.get("role") or ""):
        found = tuple(each for each in found if each.type != "Government" and not _SCHOOL.search(each.text))
    if frame.predicate == "supplies" and any(each.mentions == found and not each.even for each in scene.slots.values()):
        found = found[:1]  # 云川与海螺合作，向飞鱼供应芯片: 云川 does
    return found if len(found) == 1 or frame.predicate not in (_ONE if group == "s" else _ONE_OBJECT) else ()


def _has_person(scene: Scene, end: int, topics: Sequence[Mention]) -> bool:
    """Tell whether the sentence names somebody before *end*, but none of the *topics*: he is meant, not they."""
    slots = [slot for at, slot in scene.slots.items() if at < end and slot.code == CODE["Person"]]
    meant = {mention.entity for mention in topics}
    return bool(slots) and not any(mention.entity in meant for slot in slots for mention in slot.mentions)


def _acts_itself(scene: Scene, end: int, topics: Sequence[Mention]) -> bool:
    """Tell whether a firm opens a clause of the sentence before *end*, which names none of the *topics*."""
    return _FIRM_ACTS.search(scene.code, 0, end) is not None and not any(scene.span.contains(m.span) for m in topics)


def _backed_here(scene: Scene, end: int, topics: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return whom one of the *topics* gives money to in the sentence before *end*: 远山领投云川，创始人..."""
    at = scene.place(topics[0]) if len(topics) == 1 else None
    backed = _BACKS.match(scene.code, at + 1, end) if at is not None and at < end else None
    return scene.slots[backed.start("backed")].mentions if backed else topics


def _owner_is_listed(told: _Told) -> bool:
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
