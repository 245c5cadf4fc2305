"""Find all quantities of a text, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.model import Quantity, Span

from .amounts import ends_in_latin, read_amount
from .drafts import Draft
from .guards import SKIP
from .numerals import NUMBER, NumeralError
from .ratios import RATIO, read_ratio
from .settling import LISTED, settle, share_currency, share_units
from .units import Units, shipped

# A digit that a name or a longer number leads to begins no number; a currency code before it does no harm.
_GUARD = r"(?:(?<![A-Za-z\d_%])(?<![A-Za-z\d][-.])|(?<=RMB|USD|CNY|HKD|TWD|NTD|EUR|GBP|JPY|KRW)|(?<=rmb|usd))"
# Where a quantity may begin: a cheap first look, so that the costly pattern is tried at few places. The first character
# is looked at behind it, so that a search passes quickly over all that begin none.
_TRIGGER = re.compile(
    r"[\d一二两三四五六七八九十百千万亿兆零〇廿卅数几半翻减腰折倍大过超第前最TNn](?:(?<=\d)\d*(?:[.,]\d+)*[百千万亿兆]*|(?<=[少多足于]一)"
    r"|(?<=一)(?!个(?![月小半亿百季数多基交工星钟点])|[些切般直样起定边旦家种项场条位名款次])|(?<=[二两三四五六七八九十百千万亿兆零〇廿卅])"
    r"|(?<=[数几])[十百千万亿兆]|(?<=半)[个数小钟年月天]|(?<=翻)[了上番倍一两三四近]|(?<=[逾超]倍)|(?<=减)半|(?<=腰)斩|(?<=折)半|(?<=[大过超])半"
    r"|(?<=[第前])(?=[\s\d一二三四五六七八九十])|(?<=[值量数]最)[高大多]|(?<=最)[高大](?=[市估下出用装交])|(?<=T)[Oo][Pp]|(?<=[Nn])[Oo]\.)"
)
_CANDIDATE = re.compile(f"(?P<ratio>{RATIO})|{_GUARD}(?:(?P<skip>{SKIP})|(?P<number>{NUMBER}))")
# What may lead to a number that has neither unit nor scale; other characters make it part of a name (昇腾910).
_CUES = frozenset("为是达到至从约超过近突破增减降升得共计获由仅只逾高低了=＝成跌涨扣分括含用练供盖")
_SCALED_CUES = _CUES | frozenset("的有在及和于量数活")  # of 24K and 72B
_MAINLAND = ("人民币", "人币", "¥", "￥", "RMB", "CNY", "rmb")
_ALL_IN_YUAN = re.compile("人民币[，,、]?\\s?下同|以人民币(?:计价?|列示|为单位)")
_MAINLAND_MARKET = re.compile("科创板|创业板|上交所|深交所|沪市|深市|A股")
_SENTENCE_END = re.compile(r"[。！？\n]")
_ACCOUNTS = re.compile(
    r"(?:营业额|收入|营收|利润|溢利|盈利|纯利|亏损|毛利|成本|开支|支出|酬金|现金)[^。！？\n]{0,14}\Z"
)
_NEAR = 18  # characters before an amount in which its account is named
_FORMATS = frozenset(("1K", "2K", "4K", "8K", "2B"))  # of pictures; to business
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAME_TAIL = re.compile(r"\s?[A-Za-z]|[-_\d]|\s?(?:版|系列|\.\d|号|级别|型|年|个?月|[日天周])")


def find_quantities(
    folded: str, spans: Sequence[Span], home: str = "CNY", units: Units | None = None
) -> list[Quantity]:
    """
    Find the quantities of a text.

    Args:
        folded: The clean text in Simplified characters.
        spans: The stretches to search, usually its sentences; no quantity crosses their borders.
        home: What a bare 元 is: ``CNY``, or ``TWD`` or ``HKD`` for a text known to be from there.
        units: The units that there are, by default the shipped ones.

    Returns:
        The quantities in text order; none overlap.
    """
    drafts: list[Draft] = []
    units = units or shipped()
    for span in spans:
        sentence = _drafts(folded, span.start, span.end, units)
        if not sentence:
            continue
        share_units(sentence, folded)
        drafts += [draft for draft in sentence if _counts(draft, folded, span.start)]
    share_currency(drafts, folded, "CNY")
    found = [draft.quantity() for draft in drafts]
    return list(_at_home(found, folded, "CNY" if _ALL_IN_YUAN.search(folded) else home))


def _at_home(found: Sequence[Quantity], text: str, home: str) -> Iterator[Quantity]:
    """Give a bare 元 the currency named before in its sentence (营收5亿元人民币, 净利2亿元), else that of *home*.

    A firm that accounts in one currency may be traded in another: what its accounts tell further on is in theirs.
    """
    named, accounts, at, begun = "", home, 0, 0
    listed = _named_behind(found, text) if home != "CNY" else frozenset()
    for n, quantity in enumerate(found):
        for end in _SENTENCE_END.finditer(text, at, quantity.span.start):
            named, begun = "", end.end()
        if home != "CNY" and _MAINLAND_MARKET.search(text, begun, quantity.span.start):
            named = "CNY"  # 云川在科创板挂牌，报12元
        at = quantity.span.end
        accounted = home == "HKD" and _ACCOUNTS.search(text, max(0, quantity.span.start - _NEAR), quantity.span.start)
        if quantity.unit in (home, "TWD") and quantity.unit != "CNY":  # 港元 is no 元 of its sentence, 新台币 is
            named = quantity.unit
        elif n in listed:
            pass
        elif _is_named(quantity, text):
            named = "CNY"
            accounts = "CNY" if accounted else accounts
        elif quantity.unit == "CNY":
            yield replace(quantity, unit=named or (accounts if accounted else home))
            continue
        yield quantity


def _is_named(quantity: Quantity, text: str) -> bool:
    """Tell whether an amount is said to be in the mainland's currency."""
    return quantity.unit == "CNY" and any(name in quantity.span.of(text) for name in _MAINLAND)


