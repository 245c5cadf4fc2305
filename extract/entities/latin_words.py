"""Words in Latin letters, and what each is by its form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from .words import words

LETTERS = r"A-Za-z0-9\u00c0-\u024f"
_TOKEN = re.compile(r"[^\s+]+\+*(?![A-Za-z])|[^\s+]+")  # GPT-4+Jupyter is two words, Disney+ is one
_GLUED = re.compile(r"(?:\d{1,2}\.|CEO|CTO|COO|CFO|CPO)(?=[A-Z][a-z])")
_GLUED_BEHIND = re.compile(r"(?<=[a-z\d])(?:CEO|CTO|COO|CFO|CPO)\Z")  # Halmor6CEO Ada Colin
_ENDING = re.compile(r"(?:['’]s|(?<=[a-z+])TM)\Z")
_SITE = re.compile(
    r"[A-Z][A-Za-z0-9]*\.[A-Za-z]{2,3}|[a-z]\.(?:ai|AI)|[A-Za-z]\.[A-Z](?:\.[A-Z])*|(?:[A-Z]\.)+[A-Z]?[a-z]*|Dr\.|St\."
)
_CODE = re.compile(r"[^\d]+\Z|[a-z]+\.[a-z]|\d+\.[A-Z]{2}\Z")
_VERSION = re.compile(r"[vV]?\d+(?:\.\d+)*(?:[-.]?(?:[bB]|[xX]\d+[bB]?|[oO]|[kK]|[mM]))?(?:-[A-Za-z0-9.]+)*")
_NUMBER = re.compile(
    r"\d+(?:[.,]\d+)*\+?(?:%|st|nd|rd|th|s|x|X|ms|GB|TB|MB|nm|W|V|Hz|GHz|MHz|fps|p|TOPS|[KMGTPEZ]FLOPS|Mbps|Gbps|mm|cm|km|kg|mAh|k|K|M)?"
)
_RANK = re.compile(r"(?:TOP|Top|top|EP|Ep)-?\d+")  # in a list or a series: TOP20, EP12
_PERIOD = re.compile(
    r"FY\d{2,4}(?:Q[1-4])?|(?:\d{2}|20\d\d)?[QH][1-4](?:FY\d{2,4})?|[1-4][QH]\d\d"
)  # of a business year: FY2025, 24Q1, 1Q24
_UNIT = re.compile(
    r"\d+(?:\.\d+)?(?![bBoO]\b)[A-Za-z]{1,2}|(?:\d+(?:\.\d+)?)?(?:[Pp]eta|[Ee]xa|[Gg]iga|[Tt]era|[Zz]etta|[PEGTZ])?(?:FLOP|flop)[Ss]?"
)
PARTICLES = frozenset(
    {"al", "bin", "de", "den", "der", "la", "van", "von"}
)  # within the names of people; small words, too
CODE = re.compile(r"[A-Z]{1,2}\d{2,4}[A-Z]{0,2}")  # such as those of chips: K770
ROMAN = re.compile(r"I{2,3}|IV|VI{0,3}|IX|X")
_PARTS = re.compile(r"[-'’.&+]")
_FIELD = re.compile("[A-Z][a-z]+(?:ic|ing|ive|ed|tion)|App|Chat|Infra|Lab|Search")  # AI Coding
_BEHIND = re.compile(
    r"(?:[\u4e00-\u9fff](?<![个为了供出发名和在将布是款用的与及造项])|[A-Za-z0-9] ?)\Z"
)  # of a firm: 云川AI
_LONGEST = 40
_FIRST = frozenset({"Ben", "Sam"})  # given names that are other words in small letters or in capitals


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a run, where it stands, and what it is.

    ``kind`` is ``name``, ``strong`` (a name by its shape: DeepMind, H100), ``common`` (an English word
    with a capital), ``acronym``, ``generic`` (AI, CEO), ``version``, ``number``, ``small`` (of), ``lower``
    or ``broken`` (code).
    """

    start: int
    end: int
    text: str
    kind: str


