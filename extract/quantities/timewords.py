"""How times are written: one pattern for all of them; ``whens.py`` says what each group means."""

from __future__ import annotations

import re

_Y = r"(?:19|20|21)\d\d"
_CN = "零〇一二三四五六七八九十"
_DASH = r"\s?(?:-|–|—|~|～|至|到)\s?"
_YEAR = "|".join(
    (
        rf"(?P<y>{_Y})(?:\s?(?:自然|公历|日历)?年度?|(?=\s?[上下]半年))",
        f"(?P<cy>[一二][零〇九][{_CN[:-1]}]{{2}})年",
        "(?P<ry>大前年|前年|去年|上年|今年|本年|明年|来年|后年(?!度会)|同年|当年|(?<![首历多几两三每上下这此一二近])次年|翌年|(?<![之此以])前一年(?![多里内间])|该年|[那这]一?年(?![来多里内间前后])|那年)度?",
        r"(?<!\d)(?P<sy>[0-4]\d)年(?=\s?\d{1,2}\s?月|[上下]半年|第?[一二三四1-4]季|Q[1-4]|[初底末]|高考|年报|全年)",
    )
)


_NOT_SPAN = r"(?<![零一二两三四五六七八九十几数半多\d])"  # 一年内 is a span, 年内 is this year
_PART = "年底|年末|年初|年中(?!国)"
_MONTH = r"\d{1,2}|十[一二]?|[一二三四五六七八九]"


def _rest(n: int) -> str:
    """Return what may follow a year (``n`` = 1) or stand alone (``n`` = 2)."""
    after = n == 1
    season = "季度|财季|季(?![节军后前])" if after else "季度|财季"
    part = (
        f"底|末|初|中(?![国期旬间央心文东])|[春夏秋冬][天季]?(?!晚|节)|全年|{_PART}"
        if after
        else f"{_NOT_SPAN}(?:{_PART}|年内)|岁末"
    )
    pieces = (
        f"(?P<h{n}>上半年|下半年{'|H[12](?![0-9A-Za-z])' if after else ''})",
        f"(?P<p{n}>{part})",
        rf"(?<![前每])第?\s?(?P<q{n}>[一二三四1-4])\s?(?:{season})",
        f"(?P<f{n}>首个?季度?(?![军节]))",
        "" if after else "第(?P<q3>[一二三四1-4])季(?!节|赛)",
        f"(?P<n{n}>[前首][三3]个?季度?)",
        rf"前\s?(?P<u{n}>{_MONTH})\s?个?月"
        if after
        else rf"(?<![之此以年提会往])前\s?(?P<u{n}>\d{{1,2}})\s?月(?![\d份底初])",
        rf"(?<![A-Za-z0-9])Q(?P<l{n}>[1-4])(?![0-9A-Za-z])",
        _month(n),
    )
    return "|".join(piece for piece in pieces if piece)


def _month(n: int) -> str:
    """Return a month, with a day or a part, or a range of months or days."""
    return (
        ("" if n == 1 else r"(?<![\d.个月])")
        + rf"(?P<m{n}>{_MONTH})(?:\s?月?(?:{_DASH}|、)(?P<mt{n}>{_MONTH}))?\s?月(?![球亮饼薪活租内])份?(?P<mq{n}>季度)?"
        + rf"(?:\s?(?P<d{n}>\d{{1,2}}(?=\s?[日号]|{_DASH}\d{{1,2}}\s?[日号])|[{_CN}]{{1,3}}(?=[日号]))\s?[日号]?"
        + rf"(?:{_DASH}(?:(?P<em{n}>\d{{1,2}})\s?月)?(?P<ed{n}>\d{{1,2}})\s?[日号])?|[底末初]|[上中下]旬)?"
    )


