"""Where a name may begin and end, and what stands beside it in a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ontology.lexicon_versions import THINGS

from .candidates import ALNUM, Candidate

_TIME = re.compile(  # glued to a name: OpenAI2023年, OpenAI6月, OpenAI8日
    r"(?:19|20)\d\d年|(?:[1-9]|1[0-2])月(?![租产费活薪均供])|(?:[1-9]|[12]\d|3[01])日(?![均产活前内后游])"
)
_COIN = re.compile("法郎|克朗|卢[比布]|里拉|比索|[雷里]亚尔|新?谢克尔|林吉特|迪拉姆|兰特|盾|[元币]")
_DOMAIN = re.compile(r"\.(?:com|cn|net|org)(?![A-Za-z0-9])")  # Lumora.com: a site's address is not who has it
_AREA = re.compile(  # behind 中国, which is then no part of a firm's name: 云川中国区, but 云川中国的CEO
    "区|市场|业务|大陆|内地|地区|客户|用户|消费者|员工|工厂|产能|办公室|[分子]公司|供应商|竞争对手|厂商|制造|生产|销[量售]|营收"
)
_BETWEEN = ("、", "和", "与", "及")  # members of a list
_SCALES = frozenset("十百千万亿兆0123456789")


def edges(text: str, start: int, end: int) -> bool:
    """Tell whether a name may begin at *start* and end at *end*: not within a Latin word, a number or a currency."""
    if _is_other(text, start, end):
        return False
    if text[start] in ALNUM and start > 0:
        before = text[start - 1]
        if before in ALNUM or before in "@_":
            return False
        inside = start > 1 and text[start - 2] in ALNUM
        if inside and before == "." and (text[start].isdigit() or not text[start - 2].isdigit()):
            return False
        if inside and before == "-" and text[start].isdigit():
            return False
    if end < len(text) and text[end - 1] in ALNUM:
        after = text[end]
        if after in ALNUM or after == "_":
            return text[end - 1].isalpha() and _TIME.match(text, end) is not None
        if after in "$＄":
            return False  # the currency of US$5
        following = text[end + 1] if end + 1 < len(text) else ""
        if after == "." and ((following.isdigit() and following.isascii()) or _DOMAIN.match(text, end)):
            return False
    return True


def _is_other(text: str, start: int, end: int) -> bool:
    """Tell whether what stands there is a currency behind its amount, 3亿瑞士法郎, or a market behind a firm."""
    if start and text[start - 1] in _SCALES and _COIN.match(text, end):
        return True
    return end - start > len("中国") and text.endswith("中国", start, end) and _AREA.match(text, end) is not None


def among_things(folded: str, start: int, end: int, found: Sequence[Candidate]) -> bool:
    """Tell whether two things are named right before the Chinese word at *start* in a list, or one on either side."""
    if folded[start].isascii() or folded[start - 1 : start] not in _BETWEEN:
        return False
    ends = {c.end: c for c in found if c.type in THINGS}
    left = ends.get(start - 1)
    if left is None:
        return False
    right = folded[end : end + 1] in _BETWEEN and any(c.start == end + 1 and c.type in THINGS for c in found)
    return right or (folded[left.start - 1] == "、" and left.start - 1 in ends)
