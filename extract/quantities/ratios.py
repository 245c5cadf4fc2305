"""Parts, folds and ranks: 百分之七, 三成五, 四分之一, 翻一番, 减半, 一半, 第三名, 前十."""

from __future__ import annotations

import re
from decimal import Decimal

from extract.model import Span

from .drafts import Draft
from .numerals import ARABIC, Numeral, parse_number

_CN = "[零〇一二两三四五六七八九十百千万]+(?:点[零〇一二三四五六七八九]+)?"
_NUM = f"(?:{ARABIC}|{_CN})"
_NUMBER = re.compile(_NUM)
_NO_RANK = tuple(
    "季代次方个届天年周月部步批期章节轮者条款人台颗家种类号线点版回集页卷层财学一二时件项张场日阶级梯性手笔只任枚审首座幅例支行波幕封本份根双排堂艘架辆套栋块片题课站组幢"
)
_RANKED = (
    "排名|排行榜?|排在?|位居|位列|名列|居|列|跻身|跃居|升至|全球|世界|国内|中国|全国|全美|美国|行业|业内|业界|并列|均为|榜|全网|亚洲|欧洲|"
    "稳居|保持|勇夺|夺得|获得?|市占|份额|总分|得分|市值|规模|位于|全港|全港市值|硅谷|华语|成为|拿下|的|史上|是|中"
)

_WORTH, _MUCH = "市值|估值", "下载量|出货量|用户数|用户量|装机量|交易量"  # by which who has most of it is the first
_MOST = (
    rf"(?P<most>(?:(?:(?<={_WORTH})|(?<={_MUCH}))最[高大多]的?|最[高大](?:{_WORTH}|{_MUCH})的?)"
    r"(?=是|[^，。；：！？、前家几些之]{0,8}?(?:公司|企业|巨头|厂商|品牌|平台|模型|产品|应用|手机|独角兽)(?!之|中的?一|榜)))"
)

# Tried where a sentence has one of the first characters; each name is a reader below.
RATIO = "|".join(
    (
        rf"(?P<per>[百千万]分之)\s?(?P<per_low>{_NUM})(?:\s?(?:-|~|至|到)\s?(?:[百千万]分之)?(?P<per_high>{_NUM}))?",
        r"翻[了上]?(?:[近约]|超过?|将近|接近)?\s?(?P<doublings>[一二两三四五1-5])番",
        r"(?P<double>翻番|翻[了上]?(?:[近约]|超过?|将近|接近)?一?倍(?!数)|(?<=[增长升涨赚][逾超])倍(?!数))",
        r"(?P<halved>减半|腰斩|折半)",
        r"(?P<half>(?:一|大|过|超)半(?!导|径|数?年|天)数?|半数)",
        r"(?<![上下大两前后])半个?(?P<half_time>小时|钟头|年(?![报终度])|月(?!板)|天)",
        rf"第\s?(?P<ordinal>{_NUM})",
        rf"(?<![之以目此年月天倍期])前\s?(?P<top>{_NUM})\s?(?=[名位强列甲席]|大(?!模型|学|脑|[^，。；]{{0,8}}?(?:业者|厂商|厂(?!商)|公司|企业|供应商|客户|股东|品牌|车企|银行)(?!之|中的?一)))",
        rf"(?:(?<=榜单|排名|跻身|稳居|位列|进入|位居|进榜)|(?<=榜))前\s?(?P<listed>{_NUM})(?![\d%％个])",
        rf"(?<=市值|份额|销量|规模|全球|全国|国内|世界|行业|业内|业界)前\s?(?P<among>{_NUM})(?=的?[，。；：、]|的?(?:位[置次]|水平|行列|梯队)|$)",
        _MOST,
        r"(?:TOP|Top|No\.|NO\.|no\.)\s?(?P<numbered>\d{1,3})(?![\d.]|\s?(?:榜|名单|[中里]))",
    )
)
_AFTER_RANK = re.compile(r"\s?(?:名|位(?!数|客|用)|大(?!脑|学|模)|高(?!中|等)|多|低|富|强|快|贵|热门|好|受)")
_BEFORE_RANK = re.compile(f"(?:{_RANKED})\\s?$")
_COMPARED = re.compile(
    "(?:仅为|只有|仅有|仅需|只需|只要|为|是|相当于|降至|降到|缩小到|减少到|等于|只用|仅用|(?:不到|不足)(?=[^，。；]{2,16}的))"
    "[^，。；！？,;]{0,24}$"
)
_SHARED = re.compile("(?:占|比例|比重|份额|率)[^，。；！？,;]{0,16}$")
_TIMES = {"小时": "h", "钟头": "h", "年": "年", "月": "月", "天": "天"}
_PER = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}
_TENTHS = re.compile(
    "成(?:([一二两三四五六七八九半])(?![年月日天个家款名次倍千百万亿])"
    "|(?![为立本果长员功熟品就效交分人份绩型年都倍千百群像形全了败见语天双反]))"
)
_DISCOUNT = re.compile("折([一二三四五六七八九])?(?!叠|扣|合|算|腾|射|旧|返|磨|现|损|线|中|价|纸|衷|断)")
_SLASH = re.compile(r"(?<!\d/)(\d{1,2})/(\d{1,2})(?![\d/年月日%.万亿元]|美元|港元)")


