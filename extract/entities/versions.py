"""Versions, variants and units of known names: Claude 3.5 Haiku, 昇腾910C, Intel Capital."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ontology.lexicon_versions import THINGS

from .candidates import Candidate
from .latin_words import ROMAN, Word
from .lookup import VERSIONED
from .words import class_of_tail, pattern, thing_of_tail, words

_VARIANT = (
    r"(?:[Mm]ini|[Pp]ro|Max|Turbo|Plus|Flash|Ultra|Lite|Instruct|Chat|Coder|Code|Math|Preview|Large|Long|Vision|VL|Omni|Audio|"
    r"Thinking|Image|Video|Realtime|Air|Nano|SE|X1|T1|MoE)(?![a-z])"
)
_LETTERS = r"(?<=[\u4e00-\u9fff])(?<!架构)(?<!系列)(?<!平台)(?<!芯片)(?<!模型)[A-Z]{1,2}"  # 昇腾NX960
_AFTER = (
    rf"(?:大?模型)?[ -]?(?:(?:[VvXR]|{_LETTERS})?\d+(?:\.\d+)*[A-Za-z]{{0,2}}(?:[ -]?{_VARIANT})*"
    rf"|{_VARIANT}(?:[ -]?\d+(?:\.\d+)*[KkBb]?)?)"
    r"(?![A-Za-z0-9.%]|[ -]?\d| ?<>)"
)
_ENGLISH_TAIL = re.compile(r"-(?:[a-z]{3,}|as-a-.*|like|based|free|in|to|by|up|on)$")
_SHORT_NUMBER = re.compile(r"\d{1,2}(?:\.\d+)?")
_LONG_NUMBER = re.compile(r"\d{3,4}(?:[A-JL-UX-Z][A-Z]?)?")  # no 700W
_COUNTED = re.compile(r"\s?[多余]?(?:[万亿千百块张颗枚片台个款家人元倍年月日%％]|美元|[GT]B)")
_CODE = re.compile(r"[A-Z]?\d+[A-Za-z0-9.-]*")
_RELEASE = re.compile(r" ?\d\.\d(?![\d.%]| ?[A-Za-z%亿万千百倍])")  # of a technology: HDMI 2.1
_STANDARD = re.compile(r"\d{3,5}(?:[.:-]\d+)*")
_PART = re.compile(r"[A-Za-z]{1,3}\d?-?\d{2,5}[A-Z]{0,2}")  # a part's number: MI300X, i7-11800H
_UNIT_WORDS = frozenset({"name", "strong", "common", "version", "number"})
_PART_WORDS = frozenset({"name", "strong", "common"})
_FEW = 3  # words behind a product's name that are too many for a part of it
_SHORT = 4  # letters of an acronym within a chip's name
_NAMESAKES = THINGS | {"Technology", "Person"}  # that products and bodies are named after
_FUNDS = frozenset({"fund", "ventures", "capital"})
_PLACES_OF_WORK = frozenset({"center", "centre", "lab"})
_LOWER_VARIANTS = ("flash", "mini", "nano", "preview", "turbo")


def versions(folded: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield known models, chips and products together with the version that follows their Chinese name."""
    after = pattern("version.counted", _AFTER)
    for hit in found:
        if hit.type in VERSIONED and not folded[hit.end - 1].isascii():
            match = (after if hit.type in THINGS else _RELEASE).match(folded, hit.end)
            if match is not None:
                yield Candidate(hit.start, match.end(), hit.type, "version", None, 2, hit.entry)


def grown(
    run: Sequence[Word], i: int, hit: Candidate, hits: Sequence[Candidate], text: str
) -> tuple[Candidate | None, int]:
    """Return what a known Latin name grows to with the words after it, and the next word.

    Args:
        run: The words around.
        i: The word that the name begins with.
        hit: The known name.
        hits: All known names of the run.
        text: The text.
    """
    j = i
    while j < len(run) and run[j].start < hit.end:
        j += 1
    rest = text[hit.end : run[j - 1].end]
    joined = rest.startswith("-") and hit.type in VERSIONED and not _is_english(rest)
    if rest and not joined:
        return None, j
    end = run[j - 1].end if joined else hit.end
    if hit.type in THINGS or (hit.type == "Technology" and not joined):
        found, j = _version(run, j, hit, hits, text, end)
        if found is not None:
            return found, j
    if hit.type == "Organization" and j < len(run) and _follows(run, j, hits) and _STANDARD.fullmatch(run[j].text):
        return (Candidate(hit.start, run[j].end, "Technology", "shape", None, 2) if _sets(run, i, j) else None), j
    if hit.type in ("Company", "Organization"):
        return _unit(run, j, hit, hits)
    if hit.type == "Place":
        return _beyond(run, j, hit, hits)
    made, after = _made_of(run, j, hit, hits) if hit.type in _NAMESAKES else (None, j)
    return _part(run, j, hit, hits) if made is None and hit.type in ("Product", "Technology") else (made, after)


