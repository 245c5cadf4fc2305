"""Words that a pattern cannot do without, told from its text: where none of them stands, it need not be tried."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ATOM = re.compile(
    r"\\(?:u[0-9a-fA-F]{4}|.)|\[\^?(?:\\.|[^\]\\])+\]|\{[^{}]*\}|\((?:\?(?:P<\w+>|:|=|!|<=|<!))?|.", re.DOTALL
)
_GROUP = re.compile(r"\((?:\?P<\w+>|\?:)?")  # what looks around matches nothing itself
_SET = re.compile(r"\[[^\^\\\]-]+\]")
_NO_WORD = re.compile(r"[.^$\ue000-\uf8ff]")  # marks, and what stands for a name or a figure
_REPEAT = re.compile(r"[?*+]|\{\d")
_Words = tuple[str, ...]


def needed_words(pattern: str) -> _Words:
    """
    Return words of which at least one stands in all that a pattern matches; empty where none can be told.

    Of several such sets the one of the longest words is taken, of these the smallest:
    ``{s}(?:与|和){-4}(?:合作|联手)了?`` needs 合作 or 联手.
    """
    return _of_group(iter(_ATOM.findall(pattern)))


def _of_group(atoms: Iterator[str]) -> _Words:
    """Return the words that what comes up to the closing bracket needs: those of each of its alternatives."""
    branches: list[list[_Words | str]] = [[]]
    for atom in atoms:
        branch = branches[-1]
        if atom == ")":
            break
        if atom == "|":
            branches.append([])
        elif atom[0] == "(":
            words = _of_group(atoms)
            branch.append(words if _GROUP.fullmatch(atom) else ())
        elif not _REPEAT.match(atom):
            branch.append(_of_atom(atom))
        elif branch:
            last = branch.pop()
            branch += [(), (last,) if isinstance(last, str) else last, ()] if atom == "+" else [()]
    found = [_of_branch(branch) for branch in branches]
    return tuple(dict.fromkeys(word for words in found for word in words)) if all(found) else ()


def _of_atom(atom: str) -> _Words | str:
    """Return a character, or those of a set; nothing of all else."""
    if _NO_WORD.search(atom):
        return ()
    return atom if len(atom) == 1 else tuple(atom[1:-1]) if _SET.fullmatch(atom) else ()


def _of_branch(parts: list[_Words | str]) -> _Words:
    """Return the best words of an alternative: its characters that follow one another are words, too."""
    sets, run = [], ""
    for part in [*parts, ()]:
        if isinstance(part, str):
            run += part
            continue
        sets += [words for words in ((run,), part) if words and words[0]]
        run = ""
    return max(sets, key=lambda words: (min(map(len, words)), -len(words)), default=())