def read_ratio(m: re.Match[str], text: str, low: int, high: int) -> Draft | None:
    """Read a match of :data:`RATIO`; ``None`` where it counts nothing (an ordinal that ranks nothing)."""
    start, end = m.span()
    if m["per"]:
        factor = _PER[m["per"][0]]
        top = parse_number(m["per_high"]) * factor if m["per_high"] else None
        return Draft(start, end, end, parse_number(m["per_low"]) * factor, top, "%", "ratio")
    if m["doublings"]:
        return Draft(start, end, end, Decimal(2) ** int(parse_number(m["doublings"])), None, "x", "ratio")
    if m["double"]:
        return Draft(start, end, end, Decimal(2), None, "x", "ratio")
    if m["halved"]:
        return Draft(start, end, end, Decimal("0.5"), None, "x", "ratio")
    if m["half"]:
        bound = "over" if m["half"][0] in "大过超" else ""
        return Draft(start, end, end, *_part(Decimal("0.5"), text, start, low), "ratio", bound)
    if m["half_time"]:
        return Draft(start, end, end, Decimal("0.5"), None, _TIMES[m["half_time"]], "time")
    if m["ordinal"]:
        return _rank(m, text, low, high)
    if m["most"]:
        return Draft(start, start + 2, start + 2, Decimal(1), None, "rank", "rank")
    number = parse_number(m["top"] or m["listed"] or m["among"] or m["numbered"])
    return Draft(start, end, end, number, None, "rank", "rank") if number < 1000 else None


def _rank(m: re.Match[str], text: str, low: int, high: int) -> Draft | None:
    """Read 第N as a rank, where what stands around it ranks."""
    start, end = m.span()
    after = _AFTER_RANK.match(text, end, high)
    ranked = after or (
        (text[end : end + 1] not in _NO_RANK or end >= high) and _BEFORE_RANK.search(text, max(low, start - 6), start)
    )
    if not ranked:
        return None
    try:
        number = parse_number(m["ordinal"])
    except ArithmeticError:
        return None
    end = after.end() if after and after[0].strip() in ("名", "位") else end
    return Draft(start, end, end, number, None, "rank", "rank") if number < 10000 else None


def read_part(text: str, span: Span, numeral: Numeral, low: int, high: int) -> Draft | None:
    """Read what makes the number at *span* a part: 成, 折, 分之, /, 个数量级."""
    start, end, value = span.start, span.end, numeral.value
    if tenths := _TENTHS.match(text, end, high) or _DISCOUNT.match(text, end, high):
        return _tenths(tenths, start, numeral)
    if numeral.high is not None:
        return None
    if text.startswith("个数量级", end) and value < 20:
        return Draft(start, end + 4, end + 4, Decimal(10) ** int(value), None, "x", "ratio")
    if text.startswith("分之", end) and value and (found := _NUMBER.match(text, end + 2, high)):
        part = _part(parse_number(found[0]) / value, text, start, low)
        return Draft(start, found.end(), found.end(), *part, "ratio")
    slash = _SLASH.match(text, start, high)
    if slash and 0 < int(slash[1]) < int(slash[2]):
        part = _part(Decimal(slash[1]) / Decimal(slash[2]), text, start, low)
        return Draft(start, slash.end(), slash.end(), *part, "ratio")
    return None


def _tenths(m: re.Match[str], start: int, numeral: Numeral) -> Draft | None:
    """Read 三成, 三成五 and 八五折; a number joined to it before (六到七成) shares the ten."""
    if not 0 < numeral.value <= 99 or (numeral.value > 10 and m.re is not _DISCOUNT):
        return None
    more = (Decimal(5) if m[1] == "半" else parse_number(m[1])) if m[1] else Decimal(0)
    ten = Decimal(1) if numeral.value > 10 else Decimal(10)
    top = None if numeral.high is None else numeral.high * ten
    return Draft(start, m.end(), m.end(), numeral.value * ten + more, top, "%", "ratio", scale=ten)


def _part(part: Decimal, text: str, start: int, low: int) -> tuple[Decimal, None, str]:
    """Return a part as value, no upper end and unit: a multiple where two things are compared, else per cent."""
    window = max(low, start - 32)
    if _COMPARED.search(text, window, start) and not _SHARED.search(text, window, start):
        return round(part, 4), None, "x"
    return round(part * 100, 2), None, "%"
