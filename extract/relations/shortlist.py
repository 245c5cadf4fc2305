"""Which patterns are worth trying on a sentence: most need a word or a name that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ontology.frames import RelationFrame

from .needed_words import WordFilter, needs, numbers
from .patterns import compile_pattern, needed
from .scene import Scene


class Shortlist:
    """The patterns of frames by what they need. Sets of patterns are bits of a number, as every sentence joins many."""

    def __init__(self, frames: Sequence[RelationFrame]) -> None:
        texts = [(frame, text) for frame in frames for text in frame.patterns]
        self._patterns = [
            (frame, text, None if frame.shipped else compile_pattern(text, frame)) for frame, text in texts
        ]
        self._parties = [(frame.level, needed(text, frame)) for frame, text in texts]
        self._able: dict[tuple[str, str], int] = {}
        self._with_words_of = WordFilter([[*filter(None, [frame.cues]), *needs(text)] for frame, text in texts])

    def __call__(self, raw: Scene, phrase: Scene) -> Iterator[tuple[RelationFrame, re.Pattern[str], Scene]]:
        """Yield, frame by frame, the patterns that may match and the view of the sentence that each looks at."""
        names = _names(raw)
        if not names:
            return
        able = self._able_with("raw", names) | self._able_with("phrase", names if phrase is raw else _names(phrase))
        for number in numbers(able & self._with_words_of(raw.code)):
            frame, pattern = self._pattern(number)
            yield frame, pattern, raw if frame.level == "raw" else phrase

    def _pattern(self, number: int) -> tuple[RelationFrame, re.Pattern[str]]:
        """Return a pattern compiled, the first time that it may match: all together take half a second."""
        frame, text, pattern = self._patterns[number]
        if pattern is None:
            pattern = compile_pattern(text, frame)
            self._patterns[number] = frame, text, pattern
        return frame, pattern

    def _able_with(self, level: str, names: str) -> int:
        """Return the patterns of a level whose parties are there at all among *names*."""
        if (level, names) not in self._able:
            fits = (each == level and _present(parties, names) for each, parties in self._parties)
            self._able[level, names] = sum(1 << n for n, fit in enumerate(fits) if fit)
        return self._able[level, names]


def _names(scene: Scene) -> str:
    """Return which classes of names a scene has, each once; one that is there alone is doubled if it is twice."""
    codes = [slot.code for slot in scene.slots.values() if slot.mentions]
    kinds = "".join(sorted(set(codes)))
    return kinds * 2 if len(kinds) == 1 < len(codes) else kinds


def _present(parties: tuple[frozenset[str], ...], names: str) -> bool:
    """Tell whether names of the classes that a pattern asks for are there at all."""
    return len(names) >= len(parties) and not any(party.isdisjoint(names) for party in parties)
