"""Organisations, governments, events and reports whom the lexicon does not have, by the form of their Chinese names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from .abbreviated import abbreviated
from .candidates import Candidate
from .known import Known
from .segmenting import is_worded, worth
from .words import alternatives, groups, pattern, words

_RUN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9·]+\Z")
_HAN = re.compile(r"[\u4e00-\u9fff]+\Z")
_STEM = re.compile(r"(?:(?<=\d)[百千万余多]*[台套颗块片枚架辆])?([\u4e00-\u9fff]+)\Z")  # 1000台海岭科技服务器
_NAMED_INDEX = re.compile(r"[A-Za-z0-9]|(?:工业平均|制造业|综合|半导体|成分股?|科技)指数")
_MARKED = re.compile("[“「『《].+[”」』》]")
_REACH = 14  # characters before its last word within which a name begins
_LEGAL = 26  # the same for a legal name
_PLAIN = -9.0  # what a stem may be worth less as a name than as words before a word of everyday
_RATHER = 4.0  # by how much a name must beat words before a word for what not only companies do
_EVERYDAY = frozenset({"智能", "科技", "技术"})  # words that are no company's alone: 足够智能, but 重庆银行
_MAY = frozenset("会能可要应需再没他她它我你")  # before a verb
_DEGREES = frozenset("级性型度式")  # before them: 超人级智能
_ANYBODY = frozenset({"实验室"})  # what goes with any word: 感谢实验室
_CLAUSE = re.compile("[在由于的和与及将是了把被]")  # what stands in no name behind its ordinal
_GATHERINGS = frozenset({"大会", "峰会", "高峰会"})  # of a company: 阿里云峰会
_FIELDS = re.compile("[与和及]|人工智能")  # within what a centre is called by, though they part other names
_MORE = 2  # characters that make a known name another one
CONTINENTS = frozenset("东亚 中东 亚洲 北美 南美 拉美 欧洲 美洲 非洲".split())  # which have many governments
_LEARNT = frozenset({"促进会", "商会", "学会", "研究会"})  # which end a name only behind its place: 模型学会走路
_PLACED = _LEARNT | {"协会"}  # whose place makes a name of any field: 南州作家协会
_TRADES = frozenset({"产业", "商业", "科技", "行业"})  # but these


def organisations(folded: str, cues: Iterable[tuple[int, int, str]], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield candidates by the last word of their names.

    Args:
        folded: The folded text.
        cues: The trigger words in it.
        found: What the lexicon found, for the places of governments.
    """
    named = Known(found)
    for start, end, kind in cues:
        if kind == "government":
            if start in named.places and folded[named.places[start].start : start] not in CONTINENTS:
                yield Candidate(named.places[start].start, end, "Government", "government", None, 2)
        elif kind == "firm" and end not in named.whole:  # where it is known how it is called: 三台云川银行
            yield from _firm(folded, start, end, named.firms)
        elif kind == "Event" and start in named.firms and folded[start:end] in _GATHERINGS:
            yield Candidate(named.firms[start], end, "Event", "branch", None, 2)
        elif kind[0].isupper() and not (kind == "Report" and end in named.whole):  # 跑赢标普500指数
            yield from _classed(folded, start, end, kind, named)


def _classed(folded: str, start: int, end: int, kind: str, named: Known) -> Iterator[Candidate]:
    """Yield names that end with a word of the class *kind*."""
    if pattern("center").fullmatch(folded, start, end):
        yield from _center(folded, start, end, named.before(start, _REACH))
        return
    near = named.before(start, _LEGAL)
    body = abbreviated(folded, start, end, near) if end not in named.whole else None
    if body is not None:
        yield body
        return
    if folded[start:end] in _LEARNT:
        yield from _branch(folded, start, end, kind, near)
        return
    found = list(_legal(folded, start, end, near) if kind == "Company" else _body(folded, start, end, kind))
    if kind == "Event" and not found:
        found = _counted(folded, start, end)
    if kind == "Report":
        found = [index for c in found if (index := _index(folded, c, near)) is not None]
    if kind == "Government":
        found = [c._replace(type="Organization") if c.start in named.companies else c for c in found]
    if pattern("school").fullmatch(folded, start, end):
        found = [c for c in found if _is_school(folded[c.start : start], any(o.start >= c.start for o in near))]
    found += _branch(folded, start, end, kind, near)
    found = [named.whole_place(c, folded) for c in found]
    # a known name with one character more is no other name: 入哥伦比亚大学, though 新竹清华大学 is one
    found = [c for c in found if not 0 < named.whole.get(end, c.start) - c.start < _MORE]
    yield from (c for c in found if not named.sits(c, folded) and not named.is_glued(c, folded))
    if pattern("school").fullmatch(folded, start, end):
        yield from _local_school(folded, start, end, named.places)


