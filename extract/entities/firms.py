"""Companies whom the lexicon does not have, by what stands beside them: 初创公司云川, 云川近日宣布完成, 云川与华为."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from .candidates import Candidate
from .organisations import is_general
from .runs import BEFORE, Runs
from .segmenting import (
    Found,
    begins_plainly,
    ends_plainly,
    ends_with_trade,
    is_common,
    is_worded,
    name_after,
    name_before,
    worth,
)
from .words import pattern, table, words

_DATED = frozenset(
    "日天月年季度底初早晨夜晚午半间）)昨今一二三四五六1234"
)  # ends of what a name may be parted from its cue by
_DATE = re.compile(  # 云川4月19日宣布, 云川昨（9）日宣布, 云川今年第三季推出
    r"(?:(?:北京|当地|美东|美国|台湾)时间)?(?:(?:(?:20\d\d|民国\d{2,3})年|[今去前明]年)(?:\d{1,2}月|[上下]半年|第?[一二三四1-4]季度?|[底初])?"
    r"|(?:\d{1,2}月|[上本]个?月)(?:[底初份]|[上中下]旬)?|(?:(?:(?:20\d\d|民国\d{2,3})年|[今去]年)?\d{1,2}月|本月)?\d{1,2}日"
    r"|[昨今]|[昨今前](?:[（(]\d{1,2}[）)][日天]|[日天晚夜早晨](?:[（(]\d{1,2}日?[）)])?)"
    r"|[上本这]?(?:周|星期|礼拜)[一二三四五六日](?:[（(](?:\d{1,2}月)?\d{1,2}日[）)])?|第?[一二三四1-4]季度?)"
    r"(?:上午|下午|中午|凌晨|晚间|傍晚|晚上)?\Z"
)
_DATE_SIZE = 24
_LATELY = r"近日|日前|[昨今][日天]|近期|最近|刚刚|首次|再次|再度|正式|率先|(?:\d{1,2}月)?\d{1,2}日"
_WHEN = re.compile(rf"{_LATELY}|还")  # “云川”近日宣布
_RAISES = re.compile(
    rf"(?:{_LATELY}|已|宣布|官宣|连[续获])*(?:(?:完成|获得?|拿[到下]|融资)[^，。；]{{0,16}}(?:融资|投资|轮)|获投)"
)
_QUOTED = re.compile(r"[「“『\"]([\u4e00-\u9fff]{2,6})[」”』\"]")
_GLOSS = re.compile(r"[（(] ?([A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2}) ?[）)]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_OPENERS = frozenset("由被与和及向对在给让将把从了的是为等据请用")  # words of one character that a name may follow
_LISTS = frozenset("、和与及")
_CLOSING = frozenset('”」』"')
_LINKS = frozenset("与和向被由获")  # between two companies, one of them known
_FAIR, _SURE = 2.0, 4.0  # by how much a name must beat common words where what stands beside it says much, or little
_AFTER, _CONTEXT = 12, 4  # characters looked at after a cue, and on its other side
_DOTS = frozenset("·・•‧∙")


class _Cue(NamedTuple):
    """What a kind of cue takes: by how much a name must beat words, and how far from the cue it may stand."""

    gain: float
    reach: int = 8


_LEFT = {
    "kind": _FAIR,
    "named": _FAIR,
    "company": _SURE,
    "deal": _FAIR,
    "round": _FAIR,
}  # cues that a name follows, and by how much it must beat words
_RIGHT = {  # cues that follow a name
    "company": _Cue(_SURE, 0),
    "deal": _Cue(_FAIR),
    "round": _Cue(_FAIR),
    "act": _Cue(_FAIR),
    "does": _Cue(_FAIR),
    "says": _Cue(_FAIR, 2),
    "title": _Cue(_FAIR, 2),
    "firm": _Cue(8.0, 0),
    "fund": _Cue(12.0, 0),
    "trade": _Cue(8.0, 0),
    "field": _Cue(8.0, 0),
}
_ANYBODY = frozenset({"does", "deal"})  # what people and states do, too
_BUSINESS = frozenset({"trade", "field"})  # words for what a company does, at the end of its name
_WITHIN = _BUSINESS | {"firm", "fund"}  # which the name ends with
_TRADED = _WITHIN | {"says"}  # beside which only a name with its trade is a company's
_DOINGS = ("act", "round", "does", "says", "title", "deal", "company")


def firms(folded: str, cues: Iterable[tuple[int, int, str]], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield companies beside words that tell of them, and models that are called so.

    Args:
        folded: The folded text.
        cues: The trigger words in it.
        found: What the lexicon found.
    """
    text = Runs(folded, found)
    told = list(_told(text, cues))
    yield from told
    for company in (*found, *told):
        if company.type == "Company" and folded[company.start - 1 : company.start] in _LINKS:
            yield from _linked(text, company.start - 1)


