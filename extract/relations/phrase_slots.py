"""Names, figures and times as characters of a code string; lists of names as one.

``scene`` tells what a code string is for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from ontology.lexicon import TWO

from ..model import Mention, Quantity, Span, When

CLASSES = (
    "Company",
    "Organization",
    "Government",
    "Person",
    "Model",
    "Product",
    "Chip",
    "Technology",
    "Place",
    "Report",
    "Event",
)
CODE = {name: chr(0xE000 + n) for n, name in enumerate(CLASSES)}
TWOFOLD = chr(0xE000 + len(CLASSES))  # a company and its product in one
MONEY, PERCENT, TIMES, COUNT, OTHER, WHEN = (chr(0xE010 + n) for n in range(6))
ANY_NAME = f"{CODE['Company']}-{TWOFOLD}"
ANY_FIGURE = f"{MONEY}-{OTHER}"
FAMILY = {
    **dict.fromkeys(("Company", "Organization", "Government"), "org"),
    **dict.fromkeys(("Model", "Product", "Chip", "Technology"), "thing"),
    "Person": "person",
    "Place": "place",
    "Report": "report",
    "Event": "event",
}
BODY = (  # what kind of body a name is of: 美国芯片商博通
    r"(?:公司|企业|巨头|独角兽|[厂商](?!家|业|务|城|场|会|标|用|品|量|店|学|议)|大学|机构|银行|券商|投行|大行|基金|创投|风投|风险投资|车企|药企|业者|实验室|初创|新创|创企|"
    r"龙头|新秀|新贵|黑马|集团|财团|部门|组织|智库|媒体|学院|医院|诊所|协会|餐厅|品牌|团队|工作室|研究[院所])"
)
_KIND = (  # 谷歌和芯片巨头英伟达
    rf"(?!其|旗下)(?:另外?一[家个款位])?[^，。；：、！？的（()）\s]{{0,8}}(?:{BODY}|模型|芯片|产品|(?:老|[现原既]有)(?:股东|投资[者方]))"
)
_OWN_KIND = re.compile(rf"{_KIND}\s*\Z")
_UNKNOWN = r"[^，。；：、！？的（()）\s\ue000-\ue01f][^，。；：、！？的（()）\ue000-\ue01f]{0,11}"  # no name
_STRANGER = (  # a name that nobody knows, and no verb: 星海、无名氏和云川
    r"(?:(?![等将已正都也是在与和及]|宣布|发布|推出|合作(?!社)|达成|联合|签|收购|投资)[^，。；：、！？的（()）\s\ue000-\ue01f]){2,8}"
)
_NEWER = "(?:后来|后续|新近?推出|刚(?:刚)?(?:推出|发布)|较?新|最新|全新)的"  # GPT-3.5和后来的GPT-4
_TO = re.compile(r"\s*(?:，|,)?再?到\s*\Z")
_LATIN = r"(?:\s?[A-Za-z][A-Za-z0-9.&'-]{0,12}(?=[、和]))?"  # IBM watsonx、
_JOINT = re.compile(
    rf"{_LATIN}\s*(?:、(?:{_UNKNOWN}、)?(?:{_STRANGER}(?:、|和|及|以及))?|/|和|与|及|以及|跟|或|还是|or|and|&|(?:，|,)\s*(?:以及|和|及|and)|、以及|、和|、还是)\s*(?:{_NEWER}|{_KIND})?\s*\Z"
)
_LOOSE_JOINT = re.compile(rf"\s*(?:、|(?:，|,)?以及)\s*(?:{_KIND})?\s*\Z")
_WHO = {"org", "person"}
_MIXED = (_WHO, {"org", "thing"})
_LAST_JOINT = re.compile("和|与|及|跟|以及")
_GOES_ON = re.compile("[、和与及]|以及")
_COMMA = re.compile(r"\s*[，,]\s*\Z")
_LINK = re.compile(r"\s*(?:(?P<comma>[，,])|(?P<last>[，,]?\s*(?:和|与|及|以及|and|&)))\s*\Z")
_FEWEST = 4  # of names in a list that is parted by commas alone but for its last
_CLOSES = re.compile(  # 小海和DeepSeek is a list of things, 小海和DeepSeek的创始人 none
    r"\s?(?:[、，。；！？]|等|和|与|及|以及|$)"
)
_BRACKET = re.compile(r"\s*[（(]\s*\Z")
_UNBRACKET = re.compile(r"\s*[）)]")
_AND_OTHERS = re.compile(
    rf"(?:、{_UNKNOWN})?\s?等(?!待|于|级|候)(?:在内的)?"
    r"(?:(?!合作|联合|共同|推出|提供|使用|采用|展开|竞争|宣布|参与|投资|发布|生产)[^，。；：、！？的\ue000-\ue01f]){0,8}?"
    r"(?:公司|企业|巨头|大厂|厂商|机构|产品|工具|模型|芯片|品牌|平台|领域|技术)"
)


class Slot(NamedTuple):
    """One character of a code string: the names of a list, a figure or a time."""

    code: str
    span: Span
    mentions: tuple[Mention, ...] = ()
    quantity: Quantity | None = None
    when: When | None = None
    even: bool = True  # of a list, whether its members stand side by side: A和B, not A与B
    alike: bool = True  # and whether what is said before the first is said of all: not 法国公司A和芯片巨头B
    house: tuple[Mention, ...] = ()  # of a person, who is spoken for: 云川公司CEO林远


def code_of(mention: Mention) -> str:
    """Return what a name is shown as."""
    return TWOFOLD if mention.also else CODE[mention.type]


def codes_under(fits: Callable[[str], bool]) -> str:
    """Return the codes of the names that may be of a class that *fits*."""
    codes = "".join(CODE[each] for each in CLASSES if fits(each))
    return codes + TWOFOLD if any(fits(each) for each in TWO) else codes


_LAST = 14  # how far behind a list the words that close it may stand


class Scene(NamedTuple):
    """A code string with the way back to the clean text.

    ``slots`` maps a position in ``code`` to its slot; ``starts`` and ``cleans`` are the code
    positions where a run begins and its clean offset.
    """

    span: Span
    code: str
    slots: dict[int, Slot]
    starts: tuple[int, ...]
    cleans: tuple[int, ...]

    def clean(self, start: int, end: int) -> Span:
        """Return the clean span of a piece of the code string."""
        if end <= start:
            at = self._at(start)
            return Span(at, at)
        last = end - 1
        slot = self.slots.get(last)
        return Span(self._at(start), slot.span.end if slot else self._at(last) + 1)

    def place(self, mention: Mention) -> int | None:
        """Return where a name stands in the code string, if it does."""
        end = mention.span.end  # a look at the ends spares most comparisons
        return next((at for at, slot in self.slots.items() if slot.span.end >= end and mention in slot.mentions), None)

    def only(self, pieces: Sequence[tuple[int, int]]) -> Scene:
        """Return the scene that some pieces of the code string make, which are given in order."""
        code, slots = "", dict[int, Slot]()
        starts, cleans = list[int](), list[int]()
        for start, end in pieces:
            runs = slice(bisect_right(self.starts, start), bisect_right(self.starts, end - 1))
            starts += [len(code), *(len(code) + each - start for each in self.starts[runs])]
            cleans += [self._at(start), *self.cleans[runs]]
            slots |= {len(code) + at - start: slot for at, slot in self.slots.items() if start <= at < end}
            code += self.code[start:end]
        return Scene(self.span, code, slots, tuple(starts), tuple(cleans))

    def _at(self, position: int) -> int:
        n = bisect_right(self.starts, position) - 1
        slot = self.slots.get(position)
        return slot.span.start if slot else self.cleans[n] + position - self.starts[n]


def join_lists(folded: str, slots: Sequence[Slot], *, mixed: bool = False) -> list[Slot]:
    """
    Join names that stand in a list, and a name with its own gloss in brackets.

    Args:
        folded: The whole folded text.
        slots: A sentence's slots, in order.
        mixed: Whether a list may hold names of two families (贝索斯以及微软), or of one only.
    """
    joined: list[Slot] = []
    opened: Slot | None = None  # the first name of a list that goes on with 与: A与B、C is A and a list
    rows = _rows(folded, slots) if len(slots) >= _FEWEST else frozenset[int]()
    for slot in slots:
        last = joined[-1] if joined else None
        if last is None or not last.mentions or not slot.mentions:
            joined.append(slot)
            continue
        between = folded[last.span.end : slot.span.start]
        if not between and _is_unit(folded, last, slot):
            unit = last.mentions[:-1] + slot.mentions
            joined[-1] = last._replace(code=_code(unit), span=Span(last.span.start, slot.span.end), mentions=unit)
        elif last.mentions[-1].entity == slot.mentions[0].entity and _BRACKET.match(between):
            close = _UNBRACKET.match(folded, slot.span.end)
            joined[-1] = last._replace(span=Span(last.span.start, close.end() if close else slot.span.end))
        elif slot.span.start not in rows and not (
            _listed(folded, last, slot, between, mixed) or _ends(folded, last, slot, between)
        ):
            joined.append(slot)
        elif opened is not None and len(last.mentions) > len(opened.mentions) and between.strip() == "、":
            rest = last.mentions[len(opened.mentions) :] + slot.mentions
            joined[-1:] = [opened, Slot(_code(rest), Span(rest[0].span.start, slot.span.end), rest)]
            opened = None
        else:
            opened = last if between.strip() in ("与", "和", "跟") and len(last.mentions) == 1 else None
            members = last.mentions + slot.mentions
            even = last.even and slot.even and (between.strip()[:1] not in ("与", "跟") or len(last.mentions) > 1)
            alike = last.alike and slot.alike and even and not _OWN_KIND.search(between)
            joined[-1] = Slot(_code(members), Span(last.span.start, slot.span.end), members, even=even, alike=alike)
    if not joined or folded.find("等", joined[0].span.end, joined[-1].span.end + _LAST) < 0:
        return joined
    return [_with_others(folded, slot, joined, n) for n, slot in enumerate(joined)]


def _rows(folded: str, slots: Sequence[Slot]) -> frozenset[int]:
    """Return where names begin that go on a list with a comma from its start: 星海，云川，飞鱼和远山; not A（B），C."""
    found: list[int] = []
    row: list[int] = []
    for last, slot in pairwise(slots):
        one, other = last.mentions, slot.mentions
        alike = (
            one and other and FAMILY[one[-1].type] == FAMILY[other[0].type] and folded[last.span.end - 1] not in "）)"
        )
        link = _LINK.match(folded[last.span.end : slot.span.start]) if alike else None
        if link is not None and link["comma"]:
            row.append(slot.span.start)
        elif link is not None and link["last"] and len(row) + 2 >= _FEWEST:
            found += row
            row = []
        else:
            row = []
    return frozenset(found)


def _is_unit(folded: str, last: Slot, slot: Slot) -> bool:
    """Tell whether a body right behind its owner's name is one member of a list with it: 谷歌、亚马逊AWS和甲骨文."""
    bodies = {FAMILY[last.mentions[-1].type], FAMILY[slot.mentions[0].type]} == {"org"}
    return bodies and (len(last.mentions) > 1 or _GOES_ON.match(folded, slot.span.end) is not None)


