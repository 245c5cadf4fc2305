"""Decide which mentions of one article name the same entity."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from .candidates import Candidate, name_key
from .words import pattern

_ILLEGAL = re.compile(r"[\x00-\x20<>\"{}|\\^`;/?#\[\]@%()（）《》“”‘’「」『』,:!&+*=~$']")
_HAN = re.compile(r"[\u3400-\u9fff]")
_DOT = re.compile(r"[·・•‧∙]")


class Groups:
    """Sets of names that mean one entity (a union-find that keeps the lexicon's ids on top)."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, key: str) -> str:
        """Return the representative of *key*."""
        while (above := self._parent.get(key, key)) != key:
            key = above
        return key

    def join(self, a: str, b: str) -> bool:
        """Make *a* and *b* one, unless both are known entities; tell whether they are one now."""
        a, b = self.find(a), self.find(b)
        if a == b:
            return True
        if a.startswith("="):
            a, b = b, a
        if a.startswith("="):
            return False
        self._parent[a] = b
        return True


def node(candidate: Candidate, text: str) -> str:
    """Return the group key of a candidate: ``=id`` of the lexicon, or its name's key."""
    return "=" + candidate.entry if candidate.entry is not None else name_key(text[candidate.start : candidate.end])


def bracketed(folded: str, candidates: Sequence[Candidate]) -> Iterable[tuple[Candidate, Candidate]]:
    """Yield pairs where the second stands in brackets right after the first: 深度求索（DeepSeek）."""
    for a, b in pairwise(candidates):
        if b.start - a.end > 8 or not pattern("alias.opening").fullmatch(folded, a.end, b.start):
            continue
        if pattern("alias.closing").match(folded, b.end):
            yield a, b


def shortened(
    text: str, candidates: Sequence[Candidate], full_names: Callable[[Candidate], Iterable[str]]
) -> dict[str, str]:
    """Return for single Latin words the group whose longer name begins or ends with them.

    Args:
        text: The folded text.
        candidates: The chosen candidates.
        full_names: The names by which an entity of the lexicon is known.

    Returns:
        From name keys of single words (Ostrovsky, Recursive, Haiku) to group keys; a word that
        fits two longer names is left out.
    """
    owners: dict[str, set[str]] = {}
    for candidate in candidates:
        surface = text[candidate.start : candidate.end]
        names = full_names(candidate) if candidate.entry is not None and candidate.type == "Person" else (surface,)
        for name in names:
            for part in _short_forms(name, candidate.type):
                owners.setdefault(name_key(part), set()).add(node(candidate, text))
    return {word: next(iter(groups)) for word, groups in owners.items() if len(groups) == 1}


def _short_forms(name: str, type_: str) -> list[str]:
    """Return the single words that stand for *name* later on."""
    if _DOT.search(name):
        return last_names(name)
    parts = name.split()
    if len(parts) < 2 or _HAN.search(name):
        return []
    ends = {"Person": (parts[0], parts[-1]), "": (parts[0], parts[-1]), "Model": (parts[-1],)}.get(type_, (parts[0],))
    return [part for part in ends if len(part) > 2 and part[0].isupper()]


def compatible(a: str, b: str) -> bool:
    """Tell whether names of the classes *a* and *b* (empty: unknown) may mean one entity."""
    if not a or not b or a == b:
        return True
    bodies = {"Company", "Organization", "Government"}
    things = {"Model", "Product", "Technology", "Chip", "Report"}
    return {a, b} <= bodies or {a, b} <= things


def last_names(full: str) -> list[str]:
    """Return the short forms of a person's full name: the part after the last dot or space."""
    parts = _DOT.split(full) if _DOT.search(full) else full.split()
    if len(parts) < 2 or not all(parts):
        return []
    last = parts[-1].strip()
    return [last] if len(last) >= (3 if last.isascii() else 2) else []


def local_name(name: str) -> str:
    """Return a readable local name for an IRI, stable for the folded name."""
    plain = unicodedata.normalize("NFKC", name).strip()
    return _ILLEGAL.sub("", re.sub(r"\s+", "_", plain)).strip("._-·") or "unnamed"


def best_surface(surfaces: Iterable[str]) -> str:
    """Return the most frequent surface form, the longer and then the earlier among equals."""
    counted: Counter[str] = Counter()
    order: dict[str, int] = defaultdict(int)
    for n, surface in enumerate(surfaces):
        counted[surface] += 1
        order.setdefault(surface, n)
    return min(counted, key=lambda s: (-counted[s], -len(s), order[s]))