def _told(text: Runs, cues: Iterable[tuple[int, int, str]]) -> Iterator[Candidate]:
    """Yield companies and models beside cues and before brackets."""
    for start, end, kind in cues:
        word = text.folded[start:end]
        if text.is_covered(start):
            continue
        if kind in _LEFT or word in words("joins"):
            yield from _after(text, start, end, kind)
        if kind in _RIGHT and (kind != "title" or word in words("officers")):
            yield from _before(text, start, end, kind)
        if kind == "model":
            yield from _model(text, start, end)
    yield from _glossed(text)


def _after(text: Runs, start: int, end: int, kind: str) -> Iterator[Candidate]:
    """Yield the name that a cue says the kind of, or what is done with it."""
    folded = text.folded
    end += folded.startswith("了", end)
    quoted = _QUOTED.match(folded, end)
    if quoted is not None and kind in _LEFT and _is_firm(folded, quoted):
        yield Candidate(*quoted.span(1), "Company", "quoted", None, 2)
        return
    stop = text.run_after(end, _AFTER)
    if stop - end < 2 or begins_plainly(folded, end):
        return
    low = max(text.run_before(start), start - _CONTEXT)
    name = name_after(folded[low:stop], end - low)
    if kind == "named" and not pattern("named.before", r"<>\Z").search(folded, max(0, start - 6), start):
        return
    if name is not None and name.gain >= _LEFT.get(kind, _SURE) and _ends(folded, low + name.end):
        yield from _named(folded, low, name, "kind")


def _before(text: Runs, start: int, end: int, kind: str) -> Iterator[Candidate]:
    """Yield the name of whom a cue says something."""
    folded, cue = text.folded, _RIGHT[kind]
    span = _cue(folded, start, end, kind)
    if span is None:
        return
    start, end = span
    low = text.run_before(start)
    if start - low < 2 or _is_hopeless(text, low, start, kind):
        return
    weighed = end > start and not (kind in _WITHIN and pattern("firm.acts").match(folded, end))
    stop = text.run_after(end, _CONTEXT) if weighed else end
    border = text.is_border(low, start, kind in _BUSINESS)
    name = name_before(folded[low:stop], (end if kind in _WITHIN else start) - low, end - low, border, cue.reach)
    if name is None or name.gain < cue.gain:
        return
    traded = name.stem < name.end
    whole = border and not name.start and not is_human(folded[low : low + name.end])
    told = traded or (kind not in _TRADED and (whole or kind not in _ANYBODY))
    if kind in _BUSINESS and not _is_begun(text, low + name.start):
        return
    if kind == "field" and not (_does(text, end) or _is_met(folded, low + name.start)):
        return  # what is made, not who makes it
    if told and (name.end - name.start > 2 or _is_set_off(folded, low + name.start)):
        yield from _named(folded, low, name, kind)


def _cue(folded: str, start: int, end: int, kind: str) -> tuple[int, int] | None:
    """Return where the cue stands that a name may end before; ``None`` if it is of no firm."""
    if kind == "fund" and folded[end : end + 1] in ("的", "了"):
        return None  # who invests, not what is called so
    dated = folded[start - 1 : start] in _DATED and kind not in _WITHIN
    date = _DATE.search(folded, max(0, start - _DATE_SIZE), start) if dated else None
    if date is not None:
        return date.start(), date.start()  # 云川4月19日宣布
    if kind == "title" and folded[start - 1 : start] in ("任", "为", "接"):
        return None  # who takes a post: 委派林远出任技术长
    if folded[start].isascii():
        return start, start  # CEO
    if kind == "company" and folded[start - 1 : start] in ("子", "母"):
        return start - 1, start - 1  # 云川子公司
    return start, end


def _is_hopeless(text: Runs, low: int, at: int, kind: str) -> bool:
    """Tell by a look at its words that no name stands in *low*..*at* before a cue, which saves weighing them."""
    folded = text.folded
    if kind in _WITHIN:
        return begins_plainly(folded, at - 2, 13.0)
    if kind in _TRADED or (kind in _ANYBODY and (begins_plainly(folded, low) or not text.is_border(low, at))):
        return not any(ends_with_trade(folded, end) for end in range(max(low, at - _CONTEXT), at + 1))
    return ends_plainly(folded, low, at, _RIGHT[kind].reach)


def _linked(text: Runs, link: int) -> Iterator[Candidate]:
    """Yield the name that begins a clause and that the word at *link* links to a known company: 云川与华为."""
    low = text.run_before(link)
    if not 2 <= link - low < BEFORE or not text.is_border(low, link) or text.folded[low - 1 : low] == "、":
        return
    name = name_before(text.folded[low : link + 1], link - low, link - low + 1, True)
    if name is None or name.start or name.gain < _SURE:
        return
    if name.stem < name.end or not is_human(text.folded[low : low + name.end]):
        yield from _named(text.folded, low, name, "link")


