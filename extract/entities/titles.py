"""Names by the marks around them: 《》, quotes, brackets with tickers, English glosses or short forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .candidates import Candidate
from .classing import called
from .organisations import is_general, stem_of
from .segmenting import is_worded, name_before, worth
from .words import alternatives, groups, pattern, table, words

_HAN = re.compile(r"[\u4e00-\u9fff]+\Z")
_GLOSS = re.compile(r"[（(] ?([A-Z][A-Za-z .&-]{2,40})[）)，,]")
_SHORT = re.compile(
    r"[（(](?:(?:以?下)?简称|以?下称)(?:为|是)?[:：]? ?[“「『\"]?([\u4e00-\u9fffA-Za-z0-9·-]{2,10})[”」』\"]?[）)]"
)
_QUOTED = re.compile(r"[「“『]([\u4e00-\u9fffA-Za-z0-9 .+-]{2,12})[」”』]")
_TITLED = re.compile(r"[《〈]((?:[^《》〈〉\n]{2,40}|[\x20-\x7e]{2,120}))[》〉]")
_LEADING = re.compile(r"(?![不没无更最能会可有])[\u4e00-\u9fff]{2,}")
_SIZED = re.compile(  # a model by its name and size: 云川-70B
    r"(?:(?<=推出)|(?<=发布)|(?<=开源)|(?<=上线)|(?<=[，。；、：\n])|\A)(([\u4e00-\u9fff]{2,4})-\d{1,3}(?:\.\d)?B)(?![A-Za-z])"
)
_SIZE = re.compile(r"-\d{1,3}(?:\.\d)?B(?![A-Za-z])")
_CODED = re.compile(r"[\u4e00-\u9fff]{2,4}[ -]?(?:[A-Z]{0,2}\d{1,4}|[IVX]{1,3})(?:-[A-Z][A-Za-z]{0,3})?")  # 远步A2-W
_NEAR, _FAR = 6, 24  # characters looked at before quotes for a word of naming, and for one of launching
_RATHER = 0.0  # the same where its kind stands before it
_SURE = 4.0  # by how much a name must beat words where only its kind follows it
_BODIES = frozenset({"Company", "Organization", "Government"})
_WHOLE = 4  # characters of a short form that is whole wherever it stands
_SHORTEST = 2  # characters that are too few for the name of a feature
_PAPER = re.compile("(?:报告|[白蓝]皮书|公告|通知|意见|条例|办法|规定|指南)(?:（.*）)?$")  # 发布《…公告》中: no product
_ENGLISH = re.compile(r"[》〉] ?[（(]([A-Z][\x20-\x27\x2a-\x7e’]{1,90})[）)]")  # the title in its own language
_LIST = re.compile(" ?(?:、|和|与|及|以及)? ?")  # of titles
_WITHIN = re.compile(" ?(?:里|中|第)")  # a scene or an episode of a film
_CLAUSES = re.compile(r"[。；！？\n]")
_AROUND, _BESIDE = 40, 12  # characters around a title that tell what it is of, and whether it is of something written
_QUOTATION = re.compile(r"[「“『\"]([^「」“”『』\"\n]{4,80}|[\x20\x21\x23-\x7e]{4,180})[」”』\"]")


def introduced(folded: str) -> Iterator[Candidate]:
    """Yield short forms that brackets give, and Chinese names of companies that brackets give in English."""
    for match in _SHORT.finditer(folded):
        if not is_general(match[1], whole=True):  # （以下简称大模型）
            kinds = (table("triggers").get(match[1][-size:], "") for size in (3, 2))
            type_ = next((kind for kind in kinds if kind in _BODIES), "")
            yield Candidate(*match.span(1), type_, "alias", None, 2)
            if len(match[1]) >= _WHOLE and _HAN.fullmatch(match[1]):  # though known names stand in it: 南州云川
                again = (m.span() for m in re.finditer(match[1], folded) if m.start() != match.start(1))
                yield from (Candidate(*span, type_, "alias", None, 2) for span in again)
    for bracket in _GLOSS.finditer(folded):
        window = _HAN.search(folded, max(0, bracket.start() - 10), bracket.start())
        stem = stem_of(window.group()) if window is not None else ""
        trade = pattern("legal.trade", r"<>\Z").search(stem)
        named = trade is not None and trade.start() > 1 and not is_general(stem[: trade.start()])
        if trade is not None and named and not (bracket[1].isupper() and worth(stem[: trade.start()]) <= 0):
            yield Candidate(bracket.start() - len(stem), bracket.start(), "Company", "gloss", None, 2)


def quoted(folded: str) -> Iterator[Candidate]:
    """Yield Chinese names that a bracket with a ticker follows, or that stand in quotes after what they are."""
    for bracket in pattern("ticker", "[（(]<>").finditer(folded):
        window = _HAN.search(folded, max(0, bracket.start() - 8), bracket.start())
        stem = stem_of(window.group()) if window is not None else ""
        name = name_before(stem, len(stem), len(stem), True, 0) if len(stem) > 4 else None
        stem = stem[name.start :] if name is not None and name.gain > 0 else stem
        if 2 <= len(stem) <= 6 and not stem.endswith("股") and not is_general(stem, whole=True):
            yield Candidate(bracket.start() - len(stem), bracket.start(), "Company", "ticker", None, 2)
    for match in _QUOTED.finditer(folded):
        type_ = _quoted_type(folded, match)
        if type_:
            yield Candidate(*match.span(1), type_, "quoted", None, 2)
    for match in _SIZED.finditer(folded) if _SIZE.search(folded) else ():
        if worth(match[2]) > 0:
            yield Candidate(*match.span(1), "Model", "quoted", None, 2)
    for match in pattern("launches.app", r"<>([\u4e00-\u9fff]{2,4}) ?(?:App|APP)(?![A-Za-z])").finditer(folded):
        if worth(match[1]) > 0 and not is_worded(match[1]):
            yield Candidate(*match.span(1), "Product", "quoted", None, 2)


def codes(folded: str) -> list[tuple[int, int]]:
    """Return where brackets hold but the code of a share, within which nothing is named: 云川（YUN.O）."""
    return [bracket.span() for bracket in pattern("ticker.code", "[（(] ?<> ?[）)]").finditer(folded)]


def _quoted_type(folded: str, match: re.Match[str]) -> str:
    """Return the class of a name in quotes by what is said of it before or behind them; empty if nothing is."""
    name, before = match[1], folded[max(0, match.start() - _FAR) : match.start()]
    if name in words("kinds"):
        return ""
    if (kind := called(before, folded, match.end())) or _is_feature(folded, match, before):
        return kind or "Product"
    if pattern("called_nothing").match(folded, match.end()):
        return ""  # 名为“海上的云”的演讲
    for type_ in groups("quoted."):
        if pattern(f"quoted.{type_}", r"<>\Z").search(before[-_NEAR:]):
            return type_
    if pattern("quoted_event", r"<>\Z").search(name):
        return "Event"
    if len(name) > _SHORTEST and _is_way(folded, match, before):
        return "Technology"
    return _kind_beside(folded, match, before)


def _kind_beside(folded: str, match: re.Match[str], before: str) -> str:
    """Return the class of a Chinese name in quotes by the kind of thing that is named or launched beside it."""
    name, han = match[1], _LEADING.match(match[1])
    if han is None or (han.end() == len(name) and is_worded(name)):
        return ""  # what it does, not what it is called: 智能客服
    for type_ in groups("quoted_kind.") if worth(han[0]) >= _RATHER or _CODED.fullmatch(name) else ():
        if pattern(f"quoted_kind.{type_}", r"<>\Z").search(before[-_NEAR:]):
            return type_
    launched = alternatives("launches") + r"<>\Z"
    for type_ in groups("launched."):
        if pattern(f"launched.{type_}", launched).search(before):
            return type_
        if worth(han[0]) >= _SURE and pattern(f"launched.{type_}").match(folded, match.end()):
            return type_
    return ""


def _is_feature(folded: str, match: re.Match[str], before: str) -> bool:
    """Tell whether what is in quotes is a new feature of something: 新增“一键成片”功能."""
    return (
        len(match[1]) > _SHORTEST
        and folded.startswith("功能", match.end())
        and pattern("features", r"<>\Z").search(before) is not None
    )


def _is_way(folded: str, match: re.Match[str], before: str) -> bool:
    """Tell whether what is in quotes is a way of doing things that is used or brought in: 采用“双塔交错”机制."""
    way = pattern("quoted_way").match(folded, match.end())
    return way is not None and pattern("quoted_way.before", r"<>\Z").search(before) is not None


def quotations(folded: str) -> Iterator[Candidate]:
    """Yield the titles of papers, letters and reports in quotes: 题为“...”的公开信, 發布「...白皮書」."""
    for match in _QUOTATION.finditer(folded):
        if pattern("quoted_report.before", r"<>\Z").search(folded, max(0, match.start() - 12), match.start()) and (
            pattern("quoted_report.after").match(folded, match.end())
            or pattern("quoted_report.itself", r"<>\Z").search(match[1])
        ):
            yield Candidate(*match.span(1), "Report", "quoted", None, 3)  # whatever its words look like


def _is_journal(folded: str, match: re.Match[str]) -> bool:
    """Tell whether what stands in the marks of a title comes out again and again: 发表在《南州学报》上."""
    after = pattern("titled.press", " ?<>").match(folded, match.end())
    after = after or pattern("titled.issued", " ?<>").match(folded, match.end())
    return (
        after is not None
        or pattern("titled.issuing", r"<>\Z").search(folded, max(0, match.start() - 16), match.start()) is not None
    )


def titled(folded: str) -> Iterator[Candidate]:
    """Yield what stands in 《》 or 〈〉; a title that is told for one somewhere or in a list is one everywhere."""
    found = list(_TITLED.finditer(folded))
    told: dict[str, str] = {}
    for titles in _lists(folded, found):
        types = [_titled_type(folded, match) for match in titles]
        given = "Product" if "Product" in types else next(filter(None, types), "")
        told = {**dict.fromkeys((match[1] for match in titles if given), given), **told}
    for match in found:
        if given := told.get(match[1], ""):
            sure = given == "Organization" or (given == "Report" and _PAPER.search(match[1]) is not None)
            yield Candidate(*match.span(1), given, "titled", None, 2 if sure else 1)
            if (own := _ENGLISH.match(folded, match.end() - 1)) is not None:
                yield Candidate(*own.span(1), given, "titled", None, 2)


def _lists(folded: str, found: Sequence[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Yield titles that follow one another, 《海》、《山》和《云》, list by list; most are alone."""
    titles: list[re.Match[str]] = []
    for match in found:
        if titles and not _LIST.fullmatch(folded, titles[-1].end(), match.start()):
            yield titles
            titles = []
        titles.append(match)
    yield titles


