"""People whom the lexicon does not have: by transliteration, by title, by what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from .candidates import Candidate
from .latin_words import PARTICLES
from .person_names import STOP, chinese_end, fits, is_allowed, is_ended, says, sound, sounding, surname_size
from .segmenting import begins_plainly, is_worded
from .words import pattern, table, words

_DOT = re.compile(r"[·・•‧∙]")
_BRACKET = re.compile(
    rf"[（(] ?(?:Dr\.? )?([A-Z][\w'’.-]+(?: [A-Z][\w'’.-]*| (?:{'|'.join(sorted(PARTICLES, reverse=True))})){{1,3}})"
    " ?(?:博士|教授)?[）),，]"
)
_LATIN = re.compile(
    r"([A-Z](?<![A-Za-z] [A-Z])[\w'’.-]+(?: [A-Z][\w'’.-]*){1,2}) ?[（(] ?([\u4e00-\u9fff]{2,4}) ?(?=[）),，、])"
)
_CHINESE_BRACKET = re.compile(r"[（(] ?[\u4e00-\u9fff]{2,4} ?[）),，、]")
_LEFT = re.compile(r"[\s，。、；：！？“”「」（(\"《》]")
_FULL = 26  # characters before a bracket within which a name with dots begins
_NAMED = re.compile(r"[（(] ?[A-Z][a-z]+ [A-Z][\w'’.-]+ ?[）)]")
_NO_PEOPLE = frozenset({"Company", "Organization", "Government", "Model", "Chip"})
_NEVER = frozenset("说称的是和与及也则被都已在于对将向等就所还又曾并便却才再亦昨")  # characters that end no given name
_SONS = ("郎", "介", "辅")  # ends of Japanese given names of three characters
_TODAY = re.compile(r"[今明前][（(]\d")  # 林远今（9）日
_ADVERBS = _NEVER | frozenset("仍自从副")  # before what somebody says or is called

_AWARDS = ("奖", "章")  # which are named after people
_LIST = re.compile(r"[、和与及][^，。；：！？]*\Z")
_LIST_FAR = 24  # characters before a name in which a list may lead to it

_HARD = re.compile(STOP + r"|\Z")


@cache
def _dotted() -> re.Pattern[str]:
    sounds = sound()
    part = rf"{sounds}{{1,9}}(?:-{sounds}{{2,6}})?"  # 班克曼-弗里德
    # a first name which only the dot makes sure: 伊丽莎白·, 让-吕克·
    first = rf"{sounds}(?:{sounds}|[书白可各思]){{0,6}}(?:-{sounds}{{1,6}})?"
    family = "[" + "".join(sorted(c for c in words("surnames") - words("transliteration") if len(c) == 1)) + "]"
    part = rf"(?:{family}?{part}|[A-Z]\b(?:\. ?[A-Z]\b\.?)?|{family})"  # 道格拉斯·陈, 莎拉·钱德勒, 科林·J.K.
    first = rf"(?:{family}-)?{first}"  # 李-安妮·
    return re.compile(rf"(?:{first}|[A-Z]{{1,2}})(?:[·・•‧∙] ?{part}){{1,3}}")


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(rf"({sound()}{{2,7}}(?:[·・•‧∙] ?[\u4e00-\u9fff]{{1,7}}){{1,3}}(?<![奖章型号法])) ?\Z")


@cache
def _sounded() -> re.Pattern[str]:
    return re.compile(rf"{sound()}{{2,8}} ?\Z")


def people(folded: str, cues: Iterable[tuple[int, int, str]], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield candidates for people named in Chinese characters.

    Args:
        folded: The folded text.
        cues: The trigger words in it.
        found: What the lexicon found.
    """
    known = {c.start: c.end for c in found if c.type == "Person"}
    owners = {c.end for c in found if c.type in ("Company", "Organization", "Government")}
    dotted = list(_transliterated(folded))
    for name in dotted:
        longer = any(known.get(name.start + n) == name.end for n in (1, 2))  # 因山姆·奥特曼
        if not longer and not _is_whole(folded, name, known.get(name.start, name.start)):
            yield name
    yield from _glossed(folded, _bodies(folded, found))
    yield from _spelt(folded, dotted, {c.start for c in found if c.type != "Person"})
    yield from _renamed(folded)
    for start, end, kind in cues:
        if kind == "title":
            span = _after(folded, end + (folded[end : end + 1] in ("为", "是", " ", "\u3000")))
            if span is not None:
                yield Candidate(*span, "Person", "title", None, 2)
        if kind in ("says", "address") or (kind == "title" and folded[start:end] in ("教授", "博士", "院士")):
            span = _before(folded, start, kind, owners)
            if span is not None:
                yield Candidate(*span, "Person", "says" if kind == "says" else "address", None, 2)


