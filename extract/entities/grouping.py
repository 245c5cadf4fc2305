"""Join the names of one article that mean one entity, and give each its class."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from ontology.lexicon_versions import THINGS

from .candidates import Candidate
from .classing import class_of, is_numbered, leading, listed, votes_of
from .fields import is_topic
from .joining import joined
from .lookup import Lookup
from .nobody import class_of_word, is_nobody
from .resolution import Groups, node
from .segmenting import is_worded
from .words import groups, pattern, thing_of_tail, words

_MODEL_CODE = re.compile(r"[A-Z]{1,2}\d{1,2}[A-Za-z]?")
_STEM = re.compile(r"[A-Za-z]+(?=-?\d)")  # of a code
_BRACKETED = re.compile(r"[（(].+[）)]")
_BODIES = ("Company", "Organization", "Government")
_WORDED = 4  # characters before a bracket that tell words from a name
_INITIALS = 3  # capitals that are hardly those of a person
_PLAIN = 3  # points that make a person, whoever stands beside
_NEAR = 8  # characters between neighbours
_INITIALISM = 5  # characters of the key of what may shorten the name of an office
_NEEDED = {"shape-common": 2, "shape-acronym": 2}  # points without which such a shape is no name


def grouped(folded: str, chosen: Sequence[Candidate], lookup: Lookup) -> tuple[Groups, list[str]]:
    """Return which names are one, and the class of each candidate (empty: none, to be dropped)."""
    groups = joined(folded, chosen, lookup)
    keys = [groups.find(node(candidate, folded)) for candidate in chosen]
    members: dict[str, list[Candidate]] = {}
    for key, candidate in zip(keys, chosen, strict=True):
        members.setdefault(key, []).append(candidate)
    types = {key: _known(folded, key, group, lookup) for key, group in members.items() if key.startswith("=")}
    unknown = {key: (group, votes_of(folded, group)) for key, group in members.items() if not key.startswith("=")}
    pairs = list(_pairs(folded, chosen, keys)) if unknown else []
    glosses = {key for key, (group, _) in unknown.items() if all(_spelt_out(folded, c) for c in group)}
    for again in range(3):  # first what tells its class itself; at last, unknown neighbours have a class too
        beside = _neighbours(pairs, types)
        for key, (group, own) in unknown.items():
            if not types.get(key) and (again or _tells(own)):
                types[key] = "" if key in glosses else _class(folded, group, own, beside.get(key))
    makers = frozenset(_makers(folded, members, types))
    series = dict(_series(folded, members, types))
    types = {key: types[key] or _default(folded, group, makers, series) for key, group in members.items()}
    return groups, [types[key] for key in keys]


def _tells(own: Counter[str]) -> bool:
    """Tell whether *own* points are enough for a class before the neighbours have theirs: not only people say."""
    return bool(own) and (own["Person"] == 0 or max(own.values()) >= _PLAIN)


def _makers(folded: str, members: Mapping[str, Sequence[Candidate]], types: Mapping[str, str]) -> Iterator[str]:
    """
    Yield the first words of what other products are named after: GFI of GFI Software, whose GFI ClearView is one.

    A product may have parts and sisters: Meridiam, and Meridiam Connect.
    """
    for key, group in members.items():
        if types.get(key) in ("Company", "Product") or (not types.get(key) and group[0].rule == "shape-word"):
            yield from (folded[c.start : c.end].partition(" ")[0] for c in group if folded[c.start].isascii())


def _series(
    folded: str, members: Mapping[str, Sequence[Candidate]], types: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield the letters that the codes of models and chips begin with, and their class: GPT of GPT-4, for GPT-4o."""
    for key, group in members.items():
        if types.get(key) in ("Model", "Chip"):
            stems = (_STEM.match(folded, c.start, c.end) for c in group)
            yield from ((stem[0], types[key]) for stem in stems if stem is not None)


