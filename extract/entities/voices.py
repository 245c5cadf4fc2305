"""Who speaks, and for which firm: 林远 of 云川董事长林远表示，公司..., and of “我们...”，云川总裁林远说."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extract.model import Mention, Span

_OFFICER = re.compile(
    r"(?:创[始办]人|董事长|董座|总裁|总经理|首席(?!分析|经济|策略)[^，。；：！？、]{2,4}官|C[EFOT]O|执行长|财务长|营运长|技术长|发言人|负责人|"
    r"首席科学家|总监|经理|主管|合伙人|副总)"
    r"(?:[兼暨][^，。；：！？、]{2,6})?\s?\Z"
)
_OF_FIRM = re.compile(r"(?!前|原)[^，。；：！？、]{0,8}")  # between a firm and the post of its officer
_POST_FAR = 18  # characters before a name within which a post begins
SUBJECT_FROM = 12  # how far into its sentence a subject begins
_REPORTS = re.compile(
    r"[^，。；：！？]{0,10}(?:表示|指出|透露|强调|[宣公]布|预[计估期]|[说称])[，,：:][“「]?[^，。；：！？]{0,4}"
)
_OPEN, _CLOSE = "“「", "”」"
_EDGE = re.compile(f"[{_OPEN}{_CLOSE}]")
_SAYING = (
    "(?:表示|指出|透露|强调|宣布|补充道?|写道|回应|回答|解释|坦言|直言|总结|认为|谈到|提到|告诉|承认|预计|说道?|称|道)"
)
_BEFORE = re.compile(
    rf"[^。！？；{_OPEN}{_CLOSE}]{{0,40}}?{_SAYING}[^。！？；，：{_OPEN}{_CLOSE}]{{0,8}}[，：:。]?\s*\Z"
)
_BEHIND = re.compile(rf"[，,]?\s*[^，。！？；{_OPEN}{_CLOSE}]{{0,30}}\Z")
_SAYS = re.compile(rf"[^，。！？；{_OPEN}{_CLOSE}]{{0,24}}?{_SAYING}")
_ANSWER = re.compile(r"\s?[：:]")
_BACK, _AHEAD = 6, 3  # sentences in which a speaker may be named
_FAR = 600  # characters of a quotation that are looked through
_SPEAKERS = frozenset({"Person", "Company"})


@dataclass
class Voices:
    """Who speaks for which firm in a text, as far as it has been read, and in all of it."""

    folded: str
    named: Sequence[Sequence[Mention]]
    houses: Sequence[Mapping[str, Mention]]
    everyone: Mapping[str, Mention]
    so_far: dict[str, Mention] = field(default_factory=dict)
    sentence: int = 0

    @classmethod
    def of(cls, folded: str, sentences: Sequence[Span], named: Sequence[Sequence[Mention]]) -> Voices:
        """Read who leads or speaks for which firm in each sentence."""
        houses = [_houses(folded, *each) for each in zip(sentences, named, strict=True)]
        everyone = {person: firm for told in reversed(houses) for person, firm in told.items()}
        return cls(folded, named, houses, everyone)

    def go_on(self, sentence: int) -> None:
        """Take in what the next sentence tells."""
        self.so_far |= self.houses[sentence]
        self.sentence = sentence

    def firm_of_speaker(self, at: int, before: Sequence[Mention]) -> Mention | None:
        """Return the firm of who speaks of it at *at*: 林远表示，公司..."""
        told = before and before[-1].type == "Person" and _REPORTS.fullmatch(self.folded, before[-1].span.end, at)
        return self.so_far.get(before[-1].entity) if told else None

    def firm_of_us(self, at: int) -> Mention | None:
        """Return the firm that 我们 at *at* means: the speaker's, or the one that speaks."""
        nearby = [m for n in range(-_BACK, _AHEAD + 1) for m in self._named(self.sentence + n)]
        who = speaker(self.folded, at, nearby)
        if who is None or who.type == "Company":
            return who
        return self.so_far.get(who.entity) or self.everyone.get(who.entity)

    def _named(self, sentence: int) -> Sequence[Mention]:
        return self.named[sentence] if 0 <= sentence < len(self.named) else ()


def _houses(folded: str, sentence: Span, named: Sequence[Mention]) -> dict[str, Mention]:
    """Return the firms that people named with their posts lead or speak for, by the people's entities."""
    found: dict[str, Mention] = {}
    firms = [m for m in named if m.type == "Company"]
    for person in (m for m in named if m.type == "Person"):
        post = _OFFICER.search(folded, max(sentence.start, person.span.start - _POST_FAR), person.span.start)
        if post is None:
            continue
        own = [m for m in firms if _OF_FIRM.fullmatch(folded, m.span.end, post.start())]
        if not own and folded[post.start() - 1] == "，":  # 云川成立于2023年，创始人林远
            own = [m for m in firms[:1] if m.span.start - sentence.start <= SUBJECT_FROM and m.span.end < post.start()]
        if own:
            found[person.entity] = own[-1]
    return found


def is_us(mention: Mention) -> bool:
    """Tell whether a mention is a word such as 我们, by which somebody speaks of his firm."""
    return mention.rule == "coreference" and mention.text.startswith("我")


def speaker(folded: str, at: int, mentions: Sequence[Mention]) -> Mention | None:
    """Return whose words those at *at* are, ``None`` outside quotations and where nobody is named.

    Args:
        folded: The folded text.
        at: The position of a word.
        mentions: What the text names, in order.
    """
    opened = _opening(folded, at)
    if opened is None:
        return _answering(folded, at, mentions)
    closed = _closing(folded, at)
    if closed is not None and (found := _behind(folded, closed, mentions)):
        return found
    return _before(folded, opened, mentions)


def _opening(folded: str, at: int) -> int | None:
    """Return where the quotation around *at* opens."""
    edges = list(_EDGE.finditer(folded, max(0, at - _FAR), at))
    return edges[-1].start() if edges and edges[-1][0] in _OPEN else None


def _closing(folded: str, at: int) -> int | None:
    edge = _EDGE.search(folded, at, at + _FAR)
    return edge.end() if edge is not None and edge[0] in _CLOSE else None


def _before(folded: str, opened: int, mentions: Sequence[Mention]) -> Mention | None:
    """Return who is said to say what opens at *opened*: 林远表示：“."""
    for mention in reversed([m for m in mentions if opened - 50 <= m.span.start and m.span.end <= opened]):
        if mention.type in _SPEAKERS:
            return mention if _BEFORE.match(folded, mention.span.end, opened) else None
    return None


def _behind(folded: str, closed: int, mentions: Sequence[Mention]) -> Mention | None:
    """Return who is said to have said what closes at *closed*: ”云川总裁林远说."""
    for mention in (m for m in mentions if closed <= m.span.start <= closed + 32):
        if not _BEHIND.match(folded, closed, mention.span.start):
            return None
        if mention.type == "Person":
            return mention if _SAYS.match(folded, mention.span.end) else None
    return None


def _answering(folded: str, at: int, mentions: Sequence[Mention]) -> Mention | None:
    """Return whose line of a conversation the words at *at* stand in: 林远：我们..."""
    line = folded.rfind("\n", 0, at) + 1
    first = next((m for m in mentions if m.span.start >= line), None)
    if first is None or first.type != "Person" or first.span.start != line:
        return None
    return first if _ANSWER.match(folded, first.span.end) else None
