"""Who is said to have stated what a sentence says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache, partial

from ontology.wording import Wording

from ..model import Mention
from .clauses import BOUND
from .needed_words import WordFilter, needs, numbers
from .quoting import quotations
from .scene import ANY_NAME, CODE, Scene
from .taken import THINGS

# What stands between a name and a verb of saying that it does not govern: 苹果没有明确指出, 海豚3的训练成本据估计.
_NO_SAYING = re.compile("没有|无法|未(?!来)|拒绝|不愿|得到|受到|(?<!数)据(?:估计|称|报[道导]|信|说|预[测计]|测算)")
_FORESEES = re.compile("(?:预[计测期估]|估计)$")
_SHOWS = re.compile("(?:显示|发现)$")
_SPOKESMAN = re.compile(
    "分析|首席|高管|经理|专家|学家|发言人|负责人|研究|报告|团队|管理层|官|CEO|CFO|主席|总裁|董事|创始人|机构"
)
_CLOSE = 3  # characters from a thing to the end of its verb: 海豚3说
# What is foreseen of a firm's own matters, by nobody named: 云川的市场预计将增长.
_MATTER = re.compile(
    "^(?:的|在内)"
    "|(?:营收|收入|利润|净利|亏损|市场|业务|销量|出货量?|成本|支出|开支|规模|估值|交付量?|产能|份额|用户|股价|产品|手机|项目|平台|服务|系统|交易"
    "|比例|增速|收益|目标价|毛利率|需求|价格|产量|销售额)$"
)
# Whom somebody else speaks through, with or against: 网友在社交媒体云川评论称, 使用海豚3的公司报告称, 反云川组织声称.
_NOT_THEY = re.compile(rf"(?:在[^，。；：{ANY_NAME}]{{0,6}}(?:媒体|平台|网络|网站|论坛)|使用|采用|基于|针对|反)\s?$")
_PEOPLE = 4  # characters from a place to the end of its verb: 北京方面表示, not 北京人每天花3小时说
_AUTHORITY = re.compile("当局|政府|官方|警方|媒体|方面|(?<!内)[部委局]")
# Where somebody says it: 在海边的云川会议上表示, 接受媒体云川采访时表示.
_WHERE = re.compile(rf"(?:在|于|接受)[^，。；：{ANY_NAME}]{{0,12}}(?:[{ANY_NAME}]的?)?$")
_THERE = re.compile("[^在于对向]{0,8}上(?![周月个半述季年市海])|(?:[^在于]{0,4})(?:采访|专访|访谈)")


class Speakers:
    """Tells who is said to have stated what a document says."""

    def __init__(self, wording: Wording, mentions: Sequence[Mention], scenes: Sequence[Scene] = ()) -> None:
        """
        Take what speakers are told by.

        Args:
            wording: The domain's wording.
            mentions: The document's mentions, pronouns resolved to entities among them.
            scenes: Its sentences, raw.
        """
        self._wording = wording
        self._quoted = quotations(scenes, partial(_sources, wording))
        self._names: dict[str, str] = {}
        for mention in mentions:
            if mention.rule != "coreference":
                self._names.setdefault(mention.entity, mention.text)

    def __call__(self, scene: Scene, start: int, end: int) -> str | None:
        """
        Return who states what stands at ``code[start:end]``: a name as in the text, else a noun.

        A source governs what follows it in its sentence; one that stands last (…，X表示。) governs all before it.
        Of one who is not named there (他表示) it is the first name that the text has.

        Args:
            scene: The raw or phrase scene.
            start: Where the statement starts.
            end: Where it ends.
        """
        sources = _sources(self._wording, scene.code)
        named = [match for match in sources if match.end() <= end and match.start("who") < start + 1]
        if named:
            return self._spell(scene, max(named, key=lambda match: match.start("who")))
        last = [match for match in sources if match.start() >= end and _closes(scene.code, match.end())]
        if last:
            return self._spell(scene, last[-1])
        quoted = self._quoted.get(scene.span.start)
        return self._spell(*quoted.by) if quoted is not None and quoted.holds(scene.code, start) else None

    def _spell(self, scene: Scene, match: re.Match[str]) -> str:
        """Return the source as the text spells it; of a list of names, all."""
        slot = scene.slots.get(match.start("who"))
        return "、".join(map(self._name, slot.mentions)) if slot else match["who"]

    def _name(self, mention: Mention) -> str:
        return self._names.get(mention.entity, mention.text) if mention.rule == "coreference" else mention.text


@lru_cache(maxsize=64)
def _sources(wording: Wording, code: str) -> tuple[re.Match[str], ...]:
    """Return what names a source in a code string; every claim of a sentence asks for it."""
    patterns = (wording.attribution[number] for number in numbers(_worded(wording)(code)))
    return tuple(match for pattern in patterns for match in pattern.finditer(code) if _speaks(code, match))


def _speaks(code: str, match: re.Match[str]) -> bool:
    """Tell whether who stands before a verb of saying is who says it."""
    at = match.start("who")
    if code[at] == CODE["Technology"]:
        return False
    if match.start() != at or len(match["who"]) > 1:
        return True  # 据云川报道; 分析师预计
    gap = match[0][1:]
    foresees = _FORESEES.search(gap)
    if _NO_SAYING.search(gap) or _NOT_THEY.search(code, max(0, at - 12), at):
        return False
    if code[at] in THINGS and (foresees or len(gap) > _CLOSE) and not (_SHOWS.search(gap) or _SPOKESMAN.search(gap)):
        return False
    if code[at] == CODE["Place"] and len(gap) > _PEOPLE:
        return bool(_AUTHORITY.search(gap) or _SPOKESMAN.search(gap))
    if foresees and code[at] == CODE["Person"] and code[match.end() : match.end() + 1] in ("将", "会"):
        return False  # 林远预计将出任: others expect it of him
    if foresees and not _SPOKESMAN.search(gap):
        return code[at] != CODE["Place"] and _MATTER.search(gap[: foresees.start()]) is None
    return not (_THERE.match(gap) and _WHERE.search(code, max(0, at - 16), at))


@lru_cache(maxsize=8)
def _worded(wording: Wording) -> WordFilter:
    """Return what tells which of the patterns of sources have the words that they need."""
    return WordFilter([needs(pattern.pattern) for pattern in wording.attribution])


def _closes(code: str, at: int) -> bool:
    """Tell whether nothing is said after *at*."""
    return BOUND.sub("", code[at:]).strip(" ”」』）)") == ""
