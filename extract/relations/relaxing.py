"""Why a pattern does not match: it is made less strict, step by step, until it does.

What was loosened, and what then stood in the loosened places, is the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from ontology.errors import FrameError
from ontology.frames import RelationFrame

from .clauses import BOUND
from .pattern_text import GAP, PARTY, cuts, looks
from .patterns import barring, class_set, compile_pattern
from .readable import KINDS, readable
from .scene import CLASSES, Scene

STEPS: Final = ("gap", "look", "mark", "words", "class", "names")
"""What can be loosened: the size of gaps, look-arounds, marks in gaps, words in gaps, classes, names in gaps."""

_WIDE: Final = 60
_LARGE: Final = {"words", "class", "names"}  # of these one is enough for a miss that is no longer near
_MARKED = {"-": "~", "+": "*"}
_NAMED = {"-": "+", "~": "*", "=": "+"}
_ROLES = {"s": "the subject", "o": "the object", "pair": "the pair"}


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A frame that has a cue in the sentence and did not fire, and what kept it from firing.

    Args:
        frame: Its id.
        predicate: What it states.
        pattern: The pattern that comes nearest.
        relaxed: What had to be loosened for it to match; empty where nothing helps or it matched in vain.
        reasons: What stood in the way, for a person.
        place: The stretch that the loosened pattern matches, readable; empty where it does not.
    """

    frame: str
    predicate: str
    pattern: str
    relaxed: tuple[str, ...]
    reasons: tuple[str, ...]
    place: str = ""


def nearest_miss(frame: RelationFrame, scene: Scene, text: str, *, whole: bool) -> NearMiss | None:
    """
    Return how *frame* comes nearest to matching, ``None`` if it is far from it.

    Args:
        frame: A frame that does not match.
        scene: The sentence.
        text: The clean text that the scene's slots point into.
        whole: Whether to loosen all that can be loosened, or two steps at most.
    """
    patterns = [pattern for pattern in frame.patterns if _match(frame, pattern, scene, STEPS)]
    for number in range(1, len(STEPS) + 1 if whole else 3):
        for steps in combinations(STEPS, number):
            if not whole and len(_LARGE.intersection(steps)) > 1:
                continue
            for pattern in patterns:
                if match := _match(frame, pattern, scene, steps):
                    reasons = tuple(_reasons(frame, pattern, scene, text, steps, match))
                    return _miss(frame, pattern, steps, reasons, scene, text, match)
    return _partyless(frame, scene, text)


def stuck(frame: RelationFrame, scene: Scene, text: str) -> NearMiss:
    """Return which pattern of *frame* gets furthest, and where it stops."""
    best = max((_furthest(frame, pattern, scene) for pattern in frame.patterns), key=lambda each: each[:2])
    _, reach, pattern, match = best
    if match is None:
        return NearMiss(frame.id, frame.predicate, pattern, (), (f"nothing in the sentence begins {_first(pattern)}",))
    after = readable(scene, text, match.end(), min(len(scene.code), match.end() + 8)) or "the end of the sentence"
    reason = f"it matches up to {pattern[:reach]} and stops before {pattern[reach:]}: there stands {after}"
    return _miss(frame, pattern, (), (reason,), scene, text, match)


def _miss(
    frame: RelationFrame,
    pattern: str,
    steps: tuple[str, ...],
    reasons: tuple[str, ...],
    scene: Scene,
    text: str,
    match: re.Match[str],
) -> NearMiss:
    place = readable(scene, text, match.start(), match.end())
    return NearMiss(frame.id, frame.predicate, pattern, steps, reasons, place)


# --- loosening -----------------------------------------------------------------


def _match(frame: RelationFrame, pattern: str, scene: Scene, steps: Sequence[str]) -> re.Match[str] | None:
    """Return where the loosened pattern matches with one of the frame's cues in it."""
    return _search(frame, _loosened(pattern, steps), scene)


def _search(frame: RelationFrame, pattern: str, scene: Scene) -> re.Match[str] | None:
    try:
        compiled = compile_pattern(pattern, frame)
    except FrameError:
        return None  # a loosened look-behind may have no fixed width any more
    for match in compiled.finditer(scene.code):
        if not frame.cues or any(cue in match.group() for cue in frame.cues):
            return match
    return None


def _loosened(pattern: str, steps: Sequence[str]) -> str:
    """Return *pattern* with *steps* loosened; its gaps are groups ``g0``, ``g1`` and so on, to see what they take."""
    if "look" in steps:
        for start, end in reversed(list(looks(pattern))):
            pattern = pattern[:start] + pattern[end:]
    if "class" in steps:
        pattern = PARTY.sub(lambda match: f"{{{match[1]}{match[2]}:{','.join(CLASSES)}}}", pattern)
    numbers = iter(range(len(pattern)))

    def widen(match: re.Match[str]) -> str:
        kind, size = match[1], int(match[2])
        if "words" in steps and kind == "=":
            kind = "-"
        if "mark" in steps:
            kind = _MARKED.get(kind, kind)
        if "names" in steps:
            kind = _NAMED.get(kind, kind)
        return f"(?P<g{next(numbers)}>{{{kind}{max(size, _WIDE) if 'gap' in steps else size}}})"

    return GAP.sub(widen, pattern)


