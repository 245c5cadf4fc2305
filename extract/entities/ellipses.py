"""
Known things that a text names by the end of their names, where what stands before it is spoken of.

R1 is DeepSeek's where DeepSeek is spoken of, Opus 4.5 Claude's; 直答 behind 知乎的 is 知乎直答.
A state is one character behind 对, or beside another: 对华出口管制, 中美竞争.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ontology.homographs import fold
from ontology.lexicon import Entry
from ontology.lexicon_versions import THINGS

from .candidates import HAN, Candidate
from .lookup import Lookup
from .segmenting import is_piece, is_worded

ELLIPSIS = "ellipsis"
"""The rule of such candidates."""

_LETTER = r"4o|(?![hq][1-4]|l[1-5])[a-z]\d{1,2}(?:\.\d+)?"  # neither half years, quarters nor levels of driving
_WORD = r"[a-z]{4,} \d{1,2}(?:\.\d+)?|\d{1,2}(?:\.\d+)? [a-z]{3,}"
_END = re.compile(rf"(?: |(?<=[{HAN}]))(?P<end>(?:{_LETTER}|{_WORD})(?: [a-z]{{2,}})*(?: \d{{4}})?)\Z")
_STANDS = re.compile(  # the first character is looked at behind it: a search passes over all that begin no version
    r"[A-Z\d](?<![A-Za-z0-9.\-_/·$].)(?:(?<=4)o(?:-mini)?|(?<=[A-Z])\d{1,2}(?:\.\d+)?"
    r"|(?<=[A-Z])[a-z]{3,} \d{1,2}(?:\.\d+)?|(?<=\d)\d?(?:\.\d+)?(?= [A-Z]))"
    r"(?:[ -](?:[A-Z][a-z]{2,}|FE|XL|SE))*(?:-\d{4}(?!\d))?"
    r"(?![A-Za-z0-9_%+]|[.-]?\d|-[A-Za-z]|[级轮层线季类号赛年月日])"
)
# What drafts, figures and products of anybody are called.
_ANYBODY_S = re.compile(r"V\d|(?:Image|Large|Medium|Model|Series|Small|Speech|Text|Video) \d")
_JOINTS = re.compile(r"[\s\-‐‑–_]+")
_STOP = re.compile("[。！？\n]")
_HAN = re.compile(f"(?!的)[{HAN}]{{2}}")
_STATES = {"华": "中国", "俄": "俄罗斯", "中": "中国", "美": "美国"}
_BETWEEN = (
    "(?!洲)(?: ?AI ?|之间|两国)? ?[“「『]?[一-龥]{0,8}"
    "(?:竞[争赛逐]|博弈|对抗|角力|交锋|较量|争霸|大战|脱钩|(?:科技|[芯晶]片|贸易|关税)战)"
)
_STATE = re.compile(  # and not of 对华为, 对华裔学者, 其中美国
    rf"(?<![其集当空心途])(?:中(?=美{_BETWEEN})|美(?=中{_BETWEEN}))|(?<=中)美(?={_BETWEEN})(?<![其集当空心途]..)|(?<=美)中(?={_BETWEEN})"
    r"|(?<=对)[华俄](?=的?(?:[AI新高先尖]|人工智能|全面|实施|采取|加征|强硬|科技|技术|芯片|半导体|光刻|设备|投资|贸易|经贸|经济|出口|"
    r"销售|供应|制裁|封锁|管制|限制|禁令|禁运|关税|政策|战略|打压|遏制|围堵|脱钩|竞争|合作|关系))"
)
_LONGEST = 6  # characters of what stands behind a maker's name


class Ellipses:
    """The ends of the names of known versions, and whom a text must name for such an end to be enough."""

    def __init__(self, entries: Mapping[str, Entry], lookup: Lookup) -> None:
        """
        Look through the lexicon.

        Args:
            entries: Its entities, by id.
            lookup: Finds whose a name is.
        """
        self._ends: dict[str, dict[str, frozenset[str]]] = {}
        self._owned: dict[tuple[str, str], str] = {}
        self._types: dict[str, str] = {}
        for entry in entries.values():
            if entry.type in THINGS and entry.maker is not None:
                for end, heads in _ends(entry, lookup):
                    known = self._ends.setdefault(end, {})
                    known[entry.id] = known.get(entry.id, frozenset()).union(heads, (entry.id, entry.maker))
                    self._types[entry.id] = entry.type
                for rest in _rests(entry, lookup):
                    self._owned[entry.maker, rest] = entry.id
                    self._types[entry.id] = entry.type
        self._states = {short: state for short, name in _STATES.items() if (state := lookup.owner(name)) is not None}
        self._heads = frozenset[str]().union(*(heads for ids in self._ends.values() for heads in ids.values()))

    def __call__(self, folded: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
        """
        Yield versions that a text names by their ends alone, where it speaks of what only one of them is of.

        Args:
            folded: The folded text.
            found: The known names in it, in order.
        """
        yield from self._possessed(folded, found)
        for match in _STATE.finditer(folded) if self._states else ():
            state = self._states.get(match[0])
            if state is not None:
                yield Candidate(*match.span(), state.type, ELLIPSIS, state.id, 2)
        heads = [candidate for candidate in found if candidate.entry in self._heads]
        named = {candidate.entry for candidate in heads}
        ends = {candidate.end: candidate.entry for candidate in found}
        for match in _STANDS.finditer(folded) if heads else ():
            fits = self._ends.get(_JOINTS.sub(" ", match[0].lower()), {})
            meant = [id_ for id_ in fits if id_ in named] or [id_ for id_, of in fits.items() if of & named]
            if len(meant) != 1:
                continue
            of = fits[meant[0]]
            gap = folded[match.start() - 1 : match.start()] in (" ", "的")
            owner = ends.get(match.start() - gap)
            if owner is not None and owner not in of:
                continue  # 宝马M3, though Apple's M3 is spoken of
            if not _ANYBODY_S.match(match[0]) or meant[0] in named or _told(folded, match, heads, of):
                yield Candidate(*match.span(), self._types[meant[0]], ELLIPSIS, meant[0], 2)

    def _possessed(self, folded: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
        """Yield things whose names begin with their maker's, where only 的 parts the two."""
        for maker in found:
            start = maker.end + 1
            if maker.type == "Company" and folded.startswith("的", maker.end):
                for end in range(start + _LONGEST, start + 1, -1):
                    thing = self._owned.get((str(maker.entry), folded[start:end].lower()))
                    if thing is not None and not is_piece(folded, start, end):
                        yield Candidate(start, end, self._types[thing], ELLIPSIS, thing, 2)
                        break


