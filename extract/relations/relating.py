"""Relation claims: frames matched against a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ontology.frames import RelationFrame

from .backing import forwarded
from .clauses import bounds
from .known import Known
from .matching import read_match
from .others import (
    hosts,
    is_a_body,
    is_beside_its_own,
    is_gloss,
    is_nothing_made,
    of_an_owner,
    of_another,
    of_ones_own,
    only_shows,
)
from .parts import parts
from .patterns import TOPIC
from .refuting import is_refuted, is_told_nearer, is_turned
from .related import Related
from .relating_known import known_relations, sellers
from .scene import Scene
from .shortlist import Shortlist
from .stakes import as_stake, is_piece
from .topics import Topics
from .unmade import Whose, is_anothers, is_not_made

__all__ = ["Known", "Related", "Relater"]

Tried = tuple[RelationFrame, re.Pattern[str], Scene]
Matched = tuple[RelationFrame, Scene, re.Match[str]]


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
        self._shortlist = Shortlist(frames)

    def __call__(self, raw: Scene, phrase: Scene, topics: Topics) -> Iterator[Related]:
        """Yield every relation that a frame finds, frame by frame, then what is known."""
        return self.read(self.matches(self.tried(raw, phrase)), raw, topics)

    def tried(self, raw: Scene, phrase: Scene) -> list[Tried]:
        """Return the patterns worth trying on a sentence, with their frames and the view that they look at."""
        return list(self._shortlist(raw, phrase))

    def matches(self, tried: Iterable[Tried]) -> list[Matched]:
        """Return where patterns match, with their frames and the view that they look at."""
        return [(frame, scene, match) for frame, pattern, scene in tried for match in overlapping(pattern, scene.code)]

    def read(self, matches: Iterable[Matched], raw: Scene, topics: Topics) -> Iterator[Related]:
        """Yield the relations that matches state, then what is known; *topics* are those of the sentences before."""
        read = (each for frame, scene, match in matches for each in read_match(frame, scene, match, topics))
        stated = [as_stake(each) for each in read if not is_piece(each)]
        found = [each for each in stated if not of_ones_own(self._known, each) and not of_another(self._known, each)]
        found = forwarded([each for each in found if not self._is_outdone(each, found)])
        yield from found
        yield from (each for each in known_relations(self._known, raw, topics) if not self._is_untrue(each))
        yield from parts(self._known, raw, topics)
        yield from hosts(self._known, stated)
        yield from sellers(found, topics)
        topics.teams.remember(raw)

    def refutes(self, found: Related, stated: Sequence[Related], whose: Whose) -> bool:
        """
        Tell whether how its names stand, or what is known or said, refutes a relation that no frame states.

        Args:
            found: The relation.
            stated: What frames state in its sentence.
            whose: Whose the things are that the text tells of.
        """
        unlikely = is_refuted(found) or is_turned(found, stated) or is_anothers(found, stated)
        unlikely = unlikely or whose.denies(self._known, found)
        return unlikely or self._is_untrue(found) or only_shows(self._known, found, stated)

    def _is_outdone(self, found: Related, all_found: Sequence[Related]) -> bool:
        """Tell whether what a frame says is better told by another relation, or known to be of another body."""
        shown = only_shows(self._known, found, all_found) or is_told_nearer(found, all_found)
        shown = shown or is_a_body(found, all_found) or is_gloss(self._known, found)
        shown = shown or is_not_made(found) or is_anothers(found, all_found)
        return shown or of_an_owner(self._known, found) or is_beside_its_own(self._known, found)

    def _is_untrue(self, found: Related) -> bool:
        """Tell whether what no frame says is known of another, or of what nobody makes: a prize, a fund."""
        no_thing = not self._known.of_thing(found.object) and is_nothing_made(found)
        return no_thing or of_another(self._known, found)


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