def _pairs(folded: str, chosen: Sequence[Candidate], keys: Sequence[str]) -> Iterator[tuple[str, str, bool]]:
    """
    Yield names that stand side by side, not both known: in a list (true), or the second as if of the first.

    In 云川的海豚、远山的白鲸 owners and things are lists of their own.
    """
    links = ["", *(_link(folded, a, b) for a, b in pairwise(chosen)), ""]
    for at in range(1, len(chosen)):
        pairs = [(at - 1, at)]
        chain = links[at] == "list" and links[at - 1] == links[at + 1] == "owned"
        if chain:
            pairs = [(at - 2, at), (at - 1, at + 1)] * 2  # two against what owners say of what is theirs
        for one, other in pairs if links[at] else ():
            if chosen[one].entry is None or chosen[other].entry is None:
                yield keys[one], keys[other], links[at] == "list"


def _link(folded: str, a: Candidate, b: Candidate) -> str:
    """Return how *b* goes on from *a*: in a ``list``, ``owned`` by it, or not at all."""
    if b.start - a.end > _NEAR:
        return ""
    if listed(folded, a, b):
        return "list"
    glued = a.end == b.start and a.type == "Company" and not folded[a.start].isascii()
    coded = b.rule == "shape" and _MODEL_CODE.fullmatch(folded, b.start, b.end) is not None
    if glued and folded[b.start].isascii() and (b.rule == "shape-word" or b.type in THINGS or coded):
        return "owned"  # 云川Lumora, 云川YU9
    return "owned" if pattern("owned").fullmatch(folded, a.end, b.start) else ""


def _neighbours(pairs: Iterable[tuple[str, str, bool]], types: Mapping[str, str]) -> dict[str, Counter[str]]:
    """Count, name by name, what stands beside it: other members of a list, the maker that it belongs to.

    Args:
        pairs: The names that stand side by side.
        types: The classes that are known by now.
    """
    votes: dict[str, Counter[str]] = {}
    for left, right, in_list in pairs:
        type_left, type_right = types.get(left, ""), types.get(right, "")
        if in_list and "Government" in (type_left, type_right) and len(left if type_right else right) > _INITIALISM:
            continue  # 国防部与云川: whom a state deals with is none
        if in_list and type_right and not type_left:
            votes.setdefault(left, Counter())[type_right] += 2 + (type_right == "Person")  # 云川的林远和刘一
        elif type_left and not type_right and (in_list or type_left == "Company"):
            votes.setdefault(right, Counter())[type_left if in_list else "Product"] += 2
        elif not in_list and type_right == "Person" and not type_left:
            votes.setdefault(left, Counter())["Company"] += 3  # 云川的林远
    return votes


def _known(folded: str, key: str, group: Sequence[Candidate], lookup: Lookup) -> str:
    """Return the class of a known entity; empty for a technology named only in passing."""
    entry = lookup.entry(key[1:])
    if len(entry.types) > 1:
        return leading(folded, group, entry.types)
    return "" if entry.type == "Technology" and not is_topic(folded, group) else entry.type


def _class(folded: str, group: Sequence[Candidate], own: Counter[str], beside: Counter[str] | None) -> str:
    """Return the class of an unknown name, empty where too little speaks for one."""
    if all(c.rule == "shape-acronym" and c.end - c.start >= _INITIALS for c in group):
        own = Counter({type_: points for type_, points in own.items() if type_ != "Person"})
    if beside and own["Person"] and not own["Product"]:  # 云川的Ada Halmor说
        beside = Counter({type_: points for type_, points in beside.items() if type_ != "Product"})
    if beside and is_numbered(folded, group[0]):
        beside = Counter({type_: points for type_, points in beside.items() if type_ != "Company"})
    if set(own) == {"Company"} and (said := _worded_gloss(folded, group)):
        return said  # 深度信念网络（Deep Belief Networks）, though companies are called Networks, too
    type_, points = class_of(own, beside)
    short = type_ == "Product" and all(c.rule == "shape-acronym" for c in group)
    if short and any(_spelt_out(folded, c) for c in group):
        return "Technology"  # 电子病历（EMR）, whatever systems are of it
    if type_ in _BODIES and any(_only_shortens(folded, c) for c in group):
        return "Technology"
    needed = min(_NEEDED.get(c.rule, 0) for c in group)
    return type_ if points >= needed else ""


def _gloss(folded: str, candidate: Candidate) -> bool:
    """Tell whether a single Latin word in brackets only says a Chinese word in English: 安装期（Installation）."""
    return candidate.rule == "shape-word" and _bracketed(folded, candidate)