def _rests(entry: Entry, lookup: Lookup) -> Iterator[str]:
    """Yield what the Chinese names of a thing have behind its maker's, if it is nobody's name and not only words."""
    for name in map(fold, entry.hans):
        for size in range(2, len(name) - 1):
            rest = name[size:].lower()
            made = any(maker.id == entry.maker for maker in lookup.owners(name[:size].lower()))
            if made and _HAN.match(rest) and not is_worded(rest) and not lookup.owners(rest):
                yield rest


def _ends(entry: Entry, lookup: Lookup) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the ends of an entity's names that are short for it, each with the ids of what stands before it."""
    for name, _ in entry.names:
        found = _END.search(_JOINTS.sub(" ", fold(name).lower()))
        if found is not None:
            heads = [head.id for head in lookup.owners(found.string[: found.start()]) if _akin(head, entry)]
            if heads:
                yield found["end"], heads


def _akin(head: Entry, entry: Entry) -> bool:
    """Tell whether *head* makes *entry*, or is another thing of its maker."""
    return head.id == entry.maker or (head is not entry and head.maker == entry.maker and head.type in THINGS)


def _told(folded: str, match: re.Match[str], heads: Sequence[Candidate], of: frozenset[str]) -> bool:
    """Tell whether the sentence names before *match* whose version it is."""
    before = [head.end for head in heads if head.end <= match.start() and head.entry in of]
    return bool(before) and _STOP.search(folded, before[-1], match.start()) is None
