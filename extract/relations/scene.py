"""A sentence as frames see it: names, figures and times as single characters.

Frames are regular expressions over a *code string*. In it every name stands
as one private-use character that tells its class, a list of names (苹果、微软和
谷歌) as one such character too, every figure and every time as well; all other
text stays as it is. So ``S推出了O`` is matched by a plain regular expression,
at the speed of the regular expression engine, whatever the names are.

Two levels exist. The raw one shows every name. The phrase one shows noun
phrases by their head: OpenAI的GPT-4 is a model, 微软CEO纳德拉 a person, 法国的
Mistral a company; frames about what happens between noun phrases use it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

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
MONEY, PERCENT, TIMES, COUNT, OTHER, WHEN = (chr(0xE010 + n) for n in range(6))
ANY_NAME = f"{CODE['Company']}-{CODE['Event']}"
ANY_FIGURE = f"{MONEY}-{OTHER}"
FAMILY = {
    **dict.fromkeys(("Company", "Organization", "Government"), "org"),
    **dict.fromkeys(("Model", "Product", "Chip", "Technology"), "thing"),
    "Person": "person",
    "Place": "place",
    "Report": "report",
    "Event": "event",
}
_CURRENCY = re.compile(r"[A-Z]{3}\Z")
_KINDS = {"%": PERCENT, "pp": PERCENT, "x": TIMES, "count": COUNT}

_JOINT = re.compile(r"\s*(?:、|/|和|与|及|以及|跟|或|or|and|&|(?:，|,)\s*(?:以及|和|及|and)|、以及|、和)\s*\Z")
_COMMA = re.compile(r"\s*[，,]\s*\Z")
_BRACKET = re.compile(r"\s*[（(]\s*\Z")
_UNBRACKET = re.compile(r"\s*[）)]")


@dataclass(frozen=True, slots=True)
class Slot:
    """One character of a code string: the names of a list, a figure or a time.

    ``inner`` are the slots that a noun phrase swallowed (its maker, its place).
    """

    code: str
    span: Span
    mentions: tuple[Mention, ...] = ()
    quantity: Quantity | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Scene:
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

    def _at(self, position: int) -> int:
        n = bisect_right(self.starts, position) - 1
        slot = self.slots.get(position)
        return slot.span.start if slot else self.cleans[n] + position - self.starts[n]


def kind_of(quantity: Quantity) -> str:
    """Return the code character of a figure: money, per cent, times, count or other."""
    unit = quantity.unit.split("/", 1)[0]
    if quantity.unit in _KINDS:
        return _KINDS[quantity.unit]
    return MONEY if _CURRENCY.match(unit) else OTHER


def raw_scene(
    folded: str, sentence: Span, mentions: Sequence[Mention], quantities: Sequence[Quantity], whens: Sequence[When]
) -> Scene:
    """
    Encode one sentence.

    Args:
        folded: The whole folded text.
        sentence: The sentence's span.
        mentions: Names inside the sentence, in order, not overlapping.
        quantities: Figures inside it.
        whens: Times inside it.
    """
    slots = [Slot(CODE[m.type], m.span, (m,)) for m in mentions if m.type in CODE]
    taken = list(slots)
    for q in quantities:
        taken.append(Slot(kind_of(q), q.span, quantity=q))
    for w in whens:
        taken.append(Slot(WHEN, w.span, when=w))
    taken.sort(key=lambda slot: (slot.span.start, -slot.span.end))
    return _assemble(folded, sentence, _lists(folded, _apart(taken)))


def _apart(slots: Sequence[Slot]) -> list[Slot]:
    """Drop what overlaps an earlier slot; names come first at the same place."""
    kept: list[Slot] = []
    for slot in slots:
        if kept and slot.span.start < kept[-1].span.end:
            if slot.mentions and not kept[-1].mentions:
                kept[-1] = slot
            continue
        kept.append(slot)
    return kept


def _lists(folded: str, slots: Sequence[Slot]) -> list[Slot]:
    """Join names of one family that stand in a list, and a name with its own gloss in brackets."""
    joined: list[Slot] = []
    for slot in slots:
        last = joined[-1] if joined else None
        if last and last.mentions and slot.mentions and FAMILY[last.mentions[0].type] == FAMILY[slot.mentions[0].type]:
            between = folded[last.span.end : slot.span.start]
            if last.mentions[-1].entity == slot.mentions[0].entity and _BRACKET.match(between):
                close = _UNBRACKET.match(folded, slot.span.end)
                end = close.end() if close else slot.span.end
                joined[-1] = Slot(last.code, Span(last.span.start, end), last.mentions)
                continue
            if _JOINT.match(between) or (_COMMA.match(between) and len(last.mentions) > 1):
                joined[-1] = Slot(last.code, Span(last.span.start, slot.span.end), last.mentions + slot.mentions)
                continue
        joined.append(slot)
    return joined


def _assemble(folded: str, sentence: Span, slots: Sequence[Slot]) -> Scene:
    parts: list[str] = []
    placed: dict[int, Slot] = {}
    starts, cleans, length, at = [0], [sentence.start], 0, sentence.start
    for slot in slots:
        gap = folded[at : slot.span.start]
        if gap:
            parts.append(gap)
            length += len(gap)
        placed[length] = slot
        parts.append(slot.code)
        length += 1
        at = slot.span.end
        starts.append(length)
        cleans.append(at)
    parts.append(folded[at : sentence.end])
    return Scene(sentence, "".join(parts), placed, tuple(starts), tuple(cleans))


_ORG = f"[{CODE['Company']}{CODE['Organization']}{CODE['Government']}]"
_THING = f"[{CODE['Model']}{CODE['Product']}{CODE['Chip']}{CODE['Technology']}]"
_NAME = f"[{ANY_NAME}]"
_TITLE = (
    r"[^，。；：、！？“”‘’（）()\s的" + ANY_NAME + ANY_FIGURE + WHEN + r"]{0,10}"
    r"(?:首席[^，。；、\s"
    + ANY_NAME
    + r"]{1,4}官|C[A-Z]O|董事长|总裁|总监|主席|创始人|创办人|总经理|负责人|主管|教授|研究员|科学家|分析师|经理|院士|"
    r"部长|总统|首相|总理|发言人|工程师|掌门人|执行长|行政总裁|合伙人|秘书长|院长|所长|校长|主任|高管|顾问|董事|掌门)"
)
_PHRASE = re.compile(
    rf"(?:{_ORG}(?:前|的)?{_TITLE}(?:[、兼和与及暨]{_TITLE})*\s*(?P<person>{CODE['Person']}))"
    rf"|(?:(?:{_ORG}(?:的|自研的?|旗下的?|最新的?|推出的|发布的|开发的|自主研发的|\s)?[^，。；：、！？的{ANY_NAME}{ANY_FIGURE}]{{0,6}}(?P<thing>{_THING})))"
    rf"|(?:{CODE['Place']}(?:的)?[^，。；：、！？的{ANY_NAME}{ANY_FIGURE}]{{0,10}}(?P<org>{_ORG}))"
)


def phrase_scene(folded: str, scene: Scene) -> Scene:
    """Return the same sentence with noun phrases shown by their heads, lists of phrases joined."""
    if sum(1 for slot in scene.slots.values() if slot.mentions) < 2:
        return scene
    swallowed: dict[int, int] = {}  # code position of a modifier -> position of its head
    for match in _PHRASE.finditer(scene.code):
        head = match.start(match.lastgroup or 0)
        for position in range(match.start(), head):
            if position in scene.slots and scene.slots[position].mentions:
                swallowed[position] = head
    if not swallowed:
        return scene
    starts = {head: min(p for p, h in swallowed.items() if h == head) for head in set(swallowed.values())}
    kept: list[Slot] = []
    for position, slot in scene.slots.items():
        if position in swallowed:
            continue
        if position in starts:
            start = scene.slots[starts[position]].span.start
            kept = [other for other in kept if other.span.end <= start]
            slot = Slot(slot.code, Span(start, slot.span.end), slot.mentions, slot.quantity, slot.when)
        kept.append(slot)
    return _assemble(folded, scene.span, _lists(folded, kept))