_FISCAL = (
    rf"(?P<fy>{_Y}|(?<!\d)\d{{2}})\s?(?:财[政务]?年度?|会计年度)"
    r"(?:\s?(?:的?第?\s?(?P<fq>[一二三四1-4])\s?(?:季度|财季|季)|Q(?P<fl>[1-4]))"
    r"(?:\s?[（(]\s?(?P<fa>\d{1,2})\s?月?\s?[-–~至到]\s?(?P<fb>\d{1,2})\s?月\s?[）)])?)?"
)
_LED_YEAR = (
    rf"(?:(?<=[自从在到于至])|(?<=[自从在到于至] ))(?P<ly>{_Y})(?!自然年|[公日]历年)"
    r"(?=[，。、；\s]?[^\d.,%％年，\s万亿千百个家台人美元名颗\-/A-Za-z])"
)
_TOLD_OF = (
    "[^，。；]{0,8}?(?:营收|收入|利润|净利|亏损|盈利|支出|开支|资本|销量|销售|出货|交付|业绩|增长|将|预计|有望|指引)"
)
_SPECIAL = "|".join(
    (
        rf"(?<![\d.\-/A-Za-z])(?P<iy>{_Y})(?P<sep>[-/.])(?P<im>\d{{1,2}})(?:(?P=sep)(?P<id>\d{{1,2}}))?(?![\d\-/.]?\d)",
        _FISCAL,
        rf"(?<![A-Za-z])FY\s?(?P<fz>{_Y}|\d{{2}})(?:\s?Q(?P<fzq>[1-4]))?(?![0-9])",
        r"(?P<rf>上一?个?|本|当前|下一?个?)财年",
        rf"(?P<ya>{_Y})\s?年?{_DASH}(?P<yb>{_Y})\s?年",
        rf"(?<![A-Za-z0-9])(?:Q(?P<qa>[1-4])\s?(?P<qay>{_Y})|(?P<qb>[1-4])Q(?P<qby>\d{{2}})|(?P<qcy>{_Y}|\d{{2}})\s?Q(?P<qc>[1-4]))(?![0-9A-Za-z])",
        rf"(?<![A-Za-z0-9])(?P<hy>{_Y})\s?H(?P<hh>[12])(?![0-9A-Za-z])",
        "(?P<same>[去上]年同[期季]|(?<!年)同期)",
        r"(?P<rm>上上|上|本|这|下下|下)个?月(?:底|末|初|[上中下]旬)?(?:\s?(?P<rd>\d{1,2})\s?[日号])?",
        "(?P<sm>同月|当月|次月)",
        "(?P<day>[前昨今明后])(?:天|日(?!本|元|圆|头|益|渐|趋|程|志)|晨|早(?![已就些期])|晚|夜)",
        "(?P<sd>当[日天](?!时)|同[日一]天?(?=[，,、发宣的在])|翌日|次日)",
        f"(?<![{_CN}两几每\\d上下本这])(?P<wk>上上|上|本|这|下下|下|当)?个?(?:周|星期|礼拜)(?P<wd>[一二三四五六日天末])(?![{_CN}年度])",
        "(?P<week>上上|上|本|这|下下|下)个?(?:周|星期|礼拜)(?![期年末转])",
        "(?P<near>近日|日前(?!夕)|近来|近几[日天]|连日来|隔夜|就在刚刚|(?<![^，。！？\\n])(?:刚刚|最近)(?=，)|刚刚(?=[发宣]布|推出|完成|上线))",
        r"(?P<until>(?:过去|短短|最?近)的?\s?(?:(?:[1-3]|[一两二三])\s?个?(?:周|星期)|(?P<ud>24\s?个?小时|一天))(?:内|里|中|间)?)",
        "(?P<rq>上一?个?|本|当前|这一?个?|下一?个?|最近的?一?个?|最新)(?:财季|季度|季(?![节军后前]))",
        "(?P<sq>该季度|当季度?|同季度?)",
        r"(?P<ago>\d{1,3}|[一二两三四五六七八九十]{1,3})\s?多?\s?(?P<au>个多?月|年|天|个?多?(?:周|星期))(?:以|之)?前(?!景)",
        f"(?<!年)(?P<whole>全年)(?={_TOLD_OF})",
        _LED_YEAR,
        rf"(?<!\d)(?P<ll>{_Y})(?=(?:\s?[、和及与]\s?{_Y}){{1,4}}\s?年)",
        rf"(?<!\d)(?P<lf>{_Y})(?=\s?(?:全年|年报|财报))",
        r"(?<=[，。、；（(于在\s])(?P<bd>\d{1,2})日(?![内均线活元圆])",
    )
)
# Most numbers are no times: what follows tells, or for a year what stands before.
_LED = "|".join(rf"(?<=[自从在到于至]{space}\d)\d*" for space in ("", " "))
_LISTED = r"[和及与]\s?(?:19|20|21)\d\d"  # 2024和2025年
_NUMBER = (
    rf"\d*+(?=\s{{0,2}}(?:自然年|[公日]历年|[年月日上下半财会QH全季多个天周、/.\-–—~～至到]|{_LISTED}))"
    rf"|{_LED}"
)
# Where a time may begin: a cheap first look, so that the costly pattern is tried at few places.
# A row has the characters that it may begin with, and what follows them: as the first character of them all is one
# of a set, a search passes quickly over the others.
_BEGINNINGS = (
    (r"\d", f"(?:{_NUMBER})"),
    ("一二两三四五六七八九十", "[一二两三四五六七八九十]*(?:[年月日号天周季多]|个月|个星期|个多)"),
    ("一二", "[零〇九]"),
    ("今昨去前明后来次翌同当该上本大", "[年月日天周季期个一前]"),
    ("今昨明", "[晨早晚夜]"),
    ("上下本这", "个?[月周季星半礼一]"),
    ("第", r"[一二三四1-4]\s?[季财]"),
    ("前首", "[三3]"),
    ("前", r"一年|\s?\d{1,2}\s?月"),
    ("全", "年"),
    ("首", "个?季"),
    ("Q", "[1-4]"),
    ("F", "Y"),
    ("近", "[日来几一1]"),
    *zip("过短刚隔就那连日", ("去", "短", "刚", "夜", "在刚", "一?年", "日来", "前"), strict=True),
    ("本上下当", "[一前]?[个财]"),
    ("这最", "[一近新年]"),
    ("周", "[一二三四五六日末]"),
    *zip("星礼岁", "期拜末", strict=True),
    ("年", "[底末初中内]"),
    ("当", "前"),
)
_FIRST = "".join(first for first, _ in _BEGINNINGS)
TRIGGER = re.compile(f"[{_FIRST}](?:{'|'.join(f'(?<=[{first}]){rest}' for first, rest in _BEGINNINGS)})")
WHEN = re.compile(f"{_SPECIAL}|(?:{_YEAR})(?:\\s?的?(?:{_rest(1)}))?|{_rest(2)}")
