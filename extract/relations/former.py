"""Posts that somebody held before and holds no more: 前首席科学家, 曾任, 加入B之前在A任职.

Words that tell of an end tell it of one post: in A的研究员、前B经理P the post at B is over, not the one at A.
So they are looked for around the employer, and what stands beyond another name or a new beginning is not its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from .clauses import clause
from .formerly import ANEW, ONCE, ONCE_AT, told_before, was_last
from .patterns import family_set
from .scene import ANY_FIGURE, ANY_NAME, CODE, WHEN

_FORMER = (
    r"(?:(?<![以目之此日当年月天周期向提空])(?<!现任[和与及、])[前原](?:任)?"
    r"(?![所沿景期往进述后提夕端台文面一两三几身几来则因本版始理创子有生材料油声画])|昔日的?)"
)
_STAYS = "(?<!没有)(?<!未)(?<!不会)(?<!不想)(?<!拒绝)(?<!否认)"  # before words that tell of an end
_LEAVING = "离开|退出|辞[去任]|请辞|卸[任下]|离任|退任|解任|免去"  # before the employer or the post that is left
_SACKED = "[被遭](?:解[雇职聘任]|开除|撤[换职]|罢免|革职|免职|炒掉)"
_OTHERS_LEAVE = "(?!员工|人员|一事|计划|传闻|风波|[潮率说信金基]|生活|年龄|[前后]的)"  # not 离职潮, 退休金
_QUIT = (
    f"{_STAYS}(?:(?:离开|辞[去任]|请辞|免去)(?!了?[{ANY_NAME}])|(?:离职|辞职|出走|退休){_OTHERS_LEAVE}"
    f"|卸任|[因就]此辞职|{_SACKED})"
)
_THEN = "时任|[当那]时的|已故"
_STAFF = "前(?:员工|高管|首席|总裁|研究|工程)|(?:最?早期?|老)的?(?:员工|成员)|旧部|第一份工作"
_PREVIOUS = "(?<!现任[和与及、])前任"
_LONG = "任?职?多年(?!来)|共事(?:了|过|[近约超]|[一二两三四五六七八九十数多几]{1,2}年)"
_BODY = re.compile(
    "公司|集团|大学|学院|机构|实验室|政府|银行|委员会|协会|学会|[部局]长"
)  # of a former post whose employer is no known name

_OVER = re.compile(f"{_FORMER}|{ONCE}|{_STAYS}(?:{_LEAVING}|离职)|{_PREVIOUS}|{_THEN}|{_STAFF}|{_LONG}")
_PRESENT = re.compile("现任|现为|目前担任|加入(?!的)|就任")
_NOW_AT = re.compile(rf"(?:现任|现为|目前[在担任是为]|加[入盟]|就任|入职|回归)了?[^，。；{ANY_NAME}]{{0,6}}$")
_LISTED = rf"(?:[{ANY_NAME}]\s?(?:[、/和与及]|以及)\s?|{CODE['Place']})*$"
_AT_ONCE = re.compile(
    rf"(?:{_FORMER}[^，。；、{ANY_NAME}{ANY_FIGURE}]{{0,2}}"
    rf"|(?:{_THEN}|{_STAYS}(?:{_LEAVING}|告别)了?)[^，。；、{ANY_NAME}{ANY_FIGURE}]{{0,5}}"
    rf"|(?:^|[，。；：])[^，。；：将{ANY_NAME}]{{0,8}}(?<!未)(?:离职|辞职|退休|出走)的[^，。；、{ANY_NAME}]{{0,4}}){_LISTED}"
)
_LEFT = re.compile(f"{_STAYS}(?:{_LEAVING}|告别)了?$")
_HAVING_LEFT = re.compile("(?:离职|卸任|辞职|出走)(?:之|以)?后[，,]$")
_TITLED = f"[^，。；、{ANY_NAME}{ANY_FIGURE}]{{1,10}}"
_LIST_OF_POSTS = re.compile(rf"[前原][^，。；、前{CODE['Person']}]{{1,16}}、$")  # of one who is named behind
_ITS_FORMER = re.compile(rf"(?:其|公司|集团)的?[前原]任?{_TITLED}$")  # 在其前总裁P的领导下，A
_IN_BRACKETS = re.compile("[（(][前原][^（()）现目]*$")  # P（前A、B，C）
_CALLED = re.compile(f"{_FORMER}(?![{ANY_NAME}])|{_THEN}|{_PREVIOUS}|{_STAFF}")
_ENDED = re.compile(f"{_QUIT}|{_LONG}|(?:直|工作|任职|效力|服务|待|做|干)到了?{WHEN}")
_WHILE = re.compile(
    r"\s?的?期间|\s?(?:公司|集团|总部)?(?:全职|短暂|共同|一起)?(?:任职|工作|就职|供职|实习|共事|效力|担任[^，。；、]{1,12}?)"
    "(?:的?(?:期间|时(?![代任间候段])|时期|时候)|[^，。；、的]{0,8}(?<![今最此然])后(?=[，,]|$))"
)
_ORG = re.compile(family_set("org"))
_NEXT_NAME = re.compile(f"(?![{CODE['Person']}{CODE['Place']}])[{ANY_NAME}]")
# What somebody does who leaves: of 离开 another body than the employer it is not said.
_WHOSE = rf"[^，。；：、“{ANY_NAME}]"
_GOES = (
    rf"(?:(?:辞职|请辞|闪辞|求去|退[休任]|离[职任队]|卸任|辞任|解任|去职|下台|走人|出走|交棒|退居(?:幕后|二线)|递[出交]辞[呈职]){_OTHERS_LEAVE}|转投(?!资)|跳槽|{_SACKED}|离开了?(?:该?(?:公司|机构|团队)|董事会|(?P<left>[{ANY_NAME}])|(?=[，。；]|$))"
    rf"|[从自](?P<gone>[{ANY_NAME}]){_WHOSE}{{0,4}}(?:离职|辞职|出走|退休|离任)"
    rf"|被{_WHOSE}{{0,4}}[{ANY_NAME}]{_WHOSE}{{0,4}}挖[走去角])"
)
_FOR = "(?<!原)因(?![素故病]|个人|家庭|健康|身体|生涯|届龄|业绩)"  # not 因个人原因
_UNDONE = (
    "将|拟|计划|准备|打算|考虑|有意|可能|或|想|若|不|未|没|否认|拒绝|要求|呼吁|敦促|迫使|威胁|谈|说|称|认为|回应|传(?!出)"
    f"|{_FOR}"
)
_NOT_HE = re.compile(_UNDONE)  # A总裁P不请辞, A总裁P因应员工离职
_ALIAS = r"(?:[（(][^（）()]{0,30}[）)])?"
_LEAVERS = (  # A、首席财务官B相继离职, A与C总裁B
    rf"{_ALIAS}(?:(?:[、和与及]|以及)(?:[^，。；：、“{CODE['Person']}]{{0,16}}|{_WHOSE}{{0,12}}){CODE['Person']}{_ALIAS}){{0,3}}"
)
_BY_NOW = "(?:[，,](?=(?:目前|现在?|日前|近日|据悉|也|均|都){0,3}已))?"  # A总裁P，目前也已经离职
_LEAVES = re.compile(rf"{_LEAVERS}{_BY_NOW}(?:(?!{_UNDONE}){_WHOSE}){{0,12}}?{_GOES}")
_WILL_LEAVE = re.compile(
    rf"{_LEAVERS}{_WHOSE}{{0,8}}?(?:将|拟|计划|准备|打算|考虑|有意|可能|否认|拒绝|不会|尚未){_WHOSE}{{0,10}}?{_GOES}"
)
# Who is to leave, does not, or would if something came about, has his post still: 将离开A, 没有卸任A总裁, 如果P从A离职.
_IF = "如果|假如|倘若|一旦|若是|(?<![倘假])若(?!干)"
_STILL_THERE = re.compile(
    rf"(?:将|拟|计划|准备|打算|考虑|有意|不会|不想|拒绝|否认|没有|未|{_IF})[^，。；：、]{{0,16}}?"
    rf"(?:{_LEAVING}|告别)了?{_WHOSE}{{0,5}}{_LISTED}"
)
_IF_LEFT = re.compile(rf"(?:{_IF}){_WHOSE}{{0,6}}(?:[{ANY_NAME}]{_WHOSE}{{0,6}})?$")
_TO_REPLACE = re.compile(
    rf"(?:将|拟|计划|准备|打算|考虑|寻求|可能){_WHOSE}{{0,6}}(?:替换|撤换|更换|罢免|取代|解[雇职聘]){_WHOSE}{{0,8}}$"
)  # 寻求替换P
_TO_GO = re.compile(rf"(?:将|拟|计划|准备|打算|考虑|有意|可能)会?{_WHOSE}{{0,4}}从\s?$")  # 也将从A离职
_URGED = re.compile(f"(?:要求|呼吁|敦促|逼迫?|希望|劝){_WHOSE}{{0,4}}$")  # 股东要求A总裁P辞职
_GONE = re.compile(f"[^，。；]{{0,16}}?(?:离[职任]|辞职|请辞|辞去|卸任|退休|出走|离开|{_SACKED})")
_DISMISSED = re.compile("(?<!将)(?<!威胁)(?<!考虑)(?<!计划)(?:解[雇职聘]|开除|罢免|辞退|炒掉|撤换|除名|免去)")
_POACHED = re.compile(rf"(?<!被)挖[走来角]了?[^，。；、{ANY_NAME}]{{0,5}}{_LISTED}")
_FROM = re.compile(r"从\s?$")
_GONE_FROM = re.compile(rf"{_WHOSE}{{0,8}}(?:挖[走来角到]|跳槽|转[投到战]|招募|聘[请用]|请来|延揽|加[入盟])")
_LEFT_LATER = re.compile(
    rf"[^，。；{ANY_NAME}]{{0,4}}[，,](?:[{WHEN}]|[于在并后又但至才已]|随后|直到|再[次度]|[现目]前?已){{0,4}}(?:离开|离[职任]|卸任|辞职)(?:了|公司)?(?=[，。；后]|创业|$)"
)  # 加入A，担任P，2017年离开
_MOVED_ON = re.compile(  # 在A工作了十年，随后创办B; 加入A，但与P有分歧，他于2018年离开了董事会
    rf"[^，。；{ANY_NAME}]{{0,8}}[，,](?:随后|之后|后来|此后|然后)[^，。；]{{0,4}}(?:创[立办建业]|加[入盟]|离[开职]|跳槽|转[投战])"
    rf"|[^。；]{{0,40}}[，,](?:最终|后来|随后)?[他她](?:[{WHEN}]|[于在又才已]|后来|最终){{0,4}}(?:离开|退出)了?(?:该?公司|董事会|团队)?(?=[，。；]|$)"
)
_WORKED = re.compile("工作|任职|供职|就职|效力|待了|加[入盟]|创[立办]")
_STAFF_TOLD = re.compile(
    "(?:成员|员工|高管|人员|人士)们?[^，。；、]{0,8}(?:针对|[对向]|批评|指控|起诉|质疑|写信)"
)  # 前A员工对总裁P
_THE_GONE = re.compile("(?:离[开职]|出走|辞职)的[^，。；]{0,4}(?:有|包括)[^。；]*$")  # 选择离开的有P、Q
_NEXT = re.compile(rf"{_WHOSE}{{0,6}}(?:接[任替棒班手掌]|[暂兼]?代理?|继任|[出担升兼]任)")
_TO_ANOTHER = re.compile(rf"(?:曾|此前|之前|先前|早前|[前原]){_WHOSE}{{0,6}}$")
_FOLLOWED = re.compile(f"(?:接替|取代|顶替)了?(?:(?!将)[^，。；{ANY_NAME}]){{0,10}}$")  # 接替P
_TO_FOLLOW = re.compile("[将会拟][^，。；]{0,8}(?:接[替任]|取代|顶替|[出担]任|任命)")
_REINSTATED = re.compile(rf"{_SACKED}[^，。；{ANY_NAME}]{{0,8}}(?:复职|官复原职)")  # 被罢免并迅速复职
_SOON = 24  # characters behind a post in which that may be told
_BEFORE_POST, _BEHIND_POST = 20, 6  # characters around a post that may tell of its end


def is_past(
    code: str,
    start: int,
    end: int,
    employer: int | None = None,
    again: Collection[int] = (),
    holder: int | None = None,
) -> bool:
    """
    Tell whether a post was held before and is no more.

    Args:
        code: The code of its sentence.
        start: Where what states it starts.
        end: Where that ends.
        employer: Where the employer's name stands, if the sentence names it.
        again: Where else it names the employer.
        holder: Where the name stands of who has or had the post, if the sentence names him.
    """
    if _REINSTATED.search(code, start, end + _SOON):
        return False
    if employer is None or not start <= employer < end:
        return _near(code, start, end)
    left, right = clause(code, employer, employer + 1)
    person = _holder(code, employer, end, holder)
    if person < 0 and _leaves_after(code, start, end):
        return True
    if _NOW_AT.search(code, left, employer) or _STAFF_TOLD.search(code, employer, max(person, employer)):
        return False
    if will_leave(code, employer, end, holder) or _comes_next(code, right, end):
        return False
    if holder is not None and _is_followed(code, employer, holder):
        return True
    if person >= 0 and _is_gone(code, employer, person, again):
        return True
    if _before(code, left, employer) or _DISMISSED.search(code, start, end):
        return True
    if was_last(code, employer, end) or any(_leaves_it(code, employer, place) for place in again):
        return True
    return _behind(code, employer, min(right, end + _BEHIND_POST)) or told_before(code, left, right, employer)


def _leaves_after(code: str, start: int, end: int) -> bool:
    """Tell whether who takes up a post, or has worked somewhere, leaves in what follows: 加入A，担任P，2017年离开."""
    moved_on = _WORKED.search(code, start, end) and _MOVED_ON.match(code, end)
    return bool(moved_on or _LEFT_LATER.match(code, end))


def _is_gone(code: str, employer: int, person: int, again: Collection[int]) -> bool:
    """Tell whether he is said to have left who stands behind his employer: A总裁P离职, 离开A的有P."""
    if _THE_GONE.search(code, employer, person):
        return True
    leaves = _LEAVES.match(code, person + 1)
    return leaves is not None and {leaves.start("left"), leaves.start("gone")} <= {-1, *again}


def _holder(code: str, employer: int, end: int, holder: int | None) -> int:
    """Return where he stands behind his employer who has the post, -1 if he does not."""
    if holder is None:
        return code.find(CODE["Person"], employer + 1, end)
    return holder if employer < holder < end else -1


def will_leave(code: str, employer: int, end: int, holder: int | None = None) -> bool:
    """Tell whether somebody has a post still that he is to leave, or may: A总裁P将于8月离职, P将离开A, 如果P从A离职."""
    left, _ = clause(code, employer, employer + 1)
    if _STILL_THERE.search(code, left, employer):
        return True
    if _URGED.search(code, left, employer) and _GONE.match(code, employer + 1):
        return True
    if holder is not None and _TO_REPLACE.search(code, 0, holder):
        return True
    if _TO_GO.search(code, left, employer) and _GONE.match(code, employer + 1):
        return True
    if _IF_LEFT.search(code, left, employer) and (_GONE.match(code, employer + 1) or _DISMISSED.search(code, employer)):
        return True
    person = _holder(code, employer, end, holder)
    return person >= 0 and _WILL_LEAVE.match(code, person + 1) is not None


def _leaves_it(code: str, employer: int, place: int) -> bool:
    """Tell whether the employer is left where it is named again, by nobody else: 提出接管A后离开了该公司."""
    if place <= employer or CODE["Person"] in code[employer:place]:
        return False
    left, _ = clause(code, place, place + 1)
    return bool(_LEFT.search(code, left, place)) and not _STILL_THERE.search(code, left, place)


def _is_followed(code: str, employer: int, holder: int) -> bool:
    """Tell whether another has the holder's post: 接替P, 其前总裁P; not 接替P，P则被任命为A总裁, nor 将接替P."""
    if _ITS_FORMER.search(code, 0, holder):
        return True
    if _FOLLOWED.search(code, 0, holder) is None or _TO_FOLLOW.search(code, 0, holder):
        return False
    return "被" not in code[holder:employer]


