"""Names in Latin letters that the lexicon does not have, by their shape: Founders Fund, MiniCPM-V 2.6, SWE-bench.

A run of Latin words is cut into groups of name-like words; what the lexicon found
is kept, and grows where a version or a variant follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from .candidates import Candidate
from .latin_words import CODE, LETTERS, PARTICLES, ROMAN, Word, cut, is_counted, is_form, kind, of_ai, without_post
from .lookup import VERSIONED, Lookup
from .romanised import is_chinese
from .versions import branch, grown, taken
from .words import class_of_tail, pattern, words

# What stands before a run is looked at behind its first letter: so a search passes quickly over all that is no letter.
_RUN = re.compile(
    rf"[{LETTERS}](?<![{LETTERS}@#$/._\\-][{LETTERS}])[{LETTERS}.'’&+_-]*(?: [{LETTERS}&][{LETTERS}.'’&+_-]*)*"
)
_LETTER = re.compile(r"[A-Za-z]")
_STEM = re.compile(r"[A-Za-z]+")
_HUMP = re.compile(r"[A-Z][a-z]+(?=[A-Z])")
_BENCHMARK = re.compile(r"(?:[A-Za-z-]B|[A-Z-]b)ench\Z|(?<=[A-Za-z-])Eval\Z")  # SWE-bench, TaskBench, CodeEval
_EVENT = re.compile(r"[a-z](?:Conf?|Fest|Summit|Week)\Z")  # HalmorCon
_ENDS = ((_BENCHMARK, "Report"), (_EVENT, "Event"))
_MODEL = re.compile(r"[A-Z][A-Za-z]*(?:[a-z](?:LM|BERT)|LLM|VLM|VLA)(?:-?\d[A-Za-z\d.]*)?")  # HalmorLM
_FORM = re.compile(
    r"[,，]? ?(?:AG|Corp|GmbH|Inc|Ltd|L\.?L\.?C|LLP|LP|N\.V|P[lL][cC]|S\.A|plc)(?![A-Za-z])"
)  # of a company
_ROMANISED = re.compile(r"[A-Z][a-z]{1,6} [A-Z][a-z]{1,6}-[a-z]{2,6}")  # Kwak Noh-jung
_SITE = re.compile(r"[a-z][a-z0-9]{2,}\.(?:ai|io)")
_YEAR = re.compile(r"(?<=[A-Za-z])(?:19|20)\d\d\Z")
_INITIALS = re.compile(r".|[A-Z]\.[A-Z]")  # T.R. Halmor
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d")
_ROUND = re.compile(r"(?:Pre-?)?[A-Z](?:-?\d|\+{1,2})?")  # of financing: F-1轮
_SIZE = re.compile(r"(?<![A-Z\d.])\d{1,4}(?:\.\d+)?[bB](?:-|\Z)")  # and no NNG15SC03B
_ABSTRACT = re.compile("[a-z]{3}(?:tion|ment|ness|ing|ity|ism|able|ful|less)s?\\Z")
_ABSTRACT_WORD = re.compile("[A-Z][a-z]{2,}(?:(?<!mo)tion|ment|ness|ing|ism|ful|ability)s?")
_EDITIONS = frozenset("Agent Lite Max Mini OS Plus Pro Ultra".split())  # words of everyday that end the names of things
_NAMELESS = frozenset({"lower", "small", "broken", "generic", "number"})
_MOST = 6  # words of a name whose form tells no class: longer ones are headings in English
_PROSE = 0.4  # share of small letters that makes a run a sentence


def shapes(text: str, found: Sequence[Candidate], lookup: Lookup) -> Iterator[Candidate]:
    """Yield candidates of Latin letters beside and beyond the lexicon's.

    Args:
        text: The folded text in its own case.
        found: What the lexicon found, sorted and disjoint.
        lookup: For the families of versions.
    """
    cursor, count = 0, len(found)
    for match in _RUN.finditer(text):
        if match[0].isdigit():
            continue  # most runs are numbers
        start, end = match.span()
        if text.startswith("年", end) and _YEAR.search(text, start, end):
            end -= 4  # 某Facebook2019年: cleaning took the space away
        while cursor < count and found[cursor].end <= start:
            cursor += 1
        at = cursor
        while at < count and found[at].start < end:
            at += 1
        hits, run = found[cursor:at], text[start:end]
        if (hits and hits[0].start <= start and hits[0].end >= end) or _LETTER.search(run) is None:
            continue
        if not hits and " " not in run and kind(run) in _NAMELESS:
            if _SITE.fullmatch(run) and not _is_address(text, start, end):
                yield Candidate(start, end, "", "shape-common")  # if words beside it say that it is a firm
            continue
        if not (text.startswith("轮", end) and _ROUND.fullmatch(run)):
            yield from _names(_without_count(cut(run, start), text), hits, text, lookup)


def _is_address(text: str, start: int, end: int) -> bool:
    """Tell whether a site is where to look, not who has it: 访问halmor.ai, halmor.ai/docs, 网址：halmor.ai."""
    return text[end : end + 1] in ("/", "?", "）", ")", "]") or text[start - 1 : start] in tuple("问：:见[（(/至@")


def _without_count(run: list[Word], text: str) -> list[Word]:
    """Return *run* without a number at its end that counts what follows: Mercor 2.5亿."""
    while run and run[-1].kind in ("number", "version") and pattern("unit", " ?<>").match(text, run[-1].end):
        run.pop()
    return run


def _names(run: list[Word], hits: Sequence[Candidate], text: str, lookup: Lookup) -> Iterator[Candidate]:
    """Yield the candidates of one run."""
    prose = sum(word.kind in ("lower", "small") for word in run) > max(2, _PROSE * len(run))
    i = 0
    while i < len(run):
        word = run[i]
        hit = next((h for h in hits if h.start < word.end and word.start < h.end), None)
        if hit is not None:
            if (derived := _derived(word, hit, text)) is not None:
                yield derived
            person = _namesake(run, i, hit)
            more, i = (person, i + 2) if person is not None else grown(run, i, hit, hits, text)
            if more is not None:
                yield more
        elif word.kind in ("lower", "small", "broken") and not _article(run, i):
            i += 1
        else:
            j = i + 1
            while j < len(run) and _joins(run, j, hits):
                j += 1
            if (named := branch(run, i, j, hits)) is not None:
                yield named
            yield from _group(run[i:j], prose, text, lookup)
            i = j


def _namesake(run: list[Word], i: int, hit: Candidate) -> Candidate | None:
    """Return the person whose given name happens to be a place or a product: Jordan Klein."""
    word = run[i]
    if hit.type not in ("Place", "Product") or hit.end != word.end or word.text.lower() not in words("given"):
        return None
    after = run[i + 1] if i + 1 < len(run) else None
    if after is None or after.kind != "name" or after.start - word.end != 1 or len(after.text) < 3:
        return None
    return Candidate(word.start, after.end, "Person", "shape", None, 2)


def _derived(word: Word, hit: Candidate, text: str) -> Candidate | None:
    """Return the model that is named after the known one, with a word of its own before it: Flan-PaLM, U-DiT."""
    own = text[word.start : hit.start]
    if hit.type != "Model" or hit.end != word.end or len(own) < 2 or own[-1] != "-" or not own[0].isupper():
        return None
    plain = own[:-1] == "AI" or own[:-1].lower() in words("english")
    return None if plain else Candidate(word.start, hit.end, "Model", "shape", None, 2)


def _article(run: list[Word], i: int) -> bool:
    """Tell whether a capital The begins a name of its own: The Verge, not a sentence."""
    if run[i].text != "The" or i + 1 == len(run) or len(run) > 3:
        return False
    return run[i + 1].kind in ("name", "common", "strong")


def _joins(run: list[Word], j: int, hits: Sequence[Candidate]) -> bool:
    """Tell whether word *j* goes on the group that the word before it belongs to."""
    word, before = run[j], run[j - 1]
    if taken(word, hits) or word.kind in ("lower", "broken"):
        return False
    cut_off = before.text.lower() in words("legal") or _INITIALS.fullmatch(before.text)
    if word.start - before.end > 1 and not cut_off:
        return False  # a full stop or a comma stood between
    if word.kind == "small":
        if word.text == "and" and _is_person(run, j - 2) and _is_person(run, j + 1):
            return False
        while j + 2 < len(run) and run[j + 1].text in PARTICLES:  # van der Wilt
            j += 1
        return j + 1 < len(run) and run[j + 1].kind in ("name", "common", "strong", "acronym")
    return True


def _is_person(run: list[Word], i: int) -> bool:
    """Tell whether a given name and another one stand at *i*."""
    return 0 <= i < len(run) - 1 and run[i].text.lower() in words("given") and run[i + 1].kind in ("name", "strong")


def _group(group: list[Word], prose: bool, text: str, lookup: Lookup) -> Iterator[Candidate]:
    """Yield the candidates of a group of name-like words."""
    whole, group = group, without_post(_trimmed(group))
    inner = next((n for n in range(len(group) - 1) if _parts_names(group, n)), None)
    if inner is not None:
        yield from _group(group[:inner], prose, text, lookup)
        yield from _group(group[inner + 1 :], prose, text, lookup)
    elif group and group[-1].text.lower() not in words("roles") and not is_form(group) and not is_counted(group):
        group = of_ai(whole, group, text)
        if not group:
            return
        rule = _rule(group)
        if prose and rule != "shape":
            return
        type_, weight = _type_by_sign(group, text) or _type(group, lookup)
        if type_ or len(group) <= _MOST:
            yield Candidate(group[0].start, group[-1].end, type_, rule, None, weight)


def _parts_names(group: list[Word], n: int) -> bool:
    """Tell whether a word within a group ends a name: no initial of a middle name, and not Marketing AI Institute.

    Nor does that of an edition: Lumora Ultra 5.
    """
    word = group[n]
    goes_on = word.text == "AI" or word.text in _EDITIONS or len(word.text.rstrip(".")) == 1
    return word.kind == "generic" and not (n > 0 and goes_on)


def _trimmed(group: list[Word]) -> list[Word]:
    """Return *group* without the words at its ends that no name begins or ends with."""
    first, last = 0, len(group)
    while first < last and group[first].kind in ("number", "generic", "small", "version"):
        if group[first].text == "The" and last - first > 1:
            break
        first += 1
    while first < last and _loose(group[last - 1], last - first) and not _varies(group, last - 1):
        last -= 1
    return group[first:last]


def _varies(group: list[Word], at: int) -> bool:
    """Tell whether the word at *at* says which variant of what the number before it numbers: Halmor 3 Pro."""
    if at < 1 or group[at].text.lower() not in words("variants") or not group[at].text[0].isupper():
        return False
    return any(character.isdigit() for character in group[at - 1].text)


def _loose(word: Word, size: int) -> bool:
    """Tell whether the last word of a group of *size* does not belong to the name: a year, API, of."""
    if word.kind == "number":
        return _YEAR_ALONE.fullmatch(word.text) is not None or (size > 2 and len(word.text) > 2)
    if word.kind == "generic" and ROMAN.fullmatch(word.text):
        return size < 2
    ends = word.text == "AI" or word.text in _EDITIONS
    return word.kind == "small" or (word.kind == "generic" and (not ends or size == 1))


def _rule(group: list[Word]) -> str:
    """Say how sure the shape is: ``shape``, or the same with the reason for doubt."""
    kinds = {word.kind for word in group}
    if group[0].text == "AI":
        return "shape-common"
    if len(group) > 1 and "name" in kinds and all(word.kind != "name" or _ABSTRACT.search(word.text) for word in group):
        kinds.discard("name")  # Keyword Matching: words of English, though not of everyday
    if kinds <= {"common", "small", "generic", "number", "version"}:
        return "shape-common"
    if len(group) == 1 and kinds <= {"acronym", "name"}:
        if "acronym" in kinds:
            return "shape-acronym"
        return "shape-common" if _ABSTRACT_WORD.fullmatch(group[0].text) else "shape-word"
    return "shape"


def _type_by_sign(group: list[Word], text: str) -> tuple[str, int] | None:
    """Return the class that a legal form behind a name tells, or the full stop behind an initial: Yury V. Halmor."""
    if _FORM.match(text, group[-1].end):
        return "Company", 2
    ended = class_of_tail(group[-1].text)
    initial = len(group) == 3 and len(group[1].text) == 1 and text.startswith(".", group[1].end)
    return ("Person", 1) if initial and not ended and all(_in_person(word) for word in group) else None


def _type(group: list[Word], lookup: Lookup) -> tuple[str, int]:
    """Return the class that the shape tells, and how surely."""
    last, first = group[-1].text.lower(), group[0].text
    ended = ("Company" if last in words("legal") else class_of_tail(last)) if len(group) > 1 else ""
    if first == "University" and ended != "Company":
        return "Organization", 2
    if ended:
        return ended, 0 if last == "ai" else 2  # things are named so, too
    if len(group) in (2, 3) and first.lower() in words("given") and all(_in_person(word) for word in group):
        return "Person", 2
    if len(group) == 2 and (_ROMANISED.fullmatch(f"{first} {group[1].text}") or is_chinese(first, group[1].text)):
        return "Person", 2
    if any(word.text in PARTICLES for word in group[1:-1]) and all(_in_person(word, PARTICLES) for word in group):
        return "Person", 1
    return _type_of_code(group, lookup)


def _in_person(word: Word, particles: AbstractSet[str] = frozenset()) -> bool:
    if any(character.isdigit() for character in word.text):
        return False
    return word.kind in ("name", "strong", "common") or len(word.text) == 1 or word.text.lower() in particles


def _kin(word: str, lookup: Lookup) -> str:
    """Return the class of what a word is made of, behind a hyphen: PTM-Mamba is a model; empty where unknown."""
    for part in word.split("-")[1:]:
        owner = lookup.owner(part.lower())
        if owner is not None and owner.type in ("Model", "Technology") and part in [name for name, _ in owner.names]:
            return owner.type
    return ""


def _type_of_code(group: list[Word], lookup: Lookup) -> tuple[str, int]:
    """Return the class of a product-like name: by its family, its maker, or its letters and numbers."""
    first = group[0].text
    stem, hump = _STEM.match(first), _HUMP.match(first)
    family = lookup.owner(stem.group().lower()) if stem and len(stem.group()) > 1 else None  # X-Corp is not of X
    if family is not None and family.type in VERSIONED and (len(first) > len(family.id) or len(group) > 1):
        return family.type, 1
    if kin := _kin(first, lookup):
        return kin, 1
    maker = lookup.owner(hump.group().lower()) if hump else None
    if maker is not None and maker.type == "Company":
        return "Product", 1
    if len(group) == 1 and lookup.is_variant(first.lower()):
        return "Model", 0 if group[0].kind == "common" else 1  # that models are called Vision or Chat, too, says little
    if len(group) == 1 and CODE.fullmatch(first):
        return "Chip", 1
    if len(group) == 1 and _MODEL.fullmatch(first):
        return "Model", 1
    if ended := next((type_ for end, type_ in _ENDS if end.search(group[-1].text)), ""):
        return ended, 1
    if any(word.text in _EDITIONS for word in group[1:]):
        return "Product", 0
    if any(word.kind == "version" for word in group[1:]) or any(_SIZE.search(word.text) for word in group):
        return "Model", 1
    return "", 0
