"""Whom 该公司, 它, 其, 他 and 后者 mean: further mentions for the claims, precision first.

They are no names: they never enter an entity's mentions or names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain

from extract.model import CleanText, Entity, Mention, Span
from ontology.lexicon_versions import THINGS

from .chief import Chief
from .homeland import homes
from .its import BODIES, described, is_strangers, nearest
from .voices import SUBJECT_FROM, Voices
from .words import alternatives, pattern

_ACTORS = frozenset({"Company", "Organization", "Government", "Person", "Model", "Product"})
_TYPES = {
    "body": frozenset({"Company"}),
    "firm": frozenset({"Company"}),
    "institute": BODIES,
    "model": frozenset({"Model"}),
    "product": frozenset({"Product", "Model"}),
    "site": frozenset({"Product"}),  # no model is one
    "chip": frozenset({"Chip"}),
    "person": frozenset({"Person"}),
    "its": _ACTORS,
    "it": BODIES | THINGS,
    "latter": _ACTORS | THINGS,
    "former": _ACTORS | THINGS,
    "we": BODIES,
}
_BACK = {"person": 2, "its": 0, "it": 1, "latter": 1, "former": 1}  # sentences looked back; 2 for the others
_TURNED = frozenset({"body", "firm", "institute"})  # as an object they are never the subject of their clause
_CHIEF = _TURNED | {"model"}  # of these what the whole text is about is meant where two are named as often
_BREAK = re.compile("[，。；：！？,;]")
_VENUE = re.compile(  # 在高盛的会议上表示，公司...: a venue is no firm that is spoken of
    r"的?[^，。；：！？]{0,8}?(?:会议?|论坛|采访|专访|访谈|播客|节目|活动|演讲)(?:上|中|时|期间|里)"
)
_ASIDE = re.compile(  # 与特斯拉Optimus相比, 由特斯拉前CTO林远领导
    r"[^，。；：！？与和]{0,16}(?:相比|相较)|(?:公司|集团)?的?[前原]任?[^，。；：！？、]{0,6}?(?:C[A-Z]O|首席|总裁|副总|董事|高管|员工|工程|研究|经理|主管|负责人)"
)
# Where somebody comes from: 团队来自星海, 曾任职于星海, 为前星海高管.
_FROM = re.compile(
    r"(?:来自|出自|出身于?|毕业于|[曾历]任|曾[是在为]?|(?:任职|就职|供职|效力)于|[，。为是、由和]前)"
    r"(?:[^，。；：！？]{0,2}|[^，。；：！？]{0,20}[、和与及])\Z"
)
_FOUNDED = re.compile(  # 云川收购了海螺。该公司由林远创办: the bought one, of whom nobody may have heard
    r"[^，。；：！？]{0,10}(?:由[^。；：！？]{1,40}?(?:创[立办建]|成立)|的(?:联合|共同)?创[始办]人)"
)
_BUYS = re.compile(r"[^。；！？被]{0,30}(?:收购|并购|买下|投资|入股)了?[^，。；！？]{0,16}")
_LEFT = ("离开", "离开了", "告别", "退出", "退出了")  # before a firm that somebody told of is no more with
_AT = ("在", "于", "接受", "出席", "参加")
_SHOWN = frozenset({"product", "site"})
_QUOTED = re.compile(
    r"(?:股票)?(?:代[码号])?\s?[：:]\s?[A-Z0-9.]{1,8}\s?[）)]"
)  # 云川（纳斯达克：YUN），其...: no exchange is meant
_TWICE = 2  # as often in a text as another


@cache
def _pronouns() -> re.Pattern[str]:
    kinds = "|".join(f"(?P<{kind}>{alternatives(f'pronoun.{kind}')})" for kind in _TYPES)
    return re.compile(kinds)


def _places(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield where pronouns stand; the first look, for a character that begins one, is cheap."""
    while begin := pattern("begins_pronoun").search(text, start, end):
        match = _pronouns().match(text, begin.start(), end)
        if match is not None:
            yield match
        start = (match or begin).end()