def _version(
    run: Sequence[Word], j: int, hit: Candidate, hits: Sequence[Candidate], text: str, end: int
) -> tuple[Candidate | None, int]:
    """Return a version or release of a known thing whose name goes on to *end* at least, and the next word."""
    if hit.type == "Technology":
        release = _RELEASE.match(text, hit.end) if j < len(run) and _follows(run, j, hits) else None
        end = release.end() if release is not None else hit.end
    else:
        chip = hit.type == "Chip"
        first = j
        j = _end(run, first, hits, lambda word: _is_variant(word) or (chip and _is_of_chip(word, text)))
        end = run[j - 1].end if j > first else end
    return (Candidate(hit.start, end, hit.type, "version", None, 2, hit.entry) if end > hit.end else None), j


def _made_of(
    run: Sequence[Word], first: int, hit: Candidate, hits: Sequence[Candidate]
) -> tuple[Candidate | None, int]:
    """Return what is called after a technology, a thing or a person, and the next word: Copilot Studio."""
    j = _end(run, first, hits, lambda word: _is_part(word) or word.text == "AI")
    tail = run[j - 1].text if j > first else ""
    type_ = "Product" if tail.lower() in words("product_tails") else class_of_tail(tail)
    if tail == "AI" or (hit.type in THINGS and tail.lower() in _PLACES_OF_WORK):
        type_ = ""  # Grok AI is Grok, and Isaac Lab no laboratory
    return (Candidate(hit.start, run[j - 1].end, type_, "unit", None, 2) if type_ else None), j if type_ else first


def _sets(run: Sequence[Word], i: int, j: int) -> bool:
    """Tell whether the body that the words *i* to *j* name sets standards, which are called by numbers: ISO 27001."""
    return j == i + 1 and run[i].text.partition("/")[0] in ("ISO", "IEC", "IEEE", "ITU")


def _is_english(rest: str) -> bool:
    """Tell whether *rest* makes an English word of a known name, ChatGPT-like, and no variant of it, Phi-3-vision."""
    return _ENGLISH_TAIL.search(rest) is not None and rest.rpartition("-")[2] not in words("variants")


def _beyond(run: Sequence[Word], first: int, hit: Candidate, hits: Sequence[Candidate]) -> tuple[Candidate | None, int]:
    """Return the longer name that begins with a place's, and the next word: Texas Orthopedics."""
    j = _end(run, first, hits, _is_part)
    if j == first or run[first].text.lower() in words("legal"):
        return None, j
    type_ = class_of_tail(run[j - 1].text)
    return Candidate(hit.start, run[j - 1].end, type_, "shape", None, 2 if type_ else 0), j


def branch(run: Sequence[Word], first: int, last: int, hits: Sequence[Candidate]) -> Candidate | None:
    """Return the branch of an unlisted firm that the run ends with, its place behind its name: Halmor Taiwan.

    Args:
        run: The words around.
        first: The word that the name begins with.
        last: The one behind it.
        hits: All known names of the run.
    """
    seat = next((h for h in hits if last < len(run) and h.start == run[last].start), None)
    if seat is None or seat.type != "Place" or seat.end != run[-1].end or seat.start - run[last - 1].end != 1:
        return None
    firm = all(word.kind in ("name", "strong") for word in run[first:last])
    if not firm or run[first].text.lower() in words("given"):
        return None
    return Candidate(run[first].start, seat.end, "Company", "shape", None, 1)


def _is_variant(word: Word) -> bool:
    """Tell whether *word* says which version or variant of the name before it is meant."""
    if word.text.lower() in words("variants") and (not word.text[0].islower() or word.text in _LOWER_VARIANTS):
        return True
    if word.kind == "version" or (word.kind == "number" and _SHORT_NUMBER.fullmatch(word.text)):
        return True
    return word.kind == "strong" and _CODE.fullmatch(word.text) is not None


def _is_of_chip(word: Word, text: str) -> bool:
    """Tell whether *word* goes on the name of a chip or numbers it."""
    return _names_chip(word) or _numbers_chip(word, text)


