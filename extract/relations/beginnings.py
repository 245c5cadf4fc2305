"""When things came out and organisations were founded, wherever a document tells it.

A maker is often named in one sentence and the day of release in another. Who develops a thing has done
so since it came out, so the one date serves all.
"""

from __future__ import annotations

import re
from collections import defaultdict

from ..model import Claim
from .clauses import clause
from .patterns import family_set
from .scene import ANY_FIGURE, ANY_NAME, CODE, WHEN, Scene
from .timing import plain, time_of

_OUT = (
    "发布|推出|上线|开源|发表|公布|亮相|登场|面世|问世|诞生|[发开]售|首发|放出|揭晓|官宣"
    "|开启?(?:邀测|内测|公测)|(?:开发|研发|研制|打造)出|率先[研开]发"
)
_FOUNDED = "成立|创立|创办|创建|组建|诞生"
_IN = re.compile(r"[在于][^，。；]{0,2}$")  # 在S上线: it is not S that comes out
_NOT_YET = re.compile(
    "将|预计|计划|有望|拟|未|没有?|推迟|原定|本应|如果|可能|传闻|或(?!者)|(?<![随此最])(?:[之以])?[前后](?![端沿卫台])|周年"
)


_PART_OF_IT = f"[^，。；：、了{ANY_NAME}{ANY_FIGURE}]{{1,4}}(?:集团|部门|事业部|实验室|委员会|研究院)"  # 成立A商务集团
_NOUN = "会|者|商|人|平台|地|时"


# S发布了新版本 is not when S came out
_END = (
    r"(?=了?(?:[，。；：、！？,;!?（()）”」\s]|$|的(?:[，。；！？（()）”」]|$|时|同时|[当那])"  # S推出的大赛 is not S
    r"|[在于至并时当]|[之以]?[来后前初]))"
)


def _pattern(verbs: str, classes: str) -> re.Pattern[str]:
    gap, org = f"[^，。；：、{ANY_NAME}{ANY_FIGURE}]", family_set("org")
    whose = f"(?:{org}(?:旗下)?的?{gap}{{0,8}})?"  # 推出其新产品S
    part = f"(?:{classes}(?:{gap}{{0,6}}的{gap}{{0,8}}|[ A-Za-z0-9“「—-]{{0,8}}))?"  # 推出搭载M的S: S comes out
    listed = f"[^，。；：、{ANY_NAME}]{{0,16}}(?:，?(?:其中)?(?:包括|分别[是为]|即|名[为叫]|命名为)了?|——)"
    called = f"(?:{listed}{gap}{{0,8}}|{gap}{{0,12}})"
    described = f"是(?:一[款个种家代]|其|旗下){gap}{{1,16}}，{gap}{{0,6}}"  # S是一款大模型，去年发布
    return re.compile(
        rf"(?:{verbs})(?!{_NOUN})(?:(?P<attribute>了?的)|了|过)?{called}{whose}{part}(?P<told>{classes})"
        rf"(?(attribute)(?![研团背])|(?![的研团相背]))(?!{_PART_OF_IT})"
        rf"|(?P<first>{classes})(?:{CODE['Technology']}{gap}{{0,4}})?(?:，|(?P<dated>{gap}{{0,10}}(?:，[在于]|[在于]?){WHEN}{gap}{{0,14}})|(?!的(?!{verbs})){gap}{{0,10}}|{described})(?:{verbs})(?!{_NOUN}|[{ANY_FIGURE}]|{gap}{{0,8}}[{ANY_NAME}]){_END}"
    )


_BEGIN = {"develops": _pattern(_OUT, family_set("thing")), "founderOf": _pattern(_FOUNDED, family_set("org"))}
_BESIDE = re.compile(rf"(?:的(?:{_OUT}))?\s?[（(](?P<when>{WHEN})(?:{_OUT}|{_FOUNDED})?[）)]")  # S（2025年）
_NAMED = re.compile(f"{family_set('thing')}(?={_BESIDE.pattern})")


class Beginnings:
    """Remembers the first date told for each thing's release and each organisation's founding."""

    def __init__(self) -> None:
        self._told: dict[tuple[str, str], set[str]] = defaultdict(set)

    def remember(self, scene: Scene) -> None:
        """Take in a sentence that has a time."""
        for match in _NAMED.finditer(scene.code):
            self._take("develops", scene, match.start(), _beside(scene, match.start()))
        for predicate, pattern in _BEGIN.items():
            for match in pattern.finditer(scene.code):
                left, right = clause(scene.code, *match.span())
                if match["dated"] is not None:  # S在T推出后: that is when, whatever came after
                    left, right = match.span("dated")
                if _NOT_YET.search(scene.code, left, right):
                    continue
                position = match.start("told") if match["told"] else match.start("first")
                if match["first"] and _IN.search(scene.code, max(0, position - 3), position):
                    continue
                time = _beside(scene, position) or time_of(scene, *match.span(), predicate=predicate, names=(position,))
                self._take(predicate, scene, position, time)

    def _take(self, predicate: str, scene: Scene, position: int, time: str | None) -> None:
        if time:
            for mention in scene.slots[position].mentions:
                self._told[predicate, mention.entity].add(time)

    def of(self, claim: Claim) -> str | None:
        """Return when the object of a claim began, if the claim is about its maker or founder."""
        times = self._told.get((claim.predicate, claim.object or ""))
        if not times or claim.modality != "asserted":
            return None
        first = min(times)
        return max((time for time in times if time.startswith(first)), key=len)


def _beside(scene: Scene, position: int) -> str | None:
    """Return the time in brackets behind a name, if one stands there alone."""
    beside = _BESIDE.match(scene.code, position + 1)
    when = scene.slots[beside.start("when")].when if beside else None
    return plain(when.value) if when is not None and when.value else None