def antecedents(
    clean: CleanText, sentences: Sequence[Span], mentions: Sequence[Mention], entities: Sequence[Entity]
) -> list[Mention]:
    """Return mentions (rule ``coreference``) for words that stand for an entity named before.

    Args:
        clean: The text.
        sentences: Its sentences, in order.
        mentions: What it names, in order.
        entities: The entities of the mentions.

    Returns:
        The mentions found, in text order; a word whose antecedent is in doubt gives none.
    """
    known = {entity.id for entity in entities}
    meant = [m for m in mentions if m.entity in known and not _QUOTED.match(clean.folded, m.span.end)]
    named = _by_sentence(sentences, meant)
    chief = Chief.of(clean.folded, mentions, named)
    voices = Voices.of(clean.folded, sentences, named)
    history: list[list[Mention]] = []
    found: list[Mention] = []
    for n, (sentence, here) in enumerate(zip(sentences, named, strict=True)):
        voices.go_on(n)
        fresh = list(_in_sentence(clean, sentence, here, history, voices, chief))
        found += fresh
        history.append(sorted([*here, *fresh], key=lambda m: m.span) if fresh else here)
        del history[:-3]
    return sorted([*found, *homes(clean, mentions)], key=lambda m: m.span)


def _by_sentence(sentences: Sequence[Span], mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Return the mentions that begin in each sentence."""
    by_sentence: list[list[Mention]] = []
    at = 0
    for sentence in sentences:
        here: list[Mention] = []
        while at < len(mentions) and mentions[at].span.start < sentence.end:
            if mentions[at].span.start >= sentence.start:
                here.append(mentions[at])
            at += 1
        by_sentence.append(here)
    return by_sentence


def _bought(folded: str, at: int, history: Sequence[Sequence[Mention]]) -> Mention | None:
    """Return the firm that the last sentence says was bought, where what follows tells who founded it."""
    firms = [m for m in history[-1] if m.type == "Company"] if history and _FOUNDED.match(folded, at) else []
    told = len(firms) == 2 and _BUYS.fullmatch(folded, firms[0].span.end, firms[1].span.start)
    return firms[1] if told else None


def _in_sentence(
    clean: CleanText,
    sentence: Span,
    named: Sequence[Mention],
    history: Sequence[Sequence[Mention]],
    voices: Voices,
    chief: Chief,
) -> Iterator[Mention]:
    """Yield the mentions of one sentence."""
    seen = list(named)
    for match in _places(clean.folded, sentence.start, sentence.end):
        span = Span(*match.span())
        if any(m.span.overlaps(span) for m in named):
            continue
        kind = str(match.lastgroup)
        before = _offered(clean.folded, kind, span.start, [m for m in seen if m.span.end <= span.start])
        if kind == "its" and is_strangers(clean.folded, sentence.start, span.start, before):
            continue
        meant = described(clean.folded, span.start, before) if kind == "its" else None
        if kind in _TURNED:
            meant = voices.firm_of_speaker(span.start, before) if before else _bought(clean.folded, span.end, history)
        if kind == "we":
            meant = voices.firm_of_us(span.start)
        elif meant is None:
            meant = _taken_up(clean.folded, kind, sentence, before, history, chief)
        if meant is not None:
            mention = replace(meant, span=span, text=span.of(clean.text), rule="coreference")
            seen = sorted([*seen, mention], key=lambda m: m.span)
            yield mention


def _taken_up(
    folded: str,
    kind: str,
    sentence: Span,
    before: Sequence[Mention],
    history: Sequence[Sequence[Mention]],
    chief: Chief,
) -> Mention | None:
    """Return the mention that a word of *kind* takes up, by what stands before it and what the text is about."""
    past = _spoken_of(folded, kind, history)
    meant = _meant(kind, sentence, before, past, chief.counts if kind in _CHIEF else Counter())
    if kind == "firm" and meant is not None and chief.is_by_the_way(meant, past):
        meant = chief.firm
    if kind in _TURNED and meant is not None and meant.span.end <= sentence.start:
        return chief.backed_by(meant)
    if kind == "body" and meant is None:
        return _called_like_its_product([*before, *(m for earlier in history for m in earlier)])
    return meant


def _offered(folded: str, kind: str, at: int, before: list[Mention]) -> list[Mention]:
    """Return which names before a word of its sentence it may mean."""
    if kind in _TURNED:
        before = [m for m in before if not _is_venue(folded, m)]
        if _is_object(folded, at):
            before = [m for m in before if _BREAK.search(folded, m.span.end, at)]  # 微软向该公司投资
    return before


def _spoken_of(folded: str, kind: str, history: Sequence[Sequence[Mention]]) -> Sequence[Sequence[Mention]]:
    """Return which names of earlier sentences a word may mean: not a firm that somebody is no more with."""
    if kind not in _TURNED:
        return history
    past = [[m for m in earlier if not folded.endswith(_LEFT, 0, m.span.start)] for earlier in history]
    if kind == "firm":  # 公司, which is what the text is about
        past = [[m for m in earlier if not _is_aside(folded, m)] for earlier in past]
    return past


def _is_aside(folded: str, mention: Mention) -> bool:
    """Tell whether a name only says what something is compared with, or where somebody was before."""
    start = mention.span.start
    return (
        _ASIDE.match(folded, mention.span.end) is not None
        or _FROM.search(folded, max(0, start - 26), start) is not None
    )


def _is_venue(folded: str, mention: Mention) -> bool:
    """Tell whether a name only says where somebody spoke."""
    return folded.endswith(_AT, 0, mention.span.start) and _VENUE.match(folded, mention.span.end) is not None


def _is_object(folded: str, at: int) -> bool:
    return pattern("pronoun.object", r"<>\Z").search(folded, max(0, at - 4), at) is not None


def _meant(
    kind: str,
    sentence: Span,
    before: Sequence[Mention],
    history: Sequence[Sequence[Mention]],
    counts: Counter[str],
) -> Mention | None:
    """Return the mention that a word of *kind* takes up, ``None`` where in doubt."""
    types = _TYPES[kind]
    fitting = [m for m in before if m.type in types]
    if kind in ("latter", "former"):
        return _of_two(kind, fitting) or (
            _of_two(kind, [m for m in history[-1] if m.type in types]) if history and not fitting else None
        )
    if kind == "its":
        return nearest(fitting)
    if fitting and kind != "it":
        return _one(fitting, sentence.start, counts)
    if fitting:
        return None
    past = history[::-1]
    for n, earlier in enumerate(past[: _BACK.get(kind, 2)], start=1):
        fitting = [m for m in earlier if m.type in types]
        if fitting:
            start, above = earlier[0].span.start, past[n : n + 1] if kind in _SHOWN else ()
            return _one(fitting, start, counts) or _still(fitting, start, [m for m in chain(*above) if m.type in types])
    return None


def _called_like_its_product(named: Sequence[Mention]) -> Mention | None:
    """Return the only unknown product that is named, where no firm is: 小海是一款助手。该公司有1用户."""
    if any(set(m.types) & _ACTORS - THINGS for m in named):
        return None
    things = [m for m in named if m.type == "Product"]
    alone = len({m.entity for m in things}) == 1 and things[-1].rule not in ("lexicon", "alias")
    return things[-1] if alone else None


def _still(fitting: Sequence[Mention], start: int, before: Sequence[Mention]) -> Mention | None:
    """Return what a sentence opens with, where the one before it, such as a heading, named nothing else of the kind."""
    first = fitting[0]
    opens = first.span.start - start <= SUBJECT_FROM
    return first if opens and {m.entity for m in before} == {first.entity} else None


def _one(fitting: Sequence[Mention], start: int, counts: Counter[str]) -> Mention | None:
    """Return the only entity of *fitting*, or else the one that the sentence is about: named first, at its start.

    It must be named more often there than each other, or twice as often in the whole text, as *counts* tells.
    """
    if len({m.entity for m in fitting}) == 1:
        return fitting[-1]
    first = fitting[0]
    here = Counter(m.entity for m in fitting)
    named, others = here.pop(first.entity), max(here.values())
    chiefly = counts[first.entity] >= _TWICE * max(counts[other] for other in here) > 0
    ahead = named > others or (named == others and chiefly)
    return first if ahead and first.span.start - start <= SUBJECT_FROM else None


def _of_two(kind: str, fitting: Sequence[Mention]) -> Mention | None:
    """Return the former or the latter of the last two entities, where they are of one kind."""
    order: list[Mention] = []
    for mention in reversed(fitting):
        if mention.entity not in {m.entity for m in order}:
            order.append(mention)
        if len(order) == 2:
            break
    if len(order) < 2 or not set(order[0].types) & set(order[1].types):
        return None
    return order[0] if kind == "latter" else order[1]
