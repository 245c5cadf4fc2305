"""Words around a number that make it a bound: 约, 超过, 至少, 不足, 以上, 左右."""

from __future__ import annotations

_BEFORE = {
    "about": "约 大约 大概 约为 约合 约有 约占 约达 近 将近 接近 接近于 近乎 差不多 大致 约莫 大约为 大概是 估约",
    "over": "超 超过 逾 突破 多于 大于 高于 超出 破 不止 远超 超逾 远高于 超过了 突破了 已超 > ＞",
    "under": "不足 不到 低于 少于 小于 未满 不及 未达 略低于 远低于 < ＜",
    "atLeast": "至少 最少 起码 不低于 不少于 不小于 最低 至少有 至少为 ≥ 动辄",
    "atMost": "最多 至多 最高 高达 多达 不超过 不高于 不多于 不大于 最大 最高达 最多达 ≤ 不超 可高达",
}
_AFTER = {
    "about": "左右 上下 前后 级 量级 上下浮动",
    "over": "多 余 有余 有多 开外 出头 + ＋",
    "atLeast": "以上 及以上 或以上 之上 起 起步 或更多",
    "atMost": "以下 及以下 以内 之内 或更少 或以下",
}
BEFORE = {word: bound for bound, words in _BEFORE.items() for word in words.split()}
AFTER = {word: bound for bound, words in _AFTER.items() for word in words.split()}
_LAST, _FIRST = frozenset(word[-1] for word in BEFORE), frozenset(word[0] for word in AFTER)
INNER = {"多": "over", "余": "over", "几": "over", "+": "over", "＋": "over", "来": "about"}
# What an apparent bound belongs to instead: 纽约, 签约, 最近, 附近, 突破 is listed itself.
_NOT_AFTER = {"约": "签合纽条契违预节邀履特制", "近": "最附靠临亲", "破": "打爆攻侦", "过": "通经不透度"}
_FILLERS = "了为达有是要在到"
_SCALES = tuple("百千万亿兆")
_NOT_BEFORE_OVER = tuple("通经不透度")


def bound_before(text: str, start: int, low: int) -> str:
    """Return the bound that the words before *start* (not before *low*) set, or ``""``."""
    window = text[max(low, start - 7) : start].rstrip()
    if window[-1:] in ("过", "上") and text[start : start + 1] in _SCALES and window[-2:-1] not in _NOT_BEFORE_OVER:
        return "over"
    found = _suffix(window)
    if not found and window and window[-1] in _FILLERS:
        found = _suffix(window[:-1].rstrip().removesuffix("可"))
    return found


def _suffix(window: str) -> str:
    """Return the bound of the longest word that *window* ends with."""
    if window[-1:] not in _LAST:
        return ""
    for size in (4, 3, 2, 1):
        word = window[-size:]
        if len(word) == size and word in BEFORE:
            if size == 1 and len(window) > 1 and window[-2] in _NOT_AFTER.get(word, ""):
                return ""
            return BEFORE[word]
    return ""


def bound_after(text: str, end: int, high: int, money: bool = False) -> str:
    """Return the bound that the words from *end* (not beyond *high*) set, or ``""``."""
    while end < high and text[end] == " ":
        end += 1
    if text[end : end + 1] not in _FIRST:
        return ""
    for size in (4, 3, 2, 1):
        word = text[end : min(end + size, high)]
        if word in AFTER:
            return AFTER[word] if word not in ("起", "起步") or money else ""
    return ""
