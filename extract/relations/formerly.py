"""Posts that are set in an earlier time: 加入B之前，P在A任职; 曾任B经理，并在A任职; 此前，他任A总裁，并在B任职."""

from __future__ import annotations

import re

from .clauses import before
from .scene import ANY_NAME, CODE

ONCE = (
    r"曾经?(?:先后|长期|短暂地?|短期|一度|同时|共同|也|还)?"
    r"(?:任|在|于|从|经|是|为|担任|供职|就职|领导|出任|效力|服务|负责|受雇|掌管|执掌|带领|主导)"
    r"|曾经?(?:短暂|一度)地?(?:进入|加[入盟]|投身)"
    r"|(?:此前|之前|先前|以往|过去)的(?:职[务位]|工作|经历)[^，。；]{0,6}(?:包括|有|[是为])"
    r"|先后(?:在|任职|供职|就职|效力)|职业生涯始于|出身于?|待[过了]|(?:担任|任职|工作|供职|效力)过|(?:此前|之前|先前|早前|早年|早先|过去|当年|以前)(?:都|均|也|则|曾|刚刚?)?(?:在|于|任|担任|出任|供职|就职|任职|服务|效力|[是为](?![否了何什]))"
)
ONCE_AT = re.compile(ONCE)
ANEW = re.compile(
    f"(?:现[任为在]|目前|如今)(?!的)|加[入盟]|创[立办建]|就任|聘请|任命|成为|转[至投到入任]|来到|前往|跳槽|入职|接[替任]|的[{CODE['Person']}]"
)
_POST = re.compile(r"担任|任职|工作|供职|就职|效力|服务于|实习|[曾历]任|职[位务]|领导|带领|负责|主[管持导]|从事|博士后")
_TITLE = re.compile("[官长裁席理师员监]")
_WAS = re.compile(r"[是为]\s?$")
# The last post before: 最近担任A总裁, 最近在A任职; not 最近被任命担任
_LATELY = re.compile(
    "(?<!将)最近(?:一次)?[，,]?[^，。；被任升获将始]{0,6}?(?:[在于]|担任)"
    "(?:[^，。；、]{0,10}(?:公司|企业|平台|机构|巨头|[提供][供应]商))?$"
)
_BEFORE_THAT = re.compile(
    rf"(?:^|[，。；])(?:在)?(?:(?:此|更早|那|这)(?:之|以)?前|(?<=在)[{ANY_NAME}][^，。；]{{0,4}}之前"
    r"|[^，。；]{0,6}(?:加[入盟]|创[立办建业]|来到|担任|出任|就任|入职)[^。；，]{0,24}(?:之前|以前|前))[，,]$"
)
_SUCH_AS = re.compile("包括|例?如(?!今|果|何)|分别[是为]")  # 曾在多家公司担任要职，包括A、B
_ALSO = re.compile(
    rf"(?:并且?|以及|还|也|后来|随后|之后|同时)?(?:曾经?)?(?:[在于任担]|出任|领导|带领|主管|掌管)|(?:以?及|和)\s?[{ANY_NAME}]"
)
# What he did there, or what it is, told between two of his posts: 曾任A总裁，领导了上市，担任B总裁.
_THERE = re.compile(
    rf"[{ANY_NAME}](?:开发|提供|专注|致力|是一)"
    "|(?:并|期间|在此期间|其间)?(?:该公司|这[家是]|[领带]领|领导|负责|帮助|推动|主[导管持]|管理|监督|协助|从事|参与)"
)


def was_last(code: str, employer: int, end: int) -> bool:
    """Tell whether a post is called the last one that somebody had: 最近担任A总裁."""
    lately = _LATELY.search(code, 0, employer)
    return lately is not None and _POST.search(code, lately.start(), end) is not None


def told_before(code: str, left: int, right: int, employer: int) -> bool:
    """Tell whether the clauses before set a post in an earlier time: 加入B之前，P在A任职; 曾任B经理，并在A任职."""
    held = _POST.search(code, left, right)
    if (held or _WAS.search(code, left, employer)) and _BEFORE_THAT.search(code, 0, left):
        return True
    if not _SUCH_AS.match(code, left) and (
        not _ALSO.match(code, left)
        or ANEW.search(code, left, employer)
        or not (held or _TITLE.search(code, employer, right))
    ):
        return False
    for part in before(code, left):
        if any(not ANEW.search(part, once.end()) for once in ONCE_AT.finditer(part)):
            return True
        if _POST.search(part) and _BEFORE_THAT.search(code, 0, code.rindex(part, 0, left)):
            return True  # 此前，他担任A的总裁，并在B任职
        if not any(each.match(part) for each in (_ALSO, _THERE, _SUCH_AS)):
            break
    return False
