"""Relation claims: frames matched against a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from daachorse import CharwiseDoubleArrayAhoCorasick

from ontology.frames import RelationFrame
from ontology.vocabulary import is_a

from ..model import Mention
from .clauses import bounds
from .patterns import TOPIC, class_set, compile_pattern, needed
from .related import Related
from .relating_known import Known, known_relations
from .scene import Scene
from .topics import Topics

__all__ = ["Known", "Related", "Relater"]

_Compiled = Sequence[tuple[RelationFrame, Sequence[tuple[re.Pattern[str], tuple[frozenset[str], ...]]]]]
_RESPECTIVE = re.compile("分别|依次|相继")
_Groups = Mapping[str, str | None]
_ONE = (
    "worksFor",
    "locatedIn",
    "listedOn",
    "partnersWith",
)  # who is meant by an unnamed party is then one, never a list


class Relater:
    """Finds relations with the frames of a domain and with what its lexicon knows."""

    def __init__(self, frames: Sequence[RelationFrame], known: Known | None = None) -> None:
        """
        Compile the frames.

        Args:
            frames: The wording of relations.
            known: Makers and owners that everybody knows; without it only the wording counts.
        """
        self._known = known or Known()
        self._frames = [
            (frame, [(compile_pattern(p, frame), needed(p, frame)) for p in frame.patterns]) for frame in frames
        ]
        self._able: dict[str, _Able] = {}
        self._always = [n for n, frame in enumerate(frames) if not frame.cues]
        self._cues: dict[str, list[int]] = {}
        for n, frame in enumerate(frames):
            for cue in dict.fromkeys(frame.cues):
                self._cues.setdefault(cue, []).append(n)
        self._tried = [self._cues[cue] for cue in sorted(self._cues)]
        self._finder = CharwiseDoubleArrayAhoCorasick(sorted(self._cues)) if self._cues else None

    def __call__(self, raw: Scene, phrase: Scene, topics: Topics) -> Iterator[Related]:
        """Yield every relation that a frame finds, frame by frame, then what is known."""
        if names := _names(raw):
            able = self._able_with(names)
            views = {"raw": (raw, able), "phrase": (phrase, able if phrase is raw else self._able_with(_names(phrase)))}
            for n in self._worth_trying(raw.code):
                frame = self._frames[n][0]
                scene, able = views[frame.level]
                for pattern in able[n]:
                    for match in overlapping(pattern, scene.code):
                        yield from read_match(frame, scene, match, topics)
        yield from known_relations(self._known, raw, topics)

    def _able_with(self, names: str) -> _Able:
        if names not in self._able:
            self._able[names] = _Able(self._frames, names)
        return self._able[names]

    def _worth_trying(self, code: str) -> list[int]:
        """Return the numbers of the frames that have a cue in the sentence or need none; one pass finds all cues."""
        found = set(self._always)
        if self._finder is not None:
            found.update(*[self._tried[cue] for _, _, cue in self._finder.find_overlapping(code)])
        return sorted(found)


class _Able(dict[int, tuple[re.Pattern[str], ...]]):
    """By number of a frame, its patterns whose parties are there at all among *names*; most frames end here."""

    def __init__(self, frames: _Compiled, names: str) -> None:
        super().__init__()
        self._frames, self._names = frames, names

    def __missing__(self, n: int) -> tuple[re.Pattern[str], ...]:
        found = tuple(pattern for pattern, parties in self._frames[n][1] if _present(parties, self._names))
        self[n] = found
        return found


def _names(scene: Scene) -> str:
    """Return which classes of names a scene has, each once; one that is there alone is doubled if it is twice."""
    codes = [slot.code for slot in scene.slots.values() if slot.mentions]
    kinds = "".join(sorted(set(codes)))
    return kinds * 2 if len(kinds) == 1 < len(codes) else kinds


def _present(parties: tuple[frozenset[str], ...], names: str) -> bool:
    """Tell whether names of the classes that a pattern asks for are there at all."""
    return len(names) >= len(parties) and not any(party.isdisjoint(names) for party in parties)


def overlapping(pattern: re.Pattern[str], code: str) -> Iterable[re.Match[str]]:
    """Return matches that may overlap: the next search starts one place after the last start."""
    if pattern.pattern.startswith(TOPIC):
        starts = (0, *[mark + 1 for mark in bounds(code)])
        return [match for start in starts if (match := pattern.match(code, start))]
    first = pattern.search(code)
    return () if first is None else _from(first, pattern, code)  # nine times in ten there is none


def _from(match: re.Match[str] | None, pattern: re.Pattern[str], code: str) -> Iterator[re.Match[str]]:
    while match is not None:
        yield match
        match = pattern.search(code, match.start() + 1)


def read_match(frame: RelationFrame, scene: Scene, match: re.Match[str], topics: Topics) -> Iterator[Related]:
    """Yield the relations that one match of a frame's pattern states: one for each pair of its parties that fits."""
    groups = match.groupdict()
    inherited = "pair" not in groups and (groups.get("s") is None or groups.get("o") is None)
    amount = scene.slots[match.start("money")].quantity if groups.get("money") else None
    for subject, object_ in _pairs(frame, scene, match, groups, topics):
        if subject.entity != object_.entity and _fits(frame, subject, object_):
            yield Related(frame, scene, subject, object_, match.start(), match.end(), _role(groups), amount, inherited)


def _pairs(
    frame: RelationFrame, scene: Scene, match: re.Match[str], groups: _Groups, topics: Topics
) -> Iterator[tuple[Mention, Mention]]:
    """Yield the (subject, object) pairs that a match states."""
    if "pair" in groups:
        yield from combinations(scene.slots[match.start("pair")].mentions, 2)
        return
    relation = frame.relation
    subjects = _party("s", frame, scene, match, groups, topics, frame.subject or relation.domain)
    objects = _party("o", frame, scene, match, groups, topics, frame.object or relation.range)
    if len(subjects) == len(objects) > 1 and _RESPECTIVE.search(scene.code, match.start(), match.end()):
        yield from zip(subjects, objects, strict=True)
        return
    yield from product(subjects, objects)


def _party(
    group: str,
    frame: RelationFrame,
    scene: Scene,
    match: re.Match[str],
    groups: _Groups,
    topics: Topics,
    classes: tuple[str, ...],
) -> tuple[Mention, ...]:
    """Return the names a pattern's ``s`` or ``o`` stands for; what the pattern leaves out is inherited."""
    if groups.get(group) is None:
        find = topics.here if "here" in groups else topics.before
        found = find(scene, match.start(), class_set(classes))
        return found if len(found) == 1 or frame.predicate not in _ONE else ()
    members = scene.slots[match.start(group)].mentions
    if f"nearest_{group}" not in groups:
        return members
    other = "o" if group == "s" else "s"
    first = groups.get(other) is None or match.start(other) < match.start(group)
    return members[:1] if first else members[-1:]


def _role(groups: _Groups) -> str | None:
    role = groups.get("role")
    return role.strip(" 的、,") or None if role else None


def _fits(frame: RelationFrame, subject: Mention, object_: Mention) -> bool:
    """Tell whether the classes go together; members of a list may differ from its first."""
    return (
        frame.relation.fits(subject.type, object_.type)
        and (not frame.subject or any(is_a(subject.type, name) for name in frame.subject))
        and (not frame.object or any(is_a(object_.type, name) for name in frame.object))
    )
