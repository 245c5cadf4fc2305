"""People whose names in Latin letters hold words that are more than names: Max Chang, D. K. Sinha, Cal “CK” Quill."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from .candidates import Candidate
from .latin_words import LETTERS, PARTICLES, kind
from .person_names import is_ended
from .words import class_of_tail, words

_WORD = rf"[A-Z](?:[{LETTERS}'’-]*[{LETTERS}])?(?:\.[A-Z])*\.?"
_NICKNAME = r" ?[“\"（(][A-Z][A-Za-z. -]{0,14}[”\"）)]"
_WITHIN = rf"(?:{_NICKNAME}| (?:{'|'.join(sorted(PARTICLES))}))*"
_HONOURED = r"(?:(?:Dr\.?|Prof\.?|Sir|H\.[EH]\.?) ?)*"
_TITLED = re.compile(rf" ?{_HONOURED}({_WORD}(?:{_WITHIN} {_WORD}){{1,5}})(?![{LETTERS}])")
_NICKNAMED = re.compile(
    rf"(?<![{LETTERS}.] )(?<![{LETTERS}])([A-Z][a-z]+{_NICKNAME} ?{_WORD}[{LETTERS}])(?![{LETTERS}])"
)
_TOKEN = re.compile(rf"[{LETTERS}.'’-]+")
_OTHERS = frozenset({"Company", "Organization", "Government", "Model", "Chip", "Report"})


def latin_people(folded: str, cues: Iterable[tuple[int, int, str]], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield people named in Latin letters right behind a title, and by a nickname within their name.

    Args:
        folded: The folded text in its own case.
        cues: The trigger words in it.
        found: What the lexicon found, in order.
    """
    others = {c.start for c in found if c.type in _OTHERS}
    for _, end, cue in cues:
        named = _TITLED.match(folded, end) if cue == "title" else None
        if named is None or named.start(1) in others:
            continue
        if _is_person(named[1]) and is_ended(folded, named.end()):
            yield Candidate(*named.span(1), "Person", "title", None, 2)
    for named in _NICKNAMED.finditer(folded):
        first = _TOKEN.match(named[1])
        if first is not None and first[0].lower() in words("given"):
            yield Candidate(*named.span(1), "Person", "title", None, 2)


def _is_person(name: str) -> bool:
    """Tell whether words that begin with capitals can be a name of somebody, and are no post or body."""
    parts = _TOKEN.findall(name)
    last = parts[-1].lower()
    if last in words("legal") or last in words("roles") or class_of_tail(last):
        return False
    known = parts[0].lower() in words("given")
    kinds = [kind(part) for part in parts]
    if "broken" in kinds or "number" in kinds or "version" in kinds:
        return False
    if any(len(part) > 1 and part.isupper() and "." not in part for part in parts[:-1]):
        return False
    return known or "name" in kinds
