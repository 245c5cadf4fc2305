"""Words that a pattern cannot do without, told from its text: where they do not stand, it need not be tried."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import reduce
from operator import itemgetter, or_

from daachorse import CharwiseDoubleArrayAhoCorasick

from .phrase_slots import MONEY, PERCENT, WHEN

_ATOM = re.compile(
    r"\\(?:u[0-9a-fA-F]{4}|.)|\[\^?(?:\\.|[^\]\\])+\]|\{[^{}]*\}|\((?:\?(?:P<\w+>|:|=|!|<=|<!))?|.", re.DOTALL
)
_GROUP = re.compile(r"\((?:\?P<\w+>|\?:)?")  # what looks around matches nothing itself
_SET = re.compile(r"\[[^\^\\\]-]+\]")
_NO_WORD = re.compile(r"[.^$\ue000-\uf8ff]")  # marks, and what stands for a name or a figure
_REPEAT = re.compile(r"[?*+]|\{\d")
_FIGURE = {"{money}": MONEY, "{percent}": PERCENT, "{time}": WHEN}
_FLAG = re.compile(r"\(\?[aiLmsux-]+[:)]")  # under one a word may be written in another way
_MOST = 3  # sets of words of one pattern that are looked for: more cost more than they spare
_WORD_FOUND = itemgetter(2)
_Words = tuple[str, ...]


class WordFilter:
    """Tells which of many patterns may match a text, by the words that it has; one pass finds all words.

    Sets of patterns are bits of a number: as many bits as there are patterns for each set of words that one may need.
    """

    def __init__(self, needs: Sequence[Sequence[Sequence[str]]]) -> None:
        """
        Number the patterns.

        Args:
            needs: For each pattern sets of words, of each of which it needs one.
        """
        self._size = len(needs)
        self._planes = max(map(len, needs), default=0)
        self._none = 0  # what is met where no word stands
        bits: dict[str, int] = {}
        for n, sets in enumerate(needs):
            for plane, words in enumerate(sets):
                for word in words:
                    bits[word] = bits.get(word, 0) | 1 << plane * self._size + n
            for plane in range(len(sets), self._planes):
                self._none |= 1 << plane * self._size + n
        self._words = sorted(bits)
        self._bits = [bits[word] for word in self._words]
        self._finder = CharwiseDoubleArrayAhoCorasick(self._words) if bits else None

    def __call__(self, text: str) -> int:
        """Return the numbers of the patterns that find all that they need in *text*, as bits."""
        met = self._none
        if self._finder is not None:
            words = set(map(_WORD_FOUND, self._finder.find_overlapping(text)))
            met = reduce(or_, map(self._bits.__getitem__, words), met)
        able = (1 << self._size) - 1
        for plane in range(self._planes):
            able &= met >> plane * self._size
        return able


def numbers(bits: int) -> Iterator[int]:
    """Yield the numbers that *bits* hold, ascending."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def needed_words(pattern: str) -> _Words:
    """
    Return words of which at least one stands in all that a pattern matches; empty where none can be told.

    Of several such sets the one of the longest words is taken, of these the smallest:
    ``{s}(?:与|和){-4}(?:合作|联手)了?`` needs 合作 or 联手.
    """
    return max(_sets(pattern), key=_worth, default=())


def needs(pattern: str) -> list[_Words]:
    """Return sets of words, of each of which one stands in all that a pattern matches, those that say most first."""
    return sorted(_sets(pattern), key=_worth, reverse=True)[:_MOST]


def _sets(pattern: str) -> list[_Words]:
    """Return all sets of words that a pattern needs one of."""
    return [] if _FLAG.search(pattern) else _of_group(iter(_ATOM.findall(pattern)))


def _worth(words: _Words) -> tuple[int, int]:
    """Say how rarely one of *words* stands somewhere."""
    return min(map(len, words)), -len(words)


def _of_group(atoms: Iterator[str]) -> list[_Words]:
    """Return the sets of words that what comes up to the closing bracket needs: of alternatives one for all."""
    branches: list[list[list[_Words] | str]] = [[]]
    for atom in atoms:
        branch = branches[-1]
        if atom == ")":
            break
        if atom == "|":
            branches.append([])
        elif atom[0] == "(":
            sets = _of_group(atoms)
            branch.append(sets if _GROUP.fullmatch(atom) else [])
        elif not _REPEAT.match(atom):
            branch.append(_of_atom(atom))
        elif branch:
            last = branch.pop()
            branch += [[], [(last,)] if isinstance(last, str) else last, []] if atom == "+" else [[]]
    found = [_of_branch(branch) for branch in branches]
    if len(found) == 1:
        return found[0]
    best = [max(sets, key=_worth, default=()) for sets in found]
    return [tuple(dict.fromkeys(word for words in best for word in words))] if all(best) else []


def _of_atom(atom: str) -> list[_Words] | str:
    """Return a character, or those of a set; nothing of all else."""
    if atom in _FIGURE:
        return [(_FIGURE[atom],)]
    if _NO_WORD.search(atom):
        return []
    return atom if len(atom) == 1 else [tuple(atom[1:-1])] if _SET.fullmatch(atom) else []


def _of_branch(parts: list[list[_Words] | str]) -> list[_Words]:
    """Return the sets of an alternative: its characters that follow one another are words, too."""
    sets: list[_Words] = []
    run = ""
    for part in [*parts, []]:
        if isinstance(part, str):
            run += part
            continue
        sets += [(run,), *part] if run else part
        run = ""
    return sets