def _is_school(stem: str, placed: bool) -> bool:
    """Tell whether *stem* names a school: it is no row of common words without a place: 试图捍卫大学."""
    plain = is_worded(stem) or (stem[0] in _MAY and is_worded(stem[1:]))
    return placed or not plain or pattern("school.plain").match(stem) is not None


def _own_stem(stem: str) -> str:
    """Return the name of a school without the country that it is in: 海岭 of 瑞士海岭大学, but all of 瑞士国立大学."""
    country = pattern("school.abroad").match(stem)
    own = stem[country.end() :] if country is not None else ""
    return own if len(own) > 1 and worth(own) >= _RATHER and not is_worded(own) else stem


def _index(folded: str, found: Candidate, near: Sequence[Candidate]) -> Candidate | None:
    """Return the index that *found* names, from its owner's name on; ``None`` if it only says what it measures."""
    owner = next((c for c in near if c.start >= found.start and c.type != "Place"), None)
    if owner is not None:
        return found._replace(start=owner.start)
    marked = _MARKED.fullmatch(folded, max(0, found.start - 1), found.end + 1)
    return found if marked or _NAMED_INDEX.search(folded, found.start, found.end) else None


def _body(folded: str, start: int, end: int, type_: str) -> Iterator[Candidate]:
    """Yield a university, an institute, a committee, a fair or an index."""
    if type_ in groups("not_after.") and pattern(f"not_after.{type_}").match(folded, end):
        return
    left = folded[max(0, start - _REACH) : start]
    topics = r"<>{1,4}\Z" if type_ == "Event" else r"<>\Z"  # 科技创新大会
    between = pattern(f"between.{type_}", topics).search(left) if type_ in groups("between.") else None
    if between is None and type_ in groups("between."):
        return
    wide = pattern("wide", r"<>\Z").search(left, 0, between.start()) if type_ == "Event" and between else None
    if wide is not None:  # 世界, 全球 and topics are all that many names have
        yield Candidate(start - len(left) + wide.start(), end, type_, "suffix", None, 2)
        return
    tail = len(left) - between.start() if between is not None else 0
    window = _RUN.search(left[: len(left) - tail])
    stem = stem_of(window.group()) if window is not None else ""
    if folded[start:end] in _ANYBODY and is_worded(stem):
        return
    if pattern("school").fullmatch(folded, start, end):
        if pattern("school.verb", r"<>\Z").search(stem):
            return  # 学生申请大学
        stem = _own_stem(stem)
    if len(stem) >= 2 and (not stem[0].isdigit() or _dated(type_, stem)) and not is_general(stem):
        yield Candidate(start - tail - len(stem), end, type_, "suffix", None, 2)


def _local_school(folded: str, start: int, end: int, places: Mapping[int, Candidate]) -> Iterator[Candidate]:
    """Yield a university called after its place and its field: 南州城市大学."""
    field = pattern("school.field", r"<>\Z").search(folded, max(0, start - 5), start)
    if field is not None and field.start() in places and places[field.start()].type == "Place":
        yield Candidate(places[field.start()].start, end, "Organization", "suffix", None, 2)


def _counted(folded: str, start: int, end: int) -> list[Candidate]:
    """Return an event whose name follows its ordinal, whatever it is about: 第三届云栖数据峰会."""
    counted = pattern("ordinal", r"<>(?:年度)?([\u4e00-\u9fffA-Za-z]{2,12})\Z").search(
        folded, max(0, start - _REACH - 4), start
    )
    if counted is None or _CLAUSE.search(counted[1]) is not None:
        return []
    return [Candidate(counted.start(1), end, "Event", "suffix", None, 2)]