def _named_behind(found: Sequence[Quantity], text: str) -> frozenset[int]:
    """Return which amounts are of a list whose last one names the mainland's currency: 1亿元、2亿元及3亿元人民币."""
    listed: set[int] = set()
    for n in range(len(found) - 2, -1, -1):
        told = n + 1 in listed or _is_named(found[n + 1], text)
        if told and found[n].unit == "CNY" and LISTED.fullmatch(text, found[n].span.end, found[n + 1].span.start):
            listed.add(n)
    return frozenset(listed)


def _drafts(text: str, low: int, high: int, units: Units) -> list[Draft]:
    """Read one sentence."""
    drafts: list[Draft] = []
    at = taken = low
    while (trigger := _TRIGGER.search(text, at, high)) is not None:
        m = _CANDIDATE.match(text, trigger.start(), high)
        at = max(trigger.end() if m is None else m.end(), trigger.start() + 1)
        if m is None or m["skip"]:
            continue
        draft = _read(m, text, taken, high, units)
        if draft is not None:
            settle(draft, text, low, high)
            drafts.append(draft)
            at = taken = max(at, draft.end)
    return drafts


def _read(m: re.Match[str], text: str, low: int, high: int, units: Units) -> Draft | None:
    """Read one candidate; ``None`` where it is no number after all."""
    try:
        if m["ratio"]:
            return read_ratio(m, text, low, high)
        return read_amount(text, m.start(), m.end(), low, high, units)
    except NumeralError:
        return None


def _counts(draft: Draft, text: str, low: int) -> bool:
    """Tell whether a draft is a quantity and no part of a name or a figure of speech."""
    written = text[draft.start : draft.unit_end]
    if draft.kind in ("measure", "noun", "physical") and text[max(low, draft.start - 1) : draft.start] == "每":
        return False  # 每百万tokens 8元 is a price
    if written.removesuffix("多") in _FORMATS and draft.unit == "count":  # 4K多模态
        return False
    if draft.kind in ("measure", "noun", "time") and written[0] in "一二" and draft.value <= 2 and draft.high is None:
        exact = draft.kind == "time" and draft.unit in ("年", "h", "min", "s", "月")
        return exact or draft.bound not in ("", "about", "over")  # 一家公司 is a company, 至少一家 a number
    if draft.kind == "noun" and not _counts_things(draft, text, low):
        return False
    if draft.kind:
        return _after_latin(draft, text, low)
    return _bare(draft, text, low)


def _counts_things(draft: Draft, text: str, low: int) -> bool:
    """Tell whether a number right before a noun counts it: 昇腾910B芯片 and 3.0版本 are names."""
    written = text[draft.start : draft.unit_end]
    if draft.unit == "token" or draft.counted == "参数":
        return True
    return (draft.scaled or "." not in written) and (not ends_in_latin(text, draft.unit_end) or _led(draft, text, low))


def _led(draft: Draft, text: str, low: int) -> bool:
    """Tell whether what stands before a number like 72B lets it be one: 910 B of 昇腾910B is none."""
    before = text[max(low, draft.start - 2) : draft.start].rstrip()[-1:]
    return (
        not before
        or before.isascii()
        or before in _SCALED_CUES
        or not before.isalnum()
        or text[draft.unit_end - 1] in "kKM"
    )


def _after_latin(draft: Draft, text: str, low: int) -> bool:
    """Tell whether a number with a unit is no name: the s of iPhone 6s is no second."""
    single = ends_in_latin(text, draft.unit_end) and not ends_in_latin(text, draft.unit_end - 1)
    led = text[max(low, draft.start - 2) : draft.start]
    return not (single and len(led) == 2 and led[1] == " " and led[0].isascii() and led[0].isalpha())


def _bare(draft: Draft, text: str, low: int) -> bool:
    """Tell whether a number with no unit is a quantity."""
    written = text[draft.start : draft.unit_end]
    if not written.strip("-负")[:1].isdigit():
        return _bare_chinese(written, draft, text)
    before = text[max(low, draft.start - 2) : draft.start].rstrip()[-1:]
    if draft.scaled and not ends_in_latin(text, draft.unit_end):
        return True
    if "," in written:
        return True
    if draft.scaled:
        return _led(draft, text, low)
    if _YEAR.fullmatch(written) or _NAME_TAIL.match(text, draft.unit_end) or len(written) > 8:
        return False
    return before in _CUES


def _bare_chinese(written: str, draft: Draft, text: str) -> bool:
    """Tell whether Chinese numerals with no unit are a number: 三亿五千万 is, 三千 and 千万 alone are not."""
    if text.startswith("计", draft.unit_end) and text[draft.start - 1 : draft.start] == "以":
        draft.bound = draft.bound or "atLeast"
        return True
    sure = len(written) > 2 or draft.bound != "" or ("亿" in written and len(written) > 1)
    return sure and any(c in "万亿兆" for c in written)