def _bracketed(folded: str, candidate: Candidate) -> bool:
    return _BRACKETED.fullmatch(folded, max(0, candidate.start - 1), candidate.end + 1) is not None


def _spelt_out(folded: str, candidate: Candidate) -> bool:
    """Tell whether an acronym only shortens the Chinese words before it, which are no name: 电子病历（EMR）."""
    before = folded[candidate.start - 2 : candidate.start - 1]
    return candidate.rule in ("shape-acronym", "shape-word") and before >= "\u4e00" and _bracketed(folded, candidate)


def _only_shortens(folded: str, candidate: Candidate) -> bool:
    """Tell whether an acronym shortens common words that are no body's: 数据加密（TDE）, not 感知中心（PCQ）."""
    if candidate.rule != "shape-acronym" or not _spelt_out(folded, candidate):
        return False
    words_before = folded[max(0, candidate.start - 1 - _WORDED) : candidate.start - 1]
    return is_worded(words_before) and pattern("body.tail", r"<>\Z").search(words_before) is None


def _default(folded: str, group: Sequence[Candidate], makers: frozenset[str], series: Mapping[str, str]) -> str:
    """Return the class of a name that no word speaks for, by its form and what is called alike; empty if no name.

    Args:
        folded: The folded text.
        group: The mentions of the name.
        makers: The first words of companies.
        series: The letters that codes of models and chips begin with, and their class.
    """
    if any(c.entry for c in group) or all(c.rule in _NEEDED or _gloss(folded, c) for c in group):
        return ""
    if is_nobody(folded, group):
        return ""
    name = folded[group[0].start : group[0].end]
    if group[0].rule != "shape":
        named = group[0].type or ("Person" if name.lower() in words("given") else "")
        return named or ("" if _is_aside(folded, group) else class_of_word(name))
    if any(c.isdigit() for c in name) and not name.lower().endswith(".ai"):
        stem = _STEM.match(name)  # a code alone is anything: a gene, a form, a road
        return series.get(stem[0] if stem is not None else "", "Product" if " " in name else "")
    if " " not in name or name.partition(" ")[0] in makers:
        return "Company" if any(pattern("allied").match(folded, c.end) for c in group) else "Product"
    if _is_aside(folded, group):
        return ""
    if thing := thing_of_tail(name.rpartition(" ")[2]):
        return thing
    glossed = _glossed(folded, group)
    return "Company" if not glossed else _class_of_gloss(glossed)


def _glossed(folded: str, group: Sequence[Candidate]) -> str:
    """Return the Chinese words whose meaning Latin ones only give in brackets: 附带复杂度（Accidental Complexity）."""
    before = [folded[max(0, c.start - _NEAR) : c.start] for c in group if _bracketed(folded, c)]
    if len(before) < len(group) or not all(pattern("glossed", r"<>\Z").search(left) for left in before):
        return ""
    return before[0]


def _worded_gloss(folded: str, group: Sequence[Candidate]) -> str:
    """Return the class that common Chinese words say, whose meaning a name only gives; empty where they are a name."""
    before = _glossed(folded, group)
    return _class_of_gloss(before) if before and is_worded(before[-1 - _WORDED : -1]) else ""


def _class_of_gloss(before: str) -> str:
    """Return the class that the Chinese words say, which end with the bracket of a gloss; empty where no name is."""
    said = (type_ for type_ in groups("glossed.") if pattern(f"glossed.{type_}", r"<>.?[（(]\Z").search(before))
    return next(said, "")


def _is_aside(folded: str, group: Sequence[Candidate]) -> bool:
    """Tell whether what could be a company is but words of another language: in quotes, brackets or a sentence."""
    return all(_beside_such(folded, candidate) for candidate in group)


def _beside_such(folded: str, candidate: Candidate) -> bool:
    """Tell whether words of another language, a quotation mark or a bracket stand beside a Latin name."""
    if not folded[candidate.start].isascii():
        return False
    before = pattern("aside.left", r"<>\Z").search(folded, max(0, candidate.start - 3), candidate.start)
    return before is not None or pattern("aside.right").match(folded, candidate.end) is not None