def _model(text: Runs, start: int, end: int) -> Iterator[Candidate]:
    """Yield a model by its name in front of the cue, 远山大模型, or in quotes after it."""
    folded = text.folded
    quoted = _QUOTED.match(folded, end)
    if quoted is not None and worth(quoted[1]) >= _SURE:
        yield Candidate(*quoted.span(1), "Model", "quoted", None, 2)
    low = text.run_before(start)
    name = (
        name_before(folded[low:end], start - low, end - low, text.is_border(low, start), 0) if start - low > 1 else None
    )
    if name is None or name.gain < _SURE or is_worded(folded[low + name.start : start]):
        return
    if pattern("model.before", r"<>\Z").search(folded, max(0, low + name.start - 4), low + name.start):
        yield Candidate(low + name.start, end, "Model", "cue-model", None, 2)


def _glossed(text: Runs) -> Iterator[Candidate]:
    """Yield companies whose names in Latin letters stand in brackets after the Chinese ones: 云川（Yunchuan）."""
    folded = text.folded
    for bracket in _GLOSS.finditer(folded):
        at = bracket.start() - (folded[bracket.start() - 1 : bracket.start()] == " ")
        low = text.run_before(at)
        if at - low < 2 or any(w in words("english") or w in words("generic") for w in bracket[1].lower().split()):
            continue
        name = name_before(folded[low:at], at - low, at - low, text.is_border(low, at), 0)
        told = name is not None and (name.stem < name.end or pattern("gloss.right").match(folded, bracket.end()))
        if name is not None and told and name.gain >= _FAIR:
            yield from _named(folded, low, name, "gloss")


def _named(folded: str, low: int, name: Found, rule: str) -> Iterator[Candidate]:
    """Yield the company called so, unless common words with a trade say but a kind of company."""
    start, stem, end = (low + at for at in (name.start, name.stem, name.end))
    if folded[start - 1 : start] in _DOTS or folded[start:end] in table("triggers"):
        return
    for cut in pattern("break").finditer(folded, max(0, start - 3), stem):
        if cut.start() < start < cut.end() or (start < cut.start() and cut.end() - cut.start() > 1):
            return  # within another word, 找|来海岭科技, or around one: 远调研海岭科技
    if pattern("kind_before").match(folded, start, end) or pattern("kind_human").match(folded, start, end):
        return  # 券商云川科技, where another cue finds the name alone; 歌手林远
    if not is_general(folded[start:stem], whole=True) and (stem == end or not is_worded(folded[start:stem])):
        yield Candidate(start, end, "Company", "cue-" + rule, None, 2)


def is_human(name: str) -> bool:
    """Tell whether a person, or a place abroad, may be called *name*."""
    sounding = all(character in words("transliteration") for character in name)
    return sounding or (len(name) < 4 and name[0] in words("surnames"))


def _ends(folded: str, at: int) -> bool:
    """Tell whether a name surely ends at *at*: before a mark, or a word for what companies do."""
    return not folded[at : at + 1].isalnum() or _goes_on(folded, at)


def _does(text: Runs, at: int) -> bool:
    """Tell whether what stands at *at*, behind quotes perhaps, says what only a company does, or lists one."""
    folded = text.folded
    if folded[at : at + 1] in _LISTS and text.is_firm(at + 1):
        return True
    at += folded[at : at + 1] in _CLOSING
    return pattern("firm.right.surer").match(folded, at) is not None or _acts(folded, at)


def _is_met(folded: str, at: int) -> bool:
    """Tell whether what stands before *at* is done with companies."""
    return pattern("firm.left", r"<>\Z").search(folded, max(0, at - 4), at) is not None


def _is_begun(text: Runs, at: int) -> bool:
    """Tell whether what stands before *at* is whole, so that a name may begin there: but no 布拉斯加 of 内布拉斯加."""
    folded = text.folded
    return (
        text.is_placed(at)
        or folded[at - 1 : at] in _OPENERS
        or not _HAN.match(folded[at - 1 : at])
        or is_common(folded[at - 2 : at])
    )


def _is_firm(folded: str, quoted: re.Match[str]) -> bool:
    """Tell whether what is quoted behind a word for a firm is its name: any is whose round is told, 公司“无界”获投."""
    if _RAISES.match(folded, quoted.end()):
        return True
    return worth(quoted[1]) >= _FAIR and _goes_on(folded, quoted.end())


def _goes_on(folded: str, at: int) -> bool:
    """Tell whether what stands at *at* says what a company does."""
    if folded[at : at + 1] in tuple("已也将在由是则和与及即就曾正获") or folded.startswith("的公司", at):
        return True
    when = _WHEN.match(folded, at)
    return _acts(folded, at if when is None else when.end())


def _acts(folded: str, at: int) -> bool:
    """Tell whether a word for what a company does stands at *at*."""
    if pattern("firm.acts").match(folded, at):
        return True
    return any(table("triggers").get(folded[at : at + n]) in _DOINGS for n in (1, 2, 3))


def _is_set_off(folded: str, at: int) -> bool:
    """Tell whether a clause begins at *at*, or what kind of company it is ends there: 初创公司云川."""
    before = folded[at - 1 : at]
    if not before.isalnum() and before not in ("、", "·"):
        return True
    return any(table("triggers").get(folded[at - n : at]) in ("kind", "company") for n in (2, 3))