def _dated(type_: str, stem: str) -> bool:
    """Tell whether the name of an event begins with its year."""
    return type_ == "Event" and len(stem) > 5 and stem[:2] == "20" and stem[:4].isdigit() and not stem[4].isdigit()


def _legal(folded: str, start: int, end: int, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield a company by its legal name, which may be long and hold words that part other names: X产业投资有限公司.

    Args:
        folded: The folded text.
        start: Where the legal form begins.
        end: Where it ends.
        known: Names before it, within which nothing parts: 华为.
    """
    bracket = pattern("legal.bracket", r"<>\Z").search(folded, max(0, start - 6), start)
    stop = bracket.start() if bracket is not None else start  # 云岭科技（北京）有限公司
    window = _RUN.search(folded, max(0, stop - _LEGAL), stop)
    if window is None:
        return
    breaks = (m.span() for m in pattern("break.legal").finditer(folded, window.start(), stop))
    at = max((b for a, b in breaks if not any(c.start <= a < c.end for c in known)), default=window.start())
    stem, seat = folded[at:stop], _before_seat(folded, at) if at == window.start() else ""
    if seat or (len(stem) >= 2 and not stem[0].isdigit() and not is_general(stem, whole=True)):
        partners = pattern("legal.partners").match(folded, end)
        yield Candidate(at - len(seat), partners.end() if partners else end, "Company", "suffix", None, 2)


def _before_seat(folded: str, at: int) -> str:
    """Return the name and the seat in brackets that end at *at* within a legal name: 云岭（北京）科技有限公司."""
    seat = pattern("legal.bracket", r"<>\Z").search(folded, max(0, at - 6), at)
    window = _HAN.search(folded, max(0, seat.start() - 8), seat.start()) if seat is not None else None
    stem = stem_of(window.group()) if window is not None else ""
    return folded[at - len(stem) - len(seat.group()) : at] if seat is not None and len(stem) > 1 else ""


def _center(folded: str, start: int, end: int, near: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield a centre named after its place and what it does: 南州感知与交互智能中心, but not 南州的数据中心."""
    for owner in near:
        does = folded[owner.end : start]
        named = owner.type == "Place" and len(does) > 1 and pattern("center.does").fullmatch(does)
        if named and pattern("break").search(_FIELDS.sub("", does)) is None:
            yield Candidate(owner.start, end, "Organization", "branch", None, 2)
            return


def _branch(folded: str, start: int, end: int, type_: str, near: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield a part of a known body, or what is named after its place: 清华大学苏州汽车研究院."""
    placed = folded[start:end] in _PLACED
    if type_ not in ("Organization", "Company", "Government") or (end - start < 3 and not placed):
        return
    if folded[start:end] in _LEARNT and pattern("learnt.right").match(folded, end) is None:
        return
    for owner in near:
        least = (1 if placed else 2) if owner.type == "Place" else _REACH if placed else 0
        if start - owner.start <= _REACH and owner.end < start and start - owner.end > least:
            between = folded[owner.end : start]
            if placed and between in _TRADES:
                return
            if _HAN.fullmatch(between) and pattern("break").search(between) is None:
                own = "Organization" if owner.type != "Place" and type_ == "Government" else type_
                yield Candidate(owner.start, end, own, "branch", None, 2)
                return


def _firm(folded: str, start: int, end: int, known: Mapping[int, int]) -> Iterator[Candidate]:
    """Yield a company by a word that many company names end with: 纵目科技; *known* names go whole into it."""
    plain = pattern("firm.right", r"<>|\Z").match(folded, end)
    post = start not in known and pattern("firm.post").match(folded, end)  # 高盛半导体分析师 is of no 高盛半导体
    if not (plain or post or pattern("firm.acts").match(folded, end)):
        return
    if folded.startswith("科技公司", start):
        return  # a kind of company: 要求科技公司
    if start in known and folded.startswith(("控股的", "投资的"), start):
        return  # whom it owns: 百度控股的公司
    if start in known and folded[start:end] in ("科技", "集团"):
        yield Candidate(known[start], end, "Company", "firm", None, 2)
        return
    window = _STEM.search(folded[max(0, start - 10) : start])
    stem = pattern("city", r"\A<>(?=[\u4e00-\u9fff]{2})").sub("", stem_of(window[1])) if window is not None else ""
    general = is_general(core(stem)) or stem + folded[start:end] in words("stems")
    group = not post and folded.startswith("集团", start) and core(stem) != stem  # 云川科技集团, as 云川科技 is one
    whole = stem if group else stem + folded[start:end]
    if not plain and worth(whole) < _RATHER:
        return  # what companies do, others do, too: 数字科技计划
    if 2 <= len(stem) <= 6 and not general and not (folded[start:end] in _EVERYDAY and _is_plain(stem)):
        yield Candidate(start - len(stem), end, "Company", "firm", None, 2)


def _is_plain(stem: str) -> bool:
    """Tell whether *stem* hardly names anybody before a word of everyday."""
    return worth(stem) <= _PLAIN or stem[-1] in _DEGREES


def units(folded: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield what a known name grows to.

    Parts of companies by their trade, 华为终端, and things of theirs, 华为智能眼镜; companies named after a product,
    抖音集团; events of companies, 微软AI峰会, and with their ordinal and their kind, 第三届云栖大会, COMPUTEX展会.
    """
    after = pattern("unit_of", f"(<>)(?:{alternatives('firm.right')}|\\Z)")
    for owner in found:
        if owner.type == "Company":
            match = after.match(folded, owner.end) if not folded[owner.end - 1].isascii() else None
            if match is not None and not (match[1] == "代工" and _is_maker(folded, owner.start)):
                yield Candidate(owner.start, match.end(1), "Company", "unit", None, 2, owner.entry)
            elif thing := pattern("unit_thing", " ?<>").match(folded, owner.end):
                yield Candidate(owner.start, thing.end(), "Product", "unit", None, 2)
            elif event := pattern("unit_event", " ?<>").match(folded, owner.end):
                yield Candidate(owner.start, event.end(), "Event", "unit", None, 2)
        elif owner.type == "Event":
            ordinal = pattern("ordinal", r"<>\Z").search(folded, max(0, owner.start - 6), owner.start)
            kind = pattern("event.of").match(folded, owner.end)
            if ordinal is not None or kind is not None:
                start, end = ordinal.start() if ordinal else owner.start, kind.end() if kind else owner.end
                yield owner._replace(start=start, end=end, rule="ordinal")
        elif owner.type == "Product" and folded.startswith("集团", owner.end):
            yield Candidate(owner.start, owner.end + 2, "Company", "unit", None, 2, owner.entry)


def _is_maker(folded: str, at: int) -> bool:
    """Tell whether 代工 is what the company at *at* does, not what a part of it is called: 由三星代工."""
    return pattern("unit_of.not", r"<>\Z").search(folded, max(0, at - _LEGAL), at) is not None


def core(stem: str) -> str:
    """Return *stem* without a trade at its end, where two characters are left: 蓝洋智能 is 蓝洋."""
    trade = pattern("legal.trade", r"<>\Z").search(stem)
    return stem[: trade.start()] if trade is not None and trade.start() > 1 else stem


@cache
def _general_edges() -> tuple[frozenset[str], int]:
    stems = frozenset(word for word in words("stems") if len(word) > 1)
    return stems, max(len(word) for word in stems)


def is_general(stem: str, whole: bool = False) -> bool:
    """Tell whether *stem*, or where not *whole* only its beginning or end, says a kind rather than a name."""
    stems, longest = _general_edges()
    if whole or stem in words("stems"):
        return stem in words("stems")
    return any(stem[:n] in stems or stem[-n:] in stems for n in range(2, min(len(stem), longest) + 1))


def stem_of(left: str) -> str:
    """Return the end of *left* that can be a name: what follows the last word that no name holds."""
    return left[_last_break(left, "break") :]


def _last_break(left: str, group: str) -> int:
    """Return where the last word of *group* ends in *left*."""
    return max((match.end() for match in pattern(group).finditer(left)), default=0)