def _names_chip(word: Word) -> bool:
    """Tell whether *word* goes on the name of a chip: Snapdragon X Elite, GeForce RTX, UltraSPARC III."""
    if _is_part(word) or ROMAN.fullmatch(word.text) is not None:
        return class_of_tail(word.text) != "Company"
    return word.kind == "acronym" and len(word.text) <= _SHORT


def _numbers_chip(word: Word, text: str) -> bool:
    """Tell whether *word* numbers a chip, RTX PRO 5000, and counts none: RTX PRO 5000块."""
    return _LONG_NUMBER.fullmatch(word.text) is not None and _COUNTED.match(text, word.end) is None


def _unit(run: Sequence[Word], first: int, hit: Candidate, hits: Sequence[Candidate]) -> tuple[Candidate | None, int]:
    """Return a unit or a product named after a company, and the next word."""
    if _is_staff(run, first, hits):
        return None, first
    j = _fund(run, first, hits)
    if j:
        return Candidate(hit.start, run[j - 1].end, "Company", "unit", None, 2, hit.entry), j
    j = _end(run, first, hits, _is_of_unit)
    tail = run[first:j]
    if not tail or (len(tail) == 1 and tail[0].kind == "number") or tail[0].text.lower() in (words("legal") | {"ai"}):
        return None, j
    if len(tail) == 1 and _PART.fullmatch(tail[0].text):
        return Candidate(tail[0].start, tail[0].end, "Chip", "shape", None, 1, hit.entry), j
    kind = tail[-2 if len(tail) > 1 and ROMAN.fullmatch(tail[-1].text) else -1]  # KDDI Open Fund III
    type_ = class_of_tail(kind.text)
    sure = 2 if type_ else int(thing_of_tail(tail[-1].text) == "Product")
    return Candidate(hit.start, tail[-1].end, type_ or "Product", "unit", None, sure, hit.entry), j


def _part(run: Sequence[Word], first: int, hit: Candidate, hits: Sequence[Candidate]) -> tuple[Candidate | None, int]:
    """Return what is named after a known thing, and the next word: Windows Insider, FinOps Foundation."""
    j = _end(run, first, hits, _is_part)
    single = run[first - 1].start == hit.start
    if not 0 < j - first < _FEW or (single and run[first - 1].text.lower() in words("given")):
        return None, first
    body = class_of_tail(run[j - 1].text)
    if single and (body in ("Organization", "Event") or (body == "Company" and hit.type == "Product")):
        return Candidate(hit.start, run[j - 1].end, body, "shape", None, 2), j
    if body or hit.type != "Product":
        return None, first
    return Candidate(hit.start, run[j - 1].end, "Product", "unit", None, 1, hit.entry), j


def _is_staff(run: Sequence[Word], first: int, hits: Sequence[Candidate]) -> bool:
    """Tell whether what follows a company is but a person's name: DeepMind Alex Graves."""
    names = run[first : first + 2]
    if len(names) < 2 or names[0].text.lower() not in words("given") or not all(w.kind == "name" for w in names):
        return False
    return not class_of_tail(names[1].text) and not (first + 2 < len(run) and _follows(run, first + 2, hits))


def _fund(run: Sequence[Word], first: int, hits: Sequence[Candidate]) -> int:
    """Return the end of a fund named after a company and its product (Amazon Alexa Fund); 0 where there is none."""
    last = first + 1
    if last >= len(run) or run[last].text.lower() not in _FUNDS or not taken(run[first], hits):
        return 0
    return last + 1 if run[first].start - run[first - 1].end == run[last].start - run[first].end == 1 else 0


def _end(run: Sequence[Word], first: int, hits: Sequence[Candidate], goes_on: Callable[[Word], bool]) -> int:
    """Return where the words end that follow from *first* one after another, and that a name may go on with."""
    j = first
    while j < len(run) and _follows(run, j, hits) and goes_on(run[j]):
        j += 1
    return j


def _is_part(word: Word) -> bool:
    """Tell whether *word* may be one of a name of several."""
    return word.kind in _PART_WORDS


def _is_of_unit(word: Word) -> bool:
    """Tell whether *word* may be one of what is named after a company."""
    return word.kind in _UNIT_WORDS or word.text == "AI" or ROMAN.fullmatch(word.text) is not None


def _follows(run: Sequence[Word], j: int, hits: Sequence[Candidate]) -> bool:
    """Tell whether word *j* follows the one before it by one space and belongs to no known name."""
    return run[j].start - run[j - 1].end == 1 and not taken(run[j], hits)


def taken(word: Word, hits: Sequence[Candidate]) -> bool:
    """Tell whether a known name touches *word*."""
    return any(hit.start < word.end and word.start < hit.end for hit in hits)