# --- reasons -------------------------------------------------------------------


def _reasons(
    frame: RelationFrame, pattern: str, scene: Scene, text: str, steps: Sequence[str], match: re.Match[str]
) -> Iterator[str]:
    """Say what stands in the places of *match* that the pattern would not let through."""
    kept = pattern
    if "look" in steps:
        yield f"a look-around speaks against it: {' or '.join(_speaking(frame, pattern, scene, steps))}"
        for start, end in reversed(list(looks(pattern))):
            kept = kept[:start] + kept[end:]
    for number, gap in enumerate(GAP.finditer(kept)):
        start, end = match.span(f"g{number}")
        if start >= 0:
            words = readable(scene, text, start, end)
            yield from _of_gap(frame, gap, scene.code[start:end], words)
    for party in PARTY.finditer(pattern):
        yield from _of_party(frame, party, scene, text, match)


def _speaking(frame: RelationFrame, pattern: str, scene: Scene, steps: Sequence[str]) -> list[str]:
    """Return the look-around without which a pattern matches; all of them where it takes several."""
    rest = [step for step in steps if step != "look"]
    cut = list(looks(pattern))
    alone = [(start, end) for start, end in cut if _match(frame, pattern[:start] + pattern[end:], scene, rest)]
    return [pattern[start:end] for start, end in alone or cut]


def _of_gap(frame: RelationFrame, gap: re.Match[str], taken: str, words: str) -> Iterator[str]:
    kind, size = gap[1], int(gap[2])
    if len(taken) > size:
        yield f"the gap {gap[0]} is too small: {len(taken)} characters stand there, {words}"
    if kind in "-+=" and (mark := BOUND.search(taken)):
        yield f"the gap {gap[0]} ends with its clause, and a {mark.group()!r} stands there: {words}"
    barred = barring(kind, frame)
    if barred and re.search(f"[{barred}]", taken):
        yield f"the gap {gap[0]} takes no names, and one stands there: {words}"
    elif kind == "=" and len(taken) <= size and not BOUND.search(taken) and taken and _other_words(taken):
        yield f"the gap {gap[0]} takes a description only, and words of another statement stand there: {words}"


def _other_words(taken: str) -> bool:
    frame = RelationFrame("description", "develops", ())
    return compile_pattern(f"{{={len(taken)}}}", frame).fullmatch(taken) is None


def _of_party(
    frame: RelationFrame, party: re.Match[str], scene: Scene, text: str, match: re.Match[str]
) -> Iterator[str]:
    place = match.start(party[1])
    if place >= 0 and scene.code[place] not in class_set(wanted := classes_of(frame, party)):
        name, kind = scene.slots[place].span.of(text), KINDS[scene.code[place]]
        yield f"{_ROLES[party[1]]} {name} is of class {kind}, and {party[0]} takes {', '.join(wanted)}"


def classes_of(frame: RelationFrame, party: re.Match[str]) -> tuple[str, ...]:
    """Return the classes that a placeholder of a party takes."""
    if party[3]:
        return tuple(party[3].split(","))
    relation = frame.relation
    return (frame.object or relation.objects) if party[1] == "o" else (frame.subject or relation.domain)


def _partyless(frame: RelationFrame, scene: Scene, text: str) -> NearMiss | None:
    """Return the pattern that matches but for one party, whose name is not there."""
    for pattern in frame.patterns:
        for party in PARTY.finditer(pattern):
            open_ = pattern[: party.start()] + "(?P<missing>{-14})" + pattern[party.end() :]
            if match := _search(frame, open_, scene):
                start, end = match.span("missing")
                end = end if start < end else min(len(scene.code), end + 8)
                after = readable(scene, text, start, end) or "the end of the sentence"
                wanted = ", ".join(classes_of(frame, party))
                reason = f"{_ROLES[party[1]]} is missing: no name ({wanted}) where {party[0]} must stand"
                return _miss(frame, pattern, ("party",), (f"{reason}; there stands {after}",), scene, text, match)
    return None


# --- how far a pattern gets ----------------------------------------------------


def _furthest(frame: RelationFrame, pattern: str, scene: Scene) -> tuple[bool, int, str, re.Match[str] | None]:
    """Return the longest beginning of *pattern* that matches: whether it does at all, its length, and where."""
    for reach in reversed(list(cuts(pattern))):
        try:
            match = compile_pattern(pattern[:reach], frame).search(scene.code)
        except FrameError:
            continue
        if match:
            return True, reach, pattern, match
    return False, 0, pattern, None


def _first(pattern: str) -> str:
    return "like " + pattern[: next(cuts(pattern), len(pattern))]
