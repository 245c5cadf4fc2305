"""In a few words, what a figure measures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .clauses import BOUND, clause
from .scene import ANY_FIGURE, ANY_NAME, COUNT, PERCENT, TIMES, WHEN

_HEAD = re.compile(
    r"^(?:相较于?|相比(?:于|之下)?|其中|分别|依[次序]|(?:实现|录得)(?=.)|[的在了其也都已还则并且而但和与及把由将就却更这那可、\s，“”「」*#（）()>|/-]|该公司|公司|截至|目前|现在|仅|只|今年|去年|同期|"
    r"更是|平均|每年|此次|前述|总计|是当时|同比(?=的)|成为|以前|一度|尽管|由于|因为|当时|为了)+"
)
_TAIL = re.compile(
    r"(?:(?<![同环占])比|[的在了达至到从较就为约近超逾有是和与可会仅只把由将已还更也仍、\s，“”「」：:（）()*>|/+-]|达到|突破|超过|高达|接近|大约|约为|(?:提|攀|回|上)?升至|[下回]?降至|增至|"
    r"将近|左右|[大小微]幅|略微|分别|依[次序]|不到|最高|最多|至少|预计|估计|可能|已经|占到|占据|只剩|剩下|包括|拥有|仅为|仅需|高出|略低于|低于|高于|数十|数百|多达|需要)+$"
)
_MOVES = re.compile(
    r"(?:(?<![年季月])(?:增[长加]?|成长|减少|[涨降跌])|提升|提高|上升|上涨|下降|降低|下滑|下跌|缩减|暴增|激增|猛增|萎缩|扩大|攀升|飙升|缩短|缩小|削减|减[轻小]|降幅|涨幅|增幅|增速|"
    r"跃升|大增|翻|快|高|慢|多|低|贵|便宜|可|了|上|(?<!支)出|近|约|超过?|至少|达|[\s])+$"
)
_SLOT = re.compile(f"[{ANY_NAME}{ANY_FIGURE}{WHEN}]")
_MEASURED = re.compile(r"(?:数量|人数|总数|规模|总额|金额|比例|比重|占比|[量率数额值本价速度]|收入|营收|利润)$")
_COUNTED = re.compile(rf"[^，。；：！？、的了在（(“「\s{ANY_NAME}{ANY_FIGURE}{WHEN}]{{2,8}}")
_OVER_TIME = re.compile("同比|环比|按[年季月]|[年季月](?:对[年季月]|[增减升跌降]|成长)|[Yy][Oo][Yy]|[QqMm][Oo][QqMm]")
_SINCE = re.compile(f"{_OVER_TIME.pattern}|较|同期")
_YEARLY = re.compile(rf"^(?:(?:{_OVER_TIME.pattern})[增减升跌降长]?|年|季|月)$")
# What is brought about stands behind its figure: 实现了40%的产能提升, 取得9亿元的年收入.
_BROUGHT = re.compile("^(?P<what>[^，。；]{0,6}?)(?:(?P<itself>实现|录得|创下|贡献)|带来|取得|获得|达成|产生)$")
_BEHIND = re.compile(
    rf"(?:以上|左右)?的(?!\w{{0,4}}(?:[记纪]录|新高|成绩|佳绩|大关))(?P<what>[^，。；：、！？的（()）{ANY_NAME}{ANY_FIGURE}{WHEN}]{{2,14}}?)"
    "(?=提[升高]|增[长加]|下降|降低|减少|加速|改[善进]|[，。；：！？、（()）和与及]|$)"
)
_LONGEST = 16
_BACK = 3  # clauses before the figure's that may say what grew


def measured_words(code: str, start: int, position: int, named: bool) -> str | None:
    """
    Return the words of a code string that say what the figure at *position* measures: 营收同比, 推理成本, 客户.

    They are the last words before the figure that hold no name, figure or time, without the verb of a change;
    of things counted, the noun after the figure.

    Args:
        code: A code string.
        start: Where the figure's cue starts, which may be in an earlier clause.
        position: The figure's place.
        named: Whether the figure has a metric.
    """
    moved = code[position] in (PERCENT, TIMES)
    pieces = list(_pieces(code, start, position, moved))
    if not named and code[position] == COUNT and not (pieces and _MEASURED.search(pieces[0])):
        counted = _COUNTED.match(code, position + 1)
        if counted:
            return counted[0]
    grown = next((piece for piece in pieces if not _YEARLY.match(piece)), None)
    if grown is not None and _YEARLY.match(pieces[0]):
        return (grown + pieces[0])[-_LONGEST:]
    brought = _BROUGHT.match(pieces[0]) if pieces else None
    if brought and brought["itself"] and _MEASURED.search(brought["what"]):
        return brought["what"]
    if brought and (behind := _BEHIND.match(code, position + 1)):
        return _trimmed(_MOVES.sub("", behind["what"])) or pieces[0]
    if pieces:
        return pieces[0][-_LONGEST:]
    after = _trimmed(_SLOT.split(BOUND.split(code[position + 1 : position + 16], maxsplit=1)[0])[0])
    return after[:_LONGEST] or None


def _pieces(code: str, start: int, position: int, moved: bool) -> Iterator[str]:
    """Return the stretches of words before a figure, nearest first: of its cue's clause and all after it."""
    left, _ = clause(code, min(start, position), position)
    words = [piece for part in BOUND.split(code[left:position]) for piece in _SLOT.split(part) if len(piece) > 1]
    if not moved:
        return (part for part in map(_trimmed, reversed(words)) if len(part) >= 2)
    parts = [_trimmed(_MOVES.sub("", _trimmed(word))) for word in reversed(words)]
    earlier = BOUND.split(code[: max(0, left - 1)]) if left else []
    back = _BACK if _SINCE.search(code, left, position) else 1
    for clause_ in reversed(earlier[-back:]):  # 营收达A，同比增长B; 营收A，月减B，年增C
        if any(len(part) >= 2 and not _YEARLY.match(part) for part in parts):
            break
        parts += [_trimmed(_MOVES.sub("", _trimmed(part))) for part in reversed(_SLOT.split(clause_))]
    return (part for part in parts if len(part) >= 2)


def _trimmed(text: str) -> str:
    return _HEAD.sub("", _TAIL.sub("", text))