def _listed(folded: str, last: Slot, slot: Slot, between: str, mixed: bool) -> bool:
    """Tell whether two neighbours stand in one list, by what stands between them."""
    one, other = FAMILY[last.mentions[-1].type], FAMILY[slot.mentions[0].type]
    if last.mentions[-1].also and (FAMILY[last.mentions[0].type] == "thing" or _on_a_thing(folded, last, slot)):
        one = "thing"
    if one == "thing" and slot.mentions[0].also and _CLOSES.match(folded, slot.span.end):
        other = "thing"
    if one == other:
        if one == "place" and between in ("", "的", " "):
            return True  # 美国加州
        joint = between.strip()
        if len(last.mentions) == 1 < len(slot.mentions) and joint in ("与", "和", "跟", "同"):
            inner = folded[slot.mentions[-2].span.end : slot.mentions[-1].span.start]
            return joint == "和" and "以及" in inner  # 林远和周舟以及何松
        if joint in ("与", "跟", "同") and folded.startswith("等", last.mentions[-1].span.end):
            return False  # 星海、云川等厂商与远山: the list is closed
        return bool(_JOINT.match(between) or (_COMMA.match(between) and _open(folded, last.mentions)))
    if not mixed or {one, other} not in _MIXED:
        return False
    closes = {one, other} == _WHO and between.strip() in ("和", "及", "与", "以及") and _is_long(folded, last.mentions)
    return closes or bool(_LOOSE_JOINT.match(between))