def _bodies(folded: str, found: Sequence[Candidate]) -> frozenset[int]:
    """Return where known names begin that are no people's; a single word for a thing may be a given name: Jordan."""
    return frozenset(
        c.start for c in found if c.type in _NO_PEOPLE or (c.type == "Product" and " " in folded[c.start : c.end])
    )


def _is_whole(folded: str, name: Candidate, end: int) -> bool:
    """Tell whether the known name from the start of *name* to *end* is all of it: 大卫·哈 is not of 大卫·哈林."""
    dot = max((m.end() for m in _DOT.finditer(folded, name.start, end)), default=0)
    return dot > 0 and not (end - dot == 1 and name.end > end)


def _renamed(folded: str) -> Iterator[Candidate]:
    """Yield people whom the text calls by another name: 张伟（化名）."""
    for bracket in pattern("person.pseudonym").finditer(folded):
        name = chinese_end(folded[max(0, bracket.start() - 3) : bracket.start()])
        if name:
            yield Candidate(bracket.start() - len(name), bracket.start(), "Person", "gloss", None, 2)


def _transliterated(folded: str) -> Iterator[Candidate]:
    """Yield foreign names with dots in them: 玛蒂娜·科尔·布朗."""
    done = 0
    for dot in _DOT.finditer(folded):
        if dot.start() < done:
            continue
        match = next(
            (m for m in _dotted().finditer(folded, max(done, dot.start() - 7), dot.end() + 40) if m.end() > dot.end()),
            None,
        )
        if match is None or match.start() > dot.start():
            continue
        done = match.end()
        start, end = _trimmed(folded, match.start(), match.end())
        body = pattern("person.body").match(folded, end)
        if body is not None:  # named after somebody: 亨利·莫德森医院
            yield Candidate(start, body.end(), "Organization", "transliteration", None, 2)
        elif end - start > 2 and folded[end : end + 1] not in _AWARDS:
            yield Candidate(start, end, "Person", "transliteration", None, 2)


def _glossed(folded: str, known: AbstractSet[int]) -> Iterator[Candidate]:
    """Yield Chinese names beside the Latin one, either of them in brackets: 柯林（Mark Colin）, Li Ming（李明）.

    Args:
        folded: The folded text.
        known: Where known names begin that are no people's: 云川海豚（Yunchuan Dolphin） is a product.
    """
    for bracket in _BRACKET.finditer(folded):
        if bracket.start(1) in known or not _person(bracket.group(1)):
            continue
        window = folded[max(0, bracket.start() - 9) : bracket.start()]
        match = _sounded().search(window)
        name = window[slice(*_trimmed(window, *match.span()))].rstrip() if match else chinese_end(window.rstrip())
        if name:
            end = bracket.start() - (len(window) - len(window.rstrip()))
            yield Candidate(end - len(name), end, "Person", "gloss", None, 2)
    for latin in _LATIN.finditer(folded) if _CHINESE_BRACKET.search(folded) else ():
        start, end = latin.span(2)
        name = folded[start:end]
        if _person(latin.group(1)) and name[0] in words("surnames") and len(name) < 4 and fits(name, 1):
            yield Candidate(start, end, "Person", "gloss", None, 2)


def _spelt(folded: str, dotted: Sequence[Candidate], known: AbstractSet[int]) -> Iterator[Candidate]:
    """Yield foreign names whose end only the bracket after them tells, for it does not sound foreign: 萨拉·钱宁（.

    Args:
        folded: The folded text.
        dotted: The foreign names whose sound tells them, in order.
        known: Where known names begin that are no people's: 伯克希尔·哈撒韦公司.
    """
    for bracket in _NAMED.finditer(folded) if _DOT.search(folded) else ():
        match = _whole().search(folded, max(0, bracket.start() - _FULL), bracket.start())
        if match is None:
            continue
        start, end = match.span(1)
        cut = next((c for c in dotted if c.start < end and start < c.end), None)
        if (cut is None or cut.end < end) and start not in known:
            start = cut.start if cut is not None else _trimmed(folded, start, end)[0]
            yield Candidate(start, end, "Person", "transliteration", None, 2)


def _after(folded: str, at: int) -> tuple[int, int] | None:
    """Return the name that follows a title at *at*."""
    size = surname_size(folded, at)
    end = _whole_name(folded, at, size) if size else None
    if end is None:
        end = _foreign_end(folded, at)
    if end is None and size:
        end = _told_end(folded, at, size)
    return None if end is None else (at, end)


