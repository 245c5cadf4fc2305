"""How surely a statement is made: its scope is the clause, and of a relation only what stands between its parties."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from ontology.wording import Wording

from .clauses import BOUND, before, clause
from .expecting import is_guided, is_of_size, led_from, told_until
from .needed_words import WordFilter, needs, numbers
from .patterns import family_set
from .scene import ANY_FIGURE, ANY_NAME, WHEN

_PAUSE = re.compile(f"{BOUND.pattern}|—")
_PART = re.compile("[*—–-]*其中")
# A clause that only goes on with figures of the one before: 预计营收将达A，同比增长B，是C的D.
_ON = re.compile(
    rf"(?:[这也]?(?:就是|即)|(?:甚至)?(?:超过|达到?|突破)[约近]?[{ANY_FIGURE}](?!的)|(?:投后)?估值[^，。；{ANY_FIGURE}{ANY_NAME}]{{0,4}}[{ANY_FIGURE}]"
    rf"|并?[在到于至][{WHEN}][^，。；{ANY_FIGURE}{ANY_NAME}]{{0,4}}[达升增超]|同比|环比|年增|季增|增幅|增速|相当于|是[{WHEN}]|较[{WHEN}]|并?(?:推|带)动)"
)
# How large a thing is stands in brackets, and what it was before needs no 将: 将推出A（1参数）, 将超过此前的A.
_GLOSS = re.compile(rf"[（(][约近共]?[{ANY_FIGURE}][^，。；）)]{{0,8}}[）)]?$")
_BEFORE = re.compile(rf"(?:此前|之前|先前|原先|原来|同期)的[约近]?[{ANY_FIGURE}]$")
# Where a change begins is no outlook: 预计从目前的A增至B; not a range: 预计增长从A到B.
_BASE = re.compile(rf"从{WHEN}?的?[约近]?[{ANY_FIGURE}]$")
_AS_YET = re.compile(rf"从(?:目前|如今|现在|当前)的?[约近]?[{ANY_FIGURE}]$")  # 将从目前的A继续上升
_CHANGES = re.compile(rf"[^，。；{ANY_FIGURE}]{{0,8}}?[提增升降减扩缩翻涨跌飙][^，。；{ANY_FIGURE}]{{0,6}}[到至为]")
_TOLD = re.compile("(?<![即必料恐或])将[会要]?")  # with nothing else said, it only tells what came about
_SO_FAR = re.compile("已")  # 分析师预计，…，营收已达A: what has come about is not foreseen
_CAME_TO = re.compile(rf"[^，。；为除]了[约近超逾多达过]{{0,3}}[{ANY_FIGURE}]$")
# What comes about time and again: 每两年，数量就会翻一番.
_EACH_TIME = re.compile(rf"每(?:次|当|隔|逢|[一两三四五六七八九十几]|[{ANY_FIGURE}])[^。；将]*会")
_ORDERED = re.compile(
    r"(?:要求|规定|命令|下令|勒令|责令|通知|指示|告诫|提醒)[^，。；：]{0,12}$"
)  # whoever orders an end forbids
# What is denied of those told of, or only why: 暂停使用S的比例从1升至, 因未遵守规定而对其罚款.
_OF_OTHERS = re.compile(
    "[^，。；]*(?:的(?!时间|期间|情况)[^，。；的]{1,8}(?:已|共|获得|收到|达|有|[为是从由占]|上?升|增|下?降)|而(?=[对将被遭向]|起诉|罚|收购))"
)
_SUBJECT = re.compile(f"[{ANY_NAME}他她它我该]")
_WITH = re.compile("将会?[与和同在]$")  # 这些客户将与A一起使用S, 公司将在A中引入S
# 将推出A，并与B合作; 可能与A合作，把S引入T; 正洽谈出资，收购A: as sure as that
_DEAL = (
    rf"\s?(?:以便?|用[于以])?(?:以[^，。；]{{1,12}})?(?:[向对][{ANY_NAME}](?:公司)?)?"
    "(?:收购|并购|买下|入股|投资|认购|参投|领投)(?!了|过|案|方|后|价|[的者人])"
)
_AND = re.compile(rf"(?:并且?|且|把)(?!已|非|不)|{_DEAL}")
_THEN_DEALS = re.compile(_DEAL)
_AMOUNTS_TO = re.compile(r"\s?(?:约?合|折合|相当于|约[为合]?|也?即)")  # a clause that only says a figure otherwise
_GONE_THROUGH = re.compile("经过|历经|结束|完成|后$")
# What somebody made or bought is there, whatever follows from it: 如果A发布的S…
_GIVEN = re.compile(
    rf"[{ANY_NAME}][^，。；：{ANY_NAME}将拟]{{0,8}}(?<!计划)(?<!打算)(?<!准备)(?<!即将)"
    rf"(?:发布|推出|开源|上线|研发|开发|打造|收购|投资|训练)了?的[^，。；：{ANY_NAME}]{{0,10}}[{ANY_NAME}]"
    rf"|[{ANY_NAME}][^，。；：{ANY_NAME}拟]{{0,8}}(?:收购|并购|买)而?来的[^，。；：{ANY_NAME}]{{0,10}}[{ANY_NAME}]"
    rf"|[{ANY_NAME}][^，。；：{ANY_NAME}]{{0,8}}旗下[^，。；：{ANY_NAME}]{{0,10}}[{ANY_NAME}]"
    rf"|[{ANY_NAME}]的?(?:开发商|开发者|制造商|研发商|创造者)[{ANY_NAME}]"
)
# What a deal that is told will bring about: A投资了B，这笔资金将使B…
_TO_WHAT_END = re.compile(
    "[，；](?:[此本这该新][^，。；]{0,3})?(?:融资|投资|资金|合作|收购|交易)[^，。；]{0,2}将(?:使|让|令|帮助|助力|支持|推动|加速|用于)"
)
_AT_LAST = re.compile("[^，。；]{0,6}(?:最终|终于|后来)[^，。；]{0,6}了")  # 讨论过，最终选择了与A合作
_OF_A_PLAN = re.compile("(?:获得|加入|参[与加]|制定|提供|采用|使用)了?[^，。；]{0,10}计划$")  # 1的患者获得出院计划
# Of an object that is taken together with others, not of what is to come: 将A合并为一个.
_OBJECT = re.compile(
    rf"将(?:价值|全部|所有|其|这)?[{ANY_FIGURE}](?:的[^，。；]{{1,4}}投入(?!使用)|[^，。；]{{0,8}}(?:花|用)在|[^，。；]{{0,12}}(?:[融整]合|合并|归[为入纳]|列为|评为|划[入为分]|分[为成]|放在|转[向为化变]|[标备]?注释?为))"
)
# Who is told of by what he tries: 试图上市的A有B.
_BY_AIM = re.compile(
    rf"(?:正在?)?(?:试图|企图|寻求|计划|打算|准备|想要)[^，。；{ANY_NAME}{ANY_FIGURE}]{{1,14}}的[{ANY_NAME}]"
    rf"(?=[^，。；{ANY_NAME}]{{0,10}}(?:是|有|已|达|目前|如今))"
)
_ASKED = re.compile(r"[^，。；！]{0,8}吗\s?(?:[？?”」]|$)")  # 海豚3能打败飞鸟2吗？
_CONTESTED = re.compile(
    "超[过越]|优于|[击打]败|胜过|领先|落后|不敌|输给|制裁|控告|提告|禁止|封杀|打压|围堵|封锁|罚|竞争(?!对手)|抗衡"
)
# Who it was not, whoever it was: 不是A收购了B，而是C. But 要不是A投资… takes for granted that A did.
_NOT_WHO = re.compile(r"(?:(?<![是要果若])(?<!难道)不是|(?<![如若])并非|绝非)(?:由|说)?\s?$")
_NEAR = 8  # characters between a condition and whom it is said of
# What so many people think of doing bends nothing of how many they are: 1的受访者计划使用S.
_MINDS = re.compile(
    rf"(?:多|左右|以上)?[名位家个]?的?[^，。；：{ANY_NAME}{ANY_FIGURE}]{{0,10}}?(?:人[们士]?|者|学生|家长|用户|客户|员工|企业|公司|组织|机构|家庭|高管|领导|主管|团队|成年人?|品牌)们?"
    "(?:[都也正仅只]|表示|认为|[说称]|已经?|正在){0,3}(?=计划|打算|准备|预[计期]|希望|期待|考虑|有意|相信|担[心忧]|想要?|愿意|倾向|可能|将)"
)
_RHETORICAL = re.compile("看[见到]|知道|记得|难道|不是")
_DONE = re.compile("已|了|曾|目前|现")
_TAKES = re.compile(  # what somebody does with the first party, or in it
    rf"(?:(?<=[{ANY_NAME}])|(?<=[{ANY_NAME}] ))[^，。；：{ANY_NAME}{ANY_FIGURE}的]{{1,12}}?(?:将|把|在)(?:自家)?\s?$"
)
_WHAT_COMES_OUT = re.compile(  # 推出了将改变一切的S, 发布能将文字变成视频的S: what S will do says nothing of its making
    rf"(?:发[布表]|推出|上线|开源|公布|揭晓|展示|带来|打造)[了出]?(?P<what>[^，。；：！？{ANY_NAME}]{{2,40}}的)"
    rf"[^，。；：！？的{ANY_NAME}]{{0,20}}{family_set('thing')}"
)
_NEVER = re.compile("(?!)")
_Words = Mapping[str, re.Pattern[str]]


def modality(
    wording: Wording,
    code: str,
    start: int,
    end: int,
    *,
    parties: Collection[int] = (),
    figure: bool = False,
    over: bool = False,
) -> str:
    """
    Return how surely the statement at ``code[start:end]`` is made.

    A plan in one clause says nothing of the next, but a condition does (如果…，), and so does a clause that
    only says that something is foreseen (X预计，). What a noun phrase takes for granted (OpenAI的ChatGPT) is
    not touched by the verb that it is used with. A denial counts where it governs what is stated: in the clause of
    its second party, and not of somebody else's (A做了一事，B不再…).

    Args:
        wording: The domain's wording.
        code: A code string.
        start: Where the statement starts.
        end: Where it ends.
        parties: Where those stand whom a relation is of.
        figure: Whether it is a figure: 将 then foresees where an act is planned, and 可能 foresees too.
        over: Whether it is a figure of a time that was over when it was told: 将 then foresees nothing.
    """
    left, right = clause(code, start, end)
    openings = before(code, left)
    if figure:
        return _of_clause_with(wording, code, (left, end, right), openings, over=over)
    if what := _WHAT_COMES_OUT.search(code, start, end):
        code = code[: what.start("what")] + "·" * len(what["what"]) + code[what.end("what") :]
    if wording.modality["verbal"].search(code, start, end):
        start = _governed_from(code, left, start)
    failed = wording.modality["failed"].match(code[end:right]) and wording.modality["verbal"].search(code[start:end])
    if failed or _denied(wording.modality, code[start:right], end - start):
        return "hypothetical" if wording.modality["condition"].search(code[left:end]) else "denied"
    stated = any(each.search(code, start, end) for each in (wording.modality["verbal"], _CONTESTED))
    if stated and _NOT_WHO.search(code, left, start):
        return "denied"
    sure = _of_relation(wording, code[left:right], start - left, end - left, openings, [at - start for at in parties])
    if sure in ("denied", "hypothetical") or not wording.modality["verbal"].search(code[start:end]):
        return sure
    heard = _hearsay(wording.modality["hearsay"], code, left, start)
    return "hypothetical" if heard or wording.modality["open"].match(code, end) else sure


def _of_clause_with(
    wording: Wording, code: str, place: tuple[int, int, int], openings: list[str], *, over: bool
) -> str:
    """Return how surely a figure is told; *place* is where its clause begins, the figure ends and its clause ends."""
    left, end, right = place
    if minds := _MINDS.match(code, end):
        right = minds.end()
    left = max(left, 1 + max((code.rfind(f"—{word}", left, end) for word in f"这该其{WHEN}"), default=-1))
    if is_guided(code, left, end, right):
        return "forecast"
    if _BEFORE.search(code, left, end) or _GLOSS.search(code, left, end) or is_of_size(code, left, end, right):
        return "asserted"  # 将推出A（1参数）: so large it is
    if _AS_YET.search(code, left, end) or (_BASE.search(code, left, end) and _CHANGES.match(code, end)):
        return "asserted"
    # 预计A，其中B: a part is as sure as the whole
    on = 0
    while on < len(openings) and (_ON.match(code, left) or (not on and _PART.match(code, left))):
        left, on = code.rindex(openings[on], 0, left), on + 1
    if on:
        openings = openings[on:]
    elif (opened := led_from(code, left, end)) is not None:
        left = opened
    scope, head = code[left : told_until(code, end, right)], code[left:end]
    return _of_figure(wording, *((_TOLD.sub("", scope), _TOLD.sub("", head)) if over else (scope, head)), openings)


def _hearsay(words: re.Pattern[str], code: str, left: int, start: int) -> bool:
    """Tell whether what begins at *start* is only heard, by its own clause or by one before that says no more."""
    ahead, _ = clause(code, left - 1, left - 1) if left else (0, 0)
    return bool(words.search(code[left:start]) or words.search(code[ahead:left]))


def _governed_from(code: str, left: int, start: int) -> int:
    """Return where the words begin that govern what is done with the first party: A计划|将S接入B, A尚未|在S中接入B."""
    taken = _TAKES.search(code, left, start)
    return taken.start() if taken else start


def _denied(words: _Words, text: str, end: int) -> bool:
    """Tell whether a denial in ``text[:end]`` governs what is stated there; its own object may stand behind."""
    found = words["denied"].finditer(text)
    return any(_governs(text[: match.start()], text[match.end() : end]) for match in found if match.start() < end)


def _governs(ahead: str, behind: str) -> bool:
    """Tell whether a denial between *ahead* and *behind* reaches the end, and has the first party as its subject."""
    if _ORDERED.search(ahead) or _OF_OTHERS.match(behind):
        return False
    first, *later = _PAUSE.split(ahead)
    return not _PAUSE.search(behind, 1) and not (first and later and _SUBJECT.search(later[-1]))


def _of_relation(
    wording: Wording, scope: str, start: int, end: int, openings: list[str], parties: Collection[int]
) -> str:
    lead, inner = scope[:start], scope[start:end]
    words = wording.modality
    caused = words["causes"].search(lead)
    text = (caused[0] if caused else "") + _own_clauses(inner, parties)
    if _GIVEN.fullmatch(inner) and not _denied(words, lead, len(lead)):
        return "asserted"
    asked = _ASKED.match(scope, end) and not _RHETORICAL.search(lead)
    if asked or (_CONTESTED.search(inner) and words["condition"].search(lead[-_NEAR:])):
        return "hypothetical"
    if not words["verbal"].search(text):
        return "asserted"
    if words["condition"].search(lead + inner) or _follows(wording, lead + inner, openings[:1]):
        return "hypothetical"
    if _WITH.search(lead) and words["verbal"].search(inner):
        return "planned"
    if _AND.match(scope) and not _DONE.search(scope) and (sure := _of_clause(words, openings)):
        return sure
    if sure := _bent(words, text):
        return sure
    foreseen = words["forecast"].search(scope)  # its words may reach beyond: 发布A甚至B
    return "forecast" if foreseen and foreseen.start() < end else "asserted"


def _bent(words: _Words, text: str) -> str:
    """Return how surely a text is told, if it is no fact: a plan, or what may be; empty otherwise."""
    if words["doubt"].search(text) or words["perhaps"].search(text):
        return "hypothetical"
    return "planned" if words["planned"].search(text) or words["will"].search(text) else ""


def _of_clause(words: _Words, openings: list[str]) -> str:
    """Return how surely the clause before is told, if it is no fact; empty otherwise."""
    told = [each for each in openings if not _AMOUNTS_TO.match(each)]
    if not told or _DONE.search(told[0]) or _GONE_THROUGH.search(told[0]):
        return ""
    sure = _bent(words, told[0])
    conditional = sure == "planned" and any(words["condition"].search(each) for each in told[:2])
    return "hypothetical" if conditional else sure


def _own_clauses(inner: str, parties: Collection[int]) -> str:
    """Return a statement without the clauses inside it that name no party: 由A领投，P将加入董事会，B也参与了."""
    marks = [mark.start() for mark in BOUND.finditer(inner)]
    spans = list(zip([0, *marks], [*marks, len(inner)], strict=True))
    kept = [span for span in spans if span in (spans[0], spans[-1]) or any(span[0] <= at < span[1] for at in parties)]
    if (colon := inner.rfind("：")) > 0:  # 将发布的系统如下：S
        kept += [span for span in spans if span not in kept and span[1] == colon]
    if _THEN_DEALS.match(inner, spans[-1][0] + 1):  # 将出资A，约合B，收购C
        kept += [span for span in spans if span not in kept and not _AMOUNTS_TO.match(inner, span[0] + 1)][-1:]
    if len(spans) > 1 and _AT_LAST.match(inner, spans[-1][0] + 1):
        kept = spans[-1:]
    return "".join(_TO_WHAT_END.sub("", inner[start:end]) for start, end in kept)


def _of_figure(wording: Wording, scope: str, head: str, openings: list[str]) -> str:
    words = _told_in(wording, scope)
    if words["condition"].search(scope) or (openings and _follows(wording, head, openings)):
        return "forecast" if words["forecast"].search(scope) else "hypothetical"
    if _denied(words, scope, len(head)) or words["failed"].search(scope):
        return "denied"
    if words["doubt"].search(scope):
        return "hypothetical"
    if words["planned"].search(_OF_A_PLAN.sub("", _BY_AIM.sub("", scope))):
        return "planned"
    often = _EACH_TIME.search("，".join([*openings[:1], head]))
    foreseen = words["forecast"].search(head)
    if (foreseen and not (often and foreseen[0].startswith("会"))) or (not often and words["likely"].search(head)):
        return "forecast"
    if (
        words["will"].search(head)
        and not _CAME_TO.search(head)
        and not any(each.end() > len(head) for each in _OBJECT.finditer(scope))
    ):
        return "forecast" if words["outcome"].search(scope) or _is_foreseen(wording, openings) else "planned"
    come_about = _SO_FAR.search(head) or _CAME_TO.search(head)
    return "forecast" if _is_foreseen(wording, openings) and not come_about else "asserted"


def _is_foreseen(wording: Wording, openings: list[str]) -> bool:
    """Tell whether one of the clauses before says that something is foreseen."""
    return any(wording.modality["foreseen"].search(opening) for opening in openings)


def _follows(wording: Wording, text: str, openings: list[str]) -> bool:
    """Tell whether a clause says what follows from a condition of an earlier one."""
    words = wording.modality
    return bool(words["consequence"].search(text)) and any(words["condition"].search(each) for each in openings)


def _told_in(wording: Wording, text: str) -> _Words:
    """Return the domain's words; those that *text* surely has none of are such as nothing has."""
    spotter, known = _spotter(wording)
    able = spotter(text)
    if able not in known:
        told = {*numbers(able)}
        known[able] = {name: each if n in told else _NEVER for n, (name, each) in enumerate(wording.modality.items())}
    return known[able]


@lru_cache(maxsize=8)
def _spotter(wording: Wording) -> tuple[WordFilter, dict[int, _Words]]:
    """Return what tells by one look at a text which of the words it may have, and the words by what that tells."""
    return WordFilter([needs(words.pattern) for words in wording.modality.values()]), {}