def _on_a_thing(folded: str, last: Slot, slot: Slot) -> bool:
    """Tell whether companies that are products, too, are listed with a product: AWS、谷歌云和Azure."""
    thing = FAMILY[slot.mentions[0].type] == "thing" and not folded.startswith("的", slot.span.end)
    return thing and last.code == TWOFOLD


def _is_long(folded: str, members: Sequence[Mention]) -> bool:
    """Tell whether a list has no end yet, so that the next member may be of another kind: 星海、云川和林远."""
    return len(members) > 1 and folded[: members[-1].span.start].rstrip()[-1:] == "、"


def _open(folded: str, members: Sequence[Mention]) -> bool:
    """Tell whether a list may go on with a comma: not 苹果和微软，谷歌."""
    return len(members) > 1 and not _LAST_JOINT.search(folded, members[-2].span.end, members[-1].span.start)


def _code(members: Sequence[Mention]) -> str:
    """Return what a list is shown as: the class of most members, of the first where no class has more."""
    codes = [code_of(member) for member in members]
    kinds = [code for code in codes if code != TWOFOLD] or codes  # the others say what one of two classes is here
    return max(dict.fromkeys(kinds), key=kinds.count)


def _ends(folded: str, last: Slot, slot: Slot, between: str) -> bool:
    """Tell whether a list and a name are two ends of a larger one: 从微软、谷歌到百度; 从谷歌到百度 may be a move."""
    alike = len(last.mentions) > 1 and FAMILY[last.mentions[-1].type] == FAMILY[slot.mentions[0].type]
    return alike and bool(_TO.match(between)) and folded.endswith("从", 0, last.span.start)


def _with_others(folded: str, slot: Slot, slots: Sequence[Slot], n: int) -> Slot:
    """Let a list take in the words that close it: 等科技公司."""
    if not slot.mentions:
        return slot
    ceiling = slots[n + 1].span.start if n + 1 < len(slots) else slot.span.end + _LAST
    match = _AND_OTHERS.match(folded, slot.span.end, ceiling)
    return Slot(slot.code, Span(slot.span.start, match.end()), slot.mentions) if match else slot


def assemble(folded: str, sentence: Span, slots: Sequence[Slot]) -> Scene:
    """Return the scene of a sentence whose *slots* are given in order."""
    parts: list[str] = []
    placed: dict[int, Slot] = {}
    starts, cleans, length, at = [0], [sentence.start], 0, sentence.start
    for slot in slots:
        start, end = slot.span.start, slot.span.end
        if start > at:
            parts.append(folded[at:start])
            length += start - at
        placed[length] = slot
        parts.append(slot.code)
        length += 1
        at = end
        starts.append(length)
        cleans.append(at)
    parts.append(folded[at : sentence.end])
    return Scene(sentence, "".join(parts), placed, tuple(starts), tuple(cleans))