def _whole_name(folded: str, at: int, size: int) -> int | None:
    """Return where a Chinese name ends by its form and what stands behind it, the shorter first."""
    long, short = at + size + 2, at + size + 1
    if size > 1 and folded[long : long + 1] in _SONS and is_ended(folded, long + 1):
        return long + 1  # 田中健太郎
    if size > 1 and says(folded, at + size):
        return at + size  # 社长田中表示
    last, longer = folded[short:long], fits(folded[at:long], size)
    if longer and last not in _NEVER and _HARD.match(folded, long) and not _TODAY.match(folded, short):
        return long  # 陈大同、, though 同 could begin the next word
    never = _NEVER | {"均"} if _several(folded, at) else _NEVER  # 何松、陆行均认为
    if longer and last not in never and says(folded, long):
        return long  # 陆行之认为, though 之 could end another word
    for end in (short, long):
        adverb = folded[end - 1 : end + 1] in words("adverbs")  # 林随后离开
        if not adverb and fits(folded[at:end], size) and is_ended(folded, end):
            return end
    return None


def _foreign_end(folded: str, at: int) -> int | None:
    """Return where a name ends that is spelt by its sound, the longest first."""
    match = sounding().match(folded, at)
    longest = match.end() if match is not None else at
    ends: list[int] = [longest, *range(longest - 1, at + 2, -1)]
    for end in ends:
        if folded[end - 2 : end] == "博士":  # 柯林斯博士, though 博士 sounds so, too
            continue
        ended = is_ended(folded, end) or folded.startswith("博士", end)
        if end > at and ended and is_allowed(folded[at:end]):  # 波兰特强调, though 强 sounds so, too
            return end
    return None


def _told_end(folded: str, at: int, size: int) -> int | None:
    """Return where a Chinese name ends by what only people do: 林远晋升."""
    long, short = at + size + 2, at + size + 1
    said = {end: pattern("person.next").match(folded, end) for end in (long, short)}
    for end in (long, short):
        if folded[end - 1 : end + 1] == "先生":  # 邓宁先生于今日卸任
            continue
        found, before = said[end], said[short]
        if end == long and before is not None and found is not None and len(before[0]) > 1 == len(found[0]):
            continue  # 陈远请辞, though 辞 alone says as much
        if found is not None and fits(folded[at:end], size):
            return end
    return None


def _several(folded: str, at: int) -> bool:
    """Tell whether a list leads to *at*."""
    return _LIST.search(folded, max(0, at - _LIST_FAR), at) is not None


def _before(folded: str, at: int, kind: str, owners: AbstractSet[int]) -> tuple[int, int] | None:
    """Return the name between a border and what it does or is called at *at*."""
    for length in (3, 2, 4, 5):
        start = at - length
        if start < 0:
            continue
        name = folded[start:at]
        size = surname_size(name, 0)
        sizes = (1, 2, 3) if size > 1 and name[-1] in _SONS else (1, 2)
        if not size or length - size not in sizes or not fits(name, size) or name[-1] in _ADVERBS:
            continue
        if start == 0 or _bordered(folded, start, kind, owners):
            return start, at
        if kind == "address" and folded[start - 1] == "的" and not is_worded(name):  # 研究视觉的林远先生
            return start, at
    return None


def _bordered(folded: str, start: int, kind: str, owners: AbstractSet[int]) -> bool:
    """Tell whether a name may begin at *start*: after a break, or after 的 where one of the *owners* ends."""
    if _LEFT.match(folded, start - 1):
        return True
    if folded[start - 1] == "的" and start - 1 in owners:
        return True
    return kind != "says" and any(table("triggers").get(folded[start - n : start]) == "title" for n in (2, 3, 4))


def _trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without a piece of the word before or after that sounds foreign too."""
    head = pattern("person.head").match(folded, start, end)
    if head is not None:
        start = head.end()
    elif start and pattern("person.overlap").match(folded, start - 1, start + 1):
        start += 1
    if _opens_a_word(folded, end - 1) and end - start > 2:
        end -= 1
    tail = pattern("person.tail", r"<>\Z").search(folded, start, end)
    return start, tail.start() if tail is not None else end


def _opens_a_word(folded: str, at: int) -> bool:
    """Tell whether the character at *at* is of a word that begins with it: 提醒, 发生; but 别|上周, not 别上."""
    if pattern("person.cut").match(folded, at, at + 2):
        return True
    return begins_plainly(folded, at) and not begins_plainly(folded, at + 1)


def _person(latin: str) -> bool:
    """Tell whether Latin words in brackets name a person rather than say a term in English."""
    parts = latin.lower().split()
    return parts[0] in words("given") or not any(part in words("english") or part in words("generic") for part in parts)