def _titled_type(folded: str, match: re.Match[str]) -> str:
    """Return the class of what stands in the marks of a title by the words within and around; empty if none tells."""
    if _is_journal(folded, match):
        return "Organization"
    work = _is_work(folded, match)
    told = (
        work
        or pattern("titled.itself", r"<>(?:（.*）)?\Z").search(match[1])
        or pattern("titled.before", r"<>[了的为是]?\Z").search(folded, max(0, match.start() - 10), match.start())
        or pattern("titled.after", " ?<>").match(folded, match.end())
        or _ENGLISH.match(folded, match.end() - 1)
    )
    if not told:
        return ""
    return "Product" if _is_shown(folded, match, work) else "Report"


def _is_work(folded: str, match: re.Match[str]) -> bool:
    """Tell whether a title is said to be a film's, a game's or the like; what is told of its inside does not count."""
    before = folded[max(0, match.start() - _BESIDE) : match.start()]
    if pattern("titled.works").match(folded, match.end()):
        return True
    return _WITHIN.match(folded, match.end()) is None and pattern("titled.work", r"<>\Z").search(before) is not None


def _is_shown(folded: str, match: re.Match[str], work: bool) -> bool:
    """Tell whether a title is that of a film, a song, a show or a game, as a *work* often is, by the words around."""
    before = _CLAUSES.split(folded[max(0, match.start() - _AROUND) : match.start()])[-1]
    behind = _CLAUSES.split(folded[match.end() : match.end() + _AROUND], maxsplit=1)[0]
    if pattern("titled.written").search(match[1] + before[-_BESIDE:] + "》" + behind[:_BESIDE]):
        return False
    return work or pattern("titled.shown").search(before + "《》" + behind) is not None