def cut(run: str, offset: int) -> list[Word]:
    """Cut a run that begins at *offset* into words."""
    found = []
    for match in _TOKEN.finditer(run):
        token, start = match.group(), offset + match.start()
        glued = _GLUED.match(token)
        if glued is not None:
            start, token = start + glued.end(), token[glued.end() :]
        if token != "&" and token.lower() not in words("legal"):
            token = _GLUED_BEHIND.sub("", _ENDING.sub("", token.rstrip(".'’&+-_")))
        if token:
            found.append(Word(start, start + len(token), token, kind(token)))
    return found


@lru_cache(maxsize=16384)
def kind(token: str) -> str:
    """Say what a word is by its form (see :class:`Word`)."""
    lowered = token.lower()
    if token in _FIRST:
        return "name"
    if lowered in words("small") or token == "&":
        return "small"
    if "_" in token or len(token) > _LONGEST or ("." in token and not _SITE.fullmatch(token) and _CODE.match(token)):
        return "broken"
    if lowered in words("generic") or lowered.rstrip("s") in words("generic"):
        return "generic"
    if _NUMBER.fullmatch(token) or _UNIT.fullmatch(token) or _PERIOD.fullmatch(token) or _RANK.fullmatch(token):
        return "number"
    return "version" if _VERSION.fullmatch(token) else _kind_of_word(token)


def _kind_of_word(token: str) -> str:
    """Say what a word with letters is."""
    digits = any(c.isdigit() for c in token)
    if token.islower() and not digits:
        return "lower"
    if all(part.lower() in words("english") for part in _PARTS.split(token) if part):
        return "common"
    if token.isalpha() and (token.isupper() or (token[-1] == "s" and token[:-1].isupper())):  # CTOs
        return "acronym"
    if digits or any(a.islower() and b.isupper() for a, b in pairwise(token)):
        return "strong"
    return "name" if token[0].isupper() else "lower"


def without_post(group: list[Word]) -> list[Word]:
    """Return *group* without the post before a person's name: Managing Director Joanna Hale, Admiral Mike Hale."""
    for n in range(1, len(group)):
        post = group[n - 1].text.lower() in words("roles") and (n > 1 or n < len(group) - 1)
        if post and (group[n].text.lower() in words("given") or _is_post(group[:n])):
            return group[n:]
    return group


def _is_post(words_before: list[Word]) -> bool:
    """Tell whether what stands before a name is a whole post, of everyday words alone: Research Lead."""
    return len(words_before) > 1 and all(word.kind in ("common", "generic") for word in words_before)


def of_ai(whole: list[Word], group: list[Word], text: str) -> list[Word]:
    """Return *group* with the AI before it that its name begins with, AI Lantern; empty for a kind of AI: AI Coding."""
    at = whole.index(group[0])
    if at == 0 or whole[at - 1].text != "AI" or group[0].kind not in ("common", "name"):
        return group
    start = whole[at - 1].start
    if _BEHIND.search(text, max(0, start - 2), start):
        return group
    if _FIELD.fullmatch(group[0].text):
        return group if len(group) > 1 else []
    return whole[at - 1 : at + len(group)]


def is_counted(group: list[Word]) -> bool:
    """Tell whether *group* only numbers a part or a day: Part 2.1, Type II, December 11-13."""
    if len(group) != 2 or group[0].text.lower() not in words("counted"):
        return False
    return group[1].kind in ("number", "version") or ROMAN.fullmatch(group[1].text) is not None


def is_form(group: list[Word]) -> bool:
    """Tell whether the end of a name stands without what some sign cut off before it: X® Corporation, & Associates."""
    return all(word.text.lower() in words("legal") for word in group) or (
        len(group) == 1 and group[0].text.lower() in words("company_tails")
    )
