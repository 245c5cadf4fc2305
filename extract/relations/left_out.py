"""Whom the text is about, for a party that a pattern leaves out: 公司由林远创办, 这轮融资由远山领投."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ontology.frames import RelationFrame

from ..model import Mention
from .patterns import class_set, family_set
from .scene import ANY_NAME, CODE, WHEN, Scene
from .topics import Topics

Mentions = tuple[Mention, ...]

LED = ("founderOf", "worksFor")  # an unnamed body that has a founder or a chief is hardly a school
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
_SPOKEN_FOR = ("partnersWith",)  # what 云川公司CEO林远 goes on to tell is of 云川公司


class Told(NamedTuple):
    """A match of a frame's pattern in a scene, with what the text was about before."""

    frame: RelationFrame
    scene: Scene
    match: re.Match[str]
    groups: Mapping[str, str | None]
    topics: Topics

    def start(self, group: str) -> int:
        """Return where a group of the match starts in the scene's code."""
        return self.match.start(group)


def left_out(group: str, told: Told, classes: tuple[str, ...]) -> Mentions:
    """
    Return whom the text is about, for a party that a pattern leaves out; empty if nobody knows.

    Args:
        group: ``s`` or ``o``, the party that the pattern does not name.
        told: The match.
        classes: What the party may be.
    """
    predicate, scene = told.frame.predicate, told.scene
    if word := told.groups.get("team"):
        return told.topics.teams.meant(scene, told.start("team"), word)
    fit = class_set(classes)
    if group == "s":
        found = _who_acts(told, fit)
    elif predicate == "investsIn":
        found = _who_raised(told, fit)
    else:
        found = _whom_they_lead(told, fit) if predicate in LED else _spoken_of(told, fit)
    if predicate == "supplies" and any(each.mentions == found and not each.even for each in scene.slots.values()):
        found = found[:1]  # 云川与海螺合作，向飞鱼供应芯片: 云川 does
    return found if len(found) == 1 or predicate not in (_ONE if group == "s" else _ONE_OBJECT) else ()


def _spoken_of(told: Told, fit: str, *, houses: bool = False) -> Mentions:
    """Return whom the sentence, or those before it, are about before the match."""
    find = told.topics.here if "here" in told.groups else told.topics.before
    return find(told.scene, told.match.start(), fit, houses=houses or told.frame.predicate in _SPOKEN_FOR)


def _who_acts(told: Told, fit: str) -> Mentions:
    predicate, scene, start = told.frame.predicate, told.scene, told.match.start()
    found = _spoken_of(told, fit)
    if predicate in LED and found and _has_person(scene, start, found):
        return ()
    if predicate == "founderOf" and _acts_itself(scene, start, found):
        return ()
    if predicate == "acquires" and "继" in (told.groups.get("topic") or ""):
        return told.topics.buyers(found)
    return found


def _who_raised(told: Told, fit: str) -> Mentions:
    """Return whose round of financing is told of: never that of an authority, nor of one who gave the money."""
    fit = fit.replace(CODE["Government"], "")
    found = _spoken_of(told, fit)
    if not found and "公司" in told.match[0]:
        found = _spoken_of(told, fit, houses=True)  # 云川创始人林远…。公司A轮由…领投
    found = told.topics.backed(found, told.scene, far=True)
    return () if _is_among(found, told.scene, told.match) else found


def _whom_they_lead(told: Told, fit: str) -> Mentions:
    """Return whose founder or chief is told of; it is hardly a school, but in a post that only schools have."""
    scene, start = told.scene, told.match.start()
    found = _spoken_of(told, fit)
    if not _ANOTHER_S.search(scene.code, 0, start):
        found = told.topics.here(scene, start, fit, houses=True) or found
    found = told.topics.backed(found, scene)
    if _FOUNDER.match(told.match[0]):
        found = _backed_here(scene, start, found)
    if _ACADEMIC.search(told.groups.get("role") or ""):
        return found
    return tuple(each for each in found if each.type != "Government" and not _SCHOOL.search(each.text))


def _is_among(raised: Sequence[Mention], scene: Scene, match: re.Match[str]) -> bool:
    """Tell whether who is to have raised a round is named among those who gave the money: nobody knows then who did."""
    named = {
        each.entity for at, slot in scene.slots.items() if match.start() <= at < match.end() for each in slot.mentions
    }
    return any(each.entity in named for each in raised)


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