def _comes_next(code: str, right: int, end: int) -> bool:
    """Tell whether a post that is left goes to somebody of a later clause: Q卸任A总裁，P接任."""
    person = code.rfind(CODE["Person"], right, end)
    return person >= 0 and _NEXT.match(code, person + 1) is not None


def _near(code: str, start: int, end: int) -> bool:
    """Tell whether words near a post of an unnamed employer call it over."""
    led = _LIST_OF_POSTS.search(code, max(0, start - _BEFORE_POST), start)
    until = min(end + _BEHIND_POST, clause(code, start, end)[1])
    other = _NEXT_NAME.search(code, end, until)
    if other:  # what leads to the next employer is of that one: CTO P曾任B经理, CTO P此前是海豚3负责人
        until = end + len(_TO_ANOTHER.sub("", code[end : other.start()]))
    over = _OVER.search(code, max(0, start - 2), until)  # what stands before is looked at: 此前 is no 前
    over = over or _ENDED.search(code, end, until)
    return (led or over) is not None and _PRESENT.search(code[start:end]) is None


def _before(code: str, left: int, employer: int) -> bool:
    """Tell whether what leads to the employer calls the post over: 前A, 曾在A, 离开A, 时任A."""
    if _AT_ONCE.search(code, left, employer) or _LIST_OF_POSTS.search(code, left, employer):
        return True
    if _POACHED.search(code, left, employer) or _IN_BRACKETS.search(code, 0, employer):
        return True
    if _FROM.search(code, left, employer) and _GONE_FROM.match(code, employer + 1):
        return True
    if employer == left and _HAVING_LEFT.search(code, 0, left):
        return True
    return any(not ANEW.search(code, once.end(), employer) for once in ONCE_AT.finditer(code, left, employer))


def _behind(code: str, employer: int, until: int) -> bool:
    """Tell whether what follows the employer calls the post over: A前首席科学家, 从A离职; not A的P、前B经理."""
    if _WHILE.match(code, employer + 1, until):
        return True
    other = _ORG.search(code, employer + 1, until)
    until = other.start() + 1 if other else until  # what follows the next employer is of that one
    person = code.find(CODE["Person"], employer + 1, until)
    ended = _ENDED.search(code, employer + 1, until)
    if ended and not (0 <= person < ended.start() and _NOT_HE.search(code, person + 1, ended.start())):
        return True
    called = _CALLED.search(code, employer + 1, person if person >= 0 else until)
    if called is None:
        return False
    listed = code.find("、", employer, called.start()) >= 0
    return not (listed and _BODY.search(code, called.end(), until))
