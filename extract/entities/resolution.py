"""Decide which mentions of one article name the same entity."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from extract.model import Name

from .acronyms import stands_for
from .candidates import Candidate, name_key
from .words import pattern, words

_ILLEGAL = re.compile(r"[\x00-\x20<>\"{}|\\^`;/?#\[\]@%()（）《》“”‘’「」『』,:!&+*=~$']")
_HAN = re.compile(r"[\u3400-\u9fff]")
_RENAMED_FAR = 16  # characters between a name and a former one
_YEAR = re.compile(r"(?<!\d)(20\d\d)年?度?(?!\d)|首届")
_KINDS = (3, 2)  # characters of a kind of thing: 大模型, 芯片
_UNSHORTENED = ("Technology", "Report")  # 题为“Halmor: A careful reader”的论文 is not the model
_SHORTENED = frozenset({"Person", "Company"})  # whose known names are shortened too
_BODIES = frozenset({"Company", "Organization", "Government"})
_MANY = 3  # spaces in a name
_CODED = re.compile(r"[a-z][A-Z]|\d")
_NUMBERED = re.compile(r"\d\Z")
_ACRONYM_DATED = re.compile(r"[A-Z]{3,}20\d\d")
_DOT = re.compile(r"[·・•‧∙]")


class Groups:
    """Sets of names that mean one entity (a union-find that keeps the lexicon's ids on top)."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, key: str) -> str:
        """Return the representative of *key*."""
        while (above := self._parent.get(key)) is not None:
            key = above
        return key

    def join(self, a: str, b: str, stated: bool = False) -> bool:
        """Make *a* one with *b*, unless both are known entities; tell whether they are one now.

        Args:
            a: A name's key.
            b: That of the name it is known by: the known entity's, if either is known.
            stated: Whether the text says that they are one, so that even known entities are.
        """
        a, b = self.find(a), self.find(b)
        if a == b:
            return True
        if a.startswith("=") and b.startswith("=") and not stated:
            return False
        if a.startswith("=") and not b.startswith("="):
            a, b = b, a
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


def reclaimed(folded: str, candidates: Sequence[Candidate], names: Callable[[str], Iterable[Name]]) -> list[Candidate]:
    """Return *candidates* without the lexicon's reading of an acronym that the text gives to somebody else.

    Args:
        folded: The folded text.
        candidates: The chosen candidates.
        names: The names of an entity of the lexicon, by its id.
    """
    taken = set()
    beside = list(spelt_out(folded, candidates))
    for a, b in (*bracketed(folded, candidates), *beside):
        short, long = folded[b.start : b.end], folded[a.start : a.end]
        if a.entry is None and b.entry is not None and short.isupper() and stands_for(short, long):
            known = [name.text for name in names(b.entry)]
            other = (a, b) not in beside or any(stands_for(short, name) for name in known)
            taken |= {(short, b.entry)} if other and name_key(long) not in map(name_key, known) else set()
    return [
        c._replace(entry=None, type="", rule="alias") if (folded[c.start : c.end], c.entry) in taken else c
        for c in candidates
    ]


def spelt_out(folded: str, candidates: Sequence[Candidate]) -> Iterable[tuple[Candidate, Candidate]]:
    """Yield pairs that stand in brackets together: 时序注入（Temporal Information Injector, TII）."""
    for a, b in pairwise(candidates):
        inside = folded[a.start - 1 : a.start] in ("（", "(") and folded[b.end : b.end + 1] in ("）", ")")
        if inside and folded[a.end : b.start] in (", ", "，", ","):
            yield a, b


def renamed(folded: str, candidates: Sequence[Candidate]) -> Iterable[tuple[Candidate, Candidate]]:
    """Yield pairs of which the text says that the one is the other's former or present name: 推特（现X）.

    Of two versions, the one before is a thing of its own: 海豚3的前身是海豚2.
    """
    for a, b in pairwise(candidates):
        if b.start - a.end > _RENAMED_FAR:
            continue
        between = folded[a.end : b.start]
        if "前身" in between and any(c.isdigit() for c in folded[a.start : a.end] + folded[b.start : b.end]):
            continue  # versions stay apart
        unlisted = {a.type, b.type} <= {"", "Company"} and not (
            a.entry and b.entry
        )  # known firms are what they are called
        if pattern("renamed").fullmatch(between) or (unlisted and pattern("renamed.verb").fullmatch(between)):
            yield a, b


def dated(candidates: Sequence[Candidate], names: Callable[[Candidate], Iterable[str]]) -> Iterable[list[Candidate]]:
    """Yield candidates for one event, named with its year and without.

    Args:
        candidates: The chosen candidates.
        names: The names of a candidate.
    """
    bare: dict[str, list[Candidate]] = {}
    years: dict[str, set[str]] = {}
    for candidate in candidates:
        if candidate.type == "Event" or _is_dated(names(candidate)):
            for name in names(candidate):
                plain = name_key(_YEAR.sub("", name))
                bare.setdefault(plain, []).append(candidate)
                years.setdefault(plain, set()).update(year[1] for year in _YEAR.finditer(name) if year[1])
    for plain, group in bare.items():
        long = next((name for name in bare if _abbreviates(plain, name) and len(years[plain] | years[name]) < 2), plain)
        if len(group) > 1 and len(years[plain]) < 2:
            yield group
        if long != plain:
            yield [bare[long][0], *group]


def _is_dated(names: Iterable[str]) -> bool:
    """Tell whether a name is an acronym with a year, as only those of events are: QCON2024."""
    return any(_ACRONYM_DATED.fullmatch(name) for name in names)


def _abbreviates(short: str, long: str) -> bool:
    """Tell whether a Chinese name of an event leaves out some of *long*, between the same ends."""
    if short.isascii() and len(short) > 2 and long.startswith(short):
        return _HAN.match(long, len(short)) is not None and long.endswith(("大会", "大赛", "峰会"))
    if not 5 <= len(short) < len(long) or _HAN.match(short) is None or (short[:2], short[-2:]) != (long[:2], long[-2:]):
        return False
    rest = iter(long)
    return all(character in rest for character in short)


def tailed(folded: str, candidates: Sequence[Candidate]) -> Iterable[tuple[str, str]]:
    """Yield group keys of an unknown name and of the same name with the kind of thing after it: M4 and M4芯片.

    The longer one may be known: of 灯塔功能, which is the lexicon's, 灯塔 is the short name.
    """
    plain = {name_key(folded[c.start : c.end]): c for c in reversed(candidates) if c.entry is None}
    for surface, candidate in {folded[c.start : c.end]: c for c in reversed(candidates)}.items() if plain else ():
        size = next((n for n in _KINDS if surface[-n:] in words("kinds")), 0)
        other = plain.get(name_key(surface[:-size])) if 0 < size < len(surface) else None
        if other is not None and compatible(candidate.type, other.type):
            yield node(other, folded), node(candidate, folded)


def shortened(
    text: str,
    candidates: Sequence[Candidate],
    full_names: Callable[[Candidate], Iterable[str]],
    find: Callable[[str], str],
) -> dict[str, str]:
    """Return for single Latin words the group whose longer name begins or ends with them.

    Args:
        text: The folded text.
        candidates: The chosen candidates.
        full_names: The names by which an entity of the lexicon is known.
        find: Tells the group of a key.

    Returns:
        From name keys of single words (Ostrovsky, Recursive, Haiku) to group keys; a word that
        fits two longer names is left out.
    """
    owners: dict[str, dict[str, tuple[str, str]]] = {}
    done: set[tuple[str, str]] = set()
    for candidate in candidates:
        known = candidate.entry is not None and candidate.type in _SHORTENED
        surface = str(candidate.entry) if known else text[candidate.start : candidate.end]
        if candidate.type not in _UNSHORTENED and (surface, candidate.type) not in done:
            done.add((surface, candidate.type))
            for name in full_names(candidate) if known else (surface,):
                for part in _short_forms(name, candidate.type):
                    owners.setdefault(name_key(part), {})[find(node(candidate, text))] = name, candidate.type
    meant = {word: _meant(groups) for word, groups in owners.items()}
    return {word: group for word, group in meant.items() if group}


def _meant(groups: Mapping[str, tuple[str, str]]) -> str:
    """Return which of *groups* is called by a word: the only one, or the only person, or the only firm.

    A firm lends its name to its things, Cato Networks and Cato Cloud, and somebody to a firm, Modson and Modson Fund.
    """
    people = [group for group, (_, type_) in groups.items() if type_ == "Person"]
    firms = [group for group, (name, _) in groups.items() if len(groups) == 1 or _is_firm(name.split())]
    bodies = [group for group, (name, type_) in groups.items() if type_ in _BODIES and name[-3:] != " AI"]
    known = [group for group in bodies if group.startswith("=")]
    short = [group for group in bodies if len(bodies) == 1 and _may_be_short(*groups[group])]
    return next((some[0] for some in (people, firms, known, short) if len(some) == 1), "")


def _may_be_short(name: str, type_: str) -> bool:
    return type_ == "Company" and name.count(" ") < _MANY


def _is_firm(name: Sequence[str]) -> bool:
    return len(name) == 2 and name[1].lower() in words("company_tails") and name[1] != "AI"


@lru_cache(maxsize=16384)
def _short_forms(name: str, type_: str) -> Sequence[str]:
    """Return the single words that stand for *name* later on: of 胡安·托维斯 both, of OpenAI Codex the last."""
    if _DOT.search(name):
        first = _DOT.split(name)[0]
        return [*last_names(name), *([first] if len(first) > 1 and not first.isascii() else [])]
    parts = name.split()
    if len(parts) < 2 or _HAN.search(name):
        return []
    another = _NUMBERED.search(parts[0]) and all(part.lower() in words("variants") for part in parts[1:])
    both = type_ in ("", "Person", "Report", "Product", "Chip")
    if not type_ and _CODED.search(parts[-1]):  # a thing after its maker: Bose QuietComfort
        both, type_ = False, "Model"
    if another:  # Lumora-4 is not Lumora-4 Mini
        both, type_ = False, "Model"
    ends = (parts[0], parts[-1]) if both else (parts[-1],) if type_ == "Model" else (parts[0],)
    return [part for part in ends if len(part) >= _least(part, type_) and part[0].isupper() and part[-1] != "."]


def _least(part: str, type_: str) -> int:
    """Return how many letters a short form must have: two where they can hardly be a word, ZT of ZT Systems."""
    return 2 if type_ == "Person" or (type_ == "Company" and part.isupper()) else 3


@lru_cache(maxsize=1024)
def compatible(a: str, b: str) -> bool:
    """Tell whether names of the classes *a* and *b* (empty: unknown) may mean one entity."""
    if not a or not b or a == b:
        return True
    things = {"Model", "Product", "Technology", "Chip", "Report"}
    return {a, b} <= _BODIES or {a, b} <= things


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


def best_surface(surfaces: Mapping[str, int]) -> str:
    """Return the most frequent surface form of those counted, the longer and then the earlier among equals."""
    return max(surfaces, key=lambda surface: (surfaces[surface], len(surface)))
