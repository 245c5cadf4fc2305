"""The pattern language of relation frames, compiled to regular expressions.

A pattern is a regular expression over a code string (see ``scene``) with
placeholders in braces:

=================  ==========================================================
``{s}`` ``{o}``    the subject, the object; ``{s:Person,Company}`` narrows the class;
                   of a list it is every member, with ``{s!}`` only the nearest to the cue
``{pair}``         a list whose members stand in the relation to one another: the first to the next,
                   with ``{pair!}`` the next to the first
``{cue}``          one of the frame's cues
``{-n}``           up to *n* characters within the clause, no name among them that could be a party
``{+n}``           up to *n* characters within the clause, names may stand among them
``{~n}``           up to *n* characters, commas too, no name among them that could be a party
``{=n}``           up to *n* characters of a description: no name, mark, preposition or verb of another relation
``{*n}``           up to *n* characters of the sentence
``{topic}``        the start of a clause without a subject of its own: the subject is inherited;
                   with ``{topic!}`` from the same sentence only
``(?P<team>...)``  words for a team whose bodies were told before: they are the subject
``{role}``         the words of a post
``{money}``        an amount; ``{time}`` a time; ``{name}`` any name
``{org}`` ...      a name of that family that is neither subject nor object (org, person, thing, place, report)
=================  ==========================================================

``{firm_words}`` and other names with an underscore stand for words that a row of the frames' files lists; they are
put in their place when frames are loaded. Everything else is plain :mod:`re` syntax. Gaps are lazy: the nearest wins.
A place, a report or an event bars a gap only where the relation may be one of it: 星海智能去年在临江向云川公司供货。
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ontology.errors import FrameError
from ontology.frames import RelationFrame
from ontology.vocabulary import CLASSES as PARENTS
from ontology.vocabulary import is_any

from .scene import ANY_FIGURE, ANY_NAME, FAMILY, MONEY, PERCENT, WHEN, codes_under

_PLACEHOLDER = re.compile(r"\{([a-z]+)(!?)(?::([A-Za-z,]+))?\}|\{([-+~*=])(\d+)\}")
_BYSTANDERS = ("Place", "Report", "Event")
_CLAUSE = "，。；：！？,;!?\n"
_OTHER_WORDS = (
    "基于|用于|针对|(?<![相绝])对(?!话|应|齐|冲|抗|比学)|与|和(?!谐)|及(?!时|格)|类(?!型|别)|超(?!级|大|算|强|高)|比|优于|击败|领先(?!的|[^，。；：！？的\ue000-\ue01f]{0,8}(?:商|公司|企业|机构|品牌|厂))|替代|取代|竞争(?!对手)|媲美|采用|"
    "搭载|使用|运行|安装|部署|推出|发布|宣布|(?<![图影])像(?!素)|如(?!意)|接入|集成(?!商|电路)|给|(?<![双单多横纵定])向(?!量)|在(?!线)|是|被|由|将|把|让|等|(?<![名称])为(?!主)|从|加快|支撑|推动|(?<![应通专商军作即])用(?![户途量])"
)
TOPIC = rf"(?P<topic>(?:^|(?<=[{_CLAUSE}]))"  # how a compiled pattern opens that begins with {topic}
_STOP = "。；！？;!?\n"
_ROLE = "，。；：、！？“”（）()的" + ANY_NAME + ANY_FIGURE + WHEN
ROLE = rf"[^\s{_ROLE}](?:[^{_ROLE}]{{0,16}}[^{_ROLE}])?"


def class_set(names: Iterable[str]) -> str:
    """Return a character class that matches every concrete class under *names*."""
    return _class_set(tuple(names))


@cache
def _class_set(names: tuple[str, ...]) -> str:
    for name in names:
        if name not in PARENTS:
            raise FrameError(f"unknown class {name!r}; known are {', '.join(sorted(PARENTS))}")
    codes = codes_under(lambda c: is_any(c, names))
    return f"[{codes}]"


def family_set(family: str) -> str:
    """
    Return a character class that matches every class of a family (org, person, thing, place, report, event).

    Raises:
        FrameError: If there is no such family.
    """
    codes = codes_under(lambda c: FAMILY[c] == family)
    if not codes:
        raise FrameError(f"unknown family {family!r}; known are {', '.join(sorted(set(FAMILY.values())))}")
    return f"[{codes}]"


def needed(pattern: str, frame: RelationFrame) -> tuple[frozenset[str], ...]:
    """Return, for each party that a pattern names, the codes of the classes that it may have."""
    relation = frame.relation
    own = {"s": frame.subject or relation.domain, "o": frame.object or relation.objects}
    own["pair"] = own["s"]
    return tuple(
        frozenset(class_set(match[3].split(",") if match[3] else own[match[1]])[1:-1])
        for match in _PLACEHOLDER.finditer(pattern)
        if match[1] in own
    )


@cache
def compile_pattern(pattern: str, frame: RelationFrame) -> re.Pattern[str]:
    """
    Compile one pattern of *frame*.

    Raises:
        FrameError: If the pattern uses an unknown placeholder or is no regular expression.
    """
    relation = frame.relation
    subject = frame.subject or relation.domain
    object_ = frame.object or relation.objects

    topic = re.match(r"\{topic!?\}", pattern)
    if topic:  # whatever follows, it stands at the start of a clause: ``overlapping`` relies on it
        pattern = f"{topic[0]}(?:{pattern[topic.end() :]})"

    def fill(match: re.Match[str]) -> str:
        name, nearest, classes, gap, size = match.groups()
        if gap:
            return _gap(gap, int(size), frame)
        narrowed = tuple(classes.split(",")) if classes else ()
        mark = "(?P<{}>)" if nearest else ""
        if name in ("s", "pair"):
            return f"(?P<{name}>{class_set(narrowed or subject)})" + mark.format(
                "nearest_s" if name == "s" else "turned"
            )
        if name == "topic" and nearest:
            return _simple(name, frame) + "(?P<here>)"
        if name == "o":
            return f"(?P<o>{class_set(narrowed or object_)})" + mark.format("nearest_o")
        return _simple(name, frame)

    try:
        return re.compile(_PLACEHOLDER.sub(fill, pattern))
    except re.error as error:
        raise FrameError(f"frame {frame.id}: pattern {pattern!r} is no regular expression: {error}") from error


def barring(kind: str, frame: RelationFrame) -> str:
    """Return the codes of the names that a gap of *kind* does not pass."""
    if kind in "+*":
        return ""
    if kind == "=":
        return ANY_NAME
    ends = frame.relation.domain + frame.relation.objects
    return codes_under(lambda c: c not in _BYSTANDERS or c in ends)


def _gap(kind: str, size: int, frame: RelationFrame) -> str:
    names = barring(kind, frame)
    if kind == "=":
        return rf"(?:(?!{_OTHER_WORDS})[^{_CLAUSE}{names}]){{0,{size}}}?"
    stops = _CLAUSE if kind in "-+" else _STOP
    return rf"[^{stops}{names}]{{0,{size}}}?"


def _simple(name: str, frame: RelationFrame) -> str:
    if name == "cue":
        if not frame.cues:
            raise FrameError(f"frame {frame.id} uses {{cue}} but has no cues")
        return "(?P<cue>" + "|".join(sorted(frame.cues, key=lambda cue: (-len(cue), cue))) + ")"
    if name == "topic":
        return rf"{TOPIC}[^{_CLAUSE}{ANY_NAME}]{{0,14}}?)"
    if name == "role":
        return f"(?P<role>{ROLE})"
    if name == "money":
        return f"(?P<money>{MONEY})"
    if name == "percent":
        return PERCENT
    if name == "time":
        return f"(?P<time>{WHEN})"
    if name == "name":
        return f"[{ANY_NAME}]"
    if name in set(FAMILY.values()):
        return family_set(name)
    raise FrameError(f"frame {frame.id}: unknown placeholder {{{name}}}")
